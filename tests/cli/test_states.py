"""The commands about states, on a real data folder and without one."""

import json
from functools import partial

import pytest

from tests.cli.desk import rogatory
from tests.cli.offices import copy, typed

CENTRAL, JUDGE = "central-authority@office.example", "investigating-judge@office.example"
TABLE = "Country,Country_OLD,Year,UN_Code_N,PTS_A,PTS_H,PTS_S\nKazakhstan,,2098,398,4,NA,3\nRuritania,,2098,999,1,1,1\n"
CITED = ("--edition", "PTS-2099", "--read-on", "2026-03-02", "--licence", "invented")
INCIDENTS = "incident_id,year,origin_country,incident_type,source_publisher,source_url\n"


@pytest.fixture(scope="module")
def office(demonstration_made, tmp_path_factory):
    return partial(typed, copy(demonstration_made, tmp_path_factory.mktemp("states") / "data"))


def test_a_release_is_brought_in_and_shown_with_its_edition(office, tmp_path):
    table = tmp_path / "pts.csv"
    table.write_text(TABLE, "cp1252")
    came = office("states", "import", "pts", str(table), *CITED, "--as", CENTRAL)
    assert came.returncode == 2, "a row of it could not be read"
    assert "2 values of 1 states came in" in came.stdout
    assert "row 3: UN_Code_N '999' names no state that is known" in came.stderr
    shown = office("states", "show", "KZ")
    assert "Political Terror Scale, PTS-2099, fetched 2026-03-02, invented" in shown.stdout
    assert "(PTS_A): 4 in 2098" in shown.stdout
    told = json.loads(office("states", "show", "KZ", "--json").stdout)
    assert [v["indicator"] for v in told["measured"][0]["values"]] == ["PTS_A", "PTS_S"]
    barred = office("states", "import", "pts", str(table), *CITED, "--as", JUDGE)
    assert barred.returncode == 1
    assert "Not done, and recorded" in barred.stderr


def test_without_an_office_a_state_is_shown_from_what_comes_with_the_program(tmp_path):
    told = typed(tmp_path, "states", "show", "kz")
    assert told.returncode == 0
    assert "Kazakhstan (KZ)" in told.stdout
    assert "record kz-hrw" in told.stdout


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("show", "XX"), "'XX' is no state that is known"),
        (
            ("participants", "ETS-030", "-", "--read-on", "2099-03-01", "--source", "x"),
            "is not known here: give one of",
        ),
        (
            ("participants", "UNCATT", "-", "--read-on", "2099-03-01", "--source", "x"),
            "no instrument has the id 'UNCATT'",
        ),
        (("propose", "rumours", "-", *CITED), "'rumours' is none of incidents, decisions, listed"),
        (("propose", "incidents", "missing.csv", *CITED), "missing.csv: cannot be read"),
        (("propose", "incidents", "-", *CITED[:2], "--read-on", "May", *CITED[4:]), "'May' is no day"),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_mend(words, why, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = rogatory("states", *words, case="")
    assert told.exit_code == 2
    assert why in told.stderr


def test_a_table_proposes_and_enters_nothing():
    text = f"{INCIDENTS}i,2099,DZ,assault,Somebody invented,example.invalid\nj,99,DZ,assault,S,u\n"
    told = rogatory("states", "propose", "incidents", "-", *CITED, case=text)
    assert told.exit_code == 2
    assert "row 3: year '99' is no year" in told.stderr
    assert "1 proposed; 0 propose nothing. None was entered." in told.stdout
    whole = rogatory("states", "propose", "incidents", "-", *CITED, "--json", "--state", "KZ", case=text)
    assert json.loads(whole.stdout) == []


def test_what_is_proposed_is_a_form_in_which_the_day_of_reading_is_left_open():
    text = f"{INCIDENTS}i,2099,DZ,assault,Somebody invented,example.invalid\n"
    [told] = json.loads(rogatory("states", "propose", "incidents", "-", *CITED, "--json", case=text).stdout)
    assert (told["state"], told["form"]["means"], told["form"]["read_on"]) == ("DZ", ["physical"], "")


def test_the_data_sets_are_listed_with_where_they_are_got():
    told = json.loads(rogatory("states", "datasets", "--json").stdout)
    assert {row["dataset"] for row in told} >= {"vdem", "fitw", "pts"}
    assert all(row["home"] and row["licence"] and row["caution"] for row in told)


def test_participants_of_a_treaty_are_rows_a_case_file_can_attest():
    text = 'Participant,Signature,"Accession(a)"\nKazakhstan,,26 Aug 1998 a\nRuritania,,26 Aug 1998 a\n'
    text += "Serbia,,12 Mar 2001 d\n"
    words = ("participants", "UNCAT", "-", "--read-on", "2099-03-01", "--source", "invented")
    told = rogatory("states", *words, "--json", case=text)
    assert told.exit_code == 2
    assert "row 3: Participant 'Ruritania' names no state" in " ".join(told.stderr.split())
    row, succeeded = json.loads(told.stdout)
    assert row == {
        "state": "KZ", "instrument": "UNCAT", "status": "party", "since": "1998-09-25",
        "source": "invented, read on 2099-03-01; deposited 1998-08-26, in force by the treaty's own rule",
    }  # fmt: skip
    assert "since" not in succeeded, "who succeeds was bound before, from when is not told"
