"""Lawful erasure of a document that belongs to no case: proposed by the central authority, agreed by the court.

It is decided as in a case (`erasing`): by the same two, with a legal basis and reasons, on a witnessed journal. No
ruling rests on such a document and no remedy runs in it, so nothing else stands against it. Its bytes go, what was read
in them and what was settled; its digest stays in the office's journal, with basis and reasons.

The court sees a document of no case while its erasure waits for the court to agree, and no other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rogatory.law.acts import Role
from rogatory.office.errors import FormError, Hurdle, Obstacle, UnknownObjectError
from rogatory.office.filing import ERASE_DOCUMENT
from rogatory.office.folds.dossier import PROPOSED, Entry
from rogatory.office.perform import Attempt, NewEntry, seconds, unwitnessed
from rogatory.people.mandates import EVERY_CASE, Actor

SOURCE = "Directive (EU) 2016/680, Art. 16"


@dataclass(frozen=True, slots=True)
class Leaving:
    """An erasure that was proposed and waits for the court.

    Attributes:
        by: Public identifier of the account that proposed it.
        basis: The legal basis.
        reasons: Why.
        entry: Number of the entry that proposed it.
    """

    by: str
    basis: str
    reasons: str
    entry: int


def leaving(entries: Iterable[Entry]) -> Leaving | None:
    """The erasure that waits in the stream of a received document; None: none does."""
    found = None
    for entry in entries:
        if entry.act == PROPOSED and entry.fields["act"] == ERASE_DOCUMENT.id:
            found = Leaving(entry.actor, entry.fields["basis"], entry.fields["reasons"], entry.seq)
        elif entry.act == ERASE_DOCUMENT.id:
            found = None
    return found


def propose(attempt: Attempt, role: Role) -> NewEntry | Obstacle:
    """The proposal to erase a document, or what stands against it. A second one takes the place of the first.

    Raises:
        FormError: No legal basis is named.
    """
    basis, reasons = (str(attempt.form.get(part) or "").strip() for part in ("basis", "reasons"))
    if not basis:
        raise FormError("basis", "it is missing", "Name the law and the decision, and never the person: it is kept")
    if not reasons:
        return Obstacle(Hurdle.REASONS, "say why it is to be erased, and never about whom", SOURCE, "reasons")
    if not attempt.witnessed:
        return unwitnessed(ERASE_DOCUMENT)
    told = {"act": ERASE_DOCUMENT.id, "role": role.value, "basis": basis, "reasons": reasons}
    return NewEntry(PROPOSED, "", attempt.actor.account, told)


def agree(attempt: Attempt, waits: Leaving | None) -> NewEntry | Obstacle:
    """The court agrees: the erasure, or what stands against it.

    Args:
        attempt: Who agrees; its colleagues hold the mandates of whoever proposed it.
        waits: What was proposed; None: nothing.

    Raises:
        UnknownObjectError: Nothing waits for a second person.
    """
    if waits is None:
        raise UnknownObjectError("nothing waits for a second person in this document")
    day = attempt.at.date()
    held = attempt.actor.mandates_for(EVERY_CASE, day, seconds(ERASE_DOCUMENT))
    if not held:
        who = ", ".join(sorted(role.value for role in seconds(ERASE_DOCUMENT)))
        return Obstacle(Hurdle.ROLE, f"to {ERASE_DOCUMENT.title} is agreed by: {who}", "table of acts")
    if attempt.actor.account == waits.by:
        text = "the second person must be somebody other than the one who proposed the act"
        return Obstacle(Hurdle.SECOND_PERSON, text, "table of acts")
    proposer = Actor(waits.by, tuple(m for m in attempt.colleagues if m.account == waits.by))
    roles = proposer.mandates_for(EVERY_CASE, day, ERASE_DOCUMENT.by)
    if not roles:
        text = "the mandate of whoever proposed it has ended"
        return Obstacle(Hurdle.MANDATE, text, "mandates of the office", "a proposal by somebody who holds one")
    if not attempt.witnessed:
        return unwitnessed(ERASE_DOCUMENT)
    told: dict[str, Any] = {"role": roles[0].role.value, "basis": waits.basis, "reasons": waits.reasons}
    told |= {"second": attempt.actor.account, "second-role": held[0].role.value, "proposal": waits.entry}
    return NewEntry(ERASE_DOCUMENT.id, "", waits.by, told)
