"""What this office has seen of a state in its own cases: read from what was done and found in them."""

from typing import Any

import pytest

from rogatory.law.acts import Role
from rogatory.office.experience import OF_ACTS, OF_FINDINGS, Seen, experience_of
from rogatory.office.perform import Done
from tests.office.simulator import Office, simple_file
from tests.office.test_breaches import COURT, FOUND


def opened(law: Any, *findings: dict[str, Any]) -> Office:
    made, file = Office(law), simple_file()
    file["findings"] = [{"source": "its letter", **finding} for finding in findings]
    assert isinstance(made.register(file), Done)
    return made


def seen(office: Office) -> list[str]:
    return [told.kind for told in experience_of(office.dossier, office.law)]


@pytest.mark.parametrize(("question", "kind"), OF_FINDINGS.items())
def test_a_finding_tells_it_once_it_is_more_than_arguable(law, question, kind):
    assert seen(opened(law, {"question": question, "answer": "yes"})) == [kind.value]
    assert seen(opened(law, {"question": question, "answer": "yes", "grade": "arguable"})) == []
    assert seen(opened(law, {"question": question, "answer": "no"})) == []


def test_a_finding_that_was_withdrawn_tells_nothing(law):
    office = opened(law)
    office.do(Role.PROSECUTOR, "find", question="request.repeated_after_refusal", answer="yes", grade="established",
              source="the earlier letter")  # fmt: skip
    assert seen(office) == ["repeated"]
    (name,) = [f.id for f in office.dossier.case.findings]
    office.do(Role.PROSECUTOR, "withdraw-finding", finding=name, reasons="another request")
    assert seen(office) == []


@pytest.mark.parametrize(
    ("kind", "whose", "told"),
    [
        ("broken-assurance", "requesting-state", ["broken"]),
        ("use-beyond-limits", "requesting-state", ["beyond"]),
        ("unlawful-disclosure", "requesting-state", ["beyond"]),
        ("unlawful-disclosure", "own-authority", []),
        ("broken-assurance", "own-authority", []),
    ],
)
def test_a_breach_of_the_state_itself_tells_it_once_and_one_of_our_own_does_not(law, kind, whose, told):
    office = opened(law)
    assert isinstance(office.do(COURT, "find-breach", **{**FOUND, "kind": kind, "whose": whose}), Done)
    assert seen(office) == told


def test_every_kind_has_a_line_in_a_table():
    assert {*OF_FINDINGS.values(), *OF_ACTS.values()} == set(Seen)
