"""Whether two proceedings are the same, concern the same facts, are connected, or only alike.

In the founding case a request came in the very proceedings behind the protection of the person concerned. Who conducts
them, in which spelling and under which number is told differently each time; so every piece is weighed, and the class,
not a score, is what is shown.
"""

from dataclasses import dataclass

from rogatory.casefile.parties import Proceeding
from rogatory.linkage import pieces
from rogatory.linkage.evidence import Closeness, Evidence, Family, Missing, total
from rogatory.linkage.read_proceeding import ReadProceeding, blocking_keys, read_proceeding, reference_keys
from rogatory.linkage.references import Sort
from rogatory.linkage.same_person import PersonLikeness, SamePerson, by_identities, by_names

__all__ = [
    "PersonLikeness",
    "ProceedingMatch",
    "ReadProceeding",
    "SamePerson",
    "blocking_keys",
    "by_identities",
    "by_names",
    "compare_proceedings",
    "read_proceeding",
    "reference_keys",
]

SAME_FACTS_BITS = 16.0
"""Bits from which proceedings concern the same facts, if two families speak."""
FAMILIES = 2
"""Families that must speak: many pieces of one are still one."""
SPEAKS = 1.0
"""Bits from which a family speaks."""
SIMILAR_BITS = 4.0
"""Bits from which proceedings are worth a look as alike."""

_REGISTER_NUMBERS = {
    "KZ": "the number of the case in the Unified Register of Pre-Trial Investigations (ERDR)",
    "UA": "the number of the case in the Unified Register of Pre-Trial Investigations (ERDR)",
    "KG": "the number of the case in the Unified Register of Crimes",
    "TR": "the investigation number and the case number, each with the office or court that gave it",
    "CN": "the case number (案号) of the court, and the number of the file of the investigating organ",
}
_ANY_NUMBER = "the number of the case, and the authority that gave it"


@dataclass(frozen=True, slots=True)
class ProceedingMatch:
    """Two proceedings compared.

    Attributes:
        left: Identifier of the proceedings of the request or file.
        right: Identifier of those they are compared with.
        closeness: The class.
        evidence: Every piece, strongest first; what speaks against comes last, what must be checked has no bits.
        missing: What would settle it. What the requesting state is asked for shows nothing of what is known here.
    """

    left: str
    right: str
    closeness: Closeness
    evidence: tuple[Evidence, ...]
    missing: tuple[Missing, ...]

    @property
    def bits(self) -> float:
        """All pieces together."""
        return total(self.evidence)


def compare_proceedings(
    left: Proceeding | ReadProceeding, right: Proceeding | ReadProceeding, same_person: SamePerson = by_names
) -> ProceedingMatch:
    """Compare proceedings of a request with known ones.

    What is not told on one side is no evidence; only contradiction speaks against. With `same_person` symmetric, the
    class is the same whichever side is the left one.

    Args:
        left: Those of the request or file.
        right: Those of a register entry.
        same_person: Compares two parties; whoever calls knows who they are. By name alone unless given; a name
            alone connects nothing, two do.
    """
    one = left if isinstance(left, ReadProceeding) else read_proceeding(left)
    other = right if isinstance(right, ReadProceeding) else read_proceeding(right)
    numbers = pieces.numbers(one, other)
    people = pieces.people(one, other, same_person)
    found = (
        *numbers.pieces,
        *people.pieces,
        *pieces.amounts(one, other),
        *pieces.victims(one, other),
        *pieces.offences(one, other),
        *pieces.bodies(one, other),
        *pieces.period(one, other),
    )
    closeness = _class(found, numbers, people)
    evidence = tuple(sorted(found, key=lambda e: (-e.bits, e.family.value, e.says)))
    missing = tuple(_missing(one, other, numbers.check)) if closeness not in _SETTLED else ()
    return ProceedingMatch(one.told.id, other.told.id, closeness, evidence, missing)


_SETTLED = (Closeness.IDENTICAL, Closeness.NONE)


def _class(found: tuple[Evidence, ...], numbers: pieces.Numbers, people: pieces.People) -> Closeness:
    if numbers.same:
        return Closeness.IDENTICAL
    bits = total(found)
    speaking = sum(total(e for e in found if e.family is family) >= SPEAKS for family in Family)
    if bits >= SAME_FACTS_BITS and speaking >= FAMILIES:
        return Closeness.SAME_FACTS
    if numbers.linked or people.settled or people.several:
        return Closeness.CONNECTED
    return Closeness.SIMILAR if bits >= SIMILAR_BITS else Closeness.NONE


def _missing(left: ReadProceeding, right: ReadProceeding, check: bool) -> list[Missing]:
    """What to ask. The words for the requesting state rest on its own request alone."""
    asked: list[tuple[bool, str, str]] = [
        (check, "a copy of the page on which the number of the case stands", "the number must be certain"),
        (
            not _has_number(left),
            _REGISTER_NUMBERS.get(left.told.state, _ANY_NUMBER),
            "the number tells which case it is",
        ),
        (
            _has_officeless(left),
            "which office or court gave the number of the case",
            "several offices use the same numbers",
        ),
        (
            not left.told.related,
            "whether the case was severed from, joined with or derived from another, and under which numbers",
            "cases are divided and joined",
        ),
        (
            not left.told.parties,
            "the full names and days of birth of everybody accused in the case",
            "it tells whom it is about",
        ),
        (not left.facts, "the first and the last day of the facts", "it tells which facts are meant"),
        (not left.articles, "the articles applied, with the edition of the code", "it tells what is alleged"),
    ]
    found = [Missing(what, "requesting state", why) for lacks, what, why in asked if lacks]
    if not _has_number(right):
        found.append(
            Missing("the number of the proceedings behind the entry", "register", "the number tells which case it is")
        )
    return found


def _has_number(read: ReadProceeding) -> bool:
    return any(one.decided and one.scheme.sort is Sort.CASE for one, _ in read.references)


def _has_officeless(read: ReadProceeding) -> bool:
    return any(
        one.scheme.sort is Sort.CASE and one.scheme.state and not one.scheme.whole and not one.office
        for one, _ in read.references
    )
