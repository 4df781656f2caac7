"""Whether a request was made before: the same letter, again after a refusal, or through another state.

A request turned down here may come once more, in new words, or by another state's hand. It is told with its reasons and
never with a score, and somebody looks; that nothing was found says only among how many it was looked for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from rogatory.casefile.parties import Identity, Proceeding
from rogatory.linkage.bodies import body, same_body
from rogatory.linkage.evidence import Closeness, Evidence, Family
from rogatory.linkage.plain import words
from rogatory.linkage.proceedings import by_identities, compare_proceedings
from rogatory.linkage.same_person import IdentityOf


class Repeat(Enum):
    """How a request stands to an earlier one."""

    SAME_LETTER = "same letter"
    """The same bytes, or the same number and day of the same authority: it came twice."""
    AFTER_REFUSAL = "again after a refusal"
    """The same proceedings, and what was asked before was refused."""
    OTHER_STATE = "through another state"
    """The same proceedings or persons and facts, and another state asks."""
    SAME_REQUEST = "same request again"
    """The same proceedings, and something asked before is asked again."""
    FURTHER = "further request in the same proceedings"
    """The same proceedings; nothing shows that the same is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request as far as it is known, for comparison.

    Attributes:
        id: Identifier of the case or document.
        state: Code of the requesting state; empty: not known.
        authority: The authority that asks, as written; empty: not known.
        digests: SHA-256 of what came in.
        letters: Numbers the letter gives itself, in canonical form.
        day: Day of the letter (ISO 8601); empty: not known.
        proceedings: The proceedings it is made in, with parties that name the keys of `persons`.
        persons: Who the persons concerned are, by key.
        measures: Values of `measure.type` asked for.
        refused: Whether it, or a part of it, was refused.
    """

    id: str
    state: str = ""
    authority: str = ""
    digests: frozenset[str] = frozenset()
    letters: tuple[str, ...] = ()
    day: str = ""
    proceedings: Proceeding | None = None
    persons: tuple[tuple[str, Identity], ...] = ()
    measures: frozenset[str] = frozenset()
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Again:
    """An earlier request a new one repeats.

    Attributes:
        earlier: Identifier of the earlier one.
        repeat: How.
        reasons: Why, each in a sentence; never empty.
    """

    earlier: str
    repeat: Repeat
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """What looking for earlier requests found.

    Attributes:
        found: Each earlier request that is repeated, in the order of `Repeat`.
        among: How many were looked through.
    """

    found: tuple[Again, ...]
    among: int

    @property
    def says(self) -> str:
        """In one sentence; that nothing is found never says that there is nothing."""
        if not self.found:
            return f"none found among {self.among} looked through"
        return "; ".join(f"{one.repeat.value}: {one.earlier}" for one in self.found)


def repeats(request: Asked, earlier: Iterable[Asked]) -> Looked:
    """Look for requests this one repeats.

    Args:
        request: The one that came in.
        earlier: Those that came before it; one with its own identifier is passed over.
    """
    before = [one for one in earlier if one.id != request.id]
    order = list(Repeat)
    found = [again for one in before if (again := _again(request, one)) is not None]
    first: dict[str, Again] = {}
    for again in sorted(found, key=lambda a: (order.index(a.repeat), a.earlier)):
        # A case with several proceedings is compared with each of them, and told once.
        first.setdefault(again.earlier, again)
    return Looked(tuple(first.values()), len(before))


def _again(request: Asked, earlier: Asked) -> Again | None:
    same = tuple(_same_letter(request, earlier))
    if same:
        return Again(earlier.id, Repeat.SAME_LETTER, same)
    reasons = tuple(_same_matter(request, earlier))
    if not reasons:
        return None
    if request.state and earlier.state and request.state != earlier.state:
        also = ("the earlier request was refused",) if earlier.refused else ()
        states = f"it was made by {earlier.state} before and is made by {request.state} now"
        return Again(earlier.id, Repeat.OTHER_STATE, (states, *reasons, *also))
    if earlier.refused:
        return Again(earlier.id, Repeat.AFTER_REFUSAL, ("the earlier request was refused", *reasons))
    both = sorted(request.measures & earlier.measures)
    if both:
        return Again(earlier.id, Repeat.SAME_REQUEST, (f"asked both times: {', '.join(both)}", *reasons))
    return Again(earlier.id, Repeat.FURTHER, reasons)


def _same_letter(request: Asked, earlier: Asked) -> Iterator[str]:
    if request.digests & earlier.digests:
        yield "the same document came in, byte for byte"
    shared = sorted(set(request.letters) & set(earlier.letters))
    if not shared or not _same_authority(request, earlier):
        return
    if request.day == earlier.day and request.day:
        yield f"the same authority gave both the number {shared[0]} and the day {request.day}"


def _same_authority(request: Asked, earlier: Asked) -> bool:
    """Whether one authority wrote both: neither may be unknown."""
    if not request.authority or not earlier.authority or request.state != earlier.state:
        return False
    one, other = words(request.authority), words(earlier.authority)
    return one == other or same_body(body(request.authority), body(earlier.authority))


_TELLING = 6
"""Signs of a number two states do not both name by chance, in letters about somebody of one name."""
_SAME = (Closeness.IDENTICAL, Closeness.SAME_FACTS)


def _same_matter(request: Asked, earlier: Asked) -> Iterator[str]:
    """Why both are made in the same matter; nothing: nothing shows it."""
    shared = sorted(set(request.letters) & set(earlier.letters))
    if shared and _same_authority(request, earlier):
        yield f"the same authority gave both the number {shared[0]}"
    if request.proceedings is None or earlier.proceedings is None:
        return
    match = compare_proceedings(
        request.proceedings, earlier.proceedings, by_identities(_of(request.persons), _of(earlier.persons))
    )
    told = [piece.says for piece in match.evidence if piece.bits > 0]
    if match.closeness in _SAME or (match.closeness is Closeness.CONNECTED and _person_and_facts(match.evidence)):
        yield from told
        return
    # A state that asks for another's proceedings does not say whose number it names; that it names it, tells enough.
    long = [number for number in shared if len(number) >= _TELLING and request.state != earlier.state]
    if long and any(piece.family is Family.PARTY and piece.bits > 0 for piece in match.evidence):
        yield from (f"both name the number {long[0]}", *told)


def _person_and_facts(evidence: Iterable[Evidence]) -> bool:
    """Whether a person and something of the facts speak for it, each by itself."""
    speaking = {piece.family for piece in evidence if piece.bits > 0}
    facts = {Family.OFFENCE, Family.PERIOD, Family.AMOUNT, Family.VICTIM, Family.REFERENCE}
    return Family.PARTY in speaking and bool(speaking & facts)


def _of(persons: tuple[tuple[str, Identity], ...]) -> IdentityOf:
    """Who a party is, by its key."""
    known = dict(persons)
    return lambda party: known.get(party.person)
