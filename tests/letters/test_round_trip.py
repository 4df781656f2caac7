"""Questions leave, answers come back, and nothing is decided by a calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.law.wording.language import Language
from rogatory.letters.kinds import KINDS, To
from rogatory.letters.points import content_word, releasable_points, word_of
from rogatory.letters.round_trip import (
    POINTS,
    RULES,
    Answered,
    Entry,
    Reminded,
    RoundTripError,
    Sent,
    Settled,
    State,
    due_after,
    due_for_reminder,
    exchanges,
    standing,
)
from rogatory.letters.suggestions import suggestions
from rogatory.received.contents import Content

DAY = date(2026, 3, 2)
DUE = date(2026, 4, 1)
SENT = Sent("L1", "supplements", To.REQUESTING_STATE, DAY, DUE, ("facts", "law"))
LATE = DUE + timedelta(days=6)  # the first day after the grace
SECOND = Reminded("L1", LATE, date(2026, 4, 28))
THIRD = Reminded("L1", date(2026, 5, 5), date(2026, 5, 26))
BOTH = Answered("L1", "R1", date(2026, 3, 20), ("facts", "law"))
HALF = Answered("L1", "R1", date(2026, 3, 20), ("facts",))
NO = Answered("L1", "R2", date(2026, 3, 25), (), ("law",))
OVER = Settled("L1", date(2026, 6, 10), "decided on what the request holds")


def state(on: date, *entries: Entry) -> tuple[State, tuple[str, ...]]:
    [found] = standing(exchanges((SENT, *entries)), on)
    return found.state, found.open


@pytest.mark.parametrize(
    ("on", "entries", "expected", "still_open"),
    [
        (DAY, (), State.AWAITED, ("facts", "law")),
        (DUE, (), State.AWAITED, ("facts", "law")),
        (DUE + timedelta(days=5), (), State.AWAITED, ("facts", "law")),  # it may be on its way
        (LATE, (), State.REMIND, ("facts", "law")),
        (LATE, (SECOND,), State.AWAITED, ("facts", "law")),
        (date(2026, 5, 4), (SECOND,), State.REMIND, ("facts", "law")),
        (date(2026, 6, 2), (SECOND, THIRD), State.DECIDE, ("facts", "law")),
        (date(2031, 1, 1), (SECOND, THIRD), State.DECIDE, ("facts", "law")),  # and never a refusal by itself
        (LATE, (HALF,), State.REMIND, ("law",)),
        (LATE, (BOTH,), State.ANSWERED, ()),
        (date(2026, 3, 19), (BOTH,), State.AWAITED, ("facts", "law")),  # not in yet on that day
        (LATE, (HALF, NO), State.DECIDE, ()),
        (LATE, (NO, BOTH), State.ANSWERED, ()),  # given after all
        (OVER.day, (OVER,), State.SETTLED, ("facts", "law")),
        (OVER.day - timedelta(days=1), (SECOND, THIRD, OVER), State.DECIDE, ("facts", "law")),
        (date(2026, 7, 1), (OVER, Answered("L1", "R9", date(2026, 7, 1), ("law",))), State.LOOK_AGAIN, ("facts",)),
    ],
)
def test_where_an_exchange_stands(on, entries, expected, still_open):
    assert state(on, *entries) == (expected, still_open)


def test_it_is_told_from_when_on_it_stands_otherwise():
    [found] = standing(exchanges((SENT,)), DAY)
    assert found.next == LATE
    assert [s.next for s in standing(exchanges((SENT,)), LATE)] == [None]


def test_a_letter_that_has_not_left_is_not_awaited():
    assert standing(exchanges((SENT,)), DAY - timedelta(days=1)) == ()


def test_who_must_be_reminded_on_a_day():
    other = Sent("L2", "consultation-of-bar", To.BAR, DAY, DAY + timedelta(days=5), ("presence",))
    found = exchanges((SENT, other))
    assert [e.sent.letter for e in due_for_reminder(found, DAY + timedelta(days=6))] == ["L2"]
    assert [e.sent.letter for e in due_for_reminder(found, LATE)] == ["L1", "L2"]


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ((SENT, SENT), "was sent already"),
        ((Answered("L9", "R1", DAY, ("law",)),), "'L9' is not among those sent"),
        ((SENT, Answered("L1", "R1", DUE, ("warrant",))), "did not ask for warrant; it asked for facts, law"),
        ((SENT, Answered("L1", "R1", DUE, ("law",), ("law",))), "cannot be both answered and declined"),
        ((SENT, HALF, HALF), "'R1' is attached to letter 'L1' already"),
        ((SENT, Answered("L1", "R1", DAY - timedelta(days=1), ("law",))), "is before that"),
        ((SENT, OVER, SECOND), "nobody is reminded"),
        ((SENT, OVER, OVER), "settled already"),
        ((SENT, Reminded("L1", LATE, DUE)), "gives a day before it"),
        ((Sent("L1", "refusal", To.REQUESTING_STATE, DAY, DUE, ("law",)),), "awaits no answer"),
        ((Sent("L1", "supplements", To.PERSON, DAY, DUE, ("law",)),), "does not go to person concerned"),
        ((Sent("L1", "supplements", To.REQUESTING_STATE, DAY, DUE, ()),), "must ask for something"),
        ((Sent("L1", "assurance", To.REQUESTING_STATE, DAY, DUE, ("weather",)),), "does not ask for weather"),
        ((Sent("L1", "supplements", To.REQUESTING_STATE, DUE, DAY, ("law",)),), "before it left"),
    ],
)
def test_an_entry_that_does_not_fit_is_refused_with_its_reason(entries, says):
    with pytest.raises(RoundTripError, match=says):
        exchanges(entries)


def test_an_answer_only_proposes_and_only_what_it_may():
    asked = Sent("A1", "assurance", To.REQUESTING_STATE, DAY, DUE, ("death-penalty", "ill-treatment"))
    answer = Answered("A1", "R1", DUE, ("death-penalty",), ("ill-treatment",))
    [found] = exchanges((asked, answer))
    proposed = [(s.question.id, s.question.role, s.answer, s.by) for s in suggestions(found)]
    assert proposed == [
        ("assurance.given", "death-penalty", "yes", "R1"),
        ("assurance.refused", "ill-treatment", "yes", "R1"),
    ]


@pytest.mark.parametrize(
    ("entries", "proposed"),
    [
        ((HALF,), []),
        ((BOTH,), [("request.information_missing", "no")]),
        ((HALF, NO), [("request.information_withheld", "yes")]),
    ],
)
def test_supplements_that_came_in_propose_that_nothing_is_missing(entries, proposed):
    [found] = exchanges((SENT, *entries))
    assert [(s.question.id, s.answer) for s in suggestions(found)] == proposed


def test_an_answer_of_the_protection_authority_is_read_by_a_person_alone():
    kind = "consultation-of-protection"
    asked = Sent("C1", kind, To.PROTECTION, DAY, DUE, POINTS[kind])
    [found] = exchanges((asked, Answered("C1", "R1", DUE, POINTS[kind])))
    assert list(suggestions(found)) == []


def test_every_kind_that_awaits_an_answer_has_a_rule():
    assert set(RULES) == {kind.id for kind in KINDS.values() if kind.awaits}


def test_a_limit_never_reaches_beyond_the_day_somebody_must_be_released():
    assert due_after("supplements", DAY, at_latest=date(2026, 3, 20)) == date(2026, 3, 20)
    assert due_after("supplements", DAY, at_latest=date(2027, 1, 1)) == DUE


days = st.integers(0, 200).map(lambda n: DAY + timedelta(days=n))
points = st.sets(st.sampled_from(SENT.points)).map(tuple)
entries = st.lists(
    st.one_of(
        st.builds(lambda d, n: Reminded("L1", d, d + timedelta(days=n)), days, st.integers(0, 40)),
        st.builds(lambda d, n, p: Answered("L1", f"R{n}", d, p), days, st.integers(0, 9**9), points),
    ),
    max_size=6,
    unique_by=lambda entry: getattr(entry, "answer", str(entry)),
)


@given(entries, days, days)
def test_silence_settles_nothing_and_the_past_does_not_change(made, on, later):
    found = exchanges((SENT, *made))
    [then] = standing(found, on)
    assert then.state in (State.AWAITED, State.REMIND, State.DECIDE, State.ANSWERED)
    assert (then.state is State.ANSWERED) == (not then.open)
    known = [entry for entry in made if entry.day <= on]
    assert standing(exchanges((SENT, *known)), on) == (then,)
    [after] = standing(found, max(on, later))
    assert set(after.open) <= set(then.open)


@pytest.mark.parametrize("content", list(Content))
def test_what_an_instrument_asks_a_request_to_hold_is_asked_for_in_every_language(content):
    words = {language: content_word(content.value, language) for language in Language}
    assert words[Language.EN] == content.value
    assert len(set(words.values())) == len(Language)
    told = releasable_points()[content.value]
    for language in Language:
        assert told.text(language) == words[language]
        assert word_of("supplements", content.value, language) == words[language]


def test_words_that_no_instrument_uses_have_no_words_in_another_language():
    assert content_word("the colour of the car", Language.FR) is None
