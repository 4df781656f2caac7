"""Judging open cases anew by the mere passing of days: findings lapse, law enters into force, terms run out.

Nothing is done in the case and nothing is recorded: only what the lists say of it is brought to the day.
"""

from collections.abc import Callable, Collection
from datetime import date

from django.db import transaction
from django.db.models import Q

from rogatory.intake.errors import CaseFileError
from rogatory.registry.cases import copies, journal
from rogatory.registry.cases.models import CaseCopy


def judge_again(
    on: date, tell: Callable[[int, int], None] = lambda done, of: None, *, only: Collection[str] | None = None
) -> int:
    """Judge every open case whose copy was judged before the day `on`, as of that day.

    Done twice, or stopped and begun again, it comes out the same. An act that is done meanwhile is judged with the act:
    the copy is changed only while it is still made of the entries that were judged.

    Args:
        on: The day, included.
        tell: Is told how many cases are done, and of how many.
        only: Judge these, whenever they were judged last; None: all that are due.

    Returns:
        How many cases were judged.
    """
    stale = CaseCopy.objects.filter(Q(judged_on__lt=on) | Q(judged_on=None), closed=False)
    cases = list(stale.order_by("case").values_list("case", flat=True)) if only is None else sorted(only)
    for done, case in enumerate(cases, 1):
        try:
            dossier = journal.dossier_of(case)
        except CaseFileError:
            # What registered it was erased: there is nothing left to judge, and `rogatory rebuild` says so.
            continue
        told = copies.judged(dossier, on)
        with transaction.atomic():
            mine = CaseCopy.objects.filter(case=case, head=dossier.head).update(
                grant=told["grant"], questions=told["questions"], against=told["against"], judged_on=on
            )
            if mine:
                # Of the entries a limit does not change by night; of the rules and holidays of a new version it may.
                copies.copy_limits(dossier)
        tell(done, len(cases))
    return len(cases)
