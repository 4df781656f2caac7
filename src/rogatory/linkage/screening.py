"""Screening: what a case meets in the registers by person, by proceedings and by path, and what was looked through."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rogatory.casefile.model import CaseFile
from rogatory.linkage.bands import SETTLED, band_of_path, band_of_person, band_of_proceeding
from rogatory.linkage.evidence import Closeness, Evidence, Missing
from rogatory.linkage.links import Hit, Piece, Words, compartment_of, in_order
from rogatory.linkage.model import Band, By, Looked, Screening, Weak
from rogatory.linkage.paths import Edge, Node, Path, Tie, person, proceeding, reach
from rogatory.linkage.persons import PersonMatch, bars
from rogatory.linkage.proposals import Met
from rogatory.linkage.search import Search
from rogatory.linkage.source import Source
from rogatory.linkage.subjects import Subject, asked
from rogatory.linkage.wording import NO_SUCH_REGISTER
from rogatory.people.mandates import Compartment
from rogatory.registers.model import RegisterEntry, RegisterKind
from rogatory.states.records import NOT_NAMED

_BEARING = ("protected", "victim", "subject", "applicant")
"""Roles of those an entry is about."""
_CLASSES = list(Closeness)
NOT_ASKED = "it may not be asked"
"""Why nothing was looked through in a register that was left out."""


def screen(
    case: CaseFile,
    book: Source,
    at: date,
    opened: frozenset[Compartment] = frozenset(),
    without: frozenset[str] = frozenset(),
) -> Screening:
    """Match a case with the registers.

    Args:
        case: The case.
        book: The registers.
        at: Day of the screening: what was learned later is not looked at.
        opened: Compartments that are open to every reader of the result. A link never tells words of another
            compartment than its own, unless that is named here.
        without: Registers that may not be asked: nothing of them is looked at, and no path leads through them.
    """
    search = Search(case, book, at.isoformat(), without).run()
    hits = tuple(_Telling(search).hits())
    words = _words(search, opened)
    counted = {register.id: 0 for register in book.registers}
    weak = [hit for hit in hits if hit.band is Band.COUNTED]
    for hit in weak:
        counted[hit.entry.register] += 1
    links = in_order(words.link(hit) for hit in hits if hit.band is not Band.COUNTED)
    told = tuple(_weak(hit, bars(book.size)[1]) for hit in sorted(weak, key=_place))
    return Screening(links, tuple(sorted(counted.items())), tuple(_coverage(search)), weak=told)


def _place(hit: Hit) -> tuple[str, ...]:
    return hit.entry.register, hit.object, hit.met.by.value, hit.entry.id, hit.with_


def _weak(hit: Hit, needed: float) -> Weak:
    pieces = sorted((piece.evidence for piece in hit.pieces), key=lambda one: (-abs(one.bits), one.family.value))
    bar = needed if hit.met.by is By.PERSON else None
    bits = tuple((one.family, one.bits) for one in pieces)
    return Weak(hit.entry.register, hit.met.by, hit.object, hit.closeness, bar, bits)


@dataclass(frozen=True, slots=True)
class _Telling:
    search: Search

    def hits(self) -> Iterator[Hit]:
        """Everything that was met, however weakly."""
        yield from self._by_person()
        yield from self._by_proceeding()
        yield from self._by_path()

    def _by_person(self) -> Iterator[Hit]:
        of_node = {subject.node: subject for subject in self.search.subjects}
        for (node, place), (known, match) in self.search.people.items():
            if node not in of_node or match.bits <= 0:
                continue
            subject, entry, end = of_node[node], self.search.book.held(place).entry, person(known.id, place)
            tie = Tie.SELF if subject.concerned else Tie.CO_ACCUSED
            met = self._met(entry, By.PERSON, known.role, self._closest(place), tie)
            edge = self._edge(node, end)
            beside = self.search.beside(node, place, known)
            compared = self._with(match, beside)
            # A name in the same proceedings is more than a name.
            settles = edge is not None or (compared is not Band.COUNTED and met.same in SETTLED)
            band = band_of_person(met, settles=settles, compared=compared)
            pieces = (*self._pieces(node, end), *((Piece(beside, node, end),) if beside else ()))
            path = self._on_to_case(Path(node, (edge,))) if edge else None
            yield Hit(
                subject.key, subject.object, subject.object if subject.concerned else "", entry, known.id, met, band,
                None, pieces, path, tuple(self._missing(subject, entry, met, match)),
            )  # fmt: skip

    def _with(self, match: PersonMatch, beside: Evidence | None) -> Band:
        """The band of a comparison once somebody near is known to be alike too; it settles nothing."""
        if beside is None or match.contradictions or match.band is Band.MUST_EXAMINE:
            return match.band
        examine, look, _ = bars(self.search.book.size)
        bits = match.bits + beside.bits
        return Band.MUST_EXAMINE if bits >= examine else Band.LOOK if bits >= look else match.band

    def _by_proceeding(self) -> Iterator[Hit]:
        for (ident, place), (other, facts) in self.search.facts.items():
            if facts.closeness is Closeness.NONE:
                continue
            entry = self.search.book.held(place).entry
            start, end = proceeding(ident), proceeding(other.id, place)
            met = self._met(entry, By.PROCEEDING, "", facts.closeness)
            edge = self._edge(start, end)
            path = Path(start, (edge,)) if edge else None
            yield Hit(
                ident, ident, "", entry, other.id, met, band_of_proceeding(met), facts.closeness,
                self._pieces(start, end), path, facts.missing,
            )  # fmt: skip

    def _by_path(self) -> Iterator[Hit]:
        of_node = {subject.node: subject for subject in self.search.subjects}
        for start in self.search.starts:
            subject = of_node.get(start)
            for place, path in self._ends(start):
                held = self.search.book.held(place)
                role = next((k.role for k in held.persons if person(k.id, place) == path.end), "")
                met = self._met(held.entry, By.PATH, role, self._closest(place), path.tie)
                whole = self._on_to_case(path)
                pieces = (
                    self._pieces(a, e.end) for a, e in zip(whole.nodes, whole.edges, strict=False) if e.bits is not None
                )
                yield Hit(
                    subject.key if subject else start.id, subject.object if subject else start.id,
                    start.id if subject and subject.concerned else "", held.entry, path.end.id, met,
                    band_of_path(met, path.steps), None, tuple(p for some in pieces for p in some), whole, (),
                )  # fmt: skip

    def _ends(self, start: Node) -> Iterator[tuple[str, Path]]:
        """The best path to each entry that `start` does not meet by itself: to whom the entry is about, if one can."""
        graph = self.search.graph
        by_itself = {edge.end.place for edge in graph.matches.get(start, ())}
        found: dict[str, tuple[tuple[bool, bool, object], Path]] = {}
        for node, path in reach(graph, start).items():
            if node.place and node.place not in by_itself and path.steps:
                roles = {known.id: known.role for known in self.search.book.held(node.place).persons}
                about = node.is_person and roles[node.id] in _BEARING
                rank = (not about, not node.is_person, path.rank)
                if node.place not in found or rank < found[node.place][0]:
                    found[node.place] = rank, path
        return ((place, path) for place, (_, path) in found.items())

    def _met(self, entry: RegisterEntry, by: By, role: str, same: Closeness, tie: Tie = Tie.SELF) -> Met:
        request = self.search.case.request
        against = request.requesting in entry.against if entry.against and request.requesting != NOT_NAMED else None
        here = entry.state == request.requested if entry.state and request.requested != NOT_NAMED else None
        too = self._person_too(f"{entry.register}/{entry.id}", same)
        return Met(entry.kind, entry.form, entry.status, by, role, tie, same, too, against, here)

    def _person_too(self, place: str, same: Closeness) -> bool:
        """Whether a person of the case is the one the entry is about, or bears the name in the same proceedings."""
        for subject in (one for one in self.search.subjects if one.concerned):
            known, match = self.search.people.get((subject.node, place), (None, None))
            if known is None or match is None or known.role not in _BEARING:
                continue
            if match.settles or (match.band is not Band.COUNTED and same in SETTLED):
                return True
        return False

    def _closest(self, place: str) -> Closeness:
        """How the proceedings of an entry stand to those of the case, at the closest."""
        found = (facts[1].closeness for (_, at), facts in self.search.facts.items() if at == place)
        return min(found, key=_CLASSES.index, default=Closeness.NONE)

    def _edge(self, start: Node, end: Node) -> Edge | None:
        return next((edge for edge in self.search.graph.matches.get(start, ()) if edge.end == end), None)

    def _pieces(self, left: Node, right: Node) -> tuple[Piece, ...]:
        """The evidence by which two nodes were matched, whichever of them was asked."""
        for a, b in ((left, right), (right, left)):
            known = self.search.people.get((a, b.place)) if a.is_person else None
            if known and known[0].id == b.id:
                return tuple(Piece(e, a, b) for e in known[1].evidence)
            facts = None if a.is_person else self.search.facts.get((a.id, b.place))
            if facts and facts[0].id == b.id:
                return tuple(Piece(e, a, b) for e in facts[1].evidence)
        return ()

    def _on_to_case(self, path: Path) -> Path:
        """The path led on to proceedings of the case, where the person at its end stands in the same ones."""
        graph = self.search.graph
        for way in graph.onward(path.end) if path.end.is_person else ():
            for back in sorted(graph.matches.get(way.end, ()), key=lambda e: e.end):
                if not way.end.is_person and not back.end.place and back.end not in path.nodes:
                    return Path(path.start, (*path.edges, way, back))
        return path

    def _missing(self, subject: Subject, entry: RegisterEntry, met: Met, match: PersonMatch) -> Iterator[Missing]:
        """What would settle a link by person, and what the link cannot tell for want of it."""
        place, protection = f"{entry.register}/{entry.id}", entry.kind is RegisterKind.PROTECTION
        if subject.compartment:
            # Who it is stands apart, and what is missing may not tell it.
            why = f"whether {subject.object} is the person of {place}"
            yield from (
                Missing("day of birth or identity number", of, why) for of in {m.of: None for m in match.missing}
            )
        else:
            yield from match.missing
        if protection and not entry.proceedings:
            what = "the proceedings or charges the protection was founded on"
            yield Missing(what, "asylum authority", f"whether the request concerns those behind {place}")
        numbered = any(told.references for told in self.search.case.proceedings)
        if entry.proceedings and met.same not in SETTLED and not numbered:
            what = "number and authority of the proceedings behind the request"
            yield Missing(what, "requesting state", f"whether they are those of {place}")
        if place in self.search.left_out:
            what = "who else is near: more persons than are asked at once"
            yield Missing(what, "register", f"whether they lead from {place} to further entries")
        for pair in self.search.untold:
            if subject.object in pair:
                what = f"where it is told that {pair[0]} and {pair[1]} stand in the relation the file names"
                yield Missing(what, "whoever entered it", f"whether it leads from the other to {place}")


def _words(search: Search, opened: frozenset[Compartment]) -> Words:
    """What nodes are called, and which of them stand apart."""
    labels, apart = {}, {}
    for subject in search.subjects:
        labels[subject.node] = subject.object
        if subject.compartment:
            apart[subject.node] = subject.compartment
    for place in sorted({place for _, place in search.people} | {place for _, place in search.facts}):
        held = search.book.held(place)
        nodes = {person(k.id, place): next(iter(k.identity.names), k.id) for k in held.persons}
        nodes |= {
            proceeding(told.id, place): next((r.text for r in told.references), told.id)
            for told in held.entry.proceedings
        }
        labels |= {node: f"{name} [{place}]" for node, name in nodes.items()}
        compartment = compartment_of(held.entry)
        if compartment:
            apart |= dict.fromkeys(nodes, compartment)
    return Words(labels, apart, opened)


def _coverage(search: Search) -> Iterator[Looked]:
    """A line for each register; a kind of which none is kept has a line too."""
    names = tuple(dict.fromkeys(form for subject in search.subjects for form in asked(subject)))
    for kind in RegisterKind:
        heads = [register for register in search.book.registers if register.kind is kind]
        for head in heads:
            entries = search.book.count(head.id, search.at)
            asked_of = head.id not in search.without
            reached = asked_of and bool(entries or not head.problem)
            problem = head.problem if asked_of else NOT_ASKED
            yield Looked(head.id, kind, entries if reached else None, head.as_of, names if reached else (), problem)
        if not heads:
            yield Looked("", kind, None, "", (), NO_SUCH_REGISTER[0])
