"""The bundle of a hearing: what was received, what was signed and what was filed, numbered, in one PDF."""

from collections.abc import Iterator
from contextlib import suppress

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rogatory.extraction import reading as extraction
from rogatory.extraction.found import UnreadableError
from rogatory.office.dossier import Dossier
from rogatory.office.portion import Portion
from rogatory.registry.cases.door import NoSuchCaseError
from rogatory.registry.chambers import rows
from rogatory.registry.chambers.views import names
from rogatory.registry.desk.reader import Reader, language
from rogatory.registry.documents import store
from rogatory.registry.documents.views import whole
from rogatory.registry.mailroom import in_case, reading
from rogatory.remedies.hearings import Hearing
from rogatory.typesetting.bundle import Bundle, Exhibit, Picture, bound
from rogatory.typesetting.text import PaperError

WIDE = 1_240
"""Pixels across a page: 150 to the inch on A4."""


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
    exhibits = (*_letters(account, dossier, seen), *_documents(dossier, seen), *_filed(dossier, seen, hearing))
    return Bundle(
        title=_("Hearing of %(day)s") % {"day": f"{at:%Y-%m-%d}"},
        case=dossier.case.id,
        author="Rogatory",
        day=at.date(),
        language=language().value,
        particulars=tuple((what, value) for what, value in told if value),
        exhibits=exhibits,
    )


def _letters(account: str, dossier: Dossier, seen: Portion) -> Iterator[Exhibit]:
    """The received documents that are open to the reader; each is opened, and that is recorded."""
    for name, one in seen.originals.items():
        if one.shut:
            continue
        with suppress(in_case.NoSuchLetterError, NoSuchCaseError):
            opened = in_case.letter(account, dossier.case.id, name)
            pictures = tuple(_pictures(opened))
            if pictures:
                came = f"{timezone.localdate(opened.row.at):%Y-%m-%d}"
                yield Exhibit(opened.row.name, came, f"SHA-256 {opened.row.digest}", pictures)


def _pictures(opened: in_case.Opened) -> Iterator[Picture]:
    for part in opened.part.walk() if opened.part else ():
        for page in part.pages:
            with suppress(LookupError):
                yield Picture(reading.image(opened.row, part.digest, page.number, WIDE), page.text[:2_000])


def _documents(dossier: Dossier, seen: Portion) -> Iterator[Exhibit]:
    """What was signed in the case."""
    for document in seen.documents.values():
        pdf = store.pdf_of(dossier.case.id, document) if document.signed is not None else None
        pages = tuple(_drawn(pdf)) if pdf else ()
        if pages:
            yield Exhibit(document.title or document.kind, document.name, f"SHA-256 {document.paper}", pages)


def _drawn(pdf: bytes) -> Iterator[Picture]:
    """The pages of a file of our own; drawn in the cage all the same."""
    for number in range(1, 1_000):
        try:
            yield Picture(extraction.image(pdf, (), number, WIDE))
        except UnreadableError:
            return


def _filed(dossier: Dossier, seen: Portion, hearing: Hearing) -> Iterator[Exhibit]:
    """What was filed for the hearing, in words; what may not be read by whoever makes the bundle is not in it."""
    for one in rows.said(dossier, seen, names(dossier), hearing.ident, language()):
        if one.text:
            filed = f"{one.who}, {timezone.localdate(one.at):%Y-%m-%d}"
            yield Exhibit(one.what, filed, _("Journal entry %(seq)s") % {"seq": one.seq}, tuple(one.text.split("\n\n")))
