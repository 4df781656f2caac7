"""Computing a time limit from its rule and its event, and what moves it afterwards."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from rogatory.law.time_limits.calendars import BELGIUM, CALENDARS, ONE_DAY, Calendar, Closed
from rogatory.law.time_limits.counting import (
    AFTER_VACATION,
    HOURS_A_DAY,
    closed_from,
    day_before_moment,
    hours_later,
    in_days,
    in_vacation,
    nth_open,
    open_days,
    period_end,
)
from rogatory.law.time_limits.deadline import Deadline, Event, How, Standing, Step, What
from rogatory.law.time_limits.rules import First, Hours, Rule, Unit, cited

_ART_50, _ART_47BIS, _ART_53BIS = (cited(f"BE-CJ Art. {article}") for article in ("50", "47bis", "53bis"))
_POST_DAYS = 3
"""A letter counts from the third working day after it was posted."""
_FEW = 2
"""Periods of two days or more contain two working days (Regulation 1182/71, Art. 3(5))."""


def limit(rule: Rule, event: Event, calendar: Calendar | None = None) -> Deadline:
    """The time limit that `rule` sets from `event`.

    Args:
        rule: The rule; one without a length of its own needs `Rule.lasting` first.
        event: What it starts from: of a rule that runs from service, the service.
        calendar: The closed days of the place where the act is to be done; None: those the rule's reckoning names.

    Raises:
        ValueError: The rule has no length, does not govern an event of that day, or does not run from service although
            a way of service is told.
    """
    calendar = calendar or CALENDARS[rule.reckoning.calendar]
    if not rule.n:
        msg = f"{rule.id}: the text leaves the length to whoever sets it; give it with rule.lasting()"
        raise ValueError(msg)
    if event.how is not How.ON_THE_DAY and not rule.from_service:
        msg = f"{rule.id} does not run from service, so it cannot start from {event.how.value}"
        raise ValueError(msg)
    bare = Deadline(
        rule, event, calendar, Standing.RUNS, (Step(What.RULE, rule.source, n=rule.n, word=rule.unit.value),)
    )
    if event.how is How.NOT_SERVED:
        return bare.then(Step(What.NOT_SERVED, rule.source), standing=Standing.NOT_SERVED)
    if event.how is How.VOID:
        return bare.then(Step(What.VOID, _ART_47BIS, on=event.on), standing=Standing.NOT_SERVED)
    if event.on is None or event.day is None:
        return bare.then(Step(What.UNKNOWN), standing=Standing.UNKNOWN)
    if not rule.governs(event.day):
        msg = f"{rule.id} governs events {_force(rule)}, not one of {event.day}"
        raise ValueError(msg)
    if rule.before:
        return _counted_back(bare, event.on, event.day)
    return _in_days(bare, event.day) if in_days(rule) else _in_hours(bare, event.on, event.day)


def _force(rule: Rule) -> str:
    return " and ".join(
        [f"from {rule.since} on"] * (rule.since is not None) + [f"before {rule.until}"] * (rule.until is not None)
    )


def _in_days(bare: Deadline, day: date) -> Deadline:
    """A limit that ends with a day: the first day, the last, and what moves it."""
    rule, sources = bare.rule, bare.rule.reckoning.sources
    anchor, unclear, told = _anchor(bare.event, day)
    unclear = unclear or rule.reckoning.first is First.UNCLEAR
    first = anchor if unclear else anchor + ONE_DAY
    steps = [*told, Step(What.FIRST_UNCLEAR if unclear else What.FIRST, sources["start"], on=anchor, to=first)]
    if rule.unit is Unit.HOURS:
        steps.append(Step(What.HOURS_AS_DAYS, sources["hours"], n=rule.n))
    raw = period_end(rule, first, bare.calendar)
    months = rule.unit in (Unit.MONTHS, Unit.YEARS)
    steps.append(Step(What.ENDS, sources["months" if months else "days"], to=raw))
    later = period_end(rule, anchor + ONE_DAY, bare.calendar)
    return settled(bare.then(*steps, first=first, raw=raw, raw_latest=later), later_first=anchor + ONE_DAY)


def _anchor(event: Event, day: date) -> tuple[date, bool, tuple[Step, ...]]:
    """The day the count starts from, whether that day itself may count, and the steps that say why."""
    if event.how is How.POSTED:
        third = nth_open(day + ONE_DAY, _POST_DAYS, BELGIUM)
        posted = Step(What.POSTED, _ART_53BIS, on=day, to=third)
        if event.received is None or event.received <= third:
            return third, True, (posted,)
        return event.received, False, (posted, Step(What.POSTED_SHOWN, _ART_53BIS, on=event.received))
    if event.how in (How.PRESENTED, How.RECEIPTED):
        return day, False, (Step(What[event.how.name], _ART_53BIS, on=day),)
    return day, False, (Step(What.EVENT, on=event.on),)


def settled(deadline: Deadline, later_first: date | None = None) -> Deadline:
    """The limit with its last days, once what moves them was looked at.

    Args:
        deadline: The limit with `first`, `raw` and `raw_latest`.
        later_first: First day of the later reading; None: that of the earlier.
    """
    raw, later, first = deadline.raw, deadline.raw_latest, deadline.first
    if raw is None or later is None or first is None:  # pragma: no cover - limits that run in days have all three
        msg = f"{deadline.rule.id} does not run in days"
        raise ValueError(msg)
    end, steps, known = _moved(deadline, first, raw)
    latest, _, later_known = _moved(deadline, later_first or first, later)
    # A period that begins and would end within the vacation, but for a closed last day: both readings stay open.
    if deadline.rule.vacation and in_vacation(first, raw) and end < date(raw.year, *AFTER_VACATION):
        after = rolled(deadline, date(raw.year, *AFTER_VACATION))[0]
        latest = max(latest, after)
        steps = (*steps, Step(What.VACATION_UNCLEAR, _ART_50, on=end, to=after))
    sure = latest if known and later_known else None
    if sure is not None and sure > end:
        steps = (*steps, Step(What.READINGS, on=end, to=sure))
    return deadline.then(*steps, last_day=end, latest=sure)


def _moved(deadline: Deadline, first: date, raw: date) -> tuple[date, tuple[Step, ...], bool]:
    """The last day after vacation, closed days and the least number of working days; steps; whether it is certain."""
    rule, steps, end = deadline.rule, [], raw
    if rule.vacation and in_vacation(first, raw) and rolled(deadline, raw)[0].month < AFTER_VACATION[0]:
        end = date(raw.year, *AFTER_VACATION)
        steps.append(Step(What.VACATION, _ART_50, on=raw, to=end))
    end, told, known = rolled(deadline, end)
    least = rule.reckoning.least_working_days
    if least and _two_days_or_more(rule) and open_days(first, end, deadline.calendar) < least:
        end = nth_open(first, least, deadline.calendar)
        told = (*told, Step(What.MINIMUM, rule.reckoning.sources["minimum"], to=end, n=least))
    return end, (*steps, *told), known


def _two_days_or_more(rule: Rule) -> bool:
    return rule.unit not in (Unit.DAYS, Unit.WORKING_DAYS) or rule.n >= _FEW


def rolled(deadline: Deadline, day: date) -> tuple[date, tuple[Step, ...], bool]:
    """The day, or the next open one where closed days move it; the steps; whether the calendar is known so far."""
    reckoning, calendar = deadline.rule.reckoning, deadline.calendar
    closed = list(closed_from(day, calendar))
    if not reckoning.rolls:
        told = [Step(What.NOT_MOVED, reckoning.sources["roll"], on=d, word=why.value) for d, why in closed[:1]]
        return day, tuple(told if closed and closed[0][1] is not Closed.UNKNOWN else ()), True
    steps = [
        Step(What.CALENDAR_UNKNOWN, on=d)
        if why is Closed.UNKNOWN
        else Step(What.CLOSED, calendar.source(d.year) if why is Closed.HOLIDAY else None, on=d, word=why.value)
        for d, why in closed
    ]
    known = not closed or closed[-1][1] is not Closed.UNKNOWN
    end = day + timedelta(days=len(closed) - (not known))
    if end > day:
        steps.append(Step(What.MOVED, reckoning.sources["roll"], on=day, to=end))
    return end, tuple(steps), known


def _in_hours(bare: Deadline, on: date | datetime, day: date) -> Deadline:
    """A limit that ends at an hour."""
    rule, sources = bare.rule, bare.rule.reckoning.sources
    if isinstance(on, datetime):
        ends = hours_later(on, rule.n, rule.reckoning.hours)
        steps = [Step(What.EVENT, on=on)]
        if rule.reckoning.hours is Hours.FULL:
            steps.append(
                Step(What.HOUR_BEGINS, sources["start"], to=hours_later(on, 1, Hours.FULL) - timedelta(hours=1))
            )
        steps.append(Step(What.ENDS_AT, sources["hours"], to=ends))
        last = day_before_moment(ends)
        return bare.then(*steps, last_day=last, latest=last, last_moment=ends)
    whole = timedelta(days=-(-rule.n // HOURS_A_DAY))
    earlier, later = day + whole - ONE_DAY, day + whole
    # An event late in the evening starts, where only full hours count, with the next day.
    steps = [Step(What.EVENT, on=day), Step(What.HOUR_UNKNOWN, sources["hours"], on=earlier, to=later)]
    return bare.then(*steps, last_day=earlier, latest=later)


def _counted_back(bare: Deadline, on: date | datetime, day: date) -> Deadline:
    """A limit counted back from a day to come, as a hearing; no closed day moves it."""
    rule, sources = bare.rule, bare.rule.reckoning.sources
    told = Step(What.EVENT, on=on)
    if rule.unit is Unit.HOURS:
        if isinstance(on, datetime):
            ends = hours_later(on, -rule.n, Hours.EXACT)
            steps = (told, Step(What.ENDS_AT, sources["backwards"], to=ends))
            return bare.then(*steps, last_day=ends.date(), latest=ends.date(), last_moment=ends)
        whole = timedelta(days=-(-rule.n // HOURS_A_DAY))
        earlier, later = day - whole - ONE_DAY, day - whole
        hour = Step(What.HOUR_UNKNOWN, sources["hours"], on=earlier, to=later)
        return bare.then(told, hour, last_day=earlier, latest=later)
    back = _open_back(day, rule.n, bare.calendar) if rule.unit is Unit.WORKING_DAYS else _days_back(rule, day)
    closed = tuple(
        Step(What.NOT_MOVED, sources["backwards"], on=back, word=why.value)
        for why in [bare.calendar.closed(back)]
        if why not in (None, Closed.UNKNOWN)
    )
    return bare.then(told, Step(What.BACK, sources["backwards"], to=back), *closed, last_day=back, latest=back)


def _days_back(rule: Rule, day: date) -> date:
    if rule.unit is not Unit.DAYS:
        msg = f"{rule.id}: only days and hours are counted back, not {rule.unit.value}"
        raise ValueError(msg)
    return day - timedelta(days=rule.n)


def _open_back(day: date, n: int, calendar: Calendar) -> date:
    back: Iterator[date] = (day - timedelta(days=k) for k in range(1, 4 * n + 40))
    return [d for d in back if calendar.is_open(d)][n - 1]
