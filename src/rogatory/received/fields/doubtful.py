"""Letters and figures of a scanned page that may be others. They are marked for the human, and never mended."""

from collections.abc import Iterable, Iterator

from rogatory.received.pages import Line

_ALIKE = ("0OoОо", "1IlІ|", "8BВ", "5S", "2Z", "6Gб", "3ЗЭ", "4Ч")
"""Signs that a scan takes for one another."""
_OF = {sign: signs for signs in _ALIKE for sign in signs}


def hardly_read(lines: Iterable[Line], start: int, end: int) -> str:
    """The words between two characters of a page, each that was hardly read in brackets; empty: none was.

    Args:
        lines: The lines of the page.
        start: First character in the text of the page (inclusive).
        end: Last character (exclusive).
    """
    marked = " ".join(
        "".join(_marked(ln, start, end)) for ln in lines if ln.start < end and start < ln.start + len(ln.text)
    )
    return marked if "[" in marked else ""


def look_alikes(raw: str) -> str:
    """A number as it was read, in brackets each sign that may be a letter or a figure; empty: none may.

    Only where letters and figures stand beside each other does a sign not tell which it is.
    """
    made = "".join(f"[{sign}]" if _may_be_other(raw, at) else sign for at, sign in enumerate(raw))
    return made if made != raw else ""


def _may_be_other(raw: str, at: int) -> bool:
    beside = _beside(raw, at)
    other = any(one.isalpha() for one in beside) if raw[at].isdigit() else any(one.isdigit() for one in beside)
    return raw[at] in _OF and other


def _beside(raw: str, at: int) -> str:
    return raw[max(0, at - 1) : at] + raw[at + 1 : at + 2]


def _marked(line: Line, start: int, end: int) -> Iterator[str]:
    hardly = set(line.unsure)
    for at, sign in enumerate(line.text):
        if start <= line.start + at < end:
            yield f"[{sign}]" if at in hardly and not sign.isspace() else sign
