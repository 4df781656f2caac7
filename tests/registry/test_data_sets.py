"""Files about states on the page and by the API: kept, read, shown row by row, and confirmed by whoever may."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from rogatory.law.acts import Role
from rogatory.people.mandates import state_stream
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import journal
from rogatory.registry.indices import sets
from rogatory.registry.indices.models import Original, Release
from rogatory.registry.states.on_record import record_here
from tests.office.test_recording import TNR
from tests.registry.api import Program
from tests.registry.office import Registry
from tests.registry.test_indices import TABLE

pytestmark = pytest.mark.django_db
CITED = {"edition": "2099", "read_on": "2026-03-02", "licence": "invented"}
HEADS = "incident_id,year,origin_country,incident_type,source_publisher,source_url\n"
ROWS = "i-1,2024,Moldova,detention,A group,example.invalid/1\ni-2,2024,Ruritania,detention,A group,example.invalid/2\n"


@pytest.fixture
def office(settings: Any) -> Registry:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    return Registry.opened()


def signed_in(office: Registry, role: Role) -> Client:
    client = Client(SERVER_NAME="localhost")
    client.force_login(Account.objects.get(public_id=office.accounts[role]))
    return client


def bring(client: Client, kind: str, text: str, coding: str = "utf-8") -> Any:
    file = SimpleUploadedFile("table.csv", text.encode(coding))
    return client.post("/states/data", {"kind": kind, "file": file, **CITED}, follow=True)


class TestATableOfIncidents:
    def test_a_clerk_brings_it_in_and_the_central_authority_enters_what_stands(self, office):
        clerk = signed_in(office, Role.CLERK)
        came = bring(clerk, "incidents", HEADS + ROWS)
        text = came.content.decode()
        assert "detention of persons, how many is not told" in text
        assert "Row 3:" in text
        assert "&#x27;Ruritania&#x27; names no state that is known" in text
        assert "The central authority confirms it." in text
        assert record_here().of("MD") == (), "nothing comes of looking"
        (original,) = Original.objects.all()
        refused = clerk.post(f"/states/data/{original.pk}", {"take": "0"})
        assert refused.status_code == 409
        central = signed_in(office, Role.CENTRAL_AUTHORITY)
        assert central.post(f"/states/data/{original.pk}", {}).status_code == 422, "nothing was chosen"
        done = central.post(f"/states/data/{original.pk}", {"take": "0"}, follow=True)
        assert "Confirmed by" in done.content.decode()
        (entry,) = record_here().of("MD")
        assert (entry.where, entry.read_on) == ("example.invalid/1", date(2026, 3, 2))
        original.refresh_from_db()
        assert original.entries == [journal.entries_of(state_stream("MD"))[-1].seq]
        assert b"".join(central.get(f"/states/data/{original.pk}?file=yes")) == (HEADS + ROWS).encode()

    def test_what_stands_already_is_left_and_what_is_told_otherwise_takes_its_place(self, office):
        account = office.accounts[Role.CENTRAL_AUTHORITY]
        first = sets.keep(account, "incidents", "a.csv", (HEADS + ROWS).encode(), CITED)
        sets.confirm(account, first, {0})
        again = sets.preview(sets.keep(account, "incidents", "a.csv", (HEADS + ROWS).encode(), CITED))
        assert [row.same for row in again.rows] == [True]
        other = sets.keep(
            account, "incidents", "b.csv", (HEADS + ROWS).replace("detention", "rendition").encode(), CITED
        )
        (row,) = sets.preview(other).rows
        assert (row.same, row.standing and row.standing.id) == (False, "md-1")
        sets.confirm(account, other, {0})
        assert [(e.id, e.replaces) for e in record_here().of("MD")] == [("md-2", "md-1")]

    def test_by_the_api_as_on_the_page(self, office):
        def sent(role: Role, **told: str) -> Any:
            asked = urlencode({**CITED, "kind": "incidents", **told})
            file = {"file": SimpleUploadedFile("table.csv", (HEADS + ROWS).encode())}
            program = Program.of(office, role)
            head = {"Authorization": f"Bearer {program.token}"}
            return program.client.post(f"/api/v1/states/data?{asked}", file, headers=head)

        looked = sent(Role.CLERK).json()
        assert [(r["state"], r["opens"], r["same"]) for r in looked["rows"]] == [("MD", [TNR], False)]
        assert [r["row"] for r in looked["refused"]] == [3]
        assert looked["entries"] == []
        assert sent(Role.CLERK, confirm="true", take="0").status_code == 403
        assert len(sent(Role.CENTRAL_AUTHORITY, confirm="true", take="0").json()["entries"]) == 1
        assert [e.id for e in record_here().of("MD")] == ["md-1"]
        assert sent(Role.PROSECUTOR).status_code == 403


class TestARelease:
    def test_it_comes_in_whole_once_it_is_confirmed_and_the_next_says_what_it_changes(self, office):
        central = signed_in(office, Role.CENTRAL_AUTHORITY)
        assert "New: 8." in bring(central, "pts", TABLE, "cp1252").content.decode()
        assert not Release.objects.exists()
        central.post(f"/states/data/{Original.objects.get().pk}", {})
        assert Release.objects.get().licence == "invented"
        text = bring(central, "pts", TABLE.replace("2098,398,4", "2098,398,5"), "cp1252").content.decode()
        assert "New: 0. Changed: 1. Gone: 0. As they stand: 7." in text

    @pytest.mark.parametrize(
        ("kind", "text", "why"),
        [
            ("pts", "what,is,this\n1,2,3\n", "headings"),
            ("incidents", "year\n2024\n", "there is no column incident_id"),
            ("decisions", "{", "it is no JSON"),
        ],
    )
    def test_a_file_of_another_kind_is_not_kept_and_the_mend_is_named(self, office, kind, text, why):
        came = bring(signed_in(office, Role.CLERK), kind, text)
        assert came.status_code == 422
        assert why in came.content.decode()
        assert not Original.objects.exists()


def test_nobody_else_brings_files_in(office):
    for role in (Role.PROSECUTOR, Role.AUDITOR, Role.LIAISON):
        assert signed_in(office, role).get("/states/data").status_code == 404
