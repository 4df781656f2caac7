"""What of a case is read for one act on one object."""

from datetime import date

from rogatory.casefile.view import View
from rogatory.intake.reading import read_case
from rogatory.law.acts import EXECUTE, GRANT, TRANSMIT
from rogatory.law.grades import Grade

DAY = date(2025, 12, 16)
HEAD = """
id: x
title: X
request: {kind: mla, requesting_state: KZ, requested_state: BE}
persons: [{id: P1, name: A.B.}]
measures: [{id: search, type: search}, {id: bank, type: bank-data}]
"""


def standings(text, act=EXECUTE, obj="search"):
    view = View(read_case((HEAD + text).encode(), "x.yaml"), DAY)
    return view.subjects(act, obj)[0].standings


def test_a_finding_about_one_measure_says_nothing_of_another():
    text = "findings: [{question: measure.excessive, about: search, answer: yes}]"
    assert "measure.excessive" in standings(text)
    assert "measure.excessive" not in standings(text, obj="bank")


def test_what_protects_in_any_measure_is_read_for_what_is_sent_and_what_clears_one_is_not():
    yes = "findings: [{question: measure.excessive, about: search, answer: yes}]"
    no = "findings: [{question: measure.excessive, about: search, answer: no}]"
    assert "measure.excessive" in standings(yes, TRANSMIT, "request")
    assert "measure.excessive" not in standings(no, TRANSMIT, "request")


def test_the_type_of_a_measure_is_read_from_its_entry():
    assert standings("")["measure.type"].shown == {"search": Grade.ESTABLISHED}


def test_the_latest_assurance_against_a_risk_takes_the_place_of_the_earlier():
    text = """
assurances:
  - {id: first, against: ill-treatment, given: 2020-01-01}
  - {id: second, against: ill-treatment, given: 2021-01-01}
findings:
  - {question: assurance.specific, about: first, answer: no}
  - {question: assurance.specific, about: second, answer: yes}
"""
    found = standings(text, GRANT)["assurance.specific@ill-treatment"]
    assert found.shown == {"yes": Grade.ESTABLISHED}
    assert standings(text, GRANT)["assurance.given@ill-treatment"].shown == {"yes": Grade.ESTABLISHED}


def test_to_conclude_that_there_is_no_risk_is_to_say_that_the_doubts_were_dispelled():
    text = "findings: [{question: risk.ill_treatment, answer: no, conclusion: true}]"
    assert standings(text, GRANT)["risk.dispelled"].shown == {"yes": Grade.ESTABLISHED}


def test_what_a_thorough_examination_leaves_arguable_is_not_shown():
    claim = "  - {question: person.opposition, answer: yes, grade: arguable}\n"
    examined = "  - {question: remedy.claim_examined, answer: thoroughly}\n"
    open_claim = standings("findings:\n" + claim, GRANT)["person.opposition"]
    assert not open_claim.excluded
    closed = standings("findings:\n" + claim + examined, GRANT)["person.opposition"]
    assert closed.excluded == {"yes": Grade.ESTABLISHED}


def test_what_reaches_its_standard_stands_however_thoroughly_it_was_examined():
    text = """
findings:
  - {question: person.opposition, answer: yes, grade: substantial}
  - {question: remedy.claim_examined, answer: thoroughly}
"""
    assert not standings(text, GRANT)["person.opposition"].excluded
