"""The page of the allegations of a case, and, for whoever may open it, who a protected source is."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from rogatory.law.acts import INVESTIGATE_REPRESSION
from rogatory.office.filing import CONCLUDE_INQUIRY, DECIDE_DISCLOSURE, INQUIRE, LODGE_ALLEGATION
from rogatory.office.folds.inquiries import identity_of, may_open
from rogatory.people.sight import Sight
from rogatory.registry.cases import door
from rogatory.registry.desk.rows import inquiries as inquiry_rows
from rogatory.registry.desk.rows.limits import moment
from rogatory.registry.desk.rows.reader import Reader, language
from rogatory.registry.desk.rows.showing import names_of
from rogatory.registry.desk.rows.standing import Standing
from rogatory.registry.desk.views import case as case_views

_ACTS = (LODGE_ALLEGATION, INVESTIGATE_REPRESSION, INQUIRE, CONCLUDE_INQUIRY, DECIDE_DISCLOSURE)


@login_required
@require_GET
def inquiries(request: HttpRequest, case: str) -> HttpResponse:
    """Every allegation of a case: what is alleged, its steps, what is open or overdue, until when, how it ended.

    Raises:
        Http404: There is none for this person, or not the whole file; the defence has its own page.
    """
    _dossier, sight = case_views.opened(request, case)
    if sight is not Sight.FILE:
        raise Http404
    reader = Reader.of(request)
    roles = reader.roles(case)
    held = [m for m in reader.mandates if m.covers(case, reader.today)]

    def rows(found: Standing) -> Any:  # noqa: ANN401
        dossier = found.dossier
        accounts = {a for e in dossier.entries for a in (e.actor, str(e.fields.get("second", "")))}
        names = names_of(accounts)
        made = inquiry_rows.rows(dossier, found.seen, held, moment(found.on), language().value, names)
        return [(row, bool(row.one.source) and may_open(dossier, row.one.source, held)) for row in made]

    return case_views.page(
        request, case, "case_inquiries", "desk/case_inquiries.html",
        rows=rows, may={act.id.replace("-", "_"): bool(roles & set(act.by)) for act in _ACTS}, account=reader.account,
    )  # fmt: skip


@login_required
@require_POST
def source(request: HttpRequest, case: str, source: str) -> HttpResponse:
    """Who a protected source is, for the custodian and whoever it was opened to; that it was opened is recorded.

    Raises:
        Http404: There is none for this person.
    """
    reader = Reader.of(request)
    try:
        dossier, sight = door.look(reader.account, case, source)
    except door.NoSuchCaseError as error:
        raise Http404 from error
    held = [m for m in reader.mandates if m.covers(case, reader.today)]
    if sight is not Sight.FILE or not may_open(dossier, source, held):
        raise Http404
    context = {"number": case, "source": source, "identity": identity_of(dossier, source)}
    return render(request, "desk/inquiry_source.html", context)
