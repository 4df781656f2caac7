"""The reading copies are what the journal makes of them, and can be made anew from nothing."""

from contextlib import suppress
from random import Random
from typing import Any

import pytest
from django.db import transaction

from rogatory.law.acts import Role
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.registry.cases import door
from rogatory.registry.cases.models import CaseCopy, DayCopy, MandateCopy, SeenCopy
from rogatory.registry.cases.rebuild import differences, rebuild
from rogatory.registry.ledger import erasure
from rogatory.registry.ledger.models import Entry, Head
from tests.office.histories import beginning
from tests.registry.office import Registry, founding_file

pytestmark = pytest.mark.django_db

ACTS: list[tuple[Role, str, str, dict[str, Any]]] = [
    (Role.PROSECUTOR, "grant", "interview", {"reasons": "asked"}),
    (Role.PROSECUTOR, "refuse", "search", {"reasons": "a refugee from that state"}),
    (Role.COUNSEL, "lodge-remedy", "P1", {"text": "appeal"}),
    (Role.COURT, "decide-remedy", "", {"outcome": "dismissed", "final": True, "reasons": "unfounded"}),
    (Role.PROSECUTOR, "find", "", {"question": "person.refugee_here", "answer": "yes", "about": "P1", "source": "s"}),
    (Role.PROSECUTOR, "withdraw-finding", "f1", {"reasons": "another person"}),
    (Role.CLERK, "enter", "", {"adds": {"persons": [{"id": "P7", "name": "Élodie Š."}]}}),
    (Role.CENTRAL_AUTHORITY, "close", "", {}),
    (Role.PROSECUTOR, "postpone", "interview", {"reasons": "own proceedings"}),
    (Role.CLERK, "end-mandate", "mandate-1", {}),
    (Role.CLERK, "enter", "", {"adds": {"events": [{"on": "2031-02-03", "text": "Hearing"}]}}),
]


@pytest.fixture
def history() -> Registry:
    """Four cases in which this and that was done, tried and barred."""
    random = Random(11)
    office = Registry.opened()
    files = [founding_file(), beginning("red-notice"), None, None]
    for case in [office.register(file) for file in files]:
        office.mandate(Role.COUNSEL, case)
        if random.random() < 0.5:
            office.mandate(Role.LIAISON, case)
        for role, act, obj, form in random.choices(ACTS, k=8):
            # It is not in every case that everything can be done.
            with suppress(UnknownObjectError, FormError, door.NoSuchCaseError):
                office.do(role, act, case, obj, **form)
        door.look(office.accounts[Role.AUDITOR], case)
    return office


def stored() -> tuple[list[Any], ...]:
    names = ("case", "ident", "account", "role", "person", "since", "until", "compartments")
    cases = [dict(row) for row in CaseCopy.objects.order_by("case").values()]
    mandates = list(MandateCopy.objects.order_by("case", "ident").values_list(*names))
    days = list(DayCopy.objects.values_list("case", "on", "what", "about"))
    return (
        cases,
        mandates,
        days,
        list(SeenCopy.objects.order_by("case", "account").values_list("case", "account", "seq")),
    )


def test_dropped_and_made_anew_they_are_the_same_byte_for_byte(history):
    before = stored()
    assert len(before[0]) == 4
    CaseCopy.objects.all().delete()
    MandateCopy.objects.all().delete()
    DayCopy.objects.all().delete()
    SeenCopy.objects.all().delete()
    told: list[tuple[int, int]] = []
    assert rebuild(lambda done, of: told.append((done, of))) == []
    assert stored() == before
    assert told[-1] == (4, 4)


def test_nothing_differs_after_a_random_history(history):
    assert list(differences()) == []


def test_everything_in_which_a_copy_was_altered_is_told_and_mended(history):
    first, second = CaseCopy.objects.order_by("case")[:2]
    CaseCopy.objects.filter(case=first.case).update(grant="allowed-by-hand", title="another title")
    CaseCopy.objects.filter(case=second.case).delete()
    CaseCopy.objects.create(
        case="2020-000001", title="made up", kind="mla", requesting="KZ", requested="BE", persons="", search="",
        opened_at=first.opened_at, changed_at=first.changed_at, head=1, grant="allowed",
    )  # fmt: skip
    MandateCopy.objects.filter(role=Role.PROSECUTOR.value).update(role=Role.COURT.value)
    DayCopy.objects.create(case=first.case, on="2030-01-01", what="event", about="made up")
    SeenCopy.objects.filter(case=first.case).update(seq=0)
    MandateCopy.objects.create(case="", ident="mandate-99", account="x", role="auditor", since="2026-01-01")
    told = {(d.case, d.what) for d in differences()}
    prosecutor = MandateCopy.objects.get(account=history.accounts[Role.PROSECUTOR])
    assert told == {
        (first.case, "grant"), (first.case, "title"), (second.case, "copy"), ("2020-000001", "copy"),
        ("", prosecutor.ident), ("", "mandate-99"), (first.case, "days that matter"),
        (first.case, "what was seen by whom"),
    }  # fmt: skip
    assert rebuild() == []
    assert list(differences()) == []


def test_a_case_whose_file_was_lawfully_erased_has_no_copy_and_is_named(history):
    case = CaseCopy.objects.order_by("case")[0].case
    seq = Entry.objects.filter(case=case, act="register").get().seq
    with transaction.atomic():
        erasure.erase({seq: ["file"]}, by="a", basis="made up", at=CaseCopy.objects.get(case=case).changed_at)
    assert [d.case for d in rebuild()] == [case]
    assert not CaseCopy.objects.filter(case=case).exists()


def test_a_journal_that_takes_nothing_more_still_makes_copies(history):
    Head.objects.update(alarm="a witness knows more")
    CaseCopy.objects.all().delete()
    assert rebuild() == []
    assert list(differences()) == []
