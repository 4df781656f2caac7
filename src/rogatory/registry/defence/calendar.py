"""The calendar link: the dates of hearings and time limits of one's own cases, and nothing else of them.

The link holds a secret of its own, because calendars cannot sign in. What it opens tells days and no case, so that
it is no look at one; whose mandate has ended gets no more dates by it.
"""

import secrets
from collections.abc import Iterator
from hashlib import sha256

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from rogatory.law.time_limits import feed as written
from rogatory.office.dossier import fold
from rogatory.office.filing import SET_HEARING
from rogatory.office.hearing import is_told
from rogatory.people.mandates import AT_THE_DEFENCE_DOOR, Mandate
from rogatory.registry.cases import copies, journal
from rogatory.registry.cases.models import CaseCopy
from rogatory.registry.defence.limits import limits
from rogatory.registry.defence.models import Chosen
from rogatory.registry.defence.opening import at_the_door, shown
from rogatory.registry.defence.wording import law_language
from rogatory.registry.desk.reader import Reader
from rogatory.remedies.hearings import Standing


def has_feed(account: str) -> bool:
    """Whether somebody has a calendar link."""
    return Chosen.objects.filter(account=account).exclude(feed="").exists()


@at_the_door
@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """A new link, told this once; a former one opens nothing any more."""
    secret = secrets.token_urlsafe(32)
    account = Reader.of(request).account
    Chosen.objects.update_or_create(account=account, defaults={"feed": _digest(secret)})
    return shown(request, "calendar", link=settings.ADDRESS + reverse("defence_feed", args=[secret]))


@require_GET
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar itself, for whoever holds the link."""
    chosen = Chosen.objects.filter(feed=_digest(secret)).first()
    if chosen is None:
        raise Http404
    today = timezone.localdate()
    held = [
        m for m in copies.mandates_held(chosen.account) if m.role in AT_THE_DEFENCE_DOOR and m.covers(m.case, today)
    ]
    entries = [entry for case in sorted({m.case for m in held}) for entry in _entries(case, held, secret)]
    text = written.feed(entries, law_language(chosen.language or "en"), timezone.now())
    return HttpResponse(text, content_type="text/calendar; charset=utf-8")


def _entries(case: str, held: list[Mandate], secret: str) -> Iterator[written.Entry]:
    if not CaseCopy.objects.filter(case=case).exists():
        return
    dossier, today = fold(journal.entries_of(case)), timezone.localdate()
    mine = [m for m in held if m.case == case]
    persons = frozenset(m.person for m in mine if m.person)
    for hearing in dossier.hearings.values():
        if is_told(hearing, dossier, mine):
            moved = sum(e.act == SET_HEARING.id and e.object == hearing.ident for e in dossier.entries)
            cancelled = hearing.standing is Standing.CANCELLED
            name = _name(secret, case, hearing.ident)
            yield written.Entry(name, hearing.at, written.Matter.HEARING, moved + cancelled, cancelled)
    for limit in limits(dossier, persons, today) if persons else ():
        entry = written.entry(limit.deadline, _name(secret, case, limit.name))
        if entry is not None:
            yield entry


def _name(secret: str, case: str, what: str) -> str:
    """The lasting name of an entry in this feed; it tells nobody what it is called here."""
    return sha256(f"{secret} {case} {what}".encode()).hexdigest()[:32]


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
