"""Forms made of data: JSON (such as INTERPOL's notices) and XML (such as an EIO), a line for each thing they tell."""

import json
import re
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

from rogatory.extraction import plain
from rogatory.extraction.found import Found, Purse
from rogatory.extraction.markup import local, xml
from rogatory.received.pages import page_of

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[_\-]+")
_EIO = re.compile(r"investigation.?order|^eio|annex.?a\b", re.IGNORECASE)


def read_json(data: bytes, purse: Purse) -> Found:
    """Read JSON: each value a line, with the names that lead to it. What is no JSON after all is a plain text."""
    text = plain.decoded(data).text
    try:
        value = json.loads(text)
    except ValueError:
        return plain.read(data, purse)
    facts = [("form", "JSON"), *_of_notices(value)]
    return _lines((f"{name}: {words}" if name else words for name, words in _values(value, "")), facts, purse)


def read_xml(data: bytes, purse: Purse) -> Found:
    """Read XML: each element that holds others a line, and each that holds words a line with its name.

    Raises:
        UnreadableError: It is not well formed, or declares entities.
    """
    root = xml(data)
    namespace = str(root.tag).rpartition("}")[0].lstrip("{")
    name = local(root)
    facts = [("form", "EIO" if _EIO.search(name) or _EIO.search(namespace) else "XML"), ("root", name)]
    if namespace:
        facts.append(("namespace", namespace))
    return _lines(_elements(root), facts, purse)


def _lines(lines: Iterator[str], facts: list[tuple[str, str]], purse: Purse) -> Found:
    taken: list[str] = []
    left, lacks = purse.text, []
    for line in lines:
        told = " ".join(line.split())
        left -= len(told) + 40
        if left < 0:
            lacks = ["There is more text than is read of one file."]
            break
        taken.append(told)
    pages, more = purse.turn(iter([page_of(1, "\n".join(taken))]), 1)
    return Found(pages=pages, facts=facts, lacks=[*more, *lacks])


def _values(value: object, name: str) -> Iterator[tuple[str, str]]:
    match value:
        case dict():
            for key, inner in value.items():
                yield from _values(inner, f"{name} {_words(key)}".strip())
        case list():
            for number, inner in enumerate(value, 1):
                yield from _values(inner, name if len(value) == 1 else f"{name} {number}".strip())
        case None | "":
            pass
        case bool():
            yield name, "yes" if value else "no"
        case _:
            yield name, str(value)


def _of_notices(value: object) -> list[tuple[str, str]]:
    """What tells that it is a public notice of INTERPOL, or a page of them."""
    match value:
        case {"entity_id": str(identifier)}:
            return [("notice", identifier)]
        case {"_embedded": {"notices": list(notices)}}:
            return [fact for notice in notices[:100] for fact in _of_notices(notice)]
        case list():
            return [fact for notice in value[:100] for fact in _of_notices(notice)]
        case _:
            return []


def _elements(root: Element) -> Iterator[str]:
    """A line for each thing, in the order of the document, however deep it lies."""
    named = cache(lambda tag: _words(tag.rpartition("}")[2]))
    waiting: list[Element | str] = [root]
    while waiting:
        element = waiting.pop()
        if isinstance(element, str):
            yield element
            continue
        name, words = named(element.tag), element.text
        yield f"{name}: {words}" if words and not words.isspace() else name
        for key, value in element.items():
            if value and not value.isspace() and "}" not in key:
                yield f"{name} {named(key)}: {value}"
        for child in reversed(element):
            if child.tail and not child.tail.isspace():
                waiting.append(child.tail)
            if isinstance(child.tag, str):
                waiting.append(child)


def _words(name: str) -> str:
    """The name of an element or key as words: `IssuingAuthority`, `issuing_authority`."""
    return " ".join(_CAMEL.sub(" ", name).split())
