"""Law packs: one module for each instrument or body of law, its articles in their order.

A deployment chooses its packs. Packs from outside the distribution join through the entry point `rogatory.packs`: a
module-level `Pack` (see `docs/packs.md`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from rogatory.law.norms import Norm


@dataclass(frozen=True, slots=True)
class Pack:
    """A body of law.

    Attributes:
        id: Plain name, as on the command line.
        title: What it holds, in words.
        norms: Its norms, in the order of its articles.
        jurisdiction: Country code of a national pack; empty for international law and house rules.
        house: The pack holds policy of this system and no law: decided cases are replayed without it.
    """

    id: str
    title: str
    norms: tuple[Norm, ...]
    jurisdiction: str = ""
    house: bool = False


def distinct(packs: Iterable[Pack]) -> tuple[Norm, ...]:
    """All norms of `packs`, in order.

    Raises:
        ValueError: Two norms share an identifier; no pack may silently replace the law of another.
    """
    norms: dict[str, Norm] = {}
    for pack in packs:
        for norm in pack.norms:
            if norm.id in norms:
                msg = f"norm {norm.id} stands in two packs, the second time in {pack.id}"
                raise ValueError(msg)
            norms[norm.id] = norm
    return tuple(norms.values())
