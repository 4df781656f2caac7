"""Registers at the door: what came into one, and who asked it what for.

A register has a stream of entries of its own (`people.mandates.stream_of`), which is no case: it does not fold as one,
a mandate for every case does not cover it, and its custodian sees no case. Its custodian is appointed by an
administrator like anybody else (`staffing`), and keeps that register alone. The object of its entries is always empty,
and whether an entry is there to detect fishing stands inside a field like all words: identifiers and names of fields
are never erased.

What is in a register stands in its store and not in the journal; the journal holds what came in, by digest, and when. A
wrong entry is ended, and not deleted; an import takes nothing away.

How a register is asked, by whoever opens the door:

1. `keep` the attempt `query-register`, inside the transaction that holds the journal, on the entries of the register's
   stream and on what it looked up `Beside` them; write the entry it gives, done or barred. A query is recorded before
   it is answered, and one that is barred is never looked up.
2. Outside that transaction: match the names with the store (`rogatory.linkage`).
3. Answer with what was found, and tell of an entry that nobody can honestly have asked for (`register_answers`).

A case is screened the same way: each register is asked first, in the name of whoever screens and for this case.

Another office asks from elsewhere, about a case that is not here: its account holds the role of standing queries for
that one register, the query names the `office`, and the answer is graded, whatever the register holds.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rogatory.law.acts import Act, Role
from rogatory.law.canonical import canonical_bytes, plain
from rogatory.office.acts.plain import must_be_plain, words
from rogatory.office.errors import FormError, Hurdle, Obstacle, UnknownActError, UnknownObjectError
from rogatory.office.filing import CUSTODY, END_ENTRY, IMPORT_ENTRIES, OPEN_REGISTER, PUT_ENTRY, QUERY_REGISTER
from rogatory.office.folds.dossier import BARRED, Entry, named
from rogatory.office.perform import Attempt, Barred, Done, NewEntry
from rogatory.office.streams.register_answers import AnswerForm, answer_form
from rogatory.office.streams.staffing import REGISTER_ID
from rogatory.people.mandates import EVERY_CASE, Mandate, is_register, register_of
from rogatory.registers.model import RegisterEntry, RegisterKind

Json = Any
SOURCE = "rules on registers"
CHANGES = (IMPORT_ENTRIES.id, PUT_ENTRY.id, END_ENTRY.id)
"""Acts by which what a register holds changes."""
ELSEWHERE = (Role.STANDING_QUERY,)
"""Who asks for another office."""
MOST_NAMES = 200
"""Forms of names in one query."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How often one account may ask one register.

    Attributes:
        per_day: Queries in a day. Standing queries, whose names are those of the cases, are not counted.
        per_case: Queries in a day for one case.
    """

    per_day: int = 100
    per_case: int = 24


@dataclass(frozen=True, slots=True)
class Query:
    """One query as it was recorded.

    Attributes:
        name: What it is called, by the number of its entry in the journal, as `query-3`.
        on: Day.
        account: Who asked.
        role: In which role.
        case: For which case.
    """

    name: str
    on: date
    account: str
    role: str
    case: str


@dataclass(frozen=True, slots=True)
class Custody:
    """A register as its entries make it; what it holds stands in its store.

    Attributes:
        register: Its identifier.
        kind: What it holds.
        title: Its name.
        limits: How often it may be asked.
        changed: Day of the last import, put or end; None: nothing has come in.
        queries: Queries done, in order.
    """

    register: str
    kind: RegisterKind
    title: str
    limits: Limits
    changed: date | None
    queries: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Entries about to come in, read and checked before the journal is held.

    Attributes:
        count: How many.
        digest: SHA-256 over the digests of the entries in order of their identifiers, in hexadecimal: the same for the
            same entries in any order.
        only: The entry in plain values where it is one; None where there are several.
    """

    count: int
    digest: str
    only: Mapping[str, Json] | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What whoever opens the door looked up beside the entries of the stream, in the same transaction.

    Attributes:
        batch: For `import-entries` and `put-entry`: what is about to come in.
        stands: For `end-entry`: whether the store holds an entry of that identifier that has not ended.
        case_there: For `query-register`: whether the case named is registered here.
    """

    batch: Batch | None = None
    stands: bool = False
    case_there: bool = False


def custody_of(entries: Iterable[Entry]) -> Custody:
    """A register, folded from the entries of its stream in their order.

    Whoever only asks may give the opening and the entries of the day: limits count by day.

    Raises:
        UnknownObjectError: There is no entry that opens it.
    """
    found = list(entries)
    if not found or found[0].act != OPEN_REGISTER.id:
        raise UnknownObjectError("there is no such register; an administrator opens it")
    told = found[0].fields
    changes = [e.at.date() for e in found if e.act in CHANGES]
    queries = tuple(
        Query(named("query", e.seq), e.at.date(), e.actor, e.fields["role"], e.fields["case"])
        for e in found
        if e.act == QUERY_REGISTER.id
    )
    limits = Limits(told["per_day"], told["per_case"])
    kind = RegisterKind(told["kind"])
    return Custody(register_of(found[0].case), kind, told["title"], limits, max(changes, default=None), queries)


def batch_of(entries: Iterable[RegisterEntry], register: str, kind: RegisterKind) -> Batch:
    """Entries about to come into a register; to be called before the journal is held, however many there are.

    Args:
        entries: The entries.
        register: Identifier of the register.
        kind: What it holds.

    Raises:
        FormError: There is none, one has no identifier or no source, is of another register or kind, or two share an
            identifier.
    """
    digests: dict[str, bytes] = {}
    only: RegisterEntry | None = None
    for place, entry in enumerate(entries):
        where = f"entries[{place}]"
        if not entry.id or entry.id in digests:
            raise FormError(f"{where}.id", f"{entry.id!r} is missing or stands twice", "Give each its own identifier")
        if (entry.register, entry.kind) != (register, kind):
            raise FormError(f"{where}.register", f"it is of {entry.register!r}", f"Give entries of {register} only")
        if not entry.source.strip():
            raise FormError(f"{where}.source", "it is missing", "Say where the entry is told")
        digests[entry.id] = hashlib.sha256(canonical_bytes(entry)).digest()
        only = entry if place == 0 else None
    if not digests:
        raise FormError("entries", "there is none", "Give at least one entry")
    whole = hashlib.sha256(b"".join(digests[ident] for ident in sorted(digests))).hexdigest()
    return Batch(len(digests), whole, plain(only) if only else None)


def keep(attempt: Attempt, entries: Sequence[Entry], beside: Beside | None = None) -> Done | Barred:
    """Open a register, bring something in, end an entry, or ask it; or say what stands against it.

    Args:
        attempt: Who would do what; its case is `stream_of` the register. Forms: to open `kind`, `title`, perhaps
            `per_day` and `per_case`; to import `source`; to put `canary` (true: it is there to detect fishing); to end
            `entry` and `reasons`; to ask `case`, `purpose` and `names`, and from elsewhere `office`.
        entries: The entries of its stream, in order; none: it is not open yet.
        beside: What was looked up beside them; None: nothing.

    Raises:
        UnknownActError: It is no act on a register.
        UnknownObjectError: There is no such register or entry, or the register is open already.
        FormError: What was filled in cannot be taken.
    """
    act = CUSTODY.get(attempt.act)
    if act is None:
        msg = f"{attempt.act!r} is not done to a register"
        raise UnknownActError(msg)
    if not is_register(attempt.case) or not REGISTER_ID.fullmatch(register_of(attempt.case)):
        raise UnknownObjectError("a register is called by small letters, digits and hyphens, thirty at most")
    if (act is OPEN_REGISTER) == bool(entries):
        raise UnknownObjectError("a register is opened once, and before anything else is done to it")
    must_be_plain(attempt.form)
    case = str(attempt.form.get("case") or "")
    beside = beside or Beside()
    office = str(attempt.form.get("office") or "").strip() if act is QUERY_REGISTER else ""
    where, roles = (attempt.case, ELSEWHERE) if office else (_where(act, attempt.case, case), act.by)
    held = attempt.actor.mandates_for(where, attempt.at.date(), roles)
    if not held or (act is QUERY_REGISTER and not (case and (office or beside.case_there))):
        return _barred(attempt, _nobody(act))
    if act is OPEN_REGISTER:
        return _opened(attempt)
    custody = custody_of(entries)
    match act.id:
        case IMPORT_ENTRIES.id | PUT_ENTRY.id:
            return _brought(attempt, act, beside.batch)
        case END_ENTRY.id:
            return _ended(attempt, beside)
        case _:
            return _asked(attempt, custody, held[0], office)


def _where(act: Act, stream: str, case: str) -> str:
    """For what a mandate is needed: the office, the case a question is asked for, or the register itself."""
    if act is OPEN_REGISTER:
        return EVERY_CASE
    return case if act is QUERY_REGISTER else stream


def _opened(attempt: Attempt) -> Done:
    form, kinds = attempt.form, [kind.value for kind in RegisterKind]
    if form.get("kind") not in kinds:
        raise FormError("kind", f"{form.get('kind')!r} is no kind of register", f"Write one of: {', '.join(kinds)}")
    title = str(form.get("title") or "").strip()
    if not title:
        raise FormError("title", "it is missing", "Say what the register is called")
    usual = Limits()
    per_day = _number(attempt, "per_day", usual.per_day)
    per_case = _number(attempt, "per_case", usual.per_case)
    told = {"kind": form["kind"], "title": title, "per_day": per_day, "per_case": per_case}
    return _done(attempt, Role.ADMINISTRATOR, **told)


def _number(attempt: Attempt, part: str, usual: int) -> int:
    told = attempt.form.get(part, usual)
    if not isinstance(told, int) or isinstance(told, bool) or told < 1:
        raise FormError(part, f"{told!r} is no number of queries", "Write a whole number, 1 or more")
    return told


def _brought(attempt: Attempt, act: Act, batch: Batch | None) -> Done:
    if batch is None or (act is PUT_ENTRY and batch.only is None):
        need = "one entry" if act is PUT_ENTRY else "the entries"
        raise FormError("entries", "they are missing", f"Give {need}, as `batch_of` has read them")
    told: dict[str, Json] = {"count": batch.count, "digest": batch.digest}
    if act is PUT_ENTRY:
        marks = {"canary": bool(attempt.form.get("canary"))}
        return _done(attempt, Role.CUSTODIAN, **told, entry=batch.only, marks=marks)
    source = str(attempt.form.get("source") or "").strip()
    if not source:
        raise FormError("source", "it is missing", "Say where the entries come from")
    return _done(attempt, Role.CUSTODIAN, **told, source=source)


def _ended(attempt: Attempt, beside: Beside) -> Done | Barred:
    ident = str(attempt.form.get("entry") or "")
    if not ident or not beside.stands:
        raise UnknownObjectError("the register has no such entry, or it has ended")
    reasons = str(attempt.form.get("reasons") or "").strip()
    if not reasons:
        return _barred(attempt, Obstacle(Hurdle.REASONS, "say why the entry ends", SOURCE, "reasons"))
    return _done(attempt, Role.CUSTODIAN, entry=ident, reasons=reasons)


def _asked(attempt: Attempt, custody: Custody, mandate: Mandate, office: str) -> Done | Barred:
    form, case = attempt.form, str(attempt.form["case"])
    purpose = str(form.get("purpose") or "").strip()
    if not purpose:
        raise FormError("purpose", "it is missing", "Say what the answer is needed for")
    names = words(form.get("names"), "names")
    if not 0 < len(names) <= MOST_NAMES or not all(name.strip() for name in names):
        raise FormError("names", "there is none, an empty one, or too many", f"Give one to {MOST_NAMES} names")
    if against := tuple(over_the_limit(custody, attempt.actor.account, mandate.role, case, attempt.at.date())):
        return _barred(attempt, *against)
    held = attempt.actor.mandates_for(case, attempt.at.date())
    form_ = AnswerForm.GRADED if office else answer_form(held, custody.kind)
    told = {"case": case, "purpose": purpose, "names": names, "form": form_.value}
    told |= {"office": office} if office else {}
    return _done(attempt, mandate.role, **told)


def over_the_limit(custody: Custody, account: str, role: Role, case: str, on: date) -> Iterator[Obstacle]:
    """What stands against one more query of an account on a day: each limit that is reached.

    Args:
        custody: The register, with the queries of that day at least.
        account: Who asks.
        role: In which role.
        case: For which case.
        on: The day.
    """
    today = [q for q in custody.queries if (q.account, q.on) == (account, on)]
    if role is not Role.STANDING_QUERY and len(today) >= custody.limits.per_day:
        yield _limit(f"this account has asked {len(today)} times today")
    of_case = sum(q.case == case for q in today)
    if of_case >= custody.limits.per_case:
        yield _limit(f"this account has asked {of_case} times today for this case")


def _limit(text: str) -> Obstacle:
    return Obstacle(Hurdle.LIMIT, text, SOURCE, "tomorrow, or the custodian, who may be asked in person")


def _nobody(act: Act) -> Obstacle:
    """The same whether there is no such case, no mandate for it, or none in a role that may."""
    who = ", ".join(role.value for role in act.by)
    of = "the case named" if act is QUERY_REGISTER else "this"
    return Obstacle(Hurdle.ROLE, f"to {act.title} is for a mandate for {of}, as: {who}", "table of acts")


def _done(attempt: Attempt, role: Role, **fields: Json) -> Done:
    return Done(NewEntry(attempt.act, "", attempt.actor.account, {"role": role.value, **fields}))


def _barred(attempt: Attempt, *obstacles: Obstacle) -> Barred:
    told: dict[str, Json] = {"act": attempt.act, "obstacles": [o.as_json() for o in obstacles]}
    told |= {part: str(attempt.form[part]) for part in ("case", "purpose", "office") if attempt.form.get(part)}
    return Barred(NewEntry(BARRED, "", attempt.actor.account, told), obstacles)
