"""The invented letters that reading is measured with: they are what they say they are, and are the same every time."""

import re

import pytest

from rogatory.law.acts import KINDS
from rogatory.linkage.numbers import Sound, read_number
from rogatory.received.proposed import Field
from tests.letters_set import BLIND, COUNT, LANGUAGES, SCANNED, letter, letters, paper
from tests.letters_set.plain import pages
from tests.letters_set.words import words


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).casefold().replace("i̇", "i")


def test_there_are_enough_of_every_language_and_kind():
    made = list(letters())
    assert len(made) == COUNT >= 60
    for language in LANGUAGES:
        assert sum(one.languages[0] == language for one in made) >= 12
    assert sum(len(one.languages) == 2 for one in made) == 4
    assert {one.kind for one in made} == set(KINDS) - {"removal"}
    for sort in ("mla", "supplement", "extradition", "eio", "eaw", "diffusion"):
        assert {one.held_out for one in made if one.sort == sort} == {True, False}, sort


def test_a_letter_is_the_same_every_time():
    before = letter(7)
    letter.cache_clear()
    assert letter(7) == before
    assert pages(letter(7)) == pages(before)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_blind_letters_have_names_and_authorities_no_other_letter_has(language):
    mine, others = (words(language, blind=blind).sections for blind in (True, False))
    for key in ("names", "authorities"):
        assert mine[key][0]
        assert not set(mine[key][0]) & {line for half in others[key] for line in half}
    assert {line for half in others["date"] for line in half} <= set(mine["date"][0])


def test_the_blind_letters_tell_what_others_do():
    made = {one.number: one for one in letters(BLIND)}
    for number in SCANNED:
        assert made[number].sort == letter(number).sort
        assert made[number].told != letter(number).told


def test_letters_are_short_and_long():
    counts = [len(pages(one)) for one in letters()]
    assert min(counts) == 1
    assert max(counts) >= 10


@pytest.mark.parametrize("one", list(letters()), ids=lambda one: one.name)
def test_what_a_letter_tells_stands_in_it(one):
    text = plain(" ".join(pages(one)))
    for told in one.told:
        # A heading or a footer of a page may stand within; then the parts before and behind it do.
        assert plain(told.raw) in text or all(word in text for word in plain(told.raw).split()), told
        if told.about:
            assert any(t.field is Field.PERSON and t.about == told.about for t in one.told)


@pytest.mark.parametrize("one", list(letters()), ids=lambda one: one.name)
def test_every_letter_tells_what_each_of_its_kind_must(one):
    fields = {told.field for told in one.told}
    assert {Field.STATE, Field.KIND, Field.PERSON, Field.BIRTH, Field.REFERENCE, Field.OFFENCE} <= fields
    if one.kind != "red-notice":
        assert {Field.AUTHORITY, Field.DATE, Field.ARTICLE, Field.MEASURE, Field.LANGUAGE} <= fields


def test_identity_numbers_have_right_check_digits():
    for one in letters():
        states = {t.about: t.value for t in one.told if t.field is Field.NATIONALITY}
        for told in one.told:
            if told.field is Field.NUMBER:
                number = read_number(f"{states[told.about]}:{told.value}")
                assert number.sound in (Sound.YES, Sound.NOT_KNOWN), told


def test_held_out_letters_are_written_with_other_phrases():
    for language in LANGUAGES:
        for key, (free, held) in words(language).sections.items():
            assert not set(free) & set(held), (language, key)
            if key in ("ref", "case", "date", "deadline", "person.sentence", "person.label"):
                assert len(free) + len(held) >= 3
                assert held


@pytest.mark.parametrize("number", [2, 14, 26, 38, 50, 62], ids=LANGUAGES)
def test_the_words_come_back_from_a_pdf_and_a_word_file(number):
    import io

    import docx
    import pypdfium2  # type: ignore[import-untyped] # it ships no types

    one = letter(number)
    document = pypdfium2.PdfDocument(paper.pdf(one))
    texts = [plain(" ".join(page.get_textpage().get_text_range() for page in document))]
    document.close()
    written = docx.Document(io.BytesIO(paper.docx(one)))
    cells = [cell.text for table in written.tables for row in table.rows for cell in row.cells]
    texts.append(plain(" ".join([paragraph.text for paragraph in written.paragraphs] + cells)))
    for text in texts:
        assert all(word in text for told in one.told for word in plain(told.raw).split())


def test_a_scanned_page_is_grey_turned_and_the_same_every_time():
    one = letter(37)
    page = paper.images(one)[0]
    assert page.mode == "L"
    assert page.size[0] >= 1200
    assert page.tobytes() == paper.images(one)[0].tobytes()
