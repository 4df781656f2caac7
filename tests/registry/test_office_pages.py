"""The law packs and the office itself, as administrators see them; and a change of the law, as the journal tells it."""

from collections.abc import Mapping
from typing import Any

import pytest
from django.urls import reverse

from rogatory.deployment import law_in_force
from rogatory.law.acts import Role
from rogatory.law.packs.library import BUILT_IN
from rogatory.registry.cases import door, journal
from tests.registry.api import Program
from tests.registry.office import Registry, founding_file
from tests.registry.test_people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(settings) -> Registry:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    return Registry.opened()


@pytest.fixture
def chief(office):
    return signed_in(office.accounts[Role.ADMINISTRATOR])


def test_every_pack_in_force_is_shown_with_its_source_and_its_hash(office, chief):
    page = chief.get(reverse("office_packs")).content.decode()
    assert law_in_force.law_in_force().hash in page
    told = Program.of(office, Role.ADMINISTRATOR).get("/office/packs").json()
    assert [p["id"] for p in told] == [p.id for p in law_in_force.law_in_force().packs]
    assert all(sum(p["checks"].values()) == p["norms"] for p in told)
    assert len({p["hash"] for p in told}) == len(told)
    assert all(f'href="/law?pack={p["id"]}"' in page for p in told)


def test_the_office_is_told_from_its_configuration_keys_and_law(office, chief, settings):
    settings.OFFICE, settings.STATE = "Central authority", "BE"
    told: Mapping[str, Any] = Program.of(office, Role.ADMINISTRATOR).get("/office").json()
    page = chief.get(reverse("office")).content.decode()
    for name in ("name", "state", "address", "journal", "key", "data", "database", "version", "law"):
        assert str(told[name]).replace("+", "&#x2B;") in page or str(told[name]) in page, name
    assert (told["quorum"], told["witnesses"]) == ("none", [])
    assert "not told" not in page


def test_a_change_of_the_law_in_force_is_seen_in_the_entries(office, monkeypatch):
    case = office.register(founding_file())

    def law_of_entry() -> str:
        outcome = office.do(Role.PROSECUTOR, "grant", case, "search", reasons="asked for")
        return str(outcome.result.entry.fields["law"])

    before = law_of_entry()
    assert before == law_in_force.law_in_force().hash
    other = law_in_force.assemble(pack for pack in BUILT_IN if pack.id != "pace")
    monkeypatch.setattr(door, "law_in_force", lambda: other)
    assert law_of_entry() == other.hash != before
    assert [e.fields["law"] for e in journal.entries_of(case) if e.act == "attempt-barred"] == [before, other.hash]
