"""What is kept from a person concerned: for a time by a restriction, or because it stands apart; and what may be told.

A restriction (`keep-back`) holds on its days and ends by itself. Of what was done since it began the person is told
nothing meanwhile, but for what the person and counsel did themselves, what is done about remedies and hearings, and who
read the case. Where it keeps the file back, the file is not shown either. That the file is kept back is told, with the
provision and the days, because it can be challenged; that a notice is, is not, because that would be the notice
(Directive 2012/13/EU, Article 7(4); Directive 2014/41/EU, Articles 14(3) and 19).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from rogatory.casefile.model import CaseFile
from rogatory.law.acts import NOTIFY, OPEN_FILE_TO_PERSON, Stage
from rogatory.office.filing import (
    END_SECRECY,
    EVERY_ACT,
    EXTEND_LIMIT,
    KEEP_BACK,
    READ,
    RECORD_SERVICE,
    SUSPEND_LIMIT,
)
from rogatory.office.folds.apart import Veil, whose
from rogatory.office.folds.dossier import Dossier, Entry, fold
from rogatory.people.compartments import RULES
from rogatory.people.mandates import ONLY_FOR_A_PERSON, Compartment, Mandate
from rogatory.remedies.secrecy import Secrecy

KEPT = "kept-back"
"""What stands in the place of an entry that is kept from the reader."""
TOLD: Mapping[Compartment, str] = MappingProxyType(
    {Compartment.PRIVILEGED: "privileged", Compartment.PROTECTED_IDENTITY: "protected"}
)
"""Compartments of which the law lets tell that something stands in them. Of an asylum file it is not told that there is
one (Directive 2013/32/EU, Article 48)."""
_WOULD_BE_THE_NOTICE = frozenset(
    act.id for act in (KEEP_BACK, END_SECRECY, NOTIFY, OPEN_FILE_TO_PERSON, RECORD_SERVICE, SUSPEND_LIMIT, EXTEND_LIMIT)
)
"""Acts about remedies that tell of what is kept back."""
_OWN_ROLES = frozenset(r.value for r in ONLY_FOR_A_PERSON)


@dataclass(frozen=True, slots=True)
class Withheld:
    """That a part of the file is kept from the reader.

    Attributes:
        what: `privileged`, `protected` or `file`.
        count: How many parts; 0: it is not counted.
        source: What allows it.
        until: First day it is open again (exclusive end); None: until somebody decides otherwise.
        review: Day by which it is looked at again; None: none is set.
    """

    what: str
    count: int
    source: str
    until: date | None = None
    review: date | None = None


def withheld(dossier: Dossier, held: Iterable[Mandate], on: date) -> tuple[Withheld, ...]:
    """What is kept from whoever holds these mandates beside a person concerned, as far as it may be told.

    Args:
        dossier: The case as it is.
        held: The mandates, all of them for this case today.
        on: The day.
    """
    held = tuple(held)
    persons = frozenset(m.person for m in held if m.person)
    kept = restrictions(dossier, held, on)
    found = [Withheld("file", 0, s.basis, s.until, s.review) for s in kept if s.what == "file"]
    veil, case = Veil(dossier.case, dossier.apart, held), dossier.case
    closed: dict[Compartment, int] = {}
    for ident in dossier.apart:
        own = whose(case, ident)
        # What is another person's alone is not told of at all.
        if not own or own & persons:
            for compartment in veil.closed(ident, own):
                closed[compartment] = closed.get(compartment, 0) + 1
    found += [Withheld(word, closed[c], RULES[c].source) for c, word in TOLD.items() if c in closed]
    return tuple(found)


def restrictions(dossier: Dossier, held: Iterable[Mandate], on: date) -> tuple[Secrecy, ...]:
    """What keeps something from whoever holds these mandates beside a person concerned, on the day `on`."""
    persons = {m.person for m in held if m.person}
    return tuple(s for s in dossier.challenges.secrecies.values() if s.person in persons and s.holds(on))


def as_told(dossier: Dossier, kept: Collection[Secrecy]) -> Dossier:
    """The case as far as the person may be told of it while something is kept back; the same, where nothing is.

    Args:
        dossier: The case, as it stands or stood.
        kept: What keeps something from the person today.
    """
    if not kept:
        return dossier
    first = min(s.entry for s in kept)
    told = fold([_blank(e) if e.seq >= first and not _is_told(e) else e for e in dossier.entries])
    if not any(s.what == "file" for s in kept):
        return told
    case = told.case
    shut = CaseFile(case.id, "", replace(case.request, summary=""), persons=case.persons, measures=case.measures)
    return replace(told, case=shut, links={}, documents={})


def _is_told(entry: Entry) -> bool:
    if entry.fields.get("role") in _OWN_ROLES or entry.act == READ.id:
        return True
    act = EVERY_ACT.get(entry.act)
    about_remedies = act is not None and act.stage is Stage.REMEDIES and not act.cooperates
    return about_remedies and entry.act not in _WOULD_BE_THE_NOTICE


def _blank(entry: Entry) -> Entry:
    return Entry(entry.seq, entry.at, entry.case, KEPT, "", "", {})
