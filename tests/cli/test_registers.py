"""The registers, as whoever runs an office and whoever keeps one type it, on a real data folder."""

import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.cli.offices import ROOT, Told, copy, typed

CUSTODIAN, PROSECUTOR, ADMINISTRATOR, CENTRAL, JUDGE = (
    f"{who}@office.example"
    for who in ("custodian", "prosecutor", "administrator", "central-authority", "investigating-judge")
)
HERS = ("--name", "Gülnara Ordabayeva", "--born", "1974-04-14")
CASE = "2026-000012"
OTHER = (ROOT / "cases" / "registers" / "invented-protection.yaml").read_text("utf-8").replace(
    "id: invented-protection", "id: another"
)  # fmt: skip
Types = Callable[..., Told]


@pytest.fixture(scope="module")
def office(demonstration_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Types:
    """The demonstration's office, with five invented registers, and what is typed there."""
    return partial(typed, copy(demonstration_made, tmp_path_factory.mktemp("registers") / "data"))


@pytest.fixture(scope="module")
def case(office: Types) -> str:
    """The invented request, whatever the year."""
    told = office("register", "query", "--register", "invented-notices", "--case", CASE, *asked())
    year = re.search(r"(\d{4})", told.stdout)
    return CASE if told.returncode == 0 or not year else CASE.replace("2026", year[1])


def asked(as_: str = PROSECUTOR) -> tuple[str, ...]:
    return (*HERS, "--purpose", "before a grant", "--as", as_)


def test_the_list_tells_what_is_kept_by_whom_and_nothing_of_it(office):
    told = office("register", "list", "--as", CUSTODIAN)
    assert told.returncode == 0
    assert told.stdout.count("kept by you") == 5
    assert "invented-protection  protection: Grants of protection (invented); last change" in told.stdout
    others = json.loads(office("register", "list", "--as", PROSECUTOR, "--json").stdout)
    assert {row["keeps"] for row in others} == {False}
    assert "Ordabayeva" not in told.stdout


def test_an_address_nobody_has(office):
    told = office("register", "list", "--as", "nobody@office.example")
    assert (told.returncode, told.stderr) == (2, "--as: nobody here has the address nobody@office.example.\n")


def test_an_administrator_opens_one_and_nobody_else(office):
    words = ("register", "open", "defenders", "--kind", "defenders", "--title", "Defenders under protection")
    barred = office(*words, "--as", CUSTODIAN)
    assert barred.returncode == 1
    assert "Not done, and recorded:" in barred.stderr
    done = office(*words, "--as", ADMINISTRATOR)
    assert done.returncode == 0, done.stderr
    assert "Appoint its custodian" in done.stdout
    again = office(*words, "--as", ADMINISTRATOR)
    assert again.returncode == 2
    wrong = office("register", "open", "x", "--kind", "dragons", "--title", "x", "--as", ADMINISTRATOR)
    assert wrong.returncode == 2
    assert "dragons" in wrong.stderr


def test_a_file_comes_in_again_and_replaces_what_was_there(office):
    file = str(ROOT / "cases" / "registers" / "invented-protection.yaml")
    told = office("register", "import", file, "--register", "invented-protection", "--as", CUSTODIAN)
    assert told.returncode == 0, told.stderr
    assert re.search(r"\d+ entries came into invented-protection \(entry \d+ of the journal\)", told.stdout)


@pytest.mark.parametrize(
    ("as_", "register", "given", "says"),
    [
        (PROSECUTOR, "invented-protection", "x", "There is no register 'invented-protection' here that"),
        (CUSTODIAN, "nothing", "x", "There is no register 'nothing' here that"),
        (CUSTODIAN, "invented-protection", "}{", "line 1"),
        (CUSTODIAN, "invented-protection", OTHER, "the file is of the register 'another'"),
    ],
)
def test_what_cannot_come_in_is_named_and_nothing_does(office, as_, register, given, says):
    told = office("register", "import", "-", "--register", register, "--as", as_, given=given)
    assert told.returncode == 2
    assert says in told.stderr
    assert "Traceback" not in told.stderr


def test_a_file_that_is_not_there_is_named(office):
    told = office("register", "import", "no-such.yaml", "--register", "invented-protection", "--as", CUSTODIAN)
    assert told.returncode == 2
    assert "no-such.yaml" in told.stderr
    assert "Traceback" not in told.stderr


def test_who_asks_is_told_as_much_as_the_own_mandate_opens(office, case):
    told = office("register", "query", "--register", "invented-protection", "--case", case, *asked())
    assert told.returncode == 0, told.stderr
    assert "invented-protection: consult (entry" in told.stdout
    assert "must be examined" not in told.stdout, "a prosecutor may not open the compartment"
    for reader in (CENTRAL, JUDGE):
        opened = office("register", "query", "--register", "invented-protection", "--case", case, *asked(reader))
        assert "must be examined" in opened.stdout


def test_a_query_for_no_case_is_barred_and_recorded(office):
    told = office("register", "query", "--register", "invented-protection", "--case", "2026-999999", *asked())
    assert told.returncode == 1
    assert "Not done, and recorded:" in told.stderr


def test_who_asks_for_somebody_made_up_is_told_of_to_the_custodian(office, case):
    register = ("--register", "invented-notices")
    put = ("register", "put-made-up", "N-7", *register, "--title", "Red notice", "--name", "Feruzbek Ormonkhodzhaev")
    refused = office(*put, "--as", PROSECUTOR)
    assert refused.returncode == 1
    assert "Not done, and recorded" in refused.stderr
    assert office(*put, "--as", CUSTODIAN).returncode == 0
    before = office("register", "made-up", *register, "--as", CUSTODIAN)
    assert before.returncode == 0
    assert "asked for by nobody" in before.stdout
    asked_ = ("--name", "Ormonkhodzhaev, Feruzbek", "--purpose", "curious", "--as", PROSECUTOR)
    told = office("register", "query", *register, "--case", case, *asked_)
    assert "nothing to add" in told.stdout
    after = office("register", "made-up", *register, "--as", CUSTODIAN)
    assert after.returncode == 1
    assert "N-7  Red notice: Feruzbek Ormonkhodzhaev; ■ ASKED FOR 1 TIMES" in after.stdout
    (row,) = json.loads(office("register", "made-up", *register, "--as", CUSTODIAN, "--json").stdout)
    assert (row["entry"], row["met"]) == ("N-7", 1)
    assert office("register", "made-up", *register, "--as", PROSECUTOR).returncode == 2


def test_a_backup_carries_what_is_in_the_registers(office, case, tmp_path):
    """What comes in after it is gone when it is restored, and what was there is asked as before."""
    folder = tmp_path / "backup"
    assert office("backup", str(folder)).returncode == 0
    later = (
        "id: invented-notices\nkind: notices\ntitle: Notices\ncustodian: x\nas_of: 2026-01-01\nentries:\n"
        "  - id: LATER\n    title: Notice\n    form: red\n    status: published\n    persons:\n"
        "      - id: p\n        role: subject\n        names: [Ferdinand Onbekend]\n    source: x\n"
    )
    came = office("register", "import", "-", "--register", "invented-notices", "--as", CUSTODIAN, given=later)
    assert came.returncode == 0, came.stderr
    him = ("--name", "Ferdinand Onbekend", "--purpose", "before a grant", "--as", CENTRAL)
    met = office("register", "query", "--register", "invented-notices", "--case", case, *him)
    assert "consult" in met.stdout
    office("restore", str(folder), "--yes")
    hers = office("register", "list", "--as", CUSTODIAN)
    assert hers.stdout.count("kept by you") == 5
    checked = office("rebuild", "--check")
    assert (checked.returncode, checked.stdout) == (0, "The copies are what the journal makes of them.\n")
