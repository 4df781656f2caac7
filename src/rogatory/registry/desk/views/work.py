"""My work: what waits for the person signed in, which days come, and what should not stay as it is.

Everything is read from the reading copies, in a fixed number of queries however many cases there are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from rogatory.aftermath.breaches import Standing
from rogatory.aftermath.reparation import Stage
from rogatory.law.acts import CONFIRM_LINK, GRANT, KEEP_NOTICE, NOTIFY, PROTECT, REGISTER, Role
from rogatory.law.time_limits.starting import CONCLUDE, INFORM, PROTECTION, TAKE_UP
from rogatory.office.filing import (
    CLOSE_BREACH,
    DECIDE_REMEDY,
    ERASE_DOCUMENT,
    FIND,
    FIND_BREACH,
    INQUIRE,
    ORDER_REPARATION,
)
from rogatory.office.folds.days import ANSWER_DUE, MANDATE_ENDS, MENDING, Day
from rogatory.office.perform import seconds
from rogatory.office.seen.limits_seen import ANSWERS_FOR
from rogatory.office.words import title_of
from rogatory.people.mandates import EVERY_CASE
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import limits_due
from rogatory.registry.cases.models import CaseCopy, DayCopy, LimitCopy, SeenCopy
from rogatory.registry.desk.rows.aftermath import STEPS
from rogatory.registry.desk.rows.reader import Reader, language
from rogatory.registry.documents.forms import kind_word
from rogatory.registry.ledger import reading
from rogatory.registry.mailroom.models import Received
from rogatory.registry.review.waiting import waiting
from rogatory.registry.states.notices import notices, to_renew

SHOWN = 12
"""Cases shown of each kind of work; more stand in the list of cases."""
LOOKED_THROUGH = 200
"""Cases with proposals, and days, that are looked through for those that concern the reader."""
AHEAD, BACK = timedelta(days=60), timedelta(days=30)
"""How far days are told before they come, and after they passed."""
LATELY = timedelta(days=14)
"""How long a barred attempt is told."""
MENDERS = frozenset({*FIND_BREACH.by, *CLOSE_BREACH.by, *ORDER_REPARATION.by, Role.AUDITOR})
"""Roles that are told what is still to be mended."""
TO_MEND: Mapping[str, str | Promise] = {
    Standing.ALLEGED.value: _("answer what is alleged to be a breach"),
    **{step.value: says for step, says in STEPS.items()},
    **dict.fromkeys((stage.value for stage in Stage), _("reparation that was ordered is performed")),
}
"""What is to be mended, in words."""
_CONCERNED_BY_WITNESSES = frozenset({Role.CENTRAL_AUTHORITY, Role.COURT, Role.AUDITOR, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Waits:
    """Cases that wait for the reader to do one thing, those shown, and whether there are more."""

    what: str
    cases: tuple[Any, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class ToAgree:
    """A proposal the reader may agree to: the case, the act in words, its object, who proposed it."""

    copy: CaseCopy
    title: str
    object: str
    who: str


@dataclass(frozen=True, slots=True)
class Coming:
    """A day that matters: in which case, when, what, and whether it has passed."""

    copy: CaseCopy | None
    day: Day
    case: str
    passed: bool


@dataclass(frozen=True, slots=True)
class Overdue:
    """An answer that is overdue: in which case, since which day, to what; empty: that is not for everybody."""

    copy: CaseCopy
    on: date
    kind: str
    letter: str


@dataclass(frozen=True, slots=True)
class LimitDue:
    """A time limit in a list: in which case, which, and the days left (below 0: overdue)."""

    copy: CaseCopy
    limit: LimitCopy
    says: str
    left: int

    @property
    def late(self) -> int:
        """Days it is overdue: 0 where the hour is over and the day is not."""
        return max(0, -self.left)


@dataclass(frozen=True, slots=True)
class ToMend:
    """What is to be done about a breach or reparation: in which case, by which day, what, and whether it is late."""

    copy: CaseCopy
    on: date
    says: str | Promise
    name: str
    late: bool

    @property
    def is_breach(self) -> bool:
        """Whether it is about a breach, which has a page of its own."""
        return self.name.startswith("breach-")


@login_required
@require_GET
def my_work(request: HttpRequest) -> HttpResponse:
    """What waits for the person who is signed in, days that come, and alarms; the defence is led to its own door."""
    reader = Reader.of(request)
    if reader.belongs_to_the_defence_door:
        return redirect("defence")
    coming, overdue = days(reader)
    late, ending = time_limits(reader)
    own = [] if reader.sees_every_file else list(reader.cases().order_by("case")[: SHOWN + 1])
    context: dict[str, Any] = {
        "agree": to_agree(reader),
        "erasures": erasures(reader),
        "to_mend": to_mend(reader),
        "waits": [w for w in _all_that_waits(reader) if w.cases],
        "seized": waiting(reader, SHOWN),
        "days": coming,
        "overdue": overdue,
        "late": late,
        "ending": ending,
        "own": [c for c in own if not reader.sees_file(c.case)][:SHOWN],
        "reassessed": notices(reader, language()),
        "renew": to_renew(reader),
        **alarms(reader),
        "unwitnessed": _unwitnessed(reader),
    }
    context = {**context, "nothing": not any(context.values()), "may_register": reader.in_role(*REGISTER.by)}
    return render(request, "desk/my_work.html", context)


def to_agree(reader: Reader) -> list[ToAgree]:
    """The proposals the reader may agree to as the second person, the case changed last first."""
    found = []
    for copy in reader.whole_cases().filter(waiting__gt=0, closed=False)[:LOOKED_THROUGH]:
        roles = {role.value for role in reader.roles(copy.case)}
        found += [(copy, p) for p in copy.proposals if p["by"] != reader.account and roles & set(p["roles"])]
    found = found[:SHOWN]
    names = _names(p["by"] for _, p in found)
    return [
        ToAgree(copy, title_of(p["act"], language()), p["object"], names.get(p["by"], p["by"])) for copy, p in found
    ]


def erasures(reader: Reader) -> list[Received]:
    """The documents of no case whose erasure waits for the reader to agree, the newest first."""
    if reader.roles(EVERY_CASE).isdisjoint(seconds(ERASE_DOCUMENT)):
        return []
    return list(Received.objects.filter(leaving=True).only("name", "at")[:SHOWN])


def _remedies(reader: Reader) -> Waits:
    open_ = reader.whole_cases().filter(remedies__gt=0)
    return _waits("remedies", open_, reader, DECIDE_REMEDY.by)


def _links(reader: Reader) -> Waits:
    # A closed case is no reason to forget what it meets.
    return _waits("links", reader.whole_cases().filter(links__gt=0), reader, CONFIRM_LINK.by)


def _allegations(reader: Reader) -> Waits:
    """Cases in which an allegation waits or is investigated, or the person is to be told how that ended."""
    runs = LimitCopy.objects.filter(case=OuterRef("case"), rule__in=(TAKE_UP, CONCLUDE, INFORM))
    return _waits("allegations", reader.whole_cases().filter(Exists(runs)), reader, INQUIRE.by)


def _all_that_waits(reader: Reader) -> Iterator[Waits]:
    yield from (_remedies(reader), _links(reader), _allegations(reader), _protection(reader), _notices(reader))
    yield from _undecided(reader)


def _protection(reader: Reader) -> Waits:
    """Cases in whose compartment of protection something waits; it is told to nobody what."""
    runs = LimitCopy.objects.filter(case=OuterRef("case"), rule=PROTECTION)
    return _waits("protection", reader.whole_cases().filter(Exists(runs)), reader, PROTECT.by)


def _notices(reader: Reader) -> Waits:
    return _waits("notify", reader.whole_cases().filter(notices__gt=0, closed=False), reader, NOTIFY.by)


def _undecided(reader: Reader) -> Iterator[Waits]:
    undecided = reader.whole_cases().filter(decided="", closed=False).order_by("changed_at", "case")
    yield _waits("examine", undecided.filter(grant="not-ripe"), reader, FIND.by)
    yield _waits("decide", undecided.exclude(grant="not-ripe"), reader, (*GRANT.by, *KEEP_NOTICE.by))


def _waits(what: str, found: Any, reader: Reader, roles: Sequence[Role]) -> Waits:  # noqa: ANN401 - a query of copies
    if not reader.all_roles & set(roles):
        return Waits(what, (), more=False)
    rows = [c for c in found[: SHOWN + 1] if reader.roles(c.case) & set(roles)]
    return Waits(what, tuple(rows[:SHOWN]), len(rows) > SHOWN)


def days(reader: Reader) -> tuple[list[Coming], list[Overdue]]:
    """The days that come, or passed lately, in the cases whose file is seen; and the answers that are overdue there.

    Of other cases the end of one's own mandate.
    """
    first, last = reader.today - BACK, reader.today + AHEAD
    found = DayCopy.objects.filter(Q(on__gte=first, on__lte=last) | Q(what=ANSWER_DUE, on__lt=reader.today))
    found = found.exclude(what=MENDING)
    if not reader.sees_every_file:
        found = found.filter(case__in=reader.files)
    rows = list(found[: 2 * LOOKED_THROUGH])
    open_ = {c.case: c for c in CaseCopy.objects.filter(case__in={r.case for r in rows}, closed=False)}
    late = [r for r in rows if r.what == ANSWER_DUE and r.on < reader.today]
    overdue = [Overdue(open_[r.case], r.on, *_letter(r.about)) for r in late if r.case in open_]
    rows = [r for r in rows if r not in late]
    told = [
        Coming(open_[r.case], Day(r.on, r.what, r.about), r.case, r.on <= reader.today) for r in rows if r.case in open_
    ]
    told += [
        Coming(None, Day(m.until, MANDATE_ENDS, m.role.value), m.case, passed=False)
        for m in reader.mandates
        if m.until and m.until <= last and (m.case == EVERY_CASE or not reader.sees_file(m.case))
    ]
    return sorted(told, key=lambda c: (c.day, c.case))[: 2 * SHOWN], overdue[:SHOWN]


def time_limits(reader: Reader) -> tuple[list[LimitDue], list[LimitDue]]:
    """The time limits the reader answers for that are overdue, and those of which a warning is due.

    To an auditor every one that is overdue.
    """
    now, watches = timezone.now(), Role.AUDITOR in reader.all_roles
    mine = [by for by, roles in ANSWERS_FOR.items() if reader.all_roles & set(roles)]
    own, every = Q(by__in=mine), Q() if watches else Q(by__in=mine)
    seen = Q() if reader.sees_every_file else Q(case__in=reader.files)
    late = list(limits_due.overdue(now).filter(every, seen)[:LOOKED_THROUGH])
    near = list(limits_due.ending(now, limits_due.WARNED).filter(own, seen)[:LOOKED_THROUGH]) if mine else []
    answers = [row for row in (*late, *near) if reader.roles(row.case) & set(ANSWERS_FOR[row.by])]
    wanted = [row for row in late if watches or row in answers][:SHOWN], [row for row in near if row in answers][:SHOWN]
    copies = CaseCopy.objects.in_bulk({row.case for rows in wanted for row in rows})
    told = [
        [LimitDue(copies[r.case], r, r.says(language()), r.days_left(reader.today)) for r in rows if r.case in copies]
        for rows in wanted
    ]
    return told[0], told[1]


def to_mend(reader: Reader) -> list[ToMend]:
    """What is still to be done about breaches and reparation in the cases whose file is seen, the oldest day first.

    A closed case is no reason to forget it.
    """
    if not reader.all_roles & set(MENDERS):
        return []
    found = DayCopy.objects.filter(what=MENDING)
    rows = list((found if reader.sees_every_file else found.filter(case__in=reader.files))[:LOOKED_THROUGH])
    rows = [row for row in rows if reader.roles(row.case) & set(MENDERS)][:SHOWN]
    copies = CaseCopy.objects.in_bulk({row.case for row in rows})
    told = [(copies[row.case], row.on, *row.about.partition(" ")[::2]) for row in rows if row.case in copies]
    return [ToMend(copy, on, TO_MEND[what], name, on < reader.today) for copy, on, what, name in told]


def _letter(about: str) -> tuple[str, str]:
    """The kind of a letter in words, and its name."""
    kind, _space, name = about.partition(" ")
    return (kind_word(kind) if kind else ""), name


def alarms(reader: Reader) -> dict[str, list[CaseCopy]]:
    """What should not stay as it is, in the cases whose file is seen.

    `against`: granted or kept, and could not be as the file now stands. `barred`: somebody lately attempted what could
    not be done. `changed`: something came in since the reader last looked at a case, or acted in it.
    """
    whole = reader.whole_cases()
    lately: datetime = timezone.now() - LATELY
    seen = dict(
        SeenCopy.objects.filter(account=reader.account).order_by("-seq").values_list("case", "seq")[:LOOKED_THROUGH]
    )
    known = whole.filter(case__in=seen, closed=False)
    return {
        "against": list(whole.filter(against=True, closed=False)[:SHOWN]),
        "barred": list(whole.filter(barred_at__gte=lately).order_by("-barred_at")[:SHOWN]),
        "changed": [c for c in known if c.head > seen[c.case]][:SHOWN],
    }


def _unwitnessed(reader: Reader) -> bool:
    size = reading.size() if reader.all_roles & _CONCERNED_BY_WITNESSES else 0
    return bool(size) and not reading.witnessed(size - 1)


def _names(accounts: Iterable[str]) -> dict[str, str]:
    return dict(Account.objects.filter(public_id__in=set(accounts)).values_list("public_id", "full_name"))
