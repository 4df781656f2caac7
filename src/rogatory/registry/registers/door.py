"""The door to the registers: what comes in, what ends, and who asks; each in one transaction with its entry.

Web, API, command line and jobs call `keep`, `ask` and `log`, and nothing else. A query is recorded before it is
answered, and one that is barred is never looked up.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from rogatory.casefile.model import CaseFile
from rogatory.law.acts import Role
from rogatory.linkage.book import Book
from rogatory.linkage.model import Link, Looked
from rogatory.linkage.screening import screen
from rogatory.office.filing import END_ENTRY, OPEN_REGISTER, PUT_ENTRY, QUERY_REGISTER
from rogatory.office.folds.dossier import Entry
from rogatory.office.perform import Attempt, Barred, Done
from rogatory.office.streams import register_answers
from rogatory.office.streams.custody import Batch, Beside, Custody, batch_of, custody_of
from rogatory.office.streams.custody import keep as kept_so
from rogatory.office.streams.register_answers import Answer, AnswerForm
from rogatory.people.mandates import EVERY_CASE, Actor, Mandate, stream_of
from rogatory.registers.model import Register, RegisterEntry, RegisterKind
from rogatory.registry.cases import copies, journal
from rogatory.registry.cases.models import CaseCopy
from rogatory.registry.registers import elsewhere, store
from rogatory.registry.registers.made_up import MadeUp, asked_for
from rogatory.registry.registers.models import HeldEntry, RegisterCopy
from rogatory.registry.registers.sight import seeing
from rogatory.registry.registers.told import read


class NoSuchRegisterError(LookupError):
    """There is no such register, or not for this person: which of the two is not told."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of an attempt at a register.

    Attributes:
        register: Its identifier.
        seq: Number of the entry that records it, whether done or barred.
        result: Done or barred.
        count: How many entries came in or ended.
    """

    register: str
    seq: int
    result: Done | Barred
    count: int = 0


def keep(
    account: str,
    act: str,
    register: str,
    form: Mapping[str, Any] | None = None,
    *,
    entries: Sequence[RegisterEntry] = (),
    at: datetime | None = None,
) -> Kept:
    """Open a register, bring entries in, or end one; a barred attempt is recorded all the same.

    Args:
        account: Public identifier of the account that acts.
        act: `open-register`, `import-entries`, `put-entry` or `end-entry`.
        register: Identifier of the register.
        form: What was filled in (`office.streams.custody.keep`).
        entries: What comes in; of another register or kind it is refused.
        at: Moment; None: now.

    Raises:
        NoSuchRegisterError: There is no such register for this person.
        UnknownObjectError: The register has no such entry, or is open already.
        FormError: What was filled in, or an entry, cannot be taken.
    """
    at, form = at or timezone.now(), form or {}
    stream = stream_of(register)
    if act == QUERY_REGISTER.id:
        msg = "a register is asked with `ask`"
        raise ValueError(msg)
    batch = _batch(entries, register)
    with transaction.atomic(durable=True):
        journal.lock()
        before = journal.entries_of(stream)
        beside = Beside(batch, store.stands(register, str(form.get("entry") or "")))
        mandates = copies.mandates_held(account, EVERY_CASE if act == OPEN_REGISTER.id else stream)
        attempt = Attempt(act, "", stream, Actor(account, mandates), timezone.localtime(at), form)
        if not before and act != OPEN_REGISTER.id:
            raise NoSuchRegisterError(register)
        result = kept_so(attempt, before, beside)
        # Whoever tried in vain to open a register made none: it can still be opened.
        stream = stream_of(register) if before or isinstance(result, Done) else EVERY_CASE
        (seq,) = journal.write(stream, [result.entry], at)
        count = _carry_out(register, result, entries, form, seq, at) if isinstance(result, Done) else 0
    return Kept(register, seq, result, count)


def _batch(entries: Sequence[RegisterEntry], register: str) -> Batch | None:
    if not entries:
        return None
    copy = RegisterCopy.objects.filter(register=register).first()
    if copy is None:
        raise NoSuchRegisterError(register)
    return batch_of(entries, register, RegisterKind(copy.kind))


def _carry_out(
    register: str, result: Done, entries: Sequence[RegisterEntry], form: Mapping[str, Any], seq: int, at: datetime
) -> int:
    count, told = 1, result.entry.fields
    if result.entry.act == OPEN_REGISTER.id:
        RegisterCopy.objects.create(register=register, kind=told["kind"], title=told["title"], changed=seq)
        return 0
    if result.entry.act == END_ENTRY.id:
        store.end(register, told["entry"], seq)
    else:
        count = store.take(entries, seq, canary=result.entry.act == PUT_ENTRY.id and bool(form.get("canary")))
    RegisterCopy.objects.filter(register=register).update(changed=seq, changed_on=timezone.localdate(at))
    return count


@dataclass(frozen=True, slots=True)
class Asked:
    """What asking a register gave.

    Attributes:
        seq: Number of the entry that records the query, done or barred.
        result: Done or barred.
        answer: What it answers; None: it was barred.
    """

    seq: int
    result: Done | Barred
    answer: Answer | None


def ask(  # noqa: PLR0913 - what a query names
    account: str, register: str, case: str, purpose: str, about: CaseFile, *, office: str = "",
    at: datetime | None = None,
) -> Asked:  # fmt: skip
    """Ask one register about persons and proceedings, for a case and a purpose.

    Args:
        account: Public identifier of the account that asks.
        register: Identifier of the register.
        case: Number of the case it is asked for.
        purpose: What the answer is needed for, in words.
        about: Who and what is asked for, as the persons and proceedings of a file.
        office: The office that asks from elsewhere about a case of its own; empty: the case is one of this office.
        at: Moment; None: now.

    Raises:
        NoSuchRegisterError: There is no such register.
        FormError: No purpose or no name is given.
        NotAskedError: It is kept elsewhere and could not be asked.
    """
    at = at or timezone.now()
    seq, result, held = recorded(account, register, case, purpose, names_of(about), at, office=office)
    if isinstance(result, Barred):
        return Asked(seq, result, None)
    if kept := elsewhere.kept(register):
        return Asked(seq, result, elsewhere.answer(kept, case, purpose, about))
    with store.source([register]) as (registers_, _):
        # Its answer is its own: no path leads to it through a register that was not asked.
        others = frozenset(held.id for held in registers_.registers if held.id != register)
        screening = screen(about, registers_, timezone.localdate(at), without=others)
    found = screening.links
    told_on(account, register, seq, result, about, at)
    if office:
        word = register_answers.answer(found, AnswerForm.GRADED, ()).word
        looked = next(line for line in screening.coverage if line.register == register)
        return Asked(seq, result, Answer(word, about=_about(found), entries=looked.entries, as_of=looked.as_of))
    form = AnswerForm(result.entry.fields["form"])
    return Asked(seq, result, register_answers.answer(found, form, held))


def _about(found: Iterable[Link]) -> tuple[tuple[str, str], ...]:
    """What an office elsewhere is told: under a key of this one, so that nobody can try out what was compared."""
    graded = register_answers.graded_of(found)
    return tuple((one, salted_hmac("graded answer", " ".join(told)).hexdigest()) for one, told in graded.items())


def recorded(  # noqa: PLR0913 - what a query names
    account: str, register: str, case: str, purpose: str, names: Sequence[str], at: datetime, *, office: str = ""
) -> tuple[int, Done | Barred, tuple[Mandate, ...]]:
    """Record a query before it is answered: the number of its entry, what came of it, the asker's mandates.

    Raises:
        NoSuchRegisterError: There is no such register.
        FormError: No purpose or no name is given.
    """
    stream = stream_of(register)
    with transaction.atomic(durable=True):
        journal.lock()
        before = journal.opening_and_since(stream, _midnight(at))
        if not before:
            raise NoSuchRegisterError(register)
        actor = Actor(account, copies.mandates_held(account, stream if office else case))
        form = {"case": case, "purpose": purpose, "names": list(names), "office": office}
        attempt = Attempt(QUERY_REGISTER.id, "", stream, actor, timezone.localtime(at), form)
        there = bool(case) and CaseCopy.objects.filter(case=case).exists()
        result = kept_so(attempt, before, Beside(case_there=there))
        (seq,) = journal.write(stream, [result.entry], at)
    return seq, result, actor.mandates_for(case, timezone.localdate(at))


def told_on(account: str, register: str, seq: int, result: Done, about: CaseFile, at: datetime) -> None:
    """Tell of a query that met an entry nobody can honestly have asked for."""
    made_up = store.made_up(register)
    if not made_up:
        return
    links = screen(about, Book([made_up]), timezone.localdate(at)).links
    if met := register_answers.hits(links, [entry.id for entry in made_up.entries]):
        with transaction.atomic(durable=True):
            journal.lock()
            journal.write(stream_of(register), [register_answers.alarm(result.entry, f"query-{seq}", met)], at)


def names_of(about: CaseFile) -> tuple[str, ...]:
    """Every form of every name a file asks for, once, in order."""
    persons = [form for p in about.persons for form in ((p.identity.names if p.identity else ()) or (p.name,))]
    parties = [party.name for p in about.proceedings for party in p.parties]
    return tuple(dict.fromkeys(name for name in (*persons, *parties) if name.strip()))


def registers() -> list[Register]:
    """The registers kept here, without what they hold."""
    return store.heads()


def log(account: str, register: str, *, at: datetime | None = None) -> tuple[Custody, list[Entry]]:
    """What of a register's stream somebody sees.

    Raises:
        NoSuchRegisterError: There is no such register, or nothing of it is for this person.
    """
    day = timezone.localdate(at or timezone.now())
    entries = journal.entries_of(stream_of(register))
    held = (*copies.mandates_held(account, stream_of(register)), *copies.mandates_held(account, EVERY_CASE))
    seen = list(register_answers.log(entries, held, day))
    if not seen:
        raise NoSuchRegisterError(register)
    return custody_of(entries), seen


def held_entries(account: str, register: str, wanted: str = "", most: int = 50) -> list[tuple[RegisterEntry, bool]]:
    """The entries of a register that stand, for its custodian: each with whether it is made up.

    Args:
        account: Public identifier of the reader.
        register: Identifier of the register.
        wanted: Words that title, names or numbers must hold; empty: all.
        most: How many at most.

    Raises:
        NoSuchRegisterError: The reader does not keep it.
    """
    if not keeps(account, register):
        raise NoSuchRegisterError(register)
    with seeing(register):
        found = HeldEntry.objects.filter(register=register, ended=None)
        for word in copies.folded(wanted).split():
            found = found.filter(search__contains=word)
        return [(read(row.told), row.canary) for row in found[:most]]


def made_up(account: str, register: str) -> list[MadeUp]:
    """The entries of a register that are made up, for its custodian, each with how often it was asked for.

    Raises:
        NoSuchRegisterError: The reader does not keep it.
    """
    if not keeps(account, register):
        raise NoSuchRegisterError(register)
    there = store.made_up(register)
    return asked_for(there.entries if there else (), journal.entries_of(stream_of(register)))


def keeps(account: str, register: str, *, at: datetime | None = None) -> bool:
    """Whether somebody is the custodian of a register today."""
    day = timezone.localdate(at or timezone.now())
    mandates = copies.mandates_held(account, stream_of(register))
    return bool(Actor(account, mandates).mandates_for(stream_of(register), day, (Role.CUSTODIAN,)))


def unasked(register: Register, problem: str) -> Looked:
    """The line of the coverage for a register that could not be asked."""
    return Looked(register.id, register.kind, None, register.as_of, (), problem)


def _midnight(at: datetime) -> datetime:
    """Limits count by day."""
    return timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
