"""HTML and XML of unknown making: the words in them, and nothing they would like to happen."""

import re
from collections.abc import Iterator
from enum import Enum
from html import unescape
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
_CELLS = frozenset(("td", "th"))
_SPACES = re.compile(r"[^\S ]\s*| \s+")
"""White space that is not one space already."""
_NAMED, _REMARK = r"(/?[a-zA-Z][^\t\n\f\r />]*+)", r"(!--|!\[CDATA\[|[!?]|/(?![a-zA-Z]))"
_TAG = re.compile(rf"""<(?:{_REMARK}|{_NAMED}(?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+(>|\Z))""")
"""A remark by how it begins; a tag by its name, to its end, of which there may be none."""
_TAG_WITHOUT_QUOTES = re.compile(rf"<(?:{_REMARK}|{_NAMED}[^>]*+(>|\Z))")
"""The same after a tag that never ends: a quote in it has no end."""
_AS_IT_STANDS = "![CDATA["
_OVER = {"!--": re.compile(r"--[!\s]*>"), _AS_IT_STANDS: re.compile("]]>"), **dict.fromkeys("!?/", re.compile(">"))}
"""How each kind of remark ends."""
_CODE = {name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in ("script", "style")}
"""Where what stands in an element that holds no mark-up ends."""
_BARE = re.compile(r"\s*[^\s\"'=]+/")
"""The rest of a tag that ends in a value without quotes."""
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
    """The words of an HTML page, a line for each block.

    Tags and remarks are told as browsers tell them (WHATWG, HTML, 13.2.5). What begins as one and never ends is text,
    and so is what XML writes as it stands (CDATA).
    """
    pieces: list[str] = []
    unseen = 0
    for data, name, kind in _tags(text):
        if data and not unseen:
            pieces.append(" " if data.isspace() else _SPACES.sub(" ", data))
        if name in _BREAKS:
            pieces.append("\n")
        elif name in _CELLS and kind is _Tag.BEGINS:
            pieces.append("\t")
        elif name in _UNSEEN:
            unseen = max(0, unseen + kind.value)
    return "\n".join(line.strip() for line in "".join(pieces).split("\n"))


class _Tag(Enum):
    BEGINS, ENDS, ALONE = 1, -1, 0


def _tags(text: str) -> Iterator[tuple[str, str, _Tag]]:
    """The data before each tag, the name of the tag, and what it does; data alone has no name."""
    place, tag = 0, _TAG
    endless = set[str]()
    while found := tag.search(text, place):
        begins, end = found.span()
        mark, name, closed = found.groups()
        if mark:
            over = None if mark in endless else _OVER[mark].search(text, begins + 2)
            if over is None:
                endless.add(mark)
            yield unescape(text[place : begins if over else end]), "", _Tag.ALONE
            if over and mark == _AS_IT_STANDS:
                yield text[end : over.start()], "", _Tag.ALONE
            place = over.end() if over else end
        elif closed:
            kind = _Tag.ENDS if name[0] == "/" else _Tag.ALONE if _alone(text, begins, end) else _Tag.BEGINS
            name = name.lower().lstrip("/")
            yield unescape(text[place:begins]), name, kind
            place = end
            if name in _CODE and kind is _Tag.BEGINS:
                over = _CODE[name].search(text, place)
                place = over.start() if over else len(text)
        elif tag is _TAG:
            tag = _TAG_WITHOUT_QUOTES
        else:
            break
    yield unescape(text[place:]), "", _Tag.ALONE


def _alone(text: str, begins: int, end: int) -> bool:
    """Whether a tag holds nothing, by a stroke at its end that is no part of a value."""
    if text[end - 2] != "/":
        return False
    _, sign, value = text[begins : end - 1].rpartition("=")
    return not (sign and _BARE.fullmatch(value))


def read_html(data: bytes, purse: Purse) -> Found:
    """Read an HTML page: its text only."""
    told = _TOLD.search(data[:2048])
    got = decoded(data, told[1].decode("ascii") if told else "")
    text = text_of_html(got.text)
    pages, lacks = purse.turn(iter([one_page(text[: purse.text])]), 1)
    return Found(pages=pages, facts=[("encoding", got.encoding)], lacks=lacks)
