"""The bundle of a hearing: what was received, what was signed and what was filed, numbered, in one PDF."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rogatory.office.folds.dossier import Dossier
from rogatory.office.seen.portion import Portion
from rogatory.registry.chambers.exhibits import exhibits_for
from rogatory.registry.desk.rows.reader import Reader, language
from rogatory.registry.documents.views import whole
from rogatory.remedies.hearings import Hearing
from rogatory.typesetting.bundle import Bundle, bound
from rogatory.typesetting.text import PaperError


@login_required
@require_GET
def bundle(request: HttpRequest, case: str, hearing: str) -> HttpResponse:
    """The bundle as PDF; nothing that was sent to the office is in it as it came, only pictures of its pages.

    Raises:
        Http404: There is no such hearing for this person, or nothing to put before the court yet.
    """
    dossier, seen = whole(request, case)
    found = dossier.hearings.get(hearing)
    if found is None:
        raise Http404
    account = Reader.of(request).account
    try:
        made = bound_for(account, dossier, seen, found)
    except PaperError as error:
        raise Http404(str(error)) from error
    response = HttpResponse(made, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{case}-{hearing}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def bound_for(account: str, dossier: Dossier, seen: Portion, hearing: Hearing) -> bytes:
    """The bundle of a hearing for somebody, of what they may see.

    Raises:
        PaperError: There is nothing to put before the court yet, or it cannot be set.
    """
    return bound(_bundle(account, dossier, seen, hearing))


def _bundle(account: str, dossier: Dossier, seen: Portion, hearing: Hearing) -> Bundle:
    at = timezone.localtime(hearing.at)
    called = "\n".join(f"{one.who}, {one.attendance.value}" for one in hearing.called)
    about = "\n".join(dossier.challenges.remedies[name].kind.says[language().value] for name in hearing.about)
    told = (
        (_("Chamber"), hearing.chamber),
        (_("When"), f"{at:%Y-%m-%d %H:%M}"),
        (_("Where"), hearing.place),
        (_("About"), about),
        (_("Called"), called),
    )
    return Bundle(
        title=_("Hearing of %(day)s") % {"day": f"{at:%Y-%m-%d}"},
        case=dossier.case.id,
        author="Rogatory",
        day=at.date(),
        language=language().value,
        particulars=tuple((what, value) for what, value in told if value),
        exhibits=exhibits_for(account, dossier, seen, hearing),
    )
