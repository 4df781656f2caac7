"""Pages of one document: as a file, back from a word processor, signed, sent, answered, and its receipt."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rogatory.decision.documents.written import as_plain
from rogatory.law.acts import NOTIFY
from rogatory.office.acts.objects import objects
from rogatory.office.errors import FormError
from rogatory.office.filing import DEMAND_RETURN, RECORD_ANSWER, SEND_DOCUMENT, SIGN_DOCUMENT
from rogatory.office.folds.documents import CaseDocument, Standing, family
from rogatory.office.folds.owed import owed
from rogatory.office.folds.round_trips import trip_of
from rogatory.office.perform import Barred, needs_second
from rogatory.registry.desk.forms.act_form import ActForm
from rogatory.registry.desk.rows import mail as mail_rows
from rogatory.registry.desk.rows import showing
from rogatory.registry.desk.rows.reader import Reader, language
from rogatory.registry.desk.views import case as case_views
from rogatory.registry.documents import asking, editing, forms, papers, store
from rogatory.registry.documents.views import TAB, number, one_of, row_of, save, seen_by, sender_title
from rogatory.registry.ledger import reading
from rogatory.registry.mailroom import in_case
from rogatory.typesetting.editing import read_edited
from rogatory.typesetting.paper import pdf
from rogatory.typesetting.text import PaperError
from rogatory.typesetting.word import docx

PDF = "application/pdf"


@login_required
@require_GET
def as_pdf(request: HttpRequest, case: str, document: str) -> HttpResponse:
    """The document on paper: as it was signed, or the draft as it stands."""
    _dossier, found, text = one_of(request, case, document, on_paper=True)
    signed = store.pdf_of(case, found)
    try:
        made = signed if signed is not None else pdf(text) if text is not None else None
    except PaperError as error:
        return HttpResponse(str(error), status=422, content_type="text/plain; charset=utf-8")
    if made is None:
        raise Http404
    return _file(made, PDF, f"{case}-{document}.pdf", inline=True)


@login_required
@require_GET
def as_docx(request: HttpRequest, case: str, document: str) -> HttpResponse:
    """The draft for a word processor."""
    _dossier, found, text = one_of(request, case, document)
    if text is None or found.standing is not Standing.DRAFT:
        raise Http404
    return _file(docx(text), forms.DOCX, f"{case}-{document}.docx")


def _file(data: bytes, kind: str, name: str, *, inline: bool = False) -> HttpResponse:
    response = HttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f'{"inline" if inline else "attachment"}; filename="{name}"'
    return response


@login_required
@require_POST
def upload(request: HttpRequest, case: str, document: str) -> HttpResponse:
    """A draft that comes back from a word processor: kept as it came, read back, and shown with what changed."""
    _dossier, found, text = one_of(request, case, document)
    if text is None or found.standing is not Standing.DRAFT:
        raise Http404
    back = HttpResponseRedirect(reverse("case_document", args=[case, document]))
    file = request.FILES.get("file")
    if file is None or file.size is None or file.size > forms.MOST_BYTES:
        messages.error(request, _("There is no file, or it is larger than 10 MB."))
        return back
    data = file.read()
    store.keep_upload(case, document, request.user.public_id, timezone.now(), data)  # type: ignore[union-attr]
    try:
        told = {"text": as_plain(read_edited(data, text))}
        outcome = save(request, case, document, told, seen=number(request.POST.get("seen", "")))
    except (PaperError, FormError) as error:
        messages.error(request, str(error))
        return back
    if isinstance(outcome.result, Barred):
        messages.error(request, " ".join(o.text for o in outcome.result.obstacles))
        return back
    messages.success(request, _("Read back, and recorded as entry %(seq)s.") % {"seq": outcome.seq})
    return HttpResponseRedirect(reverse("document_changes", args=[case, document]))


@login_required
@require_http_methods(["GET", "POST"])
@reauthentication_required  # type: ignore[untyped-decorator]  # the library ships no types
def sign(request: HttpRequest, case: str, document: str) -> HttpResponse:
    """Sign: the draft is read once more, whole, and locked."""
    dossier, found, text = one_of(request, case, document)
    if found.standing is not Standing.DRAFT:
        raise Http404
    form = ActForm(request.POST or None, initial={"seen": dossier.head, "object": document})
    lacking, leaking = papers.lacking(text, found, dossier), papers.leaking(text, found, dossier)
    return _filled(
        request, case, found, SIGN_DOCUMENT.id, form, "documents/sign.html", lacking=lacking, leaking=leaking
    )


@login_required
@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, case: str, document: str) -> HttpResponse:
    """Send what was signed, by the act norms bear on; the act is judged as it always is."""
    dossier, found, _text = one_of(request, case, document)
    act = found.sender
    if found.standing is Standing.DRAFT:
        raise Http404
    obj = document if act is SEND_DOCUMENT else found.person if act is NOTIFY else ""
    obj = found.of if act is DEMAND_RETURN else obj
    known = [o for o in objects(act, dossier) if o]
    obj = obj if obj or act is SEND_DOCUMENT else known[0] if len(known) == 1 else ""
    form = forms.SendForm(
        request.POST or None,
        initial={"seen": dossier.head, "object": obj, "document": document, "on": timezone.localdate()},
        notices=[n for n in owed(dossier, timezone.localdate()) if n.person == found.person] if act is NOTIFY else [],
        act=act,
        language=found.language,
        objects=[] if obj else known,
    )
    return _filled(request, case, found, act.id, form, "documents/send.html", second=needs_second(act),
                   act_title=sender_title(found), judged=lambda s: case_views.judged(s, act, obj))  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, case: str, document: str) -> HttpResponse:
    """A letter beside what came back on it; and the answer to it is recorded."""
    dossier, found, text = one_of(request, case, document)
    if found.standing is not Standing.SENT:
        raise Http404
    reader, today = Reader.of(request), timezone.localdate()
    seen = seen_by(request, case, dossier)
    trip = trip_of(seen.documents, document, today)
    row = asking.row(trip, dossier, seen, today) if trip else None
    came = in_case.listed(seen.originals)
    chosen = request.GET.get("received", "")
    form = forms.AnswerForm(
        request.POST or None,
        initial={"seen": dossier.head, "object": document, "on": today, "received": chosen},
        points=[(p.point, p.words) for p in row.points] if row else [],
        came=[(one.seen.original.digest, _came(one)) for one in reversed(came)],
    )
    letters = family(seen.documents, found)
    shown = {a.received for d in letters for a in d.answers} | {chosen}
    return _filled(
        request, case, found, RECORD_ANSWER.id, form, "documents/answer.html", text=text, row=row,
        fields=editing.fields(text) if text else [], replies=list(asking.replies(letters, dossier, seen)),
        sheets=[_sheet(request, case, one) for one in came if one.seen.original.digest in shown], chosen=chosen,
        may_answer=bool(reader.roles(case) & set(RECORD_ANSWER.by)),
    )  # fmt: skip


def _came(one: in_case.Listed) -> str:
    """A received document in a list: its name and the day it came in, or the beginning of its digest."""
    if one.row is None:
        return one.seen.original.digest[:16]
    return f"{one.row.name} ({date_format(timezone.localtime(one.row.at), 'j F Y')})"


def _sheet(request: HttpRequest, case: str, one: in_case.Listed) -> dict[str, Any]:
    """A received document beside the question it answers: its pages, unless they are shut to who looks."""
    original, at = one.seen.original, reverse("case_letter", args=[case, one.seen.original.name])
    told: dict[str, Any] = {"digest": original.digest, "name": _came(one), "at": at, "pages_at": f"{at}/pages"}
    if one.seen.shut or one.row is None:
        return {**told, "shut": True}
    letter = in_case.letter(request.user.public_id, case, original.name)  # type: ignore[union-attr]
    pages, of = mail_rows.pages(letter, "")
    return {**told, "pages": pages, "of": of}


def _filled(
    request: HttpRequest,
    case: str,
    found: CaseDocument,
    act: str,
    form: ActForm,
    template: str,
    **more: Any,  # noqa: ANN401
) -> HttpResponse:
    """The page of an act on a document; done, one is back at the document."""
    if request.method == "POST" and form.is_valid() and case_views.carry_out(request, case, act, form) is not None:
        return HttpResponseRedirect(reverse("case_document", args=[case, found.name]))
    obstacles = getattr(form, "obstacles", ())
    response = case_views.page(request, case, TAB, template, form=form, shown=row_of(found),
                               obstacles=showing.obstacles(obstacles, language()), **more)  # fmt: skip
    response.status_code = 409 if obstacles else 422 if request.method == "POST" else 200
    return response


@login_required
@require_GET
def receipt(request: HttpRequest, case: str, document: str) -> HttpResponse:
    """The receipt of the signature (`.tlog-proof`): with it, anybody can check the journal without us."""
    _dossier, found, _text = one_of(request, case, document)
    if found.signed is None:
        raise Http404
    try:
        text = reading.receipt(found.signed)
    except reading.NoReceiptError as error:
        raise Http404 from error
    return _file(text.encode(), "text/plain; charset=utf-8", f"{case}-{document}.tlog-proof")


@login_required
@require_GET
def opening(request: HttpRequest, case: str, document: str) -> HttpResponse:
    """The line that opens, in the receipt, what the journal calls the document; it opens nothing else of the entry."""
    _dossier, found, _text = one_of(request, case, document)
    if found.signed is None:
        raise Http404
    return _file(
        reading.opening(found.signed, "paper").encode(), "text/plain; charset=utf-8", f"{case}-{document}.opening"
    )
