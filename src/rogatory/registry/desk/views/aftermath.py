"""Pages of breach and reparation: what was breached, what follows and how far it has come, what is owed today."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from rogatory.aftermath.reparation import total
from rogatory.law.acts import REPAIR
from rogatory.office.filing import CLOSE_BREACH, DEMAND_RETURN, FIND_BREACH, ORDER_REPARATION
from rogatory.office.folds.aftermath import aftermath_of
from rogatory.people.sight import Sight
from rogatory.registry.desk.rows import aftermath as aftermath_rows
from rogatory.registry.desk.rows.reader import Reader
from rogatory.registry.desk.rows.standing import Standing
from rogatory.registry.desk.views import case as case_views

TAB = "case_aftermath"
_ACTS = (FIND_BREACH, DEMAND_RETURN, CLOSE_BREACH, ORDER_REPARATION, REPAIR)


@login_required
@require_GET
def aftermath(request: HttpRequest, case: str) -> HttpResponse:
    """The breaches of a case, and what persons are owed.

    Raises:
        Http404: There is none for this person, or not the whole file; the defence has its own page.
    """
    return _page(
        request, case, "desk/case_aftermath.html",
        breaches=lambda s: aftermath_rows.breaches(s.dossier, s.seen, s.on),
        reparations=lambda s: aftermath_rows.reparations(s.dossier, s.seen, s.on),
        total=lambda s: total(aftermath_of(s.dossier).reparations.values(), s.on),
    )  # fmt: skip


@login_required
@require_GET
def breach(request: HttpRequest, case: str, breach: str) -> HttpResponse:
    """One breach: what happened, on what it rests, and what follows: done, open or overdue.

    Raises:
        Http404: There is none for this person.
    """

    def row(found: Standing) -> aftermath_rows.BreachRow:
        rows = aftermath_rows.breaches(found.dossier, found.seen, found.on)
        one = next((r for r in rows if r.breach.ident == breach), None)
        if one is None:
            raise Http404
        return one

    def owed(found: Standing) -> list[aftermath_rows.ReparationRow]:
        rows = aftermath_rows.reparations(found.dossier, found.seen, found.on)
        return [r for r in rows if r.reparation.breach == breach]

    return _page(request, case, "desk/breach.html", row=row, reparations=owed)


def _page(request: HttpRequest, case: str, template: str, **more: Any) -> HttpResponse:  # noqa: ANN401
    read = case_views.opened(request, case)
    if read[1] is not Sight.FILE:
        raise Http404
    roles = Reader.of(request).roles(case)
    may = {act.id.replace("-", "_"): bool(roles & set(act.by)) for act in _ACTS}
    return case_views.page(request, case, TAB, template, read=read, may=may, **more)
