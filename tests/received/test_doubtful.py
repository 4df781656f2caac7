"""What a scan may have got wrong is marked for the human, and the value stays as it was read."""

import pytest

from rogatory.received.fields.doubtful import hardly_read, look_alikes
from rogatory.received.pages import Line, Page, Part, State
from rogatory.received.proposed import Field
from rogatory.received.proposing import propose


@pytest.mark.parametrize(
    ("raw", "marked"),
    [("4B/78", "[4][B]/78"), ("12-O4", "12-[O][4]"), ("12-34/5678", ""), ("ABC/DEF", ""), ("PB3", "P[B][3]")],
)
def test_signs_between_letters_and_figures_are_marked(raw, marked):
    assert look_alikes(raw) == marked


def test_letters_that_were_hardly_read_are_marked():
    lines = (Line("Our ref: 12-34/56", 0, unsure=(9, 16)), Line("more", 18))
    assert hardly_read(lines, 9, 17) == "[1]2-34/5[6]"
    assert hardly_read(lines, 0, 8) == ""


def test_a_doubtful_reference_is_proposed_as_it_was_read():
    text = "Our ref: 12-3O/5678-24"
    page = Page(1, (Line(text, 0, unsure=(13,)), Line("Dear Sir,", len(text) + 1)), scanned=True)
    found = propose(Part("a.pdf", "application/pdf", "0" * 64, 9, State.READ, pages=(page,)))
    (one,) = [field for field in found if field.field is Field.REFERENCE]
    assert one.raw == "12-3O/5678-24"
    assert "hardly read where it is in brackets: 12-3[O]/5678-24" in one.doubts
    assert any(doubt.startswith("a letter or a figure") for doubt in one.doubts)
