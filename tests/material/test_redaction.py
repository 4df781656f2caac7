"""A passage is hidden only if nothing that leaves shows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.material.redaction import Passage, RedactionError, leaks, redacted, safe

TEXT = "The money came from Leila Turganova, account BE68 5390 0754 7034, and was paid out at the bank in May."
NAME = Passage(20, 35, "person at risk")
ACCOUNT = Passage(45, 64, "account of a third party")
STATEMENT = (
    "On the ninth of May he told us that the car was parked behind the mill and that nobody had seen the two men leave"
    " the house before midnight."
)
WHOLE = Passage(0, len(STATEMENT), "statement")


def shows(sibling, *passages, text=TEXT):
    return [(leak.passage, sibling[leak.start : leak.end]) for leak in leaks(text, passages, {"s": sibling})]


def test_what_stands_in_the_place_of_a_passage_does_not_tell_how_long_it_was():
    assert redacted(TEXT, [ACCOUNT, NAME]) == (
        "The money came from [person at risk], account [account of a third party], and was paid out at the bank in May."
    )
    longer = TEXT.replace("Leila Turganova", "Leila Aigerim Turganova-Sadykova")
    assert redacted(longer, [Passage(20, 52, "person at risk")])[:40] == redacted(TEXT, [NAME])[:40]


UNDONE = [
    ("a draft", "from Leila Turganova to me", NAME, "Leila Turganova"),
    ("capitals", "LEILA TURGANOVA", NAME, "LEILA TURGANOVA"),
    ("a line break", "from Leila\n> Turganova", NAME, "Leila\n> Turganova"),
    ("a hyphen at the end of a line", "Leila Turga-\nnova", NAME, "Leila Turga-\nnova"),
    ("other spaces in a number", "BE68539007547034", ACCOUNT, "BE68539007547034"),
    ("signs in a number", "BE68-5390-0754-7034.", ACCOUNT, "BE68-5390-0754-7034"),
    ("full-width letters", "Ｌｅｉｌａ Turganova", NAME, "Ｌｅｉｌａ Turganova"),
]


@pytest.mark.parametrize(("told", "sibling", "passage", "shown"), UNDONE, ids=[u[0] for u in UNDONE])
def test_a_sibling_that_shows_it_undoes_the_redaction(told, sibling, passage, shown):
    assert shows(sibling, passage) == [(0, shown)], told
    assert not safe(TEXT, [passage], {"s": sibling})


@pytest.mark.parametrize(
    "sibling", ["", "Leila Ospanova", "Turganov", "xLeila Turganovax", "BE68 5390 0754", redacted(TEXT, [NAME])]
)
def test_what_shows_something_else_does_not(sibling):
    assert shows(sibling, NAME) == []


def test_some_words_of_a_long_passage_in_a_row_are_a_part_of_it():
    found = leaks(STATEMENT, [WHOLE], {"s": "He says the car was parked behind the mill, no more."})
    assert [leak.share < 0.5 for leak in found] == [True]


def test_a_passage_retold_with_words_changed_is_shown():
    retold = (
        "On the tenth of May he told them that his car was left behind the mill, and nobody had noticed the two men"
        " leave that house before midnight."
    )
    found = leaks(STATEMENT, [WHOLE], {"s": f"Dear all. {retold} Regards"})
    assert max(leak.share for leak in found) > 0.6


def test_what_is_left_of_the_item_itself_may_show_it_too():
    twice = TEXT + " Ask Leila Turganova."
    assert not safe(twice, [NAME], {})
    assert safe(twice, [NAME, Passage(twice.rindex("Leila"), len(twice) - 1, "person at risk")], {})


def test_signs_alone_are_looked_for_as_they_stand():
    assert shows("so ☎☎ there", Passage(0, 2, "sign"), text="☎☎ x") == [(0, "☎☎")]
    assert shows("so there", Passage(0, 2, "sign"), text="☎☎ x") == []


@pytest.mark.parametrize(
    ("passages", "says"),
    [
        ([Passage(5, 5, "x")], "no passage"),
        ([Passage(-1, 4, "x")], "no passage"),
        ([Passage(0, 500, "x")], "no passage"),
        ([NAME, Passage(30, 40, "x")], "no passage"),
        ([Passage(0, 4, " ")], "say why"),
    ],
)
def test_a_redaction_that_cannot_be_made_is_refused(passages, says):
    with pytest.raises(RedactionError, match=says):
        redacted(TEXT, passages)


WORDS = st.text("abcdeyzäж", min_size=1, max_size=6)


@given(
    st.lists(WORDS, min_size=1, max_size=12),
    st.lists(WORDS, max_size=8),
    st.lists(WORDS, max_size=8),
    st.sampled_from([" ", "\n", " > ", ", "]),
)
def test_a_passage_copied_into_another_text_is_always_found(hidden, before, after, gap):
    text = " ".join(hidden)
    sibling = gap.join([*before, *hidden, *after])
    assert leaks(text, [Passage(0, len(text), "hidden")], {"s": sibling})


@given(st.text(max_size=80), st.text(max_size=80))
def test_every_place_told_lies_in_the_sibling(text, sibling):
    for leak in leaks(text, [Passage(0, len(text), "hidden")] if text else [], {"s": sibling}):
        assert 0 <= leak.start < leak.end <= len(sibling)
