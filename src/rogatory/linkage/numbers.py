"""Identity numbers: parsed, checked, and compared exactly.

Two numbers that are nearly alike are two numbers, and belong to two people. So a number is made canonical and is
equal to another or not. That only one character differs is told as a hint to look at the original, and counts
nothing; nor does a number with a wrong check digit count against anybody.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache

from rapidfuzz.distance import OSA

from rogatory.casefile.parties import Told
from rogatory.linkage.evidence import Evidence, Family
from rogatory.linkage.number_schemes import OF_STATE, Scheme, chinese_check

SAME_NUMBER = 20.0
"""Bits of one number, given to one person and with right check digits, on both sides: that a file carries that of
somebody else is taken to happen once in a million."""
SAME_DOCUMENT = 16.0
"""Bits of one document number, or one without check digits: a slip of the pen may make it that of somebody else."""
SAME_UNSOUND = 10.0
"""Bits of one number with a wrong check digit on both sides: it comes from one source; what that meant is not known."""
OTHER_NUMBER = -8.0
"""Bits of two different sound numbers of a kind each person has one of: numbers are given anew, and confused, once in
some hundreds."""
LONGEST = 64
"""Characters an identity number may have; a longer text is not read."""


class Sound(Enum):
    """Whether a number can be one that was given out."""

    YES = "its check digit is right"
    NOT_KNOWN = "it has no check digit that is published"
    NO = "its check digit is wrong"
    NO_SUCH_DAY = "it names a day of birth that does not exist"
    SHAPE = "it has not the shape of such a number"


@dataclass(frozen=True, slots=True)
class Number:
    """An identity number as it is understood.

    Attributes:
        text: As written.
        state: Code of the state that gave it; empty: not said.
        kind: What it is, as written (`passport`); the kind of the scheme where it is one; empty: not said.
        canonical: Capital letters and digits, nothing between; empty: it says nothing.
        scheme: How its state makes such numbers; None: compared as it stands.
        sound: Whether it can have been given out.
        born: Day of birth within it, as a text; empty: none, or it is not sound.
        sex: `f` or `m` within it; empty: none, or it is not sound.
        steps: What was done to it, in words.
    """

    text: str
    state: str
    kind: str
    canonical: str
    scheme: Scheme | None
    sound: Sound
    born: str = ""
    sex: str = ""
    steps: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it is called in a sentence."""
        if self.scheme:
            return self.scheme.name
        return f"{self.kind or 'document'} number" + (f" of {self.state}" if self.state else "")


_PASSPORT = re.compile(r"pass|пасп|паш|jawaz|جواز|گذرنامه|pasaport|护照|travel|id ?card|identity card|udost|удост")
_ALIKE = str.maketrans("АВЕІКМНОРСТУХЅЈ", "ABEIKMHOPCTYXSJ")
"""Cyrillic capitals that look like Latin ones and are typed for them."""


@lru_cache(maxsize=1 << 14)
def read_number(text: str) -> Number:
    """What a number written as `CC:number` or `CC:kind:number` is. Any text is taken, and none raises.

    >>> read_number("BE:85.07.30-033 28").canonical, read_number("BE:85.07.30-033 28").born
    ('85073003328', '1985-07-30')
    >>> read_number("BE:85.07.30-033 82").sound.value
    'its check digit is wrong'
    """
    state, kind, written = _parts(text)
    canonical, steps = _canonical(written)
    if len(text) > LONGEST or len(set(canonical)) <= 1:
        return Number(text, state, kind, "", None, Sound.SHAPE)
    scheme, named = _scheme(state, kind, canonical)
    if scheme is None:
        return Number(text, state, kind, canonical, None, Sound.SHAPE if named else Sound.NOT_KNOWN, steps=steps)
    full = canonical.zfill(scheme.length)
    if full != canonical:
        steps = (*steps, f"{canonical} → {full}: noughts in front are often left out")
    if scheme.state == "CN" and len(full) == _OLD_CHINESE:
        full = full[:6] + "19" + full[6:]
        full += chinese_check(full)
        steps = (*steps, f"{canonical} → {full}: the older number, with century and check character")
    sound, born = _checked(scheme, full)
    fine = sound in (Sound.YES, Sound.NOT_KNOWN)
    sex = scheme.sex(full) if scheme.sex and fine else ""
    return Number(text, state, scheme.kind, full, scheme, sound, born if fine else "", sex, steps)


_OLD_CHINESE = 15


def _parts(text: str) -> tuple[str, str, str]:
    """State, kind and number; the state is two letters before the first colon."""
    head, colon, rest = text[:LONGEST].partition(":")
    state = head.strip().upper()
    if not colon or not re.fullmatch(r"[A-Z]{2}", state):
        return "", "", text
    kind, colon, number = rest.partition(":")
    return (state, kind.strip().casefold(), number) if colon else (state, "", rest)


def _canonical(text: str) -> tuple[str, tuple[str, ...]]:
    """Capital letters and digits of the text, digits of all scripts as 0 to 9."""
    chars = [char for char in unicodedata.normalize("NFKC", text[:LONGEST]).upper() if char.isalnum()]
    kept = "".join(str(unicodedata.decimal(char, None) or 0) if char.isdecimal() else char for char in chars)
    latin = kept.translate(_ALIKE)
    return latin, ((f"{kept} → {latin}: Cyrillic letters typed for Latin ones",) if latin != kept else ())


def _scheme(state: str, kind: str, canonical: str) -> tuple[Scheme | None, bool]:
    """The scheme it follows, and whether it says it follows one."""
    schemes = OF_STATE.get(state, ())
    named = [scheme for scheme in schemes if scheme.kind == kind]
    if _PASSPORT.search(kind):
        return None, False
    for scheme in named or schemes:
        padded = canonical.zfill(scheme.length) if len(canonical) >= scheme.length - 2 else canonical
        old = scheme.state == "CN" and len(canonical) == _OLD_CHINESE and canonical.isdigit()
        if old or (canonical.isascii() and scheme.shape.fullmatch(padded)):
            return scheme, True
    return None, bool(named)


def _checked(scheme: Scheme, number: str) -> tuple[Sound, str]:
    """Whether a number is sound, and the day of birth within it."""
    if scheme.sound and not scheme.sound(number):
        return Sound.NO, ""
    born = scheme.born(number) if scheme.born else ""
    if born and not _exists(born):
        return Sound.NO_SUCH_DAY, ""
    return (Sound.YES if scheme.sound else Sound.NOT_KNOWN), born


def _exists(born: str) -> bool:
    """Whether a day within a number is in the calendar: here nothing is mended."""
    if len(born) != len("1968-03-05"):
        return True
    try:
        date.fromisoformat(born)
    except ValueError:
        return False
    return True


def compare_numbers(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[Evidence, ...]:
    """What identity numbers of two persons say for or against their being one.

    Numbers are compared within one state and kind. Nothing is said of kinds only one side has.

    Args:
        left: Numbers of the one, as `CC:number` or `CC:kind:number`.
        right: Numbers of the other.

    Returns:
        A piece for each number both have, and one for each state and kind in which they have none in common, the
        strongest first; pieces of 0 bits tell what cannot be compared.

    >>> [(e.bits, e.says) for e in compare_numbers(("BE:85.07.30-033 28",), ("BE:85073003328",))]
    [(20.0, 'both have the Belgian national number 85073003328')]
    """
    equal: dict[str, Evidence] = {}
    different: dict[tuple[str, str], Evidence] = {}
    settled: set[tuple[str, str]] = set()
    for one in _numbers(left):
        for other in _numbers(right):
            found = _compared(one, other) if _comparable(one, other) else None
            if found is None:
                continue
            kinds = {(one.state, one.kind), (other.state, other.kind)}
            if one.canonical == other.canonical:
                settled |= kinds
                equal[one.canonical] = _stronger(equal.get(one.canonical), found)
            else:
                key = max(kinds)
                # Of several pairs that differ, one that counts neither way keeps it open.
                different[key] = _stronger(different.get(key), found)
    pieces = [*equal.values(), *(found for key, found in different.items() if key not in settled)]
    return tuple(sorted(pieces, key=lambda e: (-abs(e.bits), e.says)))


def _stronger(one: Evidence | None, other: Evidence) -> Evidence:
    return other if one is None or (other.bits, other.says) > (one.bits, one.says) else one


MOST_NUMBERS = 32
"""Numbers of one side that are looked at."""


def _numbers(texts: tuple[str, ...]) -> Iterator[Number]:
    return (number for number in map(read_number, texts[:MOST_NUMBERS]) if number.canonical)


def _comparable(one: Number, other: Number) -> bool:
    if one.canonical == other.canonical and (one.state == other.state or not one.state or not other.state):
        return True
    return bool(one.state) and (one.state, one.kind) == (other.state, other.kind)


def _compared(one: Number, other: Number) -> Evidence:
    steps = tuple(dict.fromkeys((*one.steps, *other.steps)))
    bits, says = _same(one, other) if one.canonical == other.canonical else _different(one, other)
    return Evidence(Family.NUMBER, bits, Told(one.text), Told(other.text), says, steps)


def _same(one: Number, other: Number) -> tuple[float, str]:
    known = one if one.scheme else other
    if known.sound in (Sound.NO, Sound.NO_SUCH_DAY):
        return SAME_UNSOUND, f"both have the {known.name} {known.canonical}, though {known.sound.value}"
    says = f"both have the {known.name} {known.canonical}"
    if not one.state or not other.state:
        return SAME_UNSOUND, f"{says}; one side does not say which state gave it"
    return (SAME_NUMBER if known.sound is Sound.YES else SAME_DOCUMENT), says


def _different(one: Number, other: Number) -> tuple[float, str]:
    name = one.name if one.scheme else other.name
    both = " and ".join(sorted((one.canonical, other.canonical)))
    if OSA.distance(one.canonical, other.canonical, score_cutoff=1) <= 1:
        return 0.0, f"the {name}s {both} differ in one place: look at the originals; it counts neither way"
    for number in sorted((one, other), key=lambda n: n.canonical):
        if number.sound in (Sound.NO, Sound.NO_SUCH_DAY, Sound.SHAPE):
            says = f"the {name} {number.canonical} cannot be right: {number.sound.value}; it counts neither way"
            return 0.0, says
    if one.scheme is None or other.scheme is None:
        return 0.0, f"different {name}s, {both}; documents are renewed, and it counts neither way"
    return OTHER_NUMBER, f"different {name}s, of which a person has one: {both}"


def births_within(numbers: tuple[str, ...]) -> tuple[str, ...]:
    """Days of birth within the sound ones of these numbers, as texts."""
    return tuple(dict.fromkeys(number.born for number in _numbers(numbers) if number.born))


def sexes_within(numbers: tuple[str, ...]) -> frozenset[str]:
    """`f` or `m` as the sound ones of these numbers hold it; both where they contradict each other."""
    return frozenset(number.sex for number in _numbers(numbers) if number.sex)
