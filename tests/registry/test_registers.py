"""Registers on a real database: who brings what in, who asks, what a case meets, and what stands in its way then."""

from datetime import timedelta

import pytest
from django.utils import timezone

from rogatory.intake.reading import read_case
from rogatory.law.acts import Role
from rogatory.linkage.model import Band
from rogatory.office.errors import FormError
from rogatory.office.folds.linking import LinkState
from rogatory.office.perform import Barred
from rogatory.office.streams.register_answers import ALARM, Word
from rogatory.people.mandates import stream_of
from rogatory.registers.model import RegisterEntry, RegisterKind
from rogatory.registry.cases import door as cases
from rogatory.registry.cases import journal
from rogatory.registry.cases.rebuild import differences, rebuild
from rogatory.registry.registers import door
from rogatory.registry.registers.models import HeldEntry, RegisterCopy
from tests.registry.keeping import bring, granted, keeping, letter, links
from tests.registry.office import Registry

pytestmark = pytest.mark.django_db

PURPOSE = "before assistance is granted"
QUERY = b"{id: q, title: q, request: {kind: mla, requesting_state: KZ, requested_state: BE}}"


@pytest.fixture
def office() -> Registry:
    return keeping()


def screened(office, case, role=Role.CENTRAL_AUTHORITY):
    return office.do(role, "screen", case)


class TestKeeping:
    def test_what_comes_in_stands_in_the_store_and_its_digest_in_the_journal(self, office):
        done = bring(office, granted("D-1"), granted("D-2", "Ivan Petrov"))
        assert done.count == 2
        last = journal.entries_of(stream_of("protection"))[-1]
        assert (last.act, last.fields["count"]) == ("import-entries", 2)
        assert "Petrov" not in str(last.fields)
        assert [e.id for e, _ in door.held_entries(office.accounts[Role.CUSTODIAN], "protection", "petrov")] == ["D-2"]

    def test_an_entry_that_comes_in_again_replaces_the_one_before_it(self, office):
        bring(office, granted("D-1", "Ivan Petrov"))
        bring(office, granted("D-1", "Ivan Petrow"))
        found = door.held_entries(office.accounts[Role.CUSTODIAN], "protection")
        assert [e.persons[0].identity.names for e, _ in found] == [("Ivan Petrow",)]
        assert HeldEntry.objects.filter(register="protection").count() == 2

    def test_nobody_but_its_custodian_brings_something_in_or_looks_through_it(self, office):
        for role in (Role.PROSECUTOR, Role.COURT, Role.ADMINISTRATOR):
            kept = door.keep(office.accounts[role], "put-entry", "protection", {}, entries=[granted()])
            assert isinstance(kept.result, Barred)
            with pytest.raises(door.NoSuchRegisterError):
                door.held_entries(office.accounts[role], "protection")
        assert not HeldEntry.objects.exists()
        acts = [e.act for e in journal.entries_of(stream_of("protection"))]
        assert acts == ["open-register", *["attempt-barred"] * 3]

    def test_a_wrong_entry_is_ended_with_reasons_and_met_no_more(self, office):
        bring(office, granted())
        case = office.register(letter())
        keeper = office.accounts[Role.CUSTODIAN]
        assert isinstance(door.keep(keeper, "end-entry", "protection", {"entry": "D-1"}).result, Barred)
        door.keep(keeper, "end-entry", "protection", {"entry": "D-1", "reasons": "a double"})
        screened(office, case)
        assert not links(office, case)

    def test_entries_of_another_register_are_refused_whole(self, office):
        other = RegisterEntry("N-1", "notices", RegisterKind.NOTICES, "Notice", source="INTERPOL")
        with pytest.raises(FormError, match="register"):
            bring(office, granted(), other)
        assert not HeldEntry.objects.exists()

    def test_the_copies_are_what_the_journal_makes_of_them(self, office):
        assert list(differences()) == []
        bring(office, granted())
        door.keep(office.accounts[Role.CUSTODIAN], "end-entry", "protection", {"entry": "D-1", "reasons": "a double"})
        door.ask(office.accounts[Role.CUSTODIAN], "protection", "", PURPOSE, read_case(QUERY, "query"))
        assert list(differences()) == []

    @pytest.mark.parametrize(
        ("name", "value"), [("kind", "notices"), ("title", "Another"), ("changed", 1), ("changed_on", None)]
    )
    def test_a_copy_that_is_not_so_is_told_and_made_anew(self, office, name, value):
        bring(office, granted())
        RegisterCopy.objects.update(**{name: value})
        assert [(d.case, d.what) for d in differences()] == [("register:protection", name)]
        rebuild()
        assert list(differences()) == []
        assert HeldEntry.objects.filter(ended=None).count() == 1

    def test_a_copy_without_entries_is_told_and_dropped_and_one_that_is_missing_comes_back(self, office):
        RegisterCopy.objects.create(register="nowhere", kind="notices", title="x", changed=1)
        assert {d.case for d in differences()} == {"register:nowhere"}
        rebuild()
        RegisterCopy.objects.all().delete()
        assert {d.case for d in differences()} == {"register:protection"}
        rebuild()
        assert [r.id for r in door.registers()] == ["protection"]


class TestAsking:
    def asked(self, office, role, case, name="Гүлнара Сейтқазыева"):
        dossier, _ = cases.look(office.accounts[Role.COURT], case)
        return door.ask(office.accounts[role], "protection", case, PURPOSE, dossier.case)

    def test_who_may_not_open_the_compartment_is_told_to_consult_and_no_more(self, office):
        bring(office, granted())
        answer = self.asked(office, Role.PROSECUTOR, office.register(letter())).answer
        assert (answer.word, answer.links) == (Word.CONSULT, ())

    def test_who_may_is_told_what(self, office):
        bring(office, granted())
        case = office.register(letter())
        office.mandate(Role.PROSECUTOR, case, compartments=["asylum"])
        answer = self.asked(office, Role.PROSECUTOR, case).answer
        assert [link.entry for link in answer.links] == ["D-1"]

    def test_that_nothing_was_found_is_never_told_as_no_protection(self, office):
        bring(office, granted("D-9", "Somebody Else", born="1931"))
        answer = self.asked(office, Role.PROSECUTOR, office.register(letter())).answer
        assert answer.word is Word.NOTHING_TO_ADD

    def test_each_query_is_recorded_with_case_and_purpose(self, office):
        case = office.register(letter())
        seq = self.asked(office, Role.PROSECUTOR, case).seq
        entry = journal.entries_of(stream_of("protection"))[-1]
        assert (entry.seq, entry.act, entry.fields["case"], entry.fields["purpose"]) == (
            seq,
            "query-register",
            case,
            PURPOSE,
        )

    def test_for_no_case_or_another_one_nobody_asks(self, office):
        dossier, _ = cases.look(office.accounts[Role.COURT], office.register(letter()))
        for case in ("", "2026-999999"):
            assert door.ask(office.accounts[Role.PROSECUTOR], "protection", case, PURPOSE, dossier.case).answer is None

    def test_who_asks_too_often_is_barred_and_that_is_recorded(self, office):
        case = office.register(letter())
        answers = [self.asked(office, Role.PROSECUTOR, case).answer for _ in range(26)]
        assert [a is None for a in answers] == [False] * 24 + [True] * 2
        assert journal.entries_of(stream_of("protection"))[-1].act == "attempt-barred"

    def test_who_asks_for_somebody_who_does_not_exist_is_told_of(self, office):
        bring(
            office, granted("D-7", "Ферузбек Тойчубаевич Ормонхожаев", born="1981-11-30"), act="put-entry", canary=True
        )
        case = office.register(letter("Feruzbek Toichubaevich Ormonkhodzhaev", born="1981-11-30"))
        assert self.asked(office, Role.PROSECUTOR, case).answer.word is Word.NOTHING_TO_ADD
        entry = journal.entries_of(stream_of("protection"))[-1]
        assert (entry.act, entry.fields["case"], entry.fields["entries"]) == (ALARM, case, ["D-7"])


class TestScreening:
    def test_a_request_meets_the_grant_in_another_script_and_nothing_is_done_until_somebody_decided(self, office):
        bring(office, granted())
        case = office.register(letter())
        screened(office, case)
        (link,) = links(office, case).values()
        assert (link.state, link.band, link.told["entry"]) == (LinkState.OPEN, Band.MUST_EXAMINE, "D-1")
        barred = office.do(Role.PROSECUTOR, "grant", case, "interview", reasons="asked").result
        assert isinstance(barred, Barred)
        assert "house-links-decided" in {o.norm for o in barred.obstacles}

    def test_confirmed_it_answers_the_question(self, office):
        bring(office, granted())
        case = office.register(letter())
        screened(office, case)
        ((name, link),) = links(office, case).items()
        office.mandate(Role.CENTRAL_AUTHORITY, case, compartments=["asylum"])
        takes = ["person.refugee_here:P1"]
        told = {"digest": link.digest, "takes": takes, "reasons": "the asylum authority says so"}
        done = office.do(
            Role.CENTRAL_AUTHORITY, "confirm-link", case, name, seen=office.head(Role.CENTRAL_AUTHORITY, case), **told
        )
        assert not isinstance(done.result, Barred), done.result.obstacles
        dossier, _ = cases.look(office.accounts[Role.COURT], case)
        assert ("person.refugee_here", ("yes",)) in {(f.question, f.answer) for f in dossier.case.findings}
        assert dossier.links[name].state is LinkState.CONFIRMED

    def test_a_register_that_may_not_be_asked_any_more_is_told_as_not_asked(self, office):
        bring(office, granted())
        case = office.register(letter())
        for _ in range(25):
            screened(office, case)
        recorded = journal.entries_of(case)[-1].fields["screening"]
        (line,) = [line for line in recorded["coverage"] if line["register"] == "protection"]
        assert line["entries"] is None
        assert "asked" in line["problem"]
        assert recorded["links"] == []

    def test_what_comes_in_later_is_met_by_the_next_screening(self, office):
        case = office.register(letter())
        screened(office, case)
        assert not links(office, case)
        bring(office, granted())
        screened(office, case)
        assert len(links(office, case)) == 1

    def test_whoever_has_no_mandate_neither_screens_nor_asks(self, office):
        case = office.register(letter())
        with pytest.raises(cases.NoSuchCaseError):
            screened(office, case, Role.CUSTODIAN)
        assert journal.entries_of(stream_of("protection"))[-1].act == "attempt-barred"


def test_limits_count_by_day(office):
    case = office.register(letter())
    dossier, _ = cases.look(office.accounts[Role.COURT], case)
    now = timezone.now()
    for _ in range(25):
        door.ask(office.accounts[Role.PROSECUTOR], "protection", case, PURPOSE, dossier.case, at=now)
    told = door.ask(
        office.accounts[Role.PROSECUTOR], "protection", case, PURPOSE, dossier.case, at=now + timedelta(days=1)
    )
    assert told.answer is not None
