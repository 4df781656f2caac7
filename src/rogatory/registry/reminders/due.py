"""Whom a warning is due: each time limit that ends soon or is overdue, with the accounts that answer for it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from rogatory.law.time_limits.deadline import warning
from rogatory.office.seen.limits_seen import ANSWERS_FOR
from rogatory.people.mandates import EVERY_CASE, ONLY_FOR_A_PERSON, Mandate
from rogatory.registry.cases import copies, limits_due
from rogatory.registry.cases.models import LimitCopy

OVERDUE = -1
"""The warning that somebody is late."""


@dataclass(frozen=True, slots=True)
class Due:
    """A warning that is due to an account.

    Attributes:
        account: Public identifier of the account.
        case: Number of the case.
        limit: What the door calls the time limit.
        last_day: Its last day.
        warning: Days before the last day for which the warning is; 0: on it; `OVERDUE`.
        left: Days left today.
        of_a_person: Whether it binds a person: whoever is told stands at the defence door.
    """

    account: str
    case: str
    limit: str
    last_day: date
    warning: int
    left: int
    of_a_person: bool


def warnings_due(now: datetime) -> list[Due]:
    """Every warning due at a moment, whether it was sent or not: of several that were reached, the tightest."""
    today = timezone.localdate(now)
    late, soon = list(limits_due.overdue(now)), list(limits_due.ending(now, limits_due.WARNED))
    held: dict[str, list[Mandate]] = {}
    for mandate in copies.mandates_of({row.case for row in (*late, *soon)}):
        if mandate.covers(mandate.case, today):
            held.setdefault(mandate.case, []).append(mandate)
    return [
        Due(account, row.case, row.ident, row.last_day, told, left, bool(row.person))
        for row, over in (*((r, True) for r in late), *((r, False) for r in soon))
        for left in (row.days_left(today),)
        for told in (OVERDUE if over else warning(left),)
        if told is not None
        for account in answering(row, held)
    ]


def answering(row: LimitCopy, held: Mapping[str, Iterable[Mandate]]) -> list[str]:
    """The accounts that answer for a time limit, each once.

    Of one that binds a person, that person and counsel. Of others, whoever holds such a role for this case alone; where
    nobody does, whoever holds it for every case of the office.

    Args:
        row: The time limit.
        held: The mandates that hold today, by case.
    """
    roles, own = ANSWERS_FOR[row.by], held.get(row.case, ())
    if row.person:
        return _accounts(m for m in own if m.role in ONLY_FOR_A_PERSON and m.person == row.person)
    alone = _accounts(m for m in own if m.role in roles and m.role not in ONLY_FOR_A_PERSON)
    return alone or _accounts(m for m in held.get(EVERY_CASE, ()) if m.role in roles)


def lines(now: datetime) -> Iterator[str]:
    """How many time limits are overdue, in the form Prometheus reads."""
    yield "# TYPE rogatory_time_limits_overdue gauge"
    yield f"rogatory_time_limits_overdue {limits_due.overdue(now).count()}"


def _accounts(mandates: Iterable[Mandate]) -> list[str]:
    return sorted({m.account for m in mandates})
