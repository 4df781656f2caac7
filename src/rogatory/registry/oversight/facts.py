"""What alarms, samples and public numbers are made of: looked up in reading copies and the journal's own columns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from django.db.models import Q, Sum
from django.utils import timezone
from django.utils.crypto import salted_hmac

from rogatory.law.acts import REFUSE
from rogatory.office.counting import BULK, DEPARTED, MET, NAMED, REPEATED, SCREENED
from rogatory.office.dossier import BARRED
from rogatory.office.filing import READ
from rogatory.oversight.alarms.model import RULES, Alarm, Departed, JournalStands, Late, Pair, Readings, Request
from rogatory.oversight.alarms.rules import Facts, ringing
from rogatory.oversight.sampling import Kind
from rogatory.oversight.statistics.groups import Event
from rogatory.oversight.statistics.publishing import Period
from rogatory.oversight.statistics.subjects import KEPT, SUBJECTS
from rogatory.people.mandates import EVERY_CASE
from rogatory.registry.cases import limits_due
from rogatory.registry.cases.models import CaseCopy, HappeningCopy, MandateCopy
from rogatory.registry.jobs.models import Job, State
from rogatory.registry.ledger import overview, reading

_SIGNS = 10
_REFUSALS = Q(subject="decisions", told__startswith=f"{REFUSE.id}{KEPT}")
_FEW = 500
"""Cases asked for in one statement."""


def pseudonym(what: str, name: str) -> str:
    """What stands for a case or an account where nobody need know which: the same each time, and of no use elsewhere.

    Args:
        what: `case` or `account`: the two are never alike.
        name: Its identifier.
    """
    return salted_hmac(f"rogatory.oversight.{what}", name, algorithm="sha256").hexdigest()[:_SIGNS]


def events(period: Period) -> dict[str, list[Event]]:
    """What happened in a period, by subject."""
    rows = HappeningCopy.objects.filter(subject__in=list(SUBJECTS), on__gte=period.first, on__lt=period.end)
    found: dict[str, list[Event]] = {subject: [] for subject in SUBJECTS}
    alike = rows.order_by().values_list("subject", "case", "told").annotate(n=Sum("number"))
    values: dict[str, tuple[str, ...]] = {}
    for subject, case, told, number in alike.iterator(10_000):
        if told not in values:
            values[told] = tuple(told.split(KEPT))
        found[subject].append(Event(case, values[told], number))
    return found


_DRAWN_FROM: Mapping[Kind, tuple[str, str]] = {
    Kind.DEPARTURES: (DEPARTED, ""),
    Kind.BULK_ANSWERS: (BULK, ""),
    Kind.DISMISSALS: ("links", f"dismissed{KEPT}"),
    Kind.NOT_SHOWN: (SCREENED, ""),
}
"""Of which happenings each kind of sample is drawn, and how their values begin."""


def population(kind: Kind) -> Sequence[str]:
    """Everything there is to draw a sample from: numbers of entries, of what was not shown with the register."""
    subject, begins = _DRAWN_FROM[kind]
    rows = HappeningCopy.objects.filter(subject=subject, told__startswith=begins).order_by("seq", "told")
    if kind is Kind.NOT_SHOWN:
        return [f"{seq}:{told}" for seq, told in rows.values_list("seq", "told")]
    return [str(seq) for seq in rows.values_list("seq", flat=True)]


def alarms(now: datetime) -> tuple[Alarm, ...]:
    """The alarms that ring at a moment, those that somebody has acknowledged too."""
    return ringing(facts(now), timezone.localtime(now))


def facts(now: datetime) -> Facts:
    """Everything the rules are told."""
    today = timezone.localdate(now)
    return Facts(
        requests=tuple(_requests(today - timedelta(days=RULES["burst"]["days"] - 1))),
        pairs=tuple(_pairs(today - timedelta(days=max(RULES["again"]["days"], RULES["steered"]["days"])))),
        readings=tuple(_readings(now)),
        attempts=tuple(_attempts(now)),
        late=tuple(_late(now)),
        departures=tuple(_departures(today - timedelta(days=RULES["departures"]["days"] - 1))),
        journal=_journal(),
    )


def _requests(first: date) -> Iterator[Request]:
    rows = HappeningCopy.objects.filter(subject="requests", on__gte=first)
    for case, told, on in rows.values_list("case", "told", "on"):
        state, _, kind = told.partition(KEPT)
        yield Request(case, state, kind, on)


def _pairs(first: date) -> Iterator[Pair]:
    """Requests registered since a day that stand to one that was refused: by a name, a letter, or a register."""
    refused = _refused()
    found: list[tuple[str, str, str]] = []
    for case, subject, told in _registered_since(first):
        before, _, how = told.partition(KEPT)
        if subject == MET:
            found.append((case, how, before))
        elif before in refused:
            found.append((case, before, "letter"))
    found += [(later, earlier, "named") for later, earlier in _named_alike(refused, first)]
    of = _in_bulk({case for row in found for case in row[:2]})
    for later, earlier, how in found:
        if (request := of.get(later)) is None or request.on < first or later == earlier:
            continue
        known = of.get(earlier)
        when = refused.get(earlier)
        # What was refused after the other came in was not asked for again.
        if when is None or when <= request.on:
            yield Pair(request, earlier, known.state if known else "", when, how)


def _registered_since(first: date) -> Iterable[tuple[str, str, str]]:
    rows = HappeningCopy.objects.filter(subject__in=[REPEATED, MET], on__gte=first)
    return rows.values_list("case", "subject", "told")


def _refused() -> dict[str, date]:
    """Cases in which a request was refused, with the last day on which it was."""
    rows = HappeningCopy.objects.filter(_REFUSALS).order_by("on")
    return dict(rows.values_list("case", "on"))


def _named_alike(refused: Mapping[str, date], first: date) -> Iterator[tuple[str, str]]:
    """Of cases registered since a day those that name somebody of a refused one: the later and the earlier case.

    The names of a year are gone through once: asking for those of each refused case takes longer.
    """
    if not refused:
        return
    named = HappeningCopy.objects.filter(subject=NAMED).order_by()
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    decided = HappeningCopy.objects.filter(_REFUSALS).values("case")
    for case, told in named.filter(case__in=decided).values_list("case", "told"):
        by_name[told].append(case)
    for case, told in named.filter(on__gte=first).values_list("case", "told").iterator(10_000):
        yield from ((case, earlier) for earlier in by_name.get(told, ()) if earlier != case)


def _in_bulk(cases: Iterable[str]) -> dict[str, Request]:
    wanted, found = sorted(cases), {}
    for start in range(0, len(wanted), _FEW):
        rows = CaseCopy.objects.filter(case__in=wanted[start : start + _FEW])
        for case, state, kind, opened in rows.values_list("case", "requesting", "kind", "opened_at"):
            found[case] = Request(case, state, kind, timezone.localdate(opened))
    return found


def _readings(now: datetime) -> Iterator[Readings]:
    rule = RULES["readings"]
    first = overview.first_since(now - timedelta(days=rule["days"]))
    yield from _of_accounts(overview.only_read(first, READ.id, [BARRED], rule["least"]))


def _attempts(now: datetime) -> Iterator[Readings]:
    first = overview.first_since(now - timedelta(days=RULES["attempts"]["days"]))
    yield from _of_accounts(overview.attempts(first, BARRED))


def _of_accounts(found: Mapping[str, overview.Did]) -> Iterator[Readings]:
    roles: defaultdict[str, set[str]] = defaultdict(set)
    held = MandateCopy.objects.filter(account__in=list(found), case=EVERY_CASE) if found else ()
    for row in held:
        roles[row.account].add(row.role)
    for account, did in found.items():
        told = (pseudonym("account", account), frozenset(roles[account]))
        yield Readings(*told, did.cases, did.entries, timezone.localdate(did.first))


def _late(now: datetime) -> Iterator[Late]:
    for row in limits_due.overdue(now):
        yield Late(row.case, row.rule, row.by, row.last_day)


def _departures(first: date) -> Iterator[Departed]:
    rows = HappeningCopy.objects.filter(subject=DEPARTED, on__gte=first)
    for case, seq, told, on in rows.values_list("case", "seq", "told", "on"):
        role, _, act = told.partition(KEPT)
        yield Departed(case, seq, role, act, on)


def _journal() -> JournalStands:
    audit = Job.objects.filter(kind="audit", state=State.DONE).order_by("-ended_at").first()
    return JournalStands(
        closed=reading.alarm(),
        unwitnessed=overview.unwitnessed(),
        audited=audit.ended_at if audit else None,
        begun=overview.moment_of(0),
        damages=int(audit.result.get("damages", 0)) if audit else 0,
    )
