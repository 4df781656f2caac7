"""What the person concerned must be told: owed from the act on, given by a notice, and what waits for it."""

from datetime import timedelta

import pytest

from rogatory.law.acts import ACTS, Role
from rogatory.office.errors import FormError
from rogatory.office.folds.owed import departure_from, notices, owed
from rogatory.office.perform import Done
from tests.office import oracle
from tests.office.simulator import Office, hurdles, simple_file

TOLD = {"language": "Russian", "manner": "in-person"}


@pytest.fixture
def office(law):
    made = Office(law)
    made.register(simple_file())
    return made


def depart(office, act="grant", obj="interview"):
    ruling = oracle.ruling_on(office.law, office.dossier, ACTS[act], obj, office.now.date())
    told = {"departs-from": act, "ruling": ruling.hash, "reasons": "the court has held otherwise"}
    office.do(Role.COURT, "depart", **told)
    result = office.do(Role.CENTRAL_AUTHORITY, "confirm", next(iter(office.dossier.proposals)))
    assert isinstance(result, Done)
    return owed(office.dossier, office.now.date())[0].ident


def grant(office):
    return office.do(Role.PROSECUTOR, "grant", "interview", reasons="the court has held otherwise")


def tell(office, ident, **more):
    told = {"on": office.now.date().isoformat(), **TOLD, **more}
    return office.do(Role.COURT, "notify", "P1", **{"told-of": ident}, **told)


class TestADeparture:
    def test_it_opens_nothing_before_the_person_was_told(self, office):
        ident = depart(office)
        assert hurdles(grant(office)) == {"notice"}
        assert isinstance(tell(office, ident), Done)
        assert isinstance(grant(office), Done)

    def test_it_waits_for_a_letter_and_not_for_a_new_fact(self, office):
        """A ruling of another day that says the same is the same; one that rests on something new is not."""
        ident = depart(office)
        office.now += timedelta(days=6)
        tell(office, ident)
        ruling = oracle.ruling_on(office.law, office.dossier, ACTS["grant"], "interview", office.now.date())
        assert departure_from(ruling, office.dossier) is not None
        office.answer("person.refugee_here", "yes", "P1")
        assert "norm" in hurdles(grant(office))

    def test_each_person_is_told(self, office):
        office.do(Role.CLERK, "enter", adds={"persons": [{"id": "P2", "name": "C. D."}]})
        ident = depart(office)
        tell(office, ident)
        assert [n.person for n in owed(office.dossier, office.now.date())] == ["P2"]
        assert hurdles(grant(office)) == {"notice"}

    def test_it_says_what_is_owed_to_whom_and_from_when(self, office):
        ident = depart(office)
        (notice,) = owed(office.dossier, office.now.date())
        assert (notice.ident, notice.act, notice.departs_from, notice.person) == (ident, "depart", "grant", "P1")
        assert (notice.since, notice.bars) == (office.now.date(), True)
        assert owed(office.dossier, office.now.date() - timedelta(days=1)) == ()

    def test_on_the_day_it_was_given_it_is_owed_no_more(self, office):
        ident = depart(office)
        office.now += timedelta(days=2)
        tell(office, ident)
        today = office.now.date()
        assert owed(office.dossier, today) == ()
        assert len(owed(office.dossier, today - timedelta(days=1))) == 1
        assert notices(office.dossier)[0].told is not None


class TestTheNotice:
    @pytest.mark.parametrize(
        ("more", "said"),
        [
            ({"language": ""}, "language"),
            ({"manner": ""}, "manner"),
            ({"on": ""}, "on"),
            ({"on": "soon"}, "no day"),
            ({"on": "2026-03-09"}, "not come yet"),
        ],
    )
    def test_it_names_day_language_and_manner(self, office, more, said):
        ident = depart(office)
        with pytest.raises(FormError, match=said):
            tell(office, ident, **more)

    def test_of_what_is_not_owed_there_is_no_notice(self, office):
        with pytest.raises(FormError, match="no notice"):
            tell(office, "notice-99")

    def test_once_given_it_is_not_given_again(self, office):
        ident = depart(office)
        tell(office, ident)
        with pytest.raises(FormError, match="no notice"):
            tell(office, ident)


def test_a_grant_owes_notice_and_bars_nothing_by_it(office):
    tell(office, depart(office))
    grant(office)
    (notice,) = owed(office.dossier, office.now.date())
    assert (notice.act, notice.bars) == ("grant", False)
