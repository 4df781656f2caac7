"""Names whose every character is one syllable, laid beside a name in Latin letters, syllable by syllable.

Brothers and sisters often differ in one syllable only, so the syllable is what is compared: one that no reading
of its character allows is a contradiction. The family name may stand first or last; hyphens, spaces,
apostrophes, tones and capitals may be there or not. What Latin letters leave out is unknown, not contradicted.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from unicodedata import combining, normalize

from rapidfuzz.distance import Levenshtein

from rogatory.names.korean import FAMILIES, MCCUNE, REVISED
from rogatory.names.romanised import HONG_KONG, JYUTPING, PINYIN, TAIWAN, TONGYONG, WADE

LONGEST = 40
"""Letters of a word of a name that are compared; the longest on record are shorter."""

WORDS = 8
"""Words of a name that are compared."""

MIXED = 0.48
"""How alike names are whose given syllables agree, one in Mandarin and one in Cantonese, as nobody writes them."""

UNKNOWN = 0.45
"""How alike names are of which only the family name can be compared, and both have another."""

FAMILY_DIFFERS, ONE_DIFFERS, NEAR, OMITTED = 0.35, 0.4, 0.7, 0.6
"""How alike names are: another family name, another given syllable, less than a syllable, no given name."""

_SLIP = 0.88
"""The share of letters in which a misspelt name agrees."""

_CUTS = 12
"""How many ways of cutting a word are kept, the fewest syllables first."""

SCHEMES = (PINYIN, WADE, HONG_KONG, TONGYONG, TAIWAN, JYUTPING, REVISED, MCCUNE, FAMILIES)
"""The schemes that explain a spelling, where several do: the first of these."""

_TELLING = 3
"""Syllables, and pieces, of a name from which it is known although a piece beside it stands for nothing."""

_ALONE = frozenset("aeiou")
"""Letters that are a syllable alone within a word."""

_WAYS = 400
"""How many ways of reading all the pieces are looked at."""

_PIECES, _DROPPED = 6, 0.95
"""Pieces of a Latin name that are looked at, and what is left of a likeness where one of them stands for nothing."""

Spellings = Mapping[str, frozenset[str]]
"""How one character may be spelt, each spelling with the schemes that spell it so."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What was laid beside what.

    Attributes:
        native: The character or characters of the name in its own script; empty where Latin letters stand alone.
        latin: The letters beside it; empty where they leave it out.
        scheme: The rules by which the one reads as the other; empty where none does.
        alike: From 0, which contradicts, to 1, which is the same.
    """

    native: str
    latin: str
    scheme: str
    alike: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two spellings of a name laid beside each other.

    Attributes:
        likeness: From 0 to 1; 1 where every part agrees, below one half where one contradicts.
        pairs: The parts in the order of the native name.
    """

    likeness: float
    pairs: tuple[Pair, ...]


def bounded(words: Sequence[str]) -> tuple[str, ...]:
    """As much of the words of a name as is compared: LONGEST letters of each, WORDS words."""
    return tuple(word[:LONGEST] for word in words[:WORDS])


@lru_cache(maxsize=16384)
def letters(word: str) -> tuple[str, ...]:
    """The pieces of a word between hyphens and the like, in letters a to z, without tones, marks and apostrophes."""
    plain = (mark for mark in normalize("NFKD", word[:LONGEST]).casefold() if not combining(mark))
    text = "".join(
        {"đ": "d", "ı": "i", "'": "", "’": "", "‘": "", "ʻ": "", "ʼ": "", "`": ""}.get(mark, mark) for mark in plain
    )
    return tuple("".join(mark if "a" <= mark <= "z" else " " for mark in text).split())


class Syllables:
    """Cuts a word without hyphens into syllables of an inventory."""

    def __init__(self, inventory: Iterable[str]) -> None:
        """Takes every spelling a syllable may have."""
        self._known = frozenset(inventory)
        self._longest = max(map(len, self._known), default=0)
        self.cuts = lru_cache(maxsize=16384)(self._cuts)
        self.ways = lru_cache(maxsize=16384)(self._ways)

    def __contains__(self, syllable: str) -> bool:
        """Whether the inventory has the syllable."""
        return syllable in self._known

    def reads(self, pieces: tuple[str, ...], size: int) -> bool:
        """Whether the pieces can be read as so many syllables, all of the inventory."""
        return any(self._known.issuperset(syllables) for left_out, syllables in self.ways(pieces, size) if not left_out)

    def fewest(self, pieces: Sequence[str]) -> int:
        """The fewest syllables the pieces can be read as; 0 where one cannot."""
        cuts = [self.cuts(piece)[0] for piece in pieces]
        return sum(map(len, cuts)) if all(self._known.issuperset(cut) for cut in cuts) else 0

    def _cuts(self, word: str) -> tuple[tuple[str, ...], ...]:
        """The ways to cut, fewest syllables first; the word whole where there is none. A letter alone is an initial."""
        if len(word) > LONGEST:
            return ((word,),)
        ways: list[list[tuple[str, ...]]] = [[()]]
        for end in range(1, len(word) + 1):
            here = [
                (*before, word[start:end])
                for start in range(max(0, end - self._longest), end)
                if word[start:end] in self._known and (end - start > 1 or word[start] in _ALONE)
                for before in ways[start]
            ]
            ways.append(sorted(here, key=len)[:_CUTS])
        return tuple(ways[-1]) or ((word,),)

    def _ways(self, pieces: tuple[str, ...], size: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The ways to read the pieces as so many syllables, with the one piece left out, if any."""
        options = [self.cuts(piece) for piece in pieces]
        found = [("", flat) for flat in _flat(options, size)]
        # Two pieces at least stay, so that the family name is one of them and not cut out of the given name.
        if len(options) >= _TELLING and size >= _TELLING:
            for out, piece in enumerate(pieces):
                found += [(piece, flat) for flat in _flat(options[:out] + options[out + 1 :], size)]
        return tuple(found[:_WAYS])


def _flat(options: list[tuple[tuple[str, ...], ...]], size: int) -> Iterator[tuple[str, ...]]:
    if sum(len(cuts[0]) for cuts in options) > size:
        return
    for chosen in islice(product(*options), _WAYS):
        if sum(map(len, chosen)) == size:
            yield tuple(syllable for cut in chosen for syllable in cut)


def align(
    native: str, spellings: Sequence[Spellings], family: int, words: Sequence[str], cutter: Syllables
) -> Alignment:
    """Lays a name beside the words of a Latin one, in the order and with the cuts that agree best.

    Args:
        native: The name, one character for each of `spellings`.
        spellings: How each character may be spelt.
        family: How many characters at the start are the family name; 0 where none is known to be.
        words: The Latin name in its words, marks and hyphens as they stand.
        cutter: Cuts Latin words into syllables.
    """
    pieces = [piece for word in words for piece in letters(word)][:_PIECES]
    best = Alignment(0.0, ())
    for dropped, order, syllables in _likeliest(spellings, family, tuple(pieces), cutter):
        found = _laid(native, spellings, family, order, syllables)
        if dropped:
            found = Alignment(found.likeness * _DROPPED, (*found.pairs, Pair("", dropped, "", 0.5)))
        best = max(best, found, key=lambda laid: laid.likeness)
    if best.likeness < OMITTED and family and pieces:
        best = max(best, _misspelt(native, spellings, family, pieces, cutter), key=lambda laid: laid.likeness)
        if family == 1:
            best = max(best, _family_only(native, spellings, pieces, cutter), key=lambda laid: laid.likeness)
    return best


Way = tuple[str, tuple[int, ...], tuple[str, ...]]
"""A way to lay a name: the piece left out, the order of the characters, the syllables beside them."""


def _likeliest(spellings: Sequence[Spellings], family: int, pieces: tuple[str, ...], cutter: Syllables) -> list[Way]:
    """The ways in which most syllables agree; those that leave nothing out first."""
    most, ways = 0, list[Way]()
    for dropped, syllables in cutter.ways(pieces, len(spellings)):
        for order in _orders(len(spellings), family):
            agreed = sum(syllable in spellings[at] for at, syllable in zip(order, syllables, strict=True))
            if dropped and agreed < len(spellings):
                continue
            if agreed > most:
                most, ways = agreed, []
            if agreed == most:
                ways.append((dropped, order, syllables))
            if agreed == len(spellings):
                return ways
    return ways[:_CUTS]


def _orders(size: int, family: int) -> tuple[tuple[int, ...], ...]:
    """The family name first, as it is written at home, and last."""
    home = tuple(range(size))
    return (home,) if family in (0, size) else (home, home[family:] + home[:family])


def _laid(
    native: str, spellings: Sequence[Spellings], family: int, order: tuple[int, ...], syllables: tuple[str, ...]
) -> Alignment:
    beside = dict(zip(order, syllables, strict=True))
    found = [(spellings[at].get(beside[at]), beside[at]) for at in range(len(native))]
    given = [schemes for schemes, _ in found[family:]]
    common = frozenset.intersection(*(schemes for schemes in given if schemes)) if any(given) else frozenset()
    pairs = tuple(
        Pair(native[at], syllable, min(schemes & common or schemes, key=_rank), 1.0)
        if schemes
        else Pair(native[at], syllable, "", _near(syllable, spellings[at], common))
        for at, (schemes, syllable) in enumerate(found)
    )
    return Alignment(_likeness(pairs, family, bool(common) or not any(given)), pairs)


def _rank(scheme: str) -> tuple[int, str]:
    return (SCHEMES.index(scheme) if scheme in SCHEMES else len(SCHEMES), scheme)


def _near(syllable: str, spellings: Spellings, common: frozenset[str] = frozenset()) -> float:
    """How near a syllable is that no reading allows: an initial, or n for ng, which many do not tell apart.

    The other given syllables may leave some schemes in `common`; n stands for ng in one of these only.
    """
    if len(syllable) == 1:
        # A vowel alone is a syllable before it is an initial: I-ying.
        return 0.8 if syllable not in _ALONE and any(one[:1] == syllable for one in spellings) else 0.0
    nasal = syllable[:-1] if syllable.endswith("ng") else f"{syllable}g" if syllable.endswith("n") else ""
    schemes = spellings.get(nasal, frozenset())
    return 0.5 if schemes & (common or schemes) else 0.0


def _likeness(pairs: tuple[Pair, ...], family: int, one_scheme: bool) -> float:
    given, house = [pair.alike for pair in pairs[family:]], [pair.alike for pair in pairs[:family]]
    whole = sum(given) / len(given) if given else 1.0
    if house and min(house) == 0:
        return FAMILY_DIFFERS * whole
    if given and min(given) == 0:
        return ONE_DIFFERS * (0.5 + whole / 2)
    if min((*house, *given)) == 1.0:
        return 1.0 if one_scheme else MIXED
    return NEAR * (0.5 + min((*house, *given)) / 2)


def _family_only(native: str, spellings: Sequence[Spellings], pieces: list[str], cutter: Syllables) -> Alignment:
    """The family name alone or with initials; or with a given name of another language, of which nothing is known."""
    house = next((piece for piece in pieces if piece in spellings[0]), "")
    others = [piece for piece in pieces if piece != house]
    known = Pair(native[0], house, min(spellings[0].get(house, {""}), key=_rank), 1.0)
    if not house:
        return Alignment(0.0, ())
    if all(len(piece) == 1 for piece in others):
        beside = (*others, *[""] * len(native))
        alike = [(_near(piece, given) if piece else 0.5) for piece, given in zip(beside, spellings[1:], strict=False)]
        pairs = (known, *(Pair(*pair) for pair in zip(native[1:], beside, [""] * len(native), alike, strict=False)))
        return Alignment(OMITTED if all(alike) else ONE_DIFFERS / 2, pairs)
    if any(cut[0] not in cutter for piece in others for cut in cutter.cuts(piece)):
        pairs = (known, *(Pair(mark, "", "", 0.5) for mark in native[1:]), Pair("", " ".join(others), "", 0.5))
        return Alignment(UNKNOWN, pairs)
    return Alignment(0.0, ())


def _misspelt(
    native: str, spellings: Sequence[Spellings], family: int, pieces: list[str], cutter: Syllables
) -> Alignment:
    """A piece that is no row of syllables holds a slip: its letters are compared with the first spellings."""
    if all(
        piece in {"".join(cut) for cut in cutter.cuts(piece) if len(cut) > 1 or cut[0] in cutter} for piece in pieces
    ):
        return Alignment(0.0, ())
    first = [next(iter(one), "") for one in spellings]
    written = "".join(pieces)
    alike = max(
        Levenshtein.normalized_similarity(written, "".join(first[at] for at in order))
        for order in _orders(len(native), family)
    )
    return Alignment(NEAR * alike if alike >= _SLIP else 0.0, (Pair(native, " ".join(pieces), "", alike),))
