"""Receipts: a proof that one entry is in the journal, to be kept by whoever got it (C2SP tlog-proof)."""

import re
from dataclasses import dataclass

from rogatory.journal.checkpoint import Checkpoint, open_checkpoint
from rogatory.journal.note import NoteError, base64, unbase64
from rogatory.journal.policy import Policy
from rogatory.journal.tree import includes, leaf_hash

HEAD = "c2sp.org/tlog-proof@v1"
_INDEX = re.compile(r"index (0|[1-9][0-9]{0,18})")
_HASH_BYTES = 32
_MOST_HASHES = 63


@dataclass(frozen=True)
class Proof:
    """A `.tlog-proof` file.

    Attributes:
        index: Number of the entry; the first is 0.
        path: Inclusion proof, from the leaf's sibling up to the child of the root.
        note: The signed checkpoint, with the cosignatures it had.
        extra: The leaf itself, so that the receipt can be read alone; None where it is not enclosed. It is not signed:
            it counts only because the proof leads from its hash to the root.
    """

    index: int
    path: tuple[bytes, ...]
    note: str
    extra: bytes | None = None

    def __str__(self) -> str:
        """The text of the file."""
        extra = [] if self.extra is None else [f"extra {base64(self.extra)}"]
        lines = [HEAD, *extra, f"index {self.index}", *map(base64, self.path), "", self.note]
        return "\n".join(lines)

    @classmethod
    def parse(cls, text: str) -> "Proof":
        """Read a receipt; nothing is verified yet.

        Raises:
            NoteError: The text is none.
        """
        head, _, note = text.partition("\n\n")
        first, *lines = head.split("\n")
        extra = unbase64(lines.pop(0).removeprefix("extra ")) if lines and lines[0].startswith("extra ") else None
        index = _INDEX.fullmatch(lines[0]) if lines else None
        path = tuple(map(unbase64, lines[1:]))
        if first != HEAD or index is None or len(path) > _MOST_HASHES or any(len(h) != _HASH_BYTES for h in path):
            msg = "no .tlog-proof"
            raise NoteError(msg)
        return cls(int(index[1]), path, note, extra)

    def verify(self, leaf: bytes, policy: Policy) -> Checkpoint:
        """The checkpoint that has this leaf at this place, if the policy accepts it.

        Args:
            leaf: The bytes of the leaf.
            policy: The logs and witnesses whose word is taken.

        Raises:
            NoteError: The proof does not lead to the root, or the policy does not accept the checkpoint.
        """
        origin = self.note.partition("\n")[0]
        log = next((key for key in policy.logs if key.name == origin), None)
        if log is None:
            msg = f"{origin!r} is no log of the policy"
            raise NoteError(msg)
        found, witnesses = open_checkpoint(self.note, log, policy.witnesses.values())
        if not includes(found.root, leaf_hash(leaf), self.index, found.size, self.path):
            msg = "the proof does not lead from the entry to the root"
            raise NoteError(msg)
        if not policy.accepts(witnesses):
            msg = "the quorum of witnesses is not reached"
            raise NoteError(msg)
        return found
