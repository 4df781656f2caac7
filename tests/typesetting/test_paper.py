"""A document on paper: readable by whoever gets it and whatever they read with, and the same bytes each time."""

import io
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pdfua
import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rogatory.decision.documents.document import Document, Heading, Listing, Paragraph, Table
from rogatory.typesetting.compiling import FONTS, _compiler
from rogatory.typesetting.paper import pdf, texts
from rogatory.typesetting.text import PaperError
from tests.typesetting.samples import ALL, ENGLISH, FRENCH, LONG, read, squeezed
from tests.typesetting.structure import faults

HOSTILE = {
    "code": '#panic() #set page(width: 1mm) #import "x.typ" #sys.inputs #eval("1+1")',
    "mathematics": "$x^2$ $ integral $ 100 $ per day",
    "raw": "`raw` ```typ #lorem(5)```",
    "escapes": "\\ \\n \\u{41} \\#",
    "markup": "*bold* _emphasis_ = heading\n- item\n+ item\n/ term: x\n<label> @ref // comment /* comment */ ~ ---",
    "quotes": '" \' """ }} {" "title": "other"',
    "links": "https://example.org/a?b=c#d mailto:x@example.org",
}


@pytest.mark.parametrize("name", ALL)
def test_every_word_is_on_the_paper(name: str) -> None:
    printed = squeezed("".join(read(pdf(ALL[name]))))
    for place, text in texts(ALL[name]):
        for word in text.split():
            assert word in printed, (place, word)


@pytest.mark.parametrize("name", ALL)
def test_it_can_be_archived_and_read_aloud(name: str, tmp_path: Path) -> None:
    data = pdf(ALL[name])
    assert faults(data, ALL[name]) == []
    (tmp_path / "a.pdf").write_bytes(data)
    assert list(pdfua.validate(str(tmp_path / "a.pdf")).findings) == []


def test_what_is_wrong_with_a_file_would_be_found() -> None:
    file = pikepdf.open(io.BytesIO(pdf(ENGLISH)))
    del file.Root.Metadata, file.Root.Lang, file.Root.StructTreeRoot, file.Root.OutputIntents
    file.Root.OpenAction = file.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)"))
    out = io.BytesIO()
    file.save(out)
    assert {found.partition(":")[0] for found in faults(out.getvalue(), ENGLISH)} >= {
        "metadata", "language", "tags", "colours", "action",
    }  # fmt: skip


@pytest.mark.parametrize("name", ALL)
def test_the_same_words_give_the_same_bytes(name: str) -> None:
    assert pdf(ALL[name]) == pdf(ALL[name])
    assert pdf(ALL[name]) != pdf(replace(ALL[name], case="2025/0418"))


def test_many_at_once_do_not_mix() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(pdf, [*ALL.values()] * 3))
    assert made == [pdf(document) for document in ALL.values()] * 3


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_words_are_never_read_as_instructions(text: str) -> None:
    document = replace(
        ENGLISH,
        title=text.replace("\n", " "),
        sender=(text,),
        addressee=(text, text),
        place=text,
        case=text,
        references=((text, text),),
        signatory=(text,),
        blocks=(Heading(text), Paragraph(text, text[:3], text), Listing((text,)), Table((text,), ((text,),), text)),
        annexes=(replace(ENGLISH, title=text),),
    )
    printed = squeezed("".join(read(pdf(document))))
    assert printed.count(squeezed(text)) >= 12


def test_a_word_longer_than_the_line_stays_on_the_paper() -> None:
    word = "Donaudampfschifffahrts" * 20
    document = replace(ENGLISH, blocks=(Paragraph(word), Table(("a", "b", "c"), ((word, word, "c"),))))
    file = pikepdf.open(io.BytesIO(pdf(document)))
    assert [float(part) for part in file.pages[0].mediabox][2:] == pytest.approx([595.28, 841.89], abs=0.1)
    assert squeezed("".join(read(pdf(document)))).count(word) == 3


def test_marks_that_turn_round_what_is_read_are_shown_and_do_nothing() -> None:
    text = "released \u202eton\u202c \u2066on\u2069 bail\x07"
    printed = "".join(read(pdf(replace(ENGLISH, blocks=(Paragraph(text),)))))
    assert "released \N{REPLACEMENT CHARACTER}ton\N{REPLACEMENT CHARACTER}" in printed
    assert not {"\u202e", "\u202c", "\u2066", "\u2069", "\x07"} & set(printed)


@pytest.mark.parametrize(
    ("text", "named"),
    [("Ms 王", "王 (U+738B)"), ("\U0001f600", "(U+1F600)"), ("private \ue000", "(U+E000)"), ("ᚠ", "ᚠ (U+16A0)")],
    ids=["han", "a picture", "private use", "runes"],
)
def test_a_character_no_font_has_is_named_with_its_place(text: str, named: str) -> None:
    document = replace(ENGLISH, blocks=(*ENGLISH.blocks[:2], Table(("Name",), ((text,),))))
    with pytest.raises(PaperError, match="block 3: no font has") as raised:
        pdf(document)
    assert named in str(raised.value)
    assert FONTS in str(raised.value)


@pytest.fixture
def _own_fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder of the office's own with one font, made for this test: it draws a square for one Han character."""
    monkeypatch.setenv(FONTS, str(Path(__file__).parent / "fonts"))
    _compiler.cache_clear()
    yield
    _compiler.cache_clear()


@pytest.mark.usefixtures("_own_fonts")
def test_a_character_of_the_offices_own_fonts_is_printed() -> None:
    document = replace(ENGLISH, blocks=(Paragraph("Ms 王"),))
    assert "Ms 王" in "".join(read(pdf(document)))
    assert faults(pdf(document), document) == []


def test_a_name_in_arabic_script_is_printed() -> None:
    printed = "".join(read(pdf(replace(ENGLISH, blocks=(Paragraph("سارة الأحمد"),)))))
    assert set("سارة") <= set(printed)


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (replace(ENGLISH, title=" "), "title"),
        (replace(ENGLISH, blocks=(Table(("a", "b"), (("1",),)),)), "block 1, row 1: 1 cells"),
        (replace(ENGLISH, blocks=(Paragraph("\ud800"),)), "surrogate"),
    ],
    ids=["no title", "a ragged table", "no Unicode"],
)
def test_what_cannot_be_printed_is_refused(document: Document, said: str) -> None:
    with pytest.raises(PaperError, match=said):
        pdf(document)


def test_following_pages_name_case_and_addressee_and_every_page_its_number() -> None:
    pages = read(pdf(LONG))
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert ("2025/0417 · Prosecutor General's Office" in page) == (number > 1)


def test_the_headings_of_a_table_stand_on_each_page_it_runs_over() -> None:
    assert all("No. Measure" in " ".join(page.split()) for page in read(pdf(LONG)))


def test_words_of_one_column_do_not_run_into_the_next() -> None:
    head = ("Remedy", "Whose", "How long", "From", "Last day", "Suspends", "Source")
    long = "a sentence of many words that runs on" * 3
    row = ("Appeal", long, "15 days", long, "31", "yes", long)
    page = pypdfium2.PdfDocument(pdf(replace(ENGLISH, blocks=(Table(head, (row,)),))))[0].get_textpage()
    start, count = page.search("Suspends").get_next()
    following, _ = page.search("Source").get_next()
    assert page.get_charbox(start + count - 1)[2] < page.get_charbox(following)[0]


def test_a_draft_says_so_on_each_page_in_its_language() -> None:
    assert all("PROJET" in squeezed(page) for page in read(pdf(replace(LONG, language="fr", draft=True))))
    assert not any("PROJET" in squeezed(page) for page in read(pdf(FRENCH)))


def test_headings_are_bookmarks_and_no_level_is_left_out() -> None:
    blocks = (Heading("Deep", 3), Paragraph("x"), Heading("Next", 3), Heading("Top", 1))
    annex = replace(FRENCH, title="Traduction", blocks=(Heading("Faits"),), annexes=(replace(FRENCH, title="Liste"),))
    file = pikepdf.open(io.BytesIO(pdf(replace(ENGLISH, blocks=blocks, annexes=(annex,)))))
    with file.open_outline() as outline:
        named = [(one.title, [child.title for child in one.children]) for one in outline.root]
    assert named == [("Deep", []), ("Next", []), ("Top", []), ("Traduction", ["Faits", "Liste"])]


EDGES = {
    "nothing but a title": replace(ENGLISH, blocks=(), sender=(), addressee=(), references=(), signatory=(), day=""),
    "empty blocks": replace(ENGLISH, blocks=(Heading(""), Paragraph(" "), Listing(()), Table((), ()), Listing(("",)))),
    "empty cells": replace(ENGLISH, blocks=(Table(("", ""), (("", "x"),)), Table(("a",), ()))),
    "lines in a title": replace(ENGLISH, title="a\nb", blocks=(Heading("c\nd"),)),
    "many numbers": replace(ENGLISH, references=tuple((f"No. {n}", "9" * 90) for n in range(14))),
    "a long address": replace(ENGLISH, addressee=tuple(f"line {n}" for n in range(20)), sender=("S" * 300, "T" * 300)),
    "a cell over pages": replace(ENGLISH, blocks=(Table(("a", "b"), (("word " * 2500, "x"),)),)),
    "an order over pages": replace(
        ENGLISH, blocks=(Paragraph("word " * 2500, "1.2.3(a)(ii)", "source", binding=True),)
    ),
    "from right to left": replace(ENGLISH, language="ar", blocks=(Paragraph("سارة", "1"),)),
}


@pytest.mark.parametrize("document", EDGES.values(), ids=EDGES)
def test_what_is_empty_or_long_is_set_all_the_same(document: Document) -> None:
    data = pdf(document)
    assert faults(data, document) == []
    printed = squeezed("".join(read(data)))
    assert {
        w for _, text in texts(document) if text.isascii() for w in re.findall(r"\w+", text) if w not in printed
    } == set()


def test_annexes_stand_behind_each_on_its_own_page_in_its_own_language() -> None:
    pages = read(pdf(replace(ENGLISH, annexes=(replace(FRENCH, annexes=(FRENCH,)), ENGLISH))))
    assert [next((line for line in page.splitlines() if "Annex" in line), "") for page in pages] == [
        "", "Annexe 1", "Annexe 1.1", "Annex 2",
    ]  # fmt: skip


def test_the_day_in_the_file_is_that_of_the_document() -> None:
    def made(day: str) -> str:
        with pikepdf.open(io.BytesIO(pdf(replace(ENGLISH, day=day)))) as file:
            return str(file.docinfo["/CreationDate"])

    assert made("30 November 2026") == "D:20261130000000Z"
    assert made("30 ноября 2026 г.") == "D:20261130000000Z"
    assert made("some day") == made("") == "D:19700101000000Z"


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(max_codepoint=0x4FF, exclude_categories=["Cs", "Cn", "Co"]), max_size=200))
def test_any_text_of_latin_greek_and_cyrillic_letters_is_printed_or_named(text: str) -> None:
    try:
        printed = squeezed("".join(read(pdf(replace(ENGLISH, blocks=(Paragraph(text),))))))
    except PaperError as error:
        assert "no font has" in str(error)  # noqa: PT017 - either is right
    else:
        assert {one for one in text if one.isalnum()} <= set(printed)
