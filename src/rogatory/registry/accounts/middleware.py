"""What stands between a signed-in person and everything else: their language, and the second factor."""

from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _

Respond = Callable[[HttpRequest], HttpResponse]

OPEN_BEFORE = (
    "/account/",
    "/defence/account/",
    "/defence/language",
    "/static/",
    "/health/",
    "/language",
    "/metrics",
    "/public/",
)
"""Where an account without a second factor may go: to set one up, or out."""

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""What counts as a second factor; recovery codes only replace one that was lost."""


class LanguageMiddleware(LocaleMiddleware):
    """The language of the account; before sign-in, the one chosen here or by the browser."""

    def process_request(self, request: HttpRequest) -> None:
        """Speak the language of whoever asks."""
        super().process_request(request)
        if request.user.is_authenticated:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language()


class SecondFactorMiddleware:
    """Leads an account without a second factor to set one up before anything else."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Lead away, or pass on."""
        if request.path.startswith(OPEN_BEFORE) or not lacks_second_factor(request):
            return self.get_response(request)
        messages.info(request, _("Set up a second factor first. Nothing else opens before."))
        return redirect("mfa_index")


def lacks_second_factor(request: HttpRequest) -> bool:
    """Whether the person is signed in and has proved who they are by one means only, for want of a second."""
    if not request.user.is_authenticated or settings.ROGATORY_UNSAFE_ONE_FACTOR:
        return False
    for record in get_authentication_records(request, request.user):
        if record.get("provider") in settings.SIGN_ON_WITH_SECOND_FACTOR:
            return False
    return not is_mfa_enabled(request.user, FACTORS)
