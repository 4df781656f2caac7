"""Words of a PDF, wherever on its pages they stand."""

from io import BytesIO, FileIO

import pypdfium2  # type: ignore[import-untyped] # it ships no types
import pytest
import typst

from rogatory.material.items import State
from rogatory.sifting.budget import BUDGET
from rogatory.sifting.stages import portable
from rogatory.sifting.stages.subject import Subject

SHOWN = (0, 0, 300, 200)


@pytest.fixture
def text(tmp_path):
    def read(page, shown=SHOWN):
        set_ = tmp_path / "page.typ"
        set_.write_text(f"#set page(width: 300pt, height: 200pt)\n{page}", encoding="utf-8")
        with pypdfium2.PdfDocument(typst.compile(set_)) as document:
            document[0].set_cropbox(*shown)
            out = BytesIO()
            document.save(out)
        kept = tmp_path / "page.pdf"
        kept.write_bytes(out.getvalue())
        return _read(kept)

    return read


@pytest.fixture
def text_of_written(tmp_path):
    def read(content):
        objects = (
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        )
        written = b"".join(b"%d 0 obj%s endobj\n" % told for told in enumerate(objects, 1))
        kept = tmp_path / "written.pdf"
        kept.write_bytes(b"%PDF-1.4\n" + written + b"trailer<</Root 1 0 R>>\n%%EOF")
        return _read(kept)

    return read


def _read(kept):
    with FileIO(kept) as file:
        return portable.text(Subject(file, kept.stat().st_size, BUDGET, lambda *_: None))


def test_words_beyond_the_part_of_a_page_that_is_shown_are_read_as_well(text):
    ended = text("Dear colleague #place(dx: 150pt, dy: 50pt)[cut away]", shown=(0, 100, 200, 200))
    assert (ended.state, ended.facts) == (State.OK, {"pages": 1, "bare": 0})
    assert ended.text.split() == ["Dear", "colleague", "cut", "away"]


def test_a_page_that_shows_none_of_its_words_is_looked_at(text):
    ended = text("cut away", shown=(0, 0, 20, 20))
    assert (ended.state, ended.text) == (State.PARTIAL, "cut away")
    assert "somebody must look" in ended.says


def test_a_hyphen_at_the_end_of_a_line_stands_in_the_text(text):
    ended = text("#box(width: 40pt)[Stress-Engineered]")
    assert "Stress-" in ended.text
    assert "Engineered" in ended.text


def test_signs_beyond_the_first_plane_are_read(text):
    assert "\U0001d468\U0001d469" in text("Hello $bold(A B)$").text.replace(" ", "")


@pytest.mark.parametrize("count", [1, 5_000])
def test_signs_that_stand_for_nothing_keep_words_apart(text_of_written, count):
    ended = text_of_written(b"BT /F1 9 Tf 20 100 Td (" + b"\\003" * count + b"witness\\003heard) Tj ET")
    assert ended.state is State.OK
    assert ended.text.replace("\x03", " ").split() == ["witness", "heard"]
