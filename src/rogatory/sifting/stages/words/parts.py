"""Files of office programs since 2007, and OpenDocument: words and numbers, part by part, well formed or not."""

import re
import zipfile
from collections.abc import Iterator
from html import unescape

from rogatory.sifting.stages.subject import Subject

_NAME = r"<(?:\w+:)?"
_TEXT = re.compile(
    r"<(?:\w++:|(?=[acdst]))(?:"
    r"(?:t|delText|text|author)(?:\s[^<>]*+)?>([^<]*)</"
    r"|sheet\s[^<>]*?\bname=\"([^\"]*)\""
    # What stands in a cell itself, behind the formula it came of; else it is the number of a text that cells share.
    r"|c(?:\s(?!t=\"s\")[^\s<>]*+)*(?<!/)>\s*+"
    rf"(?:{_NAME}f(?:\s[^<>]*+)?>(?:[^<]*+</(?:\w+:)?f>)?\s*+)?{_NAME}v(?:\s[^<>]*+)?>([^<]*)</"
    r")"
)
_PARTS = re.compile(r"(word|xl|ppt|visio|customxml)/.*\.xml\Z", re.IGNORECASE)
_ODF = ("content.xml", "styles.xml")
_BLOCK = re.compile(r"</(?:text:p|text:h|table:table-cell)>|<text:(?:tab|line-break|s)[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")
_NAMED = re.compile(r"<table:table\s[^<>]*?table:name=\"([^\"]*)\"")


def of_parts(subject: Subject) -> str:
    """The words that stand in the parts as text, and the numbers in cells.

    Raises:
        zipfile.BadZipFile: It is damaged.
    """
    odf = subject.media.startswith("application/vnd.oasis")
    wanted = subject.budget.whole
    found: list[str] = []
    subject.file.seek(0)
    with zipfile.ZipFile(subject.file) as archive:
        for info in archive.infolist():
            name = info.filename
            if not (name.rsplit("/", 1)[-1] in _ODF if odf else _PARTS.match(name)) or info.file_size > wanted:
                continue
            wanted -= info.file_size
            with archive.open(info) as file:
                text = file.read(info.file_size + 1).decode("utf-8", "replace")
            found += _of_odf(text) if odf else _of_ooxml(text)
    return "\n".join(line for line in found if line.strip())


def _of_ooxml(text: str) -> Iterator[str]:
    for one in _TEXT.finditer(text):
        yield unescape(one[one.lastindex or 1])


def _of_odf(text: str) -> Iterator[str]:
    yield from map(unescape, _NAMED.findall(text))
    yield unescape(_TAG.sub("", _BLOCK.sub("\n", text)))
