"""Allegations as somebody sees them: who lodged them, the steps, what is open or overdue, and until when.

Whoever sees the whole file sees every one; who stands beside a person concerned, that person's own. Words that stand
apart are not there, and who a protected source is never is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from rogatory.examination.inquiries.allegations import Allegation
from rogatory.examination.inquiries.checking import CriterionLine, StepLine, criterion_lines, step_lines
from rogatory.examination.inquiries.steps import Step, to_take
from rogatory.law.time_limits import starting as table
from rogatory.office.folds.apart import Veil
from rogatory.office.folds.dossier import Dossier, event_of
from rogatory.office.folds.inquiries import ALLEGED_FOR, allegations_of, done_in, of_other_persons
from rogatory.office.folds.limits import limits
from rogatory.office.seen.portion import Portion
from rogatory.people.mandates import Mandate
from rogatory.people.sight import Sight
from rogatory.remedies.deadlines import Limit, rule_of


@dataclass(frozen=True, slots=True)
class InquirySeen:
    """An allegation as it is seen.

    Attributes:
        allegation: The allegation.
        text: What is alleged, in its words; empty: they stand apart, were erased, or it is a link that raised it.
        steps: Every step asked of it, and how it stands.
        criteria: Every criterion of an effective investigation, and how it stands.
        limits: Its time limits, those that were met too.
        said: By number of an entry, what was written of a step; of what stands apart nothing.
        reasons: The reasons of its end; empty: it has not ended, or they stand apart.
    """

    allegation: Allegation
    text: str
    steps: tuple[StepLine, ...]
    criteria: tuple[CriterionLine, ...]
    limits: tuple[Limit, ...]
    said: dict[int, str]
    reasons: str

    @property
    def next_limit(self) -> Limit | None:
        """The time limit that ends next and was not met; None: there is none."""
        open_ = [one for one in self.limits if one.done is None]
        return min(open_, key=lambda one: one.deadline.last_day or date.max, default=None)


def inquiries_seen(
    dossier: Dossier, seen: Portion, held: Iterable[Mandate], at: date | datetime
) -> tuple[InquirySeen, ...]:
    """The allegations of a case that somebody sees, in the order in which they came.

    Args:
        dossier: The case.
        seen: What of it is seen.
        held: The mandates of the reader that hold for the case today.
        at: The moment, or the day, as of which they stand.
    """
    if seen.sight not in (Sight.FILE, Sight.OWN):
        return ()
    opened = {link.name for link in seen.links if link.told is not None}
    hidden: set[str] = set()
    if seen.sight is Sight.OWN:
        hidden = {a.ident for a in of_other_persons(dossier, seen.persons, opened)}
    there = limits(dossier)
    veil, done = Veil(dossier.case, dossier.apart, tuple(held)), tuple(done_in(dossier.entries))
    found = []
    for one in allegations_of(dossier).values():
        if one.ident in hidden:
            continue
        if one.link and one.link not in opened:
            # By what it was done would tell what the link is about, whose words are closed.
            one = replace(one, person="", methods=(), torture=False)  # noqa: PLW2901
        own = tuple(limit for limit in there if limit.about == one.ident)
        late = late_steps(one, own, dossier, at)
        told = {e.seq: e.fields for e in seen.entries}
        end = one.conclusion
        found.append(
            InquirySeen(
                one,
                _text(one, dossier, veil),
                step_lines(one, late),
                criterion_lines(one, late, done),
                own,
                {t.entry: str(told.get(t.entry, {}).get("text", "")) for t in one.steps},
                str(told.get(end.entry, {}).get("reasons", "")) if end else "",
            )
        )
    return tuple(found)


def late_steps(one: Allegation, own: Iterable[Limit], dossier: Dossier, at: date | datetime) -> frozenset[Step]:
    """The steps whose time limit has passed, those that were taken too late too.

    Args:
        one: The allegation.
        own: Its time limits.
        dossier: The case.
        at: The moment, or the day.
    """
    days = {e.seq: e.at.date() for e in dossier.entries}
    found: set[Step] = set()
    for limit in own:
        last = limit.deadline.last_day
        taken_late = limit.done is not None and last is not None and days[limit.done] > last
        if not (taken_late or limit.is_overdue(at)):
            continue
        rule = rule_of(limit.ident)
        if rule == table.TAKE_UP:
            found.add(Step.INVESTIGATOR)
        elif rule == table.INFORM:
            found.add(Step.INFORMED)
        else:
            found |= {Step.CONCLUSION, *to_take(torture=one.torture)}
    return frozenset(found)


def _text(one: Allegation, dossier: Dossier, veil: Veil) -> str:
    place = None if one.link else event_of(dossier.entries).get(one.entry)
    if place is None:
        return ""
    event = dossier.case.events[place]
    return "" if veil.of_event(place, event) else veil.text(event.text.removeprefix(f"{ALLEGED_FOR} {one.person}: "))
