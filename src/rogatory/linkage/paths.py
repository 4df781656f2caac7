"""Paths: how a request meets an entry through somebody near, each edge with what it rests on.

A path goes from a person or proceeding of the case to one of an entry over at most two relations. Its edges are sourced
relations, parties of proceedings as a source names them, and matches that settle. A name alone is no edge, nor is a
relation nobody tells the source of. Two matches never follow each other, so that likeness is not handed on from one
to the next: of three brothers the first does not become the third.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from math import inf
from types import MappingProxyType
from typing import NamedTuple

from rogatory.casefile.parties import Party, Relation
from rogatory.linkage.model import Step

MOST_STEPS = 2
"""Relations a path may hold. Two parties of the same proceedings are one relation apart."""
MOST_EDGES = 300
"""Edges followed from one node. Where there are more the screening says so."""
_RELATION, _PARTY, _MATCH = 2, 1, 0
"""What an edge uses up: from a party to its proceedings and on to another party is one relation."""


class Tie(Enum):
    """What the far end of a path is to the near end, the weakest word that is true of the whole path."""

    SELF = "the same"
    """No relation lies between."""
    RELATIVE = "relative"
    """Relatives only."""
    ASSOCIATE = "associate"
    """Lawyers, clients, employers, employees or associates, with or without relatives."""
    CO_ACCUSED = "co-accused"
    """Somebody in the same proceedings, as accused, detained or witness."""


_TIES: Mapping[str, Tie] = MappingProxyType(
    dict.fromkeys(("sibling", "parent", "child", "spouse", "relative"), Tie.RELATIVE)
    | dict.fromkeys(("lawyer", "client", "employer", "employee", "associate"), Tie.ASSOCIATE)
    | dict.fromkeys(("co-accused", "witness", "has as witness"), Tie.CO_ACCUSED)
)
INVERSE: Mapping[str, str] = MappingProxyType(
    {
        "parent": "child",
        "child": "parent",
        "lawyer": "client",
        "client": "lawyer",
        "employer": "employee",
        "employee": "employer",
        "witness": "has as witness",
    }
)
"""What the other is to the one; a kind that is not named here reads alike from both ends."""
_LEADS_ON = frozenset({"accused", "suspect", "convicted", "detained", "witness", "ill-treated", "protected", ""})
"""Roles through which proceedings lead from one person to another. Whom a crime harmed is no co-accused."""
FOUNDED_ON = "protection founded on"
"""What binds a protected person to the proceedings the protection is founded on."""


class Node(NamedTuple):
    """A person or proceeding of the case or of an entry.

    Attributes:
        place: Register and entry, as `register/entry`; empty: the case.
        of: `person` or `proceeding`.
        id: Identifier there.
    """

    place: str
    of: str
    id: str

    @property
    def is_person(self) -> bool:
        """Whether it is a person."""
        return self.of == "person"


def person(ident: str, place: str = "") -> Node:
    """A person as a node."""
    return Node(place, "person", ident)


def proceeding(ident: str, place: str = "") -> Node:
    """A proceeding as a node."""
    return Node(place, "proceeding", ident)


class Edge(NamedTuple):
    """An edge as it leaves a node; the attributes are those of `Step`, `uses` is what it takes of the steps."""

    relation: str
    end: Node
    source: str
    uses: int
    bits: float | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """A walk from a node of the case.

    Attributes:
        start: Where it begins.
        edges: Its edges in order; none: it has not left.
    """

    start: Node
    edges: tuple[Edge, ...] = ()

    @property
    def end(self) -> Node:
        """Where it has come to."""
        return self.edges[-1].end if self.edges else self.start

    @property
    def strength(self) -> float:
        """Bits of its weakest match; infinite where every edge is told by a source."""
        return min((e.bits for e in self.edges if e.bits is not None), default=inf)

    @property
    def rank(self) -> tuple[float, int, tuple[tuple[str, Node, str, float], ...]]:
        """Order among paths to the same end: stronger, then shorter, then by its words."""
        words = tuple((e.relation, e.end, e.source, -(e.bits or 0)) for e in self.edges)
        return -self.strength, len(self.edges), words

    @property
    def steps(self) -> float:
        """How many relations it holds; between a person and proceedings lies half a one."""
        return sum(e.uses for e in self.edges) / _RELATION

    @property
    def tie(self) -> Tie:
        """What its end is to its start."""
        # Proceedings at the end are those of the person before them, and no further relation.
        edges = self.edges if self.end.is_person else self.edges[:-1]
        ties = {_TIES.get(e.relation, Tie.CO_ACCUSED) for e in edges if e.uses}
        for tie in (Tie.CO_ACCUSED, Tie.ASSOCIATE, Tie.RELATIVE):
            if tie in ties:
                return tie
        return Tie.SELF

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Every node it visits, in order."""
        return self.start, *(e.end for e in self.edges)

    def told(self, labels: Mapping[Node, str]) -> tuple[Step, ...]:
        """The path as it is shown; a node without a label is shown by its identifier."""
        return tuple(
            Step(labels.get(a, a.id), e.relation, labels.get(e.end, e.end.id), e.source, e.bits)
            for a, e in zip(self.nodes, self.edges, strict=False)
        )


@dataclass(slots=True)
class Graph:
    """Persons and proceedings with the edges between them; every edge has its way back.

    Attributes:
        ways: For each node what a source tells that leaves it.
        matches: For each node whom it is, elsewhere.
    """

    ways: dict[Node, dict[Edge, None]] = field(default_factory=dict)
    matches: dict[Node, dict[Edge, None]] = field(default_factory=dict)

    def relate(self, relations: Iterable[Relation], place: str, where: str = "") -> tuple[Relation, ...]:
        """Add relations of the case or of an entry.

        Args:
            relations: The relations.
            place: Whose they are; empty: the case.
            where: Words put before each source: the register and entry.

        Returns:
            Those that are no edges, because nobody tells their source.
        """
        untold = []
        for r in relations:
            if not r.source.strip():
                untold.append(r)
            elif r.of != r.to:
                edge = Edge(r.kind, person(r.to, place), f"{where}{r.source}", _RELATION)
                _both(self.ways, person(r.of, place), edge, INVERSE.get(r.kind, r.kind))
        return tuple(untold)

    def stand(self, parties: Iterable[Party], ident: str, place: str, source: str) -> None:
        """Add the persons of an entry that stand in its proceedings, where a role leads on to others."""
        for party in parties:
            if party.person and party.role in _LEADS_ON:
                self.tie(party.person, party.role, ident, place, source)

    def tie(self, who: str, role: str, ident: str, place: str, source: str) -> None:
        """Add that a person stands in proceedings of the same entry, by role."""
        relation = FOUNDED_ON if role == "protected" else f"{role or 'party'} in"
        back = "founds protection of" if role == "protected" else f"has as {role or 'party'}"
        if source.strip():
            _both(self.ways, person(who, place), Edge(relation, proceeding(ident, place), source, _PARTY), back)

    def match(self, left: Node, right: Node, relation: str, source: str, bits: float) -> None:
        """Add that two nodes are one, by evidence that settles it."""
        _both(self.matches, left, Edge(relation, right, source, _MATCH, bits), relation)

    def onward(self, node: Node) -> list[Edge]:
        """What a source tells that leaves a node, in one order always, those to somebody met elsewhere first.

        No more than `MOST_EDGES`: see `cut`.
        """
        found = self.ways.get(node, {})
        return sorted(found, key=lambda e: (e.end not in self.matches, e.relation, e.end, e.source))[:MOST_EDGES]

    @property
    def cut(self) -> tuple[Node, ...]:
        """Nodes with more edges than are followed."""
        return tuple(sorted(node for node, edges in self.ways.items() if len(edges) > MOST_EDGES))


def _both(edges: dict[Node, dict[Edge, None]], start: Node, there: Edge, back: str) -> None:
    edges.setdefault(start, {})[there] = None
    edges.setdefault(there.end, {})[Edge(back, start, *there[2:])] = None


def reach(graph: Graph, start: Node) -> dict[Node, Path]:
    """The best path from `start` to each node within `MOST_STEPS` relations; the start itself is left out.

    It costs as much as there are edges within reach, and not as there are paths: of two paths to the same node that use
    up alike, the weaker is let go.
    """
    levels: list[dict[Node, Path]] = [{} for _ in range(MOST_STEPS * _RELATION + 1)]
    levels[0][start] = Path(start)
    best: dict[Node, Path] = {}
    for used, level in enumerate(levels):
        # Only what a source led to: what a match leads to here is matched no further.
        for node, path in tuple(level.items()):
            _offer(path, graph.matches.get(node, ()), levels[used:])
        for node, path in level.items():
            if node not in best or path.rank < best[node].rank:
                best[node] = path
            _offer(path, graph.onward(node), levels[used:])
    del best[start]
    return best


def _offer(path: Path, edges: Iterable[Edge], levels: list[dict[Node, Path]]) -> None:
    """Lengthen a path by each edge, where steps are left and no node is visited twice; the better of two is kept."""
    visited = frozenset(path.nodes)
    for edge in edges:
        if edge.uses < len(levels) and edge.end not in visited:
            longer = Path(path.start, (*path.edges, edge))
            known = levels[edge.uses].get(edge.end)
            if known is None or longer.rank < known.rank:
                levels[edge.uses][edge.end] = longer
