"""Pages of the received documents of a case: the facts that were read in one, each beside the page it stands on."""

from collections.abc import Callable
from typing import TypeVar

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from rogatory.office.filing import SET_APART
from rogatory.registry.api.routes.mail import as_saved
from rogatory.registry.cases.door import NoSuchCaseError
from rogatory.registry.desk.rows import mail as mail_rows
from rogatory.registry.desk.rows import showing
from rogatory.registry.desk.rows.reader import Reader
from rogatory.registry.mailroom import in_case

WIDTH = 1200
"""Pixels in the width of a page as it is shown."""
_T = TypeVar("_T")


@login_required
@require_GET
def letter(request: HttpRequest, case: str, letter: str) -> HttpResponse:
    """A received document: its pages on one side, the facts that were settled in it on the other."""
    reader = Reader.of(request)
    found = _there(lambda: in_case.letter(reader.account, case, letter))
    focus = request.GET.get("field", "")
    shown, of = mail_rows.pages(found, focus)
    at = reverse("case_letter", args=[case, letter])
    context = {
        "case": case, "letter": found, "groups": mail_rows.groups(found, focus), "pages": shown, "of": of,
        "parts": mail_rows.parts(found), "at": at, "pages_at": f"{at}/pages",
        "names": showing.names_of({s.by for s in found.mail.settled.values()}),
        "may_set_apart": bool(reader.roles(case) & set(SET_APART.by)),
    }  # fmt: skip
    return render(request, "desk/case_letter.html", context)


@login_required
@require_GET
def original(request: HttpRequest, case: str, letter: str) -> HttpResponse:
    """The bytes as they came, to be saved."""
    name, data = _there(lambda: in_case.original(Reader.of(request).account, case, letter))
    return as_saved(name, data)


@login_required
@require_GET
def page_image(request: HttpRequest, case: str, letter: str, part: str, page: int) -> HttpResponse:
    """A page as an image; made here, so that nothing of the file itself reaches the browser."""
    return as_image(_there(lambda: in_case.image(Reader.of(request).account, case, letter, part, page, WIDTH)))


def as_image(data: bytes) -> HttpResponse:
    """A page as it is sent; no browser keeps it, for what was open may stand apart tomorrow."""
    response = HttpResponse(data, content_type="image/png")
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _there(look: Callable[[], _T]) -> _T:
    try:
        return look()
    except (in_case.NoSuchLetterError, NoSuchCaseError) as error:
        raise Http404 from error
