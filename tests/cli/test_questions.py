"""`rogatory questions`: what still matters in a case, and the vocabulary."""

from rogatory.law.vocabulary import VOCABULARY
from tests.cli.desk import BARRED, CASE, REFUGEE, rogatory, told, values


def test_each_question_is_asked_once_with_help_who_and_what_it_settles() -> None:
    text = told("questions", "-", "--act", "grant", "--act", "interview", case=CASE + REFUGEE)
    assert "Questions that still matter, in order: 1" in text
    assert VOCABULARY["proceeding.same_as_protection"].help in text
    assert "Who answers: the authority dealing with the request." in text
    assert "Decides alone: yes → forbidden (grant); no → allowed (grant); yes → forbidden (interview)" in text
    assert "Matters to: grant the request; put the foreign questions to the person." in text


def test_the_smallest_settling_sets_and_a_clearing_set_are_told_for_each_act() -> None:
    text = told("questions", "-", "--act", "grant", case=CASE + REFUGEE)
    assert "Verdicts still within reach: allowed, forbidden (P1)." in text
    assert "- proceeding.same_as_protection=yes → forbidden" in text
    assert "A set after which nothing forbids it: proceeding.same_as_protection=no" in text


def test_a_duty_to_inquire_is_asked_and_named_so() -> None:
    record = "findings: [{question: state.transnational_repression, answer: yes}]"
    assert "Belongs to a duty to inquire." in told("questions", "-", "--act", "grant", case=CASE + record)


def test_a_settled_case_asks_nothing() -> None:
    text = told("questions", "-", "--act", "grant", "--on", "M1", case=CASE + BARRED)
    assert "No question still matters: every answer leads to the same verdicts." in text


def test_json_holds_the_questions_in_order_and_the_sets() -> None:
    document = values("questions", "-", "--act", "grant", "--act", "transmit", case=CASE + REFUGEE)
    assert [q["question"] for q in document["questions"]] == ["proceeding.same_as_protection", "remedy.pending"]
    assert {r["act"] for r in document["rulings"]} == {"grant", "transmit"}
    assert document["rulings"][0]["settling-sets"][0]["clearing"]


def test_the_vocabulary_is_printed_whole_or_by_kind() -> None:
    every = values("questions", "--all")
    assert [q["id"] for q in every] == list(VOCABULARY)
    assert {"id", "kind", "form", "values", "text", "help", "standard", "presumed", "side"} <= set(every[0])
    assert {q["kind"] for q in values("questions", "--all", "--kind", "assurance")} == {"assurance"}
    text = told("questions", "--all", "--kind", "remedy", "--lang", "fr")
    assert "remedy.pending (remedy; yes, no)" in text


def test_a_case_and_the_vocabulary_are_not_asked_for_together() -> None:
    for arguments in ([], ["-", "--all"], ["-", "--kind", "person"]):
        assert rogatory("questions", *arguments, case=CASE).exit_code == 2
    assert rogatory("questions", "--all", "--kind", "persons").exit_code == 1
