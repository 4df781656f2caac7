"""Time limits by their days, from the copies: which are overdue, which end soon, and in which cases that still counts.

A day that passes changes no copy. So what is overdue is asked anew each time, of the moment at which it is asked.
"""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from rogatory.law.time_limits.deadline import WARNINGS
from rogatory.law.time_limits.rules import Nature
from rogatory.registry.cases.models import CaseCopy, LimitCopy

WARNED = WARNINGS[0]
"""Days before the last day from which on there are warnings."""
_LATE = (Nature.DUTY.value, Nature.LIBERTY.value)
"""What somebody can be late with; when a right to challenge ends, nobody is late."""


def overdue(now: datetime) -> QuerySet[LimitCopy]:
    """The limits with which somebody is late at a moment, in the earlier reading; the oldest first."""
    over = Q(last_moment=None, last_day__lt=timezone.localdate(now)) | Q(last_moment__lt=now)
    return _that_count().filter(over, nature__in=_LATE)


def ending(now: datetime, within: int) -> QuerySet[LimitCopy]:
    """The limits that are not over and end within so many days (0: today); the next to end first.

    Not the day before which nothing can be asked: of that nobody is warned.
    """
    today = timezone.localdate(now)
    running = Q(last_moment=None, last_day__gte=today) | Q(last_moment__gte=now)
    found = _that_count().filter(running, last_day__lte=today + timedelta(days=within))
    return found.exclude(nature=Nature.BAR.value)


def _that_count() -> QuerySet[LimitCopy]:
    """Those of cases that are open; a closed case is no reason to forget what a remedy set running."""
    counts = CaseCopy.objects.filter(Q(closed=False) | Q(remedies__gt=0), case=OuterRef("case"))
    return LimitCopy.objects.filter(Exists(counts))
