"""Pages on which anybody alleges something, and comes back with a code; in the words of the defence door.

No cookie is set or read and nobody is signed in: what is sent carries all there is, so that no other page can send in
somebody's name, and nothing tells one sender from another. What the office answers is read with the code alone.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from rogatory.office.errors import FormError
from rogatory.registry.defence.wording import LANGUAGES, say
from rogatory.registry.mailroom import outside
from rogatory.registry.shell.uploads import too_large

BUSY = 429
RETRY = 3600
"""Seconds after which somebody may try again."""


def _without_a_trace(view: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A page that is kept by nobody, and sets nothing: there is no session somebody else could use."""

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def shown(request: HttpRequest) -> HttpResponse:
        with translation.override(speaks(request)):
            response = view(request)
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Content-Language"] = speaks(request)
        return response

    return shown


def speaks(request: HttpRequest) -> str:
    """The language asked for in the address; else the first one the browser asks for that is spoken here."""
    asked = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    wanted = (request.GET.get("language", ""), *(code.partition("-")[0] for code, _q in asked))
    return next((code for code in wanted if code in LANGUAGES), "en")


def _page(request: HttpRequest, name: str, *, status: int = 200, **context: Any) -> HttpResponse:  # noqa: ANN401
    told = {"speaks": speaks(request), "languages": LANGUAGES, "path": request.path, **context}
    response = HttpResponse(render_to_string(f"tell/{name}.html", told), status=status)
    if status == BUSY:
        response.headers["Retry-After"] = str(RETRY)
    return response


@_without_a_trace
def tell(request: HttpRequest) -> HttpResponse:
    """Allege something: about which request or act, what was done, perhaps files, perhaps who one is."""
    told = {name: request.POST.get(name, "") for name in ("about", "text", "identity")}
    shown: dict[str, Any] = {
        "told": told,
        "once": outside.new_once(),
        "open": outside.is_open(),
        "most": outside.MOST_FILES,
    }
    if request.method != "POST":
        return _page(request, "tell", **shown)
    if too_large(request):
        return _page(request, "tell", status=413, wrong="tell.too_large", field="files", **shown)
    try:
        code = outside.send(_written(told), told["identity"], _files(request), request.POST.get("once", ""))
    except FormError as error:
        return _page(request, "tell", status=422, wrong=f"tell.wrong_{error.field}", field=error.field, **shown)
    except outside.BusyError:
        return _page(request, "tell", status=BUSY, wrong="tell.busy", field="", **shown)
    return _page(request, "sent", code=code)


@_without_a_trace
def code(request: HttpRequest) -> HttpResponse:
    """Come back with a code: what was sent and answered, and a place to say more."""
    typed, text = request.POST.get("code", ""), request.POST.get("text", "")
    if request.method != "POST" or not typed.strip():
        return _page(request, "code")
    if too_large(request):
        return _page(request, "code", status=413, wrong="tell.too_large")
    wrong, status, added = "", 200, False
    try:
        found = outside.thread(typed)
        if text or request.FILES:
            outside.add(typed, text, _files(request))
            found, added = outside.thread(typed), True
    except LookupError:
        return _page(request, "code", status=404, wrong="tell.no_code")
    except FormError as error:
        wrong, status = f"tell.wrong_{error.field}", 422
    except outside.BusyError:
        return _page(request, "code", status=BUSY, wrong="tell.busy")
    return _page(request, "thread", status=status, code=typed, thread=found, text="" if added else text, wrong=wrong,
                 added=added)  # fmt: skip


def _written(told: dict[str, str]) -> str:
    """What is sent on: the words, under what they are about. The heading is the office's own language."""
    about = told["about"].strip()[:400]
    heading = say("tell.about_heading", "en", about=about) if about and told["text"].strip() else ""
    return f"{heading}\n\n{told['text']}" if heading else told["text"]


def _files(request: HttpRequest) -> list[tuple[str, bytes]]:
    return [(file.name or "", file.read()) for file in request.FILES.getlist("files")[: outside.MOST_FILES + 1]]
