"""The alarms of this moment: everything is looked through once a day, and after that what entries came in about.

The journal only grows, so that its new entries name each stream in which something changed. What is known is held by
each process for itself; where the journal is not the one it was, everything is looked through again.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from threading import Lock
from typing import Any

from django.db.models import Max, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from rogatory.law.acts import REFUSE
from rogatory.office.filing import READ
from rogatory.office.folds.counting import DEPARTED, MET, NAMED, REPEATED
from rogatory.office.folds.dossier import BARRED
from rogatory.oversight.alarms.model import RULES, Alarm, Departed, JournalStands, Late, Request
from rogatory.oversight.alarms.watch import Did, OfStream, Watch
from rogatory.oversight.statistics.subjects import KEPT, UNTOLD
from rogatory.people.mandates import EVERY_CASE
from rogatory.registry.cases import limits_due
from rogatory.registry.cases.models import HappeningCopy, MandateCopy
from rogatory.registry.jobs.models import Job, State
from rogatory.registry.ledger import overview, reading
from rogatory.registry.oversight.facts import pseudonym
from rogatory.registry.oversight.uncollected import uncollected

_REFUSALS = Q(subject="decisions", told__startswith=f"{REFUSE.id}{KEPT}")
_FEW = 500
"""Streams asked for in one statement."""
_day = lru_cache(10_000)(date.fromisoformat)
_account = lru_cache(10_000)(lambda name: pseudonym("account", name))


@dataclass(slots=True)
class _Kept:
    """A watch, and up to where it was told everything.

    Attributes:
        day: The day it is of.
        watch: The watch.
        size: Number of the first entry it was not told of.
        mark: What tells the last entry from one of the same number in another journal.
        row: Number of the last row of what happened that it was told of.
        opened, tried: Numbers of the first entry looked at for who opens much and who tries much; the same all day.
    """

    day: date
    watch: Watch
    opened: int
    tried: int
    size: int = 0
    mark: bytes = b""
    row: int = 0


_lock = Lock()
_kept: list[_Kept] = []


def alarms(now: datetime) -> tuple[Alarm, ...]:
    """The alarms that ring at a moment, those that somebody has acknowledged too."""
    day = timezone.localdate(now)
    with _lock, uncollected():
        size = overview.end()
        row = HappeningCopy.objects.aggregate(row=Max("id"))["row"] or 0
        if not (_kept and _goes_on(_kept[0], day, size, row)):
            _kept[:] = [_Kept(day, Watch(day), _since(day, "readings"), _since(day, "attempts"))]
            changed = None
        else:
            changed = _changed(_kept[0])
        kept = _kept[0]
        if changed is None or changed:
            for stream, told in _told(kept, now, changed):
                kept.watch.put(stream, told)
            kept.watch.held(_roles())
            kept.size, kept.mark, kept.row = size, _mark(size), row
        return kept.watch.ringing(_journal(), timezone.localtime(now))


def forget() -> None:
    """Have everything looked through again the next time, for whoever measures or checks what is brought up to date."""
    with _lock:
        _kept.clear()


def _goes_on(kept: _Kept, day: date, size: int, row: int) -> bool:
    """Whether what there is continues what is known: the same day, the same journal, and rows that were only added."""
    return kept.day == day and kept.size <= size and kept.row <= row and kept.mark == _mark(kept.size)


def _mark(size: int) -> bytes:
    return reading.leaf_hash(size - 1) or b""


def _changed(kept: _Kept) -> set[str]:
    """Streams in which something came in since; also those of which rows were made anew without an entry."""
    rows = HappeningCopy.objects.filter(id__gt=kept.row).order_by()
    return overview.streams_since(kept.size) | set(rows.values_list("case", flat=True).distinct())


_Found = defaultdict[str, dict[str, Any]]
"""By stream what was found of it so far: values of `OfStream`, by name."""


def _told(kept: _Kept, now: datetime, streams: Collection[str] | None) -> Iterator[tuple[str, OfStream]]:
    """What of these streams can make an alarm ring, each as it stands; None: of every one of which anything can."""
    found: _Found = defaultdict(dict)
    for stream in streams or ():
        found[stream] = {}
    _happened(found, kept.day, streams)
    for late in _of(limits_due.overdue(now), streams):
        _add(found, late.case, "late", Late(late.case, late.rule, late.by, late.last_day))
    for account, stream, entry, at in overview.only_read(kept.opened, READ.id, [BARRED], streams):
        _add(found, stream, "opened", Did(_account(account), entry, timezone.localdate(at)))
    for account, stream, entry, at in overview.attempts(kept.tried, BARRED, streams):
        _add(found, stream, "barred", Did(_account(account), entry, timezone.localdate(at)))
    for stream, told in found.items():
        yield stream, OfStream(**told)


def _add(found: _Found, stream: str, name: str, one: object) -> None:
    told = found[stream]
    told[name] = (*told.get(name, ()), one)


def _happened(found: _Found, day: date, streams: Collection[str] | None) -> None:
    """Take the rows of what happened lately, and of what was refused all that a later request could stand to."""
    # Days come as words: there are few of them, and making each anew was a third of looking through everything.
    as_words = Cast("on", TextField())
    every = HappeningCopy.objects.order_by().values_list("case", "seq", as_words, "subject", "told")
    for case, seq, word, subject, told in _of(every, streams) if streams is not None else _that_matter(day, every):
        on = _day(word)
        left, _, right = told.partition(KEPT)
        match subject:
            case "requests":
                found[case]["request"] = Request(case, "" if left == UNTOLD else left, right, on)
            case "decisions" if left == REFUSE.id:
                found[case]["refused"] = max(on, found[case].get("refused", on))
            case _ if subject == NAMED:
                _add(found, case, "named", told)
            case _ if subject == DEPARTED:
                _add(found, case, "departures", Departed(case, seq, left, right, on))
            case _ if subject in (REPEATED, MET):
                _add(found, case, "before", (right, left) if subject == MET else (left, "letter"))


def _that_matter(day: date, every: QuerySet[Any]) -> Iterator[Any]:
    """Of all rows those that can make an alarm ring. Of single cases all are read: that is found by the case alone."""
    first = day - timedelta(days=max(RULES[rule]["days"] for rule in ("again", "steered", "departures")))
    refused = every.filter(_REFUSALS)
    yield from every.filter(subject__in=["requests", NAMED, REPEATED, MET, DEPARTED], on__gte=first).iterator(10_000)
    long_ago = every.filter(subject__in=["requests", NAMED], on__lt=first, case__in=refused.values("case"))
    yield from long_ago.iterator(10_000)
    yield from refused.iterator(10_000)


def _of(rows: QuerySet[Any], streams: Collection[str] | None) -> Iterator[Any]:
    """Those of these streams, a few at a time; all where it is None."""
    if streams is None:
        yield from rows.iterator(10_000)
        return
    wanted = sorted(streams)
    for start in range(0, len(wanted), _FEW):
        yield from rows.filter(case__in=wanted[start : start + _FEW])


def _since(day: date, rule: str) -> int:
    """Number of the first entry a rule looks at, of so many days, this one among them."""
    first = datetime.combine(day - timedelta(days=RULES[rule]["days"] - 1), time(), timezone.get_current_timezone())
    return overview.first_since(first)


def _roles() -> dict[str, frozenset[str]]:
    """By what stands for an account the roles it holds in every case of the office."""
    roles: defaultdict[str, set[str]] = defaultdict(set)
    for account, role in MandateCopy.objects.filter(case=EVERY_CASE).values_list("account", "role"):
        roles[_account(account)].add(role)
    return {account: frozenset(held) for account, held in roles.items()}


def _journal() -> JournalStands:
    audit = Job.objects.filter(kind="audit", state=State.DONE).order_by("-ended_at").first()
    return JournalStands(
        closed=reading.alarm(),
        unwitnessed=overview.unwitnessed(),
        audited=audit.ended_at if audit else None,
        begun=overview.moment_of(0),
        damages=int(audit.result.get("damages", 0)) if audit else 0,
    )
