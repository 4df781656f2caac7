"""Checkpoints: the size and root of the journal, signed (C2SP tlog-checkpoint, tlog-cosignature)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rogatory.journal.note import Note, NoteError, Signer, Type, Verifier, base64, unbase64

_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")
_ROOT_BYTES = 32
_FEWEST_LINES = 3


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What the journal was at one moment.

    Attributes:
        origin: Name of the log.
        size: Number of entries.
        root: Root of the tree, 32 bytes.
    """

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The text that is signed. This journal writes no extension lines."""
        return f"{self.origin}\n{self.size}\n{base64(self.root)}\n"

    @classmethod
    def parse(cls, text: str) -> "Checkpoint":
        """Read the text of a checkpoint; extension lines are passed over.

        Raises:
            NoteError: The text is none.
        """
        lines = text.split("\n")
        if len(lines) <= _FEWEST_LINES or not all(lines[:-1]) or lines[-1] or not _SIZE.fullmatch(lines[1]):
            msg = "no checkpoint: it has an origin, a size and a root, each on a line"
            raise NoteError(msg)
        root = unbase64(lines[2])
        if len(root) != _ROOT_BYTES:
            msg = "no checkpoint: its root has not 32 bytes"
            raise NoteError(msg)
        return cls(lines[0], int(lines[1]), root)

    def signed(self, signer: Signer) -> str:
        """The checkpoint as a note signed by the log."""
        return f"{self.text}\n{signer.sign(self.text)}\n"


def open_checkpoint(note: str, log: Verifier, others: Iterable[Verifier] = ()) -> tuple[Checkpoint, list[Verifier]]:
    """A checkpoint whose log's signature verifies, and which of the `others` cosigned it.

    Raises:
        NoteError: No checkpoint of this log, no signature of it, or a signature of a known key that does not verify.
    """
    parsed = Note.parse(note)
    found = Checkpoint.parse(parsed.text)
    signers = parsed.signers([log, *others])
    if log.kind is not Type.LOG or found.origin != log.name or log not in signers:
        msg = f"not signed by {log.name}"
        raise NoteError(msg)
    return found, [key for key in signers if key.kind is Type.WITNESS]


def with_lines(note: str, lines: Iterable[str]) -> str:
    """A note with further signature lines, without their newlines, added below."""
    return note + "".join(f"{line}\n" for line in lines)
