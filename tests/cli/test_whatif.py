"""`rogatory whatif`: what an answer would change, before anybody asks for it."""

from tests.cli.desk import BARRED, CASE, REFUGEE, rogatory, told, values


def test_the_verdict_is_told_before_and_after_with_what_made_the_difference() -> None:
    text = told("whatif", "-", "--act", "grant", "--answer", "proceeding.same_as_protection=yes", case=CASE + REFUGEE)
    assert "Supposed: proceeding.same_as_protection=yes." in text
    assert "grant the request (M1): ◔ not ripe → ■ forbidden" in text
    assert "charges-behind-protection: is open → applies" in text
    assert "No longer asked: proceeding.same_as_protection." in text
    assert "Nothing changes for: grant the request (M2)." in text


def test_an_answer_may_open_questions() -> None:
    text = told("whatif", "-", "--act", "grant", "--answer", "person.refugee_here=yes", "--about", "P2", case=CASE)
    assert "grant the request (M2): ○ allowed → ◔ not ripe" in text
    assert "Asked now: proceeding.same_as_protection." in text
    assert "Nothing changes for: grant the request (M1)." in text


def test_an_assurance_is_supposed_against_its_risk() -> None:
    death = "findings: [{question: penalty.death_possible, answer: yes}]"
    text = told("whatif", "-", "--act", "grant", "--answer", "assurance.specific@death-penalty=yes", case=CASE + death)
    assert "→ ◆ conditional" in text
    assert "Conditions: the sentence is followed (death-penalty)" in text
    assert "No longer needed: an assurance against the death penalty (death-penalty)" in text


def test_a_supposed_answer_takes_the_place_of_what_was_found() -> None:
    text = told("whatif", "-", "--act", "grant", "--answer", "person.refugee_here=no", case=CASE + BARRED)
    assert "grant the request (M1): ■ forbidden → ○ allowed" in text


def test_the_day_judged_at_does_not_move_with_the_answer() -> None:
    later = "findings: [{question: person.refugee_here, about: P1, answer: yes, known: 2026-01-01}]"
    document = values("whatif", "-", "--act", "grant", "--answer", "person.refugee_here=no", case=CASE + later)
    assert {r["at"] for r in document["rulings"]} == {"2026-01-01"}


def test_json_holds_what_was_supposed_and_each_ruling_before_and_after() -> None:
    arguments = ("whatif", "-", "--act", "grant", "--on", "M1", "--answer", "proceeding.same_as_protection=yes")
    document = values(*arguments, "--grade", "established", case=CASE + REFUGEE)
    assert document["supposed"] == [
        {"question": "proceeding.same_as_protection", "answer": "yes", "about": "", "grade": "established"}
    ]
    (ruling,) = document["rulings"]
    assert (ruling["before"], ruling["after"], ruling["changed"]) == ("not-ripe", "forbidden", True)
    assert ruling["norms"][0]["after"]["state"] == "true"
    assert ruling["ruling"]["verdict"] == "forbidden"


def test_every_answer_that_cannot_be_supposed_is_named_at_once() -> None:
    result = rogatory(
        "whatif", "-", "--answer", "person.oposition=yes", "--answer", "remedy.pending=perhaps", case=CASE
    )
    assert result.exit_code == 2
    assert "Did you mean person.opposition" in result.stderr
    assert "'perhaps' does not answer remedy.pending. Write one of: yes, no, or unknown." in result.stderr


def test_an_object_no_question_is_about_is_refused() -> None:
    about = ("--about", "P1", "--answer", "remedy.pending=yes")
    assert "none of these questions is about a person" in rogatory("whatif", "-", *about, case=CASE).stderr
    assert rogatory("whatif", "-", "--answer", "remedy.pending=yes", "--grade", "sure", case=CASE).exit_code == 2
    assert rogatory("whatif", "-", "--answer", "remedy.pending=yes", "--grade", "none", case=CASE).exit_code == 2
