"""What sealing leaves behind: the manifest of a seizure, its root, and the chain of custody.

The manifest is a text of canonical JSON lines (RFC 8785), one for each thing that was found, in the order of their
paths as bytes. Its root is that of the Merkle tree of RFC 6962 over these lines, as in the journal: so one item can be
shown to have been among what was sealed without showing the others, and whoever holds the root finds any change.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from rogatory.journal import tree
from rogatory.journal.leaf import JSON, LeafError, canonical
from rogatory.material.items import Content, Digest, Item, Kind, item, seizure_id

VERSION = 1
"""Version of the form of a line, its field `v`."""
OWN_JOURNAL = "custody.jsonl"
"""The journal of a seizure for which no registry keeps one: whoever has its folder may open it."""


class ManifestError(ValueError):
    """Bytes that are no line of a manifest, or lines out of their order."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was found, as it was found.

    Attributes:
        path: Where, below what was sealed, byte for byte, with `/` between folders; empty: what was sealed itself.
        kind: What it is.
        content: Its bytes; None where it has none, or they could not be read.
        target: Where a link leads, byte for byte; empty for everything else.
        modified: When it was last changed, as its file system told, in nanoseconds since 1970 UTC; None: not told.
        says: Why it could not be read, in a sentence; empty where it could.
    """

    path: bytes
    kind: Kind
    content: Content | None = None
    target: bytes = b""
    modified: int | None = None
    says: str = ""

    def line(self) -> bytes:
        """Its line in the manifest, without line break."""
        told: dict[str, JSON] = {"v": VERSION, "kind": self.kind.value, **_named("path", self.path)}
        if self.content:
            told |= {"sha256": self.content.sha256, "blake3": self.content.blake3, "size": self.content.size}
        if self.target:
            told |= _named("target", self.target)
        if self.modified is not None:
            told["modified"] = str(self.modified)  # beyond what every reader of JSON takes as an integer
        if self.says:
            told["says"] = self.says
        return canonical(told)

    def item(self, seizure: str) -> Item:
        """The item it is in a seizure."""
        return item(seizure_id(seizure), self.path, self.content.sha256 if self.content else None, kind=self.kind)


def parse(line: bytes) -> Entry:
    """Read a line of a manifest.

    Raises:
        ManifestError: It is not exactly what `Entry.line` writes.
    """
    try:
        told = json.loads(line)
        content = Content(Digest(told["sha256"]), told["blake3"], told["size"]) if "sha256" in told else None
        modified = int(told["modified"]) if "modified" in told else None
        entry = Entry(
            _name(told, "path"), Kind(told["kind"]), content, _name(told, "target"), modified, told.get("says", "")
        )
        same = entry.line() == line
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, LeafError) as error:
        raise ManifestError(f"no line of a manifest: {error}") from error
    if not same:
        raise ManifestError("no line of a manifest: it is not in the canonical form")
    return entry


@dataclass
class Growing:
    """The root of a manifest while its lines come, held in a few hashes however many they are.

    Attributes:
        size: Lines so far.
    """

    size: int = 0
    _peaks: list[bytes] = field(default_factory=list)

    def add(self, line: bytes) -> None:
        """Add a line, without its line break."""
        tree.grow(self.size, self._peaks, tree.leaf_hash(line))
        self.size += 1

    @property
    def root(self) -> bytes:
        """The root over the lines so far, 32 bytes."""
        return tree.fold(self._peaks)


def root_of(lines: Iterable[bytes]) -> bytes:
    """The root over the lines of a manifest, 32 bytes."""
    growing = Growing()
    for line in lines:
        growing.add(line)
    return growing.root


@dataclass(frozen=True, slots=True)
class Sealed:
    """A seizure whose manifest is complete.

    Attributes:
        seizure: Its identifier.
        root: Root of the manifest, 32 bytes.
        size: Lines of the manifest.
        files: Lines that have a content.
        volume: Bytes of all contents together, each counted as often as it lay somewhere.
        unreadable: Lines of what is there and could not be read.
    """

    seizure: str
    root: bytes
    size: int
    files: int = 0
    volume: int = 0
    unreadable: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """That a root stands in a journal. Before there is one, nothing of a seizure is opened.

    Attributes:
        seizure: Identifier of the seizure.
        root: The root that stands there, 32 bytes.
        size: Lines of the manifest.
        journal: Which journal, by its name.
        place: Number of the entry in it; the first is 0.
        at: When it was written there.
    """

    seizure: str
    root: bytes
    size: int
    journal: str
    place: int
    at: datetime

    def fits(self, sealed: Sealed) -> bool:
        """Whether it acknowledges exactly this seal."""
        return (self.seizure, self.root, self.size) == (sealed.seizure, sealed.root, sealed.size)


Acknowledge = Callable[[Sealed], Receipt]
"""Writes the root of a seal into a journal. Asked twice for the same seal it may answer with the first receipt."""


class Step(Enum):
    """What can happen to a seizure as a thing somebody holds."""

    RECEIVED = "received"
    """It came into the hands of this office."""
    SEALED = "sealed"
    """Its manifest was made; the root stands in the event."""
    ACKNOWLEDGED = "acknowledged"
    """The root stands in a journal."""
    OPENED = "opened"
    """Reading it was allowed by an act; from now on its contents may be parsed."""
    VERIFIED = "verified"
    """Every content was read again and has the digests of the manifest."""
    LISTED = "listed"
    """An inventory of it was given out."""
    RETURNED = "returned"
    DESTROYED = "destroyed"


@dataclass(frozen=True, slots=True)
class Custody:
    """One event in the chain of custody.

    Attributes:
        seizure: Identifier of the seizure.
        step: What happened.
        at: When.
        by: Who had it in hand; empty: not told.
        root: Root of the manifest, 32 bytes; empty where there is none yet.
        says: What is to be told beside, in a sentence; may be empty.
    """

    seizure: str
    step: Step
    at: datetime
    by: str = ""
    root: bytes = b""
    says: str = ""


def _named(field_name: str, value: bytes) -> dict[str, JSON]:
    """A name that is UTF-8 as it is, any other as its bytes; so every name has one form only."""
    try:
        return {field_name: value.decode()}
    except UnicodeDecodeError:
        return {f"{field_name}-hex": value.hex()}


def _name(told: dict[str, str], field_name: str) -> bytes:
    if field_name in told:
        return told[field_name].encode()
    return bytes.fromhex(told.get(f"{field_name}-hex", ""))
