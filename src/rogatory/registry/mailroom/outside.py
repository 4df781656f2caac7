"""Allegations sent without an account: they come in as mail, and become allegations by the hand of a named clerk.

Anybody may send one: an association, a witness, a source. Nothing of who sends is looked up or kept but what they say,
and that stands apart: no page reads it. Once a clerk joins what was sent to a case, it goes over to the allegation
there, where the court keeps it (`office.folds.inquiries`); the clerk does not see it. The sender has a code, of
which only a digest is kept, and learns by it what the office answered, and never whether there is a case.
"""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.cache import cache
from django.utils import timezone
from django.utils.crypto import salted_hmac

from rogatory.law.acts import Role
from rogatory.office.errors import FormError, Obstacle
from rogatory.office.filing import LODGE_ALLEGATION, RECEIVE
from rogatory.office.perform import Barred
from rogatory.office.streams.outside import Answer, answers_of
from rogatory.people.mandates import EVERY_CASE, Actor, mail_stream
from rogatory.registry.accounts.keeping import STANDING
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import copies, journal
from rogatory.registry.cases import door as cases
from rogatory.registry.ledger import originals
from rogatory.registry.mailroom import door
from rogatory.registry.mailroom.models import Received, Sender

MOST_FILES = 5
LARGEST = 20_000_000
"""Bytes of a file."""
LONGEST = 50_000
"""Characters of what is alleged."""
IDENTITY = 2_000
"""Characters of what somebody says of who they are."""
AN_HOUR = 60
"""Documents that come in so in an hour, from everybody together: nobody is told from another by where they sit."""
LOOKS = 600
"""Codes that are tried in an hour, by everybody together."""
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Signs of a code: none that is easily taken for another."""
GROUPS, SIGNS = 4, 5
"""A code has four groups of five signs, a hundred bits."""
TEXT = "allegation.txt"
"""Name of what was written, as it comes in."""


class BusyError(RuntimeError):
    """More came in this hour than is taken; or nobody has opened this door."""


@dataclass(frozen=True, slots=True)
class Thread:
    """What the holder of a code reads: when something was sent, under which name, and what was answered."""

    sent: tuple[tuple[datetime, str], ...]
    answers: tuple[Answer, ...]


def is_open() -> bool:
    """Whether anything may be sent: the office has appointed the account by which the system acts."""
    return bool(_system())


def new_once() -> str:
    """What one page sends along, so that a button pressed twice sends once."""
    return secrets.token_urlsafe(16)


def send(text: str, identity: str, files: Sequence[tuple[str, bytes]], once: str) -> str:
    """Keep what somebody alleges, and the files as they came; the code to come back with.

    Args:
        text: What is alleged, and against whose request or act.
        identity: What they say of who they are; empty: nothing.
        files: Name and bytes of each.
        once: What the page sent along (`new_once`).

    Raises:
        FormError: Nothing is written, or something is too long, empty or too large.
        BusyError: More came in this hour than is taken, or the door is not open.
    """
    _checked(text, identity, files)
    code = _code(once)
    if Sender.objects.filter(code=_digest(code)).exists():
        return code
    _room(1 + len(files))
    sender = Sender.objects.create(code=_digest(code), identity=identity.strip(), at=timezone.now())
    _keep(sender, text, files)
    return code


def add(code: str, text: str, files: Sequence[tuple[str, bytes]]) -> None:
    """Keep more from the holder of a code.

    Raises:
        LookupError: Nobody has such a code.
        FormError: As for `send`.
        BusyError: As for `send`.
    """
    sender = _sender(code)
    _checked(text, "", files)
    _room(1 + len(files))
    _keep(sender, text, files)


def thread(code: str) -> Thread:
    """What the holder of a code may read.

    Raises:
        LookupError: Nobody has such a code.
        BusyError: Too many codes were tried in this hour.
    """
    rows = _documents(_sender(code))
    return Thread(tuple((row.at, row.name) for row in rows), _answers(rows))


def sent_with(row: Received) -> tuple[tuple[Received, ...], tuple[Answer, ...], bool]:
    """Of a document sent without an account: what came with it, the answers, whether somebody said who they are.

    Args:
        row: The document; its sender is there.
    """
    rows = _documents(row.sender)
    return rows, _answers(rows), bool(row.sender and row.sender.identity)


def lodge(account: str, number: int, case: str, person: str) -> int | tuple[Obstacle, ...]:
    """Join what was sent to a case: the document is attached, and what it says is lodged as an allegation.

    Args:
        account: Account of whoever joins it, who must be a clerk: so an allegation from outside comes into a case.
        number: Number of the document.
        case: Number of the case.
        person: The person concerned.

    Returns:
        Number of the entry that lodges it; or what stands against it.

    Raises:
        NoSuchMailError: There is no such document for this person.
        NoSuchCaseError: There is no such case for this person.
        UnknownObjectError: The case has no such person.
        FormError: It was not sent so.
    """
    row = door.look(account, number).row
    if row.sender is None or row.name != TEXT:
        raise FormError("number", "it was not written at the page for everybody", "Attach it to the case")
    cases.look(account, case)
    told = copies.mandates_held(account, EVERY_CASE)
    if not Actor(account, told).mandates_for(EVERY_CASE, timezone.localdate(), (Role.CLERK,)):
        raise FormError("case", "an allegation from outside is entered by the registry", "Ask the clerk")
    if case not in copies.cases_of_document(row.digest):
        done = door.attach(account, number, case, "an allegation sent without an account")
        if isinstance(done, tuple):
            return done
        if isinstance(done.result, Barred):
            return done.result.obstacles
    form: dict[str, Any] = {"text": originals.bytes_of(row.digest).decode("utf-8", "replace")}
    form |= {"source": row.sender.identity} if row.sender.identity else {}
    lodged = cases.do(account, LODGE_ALLEGATION.id, case, person, form=form)
    if isinstance(lodged.result, Barred):
        return lodged.result.obstacles
    # From now on it stands in the case, where the court keeps it.
    Sender.objects.filter(pk=row.sender.pk).update(identity="")
    return lodged.seq


def _system() -> str:
    """The account by which the system acts, where the office has appointed it; empty: it has not."""
    account = Account.objects.filter(email=STANDING).first()
    if account is None:
        return ""
    held = Actor(account.public_id, copies.mandates_held(account.public_id, EVERY_CASE))
    return account.public_id if held.mandates_for(EVERY_CASE, timezone.localdate(), RECEIVE.by) else ""


def _checked(text: str, identity: str, files: Sequence[tuple[str, bytes]]) -> None:
    if not text.strip():
        raise FormError("text", "nothing is written", "Write what was done, by whom and when, as far as you know")
    for field, told, most in (("text", text, LONGEST), ("identity", identity, IDENTITY)):
        if len(told) > most:
            raise FormError(field, f"it is longer than {most:,} characters", "Write less, or send it as a file")
    if len(files) > MOST_FILES:
        raise FormError("files", f"there are more than {MOST_FILES} files", "Send the rest with your code")
    if unfit := [name for name, data in files if not 0 < len(data) <= LARGEST]:
        raise FormError("files", f"{unfit[0][:80]} is empty, or larger than {LARGEST:,} bytes", "Send another")


def _room(documents: int) -> None:
    if not is_open():
        raise BusyError("nobody has opened this door")
    since = timezone.now() - timedelta(hours=1)
    if Received.objects.filter(sender__isnull=False, at__gte=since).count() + documents > AN_HOUR:
        raise BusyError("more came in this hour than is taken")


def _keep(sender: Sender, text: str, files: Sequence[tuple[str, bytes]]) -> None:
    for name, data in ((TEXT, text.strip().encode()), *files):
        kept = door.receive(_system(), name, data)
        if isinstance(kept.result, Barred):
            raise BusyError("nobody has opened this door")
        Received.objects.filter(pk=kept.number).update(sender=sender)


def _code(once: str) -> str:
    """A code that follows from what the page sent along and the office's own secret: one page, one code."""
    number = int.from_bytes(salted_hmac("rogatory.outside", once, algorithm="sha256").digest())
    signs = "".join(ALPHABET[(number >> (5 * n)) % 32] for n in range(GROUPS * SIGNS))
    return "-".join(signs[n : n + SIGNS] for n in range(0, len(signs), SIGNS))


def _digest(code: str) -> str:
    """What is kept of a code, however it is typed."""
    plain = "".join(sign for sign in code.upper() if sign in ALPHABET)
    return hashlib.sha256(plain.encode()).hexdigest()


def _sender(code: str) -> Sender:
    hour = f"outside:{timezone.now():%Y-%m-%dT%H}"
    cache.add(hour, 0, 3600)
    if cache.incr(hour) > LOOKS:
        raise BusyError("too many codes were tried in this hour")
    found = Sender.objects.filter(code=_digest(code)).first()
    if found is None:
        raise LookupError(code)
    return found


def _documents(sender: Sender | None) -> tuple[Received, ...]:
    """What one sender has sent, in order, without what was read in it."""
    return tuple(Received.objects.filter(sender=sender).defer("part", "proposed").order_by("at", "pk"))


def _answers(rows: Sequence[Received]) -> tuple[Answer, ...]:
    found = [one for row in rows for one in answers_of(journal.entries_of(mail_stream(row.pk)))]
    return tuple(sorted(found, key=lambda one: one.at))
