"""What is not read here ends in a state with a name, says what to ask for instead, and waits for a human."""

import pytest

from rogatory.extraction.reading import read
from rogatory.received.pages import State
from tests.extraction import samples

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
MSG = OLE + bytes(600) + "__substg1.0_0037001F".encode("utf-16-le") + bytes(600)
UNSUPPORTED = {
    "RTF": ("request.rtf", b"{\\rtf1\\ansi We request the extradition of}", "PDF or DOCX"),
    "old Word file": ("request.doc", OLE + bytes(2048), "PDF or DOCX"),
    "Outlook message": ("request.msg", MSG, "PDF or DOCX"),
    "workbook": (
        "accounts.xlsx",
        samples.packed(("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>")),
        "PDF or DOCX",
    ),
    "open spreadsheet": ("accounts.ods", samples.packed(("mimetype", ODS.encode())), "PDF or DOCX"),
    "RAR": ("file.rar", b"Rar!\x1a\x07\x01\x00" + bytes(200), "ZIP"),
    "7z": ("file.7z", b"7z\xbc\xaf\x27\x1c" + bytes(200), "ZIP"),
}


@pytest.mark.parametrize(("name", "data", "instead"), UNSUPPORTED.values(), ids=UNSUPPORTED)
def test_a_kind_that_is_not_read_says_so_and_what_to_ask_for(name, data, instead):
    part = read(name, data)
    assert part.state is State.UNSUPPORTED
    assert not part.state.whole, "a human must look at it"
    assert instead in part.says
    assert not part.pages


@pytest.mark.parametrize(("name", "data", "instead"), UNSUPPORTED.values(), ids=UNSUPPORTED)
def test_one_of_them_inside_an_archive_is_no_less_named(name, data, instead):
    part = read("all.zip", samples.packed((name, data), ("letter.txt", b"We request your assistance.")))
    inner, letter = part.parts
    assert inner.state is State.UNSUPPORTED
    assert letter.state is State.READ


@pytest.mark.parametrize(
    ("name", "data", "state"),
    [
        ("request.docx", b"{\\rtf1 x}", State.UNSUPPORTED),
        ("request.pdf", b"Rar!\x1a\x07\x01\x00" + bytes(200), State.UNSUPPORTED),
        ("request.rtf", b"We request your assistance.", State.READ),
        ("request.7z", samples.packed(("letter.txt", b"We request your assistance.")), State.READ),
        ("request.pdf", b"", State.EMPTY),
    ],
    ids=["RTF called DOCX", "RAR called PDF", "text called RTF", "ZIP called 7z", "no bytes called PDF"],
)
def test_a_wrong_ending_deceives_nobody(name, data, state):
    part = read(name, data)
    assert part.state is state
    assert part.state.whole == (state is State.READ)
