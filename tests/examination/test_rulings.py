"""What a ruling rests on, what differs between two, and the questions of several."""

import pytest

from rogatory.casefile.model import Asked, CaseFile
from rogatory.decision.bench import Sitting, judge_act
from rogatory.examination.difference import NormChange, difference
from rogatory.examination.questionnaire import questionnaire
from rogatory.examination.resting import resting_on
from rogatory.intake.reading import read_case
from rogatory.law.acts import ACTS
from rogatory.law.corpus import Law
from rogatory.law.ruling import Ruling
from tests.cli.desk import BARRED, CASE, REFUGEE, SMALL_LAW


def case_with(added: str) -> CaseFile:
    return read_case((CASE + added).encode(), "case.yaml")


def ruling(added: str = "", act: str = "grant", obj: str = "M1") -> Ruling:
    return next(judge_act(SMALL_LAW, case_with(added), Asked(ACTS[act], obj), Sitting()))


def carrying(found: Ruling, law: Law = SMALL_LAW) -> list[str]:
    return [n.norm.id for n in resting_on(law.program(found.act, found.context), found)]


DEATH = "  - {question: penalty.death_possible, answer: yes}\n"
LETTER = "  - {question: assurance.specific, against: death-penalty, answer: "


@pytest.mark.parametrize(
    ("added", "verdict", "norms"),
    [
        ("", "allowed", []),
        (REFUGEE, "not-ripe", ["charges-behind-protection"]),
        (BARRED, "forbidden", ["charges-behind-protection"]),
        # The cure is not examined: this norm applies, and yet is not what bars.
        (BARRED + DEATH, "forbidden", ["charges-behind-protection"]),
        (BARRED + DEATH + LETTER + "no}", "forbidden", ["charges-behind-protection", "death-penalty"]),
        ("findings:\n" + DEATH + LETTER + "yes}", "conditional", ["death-penalty"]),
        ("findings: [{question: measure.own_proceedings_affected, answer: yes}]", "discretionary", ["own-proceedings"]),
        ("findings: [{question: state.transnational_repression, answer: yes}]", "not-ripe", ["weigh-the-record"]),
    ],
)
def test_a_ruling_rests_on_what_makes_its_verdict(added: str, verdict: str, norms: list[str]) -> None:
    found = ruling(added)
    assert (found.verdict.word, carrying(found)) == (verdict, norms)


def test_a_ruling_is_not_read_with_the_program_of_another_act() -> None:
    found = ruling(BARRED)
    with pytest.raises(ValueError, match="other norms"):
        resting_on(SMALL_LAW.program(ACTS["transmit"], found.context), found)


def test_every_ruling_that_holds_an_act_back_rests_on_something(law: Law) -> None:
    for added in (REFUGEE, BARRED, "findings:\n" + DEATH):
        for act in ("grant", "execute", "transmit", "interview", "open-file"):
            for found in judge_act(law, case_with(added), Asked(ACTS[act]), Sitting()):
                assert bool(carrying(found, law)) == bool(found.verdict), (act, added)


def test_the_same_ruling_differs_in_nothing() -> None:
    assert not difference(ruling(BARRED), ruling(BARRED)).anything_changed


def test_a_difference_names_norms_questions_and_conditions() -> None:
    changed = difference(ruling(REFUGEE), ruling(BARRED + DEATH))
    assert changed.verdict_changed
    assert [(n.state.norm.id, n.before and n.before.state, n.after and n.after.state) for n in changed.norms] == [
        ("charges-behind-protection", "unknown", "true"),
        ("death-penalty", "false", "true"),
    ]
    assert [q.slot for q in changed.settled] == ["proceeding.same_as_protection"]
    assert [c.norm for c in changed.conditions] == ["death-penalty"]
    back = difference(ruling(BARRED + DEATH), ruling(REFUGEE))
    assert [q.slot for q in back.raised] == ["proceeding.same_as_protection"]
    assert [c.norm for c in back.dropped] == ["death-penalty"]


def test_rulings_on_different_acts_are_not_compared() -> None:
    with pytest.raises(ValueError, match="not the same act"):
        difference(ruling(), ruling(act="transmit", obj="folder"))
    with pytest.raises(ValueError, match="stood nowhere"):
        _ = NormChange(None, None).state


def test_a_question_that_matters_to_several_acts_is_asked_once_and_first() -> None:
    asked = questionnaire([ruling(REFUGEE), ruling(REFUGEE, "interview"), ruling(REFUGEE, "transmit", "folder")])
    assert [item.question.slot for item in asked] == ["proceeding.same_as_protection", "remedy.pending"]
    assert asked[0].matters_to == (("grant", "M1"), ("interview", "M1"), ("transmit", "folder"))
    assert {d.verdict for d in asked[0].decides if d.answer == "yes"} == {"forbidden"}
    assert asked[0].in_smallest == 3
    assert asked[0].question.why


def test_an_open_duty_is_asked() -> None:
    (item,) = questionnaire([ruling("findings: [{question: state.transnational_repression, answer: yes}]")])
    assert (item.question.slot, item.duty) == ("remedy.claim_examined", True)


def test_settled_rulings_ask_nothing() -> None:
    assert questionnaire([]) == ()
    assert questionnaire([ruling(), ruling(BARRED)]) == ()
    # Open for one person, settled for the act: nothing to ask.
    assert questionnaire([ruling(BARRED, "transmit", "folder")]) == ()
