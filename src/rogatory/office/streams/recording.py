"""The record of a state at the door: a fact is put on it, a reply stands beside it, a later entry replaces it.

Each state has a stream of entries of its own (`people.mandates.state_stream`), which is no case. Nothing on the record
is changed: a reply is added, and what is wrong, old or looked at again gets a later entry that says why. Norms bear on
no act here: what the record does, it does in the cases of that state (`examination.recorded`), and a human answers
there.

Whoever opens the door calls `put` inside the transaction that holds the journal, and writes the entry it gives.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from rogatory.law.acts import Act, Role
from rogatory.law.sources import Check
from rogatory.office.acts.plain import must_be_plain, words
from rogatory.office.errors import FormError, Hurdle, Obstacle, UnknownActError, UnknownObjectError
from rogatory.office.filing import ANSWER_ON_RECORD, ENTER_ON_RECORD, ON_RECORD, REPLACE_ON_RECORD
from rogatory.office.folds.dossier import BARRED, Entry
from rogatory.office.perform import Attempt, Barred, Done, NewEntry
from rogatory.people.mandates import EVERY_CASE, is_state, state_of_stream
from rogatory.states.naming import name_in
from rogatory.states.record.entries import Entry as Fact
from rogatory.states.record.entries import Kind, Means, RecordError
from rogatory.states.record.holding import Record

Json = Any
SOURCE = "decision 0029 of this system"
CHANGES = frozenset(ON_RECORD)
"""Acts by which what is on record changes."""
LONGEST = 2000
"""Signs of a sentence on record."""
KINDS = tuple(kind for kind in Kind if kind is not Kind.EXPERIENCE)
"""What can be put on record; what this office has seen itself is read from its cases, and typed in by nobody."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """One thing done to the record of a state, as its entry in the journal says it.

    Attributes:
        act: Identifier of the act.
        entry: What the entry of the record is called: the one made, or the one replied to.
        state: The state.
        on: Day.
        fields: What was filled in.
    """

    act: str
    entry: str
    state: str
    on: date
    fields: Mapping[str, Json]


def recorded(entry: Entry) -> Recorded | None:
    """What an entry of the stream did to the record; None: nothing, as a barred attempt."""
    if entry.act not in CHANGES:
        return None
    return Recorded(entry.act, entry.object, state_of_stream(entry.case), entry.at.date(), entry.fields)


def record_with(base: Record, done: Iterable[Recorded]) -> Record:
    """The record with everything that was done to it, in order.

    Raises:
        RecordError: Something does not fit; what passed the door does.
    """
    facts = {fact.id: fact for fact in base.entries}
    for one in done:
        if one.act == ANSWER_ON_RECORD.id:
            before, told = facts[one.entry], one.fields
            reply = f"{told['reply']} ({told['source']}, {told['on']})"
            facts[one.entry] = replace(before, reply="; ".join(filter(None, (before.reply, reply))))
        else:
            facts[one.entry] = _fact(one)
    return Record(tuple(facts.values()))


def put(attempt: Attempt, entries: Sequence[Entry], record: Record) -> Done | Barred:
    """Put a fact on record, put a reply beside one, or replace one; or say what stands against it.

    Args:
        attempt: Who would do what; its case is `state_stream` the state. Forms: to enter `kind`, `on`, `says`,
            `source`, `where`, `read_on`, `check`, `bears` and perhaps `means`, `host` and `expires`; to replace the
            same, with `reasons`, and `withdrawn` where it stands no more; to answer `reply`, `source`, `on`. Object:
            the entry replied to or replaced; empty for a new one.
        entries: The entries of the stream, in order; none: nothing was put on this record here yet.
        record: The record of every state as it stands.

    Raises:
        UnknownActError: It is no act on the record of a state.
        UnknownObjectError: There is no such state, or no such entry that stands.
        FormError: What was filled in cannot be taken.
    """
    act = ON_RECORD.get(attempt.act)
    if act is None:
        raise UnknownActError(f"{attempt.act!r} is not done to the record of a state")
    state = state_of_stream(attempt.case)
    if not is_state(attempt.case) or name_in(state, "en") == state:
        raise UnknownObjectError(f"there is no state {state!r}; write its two letters")
    must_be_plain(attempt.form)
    standing = {fact.id: fact for fact in record.of(state)}
    if (act is ENTER_ON_RECORD) == bool(attempt.object) or (attempt.object and attempt.object not in standing):
        has = ", ".join(standing) or "none"
        raise UnknownObjectError(f"{act.id} cannot be done to {attempt.object!r}; what stands on record: {has}")
    held = attempt.actor.mandates_for(EVERY_CASE, attempt.at.date(), act.by)
    if not held:
        who = ", ".join(role.value for role in act.by)
        text = f"to {act.title} is for a mandate in every case of the office, as: {who}"
        return _barred(attempt, Obstacle(Hurdle.ROLE, text, "table of acts"))
    if act is ANSWER_ON_RECORD:
        return _done(attempt, attempt.object, held[0].role, _reply(attempt))
    reasons = str(attempt.form.get("reasons") or "").strip()
    if act is REPLACE_ON_RECORD and not reasons:
        return _barred(attempt, Obstacle(Hurdle.REASONS, "say why the entry is replaced", SOURCE, "reasons"))
    name = _name(state, entries, record)
    fields = _fields(attempt, act, reasons)
    try:
        record.with_entries([_fact(Recorded(act.id, name, state, attempt.at.date(), fields))])
    except (RecordError, ValueError) as error:
        raise FormError("entry", str(error), "Mend what it names") from error
    return _done(attempt, name, held[0].role, fields)


def _name(state: str, entries: Sequence[Entry], record: Record) -> str:
    """What the next entry is called: `kz-1`, and no name that was ever used."""
    taken = {fact.id for fact in record.entries}
    number = 1 + sum(e.act in (ENTER_ON_RECORD.id, REPLACE_ON_RECORD.id) for e in entries)
    while f"{state.lower()}-{number}" in taken:
        number += 1
    return f"{state.lower()}-{number}"


def _fields(attempt: Attempt, act: Act, reasons: str) -> dict[str, Json]:
    form, today = attempt.form, attempt.at.date()
    told: dict[str, Json] = {name: _words(form, name) for name in ("says", "source", "where")}
    told["kind"] = _one_of(form, "kind", [kind.value for kind in KINDS])
    told["check"] = _one_of(form, "check", [check.value for check in Check])
    told["on"] = str(form.get("on") or "").strip()
    read_on = _day(form, "read_on")
    if read_on is None or read_on > today:
        raise FormError("read_on", "it is missing, or still to come", "Write the day on which it was read")
    told["read_on"] = read_on.isoformat()
    expires = _day(form, "expires")
    if expires is not None and expires <= today:
        raise FormError("expires", f"{expires} has passed", "Write a later day, or leave it out")
    told["expires"] = expires.isoformat() if expires else ""
    told["bears"], told["means"] = words(form.get("bears"), "bears"), words(form.get("means"), "means")
    told["host"] = str(form.get("host") or "").strip()
    if act is REPLACE_ON_RECORD:
        told |= {"replaces": attempt.object, "reasons": reasons}
        told["withdrawn"] = reasons if form.get("withdrawn") else ""
    return told


def _reply(attempt: Attempt) -> dict[str, Json]:
    on = _day(attempt.form, "on")
    if on is None or on > attempt.at.date():
        raise FormError("on", "it is missing, or still to come", "Write the day of the reply")
    return {"reply": _words(attempt.form, "reply"), "source": _words(attempt.form, "source"), "on": on.isoformat()}


def _fact(one: Recorded) -> Fact:
    """An entry of the record.

    Raises:
        RecordError: It cannot stand.
        ValueError: A word of it is none of the words for it.
    """
    told = one.fields
    return Fact(
        id=one.entry,
        state=one.state,
        kind=Kind(told["kind"]),
        on=told["on"],
        says=told["says"],
        source=told["source"],
        where=told["where"],
        read_on=date.fromisoformat(told["read_on"]),
        check=Check(told["check"]),
        bears=tuple(told["bears"]),
        means=frozenset(map(Means, told["means"])),
        host=told["host"],
        replaces=told.get("replaces", ""),
        withdrawn=told.get("withdrawn", ""),
        expires=date.fromisoformat(told["expires"]) if told["expires"] else None,
        reasons=told.get("reasons", ""),
        entered=one.on,
    )


def _words(form: Mapping[str, Json], name: str) -> str:
    told = str(form.get(name) or "").strip()
    if not told or len(told) > LONGEST:
        raise FormError(name, "it is missing, or too long", f"Write at most {LONGEST} signs")
    return told


def _one_of(form: Mapping[str, Json], name: str, known: Sequence[str]) -> str:
    told = str(form.get(name) or "")
    if told not in known:
        raise FormError(name, f"{told!r} is none of them", f"Write one of: {', '.join(known)}")
    return told


def _day(form: Mapping[str, Json], name: str) -> date | None:
    told = str(form.get(name) or "").strip()
    if not told:
        return None
    try:
        return date.fromisoformat(told)
    except ValueError as error:
        raise FormError(name, f"{told!r} is no day", "Write it as 2026-03-02") from error


def _done(attempt: Attempt, name: str, role: Role, fields: Mapping[str, Json]) -> Done:
    return Done(NewEntry(attempt.act, name, attempt.actor.account, {"role": role.value, **fields}))


def _barred(attempt: Attempt, *obstacles: Obstacle) -> Barred:
    told: dict[str, Json] = {"act": attempt.act, "obstacles": [o.as_json() for o in obstacles]}
    return Barred(NewEntry(BARRED, attempt.object, attempt.actor.account, told), obstacles)
