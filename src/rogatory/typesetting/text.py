"""Text as it may stand on paper: what could hide or turn round a word is made visible first."""

import re

# Controls, and marks that reorder what is read. Those that join or part letters in a word are kept.
_STEERING = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_PLAINER = str.maketrans(
    {"\t": " ", "\r": None, "\u2028": "\n", "\u2029": "\n", **dict.fromkeys("\u061c\u200b\u200e\u200f\u2060\ufeff")}
)


class PaperError(ValueError):
    """A document that cannot be put on paper, or read from it; says where, why and how to mend it."""


def printable(text: str) -> str:
    r"""The text without marks that nobody sees, and with U+FFFD for each that would steer how it is read.

    Line breaks (`\n`) stay, tabs become spaces.

    Raises:
        PaperError: It is no Unicode: it has a lone surrogate.
    """
    if any("\ud800" <= one <= "\udfff" for one in text):
        msg = f"{text[:40]!r}: no Unicode text (a lone surrogate); write the word again"
        raise PaperError(msg)
    return _STEERING.sub(
        "\N{REPLACEMENT CHARACTER}", text.replace("\u2028", "\n").replace("\u2029", "\n").translate(_PLAINER)
    )
