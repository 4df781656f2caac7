"""Names that write a foreign one by sound, laid beside the Latin words word by word, in the order that agrees best."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, permutations

from rogatory.names.sounds import TURNS, drop, is_vowel, sign
from rogatory.names.spelling import Spelt, spell
from rogatory.names.syllabic import Alignment, Pair

_R, _SILENT_R = sign("r"), sign("r -2")
_FAR = 0.76
"""The share of its sounds in which a word has nothing in common with another."""

_UNITS = 80
"""Units of a whole name that are compared."""

_TURNED = 3
"""Latin words up to which one native word is tried against them in every order."""

_WORST, _OMITTED, _FEW, _LEAST = 0.65, 0.08, 5, 0.5


def likeness(one: Spelt, other: Spelt) -> float:
    """How alike two words sound, from 0 to 1."""
    return _alike(one.signs, other.signs)


@lru_cache(maxsize=65536)
def _drops(signs: str) -> tuple[float, ...]:
    return tuple(drop(unit) for unit in signs)


@lru_cache(maxsize=131072)
def _turns(unit: str, signs: str) -> tuple[float, ...]:
    return tuple(TURNS[unit + other] if unit != other else 0.0 for other in signs)


@lru_cache(maxsize=131072)
def _alike(one: str, other: str) -> float:
    """The likeness of two strings of units: one less what it costs to turn one into the other, as a share."""
    gone, come = _drops(one), _drops(other)
    most = max(sum(gone), sum(come), _LEAST) * _FAR
    row = [0.0, *accumulate(come)]
    for unit, lost in zip(one, gone, strict=True):
        corner = row[0]
        here = corner + lost
        below = [here]
        for above, turned, extra in zip(row[1:], _turns(unit, other), come, strict=True):
            here += extra
            through = corner + turned
            here = through if through < here else here
            through = above + lost
            here = through if through < here else here
            corner = above
            below.append(here)
        if min(below) >= most:
            return 0.0
        row = below
    return max(0.0, 1.0 - row[-1] / most)


@lru_cache(maxsize=65536)
def as_heard(word: str) -> Spelt:
    """A Latin word as units, with an r that English leaves silent before a consonant or at the end."""
    read = spell(word)
    signs = list(read.signs)
    for at in range(1, len(signs)):
        if signs[at] == _R and is_vowel(signs[at - 1]) and (at + 1 == len(signs) or not is_vowel(signs[at + 1])):
            signs[at] = _SILENT_R
    return Spelt(read.letters, "".join(signs), read.vowels, read.scheme, read.steps)


def without_silent(word: str) -> Spelt:
    """A Latin word as units, without the r that English leaves silent."""
    read = as_heard(word)
    heard = [(letters, unit) for letters, unit in zip(read.letters, read.signs, strict=True) if unit != _SILENT_R]
    return Spelt(tuple(letters for letters, _ in heard), "".join(unit for _, unit in heard), read.vowels)


def joined(words: Sequence[Spelt]) -> Spelt:
    """Several words as one."""
    letters = tuple(letter for word in words for letter in word.letters)
    return Spelt(letters[:_UNITS], "".join(word.signs for word in words)[:_UNITS], scheme=words[0].scheme)


def never(native: str, latin: str) -> bool:
    """No word is read as another but by its sound."""
    return not (native or latin)


def align(
    readings: Sequence[tuple[Spelt, ...]],
    native: Sequence[str],
    latin: Sequence[str],
    is_read: Callable[[str, str], bool] = never,
) -> Alignment:
    """The best alignment over every way to read the native words.

    Args:
        readings: The native words as units, once for each way to read them all.
        native: The native words as they stand.
        latin: The Latin words as they stand.
        is_read: Whether a native word is read as a Latin one in a way that the units do not show.
    """
    words = [word for word in latin if any(map(str.isalpha, word))]
    best = Alignment(0.0, ())
    if not words or not native:
        return best
    for reading in readings:
        for found in _ways(reading, native, words, is_read):
            if found.likeness > best.likeness:
                best = found
    return best


def _ways(
    reading: tuple[Spelt, ...], native: Sequence[str], words: Sequence[str], is_read: Callable[[str, str], bool]
) -> Iterator[Alignment]:
    heard = [as_heard(word) for word in words]
    few = max(len(native), len(words)) <= _FEW
    if few and (len(native) > 1 or len(words) == 1):
        table = [
            [1.0 if is_read(word, other) else likeness(one, heard[at]) for at, other in enumerate(words)]
            for one, word in zip(reading, native, strict=True)
        ]
        yield _by_word(reading, native, words, table)
    if len(native) != len(words) or not few:
        whole = joined(reading)
        for order in permutations(range(len(words))) if len(words) <= _TURNED else [tuple(range(len(words)))]:
            alike = likeness(whole, joined([heard[at] for at in order]))
            yield Alignment(alike, (Pair("".join(native), " ".join(words[at] for at in order), whole.scheme, alike),))


def _by_word(
    reading: tuple[Spelt, ...], native: Sequence[str], words: Sequence[str], table: list[list[float]]
) -> Alignment:
    short, long = sorted((len(native), len(words)))
    best: tuple[float, list[tuple[int, int]]] = (-1.0, [])
    for chosen in permutations(range(long), short):
        cells = list(enumerate(chosen)) if len(native) == short else [(far, near) for near, far in enumerate(chosen)]
        found = [table[at][to] for at, to in cells]
        score = _WORST * min(found) + (1 - _WORST) * sum(found) / short - _OMITTED * (long - short)
        if score > best[0]:
            best = (score, cells)
    pairs = tuple(Pair(native[at], words[to], reading[at].scheme, table[at][to]) for at, to in best[1])
    return Alignment(max(0.0, best[0]), pairs)
