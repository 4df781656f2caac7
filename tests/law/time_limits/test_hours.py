"""Limits in hours, and limits counted back from a hearing."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from rogatory.law.time_limits.computing import limit
from rogatory.law.time_limits.deadline import Event, State
from rogatory.law.time_limits.rules import rule

BRUSSELS = ZoneInfo("Europe/Brussels")


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BRUSSELS)


@pytest.mark.parametrize(
    ("name", "event", "ends", "why"),
    [
        ("eio-provisional-measure", "2026-11-30T10:20", "2026-12-01T11:00", "the hour of receipt does not count"),
        ("eio-provisional-measure", "2026-11-30T10:00", "2026-12-01T11:00", "nor does it on the stroke of the hour"),
        ("eio-provisional-measure", "2026-11-30T10:59", "2026-12-01T11:00", "to the last minute of that hour"),
        ("eio-provisional-measure", "2026-11-30T23:30", "2026-12-02T00:00", "from midnight to midnight"),
        ("eio-provisional-measure", "2026-12-31T18:05", "2027-01-01T19:00", "a holiday moves no limit in hours"),
        ("eio-provisional-measure", "2026-11-27T16:45", "2026-11-28T17:00", "nor does a Saturday"),
        ("eio-provisional-measure", "2026-03-28T10:20", "2026-03-29T12:00", "the night has an hour less"),
        ("eio-provisional-measure", "2026-10-24T10:20", "2026-10-25T10:00", "the night has an hour more"),
        ("eio-provisional-measure", "2028-02-28T08:00", "2028-02-29T09:00", "leap day"),
        ("eio-interception-objection", "2026-11-30T10:20", "2026-12-04T11:00", "96 hours from Monday"),
        ("eio-interception-objection", "2026-12-30T10:20", "2027-01-03T11:00", "over the new year, to a Sunday"),
        ("eio-interception-objection", "2027-02-26T22:10", "2027-03-02T23:00", "over the end of February"),
        ("led-breach-notice", "2026-11-27T17:30", "2026-11-30T18:00", "72 hours over a weekend"),
        ("led-breach-notice", "2028-02-27T00:00", "2028-03-01T01:00", "72 hours over a leap day"),
        ("be-28sexies-hearing-notice", "2026-12-10T14:00", "2026-12-08T14:00", "48 hours before"),
        ("be-28sexies-hearing-notice", "2027-01-04T09:00", "2027-01-02T09:00", "a Saturday moves nothing"),
        ("be-136bis-hearing-notice", "2028-03-01T09:00", "2028-02-28T09:00", "back over a leap day"),
        ("be-eaw-hearing-notice", "2026-11-30T09:15", "2026-11-29T09:15", "24 hours before"),
        ("be-eaw-hearing-notice", "2026-03-29T09:15", "2026-03-28T08:15", "the night has an hour less"),
        ("be-eaw-hearing-notice", "2026-10-25T09:15", "2026-10-24T10:15", "the night has an hour more"),
    ],
)
def test_the_last_moment_is_the_one_worked_out(name, event, ends, why):
    found = limit(rule(name), Event(moment(event)))
    assert found.last_moment == moment(ends), why


def test_a_limit_in_hours_is_over_after_its_last_moment():
    found = limit(rule("eio-provisional-measure"), Event(moment("2026-11-30T10:20")))
    assert found.state(moment("2026-12-01T10:59")) is State.LAST_DAY
    assert found.state(moment("2026-12-01T11:00")) is State.LAST_DAY
    assert found.state(moment("2026-12-01T11:01")) is State.OVER
    assert found.state(date(2026, 12, 1)) is State.LAST_DAY


@pytest.mark.parametrize(
    ("name", "day", "earlier", "later"),
    [
        ("eio-provisional-measure", "2026-11-30", "2026-11-30", "2026-12-01"),
        ("eio-interception-objection", "2026-11-30", "2026-12-03", "2026-12-04"),
        ("led-breach-notice", "2028-02-27", "2028-02-29", "2028-03-01"),
        ("be-28sexies-hearing-notice", "2026-12-10", "2026-12-07", "2026-12-08"),
        ("be-eaw-hearing-notice", "2027-01-01", "2026-12-30", "2026-12-31"),
    ],
)
def test_an_unknown_hour_leaves_both_days(name, day, earlier, later):
    found = limit(rule(name), Event(date.fromisoformat(day)))
    assert (str(found.last_day), str(found.latest), found.last_moment) == (earlier, later, None)
    assert found.state(date.fromisoformat(later)) is State.UNCLEAR


@pytest.mark.parametrize(
    ("name", "day", "last"),
    [
        ("be-429-memorial-before-hearing", "2026-12-16", "2026-12-01"),
        ("be-429-memorial-before-hearing", "2028-03-07", "2028-02-21"),
        ("be-429-memorial-before-hearing", "2027-01-06", "2026-12-22"),
        ("be-429-memorial-before-hearing", "2026-12-15", "2026-11-30"),
        ("echr-rule-39", "2026-11-30", "2026-11-27"),
        ("echr-rule-39", "2026-12-02", "2026-12-01"),
        ("echr-rule-39", "2026-11-29", "2026-11-27"),
    ],
)
def test_days_are_counted_back(name, day, last):
    found = limit(rule(name), Event(date.fromisoformat(day)))
    assert (str(found.last_day), str(found.latest)) == (last, last)


def test_a_closed_day_does_not_move_what_is_counted_back():
    found = limit(rule("be-429-memorial-before-hearing"), Event(date(2027, 1, 9)))
    assert found.last_day == date(2026, 12, 25)
    assert found.steps[-1].what.value == "not-moved"


def test_twenty_four_hours_of_a_belgian_remedy_are_the_day_after_whatever_the_hour():
    late, early = (limit(rule("be-eaw-appeal"), Event(moment(f"2026-11-24T{hour}"))) for hour in ("23:59", "00:01"))
    assert late.last_day == early.last_day == date(2026, 11, 25)
    assert late.last_moment is None


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="no time zone"):
        Event(datetime(2026, 11, 30, 10, 20))  # noqa: DTZ001 - that is what is refused
