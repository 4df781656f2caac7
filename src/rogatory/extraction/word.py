"""DOCX: paragraphs and tables in their order, headers and footnotes, what was struck out, and what lies inside."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from rogatory.extraction.archive import Archive
from rogatory.extraction.found import Found, Inner, Purse, UnreadableError
from rogatory.extraction.markup import local, xml
from rogatory.extraction.plain import one_page, table
from rogatory.received.pages import State

_BESIDE = ("header", "footer", "footnotes", "endnotes", "comments")
_SHOWN_PARTS = ("word/media/", "word/embeddings/", "word/afchunk")
_MACROS = "It holds macros: they are kept and never run."
_FACTS = {"creator": "author", "lastModifiedBy": "last changed by", "created": "created", "modified": "changed",
          "title": "title", "subject": "subject"}  # fmt: skip


def read(data: bytes, purse: Purse) -> Found:
    """Read a DOCX. It has no pages of its own: all of it is one.

    Raises:
        UnreadableError: Its main part cannot be read.
    """
    archive = Archive(data, purse)
    main = archive.get("word/document.xml")
    if main is None:
        raise UnreadableError(State.DAMAGED, "Its main part is missing.")
    text = _Text()
    text.take(xml(main))
    for info in sorted(archive.files, key=lambda info: info.filename):
        stem = info.filename.removeprefix("word/").rstrip("0123456789.xml")
        if info.filename.startswith("word/") and stem in _BESIDE:
            text.take(xml(archive.unpacked(info)), stem.rstrip("s"))
    pages, lacks = purse.turn(iter([one_page("\n".join(text.lines)[: purse.text])]), 1)
    return Found(
        pages=pages,
        inner=_inner(archive),
        facts=[*_properties(archive), *text.facts(), *_outside(archive)],
        lacks=lacks,
    )


def _inner(archive: Archive) -> list[Inner]:
    inner = []
    for info in archive.files:
        if info.filename.rpartition("/")[2].lower() in ("vbaproject.bin", "vbadata.xml"):
            inner.append(archive.inner(info, held=_MACROS))
        elif info.filename.startswith(_SHOWN_PARTS):
            inner.append(archive.inner(info))
    return inner


def _properties(archive: Archive) -> list[tuple[str, str]]:
    core = archive.get("docProps/core.xml")
    told = [] if core is None else [(local(one), one.text or "") for one in xml(core)]
    return [(_FACTS[name], value) for name, value in told if name in _FACTS and value.strip()]


def _outside(archive: Archive) -> Iterator[tuple[str, str]]:
    """What it would fetch from elsewhere when opened; links that somebody must follow are not among it."""
    for info in archive.files:
        if info.filename.startswith("word/_rels/") and info.filename.endswith(".rels"):
            for one in xml(archive.unpacked(info)):
                if one.get("TargetMode") == "External" and not one.get("Type", "").endswith("/hyperlink"):
                    yield "fetches", one.get("Target", "")


@dataclass
class _Text:
    """The lines of a document, and what of it is not plain to see."""

    lines: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    inserted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)

    def take(self, root: Element, beside: str = "") -> None:
        """Take all blocks of a part; `beside` names what it is where it is not the main one."""
        blocks = [block for block in self._blocks(root) if block.strip()]
        self.lines += [f"[{beside}] {block}" for block in blocks] if beside else blocks

    def facts(self) -> list[tuple[str, str]]:
        """What was struck out, added, hidden, or fetched from elsewhere, by name."""
        named = {"deleted": self.deleted, "inserted": self.inserted, "hidden": self.hidden, "field": self.commands}
        return [(name, text) for name, texts in named.items() for text in texts[:100] if text.strip()]

    def _blocks(self, element: Element) -> Iterator[str]:
        for child in element:
            match local(child):
                case "p":
                    yield self._paragraph(child)
                case "tbl":
                    yield from table([[self._blocks(cell) for cell in row] for row in _rows(child)])
                case "AlternateContent":
                    yield from self._blocks_of_first(child)
                case _:
                    yield from self._blocks(child)

    def _blocks_of_first(self, choice: Element) -> Iterator[str]:
        if len(choice):
            yield from self._blocks(choice[0])

    def _paragraph(self, paragraph: Element) -> str:
        seen: list[str] = []
        self._runs(paragraph, seen)
        return "".join(seen)

    def _runs(self, element: Element, seen: list[str]) -> None:
        for child in element:
            match local(child):
                case "del" | "moveFrom":
                    struck: list[str] = []
                    self._runs(child, struck)
                    self.deleted.append("".join(struck))
                case "ins" | "moveTo":
                    before = len(seen)
                    self._runs(child, seen)
                    self.inserted.append("".join(seen[before:]))
                case "r" if _is_hidden(child):
                    unseen: list[str] = []
                    self._runs(child, unseen)
                    self.hidden.append("".join(unseen))
                case "t" | "delText":
                    seen.append(child.text or "")
                case "instrText":
                    self.commands.append(child.text or "")
                case "tab":
                    seen.append("\t")
                case "br" | "cr":
                    seen.append("\n")
                case "noBreakHyphen":
                    seen.append("-")
                case "pPr" | "rPr" | "Fallback":
                    pass
                case "p":  # of a text box
                    seen.append("\n")
                    self._runs(child, seen)
                case _:
                    self._runs(child, seen)


def _rows(table: Element) -> list[list[Element]]:
    return [[cell for cell in _cells(row) if local(cell) == "tc"] for row in _cells(table) if local(row) == "tr"]


def _cells(element: Element) -> Iterator[Element]:
    """What stands in a table or a row, also where it is wrapped as a field to be filled in or as a change."""
    for child in element:
        if local(child) in ("sdt", "sdtContent", "customXml", "ins", "smartTag"):
            yield from _cells(child)
        else:
            yield child


def _is_hidden(run: Element) -> bool:
    return any(local(mark) in ("vanish", "webHidden") and mark.get(f"{_namespace(mark)}val") not in ("0", "false")
               for form in run if local(form) == "rPr" for mark in form)  # fmt: skip


def _namespace(element: Element) -> str:
    return str(element.tag).rpartition("}")[0] + "}"
