"""The persons and things of a case, drawn: who is touched by what. Each drawing has its table beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from rogatory.casefile.model import CaseFile
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording.language import Language
from rogatory.law.wording.questions import value_label
from rogatory.law.wording.terms import term

COLUMN, ROW, WIDE, HIGH, EDGE = 250, 58, 190, 40, 8
"""Distance of columns and rows, size of a box, and the margin, in units of the drawing."""
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

    Attributes:
        what: Its type: `touches`, `is-about` or `is-meant-for`.
        left: What it goes from, by identifier.
        right: What it goes to.
    """

    x1: int
    y1: int
    x2: int
    y2: int
    what: str
    left: str
    right: str

    @property
    def path(self) -> str:
        """The line as a path of SVG: a curve that leaves and arrives level."""
        half = (self.x1 + self.x2) // 2
        return f"M{self.x1} {self.y1}C{half} {self.y1} {half} {self.y2} {self.x2} {self.y2}"


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes in three columns (persons; measures and assurances; items and packages) and the lines between them."""

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
    """Who is touched by what in a case; None if it names nothing that could be drawn beside a person."""
    kind = VOCABULARY["measure.type"]
    persons = _column(0, "person", ((p.id, p.name) for p in case.persons))
    measures = _column(1, "measure", ((m.id, value_label(kind, m.type, language)) for m in case.measures))
    assurances = _column(
        1, "assurance", ((a.id, term(a.against, language)) for a in case.assurances), below=len(measures)
    )
    items = _column(2, "item", ((i.id, i.text) for i in case.items))
    packages = _column(2, "package", ((p, "") for p in case.packages), below=len(items))
    boxes = {b.name: b for column in (persons, measures, assurances, items, packages) for b in column}
    if not persons or len(boxes) == len(persons):
        return None
    everyone = tuple(p.id for p in case.persons)
    lines = [
        *_lines(boxes, "touches", ((p, m.id) for m in case.measures for p in m.persons or everyone)),
        *_lines(boxes, "is-about", ((p, a.id) for a in case.assurances for p in a.persons or everyone)),
        *_lines(boxes, "is-meant-for", ((i.id, i.package) for i in case.items if i.package)),
    ]
    count = len(case.persons) + len(case.measures) + len(case.assurances) + len(case.items) + len(case.packages)
    rows = max(b.y for b in boxes.values()) + HIGH + EDGE
    return Drawing(2 * COLUMN + WIDE + 2 * EDGE, rows, tuple(boxes.values()), tuple(lines), count - len(boxes))


def _column(number: int, kind: str, named: Iterable[tuple[str, str]], *, below: int = 0) -> list[Box]:
    shown = list(named)[:MOST]
    return [
        Box(EDGE + number * COLUMN, EDGE + (below + k) * ROW, kind, name, line) for k, (name, line) in enumerate(shown)
    ]


def _lines(boxes: dict[str, Box], what: str, pairs: Iterable[tuple[str, str]]) -> Iterable[Line]:
    for left, right in pairs:
        if left in boxes and right in boxes:
            a, b = sorted((boxes[left], boxes[right]), key=lambda box: box.x)
            yield Line(a.right, a.middle, b.x, b.middle, what, a.name, b.name)
