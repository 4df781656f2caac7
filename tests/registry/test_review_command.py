"""`rogatory material seal-for`, `open-for`, `run-for`: from the seal to reading, for a case of the office."""

import json

import pytest

from rogatory.law.acts import Role
from rogatory.registry.accounts.models import Account
from tests.registry.seizing import Seizing
from tests.registry.test_ledger_cli import rogatory

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(office_once, settings, tmp_path):
    settings.MATERIAL = tmp_path / "material"
    return Seizing(office_once, tmp_path, {"letter.txt": b"The hearing is on Monday at nine."})


def ran(made, command, *more, by=Role.INVESTIGATING_JUDGE):
    as_ = ("--as", Account.objects.get(public_id=made.office.accounts[by]).email) if by else ()
    return rogatory("material", command, made.case, "S-1", *map(str, more), *as_)


def test_sealed_then_opened_then_read(made):
    code, told = ran(made, "seal-for", made.source, "--holder", "P1", "--json")
    assert code == 0, told
    assert json.loads(told)["seizure"] == f"{made.case}:S-1"
    code, told = ran(made, "run-for", "--processes", 1, "--no-ocr", by=None)
    assert (code, "its seal is whole" in told) == (2, True)
    words = ("--present", "the delegate of the bar", "--ground", "order 12")
    code, told = ran(made, "open-for", *words, by=Role.PROSECUTOR)
    assert (code, "open the seal" in told) == (1, True)
    code, told = ran(made, "open-for", *words)
    assert (code, "Opened by entry" in told) == (0, True)
    code, told = ran(made, "run-for", "--processes", 1, "--no-ocr", "--json", by=None)
    assert (code, json.loads(told)["states"]) == (0, {"ok": 1})


def test_who_may_not_seal_is_told_why(made):
    code, told = ran(made, "seal-for", made.source, "--holder", "P1", by=Role.CLERK)
    assert (code, "Not done, and recorded" in told) == (1, True)
    code, told = ran(made, "seal-for", made.source / "nothing", "--holder", "P1")
    assert (code, "it is not there" in told) == (2, True)
