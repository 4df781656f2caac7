"""Words in Kana, and Japanese names in Han characters, beside Latin ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.names import eastern, kana

READ = {
    "plain": ("はなこ", "hanako", "hanako"),
    "shi and tsu": ("しまつ", "shimatsu", "simatu"),
    "small ya": ("じゅんや", "junya", "zyunya"),
    "doubled": ("はっとり", "hattori", "hattori"),
    "doubled before ch": ("マッチ", "matchi", "matti"),
    "long, Katakana": ("マリー", "marii", "marii"),
    "foreign syllables": ("フェルナンド", "ferunando", "ferunando"),
    "v": ("ヴァレリー", "varerii", "varerii"),
}
SAME = {
    "Hepburn": ("佐藤花子", "Hanako Sato"),
    "macron": ("佐藤太郎", "Satō Tarō"),
    "oh": ("佐藤太郎", "SATOH TAROH"),
    "Kunrei": ("鈴木幸子", "Suzuki Satiko"),
    "given name in Kana": ("高橋さくら", "Sakura Takahashi"),
    "divided": ("田中 美咲", "Misaki Tanaka"),
    "family name voiced within": ("中島健太", "Kenta Nakashima"),
    "family name with two readings": ("河野健太", "Kenta Kawano"),
    "given name of today": ("山田陽葵", "Himari Yamada"),
}


@pytest.mark.parametrize(("word", "hepburn", "kunrei"), READ.values(), ids=READ)
def test_kana_are_read_in_hepburn_and_kunrei(word: str, hepburn: str, kunrei: str) -> None:
    found = {reading.latin: reading.scheme for reading in kana.readings(word)}
    assert found[hepburn] == kana.HEPBURN
    assert kunrei in found


def test_long_vowels_may_go_unmarked_or_be_written_oh() -> None:
    assert {reading.latin for reading in kana.readings("さとう")} == {"satou", "sato", "satoh"}


@pytest.mark.parametrize(("native", "latin"), SAME.values(), ids=SAME)
def test_a_japanese_name_is_found_by_its_reading(native: str, latin: str) -> None:
    found = eastern.matches(native.split(), latin.split())
    assert found.likeness == 1.0
    assert found.pairs[0].scheme.startswith("Japanese")


def test_a_japanese_sibling_contradicts() -> None:
    assert eastern.matches(["佐藤花子"], ["Taro", "Sato"]).likeness < 0.5


@pytest.mark.parametrize(("native", "latin"), [("マルコ・ベリーニ", "Marco Bellini"), ("サラ・ミラー", "Sarah Miller")])
def test_a_foreign_name_in_kana_is_known_by_its_sound(native: str, latin: str) -> None:
    assert eastern.matches(native.split("・"), latin.split()).likeness >= 0.6


def test_another_foreign_name_in_kana_is_not() -> None:
    assert eastern.matches(["マルコ", "ベリーニ"], ["Sergio", "Bellini"]).likeness < 0.5


def test_a_latin_spelling_beside_the_characters_is_no_part_of_the_name() -> None:
    assert eastern.matches(["王小明", "Wang", "Xiaoming"], ["Wang", "Xiaoming"]).likeness == 1.0


@given(st.text(max_size=30), st.lists(st.text(max_size=30), max_size=5))
def test_any_text_gives_letters_and_a_likeness(native: str, latin: list[str]) -> None:
    assert all(reading.latin.isascii() for reading in eastern.readings(native))
    assert 0.0 <= eastern.matches(native.split(), latin).likeness <= 1.0


@given(st.text("さっーゃマチヴァんンヶゝ佐藤子々", max_size=9))
def test_any_row_of_kana_is_read(word: str) -> None:
    assert all(reading.latin.isalpha() for reading in eastern.readings(word))
    assert all(form.signs or not word for form in eastern.forms(word)) or kana.readings(word) == ()


@pytest.mark.parametrize("mark", ["金", "김", "マ", "子", "𠀀"])
def test_a_name_of_ten_thousand_letters_is_compared_as_far_as_names_go(mark: str) -> None:
    assert 0.0 <= eastern.matches([mark * 10_000] * 9, ["kim-" * 3_000] * 9).likeness <= 1.0
    assert eastern.matches([mark * 10_000], ["a" * 10_000] * 30).likeness < 0.5
