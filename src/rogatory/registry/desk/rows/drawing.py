"""The persons, proceedings and things of a case, drawn: who is touched by what, and who stands in which relation.

Each drawing has its table beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rogatory.casefile.model import CaseFile
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording.language import Language
from rogatory.law.wording.questions import value_label
from rogatory.law.wording.terms import term
from rogatory.linkage.wording import say_relation

COLUMN, ROW, WIDE, HIGH, EDGE = 250, 58, 190, 40, 8
"""Distance of columns and rows, size of a box, and the margin, in units of the drawing."""
BESIDE, BOW = 130, 34
"""Room at the left for relations between persons where there are any, and how far their lines bow out into it."""
MOST = 12
"""Things of one kind that are drawn; of more, the first, and the table holds all."""


@dataclass(frozen=True, slots=True)
class Box:
    """A person or thing: place of its upper left corner, kind, name, and a second line."""

    x: int
    y: int
    kind: str
    name: str
    line: str

    @property
    def middle(self) -> int:
        """Height of its middle."""
        return self.y + HIGH // 2

    @property
    def right(self) -> int:
        """Its right edge."""
        return self.x + WIDE


@dataclass(frozen=True, slots=True)
class Line:
    """A relation between two boxes, from the right edge of one to the left edge of the other.

    Between persons it goes from left edge to left edge, around what stands between them.

    Attributes:
        what: Its type: `touches`, `is-about`, `is-meant-for`, `party` or `relation`.
        left: What it goes from, by identifier.
        right: What it goes to.
        words: What the one is to the other, of a party or a relation; empty: the type says it.
        source: Where that is told; empty: the request itself.
    """

    x1: int
    y1: int
    x2: int
    y2: int
    what: str
    left: str
    right: str
    words: str = ""
    source: str = ""

    @property
    def path(self) -> str:
        """The line as a path of SVG: a curve that leaves and arrives level."""
        half = self.x1 - BOW if self.what == "relation" else (self.x1 + self.x2) // 2
        return f"M{self.x1} {self.y1}C{half} {self.y1} {half} {self.y2} {self.x2} {self.y2}"

    @property
    def middle(self) -> int:
        """Height at which the words of a relation stand."""
        return (self.y1 + self.y2) // 2 + 4

    @property
    def beside(self) -> int:
        """Where the words of a relation end."""
        return self.x1 - BOW + 4


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes in three columns, and the lines between them.

    Persons; measures, assurances and proceedings; items and packages.
    """

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    left_out: int

    @property
    def types(self) -> tuple[str, ...]:
        """The types of relation in it, each once."""
        return tuple(dict.fromkeys(line.what for line in self.lines))


def relations(case: CaseFile, language: Language = Language.EN) -> Drawing | None:
    """Who is touched by what in a case, and who stands in which relation; None if nothing could be drawn."""
    kind, left = VOCABULARY["measure.type"], BESIDE if case.relations else EDGE
    persons = _column(left, "person", ((p.id, p.name) for p in case.persons))
    middle: list[Box] = []
    for what, named in (
        ("measure", [(m.id, value_label(kind, m.type, language)) for m in case.measures]),
        ("assurance", [(a.id, term(a.against, language)) for a in case.assurances]),
        ("proceeding", [(p.id, next((r.text for r in (*p.references, *p.offences)), "")) for p in case.proceedings]),
    ):
        middle += _column(left + COLUMN, what, named, below=len(middle))
    items = _column(left + 2 * COLUMN, "item", ((i.id, i.text) for i in case.items))
    packages = _column(left + 2 * COLUMN, "package", ((p, "") for p in case.packages), below=len(items))
    boxes = {b.name: b for column in (persons, middle, items, packages) for b in column}
    if not persons or (len(boxes) == len(persons) and not case.relations):
        return None
    everyone = tuple(p.id for p in case.persons)
    lines = [
        *_between(boxes, case, language),
        *_lines(boxes, "touches", ((p, m.id) for m in case.measures for p in m.persons or everyone)),
        *_lines(boxes, "is-about", ((p, a.id) for a in case.assurances for p in a.persons or everyone)),
        *_parties(boxes, case, language),
        *_lines(boxes, "is-meant-for", ((i.id, i.package) for i in case.items if i.package)),
    ]
    things = (case.persons, case.measures, case.assurances, case.proceedings, case.items, case.packages)
    rows = max(b.y for b in boxes.values()) + HIGH + EDGE
    right = max(b.right for b in boxes.values()) + EDGE
    return Drawing(right, rows, tuple(boxes.values()), tuple(lines), sum(map(len, things)) - len(boxes))


def _between(boxes: dict[str, Box], case: CaseFile, language: Language) -> Iterable[Line]:
    for told in case.relations:
        if told.of in boxes and told.to in boxes:
            a, b = boxes[told.of], boxes[told.to]
            words = say_relation(told.kind, language)
            yield Line(a.x, a.middle, b.x, b.middle, "relation", a.name, b.name, words, told.source)


def _parties(boxes: dict[str, Box], case: CaseFile, language: Language) -> Iterable[Line]:
    for told in case.proceedings:
        for party in told.parties:
            pairs = [(party.person, told.id)] if party.person else ()
            for line in _lines(boxes, "party", pairs):
                yield replace(line, words=say_relation(f"{party.role or 'party'} in", language), source=told.source)


def _column(x: int, kind: str, named: Iterable[tuple[str, str]], *, below: int = 0) -> list[Box]:
    shown = list(named)[:MOST]
    return [Box(x, EDGE + (below + k) * ROW, kind, name, line) for k, (name, line) in enumerate(shown)]


def _lines(boxes: dict[str, Box], what: str, pairs: Iterable[tuple[str, str]]) -> Iterable[Line]:
    for left, right in pairs:
        if left in boxes and right in boxes:
            a, b = sorted((boxes[left], boxes[right]), key=lambda box: box.x)
            yield Line(a.right, a.middle, b.x, b.middle, what, a.name, b.name)
