"""Pages of the decisions and letters of a case: drafted, edited, compared, signed, sent, answered."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rogatory.decision.documents.document import Document
from rogatory.decision.documents.written import as_plain
from rogatory.decision.releasing.translation import words_of
from rogatory.office.acts.writing import signers
from rogatory.office.errors import FormError, Obstacle, UnknownObjectError
from rogatory.office.filing import DRAFT_DOCUMENT, RECORD_ANSWER
from rogatory.office.folds.documents import FOR_THE_STATE, CaseDocument, Standing, family
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.round_trips import changes_words, trip_of
from rogatory.office.folds.withheld import restrictions
from rogatory.office.perform import Barred
from rogatory.office.seen.portion import Portion, portion
from rogatory.office.words import title_of
from rogatory.people.sight import Sight
from rogatory.registry.cases import door
from rogatory.registry.desk.rows import showing
from rogatory.registry.desk.rows.reader import Reader, language
from rogatory.registry.desk.rows.standing import Standing as CaseStanding
from rogatory.registry.desk.rows.timeline import in_words
from rogatory.registry.desk.views import case as case_views
from rogatory.registry.documents import asking, editing, forms, papers, store

TAB = "case_documents"


@login_required
@require_GET
def documents(request: HttpRequest, case: str) -> HttpResponse:
    """The documents of a case, and what waits for an answer."""
    roles = Reader.of(request).roles(case)

    def rows(found: CaseStanding) -> list[dict[str, Any]]:
        return [row_of(d) for d in reversed(tuple(found.seen.documents.values()))]

    return case_views.page(
        request, case, TAB, "documents/list.html", rows=rows, trips=asking.rows,
        may_draft=bool(roles & set(DRAFT_DOCUMENT.by)), may_answer=bool(roles & set(RECORD_ANSWER.by)),
    )  # fmt: skip


def row_of(found: CaseDocument) -> dict[str, Any]:
    """A document with what it is in words."""
    return {
        "document": found,
        "kind": forms.kind_word(found.kind),
        "to": forms.ADDRESSEES[found.to],
        "standing": forms.STANDINGS[found.standing.value],
        "sent": found.sent[-1] if found.sent else None,
    }


def save(
    request: HttpRequest,
    case: str,
    name: str,
    told: dict[str, Any],
    *,
    seen: int | None,
) -> door.Outcome:
    """Make a draft, or change the one called `name`, as the form `told` says."""
    return door.do(request.user.public_id, DRAFT_DOCUMENT.id, case, name, told, seen=seen)  # type: ignore[union-attr]


def whole(request: HttpRequest, case: str) -> tuple[Dossier, Portion]:
    """A case whose file is seen.

    Raises:
        Http404: There is none for this person, or not the whole file.
    """
    dossier, sight = case_views.opened(request, case)
    if sight is not Sight.FILE:
        raise Http404
    return dossier, seen_by(request, case, dossier)


def seen_by(request: HttpRequest, case: str, dossier: Dossier) -> Portion:
    """What of a case the person signed in sees."""
    reader = Reader.of(request)
    held = [m for m in reader.mandates if m.covers(case, reader.today)]
    return portion(dossier, held, kept=restrictions(dossier, held, reader.today))


def one_of(
    request: HttpRequest, case: str, name: str, *, on_paper: bool = False
) -> tuple[Dossier, CaseDocument, Document | None]:
    """A document that is seen, with its words; None: they are erased.

    Args:
        request: Who looks.
        case: The case.
        name: Name of the document.
        on_paper: Whether the PDF alone is asked for, which is all the requesting state's liaison gets.

    Raises:
        Http404: There is none for this person.
    """
    dossier, sight = case_views.opened(request, case)
    found = seen_by(request, case, dossier).documents.get(name)
    if found is None or (sight is Sight.STATUS and not on_paper):
        raise Http404
    return dossier, found, store.text_of(case, found.text)


@login_required
@require_http_methods(["GET", "POST"])
def document(request: HttpRequest, case: str, document: str) -> HttpResponse:
    """One document: a draft to edit, or what was signed, with everything that was done with it."""
    dossier, found, text = one_of(request, case, document)
    roles = Reader.of(request).roles(case)
    may_edit = found.standing is Standing.DRAFT and text is not None and bool(roles & set(DRAFT_DOCUMENT.by))
    typed = {k: v for k, v in request.POST.items() if isinstance(v, str)}
    obstacles: tuple[Obstacle, ...] = ()
    error = ""
    if request.method == "POST":
        if found.standing is not Standing.DRAFT or text is None:
            raise Http404
        try:
            told = {"text": as_plain(editing.edited(text, typed))}
            outcome = save(request, case, document, told, seen=number(typed.get("seen", "")))
        except FormError as problem:
            error = f"{problem.field}: {problem.problem}. {problem.mend}"
        except UnknownObjectError as problem:
            raise Http404 from problem
        else:
            if not isinstance(outcome.result, Barred):
                messages.success(request, _("Saved, and recorded as entry %(seq)s.") % {"seq": outcome.seq})
                return HttpResponseRedirect(reverse("case_document", args=[case, document]))
            obstacles = outcome.result.obstacles
    response = case_views.page(
        request, case, TAB, "documents/one.html", shown=row_of(found), text=text, error=error,
        fields=editing.fields(text, typed) if text else [], typed=typed,
        may_edit=may_edit, may_sign=may_edit and bool(roles & set(signers(found))),
        may_send=found.standing is not Standing.DRAFT and bool(roles & set(found.sender.by)),
        may_answer=found.standing is Standing.SENT and bool(roles & set(RECORD_ANSWER.by)),
        lacking=papers.lacking(text, found, dossier) if may_edit else (),
        leaking=papers.leaking(text, found, dossier) if may_edit else (),
        history=lambda s: _history(s, found), obstacles=showing.obstacles(obstacles, language()),
        both=found.is_decision and len({d.kind for d in dossier.documents.values() if d.is_decision}) > 1,
        addressee=typed.get("addressee", "\n".join(text.addressee) if text else ""),
        others=[d for d in family(seen_by(request, case, dossier).documents, found) if d is not found],
        asks=trip_of(dossier.documents, found.name, timezone.localdate()) is not None,
        sender=sender_title(found), languages=forms.languages() if may_edit and found.kind == FOR_THE_STATE else (),
        words=words_of(text) if text else "", names=showing.names_of([found.signer, found.drafter]),
    )  # fmt: skip
    response.status_code = 409 if obstacles else 422 if error else 200
    return response


def number(told: str) -> int | None:
    """A number of an entry, as a form says it; None: it says none."""
    return int(told) if told.isdecimal() and len(told) < 16 else None  # noqa: PLR2004 - as large as a number of an entry is


def sender_title(found: CaseDocument) -> str:
    """The act that sends a document, in words."""
    return title_of(found.sender.id, language())


def _history(found: CaseStanding, document: CaseDocument) -> list[Any]:
    """What was done with a document, in words."""
    sent = {s.entry for s in document.sent} | {a.entry for a in document.answers}
    drafted = {e.seq for e in found.dossier.entries if changes_words(e, document)}
    told = [e for e in found.seen.entries if e.object == document.name or e.seq in sent | drafted]
    return in_words(told, language(), found.seen.names)
