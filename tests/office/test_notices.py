"""A notice at the one door: checked before any use, and followed to every copy once it is deleted."""

from datetime import date, timedelta
from typing import Any

import pytest

from rogatory.examination.notices.copies import CopyState, Place
from rogatory.examination.notices.parts import PARTS, Part, questions_of
from rogatory.law.acts import NOTICE_KINDS, Role
from rogatory.law.questions import Kind
from rogatory.office.errors import FormError
from rogatory.office.folds.dossier import Entry
from rogatory.office.folds.limits import limits
from rogatory.office.folds.notices import Notice, notice_of
from rogatory.office.perform import Barred, Done
from rogatory.remedies.deadlines import rule_of
from tests.office.simulator import Office, hurdles, simple_file

BUREAU, PROSECUTOR, COURT = Role.NOTICE_BUREAU, Role.PROSECUTOR, Role.COURT
LOOKS = {Part.IN_FORCE: "in-force", Part.WARRANT: "warrant"}


def opened(law, kind: str = "red-notice") -> Office:
    made, file = Office(law), simple_file()
    file["request"]["kind"] = kind
    assert isinstance(made.register(file), Done)
    return made


@pytest.fixture
def office(law) -> Office:
    return opened(law)


def the(office: Office) -> Notice:
    found = notice_of(office.dossier)
    assert found is not None
    return found


def deleted(office: Office) -> date | None:
    found = the(office).deletion
    return found.on if found else None


def track(office: Office, step: str, **form):
    result = office.do(BUREAU, "track-notice", step=step, **form)
    assert isinstance(result, Done), result


def answer(office: Office, part: Part, kind: str = "red-notice") -> None:
    for question in questions_of(PARTS[part], kind):
        value = "none" if question.id == "notice.ccf_outcome" else "no"
        office.answer(question.id, value, "P1" if question.of is Kind.PERSON else "")
    if part in LOOKS:
        track(office, LOOKS[part], text="seen")


def checked(office: Office, *but: Part, kind: str = "red-notice") -> None:
    for part in Part:
        if part not in but:
            answer(office, part, kind)


def held(office: Office, act: str, obj: str = "") -> bool:
    result = office.do(BUREAU if act == "keep-notice" else COURT, act, obj, reasons="asked")
    return isinstance(result, Barred) and "hold" in hurdles(result)


def open_parts(office: Office) -> set[Part]:
    return {line.rule.part for line in the(office).lines(office.now.date()) if line.is_open}


class TestChecked:
    def test_nothing_is_presumed_answered(self, office):
        assert open_parts(office) == set(Part)
        assert held(office, "arrest", "P1")
        assert held(office, "keep-notice")

    @pytest.mark.parametrize("kind", NOTICE_KINDS)
    @pytest.mark.parametrize("part", Part)
    def test_each_part_alone_holds_both_acts(self, law, kind, part):
        office = opened(law, kind)
        checked(office, part, kind=kind)
        assert open_parts(office) == {part}
        assert held(office, "arrest", "P1")
        assert held(office, "keep-notice")
        answer(office, part, kind)
        assert open_parts(office) == set()
        assert not held(office, "arrest", "P1")
        assert not held(office, "keep-notice")

    def test_a_diffusion_is_also_asked_whether_it_was_reviewed(self, law):
        office = opened(law, "diffusion")
        checked(office)
        assert open_parts(office) == {Part.COMMISSION}

    def test_what_the_letter_says_is_nobodys_answer(self, law):
        made, file = Office(law), simple_file()
        file["request"]["kind"] = "red-notice"
        file["findings"] = [{"id": "F", "question": "notice.contrary_to_human_rights", "answer": "no", "by": "letter"}]
        made.register(file)
        assert Part.RIGHTS in open_parts(made)

    def test_that_nobody_knows_is_no_answer(self, office):
        checked(office, Part.RIGHTS)
        office.answer("notice.contrary_to_human_rights", "unknown")
        assert open_parts(office) == {Part.RIGHTS}

    def test_a_withdrawn_answer_opens_its_part_again(self, office):
        checked(office)
        finding = next(f for f in office.dossier.case.findings if f.question == "notice.contrary_to_human_rights")
        assert isinstance(office.do(PROSECUTOR, "withdraw-finding", finding.id, reasons="an error"), Done)
        assert open_parts(office) == {Part.RIGHTS}

    def test_a_change_of_the_notice_opens_every_part_again(self, office):
        checked(office)
        track(office, "changed", text="a charge was added")
        assert open_parts(office) == set(Part)

    def test_a_notice_that_ran_out_is_looked_up_again(self, office):
        checked(office, Part.IN_FORCE)
        office.answer("notice.proceedings_moved_elsewhere", "no")
        track(office, "in-force", until=(office.now.date() + timedelta(days=3)).isoformat())
        assert not held(office, "arrest", "P1")
        office.now += timedelta(days=4)
        assert open_parts(office) == {Part.IN_FORCE}

    def test_of_another_person_an_open_answer_does_not_hold_the_arrest_of_this_one(self, law):
        made, file = Office(law), simple_file()
        file["request"]["kind"] = "red-notice"
        file["persons"].append({"id": "P2", "name": "C. D."})
        made.register(file)
        checked(made)
        assert open_parts(made) == {Part.REFUGEE}
        assert not held(made, "arrest", "P1")
        assert held(made, "arrest", "P2")
        assert held(made, "keep-notice")

    def test_it_says_who_answered_and_when_and_which_parts_are_open(self, office):
        checked(office, Part.WARRANT)
        line = next(x for x in the(office).lines(office.now.date()) if x.rule.part is Part.REFUGEE)
        assert (line.by, line.on) == (("prosecutor-1",), date(2026, 3, 2))
        result = office.do(COURT, "arrest", "P1", reasons="asked")
        (hold,) = [o for o in result.obstacles if o.hurdle.value == "hold"]
        assert "The warrant behind it" in hold.text
        assert "Policy of this system" in hold.source

    def test_a_request_that_is_no_notice_has_no_check(self, law):
        office = Office(law)
        office.register(simple_file())
        assert notice_of(office.dossier) is None
        assert "course" in hurdles(office.do(BUREAU, "track-notice", step="warrant", text="seen"))


def norms(result) -> set[str]:
    return {o.norm for o in result.obstacles if o.norm.startswith("interpol-")} if isinstance(result, Barred) else set()


class TestBesideARequestForExtradition:
    @pytest.fixture
    def beside(self, law) -> Office:
        made = opened(law, "extradition")
        track(made, "notice-beside", kind="red-notice", text="A-1/2026", on="2026-02-01")
        return made

    def test_its_check_holds_arrest_keeping_and_the_grant_until_every_part_is_answered(self, beside):
        for act, obj in (("arrest", "P1"), ("keep-notice", ""), ("grant", "interview")):
            assert held(beside, act, obj), act
        checked(beside)
        for act, obj in (("arrest", "P1"), ("keep-notice", ""), ("grant", "interview")):
            assert not held(beside, act, obj), act

    def test_a_document_that_is_attached_as_one_opens_it_too(self, law):
        office = opened(law, "extradition")
        assert not held(office, "arrest", "P1")
        told: dict[str, Any] = {"text": "a diffusion", "documents": ["a" * 64], "notice": "diffusion"}
        assert isinstance(office.do(Role.CLERK, "attach", **told), Done)
        assert held(office, "arrest", "P1")
        assert the(office).known.kind == "diffusion"

    def test_what_bears_on_a_notice_bears_on_an_arrest_that_rests_on_it_too(self, beside):
        beside.answer("person.refugee_here", "yes", "P1")
        assert norms(beside.do(COURT, "arrest", "P1")) >= {"interpol-refugee-policy"}
        assert norms(beside.do(BUREAU, "keep-notice")) >= {"interpol-refugee-policy"}
        assert not norms(beside.do(COURT, "arrest", "P1", **{"rests-on": "request"}))

    def test_once_it_is_deleted_nothing_rests_on_it_and_its_copies_are_followed(self, beside):
        beside.answer("notice.deleted_or_refused", "yes")
        assert held(beside, "arrest", "P1")
        assert held(beside, "keep-notice")
        assert isinstance(beside.do(COURT, "arrest", "P1", **{"rests-on": "request"}), Done)
        assert not held(beside, "grant", "interview")
        assert set(running(beside)) == {"house-copies-looked-for"}

    def test_a_later_notice_is_checked_anew(self, beside):
        checked(beside)
        track(beside, "notice-beside", kind="diffusion", text="B-2/2026")
        assert open_parts(beside) == set(Part)

    @pytest.mark.parametrize(
        ("kind", "form", "problem"),
        [
            ("extradition", {"step": "warrant", "text": "seen"}, "no notice stands beside"),
            ("extradition", {"step": "notice-beside", "kind": "blue", "text": "x"}, "is none"),
            ("extradition", {"step": "notice-beside", "kind": "diffusion"}, "it is missing"),
            ("red-notice", {"step": "notice-beside", "kind": "diffusion", "text": "x"}, "about a notice itself"),
        ],
    )
    def test_what_cannot_be_taken_says_why(self, law, kind, form, problem):
        with pytest.raises(FormError, match=problem):
            opened(law, kind).do(BUREAU, "track-notice", **form)

    def test_an_arrest_rests_on_nothing_else(self, beside):
        with pytest.raises(FormError, match="is none"):
            beside.do(COURT, "arrest", "P1", **{"rests-on": "hearsay"})


def running(office: Office) -> dict[str, tuple[date | None, bool]]:
    return {rule_of(x.ident): (x.deadline.last_day, x.done is not None) for x in limits(office.dossier)}


class TestDeleted:
    def test_copies_are_followed_until_each_is_gone(self, office):
        track(office, "copy-found", place="police-database", text="national list of wanted persons")
        assert running(office) == {}
        office.answer("notice.deleted_or_refused", "yes")
        found = the(office)
        assert found.copies[0].state(deleted(office)) is CopyState.TO_ASK
        assert found.places_open == (Place.BORDER, Place.DIFFUSION, Place.STATE)
        assert running(office) == {
            "house-copies-looked-for": (date(2026, 3, 9), False),
            "house-copy-asked": (date(2026, 3, 9), False),
        }
        for place in ("border-system", "diffusion", "other-state"):
            track(office, "none-found", place=place)
        office.now += timedelta(days=3)
        track(office, "asked-to-delete", of=found.copies[0].ident)
        assert running(office)["house-copy-gone"] == (date(2026, 3, 19), False)
        track(office, "gone", of=found.copies[0].ident)
        assert the(office).copies[0].state(deleted(office)) is CopyState.GONE
        assert all(done for _last, done in running(office).values())

    def test_what_is_only_alleged_deletes_nothing(self, office):
        office.answer("notice.deleted_or_refused", "yes", grade="alleged")
        assert deleted(office) is None

    def test_a_closed_case_is_still_followed(self, office):
        office.answer("notice.deleted_or_refused", "yes")
        office.entries.append(_closing(office))
        track(office, "copy-found", place="other-state", text="the state of transit")

    @pytest.mark.parametrize(
        ("form", "problem"),
        [
            ({"step": "burnt"}, "is none"),
            ({"step": "copy-found", "place": "attic", "text": "x"}, "is none"),
            ({"step": "copy-found", "place": "border-system"}, "it is missing"),
            ({"step": "warrant"}, "it is missing"),
            ({"step": "gone", "of": "copy-99"}, "does not wait for this"),
            ({"step": "gone"}, "it is missing"),
            ({"step": "none-found", "place": "police-database"}, "is there"),
            ({"step": "none-found", "place": "diffusion", "on": "2099-01-01"}, "has not come yet"),
            ({"step": "in-force", "until": "soon"}, "is no day"),
            ({"step": "commission-decided", "of": "request-1", "ruled": "granted"}, "does not wait"),
            ({"step": "commission-asked", "wish": "access", "lodger": "neighbour"}, "is none"),
        ],
    )
    def test_what_cannot_be_taken_says_why(self, office, form, problem):
        track(office, "copy-found", place="police-database", text="list")
        with pytest.raises(FormError, match=problem):
            office.do(BUREAU, "track-notice", **form)


class TestTheCommission:
    @pytest.mark.parametrize(
        ("wish", "rule", "last"),
        [("access", "ccf-access", date(2026, 7, 12)), ("deletion", "ccf-correction", date(2026, 12, 12))],
    )
    def test_its_time_limits_run_from_lodging_and_from_admissibility(self, office, wish, rule, last):
        track(office, "commission-asked", wish=wish, lodger="counsel", on="2026-03-02")
        (request,) = the(office).requests
        assert running(office) == {"ccf-admissibility": (date(2026, 4, 2), False)}
        office.now += timedelta(days=10)
        track(office, "commission-admissible", of=request.ident, admissible="yes")
        assert running(office) == {"ccf-admissibility": (date(2026, 4, 2), True), rule: (last, False)}
        track(office, "commission-decided", of=request.ident, ruled="granted")
        assert running(office)[rule] == (last, True)
        assert (deleted(office) is not None) == (wish == "deletion")

    def test_an_answer_does_not_come_before_the_question(self, office):
        track(office, "commission-asked", wish="access", lodger="bureau")
        (request,) = the(office).requests
        with pytest.raises(FormError, match="is before"):
            office.do(BUREAU, "track-notice", step="commission-admissible", of=request.ident, admissible="yes",
                      on="2026-02-01")  # fmt: skip


def _closing(office: Office) -> Entry:
    return Entry(len(office.entries), office.now, office.case, "close", "", "central_authority-1", {})
