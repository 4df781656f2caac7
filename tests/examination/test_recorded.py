"""What the record of the requesting state asks of a case: a question is live, and nothing is answered."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.casefile.model import ON_RECORD, Asked, CaseFile, Finding, Request
from rogatory.casefile.parties import Proceeding
from rogatory.decision.bench import Sitting, judge_act
from rogatory.examination.recorded import Behind, entries_behind, with_record
from rogatory.law.acts import ACTS
from rogatory.law.grades import Grade
from rogatory.law.ruling import Ruling
from rogatory.law.sources import Check
from rogatory.states.record.entries import Entry, Kind
from rogatory.states.record.holding import Record
from tests.cli.desk import SMALL_LAW

READ, DAY = date(2026, 3, 2), date(2026, 6, 1)
TNR, KEEPS = "state.transnational_repression", "state.keeps_its_assurances"
FACT = Entry("kz-1", "KZ", Kind.REPORT, "2025", "it is reported", "A report", "example.invalid", READ,
             Check.VERIFIED, (TNR,))  # fmt: skip
RECORD = Record((FACT,))
WITHDRAWN = Record((FACT, replace(FACT, id="kz-2", replaces="kz-1", withdrawn="a mistake")))


def case(*findings: Finding, state: str = "KZ") -> CaseFile:
    return CaseFile("x", "X", Request("mla", state, "BE", READ), findings=findings)


def found(answer: str, day: date | None, grade: Grade = Grade.ESTABLISHED, question: str = TNR) -> Finding:
    return Finding("f-1", question, answer=(answer,), known=day, grade=grade, by="somebody")


def raised(file: CaseFile, record: Record = RECORD, on: date = DAY) -> list[Finding]:
    return [f for f in with_record(file, record, on).findings if f.by == ON_RECORD]


def ruling(file: CaseFile, record: Record = RECORD) -> Ruling:
    (told,) = judge_act(SMALL_LAW, with_record(file, record, DAY), Asked(ACTS["grant"]), Sitting(at=DAY))
    return told


LATER, BEFORE = READ + timedelta(days=1), READ - timedelta(days=1)


@pytest.mark.parametrize(
    ("situation", "findings", "live"),
    [
        ("nobody has looked", (), True),
        ("somebody said that it is not known", (Finding("f-1", TNR, unknown=True, by="somebody"),), True),
        ("somebody has only alleged it", (found("yes", LATER, Grade.ALLEGED),), True),
        ("it is arguable, and that is older", (found("yes", BEFORE, Grade.ARGUABLE),), True),
        ("it is arguable, and that is newer", (found("yes", LATER, Grade.ARGUABLE),), False),
        ("it is shown, and that is older", (found("yes", BEFORE, Grade.SUBSTANTIAL),), False),
        ("it was excluded before the entry was there", (found("no", BEFORE),), True),
        ("it was excluded on the day of the entry", (found("no", READ),), False),
        ("it was excluded since", (found("no", LATER),), False),
        ("it was excluded, nobody knows when", (found("no", None),), False),
    ],
)
def test_a_question_on_record_is_live_until_somebody_has_answered_it(situation, findings, live):
    assert bool(raised(case(*findings))) is live, situation


def test_a_promise_once_trusted_is_looked_at_again_when_a_breach_comes_on_record():
    record = Record((replace(FACT, bears=(KEEPS,)),))
    trusted, doubted = found("yes", BEFORE, question=KEEPS), found("no", BEFORE, question=KEEPS)
    assert raised(case(trusted), record)
    assert not raised(case(doubted), record)


def test_an_older_answer_that_clears_is_not_heard_and_the_ruling_says_so():
    judged = with_record(case(found("no", BEFORE)), RECORD, DAY)
    (told,) = judged.findings
    assert (told.id, told.unknown, told.known) == (f"record-{TNR}", True, READ)
    assert told.source == "it is reported (A report, 2025; record kz-1); what was answered on 2026-03-01 is older"


@pytest.mark.parametrize(
    ("situation", "file", "record", "on"),
    [
        ("another state", case(state="FR"), RECORD, DAY),
        ("a day on which nobody had read it", case(), RECORD, BEFORE),
        ("an entry that was withdrawn", case(), WITHDRAWN, DAY),
        ("nothing on record", case(), Record(()), DAY),
    ],
)  # fmt: skip
def test_what_opens_nothing(situation, file, record, on):
    assert with_record(file, record, on) == file, situation


def test_an_entry_that_is_looked_at_again_asks_nothing_twice():
    again = replace(FACT, id="kz-2", replaces="kz-1", read_on=DAY, reasons="it still stands")
    changed = replace(again, says="more is reported")
    cleared = case(found("no", LATER))
    assert not raised(cleared, Record((FACT, again)))
    assert raised(cleared, Record((FACT, changed)))


class TestTheRuling:
    def test_waits_for_the_answer_and_names_the_entries(self, law):
        def asked(record: Record) -> Ruling:
            judged = with_record(case(Finding("f-1", "person.opposition", answer=("yes",))), record, DAY)
            return next(judge_act(law, judged, Asked(ACTS["grant"]), Sitting(at=DAY)))

        assert TNR not in {q.slot for q in asked(Record(())).questions}
        after = asked(RECORD)
        (told,) = [q for q in after.questions if q.slot == TNR]
        assert told.why == "it is reported (A report, 2025; record kz-1)"
        assert after.opened == ((TNR, told.why),)
        assert after.as_json()["opened-by-the-record"] == [{"question": TNR, "entries": told.why}]

    def test_of_a_case_with_nothing_on_record_keeps_its_hash(self):
        assert "opened-by-the-record" not in ruling(case(), Record(())).as_json()

    def test_says_that_an_entry_is_to_be_renewed(self):
        old = replace(FACT, expires=DAY)
        assert "to be renewed" in ruling(case(), Record((old,))).opened[0][1]

    def test_as_it_was_known_before_the_entry_does_not_know_it(self):
        file = with_record(case(), RECORD, DAY)
        (then,) = judge_act(SMALL_LAW, file, Asked(ACTS["grant"]), Sitting(at=DAY, known_at=BEFORE))
        assert then.opened == ()


def test_which_entries_make_a_question_live_can_be_asked():
    assert entries_behind(TNR, case(), RECORD, DAY) == (FACT,)
    assert entries_behind(TNR, case(found("no", LATER)), RECORD, DAY) == ()


PROXY = "request.proxy_for_another_state"
FAR, LINKED = Proceeding("far", state="KZ"), Behind("KZ", "which asked before (link-3-1)", READ)


class TestAStateBehindTheRequest:
    """Another state that the request itself or a link names: its record is asked, and whether it steers the request."""

    @pytest.mark.parametrize(
        ("situation", "file", "behind", "live"),
        [
            ("nothing names another", case(state="MD"), (), ()),
            ("the proceedings are another's", replace(case(state="MD"), proceedings=(FAR,)), (), (PROXY, TNR)),
            ("a link names it", case(state="MD"), (LINKED,), (PROXY, TNR)),
            ("nothing is on record of it", case(state="MD"), (Behind("DE", "which asked before"),), ()),
            ("it is shown that it steers", case(found("yes", LATER, question=PROXY), state="MD"), (LINKED,), (TNR,)),
            ("it was excluded since", case(found("no", LATER, question=PROXY), state="MD"), (LINKED,), ()),
            ("it was excluded before", case(found("no", BEFORE, question=PROXY), state="MD"), (LINKED,), (PROXY, TNR)),
            ("it is the requesting state itself", case(), (LINKED,), (TNR,)),
        ],
    )
    def test_is_asked_until_somebody_has_said_that_none_is(self, situation, file, behind, live):
        told = [f.question for f in with_record(file, RECORD, DAY, behind).findings if f.by == ON_RECORD]
        assert tuple(sorted(told)) == live

    def test_the_ruling_says_which_state_it_is_and_what_names_it(self):
        file = replace(case(state="MD"), proceedings=(FAR,))
        told = {f.question: f.source for f in with_record(file, RECORD, DAY).findings}
        entries = "it is reported (A report, 2025; record kz-1)"
        assert told == {
            TNR: f"of KZ, proceedings far of the request: {entries}",
            PROXY: "KZ, proceedings far of the request, has entries on its record",
        }
        assert entries_behind(TNR, file, RECORD, DAY) == (FACT,)


DAYS, GRADES = st.none() | st.sampled_from([BEFORE, READ, LATER]), st.sampled_from(list(Grade)[1:])
ANSWERS = st.builds(found, st.sampled_from(["yes", "no"]), DAYS, GRADES)


@given(st.lists(ANSWERS, max_size=3))
def test_the_record_answers_nothing_and_never_eases_an_act(findings):
    file = case(*(replace(f, id=f"f-{n}") for n, f in enumerate(findings)))
    judged = with_record(file, RECORD, DAY)
    assert not any(f.answer for f in judged.findings if f not in file.findings)
    assert ruling(file).verdict >= ruling(file, Record(())).verdict
