"""The guard property by every door: no barred act is ever done, whichever way somebody tries it.

The histories of `tests/office/test_guard.py`, on a real database. Each step chooses its door by chance: the pure door
with the registry's beside it, the registry's alone, the API, a page; now and then the command line, and somebody who
only looks. What is then in the journal is checked by the same oracle.

ROGATORY_LONG=1 walks ROGATORY_STEPS steps (else 20,000); ROGATORY_TEST_DATABASE=postgresql does it there.
"""

import json
import os
import random
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
from django.conf import settings as configured
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule, run_state_machine_as_test
from typer.testing import CliRunner

from rogatory.cli.commands import app
from rogatory.deployment.law_in_force import law_in_force
from rogatory.journal.note import Signer, Type
from rogatory.law.acts import Act, Role
from rogatory.linkage.model import Screening
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.filing import CONFIRM, EVERY_ACT
from rogatory.office.folds.dossier import Entry, fold
from rogatory.office.folds.screening import no_registers
from rogatory.office.perform import Attempt, Barred, Done, perform
from rogatory.people.mandates import ONLY_FOR_A_CASE, Actor, Mandate
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import copies, door, journal
from rogatory.registry.ledger import keys, originals
from rogatory.registry.ledger.models import Entry as Row
from rogatory.registry.mailroom import door as mailroom
from tests.office import oracle
from tests.office.crowd import PEOPLE, called
from tests.office.histories import BEGINNINGS, beginning
from tests.office.oracle import TALLY, report
from tests.office.simulator import START
from tests.office.test_guard import LONG, Histories
from tests.registry.access.people import undone
from tests.registry.api import token_of

pytestmark = pytest.mark.django_db
STEPS = int(os.environ.get("ROGATORY_STEPS", "20000"))
DOORS = ("pure", "door", "door", "api", "api", "page")
RECORDS = b"The bailiff handed everything over."
QUIET = ("attempt-barred", "read")
SEEING_NONE = {"admin", "standing", "custodian"}
AS_FIELDS = {"departs-from": "departs_from", "out-of": "out_of", "told-of": "told_of"}


class Clock:
    """The time of the histories, for everything that asks Django."""

    now: ClassVar[datetime] = START


class ByEveryDoor(Histories):
    """One case in a database, and every way to it."""

    case = ""
    proof = originals.digest_of(RECORDS)

    def __init__(self) -> None:
        super().__init__()
        self.block = undone()
        self.block.__enter__()

    def teardown(self) -> None:
        self.block.__exit__(None, None, None)
        witness(seen=True)

    @initialize(seed=st.integers(0, 10**9))
    def register(self, seed: int) -> None:  # type: ignore[override]  # chance is given by the one who calls
        self.chance = random.Random(seed)
        self.law, self.witnessed = law_in_force(), True
        Clock.now = START
        self.case = door.do("clerk-1", "register", "", form={"file": beginning(self.begins)}, at=START).case
        self.entries, self.dossier = [], None  # type: ignore[assignment]
        self.gathered(None)
        persons = {p.id for p in self.dossier.case.persons}
        for account, (mandate,) in ((a, m) for a, m in PEOPLE.items() if len(m) == 1 and m[0].role in ONLY_FOR_A_CASE):
            if (not mandate.person or mandate.person in persons) and not account.endswith("elsewhere"):
                told = {"account": account, "role": mandate.role.value, "since": str(mandate.since)}
                told |= {"person": mandate.person} if mandate.person else {}
                told |= {"until": str(mandate.until)} if mandate.until else {}
                door.do("court-1", "give-mandate", self.case, form={"mandate": told}, at=START)
        self.gathered(None)

    @property
    def now(self) -> datetime:
        """The moment, in the office's time zone."""
        return timezone.localtime(Clock.now)

    @now.setter
    def now(self, moment: datetime) -> None:
        Clock.now = moment

    @property
    def office(self) -> tuple[Mandate, ...]:
        return OFFICE

    @property
    def witnessed(self) -> bool:
        """Whether the journal is witnessed as the policy asks."""
        return self.seen

    @witnessed.setter
    def witnessed(self, seen: bool) -> None:
        self.seen = seen
        witness(seen=seen)

    @rule(person=st.sampled_from(["1", "2"]))
    def counsel_lodges_a_remedy(self, person: str) -> None:
        if not self.dossier.remedies:
            held = (*OFFICE, *oracle.given(self.entries, self.case))
            able = oracle.may(held, f"counse-{person}", ["counsel"], self.case, self.now.date(), f"P{person}")
            there = f"P{person}" in [p.id for p in self.dossier.case.persons]
            self.attempt(f"counse-{person}", EVERY_ACT["lodge-remedy"], f"P{person}", {"text": "appeal"})
            assert bool(self.dossier.remedies) == (able and there), "nothing stands between a person and a remedy"

    @rule(account=st.sampled_from(sorted(PEOPLE)), way=st.sampled_from(["page", "api"]))
    def somebody_looks(self, account: str, way: str) -> None:
        held = (*OFFICE, *oracle.given(self.entries, self.case))
        may = oracle.may(held, account, oracle.WORDS.keys() - SEEING_NONE, self.case, self.now.date(), "")
        TALLY["looked" if may else "kept out", way] += 1
        address = f"/cases/{self.case}/file" if way == "page" else f"/api/v1/cases/{self.case}"
        assert client(account).get(address, headers=bearer(account)).status_code == (200 if may else 404), account
        self.gathered(None)

    @rule(account=st.sampled_from(sorted(PEOPLE)), rare=st.integers(0, 9))
    def somebody_imports_a_case(self, account: str, rare: int) -> None:
        if rare:
            return
        may = oracle.may(OFFICE, account, ["clerk"], "", self.now.date(), "")
        before = Row.objects.filter(act="register").count()
        told = CliRunner().invoke(app, ["import-case", str(FILE), "--as", f"{account}@office.test"])
        assert (Row.objects.filter(act="register").count() - before, told.exit_code) == ((1, 0) if may else (0, 2))
        TALLY["done" if may else "barred", "register"] += 1
        TALLY["by", "command line"] += 1

    def attempt(
        self, account: str, act: Act, obj: str, form: dict[str, Any], seen: int | None = -1,
        matched: Screening | None = None,
    ) -> None:  # fmt: skip
        before = self.dossier
        looked = before.head if seen == -1 else seen
        meant = before.proposals[obj].act if act is CONFIRM and obj in before.proposals else act.id
        way = self.chance.choice(DOORS)
        TALLY["by", way] += 1
        # What matching gives, the registry finds out itself: it keeps no register here.
        matched = no_registers() if matched or act.id == "screen" else None
        outcome = self.pure(account, act, obj, form, looked, matched) if way == "pure" else None
        try:
            if way == "api":
                told = {"object": obj, "form": form, "seen": looked}
                client(account).post(f"/api/v1/cases/{self.case}/acts/{act.id}", json.dumps(told),
                                     content_type="application/json", headers=bearer(account))  # fmt: skip
            elif way == "page":
                told = {"object": obj, "seen": "" if looked is None else looked, **as_fields(form)}
                client(account).post(f"/cases/{self.case}/acts/{act.id}", told)
            else:
                door.do(account, act.id, self.case, obj, form, seen=looked, at=Clock.now)
        except (FormError, UnknownObjectError, door.NoSuchCaseError):
            pass
        came = self.gathered(looked)
        done = [e for e in came if e.act not in QUIET]
        assert len(done) <= 1
        tried = {e.actor for e in came if e.act == "attempt-barred"}
        assert tried <= {account}, "a barred attempt is that of whoever made it"
        for entry in done:
            assert entry.actor in (account, before.proposals[obj].entry.actor if obj in before.proposals else account)
            TALLY["proposed" if entry.act == "proposed" else "done", meant] += 1
        if not done:
            TALLY["barred" if any(e.act == "attempt-barred" for e in came) else "refused", meant] += 1
        if outcome is not None and act.id != "read":
            # The pure door and the registry's say the same.
            assert bool(done) == isinstance(outcome, Done), (outcome, came)
        Clock.now += MINUTE

    def pure(
        self, account: str, act: Act, obj: str, form: dict[str, Any], looked: int | None, matched: Screening | None
    ) -> Done | Barred | None:
        own = tuple(m for m in (*OFFICE, *self.dossier.mandates.values()) if m.account == account)
        attempt = Attempt(
            act.id, obj, self.case, Actor(account, own), self.now, form, self.dossier.head if matched else looked,
            self.witnessed, (*OFFICE, *self.dossier.mandates.values()), matched,
        )  # fmt: skip
        try:
            return perform(attempt, self.dossier, self.law)
        except (FormError, UnknownObjectError):
            return None

    def gathered(self, looked: int | None) -> list[Entry]:
        """What has come into the journal, each entry checked against the case before it."""
        came = list(journal.entries_of(self.case)[len(self.entries) :])
        for entry in came:
            if entry.act not in QUIET and self.entries:
                oracle.check(self.law, self.dossier, entry, office=OFFICE, witnessed=self.witnessed, seen=looked)
            self.entries.append(entry)
        self.dossier = fold(self.entries) if came else self.dossier
        return came


def as_fields(form: dict[str, Any]) -> dict[str, Any]:
    """What was filled in, as a page sends it."""
    if "mandate" in form:
        told = dict(form["mandate"])
        return {"email": f"{told.pop('account')}@office.test", **told}
    if "adds" in form:
        return {"text": json.dumps(form["adds"])}
    return {AS_FIELDS.get(k, k): v for k, v in form.items()}


def client(account: str) -> Client:
    made = Client()
    made.force_login(ACCOUNTS[account], "allauth.account.auth_backends.AuthenticationBackend")
    return made


def bearer(account: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {TOKENS[account]}"}


def witness(*, seen: bool) -> None:
    """The witnesses the office's policy asks for: none, or one that never answers."""
    path = Path(configured.DATA) / keys.POLICY
    key = Signer("nobody", Type.WITNESS, bytes(range(32))).verifier
    path.write_text(OWN_POLICY[0] if seen else f"log {keys.signer().verifier}\nwitness w {key}\nquorum w\n")


OFFICE: tuple[Mandate, ...] = ()
ACCOUNTS: dict[str, Account] = {}
TOKENS: dict[str, str] = {}
OWN_POLICY: list[str] = []
FILE = Path(__file__).resolve().parents[2] / "cases" / "founding.yaml"
MINUTE = timedelta(minutes=1)


@pytest.fixture
def opened_office(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An office in which everybody of the histories has an account, and those of the office their mandate."""
    settings.DATA, settings.ROGATORY_UNSAFE_ONE_FACTOR = tmp_path, True
    keys.make_keys(tmp_path)
    OWN_POLICY[:] = [(tmp_path / keys.POLICY).read_text("utf-8")]
    Clock.now = START
    monkeypatch.setattr(timezone, "now", lambda: Clock.now)
    for name in PEOPLE:
        with transaction.atomic():
            account = Account.objects.open(f"{name}@office.test", name)
        # A name the histories know, in the place of the random one.
        Account.objects.filter(pk=account.pk).update(public_id=name)
        ACCOUNTS[name] = Account.objects.get(public_id=name)
        TOKENS[name] = token_of(name, days=300)
    door.found_office(f"{called(Role.ADMINISTRATOR)}-1")
    for name, held in PEOPLE.items():
        for mandate in held if name != "thief" else ():
            if mandate.role not in ONLY_FOR_A_CASE and mandate.case == "":
                told = {"account": name, "role": mandate.role.value, "since": str(mandate.since)}
                told |= {"until": str(mandate.until)} if mandate.until else {}
                if name != "admini-1":
                    door.do("admini-1", "appoint", "", form={"mandate": told}, at=START)
    mailroom.receive("clerk-1", "records.txt", RECORDS, at=START)
    globals()["OFFICE"] = tuple(m for n, held in PEOPLE.items() for m in held if m.case == "" and n != "thief")


def test_no_barred_act_is_ever_done_by_any_door(opened_office):
    TALLY.clear()
    while TALLY["steps", ""] < (STEPS if LONG else 1):
        for name in BEGINNINGS if LONG else ("mla", "extradition"):
            run_state_machine_as_test(
                type(f"ByEveryDoor_{name}", (ByEveryDoor,), {"begins": name}),
                settings=settings(
                    max_examples=4, stateful_step_count=50 if LONG else 30, deadline=None, database=None,
                    derandomize=not LONG, phases=[Phase.generate], suppress_health_check=list(HealthCheck),
                ),
            )  # fmt: skip
        print(report(), flush=True)
    assert {way for what, way in TALLY if what == "by"} >= set(DOORS)
    assert copies.mandates_held("nobody") == ()
