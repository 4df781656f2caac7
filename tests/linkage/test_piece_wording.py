"""What was found is told in the reader's language: every sentence has its message, and no English passes unmarked."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rogatory.casefile.model import CaseFile
from rogatory.casefile.parties import Identity
from rogatory.law.wording import Language
from rogatory.linkage.articles import articles, shared
from rogatory.linkage.births import MISTAKES, compare_births
from rogatory.linkage.numbers import Sound, compare_numbers
from rogatory.linkage.persons import compare_persons
from rogatory.linkage.piece_wording import say_found, say_lacking, say_whom
from rogatory.linkage.piece_words import MISSING, NUMBERS, PIECES, SOUNDS, WHOM
from rogatory.linkage.places import compare_places
from rogatory.linkage.proceedings import compare_proceedings, read_proceeding
from rogatory.linkage.screening import screen
from rogatory.registers.model import RegisterEntry
from tests.linkage.build import proceedings
from tests.linkage.founding import ALL, KNOWN, NAMED, TODAY, book
from tests.linkage.test_keyed import registers, requests

OTHERS = (Language.FR, Language.NL)
TABLES = (PIECES, MISSING, WHOM)


def told_of(case: CaseFile, entries: list[RegisterEntry]) -> tuple[set[str], set[str], set[str]]:
    found = screen(case, book(*entries), TODAY, ALL)
    lacks = [lack for link in found.links for lack in link.missing]
    return (
        {piece.says for link in found.links for piece in link.evidence},
        {text for lack in lacks for text in (lack.what, lack.why)},
        {lack.of for lack in lacks},
    )


def worded(says: str) -> None:
    assert say_found(says, Language.EN).text == says[:1].upper() + says[1:]
    for language in OTHERS:
        made = say_found(says, language)
        assert not made.english, says
        assert made.text != say_found(says, Language.EN).text


@pytest.mark.parametrize("table", TABLES)
def test_every_message_holds_the_same_places_in_every_language_but_those_it_leaves_out(table) -> None:
    for english, *others in table:
        for other in others:
            assert set(re.findall(r"\{\w+\}", other)) <= set(re.findall(r"\{\w+\}", english)), english
            assert other != english or english == "register"


@given(requests(), registers())
@settings(max_examples=25)
def test_whatever_a_screening_finds_is_told_in_every_language(case: CaseFile, entries: list[RegisterEntry]) -> None:
    says, lacks, whom = told_of(case, entries)
    for one in says:
        worded(one)
    assert not any(say_lacking(text, language).english for text in lacks for language in OTHERS)
    assert not any(say_whom(text, language).english for text in whom for language in OTHERS)


def test_the_founding_pattern_is_told_in_every_language() -> None:
    says, lacks, whom = told_of(NAMED, list(KNOWN))
    assert says
    for one in says:
        worded(one)
    assert not any(say_lacking(text, language).english for text in lacks for language in OTHERS)
    assert not any(say_whom(text, language).english for text in whom for language in OTHERS)


BIRTHS = (
    ("1968-03-05", "1968-03-05"), ("5 March 1968", "1968"), ("March 1968", "1968-03-05"), ("ca. 1968", "1968-03-05"),
    ("1966-1969", "1968"), ("about then", "1968"), ("1968-03-05", "1968-05-03"), ("1968-03-05", "1969-03-05"),
    ("1968-03-05", "1968-03-06"), ("1968-03-05", "1988-03-05"), ("1968-03-05", "1968-03-27"),
    ("1968-03-05", "1968-11-05"), ("1968-03-05", "1968-11-27"), ("1968-03-05", "1971-11-27"),
    ("1968-03-05", "1975-11-27"), ("1968-03-05", "1999-11-27"), ("1968-12-20", "1969-02-11"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other"), BIRTHS)
def test_days_of_birth(one: str, other: str) -> None:
    found = compare_births((one,), (other,))
    assert found is not None
    worded(found.says)


def test_every_mistake_has_its_words() -> None:
    for mistake in MISTAKES:
        worded(mistake.says.format("5 March 1968 and 6 March 1968"))


def test_months_are_those_of_the_language() -> None:
    assert say_found("both say 5 March 1968", Language.FR).text == "Les deux disent 5 mars 1968"
    assert say_found("both say 1 May 1966 to 3 May 1968", Language.NL).text == "Beide zeggen 1 mei 1966 tot 3 mei 1968"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("BE:85.07.30-033 28", "BE:85.07.30-033 28"), ("BE:85.07.30-033 28", "85.07.30-033 28"),
        ("BE:85.07.30-033 29", "BE:85.07.30-033 29"), ("BE:85.07.30-033 28", "BE:85.07.30-033 38"),
        ("BE:85.07.30-033 28", "BE:75.01.30-111 28"), ("KZ:passport:N1234567", "KZ:passport:N7654321"),
        ("KZ:passport:N1234567", "KZ:passport:N1234567"), ("12345", "12345"),
        ("TR:10000000146", "TR:10000000078"),
    ],
)  # fmt: skip
def test_identity_numbers(one: str, other: str) -> None:
    for found in compare_numbers((one,), (other,)):
        worded(found.says)


def test_a_number_of_a_kind_without_words_is_told_in_english_and_marked() -> None:
    says = "both have the driving licence number of KZ 12345"
    assert say_found(says, Language.FR).english
    assert say_found(says, Language.FR).marked(Language.FR).startswith("[en anglais] ")
    assert not say_found(says, Language.EN).english


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Almaty", "Алматы"), ("Целиноград", "Nur-Sultan"), ("Almaty", "Paris"), ("Kazakhstan", "Казахстан"),
        ("Qaraghandy", "Karagandy"), ("Almaty, Kazakhstan", "Taraz, Kazakhstan"),
    ],
)  # fmt: skip
def test_places(one: str, other: str) -> None:
    found = compare_places((one,), (other,))
    assert found is not None
    worded(found.says)


def test_a_state_is_called_as_the_language_calls_it() -> None:
    assert say_found("both name Kazakhstan", Language.NL).text == "Beide noemen Kazachstan"


def who(name: str, state: str, sex: str = "") -> Identity:
    return Identity((name,), sex=sex, nationalities=(state,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (who("Dana Serikova", "KZ", "f"), who("Марат Серіков", "RU", "m")),
        (who("Dana Serikova", "SU", "f"), who("Серікова Дана", "KZ", "f")),
        (who("Dana Erlanqyzy Serikova", "KZ"), who("Serikova Dana", "KZ")),
        (Identity(("Dana Serikova",)), Identity(("陈宇航",))),
        (Identity(("Dana",), ("1985-07-31",), numbers=("BE:85.07.30-033 28",)), Identity(("Dana",), ("1985-07-30",))),
    ],
)  # fmt: skip
def test_persons(one: Identity, other: Identity) -> None:
    found = compare_persons(one, other)
    for piece in found.evidence:
        worded(piece.says)
    assert not any(
        say_lacking(t, language).english for m in found.missing for t in (m.what, m.why) for language in OTHERS
    )


def test_proceedings() -> None:
    left = proceedings(references=["ЕРДР 187500121000008"], related=["187500121000009"], amounts=["USD 7,612,345.10"],
                       victims=("Akmola Invest",), bodies=("National Security Committee",), parties=["Dana Ospanova"],
                       offences=["embezzlement of funds"], articles=["Art. 189 of the Criminal Code"],
                       period=("2016-01-01", "2017-01-01"), officials=("Ruslan Volkov",))  # fmt: skip
    others = [
        left,
        proceedings(references=["187500121000018"], period=("2001", "2002"), amounts=["USD 1,000,000"]),
        proceedings(references=["187500121000009"], related=["187500121000008"], offences=["theft and embezzlement"]),
        proceedings(references=["197500121999999"], related=["187500121000009"], parties=["Оспанова Дана"]),
    ]
    for one in others:
        for other in others:
            match = compare_proceedings(read_proceeding(one), read_proceeding(other))
            for piece in match.evidence:
                worded(piece.says)
            lacks = [text for lack in match.missing for text in (lack.what, lack.why)]
            assert [text for text in lacks if say_lacking(text, Language.NL).english] == []


def test_articles_of_two_editions() -> None:
    (one,), (other,) = articles("Art. 176 CC (1997)", "KZ", 1999), articles("Art. 189 CC (2014)", "KZ", 2016)
    found = shared(one, other)
    assert found is not None
    worded(found.step)


def test_what_a_number_is_and_why_it_cannot_be_right_has_its_words() -> None:
    assert {sound.value for sound in (Sound.NO, Sound.NO_SUCH_DAY, Sound.SHAPE)} == set(SOUNDS)
    assert all(all(words[1:]) for words in (*NUMBERS.values(), *SOUNDS.values()))


@given(st.text(max_size=80))
def test_any_text_is_told_and_what_has_no_message_is_marked(text: str) -> None:
    for language in OTHERS:
        made = say_found(text, language)
        assert made.english or made.text != text
    assert say_found(text, Language.EN).english is False
