"""Plain text, whose encoding nobody tells: found by what makes words of it."""

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rogatory.extraction.found import Found, Purse
from rogatory.received.pages import Page, page_of

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON = {
    "windows-1252": "éèàâêëîïôöûüùçœÿñáíóúäßøåæ’‘“”–—€«»°§ÉÈÀÖÄÜ",
    "windows-1254": "ığşçöüİĞŞÇÖÜâîû’‘“”–—",
    "windows-1250": "áéíóúůýčďěňřšťžąćęłńśźżäëöüőűăâîșțÁŠČŘŽŁŚ’„”–—§",
    "windows-1251": "оеаинтсрвлкмдпуяыьгзбчйхжюшцщэфёіїєґқңғұәөһ№«»–—",
    "koi8-r": "оеаинтсрвлкмдпуяыьгзбчйхжюшцщэфё",
    "iso-8859-5": "оеаинтсрвлкмдпуяыьгзбчйхжюшцщэфё№",
    "cp866": "оеаинтсрвлкмдпуяыьгзбчйхжюшцщэфё№",
}
"""Encodings of one byte a letter, and what is common in the languages written in them."""
_SAMPLE = 20_000
_LINES_OF_A_CELL = 3
_TEXT = re.compile(rb"[\t\n\f\r\x1b\x20-\xff]*\Z")
_STRANGE = re.compile(r"(?<=[^\W\d_])[^\w\s.,;:!?'’\"()«»“”/\-–—&%§°@+*=<>\[\]{}|]+(?=[^\W\d_])")
"""Signs in the middle of a word."""
_FLIPPED = re.compile(r"[а-яёa-zà-öø-ÿ](?=[А-ЯЁÀ-ÖØ-Þ])")
"""A capital in the middle of a word."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was decoded.

    Attributes:
        text: The text.
        encoding: In which encoding it was read.
        sure: Whether the bytes themselves tell it; otherwise it is the likeliest.
    """

    text: str
    encoding: str
    sure: bool = True


def is_text(data: bytes) -> bool:
    """Whether the bytes look like text at all."""
    start = data[:_SAMPLE]
    return any(data.startswith(mark) for mark, _ in _MARKS) or bool(_TEXT.match(start)) or _wide(start) is not None


def decoded(data: bytes, told: str = "") -> Decoded:
    """The text that bytes hold.

    Args:
        data: The bytes.
        told: The encoding the sender tells; believed where the bytes fit it. Empty: none.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, "replace"), encoding)
    wide = _wide(data[:_SAMPLE])
    for encoding in (told, wide or "", "utf-8"):
        if encoding:
            try:
                return Decoded(data.decode(encoding), codecs.lookup(encoding).name)
            except (LookupError, UnicodeError, ValueError):
                continue
    sample = bytes(data[:_SAMPLE])
    best = max(_COMMON, key=lambda encoding: _likely(sample.decode(encoding, "replace"), _COMMON[encoding]))
    return Decoded(data.decode(best, "replace"), best, sure=False)


def read(data: bytes, purse: Purse) -> Found:
    """Read a plain text: one page for each form feed in it, unless there are more of them than pages are read."""
    got = decoded(data)
    lacks = []
    text = got.text
    if len(text) > purse.text:
        text, lacks = text[: purse.text], [f"Only the first {purse.text:,} characters were read."]
    pieces = text.split("\f")
    pieces = pieces if len(pieces) <= purse.pages else [text.replace("\f", "\n")]
    pages, more = purse.turn((page_of(number, piece) for number, piece in enumerate(pieces, 1)), len(pieces))
    facts = [("encoding", got.encoding if got.sure else f"{got.encoding} (the likeliest; none is told)")]
    return Found(pages=pages, facts=facts, lacks=[*more, *lacks])


def one_page(text: str, number: int = 1) -> Page:
    """A text as a page: empty lines at its ends left out, and never more than one between two others."""
    lines = [line.rstrip() for line in re.split(r"\r\n?|[\n\f\v\x1c-\x1e\x85\u2028\u2029]", text)]
    kept = [line for index, line in enumerate(lines) if line or (index and lines[index - 1])]
    return page_of(number, "\n".join(kept).strip("\n"))


def table(rows: Sequence[Sequence[Iterable[str]]]) -> Iterator[str]:
    """The lines of a table: one for each row, its cells apart by a tabulator.

    A table of one row, or a row with a long cell, is no table but a way to set two texts side by side: there the cells
    come one after the other, each line for itself.

    Args:
        rows: The rows, each of cells, each of texts.
    """
    for row in rows:
        cells = [[line.strip() for text in cell for line in text.split("\n") if line.strip()] for cell in row]
        if max(map(len, cells), default=0) > (1 if len(rows) == 1 else _LINES_OF_A_CELL):
            yield from (line for cell in cells for line in cell)
        else:
            yield "\t".join(" ".join(cell) for cell in cells)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: every second byte is the same few, mostly zero or four."""
    pairs = len(sample) // 2
    if pairs < 2:  # noqa: PLR2004 - too short to tell
        return None
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = sample[offset::2], sample[1 - offset :: 2]
        if sum(high.count(byte) for byte in (0, 4)) > 0.9 * pairs > 5 * low.count(0):
            return encoding
    return None


def _likely(text: str, common: str) -> float:
    """How likely a text was meant: how common its letters are beyond ASCII, less what stands where none would."""
    beyond = [letter for letter in text if letter > "\x7f"]
    weights = {letter: 1 / (1 + place / 8) for place, letter in enumerate(common)}
    fit = sum(weights.get(letter, weights.get(letter.lower(), -0.3) - 0.05) for letter in beyond)
    odd = (
        len(_STRANGE.findall(text)) + len(_FLIPPED.findall(text)) + sum("\x80" <= letter < "\xa0" for letter in beyond)
    )
    return (fit - 2 * odd - 2 * text.count("\ufffd")) / (1 + len(beyond))
