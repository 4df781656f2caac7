"""HTML and XML of unknown making: the words in them, and nothing they would like to happen."""

import re
from html.parser import HTMLParser
from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError, fromstring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from rogatory.extraction.found import Found, Purse, UnreadableError
from rogatory.extraction.plain import decoded, one_page
from rogatory.received.pages import State

_UNSEEN = frozenset(("script", "style", "head", "template", "noscript"))
_BREAKS = frozenset(("p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "hr",
                     "blockquote", "section", "article", "header", "footer", "pre", "dt", "dd"))  # fmt: skip
_TOLD = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)


def xml(data: bytes) -> Element:
    """The root of an XML document.

    Raises:
        UnreadableError: It is not well formed, or declares entities, which an honest document has no need of.
    """
    try:
        _declares_nothing(data)
        return fromstring(data)  # noqa: S314 - nothing was declared before its root, and nothing can be after it
    except DefusedXmlException as error:
        says = "It declares a document type or entities, as attacks do: it was not read."
        raise UnreadableError(State.DAMAGED, says) from error
    except (ParseError, ValueError, LookupError) as error:
        raise UnreadableError(State.DAMAGED, "Its XML is not well formed.") from error


def _declares_nothing(data: bytes) -> None:
    """Read a document up to its root: whatever is declared stands before it. All of it so would take ten times as long.

    Raises:
        DefusedXmlException: It declares a document type.
        ParseError: It is not well formed.
    """
    parser = DefusedXMLParser(target=_Root(), forbid_dtd=True)
    try:
        parser.feed(data)
        parser.close()
    except _BegunError:
        return


class _BegunError(Exception):
    """The root of a document begins."""


class _Root:
    def start(self, _name: str, _values: dict[str, str]) -> NoReturn:
        raise _BegunError

    def close(self) -> None:
        """Nothing came."""


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def text_of_html(text: str) -> str:
    """The words of an HTML page, a line for each block."""
    parser = _Words()
    parser.feed(text)
    parser.close()
    return "\n".join(" ".join(line.split(" ")).strip() for line in "".join(parser.pieces).split("\n"))


def read_html(data: bytes, purse: Purse) -> Found:
    """Read an HTML page: its text only."""
    told = _TOLD.search(data[:2048])
    got = decoded(data, told[1].decode("ascii") if told else "")
    text = text_of_html(got.text)
    pages, lacks = purse.turn(iter([one_page(text[: purse.text])]), 1)
    return Found(pages=pages, facts=[("encoding", got.encoding)], lacks=lacks)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen = 0

    def updatepos(self, _start: int, end: int) -> int:
        """Where the parser is; in which line nobody asks, and counting them takes a tenth of the time."""
        return end

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        if tag in _BREAKS:
            self.pieces.append("\n")
        if tag in ("td", "th"):
            self.pieces.append("\t")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        if tag in _BREAKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(re.sub(r"\s+", " ", data))
