"""What can be wrong with a journal, each by its name. The offline verifiers use the same names."""

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum

MOST_NAMED = 100
"""How many of one kind are named one by one; the others are counted."""


class Damage(Enum):
    """Kinds of damage, worst first."""

    FORKED = "forked"
    """The log signed two histories."""
    ROLLED_BACK = "rolled-back"
    """Somebody holds a checkpoint of a longer journal: a restored backup, or entries taken off the end."""
    TRUNCATED = "truncated"
    """The last entries are gone, while head or checkpoints still speak of them."""
    DROPPED = "dropped"
    """Entries are missing between others."""
    SWAPPED = "swapped"
    """Two entries stand in each other's place."""
    DUPLICATED = "duplicated"
    """An entry stands a second time in another place."""
    ALTERED = "altered"
    """An entry does not have the hash it was appended with, or its columns say something else than its leaf; or an
    original is not what came in."""
    SECRET = "secret"  # noqa: S105 - a kind of damage
    """A value or salt does not fit the commitment in the leaf, or belongs to no leaf."""
    MISSING = "missing"
    """A value, or an original, is gone without a tombstone."""
    ERASURE = "erasure"
    """The record of an erasure does not fit its tombstone, or what was erased is still there."""
    NODE = "node"
    """A stored hash of the tree is not the right one."""
    CHECKPOINT = "checkpoint"
    """A checkpoint is not the signed one of the tree of its size, or does not read."""
    COSIGNATURE = "cosignature"
    """A line of a witness does not verify, or belongs to no witness of the policy."""
    TIMESTAMP = "timestamp"
    """A time stamp is not one of its checkpoint."""
    KEY = "key"
    """The journal's key or policy does not read, or the two do not belong together."""
    DATABASE = "database"
    """The database cannot read what it holds, or an index of SQLite leaves out what its table has: an entry of a case
    could be overlooked."""
    HEAD = "head"
    """The stored end of the journal is not its end."""


@dataclass
class Report:
    """What an audit found.

    Attributes:
        size: Number of entries read.
        root: Root recomputed from them.
        found: Kind, number of the entry or size of the checkpoint (-1: none), and a sentence; the first 100 of a kind.
        counts: All of them, by kind.
        erased: Lawfully erased fields: number of the entry, field, number of the tombstone.
        originals: Lawfully erased originals: digest, number of the tombstone.
    """

    size: int = 0
    root: bytes = b""
    found: list[tuple[Damage, int, str]] = field(default_factory=list)
    counts: Counter[Damage] = field(default_factory=Counter)
    erased: list[tuple[int, str, int]] = field(default_factory=list)
    originals: list[tuple[str, int]] = field(default_factory=list)

    def add(self, kind: Damage, place: int, text: str) -> None:
        """Note one damage."""
        self.counts[kind] += 1
        if self.counts[kind] <= MOST_NAMED:
            self.found.append((kind, place, text))

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.counts

    def lines(self) -> list[str]:
        """The report, one line for each damage."""
        more = [f"{kind.value}: {count - MOST_NAMED} more" for kind, count in self.counts.items() if count > MOST_NAMED]
        return [f"{kind.value} {place}: {text}" for kind, place, text in self.found] + more
