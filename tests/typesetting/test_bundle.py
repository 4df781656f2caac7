"""A bundle for a hearing: numbered, with an index and bookmarks, and nothing in it that can act."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image

from rogatory.typesetting.bundle import MOST_PAGES, Bundle, Exhibit, Picture, Section, Slip, bound
from rogatory.typesetting.text import PaperError


def page(words: str = "", size: tuple[int, int] = (300, 420)) -> Picture:
    out = BytesIO()
    Image.new("RGB", size, "white").save(out, "PNG")
    return Picture(out.getvalue(), words)


LETTER = Exhibit("Letter rogatory", "received 1 March 2026", "sha256 0123", (page("we ask for"), page(size=(420, 300))))
CONCLUSIONS = Exhibit("Conclusions", "counsel, 2 March 2026", "entry 12", ("It is political.", "It is refused."))
BUNDLE = Bundle(
    "Hearing of 4 March 2026", "2026-000001", "Central authority", date(2026, 3, 4), "en",
    (("Chamber", "indictments chamber"), ("Called", "A. B., person concerned")), (LETTER, CONCLUSIONS),
)  # fmt: skip


@pytest.fixture(scope="module")
def made() -> bytes:
    return bound(BUNDLE)


def test_every_exhibit_has_a_number_and_a_bookmark_that_leads_to_it(made):
    with pypdfium2.PdfDocument(made) as document:
        marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
        first = document[0].get_textpage().get_text_range()
    assert marks == [("Index", 0), ("Exhibit 1: Letter rogatory", 1), ("Exhibit 2: Conclusions", 3)]
    assert "received 1 March 2026" in first
    assert "A. B., person concerned" in first


def test_every_page_says_of_which_exhibit_it_is(made):
    with pypdfium2.PdfDocument(made) as document:
        heads = [sheet.get_textpage().get_text_range() for sheet in document]
    assert "Exhibit 1, page 2/2" in heads[2]
    assert all("Page" in text and "of 4" in text for text in heads)


def test_what_cannot_be_seen_can_be_read(made):
    with pikepdf.open(BytesIO(made)) as document:
        told = [str(o.Alt) for o in document.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
    assert "Exhibit 1, page 1/2. we ask for" in told


def test_nothing_in_it_acts(made):
    with pikepdf.open(BytesIO(made)) as document:
        keys = {key for o in document.objects if isinstance(o, pikepdf.Dictionary) for key in o.keys()}  # noqa: SIM118
    assert not keys & {"/JS", "/JavaScript", "/OpenAction", "/Launch", "/EmbeddedFiles", "/AA"}


def test_the_same_bundle_gives_the_same_bytes(made):
    assert bound(BUNDLE) == made


@pytest.mark.parametrize("language", ["en", "fr", "nl", "ru"])
def test_it_is_made_in_every_language_and_in_english_where_there_are_no_words(language):
    assert bound(replace(BUNDLE, language=language)).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("exhibits", "why"),
    [
        ((), "no bundle"),
        ((replace(LETTER, parts=()),), "neither text nor pages"),
        ((replace(LETTER, parts=(page(),) * (MOST_PAGES + 1)),), "at most"),
    ],
)
def test_what_cannot_be_bound_is_said(exhibits, why):
    with pytest.raises(PaperError, match=why):
        bound(replace(BUNDLE, exhibits=exhibits))


def test_a_part_begins_a_page_and_a_slip_stands_where_nothing_can_be_shown():
    message = Exhibit(
        "Message", "", "sha256 45", ("We ask.", Section("scan.png"), page(), Section("a.exe"), Slip("Kept."))
    )
    with pypdfium2.PdfDocument(bound(replace(BUNDLE, exhibits=(message, CONCLUSIONS)))) as document:
        marks = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
        texts = [sheet.get_textpage().get_text_range() for sheet in document]
    assert marks == [
        (0, "Index", 0), (0, "Exhibit 1: Message", 1), (1, "scan.png", 2), (1, "a.exe", 3),
        (0, "Exhibit 2: Conclusions", 4),
    ]  # fmt: skip
    assert "Exhibit 1, page 1/1" in texts[2]
    assert "Kept." in texts[3]
    assert "1 Message 3 2" in texts[0].replace("\r\n", "\n"), "three pages, from the second one on"
