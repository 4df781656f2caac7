"""The translation of a text for the requesting state: a translator's file, searched, kept, and named in an annex."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rogatory.decision.documents.document import Document, Paragraph
from rogatory.decision.documents.written import as_plain
from rogatory.decision.releasing.translation import Translation, translated
from rogatory.extraction import reading as extraction
from rogatory.office.errors import FormError
from rogatory.office.filing import DRAFT_DOCUMENT
from rogatory.office.folds.documents import FOR_THE_STATE, CaseDocument, Standing
from rogatory.office.folds.dossier import Dossier
from rogatory.office.perform import Barred
from rogatory.registry.api.routes.mail import as_saved
from rogatory.registry.cases import door
from rogatory.registry.documents import drafting, forms, store
from rogatory.registry.documents.views import number, one_of

PARTS = ("language", "translator", "sworn", "on", "of")
"""What is said of a translation beside its file."""


def attach(
    account: str, dossier: Dossier, found: CaseDocument, file: tuple[str, bytes], told: Mapping[str, str],
    seen: int | None,
) -> door.Outcome:  # fmt: skip
    """Attach the translation of a draft for the requesting state: its file is kept, and an annex names it.

    Args:
        account: Public identifier of the account.
        dossier: The case.
        found: The draft, which the account has open.
        file: Name and bytes of the file.
        told: What is said of the translation (`PARTS`); `of` is the digest of the words that were translated.
        seen: Number of the last entry the person had seen; None: not told.

    Raises:
        FormError: It is no translation of these words as they stand, it cannot be read, or it tells what may not leave.
    """
    text = store.text_of(dossier.case.id, found.text)
    if text is None or found.kind != FOR_THE_STATE or found.standing is not Standing.DRAFT:
        raise FormError("document", "it is no draft for the requesting state", "Only that text is translated")
    name, data = file
    if not data or len(data) > forms.MOST_BYTES:
        raise FormError("file", "there is none, or it is larger than 10 MB", "Choose the file of the translator")
    _search(name, data, text, dossier)
    parts = {part: str(told.get(part) or "") for part in PARTS}
    try:
        translation = Translation.of_plain({**parts, "file": sha256(data).hexdigest()})
    except ValueError as error:
        raise FormError("translation", str(error), "Fill in every part of it") from error
    form = {"text": as_plain(translated(text, translation)), "translation": translation.as_plain()}
    outcome = door.do(account, DRAFT_DOCUMENT.id, dossier.case.id, found.name, form, seen=seen)
    if not isinstance(outcome.result, Barred):
        store.keep_upload(dossier.case.id, found.name, account, timezone.now(), data)
    return outcome


def _search(name: str, data: bytes, text: Document, dossier: Dossier) -> None:
    """Search a translation for what may not leave, as the text itself is searched."""
    part = extraction.read(name, data)
    if unread := [p for p in part.walk() if not p.state.whole]:
        problem = f"it cannot be searched for what may not leave: {unread[0].name} ({unread[0].state.value})"
        raise FormError("file", problem, "Ask the translator for a file with text in it")
    words = tuple(Paragraph(page.text) for p in part.walk() for page in p.pages)
    leaks = drafting.leaking(replace(text, title="", addressee=(), references=(), blocks=words, annexes=()), dossier)
    if leaks:
        told = "; ".join(dict.fromkeys(leak.found for leak in leaks))
        raise FormError("file", f"it tells what may not leave: {told}", "Have these words taken out or put otherwise")


@login_required
@require_http_methods(["GET", "POST"])
def translation(request: HttpRequest, case: str, document: str) -> HttpResponse:
    """The file of the translation, to be saved; or one that is attached."""
    dossier, found, _text = one_of(request, case, document, on_paper=True)
    if request.method == "GET":
        return saved(case, found)
    back = HttpResponseRedirect(reverse("case_document", args=[case, document]))
    told: Any = request.FILES.get("file")
    file = (told.name or "", told.read()) if told and (told.size or 0) <= forms.MOST_BYTES else ("", b"")
    account: str = request.user.public_id  # type: ignore[union-attr]
    try:
        outcome = attach(account, dossier, found, file, request.POST, number(request.POST.get("seen", "")))
    except FormError as error:
        messages.error(request, str(error))
        return back
    if isinstance(outcome.result, Barred):
        messages.error(request, " ".join(o.text for o in outcome.result.obstacles))
    else:
        messages.success(request, _("Attached, and recorded as entry %(seq)s.") % {"seq": outcome.seq})
    return back


def saved(case: str, found: CaseDocument) -> HttpResponse:
    """The file of the translation of a document, for saving.

    Raises:
        Http404: It has none.
    """
    data = store.upload_of(case, found.name, found.translation.file) if found.translation else None
    if data is None or found.translation is None:
        raise Http404
    return as_saved(f"{case}-{found.name}-{found.translation.language}", data)
