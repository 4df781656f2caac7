"""What a browser is told about our pages: nothing from elsewhere, nothing inline, no camera, no copies kept."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

PERMISSIONS = (
    "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(),"
    " midi=(), payment=(), usb=(), browsing-topics=(),"
    " publickey-credentials-get=(self), publickey-credentials-create=(self)"
)
"""No page needs the senses of a device; only security keys."""


def content_security_policy() -> str:
    """The policy of every page.

    A form may lead to the identity providers of the deployment, because browsers hold a redirect after a form to it.
    Pictures from `data:` are the QR code of an authenticator app.
    """
    forms = " ".join(("'self'", *settings.SIGN_ON_ORIGINS))
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
        f" connect-src 'self'; form-action {forms}; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
    )


class HeadersMiddleware:
    """Sets the headers, and keeps pages out of caches unless their view says otherwise."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.policy = content_security_policy()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the headers."""
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cache-Control", "no-store")
        return response
