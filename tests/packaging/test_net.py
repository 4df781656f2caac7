"""The net: words of what is withheld are found wherever they stand, and however they are laid out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from rogatory.packaging.net import STEP, WIDTH, Net, plain

WITHHELD = "She told her lawyer in the cell that her brother had been beaten until he signed the record of 3 May."
MARK = "She told her lawyer in the cell that her brother had"


def test_a_quoted_line_is_found_through_marks_breaks_and_capitals():
    net = Net.of([WITHHELD])
    assert net.catches(f"On Monday you wrote:\n> {MARK[:30]}\n> {MARK[30:].upper()}\nI agree.")
    assert net.catches(WITHHELD.replace(" ", "\u00a0"))
    assert not net.catches("On Monday you wrote of her brother, who told the lawyer he had been in the cell.")


def test_a_short_text_is_found_whole_and_a_very_short_one_never():
    assert Net.of(["flees by the north road"]).catches("I hear she flees -- by the north road!")
    assert not Net.of(["flees by the north road"]).catches("by the north road")
    assert not Net.of(["Thank you!"]).catches("Thank you! Thank you!")


def test_a_passage_declared_harmless_catches_nothing_and_the_rest_still_does():
    small_print = "This message may hold privileged information and is meant for its addressee alone."
    net = Net.of([f"{WITHHELD}\n{small_print}"], [small_print])
    assert not net.catches(f"See you at noon.\n{small_print}")
    assert net.catches(f"{MARK}\n{small_print}")


WORDS = st.text("abcdefghij", min_size=WIDTH + STEP - 1, max_size=200)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.data(), st.text("klm", max_size=60), st.text("nop", max_size=60))
def test_every_run_of_that_length_is_found(withheld, data, before, after):
    start = data.draw(st.integers(0, len(withheld) - (WIDTH + STEP - 1)))
    run = withheld[start : start + WIDTH + STEP - 1]
    assert Net.of([withheld]).catches(before + run + after)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.text(max_size=120))
def test_nothing_is_found_that_does_not_stand_in_both(one, other):
    found = Net.of([one]).catches(other)
    assert found in plain(one)
    assert found in plain(other)
