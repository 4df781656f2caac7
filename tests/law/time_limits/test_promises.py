"""What holds for every rule and every day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rogatory.law.sources import Cite, Source
from rogatory.law.time_limits.calendars import BELGIUM
from rogatory.law.time_limits.computing import limit
from rogatory.law.time_limits.counting import in_days
from rogatory.law.time_limits.deadline import Event, How, State, What
from rogatory.law.time_limits.moving import Grant, extend, resume, suspend
from rogatory.law.time_limits.rules import RULES, Rule, Unit
from tests.law.time_limits.oracle import closed, last_day

COUNTED = {
    "eu-1182-71": "union", "be-criminal": "act", "be-judicial": "act", "be-decides": "decides", "echr": "same-date",
    "ccf": "same-date",
}  # fmt: skip
IN_DAYS = [known for known in RULES.values() if known.n and in_days(known) and not known.before]
PLAIN = [known for known in IN_DAYS if known.reckoning.id in COUNTED and not known.vacation]
ORDER = Source((Cite("Order", "of the court"),))

rules = st.sampled_from(IN_DAYS)
# Late enough for every rule, early enough for every rule that ended; 2008 has a day nobody knows.
days = st.dates(date(2023, 1, 1), date(2060, 12, 31))
spans = st.integers(1, 400).map(lambda n: timedelta(days=n))


def governed(known: Rule, day: date) -> date:
    return day if known.governs(day) else day.replace(year=2012 + day.year % 8, day=min(day.day, 28))


@given(st.sampled_from(PLAIN), days)
def test_the_last_day_is_that_of_the_oracle(known, day):
    day = governed(known, day)
    found = limit(known, Event(day))
    assert found.last_day == last_day(COUNTED[known.reckoning.id], known.n, known.unit.value, day)


@given(rules, days)
def test_a_limit_never_ends_on_a_closed_day_where_its_rule_says_so(known, day):
    found = limit(known, Event(governed(known, day)))
    assert found.last_day is not None
    assert found.latest is not None
    if known.reckoning.rolls:
        assert not closed(found.last_day)
        assert not closed(found.latest)


@given(rules, days, spans)
def test_a_later_event_never_gives_an_earlier_end(known, day, span):
    # But for the judicial vacation: what ends in it ends on 15 September, what ends the day after it does not.
    assume(not known.vacation)
    day = governed(known, day)
    assume(known.governs(day + span))
    early, late = limit(known, Event(day)), limit(known, Event(day + span))
    assert (early.last_day, early.latest) <= (late.last_day, late.latest)


def test_the_judicial_vacation_is_the_exception_to_that():
    known = RULES["be-1051-appeal"]
    ends = [limit(known, Event(date(2026, 7, 31) + timedelta(days=n))).last_day for n in (0, 1)]
    assert ends == [date(2026, 9, 15), date(2026, 9, 1)]


@given(rules, days)
def test_a_limit_ends_after_its_event_and_the_earlier_reading_first(known, day):
    day = governed(known, day)
    found = limit(known, Event(day))
    assert found.last_day is not None
    assert found.latest is not None
    assert day < found.last_day <= found.latest


@given(st.sampled_from([known for known in IN_DAYS if known.from_service]), days)
def test_a_letter_by_post_never_ends_before_one_handed_over(known, day):
    handed, posted = (limit(known, Event(day, how)) for how in (How.ON_THE_DAY, How.POSTED))
    assert handed.last_day is not None
    assert posted.last_day is not None
    assume(not known.vacation)
    assert handed.last_day <= posted.last_day


@given(rules, days, st.integers(0, 60), st.integers(1, 200))
def test_a_suspension_adds_the_days_it_lasted(known, day, wait, lasted):
    day = governed(known, day)
    before = limit(known, Event(day))
    since = day + timedelta(days=1 + wait)
    assert before.last_day is not None
    assume(since <= before.last_day and not known.vacation)
    after = resume(suspend(before, since, "reference", ORDER), since + timedelta(days=lasted))
    assert after.raw is not None
    assert before.raw is not None
    assert after.raw - before.raw == timedelta(days=lasted)
    assert after.last_day is not None
    assert after.last_day > before.last_day or known.reckoning.rolls
    assert after.last_day >= before.last_day
    assert after.steps[: len(before.steps)] == before.steps


@given(st.sampled_from([known for known in IN_DAYS if known.extension]), days, st.integers(-400, 800))
def test_an_extension_never_shortens(known, day, longer):
    before = limit(known, Event(governed(known, day)))
    assert before.last_day is not None
    until = before.last_day + timedelta(days=longer)
    try:
        after = extend(before, Grant(before.last_day, until, "needed"))
    except ValueError:
        assert longer <= 0 or (known.extension is not None and known.extension.most)
        return
    assert after.last_day is not None
    assert after.last_day >= until > before.last_day
    assert after.steps[: len(before.steps)] == before.steps


@given(st.sampled_from([known for known in RULES.values() if known.n]), days, st.integers(-30, 1500))
def test_nobody_is_late_before_the_last_day_of_any_reading(known, day, passed):
    day = governed(known, day)
    found = limit(known, Event(day))
    today = day + timedelta(days=passed)
    state = found.state(today)
    assert found.last_day is not None
    assert (state in (State.RUNNING, State.LAST_DAY)) == (today <= found.last_day)
    assert (state is State.OVER) == (found.latest is not None and today > found.latest)


HOURS = [known for known in RULES.values() if known.unit is Unit.HOURS and not in_days(known)]


@given(st.sampled_from(HOURS), days, st.times())
def test_a_day_without_its_hour_holds_every_hour_of_it(known, day, hour):
    moment = datetime.combine(day, hour, UTC)
    exact, whole = limit(known, Event(moment)), limit(known, Event(day))
    assert whole.last_day is not None
    assert exact.last_day is not None
    assert whole.latest is not None
    assert whole.last_day <= exact.last_day <= whole.latest


@pytest.mark.parametrize("known", IN_DAYS, ids=lambda known: known.id)
def test_every_step_that_rests_on_law_names_it(known):
    for day in (date(2026, 12, 24), date(2021, 12, 24)):
        if known.governs(day):
            silent = {s.what for s in limit(known, Event(day)).steps if s.source is None}
            assert silent <= {What.EVENT, What.READINGS, What.CLOSED}


def test_closed_days_that_are_holidays_name_their_law():
    steps = limit(RULES["be-135-appeal"], Event(date(2026, 12, 10))).steps
    (holiday,) = [step for step in steps if step.what is What.CLOSED and step.word == "holiday"]
    assert holiday.source == BELGIUM.source(2026)
