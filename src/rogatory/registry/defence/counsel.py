"""Counsel: asked, accepting or declining, and ended; and a remedy taken back. Each is asked once more before."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from rogatory.law.acts import COOPERATING, Role
from rogatory.office.against.held import holds
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.filing import ACCEPT_MANDATE, END_MANDATE, INVITE_COUNSEL, WITHDRAW_REMEDY
from rogatory.office.perform import Barred
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import copies, door
from rogatory.registry.defence.course import act_word, remedy_word, waits
from rogatory.registry.defence.opening import Opened, at_the_door, opened, shown, speaks
from rogatory.registry.defence.wording import say
from rogatory.registry.desk.rows.reader import Reader
from rogatory.registry.desk.rows.showing import names_of


@at_the_door
@require_POST
def answer(request: HttpRequest, case: str, invitation: str) -> HttpResponse:
    """Accept or decline to be counsel in a case."""
    account, language = Reader.of(request).account, speaks(request)
    if (case, invitation) not in copies.invitations_of(account):
        raise Http404
    told = "accept" if request.POST.get("answer") == "accept" else "decline"
    done = _do(account, ACCEPT_MANDATE.id, case, invitation, {"answer": told})
    if not done:
        raise Http404
    accepts = told == "accept"
    messages.success(request, say("home.accepted" if accepts else "home.declined", language))
    return HttpResponseRedirect(reverse("defence_case", args=[case]) if accepts else reverse("defence"))


@at_the_door
@require_http_methods(["GET", "POST"])
def counsel(request: HttpRequest, case: str) -> HttpResponse:
    """Who is counsel, who was asked; and asking somebody."""
    found = opened(request, case)
    wrong, email = "", request.POST.get("email", "").strip().lower()[:254]
    if request.method == "POST":
        if not found.is_the_person:
            raise Http404
        asked = Account.objects.filter(email=email, is_active=True).values_list("public_id", flat=True).first()
        own = [m for m in found.held if m.role is Role.PERSON_CONCERNED]
        if asked is None:
            wrong = say("counsel.unknown", found.language)
        elif _do(found.account, INVITE_COUNSEL.id, case, own[0].person, {"account": asked}, seen=found.dossier.head):
            messages.success(request, say("counsel.invited", found.language))
            return HttpResponseRedirect(reverse("defence_counsel", args=[case]))
        else:
            wrong = say("counsel.refused", found.language)
    return shown(
        request, "counsel", status=422 if wrong else 200, opened=found, tab="counsel", mandates=_mandates(found),
        waiting=_waiting(found), wrong=wrong, email=email,
    )  # fmt: skip


def _mandates(found: Opened) -> list[dict[str, Any]]:
    mine = {i: m for i, m in found.seen.mandates.items() if m.role is Role.COUNSEL}
    names = names_of(m.account for m in mine.values())
    return [{"name": i, "who": names.get(m.account, m.account), "since": m.since} for i, m in mine.items()]


def _waiting(found: Opened) -> list[dict[str, Any]]:
    asked = [m for m in found.dossier.invitations.values() if m.person in found.persons]
    names = names_of(m.account for m in asked)
    return [{"who": names.get(m.account, m.account), "on": m.since} for m in asked]


@at_the_door
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, case: str, mandate: str) -> HttpResponse:
    """End the mandate of one's counsel, or one's own as counsel."""
    found = opened(request, case)
    told = next((m for m in _mandates(found) if m["name"] == mandate), None)
    if told is None:
        raise Http404
    wrong = ""
    if request.method == "POST":
        if _do(found.account, END_MANDATE.id, case, mandate, {}, seen=found.dossier.head):
            messages.success(request, say("counsel.ended", found.language))
            return HttpResponseRedirect(reverse("defence"))
        wrong = say("counsel.refused", found.language)
    return shown(request, "end", status=409 if wrong else 200, opened=found, tab="counsel", mandate=told, wrong=wrong)


@at_the_door
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, case: str, remedy: str) -> HttpResponse:
    """Take a remedy back: what it holds is said first."""
    found = opened(request, case)
    told = found.dossier.challenges.running.get(remedy)
    if told is None or told.person not in found.persons:
        raise Http404
    wrong = ""
    if request.method == "POST":
        why = {"reasons": request.POST.get("reasons", "").strip()[:5000]}
        if _do(found.account, WITHDRAW_REMEDY.id, case, remedy, {k: v for k, v in why.items() if v},
               seen=found.dossier.head):  # fmt: skip
            messages.success(request, say("withdraw.done", found.language))
            return HttpResponseRedirect(reverse("defence_case", args=[case]))
        wrong = say("counsel.refused", found.language)
    freed = (a for a in COOPERATING if {h.of for h in holds(a.id, found.dossier, found.on)} == {remedy})
    opens = [act_word(a.id, found.language) for a in freed if not waits(a, found)]
    return shown(
        request, "withdraw", status=409 if wrong else 200, opened=found, tab="case", remedy=told, opens=opens,
        title=remedy_word(told, found.language), wrong=wrong,
    )  # fmt: skip


def _do(account: str, act: str, case: str, obj: str, form: dict[str, Any], *, seen: int | None = None) -> bool:
    """Do an act; whether it was done."""
    try:
        outcome = door.do(account, act, case, obj, form, seen=seen)
    except (FormError, UnknownObjectError, door.NoSuchCaseError):
        return False
    return not isinstance(outcome.result, Barred)
