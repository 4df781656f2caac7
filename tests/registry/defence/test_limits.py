"""The time limits a person and counsel are told of: what they can do, what others must do, and until when."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.law.time_limits import starting
from rogatory.law.time_limits.rules import RULES
from rogatory.office.folds.dossier import fold
from rogatory.office.folds.limits import limits
from rogatory.office.folds.owed import due
from rogatory.registry.defence.limits import SAID, until
from rogatory.registry.defence.models import Chosen
from rogatory.registry.defence.wording import table
from tests.registry.defence.conftest import Door, file_of
from tests.registry.test_limits import order

PERSON, COUNSEL, THIRD = Role.PERSON_CONCERNED, Role.COUNSEL, Role.INTERVENER
APPEAL = "Go to a higher court against this"


def ruled(door: Door) -> str:
    """What was asked of a judge was dismissed, and nobody was told; the name of the remedy."""
    door.send(COUNSEL, "lifting", text="give it back")
    name = next(iter(fold(door.entries).remedies))
    door.do(Role.CLERK, "register-remedy", name, number="KI 7")
    door.do(Role.COURT, "decide-remedy", name, outcome="dismissed", reasons="unfounded")
    return name


def told(door: Door) -> None:
    """Everything that is owed to the person was handed over today, which nothing kept in the case proves."""
    day = timezone.localdate()
    for notice in due(fold(door.entries), timezone.localdate()):
        form = {"told-of": notice.ident, "on": day.isoformat(), "language": "French", "manner": "in-person"}
        done = door.do(Role.COURT, "notify", notice.person, **form)
        assert not hasattr(done.result, "obstacles")


def limit(door: Door, rule: str) -> Any:
    return next(one for one in limits(fold(door.entries)) if one.deadline.rule.id == rule)


class TestThePersonIsTold:
    def test_that_nothing_runs_before_the_ruling_was_served(self, door):
        ruled(door)
        page = door.get(PERSON)
        assert APPEAL in page
        assert "this time has not begun: you were not served" in page
        assert "Nothing was served, so the time does not run." in page
        assert page.index(APPEAL) < page.index("What others must do") < page.index("You are told what was decided")

    def test_until_when_they_can_act_and_how_that_day_was_counted(self, door):
        ruled(door)
        told(door)
        page = door.get(COUNSEL)
        assert "15 days left" in page or "16 days left" in page or "17 days left" in page
        assert page.index(APPEAL) < page.index("How this day is counted")
        assert "Last day: " in page

    def test_that_a_day_that_is_over_without_proof_of_service_may_still_run(self, door):
        ruled(door)
        told(door)
        later = timezone.localdate() + timedelta(days=60)
        said = until(limit(door, "be-61quater-appeal").deadline, later, "en")
        assert said.endswith("(This day is over. The time may still run: ask your lawyer at once.)")

    def test_what_others_must_do_and_that_they_are_late(self, door):
        door.send(COUNSEL, "lifting", text="give it back")
        name = next(iter(fold(door.entries).remedies))
        assert "the last day is not known" in door.get(PERSON), "it runs from the register of the court"
        door.do(Role.CLERK, "register-remedy", name, number="KI 7")
        page = door.get(PERSON)
        assert "The judge or the prosecutor decides what you asked for" in page
        assert "About: " in page

    def test_that_no_limit_is_known_and_to_ask_all_the_same(self, door):
        page = door.get(PERSON)
        assert "No time limit of yours is known here now." in page
        assert "counted here yet" not in page

    @pytest.mark.parametrize(
        ("language", "says"),
        [
            ("fr", "Aller devant une cour plus haute contre cela"),
            ("nl", "Hiertegen naar een hogere rechter gaan"),
            ("ru", "Подать жалобу в высший суд"),
        ],
    )
    def test_in_their_language(self, door, language, says):
        ruled(door)
        Chosen.objects.create(account=door.office.accounts[PERSON], language=language)
        page = door.get(PERSON)
        assert says in page
        assert ('<ol lang="en">' in page) == (language == "ru"), "the law is worded in English for whom it must be"

    def test_nothing_of_what_binds_the_office_alone(self, door):
        door.case = door.office.register(order(days_ago=60))
        door.office.mandate(PERSON, door.case)
        page = door.get(PERSON)
        assert "No time limit of yours is known here now." in page
        assert "Article 12" not in page

    def test_nothing_of_another_person(self, door):
        ruled(door)
        case = door.office.register(file_of("P2"))
        given = {"account": door.office.accounts[PERSON], "role": PERSON.value, "since": "2026-01-01", "person": "P2"}
        door.office.do(Role.CLERK, "give-mandate", case, mandate=given)
        door.office.mandate(COUNSEL, case)
        door.case = case
        ruled(door)
        assert APPEAL in door.get(COUNSEL)
        assert APPEAL not in door.get(PERSON)


def test_every_limit_that_can_start_for_a_person_has_words_of_its_own():
    tables = (starting.OF_A_GRANT, starting.OF_A_LODGING, starting.OF_A_REGISTRATION, starting.OF_A_RULING)
    started = {rule for one in tables for rules in one.values() for rule in rules}
    started |= {*starting.OPPOSITION.values(), *starting.OF_A_FINAL_RULING}
    assert started - set(SAID) == set()
    assert set(SAID) <= set(RULES)
    assert {f"limit.{word}" for word in (*SAID.values(), "other")} == {k for k in table("en") if k.startswith("limit.")}
