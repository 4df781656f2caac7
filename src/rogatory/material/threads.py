"""Threads: which message answers which, by what messages say of themselves.

A thread is what hangs together by identifiers of messages, found in `References` and `In-Reply-To`. A subject alone
joins nothing: two strangers may both write "Urgent".
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

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


def threads(heads: Mapping[str, Head]) -> dict[str, str]:
    """The thread of each message; the same for all that hang together, whatever order they come in.

    Args:
        heads: By digest of the message.

    Returns:
        By digest of the message: a digest of the identifiers that hang together, 64 hexadecimal digits.
    """
    joined: dict[str, str] = {}

    def root(name: str) -> str:
        while joined.setdefault(name, name) != name:
            joined[name] = joined[joined[name]]
            name = joined[name]
        return name

    for digest, one in heads.items():
        first = root(_own(digest, one))
        for other in one.answers:
            second = root(other)
            # The smaller name stands for both, so that the order in which they come does not matter.
            first, second = min(first, second), max(first, second)
            joined[second] = first
    return {digest: sha256(root(_own(digest, one)).encode()).hexdigest() for digest, one in heads.items()}


def answered(heads: Mapping[str, Head]) -> Iterable[tuple[str, str]]:
    """Pairs of digests: a message, and one that it answers and that is there."""
    there: dict[str, list[str]] = {}
    for digest, one in heads.items():
        if one.ident:
            there.setdefault(one.ident, []).append(digest)
    for digest, one in heads.items():
        for name in one.answers:
            yield from ((digest, other) for other in there.get(name, ()) if other != digest)


def _own(digest: str, one: Head) -> str:
    return one.ident or f"content:{digest}"
