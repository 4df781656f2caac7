"""Who calls: a token in the header, or for looking only the session of a signed-in person."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer

from rogatory.registry.api.problems import ProblemError
from rogatory.registry.api.tokens import Caller, Scope, caller


class Bearer(HttpBearer):
    """A token that has one of `scopes`."""

    def __init__(self, *scopes: Scope) -> None:
        self.scopes = frozenset(scopes)
        super().__init__()

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:
        """The caller; None: the token opens nothing.

        Raises:
            ProblemError: The token is in force, and not for this.
        """
        found = caller(token)
        if found is None:
            return None
        request.user = found.account  # the line in the log names who called
        if not found.scopes & self.scopes:
            need = " or ".join(sorted(s.value for s in self.scopes))
            raise ProblemError("scope", f"this needs a token with the scope {need}")
        return found


class SessionToLook(APIKeyCookie):
    """The session of a signed-in person, for GET alone: so the pages of the schema work, and no form can act."""

    param_name = settings.SESSION_COOKIE_NAME

    def __init__(self) -> None:
        super().__init__(csrf=False)

    def authenticate(self, request: HttpRequest, key: str | None) -> Caller | None:
        """The caller; None: nobody is signed in, or this is not a look."""
        if request.method != "GET" or not request.user.is_authenticated:
            return None
        return Caller(request.user, frozenset({Scope.READ}))


def to(*scopes: Scope) -> list[Any]:
    """What a route asks for; a route for looking takes a session as well."""
    return [Bearer(*scopes), *([SessionToLook()] if Scope.READ in scopes else [])]


def who(request: HttpRequest) -> Caller:
    """The caller of a route."""
    found: Caller = request.auth  # type: ignore[attr-defined]
    return found
