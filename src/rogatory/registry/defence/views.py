"""The first pages of the defence door: one's cases and invitations, a case, its file, and who has seen it."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from rogatory.law.acts import Role
from rogatory.people.mandates import AT_THE_DEFENCE_DOOR
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import copies
from rogatory.registry.cases.models import CaseCopy
from rogatory.registry.defence import aftermath, course, intervening, inventory, notices, receipts, sending
from rogatory.registry.defence.limits import rows
from rogatory.registry.defence.models import Chosen
from rogatory.registry.defence.opening import at_the_door, opened, shown, speaks
from rogatory.registry.defence.wording import LANGUAGES, day, say
from rogatory.registry.desk.rows.reader import Reader
from rogatory.registry.documents import store
from rogatory.registry.reminders import calendar
from rogatory.states.naming import name_in


@dataclass(frozen=True, slots=True)
class Own:
    """A case in the list: its number, as what it is one's own, and until when; empty: no end is set."""

    case: str
    text: str
    until: str


@at_the_door
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """One's own cases, and the invitations to answer."""
    reader, language = Reader.of(request), speaks(request)
    return shown(
        request, "home",
        own=_own(reader, language), invitations=invitations(reader.account),
        has_feed=calendar.link_of(request.user) is not None,  # type: ignore[arg-type]
    )  # fmt: skip


def _own(reader: Reader, language: str) -> list[Own]:
    held = sorted((m for m in reader.mandates if m.role in AT_THE_DEFENCE_DOOR), key=lambda m: m.case, reverse=True)
    there = set(CaseCopy.objects.filter(case__in={m.case for m in held}).values_list("case", flat=True))
    words = {Role.PERSON_CONCERNED: "home.as_person", Role.INTERVENER: "home.as_intervener"}
    return [
        # Whose counsel one is says the case itself: a list is no look at it.
        Own(
            m.case,
            say(words.get(m.role, "home.as_counsel"), language, name=m.person),
            say("home.until", language, day=day(m.until)) if m.until else "",
        )
        for m in held
        if m.case in there
    ]


def invitations(account: str) -> tuple[tuple[str, str], ...]:
    """The mandates offered to somebody and not answered: case and name of each."""
    return copies.invitations_of(account)


@at_the_door
@require_GET
def case(request: HttpRequest, case: str) -> HttpResponse:
    """What happened in a case, where it stands, what is closed, what comes, what one can do."""
    if intervening.is_third(request, case):
        return intervening.observations(request, case)
    found = opened(request, case)
    request_ = found.dossier.case.request
    return shown(
        request, "case", opened=found, tab="case",
        asks=say("case.asks", found.language, state=name_in(request_.requesting, found.language),
                 here=name_in(request_.requested, found.language), kind=say(f"kind.{request_.kind}", found.language)),
        stands=course.stands(found), next=course.comes_next(found), closed=course.closed(found),
        hearings=course.hearings(found), limits=rows(found), law_words=say("file.law_words", found.language),
        remedies=course.remedies(found), drafts=sending.of_case(found), course=course.course(found),
        taken=bool(inventory.taken(found)), wrongs=aftermath.wrongs(found),
        notice=notices.told(found),
        sent=[receipts.sent(e, found.language) for e in receipts.of_case(found)],
    )  # fmt: skip


@at_the_door
@require_GET
def document(request: HttpRequest, case: str, document: str) -> HttpResponse:
    """A document that was sent to the reader, as it was signed."""
    found = opened(request, case)
    told = found.seen.documents.get(document)
    pdf = store.pdf_of(case, told) if told else None
    if pdf is None:
        raise Http404
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{case}-{document}.pdf"'
    return response


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """The language of these pages, signed in or not; one the office speaks too becomes that of the account."""
    language, back = request.POST.get("language", ""), request.POST.get("next", "")
    if language in LANGUAGES and request.user.is_authenticated:
        account = Reader.of(request).account
        Chosen.objects.update_or_create(account=account, defaults={"language": language})
        if language in dict(settings.LANGUAGES):
            Account.objects.filter(public_id=account).update(language=language)
    here = reverse("defence")
    # Only back into this door: an address of somewhere else is nobody's wish.
    response = HttpResponseRedirect(back if back.startswith(here) and "//" not in back else here)
    if language in LANGUAGES:
        secure = settings.LANGUAGE_COOKIE_SECURE
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, language, max_age=365 * 24 * 3600, path=here, secure=secure, httponly=True,
            samesite="Lax",
        )  # fmt: skip
    return response


@at_the_door
@require_POST
def calendar_link(request: HttpRequest) -> HttpResponse:
    """A new link for one's calendar, told this once, or none any more."""
    account: Account = request.user  # type: ignore[assignment]
    if "revoke" in request.POST:
        calendar.revoke(account)
        messages.success(request, say("calendar.revoked", speaks(request)))
        return HttpResponseRedirect(reverse("defence"))
    return shown(request, "calendar", link=calendar.make(account))
