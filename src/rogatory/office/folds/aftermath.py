"""What comes after, as a case knows it: breaches, what was done about each, and reparation.

Folded from the entries; what was done about a breach, its notices, documents and answers tell.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from rogatory.aftermath.breaches import Breach, Standing
from rogatory.aftermath.following import DAYS_TO_ANSWER, Done, Follow, Known, Step, follows
from rogatory.aftermath.gathered import Aftermath, Told, gather
from rogatory.aftermath.reparation import Stage
from rogatory.letters.kinds import BREACH_TO_COURT, BREACH_TO_SUPERVISOR
from rogatory.letters.round_trip import State
from rogatory.office.filing import DEMAND_RETURN
from rogatory.office.folds.documents import CaseDocument
from rogatory.office.folds.dossier import Dossier, Entry
from rogatory.office.folds.owed import Owed, notices
from rogatory.office.folds.round_trips import Trip, trip_of

OF_THE_AFTERMATH = ("breach", "gone", "reparation", "performs")
"""Fields of entries that tell of breach and reparation; what is said in words beside them stands in `text`."""
TOLD_BY: Mapping[Step, str] = {
    Step.TELL_COURT: BREACH_TO_COURT.id,
    Step.TELL_SUPERVISOR: BREACH_TO_SUPERVISOR.id,
}
"""The kind of letter by which authorities of this state are told."""


def aftermath_of(dossier: Dossier, seen: Iterable[Entry] | None = None) -> Aftermath:
    """Breaches and reparation of a case, in whole or as far as somebody sees its entries.

    Args:
        dossier: The case.
        seen: The entries that are seen, as they are told (`portion`); None: all of them, as they are.
    """
    places = {entry.seq: place for place, entry in enumerate(dossier.entries)}
    entries = dossier.entries if seen is None else seen
    return gather(Told(places[e.seq], e.seq, e.at.date(), e.act, e.object, e.actor, e.fields) for e in entries)


def known(dossier: Dossier, breach: Breach, on: date) -> Known:
    """What was done about a breach by the end of the day `on`."""
    told: dict[str, Done | None] = dict.fromkeys(breach.persons)
    told |= {n.person: _given(n) for n in notices(dossier) if n.entry.seq == breach.found}
    trip = demand(dossier, breach, on)
    answer_by = trip.standing.exchange.due if trip else None
    return Known(told, dict(_steps(dossier, breach, trip)), answer_by)


def demand(dossier: Dossier, breach: Breach, on: date) -> Trip | None:
    """The round trip of the demand about a breach, as it stands on the day; None: nothing was demanded.

    Of several demands the last one counts: it was made because something was missing in those before.
    """
    made = [e for e in dossier.entries if e.act == DEMAND_RETURN.id and e.object == breach.ident]
    return trip_of(dossier.documents, made[-1].fields["sends"]["document"], on) if made else None


def following(dossier: Dossier, breach: Breach, on: date) -> tuple[Follow, ...]:
    """What follows a breach, step by step, with what was done by the end of the day `on`."""
    return follows(breach, known(dossier, breach, on))


def letters_of(dossier: Dossier, breach: Breach, kind: str) -> tuple[CaseDocument, ...]:
    """The letters of a kind that tell of a breach, drafts too, in the order of their making."""
    return tuple(d for d in dossier.documents.values() if d.of == breach.ident and d.kind == kind)


def _given(notice: Owed) -> Done | None:
    if notice.told is None:
        return None
    served = notice.service.on if notice.service else None
    return Done(served or notice.told.at.date(), notice.told.seq)


def _steps(dossier: Dossier, breach: Breach, trip: Trip | None) -> Iterator[tuple[Step, Done]]:
    for step, kind in TOLD_BY.items():
        for sent in (s for d in letters_of(dossier, breach, kind) for s in d.sent[:1]):
            yield step, Done(sent.on, sent.entry)
    if trip is not None:
        left = trip.letter.sent[0]
        yield Step.DEMAND, Done(left.on, left.entry)
        answered = trip.standing.exchange.answers
        if trip.standing.state is State.ANSWERED and answered:
            yield Step.ANSWER, Done(answered[-1].day, int(answered[-1].answer))
        elif trip.standing.state in (State.SETTLED, State.LOOK_AGAIN):
            over = max((a for d in trip.letters for a in d.answers if a.over), key=lambda a: a.entry)
            yield Step.ANSWER, Done(over.on, over.entry)
    orders = [
        (r.person, r.order) for r in aftermath_of(dossier).reparations.values() if r.breach == breach.ident and r.order
    ]
    if breach.persons and set(breach.persons) <= {person for person, _ in orders}:
        last = max((order for _, order in orders), key=lambda order: order.entry)
        yield Step.REPARATION, Done(last.on, last.entry)


def to_mend(dossier: Dossier, on: date) -> Iterator[tuple[date, str]]:
    """What is still to be done about breaches and reparation: the last day for it, with the step and the name.

    An answer of the requesting state is told with the letters that wait for one. What is alleged waits for somebody
    from the day it was.
    """
    found = aftermath_of(dossier)
    for breach in found.breaches.values():
        if breach.standing is Standing.ALLEGED:
            yield breach.since + timedelta(days=DAYS_TO_ANSWER), f"{Standing.ALLEGED.value} {breach.ident}"
        elif breach.is_open:
            for follow in following(dossier, breach, on):
                if follow.due and follow.done is None and follow.rule.step is not Step.ANSWER:
                    yield follow.due, f"{follow.rule.step.value} {breach.ident}"
    for one in found.reparations.values():
        if one.order and one.stage(on) is not Stage.PERFORMED:
            yield one.order.until, f"{one.stage(on).value} {one.ident}"
