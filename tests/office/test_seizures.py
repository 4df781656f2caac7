"""What is done to a seizure as a whole: sealed, opened, listed, given back, destroyed; and who learns of it."""

from datetime import date, timedelta

import pytest

from rogatory.law.acts import Role
from rogatory.material.certificates import Fate
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.folds.seizures import ENTIRE, certificate_of, seizures_of
from rogatory.office.perform import Done
from rogatory.office.seen.portion import portion
from rogatory.people.mandates import Mandate
from tests.office.simulator import Office, hurdles, simple_file

SEAL = {"seizure": "S-1", "root": "1" * 64, "entries": 3, "files": 2, "bytes": 40, "unreadable": 1, "holder": "P1"}
OPEN = {"present": "the delegate of the bar", "ground": "order 12"}
GONE = {"ground": "Article 28sexies", "witness": "the bailiff"}


@pytest.fixture
def office(law):
    made = Office(law)
    file = simple_file()
    file["persons"].append({"id": "P2", "name": "C. D."})
    assert isinstance(made.register(file), Done)
    return made


@pytest.fixture
def sealed(office):
    assert isinstance(office.do(Role.PROSECUTOR, "seal-material", **SEAL), Done)
    return office


def seized(office):
    return seizures_of(office.entries)["S-1"]


class TestSealed:
    def test_the_entry_holds_the_root_and_nothing_of_what_is_inside(self, sealed):
        found = seized(sealed)
        assert (found.root, found.entries, found.files, found.volume, found.unreadable) == ("1" * 64, 3, 2, 40, 1)
        assert (found.holder, found.place, found.opened) == ("P1", sealed.entries[-1].seq, None)

    @pytest.mark.parametrize(
        ("more", "problem"),
        [
            ({"seizure": ""}, "it is missing"),
            ({"seizure": "../etc"}, "is no name"),
            ({"seizure": "S-2", "root": "ABC"}, "is no digest"),
            ({"seizure": "S-2", "entries": 0}, "is no number"),
            ({"seizure": "S-2", "bytes": "many"}, "is no number"),
            ({"seizure": "S-2", "holder": " "}, "it is missing"),
            ({}, "sealed already, with this root"),
            ({"root": "2" * 64}, "sealed already, with another root"),
        ],
    )
    def test_what_is_no_seal_says_why(self, sealed, more, problem):
        with pytest.raises(FormError, match=problem):
            sealed.do(Role.PROSECUTOR, "seal-material", **{**SEAL, **more})

    def test_a_judge_opens_it_once_in_the_presence_of_somebody(self, sealed):
        for part in OPEN:
            with pytest.raises(FormError, match="it is missing"):
                sealed.do(Role.COURT, "open-seal", "S-1", **{**OPEN, part: ""})
        assert hurdles(sealed.do(Role.COURT, "open-seal", "S-1", seen=0, **OPEN)) == {"stale"}
        assert isinstance(sealed.do(Role.COURT, "open-seal", "S-1", **OPEN), Done)
        assert (seized(sealed).opened.present, seized(sealed).opened.by) == ("the delegate of the bar", "court-1")
        with pytest.raises(UnknownObjectError):
            sealed.do(Role.COURT, "open-seal", "S-1", **OPEN)


class TestChallenged:
    """What somebody lodged, or a court ordered, and what of the seizure waits for it; each with what says so."""

    @pytest.mark.parametrize(
        ("kind", "opens", "returns"),
        [
            ("lifting", False, True),
            ("regularity", False, True),
            ("", False, True),
            ("file-access", True, True),
            ("third-party-opposition", True, False),
        ],
    )
    def test_while_the_seizure_is_challenged_its_seal_stays(self, sealed, kind, opens, returns):
        capacity = {"capacity": "third party with a right"} if kind == "third-party-opposition" else {}
        sealed.do(Role.COUNSEL, "lodge-remedy", "P1", text="appeal", kind=kind, **capacity)
        opening = sealed.do(Role.COURT, "open-seal", "S-1", **OPEN)
        assert isinstance(opening, Done) == opens
        if not opens:
            (why,) = opening.obstacles
            assert (why.hurdle.value, why.source.split(",")[0]) == ("hold", "Policy of this system")
            assert "runs since" in why.text
        returned = sealed.do(Role.COURT, "return-material", "S-1", things=["a telephone"], **GONE)
        assert isinstance(returned, Done) == returns

    def test_a_court_orders_that_it_is_neither_opened_nor_given_back(self, sealed):
        acts = ["open-seal", "return-material", "destroy-material"]
        told = {"body": "court of the requested state", "acts": acts, "source": "KI 12", "text": "it waits"}
        assert isinstance(sealed.do(Role.COURT, "order-stay", "", **told), Done)
        assert hurdles(sealed.do(Role.COURT, "open-seal", "S-1", **OPEN)) == {"hold"}
        assert hurdles(sealed.do(Role.COURT, "return-material", "S-1", **GONE)) == {"hold"}
        gone = {"ground": "order 14", "method": "overwritten", "reasons": "outside"}
        assert hurdles(sealed.do(Role.COURT, "destroy-material", "S-1", **gone)) == {"hold"}


class TestInventory:
    def test_the_time_to_object_is_over_the_day_after_its_last_day(self, sealed):
        last = sealed.now.date() + timedelta(days=10)
        assert not seized(sealed).time_to_object_is_over(["P1"], date(2099, 1, 1)), "nobody was asked"
        sealed.do(Role.COURT, "give-inventory", "P1", until=last.isoformat())
        assert not seized(sealed).time_to_object_is_over(["P1"], last)
        assert seized(sealed).time_to_object_is_over(["P1"], last + timedelta(days=1))

    def test_where_the_holder_is_nobody_of_the_case_everybody_is_asked(self, office):
        office.do(Role.PROSECUTOR, "seal-material", **{**SEAL, "holder": "a landlord"})
        until = (office.now.date() + timedelta(days=10)).isoformat()
        office.do(Role.COURT, "give-inventory", "P1", until=until)
        assert not seized(office).time_to_object_is_over(["P1", "P2"], date(2099, 1, 1))
        office.do(Role.COURT, "give-inventory", "P2", until=until)
        assert seized(office).time_to_object_is_over(["P1", "P2"], date(2099, 1, 1))

    def test_a_part_of_it_asks_about_that_part_alone(self, sealed):
        until = (sealed.now.date() + timedelta(days=10)).isoformat()
        sealed.do(Role.COURT, "give-inventory", "P2", until=until, items=["a" * 64])
        assert seized(sealed).listed_for("P2", "a" * 64)
        assert not seized(sealed).listed_for("P2", "b" * 64)
        sealed.do(Role.COURT, "give-inventory", "P1", until=until, items=["a" * 64])
        assert not seized(sealed).time_to_object_is_over(["P1"], date(2099, 1, 1))

    @pytest.mark.parametrize(
        "more",
        [{"until": "soon"}, {"until": "2026-03-02"}, {"items": ["x"]}, {"items": ["a" * 64] * 2}, {"seizure": "S-9"}],
    )
    def test_what_is_no_inventory_is_refused(self, sealed, more):
        with pytest.raises(FormError):
            sealed.do(Role.COURT, "give-inventory", "P1", **{"until": "2026-04-01", **more})


class TestGone:
    def test_returned_with_a_certificate(self, sealed):
        assert isinstance(sealed.do(Role.COURT, "return-material", "S-1", things=["a telephone"], **GONE), Done)
        told = certificate_of(sealed.entries[-1], seized(sealed))
        assert (told.fate, told.things, told.holder, told.witness) == (
            Fate.RETURNED, ("a telephone",), "P1", "the bailiff")  # fmt: skip
        assert "Certificate of return case-1/S-1/" in told.text()
        assert not seized(sealed).whole_gone

    def test_without_things_it_covers_everything_and_nothing_is_left(self, sealed):
        sealed.do(Role.COURT, "return-material", "S-1", **GONE)
        assert certificate_of(sealed.entries[-1], seized(sealed)).things == (ENTIRE,)
        assert seized(sealed).whole_gone
        with pytest.raises(UnknownObjectError):
            sealed.do(Role.COURT, "open-seal", "S-1", **OPEN)

    def test_destroyed_by_two_and_the_second_saw_it(self, sealed):
        one = {"sha256": "2" * 64, "blake3": "3" * 64, "size": 9}
        told = {"ground": "order 14", "method": "overwritten, backups too", "contents": [one], "reasons": "outside"}
        assert sealed.do(Role.COURT, "destroy-material", "S-1", **told).waits
        (proposal,) = sealed.dossier.proposals
        assert isinstance(sealed.do(Role.CENTRAL_AUTHORITY, "confirm", proposal), Done)
        made = certificate_of(sealed.entries[-1], seized(sealed))
        assert (made.fate, made.witness, made.method) == (Fate.DESTROYED, "central_authority-1", told["method"])
        assert made.contents[0].sha256 == "2" * 64

    def test_nothing_is_destroyed_while_a_remedy_runs(self, sealed):
        sealed.do(Role.COUNSEL, "lodge-remedy", "P1", text="appeal")
        told = {"ground": "order 14", "method": "overwritten", "reasons": "outside the request"}
        assert hurdles(sealed.do(Role.COURT, "destroy-material", "S-1", **told)) == {"hold"}

    @pytest.mark.parametrize("more", [{"ground": ""}, {"contents": [{"sha256": "x"}]}, {"contents": "all"}])
    def test_a_certificate_says_enough(self, sealed, more):
        with pytest.raises(FormError):
            sealed.do(Role.COURT, "return-material", "S-1", **{**GONE, **more})


class TestWhoLearnsOfIt:
    @pytest.mark.parametrize(
        ("role", "person", "sees"),
        [
            (Role.CLERK, "", True),
            (Role.REVIEWER, "", True),
            (Role.COUNSEL, "P1", True),
            (Role.COUNSEL, "P2", False),
            (Role.LIAISON, "", False),
        ],
    )
    def test_of_a_seizure_from_somebody_else_a_person_learns_nothing(self, sealed, role, person, sees):
        sealed.do(Role.COURT, "open-seal", "S-1", **OPEN)
        held = [Mandate("x", role, sealed.case, date(2026, 1, 1), person)]
        told = [e.act for e in portion(sealed.dossier, held).entries]
        assert ({"seal-material", "open-seal"} <= {*told}) is sees
        assert ("seal-material" in told) is sees

    def test_until_an_inventory_lists_it_for_them(self, sealed):
        held = [Mandate("x", Role.COUNSEL, sealed.case, date(2026, 1, 1), "P2")]
        sealed.do(Role.COURT, "give-inventory", "P2", until="2026-04-01", items=["a" * 64])
        told = {e.act for e in portion(sealed.dossier, held).entries}
        assert {"seal-material", "give-inventory"} <= told

    def test_a_protected_name_in_it_is_masked(self, office):
        office.do(Role.PROSECUTOR, "seal-material", **{**SEAL, "holder": "the office of C. D."})
        office.do(Role.CLERK, "set-apart", "P2", into="protected-identity")
        held = [Mandate("x", Role.CLERK, office.case, date(2026, 1, 1))]
        (entry,) = [e for e in portion(office.dossier, held).entries if e.act == "seal-material"]
        assert entry.fields["seals"]["holder"] == "the office of P2"
