"""Taking work out of the table and putting back what came of it, so that no two workers do the same piece at once.

On PostgreSQL a worker locks the row it takes and passes over rows others hold; on SQLite, where there is one writer,
one piece is done at a time in each lane. Who takes a piece gives a sign of life while at it. A piece without one for
`LEASE` is taken again: its worker was killed. So every kind of work must come out the same when it is done twice.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from rogatory.registry.jobs.models import Job, State

LEASE = timedelta(seconds=30)
"""Without a sign of life for so long, whoever did the work is gone."""
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=10), timedelta(minutes=10)
MOST_TRIES = 5
"""How often work somebody asked for is tried; a duty is tried for ever."""
READ_SEIZURE, BUILD_PACKAGE, DESTROY_COPIES = "read-seizure", "build-package", "destroy-copies"
"""Work on one seizure, or on one package, which is asked for where it is looked at."""
KILLED = "its worker was killed in the middle of it"


def ensure(duties: Iterable[str], now: datetime) -> None:
    """Have a row for each duty."""
    for kind in duties:
        Job.objects.get_or_create(kind=kind, asked_by="", defaults={"asked_at": now, "next_at": now})


def ask(kind: str, account: str, now: datetime, about: str = "") -> Job:
    """Ask for a piece of work; if the same account already waits for one of its kind, that one.

    Args:
        kind: The kind.
        account: Who asks.
        now: The moment.
        about: What it is to be done to. If a piece already waits to be done to that, that one, whoever asked for it;
            one that is being done has perhaps not seen what was changed last.
    """
    with transaction.atomic():
        if about:
            open_ = Job.objects.filter(kind=kind, about=about, state=State.WAITING).first()
        else:
            open_ = Job.objects.filter(kind=kind, asked_by=account, state__in=(State.WAITING, State.RUNNING)).first()
        return open_ or Job.objects.create(kind=kind, asked_by=account, asked_at=now, next_at=now, about=about)


def again(job: Job, now: datetime) -> None:
    """Have a piece that failed, or a duty, done now."""
    mine = Job.objects.filter(pk=job.pk, state__in=(State.WAITING, State.FAILED))
    mine.update(state=State.WAITING, next_at=now, tries=0)


def last(kind: str, about: str) -> Job | None:
    """The piece of a kind that was asked for last of all on this; None: none was."""
    return Job.objects.filter(kind=kind, about=about).order_by("-pk").first()


def due(kinds: Iterable[str], now: datetime) -> QuerySet[Job]:
    """What is to be done now: what is due, and what a killed worker left; on one thing one piece at a time."""
    ready = Q(state=State.WAITING, next_at__lte=now) | Q(state=State.RUNNING, beat_at__lt=now - LEASE)
    on_it = Job.objects.filter(kind=OuterRef("kind"), about=OuterRef("about"), state=State.RUNNING)
    other = ~Q(about="") & Exists(on_it.exclude(pk=OuterRef("pk")).filter(beat_at__gte=now - LEASE))
    return Job.objects.filter(ready, kind__in=list(kinds)).exclude(other).order_by("next_at", "pk")


def claim(worker: str, kinds: Iterable[str], now: datetime) -> Job | None:
    """Take the piece among these kinds that has waited longest; None if none is due or free."""
    kinds = list(kinds)
    # Looked at before it is locked: on SQLite every lock keeps all others from writing.
    if not due(kinds, now).exists():
        return None
    with transaction.atomic():
        alone = not connection.features.has_select_for_update
        if alone and Job.objects.filter(kind__in=kinds, state=State.RUNNING, beat_at__gte=now - LEASE).exists():
            return None
        job = due(kinds, now).select_for_update(skip_locked=True).first()
        if job is None:
            return None
        if job.state == State.RUNNING:
            job.error = KILLED
        if job.asked_by and job.tries >= MOST_TRIES:
            job.state, job.ended_at = State.FAILED, now
            job.save()
            return None
        job.state, job.worker, job.began_at, job.beat_at = State.RUNNING, worker, now, now
        job.tries, job.done, job.of = job.tries + 1, 0, 0
        job.save()
    return job


def beat(job: Job, done: int, of: int, now: datetime) -> bool:
    """Give a sign of life and say how far it is; whether the piece is still this worker's."""
    return bool(_mine(job).update(beat_at=now, done=done, of=of))


def finish(job: Job, result: dict[str, Any], every: timedelta | None, now: datetime) -> None:
    """It is done; a duty comes due again after `every`. Nothing is kept if somebody else has taken the piece since."""
    told: dict[str, Any] = {"state": State.DONE} if every is None else {"state": State.WAITING, "next_at": now + every}
    told |= {"ended_at": now, "beat_at": now, "tries": 0, "error": "", "result": result}
    _mine(job).update(**told)


def fail(job: Job, error: str, now: datetime) -> None:
    """It failed: it is tried again later, each time after twice as long; work that was asked for not for ever."""
    wait = min(FIRST_WAIT * 2 ** min(job.tries - 1, 20), LONGEST_WAIT)
    lost = bool(job.asked_by) and job.tries >= MOST_TRIES
    told: dict[str, Any] = {"state": State.FAILED, "ended_at": now} if lost else {"state": State.WAITING}
    _mine(job).update(**told, beat_at=now, next_at=now + wait, error=error[:300])


def give_back(worker: str, now: datetime) -> None:
    """A worker that was told to stop gives back what it was at, to be done from the beginning."""
    Job.objects.filter(worker=worker, state=State.RUNNING).update(state=State.WAITING, next_at=now, tries=0)


def _mine(job: Job) -> QuerySet[Job]:
    return Job.objects.filter(pk=job.pk, state=State.RUNNING, worker=job.worker, began_at=job.began_at)
