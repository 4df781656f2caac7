"""Last days worked out by hand, from case law, and by walking from day to day."""

import csv
from datetime import date
from pathlib import Path

import pytest

from rogatory.law.time_limits.computing import limit
from rogatory.law.time_limits.deadline import Event, How
from rogatory.law.time_limits.rules import RULES, rule
from tests.law.time_limits.oracle import last_day

HERE = Path(__file__).parent
COUNTINGS = {
    "act": ("be-criminal",),
    "decides": ("be-decides",),
    "union": ("eu-1182-71",),
    "same-date": ("echr", "ccf"),
}


def table(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


WORKED, WALKED = table("worked.csv"), table("walked.csv")


def served(row: dict[str, str]) -> Event:
    how, _, received = row["how"].partition(" ")
    day = date.fromisoformat(row["event"])
    return Event(day, How(how or "on-the-day"), date.fromisoformat(received) if received else None)


@pytest.mark.parametrize("row", WORKED, ids=lambda row: f"{row['rule']} {row['event']} {row['how']}")
def test_the_last_day_is_the_one_worked_out(row):
    found = limit(rule(row["rule"]), served(row))
    assert (str(found.last_day), str(found.latest)) == (row["last_day"], row["latest"]), row["why"]


@pytest.mark.parametrize("row", WALKED, ids=lambda row: f"{row['rule']} {row['event']}")
def test_the_last_day_is_the_one_walked_to(row):
    found = limit(rule(row["rule"]), Event(date.fromisoformat(row["event"])))
    assert (str(found.last_day), str(found.latest)) == (row["last_day"], row["last_day"]), row["why"]


def test_the_walked_days_are_those_of_the_oracle():
    for row in WALKED:
        walked = RULES[row["rule"]]
        assert walked.reckoning.id in COUNTINGS[row["counting"]]
        end = last_day(row["counting"], walked.n, walked.unit.value, date.fromisoformat(row["event"]))
        assert str(end) == row["last_day"], row


def test_there_are_enough_of_them_and_of_every_kind():
    assert len(WORKED) + len(WALKED) >= 300
    assert {row["why"] for row in WALKED} >= {
        "leap day",
        "year end",
        "Easter",
        "Ascension",
        "Whit Monday",
        "31st",
        "weekend",
    }
