"""ODT: paragraphs and tables in their order, headers and notes, what was struck out, and what lies inside."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from rogatory.extraction.archive import Archive
from rogatory.extraction.found import Found, Inner, Purse, UnreadableError
from rogatory.extraction.markup import local, xml
from rogatory.extraction.plain import one_page, table
from rogatory.received.pages import State

MEDIA = "application/vnd.oasis.opendocument.text"
_MACROS = "It belongs to macros: it is kept and never run."
_FACTS = {"creator": "last changed by", "initial-creator": "author", "creation-date": "created", "date": "changed",
          "title": "title", "subject": "subject"}  # fmt: skip
_UNSEEN = ("hidden-text", "hidden-paragraph")


def read(data: bytes, purse: Purse) -> Found:
    """Read an ODT. It has no pages of its own: all of it is one.

    Raises:
        UnreadableError: It is encrypted, or its main part cannot be read.
    """
    archive = Archive(data, purse)
    if b":encryption-data" in (archive.get("META-INF/manifest.xml") or b""):
        raise UnreadableError(State.ENCRYPTED, "It is encrypted: ask for the password, or for the file without it.")
    content = archive.get("content.xml")
    if content is None:
        raise UnreadableError(State.DAMAGED, "Its main part is missing.")
    root = xml(content)
    text = _Text(_hidden_styles(root))
    text.take(root)
    styles = archive.get("styles.xml")
    for one in (xml(styles) if styles else root).iter():
        if styles and local(one) in ("header", "footer"):
            text.take(one, local(one))
    pages, lacks = purse.turn(iter([one_page("\n".join(text.lines)[: purse.text])]), 1)
    return Found(pages=pages, inner=_inner(archive), facts=[*_properties(archive), *text.facts()], lacks=lacks)


def _inner(archive: Archive) -> list[Inner]:
    inner = []
    for info in archive.files:
        if info.filename.startswith(("Basic/", "Scripts/")):
            inner.append(archive.inner(info, held=_MACROS))
        elif info.filename.startswith(("Pictures/", "Object", "media/")) and not info.filename.endswith(".xml"):
            inner.append(archive.inner(info))
    return inner


def _properties(archive: Archive) -> list[tuple[str, str]]:
    meta = archive.get("meta.xml")
    told = [] if meta is None else [(local(one), one.text or "") for one in xml(meta).iter()]
    return [(_FACTS[name], value) for name, value in told if name in _FACTS and value.strip()]


def _hidden_styles(root: Element) -> frozenset[str]:
    """Names of the styles whose text is not shown."""
    return frozenset(
        _attribute(style, "name")
        for style in root.iter()
        if local(style) == "style"
        and any(_attribute(form, "display") == "none" for form in style if local(form) == "text-properties")
    )


def _rows(table: Element) -> Iterator[list[Element]]:
    for child in table:
        if local(child) == "table-row":
            yield [cell for cell in child if local(cell) == "table-cell"]
        elif local(child) in ("table-rows", "table-header-rows", "table-row-group"):
            yield from _rows(child)


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


@dataclass
class _Text:
    """The lines of a document, and what of it is not plain to see."""

    unseen: frozenset[str]
    lines: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)

    def take(self, root: Element, beside: str = "") -> None:
        """Take all blocks of a part; `beside` names what it is where it is not the main one."""
        blocks = [block for block in self._blocks(root) if block.strip()]
        self.lines += [f"[{beside}] {block}" for block in blocks] if beside else blocks

    def facts(self) -> list[tuple[str, str]]:
        """What was struck out or hidden, by name."""
        named = {"deleted": self.deleted, "hidden": self.hidden}
        return [(name, text) for name, texts in named.items() for text in texts[:100] if text.strip()]

    def _blocks(self, element: Element) -> Iterator[str]:
        for child in element:
            match local(child):
                case "p" | "h":
                    yield self._words(child)
                case "table":
                    rows = list(_rows(child))
                    yield from table([[self._blocks(cell) for cell in row] for row in rows])
                case "tracked-changes":
                    for change in child.iter():
                        if local(change) == "deletion":
                            self.deleted.append(" ".join(self._blocks(change)))
                case "annotation":
                    yield from (f"[comment] {block}" for block in self._blocks(child))
                case _:
                    yield from self._blocks(child)

    def _words(self, paragraph: Element) -> str:
        pieces = [paragraph.text or ""]
        for child in paragraph:
            pieces.append(self._piece(child))
            pieces.append(child.tail or "")
        words = "".join(pieces)
        if local(paragraph) in _UNSEEN or _attribute(paragraph, "style-name") in self.unseen:
            self.hidden.append(words)
            return ""
        return words

    def _piece(self, child: Element) -> str:
        match local(child):
            case "s":
                count = _attribute(child, "c")
                return " " * min(100, int(count) if count.isdecimal() else 1)
            case "tab":
                return "\t"
            case "line-break":
                return "\n"
            case "note":
                return f" [{' '.join(block for block in self._blocks(child) if block)}]"
            case "annotation":
                return f" [comment: {' '.join(block for block in self._blocks(child) if block)}]"
            case "frame" | "text-box":
                return "\n".join(self._blocks(child))
            case "note-citation" | "annotation-end":
                return ""
            case _:
                return self._words(child)
