"""Threads: which message answers which, by what messages say of themselves.

A thread, which `joining` finds, is what hangs together by identifiers of messages, found in `References` and
`In-Reply-To`. A subject alone joins nothing: two strangers may both write "Urgent".
"""

import re
from dataclasses import dataclass

_IDENT = re.compile(r"<([^<>\s]{1,400})>")
_BEFORE = re.compile(
    r"^\s*((re|aw|sv|antw|antwoord|réf|ref|tr|fw|fwd|wg|doorst|rv|ynt|на|отв|пересл)\s*(\[\d+\])?\s*:\s*)+", re.I
)
_MOST = 200
"""Identifiers taken from one message."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a message says of itself.

    Attributes:
        ident: Its identifier, without brackets; empty: none is told.
        answers: Identifiers of messages it answers or refers to, the nearest last.
        subject: Its subject without marks of answers and forwarding, in small letters.
    """

    ident: str
    answers: tuple[str, ...]
    subject: str


def head(message_id: str, in_reply_to: str, references: str, subject: str) -> Head:
    """What a message says of itself, by the raw words of its headers."""
    own = _IDENT.search(message_id)
    named = dict.fromkeys([*_IDENT.findall(references), *_IDENT.findall(in_reply_to)])
    ident = own[1] if own else ""
    return Head(ident, tuple(name for name in named if name != ident)[-_MOST:], bare(subject))


def bare(subject: str) -> str:
    """A subject without marks of answers and forwarding, in small letters."""
    return " ".join(_BEFORE.sub("", subject).casefold().split())
