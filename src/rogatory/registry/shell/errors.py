"""Pages for what went wrong, in plain words: what, why, and how to go on."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The request could not be read."""
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The account may not open the page."""
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is no such page, or the account may not know of it."""
    return _page(request, 404)


def failed(request: HttpRequest) -> HttpResponse:
    """Something failed here. The page asks nothing of the database, which may be what failed."""
    return _page(request, 500, plain=True)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came back without the sign that it was ours, or after the session had ended."""
    return render(request, "errors/csrf.html", status=403)


def _page(request: HttpRequest, status: int, *, plain: bool = False) -> HttpResponse:
    """The page of an error, which may have come before it was known who asks."""
    if not hasattr(request, "user"):
        request.user = AnonymousUser()
        plain = True
    return render(request, f"errors/{status}.html", {"plain": plain}, status=status)
