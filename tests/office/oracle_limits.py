"""Whether the time to challenge is open, read from the entries and counted by hand, with rules in a table."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from rogatory.office.folds.dossier import Entry
from tests.office.oracle_challenges import NOT_FOR_SURE, persons

ONE = timedelta(days=1)
HOLIDAYS = {"2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25", "2026-07-21", "2026-08-15", "2026-11-01",
            "2026-11-11", "2026-12-25", "2027-01-01"}  # fmt: skip
TOLD_OF = ("grant", "arrest", "execute", "clear-item", "decide-remedy")
"""What somebody can challenge, and has to be told of."""
AFTER_A_RULING = {"lifting": 15, "appeal": 15, "data-protection": 30}
"""Days to challenge a ruling that is not final, by the kind of remedy the histories lodge; of others nobody knows."""


def open_to_challenge(entries: Sequence[Entry], day: date) -> bool:
    """Whether somebody was not served with what can be challenged, or has time left to challenge it."""
    return any(_open(entries, n, e, day) for n, e in enumerate(entries) if e.act in TOLD_OF)


def _open(entries: Sequence[Entry], n: int, e: Entry, day: date) -> bool:
    file: Mapping[str, Any] = entries[0].fields["file"]
    for person in touched(entries, n, e):
        served = _service(entries, n, person)
        if served is None or served["result"] != "proved":
            return True
        for rule, days, used, from_order in _times(entries, file, n, e, person):
            if not _used(entries, n, person, *used) and day <= _end(
                entries, f"{rule}@{n}:{person}", served, days, e.at.date() if from_order else None
            ):
                return True
    return False


def nobody_knows_since(entries: Sequence[Entry]) -> int | None:
    """The position of the last ruling of which no table says how long it can be challenged."""
    if not entries:
        return None
    belgian = entries[0].fields["file"]["request"]["requested_state"] == "BE"
    found = [
        n
        for n, e in enumerate(entries)
        if e.act == "decide-remedy" and not any(e.fields.get(part) for part in ("part", "final"))
        if e.fields["outcome"] != "granted" and not (belgian and _lodged_by(entries, e)["kind"] in AFTER_A_RULING)
        if not _used(entries, n, entries[_number(e.object)].object, "", e.object)
    ]
    return max(found, default=None)


def _number(name: str) -> int:
    return int(name.rpartition("-")[2])


def _lodged_by(entries: Sequence[Entry], ruling: Entry) -> Mapping[str, Any]:
    told: Mapping[str, Any] = entries[_number(ruling.object)].fields["lodges"]
    return told


def touched(entries: Sequence[Entry], n: int, e: Entry) -> list[str]:
    everybody = persons(entries)
    if e.act == "decide-remedy":
        return [entries[_number(e.object)].object]
    if e.act == "arrest":
        return [e.object] if e.object in everybody else everybody
    file = entries[0].fields["file"]
    if e.act == "clear-item":
        holder = [i.get("holder") for i in file.get("items", ()) if i["id"] == e.object]
        return [h for h in holder if h] or everybody
    named = [p for m in file.get("measures", ()) if m["id"] == e.object for p in m.get("persons", ())]
    return named or everybody


def _service(entries: Sequence[Entry], n: int, person: str) -> dict[str, Any] | None:
    services: dict[str, dict[str, Any]] = {}
    for number, e in enumerate(entries):
        if e.act == "notify" and e.fields.get("told-of") == f"notice-{n}" and e.object == person:
            shown = e.fields.get("proof") and e.fields["manner"] not in NOT_FOR_SURE
            told = {"result": "proved" if shown else "told", **e.fields}
            services[f"service-{number}"] = told
        elif e.act == "record-service" and e.object in services:
            services[e.object] |= e.fields["service"]
    proved = [s for s in services.values() if s["result"] == "proved"]
    return proved[-1] if proved else None


def _times(
    entries: Sequence[Entry], file: Mapping[str, Any], n: int, e: Entry, person: str
) -> Iterator[tuple[str, int, tuple[str, str], bool]]:
    """Rule, days, what uses the time (a kind of remedy, or the remedy appealed), whether counted from the act."""
    if file["request"]["requested_state"] != "BE":
        return
    kind, role = file["request"]["kind"], e.fields.get("role")
    if e.act == "grant" and kind == "extradition" and role == "court":
        yield "be-1874-exequatur-appeal", 1, ("extradition-challenge", ""), True
    if e.act == "grant" and kind == "extradition" and role == "government":
        yield "be-council-of-state-annulment", 60, ("annulment", ""), False
    if e.act == "clear-item" and kind == "mla":
        yield "be-2004-third-party-opposition", 15, ("third-party-opposition", ""), False
    if e.act == "decide-remedy" and not any(e.fields.get(part) for part in ("part", "final")):
        lodged = _lodged_by(entries, e)["kind"]
        if lodged in AFTER_A_RULING and e.fields["outcome"] != "granted":
            name = {"lifting": _lifting(entries), "appeal": "be-423-cassation", "data-protection": "be-dpa-appeal"}
            yield name[lodged], AFTER_A_RULING[lodged], ("", e.object), lodged == "appeal"


def _lifting(entries: Sequence[Entry]) -> str:
    roles = {e.fields["role"] for e in entries if e.act == "execute"}
    return "be-28sexies-recourse" if roles == {"prosecutor"} else "be-61quater-appeal"


def _used(entries: Sequence[Entry], n: int, person: str, kind: str, of: str) -> bool:
    later = [e.fields["lodges"] for e in entries[n + 1 :] if e.act == "lodge-remedy" and e.object == person]
    return any(told.get("of") == of if of else told["kind"] == kind for told in later)


def _end(entries: Sequence[Entry], ident: str, served: Mapping[str, Any], days: int, order: date | None) -> date:
    """The last day in the reading that is kindest to the person; far away while it stands still."""
    day, manner = date.fromisoformat(served["on"]), served["manner"]
    if manner == "posted":
        third = [d for d in (day + ONE * k for k in range(1, 30)) if not _is_closed(d)][2]
        came = served.get("received")
        day = max(third, date.fromisoformat(came)) if came else third
    ends = [_rolled(day + ONE * days)]
    if order is not None:
        ends.append(_rolled(order + ONE * days))
    stands = [e.fields["moves"] for e in entries if e.act == "suspend-limit" and e.object == ident]
    return date.max if stands and "since" in stands[-1] else max(ends) + ONE * (400 if stands else 0)


def _rolled(day: date) -> date:
    while _is_closed(day):
        day += ONE
    return day


def _is_closed(day: date) -> bool:
    return day.weekday() > 4 or str(day) in HOLIDAYS
