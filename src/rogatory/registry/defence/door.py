"""The wall between the two doors: each has a session of its own, and the defence door signs in on pages of its own.

The cookie is chosen by the address. What the defence door keeps is signed with a salt of its own, so that neither door
reads what the other wrote, whatever cookie is sent to it. Signing out of one leaves the other as it was.
"""

from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.urls import set_urlconf
from django.utils import translation

from rogatory.registry.accounts.middleware import LanguageMiddleware
from rogatory.registry.defence.wording import LANGUAGES

HERE = "/defence/"
URLS = "rogatory.registry.defence_urls"
"""The addresses as this door knows them: signing in, second factor and password are below its own."""


def is_here(request: HttpRequest) -> bool:
    """Whether a request is made at the defence door."""
    return request.path_info.startswith(HERE)


class DefenceSession(SessionStore):
    """A session of the defence door; Django makes the salt of its signature from the name of the class."""

    def decode(self, session_data: bytes | str) -> dict[str, Any]:
        """What it keeps; nothing where it is not of this door, and then it is not touched either."""
        told: dict[str, Any] = super().decode(session_data)
        if not told:
            self._session_key = None
        return told


class DoorMiddleware(SessionMiddleware):
    """Opens the session of the door at which a request is made."""

    def process_request(self, request: HttpRequest) -> None:
        """Choose the session, and the addresses."""
        if not is_here(request):
            super().process_request(request)
            return
        request.session = DefenceSession(request.COOKIES.get(settings.DEFENCE_COOKIE_NAME))
        request.urlconf = URLS
        set_urlconf(URLS)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Send the cookie of this door alone; Django's own middleware, which makes it, knows one name for it."""
        if not is_here(request):
            return super().process_response(request, response)
        desk, own = settings.SESSION_COOKIE_NAME, settings.DEFENCE_COOKIE_NAME
        request.COOKIES = {k: v for k, v in request.COOKIES.items() if k != desk}
        if own in request.COOKIES:
            request.COOKIES[desk] = request.COOKIES[own]
        response = super().process_response(request, response)
        if (made := response.cookies.pop(desk, None)) is not None:
            response.cookies[own] = made.value
            response.cookies[own].update(made)
        return response


class DoorLanguageMiddleware(LanguageMiddleware):
    """The language of the door: here the one chosen here, also before anybody has signed in."""

    def process_request(self, request: HttpRequest) -> None:
        """Speak it."""
        super().process_request(request)
        if is_here(request):
            from rogatory.registry.defence.opening import speaks  # noqa: PLC0415 - it needs the apps to be ready

            translation.activate(speaks(request))
            request.LANGUAGE_CODE = speaks(request)


def page(request: HttpRequest) -> dict[str, Any]:
    """For templates: the frame of the pages of the account at this door."""
    if not is_here(request):
        return {}
    from rogatory.registry.defence.opening import speaks  # noqa: PLC0415 - as above

    return {"account_page": "defence/account.html", "speaks": speaks(request), "languages": LANGUAGES}
