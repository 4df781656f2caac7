"""The page of the notice of a case: its check, its copies, and what was asked of the Commission."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from rogatory.law.acts import EXTRADITION_KINDS
from rogatory.office.filing import FIND, TRACK_NOTICE
from rogatory.people.sight import Sight
from rogatory.registry.desk.rows import notices as notice_rows
from rogatory.registry.desk.rows.reader import Reader, language
from rogatory.registry.desk.rows.showing import names_of
from rogatory.registry.desk.rows.standing import Standing
from rogatory.registry.desk.views import case as case_views


@login_required
@require_GET
def notice(request: HttpRequest, case: str) -> HttpResponse:
    """Each part of the check with who answered it and when, the copies, the requests, and the days left.

    Raises:
        Http404: There is none for this person, or not the whole file; the defence reads it at its own door.
    """
    read = case_views.opened(request, case)
    if read[1] is not Sight.FILE:
        raise Http404
    roles = Reader.of(request).roles(case)

    def found(stands: Standing) -> Any:  # noqa: ANN401
        names = names_of({e.actor for e in stands.dossier.entries})
        return notice_rows.rows(stands.dossier, stands.seen, stands.on, language().value, names)

    return case_views.page(
        request, case, "case_notice", "desk/case_notice.html", read=read, found=found,
        may_track=bool(roles & set(TRACK_NOTICE.by)), may_find=bool(roles & set(FIND.by)),
        may_stand_beside=read[0].case.request.kind in EXTRADITION_KINDS,
    )  # fmt: skip
