"""The administration: the people of the office and their mandates, its law packs, and the office itself."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rogatory.deployment.law_in_force import law_in_force
from rogatory.deployment.packs_here import packs_here
from rogatory.law.acts import Role
from rogatory.law.wording.terms import term
from rogatory.office.errors import FormError, UnknownObjectError
from rogatory.office.filing import (
    ACKNOWLEDGE_ALARM,
    APPOINT,
    CLOSE_ACCOUNT,
    DISMISS,
    NEW_LINK,
    OPEN_ACCOUNT,
    PUBLISH_STATISTICS,
    REOPEN_ACCOUNT,
    RESET_FACTORS,
    SETTLE_FIELDS,
)
from rogatory.office.perform import Barred
from rogatory.people.mandates import EVERY_CASE, Actor, is_register
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import copies
from rogatory.registry.cases.people import Staffed, staff
from rogatory.registry.desk.forms.office import AccountForm, BecauseForm, OfficeMandateForm
from rogatory.registry.desk.rows.office import office_facts
from rogatory.registry.desk.rows.reader import Reader, language
from rogatory.registry.desk.rows.staff import Person, people, person

View = Callable[..., HttpResponse]
UPKEEP = frozenset({Role.ADMINISTRATOR, Role.AUDITOR})
OVERSEERS = frozenset(ACKNOWLEDGE_ALARM.by)
"""Who may look after what runs by itself."""
MAILROOM = frozenset(SETTLE_FIELDS.by)
"""Who works in the mailroom."""


def administers(account: str) -> bool:
    """Whether an account runs the office today."""
    held = Actor(account, copies.mandates_held(account, EVERY_CASE))
    return bool(held.mandates_for(EVERY_CASE, timezone.localdate(), (Role.ADMINISTRATOR,)))


JUDGES = frozenset({Role.COURT, Role.INVESTIGATING_JUDGE})
"""Roles for whom the docket stands in the navigation."""


def may_administer(request: HttpRequest) -> dict[str, bool]:
    """For templates: whether the person signed in runs the office, and whether they may look after its upkeep."""
    if not request.user.is_authenticated:
        return {}
    reader = Reader.of(request)
    keeps = any(is_register(m.case) for m in reader.mandates)
    roles = reader.roles(EVERY_CASE)
    return {
        "may_administer": Role.ADMINISTRATOR in roles,
        "may_watch": not UPKEEP.isdisjoint(roles),
        "may_oversee": not OVERSEERS.isdisjoint(roles),
        "audits": Role.AUDITOR in roles,
        "may_publish": not roles.isdisjoint(PUBLISH_STATISTICS.by),
        "may_judge": not JUDGES.isdisjoint(reader.all_roles),
        "may_receive": not MAILROOM.isdisjoint(roles),
        "may_ask_registers": keeps or not UPKEEP.isdisjoint(roles),
    }


def for_administrators(view: View) -> View:
    """A page that is there for administrators, and for nobody else."""

    @wraps(view)
    def looked(request: HttpRequest, *args: Any, **more: Any) -> HttpResponse:  # noqa: ANN401
        if not administers(_me(request)):
            raise Http404
        return view(request, *args, **more)

    return login_required(looked)


@for_administrators
def administration(request: HttpRequest) -> HttpResponse:
    """The people of the office, and an account for one more."""
    form = AccountForm(request.POST or None)
    done: Staffed | None = None
    if request.method == "POST" and form.is_valid():
        done = _staff(request, form, OPEN_ACCOUNT.id, "", form.cleaned_data)
        if done is not None and not isinstance(done.outcome.result, Barred):
            return _with_link(request, done)
    query = request.GET.get("q", "").strip()
    found = people(query, request.GET.get("page"))
    alone = sum(m.role is Role.ADMINISTRATOR for m in copies.mandates_in(EVERY_CASE)) == 1
    context = {"here": "people", "people": found, "query": query, "form": form, "alone": alone, **_obstacles(done)}
    return render(request, "desk/people.html", context, status=_status(form, done))


@for_administrators
def one_person(request: HttpRequest, account: str) -> HttpResponse:
    """One of the people: how they sign in, their mandates in the office, and what can be done about it."""
    found = person(account)
    if found is None:
        raise Http404
    asked = request.POST.get("act", "")
    mandate = OfficeMandateForm(request.POST if asked == APPOINT.id else None, language=language())
    because = {act: BecauseForm(request.POST if asked == act else None, label=label, prefix="", auto_id=f"id_{act}_%s")
               for act, label in _because().items()}  # fmt: skip
    form: forms.Form = mandate if asked == APPOINT.id else because.get(asked, forms.Form(request.POST or None))
    done: Staffed | None = None
    if request.method == "POST" and form.is_valid():
        told = mandate.told(account) if asked == APPOINT.id else dict(form.cleaned_data)
        obj = request.POST.get("mandate", "") if asked == DISMISS.id else "" if asked == APPOINT.id else account
        done = _staff(request, form, asked, obj, told) if asked in _ON_A_PERSON else None
        if done is not None and not isinstance(done.outcome.result, Barred):
            if asked == NEW_LINK.id:
                return _with_link(request, done)
            messages.success(request, _("Done, and recorded as entry %(seq)s.") % {"seq": done.outcome.seq})
            if done.sent is False:
                messages.warning(request, _("The letter to the person could not be sent. Tell them yourself."))
            return redirect("person", account)
    context = {"here": "people", "person": found, "mandate": mandate, "form": form, "rows": _rows(found),
               "me": account == _me(request), "acts": [(a, because[a]) for a in _acts(found)],
               **_obstacles(done)}  # fmt: skip
    return render(request, "desk/person.html", context, status=_status(form, done))


@for_administrators
@require_GET
def office_packs(request: HttpRequest) -> HttpResponse:
    """The law packs in force: what each holds, how far it was checked, where it comes from."""
    rows = [
        {"here": p, "checks": [(term(check, language()), n) for check, n in p.checks.items() if n]}
        for p in packs_here()
    ]
    law = law_in_force()
    context = {"here": "packs", "rows": rows, "hash": law.hash, "norms": len(law.norms)}
    return render(request, "desk/office_packs.html", context)


@for_administrators
@require_GET
def office(request: HttpRequest) -> HttpResponse:
    """The office's own facts."""
    return render(request, "desk/office.html", {"here": "office", "office": office_facts()})


_ON_A_PERSON = (APPOINT.id, DISMISS.id, NEW_LINK.id, CLOSE_ACCOUNT.id, REOPEN_ACCOUNT.id, RESET_FACTORS.id)


def _because() -> dict[str, str]:
    return {
        CLOSE_ACCOUNT.id: _("Why the account is closed"),
        REOPEN_ACCOUNT.id: _("Why it is opened again"),
        RESET_FACTORS.id: _("How you made sure who asks"),
    }


def _acts(found: Person) -> list[str]:
    """What can be done about an account, with reasons."""
    if not found.open:
        return [REOPEN_ACCOUNT.id]
    return [*([RESET_FACTORS.id] if found.factors else []), CLOSE_ACCOUNT.id]


def _rows(found: Person) -> list[dict[str, Any]]:
    return [{"mandate": m, "role": term(Role(m.role), language())} for m in found.mandates]


def _staff(request: HttpRequest, form: forms.Form, act: str, obj: str, told: dict[str, Any]) -> Staffed | None:
    """Do it; what cannot be taken is said at the form."""
    try:
        return staff(_me(request), act, obj, told)
    except FormError as error:
        form.add_error(error.field if error.field in form.fields else None, f"{error.problem}. {error.mend}")
    except UnknownObjectError as error:
        form.add_error(None, str(error))
    return None


def _with_link(request: HttpRequest, done: Staffed) -> HttpResponse:
    """The link for the first sign-in: in this answer, and in no other."""
    account = Account.objects.get(public_id=done.outcome.result.entry.object)
    context = {"here": "people", "done": done, "person": account, "back": reverse("person", args=[account.public_id])}
    return render(request, "desk/link.html", context)


def _obstacles(done: Staffed | None) -> dict[str, Any]:
    barred = done is not None and isinstance(done.outcome.result, Barred)
    return {"obstacles": done.outcome.result.obstacles if barred and done is not None else ()}  # type: ignore[union-attr]


def _status(form: forms.Form, done: Staffed | None) -> int:
    if done is not None and isinstance(done.outcome.result, Barred):
        return 409
    return 422 if form.is_bound and form.errors else 200


def _me(request: HttpRequest) -> str:
    account: str = request.user.public_id  # type: ignore[union-attr]
    return account
