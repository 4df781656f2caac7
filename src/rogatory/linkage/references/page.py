"""A text as the forms of numbers are looked for in it: signs made plain, with the way back to the raw words."""

import re
import unicodedata
from dataclasses import dataclass

_SIGNS = {ord(c): "-" for c in "‐‑‒–—―−﹣－"} | {ord(c): "/" for c in "⁄∕／"} | {ord(c): "." for c in "．。·"}
_SIGNS |= {ord(c): "(" for c in "（〔［[【"} | {ord(c): ")" for c in "）〕］]】"} | {ord(c): "'" for c in "’ʼ`´"}
_SIGNS |= {ord("，"): ",", ord("："): ":", ord("；"): ";", ord("、"): ","}

_CYRILLIC = "АВЕКМНОРСТУХІЈ"
_LATIN = "ABEKMHOPCTYXIJ"
_TO_LATIN = {ord(c): lat for c, lat in zip(_CYRILLIC, _LATIN, strict=True)}
_TO_CYRILLIC = {ord(lat.lower()): c.lower() for c, lat in zip(_CYRILLIC, _LATIN, strict=True)} | {
    ord(lat): c for c, lat in zip(_CYRILLIC, _LATIN, strict=True)
}
_FIGURES = str.maketrans({"O": "0", "О": "0", "o": "0", "о": "0", "I": "1", "l": "1", "І": "1", "|": "1", "З": "3"})
_MISREAD = re.compile(r"(?<=\d)[OОoоIlІ|З](?=[\dOОoоIlІ|З])")
"""Letters a scanner or a typist puts for a figure, where figures stand before and behind."""


@dataclass(frozen=True, slots=True)
class Page:
    """A text made plain.

    Attributes:
        raw: The text as given.
        plain: The same with plain figures, dashes, strokes and brackets, and nothing invisible.
        small: `plain` in small letters, of the same length.
        at: Where each character of `plain` stands in `raw`; None: all stand where they stood.
    """

    raw: str
    plain: str
    small: str
    at: tuple[int, ...] | None

    @property
    def latin(self) -> str:
        """`plain` with Cyrillic capitals that look like Latin ones read as these."""
        return self.plain if self.plain.isascii() else self.plain.translate(_TO_LATIN)

    @property
    def cyrillic(self) -> str:
        """`plain` with Latin letters that look like Cyrillic ones read as these."""
        return self.plain.translate(_TO_CYRILLIC)

    def was(self, start: int, end: int) -> tuple[int, str]:
        """Where a piece of `plain` begins in the raw text, and its raw words."""
        if self.at is None:
            return start, self.raw[start:end]
        return self.at[start], self.raw[self.at[start] : self.at[end - 1] + 1]

    def corrected(self) -> "Page | None":
        """The page with letters between figures taken for figures; None where there are none."""
        if not _MISREAD.search(self.plain):
            return None
        plain = _MISREAD.sub(lambda m: m.group().translate(_FIGURES), self.plain)
        return Page(self.raw, plain, _small(plain), self.at)


class _Plain(dict[int, str]):
    """What each character is made; filled as characters come."""

    def __missing__(self, code: int) -> str:
        made = _plain(chr(code))
        if code <= _COMMON:
            self[code] = made
        return made


_COMMON = 0xFFFF
_PLAIN = _Plain()


def page(text: str) -> Page:
    """Make a text plain."""
    plain = text.translate(_PLAIN)
    if len(plain) == len(text):
        return Page(text, plain, _small(plain), None)
    return Page(text, plain, _small(plain), tuple(at for at, char in enumerate(text) if _PLAIN[ord(char)]))


def _plain(char: str) -> str:
    """One character, or none where it is invisible."""
    if char.isascii():
        return _SIGNS.get(ord(char), char)
    if unicodedata.category(char) in ("Cf", "Mn"):
        return ""
    figure = unicodedata.decimal(char, None)
    if figure is not None:
        return str(int(figure))
    if char.isspace():
        return " "
    made = _SIGNS.get(ord(char)) or unicodedata.normalize("NFKC", char)
    return made if len(made) == 1 else char


def _small(text: str) -> str:
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := c.lower()) == 1 else "i" if c == "İ" else c for c in text)


def sign_steps(raw: str, plain: str, read: str) -> tuple[str, ...]:
    """What was changed of the signs of a number.

    Args:
        raw: As it stands in the text.
        plain: With plain signs.
        read: With letters read as those of the other script, as the form had it.
    """
    if raw == plain == read:
        return ()
    steps = []
    if any(unicodedata.category(c) in ("Cf", "Mn") for c in raw):
        steps.append("invisible characters left out")
    if any(not c.isascii() and unicodedata.decimal(c, None) is not None for c in raw):
        steps.append("figures of another script read as 0 to 9")
    if any(ord(c) in _SIGNS for c in raw):
        steps.append("dashes, strokes and brackets made plain")
    for was, now in dict.fromkeys(zip(plain, read, strict=True)):
        if was != now:
            steps.append(f"{_script(was)} {was} read as {_script(now)} {now}")
    return tuple(steps)


def _script(char: str) -> str:
    return unicodedata.name(char, "?").split()[0].capitalize()
