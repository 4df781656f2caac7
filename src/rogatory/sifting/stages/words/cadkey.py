"""Drawings of CADKEY: what was written on them, and the names of their views and layers.

Nobody has published the form. A text tells its length before it, in two bytes and with the zero that ends it; names of
layers stand in places of equal size, ended by a zero.
"""

import re

from rogatory.extraction.plain import decoded
from rogatory.sifting.stages.subject import Subject

_TOLD_AT, _ABOUT_AT = 30, 42
"""Where the day and hour stand, in twelve digits, and after them what is said of the drawing."""
_RUN = re.compile(rb"[\t\n\r\x20-\x7e\x80-\xff]+(?=\0)")
_PLAIN, _FEWEST = bytes(range(0x20, 0x7F)), 4
"""What the name of a layer is made of, and how many of it."""


def of_cadkey(subject: Subject) -> str:
    """What stands in a drawing, in its order; each once."""
    data = subject.data
    begins = _ABOUT_AT if data[_TOLD_AT:_ABOUT_AT].isdigit() else 0
    texts = (_text(data, *found.span()) for found in _RUN.finditer(data, begins))
    return "\n".join(dict.fromkeys(filter(None, (decoded(text).text.strip() for text in texts))))


def _text(data: bytes, start: int, end: int) -> bytes:
    """What of a run before a zero is a text; empty: nothing."""
    run, told = data[start:end], int.from_bytes(data[max(start - 2, 0) : start], "little")
    if start == _ABOUT_AT or told == len(run) + 1:
        return run
    named = run[len(run.rstrip(_PLAIN)) :]
    return named if len(named) >= _FEWEST else b""
