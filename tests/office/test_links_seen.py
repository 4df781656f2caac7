"""What of a link is seen: that it waits by those who see the file, its words by those who may, nothing by others."""

from dataclasses import replace
from typing import Any

import pytest

from rogatory.law.acts import Role
from rogatory.linkage.model import By
from rogatory.office.folds.linking import LinkState
from rogatory.office.perform import Barred, Done
from rogatory.office.seen.portion import portion
from rogatory.people.mandates import ONLY_FOR_A_REGISTER, Compartment, Mandate, stream_of
from rogatory.registers.model import RegisterKind
from tests.office.links import (
    MUST,
    REFUGEE,
    SAME,
    WORDS,
    a_link,
    confirm,
    dismiss,
    open_link,
    screen,
    the_link,
    with_grant,
)
from tests.office.simulator import START, Office, hurdles, simple_file

CA, PROSECUTOR, COURT = Role.CENTRAL_AUTHORITY, Role.PROSECUTOR, Role.COURT
TWO = {
    "title": "Two persons",
    "request": {"kind": "mla", "requesting_state": "DE", "requested_state": "BE", "received": "2026-03-01"},
    "persons": [{"id": "P1", "name": "A. B."}, {"id": "P2", "name": "C. D."}],
    "measures": [{"id": "interview", "type": "interview", "persons": ["P1", "P2"]}],
    "packages": ["record"],
}


@pytest.fixture
def office(law) -> Office:
    made = Office(law)
    assert isinstance(made.register(simple_file()), Done)
    return made


class TestAClosedCompartment:
    """Who may not open the register's compartment: decides nothing, and is told the same of every register."""

    KINDS = (RegisterKind.PROTECTION, RegisterKind.VICTIMS, RegisterKind.DEFENDERS)

    @pytest.mark.parametrize("kind", KINDS)
    def test_nobody_decides_a_link_they_have_not_read(self, office, kind):
        screen(office, a_link(kind))
        link = the_link(office)
        assert hurdles(confirm(office, link)) == {"compartment"}
        assert hurdles(dismiss(office, link)) == {"compartment"}
        assert isinstance(confirm(office, link, with_grant(office, PROSECUTOR)), Done)

    def test_nobody_agrees_to_a_dismissal_of_what_they_have_not_read(self, office):
        screen(office, a_link())
        link = the_link(office)
        assert hurdles(dismiss(office, link, with_grant(office, PROSECUTOR), COURT)) == {"compartment"}

    def test_what_bars_them_is_told_in_the_same_words_for_every_register(self, law):
        told = set()
        for kind in self.KINDS:
            office = Office(law)
            office.register(simple_file())
            screen(office, a_link(kind))
            barred = confirm(office, the_link(office))
            assert isinstance(barred, Barred)
            told.add(barred.obstacles)
        assert len(told) == 1

    @pytest.mark.parametrize("kind", KINDS)
    def test_they_see_that_a_link_of_this_band_waits_and_nothing_else(self, office, kind):
        screen(office, a_link(kind))
        seen = portion(office.dossier, office.people[PROSECUTOR][0].mandates)
        (link,) = seen.links
        assert (link.band, link.state, link.told, link.took) == (MUST, LinkState.OPEN, None, ())
        assert link.name == "link-1-1"

    @pytest.mark.parametrize("kind", KINDS)
    def test_who_may_open_it_reads_the_words(self, office, kind):
        screen(office, a_link(kind))
        (link,) = portion(office.dossier, with_grant(office, PROSECUTOR).mandates).links
        assert link.told is not None
        assert link.told["says"].endswith(WORDS)

    def test_a_grant_for_another_compartment_does_not_do(self, office):
        screen(office, a_link(RegisterKind.VICTIMS))
        seen = portion(office.dossier, with_grant(office, PROSECUTOR, 1, Compartment.ASYLUM).mandates)
        assert [link.told for link in seen.links] == [None]

    def test_reasons_stand_where_the_link_stands(self, office):
        screen(office, a_link())
        who = with_grant(office, PROSECUTOR)
        office.do(who, "dismiss-link", the_link(office).name, reasons=WORDS, digest="d1")
        confirm(office, the_link(office), who, reasons=WORDS)
        assert WORDS not in repr(shown_to(office, PROSECUTOR))
        assert WORDS in repr(portion(office.dossier, who.mandates).entries)


def shown_to(office: Office, role: Role, person: str = "") -> tuple[Any, ...]:
    """Everything of a portion that is shown: not the case to judge by."""
    case = office.case if role not in ONLY_FOR_A_REGISTER else stream_of("protection")
    seen = portion(office.dossier, (Mandate("reader", role, case, START.date(), person),))
    return seen.case, seen.entries, seen.links


class TestNothingOfALinkReaches:
    """Counsel of another person, the liaison, reviewers, custodians and administrators."""

    OTHERS = (
        (Role.COUNSEL, "P2"), (Role.PERSON_CONCERNED, "P2"), (Role.LIAISON, ""), (Role.REVIEWER, ""),
        (Role.PRIVILEGE_OBSERVER, ""), (Role.ADMINISTRATOR, ""), (Role.STANDING_QUERY, ""), (Role.CUSTODIAN, ""),
    )  # fmt: skip

    @pytest.fixture
    def two(self, law) -> Office:
        made = Office(law)
        assert isinstance(made.register(TWO), Done)
        return made

    @pytest.mark.parametrize("link", [open_link(), a_link(), a_link(RegisterKind.VICTIMS, by=By.PATH)], ids=str)
    @pytest.mark.parametrize(("role", "person"), OTHERS)
    def test_whoever_is_not_meant(self, two, role, person, link):
        who, agrees = with_grant(two, PROSECUTOR), with_grant(two, COURT, 2)
        screen(two, replace(link, proposes=(REFUGEE, replace(SAME, why=WORDS))))
        two.do(COURT, "grant", "interview", reasons="as asked")
        confirm(two, the_link(two), who, takes=["person.refugee_here:P1", "proceeding.same_as_protection"])
        two.do(who, "dismiss-link", the_link(two).name, reasons=WORDS, digest="d1")
        two.do(Role.CLERK, "confirm", next(iter(two.dossier.proposals)))
        two.do(agrees, "confirm", next(iter(two.dossier.proposals)))
        seen = repr(shown_to(two, role, person))
        told = [
            word for word in (WORDS, "link-", "Register ", "house-links", "refugee_here", "must be") if word in seen
        ]
        assert told == []

    def test_of_a_ruling_they_are_told_nothing_of_it(self, two):
        screen(two, open_link())
        ruling = two.do(COURT, "grant", "interview", reasons="as asked").ruling
        other = portion(two.dossier, (Mandate("c", Role.COUNSEL, two.case, START.date(), "P2"),)).told(ruling)
        assert other.verdict is ruling.verdict
        assert "links" not in repr([(n.norm.id, n.norm.source) for n in other.norms]) + repr(other.questions)
        own = portion(two.dossier, (Mandate("c", Role.COUNSEL, two.case, START.date(), "P1"),)).told(ruling)
        assert own == ruling

    def test_counsel_sees_that_a_link_of_the_own_person_waits_and_its_words_once_confirmed(self, two):
        screen(two, open_link())
        held = (Mandate("c", Role.COUNSEL, two.case, START.date(), "P1"),)
        (link,) = portion(two.dossier, held).links
        assert (link.state, link.told) == (LinkState.OPEN, None)
        confirm(two, the_link(two))
        (link,) = portion(two.dossier, held).links
        assert link.told is not None

    def test_counsel_of_the_only_person_sees_what_a_confirmed_link_brought(self, office):
        screen(office, a_link(by=By.PROCEEDING, object="proc", proposes=[SAME]))
        confirm(office, the_link(office), with_grant(office, PROSECUTOR), takes=[SAME.question])
        seen = portion(office.dossier, (Mandate("c", Role.COUNSEL, office.case, START.date(), "P1"),))
        assert [f.question for f in seen.case.findings] == [SAME.question]

    def test_a_link_on_somebody_whose_name_is_protected_is_closed_too(self, two):
        screen(two, open_link())
        two.do(Role.CLERK, "set-apart", "P1", into="protected-identity")
        (link,) = portion(two.dossier, two.people[CA][0].mandates).links
        assert link.told is None
