"""The received documents of a case, for those who judge it and for the defence: each fact beside the page it stands on.

The mailroom is for clerks, and for what belongs to no case yet. Here a mandate for the case decides, document by
document (`office.folds.originals`); each opening is recorded in the case.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import timezone

from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.originals import OriginalSeen, letter_name, originals_of
from rogatory.office.folds.withheld import restrictions
from rogatory.office.seen.portion import portion
from rogatory.office.streams.mailroom import Mail, mail_of, mark_of
from rogatory.people.mandates import Actor, mail_stream
from rogatory.received.pages import Part
from rogatory.received.proposed import Proposed
from rogatory.registry.cases import copies, journal
from rogatory.registry.cases import door as cases
from rogatory.registry.ledger import originals
from rogatory.registry.mailroom import reading
from rogatory.registry.mailroom.models import Received


class NoSuchLetterError(LookupError):
    """The case has no such document, or it is not for this person: which of the two is not told."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A received document of a case: what of it is seen, and when and as what it came in.

    Attributes:
        seen: The document, and what keeps it shut.
        row: When and as what it came in; None: it did not come through the mailroom.
        erased: Number of the entry by which it was erased (the tombstone); None: it is kept.
    """

    seen: OriginalSeen
    row: Received | None
    erased: int | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A received document of a case, opened.

    Attributes:
        seen: The document; not shut, but perhaps a part of it.
        row: When and as what it came in.
        mail: The facts that were settled, without those of a shut part.
        part: What was read in it, without what is shut; None: it is not read, or could not be.
        proposed: The proposals those facts rest on, with their places.
    """

    seen: OriginalSeen
    row: Received
    mail: Mail
    part: Part | None
    proposed: tuple[Proposed, ...]


def seen_of(account: str, dossier: Dossier, digest: str, at: datetime) -> OriginalSeen:
    """A document of a case as an account sees it.

    Raises:
        NoSuchLetterError: There is none, or not for this person.
    """
    case = dossier.case.id
    held = Actor(account, copies.mandates_held(account, case)).mandates_for(case, timezone.localdate(at))
    seen = portion(dossier, held, kept=restrictions(dossier, held, timezone.localdate(at))).originals.get(
        letter_name(digest)
    )
    if seen is None:
        raise NoSuchLetterError(digest)
    return seen


def listed(seen: Mapping[str, OriginalSeen]) -> list[Listed]:
    """The received documents somebody sees in a case (`portion`), each with when and as what it came in."""
    digests = [one.original.digest for one in seen.values()]
    rows, erased = _rows(digests), originals.buried(digests)
    return [Listed(one, rows.get(one.original.digest), erased.get(one.original.digest)) for one in seen.values()]


def _rows(digests: list[str]) -> dict[str, Received]:
    """What came in of each digest: of the same bytes received twice, those in which most was settled."""
    rows = Received.objects.filter(digest__in=digests).order_by("at", "pk")
    found: dict[str, Received] = {}
    for row in rows:
        before = found.get(row.digest)
        if before is None or (not _mail(before).settled and _mail(row).settled):
            found[row.digest] = row
    return found


def _mail(row: Received) -> Mail:
    return mail_of(journal.entries_of(mail_stream(row.pk)))


def letter(account: str, case: str, name: str, *, at: datetime | None = None) -> Opened:
    """Open a document of a case; that it was opened is recorded, and so is the attempt of somebody who may not.

    Raises:
        NoSuchCaseError: There is no such case for this person.
        NoSuchLetterError: It has no such document, or not for this person.
    """
    at = at or timezone.now()
    dossier, _ = cases.look(account, case, at=at)
    original = originals_of(dossier.entries).get(name)
    row = _rows([original.digest]).get(original.digest) if original else None
    if original is None or row is None or not originals.held([original.digest]):
        raise NoSuchLetterError(name)
    try:
        dossier, _ = cases.look(account, case, name, at=at)
    except cases.NoSuchCaseError as error:
        raise NoSuchLetterError(name) from error
    seen = seen_of(account, dossier, original.digest, at)
    part = _without(reading.part_of(row), seen.shut_parts)
    there = {p.digest for p in part.walk()} if part else set()
    whole = not seen.shut_parts
    mail = _mail(row)
    settled = {m: s for m, s in mail.settled.items() if whole or s.part in there}
    proposed = tuple(p for p in reading.proposed_of(row) if mark_of(p) in settled and p.place.part in there)
    return Opened(seen, row, replace(mail, settled=settled), part, proposed)


def _without(part: Part | None, shut: frozenset[str]) -> Part | None:
    """A part without those inside it that are shut; None: it is shut itself."""
    if part is None or part.digest in shut:
        return None
    inside = (_without(inner, shut) for inner in part.parts)
    return replace(part, parts=tuple(inner for inner in inside if inner is not None))


def original(account: str, case: str, name: str) -> tuple[str, bytes]:
    """Name and bytes of a document as it came.

    Raises:
        NoSuchCaseError: There is no such case for this person.
        NoSuchLetterError: It has no such document, or not for this person, or a part of it is shut.
    """
    found = letter(account, case, name)
    if found.seen.shut_parts:
        raise NoSuchLetterError(name)
    return found.row.name, originals.bytes_of(found.row.digest)


def image(account: str, case: str, name: str, part: str, page: int, width: int) -> bytes:
    """A page of a document as an image (PNG).

    Args:
        account: Public identifier of the account that looks.
        case: Number of the case.
        name: What the document is called in it.
        part: Digest of the part.
        page: Number of the page, from 1.
        width: In pixels.

    Raises:
        NoSuchCaseError: There is no such case for this person.
        NoSuchLetterError: There is no such page that can be shown to this person.
    """
    found = letter(account, case, name)
    if not found.part or part not in {p.digest for p in found.part.walk()}:
        raise NoSuchLetterError(name)
    try:
        return reading.image(found.row, part, page, width)
    except LookupError as error:
        raise NoSuchLetterError(name) from error
