"""What samples and public numbers are made of: looked up in reading copies."""

from collections.abc import Mapping, Sequence

from django.db.models import QuerySet, Sum
from django.utils.crypto import salted_hmac

from rogatory.office.folds.counting import BULK, DEPARTED, SCREENED
from rogatory.oversight.sampling import Kind
from rogatory.oversight.statistics.groups import Event
from rogatory.oversight.statistics.publishing import Period
from rogatory.oversight.statistics.subjects import KEPT, SUBJECTS
from rogatory.registry.cases.models import HappeningCopy
from rogatory.registry.oversight.uncollected import uncollected

_SIGNS = 10


def pseudonym(what: str, name: str) -> str:
    """What stands for a case or an account where nobody need know which: the same each time, and of no use elsewhere.

    Args:
        what: `case` or `account`: the two are never alike.
        name: Its identifier.
    """
    return salted_hmac(f"rogatory.oversight.{what}", name, algorithm="sha256").hexdigest()[:_SIGNS]


def events(period: Period) -> dict[str, list[Event]]:
    """What happened in a period, by subject."""
    rows = HappeningCopy.objects.filter(subject__in=list(SUBJECTS), on__gte=period.first, on__lt=period.end)
    found: dict[str, list[Event]] = {subject: [] for subject in SUBJECTS}
    alike = rows.order_by().values_list("subject", "case", "told").annotate(n=Sum("number"))
    values: dict[str, tuple[str, ...]] = {}
    with uncollected():
        for subject, case, told, number in alike.iterator(10_000):
            if told not in values:
                values[told] = tuple(told.split(KEPT))
            found[subject].append(Event(case, values[told], number))
    return found


_DRAWN_FROM: Mapping[Kind, tuple[str, str]] = {
    Kind.DEPARTURES: (DEPARTED, ""),
    Kind.BULK_ANSWERS: (BULK, ""),
    Kind.DISMISSALS: ("links", f"dismissed{KEPT}"),
    Kind.NOT_SHOWN: (SCREENED, ""),
}
"""Of which happenings each kind of sample is drawn, and how their values begin."""


def population(kind: Kind) -> Sequence[str]:
    """Everything there is to draw a sample from: numbers of entries; of what was not shown `entry:register:place`."""
    rows = _rows(kind).order_by("seq", "told")
    if kind is Kind.NOT_SHOWN:
        found = rows.values_list("seq", "told", "number")
        return [f"{seq}:{register}:{place}" for seq, register, number in found for place in range(1, number + 1)]
    return [str(seq) for seq in rows.values_list("seq", flat=True)]


def count(kind: Kind) -> int:
    """How many there are to draw from."""
    if kind is Kind.NOT_SHOWN:
        return _rows(kind).order_by().aggregate(all=Sum("number"))["all"] or 0
    return _rows(kind).count()


def _rows(kind: Kind) -> QuerySet[HappeningCopy]:
    subject, begins = _DRAWN_FROM[kind]
    return HappeningCopy.objects.filter(subject=subject, told__startswith=begins)
