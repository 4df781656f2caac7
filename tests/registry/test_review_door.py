"""The acts on seized material at the one door: sealed before anything is read, answered item by item, behind a wall."""

import pytest
from django.conf import settings as settings_

from rogatory.law.acts import Role
from rogatory.material.questions import Asked
from rogatory.material.wall import Sifted
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.perform import Barred, Done
from rogatory.office.review.folded import review_of
from rogatory.people.mandates import seizure_stream
from rogatory.registry.cases import door, journal
from rogatory.registry.cases.rebuild import differences, rebuild
from rogatory.registry.review import door as items
from rogatory.registry.review import sealing
from rogatory.registry.review.models import AnswerCopy, ObjectionCopy, SeizureCopy
from rogatory.registry.review.readable import readable
from rogatory.registry.review.shelf import place
from rogatory.sifting.run.running import run
from rogatory.sifting.sealed.sealing import SealError, Seizure
from tests.office.simulator import hurdles
from tests.registry.seizing import PRIVILEGED, Seizing, opened

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def once(office_once, shelf, django_db_blocker):
    """A seizure that was sealed, opened and read once; each test undoes what it did in the journal."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch().context() as patch:
        patch.setattr(settings_, "MATERIAL", shelf / "material")
        yield opened(office_once, shelf)


@pytest.fixture
def seizing(once, settings, shelf):
    settings.MATERIAL = shelf / "material"
    return once


@pytest.fixture
def office(office_once, settings, tmp_path):
    settings.MATERIAL = tmp_path / "material"
    return office_once


def stream(made):
    return journal.entries_of(seizure_stream(made.case, made.name))


class TestSealedFirst:
    def test_the_entry_in_the_journal_is_the_receipt(self, office, tmp_path):
        made = Seizing(office, tmp_path)
        sealed, receipt = made.seal()
        entry = journal.entries_of(made.case)[-1]
        assert (entry.act, entry.seq) == ("seal-material", receipt.place)
        assert entry.fields["seals"]["root"] == sealed.root.hex()
        assert receipt.seizure == f"{made.case}:S-1"

    def test_sealed_again_it_gives_the_first_receipt(self, office, tmp_path):
        made = Seizing(office, tmp_path)
        assert made.seal()[1] == made.seal()[1]
        assert [e.act for e in journal.entries_of(made.case)].count("seal-material") == 1

    def test_nothing_is_parsed_before_an_act_opens_the_seal(self, office, tmp_path):
        made = Seizing(office, tmp_path)
        made.seal()
        with pytest.raises(SealError, match="its seal is whole"):
            readable(made.case, made.name)
        with pytest.raises(SealError, match="its seal is whole"):
            run(Seizure(place(made.case, made.name)), processes=1)
        result = made.answer(Role.COURT, "scope", "0" * 64).result
        assert hurdles(result) == {"course"}

    def test_the_prosecutor_seals_and_does_not_open(self, office, tmp_path):
        made = Seizing(office, tmp_path)
        made.seal()
        told = {"present": "nobody", "ground": "haste"}
        assert hurdles(made.do(Role.PROSECUTOR, "open-seal", **told).result) == {"role"}

    def test_who_may_not_seal_makes_no_receipt(self, office, tmp_path):
        made = Seizing(office, tmp_path)
        with pytest.raises(sealing.SealBarredError, match="to record the seal"):
            sealing.seal(office.accounts[Role.CLERK], made.case, "S-1", [made.source], holder="P1")
        assert not SeizureCopy.objects.exists()

    def test_another_seal_of_the_same_name_is_refused(self, office, tmp_path):
        made = Seizing(office, tmp_path)
        made.seal()
        form = {"seizure": "S-1", "root": "1" * 64, "entries": 3, "holder": "P1"}
        with pytest.raises(FormError, match="sealed already, with another root"):
            office.do(Role.PROSECUTOR, "seal-material", made.case, **form)


class TestAnswers:
    def test_an_answer_stands_in_the_stream_of_the_seizure_and_not_in_the_case(self, seizing):
        item, before = seizing.item("desk/letters/to-client.txt"), len(journal.entries_of(seizing.case))
        done = seizing.answer(Role.PRIVILEGE_OBSERVER, "privilege", item, values=PRIVILEGED)
        assert isinstance(done.result, Done)
        assert len(journal.entries_of(seizing.case)) == before
        (entry,) = stream(seizing)
        assert (entry.act, entry.object, entry.seq) == ("answer-item", item, done.seq)
        assert review_of([entry]).record.given[0].values == PRIVILEGED

    def test_a_later_answer_names_the_one_it_replaces(self, seizing):
        item = seizing.item("desk/accounts/2024.txt")
        seizing.answer(Role.COURT, "scope", item)
        with pytest.raises(FormError, match="exactly the answers it takes the place of"):
            seizing.answer(Role.COURT, "scope", item)
        seizing.answer(Role.COURT, "scope", item, values={"item.relevance": "unclear"}, supersedes=[1])
        assert AnswerCopy.objects.get().number == 2
        # Taking back one's own answer is one more answer.
        seizing.answer(Role.COURT, "scope", item, values={"item.relevance": "unknown"}, supersedes=[2])
        assert review_of(stream(seizing)).record.number(item, Asked.SCOPE) == 3

    def test_exact_duplicates_are_answered_together(self, seizing):
        one, copy = seizing.item("desk/accounts/2024.txt"), seizing.item("desk/accounts/copy.txt")
        seizing.answer(Role.COURT, "scope", one, copy, together="exact duplicates")
        assert AnswerCopy.objects.count() == 2
        letter = seizing.item("desk/letters/to-client.txt")
        with pytest.raises(FormError, match="not all the same bytes"):
            seizing.answer(Role.COURT, "origin", one, letter, together="exact duplicates")

    def test_nobody_of_the_investigation_answers(self, seizing):
        item = seizing.item("desk/accounts/2024.txt")
        for role in (Role.PROSECUTOR, Role.INVESTIGATING_JUDGE, Role.CLERK, Role.CENTRAL_AUTHORITY):
            assert hurdles(seizing.answer(role, "scope", item).result) == {"role"}
        assert [e.act for e in stream(seizing)] == ["attempt-barred"] * 4

    def test_the_observer_answers_privilege_and_nothing_else(self, seizing):
        item = seizing.item("desk/accounts/2024.txt")
        assert hurdles(seizing.answer(Role.PRIVILEGE_OBSERVER, "scope", item).result) == {"role"}

    def test_counsel_claims_and_does_not_clear(self, seizing):
        item = seizing.item("desk/letters/to-client.txt")
        claim = {"item.privilege": "claimed", "item.contains_asylum_data": "unknown"}
        assert isinstance(seizing.answer(Role.COUNSEL, "privilege", item, values=claim).result, Done)
        with pytest.raises(FormError, match="may claim it, and nothing else"):
            seizing.answer(Role.PERSON_CONCERNED, "privilege", seizing.item("desk/accounts/2024.txt"))

    def test_an_item_that_is_not_there_is_not_answered(self, seizing):
        with pytest.raises(FormError, match="has no item"):
            seizing.answer(Role.COURT, "scope", "0" * 64)
        with pytest.raises(UnknownObjectError, match="no seizure 'S-2'"):
            seizing.office.do(Role.COURT, "answer-item", seizing.case, "S-2/" + "0" * 64, asked="scope")


class TestWall:
    def test_a_reviewer_answers_nothing_unsifted(self, seizing):
        item = seizing.item("desk/accounts/2024.txt")
        assert hurdles(seizing.answer(Role.REVIEWER, "scope", item).result) == {"compartment"}
        seizing.answer(Role.PRIVILEGE_OBSERVER, "privilege", item)
        # Its copy is not sifted yet.
        assert hurdles(seizing.answer(Role.REVIEWER, "scope", item).result) == {"compartment"}
        seizing.answer(Role.PRIVILEGE_OBSERVER, "privilege", seizing.item("desk/accounts/copy.txt"))
        assert isinstance(seizing.answer(Role.REVIEWER, "scope", item).result, Done)

    def test_a_reviewer_whom_the_court_let_in_answers(self, seizing):
        seizing.office.mandate(Role.REVIEWER, seizing.case, compartments=["privileged"])
        result = seizing.answer(Role.REVIEWER, "scope", seizing.item("desk/accounts/2024.txt")).result
        assert isinstance(result, Done)

    def test_what_no_machine_read_is_sifted_once_somebody_has_looked(self, seizing):
        item = seizing.item("desk/empty.bin")
        seizing.answer(Role.PRIVILEGE_OBSERVER, "privilege", item)
        assert hurdles(seizing.answer(Role.REVIEWER, "scope", item).result) == {"compartment"}
        seizing.do(Role.PRIVILEGE_OBSERVER, "look-at-item", item=item, saw="an empty file")
        assert isinstance(seizing.answer(Role.REVIEWER, "scope", item).result, Done)

    @pytest.mark.parametrize("role", [Role.LIAISON, Role.ADMINISTRATOR, Role.INTERVENER])
    def test_a_stranger_learns_nothing_and_is_recorded(self, seizing, role):
        item = seizing.item("desk/accounts/2024.txt")
        if role is not Role.LIAISON:
            with pytest.raises(door.NoSuchCaseError):
                seizing.answer(role, "scope", item)
        else:
            assert hurdles(seizing.answer(role, "scope", item).result) == {"role"}
        assert [e.act for e in stream(seizing)] == ["attempt-barred"]

    def test_reading_is_recorded_once_and_so_is_trying_in_vain(self, seizing):
        item, accounts = seizing.item("desk/letters/to-client.txt"), seizing.office.accounts
        for _ in range(2):
            sifted = items.open_item(accounts[Role.PRIVILEGE_OBSERVER], seizing.case, "S-1", item)
            assert sifted is Sifted.NOT_YET
            for outside in (Role.PROSECUTOR, Role.INVESTIGATING_JUDGE, Role.REVIEWER, Role.AUDITOR, Role.LIAISON):
                with pytest.raises(items.NotOpenError):
                    items.open_item(accounts[outside], seizing.case, "S-1", item)
        read = [(e.act, e.object) for e in stream(seizing)]
        assert sorted(read) == [("attempt-barred", item)] * 5 + [("open-item", item)]

    def test_whether_an_item_is_there_is_not_told_outside(self, seizing):
        there, not_there = seizing.item("desk/accounts/2024.txt"), "0" * 64
        told = []
        for item in (there, not_there):
            result = seizing.do(Role.PROSECUTOR, "open-item", item=item).result
            assert isinstance(result, Barred)
            told.append([o.text for o in result.obstacles])
        assert told[0] == told[1]


class TestObjections:
    def test_an_objection_holds_an_item_until_the_court_decides(self, seizing):
        item = seizing.item("desk/accounts/2024.txt")
        seizing.do(Role.COUNSEL, "object-to-item", item=item, reasons="they are another client's")
        assert review_of(stream(seizing)).pending() == {item: True}
        with pytest.raises(FormError, match="no objection 2"):
            seizing.do(Role.COURT, "decide-objection", objection=2, upheld=False, reasons="unfounded")
        seizing.do(Role.COURT, "decide-objection", objection=1, upheld=True, reasons="they are")
        review = review_of(stream(seizing))
        assert review.pending() == {item: False}
        assert review.upheld() == {item}
        with pytest.raises(FormError, match="nothing of them waits"):
            seizing.do(Role.COURT, "decide-objection", objection=1, upheld=False, reasons="again")

    def test_only_what_is_listed_for_them(self, office, tmp_path):
        made = opened(office, tmp_path)
        office.do(Role.CLERK, "enter", made.case, adds={"persons": [{"id": "P2", "name": "C. D."}]})
        office.do(Role.CLERK, "give-mandate", made.case, mandate={
            "account": (other := office.accounts[Role.GOVERNMENT]), "role": "counsel", "since": "2026-01-01",
            "person": "P2"})  # fmt: skip
        item = made.item("desk/accounts/2024.txt")
        told = {"item": item, "reasons": "mine"}
        with pytest.raises(UnknownObjectError):
            door.do(other, "object-to-item", made.case, "S-1", told)
        office.do(Role.COURT, "give-inventory", made.case, "P2", seizure="S-1", until="2099-01-01", items=[item])
        assert isinstance(door.do(other, "object-to-item", made.case, "S-1", told).result, Done)
        letter = {**told, "item": made.item("desk/letters/to-client.txt")}
        assert hurdles(door.do(other, "object-to-item", made.case, "S-1", letter).result) == {"mandate"}


class TestTaint:
    def test_a_reviewer_marks_and_only_the_court_lifts(self, seizing):
        item, other = seizing.item("desk/accounts/2024.txt"), seizing.item("desk/letters/to-client.txt")
        seizing.do(Role.COURT, "taint-item", item=item, source="a medical report", reasons="he was beaten")
        lift = {"item": other, "origin": item, "decision": "KI 7", "reasons": "made before"}
        assert hurdles(seizing.do(Role.REVIEWER, "lift-taint", **lift).result) == {"role"}
        with pytest.raises(FormError, match="not marked as an origin"):
            seizing.do(Role.COURT, "lift-taint", **{**lift, "origin": other})
        assert isinstance(seizing.do(Role.COURT, "lift-taint", **lift).result, Done)
        review = review_of(stream(seizing))
        assert [(o.item, o.source) for o in review.origins] == [(item, "a medical report")]
        assert [(r.item, r.of, r.decision) for r in review.lifts] == [(other, item, "KI 7")]

    def test_a_link_must_be_one_of_the_case(self, seizing):
        item = seizing.item("desk/accounts/2024.txt")
        with pytest.raises(FormError, match="no confirmed link"):
            seizing.do(Role.COURT, "taint-item", item=item, link="link-1-1", reasons="he was beaten")

    def test_a_court_severs(self, seizing):
        item, other = seizing.item("desk/accounts/2024.txt"), seizing.item("desk/accounts/copy.txt")
        seizing.do(Role.COURT, "sever-items", item=item, of=other, decision="KI 8", reasons="a blank form")
        assert [(r.item, r.of) for r in review_of(stream(seizing)).severed] == [(item, other)]


class TestCopies:
    def test_they_are_what_the_journal_makes_of_them_and_can_be_made_anew(self, seizing):
        one, copy, letter = (seizing.item(f"desk/{n}") for n in
                             ("accounts/2024.txt", "accounts/copy.txt", "letters/to-client.txt"))  # fmt: skip
        seizing.answer(Role.COURT, "scope", one, copy, together="exact duplicates")
        seizing.answer(Role.COURT, "scope", one, supersedes=[1])
        seizing.do(Role.COUNSEL, "object-to-item", items=[one, letter], reasons="private")
        seizing.do(Role.COURT, "decide-objection", objection=1, items=[letter], upheld=True, reasons="it is")
        seizing.do(Role.COURT, "look-at-item", item=letter, saw="a letter")
        seizing.do(Role.COURT, "taint-item", item=letter, source="a report", reasons="he was beaten")
        assert list(differences()) == []
        AnswerCopy.objects.filter(item=one).update(number=7)
        SeizureCopy.objects.update(objections=9)
        ObjectionCopy.objects.all().delete()
        assert [d.what for d in differences()] == ["counts of S-1", "answers of S-1", "objections of S-1"]
        rebuild()
        assert list(differences()) == []


class TestTheEnd:
    def test_what_was_returned_is_not_answered_any_more(self, seizing):
        done = seizing.do(Role.COURT, "return-material", ground="Article 28sexies", witness="the bailiff")
        assert isinstance(done.result, Done)
        item = "0" * 64
        assert hurdles(seizing.answer(Role.COURT, "scope", item).result) == {"course"}
