"""That one item was cleared, as a value nobody can write down: it is taken from a judgment over all items.

Whoever builds a package asks for this value, so that no list of names, however it came about, can take its place.
"""

from collections.abc import Sequence
from dataclasses import InitVar, dataclass

from rogatory.material.clearing import Clearing
from rogatory.material.grounds import Ground
from rogatory.material.items import Digest, ItemId

_TAKEN = object()


class NotClearedError(ValueError):
    """An item that is withheld.

    Attributes:
        item: Which.
        grounds: Why.
    """

    def __init__(self, item: ItemId, grounds: Sequence[Ground]) -> None:
        self.item, self.grounds = item, tuple(grounds)
        super().__init__(f"item {item} is withheld: {'; '.join(map(str, self.grounds))}")


@dataclass(frozen=True, slots=True)
class Cleared:
    """An item that may leave, as far as it was judged.

    Attributes:
        item: Which.
        content: Digest of the bytes that were judged; nothing else may leave in its place.

    Raises:
        TypeError: It is not taken from a judgment.
    """

    item: ItemId
    content: Digest
    by: InitVar[object] = None

    def __post_init__(self, by: object) -> None:
        """Refuse one that was written down."""
        if by is not _TAKEN:
            raise TypeError(
                "no item is cleared by saying so: take it from a judgment, with rogatory.material.cleared.take"
            )


def take(clearing: Clearing, position: int, item: ItemId, content: Digest) -> Cleared:
    """What was judged of one item, if it was cleared.

    Args:
        clearing: The judgment over all items.
        position: Place of the item in it.
        item: What the item is called.
        content: Digest of its bytes.

    Raises:
        NotClearedError: It is withheld.
        IndexError: There is no such place.
    """
    if not 0 <= position < len(clearing.cleared):
        raise IndexError(f"item {item} has no place {position} among {len(clearing.cleared)} items that were judged")
    found = [withheld.ground for withheld in clearing.of(position)]
    if found or not clearing.cleared[position]:
        raise NotClearedError(item, found)
    return Cleared(item, content, _TAKEN)
