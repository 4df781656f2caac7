"""Who has read a case: the access log owed to the defence.

By role, never by the private name of an official: the defence is owed that somebody of an office looked, when, and at
how much of the file (Regulation (EU) 2016/679, Article 15; Directive (EU) 2016/680, Articles 14 and 25; *I v. Finland*,
17 July 2008: who cannot see who looked cannot complain). Attempts that were barred are told as such.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from rogatory.law.acts import Role
from rogatory.office.filing import READ
from rogatory.office.folds.dossier import BARRED, Entry
from rogatory.people.sight import SEES, Sight


@dataclass(frozen=True, slots=True)
class Reading:
    """That somebody read a case, or tried something there and was barred.

    Attributes:
        seq: Number of the entry in the journal.
        at: Moment. Pages opened in a row are one reading.
        role: Role it was done in; None: without any that is told of.
        person: Person concerned it was done for; empty: for nobody.
        portion: How much of the case was seen; nothing where it was barred.
        act: The act; `read`, or what was attempted.
        letter: What the received document is called that was opened as it came; empty: none.
        barred: Whether it was barred.
    """

    seq: int
    at: datetime
    role: Role | None
    person: str
    portion: Sight
    act: str
    letter: str
    barred: bool


def readings(entries: Iterable[Entry]) -> tuple[Reading, ...]:
    """The readings and barred attempts among `entries`, the newest first."""
    found = []
    for entry in entries:
        barred = entry.act == BARRED
        if not barred and entry.act != READ.id:
            continue
        told = entry.fields.get("role")
        role = Role(told) if told in {r.value for r in Role} else None
        portion = SEES.get(role, Sight.NOTHING) if role and not barred else Sight.NOTHING
        act = str(entry.fields.get("act", "")) if barred else entry.act
        letter = entry.object if act == READ.id else ""
        person = str(entry.fields.get("person", ""))
        found.append(Reading(entry.seq, entry.at, role, person, portion, act, letter, barred))
    return tuple(reversed(found))
