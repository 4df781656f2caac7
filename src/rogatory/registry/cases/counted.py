"""Keeping what happened in each case as small rows, in the transaction that wrote the entry; to be made anew.

Public numbers, alarms and samples are made of these rows, and never of the cases themselves.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.utils import timezone

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.acts import TRANSMIT
from rogatory.office.acts.leaving import PAYLOAD
from rogatory.office.filing import ERASE
from rogatory.office.folds.counting import NAMED, NAMES_PERSONS, NEEDS_THE_DAY, happenings, named, of_items
from rogatory.office.folds.dossier import Dossier, Entry, fold
from rogatory.oversight.statistics.subjects import Happening
from rogatory.registry.cases.models import CaseCopy, HappeningCopy
from rogatory.registry.review.models import PlannedPackage

NO_ENTRY = -1
Told = tuple[int, str, str, int]
"""A row as it is compared: entry, subject, values, number."""


def count(case: str, dossier: Dossier, seq: int) -> None:
    """Take one more entry of a case into the rows, by its number; the case stands as it does with it.

    Of a case in which words were erased all rows are made anew.
    """
    entry = next(e for e in reversed(dossier.entries) if e.seq == seq)
    if entry.act == ERASE.id:
        HappeningCopy.objects.filter(case=case, seq__in=[NO_ENTRY, *(e.seq for e in dossier.entries)]).delete()
        _make(case, dossier, {})
        return
    _keep(case, entry, _of_case(entry, dossier))
    if entry.act in NAMES_PERSONS:
        there = set(HappeningCopy.objects.filter(case=case, seq=NO_ENTRY).values_list("told", flat=True))
        if there != (known := named(dossier)):
            HappeningCopy.objects.filter(case=case, seq=NO_ENTRY).delete()
            _names(case, dossier, known)


def count_items(case: str, entry: Entry) -> None:
    """Take one more entry of the review of a seizure of a case into the rows."""
    state = CaseCopy.objects.filter(case=case).values_list("requesting", flat=True).first() or ""
    _keep(case, entry, of_items(entry, state))


def forget(case: str) -> None:
    """Drop the rows of a case."""
    HappeningCopy.objects.filter(case=case).delete()


def recount(case: str, dossier: Dossier, reviews: Mapping[str, Iterable[Entry]]) -> None:
    """Make the rows of a case anew.

    Args:
        case: Number of the case.
        dossier: The case.
        reviews: By what each seizure is called, the entries of its own stream.
    """
    forget(case)
    _make(case, dossier, reviews)


def _make(case: str, dossier: Dossier, reviews: Mapping[str, Iterable[Entry]]) -> None:
    for entry, found in _made(dossier, reviews):
        _keep(case, entry, found)
    _names(case, dossier, named(dossier))


def differing(case: str, dossier: Dossier, reviews: Mapping[str, Iterable[Entry]]) -> tuple[list[Told], list[Told]]:
    """The rows that are there and should not be, and those that should be there and are not."""
    rows = HappeningCopy.objects.filter(case=case).values_list("seq", "subject", "told", "number")
    there: Counter[Told] = Counter(row for row in rows)
    made: Counter[Told] = Counter(
        (e.seq, h.subject, h.kept, h.number) for e, found in _made(dossier, reviews) for h in found
    )
    made += Counter((NO_ENTRY, NAMED, told, 1) for told in named(dossier))
    return sorted((there - made).elements()), sorted((made - there).elements())


def _made(dossier: Dossier, reviews: Mapping[str, Iterable[Entry]]) -> Iterable[tuple[Entry, tuple[Happening, ...]]]:
    for place, entry in enumerate(dossier.entries):
        then = fold(dossier.entries[: place + 1]) if entry.act in NEEDS_THE_DAY else dossier
        yield entry, _of_case(entry, then)
    for entries in reviews.values():
        yield from ((entry, of_items(entry, dossier.case.request.requesting)) for entry in entries)


def _of_case(entry: Entry, dossier: Dossier) -> tuple[Happening, ...]:
    return happenings(entry, dossier, law_in_force()) + _items(entry, dossier)


def _items(entry: Entry, dossier: Dossier) -> tuple[Happening, ...]:
    """Of a package of seized items that was sent: how many items it holds, and how many of the seizure it does not."""
    if entry.act != TRANSMIT.id or PAYLOAD not in entry.fields:
        return ()
    plan = PlannedPackage.objects.filter(case=entry.case, package=entry.object, payload=entry.fields[PAYLOAD]).first()
    if plan is None or "there" not in plan.told:
        return ()
    state, sent = dossier.case.request.requesting, len(plan.told["items"])
    told = (("sent", sent), ("withheld", plan.told["there"] - sent))
    return tuple(Happening("items", (what, state), number) for what, number in told if number)


def _keep(case: str, entry: Entry, found: Iterable[Happening]) -> None:
    HappeningCopy.objects.bulk_create(
        HappeningCopy(
            case=case, seq=entry.seq, on=timezone.localdate(entry.at), subject=one.subject, told=one.kept[:200],
            number=one.number,
        )
        for one in found
    )  # fmt: skip


def _names(case: str, dossier: Dossier, known: Iterable[str]) -> None:
    on = timezone.localdate(dossier.entries[0].at)
    HappeningCopy.objects.bulk_create(
        HappeningCopy(case=case, seq=NO_ENTRY, on=on, subject=NAMED, told=told) for told in sorted(known)
    )
