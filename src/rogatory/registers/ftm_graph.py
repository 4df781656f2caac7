"""The entities of a FollowTheMoney file, and what ties them together."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity of the file.

    Attributes:
        line: Its line.
        id: Its identifier there.
        schema: Its schema.
        properties: Its values, by property.
    """

    line: int
    id: str
    schema: str
    properties: Mapping[str, tuple[str, ...]]

    @property
    def place(self) -> str:
        """Where it stands, for a report."""
        return f"line {self.line}"

    def all(self, *names: str) -> tuple[str, ...]:
        """The values of some properties, each once, in the order of the properties."""
        return tuple(dict.fromkeys(v for name in names for v in self.properties.get(name, ())))

    def first(self, *names: str) -> str:
        """The first value of some properties; empty: there is none."""
        return next(iter(self.all(*names)), "")


@dataclass(slots=True)
class Graph:
    """The entities of a file, and what leads from one to another.

    Attributes:
        entities: By identifier.
        edges: Entities that tie others together, by the identifier of each that is tied.
    """

    entities: dict[str, Entity] = field(default_factory=dict)
    edges: defaultdict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))

    def of(self, *schemas: str) -> Iterator[Entity]:
        """The entities of some schemas, in the order of the file."""
        return (entity for entity in self.entities.values() if entity.schema in schemas)

    def tied(self, ident: str, *schemas: str) -> Iterator[Entity]:
        """What ties an entity to others, of some schemas."""
        return (edge for edge in self.edges[ident] if edge.schema in schemas)
