"""A link is put together: its evidence in order, what is apart kept apart, its digest, and its one sentence.

A link stands in the compartment of its entry. What comes from another compartment on the way (a relative known to
another register, a person of the case whose name is protected) is not told in it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rogatory.casefile.parties import Told
from rogatory.law.canonical import digest
from rogatory.linkage.evidence import Closeness, Evidence, Missing
from rogatory.linkage.model import Band, By, Link, Step
from rogatory.linkage.paths import Node, Path
from rogatory.linkage.proposals import Met, propose
from rogatory.linkage.wording import say_link
from rogatory.people.mandates import Compartment
from rogatory.registers.model import COMPARTMENT_OF, RegisterEntry, RegisterKind

ASKED_BY = frozenset({RegisterKind.REQUESTS, RegisterKind.NOTICES})
"""Registers whose entries are against somebody because a state asked: it is the state that pursues them."""
APART = "[stands apart]"
"""In the place of words that another compartment holds. It does not say which: that alone would tell too much."""
ID_DIGITS = 20
"""Hexadecimal digits of the identifier of a link: 80 bits."""


def compartment_of(entry: RegisterEntry) -> Compartment | None:
    """Where the words of an entry stand."""
    return entry.compartment or COMPARTMENT_OF[entry.kind]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence, and the two nodes it compares."""

    evidence: Evidence
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Hit:
    """What was met, before it is told.

    Attributes:
        key: What of the case met it, in a form that does not change while the file grows.
        object: What of the case met it, as a reader finds it.
        about: Person of the case it is about; empty: nobody concerned.
        entry: The entry.
        with_: Person or proceeding of it.
        met: What decides band and proposals.
        band: The band.
        closeness: Of proceedings; None: of persons.
        pieces: The evidence.
        path: How it was met; None: nothing settles it.
        missing: What would settle it.
    """

    key: str
    object: str
    about: str
    entry: RegisterEntry
    with_: str
    met: Met
    band: Band
    closeness: Closeness | None
    pieces: tuple[Piece, ...]
    path: Path | None
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """How links are worded.

    Attributes:
        labels: What nodes are called.
        apart: In which compartment their words stand; those that are not named here stand in the file.
        opened: Compartments whose words may stand in any link, because the reader sees them all.
    """

    labels: Mapping[Node, str]
    apart: Mapping[Node, Compartment]
    opened: frozenset[Compartment] = frozenset()

    def link(self, hit: Hit) -> Link:
        """The hit as a link."""
        nodes = [*(hit.path.nodes if hit.path else ()), *(n for p in hit.pieces for n in (p.left, p.right))]
        compartment = compartment_of(hit.entry) or next((self.apart[n] for n in nodes if n in self.apart), None)
        entry = hit.entry
        link = Link(
            id=digest([hit.key, entry.register, entry.id, hit.met.by.value])[:ID_DIGITS],
            digest="",
            register=entry.register,
            kind=entry.kind,
            entry=entry.id,
            by=hit.met.by,
            object=hit.object,
            with_=hit.with_,
            band=hit.band,
            closeness=hit.closeness,
            evidence=tuple(sorted((self._evidence(p, compartment) for p in hit.pieces), key=_strongest_first)),
            path=self._path(hit.path, compartment),
            missing=hit.missing,
            proposes=propose(hit.met, hit.about, f"{entry.register}/{entry.id}, {entry.title}"),
            says="",
            compartment=compartment,
            status=entry.status,
            states=entry.against if entry.kind in ASKED_BY else (),
        )
        return replace(link, digest=_digest(hit, self.labels), says=say_link(link))

    def _evidence(self, piece: Piece, compartment: Compartment | None) -> Evidence:
        if not (self._hidden(piece.left, compartment) or self._hidden(piece.right, compartment)):
            return piece.evidence
        told = Told(APART)
        return replace(piece.evidence, left=told, right=told, says="It was compared, and stands apart.", steps=())

    def _path(self, path: Path | None, compartment: Compartment | None) -> tuple[Step, ...]:
        if path is None:
            return ()
        shown = []
        for step, start, edge in zip(path.told(self.labels), path.nodes, path.edges, strict=False):
            a, b = self._hidden(start, compartment), self._hidden(edge.end, compartment)
            # What a source says of somebody apart names them as well.
            source = APART if a or b else step.source
            shown.append(replace(step, start=APART if a else step.start, end=APART if b else step.end, source=source))
        return tuple(shown)

    def _hidden(self, node: Node, compartment: Compartment | None) -> bool:
        """Whether words about a node are kept out of a link in `compartment`."""
        return node in self.apart and self.apart[node] not in (compartment, *self.opened)


def _strongest_first(piece: Evidence) -> tuple[float, str, str, str]:
    """Evidence against comes where its strength puts it: what contradicts is not hidden at the end."""
    return -abs(piece.bits), piece.family.value, piece.left.text, piece.right.text


def _digest(hit: Hit, labels: Mapping[Node, str]) -> str:
    """Digest of what a link rests on: the words compared, which way they speak, the path, what became of the entry.

    Bits and band are left out: they move with how common a name is among all entries, which is nothing new about this
    one.
    """
    pieces = {
        (p.evidence.family.value, p.evidence.bits > 0, p.evidence.left.text, p.evidence.right.text, p.evidence.says)
        for p in hit.pieces
    }
    steps = [(s.start, s.relation, s.end, s.source) for s in hit.path.told(labels)] if hit.path else []
    entry = hit.entry
    return digest(
        [
            sorted([list(map(str, piece)) for piece in pieces]),
            [list(step) for step in steps],
            hit.met.same,
            [[p.question, p.about, p.answer, p.grade] for p in propose(hit.met, hit.about, "")],
            [entry.title, entry.form, entry.status, entry.on, entry.by, entry.state, list(entry.against), entry.note],
        ]
    )


def in_order(links: Iterable[Link]) -> tuple[Link, ...]:
    """Links in the order in which they are read: what must be examined first, then by object and entry."""
    bands, ways = list(Band), list(By)
    return tuple(
        sorted(links, key=lambda x: (bands.index(x.band), ways.index(x.by), x.object, x.register, x.entry, x.with_))
    )
