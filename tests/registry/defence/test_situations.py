"""Situations at the defence door: what the person, counsel and third parties see there, and do."""

import pytest
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import fold
from rogatory.registry.accounts.models import Account
from rogatory.registry.defence.models import Draft

PERSON, COUNSEL, THIRD = Role.PERSON_CONCERNED, Role.COUNSEL, Role.INTERVENER


class TestComingIn:
    @pytest.mark.parametrize("role", [PERSON, COUNSEL, THIRD])
    def test_who_stands_beside_a_person_lands_at_this_door(self, door, role):
        assert door.client(role).get("/")["Location"] == "/defence/"
        page = door.client(role).get("/defence/").content.decode()
        assert door.case in page

    def test_officials_land_at_the_desk_and_find_no_case_here(self, door):
        assert door.client(Role.PROSECUTOR).get("/").status_code == 200
        assert door.case not in door.client(Role.PROSECUTOR).get("/defence/").content.decode()
        door.get(Role.PROSECUTOR, status=404)

    def test_that_a_stranger_tried_is_recorded(self, door):
        other = door.office.register()
        assert door.client(COUNSEL).get(f"/defence/cases/{other}").status_code == 404
        assert door.entries[-1].act != "attempt-barred"
        door.case = other
        assert door.entries[-1].act == "attempt-barred"

    def test_nobody_looks_without_signing_in(self, client):
        assert client.get("/defence/")["Location"].startswith("/defence/account/login/")


class TestTheCase:
    def test_says_in_plain_words_what_happens(self, door):
        page = door.get(PERSON)
        assert "What happens in your case" in page
        assert "Another state, Germany, asks Belgium for help." in page
        assert "Nothing is decided yet." in page
        assert "The request of the other state came in." in page

    def test_speaks_to_counsel_of_the_person(self, door):
        assert "What happens in the case of A. B." in door.get(COUNSEL)

    @pytest.mark.parametrize(
        ("code", "says"), [("fr", "Ce qui se passe"), ("nl", "Wat er gebeurt"), ("ru", "Что идёт")]
    )
    def test_speaks_the_language_the_reader_chose(self, door, code, says):
        door.client(PERSON).post("/defence/language", {"language": code, "next": door.at()})
        page = door.get(PERSON)
        assert says in page
        assert f'<html lang="{code}">' in page
        account = Account.objects.get(public_id=door.office.accounts[PERSON])
        # The pages of the account speak what the office speaks.
        assert account.language == ("en" if code == "ru" else code)

    def test_the_language_leads_back_into_this_door_alone(self, door):
        for wrong in ("https://elsewhere.example", "/cases", "//elsewhere.example/defence/", "/defence//elsewhere"):
            told = {"language": "fr", "next": wrong}
            assert door.client(PERSON).post("/defence/language", told)["Location"] == "/defence/"

    def test_names_what_is_closed_and_by_what(self, door):
        door.do(COUNSEL, "lodge-remedy", "P1", kind="lifting", text="give it back")
        page = door.get(PERSON)
        assert "sending things or papers to the other state" in page
        assert "because of “lifting of a seizure or measure”" in page
        assert "A court decides what you asked for." in page

    def test_tells_a_promise_in_its_words(self, door):
        door.do(Role.CENTRAL_AUTHORITY, "undertake", text="nothing is sent while appeals run")
        assert "nothing is sent while appeals run" in door.get(PERSON)

    def test_tells_when_the_court_hears(self, door):
        door.do(Role.COURT, "set-hearing", chamber="indictments chamber", at="2027-03-02T09:00+01:00", place="Room 4")
        page = door.get(PERSON)
        assert "2 March 2027, 09:00, indictments chamber" in page
        assert "Room 4" in page

    def test_tells_of_what_was_tried_and_barred(self, door):
        door.do(Role.PROSECUTOR, "transmit", "record", reasons="asked")
        assert "Somebody tried this and was stopped: sending things or papers to the other state." in door.get(PERSON)

    def test_a_look_is_recorded_in_the_role_it_was_taken_in(self, door):
        door.get(PERSON)
        last = door.entries[-1]
        assert (last.act, last.fields["role"]) == ("read", "person concerned")


class TestSending:
    def test_a_remedy_is_lodged_in_three_steps_and_closes_at_once(self, door):
        page = door.get(PERSON, "/send")
        assert "Step 1 of 3" in page
        assert "/send/lifting" in page
        assert "/send/eio-challenge" not in page, "what does not exist for this request is not offered"
        seq = door.send(PERSON, "lifting", text="They took my notebook.", against=["notebook"])
        dossier = fold(door.entries)
        (remedy,) = dossier.challenges.remedies.values()
        assert (remedy.entry, remedy.kind.id, remedy.against, remedy.runs) == (seq, "lifting", ("notebook",), True)
        receipt = door.get(PERSON, f"/receipts/{seq}")
        assert "From this moment, nobody may do this:" in receipt
        assert "sending things or papers to the other state" in receipt
        assert "c2sp.org/tlog-proof" in receipt

    def test_what_is_written_is_kept_and_comes_back(self, door):
        door.post(PERSON, "/send/statement", step="save", text="I was beaten.")
        assert "I was beaten." in door.get(PERSON, "/send/statement")
        assert "Go on writing" in door.get(PERSON)
        assert "I was beaten." not in door.get(COUNSEL, "/send/statement"), "a draft is nobody else's"
        answer = door.post(PERSON, "/send/statement", step="kept", text="I was beaten, twice.")
        assert answer.json() == {"kept": True}
        assert "twice" in door.get(PERSON, "/send/statement")

    def test_a_draft_is_gone_once_sent_and_pressing_again_shows_the_same_receipt(self, door):
        door.post(PERSON, "/send/statement", step="check", text="Once.")
        draft = Draft.objects.get()
        first = door.post(PERSON, "/send/statement/check", draft=draft.pk)["Location"]
        again = door.post(PERSON, "/send/statement/check", draft=draft.pk)["Location"]
        assert first == again
        assert [e.act for e in door.entries].count("submit") == 1
        assert Draft.objects.get().fields == {}

    def test_a_draft_that_is_just_being_sent_is_not_sent_twice(self, door):
        door.post(PERSON, "/send/statement", step="check", text="Once.")
        Draft.objects.update(claimed=timezone.now())
        draft = Draft.objects.get()
        door.post(PERSON, "/send/statement/check", draft=draft.pk)
        assert "submit" not in [e.act for e in door.entries]

    def test_nothing_is_sent_without_words(self, door):
        answer = door.post(PERSON, "/send/statement", step="check", text="  ")
        assert answer.status_code == 302
        back = door.client(PERSON).get(door.at("/send/statement/check"), follow=True)
        assert back.status_code == 422
        assert "Please fill this in." in back.content.decode()

    def test_a_draft_can_be_thrown_away(self, door):
        door.post(PERSON, "/send/statement", step="save", text="No.")
        door.post(PERSON, "/send/statement/forget")
        assert not Draft.objects.exists()

    @pytest.mark.parametrize(
        ("what", "told", "begins"),
        [
            ("statement", {}, "Submitted for P1"),
            ("objection", {"items": ["notebook"]}, "Objection for P1"),
            ("allegation", {}, "Transnational repression is alleged for P1"),
            ("access", {}, "Access to the file is asked for P1"),
        ],
    )
    def test_what_is_said_to_the_office_stands_in_the_file(self, door, what, told, begins):
        seq = door.send(COUNSEL, what, text="in plain words", **told)
        entry = door.entries[[e.seq for e in door.entries].index(seq)]
        assert entry.fields["adds"]["events"][0]["text"] == f"{begins}: in plain words"
        assert list(entry.fields.get("items", [])) == told.get("items", [])

    def test_words_about_asylum_stand_apart(self, door):
        door.send(PERSON, "statement", text="I asked for asylum in May.", compartment="asylum")
        assert fold(door.entries).apart
        assert "I asked for asylum in May." in door.get(PERSON, "/file")
        client = door.client(Role.PROSECUTOR)
        assert "I asked for asylum in May." not in client.get(f"/cases/{door.case}/file").content.decode()

    def test_an_appeal_is_offered_once_there_is_a_ruling(self, door):
        assert "/send/appeal" not in door.get(PERSON, "/send")
        door.do(COUNSEL, "lodge-remedy", "P1", kind="lifting", text="give it back")
        name = next(iter(fold(door.entries).challenges.remedies))
        door.do(Role.COURT, "decide-remedy", name, outcome="dismissed", reasons="late")
        assert "/send/appeal" in door.get(PERSON, "/send")
        door.send(PERSON, "appeal", text="it was in time", of=name)
        assert [r.of for r in fold(door.entries).challenges.running.values()] == [name]

    def test_a_remedy_is_taken_back_only_when_asked_twice(self, door):
        door.send(PERSON, "lifting", text="give it back")
        (name,) = fold(door.entries).challenges.running
        page = door.get(PERSON, f"/remedies/{name}")
        assert "You cannot undo this." in page
        assert "sending things or papers to the other state" in page
        assert fold(door.entries).challenges.running
        door.post(PERSON, f"/remedies/{name}")
        assert not fold(door.entries).challenges.running
        assert "This has ended: it was taken back." in door.get(PERSON)
        door.get(PERSON, f"/remedies/{name}", status=404)


class TestReceipts:
    def test_are_files_to_keep(self, door):
        seq = door.send(PERSON, "lifting", text="give it back")
        answer = door.client(PERSON).get(door.at(f"/receipts/{seq}/proof"))
        assert answer.content.decode().startswith("c2sp.org/tlog-proof")
        assert answer["Content-Disposition"].endswith('.tlog-proof"')
        assert "give it back" in door.get(PERSON, f"/receipts/{seq}/words")

    def test_are_for_what_the_defence_did_and_nothing_else(self, door):
        granted = door.do(Role.CLERK, "enter", adds={"events": [{"on": "2026-03-01", "text": "a letter"}]})
        door.get(PERSON, f"/receipts/{granted.seq}", status=404)
        door.get(PERSON, f"/receipts/{granted.seq}/proof", status=404)

    def test_counsel_gets_those_of_the_person(self, door):
        seq = door.send(PERSON, "statement", text="mine")
        assert "Receipt" in door.get(COUNSEL, f"/receipts/{seq}")
        door.get(THIRD, f"/receipts/{seq}", status=404)
