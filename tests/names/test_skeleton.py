"""Skeletons find candidates: one for a name in every script and order."""

import pytest

from rogatory.names.skeleton import skeletons, word_keys, word_skeleton

ALIKE = {
    "Kazakh, English, French": ("Айгүл Жұмабаева", "Aigul Zhumabayeva", "Aïgoul Joumabaeva"),
    "Arabic": ("محسن القحطاني", "Muhsin al-Qahtani"),
    "Hebrew": ("משה ויצמן", "Moshe Vitsman"),
    "order": ("Zhukov Ivan", "Ivan Zhukov"),
    "particles and titles": ("Dr. Ludwig van der Veen", "Ludwig Veen"),
    "a passport": ("ZHUKOV<<IVAN<<<", "Иван Жуков"),
}


@pytest.mark.parametrize("names", ALIKE.values(), ids=ALIKE)
def test_one_name_has_one_skeleton_in_every_script(names):
    assert len({skeletons(name)[0] for name in names}) == 1


def test_a_name_in_han_characters_has_one_for_each_way_of_reading_it():
    assert skeletons("Zhao Xiaodong")[0] in skeletons("赵晓东")
    assert skeletons("Chao Hsiao-tung")[0].split()[0] in {word for way in skeletons("赵晓东") for word in way.split()}
    assert 1 < len(skeletons("赵晓东")) <= 3


@pytest.mark.parametrize("raw", ["", "...", "\u200b", "--", "<<"])
def test_a_name_without_letters_has_none(raw):
    assert skeletons(raw) == ()
    assert word_keys(raw) == ()


def test_a_word_of_vowels_has_its_first():
    assert word_skeleton("aoi") == "A"
    assert word_keys("Aoi Zhukov") == ("A", "JKF")
