"""What opening one content may cost. Its digest stands with every result made under it."""

from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256

from rogatory.extraction.limits import MIB, Limits
from rogatory.journal.leaf import canonical


@dataclass(frozen=True, slots=True)
class Budget:
    """The configuration of the stages. Each figure is the last one allowed.

    Attributes:
        memory: Bytes of address space of the process that reads.
        seconds: Processor time for any content, however small.
        seconds_a_mib: Processor time more for each mebibyte.
        most_seconds: Processor time, whatever the size.
        patience: How many times its processor time it may take by the clock.
        whole: Bytes of a content that is read as a whole; a container is read piece by piece and may be larger.
        text: Bytes of text kept of one content.
        pages: Pages read of one content.
        depth: How deep contents lie in containers; what was sealed lies at 0.
        members: Members of one container, and of all containers in one sealed file.
        unpacked: Bytes of the members of one container, and of all containers in one sealed file.
        ratio: How many times the bytes of its container its members may have together, beyond `free`.
        free: Bytes unpacked from one container before its ratio is looked at.
        visits: Contents one process reads before a fresh one takes its place.
        ocr: Whether letters are read off pictures, where that is installed.
    """

    memory: int = 2048 * MIB
    seconds: int = 30
    seconds_a_mib: int = 10
    most_seconds: int = 900
    patience: int = 3
    whole: int = 200 * MIB
    text: int = 32 * MIB
    pages: int = 5_000
    depth: int = 12
    members: int = 200_000
    unpacked: int = 64 * 1024 * MIB
    ratio: int = 200
    free: int = 64 * MIB
    visits: int = 500
    ocr: bool = True

    def processor(self, size: int) -> float:
        """Seconds of processor time for a content of so many bytes."""
        return min(self.most_seconds, self.seconds + self.seconds_a_mib * size / MIB)

    def clock(self, size: int) -> float:
        """Seconds by the clock for a content of so many bytes."""
        return self.patience * self.processor(size)

    @property
    def digest(self) -> str:
        """What it is called: sixteen hexadecimal digits."""
        return _digest(self)

    @property
    def limits(self) -> Limits:
        """What the readers of `extraction` may spend."""
        return Limits(file=self.whole, unpacked=self.unpacked, output=4 * self.text, pages=self.pages,
                      parts=self.members, ratio=self.ratio, memory=self.memory, seconds=self.seconds,
                      seconds_a_mib=self.seconds_a_mib, most_seconds=self.most_seconds)  # fmt: skip


@cache
def _digest(budget: Budget) -> str:
    """Asked for with each result that is written down."""
    return sha256(canonical(asdict(budget))).hexdigest()[:16]


BUDGET = Budget()
"""For what nobody said otherwise of."""
