"""Whether a party of one proceeding is a party of another: by what is known of who they are, or by name alone."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from rapidfuzz.fuzz import ratio

from rogatory.casefile.parties import Identity, Party
from rogatory.linkage.evidence import Family
from rogatory.linkage.persons import SIZE, compare_persons
from rogatory.names.compare import bits, compare
from rogatory.names.skeleton import word_keys
from rogatory.names.text import scripts


@dataclass(frozen=True, slots=True)
class PersonLikeness:
    """What speaks for two persons being one.

    Attributes:
        bits: How much; at or below nought nothing does.
        says: In one sentence.
        steps: How the one name was turned into the other, and what else was compared.
        contradicted: Whether the names are alike and something else, such as the day of birth, says they are two.
        settled: Whether it is beyond doubt. A name alone never is.
    """

    bits: float
    says: str = ""
    steps: tuple[str, ...] = ()
    contradicted: bool = False
    settled: bool = False


SamePerson = Callable[[Party, Party], PersonLikeness]
"""Compares a party of the left proceedings with one of the right. Officials come as parties of the role `official`."""

IdentityOf = Callable[[Party], Identity | None]
"""Who a party is, as its own file or entry tells; None: only the name is told."""

AGAINST = -3.0
"""Bits of a day of birth or an identity number from which it says that two are not one."""
UNLIKE = PersonLikeness(-12.0)
"""Two persons no word of whose names is alike; as much as two names can have against."""


ALIKE = 66
"""From 0 to 100: how alike the consonants of one word of two names must be for the names to be compared at all."""
_LETTERS = frozenset({"Latin", "Cyrillic", "Arabic", "Hebrew", "Greek", "Armenian", "Georgian"})
"""Scripts whose words have consonants of their own. Names in others are always compared."""


@lru_cache(maxsize=1 << 16)
def _consonants(name: str) -> tuple[str, ...] | None:
    """The consonants of each word; None: the script does not tell them."""
    return word_keys(name) if name.strip() and _LETTERS.issuperset(scripts(name)) else None


def far_apart(left: str, right: str) -> bool:
    """Whether no word of the one name has the consonants of one of the other, so that comparing them costs in vain."""
    one, other = _consonants(left), _consonants(right)
    if one is None or other is None or not set(one).isdisjoint(other):
        return False
    return not any(ratio(a, b) >= ALIKE for a, b in product(one, other))


def by_names(left: Party, right: Party) -> PersonLikeness:
    """Compare two parties by the names told in the proceedings, and by nothing else.

    A party told by its identifier alone has no name here, and is like nobody.
    """
    if not left.name or not right.name:
        return PersonLikeness(0.0)
    if far_apart(left.name, right.name):
        return UNLIKE
    likeness = compare(left.name, right.name)
    return PersonLikeness(bits(likeness), f"The names {left.name} and {right.name} can be one person's.", likeness.says)


def by_identities(left: IdentityOf, right: IdentityOf, size: int = SIZE) -> SamePerson:
    """Compare parties by all that is known of who they are.

    Args:
        left: Who a party of the request or file is.
        right: Who a party of the register entry is.
        size: Persons the register holds; it sets when two are one beyond doubt.
    """

    def same(one: Party, other: Party) -> PersonLikeness:
        known, known_there = left(one) or Identity((one.name,)), right(other) or Identity((other.name,))
        if not (known.numbers and known_there.numbers):
            if not any(known.names) or not any(known_there.names):
                return PersonLikeness(0.0)
            if _all_far_apart(known, known_there):
                return UNLIKE
        match = compare_persons(known, known_there, size=size)
        named = next((piece for piece in match.evidence if piece.family is Family.NAME), None)
        said = tuple(piece.says for piece in match.evidence if piece is not named)
        telling = [piece.bits for piece in match.evidence if piece.family in (Family.BIRTH, Family.NUMBER)]
        # However rare the name: who was born on another day and shares no number is somebody else.
        against = sum(b for b in telling if b <= AGAINST) if all(b <= AGAINST for b in telling) else 0.0
        return PersonLikeness(
            min(match.bits, against) if against else match.bits,
            f"{named.says[:1].upper()}{named.says[1:]}." if named else "",
            (*(named.steps if named else ()), *said),
            contradicted=named is not None and named.bits > 0 and bool(against),
            settled=match.settles,
        )

    return same


def _all_far_apart(left: Identity, right: Identity) -> bool:
    return all(far_apart(*pair) for pair in product(left.names, right.names))
