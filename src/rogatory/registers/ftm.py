"""FollowTheMoney, one entity a line: persons, court cases and what ties them, made into the entries of a register.

An entry of ours that was written as FollowTheMoney is read from its note, which holds it whole. Of what others wrote,
every court case is an entry with the persons in it, and so is every person in no case, unless named only as a relative
or associate of somebody: those come with that person. Nothing is a relation but what the file says is one.
"""

from collections.abc import Mapping
from typing import Any

from rogatory.intake.errors import Fault
from rogatory.intake.words import field_name, shown
from rogatory.intake.yaml_source import as_source
from rogatory.registers import ftm_words as words
from rogatory.registers.ftm_entries import Entries
from rogatory.registers.ftm_graph import Entity, Graph
from rogatory.registers.imported import Gatherer, Imported
from rogatory.registers.json_source import loaded, read_lines
from rogatory.registers.model import Register


def read_ftm(data: bytes, name: str, into: Register) -> Imported:
    """Read FollowTheMoney entities, one a line.

    Args:
        data: The bytes of the file.
        name: Its name, for messages and as the source of what names none.
        into: The register they come into.

    Raises:
        CaseFileError: The file is too large, or no text in UTF-8.
    """
    gatherer = Gatherer(into)
    graph = Graph()
    for line, value in read_lines(data, name):
        gatherer.read += 1
        entity = _entity(value, line, gatherer)
        if entity is not None:
            _keep(entity, graph, gatherer)
    _take_notes(graph, gatherer)
    _tie(graph, gatherer)
    for place, values in Entries(graph, into, name, gatherer).all():
        gatherer.take(values, place)
    return gatherer.made()


def _entity(value: Any, line: int, gatherer: Gatherer) -> Entity | None:  # noqa: ANN401 - JSON values
    place = f"line {line}"
    match value:
        case Fault():
            gatherer.leave_out(place, "", f"{value.problem}. {value.mend}")
        case {"id": str() as ident, "schema": str() as schema, "properties": dict() as properties} if ident:
            wrong = next((name for name, held in properties.items() if not _is_list_of_words(held)), None)
            if wrong is None:
                for key in value.keys() - {"id", "schema", "properties"}:
                    gatherer.not_used(f"entity.{field_name(key)}", place)
                told = {name: tuple(v.strip() for v in held if v.strip()) for name, held in properties.items()}
                return Entity(line, ident, schema, told)
            gatherer.leave_out(place, field_name(wrong), "a list of texts was expected. Write the values as texts.")
        case _:
            why = "no entity of FollowTheMoney. It needs `id`, `schema` and `properties`."
            gatherer.leave_out(place, "", why)
    return None


def _is_list_of_words(value: Any) -> bool:  # noqa: ANN401 - JSON values
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _keep(entity: Entity, graph: Graph, gatherer: Gatherer) -> None:
    known = words.READ.get(entity.schema)
    if known is None:
        gatherer.not_used(f"schema {field_name(entity.schema)}", entity.place)
        return
    if (before := graph.entities.get(entity.id)) is not None:
        why = f"the identifier stands twice (first on line {before.line}). Merge the parts of an entity first."
        gatherer.leave_out(entity.place, shown(entity.id), why)
        return
    for name in entity.properties.keys() - known:
        gatherer.not_used(f"{entity.schema}.{field_name(name)}", entity.place)
    graph.entities[entity.id] = entity


def _take_notes(graph: Graph, gatherer: Gatherer) -> None:
    """Take the entries that travel whole out of the graph, with what else of the file tells of them."""
    held = set()
    for note in graph.of("Note"):
        if words.NOTE_KEYWORD not in note.all("keywords"):
            gatherer.not_used("schema Note", note.place)
            continue
        held.add(note.id)
        values = loaded(note.first("description"))
        if isinstance(values, dict):
            gatherer.take(as_source(values).value, note.place)
        else:
            gatherer.leave_out(note.place, "description", "it holds no entry. Write the register once more.")
    for ident, entity in list(graph.entities.items()):
        # What belongs to an entry has its identifier, and behind dots one word or two.
        if entity.schema == "Note" or not held.isdisjoint({ident.rsplit(".", 1)[0], ident.rsplit(".", 2)[0]}):
            del graph.entities[ident]


def _tie(graph: Graph, gatherer: Gatherer) -> None:
    """Lay the edges; an edge with an end that is not there is left out."""
    for edge in list(graph.entities.values()):
        ends = _ENDS_OF.get(edge.schema, ())
        idents = [ident for end in ends for ident in edge.all(end)]
        missing = next((ident for ident in idents if ident not in graph.entities), None)
        if missing is not None or len(idents) < len(ends):
            why = f"{shown(missing)} is not in the file" if missing else f"it needs {' and '.join(ends)}"
            gatherer.leave_out(edge.place, edge.schema, f"{why}. Give the whole file.")
            continue
        for ident in dict.fromkeys(idents):
            graph.edges[ident].append(edge)


_ENDS_OF: Mapping[str, tuple[str, ...]] = {
    words.CASE_PARTY: ("party", "case"),
    **{schema: (of, to) for schema, (of, to, _) in words.ENDS.items()},
    "Sanction": ("entity",),
    "Identification": ("holder",),
    "Passport": ("holder",),
    "Mention": ("resolved",),
}
