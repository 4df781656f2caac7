"""Words of a register: what may be a spelling of a word that is asked."""

import pytest

from rogatory.linkage.codes import codes, has_vowels, text_of
from rogatory.linkage.vocabulary import Vocabulary


def held(*words: str) -> Vocabulary:
    vocabulary = Vocabulary()
    for word in words:
        for code in codes(word):
            vocabulary.number(code)
    return vocabulary


def nearness(asked: str, word: str) -> float:
    """How near a register that holds one word says it is to a word that is asked; 0: not found."""
    return max(held(word).near(codes(asked)).values(), default=0.0)


@pytest.mark.parametrize(
    ("arabic", "of_arabs", "of_persians"),
    [
        ("وثيق", "wathiq", "vasiq"),  # w and v, th and s
        ("عوض", "awad", "evaz"),  # w and v, d and z
        ("ذاکر", "dhakir", "zaker"),  # dh and z
    ],
)
def test_one_script_is_read_as_every_people_that_writes_it_reads_it(arabic, of_arabs, of_persians):
    assert nearness(of_arabs, arabic) > 0.8
    assert nearness(of_persians, arabic) > 0.8
    assert nearness(arabic, of_persians) > 0.8


def test_a_vowel_that_a_script_leaves_out_is_held_against_a_word_less_than_one_that_differs():
    assert nearness("Khairullah", "خیرالله") > nearness("Khairullah", "Khrlh")
    assert not has_vowels(codes("تکریتی")[0])
    assert has_vowels(codes("Muhammad")[0])
    assert nearness("حامد", "Hamid") > nearness("حامد", "Hamida"), "a long vowel is written, and counts"


def test_the_mark_of_a_script_without_vowels_is_no_sound():
    assert not any("." in text_of(code) for code in codes("تکریتی"))


def test_a_word_comes_once_and_keeps_its_number():
    vocabulary = held("Ospanov", "Ospanova")
    count = len(vocabulary)
    first = codes("Ospanov")[0]
    assert first in vocabulary
    assert vocabulary.number(first) == vocabulary.number(first) == 0
    assert len(vocabulary) == count
    assert "nobody" not in vocabulary


def test_words_are_told_nearest_first_between_nought_and_one():
    near = held("Ospanov", "Ospanova", "Osmanov", "Aspanov", "Petrenko").near(codes("Ospanov"))
    assert list(near.values()) == sorted(near.values(), reverse=True)
    assert next(iter(near.values())) == 1.0
    assert all(0 < value <= 1 for value in near.values())


def test_of_words_equally_near_the_one_met_first_comes_first_in_every_process():
    # Consonants one off are kept in a set, whose order is another in each process.
    words = [f"Ospan{letter}v" for letter in "bdgklmnprstz"]
    found = list(held(*words).near(codes("Ospanov")).items())
    assert len({nearness for _, nearness in found}) < len(found), "some are equally near"
    assert found == sorted(found, key=lambda item: (-item[1], item[0]))
