"""Where an inquiry stands, step by step and criterion by criterion, for any course it may take."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.casefile.model import CaseFile, Measure, Request
from rogatory.examination.inquiries.allegations import Allegation, Conclusion, Origin, Standing, Taken, Taking
from rogatory.examination.inquiries.checking import (
    PART_IN_THE_REQUEST,
    Did,
    State,
    criterion_lines,
    part_in,
    step_lines,
    unsettled,
)
from rogatory.examination.inquiries.holding import WAIT, holds
from rogatory.examination.inquiries.raised import RAISES, raised_by
from rogatory.examination.inquiries.steps import CRITERIA, STEPS, Criterion, Step, to_take
from rogatory.examination.inquiries.wording import WORDS
from rogatory.law.acts import ACTS, CONSULT, GRANT, SURRENDER, TRANSMIT
from rogatory.law.grades import Grade
from rogatory.law.vocabulary import VOCABULARY
from rogatory.office.filing import EVERY_ACT
from rogatory.states.record.entries import Method

AT, DAY = datetime(2026, 3, 2, 9, tzinfo=UTC), date(2026, 3, 2)
CASE = CaseFile(
    "c",
    "",
    Request("mla", "DE", "BE"),
    measures=(Measure("search", "search", persons=("P1",)), Measure("any", "search")),
)
TAKEN = (Taken(2, AT, "p-1"),)


def allegation(*steps: Step, torture: bool = False, ended: Grade | None = None, **more) -> Allegation:
    takings = tuple(Taking(step, n, DAY, False, "p-1") for n, step in enumerate(steps, 10))
    made = (Conclusion(90, DAY, ended, "p-1", "c-1"),) if "refused" in more or ended is not None else ()
    more.pop("refused", None)
    return Allegation("allegation-1", "P1", Origin.OUTSIDER, AT, "k-1", 1, torture=torture, steps=takings,
                      conclusions=made, **more)  # fmt: skip


courses = st.builds(
    lambda steps, torture, taken, ended: allegation(
        *steps, torture=torture, taken=TAKEN if taken else (), **({"ended": ended} if ended is not None else {})
    ),
    st.lists(st.sampled_from([*to_take(torture=True), Step.INFORMED]), unique=True), st.booleans(), st.booleans(),
    st.none() | st.sampled_from(Grade),
)  # fmt: skip
late_ones = st.sets(st.sampled_from(Step))


@given(courses, late_ones)
def test_a_criterion_is_met_only_where_each_step_that_shows_it_was_taken(one, late):
    states = {line.rule.step: line.state for line in step_lines(one, late)}
    for line in criterion_lines(one, late, ()):
        settled = all(states.get(s, State.DONE) in (State.DONE, State.LEFT_OUT) for s in line.rule.shown_by)
        assert (not line.open) == settled
        if line.state is State.DONE:
            assert settled


@given(courses, late_ones)
def test_being_late_never_makes_anything_done(one, late):
    for before, after in zip(step_lines(one, ()), step_lines(one, late), strict=True):
        assert (before.state in (State.DONE, State.LEFT_OUT)) == (after.state in (State.DONE, State.LEFT_OUT))


@given(courses)
def test_nothing_that_must_still_be_done_is_shown_as_done(one):
    shown = {line.rule.step for line in step_lines(one, ()) if line.state in (State.DONE, State.LEFT_OUT)}
    assert not shown & set(unsettled(one))


def test_whoever_leads_and_then_takes_part_in_the_request_makes_independence_open_again():
    one = allegation(taken=TAKEN)
    for done, state in (((), State.DONE), ((Did("p-1", GRANT.id),), State.OPEN), ((Did("p-2", GRANT.id),), State.DONE)):
        (line,) = [c for c in criterion_lines(one, (), done) if c.rule.criterion is Criterion.INDEPENDENCE]
        assert line.state is state


def test_an_expert_is_asked_only_where_torture_is_alleged():
    assert Step.EXPERT in to_take(torture=True)
    assert Step.EXPERT not in to_take(torture=False)


def test_of_a_refusal_the_person_is_told_and_no_more_is_asked():
    one = allegation(refused=True)
    states = {line.rule.step: line.state for line in step_lines(one, ())}
    assert one.standing is Standing.REFUSED
    assert (states[Step.HEARING], states[Step.INFORMED]) == (State.NOT_ASKED, State.OPEN)


@pytest.mark.parametrize(
    ("act", "obj", "more", "waits"),
    [
        (GRANT, "search", {}, True),
        (GRANT, "any", {}, True),
        (GRANT, "any", {"concerns": ("search",)}, False),
        (GRANT, "search", {"concerns": ("search",)}, True),
        (TRANSMIT, "record", {"concerns": ("search",)}, True),
        (SURRENDER, "P1", {}, True),
        (SURRENDER, "P2", {}, False),
        (CONSULT, "record", {}, False),
        (GRANT, "search", {"ended": Grade.NONE}, False),
    ],
)
def test_what_waits(act, obj, more, waits):
    assert holds(allegation(**more), act, obj, CASE) is waits


def test_a_measure_against_somebody_else_alone_does_not_wait():
    case = CaseFile("c", "", Request("mla", "DE", "BE"), measures=(Measure("search", "search", persons=("P2",)),))
    assert not holds(allegation(), GRANT, "search", case)


def test_nobody_who_asks_the_state_for_its_account_takes_part_in_the_request_by_that():
    assert part_in("p-1", [Did("p-1", CONSULT.id)]) == ()
    assert {GRANT.id, "execute", "transmit", "refuse", "seal-material"} <= PART_IN_THE_REQUEST <= set(EVERY_ACT)


def test_what_links_raise_are_questions_there_are():
    assert set(RAISES) <= set(VOCABULARY)
    assert raised_by(["person.refugee_here"]) is None
    found = raised_by(["person.relative_ill_treated", "notice.deleted_or_refused"])
    assert found is not None
    assert (found.methods, found.torture) == ((Method.CO_OPTING, Method.DISTANCE), True)


def test_every_step_and_criterion_has_its_words_and_source_in_each_language():
    told = [(r.says, r.source) for r in STEPS.values()] + [(r.says, r.source) for r in CRITERIA.values()]
    assert all(set(says) == {"en", "fr", "nl", "ru"} and str(source) for says, source in told)
    assert {*Method, *Origin, *Standing, *State, *Grade} == set(WORDS)
    assert {a.id for a in WAIT} <= set(ACTS)
