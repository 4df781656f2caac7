"""Names in Han characters beside Latin ones: schemes, order, hyphens, siblings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.names import han

SAME = {
    "pinyin, family name first": ("陈宇轩", "CHEN YUXUAN"),
    "pinyin with tones, family name last": ("陈宇轩", "Yǔxuān Chén"),
    "traditional characters": ("陳宇軒", "Chen Yu-xuan"),
    "Wade-Giles": ("楊建宏", "Chien-hung Yang"),
    "Wade-Giles with its marks": ("陳淑惠", "Ch‘ên Shu-hui"),
    "a Taiwanese passport": ("蕭志強", "HSIAO, CHIH-CHIANG"),
    "a looser Taiwanese one": ("謝欣穎", "Shieh Shin-ying"),
    "Tongyong Pinyin": ("徐秀娟", "Syu Siou-jyuan"),
    "Hong Kong": ("陳大文", "Chan Tai Man"),
    "Hong Kong, family name only is Cantonese": ("張欣怡", "Xinyi Cheung"),
    "Jyutping": ("陳大文", "Can Daai-man"),
    "Hokkien family name": ("陈美玲", "Tan Meiling"),
    "a syllabic n": ("吳家明", "Ng Ka Ming"),
    "Russian file": ("陈宇轩", "Chen Yuysyuan"),
    "Russian file, zh and j": ("张建国", "Chzhan Tszyango"),
    "two-character family name": ("欧阳娜", "Ouyang Na"),
    "two-character family name, Cantonese": ("歐陽大文", "Auyeung Tai-man"),
    "family name with a reading of its own": ("单雪梅", "Shan Xuemei"),
    "u with diaeresis as v": ("吕小明", "Lv Xiaoming"),
    "u with diaeresis as yu": ("吕小明", "Lyu Xiaoming"),
    "apostrophe between syllables": ("李西安", "Li Xi'an"),
    "Korean person": ("金大中", "Kim Dae-jung"),
    "Vietnamese person": ("阮文明", "Nguyễn Văn Minh"),
    "one given syllable": ("王伟", "Wei Wang"),
}
SIBLINGS = {
    "one given syllable": ("王伟", "Wang Fang"),
    "both given syllables": ("陈宇轩", "Chen Ruoxi"),
    "the second one": ("黃俊宏", "Huang Chun-chieh"),
    "the first one": ("黃俊宏", "Huang Chih-hung"),
    "in Cantonese": ("陳大文", "Chan Tai Ming"),
}


@pytest.mark.parametrize(("native", "latin"), SAME.values(), ids=SAME)
def test_a_name_and_what_an_office_made_of_it_are_alike(native: str, latin: str) -> None:
    found = han.matches([native], latin.split())
    assert found.likeness == 1.0
    assert "".join(pair.native for pair in found.pairs) == native
    assert all(pair.scheme for pair in found.pairs)


@pytest.mark.parametrize(("native", "latin"), SIBLINGS.values(), ids=SIBLINGS)
def test_a_sibling_contradicts(native: str, latin: str) -> None:
    found = han.matches([native], latin.split())
    assert found.likeness < 0.5
    assert found.pairs[0].alike == 1.0, "the family name is theirs"
    assert any(pair.alike == 0.0 for pair in found.pairs[1:])


def test_the_given_name_left_out_or_shortened_is_no_contradiction() -> None:
    assert han.matches(["陈宇轩"], ["Chen"]).likeness >= 0.5
    assert han.matches(["陈宇轩"], ["Chen", "Y.", "X."]).likeness >= 0.6
    assert han.matches(["陈宇轩"], ["Kevin", "Chen", "Yuxuan"]).likeness >= 0.9


def test_one_initial_stands_for_the_given_name_and_a_wrong_one_does_not() -> None:
    assert han.matches(["陈宇轩"], ["Y.", "Chen"]).likeness >= 0.5
    assert han.matches(["陈宇轩"], ["R.", "Chen"]).likeness < 0.5


def test_a_given_name_of_another_language_is_unknown_not_contradicted() -> None:
    found = han.matches(["陳大文"], ["Peter", "Chan"])
    assert found.likeness < 0.5
    assert all(pair.alike > 0 for pair in found.pairs)


def test_another_family_name_contradicts() -> None:
    assert han.matches(["陈宇轩"], ["Wang", "Yuxuan"]).likeness < 0.5


def test_readings_name_their_scheme_and_their_steps() -> None:
    first, second, third, *_ = han.readings("曾俊宏")
    assert (first.latin, first.scheme, first.steps[0]) == ("zengjunhong", "Hanyu Pinyin", "曾 → zeng")
    assert (second.latin, second.scheme) == ("tsengchunhung", "Wade-Giles")
    assert (third.latin.startswith("tsang"), third.scheme) == (True, "Cantonese")


def test_a_part_of_a_name_is_read_as_a_family_name_and_as_a_given_one() -> None:
    assert [reading.latin for reading in han.readings("乐天") if reading.scheme == "Hanyu Pinyin"] == [
        "yuetian",
        "letian",
    ]


def test_traditional_and_simplified_spellings_are_one() -> None:
    assert han.simplified("陳宇軒") == han.simplified("陈宇轩") == "陈宇轩"


@given(st.text(max_size=30), st.lists(st.text(max_size=30), max_size=5))
def test_any_text_gives_letters_and_a_likeness(native: str, latin: list[str]) -> None:
    assert all(reading.latin.isascii() and reading.latin.islower() for reading in han.readings(native))
    assert 0.0 <= han.matches(native.split(), latin).likeness <= 1.0


@given(st.text("陈宇轩王欧阳单黃俊宏曾", max_size=7), st.lists(st.text("abchgnouixyz-'ü ", max_size=60), max_size=8))
def test_any_name_is_laid_beside_any(native: str, latin: list[str]) -> None:
    assert 0.0 <= han.matches([native], latin).likeness <= 1.0


FOREIGN = {
    "Russian": ("谢尔盖·伊万诺夫", "Sergei Ivanov"),
    "Uyghur": ("买买提·吐尔逊", "Memet Tursun"),
    "Uyghur, official spelling": ("阿卜杜热合曼·麦麦提", "Abdurehman Memet"),
    "Uyghur, Arabic ending": ("依明江·尼亚孜", "Iminjan Niyaz"),
    "Uyghur woman": ("古丽娜尔·热合曼", "Gulnar Rahman"),
    "Tibetan": ("丹增·曲珍", "Tenzin Choedron"),
    "Tibetan, not divided": ("达瓦卓玛", "Dawa Dolma"),
    "Mongol": ("巴特尔", "Baatar"),
    "Kazakh": ("努尔兰·阿合买提", "Nurlan Akhmet"),
    "Italian, traditional characters": ("馬可·貝里尼", "Marco Bellini"),
    "in Cantonese": ("碧咸", "Beckham"),
    "family name first": ("伊万诺夫·谢尔盖", "Sergei Ivanov"),
}


@pytest.mark.parametrize(("native", "latin"), FOREIGN.values(), ids=FOREIGN)
def test_a_foreign_name_is_known_by_its_sound(native: str, latin: str) -> None:
    assert han.matches(native.split("·"), latin.split()).likeness >= 0.5


@pytest.mark.parametrize("other", ["Dmitri Ivanov", "Aleksandr Ivanov", "Sergei Petrov"])
def test_a_relative_of_the_foreign_name_is_not(other: str) -> None:
    assert han.matches(["谢尔盖", "伊万诺夫"], other.split()).likeness < 0.5
