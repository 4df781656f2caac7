"""Searching: what of a case may meet what of the registers, compared piece by piece, and how the two hang together.

All persons of the case are asked, all whom its proceedings name, and all proceedings. Whoever an entry that is surely
met tells to be near is asked as well, so that a relative known to one register leads to another.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from rogatory.casefile.model import CaseFile
from rogatory.casefile.parties import Identity, Proceeding, Relation, Told
from rogatory.linkage.bands import SETTLED
from rogatory.linkage.evidence import Closeness, Evidence, Family
from rogatory.linkage.model import Band
from rogatory.linkage.paths import INVERSE, Graph, Node, person, proceeding, reach
from rogatory.linkage.persons import PersonMatch, compare_persons
from rogatory.linkage.proceedings import (
    ProceedingMatch,
    ReadProceeding,
    SamePerson,
    by_identities,
    compare_proceedings,
    read_proceeding,
)
from rogatory.linkage.source import Held, Source
from rogatory.linkage.subjects import Subject, subjects
from rogatory.linkage.wording import MATCHED
from rogatory.registers.model import Known

CANDIDATES, CANDIDATES_NEAR = 50, 20
"""Persons compared for each person of the case, and for each of those near, at most: the nearest by sound."""
PATIENCE = 30
"""Persons in a row, each less near in sound than the one before, for whom nothing speaks: then nobody further is."""
MOST_NEAR = 60
"""Persons asked because an entry that is met tells of them, at most."""
SAME_RELATION, MOST_BESIDE = 2.0, 10.0
"""Bits of a relation both sides tell of, and at most with what speaks for the other person in it."""
_STANDS_IN = {
    "protected": "protected",
    "victim": "ill-treated",
    "subject": "",
    "applicant": "",
    "co-accused": "accused",
}
"""As what a person of an entry stands in the proceedings the entry tells of, where these do not say so."""
_WORD = {Closeness.IDENTICAL: "is", Closeness.SAME_FACTS: "same facts as"}
_CLASSES = list(Closeness)


@dataclass(slots=True)
class Search:
    """What was compared, and the graph of what is told and what is matched.

    Attributes:
        case: The case.
        book: The registers.
        at: Day (ISO 8601) after which nothing learned is looked at.
        without: Registers that are not looked at.
        subjects: Whom of the case was asked.
        people: The nearest person of each entry, for each person asked.
        facts: The closest proceedings of each entry, for those of the case they were compared with.
        graph: Sourced edges and matches that settle.
        untold: Persons of the case between whom a relation is named without a source.
        left_out: Entries of whose persons near some were not asked, because they are too many.
    """

    case: CaseFile
    book: Source
    at: str
    without: frozenset[str] = frozenset()
    subjects: tuple[Subject, ...] = ()
    people: dict[tuple[Node, str], tuple[Known, PersonMatch]] = field(default_factory=dict)
    facts: dict[tuple[str, str], tuple[Proceeding, ProceedingMatch]] = field(default_factory=dict)
    graph: Graph = field(default_factory=Graph)
    untold: tuple[tuple[str, str], ...] = ()
    left_out: frozenset[str] = frozenset()
    _opened: set[str] = field(default_factory=set)
    _compared: set[str] = field(default_factory=set)
    _read: dict[str, ReadProceeding] = field(default_factory=dict)
    _same: dict[str, SamePerson] = field(default_factory=dict)
    _rarity: Callable[[str], float] = field(init=False)

    def __post_init__(self) -> None:
        self._rarity = lru_cache(maxsize=None)(self.book.rarity)

    @property
    def starts(self) -> tuple[Node, ...]:
        """Everything of the case a path may begin at."""
        return (*(s.node for s in self.subjects), *(proceeding(told.id) for told in self.case.proceedings))

    def run(self) -> "Search":
        """Look everything through."""
        self.subjects = tuple(subjects(self.case))
        self.untold = tuple((r.of, r.to) for r in self.graph.relate(self.case.relations, ""))
        for subject in self.subjects:
            self._ask(subject.node, subject.identity, CANDIDATES)
        self._read = {told.id: read_proceeding(told) for told in self.case.proceedings}
        for read in self._read.values():
            for held, other in self.book.proceedings_like(read):
                self._compare(read, held, (other,))
        self._follow()
        return self

    def _follow(self) -> None:
        """Open the entries that are surely met and ask whom they tell to be near, as far as paths may go."""
        done: set[Node] = set()
        while True:
            self._open_met()
            new = [node for node in self._near() if node not in done]
            room = max(MOST_NEAR - len(done), 0)
            self.left_out |= {node.place for node in new[room:]}
            done.update(new)
            if not new[:room]:
                self.left_out |= {node.place for node in self.graph.cut}
                return
            for node in new[:room]:
                found = next(known for known in self.book.held(node.place).persons if known.id == node.id)
                self._ask(node, found.identity, CANDIDATES_NEAR)

    def _near(self) -> list[Node]:
        """Persons of entries to whom a sourced edge leads from the case, the nearest first."""
        found: dict[Node, tuple[float, int, Node]] = {}
        for start in self.starts:
            for node, path in reach(self.graph, start).items():
                if node.is_person and node.place and path.edges[-1].bits is None:
                    rank = (path.steps, len(path.edges), node)
                    found[node] = min(rank, found.get(node, rank))
        return sorted(found, key=lambda node: found[node])

    def _ask(self, node: Node, identity: Identity, most: int) -> None:
        """Compare somebody with the nearest persons of the registers; of one entry at most one is that person."""
        in_vain = 0
        for held, known in self.book.persons_like(identity, most):
            if held.place != node.place and self._open_to_this(held):
                match = compare_persons(identity, known.identity, self._rarity, self.book.size)
                best = self.people.get((node, held.place))
                if best is None or _nearer(known, match) < _nearer(*best):
                    self.people[node, held.place] = known, match
                in_vain = 0 if match.bits > 0 else in_vain + 1
                if in_vain > PATIENCE:
                    return

    def _compare(self, read: ReadProceeding, held: Held, others: Iterable[ReadProceeding]) -> None:
        """Compare proceedings of the case with those of an entry, and keep the closest."""
        same = self._same.get(held.place) or self._parties_of(held)
        for other in others:
            if self._open_to_this(held):
                match = compare_proceedings(read, other, same)
                best = self.facts.get((read.told.id, held.place))
                if best is None or _closer(other.told, match) < _closer(*best):
                    self.facts[read.told.id, held.place] = other.told, match

    def _open_to_this(self, held: Held) -> bool:
        return held.entry.learned <= self.at and held.entry.register not in self.without

    def _parties_of(self, held: Held) -> SamePerson:
        """Compares parties of the case with those of an entry, the same two once: proceedings of a case share them."""
        here = {one.id: one.known_as for one in self.case.persons}
        there = {known.id: known.identity for known in held.persons}
        same = by_identities(lambda p: here.get(p.person), lambda p: there.get(p.person), self.book.size)
        self._same[held.place] = lru_cache(maxsize=None)(same)
        return self._same[held.place]

    def _open_met(self) -> None:
        """Follow what entries tell that are surely met; where it is a name alone, compare their proceedings only."""
        for (_, place), (_, match) in self.people.items():
            if match.settles or match.band is not Band.COUNTED:
                self._compare_all(place)
        for (node, place), (known, match) in self.people.items():
            if match.settles:
                source = f"{MATCHED}{_families(match.evidence)}"
                self.graph.match(node, person(known.id, place), "is", source, match.bits)
                self._open(place)
        for (node, place), (known, match) in self.people.items():
            facts = self._in_the_same(node, place, known) if _named_alike(match) else None
            if facts:
                source = f"{MATCHED}{_families((*match.evidence, *facts.evidence))}"
                self.graph.match(node, person(known.id, place), "is", source, min(match.bits, facts.bits))
        for (ident, place), (other, facts) in self.facts.items():
            if facts.closeness in SETTLED:
                source = f"{MATCHED}{_families(facts.evidence)}"
                ends = proceeding(ident), proceeding(other.id, place)
                self.graph.match(*ends, _WORD[facts.closeness], source, facts.bits)
                self._open(place)

    def beside(self, node: Node, place: str, known: Known) -> Evidence | None:
        """That somebody near is alike too: the case and the entry tell of the same relation to two who are alike.

        It speaks for the two as much as what is told of those near does, and settles nothing.
        """
        found = []
        for kind, other, source in _near_to(self.case.relations, node.id):
            for kind_there, other_there, source_there in _near_to(self.book.held(place).entry.relations, known.id):
                near, match = self.people.get((person(other), place), (None, None))
                if near and match and match.bits > 0 and (kind_there, other_there) == (kind, near.id):
                    says = f"both sides tell of the same relation ({kind}), and what they tell of {other} is alike"
                    left, right = (
                        Told(f"{kind}: {other}", source),
                        Told(f"{kind}: {near.identity.names[0]}", source_there),
                    )
                    found.append(
                        Evidence(Family.RELATION, min(MOST_BESIDE, SAME_RELATION + match.bits), left, right, says)
                    )
        return max(found, key=lambda piece: (piece.bits, piece.says), default=None)

    def _in_the_same(self, node: Node, place: str, known: Known) -> ProceedingMatch | None:
        """How proceedings compare in which both stand, somebody of the case and somebody of an entry, by one number."""
        for told in self.case.proceedings:
            other, facts = self.facts.get((told.id, place), (None, None))
            if other is None or facts is None or facts.closeness is not Closeness.IDENTICAL:
                continue
            here = any(node.id in (party.person, f"{told.id}.{i}") for i, party in enumerate(told.parties, 1))
            there = any(party.person == known.id for party in other.parties) or known.id.startswith(f"{other.id}.")
            if here and (there or known.role in _STANDS_IN):
                return facts
        return None

    def _compare_all(self, place: str) -> None:
        held = self.book.held(place)
        if place not in self._compared:
            self._compared.add(place)
            for read in self._read.values():
                self._compare(read, held, self.book.read(held))

    def _open(self, place: str) -> None:
        """Put into the graph what an entry tells of its persons."""
        if place in self._opened:
            return
        self._opened.add(place)
        entry = self.book.held(place).entry
        # What leads to nobody of the entry leads nowhere.
        there = {known.id for known in entry.persons}
        self.graph.relate((r for r in entry.relations if {r.of, r.to} <= there), place, f"{place}: ")
        for told in entry.proceedings:
            source = f"{place}: {told.source or entry.source}"
            self.graph.stand((party for party in told.parties if party.person in there), told.id, place, source)
            standing = {party.person for party in told.parties if party.role}
            for known in entry.persons:
                if known.role in _STANDS_IN and known.id not in standing:
                    self.graph.tie(known.id, _STANDS_IN[known.role], told.id, place, source)


def _near_to(relations: Iterable[Relation], ident: str) -> Iterator[tuple[str, str, str]]:
    """What somebody is to whom, as sources tell."""
    for r in relations:
        if r.source.strip() and r.of != r.to:
            if r.of == ident:
                yield r.kind, r.to, r.source
            elif r.to == ident:
                yield INVERSE.get(r.kind, r.kind), r.of, r.source


def _named_alike(match: PersonMatch) -> bool:
    """Whether two bear a whole and rare name, and nothing says that they are two: one person, if in one proceeding."""
    name = any(piece.family is Family.NAME and piece.bits > 0 for piece in match.evidence)
    return name and match.band is Band.MUST_EXAMINE and not match.settles and not match.contradictions


def _nearer(known: Known, match: PersonMatch) -> tuple[bool, float, str]:
    return not match.settles, -match.bits, known.id


def _closer(other: Proceeding, match: ProceedingMatch) -> tuple[int, float, str]:
    return _CLASSES.index(match.closeness), -match.bits, other.id


def _families(pieces: Iterable[Evidence]) -> str:
    """What speaks for a match, in one order always: which of them is stronger moves with how common a name is."""
    found = {piece.family for piece in pieces if piece.bits > 0}
    return ", ".join(family.value for family in Family if family in found)
