"""A document as plain values, to be kept and compared: the same words always give the same digest."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from hashlib import sha256
from typing import Any, Final

from rogatory.decision.documents.document import Block, Document, Heading, Listing, Paragraph, Table

MOST_BLOCKS: Final = 2_000
"""Blocks a document may have, its annexes not counted; the longest decision anybody reads has a few hundred."""
MOST_CHARACTERS: Final = 400_000
"""Characters a document may have as it is kept: more than two hundred pages."""
MOST_ANNEXES: Final = 20
"""Annexes a document may have. An annex has none of its own."""
_KINDS: Final[Mapping[str, type[Heading] | type[Paragraph] | type[Listing] | type[Table]]] = {
    "heading": Heading,
    "paragraph": Paragraph,
    "listing": Listing,
    "table": Table,
}


class WrittenError(ValueError):
    """What should be a document is none.

    Attributes:
        place: Where, as `blocks[3].text`.
        problem: What is wrong.
    """

    def __init__(self, place: str, problem: str) -> None:
        """Name the place and what is wrong."""
        self.place = place
        self.problem = problem
        super().__init__(f"{place}: {problem}")


def as_plain(document: Document) -> dict[str, Any]:
    """A document as mappings, lists, words, numbers and flags; each block says in `block` what it is."""
    told = asdict(document)
    told["blocks"] = [_block_as_plain(block) for block in document.blocks]
    told["annexes"] = [as_plain(annex) for annex in document.annexes]
    made: dict[str, Any] = json.loads(json.dumps(told))
    return made


def as_text(document: Document) -> str:
    """A document as the text that is kept: JSON in one way and no other."""
    return json.dumps(as_plain(document), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(document: Document) -> str:
    """SHA-256 of the text that is kept, in hexadecimal."""
    return sha256(as_text(document).encode()).hexdigest()


def of_text(text: str) -> Document:
    """The document a text that was kept says.

    Raises:
        WrittenError: It says none.
    """
    try:
        told = json.loads(text)
    except ValueError as error:
        raise WrittenError("document", f"it is no JSON ({error})") from error
    return of_plain(told)


def of_plain(told: Any, place: str = "document") -> Document:  # noqa: ANN401 - whatever came in
    """The document plain values say.

    Raises:
        WrittenError: They say none: a part is missing, unknown or of another kind, or it is too long.
    """
    parts = _mapping(told, place, set(Document.__dataclass_fields__))
    annexes = _list(parts.get("annexes", ()), f"{place}.annexes")
    if len(annexes) > (MOST_ANNEXES if place == "document" else 0):
        raise WrittenError(f"{place}.annexes", "there are more annexes than a document may have")
    blocks = _list(parts.get("blocks", ()), f"{place}.blocks")
    if len(blocks) > MOST_BLOCKS:
        raise WrittenError(f"{place}.blocks", f"there are more than {MOST_BLOCKS}")
    if place == "document" and len(json.dumps(told, ensure_ascii=False)) > MOST_CHARACTERS:
        raise WrittenError(place, f"it is longer than {MOST_CHARACTERS} characters")
    return Document(
        **{part: _word(parts, part, place) for part in ("kind", "language", "title", "place", "day", "case")},
        sender=_words(parts.get("sender"), f"{place}.sender"),
        addressee=_words(parts.get("addressee"), f"{place}.addressee"),
        references=tuple(
            (pair[0], pair[1])
            for n, row in enumerate(_list(parts.get("references", ()), f"{place}.references"))
            for pair in [_row(row, f"{place}.references[{n}]", 2)]
        ),
        blocks=tuple(_block(block, f"{place}.blocks[{n}]") for n, block in enumerate(blocks)),
        signatory=_words(parts.get("signatory", ()), f"{place}.signatory"),
        annexes=tuple(of_plain(annex, f"{place}.annexes[{n}]") for n, annex in enumerate(annexes)),
        draft=_flag(parts.get("draft", True), f"{place}.draft"),
    )


def _block_as_plain(block: Block) -> dict[str, Any]:
    return {"block": type(block).__name__.lower(), **asdict(block)}


def _block(told: Any, place: str) -> Block:  # noqa: ANN401
    kind = told.get("block") if isinstance(told, Mapping) else None
    if not isinstance(kind, str) or kind not in _KINDS:
        raise WrittenError(f"{place}.block", f"it is none of {', '.join(_KINDS)}")
    made = _KINDS[kind]
    parts = _mapping(told, place, {"block", *made.__dataclass_fields__})
    return _MAKERS[kind](parts, place)


def _heading(parts: Mapping[str, Any], place: str) -> Heading:
    level = parts.get("level", 1)
    if level not in (1, 2, 3) or isinstance(level, bool):
        raise WrittenError(f"{place}.level", f"{level!r} is no level from 1 to 3")
    return Heading(_word(parts, "text", place), level)


def _paragraph(parts: Mapping[str, Any], place: str) -> Paragraph:
    return Paragraph(
        _word(parts, "text", place),
        _word({"number": "", **parts}, "number", place),
        _word({"source": "", **parts}, "source", place),
        _flag(parts.get("binding", False), f"{place}.binding"),
    )


def _listing(parts: Mapping[str, Any], place: str) -> Listing:
    ordered = _flag(parts.get("ordered", False), f"{place}.ordered")
    return Listing(_words(parts.get("items"), f"{place}.items"), ordered)


def _table(parts: Mapping[str, Any], place: str) -> Table:
    head = _words(parts.get("head"), f"{place}.head")
    rows = _list(parts.get("rows"), f"{place}.rows")
    made = tuple(_row(row, f"{place}.rows[{n}]", len(head)) for n, row in enumerate(rows))
    return Table(head, made, _word({"caption": "", **parts}, "caption", place))


_MAKERS: Final[Mapping[str, Callable[[Mapping[str, Any], str], Block]]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "listing": _listing,
    "table": _table,
}


def _mapping(told: Any, place: str, known: set[str]) -> Mapping[str, Any]:  # noqa: ANN401
    if not isinstance(told, Mapping):
        raise WrittenError(place, "it is not a mapping")
    if unknown := sorted(str(part) for part in told if part not in known):
        raise WrittenError(f"{place}.{unknown[0]}", f"there is no such part; it has {', '.join(sorted(known))}")
    return told


def _word(parts: Mapping[str, Any], part: str, place: str) -> str:
    told = parts.get(part)
    if not isinstance(told, str):
        raise WrittenError(f"{place}.{part}", "it is missing" if told is None else "it is not words")
    if "\0" in told or any("\ud800" <= c <= "\udfff" for c in told):
        raise WrittenError(f"{place}.{part}", "it holds characters that are no text")
    return told


def _flag(told: Any, place: str) -> bool:  # noqa: ANN401
    if not isinstance(told, bool):
        raise WrittenError(place, "it is neither yes nor no")
    return told


def _list(told: Any, place: str) -> list[Any]:  # noqa: ANN401
    if not isinstance(told, list | tuple):
        raise WrittenError(place, "it is missing" if told is None else "it is not a list")
    return list(told)


def _words(told: Any, place: str) -> tuple[str, ...]:  # noqa: ANN401
    rows = _list(told, place)
    return tuple(_word({"it": row}, "it", f"{place}[{n}]") for n, row in enumerate(rows))


def _row(told: Any, place: str, cells: int) -> tuple[str, ...]:  # noqa: ANN401
    made = _words(told, place)
    if len(made) != cells:
        raise WrittenError(place, f"it has {len(made)} cells and not {cells}")
    return made
