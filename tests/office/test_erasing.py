"""Lawful erasure at the one door: which words may go, when, and on whose word."""

import pytest

from rogatory.law.acts import Role
from rogatory.office.errors import FormError
from rogatory.office.perform import Barred, Done
from tests.office.simulator import Office, hurdles, simple_file

BASIS = "Directive (EU) 2016/680, Art. 16(2); decision of 3 March 2026"


@pytest.fixture
def office(law):
    made = Office(law)
    made.register(simple_file())
    return made


def last(office):
    return str(office.entries[-1].seq)


def erase(office, entry, *, who=Role.CENTRAL_AUTHORITY, **form):
    return office.do(who, "erase", entry=entry, basis=BASIS, reasons="she asked for it", **form)


def agreed(office):
    return office.do(Role.COURT, "confirm", next(iter(office.dossier.proposals)))


class TestWhatMayGo:
    def test_a_statement_goes_on_the_word_of_two(self, office):
        office.do(Role.COUNSEL, "submit", "P1", text="what she fears")
        assert erase(office, last(office)).waits
        done = agreed(office)
        assert isinstance(done, Done)
        assert done.entry.fields["erases"] == {"1": ["adds"]}
        assert (done.entry.fields["basis"], done.entry.fields["second"]) == (BASIS, "court-1")

    def test_what_a_ruling_rests_on_goes_once_the_case_is_closed(self, office):
        office.answer("person.practises_law", "yes", "P1")
        found = last(office)
        assert "course" in hurdles(erase(office, found))
        office.do(Role.CENTRAL_AUTHORITY, "close", reasons="withdrawn by the requesting state")
        assert erase(office, found).waits

    def test_the_whole_file_too(self, office):
        assert "course" in hurdles(erase(office, "0"))
        office.do(Role.CENTRAL_AUTHORITY, "close", reasons="withdrawn by the requesting state")
        assert erase(office, "0").waits

    def test_nothing_while_a_remedy_runs_even_if_it_is_lodged_after_the_proposal(self, office):
        office.do(Role.COUNSEL, "submit", "P1", text="what she fears")
        assert erase(office, last(office)).waits
        office.do(Role.COUNSEL, "lodge-remedy", "P1", text="appeal")
        assert "course" in hurdles(agreed(office))

    @pytest.mark.parametrize("act", ["grant", "lodge-remedy", "undertake", "read"])
    def test_what_the_office_is_held_to_never(self, office, act):
        who = {"lodge-remedy": Role.COUNSEL, "undertake": Role.COURT}.get(act, Role.PROSECUTOR)
        office.do(who, act, {"grant": "interview", "lodge-remedy": "P1"}.get(act, ""), text="said", reasons="r")
        with pytest.raises(FormError, match="holds no words that may be erased"):
            erase(office, last(office))

    @pytest.mark.parametrize("entry", ["", "99", "-1", "one"])
    def test_nor_what_is_not_there(self, office, entry):
        with pytest.raises(FormError, match="entry"):
            erase(office, entry)

    def test_nor_what_would_uncover_something_set_apart_behind_it(self, office):
        for text in ("a letter", "what a witness said"):
            office.do(Role.CLERK, "enter", adds={"events": [{"on": "2026-03-02", "text": text}]})
        office.do(Role.CLERK, "set-apart", "event-1", into="protected-identity")
        assert "compartment" in hurdles(erase(office, "1"))


class TestWhoDecides:
    def test_the_court_alone_does_not(self, office):
        office.do(Role.COUNSEL, "submit", "P1", text="x")
        assert "role" in hurdles(erase(office, last(office), who=Role.COURT))

    def test_nor_without_reasons_basis_or_witness(self, office):
        office.do(Role.COUNSEL, "submit", "P1", text="x")
        entry = last(office)
        barred = office.do(Role.CENTRAL_AUTHORITY, "erase", entry=entry, basis=BASIS)
        assert "reasons" in hurdles(barred)
        with pytest.raises(FormError, match="basis"):
            office.do(Role.CENTRAL_AUTHORITY, "erase", entry=entry, reasons="x")
        office.witnessed = False
        assert "witness" in hurdles(erase(office, entry))

    def test_somebody_else_must_agree(self, office):
        office.do(Role.COUNSEL, "submit", "P1", text="x")
        erase(office, last(office))
        again = office.do(Role.PROSECUTOR, "confirm", next(iter(office.dossier.proposals)))
        assert isinstance(again, Barred)
