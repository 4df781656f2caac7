"""Redacted forms at the door: made before the journal is held, and brought into the ledger once the journal has them.

What is made depends on the bytes of the item and on what is hidden alone, so that whoever tries twice makes the same.
What was made and never recorded lies in the store, and nothing names it.
"""

import os
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from rogatory.extraction.limits import LIMITS
from rogatory.material.items import Content, Digest, ItemId
from rogatory.material.redaction import Passage, RedactionError, redacted
from rogatory.office.errors import FormError
from rogatory.office.review.redacting import Made, Marks, Redacted, marks_of
from rogatory.packaging.redacting import Version, Wanted, version
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.ledger.redacted import Redaction, version_of
from rogatory.sifting.sealed.sealing import Seizure

_TEXT = "text/plain"


def form_of(found: Seizure, ledger: Ledger, item: str, marks: Marks) -> tuple[Version, str]:
    """The redacted form of an item, and the digest of the item's text; nothing is kept.

    Args:
        found: The seizure.
        ledger: Its ledger.
        item: The item.
        marks: What is to be hidden.

    Raises:
        FormError: The item cannot be redacted, or not so.
    """
    lying = ledger.lying(ItemId(item))
    content = lying.item.content if lying else None
    if lying is None or content is None or lying.state is None:
        raise FormError("item", "it was not read, or has no bytes", "Have it read first")
    if ledger.made_of(content):
        raise FormError("item", "it is itself a redacted form", "Redact what it was made of, with everything to hide")
    text = ledger.text(content)
    digest = sha256(text.encode()).hexdigest()
    if marks.text and marks.text != digest:
        raise FormError("text", "the item was read anew since", "Look at it again, and mark it in the text as it is")
    wanted = Wanted(marks.in_text(), marks.on_pages(), marks.wordless)
    try:
        with found.store.open(content) as file:
            if os.fstat(file.fileno()).st_size > LIMITS.file:
                raise FormError("item", "it is larger than can be drawn anew", "Withhold it")
            return version(file.read(), lying.media, text, wanted), digest
    except RedactionError as error:
        raise FormError("passages" if not marks.areas else "areas", str(error), "Mark it otherwise") from error
    except OSError as error:
        raise FormError("item", "its bytes cannot be had", "Compare the store with the seal") from error


def made(found: Seizure, ledger: Ledger, item: str, form: Mapping[str, Any]) -> Made:
    """Make the redacted form of an item as it was filled in, and keep its bytes in the store of the seizure.

    Args:
        found: The seizure.
        ledger: Its ledger.
        item: The item.
        form: What was filled in.

    Raises:
        FormError: The item cannot be redacted, or not so.
    """
    done, text = form_of(found, ledger, item, marks_of(form))
    with found.store.batch() as batch:
        kept = batch.put_bytes(done.data)
    ident = version_of(item, kept.sha256).ident
    hidden = tuple((one.start, one.end, one.reason) for one in done.hidden)
    return Made(ident, kept.sha256, kept.blake3, kept.size, done.media, text, hidden)


def bring_in(found: Seizure, ledger: Ledger, forms: Iterable[Redacted]) -> int:
    """Write into the ledger the redacted forms of the journal that it lacks; how many those were."""
    count = 0
    for one in forms:
        if ledger.lying(ItemId(one.made.version)) is None:
            count += _brought(found, ledger, one)
    return count


def _brought(found: Seizure, ledger: Ledger, one: Redacted) -> bool:
    source = ledger.lying(ItemId(one.source))
    if source is None or source.item.content is None:
        return False  # the ledger is made anew and has not come to it yet
    made = one.made
    content = Content(Digest(made.content), made.blake3, made.size)
    passages = tuple(Passage(start, end, shown) for start, end, shown in made.hidden)
    text = _text(found, ledger, source.item.content, one, passages)
    ledger.hang(Redaction(source.item.ident, source.item.content, content, made.media, text, passages,
                          one.at.timestamp()))  # fmt: skip
    return True


def _text(found: Seizure, ledger: Ledger, source: Digest, one: Redacted, passages: tuple[Passage, ...]) -> str:
    """The words of a redacted form; empty: they are not known, as its source was read otherwise since."""
    if one.made.media == _TEXT:
        with found.store.open(Digest(one.made.content)) as file:
            return file.read().decode()
    text = ledger.text(source)
    return redacted(text, passages) if sha256(text.encode()).hexdigest() == one.made.text else ""
