"""`rogatory package plan-for`, `build-for`: from the plan to the package, for a case of the office."""

import pytest
import yaml

from rogatory.law.acts import Role
from rogatory.office.perform import Done
from rogatory.registry.accounts.models import Account
from tests.registry.granted import LIMITS, Granted
from tests.registry.test_ledger_cli import rogatory

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(office_once, settings, tmp_path):
    settings.MATERIAL = tmp_path / "material"
    made = Granted(office_once, tmp_path, {"a.txt": b"The invoices of the year, paid on time and in full."})
    made.seizing.all_four("desk/a.txt")
    return made


def ran(made, command, *more, by=Role.PROSECUTOR):
    address = Account.objects.get(public_id=made.office.accounts[by]).email
    return rogatory("package", command, made.case, "pack", *more, "--as", address)


def test_planned_sent_and_built(made, tmp_path):
    plan = tmp_path / "plan.yaml"
    plan.write_text(yaml.safe_dump({"seizure": "S-1", "items": {"*": "proceedings"}, "licences": LIMITS,
                                    "recipient": "Staatsanwaltschaft Berlin"}), "utf-8")  # fmt: skip
    code, payload = ran(made, "plan-for", plan)
    assert code == 0, payload
    code, told = ran(made, "build-for", tmp_path / "pack")
    assert (code, "no act has sent it" in told) == (2, True)
    assert isinstance(made.send(payload.strip()), Done)
    code, told = ran(made, "build-for", tmp_path / "pack")
    assert (code, payload.strip() in told) == (0, True), told
    assert (tmp_path / "pack" / "data" / "items" / "000001.txt").exists()


def test_what_is_withheld_is_told_by_counts(made, tmp_path):
    made.seizing.do(Role.COUNSEL, "object-to-item", item=made.seizing.item("desk/a.txt"), reasons="private")
    plan = tmp_path / "plan.yaml"
    told = {"seizure": "S-1", "items": {made.seizing.item("desk/a.txt"): "proceedings"}, "licences": LIMITS,
            "recipient": "Berlin"}  # fmt: skip
    plan.write_text(yaml.safe_dump(told), "utf-8")
    code, told = ran(made, "plan-for", plan)
    assert (code, "1 withheld" in told) == (1, True)
    code, told = ran(made, "plan-for", plan, by=Role.CLERK)
    assert (code, "for you" in told) == (2, True)
    code, told = ran(made, "plan-for", tmp_path / "nothing.yaml")
    assert code == 2
