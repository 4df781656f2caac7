"""Tiles: the tree and its entries as files that never change (C2SP tlog-tiles)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

WIDTH = 256
"""Hashes of a full tile, and entries of a full bundle."""


class BundleError(ValueError):
    """Bytes that are no entry bundle."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One file of hashes.

    Attributes:
        level: Level of the tile; its hashes are nodes of the tree's level `8 * level`.
        index: Number of the tile in its level.
        width: Number of its hashes, from 1 to 256.
    """

    level: int
    index: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """Where the tile is served, below the prefix of the log."""
        return f"tile/{self.level}/{_number(self.index, self.width)}"

    @property
    def entries_path(self) -> str:
        """Where the entries under a tile of level 0 are served."""
        return f"tile/entries/{_number(self.index, self.width)}"


def _number(index: int, width: int) -> str:
    digits = f"{index:03}"
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    groups = [digits[i : i + 3] for i in range(0, len(digits), 3)]
    partial = f".p/{width}" if width < WIDTH else ""
    return "/".join([*(f"x{group}" for group in groups[:-1]), groups[-1]]) + partial


def tiles(size: int) -> Iterator[Tile]:
    """Every tile of a tree of `size` leaves, level by level; nothing for the empty tree."""
    level, hashes = 0, size
    while hashes:
        for index in range(hashes // WIDTH):
            yield Tile(level, index)
        if hashes % WIDTH:
            yield Tile(level, hashes // WIDTH, hashes % WIDTH)
        level, hashes = level + 1, hashes // WIDTH


def bundle(entries: Iterable[bytes]) -> bytes:
    """An entry bundle: each entry after its length in two bytes, the higher first.

    Raises:
        OverflowError: An entry of more than 65,535 bytes.
    """
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


def unbundle(data: bytes) -> Sequence[bytes]:
    """The entries of a bundle.

    Raises:
        BundleError: The bytes end within an entry.
    """
    found, start = [], 0
    while start < len(data):
        end = start + 2 + int.from_bytes(data[start : start + 2], "big")
        if end > len(data) or start + 2 > len(data):
            msg = "the bundle ends within an entry"
            raise BundleError(msg)
        found.append(data[start + 2 : end])
        start = end
    return found
