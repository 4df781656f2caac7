"""Whether the work gets done: for the health of the machine and for Prometheus."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from django.db.models import Max, Min, Q

from rogatory.registry.jobs.models import Job, State
from rogatory.registry.ledger import witnesses
from rogatory.registry.ledger.keys import NoKeyError

SILENT = timedelta(seconds=60)
"""A worker gives a sign of life several times in this time, whatever it does."""


def last_sign() -> datetime | None:
    """When a worker last gave a sign of life; None: never."""
    seen: datetime | None = Job.objects.aggregate(seen=Max("beat_at"))["seen"]
    return seen


def at_work(now: datetime) -> bool:
    """Whether a worker gave a sign of life lately."""
    seen = last_sign()
    return seen is not None and now - seen < SILENT


def lines(now: datetime) -> Iterator[str]:
    """The figures in the form Prometheus reads."""
    due = Q(state=State.WAITING, next_at__lte=now)
    for name, found in (
        ("due", Job.objects.filter(due).count()),
        ("running", Job.objects.filter(state=State.RUNNING).count()),
        ("failing", Job.objects.exclude(error="").count()),
        ("oldest_seconds", _age(now, Job.objects.filter(due).aggregate(at=Min("next_at"))["at"]) or 0),
        ("silent_seconds", _age(now, last_sign())),
    ):
        if found is not None:
            yield f"# TYPE rogatory_work_{name} gauge"
            yield f"rogatory_work_{name} {found}"
    with suppress(NoKeyError):
        yield "# TYPE rogatory_witness_lag_entries gauge"
        yield from (f'rogatory_witness_lag_entries{{witness="{name}"}} {lag}' for name, lag in witnesses.lag().items())


def _age(now: datetime, at: datetime | None) -> float | None:
    return None if at is None else round((now - at).total_seconds(), 1)
