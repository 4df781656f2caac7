"""A text that could leave a blank, or say less than its facts, is not read."""

from dataclasses import dataclass
from enum import Enum

import pytest

from rogatory.decision.releasing.releasable import Releasable
from rogatory.letters.facts import Country, Missing, Row
from rogatory.letters.kinds import _may_leave
from rogatory.letters.wording import LetterError, Piece, Text, check, text_of


class Mood(Enum):
    YES = "yes-please"
    NO = "no-thanks"


@dataclass(frozen=True)
class Line(Row):
    name: str
    day: str


@dataclass(frozen=True)
class Facts:
    reference: str
    mood: Mood
    rows: tuple[Line, ...]
    more: tuple[str, ...] = ()


WORDS = {"Mood": {"yes-please": "yes", "no-thanks": "no"}}
WHOLE = (
    Piece("text", ("{reference}: {mood}",)),
    Piece("table", ("{name}", "{day}"), "rows", ("name", "day")),
    Piece("list", ("{more}",), "more", when=("more",)),
)


def checked(*pieces: Piece, words: dict[str, dict[str, str]] = WORDS) -> None:
    check(Text("title", pieces, "en", words), Facts, "a.en.toml")


def test_a_text_that_says_every_fact_is_read():
    checked(*WHOLE)


@pytest.mark.parametrize(
    ("pieces", "says"),
    [
        (WHOLE[1:], r"unused facts \['mood', 'reference'\]"),
        ((*WHOLE, Piece("text", ("{asylum}",))), r"unknown slots \['asylum'\]"),
        ((*WHOLE, Piece("text", ("{more}",))), "may be empty, so the block needs `when`"),
        ((*WHOLE, Piece("text", ("{reference.upper}",))), "a slot is the name of a fact"),
        ((*WHOLE, Piece("text", ("{reference!r}",))), "a slot is the name of a fact"),
        ((*WHOLE, Piece("text", ("{}",))), "a slot is the name of a fact"),
        ((WHOLE[0], Piece("table", ("{name}",), "rows", ("name",)), WHOLE[2]), "rows of 'rows' have"),
        ((WHOLE[0], Piece("table", ("{name}", "{day}"), "rows", ("name",)), WHOLE[2]), "2 cells under"),
        (
            (Piece("text", ("{reference}",)), Piece("text", ("yes",), when=("mood:yes-please",)), *WHOLE[1:]),
            "'mood' can be .* the text says something of",
        ),
    ],
)
def test_a_text_with_a_fault_is_not(pieces, says):
    with pytest.raises(LetterError, match=says):
        checked(*pieces)


def test_a_word_that_is_not_there_is_named():
    with pytest.raises(LetterError, match=r"words.en.toml: no \[Mood\] no-thanks"):
        checked(*WHOLE, words={"Mood": {"yes-please": "yes"}})


def test_a_text_that_is_not_there_is_named():
    with pytest.raises(LetterError, match=r"acknowledgement.ru.toml: there is no such text"):
        text_of("acknowledgement", "ru")


@dataclass(frozen=True)
class Said(Row):
    by_the_defence: str


@pytest.mark.parametrize(
    ("hint", "may"),
    [(Releasable, True), (tuple[Releasable, ...], True), (str, False), (tuple[str, ...], False), (Said, False),
     (tuple[Said, ...], False), (Missing, True), (Country, False), (object, False)],
)  # fmt: skip
def test_only_what_may_leave_can_be_a_fact_of_a_letter_to_the_requesting_state(hint, may):
    assert _may_leave(hint) == may
