"""What moves a limit after it began, and what may not."""

from datetime import date, timedelta

import pytest

from rogatory.law.sources import Cite, Source
from rogatory.law.time_limits.computing import limit
from rogatory.law.time_limits.deadline import Deadline, Event, How, State, What
from rogatory.law.time_limits.moving import Grant, extend, resume, suspend
from rogatory.law.time_limits.rules import RULES, Unit, rule

REFERRAL = Source((Cite("Ruling of the chamber", "reference to the Constitutional Court"),))
BY_REQUEST = "postponement-at-request"


def started(name: str, day: str) -> Deadline:
    return limit(rule(name), Event(date.fromisoformat(day)))


@pytest.mark.parametrize(
    ("name", "event", "ground", "since", "again", "last"),
    [
        ("be-eaw-council-chamber", "2026-11-02", BY_REQUEST, "2026-11-10", "2026-11-17", "2026-11-24"),  # a week
        ("be-eaw-council-chamber", "2026-11-02", BY_REQUEST, "2026-11-17", "2026-11-18", "2026-11-18"),  # the last day
        ("be-eaw-council-chamber", "2026-12-20", BY_REQUEST, "2026-12-31", "2027-01-07", "2027-01-11"),  # over new year
        (
            "be-eaw-council-chamber",
            "2028-02-14",
            BY_REQUEST,
            "2028-02-28",
            "2028-03-03",
            "2028-03-04",
        ),  # over a leap day
        ("be-eaw-council-chamber", "2027-02-14", BY_REQUEST, "2027-02-28", "2027-03-03", "2027-03-04"),  # no leap day
        (
            "be-eaw-appeal-ruling",
            "2026-11-02",
            BY_REQUEST,
            "2026-11-03",
            "2026-11-04",
            "2026-11-18",
        ),  # from the first day
        ("be-eaw-appeal-ruling", "2026-11-02", BY_REQUEST, "2026-11-01", "2026-11-06", "2026-11-20"),  # begun before it
        ("be-eaw-cassation-ruling", "2026-11-02", BY_REQUEST, "2026-11-05", "2026-12-05", "2026-12-17"),  # a month
        ("be-28sexies-chamber", "2026-11-02", "adjournment", "2026-11-05", "2026-11-12", "2026-11-24"),  # adjourned
        ("be-61quater-chamber", "2026-12-11", "adjournment", "2026-12-14", "2027-01-04", "2027-01-16"),  # to a Saturday
        ("eio-execute", "2026-06-01", "postponed-eio", "2026-07-01", "2026-08-01", "2026-09-30"),  # own proceedings
        ("eio-execute", "2026-06-01", "postponed-eio", "2026-07-01", "2026-07-05", "2026-09-03"),  # four days
        (
            "eio-execute",
            "2026-05-29",
            "postponed-eio",
            "2026-07-01",
            "2026-07-10",
            "2026-09-07",
        ),  # to a Saturday, moved
        ("be-1051-appeal", "2026-02-02", "death", "2026-02-10", "2026-03-12", "2026-04-01"),  # death of a party
    ],
)
def test_days_that_stood_still_come_on_top(name, event, ground, since, again, last):
    held = suspend(started(name, event), date.fromisoformat(since), ground)
    assert held.state(date(2099, 1, 1)) is State.SUSPENDED
    assert held.last_day is held.latest is None
    assert str(resume(held, date.fromisoformat(again)).last_day) == last


def test_a_limit_is_suspended_twice():
    found = started("be-eaw-council-chamber", "2026-11-02")
    for since, again in (("2026-11-05", "2026-11-08"), ("2026-11-10", "2026-11-15")):
        found = resume(suspend(found, date.fromisoformat(since), BY_REQUEST), date.fromisoformat(again))
    assert found.last_day == date(2026, 11, 17) + timedelta(days=3 + 5)


def test_working_days_that_stood_still_come_on_top():
    set_by_judge = rule("be-51-set-by-judge").lasting(5, Unit.WORKING_DAYS)
    found = limit(set_by_judge, Event(date(2026, 12, 21)))
    assert found.last_day == date(2026, 12, 29)  # 22, 23, 24, 28 and 29 December
    found = resume(suspend(found, date(2026, 12, 24), "referral", REFERRAL), date(2027, 1, 4))
    assert found.last_day == date(2027, 1, 6)  # two had run; 4, 5 and 6 January


def test_a_later_reading_moves_with_the_earlier():
    posted = limit(rule("be-28sexies-recourse"), Event(date(2026, 11, 23), How.POSTED))
    found = resume(suspend(posted, date(2026, 12, 1), "referral", REFERRAL), date(2026, 12, 8))
    assert (found.last_day, found.latest) == (date(2026, 12, 17), date(2026, 12, 18))


@pytest.mark.parametrize(
    ("name", "event", "on", "until", "last"),
    [
        ("eio-recognise", "2026-11-02", "2026-11-30", "2026-12-15", "2026-12-15"),
        ("eio-recognise", "2026-11-02", "2026-12-02", "2027-01-01", "2027-01-04"),
        ("eio-recognise", "2028-01-31", "2028-02-20", "2028-03-31", "2028-03-31"),
        ("eio-recognise", "2026-11-02", "2026-11-30", "2026-12-25", "2026-12-28"),
        ("gdpr-answer", "2026-11-30", "2026-12-10", "2027-02-28", "2027-03-01"),
        ("be-eaw-final-decision", "2026-11-02", "2026-12-30", "2027-01-31", "2027-01-31"),
        ("be-eaw-surrender", "2026-11-02", "2026-11-12", "2026-11-22", "2026-11-22"),
        ("eio-execute", "2026-11-02", "2027-01-15", "2027-06-30", "2027-06-30"),
        ("ccf-access", "2026-11-02", "2027-03-01", "2027-05-31", "2027-05-31"),
    ],
)
def test_a_limit_is_extended_to_a_day(name, event, on, until, last):
    before = started(name, event)
    found = extend(before, Grant(date.fromisoformat(on), date.fromisoformat(until), "translation not ready"))
    assert str(found.last_day) == last
    assert found.steps[: len(before.steps)] == before.steps
    assert found.steps[len(before.steps)].what is What.EXTENDED


@pytest.mark.parametrize(
    ("name", "event", "on", "until", "message"),
    [
        ("eio-recognise", "2026-11-02", "2026-11-30", "2027-01-05", "2027-01-04 at most"),
        ("eio-recognise", "2026-11-02", "2026-12-03", "2026-12-15", "ended on 2026-12-02"),
        ("eio-recognise", "2026-11-02", "2026-11-30", "2026-12-02", "ends later"),
        ("be-423-cassation", "2026-11-02", "2026-11-10", "2026-12-02", "nobody can extend it"),
        ("be-61quater-appeal", "2026-11-02", "2026-11-10", "2026-12-02", "nobody can extend it"),
        ("be-1874-3-opinion", "2026-11-02", "2026-11-10", "2026-12-02", "knows no extension"),
        ("ece-16-provisional-arrest-40", "2026-11-02", "2026-11-10", "2026-12-24", "nobody can extend it"),
        ("eio-provisional-measure", "2026-11-02", "2026-11-02", "2026-11-05", "in hours"),
    ],
)
def test_what_cannot_be_extended(name, event, on, until, message):
    with pytest.raises(ValueError, match=message):
        extend(started(name, event), Grant(date.fromisoformat(on), date.fromisoformat(until), "more time"))


def test_a_judge_extends_once_and_by_no_more_than_the_first_time():
    found = limit(rule("be-51-set-by-judge").lasting(20), Event(date(2026, 11, 2)))
    assert found.last_day == date(2026, 11, 23)  # the twentieth day is Sunday 22 November
    with pytest.raises(ValueError, match="2026-12-14 at most"):
        extend(found, Grant(date(2026, 11, 10), date(2026, 12, 15), "illness"))
    longer = extend(found, Grant(date(2026, 11, 10), date(2026, 12, 12), "illness"))
    assert longer.last_day == date(2026, 12, 14)
    with pytest.raises(ValueError, match="allows no more"):
        extend(longer, Grant(date(2026, 12, 1), date(2026, 12, 20), "illness"))


@pytest.mark.parametrize(
    ("name", "since", "ground", "message"),
    [
        ("be-423-cassation", "2026-11-10", "illness", "is not suspended by 'illness'"),
        ("be-eaw-council-chamber", "2026-11-18", BY_REQUEST, "ended on 2026-11-17"),
        ("eio-provisional-measure", "2026-11-02", BY_REQUEST, "in hours"),
        ("be-429-memorial-before-hearing", "2026-10-01", BY_REQUEST, "counted back"),
    ],
)
def test_what_cannot_be_suspended(name, since, ground, message):
    with pytest.raises(ValueError, match=message):
        suspend(started(name, "2026-11-02"), date.fromisoformat(since), ground)


def test_a_suspension_names_its_own_source_where_the_rule_knows_none():
    held = suspend(started("be-423-cassation", "2026-11-02"), date(2026, 11, 10), "reference", REFERRAL)
    assert held.steps[-1].source == REFERRAL
    with pytest.raises(ValueError, match="cannot be suspended"):
        suspend(held, date(2026, 11, 11), "reference", REFERRAL)
    with pytest.raises(ValueError, match="cannot be extended"):
        extend(held, Grant(date(2026, 11, 11), date(2026, 12, 11), "more time"))
    with pytest.raises(ValueError, match="from a later day"):
        resume(held, date(2026, 11, 10))


def test_what_is_not_suspended_cannot_run_again():
    with pytest.raises(ValueError, match="is not suspended"):
        resume(started("be-423-cassation", "2026-11-02"), date(2026, 11, 10))


def test_what_does_not_run_is_neither_suspended_nor_extended():
    unserved = limit(rule("be-61quater-appeal"), Event(None, How.NOT_SERVED))
    with pytest.raises(ValueError, match="does not run"):
        suspend(unserved, date(2026, 11, 10), "reference", REFERRAL)


def test_the_grounds_of_the_rules_are_worded_and_only_limits_in_days_have_any():
    for known in RULES.values():
        if known.suspended_by or known.extension:
            assert known.unit is not Unit.HOURS
            assert not known.before
            assert not (known.forfeiture and known.extension)
