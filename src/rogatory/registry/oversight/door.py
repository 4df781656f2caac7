"""The door to oversight: numbers published, alarms acknowledged, samples drawn; each in one transaction with its entry.

Pages, API and command line call this and nothing else. Nothing here reads a case,
but for the entries that were drawn.
"""

import secrets
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.office.filing import ACKNOWLEDGE_ALARM, PUBLISH_STATISTICS
from rogatory.office.perform import Attempt, Barred, Done
from rogatory.office.streams.overseeing import Beside, Overseen, handle, overseen
from rogatory.oversight.statistics.groups import Event
from rogatory.oversight.statistics.publishing import Period, Publication, publication
from rogatory.people.mandates import EVERY_CASE, OVERSIGHT, Actor
from rogatory.registry.cases import copies, journal
from rogatory.registry.ledger import reading
from rogatory.registry.oversight import facts, watching
from rogatory.registry.oversight.uncollected import uncollected


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of an attempt: the number of the entry that records it, and whether it was done."""

    seq: int
    result: Done | Barred


def do(
    account: str, act: str, obj: str = "", form: Mapping[str, Any] | None = None, *, at: datetime | None = None
) -> Kept:
    """Do an act of oversight; a barred attempt is recorded all the same.

    Args:
        account: Public identifier of the account that acts.
        act: Identifier of the act.
        obj: Its object (`office.streams.overseeing.handle`).
        form: What was filled in.
        at: Moment; None: now.

    Raises:
        UnknownActError: It is no act of oversight.
        UnknownObjectError: There is no such object.
        FormError: What was filled in cannot be taken.
    """
    at = at or timezone.now()
    # Before the journal is held, as it takes its time: nothing comes into a day that is over.
    beside = _beside(act, obj, at)
    with transaction.atomic(durable=True):
        journal.lock()
        actor = Actor(account, copies.mandates_held(account, EVERY_CASE))
        attempt = Attempt(act, obj, OVERSIGHT, actor, timezone.localtime(at), form or {})
        result = handle(attempt, journal.entries_of(OVERSIGHT), beside)
        (seq,) = journal.write(OVERSIGHT, [result.entry], at)
    return Kept(seq, result)


def numbers(period: Period, found: Mapping[str, list[Event]]) -> Publication:
    """The numbers of a period, of what happened in it (`facts.events`), in groups drawn by lot."""
    with uncollected():
        return publication(period, found, settings.STATISTICS_THRESHOLD, secrets.randbelow)


def _beside(act: str, obj: str, at: datetime) -> Beside:
    """What is looked up for an act."""
    found: dict[str, list[Event]] = {}
    if act == PUBLISH_STATISTICS.id:
        with suppress(ValueError):
            found = facts.events(Period.named(obj))
    ringing = watching.alarms(at) if act == ACKNOWLEDGE_ALARM.id else ()
    size = journal.size()
    return Beside(
        lambda period: numbers(period, found),
        {alarm.key: alarm.digest for alarm in ringing},
        facts.population,
        journal.mark_of(size - 1).hex(),
        size,
    )


def told_of(numbers: Collection[int]) -> dict[int, Mapping[str, Any]]:
    """What entries that were drawn hold, by number, of whatever case; `drawn` says what of it is shown."""
    return journal.told_of(numbers)


def roles_of(account: str, at: datetime | None = None) -> frozenset[Role]:
    """The roles an account holds in every case of the office today."""
    day = timezone.localdate(at or timezone.now())
    held = Actor(account, copies.mandates_held(account, EVERY_CASE)).mandates_for(EVERY_CASE, day)
    return frozenset(mandate.role for mandate in held)


def stands() -> Overseen:
    """What the acts of oversight have come to."""
    newest = next(iter(reading.newest_numbers(OVERSIGHT, 1)), -1)
    return _folded(newest, journal.mark_of(newest))


@lru_cache(2)
def _folded(newest: int, _mark: bytes) -> Overseen:
    """Folded once for each last entry, which its hash tells from one of the same number in another journal."""
    return overseen(journal.entries_of(OVERSIGHT)) if newest >= 0 else overseen(())
