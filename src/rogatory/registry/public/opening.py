"""How a public page is answered: to a look alone, the same to everybody, kept by caches, without a cookie."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.http import require_safe

from rogatory.law.wording.language import Language
from rogatory.oversight.statistics.wording import says

View = Callable[..., HttpResponse]
HOUR = 3600


def public(seconds: int) -> Callable[[View], View]:
    """A view for anybody, whose answer caches may keep for so many seconds."""

    def made(view: View) -> View:
        @require_safe
        @wraps(view)
        def looked(request: HttpRequest, *args: Any, **more: Any) -> HttpResponse:  # noqa: ANN401
            with translation.override(language_of(request).value):
                response = view(request, *args, **more)
            response.headers["Cache-Control"] = f"public, max-age={seconds}"
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
            response.headers["Access-Control-Allow-Origin"] = "*"
            return response

        return looked

    return made


def language_of(request: HttpRequest) -> Language:
    """The language asked for in the address; else the one the browser asks for."""
    told = request.GET.get("language") or translation.get_language() or "en"
    return next((language for language in Language if language.value == told[:2]), Language.EN)


def page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """A page; its template is not told who asks."""
    language = language_of(request)
    told = {
        "says": says(language),
        "speaks": language.value,
        "languages": [(code, name) for code, name in settings.LANGUAGES],
        "office": settings.OFFICE,
        "path": request.path,
    }
    return HttpResponse(render_to_string(template, told | context))
