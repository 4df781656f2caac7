"""A word of a name in Latin letters, by the schemes of offices."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.names.romanising import readings

READ = {
    "a Kazakh passport": ("Жұмабаев", "zhumabaev", "Kazakh, passports"),
    "the Kazakh alphabet of 2018": ("Жұмабаев", "jumabaev", "Kazakh, Latin alphabet of 2018"),
    "ICAO": ("Щербаков", "shcherbakov", "Russian, ICAO"),
    "French": ("Щербаков", "chtcherbakov", "Russian, French"),
    "German": ("Щербаков", "schtscherbakow", "Russian, German"),
    "Ukrainian": ("Гончарук", "honcharuk", "Ukrainian, 2010"),
    "Serbian": ("Ђорђе", "djordje", "Serbian, Gaj's alphabet"),
    "Bulgarian": ("Щерев", "shterev", "Bulgarian, 2009"),
    "Tajik": ("Ҷамшед", "jamshed", "Tajik"),
    "Uzbek": ("Ўткир", "otkir", "Uzbek, 1995"),
    "Arabic": ("قحطان", "qhtan", "Arabic, without short vowels"),
    "Arabic that is common": ("حسين", "hossein", "Arabic, with its vowels"),
    "Persian": ("پرویز", "prviz", "Persian, without short vowels"),
    "Uyghur": ("گۈلنار", "gulnar", "Uyghur"),
    "Hebrew": ("שפירא", "shpyr", "Hebrew, without most vowels"),
    "Greek": ("Γεώργιος", "georgios", "Greek, ELOT 743"),
    "Armenian": ("Հայկ", "hayk", "Armenian, Eastern"),
    "Georgian": ("ნინო", "nino", "Georgian, 2002"),
    "Turkish": ("Çağrı", "cagri", "Latin, without marks"),
    "a machine-readable passport": ("Jürgen", "juergen", "Latin, machine-readable passports"),
    "Mandarin": ("晓东", "xiaodong", "Hanyu Pinyin"),
    "Korean": ("지훈", "jihun", "Revised Romanization"),
}


@pytest.mark.parametrize(("word", "latin", "scheme"), READ.values(), ids=READ)
def test_a_word_is_read_by_each_scheme_that_knows_its_letters(word, latin, scheme):
    assert (latin, scheme) in {(reading.latin, reading.scheme) for reading in readings(word)}


def test_the_steps_are_told_once_each_and_in_order():
    reading = next(reading for reading in readings("Хрущёв") if reading.scheme == "Russian, French")
    assert reading.steps[:4] == ("х → kh", "р → r", "у → ou", "щ → chtch")


@pytest.mark.parametrize("word", ["", "...", "Иvan", "नरेन्द्र", "1"])
def test_what_no_scheme_knows_has_no_reading(word):
    assert readings(word) == ()


@given(st.text(max_size=80))
def test_a_reading_is_of_small_latin_letters_and_never_empty(word):
    assert all(reading.latin.isascii() and reading.latin.isalpha() for reading in readings(word))
