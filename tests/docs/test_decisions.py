"""Decision records: numbers without gaps, a complete index, and the same form for all."""

import re

import pytest

from tests.docs.markdown import DOCS, read, rows

FOLDER = DOCS / "adr"
RECORDS = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")
PARTS = ["Context", "Options", "Decision", "Consequences", "What would change our mind"]


def test_numbers_have_no_gaps():
    assert [path.name[:5] for path in RECORDS] == [f"{n:04}-" for n in range(1, len(RECORDS) + 1)]


def test_the_index_is_complete_and_in_order():
    index = [(cells[0], cells[1]) for cells in rows(read(FOLDER / "README.md"))]
    titles = {path: read(path).splitlines()[0] for path in RECORDS}
    assert index == [(f"[{p.name[:4]}]({p.name})", titles[p].partition(". ")[2]) for p in RECORDS]


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_has_its_number_its_status_its_day_and_its_parts(path):
    lines = read(path).splitlines()
    assert lines[0].startswith(f"# {path.name[:4]}. ")
    assert re.fullmatch(r"Status: (accepted|superseded by \d{4})\. Date: \d{4}-\d{2}-\d{2}\.", lines[2])
    assert [line.removeprefix("## ") for line in lines if line.startswith("## ")] == PARTS
