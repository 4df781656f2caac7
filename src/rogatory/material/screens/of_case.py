"""Whom and what screens look for, taken from a case and from what registers say beside it."""

from collections.abc import Iterable, Iterator
from datetime import date

from rogatory.casefile.model import CaseFile
from rogatory.casefile.parties import Proceeding
from rogatory.intake.days import first_day, last_day
from rogatory.law.vocabulary.person import practises_law
from rogatory.material.screens.found import Who
from rogatory.material.screens.scope import Scope
from rogatory.material.screens.screening import Configuration
from rogatory.registers.model import RegisterEntry, RegisterKind

_AT_RISK = (RegisterKind.PROTECTION, RegisterKind.DEFENDERS)


def looked_for_in(case: CaseFile, entries: Iterable[RegisterEntry] = ()) -> Configuration:
    """Whom and what to look for in what was seized in a case.

    Lawyers and clients are those of whom the case says so: who practises law, and who is somebody's lawyer or client.
    Addresses, and a whole register of the bar, must be added by hand; so must journalists and doctors.

    Args:
        case: The case, as its reader sees it.
        entries: Entries of registers that are known to touch it, as by confirmed links.
    """
    known = list(entries)
    lawyers = {f.about: f.source for f in case.findings if f.question == practises_law.id and "yes" in f.answer}
    clients: dict[str, str] = {}
    for relation in case.relations:
        one, other = (relation.of, relation.to) if relation.kind == "lawyer" else (relation.to, relation.of)
        if relation.kind in ("lawyer", "client"):
            lawyers.setdefault(one, relation.source)
            clients.setdefault(other, relation.source)
    return Configuration(
        lawyers=tuple(_who(case, lawyers)),
        clients=tuple(_who(case, clients)),
        ill_treated=tuple(_known(known, (RegisterKind.VICTIMS,), ("victim", "subject"))),
        at_risk=tuple(_known(known, _AT_RISK, ())),
        scope=_scope(case),
    )


def _who(case: CaseFile, told: dict[str, str]) -> Iterator[Who]:
    for person in case.persons:
        if person.id in told:
            names = person.identity.names if person.identity else ()
            yield Who(tuple(dict.fromkeys((*names, person.name))), source=told[person.id] or "the case")


def _known(entries: Iterable[RegisterEntry], kinds: tuple[RegisterKind, ...], roles: tuple[str, ...]) -> Iterator[Who]:
    for entry in entries:
        if entry.kind in kinds:
            for person in entry.persons:
                if person.identity.names and (not roles or person.role in roles):
                    yield Who(person.identity.names, source=f"{entry.register}, {entry.id}: {entry.source}")


def _scope(case: CaseFile) -> Scope | None:
    """What its proceedings are about; None: it tells of none, and then nothing is out of scope by a screen."""
    told = case.proceedings
    if not told:
        return None
    names = {person.id: (*(person.identity.names if person.identity else ()), person.name) for person in case.persons}
    persons = [
        Who(tuple(dict.fromkeys(names.get(party.person, (party.name,)))), source=proceeding.source or proceeding.id)
        for proceeding in told
        for party in proceeding.parties
    ]
    harmed = tuple(victim for proceeding in told for victim in proceeding.victims)
    numbers = tuple(words.text for proceeding in told for words in (*proceeding.references, *proceeding.amounts))
    starts = [_first(proceeding) for proceeding in told]
    ends = [_last(proceeding) for proceeding in told]
    return Scope(
        tuple(who for who in persons if any(who.names)),
        (*harmed, *numbers),
        min(day for day in starts if day) if all(starts) else None,
        max(day for day in ends if day) if all(ends) else None,
    )


def _first(proceeding: Proceeding) -> date | None:
    return first_day(proceeding.period[0]) if proceeding.period[0] else None


def _last(proceeding: Proceeding) -> date | None:
    return last_day(proceeding.period[1]) if proceeding.period[1] else None
