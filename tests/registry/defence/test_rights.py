"""What the defence door owes by right: the file, what is withheld, who has seen what, counsel, a copy of everything."""

import io
import json
import subprocess
import sys
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from rogatory.decision.documents.written import as_plain, of_plain
from rogatory.law.acts import Role
from rogatory.office.errors import FormError
from rogatory.office.folds.dossier import fold
from rogatory.people.mandates import Mandate
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import copies, journal, rebuild
from rogatory.registry.cases.models import InvitationCopy
from rogatory.registry.ledger import keys
from tests.registry.defence.conftest import Door, file_of
from tests.registry.doors import sign_in_for_the_defence
from tests.registry.office import letter

PERSON, COUNSEL, THIRD = Role.PERSON_CONCERNED, Role.COUNSEL, Role.INTERVENER


def keep_back(door: Door, what: str) -> None:
    today = timezone.localdate()
    told = {"review": (today + timedelta(days=5)).isoformat(), "until": (today + timedelta(days=10)).isoformat()}
    basis = "Directive 2014/41/EU, Art. 19"
    door.do(Role.INVESTIGATING_JUDGE, "keep-back", "P1", what=what, basis=basis, reasons="he would burn it", **told)


def notice_sent(door: Door) -> str:
    """A letter to the person, signed and sent; its name."""
    text = as_plain(of_plain({**letter(door.case), "kind": "notice-to-person", "title": "What was decided"}))
    drafted = door.do(Role.CLERK, "draft-document", text=text, to="person", person="P1")
    name = f"document-{[e.seq for e in door.entries].index(drafted.seq)}"
    door.do(Role.CENTRAL_AUTHORITY, "sign-document", name)
    sent = door.do(Role.CENTRAL_AUTHORITY, "notify", "P1", document=name, channel="post", reasons="owed")
    assert not hasattr(sent.result, "obstacles"), sent.result.obstacles
    return name


class TestTheFile:
    def test_is_shown_in_everyday_words(self, door):
        page = door.get(PERSON, "/file")
        assert "Questions by the police or a judge" in page
        assert "a notebook" in page
        assert "Nothing of what concerns you is kept from you here." in page

    def test_that_is_kept_back_is_told_with_ground_and_end_and_can_be_challenged(self, door):
        door.do(
            Role.PROSECUTOR, "find", question="person.refugee_here", about="P1", answer="yes", source="the register"
        )
        keep_back(door, "file")
        page = door.get(PERSON, "/file")
        assert "Directive 2014/41/EU, Art. 19" in page
        assert "he would burn it" not in page
        assert "/send/file-access" in page
        assert "the register" not in page
        assert "notebook" not in page

    @pytest.mark.parametrize("where", ["", "/file", "/seen", "/send"])
    def test_a_notice_kept_back_is_not_told_of_anywhere(self, door, where):
        keep_back(door, "notices")
        door.do(Role.CLERK, "enter", adds={"events": [{"on": "2026-03-02", "text": "a search is planned"}]})
        page = door.get(PERSON, where)
        assert "a search is planned" not in page
        assert "kept back for a time" not in page
        for address in ("", "/file", "/journal", "/readings"):
            desk = door.client(PERSON).get(f"/cases/{door.case}{address}").content.decode()
            assert "a search is planned" not in desk
            assert "he would burn it" not in desk

    def test_what_concerns_another_person_is_not_shown_and_that_is_said(self, door):
        case = door.office.register(file_of("P2"))
        told = {"account": door.office.accounts[PERSON], "role": PERSON.value, "since": "2026-01-01", "person": "P2"}
        door.office.do(Role.CLERK, "give-mandate", case, mandate=told)
        door.case = case
        page = door.get(PERSON, "/file")
        assert "Somebody P2" in page
        assert "A. B." not in page
        assert "What concerns other people is not shown" in page

    def test_a_letter_sent_to_the_person_is_opened_as_it_was_signed(self, door):
        name = notice_sent(door)
        assert f"/documents/{name}" in door.get(PERSON, "/file")
        answer = door.client(COUNSEL).get(door.at(f"/documents/{name}"))
        assert answer.content.startswith(b"%PDF")
        door.get(THIRD, f"/documents/{name}", status=404)

    def test_a_draft_is_not(self, door):
        door.office.write_documents(door.case)
        for name in fold(door.entries).documents:
            door.get(PERSON, f"/documents/{name}", status=404)


class TestWhoHasSeenIt:
    def test_is_told_by_office_and_never_by_name(self, door):
        door.office.head(Role.PROSECUTOR, door.case)
        page = door.get(PERSON, "/seen")
        assert "the prosecutor" in page
        assert "the whole file" in page
        assert door.office.accounts[Role.PROSECUTOR] not in page

    def test_tells_who_tried_and_was_stopped(self, door):
        door.do(Role.PROSECUTOR, "transmit", "record", reasons="asked")
        assert "tried, and was stopped: sending things or papers to the other state" in door.get(PERSON, "/seen")

    def test_tells_what_was_sent_to_whom(self, door):
        notice_sent(door)
        page = door.get(PERSON, "/seen")
        assert "The person was told, with the ways to challenge it. To: you" in page


class TestCounsel:
    def invited(self, door: Door) -> str:
        """A new account that counsel was asked to come in with; its address."""
        Account.objects.open("advocate@bar.example", "Amélie Fontaine")
        answer = door.post(PERSON, "/counsel", email="Advocate@bar.example")
        assert answer.status_code == 302
        return Account.objects.get(email="advocate@bar.example").public_id

    def test_is_asked_accepts_and_is_ended(self, door, client):
        account = self.invited(door)
        assert "Amélie Fontaine was asked on" in door.get(PERSON, "/counsel")
        client.force_login(Account.objects.get(public_id=account))
        sign_in_for_the_defence(client, account)
        assert client.get("/")["Location"] == "/defence/"
        page = client.get("/defence/").content.decode()
        assert f"Somebody asks you to be the lawyer in case {door.case}" in page
        assert "A. B." not in page, "nothing of the case is seen before"
        assert client.get(door.at()).status_code == 404
        ((_case, name),) = copies.invitations_of(account)
        client.post(door.at(f"/invitations/{name}"), {"answer": "accept"})
        assert "What happens in the case of A. B." in client.get(door.at()).content.decode()
        mandate = next(i for i, m in fold(door.entries).mandates.items() if m.account == account)
        assert "will not see the case any more" in door.get(PERSON, f"/counsel/{mandate}")
        door.post(PERSON, f"/counsel/{mandate}")
        assert client.get(door.at()).status_code == 404

    def test_may_decline_and_sees_nothing(self, door, client):
        account = self.invited(door)
        sign_in_for_the_defence(client, account)
        ((_case, name),) = copies.invitations_of(account)
        assert client.post(door.at(f"/invitations/{name}"), {"answer": "decline"})["Location"] == "/defence/"
        assert client.get(door.at()).status_code == 404
        assert copies.invitations_of(account) == ()

    def test_somebody_else_does_not_answer_an_invitation(self, door):
        account = self.invited(door)
        ((_case, name),) = copies.invitations_of(account)
        assert door.post(COUNSEL, f"/invitations/{name}", answer="accept").status_code == 404
        assert copies.invitations_of(account)

    def test_with_no_account_is_told_how_to_come_in(self, door):
        answer = door.post(PERSON, "/counsel", email="nobody@bar.example")
        assert answer.status_code == 422
        assert "Ask the registry to open an account for your lawyer." in answer.content.decode()

    def test_asks_nobody_in(self, door):
        assert door.post(COUNSEL, "/counsel", email="prosecutor@office.test").status_code == 404

    def test_invitations_are_copied_as_the_journal_tells_them(self, door):
        self.invited(door)
        assert [d for d in rebuild.differences() if d.case == door.case] == []
        InvitationCopy.objects.all().delete()
        assert [d.what for d in rebuild.differences() if d.case == door.case] == ["invitations"]


class TestThirdParties:
    def test_file_observations_and_see_them_with_receipts(self, door):
        written = door.post(THIRD, "/send/observations", step="check", text="The bar asks.", basis="Art. 17")
        assert written.status_code == 302
        page = door.get(THIRD, "/send/observations/check")
        draft = page.partition('name="draft" value="')[2].partition('"')[0]
        receipt = door.post(THIRD, "/send/observations/check", draft=draft)["Location"]
        assert "Observations as a third party" in door.client(THIRD).get(receipt).content.decode()
        own = door.get(THIRD)
        assert "The bar asks." in own
        assert receipt in own

    def test_see_nothing_else_of_the_case(self, door):
        door.send(PERSON, "statement", text="I was beaten.")
        page = door.get(THIRD)
        assert "I was beaten." not in page
        assert "A. B." not in page
        for where in ("/file", "/seen", "/send", "/send/statement", "/counsel", "/download"):
            door.get(THIRD, where, status=404)

    def hearing(self, door: Door, **more: Any) -> str:
        told = {"chamber": "indictments chamber", "at": "2027-03-02T09:00+01:00", **more}
        done = door.do(Role.COURT, "set-hearing", **told)
        return f"hearing-{[e.seq for e in door.entries].index(done.seq)}"

    def mandate(self, door: Door) -> str:
        return next(i for i, m in fold(door.entries).mandates.items() if m.role is THIRD)

    def test_choose_a_hearing_in_public(self, door):
        name = self.hearing(door, public=True)
        assert "2 March 2027, 09:00, indictments chamber" in door.get(THIRD)
        door.send(THIRD, "observations", text="The bar asks.", basis="Art. 17", hearing=name)
        assert [f.by for f in fold(door.entries).hearings[name].filed] == [door.office.accounts[THIRD]]
        assert "For the hearing: 2 March 2027, 09:00, indictments chamber" in door.get(THIRD)

    def test_choose_a_hearing_they_are_called_to_from_the_page_of_the_court(self, door):
        told = {"chamber": "indictments chamber", "at": "2027-03-02T09:00", "third": [self.mandate(door)],
                "seen": door.office.head(Role.CLERK, door.case)}  # fmt: skip
        assert door.client(Role.COURT).post(f"/cases/{door.case}/acts/set-hearing", told).status_code == 302
        (hearing,) = fold(door.entries).hearings.values()
        assert [(a.attendance.value, a.mandate) for a in hearing.called] == [("intervener", self.mandate(door))]
        assert f'value="{hearing.ident}"' in door.get(THIRD, "/send/observations")

    def test_know_of_no_other_hearing_and_cannot_find_out(self, door):
        name = self.hearing(door, called=[{"who": "the bar", "as": "intervener"}])
        for where in ("", "/send/observations"):
            page = door.get(THIRD, where)
            assert name not in page
            assert "indictments chamber" not in page
        told = {"text": "The bar asks.", "basis": "Art. 17"}
        for guessed in (name, "hearing-999"):
            with pytest.raises(FormError) as refused:
                door.do(THIRD, "intervene", hearing=guessed, **told)
            assert str(refused.value).replace(guessed, "…") == (
                "hearing: the case has no hearing '…'. Leave it out, or name one of the case"
            )

    def test_nobody_but_a_third_party_is_called_by_a_mandate(self, door):
        counsel = next(i for i, m in fold(door.entries).mandates.items() if m.role is COUNSEL)
        with pytest.raises(FormError, match="no third party's in this case"):
            self.hearing(door, called=[{"who": "somebody", "as": "intervener", "mandate": counsel}])

    def test_their_calendar_has_the_hearings_they_may_know_of(self, door):
        self.hearing(door, public=True)
        self.hearing(door)
        page = door.client(THIRD).post("/defence/calendar").content.decode()
        address = "/calendar/" + page.partition("/calendar/")[2].partition('"')[0]
        assert door.client(THIRD).get(address).content.decode().count("BEGIN:VEVENT") == 1


class TestTheCopyToTakeAlong:
    def test_holds_file_letters_receipts_and_what_verifies_them(self, door, tmp_path):
        seq, name = door.send(PERSON, "lifting", text="give it back"), notice_sent(door)
        answer = door.client(PERSON).get(door.at("/download/zip"))
        packed = zipfile.ZipFile(io.BytesIO(answer.getvalue()))
        assert packed.testzip() is None
        assert {
            "index.html", "case.json", f"documents/{name}.pdf", f"receipts/{seq}.tlog-proof", f"receipts/{seq}.txt",
            "verify_journal.py", "README.txt",
        } <= set(packed.namelist())  # fmt: skip
        assert "give it back" in packed.read("index.html").decode()
        assert json.loads(packed.read("case.json"))["closed"]
        packed.extractall(tmp_path)
        policy = tmp_path / "policy"
        policy.write_text((settings.DATA / keys.POLICY).read_text("utf-8"), "utf-8")
        told = [sys.executable, "verify_journal.py", "--policy", "policy", f"receipts/{seq}.tlog-proof"]
        ran = subprocess.run(told, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stdout + ran.stderr


class TestTheCalendar:
    def feed(self, door: Door, role: Role) -> tuple[str, Any]:
        page = door.client(role).post("/defence/calendar").content.decode()
        address = "/calendar/" + page.partition("/calendar/")[2].partition('"')[0]
        return address, door.client(Role.AUDITOR).get(address)

    def test_tells_days_and_nothing_of_the_case(self, door):
        door.do(Role.COURT, "set-hearing", chamber="indictments chamber", at="2027-03-02T09:00+01:00", place="Room 4")
        before = len(door.entries)
        _address, answer = self.feed(door, PERSON)
        text = answer.content.decode()
        assert answer["Content-Type"].startswith("text/calendar")
        assert "DTSTART:20270302T080000Z" in text
        assert "CLASS:CONFIDENTIAL" in text
        assert not [w for w in (door.case, "indictments", "Room 4", "A. B.") if w in text]
        assert len(door.entries) == before, "it tells nothing of a case, so it is no look at one"

    def test_a_link_that_was_ended_opens_nothing(self, door):
        address, answer = self.feed(door, PERSON)
        assert answer.status_code == 200
        door.client(PERSON).post("/defence/calendar", {"revoke": "1"})
        assert door.client(PERSON).get(address).status_code == 404
        assert "End the link" not in door.client(PERSON).get("/defence/").content.decode()

    def test_strikes_out_what_was_cancelled_and_moves_what_was_moved(self, door):
        door.do(Role.COURT, "set-hearing", chamber="c", at="2027-03-02T09:00+01:00")
        name = next(iter(fold(door.entries).hearings))
        door.do(Role.COURT, "set-hearing", name, chamber="c", at="2027-03-03T09:00+01:00")
        moved = self.feed(door, PERSON)[1].content.decode()
        assert "DTSTART:20270303T080000Z" in moved
        assert "SEQUENCE:1" in moved
        door.do(Role.COURT, "cancel-hearing", name, reasons="no interpreter")
        assert "STATUS:CANCELLED" in self.feed(door, PERSON)[1].content.decode()

    def test_a_former_link_a_guess_and_an_ended_mandate_open_nothing(self, door):
        door.do(Role.COURT, "set-hearing", chamber="c", at="2027-03-02T09:00+01:00")
        former, _answer = self.feed(door, COUNSEL)
        address, answer = self.feed(door, COUNSEL)
        assert "VEVENT" in answer.content.decode()
        assert door.client(COUNSEL).get(former).status_code == 404
        assert door.client(COUNSEL).get("/calendar/guessed.ics").status_code == 404
        held: dict[str, Mandate] = dict(fold(journal.entries_of(door.case)).mandates)
        mine = next(i for i, m in held.items() if m.role is COUNSEL)
        door.do(Role.CLERK, "end-mandate", mine)
        assert "VEVENT" not in door.client(COUNSEL).get(address).content.decode()
