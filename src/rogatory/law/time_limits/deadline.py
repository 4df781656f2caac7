"""A time limit in a case: from when to when it runs, and every step that made it so.

A `Deadline` never changes. What happens later (a suspension, an extension) gives a new one, whose steps begin with all
the steps of the old: its history. Where two readings are open, `last_day` is the earlier, for whoever has to act, and
`latest` the later, up to which others have to treat the time as running.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum

from rogatory.law.sources import Source
from rogatory.law.time_limits.calendars import Calendar
from rogatory.law.time_limits.rules import Rule

WARNINGS = (10, 5, 2, 1)
"""Days before the last day on which to warn."""


def warning(left: int) -> int | None:
    """The tightest warning reached with so many days left: 10, 5, 2 or 1, 0 from the last day on; None: none yet.

    >>> warning(11), warning(4), warning(-3)
    (None, 5, 0)
    """
    if left > WARNINGS[0]:
        return None
    return 0 if left <= 0 else min(days for days in WARNINGS if left <= days)


class How(Enum):
    """How an event came about; for a rule that runs from service, how service was made."""

    ON_THE_DAY = "on-the-day"
    """It happened, or service was made, on that day."""
    PRESENTED = "presented"
    """A judicial letter, or a registered one with acknowledgement, was presented on that day (Judicial Code, 53bis, 1°)."""
    POSTED = "posted"
    """A registered or plain letter was given to the post on that day (53bis, 2°)."""
    RECEIPTED = "receipted"
    """A dated receipt was given on that day (53bis, 3°)."""
    VOID = "void"
    """Service was void, or did not say which remedies there are (47bis)."""
    NOT_SERVED = "not-served"
    """Nothing was served."""


@dataclass(frozen=True, slots=True)
class Event:
    """What a limit starts from.

    Attributes:
        on: Day, or moment with its zone; None: not known.
        how: How it came about.
        received: For a letter that was posted: the day on which the addressee shows it came; None: not shown.
    """

    on: date | datetime | None
    how: How = How.ON_THE_DAY
    received: date | None = None

    def __post_init__(self) -> None:
        """Refuse a moment without a zone, and a proof of receipt for what was not posted.

        Raises:
            ValueError: See above.
        """
        if isinstance(self.on, datetime) and self.on.tzinfo is None:
            msg = f"the moment {self.on} has no time zone; give one"
            raise ValueError(msg)
        if self.received is not None and self.how is not How.POSTED:
            msg = f"a day of receipt can be shown for a letter that was posted, not for {self.how.value}"
            raise ValueError(msg)

    @property
    def day(self) -> date | None:
        """The day of the event; None: not known."""
        return self.on.date() if isinstance(self.on, datetime) else self.on


class What(Enum):
    """What a step of a computation says. The words stand in `wording`."""

    RULE = "rule"
    EVENT = "event"
    PRESENTED = "presented"
    POSTED = "posted"
    POSTED_SHOWN = "posted-shown"
    RECEIPTED = "receipted"
    NOT_SERVED = "not-served"
    VOID = "void"
    UNKNOWN = "unknown"
    FIRST = "first"
    FIRST_UNCLEAR = "first-unclear"
    HOURS_AS_DAYS = "hours-as-days"
    HOUR_BEGINS = "hour-begins"
    HOUR_UNKNOWN = "hour-unknown"
    ENDS = "ends"
    ENDS_AT = "ends-at"
    BACK = "back"
    CLOSED = "closed"
    CALENDAR_UNKNOWN = "calendar-unknown"
    MOVED = "moved"
    NOT_MOVED = "not-moved"
    MINIMUM = "minimum"
    VACATION = "vacation"
    VACATION_UNCLEAR = "vacation-unclear"
    UNPROVED = "unproved"
    TOLD_LATER = "told-later"
    READINGS = "readings"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    EXTENDED = "extended"


_MOVES = (What.SUSPENDED, What.RESUMED, What.EXTENDED)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a computation.

    Attributes:
        what: What it says.
        source: Where that comes from; None: it is a fact, or a simple count.
        on: The day or moment it speaks of.
        to: The day or moment it leads to.
        n: A number it speaks of.
        word: A key of the wording (a ground, who extends, why a day is closed), or a ground as it was entered.
    """

    what: What
    source: Source | None = None
    on: date | datetime | None = None
    to: date | datetime | None = None
    n: int = 0
    word: str = ""


class Standing(Enum):
    """Whether a limit runs at all."""

    RUNS = "runs"
    NOT_SERVED = "not-served"
    UNKNOWN = "unknown"
    SUSPENDED = "suspended"


class State(Enum):
    """How a limit stands on a day."""

    RUNNING = "running"
    LAST_DAY = "last-day"
    """The last day has come and is not over."""
    UNCLEAR = "unclear"
    """Over in one reading, running in another, or its end depends on closed days nobody knows: not to be held late."""
    OVER = "over"
    SUSPENDED = "suspended"
    NOT_SERVED = "not-served"
    """Not running: whoever it binds was not served."""
    UNKNOWN = "unknown"
    """The day of the event is not known: never taken as past."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit, computed.

    Attributes:
        rule: Its rule.
        event: What it started from.
        calendar: The closed days taken.
        standing: Whether it runs.
        first: The first day that counts (earlier reading); None: it does not run, or is counted back or in hours.
        raw: The last day before closed days move it (earlier reading); None as for `last_day`, but kept in suspension.
        raw_latest: The same in the later reading.
        last_day: The last day to act (inclusive), in the earlier reading; None: it does not run.
        latest: The last day (inclusive) in the later reading; None: it does not run, or its end is not known.
        last_moment: For a limit in hours whose hour is known: the moment at which it ends; it is over after that.
        steps: How it came about, in order.
        suspended_since: First day of a suspension that lasts; None: none.
        extended: How often it was extended.
    """

    rule: Rule
    event: Event
    calendar: Calendar
    standing: Standing
    steps: tuple[Step, ...]
    first: date | None = None
    raw: date | None = None
    raw_latest: date | None = None
    last_day: date | None = None
    latest: date | None = None
    last_moment: datetime | None = None
    suspended_since: date | None = None
    extended: int = 0

    def state(self, at: date | datetime) -> State:
        """How it stands at a moment, or on a day.

        Args:
            at: A day; or a moment with its zone, which is compared with the hour where the limit has one.
        """
        if self.standing is not Standing.RUNS or self.last_day is None:
            return State(self.standing.value) if self.standing is not Standing.RUNS else State.UNKNOWN
        if isinstance(at, datetime) and self.last_moment is not None and at > self.last_moment:
            return State.OVER
        today = at.date() if isinstance(at, datetime) else at
        if today <= self.last_day:
            return State.RUNNING if today < self.last_day else State.LAST_DAY
        return State.UNCLEAR if self.latest is None or today <= self.latest else State.OVER

    def days_left(self, today: date) -> int | None:
        """Days from `today` to the last day: 0 on it, below 0 after it; None: it does not run."""
        return None if self.last_day is None else (self.last_day - today).days

    def threshold(self, today: date) -> int | None:
        """The tightest warning reached: 10, 5, 2 or 1 days before, 0 from the last day on; None: none yet."""
        left = self.days_left(today)
        return None if left is None else warning(left)

    def warning_days(self) -> tuple[tuple[date, int], ...]:
        """The days on which to warn, with the days then left; none lies before the event, none where it does not run."""
        if self.last_day is None:
            return ()
        days = ((self.last_day - timedelta(days=left), left) for left in WARNINGS)
        begun = None if self.rule.before else self.event.day
        return tuple((day, left) for day, left in days if begun is None or day >= begun)

    @property
    def moved(self) -> int:
        """How often it was suspended, let run again or extended."""
        return sum(step.what in _MOVES for step in self.steps)

    def then(self, *steps: Step, **changes: object) -> "Deadline":
        """This limit after further steps; the steps so far stay as they are."""
        return replace(self, steps=self.steps + steps, **changes)  # type: ignore[arg-type]
