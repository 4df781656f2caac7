"""What somebody sends without an account: it comes in as mail, and is answered there.

Whoever sends it comes back with a code and reads the answers; nobody tells them whether a case exists. What they say
of who they are is in no entry of the mailroom (`registry.mailroom.outside`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rogatory.law.acts import Act
from rogatory.office.acts import parts
from rogatory.office.filing import ANSWER_SENDER
from rogatory.office.folds.dossier import Entry

ANSWERS = frozenset({ANSWER_SENDER})
"""The act that answers; it is done as well once the document belongs to a case, of which the sender is not told."""
LONGEST = 10_000
"""Characters of an answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a sender: when, by which account, in which words."""

    at: datetime
    by: str
    text: str


def answer_of(act: Act, form: Mapping[str, Any]) -> dict[str, str]:
    """What answering a sender records: the words the sender reads. Of another act, nothing.

    Raises:
        FormError: They are missing.
    """
    if act not in ANSWERS:
        return {}
    return {"text": parts.text(form, "text", "Write what the sender is to read")[:LONGEST]}


def answers_of(entries: Iterable[Entry]) -> tuple[Answer, ...]:
    """The answers in the stream of a document, in order."""
    return tuple(Answer(e.at, e.actor, str(e.fields.get("text", ""))) for e in entries if e.act == ANSWER_SENDER.id)
