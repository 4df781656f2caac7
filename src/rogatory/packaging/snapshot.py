"""Everything a package is made of, as one value: what it says was so at one moment, with the journal's head of then.

Nothing is looked up while a package is built. What changed after the moment (a remedy lodged, an objection) is for the
act that sends: it is judged on the journal's head, and fails where that is no longer this one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from rogatory.material.cleared import Cleared
from rogatory.material.items import Digest, ItemId
from rogatory.material.redaction import Passage
from rogatory.packaging.withheld import Ground

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


class SnapshotError(ValueError):
    """A snapshot of which no package may be made; each line says one reason."""


class Store(Protocol):
    """The contents of seized items."""

    def read(self, digest: Digest, /) -> bytes:
        """The bytes of a content, not believed until their digest is computed.

        Raises:
            OSError: They cannot be had.
        """


@dataclass(frozen=True, slots=True)
class Licence:
    """Use limits: what the requesting state may do with an item.

    Attributes:
        name: In a few words.
        text: The limits, in the words of the decision.
    """

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision under which a package leaves.

    Attributes:
        reference: Its number.
        authority: Who took it.
        on: Its day.
    """

    reference: str
    authority: str
    on: date


@dataclass(frozen=True, slots=True)
class Piece:
    """One item of a package.

    Attributes:
        cleared: That it was cleared on all four questions, is not tainted, and can no longer be challenged.
        media: The media type of its bytes, as recognised.
        licence: Its use limits, by their name in the snapshot.
        text: The text that the reviewers read; None: nothing was read in it.
    """

    cleared: Cleared
    media: str
    licence: str
    text: Digest | None = None


@dataclass(frozen=True, slots=True)
class Redacted:
    """That an item is the redacted form of another.

    Attributes:
        version: The redacted form, an item of its own.
        original: What it was made of.
        content: Digest of the original's bytes: whatever holds them undoes it.
        text: The whole text of the original; None: none was read in it.
        passages: What of that text is hidden.
    """

    version: ItemId
    original: ItemId
    content: Digest
    text: Digest | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Before:
    """An item that left in an earlier package: whoever received both can hold one against the other.

    Attributes:
        item: The item.
        content: Digest of its bytes.
        text: Its text; None: none was read in it.
        media: Its kind, as recognised.
    """

    item: ItemId
    content: Digest
    text: Digest | None
    media: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """That the journal holds what is sent.

    Attributes:
        proof: The receipt of the entry (C2SP tlog-proof), its leaf enclosed.
        salt: The salt of the field `payload` of that entry, 32 bytes.
    """

    proof: str
    salt: bytes


@dataclass(frozen=True)
class Snapshot:
    """A package as it was decided at one moment.

    Attributes:
        package: Its identifier; letters, digits, `.`, `_` and `-`.
        recipient: The authority it is for.
        reference: Reference of that authority's request.
        decision: The decision under which it leaves.
        at: The moment, with its time zone.
        head: The journal's signed checkpoint at that moment.
        licences: Use limits, by a name of letters, digits, `.`, `_` and `-`.
        pieces: The items, in the order in which they are numbered.
        store: Where the contents are.
        withheld: How many items do not leave, by ground.
        withheld_texts: Their texts, and what their containers and families say of them: none of it may leave.
        permitted: Passages that a person has declared harmless wherever they stand.
        redacted: Redacted forms. Of an original whose redacted form leaves, what is hidden may stand nowhere.
        before: What left in earlier packages of the case, whatever seizure they were made of.
        receipt: The receipt of the entry that commits to the payload; None: not journaled yet, and nothing is built.
    """

    package: str
    recipient: str
    reference: str
    decision: Decision
    at: datetime
    head: str
    licences: Mapping[str, Licence]
    pieces: tuple[Piece, ...]
    store: Store
    withheld: Mapping[Ground, int] = field(default_factory=dict)
    withheld_texts: tuple[Digest, ...] = ()
    permitted: tuple[str, ...] = ()
    redacted: tuple[Redacted, ...] = ()
    before: tuple[Before, ...] = ()
    receipt: Receipt | None = None

    @property
    def leaving(self) -> tuple[Redacted, ...]:
        """The redacted forms that are among the pieces."""
        sent = {piece.cleared.item for piece in self.pieces if type(piece.cleared) is Cleared}
        return tuple(one for one in self.redacted if one.version in sent)

    @property
    def left(self) -> tuple[Redacted, ...]:
        """The redacted forms that left in earlier packages, and do not leave in this one."""
        now, sent = self.leaving, {one.item for one in self.before}
        return tuple(one for one in self.redacted if one.version in sent and one not in now)

    def faults(self) -> list[str]:
        """Why no package may be made of it, each reason in a sentence; empty: none."""
        found = [
            f"{name}: {value!r} is no name; use letters, digits, '.', '_' and '-'"
            for name, value in (("package", self.package), *(("licence", name) for name in self.licences))
            if not _NAME.fullmatch(value)
        ]
        empty = {
            "recipient": self.recipient,
            "reference of the decision": self.decision.reference,
            "authority of the decision": self.decision.authority,
            "head of the journal": self.head,
            **{f"text of the licence {name}": licence.text for name, licence in self.licences.items()},
        }
        found += [f"{name}: is empty" for name, value in empty.items() if not value.strip()]
        if self.at.tzinfo is None:
            found.append("at: the moment has no time zone")
        if not self.pieces:
            found.append("pieces: there are none; a package without items is not sent")
        seen: set[str] = set()
        for number, piece in enumerate(self.pieces, 1):
            # Types are not looked at when the program runs: here they are, because nothing else stands behind this.
            if type(piece.cleared) is not Cleared:
                found.append(f"piece {number}: it was not cleared")
                continue
            if piece.licence not in self.licences:
                found.append(f"piece {number}: its use limits {piece.licence!r} stand nowhere in the snapshot")
            if piece.cleared.item in seen:
                found.append(f"piece {number}: item {piece.cleared.item} stands twice in the snapshot")
            seen.add(piece.cleared.item)
        return found + list(self._undone())

    def _undone(self) -> Iterator[str]:
        """What would undo a redacted form by its bytes: what it was made of, a copy of that, a second form of it."""
        now, left = self.leaving, self.left
        by_content = {one.content: one for one in (*left, *now)}
        for number, piece in enumerate(self.pieces, 1):
            if type(piece.cleared) is Cleared and (one := by_content.get(piece.cleared.content)):
                what = (
                    "it" if piece.cleared.item == one.original else f"item {one.original}, of which it has the bytes,"
                )
                yield f"piece {number}, item {piece.cleared.item}: a redacted form of {what} leaves, so it does not"
        whole = {one.content for one in self.before}
        for place, one in enumerate(now):
            if one.content in whole:
                yield f"item {one.version}: what it was made of has left already, whole"
            elif any(other.content == one.content for other in (*left, *now[:place])):
                yield f"item {one.version}: another redacted form of the same bytes leaves or has left; both show more"
