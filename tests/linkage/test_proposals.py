"""What a confirmed link proposes: questions that exist, values they allow, and nothing that releases."""

import pytest

from rogatory.law.grades import Grade
from rogatory.law.questions import Kind, Side
from rogatory.law.vocabulary import VOCABULARY
from rogatory.linkage.evidence import Closeness
from rogatory.linkage.model import By
from rogatory.linkage.paths import Tie
from rogatory.linkage.proposals import LINES, OPEN, Line, Met, propose
from rogatory.registers.model import RegisterKind

K = RegisterKind


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.kind.value}-{line.question}-{line.answer}")
def test_every_line_asks_what_exists_and_answers_what_is_allowed(line: Line) -> None:
    question = VOCABULARY[line.question]
    if line.answer == OPEN:
        assert line.grade == ""
    else:
        assert line.answer in question.values
        assert Grade.named(line.grade) > Grade.NONE
        assert question.side is not Side.RELEASES, "a register never proposes what eases cooperation"
        assert line.answer != "no"
    assert line.source


def told(met: Met, about: str = "P1") -> dict[str, tuple[str, str, str]]:
    return {p.question: (p.about, p.answer, p.grade) for p in propose(met, about, "entry")}


GRANT = Met(K.PROTECTION, "refugee", "granted", By.PERSON, "protected", against=True, here=True)


def test_a_refugee_of_this_state_who_is_met_in_the_proceedings_behind_the_status() -> None:
    met = Met(
        K.PROTECTION, "refugee", "granted", By.PERSON, "protected", Tie.SELF, Closeness.IDENTICAL, True, True, True
    )
    assert told(met) == {
        "person.refugee_here": ("P1", "yes", "established"),
        "person.protection_against_requesting_state": ("P1", "yes", "established"),
        "proceeding.same_as_protection": ("", "yes", "established"),
    }


def test_the_same_facts_without_a_number_propose_less_than_established() -> None:
    met = Met(K.PROTECTION, "refugee", "granted", By.PROCEEDING, same=Closeness.SAME_FACTS, person_too=True)
    assert told(met)["proceeding.same_as_protection"] == ("", "yes", "substantial")


def test_proceedings_behind_the_protection_of_nobody_in_the_case_only_raise_the_question() -> None:
    met = Met(K.PROTECTION, "refugee", "granted", By.PROCEEDING, same=Closeness.IDENTICAL, person_too=False)
    assert told(met, "")["proceeding.same_as_protection"] == ("", OPEN, "")


def test_whose_status_it_is_decides_between_here_and_elsewhere_and_not_said_is_asked() -> None:
    by_here = {
        here: told(Met(K.PROTECTION, "refugee", "granted", By.PERSON, "protected", here=here))
        for here in (True, False, None)
    }
    assert by_here[True]["person.refugee_here"][1] == "yes"
    assert by_here[False]["person.refugee_elsewhere"][1] == "yes"
    assert "person.refugee_here" not in by_here[False]
    assert by_here[None]["person.refugee_here"][1] == OPEN


@pytest.mark.parametrize(
    ("met", "question"),
    [
        (Met(K.PROTECTION, "refugee", "ended", By.PERSON, "protected"), "person.status_withdrawn"),
        (
            Met(K.PROTECTION, "refugee", "granted", By.PERSON, "protected", against=False),
            "person.protection_against_requesting_state",
        ),
    ],
)
def test_what_would_release_is_asked_and_never_proposed(met: Met, question: str) -> None:
    assert told(met)[question] == ("P1", OPEN, "")


def test_a_notice_that_stands_proposes_nothing() -> None:
    assert (
        told(Met(K.NOTICES, "red", "published", By.PERSON, "subject", same=Closeness.IDENTICAL, person_too=True)) == {}
    )


def test_a_notice_withdrawn_on_other_charges_only_raises_the_question() -> None:
    met = Met(K.NOTICES, "red", "withdrawn", By.PERSON, "subject", person_too=True)
    assert told(met)["notice.deleted_or_refused"] == ("", OPEN, "")


def test_a_brother_tortured_in_the_same_proceedings() -> None:
    met = Met(K.VICTIMS, "torture", "", By.PATH, "victim", Tie.RELATIVE, Closeness.IDENTICAL, False, True)
    assert told(met) == {
        "person.relative_ill_treated": ("P1", "yes", "substantial"),
        "proceeding.relative_ill_treated": ("", "yes", "substantial"),
        "proceeding.rests_on_ill_treatment_evidence": ("", OPEN, ""),
    }


def test_a_co_accused_is_no_relative() -> None:
    met = Met(K.VICTIMS, "torture", "", By.PATH, "victim", Tie.CO_ACCUSED, Closeness.SAME_FACTS, False, True)
    assert set(told(met)) == {"proceeding.co_accused_ill_treated", "proceeding.rests_on_ill_treatment_evidence"}


def test_of_somebody_only_named_in_the_proceedings_nothing_is_proposed_about_the_persons_of_the_case() -> None:
    met = Met(K.VICTIMS, "torture", "", By.PERSON, "victim", Tie.CO_ACCUSED, Closeness.IDENTICAL, False, True)
    assert told(met, "")["proceeding.co_accused_ill_treated"] == ("", "yes", "substantial")
    assert "person.past_ill_treatment" not in told(met, "")
    grant = Met(K.PROTECTION, "refugee", "granted", By.PERSON, "protected", Tie.CO_ACCUSED, against=True, here=True)
    assert told(grant, "") == {"person.linked_to_targeted_person": ("", OPEN, "")}


def test_torture_by_another_state_proposes_nothing_about_this_one() -> None:
    assert told(Met(K.VICTIMS, "torture", "", By.PERSON, "victim", against=False)) == {}


def test_of_one_question_an_answer_comes_before_its_opening() -> None:
    for kind in RegisterKind:
        for question in {line.question for line in LINES}:
            answers = [line.answer for line in LINES if (line.kind, line.question) == (kind, question)]
            assert answers == sorted(answers, key=lambda answer: answer == OPEN)


def test_every_kind_of_register_proposes_something() -> None:
    assert {line.kind for line in LINES} == set(RegisterKind)


def test_what_is_about_a_person_names_the_person_and_the_rest_the_case() -> None:
    for line in LINES:
        assert VOCABULARY[line.question].of in (Kind.PERSON, Kind.PROCEEDING, Kind.REQUEST)
