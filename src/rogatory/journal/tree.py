"""The Merkle tree of RFC 6962, section 2: append, root, proofs and their verification.

A *node* is named by its level (0: leaves) and its index in that level. Only complete nodes are ever kept: the node
(level, index) covers the leaves from index * 2**level up to, not including, (index + 1) * 2**level, and never changes
once they are there. A tree of any size is a row of complete nodes, its *peaks*, from left to right.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import TypeAlias

Node: TypeAlias = tuple[int, int]
"""Level and index of a complete node."""
Lookup: TypeAlias = Callable[[Sequence[Node]], Sequence[bytes]]
"""Gives the hashes of the nodes asked for, in the same order."""

EMPTY_ROOT = sha256(b"").digest()
"""Root of the tree without leaves (RFC 6962, section 2.1)."""


def leaf_hash(data: bytes) -> bytes:
    """Hash of a leaf: SHA-256(0x00 || data)."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash of an inner node: SHA-256(0x01 || left || right)."""
    return sha256(b"\x01" + left + right).digest()


def position(node: Node) -> int:
    """The place of a node in the order in which nodes become complete (post-order), starting with 0.

    An append only adds nodes at the end of this order, so a table keyed by it is never written in its middle.
    """
    level, index = node
    last = ((index + 1) << level) - 1
    return 2 * last - last.bit_count() + level


def complete(start: int, end: int) -> list[Node]:
    """The complete nodes that cover the leaves from `start` up to, not including, `end`, from left to right.

    `start` is 0 or a multiple of a power of two that is at least `end - start`, as in every proof.
    """
    found = []
    while start < end:
        level = (end - start).bit_length() - 1
        found.append((level, start >> level))
        start += 1 << level
    return found


def fold(hashes: Sequence[bytes]) -> bytes:
    """The root over a row of peaks, from left to right; the empty root where there is none."""
    if not hashes:
        return EMPTY_ROOT
    root = hashes[-1]
    for peak in reversed(hashes[:-1]):
        root = node_hash(peak, root)
    return root


def grow(size: int, peaks: list[bytes], leaf: bytes) -> list[bytes]:
    """Add a leaf to a tree of `size` leaves, changing its `peaks`; the hashes of the inner nodes that became complete.

    The first is of level 1, each next one of the level above, all with the new leaf as their last; so in `position`
    they follow it one after another.

    Args:
        size: Number of leaves before.
        peaks: Hashes of the peaks from left to right; afterwards those of the grown tree.
        leaf: Hash of the new leaf.
    """
    added = []
    current = leaf
    while size & 1:
        current = node_hash(peaks.pop(), current)
        added.append(current)
        size >>= 1
    peaks.append(current)
    return added


def _split(size: int) -> int:
    """The largest power of two smaller than `size`."""
    return 1 << ((size - 1).bit_length() - 1)


def inclusion_ranges(index: int, size: int) -> list[tuple[int, int]]:
    """The leaves under each hash of an inclusion proof, as start and exclusive end, from the leaf to the root.

    Raises:
        IndexError: No such leaf in a tree of this size.
    """
    if not 0 <= index < size:
        msg = f"leaf {index} is not in a tree of {size} leaves"
        raise IndexError(msg)
    found = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            found.append((middle, end))
            end = middle
        else:
            found.append((start, middle))
            start = middle
    return found[::-1]


def consistency_ranges(old: int, new: int) -> list[tuple[int, int]]:
    """The leaves under each hash of a consistency proof (RFC 6962, section 2.1.2).

    Nothing where one of the trees is empty or both have the same size.

    Raises:
        IndexError: The old tree is larger than the new one.
    """
    if not 0 <= old <= new:
        msg = f"a tree of {old} leaves does not come before one of {new}"
        raise IndexError(msg)
    if old in (0, new):
        return []
    found = []
    start, end, whole = 0, new, True
    while old != end:
        middle = start + _split(end - start)
        if old <= middle:
            found.append((middle, end))
            end = middle
        else:
            found.append((start, middle))
            start, whole = middle, False
    return ([] if whole else [(start, end)]) + found[::-1]


def path(ranges: Iterable[tuple[int, int]], lookup: Lookup) -> list[bytes]:
    """The hashes of a proof, looked up all at once."""
    rows = [complete(start, end) for start, end in ranges]
    hashes = iter(lookup([node for row in rows for node in row]))
    return [fold([next(hashes) for _ in row]) for row in rows]


def inclusion(index: int, size: int, lookup: Lookup) -> list[bytes]:
    """The proof that a leaf is in a tree (RFC 6962, section 2.1.1), from its sibling up to the child of the root.

    Raises:
        IndexError: No such leaf in a tree of this size.
    """
    return path(inclusion_ranges(index, size), lookup)


def consistency(old: int, new: int, lookup: Lookup) -> list[bytes]:
    """The proof that a tree begins with an older one (RFC 6962, section 2.1.2).

    Raises:
        IndexError: The old tree is larger than the new one.
    """
    return path(consistency_ranges(old, new), lookup)


def root_from_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes]) -> bytes | None:
    """The root a proof leads to (RFC 9162, section 2.1.3.2); None where its length does not fit the tree.

    Args:
        leaf: Hash of the leaf.
        index: Place of the leaf; the first is 0.
        size: Number of leaves of the tree.
        proof: From the sibling of the leaf up to the child of the root.
    """
    if not 0 <= index < size or len(proof) != len(inclusion_ranges(index, size)):
        return None
    last, root = size - 1, leaf
    for sibling in proof:
        if index & 1 or index == last:
            root = node_hash(sibling, root)
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            root = node_hash(root, sibling)
        index, last = index >> 1, last >> 1
    return root


def includes(root: bytes, leaf: bytes, index: int, size: int, proof: Sequence[bytes]) -> bool:
    """Whether a proof shows that the tree of this root and size has this leaf hash at this index."""
    return root_from_inclusion(leaf, index, size, proof) == root


def continues(old: int, old_root: bytes, new: int, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether a proof shows that the new tree begins with the old one (RFC 9162, section 2.1.4.2).

    The empty tree is the beginning of every tree; its root is fixed and its proof is empty.
    """
    if old > new or old < 0:
        return False
    if old in (0, new):
        return not proof and old_root == (EMPTY_ROOT if old == 0 else new_root)
    if len(proof) != len(consistency_ranges(old, new)):
        return False
    hashes = list(proof) if old & (old - 1) else [old_root, *proof]
    index, last = old - 1, new - 1
    while index & 1:
        index, last = index >> 1, last >> 1
    before = after = hashes[0]
    for sibling in hashes[1:]:
        if index & 1 or index == last:
            before, after = node_hash(sibling, before), node_hash(sibling, after)
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            after = node_hash(after, sibling)
        index, last = index >> 1, last >> 1
    return before == old_root and after == new_root
