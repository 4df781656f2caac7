"""Pages of the chambers: the docket, the remedies of a case, one remedy to rule on, one hearing."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from rogatory.law.acts import Role
from rogatory.office.filing import DECIDE_REMEDY, REFER_REMEDY, REGISTER_REMEDY, SET_HEARING
from rogatory.office.folds.dossier import Dossier
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import limits_due
from rogatory.registry.cases.models import HearingCopy, LimitCopy, RemedyCopy
from rogatory.registry.chambers import rows
from rogatory.registry.desk.forms import filling
from rogatory.registry.desk.forms import offered as desk_forms
from rogatory.registry.desk.rows import limits as limit_rows
from rogatory.registry.desk.rows.reader import Reader, language
from rogatory.registry.desk.rows.standing import Standing as HowItStands
from rogatory.registry.desk.views import case as case_views
from rogatory.registry.documents.views import whole
from rogatory.remedies.hearings import Hearing, Standing
from rogatory.remedies.lodged import Remedy

SHOWN = 50
"""Rows of each list of the docket; more stand in the list of cases."""
AHEAD = 30
"""Days before their end from which on the docket shows time limits."""
_OF_JUDGES = ("court", "judge")
"""Whom rules bind that courts and judges answer for (`Rule.by`)."""
_JUDGES = frozenset({Role.COURT, Role.INVESTIGATING_JUDGE})


@login_required
@require_GET
def docket(request: HttpRequest) -> HttpResponse:
    """Hearings to come and to be recorded, and the remedies that run, the oldest first.

    Raises:
        Http404: The reader sees the file of no case.
    """
    reader = Reader.of(request)
    if not reader.sees_every_file and not reader.files:
        raise Http404
    now = timezone.now()
    hearings = _seen(HearingCopy.objects.filter(standing=Standing.SET.value), reader)
    running = list(_seen(RemedyCopy.objects.all(), reader).order_by("lodged", "case", "ident")[: SHOWN + 1])
    context = {
        "coming": list(hearings.filter(at__gte=now).order_by("at", "case")[:SHOWN]),
        "unrecorded": list(hearings.filter(at__lt=now).order_by("at", "case")[:SHOWN]),
        "running": [(r, r.title(language()), (now - r.lodged).days) for r in running[:SHOWN]],
        "more": len(running) > SHOWN,
        "limits": _limits(reader),
        "judges": bool(reader.all_roles & _JUDGES),
    }
    return render(request, "chambers/docket.html", context)


def _limits(reader: Reader) -> list[tuple[LimitCopy, str, int]]:
    """The time limits of courts and judges that are overdue or end soon: each with what it asks and the days left."""
    now = timezone.now()
    found = limits_due.overdue(now) | limits_due.ending(now, AHEAD)
    rows_ = _seen(found.filter(by__in=_OF_JUDGES), reader).order_by("last_day", "case", "ident")[:SHOWN]
    return [(row, row.says(language()), row.days_left(reader.today)) for row in rows_]


def _seen(found: QuerySet[Any], reader: Reader) -> QuerySet[Any]:
    return found if reader.sees_every_file else found.filter(case__in=reader.files)


@login_required
@require_GET
def remedies(request: HttpRequest, case: str) -> HttpResponse:
    """Everything by which what is done in a case is challenged or held, and its hearings."""
    whole(request, case)
    today, roles = Reader.of(request).today, Reader.of(request).roles(case)

    def held(found: HowItStands) -> Any:  # noqa: ANN401
        challenges = found.dossier.challenges
        return {
            "stays": rows.stays(challenges.stays.values(), found.seen, today, language()),
            "undertakings": rows.undertakings(found.dossier, found.seen, language()),
            "restrictions": rows.restrictions(challenges.secrecies.values(), found.seen, today),
        }

    return case_views.page(
        request, case, "case_remedies", "chambers/remedies.html",
        remedies=lambda s: rows.remedy_rows(s.dossier, s.seen, today, language()),
        held=held,
        hearings=lambda s: list(s.dossier.hearings.values()),
        may_set=bool(roles & set(SET_HEARING.by)),
    )  # fmt: skip


@login_required
@require_GET
def remedy(request: HttpRequest, case: str, remedy: str) -> HttpResponse:
    """One remedy to rule on: what it says, what each party says, the questions of the case, the law, and the ruling.

    Raises:
        Http404: There is none for this person.
    """
    dossier, seen = whole(request, case)
    found = dossier.challenges.remedies.get(remedy)
    if found is None:
        raise Http404
    roles, today = Reader.of(request).roles(case), Reader.of(request).today
    may = {act.id: bool(roles & set(act.by)) and found.runs for act in (DECIDE_REMEDY, REFER_REMEDY, REGISTER_REMEDY)}
    return case_views.page(
        request, case, "case_remedies", "chambers/remedy.html",
        row=rows.remedy_row(found, dossier, seen, today, language()),
        rulings=_rulings(found, dossier),
        said=lambda s: rows.said(s.dossier, s.seen, names(s.dossier), "", language()),
        may=may,
        limits=lambda s: _limits_about(s, {found.ident}),
        form=_ruling_form(dossier, found) if may[DECIDE_REMEDY.id] else None,
    )  # fmt: skip


def _rulings(found: Remedy, dossier: Dossier) -> list[Remedy]:
    """What was lodged against the ruling on a remedy."""
    return [r for r in dossier.challenges.remedies.values() if r.of == found.ident]


def _ruling_form(dossier: Dossier, found: Remedy) -> Any:  # noqa: ANN401 - a form
    options = filling.options(DECIDE_REMEDY.id, dossier, {})
    return desk_forms.form_for(DECIDE_REMEDY)(initial={"seen": dossier.head, "object": found.ident}, **options)


@login_required
@require_GET
def hearing(request: HttpRequest, case: str, hearing: str) -> HttpResponse:
    """One hearing: who is called, what was filed for it, and, once it was held, who came and what was said.

    Raises:
        Http404: There is none for this person.
    """
    dossier, _seen = whole(request, case)
    found: Hearing | None = dossier.hearings.get(hearing)
    if found is None:
        raise Http404
    roles = Reader.of(request).roles(case)
    about = [dossier.challenges.remedies[name] for name in found.about]
    return case_views.page(
        request, case, "case_remedies", "chambers/hearing.html",
        hearing=found,
        about=[(r, r.kind.says[language().value]) for r in about],
        said=lambda s: rows.said(s.dossier, s.seen, names(s.dossier), hearing, language()),
        limits=lambda s: _limits_about(s, {found.ident, *found.about}),
        may_set=bool(roles & set(SET_HEARING.by)) and found.standing is Standing.SET,
    )  # fmt: skip


def _limits_about(found: HowItStands, what: set[str]) -> list[limit_rows.LimitRow]:
    """The time limits about a remedy or hearing that were not met and are not over."""
    told = limit_rows.rows(found.dossier, found.seen, found.on, language())
    return [row for row in told if row.limit.about in what and row.stands != limit_rows.ENDED]


def names(dossier: Dossier) -> dict[str, str]:
    """Names of the accounts that acted in a case."""
    accounts = {e.actor for e in dossier.entries}
    return dict(Account.objects.filter(public_id__in=accounts).values_list("public_id", "full_name"))
