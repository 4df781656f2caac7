"""The door to the mailroom: what comes in, what is settled, what becomes a case; each in one transaction.

Web, API, command line and jobs call this, and nothing else. The original is kept first, with its entry; only then is
anything read in it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db import transaction
from django.utils import timezone

from rogatory.extraction.limits import LIMITS, Limits
from rogatory.law.acts import REGISTER
from rogatory.office.errors import FormError, Obstacle
from rogatory.office.filing import ATTACH, READ_AGAIN, RECEIVE, SETTLE_FIELDS
from rogatory.office.folds.originals import letter_name
from rogatory.office.perform import Attempt, Barred, Done
from rogatory.office.streams import mailroom
from rogatory.office.streams.from_letter import Told, asked_of, file_of, letter_of, notice_in, parts_of
from rogatory.office.streams.mailroom import Beside, Mail, filing_obstacles, mail_of
from rogatory.people.mandates import EVERY_CASE, Actor, mail_stream
from rogatory.received.pages import Part
from rogatory.received.proposed import Proposed
from rogatory.received.repeats import Again, Looked, Repeat, repeats
from rogatory.registry.cases import copies, journal
from rogatory.registry.cases import door as cases
from rogatory.registry.cases.earlier import Waiting, alike, waiting_in
from rogatory.registry.ledger import originals
from rogatory.registry.mailroom import erasing, in_case, reading
from rogatory.registry.mailroom.models import Reading, Received

LONGEST_NAME = 200
PAGE = 50
"""Documents on a page of the list."""
MOST_CASES = 10
"""Cases looked at for a letter a document may answer."""
_OUR_NUMBER = re.compile(r"(?<![\w-])(?:19|20)\d{2}-\d{6}(?![\w-])")


class NoSuchMailError(LookupError):
    """There is no such document, or not for this person: which of the two is not told."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of an attempt.

    Attributes:
        number: Number of the document; 0: none was received.
        seq: Number of the entry that records it, whether done or barred.
        result: Done or barred.
    """

    number: int
    seq: int
    result: Done | Barred


@dataclass(frozen=True, slots=True)
class Letter:
    """A received document, opened.

    Attributes:
        row: When and as what it came in, and how far its reading is.
        mail: What its entries make of it.
        part: What was read in it; None: it is not read.
        proposed: What that proposes.
        cases: Numbers of the cases it belongs to.
        same: Numbers of other documents with the same bytes.
    """

    row: Received
    mail: Mail
    part: Part | None
    proposed: tuple[Proposed, ...]
    cases: tuple[str, ...]
    same: tuple[int, ...]

    @property
    def obstacles(self) -> list[Obstacle]:
        """What stands against making a case of it."""
        return filing_obstacles(self.mail, self.part, self.proposed)


def works_here(account: str, at: datetime | None = None) -> bool:
    """Whether somebody sees the mailroom today: as clerk or central authority in every case of the office."""
    day = timezone.localdate(at or timezone.now())
    held = Actor(account, copies.mandates_held(account, EVERY_CASE)).mandates_for(EVERY_CASE, day, SETTLE_FIELDS.by)
    return bool(held)


def receive(account: str, name: str, data: bytes, *, case: str = "", at: datetime | None = None) -> Kept:
    """Keep a document as it came, and say so in the journal: digest, size, and by whom; nothing it holds.

    Args:
        account: Public identifier of the account that brings it.
        name: Its name as received.
        data: Its bytes.
        case: Number of the case it is said to belong to; empty: not said. Nothing follows from it.
        at: Moment; None: now.

    Raises:
        FormError: It is empty, or larger than may come in.
    """
    at = at or timezone.now()
    if not data:
        raise FormError("file", "it is empty", "Choose the document as it came in")
    if len(data) > settings.MOST_BYTES:
        most = settings.MOST_BYTES // 1_000_000
        raise FormError("file", f"it is larger than {most} MB", "Ask who runs the registry to allow larger files")
    digest = originals.digest_of(data)
    with transaction.atomic(durable=True):
        journal.lock()
        row = Received(digest=digest, size=len(data), name=_plain(name), by=account, at=at, entry=0)
        row.meant_for = "".join(c for c in case if c.isprintable())[:40]
        row.save()
        actor = Actor(account, copies.mandates_held(account, EVERY_CASE))
        attempt = Attempt(RECEIVE.id, "", mail_stream(row.pk), actor, timezone.localtime(at), {})
        result = mailroom.handle(attempt, (), Beside(digest, len(data)))
        if isinstance(result, Barred):
            row.delete()
            (seq,) = journal.write(EVERY_CASE, [result.entry], at)
            return Kept(0, seq, result)
        (seq,) = journal.write(mail_stream(row.pk), [result.entry], at)
        originals.keep(data, seq)
        Received.objects.filter(pk=row.pk).update(entry=seq)
    _read_at_once(row)
    return Kept(row.pk, seq, result)


def _plain(name: str) -> str:
    """A name without a path and without signs that are no text."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(c for c in last if c.isprintable()).strip()[:LONGEST_NAME] or "document"


def read(number: int, limits: Limits = LIMITS) -> bool:
    """Read a document that waits; whether it was read."""
    return reading.read(number, lambda: mail_of(journal.entries_of(mail_stream(number))), limits)


def _read_at_once(row: Received) -> None:
    """Read a small document now; whatever that takes too long for, or fails over, waits for the worker."""
    if row.size <= reading.AT_ONCE:
        read(row.pk, reading.HASTE)


def handle(
    account: str, act: str, number: int, form: Mapping[str, Any] | None = None, *, at: datetime | None = None
) -> Kept:
    """Settle fields of a document, have it read again, put it away, or erase it; a barred attempt is recorded too.

    Args:
        account: Public identifier of the account that acts.
        act: `settle-fields`, `read-again`, `put-away`, `erase-document`, or `confirm` for the court that agrees.
        number: Number of the document.
        form: What was filled in (`office.streams.mailroom.handle`).
        at: Moment; None: now.

    Raises:
        NoSuchMailError: There is no such document for this person.
        UnknownActError: There is no such act.
        UnknownObjectError: Nothing waits for the court.
        FormError: What was filled in cannot be taken.
    """
    at = at or timezone.now()
    if act == RECEIVE.id:
        raise ValueError("a document is received with `receive`")
    stream = mail_stream(number)
    with transaction.atomic(durable=True):
        journal.lock()
        row = Received.objects.filter(pk=number).first()
        if row is None:
            raise NoSuchMailError(number)
        if act == READ_AGAIN.id and not originals.held([row.digest]):
            raise FormError("act", "its bytes were erased", "Look at the entry that erased them")
        before = journal.entries_of(stream)
        actor = Actor(account, copies.mandates_held(account, EVERY_CASE))
        colleagues = tuple(m for one in {e.actor for e in before} for m in copies.mandates_held(one, EVERY_CASE))
        seen = (None, journal.witnessed(before), colleagues)
        attempt = Attempt(act, "", stream, actor, timezone.localtime(at), form or {}, *seen)
        result = mailroom.handle(attempt, before, _beside(row))
        (seq,) = journal.write(stream, [result.entry], at)
        if isinstance(result, Done) and not erasing.let_go(stream, row.digest, result.entry, at):
            _bring_along(row, act)
    if isinstance(result, Barred) and not (works_here(account, at) or erasing.opens(account, row, at)):
        # The attempt is recorded, and the answer does not tell that the document exists.
        raise NoSuchMailError(number)
    if isinstance(result, Done) and act == READ_AGAIN.id:
        _read_at_once(row)
    return Kept(number, seq, result)


def _beside(row: Received) -> Beside:
    part = reading.part_of(row)
    parts = frozenset(p.digest for p in part.walk()) if part else frozenset()
    cases_of = copies.cases_of_document(row.digest)
    return Beside(row.digest, row.size, reading.proposed_of(row), parts, cases_of, row.state == Reading.ERASED)


def _bring_along(row: Received, act: str) -> None:
    mail = mail_of(journal.entries_of(mail_stream(row.pk)))
    reading.counts(row, mail)
    told: dict[str, Any] = {"unsettled": row.unsettled, "unread": row.unread, "away": bool(mail.away)}
    told |= {"leaving": mail.leaving is not None}
    if act == READ_AGAIN.id:
        told |= {"state": Reading.WAITING, "tries": 0}
    Received.objects.filter(pk=row.pk).update(**told)


def look(account: str, number: int, *, at: datetime | None = None) -> Letter:
    """Open a document. If it belongs to a case, that the case was read is recorded.

    Raises:
        NoSuchMailError: There is no such document for this person.
    """
    at = at or timezone.now()
    row = Received.objects.filter(pk=number).first()
    if row is None or not (works_here(account, at) or erasing.opens(account, row, at)):
        raise NoSuchMailError(number)
    belongs = copies.cases_of_document(row.digest)
    for case in belongs:
        if row.state == Reading.ERASED:
            cases.look(account, case, at=at)
            continue
        # What is shut in one of its cases is shut here: in the mailroom, too, an image cannot be masked.
        dossier, _ = cases.look(account, case, letter_name(row.digest), at=at)
        if in_case.seen_of(account, dossier, row.digest, at).shut_parts:
            raise NoSuchMailError(number)
    mail = mail_of(journal.entries_of(mail_stream(number)))
    same = Received.objects.filter(digest=row.digest).exclude(pk=number).values_list("pk", flat=True)
    return Letter(row, mail, reading.part_of(row), reading.proposed_of(row), belongs, tuple(same))


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in the list, and the cases it belongs to."""

    row: Received
    cases: tuple[str, ...]


def letters(account: str, *, waiting: bool = True, page: int | str = 1) -> Page[Listed]:
    """A page of what came in, the newest first; in as many queries however much there is.

    Args:
        account: Public identifier of the account that looks.
        waiting: Only what belongs to no case yet and was not put away.
        page: Number of the page, from 1; of one that is not there, the nearest is told.

    Raises:
        NoSuchMailError: The mailroom is not for this person.
    """
    rows = Received.objects.defer("part", "proposed")
    if not works_here(account):
        rows = erasing.waits_for(account, rows)
        if not rows.exists():
            raise NoSuchMailError("mailroom")
    elif waiting:
        rows = rows.filter(away=False).exclude(digest__in=copies.documents_in_cases())
    pages: Paginator[Any] = Paginator(rows, PAGE)
    found = pages.get_page(page)
    of_page = list(found.object_list)
    belongs = copies.cases_of_documents({row.digest for row in of_page})
    return Page([Listed(row, belongs.get(row.digest, ())) for row in of_page], found.number, pages)


def register(account: str, number: int, told: Told) -> cases.Outcome | tuple[Obstacle, ...]:
    """Register a case from what was settled in a document; or what stands against it.

    Raises:
        NoSuchMailError: There is no such document for this person.
        FormError: Something the case needs is not settled, or what was filled in cannot be taken.
    """
    letter = look(account, number)
    if against := letter.obstacles:
        return tuple(against)
    form = {
        "file": file_of(letter.mail, told),
        "documents": [letter.row.digest],
        "parts": _inside(letter),
        "letter": letter_of(letter.mail),
        "before": [_told(again) for again in before(account, letter).found],
    }
    return cases.do(account, REGISTER.id, EVERY_CASE, form=form)


def _told(again: Again) -> dict[str, Any]:
    return {"case": again.earlier, "how": again.repeat.value, "reasons": list(again.reasons)}


def attach(account: str, number: int, case: str, text: str) -> cases.Outcome | tuple[Obstacle, ...]:
    """Attach a document to a case, with what was settled in it; or what stands against it.

    Args:
        account: Public identifier of the account.
        number: Number of the document.
        case: Number of the case.
        text: What the document is: a supplement, an answer, an assurance.

    Raises:
        NoSuchMailError: There is no such document for this person.
        NoSuchCaseError: There is no such case for this person.
        FormError: What was filled in cannot be taken.
    """
    letter = look(account, number)
    dossier, _ = cases.look(account, case)
    if against := letter.obstacles:
        return tuple(against)
    adds = parts_of(letter.mail, letter.row.name, timezone.localdate().isoformat(), dossier.case)
    form: dict[str, Any] = {"documents": [letter.row.digest], "parts": _inside(letter), "text": text}
    form |= ({"adds": adds} if adds else {}) | notice_in(letter.mail)
    return cases.do(account, ATTACH.id, case, form=form)


def _inside(letter: Letter) -> list[str]:
    """Digests of what a document holds inside, each of which can be set apart alone."""
    digests = (part.digest for part in letter.part.walk()) if letter.part else ()
    return [digest for digest in dict.fromkeys(digests) if digest != letter.row.digest]


def before(account: str, letter: Letter) -> Looked:
    """Requests made before that a document repeats: the same letter, after a refusal, or through another state.

    That none is found never says that there is none.
    """
    asked = asked_of(letter.mail, letter.proposed)
    earlier, among = alike(asked, account)
    return replace(repeats(asked, (one for one in earlier if one.id not in letter.cases)), among=among)


@dataclass(frozen=True, slots=True)
class MayAnswer:
    """A letter of ours a document may answer, and why that is thought, each reason in a sentence."""

    waiting: Waiting
    reasons: tuple[str, ...]


def may_answer(account: str, letter: Letter, looked: Looked) -> list[MayAnswer]:
    """The letters of ours that wait and that a document may answer; a human says whether it does.

    Args:
        account: Public identifier of the account that looks.
        letter: The document.
        looked: The cases in whose proceedings it is made (`before`).
    """
    why: dict[str, list[str]] = {}
    text = "\n".join(page.text for part in letter.part.walk() for page in part.pages) if letter.part else ""
    for number in dict.fromkeys(_OUR_NUMBER.findall(text)):
        why.setdefault(number, []).append(f"it names our number {number}")
    if meant := letter.row.meant_for:
        why.setdefault(meant, []).append(f"whoever brought it said that it belongs to {meant}")
    # Another state does not answer for the one that was asked.
    for again in (a for a in looked.found if a.repeat is not Repeat.OTHER_STATE):
        why.setdefault(again.earlier, []).extend(again.reasons)
    return [
        MayAnswer(one, tuple(why[case]))
        for case in list(why)[:MOST_CASES]
        if case not in letter.cases
        for one in waiting_in(case, account)
    ]


def original(account: str, number: int) -> tuple[str, bytes]:
    """Name and bytes of a document as it came.

    Raises:
        NoSuchMailError: There is no such document for this person.
    """
    letter = look(account, number)
    if letter.row.state == Reading.ERASED:
        raise NoSuchMailError(number)
    return letter.row.name, originals.bytes_of(letter.row.digest)


def image(account: str, number: int, part: str, page: int, width: int) -> bytes:
    """A page of a document as an image (PNG).

    Args:
        account: Public identifier of the account that looks.
        number: Number of the document.
        part: Digest of the part.
        page: Number of the page, from 1.
        width: In pixels.

    Raises:
        NoSuchMailError: There is no such document for this person, or no such page that can be shown.
    """
    letter = look(account, number)
    try:
        return reading.image(letter.row, part, page, width)
    except LookupError as error:
        raise NoSuchMailError(number) from error
