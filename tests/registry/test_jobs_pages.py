"""Upkeep on screen: an auditor and an administrator ask for long work, see how far it is, and learn no content."""

import re
import subprocess
import sys
import zipfile
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

import rogatory.verifiers
from rogatory.law.acts import Role
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases.models import MandateCopy
from rogatory.registry.jobs import queue
from rogatory.registry.jobs.models import Job, State
from rogatory.registry.jobs.words import DAMAGES
from rogatory.registry.jobs.worker import Worker
from rogatory.registry.ledger import guards
from rogatory.registry.ledger.damage import Damage
from rogatory.registry.ledger.models import Entry, Head
from tests.registry.office import Registry, founding_file

pytestmark = pytest.mark.django_db(transaction=True)
SOUND = {"sound": True, "entries": 3, "root": "00", "erased": 0, "damages": 0, "found": []}
OF_THE_CASE = ("B.J.", "Kazakhstan", "refugee", "Le Vif", "embezzlement")


@pytest.fixture
def office(settings) -> Registry:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    made = Registry.opened()
    made.register(founding_file())
    return made


def signed_in(office: Registry, role: Role) -> Client:
    client = Client(SERVER_NAME="localhost")
    client.force_login(
        Account.objects.get(public_id=office.accounts[role]), "allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def asks(office: Registry, role: Role, kind: str) -> tuple[Client, str]:
    """Ask for it; who asked, and the address of the page that follows."""
    client = signed_in(office, role)
    answer = client.post("/jobs/", {"kind": kind})
    assert answer.status_code == 302
    return client, answer["Location"]


def text(client: Client, address: str, **headers: str) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    page = answer.content.decode()
    main = page[page.index("<main") : page.index("</main")] if "<main" in page else page
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMINISTRATOR])
def test_an_audit_says_that_the_journal_is_sound_and_nothing_it_holds(office, role):
    client, address = asks(office, role, "audit")
    assert "It waits" in text(client, address)
    Worker().once()
    page = text(client, address)
    assert f"The journal is sound: {Entry.objects.count()} entries" in page
    assert not [word for word in OF_THE_CASE if word in page]


def test_an_audit_names_the_damage_and_where_and_nothing_it_holds(office):
    guards.remove(connection)
    try:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE ledger_secret SET value = %s WHERE seq = 1", [b'"Kazakhstan"'])
    finally:
        guards.install(connection)
    client, address = asks(office, Role.AUDITOR, "audit")
    Worker().once()
    page = text(client, address)
    assert "The journal is damaged in" in page
    assert f"{DAMAGES['secret']} Entries or states: 1" in page
    assert not [word for word in OF_THE_CASE if word in page]


def test_every_kind_of_damage_has_its_words():
    assert set(DAMAGES) == {kind.value for kind in Damage}


def test_what_is_exported_verifies_outside_and_shows_no_value(office, tmp_path):
    client, address = asks(office, Role.AUDITOR, "export")
    assert client.get(f"{address}/file").status_code == 404, "not yet"
    Worker().once()
    assert "no value of any case" in text(client, address)
    answer = client.get(f"{address}/file")
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    data = answer.getvalue()
    assert b"Kazakhstan" not in data
    with zipfile.ZipFile(BytesIO(data)) as bundle:
        assert not any(b"Kazakhstan" in bundle.read(name) for name in bundle.namelist())
        bundle.extractall(tmp_path)
    verifier = Path(rogatory.verifiers.__file__).parent / "verify_journal.py"
    done = subprocess.run(
        [sys.executable, "-I", str(verifier), str(tmp_path / "journal")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout

    other = signed_in(office, Role.ADMINISTRATOR)
    assert other.get(address).status_code == 200
    assert other.get(f"{address}/file").status_code == 404, "for whoever asked for it alone"
    office.do(Role.ADMINISTRATOR, "dismiss", "", mandate_of(office, Role.AUDITOR))
    assert client.get(f"{address}/file").status_code == 404, "and only while they may ask for it"


def mandate_of(office: Registry, role: Role) -> str:
    return MandateCopy.objects.get(account=office.accounts[role], case="").ident


def test_lists_are_made_anew_for_an_administrator_with_real_counts(office):
    office.register()
    client, address = asks(office, Role.ADMINISTRATOR, "rebuild")
    Worker().once()
    assert "2 cases were made anew." in text(client, address)


@pytest.mark.parametrize(
    ("role", "kind"),
    [(Role.ADMINISTRATOR, "export"), (Role.AUDITOR, "rebuild"), (Role.AUDITOR, "judge"), (Role.CLERK, "audit"),
     (Role.AUDITOR, ""), (Role.COUNSEL, "audit")],
)  # fmt: skip
def test_nobody_asks_for_what_is_not_theirs_to_ask(office, role, kind):
    assert signed_in(office, role).post("/jobs/", {"kind": kind}).status_code == 404
    assert not Job.objects.exists()


def test_an_auditor_sees_what_they_asked_for_and_an_administrator_everything(office):
    _, mine = asks(office, Role.ADMINISTRATOR, "audit")
    auditor, theirs = asks(office, Role.AUDITOR, "audit")
    queue.ensure(["witness"], timezone.now())
    assert auditor.get(mine).status_code == 404
    assert "What is due by itself" not in text(auditor, "/jobs/")
    administrator = signed_in(office, Role.ADMINISTRATOR)
    assert administrator.get(theirs).status_code == 200
    assert "Have witnesses sign the journal" in text(administrator, "/jobs/")


def test_how_far_it_is_is_counted_and_asked_for_again_by_the_script_or_by_a_link(office):
    client, address = asks(office, Role.AUDITOR, "audit")
    number = int(address.rpartition("/")[2])
    began = timezone.now() - timedelta(seconds=2)
    Job.objects.filter(pk=number).update(state=State.RUNNING, began_at=began, beat_at=began, done=412, of=1380)
    page = client.get(address).content.decode()
    assert '<progress value="412" max="1380">' in page
    assert "412 of 1380" in page
    assert f'<a href="{address}">Look again</a>' in page
    assert 'hx-trigger="every 1s"' in page
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert part.startswith('<div id="standing"')
    assert "412 of 1380" in part

    Job.objects.filter(pk=number).update(began_at=timezone.now())
    assert "<progress" not in client.get(address).content.decode(), "what is done within a second needs no bar"
    Job.objects.filter(pk=number).update(state=State.DONE, ended_at=began, result=SOUND)
    assert "hx-trigger" not in client.get(address).content.decode(), "what is done is not asked for again"


def test_a_failure_is_shown_to_the_administrator_who_has_it_tried_again(office):
    queue.ensure(["witness"], timezone.now())
    job = queue.claim("w", ["witness"], timezone.now())
    assert job
    queue.fail(job, "witness w0 could not be asked", timezone.now())
    client = signed_in(office, Role.ADMINISTRATOR)
    assert "failed once witness w0 could not be asked" in text(client, "/jobs/")
    assert "Try again now" in text(client, f"/jobs/{job.pk}")
    client.post(f"/jobs/{job.pk}")
    assert queue.claim("w", ["witness"], timezone.now())


def test_a_closed_journal_and_a_missing_worker_are_said_first(office):
    client = signed_in(office, Role.AUDITOR)
    assert "Nobody is at work" in text(client, "/jobs/")
    Worker().once()
    assert "Nobody is at work" not in text(client, "/jobs/")
    Head.objects.update(alarm="witness w0 knows 12 entries of this journal, its database only 9")
    assert "witness w0 knows 12 entries" in text(client, "/jobs/")


def test_upkeep_stands_in_the_menu_of_those_who_may_look_there_and_of_nobody_else(office):
    shown = {role for role in (Role.AUDITOR, Role.ADMINISTRATOR, Role.CLERK, Role.COURT)
             if 'href="/jobs/"' in signed_in(office, role).get("/").content.decode()}  # fmt: skip
    assert shown == {Role.AUDITOR, Role.ADMINISTRATOR}
