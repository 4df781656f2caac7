"""What is cleaned away changes nothing; what is cut is told."""

import pytest

from rogatory.names.parts import parse
from rogatory.names.text import LONGEST, clean, is_cut, scripts

CLEANED = {
    "bidirectional controls": ("\u202eботагоз\u202c Zhumabay\u200f", "ботагоз Zhumabay"),
    "zero width": ("Жұма\u200bбаев\ufeff", "Жұмабаев"),
    "soft hyphen": ("Zhuma\u00adbayev", "Zhumabayev"),
    "tatweel": ("محـــمد", "محمد"),
    "short vowels": ("مُحَمَّد", "محمد"),
    "presentation forms": ("ﻤﺤﻤﺪ", "محمد"),
    "niqqud": ("שָׁלוֹם", "שלום"),
    "stress of a dictionary": ("Васи́льев", "Васильев"),
    "a breve that came apart": ("Сергеи\u0306", "Сергей"),
    "full width": ("ＫＩＭ　Ｍｉｎａ", "KIM Mina"),
    "apostrophes of all kinds": ("Oʻtkir Sa’dullayev", "O'tkir Sa'dullayev"),
    "dashes of all kinds": ("Ji‑hoon", "Ji-hoon"),
    "middle dot of foreign names": ("安德烈·科瓦尔", "安德烈 科瓦尔"),
    "tabs and lines": ("A\t B\n C", "A B C"),
    "control characters": ("A\x00B\x1b", "AB"),
}


@pytest.mark.parametrize(("raw", "text"), CLEANED.values(), ids=CLEANED)
def test_what_is_no_writing_is_cleaned_away(raw, text):
    assert clean(raw) == text
    assert clean(text) == text


def test_scripts_are_told_in_their_order_and_mixed_ones_stay():
    assert scripts("Айгүл Zhumabayeva 高") == ("Cyrillic", "Latin", "Han")
    assert clean("Айгүл Zhumabayeva 高") == "Айгүл Zhumabayeva 高"
    assert scripts("1234 -- !") == ()


def test_a_name_longer_than_any_on_record_is_cut_and_told():
    name = parse("Abdul " * 2000)
    assert is_cut(name.raw)
    assert len(name.text) <= LONGEST
    assert name.notes == ("only the first 240 letters are compared", "only the first 12 words are compared")
    assert parse("Abdul Rahman").notes == ()


@pytest.mark.parametrize("raw", ["", " ", "\u200b\u202e", "...", "-", "'", "<<<", ",", "()"])
def test_a_name_without_letters_has_no_words(raw):
    assert parse(raw).words == ()
