"""Judging the open cases of a state anew when its record has changed: what stands differently is recorded and told."""

from collections.abc import Callable
from contextlib import suppress

from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone

from rogatory.deployment.law_in_force import law_in_force
from rogatory.intake.errors import CaseFileError
from rogatory.office.dossier import fold
from rogatory.office.perform import NewEntry
from rogatory.office.reassessing import REASSESSED, Reassessment, fields_of
from rogatory.people.mandates import state_stream
from rogatory.registry.cases import journal, judging
from rogatory.registry.cases.models import CaseCopy
from rogatory.registry.states import reassessed
from rogatory.registry.states.models import RecordEntry
from rogatory.registry.states.on_record import record_here

Tell = Callable[[int, int], None]


def reassess(tell: Tell = lambda done, of: None) -> dict[str, int]:
    """Judge the open cases of every state whose record changed since it was last done.

    Done twice, or stopped and begun again, it comes out the same: what was taken into account is marked with the entry
    that says what it changed.

    Args:
        tell: Is told how many cases are read, and of how many.

    Returns:
        How many states, cases looked at, and cases with a ruling that stands differently.
    """
    pending = RecordEntry.objects.filter(weighed=False).order_by("state")
    states = list(pending.values_list("state").annotate(first=Min("seq"), last=Max("seq")))
    cases = {state: _open(state) for state, _, _ in states}
    of, done, changed = sum(map(len, cases.values())), 0, 0
    for state, first, last in states:
        made = Reassessment(
            law_in_force(), state, record_here(first - 1), record_here(last), timezone.localdate()
        )  # fmt: skip
        for case in cases[state]:
            _pack(case, made)
            done += 1
            tell(done, of)
        changed += _recorded(state, last, made)
        judging.judge_again(timezone.localdate(), only=made.touched)
    return {"states": len(states), "cases": of, "changed": changed}


def _open(state: str) -> list[str]:
    found = CaseCopy.objects.filter(requesting=state, closed=False)
    return list(found.order_by("case").values_list("case", flat=True))


def _pack(case: str, made: Reassessment) -> None:
    # What registered it may be erased: then there is nothing to judge.
    with suppress(CaseFileError):
        made.add(fold(journal.entries_of(case)))


def _recorded(state: str, upto: int, made: Reassessment) -> int:
    """Record what stands differently, in the stream of the state, and tell whoever it concerns; how many cases."""
    fields, at = fields_of(made, made.changed(), upto), timezone.now()
    stream = state_stream(state)
    with transaction.atomic():
        journal.lock()
        # Because of what this account put on record; nobody else did anything.
        account = next(e.actor for e in reversed(journal.entries_of(stream)) if e.seq == upto)
        new = [NewEntry(REASSESSED, "", account, told) for told in fields]
        numbers = journal.write(stream, new, at)
        return sum(reassessed.keep(journal.as_read(stream, n, e, at)) for n, e in zip(numbers, new, strict=True))
