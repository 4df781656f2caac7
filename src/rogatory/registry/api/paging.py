"""Pages of a long list: after which one to go on, and where the next page is (RFC 8288)."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse

MOST = 200
"""Rows of one answer at most."""


def next_page(
    request: HttpRequest, response: HttpResponse, told: Mapping[str, object], after: object, name: str = "after"
) -> str | None:
    """Address of the next page, told in the answer and in its Link header; None: this is the last."""
    links = [f'<{request.path}?{_query(told)}>; rel="first"']
    address = None
    if after is not None:
        address = f"{request.path}?{_query({**told, name: after})}"
        links.append(f'<{address}>; rel="next"')
    response["Link"] = ", ".join(links)
    return address


def _query(told: Mapping[str, object]) -> str:
    return urlencode({name: value for name, value in told.items() if value not in ("", None, False)})
