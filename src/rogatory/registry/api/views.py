"""The page where a person makes and revokes the tokens of their own programs."""

from allauth.account.decorators import reauthentication_required
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from rogatory.registry.accounts.middleware import lacks_second_factor
from rogatory.registry.accounts.models import Account
from rogatory.registry.api.models import Token
from rogatory.registry.api.problems import problem
from rogatory.registry.api.tokens import LONGEST, Scope, make, revoke

SCOPES = (
    (Scope.READ.value, gettext_lazy("look at cases, as I may")),
    (Scope.ACT.value, gettext_lazy("act in cases, as I may")),
    (Scope.ADMIN.value, gettext_lazy("staff the office and subscribe to what happens, as I may")),
)


class TokenForm(forms.Form):
    """What a token is for, and for how long."""

    name = forms.CharField(label=gettext_lazy("What it is for"), max_length=100)
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("It may"), choices=SCOPES, widget=forms.CheckboxSelectMultiple, initial=["read"]
    )
    days = forms.IntegerField(label=gettext_lazy("Days it lives"), min_value=1, max_value=LONGEST, initial=90)


@csrf_exempt  # a program has no form; nothing is done here
def no_such_address(request: HttpRequest, address: str) -> HttpResponse:
    """What is no address of the API answers like one: with a problem, and not with a page."""
    return problem("unknown", "there is no such address")


@login_required
@require_http_methods(["GET", "POST"])
@reauthentication_required  # type: ignore[untyped-decorator]  # the library ships no types
def tokens(request: HttpRequest) -> HttpResponse:
    """The tokens of the account, and a form for a new one. The token itself is shown once."""
    # The account pages open before there is a second factor; a token must not be the way around it.
    if lacks_second_factor(request) or not isinstance(request.user, Account):
        return redirect("mfa_index")
    form = TokenForm(request.POST if "name" in request.POST else None)
    told = ""
    if "revoke" in request.POST:
        _revoke(request.user, request.POST["revoke"])
        messages.success(request, _("The token opens nothing any more."))
        return redirect("tokens")
    if form.is_bound and form.is_valid():
        filled = form.cleaned_data
        told = make(request.user, filled["name"], map(Scope, filled["scopes"]), filled["days"])[1]
        form = TokenForm()
    context = {"form": form, "told": told, "rows": request.user.tokens.all()}
    return render(request, "api/tokens.html", context, status=422 if form.is_bound else 200)


def _revoke(account: Account, number: str) -> None:
    row = Token.objects.filter(account=account, pk=number).first() if number.isdigit() and len(number) < 19 else None  # noqa: PLR2004
    if row is None:
        raise Http404
    revoke(row)
