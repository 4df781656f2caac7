"""Pages across cases: my work, the list of cases, registration, the law."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.acts import KINDS, REGISTER, Role
from rogatory.law.wording import basis_word, effect_word, request_word, say_norm
from rogatory.law.wording.terms import term
from rogatory.office.errors import FormError
from rogatory.office.perform import Barred
from rogatory.people.mandates import EVERY_CASE, Actor
from rogatory.people.sight import SEES, Sight
from rogatory.registry.cases import copies, door
from rogatory.registry.cases.copies import folded
from rogatory.registry.cases.models import CaseCopy
from rogatory.registry.desk import forms
from rogatory.registry.desk.case_views import language
from rogatory.registry.desk.paging import CasePages

PAGE = 50
"""Cases on a page."""


def visible(account: str) -> QuerySet[CaseCopy]:
    """The cases an account may know of today."""
    today = timezone.localdate()
    held = [m for m in copies.mandates_held(account) if SEES.get(m.role, Sight.NOTHING) and m.covers(m.case, today)]
    if any(m.case == EVERY_CASE for m in held):
        return CaseCopy.objects.all()
    return CaseCopy.objects.filter(case__in={m.case for m in held})


@login_required
@require_GET
def my_work(request: HttpRequest) -> HttpResponse:
    """What waits for the person who is signed in."""
    seen = visible(_me(request))
    context = {
        "waiting": list(seen.filter(waiting__gt=0, closed=False)[:20]),
        "remedies": list(seen.filter(remedies__gt=0, closed=False)[:20]),
        "unripe": list(seen.filter(grant="not-ripe", closed=False)[:20]),
        "may_register": _in_role(request, REGISTER.by),
        "any": seen.exists(),
    }
    return render(request, "desk/my_work.html", context)


@login_required
@require_GET
def cases(request: HttpRequest) -> HttpResponse:
    """The cases, by the last change, with filters and search."""
    found = visible(_me(request))
    told = {k: request.GET.get(k, "").strip() for k in ("q", "state", "kind", "grant", "open")}
    for word in folded(told["q"]).split():
        found = found.filter(search__contains=word)
    for name, field in (("state", "requesting"), ("kind", "kind"), ("grant", "grant")):
        if told[name]:
            found = found.filter(**{field: told[name].upper() if name == "state" else told[name]})
    if told["open"]:
        found = found.filter(closed=False)
    page = CasePages(found, PAGE, searched=bool(told["q"])).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "told": told,
        "kinds": [(k, request_word(k, language())) for k in KINDS],
        "grants": ["forbidden", "not-ripe", "conditional", "discretionary", "allowed"],
        "may_register": _in_role(request, REGISTER.by),
    }
    return render(request, "desk/cases.html", context)


@login_required
def register(request: HttpRequest) -> HttpResponse:
    """Register a request."""
    form = forms.YamlForm(request.POST or None, request.FILES or None)
    obstacles: Any = ()
    if request.method == "POST" and form.is_valid():
        try:
            outcome = door.do(_me(request), REGISTER.id, "", form={"file": form.cleaned_data["file"]})
        except FormError as error:
            form.add_error("text", f"{error.field}: {error.problem}. {error.mend}")
        else:
            if not isinstance(outcome.result, Barred):
                messages.success(request, _("Registered as %(number)s.") % {"number": outcome.case})
                return HttpResponseRedirect(reverse("case", args=[outcome.case]))
            obstacles = outcome.result.obstacles
    status = 409 if obstacles else 422 if form.errors else 200
    return render(request, "desk/register.html", {"form": form, "obstacles": obstacles}, status=status)


@login_required
@require_GET
def law_book(request: HttpRequest) -> HttpResponse:
    """The law in force here: every pack, and its norms."""
    law, speech = law_in_force(), language()
    wanted = request.GET.get("pack", "")
    pack = next((p for p in law.packs if p.id == wanted), None)
    norms = [
        {
            "id": n.id,
            "says": say_norm(n, speech),
            "source": str(n.source),
            "effect": effect_word(n.effect, speech),
            "basis": basis_word(n.basis, speech),
            "check": term(n.check, speech),
            "acts": [a.id for a in n.bears_on],
        }
        for n in (pack.norms if pack else ())
    ]
    packs = [(p.id, p.title, len(p.norms)) for p in law.packs]
    return render(request, "desk/law.html", {"packs": packs, "pack": pack, "norms": norms, "hash": law.hash,
                                             "count": len(law.norms)})  # fmt: skip


def _in_role(request: HttpRequest, roles: tuple[Role, ...]) -> bool:
    account = _me(request)
    return bool(Actor(account, copies.mandates_held(account, EVERY_CASE)).mandates_for("", timezone.localdate(), roles))


def _me(request: HttpRequest) -> str:
    account: str = request.user.public_id  # type: ignore[union-attr]
    return account
