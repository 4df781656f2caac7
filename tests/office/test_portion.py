"""What of a case each sight shows."""

import pytest

from rogatory.law.acts import ACTS, Role
from rogatory.office.folds.dossier import fold
from rogatory.office.seen.portion import portion
from rogatory.people.mandates import Compartment, Mandate
from rogatory.people.sight import Sight
from tests.office.simulator import START, Office


def held(role: Role, person: str = "", *compartments: Compartment) -> tuple[Mandate, ...]:
    return (Mandate("a", role, "case-1", START.date(), person, compartments=frozenset(compartments)),)


@pytest.fixture
def office(law):
    made = Office(law)
    made.register(
        {
            "title": "Two persons",
            "request": {
                "kind": "mla", "requesting_state": "DE", "requested_state": "BE", "received": "2026-03-01",
                "summary": "all of it",
            },
            "persons": [{"id": "P1", "name": "A. B."}, {"id": "P2", "name": "C. D."}],
            "measures": [
                {"id": "search", "type": "search", "persons": ["P1"]},
                {"id": "bank", "type": "search", "persons": ["P2"]},
                {"id": "both", "type": "search"},
            ],
            "items": [{"id": "item", "text": "a notebook"}],
            "events": [{"on": "2026-03-01", "text": "C. D. was seen"}],
            "relations": [{"of": "P1", "kind": "sibling", "to": "P2", "source": "the request"}],
            "proceedings": [
                {"id": "one", "parties": [{"person": "P1"}, {"person": "P2"}, {"name": "E. F."}]},
                {"id": "two", "parties": [{"person": "P2"}]},
                {"id": "three", "parties": [{"name": "E. F."}]},
            ],
            "findings": [
                {"question": "person.practises_law", "about": p, "answer": "no", "source": f"a register, {p}"}
                for p in ("P1", "P2")
            ],
        }
    )  # fmt: skip
    return made


class TestOfOnePerson:
    def test_nothing_of_another(self, office):
        seen = portion(office.dossier, held(Role.COUNSEL, "P1"))
        assert seen.sight is Sight.OWN
        assert [p.id for p in seen.case.persons] == ["P1"]
        assert [m.id for m in seen.case.measures] == ["search", "both"]
        assert {f.about for f in seen.case.findings} == {"P1"}
        assert (seen.case.title, seen.case.request.summary, seen.case.events) == ("", "", ())

    def test_the_proceedings_in_which_the_person_stands_and_no_other_party(self, office):
        office.do(
            Role.PROSECUTOR, "find", question="proceeding.un_body_has_spoken", about="two", answer="yes", source="M"
        )
        seen = portion(office.dossier, held(Role.COUNSEL, "P1")).case
        assert [(p.id, [party.person for party in p.parties]) for p in seen.proceedings] == [
            ("one", ["P1"]),
            ("three", []),
        ]
        assert seen.relations == ()
        assert {f.about for f in seen.findings} == {"P1"}

    def test_everything_beside_both(self, office):
        both = (*held(Role.COUNSEL, "P1"), *held(Role.COUNSEL, "P2"))
        seen = portion(office.dossier, both).case
        assert (seen.relations, seen.proceedings) == (office.dossier.case.relations, office.dossier.case.proceedings)

    def test_the_rulings_that_touch_the_person_and_no_reasons_that_tell_of_another(self, office):
        seen = portion(office.dossier, held(Role.COUNSEL, "P1"))
        grant = ACTS["grant"]
        assert [seen.sees_ruling(grant, m) for m in ("search", "bank", "both")] == [True, False, True]
        assert [seen.sees_reasons(grant, m) for m in ("search", "bank", "both")] == [True, False, False]

    def test_no_reasons_once_something_is_found_of_a_measure_against_another(self, office):
        office.do(Role.PROSECUTOR, "find", question="measure.excessive", about="bank", answer="yes", source="M")
        seen = portion(office.dossier, held(Role.COUNSEL, "P1"))
        assert not seen.sees_reasons(ACTS["grant"], "search")

    def test_nothing_done_to_another(self, office):
        for person in ("P1", "P2"):
            office.do(Role.CLERK, "lodge-remedy", person, text=f"an appeal for {person}")
        seen = portion(office.dossier, held(Role.PERSON_CONCERNED, "P2"))
        assert [e.object for e in seen.entries] == ["", "P2"]


class TestOfTheMaterial:
    def test_not_the_investigation(self, office):
        seen = portion(office.dossier, held(Role.REVIEWER))
        assert [i.id for i in seen.case.items] == ["item"]
        assert (seen.case.persons, seen.case.measures, seen.case.findings, seen.case.events) == ((), (), (), ())
        assert (seen.case.relations, seen.case.proceedings) == ((), ())
        assert seen.sees_ruling(ACTS["clear-item"], "item")
        assert not seen.sees_ruling(ACTS["grant"], "search")
        assert seen.entries == ()


class TestOfTheStatus:
    def test_that_it_is_registered_and_no_more(self, office):
        office.do(Role.CLERK, "lodge-remedy", "P1", text="an appeal")
        seen = portion(office.dossier, held(Role.LIAISON))
        assert [e.act for e in seen.entries] == ["register"]
        assert (seen.case.persons, seen.case.findings, seen.mandates) == ((), (), {})
        assert not seen.sees_ruling(ACTS["grant"], "search")


class TestOfNothing:
    def test_without_a_mandate(self, office):
        seen = portion(office.dossier, ())
        assert (seen.sight, seen.entries, seen.case.persons) == (Sight.NOTHING, (), ())


def test_what_comes_from_an_asylum_file_keeps_its_source_to_itself(office):
    question = "person.refugee_here"
    office.do(Role.PROSECUTOR, "find", question=question, about="P1", answer="yes", source="asylum file 12")
    dossier = fold(office.entries)
    closed = portion(dossier, held(Role.COURT))
    opened = portion(dossier, held(Role.COURT, "", Compartment.ASYLUM))
    assert [f.source for f in closed.case.findings if f.question == question] == [""]
    assert [f.source for f in opened.case.findings if f.question == question] == ["asylum file 12"]
