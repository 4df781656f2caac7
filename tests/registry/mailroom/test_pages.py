"""Pages of the mailroom by who looks: what came in, a document beside its fields, and the case it becomes."""

import re
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from rogatory.law.acts import Role
from rogatory.office.folds.originals import letter_name
from rogatory.received.proposed import Field
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import door as cases
from rogatory.registry.desk.rows.mail import FIELDS, HOWS, STATES
from rogatory.registry.mailroom import door
from rogatory.registry.mailroom.models import Received
from tests.registry.letters import DIGEST, LETTER, settled
from tests.registry.mailroom.conftest import signed_in

pytestmark = pytest.mark.django_db


def text(answer) -> str:
    return unescape(answer.content.decode())


def upload(data: bytes = LETTER, name: str = "letter.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


class TestBringingIn:
    def test_a_document_is_kept_read_and_shown(self, desk):
        answer = desk.post("/mail", {"file": upload()}, follow=True)
        assert "Kept as it came in, and recorded." in text(answer)
        assert "Aidar TESTBAYEV" in text(answer)

    def test_several_at_once(self, desk):
        desk.post("/mail", {"file": [upload(), upload(b"another", "other.txt")]})
        assert {row.name for row in Received.objects.all()} == {"letter.txt", "other.txt"}

    def test_one_that_is_too_large_says_so_and_nothing_is_kept(self, desk, settings):
        settings.MOST_BYTES = 2_000_000
        answer = desk.post("/mail", {"file": upload(b"x" * 2_000_001)})
        assert answer.status_code == 422
        assert "larger than 2 MB" in text(answer)
        assert "This field is required" not in text(answer)
        assert Received.objects.count() == 0

    def test_none_at_all_says_so(self, desk):
        answer = desk.post("/mail", {})
        assert answer.status_code == 422
        assert "error-summary" in text(answer)

    @pytest.mark.parametrize("role", [Role.PROSECUTOR, Role.AUDITOR, Role.ADMINISTRATOR, Role.COUNSEL])
    def test_for_nobody_else_is_there_a_mailroom(self, office, number, role):
        client = signed_in(office, role)
        assert client.post("/mail", {"file": upload()}).status_code == 404
        for address in ("/mail", f"/mail/{number}", f"/mail/{number}/original", f"/mail/{number}/case"):
            assert client.get(address).status_code == 404
        assert 'href="/mail"' not in text(client.get("/"))

    def test_the_list_says_what_is_left_to_do(self, desk, number):
        found = text(desk.get("/mail"))
        assert "letter.txt" in found
        assert re.search(r"\d+ fields? of \d+ to settle", found)


class TestSettling:
    def test_a_field_stands_beside_the_words_it_was_read_from(self, desk, number):
        found = text(desk.get(f"/mail/{number}"))
        assert "<mark>" in found, "the field in focus is shown in the text"
        assert "Requesting state" in found
        assert "Confirm" in found

    def marks(self, desk: Client, number: int) -> list[str]:
        return re.findall(r'data-settle="(\w+)"', text(desk.get(f"/mail/{number}")))

    def act(self, desk: Client, number: int, **told: str) -> Any:
        return desk.post(f"/mail/{number}", {"act": "settle-fields", **told})

    def test_confirming_leads_to_the_next_one(self, desk, number):
        first, second, *_ = self.marks(desk, number)
        answer = self.act(desk, number, mark=first, how="confirmed")
        assert answer["Location"] == f"/mail/{number}?field={second}#f-{second}"

    def test_who_changes_the_words_and_confirms_has_mended_them(self, desk, number, office):
        account = office.accounts[Role.CLERK]
        letter = door.look(account, number)
        mark = self.marks(desk, number)[0]
        self.act(desk, number, mark=mark, how="confirmed", read="old", value="Prosecutor General of Kazakhstan")
        one = door.look(account, letter.row.pk).mail.settled[mark]
        assert (one.how.value, one.value) == ("mended", "Prosecutor General of Kazakhstan")

    def test_what_cannot_be_taken_comes_back_with_the_mend(self, desk, number):
        answer = self.act(desk, number, how="added", field="date of birth", value="5.5.75", about="1")
        assert answer.status_code == 422
        assert "Write it as 1975-05-03" in text(answer)

    def test_what_a_case_needs_and_nobody_read_is_asked_for(self, desk, number):
        assert "Not found in it" in text(desk.get(f"/mail/{number}"))
        self.act(desk, number, how="added", field="measure asked for", value="search", page="1")
        assert '<option value="search" selected>' in text(desk.get(f"/mail/{number}"))

    def test_an_unreadable_one_is_looked_at_by_a_human(self, desk, office):
        number = door.receive(office.accounts[Role.CLERK], "scan.pdf", b"%PDF-1.7 nothing").number
        found = text(desk.get(f"/mail/{number}"))
        assert "Somebody must look at what could not be read: scan.pdf (damaged)." in found
        (digest,) = re.findall(r'name="looked" value="(\w+)"', found)
        self.act(desk, number, looked=digest)
        assert "looked at" in text(desk.get(f"/mail/{number}"))

    def test_what_belongs_to_no_case_is_put_away_with_reasons(self, desk, number):
        assert desk.post(f"/mail/{number}", {"act": "put-away", "reasons": ""}).status_code == 409
        assert desk.post(f"/mail/{number}", {"act": "put-away", "reasons": "advertising"}).status_code == 302
        assert "letter.txt" not in text(desk.get("/mail"))
        assert "letter.txt" in text(desk.get("/mail?all=yes"))


class TestShowing:
    def test_a_page_is_an_image_made_here_and_the_original_is_only_ever_saved(self, desk, office):
        page = BytesIO()
        Image.new("RGB", (200, 100), "white").save(page, "PDF")
        number = door.receive(office.accounts[Role.CLERK], "<scan>.pdf", page.getvalue()).number
        part = door.look(office.accounts[Role.CLERK], number).part
        assert part is not None
        answer = desk.get(f"/mail/{number}/pages/{part.digest}/1")
        assert (answer["Content-Type"], Image.open(BytesIO(answer.content)).width) == ("image/png", 1200)
        assert desk.get(f"/mail/{number}/pages/{part.digest}/2").status_code == 404
        assert desk.get(f"/mail/{number}/pages/{'0' * 64}/1").status_code == 404
        original = desk.get(f"/mail/{number}/original")
        assert original.content == page.getvalue()
        assert original["Content-Disposition"].startswith("attachment")
        assert original["Content-Type"] == "application/octet-stream"

    def test_what_a_letter_says_is_never_taken_for_a_page(self, desk, office):
        number = door.receive(office.accounts[Role.CLERK], "<b>x</b>.txt", b"<script>alert(1)</script>").number
        assert "<script>alert" not in desk.get(f"/mail/{number}").content.decode()


class TestFiling:
    def test_a_case_is_registered_from_it(self, desk, office, number):
        settled(office.accounts[Role.CLERK], number)
        found = text(desk.get(f"/mail/{number}/case"))
        assert "Aidar TESTBAYEV" in found
        told = {"title": "A search for Kazakhstan", "received": "2026-03-01", "requested": "be", "summary": ""}
        answer = desk.post(f"/mail/{number}/case", told)
        assert answer.status_code == 302
        case = answer["Location"].rpartition("/")[2]
        assert cases.look(office.accounts[Role.CLERK], case)[0].case.title == "A search for Kazakhstan"
        assert case in text(desk.get(f"/mail/{number}"))
        for browser in (desk, signed_in(office, Role.PROSECUTOR)):
            assert f'href="/cases/{case}/letters/{letter_name(DIGEST)}"' in text(browser.get(f"/cases/{case}/file"))

    def test_not_before_everything_is_settled(self, desk, number):
        told = {"received": "2026-03-01", "requested": "BE"}
        answer = desk.post(f"/mail/{number}/case", told)
        assert answer.status_code == 422
        assert "wait to be settled" in text(answer)

    def test_a_later_one_is_attached(self, desk, office, number):
        settled(office.accounts[Role.CLERK], number)
        case = office.register()
        wrong = desk.post(f"/mail/{number}/case", {"to": "attach", "case": "2026-999999", "text": "a supplement"})
        assert (wrong.status_code, "There is no such case" in text(wrong)) == (422, True)
        told = {"to": "attach", "case": case, "text": "a supplement"}
        assert desk.post(f"/mail/{number}/case", told)["Location"] == f"/cases/{case}"

    def test_the_central_authority_is_told_that_a_clerk_registers(self, office, number):
        settled(office.accounts[Role.CENTRAL_AUTHORITY], number)
        client = signed_in(office, Role.CENTRAL_AUTHORITY)
        answer = client.post(f"/mail/{number}/case", {"received": "2026-03-01", "requested": "BE"})
        assert answer.status_code == 409


def test_every_field_state_and_end_has_its_words():
    for words, of in ((FIELDS, Field), (HOWS, type(next(iter(HOWS)))), (STATES, type(next(iter(STATES))))):
        assert set(words) == set(of)


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_a_document_is_shown_in_the_language_of_the_reader(office, desk, number, language):
    Account.objects.filter(public_id=office.accounts[Role.CLERK]).update(language=language)
    found = text(desk.get(f"/mail/{number}"))
    for english in ("Confirm ", "Turn down", "What it holds", "Requesting state", "The request<"):
        assert english not in found
