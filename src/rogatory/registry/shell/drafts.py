"""Drafts: what one types in a long form stays in the browser until the server has it, and no longer.

The page sends the name of the draft with the form. A redirect after it, to anywhere but the sign-in, says that the
form was taken; a cookie of a minute then tells the page that follows which draft to delete. A lost connection, a
session that has ended, an error in a field or a barred act lead to no such redirect, and the draft stays.
"""

import re
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

FIELD = "draft"
"""Field of the form that names its draft."""
COOKIE = "settled"
"""Cookie that names the draft the server has taken; read and deleted by the page."""
_NAME = re.compile(r"[\w.:-]{1,120}", re.ASCII)


class DraftMiddleware:
    """Tells the next page which draft was taken."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; name the draft if it was taken."""
        response = self.get_response(request)
        if request.method == "POST" and _taken(response):
            name = request.POST.get(FIELD, "")
            if _NAME.fullmatch(name):
                response.set_cookie(COOKIE, name, max_age=60, secure=settings.SESSION_COOKIE_SECURE, samesite="Strict")
        return response


def _taken(response: HttpResponse) -> bool:
    redirected = response.status_code in (HTTPStatus.FOUND, HTTPStatus.SEE_OTHER)
    return redirected and not response["Location"].startswith(reverse(settings.LOGIN_URL).removesuffix("login/"))
