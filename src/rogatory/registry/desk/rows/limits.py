"""Time limits of a case as plain rows: what, of whom, until when, how long still, and how that day was found."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.law.time_limits.deadline import State
from rogatory.law.time_limits.wording import explain, state_said, word
from rogatory.law.wording.language import Language
from rogatory.office.filing import EXTEND_LIMIT, SUSPEND_LIMIT
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.inquiries import allegations_of
from rogatory.office.folds.limits import movable
from rogatory.office.folds.notices import notice_of
from rogatory.office.seen.limits_seen import WARNED_OF, limits_seen
from rogatory.office.seen.portion import Portion
from rogatory.remedies.deadlines import Limit

LATE, RUNS, WAITS, ENDED = "late", "runs", "waits", "ended"
"""How a time limit stands in a list: somebody is late, it runs, it does not run, it was met or is over."""
_ORDER = (LATE, RUNS, WAITS, ENDED)
_RUNNING = (State.RUNNING, State.LAST_DAY, State.UNCLEAR)


@dataclass(frozen=True, slots=True)
class LimitRow:
    """A time limit in words.

    Attributes:
        limit: The limit.
        says: What is to be done.
        whose: Who has to do it: the person by name, or the authority.
        about: What it is about; empty: the request, or what is not seen.
        address: The page of that; empty: it has none.
        last: Last day, or last moment; None: it does not run.
        later: The last day in the later reading, where it is another; None: it is not, or nobody knows.
        left: Days left: 0 on the last day, below 0 after it; None: it does not run.
        stands: `LATE`, `RUNS`, `WAITS` or `ENDED`.
        word: How it stands, in words.
        near: Whether a warning is due.
        steps: How its last day was found, line by line.
        moves: The acts that may move it, with the object to name.
    """

    limit: Limit
    says: str
    whose: str
    about: str
    address: str
    last: date | datetime | None
    later: date | None
    left: int | None
    stands: str
    word: str
    near: bool
    steps: tuple[str, ...]
    moves: tuple[str, ...]

    @property
    def late(self) -> int:
        """Days somebody is late: 0 where the hour is over and the day is not."""
        return max(0, -(self.left or 0))


def movers(roles: Collection[Role]) -> frozenset[str]:
    """The acts on time limits that roles let one try; whose each limit is, the door says."""
    return frozenset(act.id for act in (SUSPEND_LIMIT, EXTEND_LIMIT) if set(act.by) & set(roles))


def moment(on: date) -> date | datetime:
    """The moment as of which time limits stand: now, where the day is today; else the day."""
    now = timezone.localtime()
    return now if now.date() == on else on


def rows(dossier: Dossier, seen: Portion, on: date, language: Language) -> list[LimitRow]:
    """The time limits of a case whose file is seen, whoever is late first, then by their last days."""
    may_move = set(movable(dossier))
    found = [
        _row(one, dossier, seen, on, language, moves=one.ident in may_move) for one in limits_seen(dossier, seen.sight)
    ]
    return sorted(found, key=lambda row: (_ORDER.index(row.stands), _day(row.last), row.limit.ident))


def near(found: Iterable[LimitRow]) -> list[LimitRow]:
    """Those of which somebody is to be warned, or with which somebody is late."""
    return [row for row in found if row.stands == LATE or row.near]


def _day(last: date | datetime | None) -> date:
    return date.max if last is None else last.date() if isinstance(last, datetime) else last


def _row(one: Limit, dossier: Dossier, seen: Portion, on: date, language: Language, *, moves: bool) -> LimitRow:
    deadline, at = one.deadline, moment(on)
    rule, stands = deadline.rule, standing(one, at)
    about, address = _about(one.about, dossier, seen, language)
    names = {p.id: p.name for p in seen.case.persons}
    acts = (SUSPEND_LIMIT.id, *((EXTEND_LIMIT.id,) if rule.extension else ())) if moves else ()
    return LimitRow(
        limit=one,
        says=rule.says[language.value],
        whose=names.get(one.person, one.person) or word("by", rule.by, language),
        about=about,
        address=address,
        last=deadline.last_moment or deadline.last_day,
        later=deadline.latest if deadline.latest != deadline.last_day else None,
        left=deadline.days_left(on),
        stands=stands,
        word=state_said(deadline.state(at), language),
        near=stands == RUNS and rule.nature in WARNED_OF and deadline.threshold(on) is not None,
        steps=explain(deadline, language),
        moves=acts if stands in (RUNS, WAITS) else (),
    )


def standing(one: Limit, at: date | datetime) -> str:
    """How a time limit stands in a list at a moment."""
    if one.is_overdue(at):
        return LATE
    state = one.deadline.state(at)
    if one.done is not None or state is State.OVER:
        return ENDED
    return RUNS if state in _RUNNING else WAITS


def _about(name: str, dossier: Dossier, seen: Portion, language: Language) -> tuple[str, str]:
    """What a limit is about in words, and the page of it; of what is not seen, nothing."""
    case = dossier.case.id
    if remedy := dossier.challenges.remedies.get(name):
        return remedy.kind.says[language.value], reverse("case_remedy", args=[case, name])
    if hearing := dossier.hearings.get(name):
        return hearing.chamber, reverse("case_hearing", args=[case, name])
    if name in dossier.documents:
        document = seen.documents.get(name)
        return (document.title, reverse("case_document", args=[case, name])) if document else ("", "")
    if name in dossier.challenges.secrecies:
        return name, reverse("case_remedies", args=[case]) + f"#{name}"
    if name in allegations_of(dossier):
        return name, reverse("case_inquiries", args=[case]) + f"#{name}"
    if (found := notice_of(dossier)) and name in {*(c.ident for c in found.copies), *(r.ident for r in found.requests)}:
        return name, reverse("case_notice", args=[case]) + f"#{name}"
    words: Mapping[str, str] = {
        **{p.id: p.name for p in seen.case.persons},
        **{m.id: m.text or m.type for m in seen.case.measures},
        **{i.id: i.text for i in seen.case.items},
    }
    return words.get(name, ""), ""
