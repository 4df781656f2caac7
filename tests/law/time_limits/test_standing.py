"""Whether a limit runs, how it stands on a day, and when to warn."""

from dataclasses import replace
from datetime import date

import pytest

from rogatory.law.time_limits.calendars import UNION
from rogatory.law.time_limits.computing import limit
from rogatory.law.time_limits.counting import same_date
from rogatory.law.time_limits.deadline import Event, How, State, What
from rogatory.law.time_limits.rules import RULES, Unit, rule

FAR = date(2099, 12, 31)
FROM_SERVICE = [name for name, known in RULES.items() if known.from_service]


@pytest.mark.parametrize("name", FROM_SERVICE)
@pytest.mark.parametrize("how", [How.NOT_SERVED, How.VOID])
@pytest.mark.parametrize("day", [None, date(2026, 11, 2)])
def test_time_never_runs_against_somebody_who_was_not_served(name, how, day):
    found = limit(rule(name), Event(day, how))
    assert found.state(FAR) is State.NOT_SERVED
    assert (found.last_day, found.latest, found.threshold(FAR), found.warning_days()) == (None, None, None, ())


@pytest.mark.parametrize("name", [name for name, known in RULES.items() if known.n])
def test_a_day_nobody_knows_is_never_past(name):
    found = limit(rule(name), Event(None))
    assert found.state(FAR) is State.UNKNOWN
    assert (found.last_day, found.days_left(FAR), found.steps[-1].what) == (None, None, What.UNKNOWN)


@pytest.mark.parametrize(
    ("day", "state", "left", "threshold"),
    [
        ("2026-11-20", State.RUNNING, 20, None),
        ("2026-11-29", State.RUNNING, 11, None),
        ("2026-11-30", State.RUNNING, 10, 10),
        ("2026-12-04", State.RUNNING, 6, 10),
        ("2026-12-05", State.RUNNING, 5, 5),
        ("2026-12-07", State.RUNNING, 3, 5),
        ("2026-12-08", State.RUNNING, 2, 2),
        ("2026-12-09", State.RUNNING, 1, 1),
        ("2026-12-10", State.LAST_DAY, 0, 0),
        ("2026-12-11", State.UNCLEAR, -1, 0),
        ("2026-12-12", State.OVER, -2, 0),
    ],
)
def test_a_posted_letter_stands_day_by_day(day, state, left, threshold):
    found = limit(rule("be-28sexies-recourse"), Event(date(2026, 11, 23), How.POSTED))
    today = date.fromisoformat(day)
    assert (found.state(today), found.days_left(today), found.threshold(today)) == (state, left, threshold)


def test_warnings_come_ten_five_two_and_one_days_before():
    found = limit(rule("be-135-appeal"), Event(date(2026, 12, 10)))
    days = [(str(day), left) for day, left in found.warning_days()]
    assert days == [("2026-12-18", 10), ("2026-12-23", 5), ("2026-12-26", 2), ("2026-12-27", 1)]


def test_nobody_is_warned_before_the_event():
    found = limit(rule("be-61ter-recourse"), Event(date(2026, 11, 16)))
    assert found.last_day == date(2026, 11, 24)
    assert [left for _, left in found.warning_days()] == [5, 2, 1]
    assert [left for _, left in limit(rule("be-eaw-appeal"), Event(date(2026, 11, 16))).warning_days()] == [1]


def test_warnings_of_what_is_counted_back_come_before_the_hearing():
    found = limit(rule("be-429-memorial-before-hearing"), Event(date(2026, 12, 16)))
    assert [left for _, left in found.warning_days()] == [10, 5, 2, 1]


def test_where_closed_days_are_not_known_the_limit_is_never_over():
    found = limit(rule("gdpr-answer"), Event(date(2026, 10, 2)), UNION)
    assert (found.last_day, found.latest) == (date(2026, 11, 2), None)
    assert found.state(FAR) is State.UNCLEAR
    assert What.CALENDAR_UNKNOWN in [step.what for step in found.steps]


@pytest.mark.parametrize(
    ("event", "last"),
    [
        ("2023-10-02", "2023-11-03"),  # 2 November is All Souls
        ("2023-03-06", "2023-04-11"),  # Maundy Thursday to Easter Monday
        ("2023-04-19", "2023-05-22"),  # the day after Ascension, a Friday
        ("2014-04-17", "2014-05-19"),
        ("2014-11-24", None),  # 24 December 2014 leads into 2015, of which nothing is known
    ],
)
def test_the_union_days_move_a_limit(event, last):
    found = limit(replace(rule("gdpr-answer"), since=None), Event(date.fromisoformat(event)), UNION)
    assert found.latest == (date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    ("event", "n", "unit", "last"),
    [
        ("2026-11-26", 2, Unit.DAYS, "2026-11-30"),  # Saturday rolls to Monday: Friday and Monday
        ("2026-11-27", 2, Unit.DAYS, "2026-12-01"),  # Sunday rolls to Monday, the only working day so far
        ("2026-12-24", 2, Unit.DAYS, "2026-12-29"),  # Christmas, Saturday, Sunday, Monday
        ("2026-04-02", 3, Unit.DAYS, "2026-04-07"),  # Good Friday is open; Easter Monday is not
        ("2026-04-03", 3, Unit.DAYS, "2026-04-08"),
        ("2026-11-27", 1, Unit.DAYS, "2026-11-30"),  # a period of one day needs no two
        ("2026-11-23", 2, Unit.DAYS, "2026-11-25"),
        ("2026-12-24", 2, Unit.WORKING_DAYS, "2026-12-29"),
        ("2026-12-31", 1, Unit.WORKING_DAYS, "2027-01-04"),
    ],
)
def test_a_union_period_of_two_days_has_two_working_days(event, n, unit, last):
    short = replace(rule("gdpr-answer"), n=n, unit=unit)
    assert str(limit(short, Event(date.fromisoformat(event))).last_day) == last


@pytest.mark.parametrize(
    ("event", "last"), [("1998-03-12", "1998-04-02"), ("1998-03-13", "1998-04-03"), ("1998-03-16", "1998-04-06")]
)
def test_weeks_end_on_the_weekday_of_the_event_as_in_toeters(event, last):
    three_weeks = replace(rule("eio-acknowledge"), n=3, since=None)
    assert str(limit(three_weeks, Event(date.fromisoformat(event))).last_day) == last


def test_months_end_on_the_date_of_the_event_as_in_misset():
    # Case 152/85: told on 18 February 1985, three months end on 18 May, before the days for distance.
    assert same_date(date(1985, 2, 18), 3) == (date(1985, 5, 18), True)


def test_a_rule_governs_the_events_of_its_time():
    with pytest.raises(ValueError, match="from 2022-02-01 on"):
        limit(rule("echr-application"), Event(date(2022, 1, 31)))
    with pytest.raises(ValueError, match="before 2022-02-01"):
        limit(rule("echr-application-six-months"), Event(date(2022, 2, 1)))


def test_a_rule_without_a_length_asks_for_one():
    with pytest.raises(ValueError, match="whoever sets it"):
        limit(rule("be-51-set-by-judge"), Event(date(2026, 11, 2)))
    with pytest.raises(ValueError, match="at least 1"):
        rule("be-51-set-by-judge").lasting(0)
    with pytest.raises(ValueError, match="the text sets 15 days"):
        rule("be-135-appeal").lasting(20)


def test_what_does_not_run_from_service_takes_no_way_of_service():
    with pytest.raises(ValueError, match="does not run from service"):
        limit(rule("be-423-cassation"), Event(date(2026, 11, 2), How.POSTED))
    with pytest.raises(ValueError, match="posted"):
        Event(date(2026, 11, 2), How.RECEIPTED, received=date(2026, 11, 3))


def test_an_unknown_rule_is_answered_with_those_nearest():
    with pytest.raises(ValueError, match="be-eaw-appeal"):
        rule("eaw-appeal")
