"""What this office has seen of a state in its own cases: read from what was done and found in them."""

from datetime import date
from typing import Any

import pytest

from rogatory.law.acts import Role
from rogatory.office.folds.experience import OF_FINDINGS, Lived, Seen, as_entries, experience_of, lived
from rogatory.office.perform import Done
from tests.office.simulator import Office, simple_file
from tests.office.test_breaches import COURT, FOUND

TNR, BREAKS = "state.transnational_repression", "state.breaks_its_assurances"


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
    assert {*OF_FINDINGS.values(), Seen.REFUSED, Seen.THROUGH} == set(Seen)


class TestCounting:
    """What counts in other cases: once the case is closed, of what speaks against the state, and by no number."""

    def test_it_counts_from_the_day_on_which_its_case_was_closed_until_it_is_reopened(self, law):
        office = opened(law, {"question": "request.repeated_after_refusal", "answer": "yes"})
        assert lived(experience_of(office.dossier, law)) == ()
        office.do(Role.CENTRAL_AUTHORITY, "close", reasons="answered")
        (one,) = lived(experience_of(office.dossier, law))
        assert (one.state, one.question, one.last) == ("DE", TNR, office.now.date())
        office.do(Role.CENTRAL_AUTHORITY, "reopen", reasons="more came in")
        assert lived(experience_of(office.dossier, law)) == ()

    @pytest.mark.parametrize(
        ("found", "ground", "asks"),
        [
            ({"question": "request.persecution_purpose", "answer": "yes"}, "persecution", TNR),
            ({"question": "person.refugee_here", "about": "P1", "answer": "yes"}, "refugee", ""),
        ],
    )
    def test_a_refusal_asks_only_where_its_ground_says_something_of_the_state(self, law, found, ground, asks):
        office = opened(law, found, {"question": "proceeding.same_as_protection", "answer": "yes"})
        assert isinstance(office.do(Role.PROSECUTOR, "refuse", "interview", reasons=ground), Done)
        told = [one for one in experience_of(office.dossier, law) if one.kind == "refused"]
        assert {q for one in told for q in one.asks.split()} == ({asks} if asks else set())

    def test_as_an_entry_it_names_no_case_and_is_never_to_be_renewed(self):
        day = date(2026, 3, 2)
        (entry,) = as_entries((Lived("MD", "broken", BREAKS, day),))
        assert (entry.id, entry.bears, entry.known_on) == ("own-md-broken", (BREAKS,), day)
        assert entry.cited == "it broke an assurance (closed cases of this office, 2026-03-02; record own-md-broken)"
        assert not entry.is_due(date(2099, 1, 1))

    def test_a_state_that_steered_is_seen_as_well(self, law):
        office = Office(law)
        office.register(
            simple_file()
            | {
                "proceedings": [{"id": "far", "state": "KZ", "source": "the letter"}],
                "findings": [{"question": "request.proxy_for_another_state", "answer": "yes", "source": "the letter"}],
            }
        )
        told = {(one.kind, one.state, one.about, one.asks) for one in experience_of(office.dossier, law)}
        assert told == {("steered", "DE", "KZ", ""), ("through", "KZ", "DE", TNR)}
