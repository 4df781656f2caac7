"""Every screen over one item. What they find withholds until a human has answered with it in sight."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache

from rogatory.material.screens import phrases
from rogatory.material.screens.found import TEXT, Hit, Reading, Screen, Weight, Who
from rogatory.material.screens.people import Met, People
from rogatory.material.screens.scope import Scope, outside

VERSION = "2"
"""Of the rules below; the lists of words count in the version of the package."""

PARTICIPANTS = frozenset({"from", "to", "cc", "bcc", "author"})
"""Fields that say between whom something passed."""
_MANY = 10
"""Addresses of others in one text from which it is a list of contacts."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """Whom and what to look for in one seizure.

    Attributes:
        lawyers: Lawyers, from the register of the bar and from mandates; the person concerned, if a lawyer.
        clients: Their clients, as far as they say who they are.
        journalists: Journalists, and others who do their work.
        doctors: Doctors, hospitals, therapists.
        ill_treated: Persons tortured or held arbitrarily, from confirmed links and registers of victims.
        at_risk: Others whom the requesting state pursues, or whose protection is known.
        scope: What the request is about; None: not said, and then nothing is out of scope by a screen.
    """

    lawyers: tuple[Who, ...] = ()
    clients: tuple[Who, ...] = ()
    journalists: tuple[Who, ...] = ()
    doctors: tuple[Who, ...] = ()
    ill_treated: tuple[Who, ...] = ()
    at_risk: tuple[Who, ...] = ()
    scope: Scope | None = None


NOTHING = Configuration()
"""Nobody and nothing in particular: papers are found by their words alone."""


def together(by_hand: Configuration, of_case: Configuration) -> Configuration:
    """What was said by hand and what a case tells: everybody of both; the scope said by hand, where one was."""
    people = {
        part.name: tuple(dict.fromkeys((*getattr(by_hand, part.name), *getattr(of_case, part.name))))
        for part in fields(Configuration)
        if part.name != "scope"
    }
    return Configuration(**people, scope=by_hand.scope or of_case.scope)


def screen(reading: Reading, configuration: Configuration) -> tuple[Hit, ...]:
    """What every screen finds in an item, who it is about before what it says.

    Nothing found is no word on the item: only a human's answer is.
    """
    found = [*_identities(reading, configuration)]
    words = [*phrases.find(reading)]
    found += (hit for hit in words if hit.screen is not Screen.ILL_TREATMENT)
    found += _statements([hit for hit in words if hit.screen is Screen.ILL_TREATMENT], found)
    found += _contacts(reading)
    if configuration.scope is not None:
        found += outside(reading, configuration.scope)
    return tuple(dict.fromkeys(found))


def _identities(reading: Reading, configuration: Configuration) -> Iterator[Hit]:
    people, kinds = _ready(configuration)
    for field, place, value in reading.parts():
        for met in people.meet(value):
            yield _hit(kinds[met.who], people.people[met.who], met, field, place)


@dataclass(frozen=True, slots=True)
class _Kind:
    screen: Screen
    rule: str
    reason: str


_LAWYER = _Kind(Screen.PRIVILEGE, "lawyer", "A lawyer writes, is written to or is named")
_CLIENT = _Kind(Screen.PRIVILEGE, "client", "A lawyer's client writes, is written to or is named")
_JOURNALIST = _Kind(Screen.SOURCES, "journalist", "A journalist writes, is written to or is named")
_DOCTOR = _Kind(Screen.MEDICAL, "doctor", "A doctor or hospital writes, is written to or is named")
_ILL_TREATED = _Kind(
    Screen.ILL_TREATMENT, "ill-treated-person", "Somebody is named who was tortured or held arbitrarily"
)
_AT_RISK = _Kind(Screen.THIRD_PARTIES, "person-at-risk", "Somebody is named whom it may expose")


@cache
def _ready(configuration: Configuration) -> tuple[People, tuple[_Kind, ...]]:
    """Everybody looked for, found in one go, and as what each is looked for."""
    told = configuration
    looked_for = (
        (_LAWYER, told.lawyers),
        (_CLIENT, told.clients),
        (_JOURNALIST, told.journalists),
        (_DOCTOR, told.doctors),
        (_ILL_TREATED, told.ill_treated),
        (_AT_RISK, told.at_risk),
    )
    everybody = [(kind, who) for kind, several in looked_for for who in several]
    return People(who for _, who in everybody), tuple(kind for kind, _ in everybody)


def _hit(kind: _Kind, who: Who, met: Met, field: str, place: int) -> Hit:
    called = who.names[0] if who.names else (who.addresses or who.domains)[0]
    between = " as one between whom it passed" if field in PARTICIPANTS else ""
    rule = f"{kind.rule}-between" if between else kind.rule
    reason = f"{kind.reason}{between}: {called}, by {met.by}."
    return Hit(kind.screen, rule, Weight.IDENTITY, reason, who.source, field, place, met.start, met.end)


def _statements(told: list[Hit], found: list[Hit]) -> Iterator[Hit]:
    """Words on ill-treatment, and records of statements where somebody ill-treated is named or it is told of."""
    named = any(hit.screen is Screen.ILL_TREATMENT for hit in found)
    rules = {hit.rule for hit in told}
    # A record of some witness in another matter is none; of one who was ill-treated, or that tells of it, it is.
    if named or len(rules) > 1:
        yield from told
    else:
        yield from (hit for hit in told if hit.rule != "statement")


def _contacts(reading: Reading) -> Iterator[Hit]:
    if reading.text.count("@") < _MANY:
        return
    addresses = list(phrases.addresses(reading.text))
    between = {a.casefold() for name in PARTICIPANTS for value in reading.fields.get(name, ()) for _, _, a in
               phrases.addresses(value)}  # fmt: skip
    others = [(start, end) for start, end, address in addresses if address.casefold() not in between]
    if len({reading.text[s:e].casefold() for s, e in others}) >= _MANY:
        reason = f"It lists the addresses of {len(others)} others."
        source = "ECHR, Articles 2, 3 and 8: others whom the authorities know to be in danger"
        first, last = others[0][0], others[-1][1]
        yield Hit(Screen.THIRD_PARTIES, "many-addresses", Weight.IDENTITY, reason, source, TEXT, 0, first, last)
