"""The bundle holds every document of the case under a number: as pages, as text, or named on a slip with its digest."""

import hashlib
from email.message import EmailMessage
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pikepdf
import pypdfium2  # type: ignore[import-untyped] # it ships no types
import pytest
from django.test import override_settings
from PIL import Image, ImageDraw

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import fold
from rogatory.office.folds.originals import letter_name
from rogatory.registry.cases import journal
from rogatory.registry.cases.door import Outcome
from rogatory.registry.mailroom import door
from tests.registry.access.people import file
from tests.registry.letters import added
from tests.registry.office import Registry
from tests.registry.test_desk import signed_in

pytestmark = pytest.mark.django_db


APART = b"what she told the asylum office"


def scan(words: str, kind: str = "PDF") -> bytes:
    """A page with words on it, as a picture."""
    page = Image.new("RGB", (620, 877), "white")
    ImageDraw.Draw(page).text((60, 80), words, fill="black")
    page.save(out := BytesIO(), kind)
    return out.getvalue()


def message() -> bytes:
    told = EmailMessage()
    told["Subject"] = "Our request"
    told.set_content("We ask for the notebook.\n\nWe ask for it soon.")
    told.add_attachment(scan("minutes", "PNG"), "image", "png", filename="minutes.png")
    told.add_attachment(APART, "text", "plain", filename="asylum-interview.txt")
    told.set_boundary("between-the-parts")
    return told.as_bytes()


def locked() -> bytes:
    with ZipFile(out := BytesIO(), "w") as packed:
        packed.writestr("program.exe", b"MZ" + bytes(200))
    return out.getvalue()


CAME = {
    "letter.pdf": scan("We ask for the notebook of A. B."),
    "message.eml": message(),
    "note.txt": b"A note of the authority.\n\nIts second paragraph.",
    "things.zip": locked(),
    "unknown.bin": bytes(range(256)),
    "lawyer.txt": b"what his lawyer wrote to him",
    "interview.txt": b"what he told the asylum office",
}
PART = letter_name(hashlib.sha256(APART).hexdigest())
NAMES = {name: letter_name(hashlib.sha256(data).hexdigest()) for name, data in CAME.items()}


@pytest.fixture(scope="module")
def told(office_once: Registry) -> tuple[Registry, str, str]:
    """An office, a case with everything that can come in, some of it apart, and a hearing."""
    office = office_once
    case = office.register(file())
    for name, data in CAME.items():
        clerk = office.accounts[Role.CLERK]
        number = door.receive(clerk, name, data).number
        part = door.look(clerk, number).part
        looked = [p.digest for p in part.walk() if not p.state.whole] if part else []
        door.handle(clerk, "settle-fields", number, {"settled": [added("reference", "1")], "looked": looked})
        assert isinstance(door.attach(clerk, number, case, name), Outcome), name
    for name, into in (("lawyer.txt", "privileged"), ("interview.txt", "asylum")):
        office.do(Role.COURT, "set-apart", case, NAMES[name], into=into, reasons="it stands apart")
    office.do(Role.COURT, "set-apart", case, PART, into="asylum", reasons="it stands apart")
    office.write_documents(case)
    office.mandate(Role.COUNSEL, case)
    hearing: dict[str, Any] = {"chamber": "indictments chamber", "at": "2027-03-02T09:00+01:00", "public": True}
    office.do(Role.COURT, "set-hearing", case, **hearing)
    name = next(iter(fold(journal.entries_of(case)).hearings))
    office.do(Role.COUNSEL, "submit", case, "P1", text="written conclusions", hearing=name)
    office.do(Role.COUNSEL, "submit", case, "P1", text="a secret of his lawyer", hearing=name, compartment="privileged")
    office.do(Role.COUNSEL, "submit", case, "P1", text="a word of his asylum", hearing=name, compartment="asylum")
    return office, case, name


def bundle_of(told: tuple[Registry, str, str], role: Role) -> tuple[bytes, str]:
    """The bundle as somebody gets it, and the words that can be read in it."""
    office, case, hearing = told
    with override_settings(ROGATORY_UNSAFE_ONE_FACTOR=True):
        answer = signed_in(office, role).get(f"/cases/{case}/hearings/{hearing}/bundle")
    assert answer.status_code == 200, answer.content
    with pypdfium2.PdfDocument(answer.content) as document:
        text = "\n".join(sheet.get_textpage().get_text_range() for sheet in document).replace("\r", "")
    return answer.content, text


@pytest.fixture(scope="module")
def for_the_court(told) -> tuple[bytes, str]:
    return bundle_of(told, Role.COURT)


@pytest.fixture(scope="module")
def for_the_prosecutor(told) -> tuple[bytes, str]:
    return bundle_of(told, Role.PROSECUTOR)


def bookmarks(made: bytes) -> list[tuple[int, str]]:
    with pypdfium2.PdfDocument(made) as document:
        return [(mark.level, mark.get_title()) for mark in document.get_toc()]


def test_every_document_is_an_exhibit_and_every_part_of_one_has_a_bookmark(for_the_court):
    assert bookmarks(for_the_court[0]) == [
        (0, "Index"),
        (0, "Exhibit 1: letter.pdf"),
        (0, "Exhibit 2: message.eml"),
        (1, "minutes.png"),
        (0, "Exhibit 3: note.txt"),
        (0, "Exhibit 4: things.zip"),
        (1, "program.exe"),
        (0, "Exhibit 5: unknown.bin"),
        (0, "Exhibit 6: lawyer.txt"),
        (0, "Exhibit 7: Acknowledgement of receipt"),
        (0, "Exhibit 8: Acknowledgement of receipt"),
        (0, "Exhibit 9: statement"),
        (0, "Exhibit 10: statement"),
    ]


def test_pages_are_pictures_and_text_without_pages_is_printed(for_the_court):
    made, text = for_the_court
    with pikepdf.open(BytesIO(made)) as document:
        told = [str(o.Alt) for o in document.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
    assert [t[:20].rstrip(".") for t in told] == [f"Exhibit {n}, page 1/1" for n in (1, 2, 7, 8)]
    assert "We ask for the notebook.\nWe ask for it soon." in text
    assert "A note of the authority.\nIts second paragraph." in text


@pytest.mark.parametrize("name", ["unknown.bin", "things.zip"])
def test_what_cannot_be_shown_is_named_with_why_and_its_digest(for_the_court, name):
    text = for_the_court[1]
    assert f"SHA-256 {hashlib.sha256(CAME[name]).hexdigest()}" in text
    assert "No page of it can be shown: of a kind that is not read here." in text
    assert "No page of it can be shown: kept unread. It is a program" in text
    assert "202 bytes" in text


def test_what_stands_apart_is_withheld_from_who_may_not_read_it_and_named_as_that(for_the_court, for_the_prosecutor):
    (_, court), (_, prosecutor) = for_the_court, for_the_prosecutor
    for words in ("what his lawyer wrote to him", "a secret of his lawyer"):
        assert words in court
        assert words not in prosecutor
    assert court.count("Withheld: it stands apart") == 0
    assert prosecutor.count("Withheld: it stands apart") == 2
    assert NAMES["lawyer.txt"] in prosecutor


def test_of_an_asylum_file_nothing_is_told(for_the_court, for_the_prosecutor):
    for _made, text in (for_the_court, for_the_prosecutor):
        for words in ("asylum", NAMES["interview.txt"], PART, hashlib.sha256(APART).hexdigest(), "interview.txt"):
            assert words not in text
