"""A page of a letter as fields are looked for in it, with the way back to the words as they stand."""

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rogatory.linkage.references.page import Page as Plain
from rogatory.linkage.references.page import page as made_plain
from rogatory.names.text import scripts
from rogatory.received.fields.doubtful import hardly_read, look_alikes
from rogatory.received.pages import Box, Page
from rogatory.received.proposed import Field, Place, Proposed

LONGEST = 30_000
"""Characters of a page that are looked at; a full page of print has a tenth of it."""
_MOST_RIVALS = 6
"""Other readings that are told of one field."""
_MARKED = 300
"""Characters of words whose doubtful signs are shown."""
_GAP = re.compile(r"\d[.,]?\s+\d|[.,]\s|[^\W_][:;'\"]+[^\W_]")
"""Where a number may be two, or one with another sign."""
SCANNED = "read off a scanned page: compare every letter with the image"


def _capitals() -> str:
    """Capitals of the Latin, Greek and Cyrillic scripts, as a class of a regular expression."""
    return "".join(chr(c) for c in range(sys.maxunicode) if c < 0x530 and unicodedata.category(chr(c)) in ("Lu", "Lt"))  # noqa: PLR2004 - the end of Cyrillic


CAPITAL = f"[{_capitals()}]"
"""One capital letter."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A line, in characters of the plain text: `start` inclusive, `end` exclusive, without blanks around it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page made plain.

    Attributes:
        digest: Of the part it belongs to.
        page: The page as it was read.
        on: Its text with plain signs, and small letters beside it; places are counted in `on.plain`.
        lines: Its lines that hold anything.
        first: Whether it is the first page of its part.
    """

    digest: str
    page: Page
    on: Plain
    lines: tuple[Strip, ...]
    first: bool

    @property
    def small(self) -> str:
        """The text in small letters; the Turkish ı is an i, since `I` is the capital of both."""
        return self.on.small

    @property
    def plain(self) -> str:
        """The text with plain signs."""
        return self.on.plain

    def proposed(
        self, field: Field, span: tuple[int, int], value: str, why: str, doubts: Iterable[str] = ()
    ) -> Proposed:
        """What the words of a span propose; the span is cut to the words in it."""
        start, end = trimmed(self.plain, *span)
        first, raw = self.on.was(start, end)
        place = Place(self.digest, self.page.number, first, first + len(raw), self._boxes(first, first + len(raw)))
        scan = self._of_scan(field, raw, first) if self.page.scanned else ()
        doubted = tuple(dict.fromkeys((*doubts, *scan)))
        return Proposed(field, value or one_line(raw), raw, place, why, "", doubted)

    def _of_scan(self, field: Field, raw: str, first: int) -> Iterator[str]:
        """What speaks against words that were read off an image."""
        yield SCANNED
        hardly = hardly_read(self.page.lines, first, first + len(raw))
        if hardly and len(hardly) <= _MARKED:
            yield f"hardly read where it is in brackets: {hardly}"
        if field in (Field.PERSON, Field.AUTHORITY) and any(len(scripts(word)) > 1 for word in raw.split()):
            yield "letters of two scripts stand in one word: some of them are read wrong"
        lines = (ln for ln in self.page.lines if ln.start < first + len(raw) and first < ln.start + len(ln.text))
        rivals = [
            other
            for ln in lines
            for start, end, other in ln.rivals
            if ln.start + start < first + len(raw) and first < ln.start + end
        ]
        if rivals:
            yield f"in another pass there was read: {', '.join(dict.fromkeys(rivals[:_MOST_RIVALS]))}"
        if field not in (Field.REFERENCE, Field.NUMBER):
            return
        if alike := look_alikes(raw):
            yield f"a letter or a figure where it is in brackets: {alike}"
        if _GAP.search(raw):
            yield f"there is a gap or a strange sign in it: two numbers, or one with another sign: {one_line(raw)}"

    def hardly(self, start: int, end: int) -> str:
        """The words between two characters, each sign that was hardly read in brackets; empty: none was."""
        first, raw = self.on.was(*trimmed(self.plain, start, end))
        return hardly_read(self.page.lines, first, first + len(raw))

    def _boxes(self, start: int, end: int) -> tuple[Box, ...]:
        lines = (ln for ln in self.page.lines if ln.start < end and start < ln.start + len(ln.text))
        return tuple(ln.box for ln in lines if ln.box is not None)

    def left(self, at: int) -> float | None:
        """Where the line a character stands in begins, as a share of the width of the page; None: not known."""
        boxes = self._boxes(first := self.on.was(at, at + 1)[0], first + 1)
        return boxes[0].left if boxes else None

    def line_at(self, at: int) -> Strip:
        """The line a character stands in; an empty one where it stands in none."""
        return next((ln for ln in self.lines if ln.start <= at < ln.end), Strip(at, at, ""))

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence or item of a list around a character starts and ends."""
        ahead = max((m.end() for m in _STOP.finditer(self.plain, max(0, at - _REACH), at)), default=max(0, at - _REACH))
        behind = _STOP.search(self.plain, at, at + _REACH)
        return ahead, behind.start() if behind else min(len(self.plain), at + _REACH)


_REACH = 600
_STOP = re.compile(
    r"(?<=[^\W\d_]{4})[.!?](?=\s|$)|(?<=[)\]\d])\.(?=\s+[^\W\d_])|\n[ \t]*\n|;\n|\n(?=[ \t]*(?:[-*•]|\(?[a-zа-я0-9]{1,2}[.)])[ \t])"
)


def sheet(digest: str, page: Page, first: bool) -> Sheet:
    """A page of the part with this digest, made ready."""
    given = made_plain(page.text[:LONGEST])
    plain, small = given.plain, given.small.translate(_DOTTED)
    if page.scanned:
        plain, small = (_FILLED_GAP.sub(" ", _LOST_TAIL.sub(",", text)) for text in (plain, small))
    on = _unindented(Plain(given.raw, plain, small, given.at))
    return Sheet(digest, page, on, tuple(_strips(on.plain)), first)


_LOST_TAIL = re.compile(
    r"(?<=[^\W\d_]{4})\.(?=[ \n](?:[a-zß-öø-ÿа-яё]|\d{1,2}[./ ]))"
    r"|(?<=[ ][a-zß-öø-ÿа-яё]{2})\.(?=[ \n]\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)"
)
"""A stop behind a word, and no sentence after it: on a scanned page a comma whose tail was lost, or a speck."""
_FILLED_GAP = re.compile(r"(?<=[^\W\d_]{3})\.(?=[a-zß-öø-ÿа-яё]{2})")
"""A speck in the gap between two words, of which the second is no name."""
_INDENT = re.compile(r"(?<=\n)[ \t]+|[ \t]+(?=\n)")


def _unindented(on: Plain) -> Plain:
    """The text without blanks at the heads and ends of lines, so that words over the end of a line are one blank apart."""
    if not _INDENT.search(on.plain):
        return on
    kept: list[int] = []
    last = 0
    for match in _INDENT.finditer(on.plain):
        kept.extend(range(last, match.start()))
        last = match.end()
    kept.extend(range(last, len(on.plain)))
    at = kept if on.at is None else [on.at[place] for place in kept]
    plain, small = ("".join(text[place] for place in kept) for text in (on.plain, on.small))
    return Plain(on.raw, plain, small, tuple(at))


def _strips(plain: str) -> Iterator[Strip]:
    for match in re.finditer(r"[^\n]+", plain):
        start, end = trimmed(plain, match.start(), match.end())
        if start < end:
            yield Strip(start, end, plain[start:end])


_DOTTED = str.maketrans("ı", "i")


_BLANK = re.compile(r"(\\.|\[(?:\\.|[^\]\\])*\])| ")


def look(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern to be looked for in the small letters of a sheet; where it has a blank, a line may end."""
    return re.compile(_BLANK.sub(lambda m: m.group(1) or r"[ \n]", pattern.translate(_DOTTED)), flags)


def loosely(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """A pattern of `look` for a scanned page: a speck may stand before or behind each blank."""
    return re.compile(_BREAK.sub(lambda m: m.group(1) or r"[^\w\n]?[ \n]['\"]?", pattern.pattern), pattern.flags)


_BREAK = re.compile(r"(\(\?<[=!][^()]*\))|\[ \\n\]")


_EDGES = ",;:"


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without blanks, commas and colons at its edges."""
    while start < end and (text[start].isspace() or text[start] in _EDGES):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _EDGES):
        end -= 1
    return start, end


def one_line(text: str) -> str:
    """Words with one blank between them."""
    return " ".join(text.split())


_BULLET = r"[ \t]*(?:[-*•–]|\(?[a-zа-я0-9ivx]{1,3}[.)])?[ \t]*"
_BETWEEN = r"(?:[ \t]*(?:\([^()\n]{0,40}\)|/[^:\n]{0,40}))?[ \t]*"


def label(words: str) -> re.Pattern[str]:
    """A label at the head of a line, and what stands behind it; in another language behind a stroke, too.

    Args:
        words: The label, in small letters, as alternatives of a regular expression.
    """
    return look(
        rf"^{_BULLET}(?P<label>{words}){_BETWEEN}(?:[:=][ \t]*|\t+|[ \t]{{3,}})(?:\n[ \t]*)?(?P<value>[^\n]{{1,300}})",
        re.MULTILINE,
    )


def loose_label(words: str) -> re.Pattern[str]:
    """The same on a scanned page, where a colon or the gap between columns may be lost and specks stand for signs."""
    return look(
        rf"^[^\w\n]{{0,4}}(?P<label>{words}){_BETWEEN}(?:\t[^\n\t]{{1,2}}(?=\t))?[^\w\n]{{1,4}}(?P<value>[^\W\d_][^\n]{{1,90}})$",
        re.MULTILINE,
    )
