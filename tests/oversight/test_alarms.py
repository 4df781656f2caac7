"""Alarms: each rule by its own facts, on the edge of its numbers."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from rogatory.office.streams.overseeing import Acknowledged
from rogatory.oversight.alarms import rules
from rogatory.oversight.alarms.model import RULES, Departed, JournalStands, Late, Pair, Readings, Request
from rogatory.oversight.alarms.rules import Facts, ringing

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
TODAY = NOW.date()


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def requests(*ago: int, state: str = "KZ", kind: str = "mla") -> tuple[Request, ...]:
    return tuple(Request(f"c{n}", state, kind, days_ago(day)) for n, day in enumerate(ago))


def readings(count: int, *roles: str) -> Readings:
    cases = tuple(f"c{n}" for n in range(count))
    return Readings("somebody", frozenset(roles), cases, tuple(range(count)), days_ago(9))


LATER = Request("later", "KZ", "mla", days_ago(3))
PAIR = Pair(LATER, "earlier", "KZ", days_ago(200), "named")
LATE = Late("c1", "eio-recognise", "executing", days_ago(1))
DEPARTED = tuple(Departed("c1", n, "court", "grant", days_ago(89)) for n in range(3))


@pytest.mark.parametrize(
    ("facts", "rings"),
    [
        (Facts(), []),
        (Facts(requests=requests(0, 1, 2, 3, 13)), ["burst"]),
        (Facts(requests=requests(0, 1, 2, 3, 14)), []),
        (Facts(requests=requests(0, 1, 2, 3) + requests(4, state="RU")), []),
        (Facts(requests=requests(0, 1, 2, 3) + requests(4, kind="eio")), []),
        (Facts(pairs=(PAIR,)), ["again"]),
        (Facts(pairs=(replace(PAIR, state="TR"),)), ["steered"]),
        (Facts(pairs=(replace(PAIR, state="", refused=None, how="path"),)), ["steered"]),
        (Facts(pairs=(replace(PAIR, later=replace(LATER, on=days_ago(366))),)), []),
        (Facts(readings=(readings(20, "prosecutor"),)), ["readings"]),
        (Facts(readings=(readings(19, "prosecutor"),)), []),
        (Facts(readings=(readings(99, "auditor"),)), []),
        (Facts(readings=(readings(20, "auditor", "prosecutor"),)), ["readings"]),
        (Facts(readings=(readings(20),)), ["readings"]),
        (Facts(attempts=(readings(10, "auditor"),)), ["attempts"]),
        (Facts(attempts=(readings(9),)), []),
        (Facts(late=(LATE,)), ["limits"]),
        (Facts(late=(replace(LATE, last=TODAY),)), []),
        (Facts(late=(LATE, replace(LATE, rule="other"))), ["limits"]),
        (Facts(late=(replace(LATE, rule="house-inquiry-concluded"),)), ["inquiries"]),
        (Facts(departures=DEPARTED), ["departures"]),
        (Facts(departures=(*DEPARTED[:2], replace(DEPARTED[2], role="prosecutor"))), []),
        (Facts(departures=(*DEPARTED[:2], replace(DEPARTED[2], on=days_ago(90)))), []),
        (Facts(journal=JournalStands(closed="a witness knows more")), ["journal"]),
        (Facts(journal=JournalStands(unwitnessed=NOW - timedelta(hours=25))), ["journal"]),
        (Facts(journal=JournalStands(unwitnessed=NOW - timedelta(hours=24))), []),
        (Facts(journal=JournalStands(audited=NOW - timedelta(days=32))), ["journal"]),
        (Facts(journal=JournalStands(begun=NOW - timedelta(days=32))), ["journal"]),
        (Facts(journal=JournalStands(audited=NOW, begun=NOW - timedelta(days=99))), []),
        (Facts(journal=JournalStands(audited=NOW, damages=2)), ["journal"]),
    ],
)
def test_a_rule_rings_on_its_facts_and_on_nothing_less(facts, rings):
    assert [alarm.rule for alarm in ringing(facts, NOW)] == rings


def test_every_alarm_says_why_and_since_when():
    facts = Facts(requests(0, 1, 2, 3, 4, 5), (PAIR,), (readings(20),), (readings(10),), (LATE,), DEPARTED,
                  JournalStands("closed"))  # fmt: skip
    found = ringing(facts, NOW)
    assert [a.rule for a in found] == [r for r in RULES if r not in ("steered", "inquiries")]
    assert all(alarm.facts and alarm.since <= TODAY for alarm in found)
    by_rule = {alarm.rule: alarm for alarm in found}
    # The fifth request, the day after the last day, the third departure.
    assert by_rule["burst"].since == days_ago(1)
    assert by_rule["limits"].since == TODAY
    assert by_rule["departures"].since == days_ago(89)


def test_an_alarm_keeps_its_name_and_rests_on_something_else_once_something_comes_in():
    one, two = (ringing(Facts(requests=requests(*range(n))), NOW)[0] for n in (5, 6))
    assert (one.key, two.key) == ("burst-" + one.key.partition("-")[2], one.key)
    assert one.digest != two.digest
    assert ringing(Facts(requests=requests(4, 3, 2, 1, 0)), NOW)[0].key == one.key


def test_what_is_acknowledged_rests_on_the_same_facts_and_rings_again_where_it_goes_on():
    (late,) = ringing(Facts(late=(LATE,)), NOW)
    (many,) = ringing(Facts(requests=requests(0, 1, 2, 3, 4)), NOW)
    for alarm, days in ((late, RULES["limits"]["rests"]), (many, 10_000)):
        said = Acknowledged(7, NOW, "somebody", alarm.digest, "the post was late")
        assert said.quiets(alarm, NOW + timedelta(days=days - 1))
        assert not replace(said, digest="0").quiets(alarm, NOW)
        assert said.quiets(alarm, NOW + timedelta(days=days)) == (alarm is many)


def test_a_name_of_an_alarm_says_nobodys():
    (alarm,) = ringing(Facts(readings=(readings(20),)), NOW)
    assert "somebody" not in alarm.key


def test_what_a_register_tells_is_no_case_to_open():
    (alarm,) = rules.steered([replace(PAIR, state="", how="path", earlier="a link")], NOW, RULES["steered"])
    assert alarm.cases == ("later",)
    (alarm,) = rules.steered([replace(PAIR, state="TR")], NOW, RULES["steered"])
    assert alarm.cases == ("later", "earlier")
