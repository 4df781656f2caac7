"""The rules by which alarms ring. Each is given facts and the moment, and gives alarms in an order that stays."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from rogatory.oversight.alarms.model import (
    RULES,
    Alarm,
    Departed,
    JournalStands,
    Late,
    Pair,
    Readings,
    Request,
)

Parameters = Mapping[str, Any]
OF_A_CASE = ("named", "letter")
"""How an earlier request is found that is a case of this office; what a register tells of is none."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the rules are told.

    Attributes:
        requests: Requests registered within the days of `burst`.
        pairs: Requests that stand to a refused one.
        readings: By account what it opened and did nothing in, within the days of `readings`.
        attempts: By account its barred attempts, within the days of `attempts`.
        late: Time limits that are over.
        departures: Departures within the days of `departures`.
        journal: How the journal stands.
    """

    requests: tuple[Request, ...] = ()
    pairs: tuple[Pair, ...] = ()
    readings: tuple[Readings, ...] = ()
    attempts: tuple[Readings, ...] = ()
    late: tuple[Late, ...] = ()
    departures: tuple[Departed, ...] = ()
    journal: JournalStands = field(default_factory=JournalStands)


def ringing(facts: Facts, now: datetime) -> tuple[Alarm, ...]:
    """Every alarm that rings, rule by rule, the oldest first within each.

    Args:
        facts: What is known.
        now: The moment, in the time zone of the office.
    """
    of_inquiries = [one for one in facts.late if one.rule in RULES["inquiries"]["limits"]]
    others = [one for one in facts.late if one not in of_inquiries]
    found = [
        *burst(facts.requests, now, RULES["burst"]),
        *again(facts.pairs, now, RULES["again"]),
        *steered(facts.pairs, now, RULES["steered"]),
        *readings(facts.readings, RULES["readings"]),
        *attempts(facts.attempts, RULES["attempts"]),
        *limits("limits", others, now, RULES["limits"]),
        *limits("inquiries", of_inquiries, now, RULES["inquiries"]),
        *departures(facts.departures, now, RULES["departures"]),
        *journal(facts.journal, now, RULES["journal"]),
    ]
    return in_order(found)


def in_order(alarms: Iterable[Alarm]) -> tuple[Alarm, ...]:
    """Alarms rule by rule, the oldest first within each."""
    order = {rule: place for place, rule in enumerate(RULES)}
    return tuple(sorted(alarms, key=lambda alarm: (order[alarm.rule], alarm.since, alarm.key)))


def burst(requests: Iterable[Request], now: datetime, told: Parameters) -> Iterator[Alarm]:
    """Many requests of one kind from one state within a few days."""
    first = now.date() - timedelta(days=told["days"] - 1)
    alike: defaultdict[tuple[str, str], list[Request]] = defaultdict(list)
    for request in requests:
        if request.on >= first:
            alike[request.state, request.kind].append(request)
    for (state, kind), some in alike.items():
        if len(some) >= told["least"]:
            ordered = sorted(some, key=lambda r: (r.on, r.case))
            facts = (("state", state), ("kind", kind), ("requests", str(len(some))), ("days", str(told["days"])))
            yield Alarm("burst", (state, kind), ordered[told["least"] - 1].on, facts, tuple(r.case for r in ordered))


def again(pairs: Iterable[Pair], now: datetime, told: Parameters) -> Iterator[Alarm]:
    """The same state asks again about somebody, or in a matter, where it was refused."""
    own = (p for p in pairs if p.state == p.later.state and p.state)
    yield from _after_refusal("again", own, now, told)


def steered(pairs: Iterable[Pair], now: datetime, told: Parameters) -> Iterator[Alarm]:
    """Another state asks about somebody, or in a matter, where one was refused; or it is not known which one was."""
    yield from _after_refusal("steered", (p for p in pairs if p.state != p.later.state or not p.state), now, told)


def _after_refusal(rule: str, pairs: Iterable[Pair], now: datetime, told: Parameters) -> Iterator[Alarm]:
    first = now.date() - timedelta(days=told["days"])
    later: defaultdict[Request, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if pair.later.on >= first:
            later[pair.later].append(pair)
    for request, some in later.items():
        facts: list[tuple[str, str]] = [("state", request.state), ("kind", request.kind)]
        ordered = sorted(set(some), key=lambda p: (p.earlier, p.how))
        for pair in ordered:
            facts += [("earlier", pair.earlier), ("earlier state", pair.state), ("found by", pair.how)]
            facts += [("refused", pair.refused.isoformat())] if pair.refused else []
        known = dict.fromkeys(p.earlier for p in ordered if p.how in OF_A_CASE)
        cases = (request.case, *known)
        yield Alarm(rule, (request.case,), request.on, tuple(facts), cases)


def readings(found: Iterable[Readings], told: Parameters) -> Iterator[Alarm]:
    """Somebody opens many cases and does nothing in them."""
    exempt = frozenset(told["exempt"])
    for one in found:
        if len(one.cases) >= told["least"] and not (one.roles and one.roles <= exempt):
            yield _of_account("readings", one, ("cases", str(len(one.cases))), told)


def attempts(found: Iterable[Readings], told: Parameters) -> Iterator[Alarm]:
    """Somebody tries again and again what cannot be done."""
    for one in found:
        if len(one.entries) >= told["least"]:
            yield _of_account("attempts", one, ("attempts", str(len(one.entries))), told)


def _of_account(rule: str, one: Readings, count: tuple[str, str], told: Parameters) -> Alarm:
    roles = ", ".join(sorted(one.roles))
    facts = (count, ("days", str(told["days"])), ("roles", roles))
    return Alarm(rule, (one.account,), one.first, facts, (), one.entries)


def limits(rule: str, late: Iterable[Late], now: datetime, told: Parameters) -> Iterator[Alarm]:
    """An authority is late, with a time limit or with an inquiry: `limits` or `inquiries`."""
    last = now.date() - timedelta(days=told["days"])
    cases: defaultdict[str, list[Late]] = defaultdict(list)
    for one in late:
        if one.last <= last:
            cases[one.case].append(one)
    for case, some in cases.items():
        ordered = sorted(some, key=lambda one: (one.last, one.rule))
        facts = tuple(("limit", f"{one.rule}, {one.by}, {one.last.isoformat()}") for one in ordered)
        yield Alarm(rule, (case,), ordered[0].last + timedelta(days=1), facts, (case,))


def departures(found: Iterable[Departed], now: datetime, told: Parameters) -> Iterator[Alarm]:
    """One office departs from rulings again and again."""
    first = now.date() - timedelta(days=told["days"] - 1)
    roles: defaultdict[str, list[Departed]] = defaultdict(list)
    for one in found:
        if one.on >= first:
            roles[one.role].append(one)
    for role, some in roles.items():
        if len(some) >= told["least"]:
            ordered = sorted(some, key=lambda one: (one.on, one.entry))
            facts = (("role", role), ("departures", str(len(some))), ("days", str(told["days"])))
            cases = tuple(dict.fromkeys(one.case for one in ordered))
            since = ordered[told["least"] - 1].on
            yield Alarm("departures", (role,), since, facts, cases, tuple(one.entry for one in ordered))


def journal(stands: JournalStands, now: datetime, told: Parameters) -> Iterator[Alarm]:
    """The journal is closed, damaged, not witnessed, or has not been looked at for long."""
    if stands.closed:
        yield Alarm("journal", ("closed",), now.date(), (("closed", stands.closed),))
    if stands.damages and stands.audited:
        yield Alarm("journal", ("damaged",), stands.audited.date(), (("damages", str(stands.damages)),))
    hours = timedelta(hours=told["unwitnessed_hours"])
    if stands.unwitnessed and now - stands.unwitnessed > hours:
        since = (stands.unwitnessed + hours).date()
        yield Alarm("journal", ("unwitnessed",), since, (("unwitnessed since", stands.unwitnessed.isoformat()),))
    looked = stands.audited or stands.begun
    if looked and now - looked > timedelta(days=told["unaudited_days"]):
        last = stands.audited.isoformat() if stands.audited else ""
        since = (looked + timedelta(days=told["unaudited_days"])).date()
        yield Alarm("journal", ("unaudited",), since, (("last audit", last),))
