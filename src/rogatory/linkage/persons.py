"""Two identities compared: all that speaks for or against their being one person's, in bits, and what is missing.

The bands follow from odds. Of those a request names about one in ten is somebody a register holds (`KNOWN`), so an
entry of a register of ten thousand is that person at odds of one to a hundred thousand before anything is compared.
Evidence of so many bits multiplies the odds by two to their power. From one to eight on a human must examine the link,
from one to two hundred and fifty on it is worth a look; it settles that the two are one from eight to one on. The first
two bars are low because a link too many costs minutes.

A name alone settles nothing, however rare: it raises a question. It is worth a look where it is the same in every word,
unless all of them are very common; where only a part of it agrees, what agrees must be rare (`FULL`, `PART`).

To settle, a whole name needs a day of birth (more than a year) or an identity number beside it, or the two stand beside
each other, and nothing of weight speaks against it. A sound identity number on both sides must be examined whatever the
names are, for names change.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import inf, log2

from rapidfuzz.fuzz import token_set_ratio

from rogatory.casefile.parties import Identity, Told
from rogatory.linkage.births import compare_births
from rogatory.linkage.dates import read_birth, says_nothing
from rogatory.linkage.evidence import Evidence, Family, Missing
from rogatory.linkage.model import Band
from rogatory.linkage.numbers import SAME_DOCUMENT, births_within, compare_numbers, sexes_within
from rogatory.linkage.places import compare_places
from rogatory.names.compare import bits as bits_of_name
from rogatory.names.compare import compare
from rogatory.names.likeness import How, Likeness
from rogatory.names.parts import Role
from rogatory.names.skeleton import skeletons

KNOWN = 0.1
"""Share of those a request names whom a register holds, before anything is compared."""
EXAMINE_ODDS, LOOK_ODDS, SETTLE_ODDS = 1 / 8, 1 / 250, 8.0
"""Odds from which a link must be examined, is worth a look, and settles that the two are one."""
SIZE = 10_000
"""Persons of a register whose size is not told."""
MOST_NAMES = 16
"""Forms of a name of one side that are compared."""
MOST_PAIRS = 24
"""Pairs of forms that are compared word by word."""

OTHER_NAME = -8.0
"""Bits of names that have nothing in common: one record in some hundreds has a wholly other name than the next of the
same person, by marriage, alias or nickname."""
SAME_SEX = log2(0.97 / 0.5)
"""Bits of one sex: of records of one person three in a hundred tell another."""
OTHER_SEX = log2(0.03 / 0.5)
SHARED_NATIONALITY = log2(0.85 / 0.3)
"""Bits of a shared nationality: most of those who are compared come from a few states."""
OTHER_NATIONALITY = log2(0.15 / 0.7) / 2
"""Bits of different ones: half of what the shares give, as whoever fled may be told by the state that took them in."""

_AGAINST = -3.0
"""Bits from which a piece is of weight against."""
_FOR = 3.0
"""Bits from which a piece is of weight for it."""
_MORE_THAN_A_YEAR = 6.5
"""Bits a day of birth needs to settle: a year alone has 5.7."""
FULL, PART = 0.3, 0.5
"""Bits a name alone needs to be worth a look, as a share of what it takes to name one person of the register.

Measured on a made-up register of a million (docs/benchmarks.md): one stranger for two names asked.
"""
_COMPLETE = 2
"""Words of a name that must agree for it to be more than a part of one."""
_PREDECESSORS = {
    "SU": frozenset("AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ".split()),  # noqa: SIM905
    "YU": frozenset("BA HR ME MK RS SI XK".split()),  # noqa: SIM905
    "CS": frozenset("CZ SK ME RS XK".split()),  # noqa: SIM905 - Czechoslovakia, then Serbia and Montenegro
    "DD": frozenset({"DE"}),
}
"""States that ended, with those that followed. A nationality of the one says nothing about one of the other."""
_NO_STATE = frozenset({"", "ZZ", "XX", "XXA", "XXB", "XXC", "XXX"})
"""Not named, or stateless, a refugee, not said, as ICAO Doc 9303 has it: neither for nor against a nationality."""


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """What comparing two identities gives.

    Attributes:
        evidence: Every piece, the weightiest first, those against in their place among them.
        bits: All families together; pieces of one family do not add up (`total_bits`).
        band: What the evidence asks of the office, whatever the register holds.
        settles: Whether the two are one, as far as evidence can say: only then is it an edge others may be reached by.
        missing: What would settle it; empty where it is settled, or too weak to ask anybody.
    """

    evidence: tuple[Evidence, ...]
    bits: float
    band: Band
    settles: bool
    missing: tuple[Missing, ...] = ()

    @property
    def contradictions(self) -> tuple[Evidence, ...]:
        """The pieces that speak against it, the weightiest first."""
        return tuple(piece for piece in self.evidence if piece.bits < 0)


def compare_persons(
    left: Identity, right: Identity, rarity: Callable[[str], float] | None = None, size: int = SIZE
) -> PersonMatch:
    """Compare who the request names with whom a register holds.

    It gives the same bits whichever side comes first; what is missing is asked of the requesting state where the left
    side lacks it, and of the register where the right one does.

    Args:
        left: Who it is, as the request or file says.
        right: Who it is, as the register says.
        rarity: How many bits agreement in a word of a name carries in the register, by the skeleton of the word; None:
            by its length.
        size: Persons the register holds; it sets the bars.
    """
    likeness = best_names(left.names, right.names, rarity)
    pieces = [piece for piece in _pieces(left, right) if piece] + ([_name(likeness)] if likeness else [])
    evidence = tuple(sorted(pieces, key=_weightiest_first))
    bits = total_bits(evidence)
    examine, look, settle = bars(size)
    settles = bits >= settle and _may_settle(evidence, likeness)
    if (bits >= examine and (_whole(likeness) or _beside_the_name(evidence))) or _same_number(evidence):
        band = Band.MUST_EXAMINE
    else:
        named = _worth_a_look(likeness, size) and not any(piece.bits < 0 for piece in evidence)
        band = Band.LOOK if bits >= look or named else Band.COUNTED
    missing = () if settles or band is Band.COUNTED else tuple(_missing(left, right, evidence, likeness))
    return PersonMatch(evidence, bits, band, settles, missing)


def bars(size: int) -> tuple[float, float, float]:
    """Bits from which a link must be examined, is worth a look, and settles, in a register of so many persons.

    >>> [round(bar, 1) for bar in bars(10_000)]
    [13.6, 8.6, 19.6]
    """
    against = log2(max(size, 1) / KNOWN)
    return against + log2(EXAMINE_ODDS), against + log2(LOOK_ODDS), against + log2(SETTLE_ODDS)


def total_bits(evidence: Iterable[Evidence]) -> float:
    """Bits of all families together: of each what speaks most for it and what speaks most against it."""
    most: dict[tuple[Family, bool], float] = {}
    for piece in evidence:
        key = (piece.family, piece.bits > 0)
        most[key] = max(most.get(key, 0.0), piece.bits, key=abs)
    return sum(sorted(most.values()))


def best_names(
    left: tuple[str, ...], right: tuple[str, ...], rarity: Callable[[str], float] | None = None
) -> Likeness | None:
    """The two forms of the names that speak most for one person; None: one side has none.

    Of many pairs those are compared whose consonants are most alike.
    """
    pairs = [pair for pair in product(left[:MOST_NAMES], right[:MOST_NAMES]) if pair[0].strip() and pair[1].strip()]
    if len(pairs) > MOST_PAIRS:
        pairs = sorted(pairs, key=lambda pair: (-_consonants_alike(*pair), *sorted(pair)))[:MOST_PAIRS]
    found = [compare(one, other, rarity) for one, other in pairs]
    return max(found, key=lambda x: (bits_of_name(x), x.score, *sorted((x.left, x.right))), default=None)


def _consonants_alike(left: str, right: str) -> float:
    return max((token_set_ratio(a, b) for a, b in product(skeletons(left), skeletons(right))), default=0.0)


def _pieces(left: Identity, right: Identity) -> Iterator[Evidence | None]:
    numbers = compare_numbers(left.numbers, right.numbers)
    yield from numbers
    # A number both have holds the same day of birth on both sides: that is one piece, not two.
    shared = any(piece.bits > 0 for piece in numbers)
    yield compare_births(*((side.born if shared else _born(side.born, side.numbers)) for side in (left, right)))
    yield _within(left.born, left.numbers) or _within(right.born, right.numbers)
    yield _sex(left, right, shared)
    yield _nationality(left, right)
    yield compare_places(left.places, right.places)


@lru_cache(maxsize=1 << 12)
def _born(born: tuple[str, ...], numbers: tuple[str, ...]) -> tuple[str, ...]:
    """Days of birth of a side: those told, with the ones within its numbers where they do not contradict each other."""
    within = births_within(numbers)
    told = compare_births(born, within)
    return (*born, *within) if told is None or told.bits >= 0 else born


@lru_cache(maxsize=1 << 12)
def _within(born: tuple[str, ...], numbers: tuple[str, ...]) -> Evidence | None:
    """That a day of birth told of a side is not the one within an identity number of it."""
    told = compare_births(born, births_within(numbers))
    if told is None or told.bits >= 0:
        return None
    days = f"{told.left.text} and {told.right.text}"
    says = f"of one side the day of birth told is not the one within its identity number: {days}; look at it"
    return Evidence(Family.BIRTH, 0.0, told.left, told.right, says)


def _sex(left: Identity, right: Identity, shared: bool) -> Evidence | None:
    one, other = ({side.sex} - {""} or (set() if shared else set(sexes_within(side.numbers))) for side in (left, right))
    if len(one) != 1 or len(other) != 1:
        return None
    told, told_2 = next(iter(one)).lower(), next(iter(other)).lower()
    if not {told, told_2} <= {"f", "m"}:
        return None
    bits, says = (SAME_SEX, "the same sex is told") if told == told_2 else (OTHER_SEX, "different sexes are told")
    return Evidence(Family.SEX, bits, Told(told), Told(told_2), says)


def _nationality(left: Identity, right: Identity) -> Evidence | None:
    one, other = ({c.strip().upper() for c in side.nationalities} - _NO_STATE for side in (left, right))
    if not one or not other:
        return None
    told = Told(", ".join(sorted(one))), Told(", ".join(sorted(other)))
    if both := one & other:
        says = f"both are nationals of {', '.join(sorted(both))}"
        return Evidence(Family.NATIONALITY, SHARED_NATIONALITY, *told, says)
    if any(two & _PREDECESSORS.get(state, frozenset()) for a, two in ((one, other), (other, one)) for state in a):
        says = "the one is a state that has ended, the other one of those that followed it; it counts neither way"
        return Evidence(Family.NATIONALITY, 0.0, *told, says)
    return Evidence(Family.NATIONALITY, OTHER_NATIONALITY, *told, "different nationalities are told")


def _name(likeness: Likeness) -> Evidence:
    """The two best forms of the names as a piece of evidence, word by word."""
    both = f"“{_shown(likeness.left)}” and “{_shown(likeness.right)}”"
    words = [f"{pair.left} and {pair.right}" for pair in likeness.contradicted]
    omitted = [pair.left or pair.right for pair in likeness.omitted]
    if words:
        says = f"the names {both} contradict each other in {', '.join(words)}"
    elif not likeness.possible:
        says = f"the names {both} are not one person's as they are written"
    elif omitted:
        says = f"the names {both} can be one person's; only one of them has {', '.join(omitted)}"
    else:
        says = f"the names {both} can be one person's in every word"
    bits = max(OTHER_NAME, bits_of_name(likeness))
    return Evidence(Family.NAME, bits, Told(likeness.left), Told(likeness.right), says, likeness.says)


def _may_settle(evidence: tuple[Evidence, ...], likeness: Likeness | None) -> bool:
    """Whether the evidence is of kinds that can settle it: never a name alone, nor against something of weight."""
    if any(piece.bits <= _AGAINST for piece in evidence):
        return False
    needed = {Family.NUMBER: SAME_DOCUMENT, Family.BIRTH: _MORE_THAN_A_YEAR}
    found = {piece.family for piece in evidence if piece.bits >= needed.get(piece.family, inf)}
    return len(found) + _whole(likeness) > 1


def _same_number(evidence: tuple[Evidence, ...]) -> bool:
    """Whether both have one number that can have been given out."""
    return any(piece.family is Family.NUMBER and piece.bits >= SAME_DOCUMENT for piece in evidence)


def _whole(likeness: Likeness | None) -> bool:
    """Whether two names agree in more than a part, and contradict each other in none."""
    if likeness is None or likeness.contradicted or not likeness.possible:
        return False
    agreed = [p for p in likeness.pairs if p.rare > 0 and p.how not in (How.OMITTED, How.INITIAL)]
    return len(agreed) >= _COMPLETE


def named(likeness: Likeness, size: int) -> tuple[float, bool]:
    """How far a name names one person of a register, as a share of the bits that takes; whether a part only agrees."""
    part = bool(likeness.contradicted) or any(pair.part is not Role.TITLE for pair in likeness.omitted)
    return bits_of_name(likeness) / max(1.0, log2(max(size, 1))), part


def _worth_a_look(likeness: Likeness | None, size: int) -> bool:
    """Whether a name alone is worth a look: the same in every word, or rare in the words in which it is."""
    if likeness is None or not likeness.possible:
        return False
    share, part = named(likeness, size)
    return share >= (PART if part else FULL)


def _beside_the_name(evidence: tuple[Evidence, ...]) -> bool:
    """Whether something of weight speaks for it beside the name."""
    return any(piece.bits >= _FOR for piece in evidence if piece.family is not Family.NAME)


def _missing(
    left: Identity, right: Identity, evidence: tuple[Evidence, ...], likeness: Likeness | None
) -> Iterator[Missing]:
    """What would settle it, and whom to ask. No question to the requesting state holds a word of the register."""
    who = next(iter(left.names), "the person") if likeness is None else likeness.left
    why = f"whether “{_shown(who)}” is the person of the register"
    sides = ((left, "requesting state"), (right, "register"))
    for side, of in sides:
        if wanted := _birth_wanted(side):
            yield Missing(wanted, of, why)
    for piece in evidence:
        if piece.family is Family.NUMBER and piece.bits == 0 and "look at the originals" in piece.says:
            for told, (_, of) in zip((piece.left, piece.right), sides, strict=True):
                yield Missing(f"the original of the identity number {_shown(told.text)}", of, why)
    if not any(piece.family is Family.NUMBER for piece in evidence):
        for side, of in sides:
            if not side.numbers or (left.numbers and right.numbers):
                yield Missing("a national identity number", of, why)
    omitted = likeness.omitted if likeness and likeness.possible else ()
    # What only the register knows is not told to the requesting state, not even by asking for it.
    if any(not pair.left for pair in omitted):
        yield Missing("the full name, with the father's name", "requesting state", why)
    for word in (pair.left for pair in omitted if pair.left):
        yield Missing(f"the full name: whether “{_shown(word)}” is part of it", "register", why)


def _birth_wanted(side: Identity) -> str:
    """What to ask a side about the day of birth; empty: nothing."""
    within = _within(side.born, side.numbers)
    if within:
        return f"which day of birth is right, {_shown(within.left.text)} or {within.right.text}"
    if births_within(side.numbers) or any(map(read_birth, side.born)):
        return ""
    told = next((text for text in side.born if not says_nothing(text)), "")
    return (
        f"the day of birth in a form that can be read, in the place of “{_shown(told)}”" if told else "the day of birth"
    )


def _weightiest_first(piece: Evidence) -> tuple[float, str, str]:
    return -abs(piece.bits), piece.family.value, piece.says


def _shown(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004 - characters shown of a text
