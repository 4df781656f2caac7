"""Scans: letters are read off them where language data is installed; where not, the page says what to install."""

import io

import pytest
from PIL import Image

from rogatory.extraction import ocr
from rogatory.extraction.reading import image, read, read_by
from rogatory.extraction.sandbox import sandbox
from rogatory.received.pages import Part, State
from tests.extraction import samples

BOX = sandbox("rogatory.extraction.inside")


def read_or_what_to_install(part: Part, *words: str) -> None:
    assert all(page.scanned for page in part.pages)
    if "eng" not in ocr.languages():
        assert part.state in (State.EMPTY, State.PARTIAL)
        assert "tesseract-ocr-eng" in part.says
        return
    assert part.state is State.READ
    text = " ".join(page.text for page in part.pages)
    assert all(word in text for word in words), text


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
def test_a_picture_of_a_letter(form):
    part = read("letter.pdf", samples.picture(form=form))
    assert part.media == f"image/{form.lower()}"
    read_or_what_to_install(part, "Request for legal assistance", "witness")
    for line in part.pages[0].lines:
        assert line.box
        assert 0.05 < line.box.left < 0.1
        assert line.box.top < line.box.bottom < 0.6


def test_a_scan_in_a_pdf():
    part = read("scan", samples.scan())
    assert part.media == "application/pdf"
    read_or_what_to_install(part, "Request for legal assistance", "witness")
    assert part.pages[0].width == pytest.approx(1240 * 72 / 150, abs=1)


def test_a_page_that_lies_on_its_side():
    part = read("letter", samples.picture((samples.SCANNED + "\n") * 3, (1240, 1240), turn=90))
    read_or_what_to_install(part, "Request for legal assistance")
    for line in part.pages[0].lines:
        assert line.box
        assert line.box.bottom - line.box.top > line.box.right - line.box.left


def test_each_frame_is_a_page():
    part = read("letter", samples.frames(samples.SCANNED, samples.SCANNED.upper()))
    assert len(part.pages) == 2
    read_or_what_to_install(part, "Request for legal assistance", "REQUEST FOR LEGAL ASSISTANCE")


@pytest.mark.parametrize("data", [samples.picture(), samples.scan()], ids=["picture", "scan"])
def test_without_language_data_it_says_what_to_install(data):
    part = read_by(BOX, "tests.extraction.probes:without_language_data", "letter", data)
    assert part.state is State.EMPTY
    assert "tesseract-ocr-eng" in part.says
    assert len(part.pages) == 1
    assert part.pages[0].scanned


def test_without_language_data_the_rest_is_read():
    data = samples.packed(("scan.png", samples.picture()), ("letter.txt", b"letter"))
    part = read_by(BOX, "tests.extraction.probes:without_language_data", "letters", data)
    assert [inner.state for inner in part.parts] == [State.EMPTY, State.READ]


def test_an_empty_page():
    part = read("letter", samples.picture(""))
    assert part.state is State.EMPTY
    assert part.says.endswith(".")


@pytest.mark.parametrize("size", [(50_000, 50_000), (2**31 - 1, 2**31 - 1)])
def test_a_picture_larger_than_anybody_needs(size):
    assert read("letter", samples.hollow_png(*size)).state is State.TOO_LARGE


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
def test_a_picture_cut_off(form):
    data = samples.picture(form=form)
    assert read("letter", data[: len(data) // 2]).state in (State.DAMAGED, State.EMPTY, State.READ)
    assert read("letter", data[:40]).state is State.DAMAGED


def test_a_picture_can_be_looked_at():
    shown = Image.open(io.BytesIO(image(samples.frames("one", "two"), (), 2, 300)))
    assert (shown.format, shown.width) == ("PNG", 300)
