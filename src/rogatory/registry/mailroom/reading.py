"""Reading what was received, and keeping what was read; never before the original is kept.

Reading happens in a process of its own with limits (`rogatory.extraction`); however it ends, it ends in a state with a
name. What it proposes is only kept here: nothing of it is anybody's word yet.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from pydantic import TypeAdapter

from rogatory.extraction import reading as extraction
from rogatory.extraction.found import UnreadableError
from rogatory.extraction.limits import LIMITS, Limits
from rogatory.office.streams.mailroom import Mail, unread, unsettled
from rogatory.received.pages import Part, State
from rogatory.received.proposed import Proposed
from rogatory.received.proposing import propose
from rogatory.registry.ledger import originals
from rogatory.registry.mailroom.models import Reading, Received

AT_ONCE = 500_000
"""Bytes up to which a document is read while whoever brought it waits; a larger one waits for the worker."""
HASTE = Limits(seconds=5, seconds_a_mib=0, patience=2)
"""What reading at once may cost; what costs more waits for the worker."""
LEASE = timedelta(hours=1)
"""Reading that was begun longer ago was killed, and is begun again: longer than it may last by its limits."""
MOST_TRIES = 3
"""How often reading is begun before somebody must ask for it again."""
_LOG = logging.getLogger("rogatory.mailroom")
_PART: TypeAdapter[Part] = TypeAdapter(Part)
_PROPOSED: TypeAdapter[tuple[Proposed, ...]] = TypeAdapter(tuple[Proposed, ...])


def part_of(row: Received) -> Part | None:
    """What was read in a document; None: it is not read."""
    return _PART.validate_json(row.part) if row.part else None


def proposed_of(row: Received) -> tuple[Proposed, ...]:
    """What that proposes."""
    return _PROPOSED.validate_json(row.proposed) if row.proposed else ()


def image(row: Received, part: str, page: int, width: int) -> bytes:
    """A page of what was received as an image (PNG), made in the cage.

    Args:
        row: What was received.
        part: Digest of the part.
        page: Number of the page, from 1.
        width: In pixels.

    Raises:
        LookupError: There is no such page that can be shown.
    """
    whole = part_of(row)
    path = _path_to(whole, part) if whole else None
    if path is None:
        raise LookupError(part)
    try:
        return extraction.image(originals.bytes_of(row.digest), path, page, width)
    except UnreadableError as error:
        raise LookupError(part) from error


def _path_to(part: Part, digest: str) -> tuple[int, ...] | None:
    """The way from a document to a part in it, as places in the lists of parts; None: it holds no such part."""
    if part.digest == digest:
        return ()
    for place, inner in enumerate(part.parts):
        if (rest := _path_to(inner, digest)) is not None:
            return (place, *rest)
    return None


def counts(row: Received, mail: Mail) -> None:
    """Note on a row how much of it is left to settle and to look at."""
    part, proposed = part_of(row), proposed_of(row)
    row.fields, row.unsettled = len(proposed), len(unsettled(proposed, mail))
    row.unread = len(unread(part, mail.looked)) if part else 0


def read(number: int, mail: Callable[[], Mail], limits: Limits = LIMITS) -> bool:
    """Read a document and keep what was read.

    Whatever goes wrong here, the document waits to be read again; after `MOST_TRIES` it is given up, in a state that
    asks for a human, who looks at the original.

    Args:
        number: Its number.
        mail: Folds its entries; asked once it is read, for somebody may settle fields meanwhile.
        limits: What it may cost.

    Returns:
        Whether it was read, in whatever state; not, if somebody else is at it, or if limits below `LIMITS` did not
        suffice: it waits as before.
    """
    if not _begun(number, timezone.now()):
        return False
    row = Received.objects.get(pk=number)
    if row.tries > MOST_TRIES:
        blank = (row.name, "application/octet-stream", row.digest, row.size)
        _keep(row, Part(*blank, State.CRASHED, "Reading it was begun again and again, and never ended."), (), mail)
        Received.objects.filter(pk=number).update(state=Reading.FAILED)
        return False
    try:
        part = extraction.read(row.name, originals.bytes_of(row.digest), limits)
        proposed = propose(part)
    except Exception:
        _LOG.exception("reading failed", extra={"fields": {"document": number}})
        Received.objects.filter(pk=number).update(state=Reading.WAITING)
        return False
    if limits is not LIMITS and _in_haste(part):
        Received.objects.filter(pk=number).update(state=Reading.WAITING, tries=0)
        return False
    _keep(row, part, proposed, mail)
    return True


def _keep(row: Received, part: Part, proposed: tuple[Proposed, ...], mail: Callable[[], Mail]) -> None:
    row.part, row.proposed = _PART.dump_json(part).decode(), _PROPOSED.dump_json(proposed).decode()
    counts(row, mail())
    Received.objects.filter(pk=row.pk).update(
        state=Reading.READ, tries=0, part=row.part, proposed=row.proposed,
        fields=row.fields, unsettled=row.unsettled, unread=row.unread,
    )  # fmt: skip


def _in_haste(part: Part) -> bool:
    """Whether something was cut off that more time might have read."""
    return any(p.state.value in ("timed out", "out of memory") for p in part.walk())


def _begun(number: int, now: datetime) -> bool:
    """Take a document to read; whether nobody else is at it."""
    with transaction.atomic():
        row = _due(now).filter(pk=number).select_for_update().first()
        if row is None:
            return False
        Received.objects.filter(pk=number).update(state=Reading.RUNNING, began_at=now, tries=row.tries + 1)
    return True


def due(now: datetime) -> list[int]:
    """Numbers of the documents that wait to be read, the oldest first."""
    return list(_due(now).order_by("at").values_list("pk", flat=True))


def _due(now: datetime):  # type: ignore[no-untyped-def]  # noqa: ANN202
    killed = Q(state=Reading.RUNNING, began_at__lt=now - LEASE)
    return Received.objects.filter(Q(state=Reading.WAITING) | killed)
