"""Allegations as they are seen: by the person at the defence door, by officials, by programs; the source by nobody."""

import subprocess
import sys
from io import BytesIO
from zipfile import ZipFile

import pytest

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import fold
from rogatory.office.folds.inquiries import allegations_of
from rogatory.registry.defence.wording import LANGUAGES, table
from rogatory.registry.ledger.export import export
from tests.registry.api import Program
from tests.registry.doors import signed_in

SOURCE = "Zarina Invented"
MENDED = "the footage shows nobody"


@pytest.fixture
def alleged(door):
    """An allegation by somebody outside, with a source that is protected; a prosecutor has taken it up."""
    told = {"text": "two men followed her home", "methods": ["threat from a distance"], "source": SOURCE}
    door.do(Role.CLERK, "lodge-allegation", "P1", **told)
    door.do(Role.PROSECUTOR, "investigate-repression", "P1")
    return door


def name_of(door) -> str:
    return list(allegations_of(fold(door.entries)))[-1]


def end(door) -> None:
    name = name_of(door)
    for step in ("acknowledged", "hearing", "evidence", "state-account", "witnesses"):
        door.do(Role.PROSECUTOR, "inquire", name, step=step, text=f"{step}: done")
    door.do(Role.PROSECUTOR, "conclude-inquiry", name, outcome="concluded", grade="none", reasons=MENDED)
    door.do(Role.COURT, "confirm", list(fold(door.entries).proposals)[-1])


class TestThePersonConcerned:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_sees_what_is_alleged_and_each_step_in_her_language(self, alleged, language):
        alleged.client(Role.PERSON_CONCERNED).post("/defence/language", {"language": language})
        page = alleged.get(Role.PERSON_CONCERNED, "/inquiries")
        assert "two men followed her home" in page
        assert table(language)["inquiry.leads"].replace("'", "&#x27;") in page
        assert SOURCE not in page

    def test_alleges_herself_and_gets_a_receipt(self, door):
        seq = door.send(Role.PERSON_CONCERNED, "allegation", text="they wait at my door")
        assert "they wait at my door" in door.get(Role.PERSON_CONCERNED, "/inquiries")
        assert door.get(Role.PERSON_CONCERNED, f"/receipts/{seq}")

    def test_gives_evidence_in_it(self, alleged):
        alleged.send(Role.COUNSEL, "statement", text="the number plate", inquiry=name_of(alleged))
        assert len(allegations_of(fold(alleged.entries))[name_of(alleged)].filed) == 1

    def test_challenges_its_end_and_is_told_what_that_closes(self, alleged):
        end(alleged)
        page = alleged.get(Role.PERSON_CONCERNED, "/inquiries")
        assert MENDED in page
        assert alleged.at("/send/inquiry-closing") in page
        alleged.send(
            Role.PERSON_CONCERNED, "inquiry-closing", text="nobody heard my sister", against=[name_of(alleged)]
        )
        case = alleged.get(Role.PERSON_CONCERNED)
        assert table("en")["act.grant"] in case

    def test_is_told_that_acts_wait(self, alleged):
        assert table("en")["case.by_inquiry"] in alleged.get(Role.PERSON_CONCERNED)


class TestTheOffice:
    def test_sees_steps_criteria_and_days_and_no_source(self, alleged):
        client = signed_in(alleged.office.accounts[Role.PROSECUTOR])
        page = client.get(f"/cases/{alleged.case}/inquiries").content.decode()
        for told in ("Independence:", "Evidence is secured", "days left", "source-"):
            assert told in page, told
        assert "Istanbul" not in page, "no torture is alleged"
        tabs = ("", "/file", "/journal", "/acts", "/readings", "/limits", "/examination")
        everything = [client.get(f"/cases/{alleged.case}{tab}").content.decode() for tab in tabs]
        assert all(SOURCE not in one for one in (page, *everything))
        assert "Allegations to settle" in client.get("/").content.decode()

    def test_opens_a_source_only_where_the_custodian_said_so_and_that_is_recorded(self, alleged):
        name = name_of(alleged)
        source = allegations_of(fold(alleged.entries))[name].source
        address = f"/cases/{alleged.case}/inquiries/{source}"
        prosecutor, court = (signed_in(alleged.office.accounts[r]) for r in (Role.PROSECUTOR, Role.COURT))
        assert prosecutor.post(address).status_code == 404
        assert SOURCE in court.post(address).content.decode()
        alleged.do(Role.PROSECUTOR, "inquire", name, step="ask-source", text="to hear her")
        alleged.do(Role.COURT, "decide-disclosure", name, answer="yes", reasons="she agrees")
        assert SOURCE in prosecutor.post(address).content.decode()
        read = [(e.actor, e.object) for e in alleged.entries if e.act == "read" and e.object]
        assert read == [(alleged.office.accounts[r], source) for r in (Role.COURT, Role.PROSECUTOR)]

    @pytest.mark.parametrize("role", [Role.COUNSEL, Role.LIAISON, Role.REVIEWER, Role.ADMINISTRATOR])
    def test_shows_its_page_to_whoever_sees_the_whole_file_alone(self, alleged, role):
        if role is Role.LIAISON:
            alleged.office.mandate(role, alleged.case)
        client = signed_in(alleged.office.accounts[role])
        assert client.get(f"/cases/{alleged.case}/inquiries").status_code == 404

    def test_fills_in_an_allegation_on_its_page(self, door):
        client = signed_in(door.office.accounts[Role.CLERK])
        address = f"/cases/{door.case}/acts/lodge-allegation"
        assert "Who the source is" in client.get(f"{address}?object=P1").content.decode()
        told = {"object": "P1", "text": "a letter of an association", "concerns": ["interview"], "torture": "on"}
        assert client.post(address, told).status_code == 302
        (one,) = allegations_of(fold(door.entries)).values()
        assert (one.concerns, one.torture) == (("interview",), True)


class TestTheSource:
    def test_stands_in_no_export_which_still_verifies(self, alleged, tmp_path):
        export(tmp_path / "out")
        texts = [path.read_bytes() for path in sorted((tmp_path / "out").rglob("*")) if path.is_file()]
        assert not any(SOURCE.encode() in text for text in texts)
        verifier = tmp_path / "out" / "verify_journal.py"
        done = subprocess.run([sys.executable, "-I", verifier, tmp_path / "out"], capture_output=True, check=False)
        assert done.returncode == 0, done.stdout

    def test_stands_in_nothing_the_defence_takes_along_nor_in_any_text_that_is_made_of_the_case(self, alleged):
        packed = b"".join(alleged.client(Role.PERSON_CONCERNED).get(alleged.at("/download/zip")).streaming_content)
        with ZipFile(BytesIO(packed)) as archive:
            assert not any(SOURCE.encode() in archive.read(name) for name in archive.namelist())
        # Decisions, letters, packages and links are made of the file of the case, and of nothing else.
        assert SOURCE not in repr(fold(alleged.entries).case)


class TestPrograms:
    def test_see_the_same_and_no_source(self, alleged):
        program = Program.of(alleged.office, Role.PROSECUTOR)
        (one,) = program.get(f"/cases/{alleged.case}/inquiries").json()
        assert (one["standing"], one["origin"], one["days_left"]) == ("runs", "somebody outside the office", 90)
        assert [c["criterion"] for c in one["criteria"] if c["state"] == "done"] == ["independence"]
        for path in ("/inquiries", "/journal", ""):
            assert SOURCE not in program.get(f"/cases/{alleged.case}{path}").content.decode()
