"""YAML read for people who did not write it: no types guessed, no references, no tags, every value with its line.

Scalars stay text, so that `NO` is Norway and `yes` is an answer. Aliases (the stuff of YAML bombs), tags, anchors and
depth beyond need are refused by name, before anything is built; size is bounded before anything is read.
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from rogatory.intake.errors import CaseFileError, Fault
from rogatory.intake.words import Path, field_name

LARGEST_BYTES = 1_000_000
"""Largest case file read, in bytes. A case of hundreds of findings is a tenth of it."""
DEEPEST = 12
"""Deepest nesting read."""
MOST_NODES = 50_000
"""Most values read."""
_MOST_MARKS = 100


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: how large it may be, and in which words its bounds are told.

    Attributes:
        called: What one is called, as in "a case file needs no such depth".
        holds: What one holds one of.
        needs: What it holds at least.
        most_bytes: Largest file read, in bytes.
        most_values: Most values read.
        too_large: What to do about more bytes.
        too_many: What to do about more values.
    """

    called: str
    holds: str
    needs: str
    most_bytes: int
    most_values: int
    too_large: str
    too_many: str


CASE = Kind(
    "case file",
    "case",
    "`id`, `title` and `request`",
    LARGEST_BYTES,
    MOST_NODES,
    "Put documents beside it, not inside it.",
    "Split the file, or leave out what no question asks.",
)

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# What YAML calls printable; whatever else a file holds, it is no text somebody typed.
UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Written as escapes they pass YAML. Other control characters may stand in a text; these two no encoding can store.
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_NULLS = {"", "~", "null", "Null", "NULL"}
_OTHER_FORMATS = {
    b"\xff\xfe": "UTF-16 text",
    b"\xfe\xff": "UTF-16 text",
    b"PK\x03\x04": "a ZIP archive or a word processor's document",
    b"\xd0\xcf\x11\xe0": "a word processor's document",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "a word processor's document",
}
# Both parsers' words for the mistakes people make; what they say to others is left to speak for itself.
_YAML_MENDS = {
    "mapping values are not allowed": "Quote a text that holds a colon; check the indentation, and the line before.",
    "could not find expected ':'": "Write `name: value`, and `- ` with a space before an entry.",
    "end of stream": "Close the quote, bracket or brace opened there.",
    "cannot start any token": "Quote a text that begins with @, % or `.",
    "',' or": "Put a comma, or close the bracket or brace.",
    "directive": "Remove the line that begins with %.",
    "incompatible": "Remove the line that begins with %.",
    "escape": "Write the character itself, or use single quotes.",
}

Place = tuple[int, int]
"""Line, counted from 1, and column, counted from 0."""


@dataclass(slots=True)
class Source:
    """A YAML document as plain values, with the place of each.

    Attributes:
        value: Mappings, lists, text, and None where nothing is written.
        places: Place of each value and key, by path.
        faults: Path, place, problem and mend of what is wrong and could be passed over.
    """

    value: Any
    places: dict[Path, Place] = field(default_factory=dict)
    faults: list[tuple[Path, Place, str, str]] = field(default_factory=list)

    def place(self, path: Path) -> Place:
        """Place of the value at `path`, or of the nearest thing that holds it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 0))

    def line(self, path: Path) -> int:
        """Line of the value at `path`, or of the nearest thing that holds it."""
        return self.place(path)[0]


def read_yaml(data: bytes, name: str, kind: Kind = CASE) -> Source:
    """Read one YAML document.

    Args:
        data: The bytes of the file.
        name: Its name, for messages.
        kind: The kind of file.

    Raises:
        CaseFileError: Too large, not UTF-8, not YAML, or YAML beyond what such a file needs.
    """
    if len(data) > kind.most_bytes:
        _refuse(name, 0, f"the file has more than {kind.most_bytes:,} bytes", kind.too_large)
    text = decode(data, name, kind.called)
    try:
        _inspect(text, name, kind)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        _refuse(name, *_not_yaml(error, text))
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # The parser written in Python lets numbers that cannot be through as ValueError.
        _refuse(name, 0, f"this is not YAML ({str(error).partition(chr(10))[0]})", "Save it as plain UTF-8 text.")
    if node is None:
        _refuse(name, 0, "the file is empty", f"A {kind.called} needs at least {kind.needs}.")
    source = Source(None)
    source.value = _build(node, (), source)
    return source


def as_source(value: Any) -> Source:  # noqa: ANN401 - plain values
    """Plain values that were read before, as if read from text: scalars are words; nothing else is looked at."""
    return Source(_words(value))


def _words(value: Any) -> Any:  # noqa: ANN401 - plain values
    match value:
        case str() | None:
            return value
        case dict():
            return {str(key): _words(child) for key, child in value.items()}
        case list() | tuple():
            return [_words(child) for child in value]
        case _:
            return json.dumps(value)


def decode(data: bytes, name: str, called: str) -> str:
    """The text of a file in UTF-8, with or without its mark.

    Args:
        data: The bytes of the file.
        name: Its name, for messages.
        called: What such a file is called.

    Raises:
        CaseFileError: It is another kind of file, another encoding, or holds control characters.
    """
    for start, what in _OTHER_FORMATS.items():
        if data.startswith(start):
            _refuse(name, 1, f"this is {what}, not plain text", f"Save the {called} as plain text in UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        _refuse(name, line, f"the byte 0x{data[error.start]:02X} there is not UTF-8", "Save the file as UTF-8.")
    if bad := UNPRINTABLE.search(text):
        line = text[: bad.start()].count("\n") + 1
        problem = f"a control character (U+{ord(bad[0]):04X})"
        _refuse(name, line, problem, "Remove it; save the file as plain text in UTF-8.")
    return text


def _not_yaml(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str, str]:
    """Line, problem and mend of what the parser could not read."""
    # What is opened and never closed is missed at the end of the file, and mended where it was opened.
    unclosed = "end of stream" in str(error.problem) or "<stream end>" in str(error.problem)
    mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 0
    written = text.split("\n")[line - 1] if 0 < line <= text.count("\n") + 1 else ""
    if "\t" in written[: len(written) - len(written.lstrip())]:
        return line, "a tab stands where YAML wants spaces", "Indent with spaces."
    problem = str(error.problem)
    mend = next(
        (m for part, m in _YAML_MENDS.items() if part in problem), "Check the indentation and what stands above."
    )
    return line, f"this is not YAML ({problem})", mend


def _inspect(text: str, name: str, kind: Kind) -> None:
    """Walk the events before anything is built."""
    depth = nodes = documents = 0
    faults: list[Fault] = []
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1 if event.start_mark else 0
        documents += isinstance(event, yaml.DocumentStartEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        nodes += isinstance(event, yaml.CollectionStartEvent | yaml.ScalarEvent)
        faults += [Fault(line, "", *fault) for fault in _beyond_need(event)]
        if documents > 1:
            faults.append(Fault(line, "", "a second document", f"One {kind.holds}, one file: remove the line `---`."))
        if depth > DEEPEST:
            mend = f"A {kind.called} needs no such depth; flatten it."
            faults.append(Fault(line, "", f"nesting deeper than {DEEPEST}", mend))
        if nodes > kind.most_values:
            faults.append(Fault(line, "", f"more than {kind.most_values:,} values", kind.too_many))
        if documents > 1 or depth > DEEPEST or nodes > kind.most_values or len(faults) >= _MOST_MARKS:
            break
    if faults:
        raise CaseFileError(name, tuple(faults))


def _beyond_need(event: yaml.Event) -> list[tuple[str, str]]:
    """Problem and mend of what YAML allows and no case file needs."""
    found = []
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if isinstance(event, yaml.AliasEvent):
        problem = f"an alias (`*{field_name(anchor)}`)"
        found.append((problem, "Write the value out; quote a text that begins with `*`."))
    elif anchor:
        found.append((f"an anchor (`&{field_name(anchor)}`)", "Remove it; quote a text that begins with `&`."))
    if tag:
        problem = f"a tag ({field_name(tag.replace('tag:yaml.org,2002:', '!!'))})"
        found.append((problem, "Remove it; quote a text that begins with `!`."))
    if isinstance(event, yaml.ScalarEvent) and (bad := _UNSTORABLE.search(event.value)):
        found.append((f"a character no text can hold (U+{ord(bad[0]):04X})", "Remove its escape."))
    return found


def _build(node: yaml.Node, path: Path, source: Source) -> Any:  # noqa: ANN401 - plain values
    source.places.setdefault(path, _place(node))
    match node:
        case yaml.SequenceNode():
            return [_build(child, (*path, i), source) for i, child in enumerate(node.value)]
        case yaml.MappingNode():
            return _mapping(node, path, source)
        case yaml.ScalarNode():
            # A bare scalar has the style None or "", as the parser happens to be written in Python or C.
            return None if not node.style and node.value in _NULLS else node.value
        case _:
            return None


def _mapping(node: yaml.MappingNode, path: Path, source: Source) -> dict[str, Any]:
    built: dict[str, Any] = {}
    for key, child in node.value:
        place = _place(key)
        if not isinstance(key, yaml.ScalarNode):
            source.faults.append((path, place, "a key that is not a word", "Write `name: value`."))
        elif key.value in built:
            inner = (*path, key.value)
            problem = f"`{field_name(key.value)}` stands twice (first on line {source.line(inner)})"
            source.faults.append((inner, place, problem, "Keep one of the two."))
        else:
            source.places[(*path, key.value)] = place
            built[key.value] = _build(child, (*path, key.value), source)
    return built


def _place(node: yaml.Node) -> Place:
    return node.start_mark.line + 1, node.start_mark.column


def _refuse(name: str, line: int, problem: str, mend: str) -> NoReturn:
    raise CaseFileError(name, (Fault(line, "", problem, mend),))
