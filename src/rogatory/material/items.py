"""What was seized, piece by piece: a content is bytes, an item is a place where they lay.

The same bytes may lie in many places: in two folders, attached to ten messages. They are read once, as one content;
what is decided is decided for each item, because a paper in a client's folder is not the same paper in an archive of
newspapers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from typing import NewType

Digest = NewType("Digest", str)
"""SHA-256 of a content, in 64 small hexadecimal digits: what a content is called everywhere."""
ItemId = NewType("ItemId", str)
"""What an item is called everywhere: 64 small hexadecimal digits, see `item_id`."""

_ITEM = b"rogatory/item/v1\n"
_SEIZURE = b"rogatory/seizure/v1\n"


class State(Enum):
    """How a stage ended over a content. Everything but `OK` is for a human to look at."""

    OK = "ok"
    """The stage did all it is there for."""
    EMPTY = "empty"
    """Nothing was found: no text in a file of bytes, nothing in an archive. Something may be there all the same."""
    ENCRYPTED = "encrypted"
    """It cannot be opened without a password or a key."""
    UNSUPPORTED = "unsupported"
    """Nothing here reads its kind, or what reads it is not installed."""
    CRASH = "crash"
    """What reads it failed over it: it is damaged, or made to do that."""
    TIMEOUT = "timeout"
    """It took longer than allowed for its size."""
    MEMORY = "memory"
    """It took more memory than allowed."""
    PARTIAL = "partial"
    """Some of it was read, and not the rest: a limit was reached, or a part is damaged."""
    DESTROYED = "destroyed"
    """Its bytes and all that was read in them are gone, by an act of the case; the certificate names its digests."""

    @property
    def whole(self) -> bool:
        """Whether nothing of it is left unread."""
        return self is State.OK


class Kind(Enum):
    """What lay in a place."""

    FILE = "file"
    """Bytes: a file, a member of an archive, a message of a mailbox, an attachment."""
    FOLDER = "folder"
    """Listed because an empty folder, and its name, may say something."""
    LINK = "link"
    """A symbolic link; its target is kept as it stands and never followed."""
    SOCKET = "socket"
    PIPE = "pipe"
    DEVICE = "device"
    UNREADABLE = "unreadable"
    """It is there and could not be read: somebody must find out why before the seizure is complete."""


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes, whatever they are called and wherever they lay.

    Attributes:
        sha256: Its digest.
        blake3: A second digest of another family, in 64 small hexadecimal digits.
        size: In bytes.
    """

    sha256: Digest
    blake3: str
    size: int


@dataclass(frozen=True, slots=True)
class Item:
    """A place in a seizure or in a container, and what lay there.

    Two containers of the same bytes hold the same items, so they are unpacked once; where an item lay in the seizure
    is an `Occurrence`.

    Attributes:
        ident: What it is called, see `item_id`.
        parent: Content it lay in; for what lay in the seizure itself, `seizure_id`.
        path: Its name in there, byte for byte, with the folders before it.
        ordinal: Which of those with the same path it is, from 0: an archive may hold two files of one name.
        kind: What it is.
        content: Its bytes; None where it has none (a folder, a device) or they could not be had.
    """

    ident: ItemId
    parent: Digest
    path: bytes
    ordinal: int
    kind: Kind
    content: Digest | None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where an item lay in a seizure.

    Attributes:
        seizure: Identifier of the seizure.
        chain: The items from what was sealed down to this one, itself the last: a mailbox, a message, an attachment.
    """

    seizure: str
    chain: tuple[ItemId, ...]

    @property
    def item(self) -> ItemId:
        """The item itself."""
        return self.chain[-1]

    @property
    def root(self) -> ItemId:
        """What was sealed, in which it lay; itself where it lay in nothing."""
        return self.chain[0]

    @property
    def depth(self) -> int:
        """In how many containers it lay; 0: in none."""
        return len(self.chain) - 1

    def enclosing(self) -> Iterator[ItemId]:
        """The items it lay in, the nearest first."""
        yield from reversed(self.chain[:-1])


def item_id(parent: str, path: bytes, ordinal: int = 0) -> ItemId:
    """What an item is called: SHA-256 over where it lay.

    Args:
        parent: Digest of the content it lay in, or `seizure_id`.
        path: Its name in there, byte for byte.
        ordinal: Which of those with the same path, from 0.

    Raises:
        ValueError: The parent is no digest, or the ordinal is negative.
    """
    above = bytes.fromhex(parent)
    if len(above) != sha256().digest_size or ordinal < 0:
        raise ValueError(f"no place of an item: parent {parent!r}, ordinal {ordinal}")
    # Fixed lengths before the path, so that no two places are written alike.
    return ItemId(sha256(_ITEM + above + ordinal.to_bytes(8, "big") + path).hexdigest())


def seizure_id(seizure: str) -> Digest:
    """What stands as parent of what lay in the seizure itself: a digest of its identifier, never one of a content."""
    return Digest(sha256(_SEIZURE + seizure.encode()).hexdigest())


def item(parent: Digest, path: bytes, content: Digest | None, *, kind: Kind = Kind.FILE, ordinal: int = 0) -> Item:
    """An item, called by where it lay."""
    return Item(item_id(parent, path, ordinal), parent, path, ordinal, kind, content)
