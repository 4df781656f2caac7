"""A net for words: nothing that is withheld may leave inside something that is not.

An answer quotes the letter it answers, a draft holds a page of the next. Such edges are looked for before anything is
cleared; this is the last look, over the very bytes that would leave, and it trusts none of those that came before.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

WIDTH = 32
"""Letters and digits of one piece of the net. Every run of `WIDTH + STEP - 1` that is withheld is found."""
STEP = 16
"""So far apart begin the pieces that are taken of a withheld text; what might leave is looked at letter by letter."""

_DROPPED = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """The letters and digits of a text alone: line breaks, marks of quoting and the case of letters hide nothing."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text).casefold())


@dataclass(frozen=True, slots=True)
class Net:
    """The words of texts that are withheld.

    Attributes:
        pieces: By length, the pieces of their plain texts. A text shorter than `WIDTH` is one piece; one shorter than
            `STEP` is none, because it says too little to be recognised.
    """

    pieces: dict[int, frozenset[str]]

    @classmethod
    def of(cls, withheld: Iterable[str], permitted: Iterable[str] = ()) -> "Net":
        """Knit a net.

        Args:
            withheld: The texts of everything that does not leave.
            permitted: Passages a person has declared harmless wherever they stand, such as the small print under
                every message of a firm.
        """
        found: dict[int, set[str]] = {}
        for text in withheld:
            bare = plain(text)
            if len(bare) >= STEP:
                found.setdefault(min(WIDTH, len(bare)), set()).update(_pieces(bare))
        allowed = [plain(text) for text in permitted]
        for length, pieces in found.items():
            for bare in allowed:
                pieces -= {bare[at : at + length] for at in range(len(bare) - length + 1)}
        return cls({length: frozenset(pieces) for length, pieces in sorted(found.items()) if pieces})

    def catches(self, text: str) -> str:
        """The first piece of a withheld text that stands in a text, plain; empty: there is none."""
        bare = plain(text)
        for length, pieces in self.pieces.items():
            for at in range(len(bare) - length + 1):
                if bare[at : at + length] in pieces:
                    return bare[at : at + length]
        return ""


def _pieces(bare: str) -> Iterator[str]:
    """Pieces every `STEP` letters, and the last one."""
    last = max(0, len(bare) - WIDTH)
    for at in (*range(0, last, STEP), last):
        yield bare[at : at + WIDTH]
