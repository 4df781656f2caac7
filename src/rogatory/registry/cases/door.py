"""The one door, as the registry opens it: in one transaction, on the journal's head, with the copies brought along.

Web, API, command line and jobs call `do`, `look` and nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from rogatory.deployment.law_in_force import law_in_force
from rogatory.intake.errors import CaseFileError
from rogatory.law.acts import DESTROY_MATERIAL, REGISTER, SCREEN, TRANSMIT, Act
from rogatory.linkage.model import Screening
from rogatory.office.acts.doing import Letters
from rogatory.office.acts.erasing import erased
from rogatory.office.acts.inquiring import opened_obstacles
from rogatory.office.acts.leaving import PAYLOAD
from rogatory.office.acts.objects import objects
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.filing import CONFIRM, ERASE, OPEN_ACCOUNT, READ, REVIEW
from rogatory.office.folds.dossier import BARRED, Dossier, grown
from rogatory.office.folds.linking import LinkState
from rogatory.office.perform import Attempt, Barred, Done, NewEntry, act_named, needs_second, perform
from rogatory.office.streams.staffing import found, staff, staff_of
from rogatory.people.mandates import EVERY_CASE, Actor, Mandate
from rogatory.people.sight import Sight, sight
from rogatory.registry.accounts import keeping
from rogatory.registry.accounts.models import Account, make_public_id
from rogatory.registry.cases import copies, counted, journal
from rogatory.registry.cases.models import CaseCopy
from rogatory.registry.documents import papers, store
from rogatory.registry.ledger import originals
from rogatory.registry.mailroom import erasing as received
from rogatory.registry.registers.matching import match
from rogatory.registry.review import copies as of_seizures
from rogatory.registry.review import destroying, judging
from rogatory.registry.review import door as review
from rogatory.registry.review import erasing as said_of_items
from rogatory.registry.review import reading as of_what_was_seized
from rogatory.registry.states.on_record import record_here


class NoSuchCaseError(LookupError):
    """There is no such case, or not for this person: which of the two is not told."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an attempt.

    Attributes:
        case: Identifier of the case.
        seq: Number of the entry that records it, whether done or barred.
        result: Done or barred.
    """

    case: str
    seq: int
    result: Done | Barred


def do(  # noqa: PLR0913 - an act, its object and who did it on what knowledge are the question asked
    account: str,
    act: str,
    case: str,
    obj: str = "",
    form: Mapping[str, Any] | None = None,
    *,
    seen: int | None = None,
    at: datetime | None = None,
) -> Outcome:
    """Do an act in a case, or in the office where `case` is empty; a barred attempt is recorded all the same.

    Args:
        account: Public identifier of the account that acts.
        act: Identifier of the act.
        case: Identifier of the case; empty: the office, or for a registration a case yet to be numbered.
        obj: Identifier of the object; empty: the case.
        form: What was filled in.
        seen: Number of the last entry the person had seen.
        at: Moment; None: now.

    Raises:
        NoSuchCaseError: There is no such case for this person.
        UnknownActError: There is no such act.
        UnknownObjectError: The case has no such object.
        FormError: What was filled in cannot be taken.
    """
    at, form = at or timezone.now(), form or {}
    if act in REVIEW:
        links = _confirmed(case) if form.get("link") else frozenset[str]()
        return _do_to_items(account, review.Asked(act, case, obj, form, at, links))
    if act in (DESTROY_MATERIAL.id, CONFIRM.id) and case != EVERY_CASE:
        destroying.will_be_true(account, case, act, obj, form)
    return _do(account, act, case, obj, form, seen=seen, at=at)[0]


def _do(  # noqa: PLR0913 - as `do`
    account: str, act: str, case: str, obj: str, form: Mapping[str, Any], *, seen: int | None, at: datetime
) -> tuple[Outcome, Dossier | None]:
    """What came of an attempt, and the case after it as its journal then held it; None: there is none (any more)."""
    matched = _matched(account, case, at) if act == SCREEN.id else None
    taken = _taken(account, case, act, obj, form, at) if papers.concerns(act, form) else papers.Taken()
    leaving = _leaving(case, act, obj, form, at) if act in (TRANSMIT.id, CONFIRM.id) else None
    with transaction.atomic(durable=True):
        journal.lock()
        if case == EVERY_CASE and act != REGISTER.id:
            return _do_in_office(account, act, obj, form, at), None
        case = case or next_number(at)
        dossier = journal.dossier_if_any(case)
        if dossier is None and act != REGISTER.id:
            raise NoSuchCaseError(case)
        entries = dossier.entries if dossier else ()
        colleagues = copies.mandates_in(case)
        attempt = Attempt(
            act, obj, case, _among(colleagues, account), timezone.localtime(at), form,
            matched[0] if matched else seen,
            _may_wait(act_named(act)) and journal.witnessed(entries), colleagues,
            matched[1] if matched else None, taken.kept,
            _letters(dossier, act, obj, form) if dossier and act in (ERASE.id, CONFIRM.id) else None,
            judging.moved(leaving, case, dossier.head) if leaving and dossier else None,
            record_here(),
        )  # fmt: skip
        stranger = dossier is not None and _sight(attempt.actor, case, at) is Sight.NOTHING
        try:
            result = perform(attempt, dossier, law_in_force())
        except (UnknownObjectError, FormError) as error:
            # What these say of the case is not for a stranger either.
            raise NoSuchCaseError(case) if stranger and not _may_file(attempt, error) else error from error
        _what_it_names_exists(result)
        # A registration that was barred made no case; its number is the next one's.
        case = case if dossier or isinstance(result, Done) else EVERY_CASE
        (seq,) = journal.write(case, [result.entry], at)
        if isinstance(result, Done):
            _erase(case, result.entry, at)
            store.keep(attempt, result, dossier, seq, taken.pdf)
        after = _after(case, dossier, result.entry, seq, at)
        _bring_along(case, after, result, seq, at)
    if stranger and isinstance(result, Barred):
        # The attempt is recorded, and the answer does not tell that the case exists.
        raise NoSuchCaseError(case)
    return Outcome(case, seq, result), after


def _letters(dossier: Dossier, act: str, obj: str, form: Mapping[str, Any]) -> Letters:
    """What the office keeps of the received documents of a case, and of the reviews of its seizures, for an erasure."""
    return said_of_items.with_reviews(received.letters_of(dossier), dossier, act, obj, form)


def _may_wait(act: Act) -> bool:
    """Whether it may turn on the witnesses if an act is done; of others it is not asked what they have seen."""
    return act is CONFIRM or (needs_second(act) and not act.reversible)


def _after(case: str, before: Dossier | None, entry: NewEntry, seq: int, at: datetime) -> Dossier | None:
    """The case with an entry just written: what was read under the lock, and the entry; None: there is no case."""
    if case == EVERY_CASE:
        return None
    if entry.act != ERASE.id:
        return grown(before, journal.as_read(case, seq, entry, at))
    try:
        # Words of earlier entries are gone, and a tombstone came: nothing of what was read stands for it.
        return journal.dossier_of(case)
    except CaseFileError:
        # What registered it is erased: there is no case any more, and its entries tell that there was one.
        return None


def _do_to_items(account: str, asked: review.Asked) -> Outcome:
    """Do something to items of a seizure of a case (`review.door`)."""
    case = asked.case
    if not CaseCopy.objects.filter(case=case).exists():
        raise NoSuchCaseError(case)
    kept = review.do(account, asked)
    actor = Actor(account, copies.mandates_held(account, case))
    if isinstance(kept.result, Barred) and _sight(actor, case, asked.at) is Sight.NOTHING:
        raise NoSuchCaseError(case)
    return Outcome(case, kept.seq, kept.result)


def _confirmed(case: str) -> frozenset[str]:
    """Names of the links of a case that were confirmed: taint may rest on one."""
    dossier = journal.dossier_if_any(case)
    links = dossier.links if dossier else {}
    return frozenset(name for name, link in links.items() if link.state is LinkState.CONFIRMED)


def _erase(case: str, entry: NewEntry, at: datetime) -> None:
    """Let go what an act of erasure names: words of entries, and documents with all that was read in them."""
    if entry.act != ERASE.id:
        return
    gone = tuple(entry.fields.get("originals", ()))
    journal.erase(case, {**erased(entry.fields), **received.settled_in(gone)}, gone, entry, at)
    received.forget(gone)


def _matched(account: str, case: str, at: datetime) -> tuple[int, Screening] | None:
    """The head of a case, and what it meets in the registers; None: there is no such case.

    Before the journal is held: each register is asked on a record of its own, and matching takes its time.
    """
    dossier = journal.dossier_if_any(case)
    return (dossier.head, match(account, dossier, at)) if dossier else None


def _leaving(case: str, act: str, obj: str, form: Mapping[str, Any], at: datetime) -> judging.Judged | None:
    """What stands against sending a package because of what is in it; before the journal is held, as it takes its time.

    None: nothing is sent by this act.
    """
    dossier = journal.dossier_if_any(case) if case != EVERY_CASE else None
    if act == CONFIRM.id and dossier:
        proposal = dossier.proposals.get(obj)
        if proposal is None or proposal.act != TRANSMIT.id:
            return None
        obj, form = proposal.object, proposal.entry.fields["form"]
    return judging.judged_anew(case, obj, str(form.get(PAYLOAD) or ""), at) if dossier else None


def _taken(account: str, case: str, act: str, obj: str, form: Mapping[str, Any], at: datetime) -> papers.Taken:
    """What is kept of the document an act is done to; before the journal is held, as paper and key take their time."""
    dossier = journal.dossier_if_any(case) if case != EVERY_CASE else None
    if dossier is None:
        return papers.Taken()
    return papers.taken(Actor(account, copies.mandates_held(account, case)), dossier, act, obj, form, at)


def look(account: str, case: str, obj: str = "", *, at: datetime | None = None) -> tuple[Dossier, Sight]:
    """Read a case; the reading is recorded, and so is the attempt of somebody who may not.

    Args:
        account: Public identifier of the account.
        case: Identifier of the case.
        obj: Name of a received document, or of a protected source, that is opened; empty: the case alone.
        at: Moment; None: now.

    Raises:
        NoSuchCaseError: There is no such case for this person, or no such document that may be opened.
    """
    at = at or timezone.now()
    seen = _sight(Actor(account, copies.mandates_held(account, case)), case, at)
    if not CaseCopy.objects.filter(case=case).exists():
        raise NoSuchCaseError(case)
    if seen is Sight.NOTHING:
        if not _tried_before(case, account, at):
            do(account, READ.id, case, at=at)
        raise NoSuchCaseError(case)
    dossier = journal.dossier_of(case) if _reading_on(case, account, at) else _read(account, case, "", at)
    return (_opened(account, dossier, obj, at) if obj else dossier), seen


def _opened(account: str, dossier: Dossier, name: str, at: datetime) -> Dossier:
    """The case, once it is recorded that one of its received documents, or who a source is, was opened."""
    case = dossier.case.id
    held = Actor(account, copies.mandates_held(account, case)).mandates_for(case, timezone.localdate(at))
    if name not in objects(READ, dossier):
        raise NoSuchCaseError(case)
    if opened_obstacles(name, dossier, held):
        if not _tried_before(case, account, at):
            do(account, READ.id, case, name, at=at)
        raise NoSuchCaseError(case)
    if _reading_on(case, account, at, name):
        return dossier
    return _read(account, case, name, at)


def _read(account: str, case: str, name: str, at: datetime) -> Dossier:
    """The case, once it is recorded that it, or one of its received documents, was opened."""
    _, dossier = _do(account, READ.id, case, name, {}, seen=None, at=at)
    if dossier is None:
        raise NoSuchCaseError(case)
    return dossier


READING = 900
"""Seconds within which pages of a case opened by the same person are one reading, if nobody else did anything there."""


def _tried_before(case: str, account: str, at: datetime) -> bool:
    """Whether this account was barred from this case a moment ago: one entry tells of a row of attempts."""
    last = next(journal.newest_first(case, account), None)
    return last is not None and last[1] == BARRED and (at - last[3]).total_seconds() < READING


def _reading_on(case: str, account: str, at: datetime, obj: str = "") -> bool:
    for actor, act, on, when in journal.newest_first(case):
        if actor != account or (at - when).total_seconds() >= READING:
            return False
        if act == READ.id and on == obj:
            return True
    return False


def found_office(account: str) -> None:
    """Write the first entry of all: the office's first administrator.

    Raises:
        ValueError: The office has entries already.
    """
    at = timezone.now()
    with transaction.atomic():
        journal.lock()
        if journal.entries_of(EVERY_CASE):
            msg = "the office is founded already; an administrator appoints others"
            raise ValueError(msg)
        journal.write(EVERY_CASE, [found(account, timezone.localdate(at).isoformat())], at)
        copies.copy_staff(staff_of(journal.entries_of(EVERY_CASE)))


def next_number(at: datetime) -> str:
    """The number of the next case registered: year and count, as `2026-000012`. Only with the journal locked."""
    year = timezone.localtime(at).year
    last = CaseCopy.objects.filter(case__startswith=f"{year}-").order_by("-case").values_list("case", flat=True).first()
    number = int(last.partition("-")[2]) + 1 if last else 1
    while journal.entries_of(f"{year}-{number:06}"):
        # A case that was erased as a whole has no copy; its number stays its own.
        number += 1
    return f"{year}-{number:06}"


def _do_in_office(account: str, act: str, obj: str, form: Mapping[str, Any], at: datetime) -> Outcome:
    actor = Actor(account, copies.mandates_held(account, EVERY_CASE))
    if act == OPEN_ACCOUNT.id:
        obj = make_public_id()
    attempt = Attempt(act, obj, EVERY_CASE, actor, timezone.localtime(at), form)
    result = staff(attempt, journal.entries_of(EVERY_CASE))
    _account_exists(result)
    if isinstance(result, Done):
        keeping.carry_out(act, obj, form, at)
    (seq,) = journal.write(EVERY_CASE, [result.entry], at)
    copies.copy_staff(staff_of(journal.entries_of(EVERY_CASE)))
    return Outcome(EVERY_CASE, seq, result)


def _bring_along(case: str, after: Dossier | None, result: Done | Barred, seq: int, at: datetime) -> None:
    """Bring the copies of a case up to the entry just written, with which it stands as told; None: it is erased."""
    if case == EVERY_CASE:
        return
    if after is None:
        copies.forget(case)
        counted.forget(case)
        of_seizures.forget(case)
        return
    if isinstance(result, Barred):
        copies.copy_barred(case, at)
    elif result.entry.act != READ.id:
        copies.copy_case(after, timezone.localdate(at))
        counted.count(case, after, seq)
        of_seizures.copy_seizures(case, after.entries)
        of_what_was_seized.follow(result.entry.actor, after, result.entry)
    copies.copy_seen(case, {copies.at_the_door(result.entry): seq})


def _what_it_names_exists(result: Done | Barred) -> None:
    _account_exists(result)
    _documents_are_kept(result)


def _may_file(attempt: Attempt, error: Exception) -> bool:
    """Whether somebody who sees nothing of the case may do this in it: what was filled in wrongly is then told."""
    roles = act_named(attempt.act).by
    return isinstance(error, FormError) and bool(attempt.actor.mandates_for(attempt.case, attempt.at.date(), roles))


def _account_exists(result: Done | Barred) -> None:
    fields = result.entry.fields
    for field, told in (("mandate.account", fields.get("mandate")), ("account", fields.get("invites"))):
        if told and not Account.objects.filter(public_id=told["account"]).exists():
            raise FormError(field, "nobody has this account", "Take it from the list of accounts")


def _documents_are_kept(result: Done | Barred) -> None:
    """A case begins with a document once, and names none that is not kept here."""
    told = result.entry.fields.get("documents", ()) if isinstance(result, Done) else ()
    if missing := sorted(set(told) - originals.held(told)):
        raise FormError("documents", f"no document {missing[0]} is kept here", "Upload it first")
    if told and result.entry.act == REGISTER.id and (begun := copies.begun_from(told)):
        raise FormError("documents", f"{begun[0]} was registered from it", "Attach it to a case, or open that one")


def _among(mandates: tuple[Mandate, ...], account: str) -> Actor:
    return Actor(account, tuple(m for m in mandates if m.account == account))


def _sight(actor: Actor, case: str, at: datetime) -> Sight:
    return sight(actor.mandates_for(case, timezone.localdate(at)))
