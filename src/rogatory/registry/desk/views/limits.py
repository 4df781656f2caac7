"""The page of the time limits of a case."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from rogatory.people.sight import Sight
from rogatory.registry.desk.rows import limits as limit_rows
from rogatory.registry.desk.rows.reader import Reader, language
from rogatory.registry.desk.views import case as case_views


@login_required
@require_GET
def limits(request: HttpRequest, case: str) -> HttpResponse:
    """Every time limit of a case: what, of whom, until when, and how that day was found.

    Raises:
        Http404: There is none for this person, or not the whole file; the defence has its own pages.
    """
    _dossier, sight = case_views.opened(request, case)
    if sight is not Sight.FILE:
        raise Http404
    roles = Reader.of(request).roles(case)
    return case_views.page(
        request, case, "case_limits", "desk/case_limits.html",
        rows=lambda s: limit_rows.rows(s.dossier, s.seen, s.on, language()),
        moves=limit_rows.movers(roles),
    )  # fmt: skip
