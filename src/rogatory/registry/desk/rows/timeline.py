"""The journal of a case as a timeline: what was done, by whom, what was barred; readings folded together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from rogatory.law.acts import Role
from rogatory.law.wording.language import Language
from rogatory.law.wording.terms import term
from rogatory.office.filing import EVERY_ACT, READ
from rogatory.office.folds.dossier import BARRED, PROPOSED, Entry, changes
from rogatory.office.words import record_of, title_of
from rogatory.registry.desk.rows.showing import names_of

ONLY = ("all", "changes", "barred", "readings")
"""What of the journal can be asked for."""
ALSO = ("second", "proposed-by")
"""Fields of an entry that name somebody beside the actor."""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """An entry of the journal in words, or several readings by the same person in a row.

    Attributes:
        seq: Number of the entry; of several, of the last.
        act: Identifier of the act done, attempted or proposed.
        at: Moment; of several readings, of the last.
        title: What was done, attempted or proposed.
        object: On what.
        who: Who did it.
        role: In which role, in words.
        reasons: The reasons given.
        obstacles: What stood in the way.
        second: Who agreed.
        proposer: Of a barred agreement: who had proposed the act.
        kind: `barred`, `waits`, `read` or `done`.
        times: How many readings the row tells of.
    """

    seq: int
    act: str
    at: datetime
    title: str
    object: str
    who: str
    role: str
    reasons: str
    obstacles: tuple[Mapping[str, str], ...]
    second: str
    proposer: str
    kind: str
    times: int = 1


def timeline(
    entries: Sequence[Entry], language: Language, hidden: Mapping[str, str], only: str = "all"
) -> list[TimelineRow]:
    """The entries asked for, the newest first; readings by the same person on the same day in a row as one."""
    rows: list[TimelineRow] = []
    for made in in_words([e for e in reversed(entries) if _wanted(e, only)], language, hidden):
        last = rows[-1] if rows else None
        if last and made.kind == last.kind == "read" and (made.who, made.at.date()) == (last.who, last.at.date()):
            rows[-1] = replace(last, times=last.times + 1)
        else:
            rows.append(made)
    return rows


def in_words(entries: Sequence[Entry], language: Language, hidden: Mapping[str, str]) -> list[TimelineRow]:
    """Each entry as a row, in the order given, with the names of those who acted; of `hidden` what stands there."""
    names = names_of(name for e in entries for name in (e.actor, *(e.fields.get(f, "") for f in ALSO))) | dict(hidden)
    return [_entry(e, names, language) for e in entries]


def days_of(entries: Iterable[Entry]) -> list[date]:
    """The days on which something changed the case, in order."""
    return sorted({e.at.date() for e in entries if changes(e)})


def _wanted(entry: Entry, only: str) -> bool:
    match only:
        case "barred":
            return entry.act == BARRED
        case "changes":
            return changes(entry)
        case "readings":
            return entry.act == READ.id
        case _:
            return True


def _entry(entry: Entry, names: Mapping[str, str], language: Language) -> TimelineRow:
    fields = entry.fields
    kind = {BARRED: "barred", PROPOSED: "waits", READ.id: "read"}.get(entry.act, "done")
    done = fields.get("act", entry.act) if kind in ("barred", "waits") else entry.act
    role = fields.get("role", "")
    return TimelineRow(
        seq=entry.seq,
        act=done,
        at=entry.at,
        title=title_of(done, language)
        if kind in ("barred", "waits") and done in EVERY_ACT
        else record_of(done, language),
        object="" if entry.object == "request" else entry.object,
        who=names.get(entry.actor, entry.actor),
        role=term(Role(role), language) if role in {r.value for r in Role} else role,
        reasons=fields.get("reasons", ""),
        obstacles=tuple(fields.get("obstacles", ())),
        second=names.get(fields.get("second", ""), ""),
        proposer=names.get(fields.get("proposed-by", ""), ""),
        kind=kind,
    )
