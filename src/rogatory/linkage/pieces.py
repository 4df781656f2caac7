"""What speaks for or against two proceedings being the same, piece by piece."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from rogatory.casefile.parties import Party, Told
from rogatory.linkage.articles import shared
from rogatory.linkage.assignment import assign
from rogatory.linkage.bodies import same_body
from rogatory.linkage.evidence import Evidence, Family
from rogatory.linkage.offences import WORDS_AT_MOST, kind_bits, wording_bits
from rogatory.linkage.periods import overlap
from rogatory.linkage.read_proceeding import ReadProceeding
from rogatory.linkage.references import Likeness, Reference, Sort, compare
from rogatory.linkage.same_person import PersonLikeness, SamePerson


@dataclass(frozen=True, slots=True)
class Bits:
    """What each piece is worth.

    Start values, set by judgment from the measurements of names and of published offence texts, not yet calibrated on
    decided pairs of proceedings. One bit doubles the odds.

    Attributes:
        same_case: The same number of a case; decides alone.
        same_other: The same notice, file, communication or judgment; one of them may be about several cases.
        maybe_number: The same number where the office that gave it is open, at most; less where it is a small number.
        linked: The one is named as severed from, joined with or derived from the other, or both from a third.
        other_number: Two numbers of the same authority, and nothing links them.
        numbers: All numbers together, at most.
        body: The same authority.
        official: The same investigator, prosecutor or judge, at most; with the authority the two make five.
        officials: All of them together, at most.
        party: A party, at most.
        contradicted: Somebody of the same name whose other data contradict, at the least.
        victim: The same victim.
        victims: All of them together, at most.
        amount: The same amount, by how many figures it has: one, two, three, four, five or more.
        amounts: All of them together, at most.
        articles: All articles together, at most.
        overlap: The times of the facts share a day.
        disjoint: They share none.
    """

    same_case: float = 16.0
    same_other: float = 14.0
    maybe_number: float = 8.0
    linked: float = 10.0
    other_number: float = -3.0
    numbers: float = 20.0
    body: float = 1.5
    official: float = 3.5
    officials: float = 7.0
    party: float = 10.0
    contradicted: float = -4.0
    victim: float = 4.0
    victims: float = 8.0
    amount: tuple[float, ...] = (0.5, 1.0, 2.5, 4.0, 6.0)
    amounts: float = 8.0
    articles: float = 3.0
    overlap: float = 1.5
    disjoint: float = -6.0


BITS = Bits()
"""The values in use."""


_Numbered = tuple[Reference, Told]


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the numbers say.

    Attributes:
        pieces: The evidence.
        same: Whether a number is the same, beyond the need to ask.
        linked: Whether one is severed from, joined with or derived from the other.
        check: Whether somebody must look at an original.
    """

    pieces: tuple[Evidence, ...]
    same: bool
    linked: bool
    check: bool


def numbers(left: ReadProceeding, right: ReadProceeding) -> Numbers:
    """Compare all numbers: exactly, each within its scheme and office."""
    found: dict[Likeness, list[tuple[_Numbered, _Numbered]]] = {likeness: [] for likeness in Likeness}
    for one, other in _pairs(left.references, right.references):
        found[compare(one[0], other[0])].append((one, other))
    pieces = [_same_number(*pair) for pair in found[Likeness.SAME]]
    linked = list(_links(left, right))
    named = {(a[1].text, b[1].text) for a, b in found[Likeness.SAME]}
    pieces += _once(_maybe_number(*p) for p in found[Likeness.MAYBE] if (p[0][1].text, p[1][1].text) not in named)
    hints: list[Evidence] = []
    if not pieces:
        hints = _once(_check_number(*pair) for pair in found[Likeness.CHECK])
    settled = bool(pieces or linked or hints)
    others = [p for p in found[Likeness.OTHER] if p[0][0].scheme.sort is Sort.CASE]
    against = [] if settled else _once(_other_number(*pair) for pair in others[:1])
    together = capped(pieces + linked, BITS.numbers)
    return Numbers((*together, *hints, *against), bool(found[Likeness.SAME]), bool(linked), bool(hints))


_MOST_PAIRS = 2_500


def _pairs(left: Sequence[_Numbered], right: Sequence[_Numbered]) -> Iterator[tuple[_Numbered, _Numbered]]:
    """Every pair; of lists too long for that those with the same number, so that no letter can stall the office."""
    if len(left) * len(right) <= _MOST_PAIRS:
        yield from product(left, right)
        return
    known: dict[str, list[_Numbered]] = {}
    for other in right:
        known.setdefault(other[0].key, []).append(other)
    for one in left:
        yield from ((one, other) for other in known.get(one[0].key, ()))


def _piece(bits: float, one: _Numbered, other: _Numbered, says: str) -> Evidence:
    steps = (*(f"left: {s}" for s in one[0].steps), *(f"right: {s}" for s in other[0].steps))
    return Evidence(
        Family.REFERENCE, bits, Told(one[0].raw, one[1].where), Told(other[0].raw, other[1].where), says, steps
    )


def _same_number(one: _Numbered, other: _Numbered) -> Evidence:
    scheme = one[0].scheme
    bits = BITS.same_case if scheme.sort is Sort.CASE else BITS.same_other
    return _piece(bits, one, other, f"The same {scheme.name}: {one[0].canonical} ({scheme.authority}).")


def _maybe_number(one: _Numbered, other: _Numbered) -> Evidence:
    last = max((int(n) for n in _runs(one[0].canonical)), default=0)
    says = f"The same number, {one[0].canonical}; that the same authority gave it is not certain."
    return _piece(min(BITS.maybe_number, math.log2(1 + last)), one, other, says)


def _runs(number: str) -> list[str]:
    """The running number of a canonical one: the last row of figures, or of two with a year the other."""
    rows = "".join(c if c.isdigit() else " " for c in number).split()
    small = [r for r in rows if not (len(r) == 4 and 1945 <= int(r) < 2100)]  # noqa: PLR2004 - a year
    return (small or rows)[-1:]


def _check_number(one: _Numbered, other: _Numbered) -> Evidence:
    says = "The numbers are one figure or one misread letter apart. That is no evidence: look at the originals."
    return _piece(0.0, one, other, says)


def _other_number(one: _Numbered, other: _Numbered) -> Evidence:
    return _piece(
        BITS.other_number, one, other, f"Two different numbers of one kind: {one[0].scheme.name}. Nothing links them."
    )


def _links(left: ReadProceeding, right: ReadProceeding) -> Iterator[Evidence]:
    apart = "One is named as severed from, joined with or derived from the other."
    third = "Both are named as severed from, joined with or derived from the same proceedings."
    for ones, others, says in (
        (left.related, right.references, apart),
        (left.references, right.related, apart),
        (left.related, right.related, third),
    ):
        for one, other in _pairs(ones, others):
            if compare(one[0], other[0]) is Likeness.SAME:
                yield _piece(BITS.linked, one, other, says)


def _once(pieces: Iterable[Evidence]) -> list[Evidence]:
    """One piece for the same two words: a number several schemes read is still one number."""
    best: dict[tuple[str, str], Evidence] = {}
    for piece in pieces:
        best.setdefault((piece.left.text, piece.right.text), piece)
    return list(best.values())


def capped(pieces: Iterable[Evidence], most: float) -> list[Evidence]:
    """The pieces, strongest first, with no more bits together than `most`."""
    left, made = most, []
    for piece in sorted(pieces, key=lambda p: -p.bits):
        made.append(piece if piece.bits <= left else replace(piece, bits=left))
        left = max(0.0, left - piece.bits)
    return made


def bodies(left: ReadProceeding, right: ReadProceeding) -> Iterator[Evidence]:
    """The same authority, once. A kind several states have is the same only where the states may be."""
    apart = bool(left.told.state and right.told.state and left.told.state != right.told.state)
    for one, told in left.bodies:
        for other, said in right.bodies:
            if same_body(one, other) and (one.state or not apart):
                name = one.name or told.text
                yield Evidence(Family.BODY, BITS.body, told, said, f"The same authority: {name}.")
                return


@dataclass(frozen=True, slots=True)
class People:
    """What parties and officials say.

    Attributes:
        pieces: The evidence.
        settled: How many parties are the same beyond doubt.
        several: Whether parties that seem the same carry as much as a number; that takes two at the least.
    """

    pieces: tuple[Evidence, ...]
    settled: int
    several: bool


def people(left: ReadProceeding, right: ReadProceeding, same_person: SamePerson) -> People:
    """Parties and officials, each paired with one of the other side at most, so that the most is explained."""
    one = [Party(name=name, role="official") for name in left.told.officials]
    other = [Party(name=name, role="official") for name in right.told.officials]
    officials, _ = _paired(Family.OFFICIAL, one, other, same_person, BITS.official)
    parties, settled = _paired(Family.PARTY, left.told.parties, right.told.parties, same_person, BITS.party)
    found = (*capped((p for p in officials if p.bits > 0), BITS.officials), *parties)
    alike = [p.bits for p in parties if p.bits > 0]
    placed = (
        replace(p, left=replace(p.left, where=left.told.source), right=replace(p.right, where=right.told.source))
        for p in found
    )
    return People(tuple(placed), settled, sum(alike) >= BITS.same_case)


def _paired(
    family: Family, left: Sequence[Party], right: Sequence[Party], same_person: SamePerson, most: float
) -> tuple[list[Evidence], int]:
    likeness = {(i, j): same_person(a, b) for i, a in enumerate(left) for j, b in enumerate(right)}
    made = assign({pair: min(most, like.bits) for pair, like in likeness.items()})
    found = [
        _person(family, min(most, likeness[i, j].bits), left[i], right[j], likeness[i, j])
        for i, j in sorted(made.items())
    ]
    taken, given = set(made), set(made.values())
    for (i, j), like in sorted(likeness.items(), key=lambda item: item[0]):
        if like.contradicted and i not in taken and j not in given:
            taken.add(i)
            given.add(j)
            bits = min(0.0, max(BITS.contradicted, like.bits))
            found.append(_person(family, bits, left[i], right[j], like))
    return found, sum(likeness[pair].settled for pair in made.items())


def _person(family: Family, bits: float, one: Party, other: Party, like: PersonLikeness) -> Evidence:
    left, right = (f"{p.name or p.person} ({p.role})" if p.role else p.name or p.person for p in (one, other))
    default = "The same person, as it seems." if bits > 0 else "The names are alike, the persons are not."
    return Evidence(family, bits, Told(left), Told(right), like.says or default, like.steps)


def victims(left: ReadProceeding, right: ReadProceeding) -> list[Evidence]:
    """Those harmed, compared by the words of their names without forms of firms."""
    known = dict(right.victims)
    found = [
        Evidence(Family.VICTIM, BITS.victim, told, known[key], "The same is said to have been harmed.")
        for key, told in left.victims
        if key in known
    ]
    return capped(found, BITS.victims)


def amounts(left: ReadProceeding, right: ReadProceeding) -> list[Evidence]:
    """Amounts, to the last unit."""
    known = {a.key: (a, told) for a, told in right.amounts}
    found = []
    for amount, told in left.amounts:
        if amount.key in known:
            other, said = known[amount.key]
            bits = BITS.amount[min(amount.figures, len(BITS.amount)) - 1]
            round_ = "; so round an amount says little" if bits < 1.5 else ""  # noqa: PLR2004 - two figures
            says = f"The same amount: {amount.currency} {amount.value:,f}{round_}."
            steps = (*(f"left: {s}" for s in amount.steps), *(f"right: {s}" for s in other.steps))
            found.append(
                Evidence(
                    Family.AMOUNT, bits, replace(told, text=amount.raw), replace(said, text=other.raw), says, steps
                )
            )
    return capped(found, BITS.amounts)


def offences(left: ReadProceeding, right: ReadProceeding) -> Iterator[Evidence]:
    """Articles, each paired once, and the words of the allegations, which never count for much."""
    pairs = {
        (i, j): match
        for i, (one, _) in enumerate(left.articles)
        for j, (other, _) in enumerate(right.articles)
        if (match := shared(one, other)) is not None
    }
    found = []
    for i, j in sorted(assign({pair: match.bits for pair, match in pairs.items()}).items()):
        match = pairs[i, j]
        says = match.step or f"The same article: {match.left.code} {match.left.number}."
        steps = (*(f"left: {s}" for s in match.left.steps), *(f"right: {s}" for s in match.right.steps))
        where, there = left.articles[i][1].where, right.articles[j][1].where
        found.append(
            Evidence(Family.OFFENCE, match.bits, Told(match.left.raw, where), Told(match.right.raw, there), says, steps)
        )
    yield from capped(found, BITS.articles)
    if words := _allegations(left, right):
        yield words


def _allegations(left: ReadProceeding, right: ReadProceeding) -> Evidence | None:
    best: Evidence | None = None
    for one in left.offences:
        for other in right.offences:
            bits = min(WORDS_AT_MOST, kind_bits(one.kinds, other.kinds) + wording_bits(one.words, other.words))
            if bits > (best.bits if best else 0.0):
                kinds = ", ".join(sorted(one.kinds & other.kinds)) or "the same words"
                best = Evidence(
                    Family.OFFENCE, bits, one.told, other.told, f"Alike in what is alleged: {kinds}. That says little."
                )
    return best


def period(left: ReadProceeding, right: ReadProceeding) -> Iterator[Evidence]:
    """The times of the facts; where one is not known, nothing."""
    shares = overlap(left.facts, right.facts)
    if shares is None:
        return
    bits, says = (
        (BITS.overlap, "The times of the facts overlap.")
        if shares
        else (BITS.disjoint, "The times of the facts share no day.")
    )
    one, other = (Told(" to ".join(p for p in r.told.period if p), r.told.source) for r in (left, right))
    yield Evidence(Family.PERIOD, bits, one, other, says)
