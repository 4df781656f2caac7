"""Pages of the decisions and letters of a case: drafted, edited, compared, signed, sent, answered."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rogatory.decision.document import Document
from rogatory.decision.translation import words_of
from rogatory.decision.written import as_plain
from rogatory.letters.kinds import KINDS, PERSONS_LANGUAGES
from rogatory.letters.wording import LetterError
from rogatory.office.documents import FOR_THE_STATE, Addressee, CaseDocument, Standing
from rogatory.office.dossier import Dossier
from rogatory.office.errors import FormError, Obstacle, UnknownObjectError
from rogatory.office.filing import DRAFT_DOCUMENT, RECORD_ANSWER
from rogatory.office.perform import Barred
from rogatory.office.portion import Portion, portion
from rogatory.office.words import title_of
from rogatory.office.writing import signers
from rogatory.people.sight import Sight
from rogatory.registry.cases import door
from rogatory.registry.desk import case_views, showing
from rogatory.registry.desk.reader import Reader, language
from rogatory.registry.desk.standing import Standing as CaseStanding
from rogatory.registry.desk.timeline import in_words
from rogatory.registry.documents import drafting, editing, facts_form, forms, inputs, papers, store

TAB = "case_documents"


@login_required
@require_GET
def documents(request: HttpRequest, case: str) -> HttpResponse:
    """The documents of a case, and what waits for an answer."""
    roles = Reader.of(request).roles(case)

    def rows(found: CaseStanding) -> list[dict[str, Any]]:
        return [row_of(d) for d in reversed(tuple(found.seen.documents.values()))]

    def waiting(found: CaseStanding) -> list[dict[str, Any]]:
        open_ = sorted((d.due, d.name, d) for d in found.seen.documents.values() if d.waits and d.due)
        return [row_of(d) | {"late": due < found.on} for due, _name, d in open_]

    return case_views.page(
        request, case, TAB, "documents/list.html", rows=rows, waiting=waiting,
        may_draft=bool(roles & set(DRAFT_DOCUMENT.by)),
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


@login_required
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, case: str) -> HttpResponse:
    """Choose a kind and fill in what it needs; then the draft is made."""
    dossier, seen = whole(request, case)
    told = request.POST if request.method == "POST" else request.GET
    wanted, error = _wanted(told, dossier, seen), None
    obstacles: tuple[Obstacle, ...] = ()
    if request.method == "POST" and wanted is not None:
        try:
            text = drafting.drafted(wanted, dossier, seen)
            outcome = save(request, case, "", text, seen=None, **about(wanted, told))
        except FormError as problem:
            error = {"field": problem.field, "problem": f"{problem.problem}. {problem.mend}"}
        except LetterError as problem:
            error = {"field": "", "problem": str(problem)}
        else:
            if not isinstance(outcome.result, Barred):
                name = f"document-{_position(request, case, outcome.seq)}"
                messages.success(request, _("Drafted, and recorded as entry %(seq)s.") % {"seq": outcome.seq})
                return HttpResponseRedirect(reverse("case_document", args=[case, name]))
            obstacles = outcome.result.obstacles
    response = case_views.page(
        request, case, TAB, "documents/new.html", kinds=_kinds(), wanted=wanted, error=error,
        fields=_fields(wanted, told, dossier, seen), persons=seen.case.persons, measures=seen.case.measures,
        obstacles=showing.obstacles(obstacles, language()), due=told.get("due", ""), of=told.get("of", ""),
        codes=PERSONS_LANGUAGES, addressee="\n".join(wanted.addressee) if wanted else "",
        decision=_inputs(wanted, told, seen, dossier),
    )  # fmt: skip
    response.status_code = 409 if obstacles else 422 if error else 200
    return response


def _kinds() -> list[tuple[str, str, list[tuple[str, str]], tuple[str, ...]]]:
    return [
        (kind, forms.kind_word(kind), [(to.value, str(forms.ADDRESSEES[to])) for to in to_], languages)
        for kind, (to_, languages) in drafting.kinds().items()
    ]


def _wanted(told: Any, dossier: Dossier, seen: Portion) -> drafting.Wanted | None:  # noqa: ANN401 - a query string or form
    """What is to be drafted; None: nothing is chosen yet."""
    kind, known = told.get("kind", ""), drafting.kinds()
    if kind not in known:
        return None
    to_, languages = known[kind]
    to = next((a for a in to_ if a.value == told.get("to")), to_[0])
    person = told.get("person", "")
    if not person and to in (Addressee.PERSON, Addressee.COUNSEL):
        person = next((p.id for p in seen.case.persons), "")
    code = told.get("language") if told.get("language") in languages else language().value
    lines = tuple(line.strip() for line in told.get("addressee", "").splitlines() if line.strip())
    return drafting.Wanted(
        kind=kind,
        language=code if code in languages else languages[0],
        to=to,
        measure=told.get("measure", ""),
        person=person,
        addressee=lines or drafting.addressee_of(to, person, dossier, code),
        typed={k: v for k, v in told.items() if isinstance(v, str)},
        inputs=inputs.read(told),
    )


def _fields(
    wanted: drafting.Wanted | None,
    told: Any,  # noqa: ANN401 - a query string or form
    dossier: Dossier,
    seen: Portion,
) -> list[facts_form.FactField]:
    """The facts of the letter chosen, with what is known already."""
    if wanted is None or wanted.kind not in KINDS:
        return []
    kind = KINDS[wanted.kind]
    known = drafting.known(kind, dossier, seen)
    shown = facts_form.form_of(kind.facts, {**known, **{k: v for k, v in told.items() if k in known}})
    return [replace(field, label=str(forms.FACTS.get(field.name, field.label))) for field in shown]


def _inputs(wanted: drafting.Wanted | None, told: Any, seen: Portion, dossier: Dossier) -> dict[str, Any] | None:  # noqa: ANN401
    """What a decision is made of beside the file; None: no decision is drafted."""
    if wanted is None or wanted.kind in KINDS:
        return None
    made = drafting.making(dossier, seen, {}, wanted.measure)
    typed = {"told": drafting.told_first(dossier), **{k: v for k, v in told.items() if isinstance(v, str)}}
    return {
        "submissions": [
            (s, f"{inputs.ANSWER}{s.id}", typed.get(f"{inputs.ANSWER}{s.id}", "")) for s in made.submissions
        ],
        "typed": {part.replace("-", "_"): typed.get(part, "") for part in inputs.PARTS},
        "uses": drafting.uses(wanted.language),
        "decided": [(c.measure, c.outcome.value, c.by) for c in made.choices],
    }


def about(wanted: drafting.Wanted, told: Any) -> dict[str, Any]:  # noqa: ANN401 - a query string or form
    """What a draft is for, as the door takes it."""
    awaits = wanted.kind in KINDS and KINDS[wanted.kind].awaits
    # The last day for an answer: as typed, or the one the letter itself names.
    due = told.get("due") or (told.get("answer_by", "") if awaits else "")
    given = {
        "to": wanted.to.value,
        "measure": wanted.measure,
        "person": wanted.person,
        "of": told.get("of"),
        "due": due,
    }
    return {part: value for part, value in given.items() if value} | {"inputs": dict(wanted.inputs or {})}


def save(
    request: HttpRequest,
    case: str,
    name: str,
    text: Document,
    *,
    seen: int | None,
    **more: Any,  # noqa: ANN401
) -> door.Outcome:
    """Make a draft, or change the one called `name`."""
    told = {"text": as_plain(text), **more}
    return door.do(request.user.public_id, DRAFT_DOCUMENT.id, case, name, told, seen=seen)  # type: ignore[union-attr]


def _position(request: HttpRequest, case: str, seq: int) -> int:
    """Position of an entry among those of its case, by which what it made is called."""
    dossier, _sight = case_views.opened(request, case)
    return next(n for n, e in enumerate(dossier.entries) if e.seq == seq)


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
    return portion(dossier, [m for m in reader.mandates if m.covers(case, reader.today)])


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
            outcome = save(request, case, document, editing.edited(text, typed), seen=number(typed.get("seen", "")))
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
    told = [e for e in found.seen.entries if e.object == document.name or e.seq in sent or e.seq == document.drafted]
    return in_words(told, language(), found.seen.names)
