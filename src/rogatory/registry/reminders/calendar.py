"""The calendar of an account: the days of its time limits and hearings, for whoever holds the link, and nothing else.

Calendars cannot sign in, so the link holds a secret of its own, which the owner makes, renews and revokes. What it
opens tells days and no case, so that it is no look at one; what a mandate no longer covers is not in it.
"""

import secrets
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from hmac import compare_digest

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.law.time_limits import feed as written
from rogatory.law.time_limits.rules import Nature
from rogatory.office.acts.hearing import is_told, times_moved
from rogatory.office.folds.withheld import restrictions
from rogatory.office.seen.limits_seen import ANSWERS_FOR, limits_seen
from rogatory.people.mandates import AT_THE_DEFENCE_DOOR
from rogatory.people.sight import Sight
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import copies, journal
from rogatory.registry.cases.models import CaseCopy, HearingCopy, LimitCopy
from rogatory.registry.defence.models import Chosen
from rogatory.registry.defence.wording import law_language
from rogatory.registry.desk.rows.reader import Reader
from rogatory.registry.reminders.models import CalendarLink
from rogatory.remedies.hearings import Standing

NOTED_EVERY = timedelta(hours=1)
"""The last fetch is written down no more often than this."""
BACK = timedelta(days=60)
"""How long a day that has passed stays in the calendar."""
MOST = 2_000
"""Entries of each kind in a calendar."""
_HEARS = frozenset({Role.COURT, Role.INVESTIGATING_JUDGE})
"""Roles whose calendar holds the hearings of the cases they see."""


def link_of(account: Account) -> CalendarLink | None:
    """The link that opens somebody's calendar; None: there is none."""
    return CalendarLink.objects.filter(account=account, revoked_at=None).first()


def make(account: Account) -> str:
    """A new link, told this once; a former one opens nothing any more."""
    secret = secrets.token_urlsafe(32)
    with transaction.atomic():
        revoke(account)
        CalendarLink.objects.create(account=account, digest=_digest(secret))
    return settings.ADDRESS + reverse("calendar_feed", args=[secret])


def revoke(account: Account) -> None:
    """Let the link of an account open nothing any more."""
    CalendarLink.objects.filter(account=account, revoked_at=None).update(revoked_at=timezone.now())


def calendar(secret: str) -> str | None:
    """The calendar a secret opens (iCalendar); None: it opens none, or its owner's account is closed."""
    digest = _digest(secret)
    link = CalendarLink.objects.select_related("account").filter(digest=digest, revoked_at=None).first()
    if link is None or not compare_digest(link.digest, digest) or not link.account.is_active:
        return None
    now = timezone.now()
    if link.used_at is None or now - link.used_at > NOTED_EVERY:
        CalendarLink.objects.filter(pk=link.pk).update(used_at=now)
    account = link.account
    held = copies.mandates_held(account.public_id)
    today = timezone.localdate(now)
    reader = Reader(account.public_id, today, tuple(m for m in held if m.covers(m.case, today)))
    chosen = Chosen.objects.filter(account=account.public_id).values_list("language", flat=True).first()
    entries = [*_of_the_office(reader, secret), *_of_the_defence(reader, secret)]
    # Whoever answers for a limit in the office, and beside a person, has it once.
    return written.feed(
        {entry.uid: entry for entry in entries}.values(),
        law_language(chosen or account.language),
        now,
        settings.ADDRESS + reverse("defence" if reader.belongs_to_the_defence_door else "my_work"),
    )


def _of_the_office(reader: Reader, secret: str) -> Iterator[written.Entry]:
    """What somebody of the office answers for, from the copies; of courts and judges the hearings too."""
    seen = Q() if reader.sees_every_file else Q(case__in=reader.files)
    mine = [by for by, roles in ANSWERS_FOR.items() if reader.all_roles - AT_THE_DEFENCE_DOOR & set(roles)]
    found = LimitCopy.objects.filter(seen, by__in=mine, last_day__gte=reader.today - BACK)
    for row in found.exclude(nature=Nature.BAR.value)[:MOST]:
        if reader.roles(row.case) & set(ANSWERS_FOR[row.by]):
            yield written.Entry(_name(secret, row.case, row.ident), row.last_moment or row.last_day, moved=row.moved)
    if not reader.all_roles & _HEARS:
        return
    hearings = HearingCopy.objects.filter(seen, at__date__gte=reader.today - BACK).order_by("at")
    for hearing in hearings[:MOST]:
        if reader.roles(hearing.case) & _HEARS:
            cancelled = hearing.standing == Standing.CANCELLED.value
            name = _name(secret, hearing.case, hearing.ident)
            yield written.Entry(name, hearing.at, written.Matter.HEARING, hearing.moved + cancelled, cancelled)


def _of_the_defence(reader: Reader, secret: str) -> Iterator[written.Entry]:
    """The hearings that persons concerned, counsel and third parties are told of, and their own time limits."""
    held = [m for m in reader.mandates if m.role in AT_THE_DEFENCE_DOOR]
    there = CaseCopy.objects.filter(case__in={m.case for m in held}).values_list("case", flat=True)
    for case in sorted(there):
        dossier, mine = journal.dossier_of(case), [m for m in held if m.case == case]
        for hearing in dossier.hearings.values():
            if is_told(hearing, dossier, mine):
                cancelled = hearing.standing is Standing.CANCELLED
                name = _name(secret, case, hearing.ident)
                moved = times_moved(hearing.ident, dossier) + cancelled
                yield written.Entry(name, hearing.at, written.Matter.HEARING, moved, cancelled)
        persons, kept = {m.person for m in mine if m.person}, restrictions(dossier, mine, reader.today)
        for limit in limits_seen(dossier, Sight.OWN, persons, kept):
            entry = written.entry(limit.deadline, _name(secret, case, limit.ident))
            if entry and limit.done is None and limit.deadline.rule.nature is not Nature.BAR:
                yield entry


def _name(secret: str, case: str, what: str) -> str:
    """The lasting name of an entry in this calendar; it tells nobody what it is called here."""
    return sha256(f"{secret} {case} {what}".encode()).hexdigest()[:32]


def _digest(secret: str) -> str:
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
