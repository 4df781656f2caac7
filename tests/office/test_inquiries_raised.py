"""What a confirmed link raises by itself: it must be taken up or refused, and tells no more than its words may."""

from dataclasses import replace

import pytest

from rogatory.examination.inquiries.allegations import Origin, Standing
from rogatory.examination.inquiries.steps import Step
from rogatory.law.acts import Role
from rogatory.linkage.model import Proposal
from rogatory.office.folds.inquiries import allegations_of
from rogatory.office.folds.limits import limits
from rogatory.office.perform import Done
from rogatory.office.seen.inquiries_seen import inquiries_seen
from rogatory.office.seen.portion import portion
from rogatory.registers.model import RegisterKind
from tests.office.inquiring import (
    COUNSEL,
    COURT,
    PROSECUTOR,
    answers,
    concluded,
    held,
    investigated,
    raised,
    taken_up,
    the,
)
from tests.office.links import SAME, confirm, dismiss, open_link, screen, the_link, with_grant
from tests.office.simulator import Office, simple_file

TORTURED = Proposal("person.past_ill_treatment", "P1", "yes", "substantial", "the entry tells of torture")


@pytest.fixture
def office(law) -> Office:
    made = Office(law)
    made.register(simple_file())
    return made


class TestALinkRaisesIt:
    def test_once_it_is_confirmed_and_holds_until_it_is_settled(self, office):
        name = raised(office)
        one = the(office, name)
        assert (one.origin, one.standing, one.person) == (Origin.SYSTEM, Standing.WAITS, "")
        assert held(office, "grant", "interview")
        (limit,) = [one for one in limits(office.dossier) if one.about == name]
        assert limit.deadline.rule.id == "house-allegation-taken-up"
        taken_up(office, name)
        assert answers(office, "repression.alleged") == [(("yes",), "established")]
        investigated(office, name)
        assert isinstance(concluded(office, name), Done)
        assert not held(office, "grant", "interview")

    def test_or_is_refused_with_reasons(self, office):
        name = raised(office)
        told = {"outcome": "refused", "reasons": "the same is investigated already"}
        assert office.do(PROSECUTOR, "conclude-inquiry", name, **told).waits
        office.do(COURT, "confirm", list(office.dossier.proposals)[-1])
        assert the(office, name).standing is Standing.REFUSED

    def test_not_before_that_nor_by_what_it_only_asks(self, office):
        screen(office, open_link(proposes=(SAME,)))
        assert allegations_of(office.dossier) == {}
        confirm(office, the_link(office), by=Role.CENTRAL_AUTHORITY)
        assert allegations_of(office.dossier) == {}, "nothing it proposes was taken over"

    def test_and_no_more_once_it_is_dismissed_unless_somebody_took_it_up(self, office):
        raised(office)
        dismiss(office, the_link(office))
        assert allegations_of(office.dossier) == {}

    def test_it_tells_an_official_to_whom_its_words_are_closed_nothing_but_which_link(self, office):
        raised(office, RegisterKind.VICTIMS, TORTURED)
        for role, opens in ((PROSECUTOR, False), (COURT, True)):
            held_ = with_grant(office, role).mandates if opens else office.people[role][0].mandates
            seen = portion(office.dossier, held_)
            (one,) = inquiries_seen(office.dossier, seen, held_, office.now)
            assert one.allegation.torture is opens
            assert any(line.rule.step is Step.EXPERT for line in one.steps) is opens

    def test_whoever_stands_beside_somebody_else_is_told_nothing_of_it(self, law):
        office, file = Office(law), simple_file()
        office.register({**file, "persons": [*file["persons"], {"id": "P2", "name": "C. D."}]})
        name = raised(office, RegisterKind.VICTIMS, replace(TORTURED, about="P2"), object="P2")
        office.do(PROSECUTOR, "investigate-repression", "P2", allegation=name)
        office.do(PROSECUTOR, "inquire", name, step="evidence", text="the report on the brother")
        held_ = office.people[COUNSEL][0].mandates
        seen = portion(office.dossier, held_)
        assert inquiries_seen(office.dossier, seen, held_, office.now) == ()
        assert "the report on the brother" not in repr(seen.entries)
