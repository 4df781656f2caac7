"""What moves a time limit after it began: suspension and extension. Each is a step, and the old end stays readable."""

from dataclasses import dataclass
from datetime import date

from rogatory.law.sources import Source
from rogatory.law.time_limits.calendars import ONE_DAY
from rogatory.law.time_limits.computing import rolled, settled
from rogatory.law.time_limits.counting import in_days, nth_open, open_days, period_end
from rogatory.law.time_limits.deadline import Deadline, Standing, Step, What
from rogatory.law.time_limits.rules import Unit


def _running_in_days(deadline: Deadline, deed: str) -> None:
    rule = deadline.rule
    if rule.before or not in_days(rule):
        msg = f"{rule.id} is counted {'back' if rule.before else 'in hours'} and cannot be {deed}"
        raise ValueError(msg)
    if deadline.standing is not Standing.RUNS:
        msg = f"{rule.id} does not run ({deadline.standing.value}) and cannot be {deed}"
        raise ValueError(msg)


def suspend(deadline: Deadline, since: date, ground: str, source: Source | None = None) -> Deadline:
    """The limit stops running.

    Args:
        deadline: A limit that runs in days.
        since: First day that no longer counts.
        ground: Key of a ground the rule knows; any other words where `source` is given.
        source: The law or ruling that suspends; None: the rule's own.

    Raises:
        ValueError: It does not run, ended before, or knows no such ground and no source is given.
    """
    _running_in_days(deadline, "suspended")
    rule = deadline.rule
    if source is None and ground not in rule.suspended_by:
        known = ", ".join(rule.suspended_by) or "none"
        msg = f"{rule.id} is not suspended by {ground!r} (grounds: {known}); name the source that suspends it"
        raise ValueError(msg)
    last = deadline.last_day
    if last is None or since > last:
        msg = f"{rule.id} ended on {last}, before the suspension of {since}"
        raise ValueError(msg)
    step = Step(What.SUSPENDED, source or rule.source, on=since, word=ground)
    return deadline.then(step, standing=Standing.SUSPENDED, suspended_since=since, last_day=None, latest=None)


def resume(deadline: Deadline, on: date) -> Deadline:
    """The limit runs again: the days it stood still come on top.

    Args:
        deadline: A suspended limit.
        on: First day that counts again.

    Raises:
        ValueError: It is not suspended, or `on` is not after the first day of the suspension.
    """
    since, first, raw, later = deadline.suspended_since, deadline.first, deadline.raw, deadline.raw_latest
    if since is None or first is None or raw is None or later is None:
        msg = f"{deadline.rule.id} is not suspended, so it cannot run again"
        raise ValueError(msg)
    if on <= since:
        msg = f"{deadline.rule.id}: suspended from {since} on, it runs again from a later day, not from {on}"
        raise ValueError(msg)
    stood = max(on - max(since, first), ONE_DAY * 0)
    if deadline.rule.unit is Unit.WORKING_DAYS and stood:
        ends = [
            nth_open(on, max(open_days(max(since, first), end, deadline.calendar), 1), deadline.calendar)
            for end in (raw, later)
        ]
    else:
        ends = [raw + stood, later + stood]
    step = Step(What.RESUMED, on=on, to=ends[0], n=stood.days)
    again = deadline.then(step, standing=Standing.RUNS, suspended_since=None, raw=ends[0], raw_latest=ends[1])
    return settled(again)


@dataclass(frozen=True, slots=True)
class Grant:
    """That somebody extended a limit.

    Attributes:
        on: The day it was extended.
        until: The new last day (inclusive), before closed days move it.
        ground: Why, in words.
    """

    on: date
    until: date
    ground: str


def extend(deadline: Deadline, grant: Grant) -> Deadline:
    """The limit with a new last day.

    Raises:
        ValueError: The rule cannot be extended, or not again, or not so far; it had ended when it was extended; or the
            new day is not later than the old.
    """
    _running_in_days(deadline, "extended")
    rule, extension, last, raw = deadline.rule, deadline.rule.extension, deadline.last_day, deadline.raw
    if extension is None or last is None or raw is None:
        why = (
            "the right is lost after it, so nobody can extend it" if rule.forfeiture else "its text knows no extension"
        )
        msg = f"{rule.id} cannot be extended: {why}"
        raise ValueError(msg)
    if extension.times and deadline.extended >= extension.times:
        msg = f"{rule.id} was extended {deadline.extended} time(s), and its text allows no more"
        raise ValueError(msg)
    if grant.on > last:
        msg = f"{rule.id} ended on {last} and cannot be extended on {grant.on}"
        raise ValueError(msg)
    if grant.until <= last:
        msg = f"{rule.id} runs to {last}; an extension ends later, not on {grant.until}"
        raise ValueError(msg)
    if extension.most:
        n, unit = (rule.n, rule.unit) if extension.most < 0 else (extension.most, extension.unit)
        most = rolled(deadline, period_end(rule, raw + ONE_DAY, deadline.calendar, n, unit))[0]
        if grant.until > most:
            msg = f"{rule.id} can be extended to {most} at most, not to {grant.until}"
            raise ValueError(msg)
    step = Step(What.EXTENDED, rule.source, on=grant.on, to=grant.until, word=grant.ground)
    longer = deadline.then(step, raw=grant.until, raw_latest=grant.until, extended=deadline.extended + 1)
    return settled(longer)
