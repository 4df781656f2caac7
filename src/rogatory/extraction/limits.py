"""How much reading a file may cost before it ends: in bytes, pages, parts, depth, memory and time."""

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may cost, with everything that is in it. Each figure is the last one allowed.

    Attributes:
        file: Bytes of the file itself.
        unpacked: Bytes of all parts together, as they are once unpacked.
        output: Bytes of text and places that reading may give back.
        pages: Pages of all parts together.
        parts: Parts of all depths together, the file itself not counted.
        depth: How deep parts lie in parts; the file itself lies at 0.
        ratio: How many times its packed size a part may have, beyond one mebibyte.
        pixels: Pixels of one picture.
        memory: Bytes of address space of the process that reads.
        seconds: Processor time for any file, however small.
        seconds_a_mib: Processor time more for each mebibyte of the file.
        most_seconds: Processor time, whatever the size.
        patience: How many times its processor time reading may take by the clock.
    """

    file: int = 200 * MIB
    unpacked: int = 500 * MIB
    output: int = 64 * MIB
    pages: int = 1_000
    parts: int = 500
    depth: int = 8
    ratio: int = 200
    pixels: int = 120_000_000
    memory: int = 2048 * MIB
    seconds: float = 60
    seconds_a_mib: float = 20
    most_seconds: float = 600
    patience: float = 3

    def processor(self, size: int) -> float:
        """Seconds of processor time for a file of so many bytes."""
        return min(self.most_seconds, self.seconds + self.seconds_a_mib * size / MIB)

    def clock(self, size: int) -> float:
        """Seconds by the clock for a file of so many bytes."""
        return self.patience * self.processor(size)


LIMITS = Limits()
"""For what arrives in the post."""
