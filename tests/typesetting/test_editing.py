"""Edited documents come back through the cage: what a good one says is read, and a hostile one harms nobody."""

from dataclasses import replace
from pathlib import Path

import pytest

import rogatory
from rogatory.decision.documents.document import Paragraph
from rogatory.typesetting.editing import LIMITS, read_edited
from rogatory.typesetting.text import PaperError
from rogatory.typesetting.word import docx
from tests.typesetting.samples import ENGLISH, FRENCH
from tests.typesetting.test_word import FILES, MADE, opened, paragraph, saved, with_part

OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&a;</w:document>'
)
LAUGHS = b"<!DOCTYPE w [<!ENTITY a0 'ha'>%s]><w>&a30;</w>" % b"".join(
    b"<!ENTITY a%d '&a%d;&a%d;'>" % (n, n - 1, n - 1) for n in range(1, 31)
)
HOSTILE = {
    **FILES,
    "an entity from outside": (with_part(MADE, "word/document2.xml", OUTSIDE), "XML that declares things"),
    "an entity that grows": (with_part(MADE, "word/laughs.xml", LAUGHS), "XML that declares things"),
    "a relation to macros": (with_part(MADE, "word/vbaData.xml", b"<x/>"), "macros"),
    "a part that calls itself a thousand times": (with_part(MADE, "word/deep.xml", b"<a>" * 100_000), ""),
}


@pytest.mark.parametrize("document", [ENGLISH, replace(ENGLISH, annexes=(FRENCH,))], ids=["one", "with annexes"])
def test_a_document_comes_back_as_it_left(document):
    assert read_edited(docx(document), document) == document


def test_what_somebody_wrote_comes_back_in_our_frame():
    file = opened()
    paragraph(file, "The first fact.").add_run(" And more.")
    read = read_edited(saved(file), ENGLISH)
    texts = [block.text for block in read.blocks if isinstance(block, Paragraph)]
    assert any(text.endswith(" And more.") for text in texts)
    assert replace(read, blocks=ENGLISH.blocks) == ENGLISH


@pytest.mark.parametrize(("data", "said"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_with_its_reason(data, said):
    if not said:  # it is of no use to anybody, and of no harm
        assert read_edited(data, ENGLISH) == ENGLISH
        return
    with pytest.raises(PaperError, match=said):
        read_edited(data, ENGLISH)


def test_a_reader_that_runs_out_of_memory_refuses_the_file_and_blames_it_for_nothing():
    with pytest.raises(PaperError) as refused:
        read_edited(MADE, ENGLISH, replace(LIMITS, memory=1))
    assert str(refused.value) == "the file cannot be read: out of memory. Reading it took more memory than allowed."


def test_no_page_parses_an_edited_document_itself():
    registry = Path(rogatory.__file__).parent / "registry"
    assert [path.name for path in registry.rglob("*.py") if "read_docx" in path.read_text(encoding="utf-8")] == []
