"""Judging the open cases of a state anew when its record has changed: what stands differently is recorded and told."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max, Min, Q
from django.utils import timezone

from rogatory.deployment.law_in_force import law_in_force
from rogatory.intake.errors import CaseFileError
from rogatory.office.folds import experience as seen
from rogatory.office.folds.dossier import fold
from rogatory.office.folds.reassessing import REASSESSED, Reassessment, fields_of
from rogatory.office.perform import NewEntry
from rogatory.people.mandates import state_stream
from rogatory.registry.cases import journal, judging
from rogatory.registry.cases.models import CaseCopy
from rogatory.registry.states import experience, reassessed
from rogatory.registry.states.models import Lived, RecordEntry, StandsBehind
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
    pending = _pending()
    cases = {state: _open(state) for state in pending}
    of, done, changed = sum(map(len, cases.values())), 0, 0
    for state, change in pending.items():
        before, after = record_here(change.first - 1, before=state), record_here(change.last)
        made = Reassessment(law_in_force(), state, before, after, timezone.localdate())
        own = experience.lived_of(state)
        for case in cases[state]:
            _pack(case, made)
            done += 1
            tell(done, of)
        changed += _recorded(state, change, made, own)
        judging.judge_again(timezone.localdate(), only=made.touched)
    return {"states": len(pending), "cases": of, "changed": changed}


@dataclass(frozen=True, slots=True)
class _Change:
    """What changed on the record of a state: numbers of the first and last entry not weighed yet, and who did it.

    Where own cases alone say something else, nothing was put on it: the two numbers leave out nothing.
    """

    first: int
    last: int
    by: str


def _pending() -> dict[str, _Change]:
    """The states whose record changed since their cases were last judged with it, in order."""
    newest = RecordEntry.objects.order_by("-seq").values_list("seq", flat=True).first() or 0
    own = dict(Lived.objects.filter(pending=True).order_by("-state", "-last").values_list("state", "by"))
    found = {state: _Change(newest + 1, newest, by) for state, by in own.items()}
    put = RecordEntry.objects.filter(weighed=False).order_by().values_list("state")
    for state, first, last in put.annotate(first=Min("seq"), last=Max("seq")):
        stream = state_stream(state)
        by = next(e.actor for e in reversed(journal.entries_of(stream)) if e.seq == last)
        found[state] = _Change(first, last, by)
    return {state: found[state] for state in sorted(found)}


def _open(state: str) -> list[str]:
    """The open cases of a state, and those of others behind which it may stand."""
    behind = StandsBehind.objects.filter(state=state).values("case")
    found = CaseCopy.objects.filter(Q(requesting=state) | Q(case__in=behind), closed=False)
    return list(found.order_by("case").values_list("case", flat=True))


def _pack(case: str, made: Reassessment) -> None:
    # What registered it may be erased: then there is nothing to judge.
    with suppress(CaseFileError):
        made.add(fold(journal.entries_of(case)))


def _recorded(state: str, change: _Change, made: Reassessment, own: tuple[seen.Lived, ...]) -> int:
    """Record what stands differently, in the stream of the state, and tell whoever it concerns; how many cases."""
    fields, at = fields_of(made, made.changed(), change.last, own), timezone.now()
    stream = state_stream(state)
    with transaction.atomic():
        journal.lock()
        # Because of what this account put on record, or did in a case that is closed; nobody else did anything.
        new = [NewEntry(REASSESSED, "", change.by, told) for told in fields]
        numbers = journal.write(stream, new, at)
        return sum(reassessed.keep(journal.as_read(stream, n, e, at)) for n, e in zip(numbers, new, strict=True))
