"""The form in which a cleared item leaves: as text, or drawn anew; what has no such form does not leave.

A native file says more than it shows: who wrote it and when, what was struck out, what lies under a picture, what is
attached. So none leaves. What leaves is what the reviewers saw: plain text, or pixels.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import Enum

from rogatory.extraction.limits import LIMITS, Limits
from rogatory.extraction.sandbox import Sandbox, sandbox

CAGED = "rogatory.packaging.caged"
"""The module that draws, in the cage."""
DRAWN = frozenset({"application/pdf", "image/png", "image/jpeg", "image/tiff"})
"""Media types of what leaves as pixels."""
_ENDINGS = {"application/pdf": "pdf", "image/png": "png", "text/plain": "txt"}
_MARKS = (("utf-8-sig", b"\xef\xbb\xbf"), ("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff"))
_KEPT = frozenset("\n\t\u200c\u200d\u200e\u200f\u061c")
"""Characters without a shape that text needs: line breaks, and what joins and turns letters of some scripts."""
_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]").match
"""Variants of shapes: in a row of them, anything can be written unseen."""


class Form(Enum):
    """What was done to an item so that it can leave."""

    AS_IT_IS = "as it is"
    """Plain text, byte for byte."""
    TEXT = "text"
    """The words that the reviewers read, as plain text; pictures in it are items of their own."""
    PIXELS = "pixels"
    """Drawn anew: the pages or the picture as the reviewers saw them."""


class NoFormError(ValueError):
    """An item of which no form is known to hide nothing; the message says why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """An item as it leaves.

    Attributes:
        data: Its bytes.
        media: Their media type.
        form: What was done to it.
    """

    data: bytes
    media: str
    form: Form

    @property
    def ending(self) -> str:
        """The ending of its file, without the dot."""
        return _ENDINGS[self.media]


def shipped(data: bytes, media: str, read: Callable[[], bytes] | None = None, limits: Limits = LIMITS) -> Shipped:
    """The form in which an item leaves.

    Args:
        data: Its bytes as seized, or as redacted.
        media: Its media type, as it was recognised when it was sealed.
        read: Gives the text that the reviewers read, in UTF-8; None: nothing was read in it.
        limits: What drawing it may cost.

    Raises:
        NoFormError: There is none.
    """
    if media == "text/plain":
        text = _decoded(data)
        shown = visible(text)
        same = shown.encode() == data
        return Shipped(shown.encode(), "text/plain", Form.AS_IT_IS if same else Form.TEXT)
    if media in DRAWN:
        return _drawn(sandbox(CAGED), data, limits)
    if read is None:
        raise NoFormError(f"no form of {media or 'an unknown kind of file'} is known that hides nothing")
    return Shipped(visible(_decoded(read())).encode(), "text/plain", Form.TEXT)


def visible(text: str) -> str:
    """A text without characters that have no shape: in them another text can be hidden."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in _KEPT or (unicodedata.category(c)[0] != "C" and not _SELECTOR(c)))


def _decoded(data: bytes) -> str:
    try:
        coding = next((coding for coding, mark in _MARKS if data.startswith(mark)), "utf-8")
        return data.decode(coding)
    except UnicodeDecodeError:
        # Every byte has a letter there: nothing is lost, at worst something reads oddly.
        return data.decode("latin-1")


def _drawn(box: Sandbox, data: bytes, limits: Limits) -> Shipped:
    outcome = box.run(f"{CAGED}:pixels", {"limits": asdict(limits)}, data, limits)
    answer = outcome.answers[-1] if outcome.answers else {}
    media = answer.get("media")
    if outcome.state or media not in _ENDINGS or not outcome.blob:
        raise NoFormError(f"it cannot be drawn anew: {outcome.says or answer.get('says') or 'the drawing failed'}")
    return Shipped(outcome.blob, str(media), Form.PIXELS)
