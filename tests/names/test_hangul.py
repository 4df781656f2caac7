"""Names in Hangul beside Latin ones: Korean spellings, siblings, foreign names by sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.names import hangul

SAME = {
    "Revised Romanization": ("이서연", "Lee Seo-yeon"),
    "as families write it": ("정우현", "Chung Woo Hyun"),
    "McCune-Reischauer": ("박영식", "Pak Yŏng-sik"),
    "family name last": ("최준호", "Joon-ho Choi"),
    "in capitals, in one word": ("김민정", "KIM MINJUNG"),
    "yi": ("이도현", "Yi Do-hyeon"),
    "rhee": ("이승민", "Rhee Seungmin"),
    "family name in a Han character": ("陳주원", "Chin Ju-won"),
    "two-syllable family name": ("남궁민수", "Namkoong Min-soo"),
    "one given syllable": ("허준", "Huh Joon"),
    "out of a Russian file": ("김지훈", "Kim Zhi Khun"),
    "north and south": ("리영희", "Ri Yong-hui"),
}
SIBLINGS = {
    "the last syllable": ("김민정", "Kim Min-ho"),
    "the first one": ("이서연", "Lee Do-yeon"),
    "both": ("박영식", "Park Ji-woo"),
    "of another family": ("김민정", "Park Min-jung"),
}
BY_SOUND = {
    "Italian": ("마르코 벨리니", "Marco Bellini"),
    "Polish": ("카롤리나 노바크", "Karolina Nowak"),
    "English, r unheard": ("에드워드 카터", "Edward Carter"),
    "Japanese, family name first": ("도요다 겐타", "Kenta Toyoda"),
    "Chinese, by its sound": ("장쯔밍", "Zhang Ziming"),
    "Chinese, read in Korean": ("정문명", "Zheng Wenming"),
    "family name that is Korean too": ("조 베를린", "Joe Berlin"),
    "Russian": ("이반 페트로프", "Ivan Petrov"),
}


@pytest.mark.parametrize(("native", "latin"), SAME.values(), ids=SAME)
def test_a_korean_name_and_what_its_bearer_writes_are_alike(native: str, latin: str) -> None:
    found = hangul.matches([native], latin.split())
    assert found.likeness == 1.0
    assert all(pair.scheme for pair in found.pairs)


@pytest.mark.parametrize(("native", "latin"), SIBLINGS.values(), ids=SIBLINGS)
@pytest.mark.parametrize("cut", [0, 1], ids=["in one word", "in two"])
def test_another_syllable_contradicts(native: str, latin: str, cut: int) -> None:
    words = [native[:cut], native[cut:]] if cut else [native]
    found = hangul.matches(words, latin.split())
    assert found.likeness < 0.5
    assert any(pair.alike == 0.0 for pair in found.pairs)


@pytest.mark.parametrize(("native", "latin"), BY_SOUND.values(), ids=BY_SOUND)
def test_a_foreign_name_is_known_by_its_sound(native: str, latin: str) -> None:
    assert hangul.matches(native.split(), latin.split()).likeness >= 0.6


def test_another_foreign_name_is_not() -> None:
    assert hangul.matches(["마르코", "벨리니"], ["Sergio", "Bellini"]).likeness < 0.5


def test_readings_are_the_revised_romanization_and_mccune_reischauer() -> None:
    revised, mccune = hangul.readings("정우")
    assert (revised.latin, revised.scheme, revised.steps) == (
        "jeongu",
        "Revised Romanization",
        ("정 → jeong", "우 → u"),
    )
    assert (mccune.latin, mccune.scheme) == ("chongu", "McCune-Reischauer")


@given(st.text(max_size=30), st.lists(st.text(max_size=30), max_size=5))
def test_any_text_gives_letters_and_a_likeness(native: str, latin: list[str]) -> None:
    assert all(reading.latin.isascii() and reading.latin.islower() for reading in hangul.readings(native))
    assert 0.0 <= hangul.matches(native.split(), latin).likeness <= 1.0


@given(st.text("김이남궁민정우현허陳 ㄱ", max_size=7), st.lists(st.text("kimleojung-h", max_size=40), max_size=5))
def test_any_name_is_laid_beside_any(native: str, latin: list[str]) -> None:
    assert 0.0 <= hangul.matches(native.split(), latin).likeness <= 1.0
