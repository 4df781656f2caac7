"""What is kept from a person concerned, and what may be told of it."""

from datetime import timedelta
from typing import Any

import pytest

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import fold
from rogatory.office.folds.withheld import Withheld, as_told, restrictions, withheld
from rogatory.office.perform import Done
from rogatory.office.seen.portion import Portion, portion
from rogatory.people.compartments import RULES
from rogatory.people.mandates import Compartment
from tests.office.simulator import Office, simple_file


@pytest.fixture
def office(law) -> Office:
    made = Office(law)
    made.register({**simple_file(), "items": [{"id": "notebook", "text": "a notebook"}]})
    return made


def keep_back(office: Office, what: str) -> None:
    day = office.now.date()
    told: dict[str, Any] = {
        "what": what, "reasons": "he would burn it", "basis": "Directive 2014/41/EU, Art. 19",
        "review": (day + timedelta(days=5)).isoformat(), "until": (day + timedelta(days=10)).isoformat(),
    }  # fmt: skip
    assert isinstance(office.do(Role.INVESTIGATING_JUDGE, "keep-back", "P1", **told), Done)


def held_by(office: Office, role: Role):
    return office.people[role][0].mandates


def seen_by(office: Office, role: Role, later: int = 0) -> Portion:
    dossier, held = office.dossier, held_by(office, role)
    return portion(dossier, held, kept=restrictions(dossier, held, office.now.date() + timedelta(days=later)))


def told_to(office: Office, role: Role, later: int = 0) -> tuple[Withheld, ...]:
    return withheld(office.dossier, held_by(office, role), office.now.date() + timedelta(days=later))


class TestANoticeKeptBack:
    def test_hides_what_is_done_meanwhile_and_that_it_is_hidden(self, office):
        office.do(Role.PROSECUTOR, "enter", adds={"events": [{"on": "2026-03-01", "text": "before"}]})
        office.now += timedelta(days=1)
        keep_back(office, "notices")
        office.do(Role.PROSECUTOR, "enter", adds={"events": [{"on": "2026-03-02", "text": "a search is planned"}]})
        seen = seen_by(office, Role.COUNSEL)
        assert [e.text for e in seen.case.events] == ["before"]
        assert "keep-back" not in [e.act for e in seen.entries]
        assert "he would burn it" not in str(seen.entries)
        assert told_to(office, Role.COUNSEL) == ()

    def test_ends_by_itself(self, office):
        keep_back(office, "notices")
        office.do(Role.PROSECUTOR, "enter", adds={"events": [{"on": "2026-03-02", "text": "a search is planned"}]})
        assert seen_by(office, Role.PERSON_CONCERNED, later=9).case.events == ()
        assert [e.text for e in seen_by(office, Role.PERSON_CONCERNED, later=10).case.events] == ["a search is planned"]

    def test_leaves_what_the_defence_does_and_the_court_says(self, office):
        keep_back(office, "notices")
        office.do(Role.COUNSEL, "lodge-remedy", "P1", text="an appeal")
        (name,) = office.dossier.challenges.running
        office.do(Role.COURT, "decide-remedy", name, outcome="dismissed", reasons="late")
        told = as_told(office.dossier, restrictions(office.dossier, held_by(office, Role.COUNSEL), office.now.date()))
        assert told.challenges.remedies[name].outcome is not None
        assert told.challenges.secrecies == {}
        assert {"lodge-remedy", "decide-remedy"} <= {e.act for e in seen_by(office, Role.COUNSEL).entries}

    def test_hides_nothing_from_officials(self, office):
        keep_back(office, "notices")
        assert "keep-back" in [e.act for e in seen_by(office, Role.COURT).entries]


class TestAFileKeptBack:
    def test_is_told_with_its_provision_and_its_days(self, office):
        keep_back(office, "file")
        (told,) = told_to(office, Role.COUNSEL)
        day = office.now.date()
        assert told == Withheld(
            "file", 0, "Directive 2014/41/EU, Art. 19", day + timedelta(days=10), day + timedelta(days=5)
        )
        assert told_to(office, Role.COUNSEL, later=10) == ()

    def test_shows_who_and_what_is_asked_and_no_more(self, office):
        office.do(Role.PROSECUTOR, "find", question="person.refugee_here", about="P1", answer="yes", source="register")
        keep_back(office, "file")
        case = seen_by(office, Role.COUNSEL).case
        assert ([p.id for p in case.persons], [m.id for m in case.measures]) == (["P1"], ["interview"])
        assert (case.findings, case.items, case.events, case.title) == ((), (), (), "")

    def test_is_judged_with_all_the_same(self, office):
        office.do(Role.PROSECUTOR, "find", question="person.refugee_here", about="P1", answer="yes", source="register")
        keep_back(office, "file")
        assert any(f.question == "person.refugee_here" for f in seen_by(office, Role.COUNSEL).whole.findings)


class TestWhatStandsApart:
    @pytest.fixture
    def two(self, law) -> Office:
        made = Office(law)
        file = simple_file()
        file["persons"].append({"id": "P2", "name": "C. D."})
        file["items"] = [{"id": "box", "text": "a box", "compartment": "privileged"}]
        made.register(file)
        return made

    def test_is_told_where_the_law_lets_it_be_told(self, two):
        (told,) = told_to(two, Role.COUNSEL)
        assert (told.what, told.count, told.source) == ("privileged", 1, RULES[Compartment.PRIVILEGED].source)

    def test_of_an_asylum_file_nothing_is_told(self, two):
        two.do(Role.COURT, "set-apart", "box", into="asylum")
        assert [w.what for w in told_to(two, Role.COUNSEL)] == ["privileged"]

    def test_nor_of_what_is_another_persons_alone(self, two):
        two.do(Role.COURT, "set-apart", "P2", into="protected-identity")
        assert [w.what for w in told_to(two, Role.COUNSEL)] == ["privileged"]

    def test_the_own_is_open(self, office):
        office.do(Role.COURT, "set-apart", "notebook", into="privileged")
        assert told_to(office, Role.PERSON_CONCERNED) == ()


def test_where_nothing_is_kept_back_the_case_is_the_same(office):
    assert as_told(office.dossier, ()) == fold(office.entries)
