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
        with FileIO(kept) as file:
            return portable.text(Subject(file, len(out.getvalue()), BUDGET, lambda *_: None))

    return read


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
