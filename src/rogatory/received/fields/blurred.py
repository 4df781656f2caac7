"""Words a scan got one letter of wrong: labels, and who somebody is in a case. Names and numbers are never read so."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache

from rapidfuzz.distance import Levenshtein

from rogatory.received.fields.sheet import Sheet, trimmed

_SHORTEST, _LONG = 6, 11
"""Letters of a word from which one may be wrong, and from which two: shorter ones are too like others."""
_ROW = re.compile(r"(?P<label>[^:\n\t]{2,45}?)(?:[ \t]*[:;][ \t]*|\t+)(?P<value>[^\n\t]{1,120})(?:\t[^\n]*)?")
_ALONE = re.compile(r"^(?:[\W\d_]|[^\W\d_](?![^\W_]))+")


def nearly(word: str, known: Collection[str]) -> bool:
    """Whether a word is one of those known, but for one letter, in a long word two, and the marks on letters.

    Args:
        word: As it was read; signs beside the letters are left out.
        known: Words in small letters; those of fewer than six letters must be the same.
    """
    bare = _bare(word)
    if len(bare) < _SHORTEST:
        return False
    blurred, wrong = _LIKE_M.sub("m", bare), 1 + (len(bare) >= _LONG)
    return any(
        Levenshtein.distance(bare, one, score_cutoff=wrong) <= wrong or blurred == _LIKE_M.sub("m", one)
        for one in _all_bare(frozenset(known), _SHORTEST)
    )


def lost_a_letter(word: str, known: Collection[str]) -> bool:
    """Whether a word is one of those known with a thin letter lost, as short words lose it: `tank` for `tanık`.

    Args:
        word: As it was read; signs beside the letters are left out.
        known: Words in small letters; those of fewer than five letters must be the same.
    """
    bare = _bare(word)
    near = (one for one in _all_bare(frozenset(known), _SHORT) if len(one) == len(bare) + 1)
    return len(bare) >= _SHORT - 1 and any(
        bare == one[:at] + one[at + 1 :] for one in near for at, sign in enumerate(one) if sign in _THIN
    )


_SHORT = 5
_THIN = "ilj"


def near_labels(sheet: Sheet, known: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where the values of labels stand that are nearly one of those known; only on a scanned page.

    Args:
        sheet: The page.
        known: Labels in small letters, each of one word.
    """
    for strip in sheet.lines if sheet.page.scanned else ():
        match = _ROW.fullmatch(sheet.plain, strip.start, strip.end)
        if match and nearly(_ALONE.sub("", match["label"]), known):
            yield trimmed(sheet.plain, *match.span("value"))


@cache
def _all_bare(known: frozenset[str], shortest: int) -> tuple[str, ...]:
    return tuple(bare for word in known if len(bare := _bare(word)) >= shortest)


def _bare(word: str) -> str:
    """Its letters in small, without marks; `rn`, which a scan takes for `m`, as that."""
    letters = (c for c in unicodedata.normalize("NFD", word.lower().replace("ı", "i")) if c.isalpha())
    return "".join(letters).replace("rn", "m")


_LIKE_M = re.compile("in|ni|nn|iii")
"""What else a scan takes for `m`."""
