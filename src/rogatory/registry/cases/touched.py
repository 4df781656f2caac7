"""Which open cases a change of the registers may touch; the others need not be matched again.

Nothing is done in a case and nothing is recorded: of a case that no change touches it is noted up to which it was seen.
"""

from collections.abc import Iterable

from django.db.models import Q

from rogatory.intake.errors import CaseFileError
from rogatory.linkage.touching import Changes
from rogatory.registry.cases import journal
from rogatory.registry.cases.models import CaseCopy
from rogatory.registry.registers import store

AT_ONCE = 500
"""Cases noted in one statement."""


def sorted_out(last: int) -> tuple[list[str], list[str]]:
    """Of the open cases that are behind the registers, those that must be screened, and those no change touches.

    A case that was never screened, whose file has changed since, or for which not every register was reached, must be.

    Args:
        last: Number of the journal's entry by which the registers changed last.
    """
    unseen = Q(looked=None) | Q(looked__lt=last)
    behind = CaseCopy.objects.filter(Q(screened=None) | (Q(screened__lt=last) & unseen), closed=False)
    touched: list[str] = []
    untouched: list[str] = []
    since: dict[int, Changes | None] = {}
    for case, screened, looked in behind.order_by("case").values_list("case", "screened", "looked"):
        if screened is None:
            touched.append(case)
            continue
        seen = max(screened, -1 if looked is None else looked)
        if seen not in since:
            since[seen] = store.changes(seen)
        (touched if _is_touched(case, since[seen]) else untouched).append(case)
    return touched, untouched


def note(cases: Iterable[str], last: int) -> None:
    """Note of cases that up to a change of the registers none touches them."""
    untouched = list(cases)
    for start in range(0, len(untouched), AT_ONCE):
        CaseCopy.objects.filter(case__in=untouched[start : start + AT_ONCE]).update(looked=last)


def _is_touched(case: str, changes: Changes | None) -> bool:
    if changes is None:
        return True
    try:
        dossier = journal.dossier_of(case)
    except CaseFileError:
        return True
    places = {(link.told["register"], link.told["entry"]) for link in dossier.links.values()}
    return changes.touch(dossier.case, places, store.entries(sorted(places)))
