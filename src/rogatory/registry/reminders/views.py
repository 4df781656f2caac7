"""The calendar itself, and the page on which its link is made, renewed and revoked."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rogatory.registry.accounts.models import Account
from rogatory.registry.reminders import calendar


@require_GET
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar, for whoever holds its link; nobody signs in for it.

    Raises:
        Http404: The link opens none.
    """
    text = calendar.calendar(secret)
    if text is None:
        raise Http404
    return HttpResponse(text, content_type="text/calendar; charset=utf-8")


@login_required
@require_http_methods(["GET", "POST"])
def link(request: HttpRequest) -> HttpResponse:
    """The link of one's own calendar; a new one is shown once."""
    account = request.user
    if not isinstance(account, Account):
        raise Http404
    told = ""
    if "revoke" in request.POST:
        calendar.revoke(account)
        messages.success(request, _("The link opens nothing any more."))
        return redirect("calendar")
    if request.method == "POST":
        told = calendar.make(account)
    return render(request, "reminders/calendar.html", {"link": calendar.link_of(account), "told": told})
