"""The round trips of a case: what its letters asked, what came back, and what is to be done next.

Folded from the documents of the case alone. A letter that left in several languages asks once, and whichever of them is
answered, the answer is to all. Nothing here decides anything.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rogatory.letters.kinds import KINDS
from rogatory.letters.round_trip import (
    ANSWER,
    POINTS,
    RULES,
    Answered,
    Entry,
    Reminded,
    RoundTripError,
    Sent,
    Settled,
    Standing,
    State,
    due_after,
    exchanges,
    rule_of,
    standing,
)
from rogatory.office.filing import DRAFT_DOCUMENT
from rogatory.office.folds.documents import Addressee, CaseDocument, Documents
from rogatory.office.folds.dossier import Entry as Recorded

REMINDERS: Mapping[Addressee, str] = {
    Addressee.REQUESTING_STATE: "reminder",
    Addressee.AUTHORITY: "reminder-of-consultation",
}
"""Kind of the letter by which each is reminded; others are not."""
RUNNING = frozenset({State.AWAITED, State.REMIND, State.DECIDE})
"""States in which something is still open."""


@dataclass(frozen=True, slots=True)
class Trip:
    """A letter that asks, and all that followed it.

    Attributes:
        letters: It in each language, the first one first.
        standing: Where it stands on the day.
        reminders: The letters that remind of it, drafts too, in the order of their making.
        replied: The answers with the letter each was recorded on, in the order they came in.
    """

    letters: tuple[CaseDocument, ...]
    standing: Standing
    reminders: tuple[CaseDocument, ...]
    replied: tuple[tuple[CaseDocument, int], ...]

    @property
    def letter(self) -> CaseDocument:
        """The letter that was sent first, in whichever language."""
        return next(d for d in self.letters if d.sent)

    @property
    def runs(self) -> bool:
        """Whether something of it is still open and nobody has settled it."""
        return self.standing.state in RUNNING

    @property
    def draft(self) -> CaseDocument | None:
        """A reminder that was drafted or signed and has not left; None: there is none."""
        return next((d for d in self.reminders if not d.sent), None)

    def overdue(self, on: date) -> bool:
        """Whether its last day is before `on` and something of it is still open."""
        return self.runs and self.standing.exchange.due < on

    def answers_to(self, point: str) -> Iterator[tuple[int, bool]]:
        """Entries of the answers to a point, each with whether it was declined."""
        for answer in self.standing.exchange.answers:
            if point in (*answer.points, *answer.declined):
                yield int(answer.answer), point in answer.declined


def trips(documents: Documents, on: date) -> tuple[Trip, ...]:
    """The round trips that had begun by the end of the day `on`, in the order in which their letters left."""
    found = []
    for letters in _families(documents):
        entries = tuple(_entries(letters, documents))
        if not entries:
            continue
        [exchange] = exchanges(entries)
        for now in standing((exchange,), on):
            known = {int(answer.answer) for answer in now.exchange.answers}
            replied = sorted((a.on, a.entry, d) for d in letters for a in d.answers if a.entry in known)
            reminders = tuple(d for d in documents.values() if _reminds(d, letters))
            found.append(Trip(letters, now, reminders, tuple((d, seq) for _, seq, d in replied)))
    return tuple(sorted(found, key=lambda t: (t.standing.exchange.sent.day, t.letter.drafted)))


def trip_of(documents: Documents, name: str, on: date) -> Trip | None:
    """The round trip of a letter; None: it asks nothing, or has not left."""
    return next((t for t in trips(documents, on) if any(d.name == name for d in t.letters)), None)


def asked_by(found: CaseDocument) -> tuple[str, ...]:
    """What a letter asks: as was noted when it was drafted, or what all of its kind ask."""
    if found.asks:
        return found.asks
    points = POINTS.get(found.kind, ())
    return points if points and found.kind != "assurance" else (ANSWER,)


def due_of(found: CaseDocument, sent: date) -> date | None:
    """The last day for its answer, as was set, or as letters of its kind give; None: it awaits none."""
    if rule_of(found.kind) is None or (found.due is None and found.kind not in RULES):
        return None
    return max(sent, found.due or due_after(found.kind, sent))


def fits(
    documents: Documents, name: str, day: date, *, points: Iterable[str], declined: Iterable[str], over: bool
) -> None:
    """Check that an answer fits the letter it answers.

    Args:
        documents: Documents of the case.
        name: The letter.
        day: Day of the answer.
        points: What it answers.
        declined: What it says it will not answer.
        over: Whether nothing is waited for any more.

    Raises:
        RoundTripError: It does not fit; the message says why.
    """
    letters = next(group for group in _families(documents) if any(d.name == name for d in group))
    entries = list(_entries(letters, documents))
    told = Answered(letters[0].first, "new", day, tuple(points), tuple(declined))
    if not entries:
        if told.points or told.declined or over:
            msg = f"{name} asks for nothing point by point"
            raise RoundTripError(msg)
        return
    exchanges([*entries, told, *([Settled(told.letter, day, "")] if over else [])])


def changes_words(entry: Recorded, found: CaseDocument) -> bool:
    """Whether an entry made a draft, or changed its words."""
    about = entry.fields.get("drafts", {})
    return entry.act == DRAFT_DOCUMENT.id and (
        found.name in (entry.object, *about.get("also", {}).values()) or entry.seq == found.drafted
    )


def next_due(kind: str, today: date) -> date:
    """The last day (inclusive) a reminder that leaves today gives."""
    rule = rule_of(kind)
    return today + timedelta(days=rule.again if rule else 0)


def _families(documents: Documents) -> Iterator[tuple[CaseDocument, ...]]:
    by: dict[str, list[CaseDocument]] = {}
    for found in documents.values():
        by.setdefault(found.first, []).append(found)
    yield from map(tuple, by.values())


def _reminds(found: CaseDocument, letters: tuple[CaseDocument, ...]) -> bool:
    return found.kind in REMINDERS.values() and any(found.of == d.name for d in letters)


def _entries(letters: tuple[CaseDocument, ...], documents: Documents) -> Iterator[Entry]:
    """A letter as it left, and what followed; nothing where it has not left, or awaits no answer.

    What does not fit is brought to fit and never lost sight of: what was recorded stays in the file as it is.
    """
    left = sorted((s.on, s.entry, d) for d in letters for s in d.sent)
    if not left or letters[0].kind not in KINDS:
        return
    day, _, found = left[0]
    due = due_of(found, day)
    if due is None:
        return
    name, asked = found.first, asked_by(found)
    yield Sent(name, found.kind, KINDS[found.kind].to[0], day, due, asked)
    later: list[tuple[date, int, Entry]] = []
    reminded: dict[str, tuple[date, int, date]] = {}
    for one in (d for d in documents.values() if d.sent and _reminds(d, letters)):
        on = max(day, one.sent[0].on)
        until = max(on, one.due or next_due(found.kind, on))
        reminded.setdefault(one.first, (on, one.sent[0].entry, until))
    later += [(on, seq, Reminded(name, on, until)) for on, seq, until in reminded.values()]
    over: list[tuple[date, int]] = []
    for answer in (a for d in letters for a in d.answers):
        on = max(day, answer.on)
        if answer.over:
            over.append((on, answer.entry))
        given = tuple(p for p in asked if p in answer.points)
        declined = tuple(p for p in asked if p in answer.declined and p not in given)
        if given or declined or not answer.over:
            later.append((on, answer.entry, Answered(name, str(answer.entry), on, given, declined)))
    if over:
        on, seq = min(over)
        later = [(d, n, e) for d, n, e in later if not (isinstance(e, Reminded) and (d, n) > (on, seq))]
        later.append((on, seq, Settled(name, on, "")))
    yield from (entry for _, _, entry in sorted(later, key=lambda told: told[:2]))
