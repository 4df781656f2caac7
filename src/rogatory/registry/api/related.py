"""Persons and things of a case and how they hang together: what the page of the file draws, as rows."""

from typing import Any

from ninja import Schema
from pydantic import Field

from rogatory.registry.desk.rows.drawing import Drawing


class Thing(Schema):
    """A person, measure, assurance, proceeding, item or package of a case."""

    id: str
    kind: str
    says: str


class Relation(Schema):
    """How two things hang together: touches, is about, is meant for, relation, party.

    Of a relation and a party, what they are to each other in words, and where that is told; else empty.
    """

    from_: str = Field(serialization_alias="from")
    to: str
    what: str
    says: str
    source: str


class Relations(Schema):
    """The things of a case and how they hang together; `left_out`: how many things of a long list are not named."""

    things: list[Thing]
    relations: list[Relation]
    left_out: int


def related(drawn: Drawing | None) -> dict[str, Any]:
    """The rows of a drawing; None: there is nothing to draw."""
    if drawn is None:
        return {"things": [], "relations": [], "left_out": 0}
    return {
        "things": [{"id": b.name, "kind": b.kind, "says": b.line} for b in drawn.boxes],
        "relations": [
            {"from_": n.left, "to": n.right, "what": n.what, "says": n.words, "source": n.source} for n in drawn.lines
        ],
        "left_out": drawn.left_out,
    }
