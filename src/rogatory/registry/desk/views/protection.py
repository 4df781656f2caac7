"""The page of the compartment of protection, for whoever it is open to; to others, that something is there."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from rogatory.aftermath.pressure import Incident
from rogatory.aftermath.protection import Measure, Protection, Standing
from rogatory.law.acts import PROTECT
from rogatory.office.filing import REPORT_INCIDENT
from rogatory.office.folds.inquiries import allegations_of
from rogatory.office.folds.limits import limits
from rogatory.people.sight import Sight
from rogatory.registry.desk.forms import protection as protection_forms
from rogatory.registry.desk.rows import protection as protection_rows
from rogatory.registry.desk.rows.reader import Reader, language
from rogatory.registry.desk.rows.standing import Standing as How
from rogatory.registry.desk.views import case as case_views
from rogatory.states.naming import name_in


@login_required
@require_GET
def protection(request: HttpRequest, case: str) -> HttpResponse:
    """What protects each person, what was reported and what was done about it, side by side by month and kind.

    Raises:
        Http404: There is none for this person, or not the whole file; the defence has its own page.
    """
    read = case_views.opened(request, case)
    if read[1] is not Sight.FILE:
        raise Http404
    reader = Reader.of(request)
    roles = reader.roles(case)
    held = [m for m in reader.mandates if m.covers(case, reader.today)]

    def rows(found: How) -> dict[str, Any]:
        told = protection_rows.compartment(found.dossier, found.seen, held)
        due = {x.about: x.deadline.last_day for x in limits(found.dossier) if x.deadline.last_day}
        lodged = {a.entry: a.ident for a in allegations_of(found.dossier).values()}
        return {
            "closed": told.closed,
            "persons": [
                {
                    "row": row,
                    "standings": [_standing(s) for s in row.protection.standings],
                    "measures": [_measure(m, found) for m in row.protection.measures],
                    "incidents": [_incident(i, due, lodged, found.on) for i in row.incidents],
                    "empty": not row.incidents and row.protection == Protection(row.person),
                }
                for row in told.persons
            ],
            "pattern": [
                (t, protection_forms.PRESSURES[t.kind], [(s, name_in(s, language().value)) for s in t.states])
                for t in told.pattern
            ],
        }

    may = {act.id.replace("-", "_"): bool(roles & set(act.by)) for act in (PROTECT, REPORT_INCIDENT)}
    return case_views.page(request, case, "case_protection", "desk/case_protection.html", read=read, may=may, told=rows)


def _standing(one: Standing) -> dict[str, Any]:
    return {"one": one, "says": protection_forms.STATUSES[one.status]}


def _measure(one: Measure, found: How) -> dict[str, Any]:
    return {"one": one, "runs": one.runs(found.on), "lapsed": one.lapsed(found.on)}


def _incident(one: Incident, due: Mapping[str, date], lodged: Mapping[int, str], on: date) -> dict[str, Any]:
    answers = [(a, protection_forms.REFERRALS[a.to], lodged.get(a.entry, "")) for a in one.answers]
    last = due.get(one.ident)
    return {
        "one": one,
        "kind": protection_forms.PRESSURES[one.kind],
        "by": protection_forms.ORIGINS[one.by],
        "state": name_in(one.state, language().value) if one.state else "",
        "due": last if one.waits else None,
        "late": bool(one.waits and last and last < on),
        "answers": answers,
    }
