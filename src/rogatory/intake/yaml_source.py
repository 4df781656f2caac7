"""YAML read for people who did not write it: no types guessed, no references, no tags, every value with its line.

Scalars stay text, so that `NO` is Norway and `yes` is an answer. Aliases (the stuff of YAML bombs), tags, repeated keys
and depth beyond need are refused by name, before anything is built; size is bounded before anything is read.
"""

from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from rogatory.intake.errors import CaseFileError, Fault

LARGEST_BYTES = 1_000_000
"""Largest case file read, in bytes. A case of hundreds of findings is a tenth of it."""
DEEPEST = 12
"""Deepest nesting read."""
MOST_NODES = 50_000
"""Most values read."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FIRST_PRINTABLE = 0x20
_NULLS = {"", "~", "null", "Null", "NULL"}

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Source:
    """A YAML document as plain values, with the line of each.

    Attributes:
        value: Mappings, lists, text and None.
        lines: Line of each value and key, by path, counted from 1.
    """

    value: Any
    lines: dict[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int:
        """Line of the value at `path`, or of the nearest thing that holds it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(data: bytes, name: str) -> Source:
    """Read one YAML document.

    Args:
        data: The bytes of the file.
        name: Its name, for messages.

    Raises:
        CaseFileError: Too large, not UTF-8, not YAML, or YAML beyond what a case file needs.
    """
    if len(data) > LARGEST_BYTES:
        _refuse(
            name,
            0,
            f"the file has more than {LARGEST_BYTES:,} bytes",
            "Put documents beside it, not inside it.",
        )
    text = _decode(data, name)
    try:
        _inspect(text, name)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        _refuse(
            name,
            line,
            f"this is not YAML ({error.problem})",
            "Check the indentation, colons and quotes there.",
        )
    except yaml.YAMLError as error:
        _refuse(name, 0, f"this is not YAML ({str(error).splitlines()[0]})", "Save it as plain UTF-8 text.")
    if node is None:
        _refuse(name, 0, "the file is empty", "A case file needs at least `id`, `title` and `request`.")
    source = Source(None)
    source.value = _build(node, (), source, name)
    return source


def _decode(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        _refuse(name, line, "a byte there is not UTF-8", "Save the file as UTF-8.")
    bad = next((c for c in text if ord(c) < _FIRST_PRINTABLE and c not in "\n\r\t"), None)
    if bad is not None:
        line = text[: text.index(bad)].count("\n") + 1
        _refuse(name, line, f"control character U+{ord(bad):04X}", "Remove it; save the file as plain text.")
    return text


def _inspect(text: str, name: str) -> None:
    """Walk the events before anything is built."""
    depth = nodes = documents = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1 if event.start_mark else 0
        match event:
            case yaml.AliasEvent():
                _refuse(name, line, "an alias (`*name`)", "Write the value out; case files hold no references.")
            case yaml.DocumentStartEvent():
                documents += 1
                if documents > 1:
                    _refuse(name, line, "a second document", "One case, one file.")
            case yaml.CollectionStartEvent():
                depth += 1
                nodes += 1
            case yaml.CollectionEndEvent():
                depth -= 1
            case yaml.ScalarEvent():
                nodes += 1
            case _:
                pass
        if isinstance(event, yaml.NodeEvent) and getattr(event, "anchor", None):
            _refuse(name, line, "an anchor (`&name`)", "Remove it; case files hold no references.")
        tag = getattr(event, "tag", None)
        if tag:
            _refuse(name, line, f"a tag ({tag})", "Remove it; case files hold plain text, lists and mappings.")
        if depth > DEEPEST:
            _refuse(name, line, f"nesting deeper than {DEEPEST}", "A case file needs no such depth; flatten it.")
        if nodes > MOST_NODES:
            _refuse(
                name,
                line,
                f"more than {MOST_NODES:,} values",
                "Split the file, or leave out what no question asks.",
            )


def _build(node: yaml.Node, path: Path, source: Source, name: str) -> Any:  # noqa: ANN401 - plain values
    source.lines.setdefault(path, node.start_mark.line + 1)
    match node:
        case yaml.ScalarNode():
            return None if node.style is None and node.value in _NULLS else node.value
        case yaml.SequenceNode():
            return [_build(child, (*path, i), source, name) for i, child in enumerate(node.value)]
        case yaml.MappingNode():
            return _mapping(node, path, source, name)
        case _:
            return None


def _mapping(node: yaml.MappingNode, path: Path, source: Source, name: str) -> dict[str, Any]:
    built: dict[str, Any] = {}
    for key, child in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            _refuse(name, line, "a key that is not a word", "Write `name: value`.")
        if key.value in built:
            first = source.lines[(*path, key.value)]
            _refuse(name, line, f"`{key.value}` stands twice (first on line {first})", "Keep one of the two.")
        source.lines[(*path, key.value)] = line
        built[key.value] = _build(child, (*path, key.value), source, name)
    return built


def _refuse(name: str, line: int, problem: str, mend: str) -> NoReturn:
    raise CaseFileError(name, (Fault(line, "", problem, mend),))
