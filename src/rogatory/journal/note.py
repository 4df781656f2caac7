"""Signed notes and their keys (C2SP signed-note), with the two Ed25519 signatures the journal knows.

The log signs with type 0x01, a witness with type 0x04, the timestamped cosignature (C2SP tlog-cosignature).
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

LARGEST_NOTE = 65_536
"""Most characters of a note that are read."""

_NAME = re.compile(r"[^\s+]+")
_LINE = re.compile(r"— ([^\s+]+) (\S+)")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_PRIVATE = "PRIVATE+KEY+"
_KEY_BYTES = 32
_COSIGNATURE_BYTES = 72
_LATEST = 2**63


class NoteError(ValueError):
    """A text that is no signed note, a key that is none, or a signature of a known key that does not verify."""


class Type(IntEnum):
    """Signature types of C2SP signed-note; both are Ed25519 keys of 32 bytes."""

    LOG = 0x01
    WITNESS = 0x04


def base64(data: bytes) -> str:
    """Standard Base 64 (RFC 4648, section 4)."""
    return b64encode(data).decode()


def unbase64(text: str) -> bytes:
    """The bytes behind a Base 64 text.

    Raises:
        NoteError: The text is not the one way to write these bytes; a second way would let a byte change unseen.
    """
    try:
        data = b64decode(text, validate=True)
    except ValueError as error:
        msg = f"{text!r} is no Base 64: {error}"
        raise NoteError(msg) from error
    if base64(data) != text:
        msg = f"{text!r} is not the one Base 64 form of its bytes"
        raise NoteError(msg)
    return data


def _key_id(name: str, kind: Type, public: bytes) -> bytes:
    return sha256(name.encode() + b"\n" + bytes([kind]) + public).digest()[:4]


@dataclass(frozen=True)
class Verifier:
    """A public key, what notes call a vkey.

    Attributes:
        name: Name of the key; for a log, its origin.
        kind: What the key signs.
        public: The Ed25519 public key, 32 bytes (RFC 8032).
    """

    name: str
    kind: Type
    public: bytes

    @property
    def id(self) -> bytes:
        """The four bytes by which a signature line names the key."""
        return _key_id(self.name, self.kind, self.public)

    def __str__(self) -> str:
        """The vkey: name, key id and key, joined by plus signs."""
        return f"{self.name}+{self.id.hex()}+{base64(bytes([self.kind]) + self.public)}"

    @classmethod
    def parse(cls, vkey: str) -> "Verifier":
        """Read a vkey.

        Raises:
            NoteError: The text is none, its key id does not fit, or it is a key of another type.
        """
        name, kind, key, stated = _parts(vkey)
        found = cls(name, kind, key)
        if stated != found.id.hex():
            msg = f"{vkey!r}: the key id is not that of the key"
            raise NoteError(msg)
        return found

    def verifies(self, text: str, signature: bytes) -> bool:
        """Whether this key signed the text; a witness's signature carries its time in front."""
        if self.kind is Type.WITNESS:
            if len(signature) != _COSIGNATURE_BYTES:
                return False
            text, signature = _cosigned(text, int.from_bytes(signature[:8], "big")), signature[8:]
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except (InvalidSignature, ValueError):
            return False
        return True


def _parts(key: str) -> tuple[str, Type, bytes, str]:
    name, _, rest = key.partition("+")
    stated, _, coded = rest.partition("+")
    data = unbase64(coded)
    if not _NAME.fullmatch(name) or len(data) != 1 + _KEY_BYTES or data[0] not in list(Type):
        msg = f"{key.partition('+')[0]!r}: no Ed25519 key of a log or a witness"
        raise NoteError(msg)
    return name, Type(data[0]), data[1:], stated


def _cosigned(text: str, time: int) -> str:
    return f"cosignature/v1\ntime {time}\n{text}"


class Signer:
    """A private key with its name, written as the note tools of Go write theirs."""

    def __init__(self, name: str, kind: Type, seed: bytes) -> None:
        """`seed`: the 32 random bytes of an Ed25519 private key."""
        if not _NAME.fullmatch(name):
            msg = f"{name!r}: a key's name has neither blanks nor plus signs"
            raise NoteError(msg)
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.verifier = Verifier(name, kind, self._key.public_key().public_bytes_raw())
        self._prefix = self.verifier.id

    @classmethod
    def parse(cls, text: str) -> "Signer":
        """Read a private key, as `private` writes it.

        Raises:
            NoteError: The text is none.
        """
        if not text.startswith(_PRIVATE):
            msg = "no private key: it begins with PRIVATE+KEY+"
            raise NoteError(msg)
        name, kind, seed, stated = _parts(text.removeprefix(_PRIVATE).removesuffix("\n"))
        found = cls(name, kind, seed)
        if stated != found.verifier.id.hex():
            msg = f"{name}: the key id is not that of the private key"
            raise NoteError(msg)
        return found

    def private(self) -> str:
        """The private key as text, to be kept secret."""
        public = self.verifier
        seed = self._key.private_bytes_raw()
        return f"{_PRIVATE}{public.name}+{public.id.hex()}+{base64(bytes([public.kind]) + seed)}"

    def sign(self, text: str, time: int | None = None) -> str:
        """The signature line, without its newline.

        Args:
            text: What is signed, with its last newline.
            time: Seconds since 1970 for a witness; None for a log.

        Raises:
            NoteError: A witness without a time, or a log with one.
        """
        if (time is None) != (self.verifier.kind is Type.LOG) or not 0 <= (time or 0) < _LATEST:
            msg = "a witness signs with its time, a log without"
            raise NoteError(msg)
        if time is None:
            blob = self._key.sign(text.encode())
        else:
            blob = time.to_bytes(8, "big") + self._key.sign(_cosigned(text, time).encode())
        return f"— {self.verifier.name} {base64(self._prefix + blob)}"


@dataclass(frozen=True)
class Note:
    """A text and its signature lines.

    Attributes:
        text: What is signed, with its last newline.
        lines: Signature lines without newline, in their order.
    """

    text: str
    lines: tuple[str, ...]

    @classmethod
    def parse(cls, note: str) -> "Note":
        """Read a signed note; its signatures are not verified yet.

        Raises:
            NoteError: The text is none.
        """
        text, blank, signatures = note.rpartition("\n\n")
        lines = tuple(signatures.removesuffix("\n").split("\n"))
        sound = blank and signatures.endswith("\n") and not _CONTROL.search(note) and len(note) <= LARGEST_NOTE
        if not sound or not all(map(_LINE.fullmatch, lines)):
            msg = "no signed note"
            raise NoteError(msg)
        return cls(text + "\n", lines)

    def __str__(self) -> str:
        """The note as it was read."""
        return self.text + "\n" + "".join(f"{line}\n" for line in self.lines)

    def signers(self, known: Iterable[Verifier]) -> list[Verifier]:
        """The known keys that signed; lines of unknown keys are passed over.

        Raises:
            NoteError: A line of a known key does not verify.
        """
        keys = {(key.name, key.id): key for key in known}
        found: list[Verifier] = []
        for line in self.lines:
            name, coded = line[2:].split(" ")
            blob = unbase64(coded)
            key = keys.get((name, blob[:4]))
            if key is None:
                continue
            if not key.verifies(self.text, blob[4:]):
                msg = f"the signature of {name} does not verify"
                raise NoteError(msg)
            if key not in found:
                found.append(key)
        return found
