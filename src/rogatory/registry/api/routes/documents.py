"""Routes of the decisions and letters of a case. Signing, sending and answers are acts, and have the routes of acts."""

from datetime import date
from http import HTTPStatus
from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import File, Form, Router, Schema, Status
from ninja.files import UploadedFile
from pydantic import ConfigDict, Field

from rogatory.decision.documents.document import Document
from rogatory.decision.documents.written import as_plain
from rogatory.decision.releasing.translation import words_of
from rogatory.letters.wording import LetterError
from rogatory.office.filing import DRAFT_DOCUMENT
from rogatory.office.folds.documents import Addressee, CaseDocument, Standing, family
from rogatory.office.folds.round_trips import Trip, trips
from rogatory.office.perform import Barred
from rogatory.people.sight import Sight
from rogatory.registry.api import shapes
from rogatory.registry.api.access import to, who
from rogatory.registry.api.opening import Opened, numbered, opened
from rogatory.registry.api.problems import ProblemError, barred
from rogatory.registry.api.tokens import Scope
from rogatory.registry.cases import door
from rogatory.registry.documents import drafting, forms, papers, store, translating
from rogatory.registry.ledger import reading
from rogatory.typesetting.editing import read_edited
from rogatory.typesetting.paper import pdf
from rogatory.typesetting.text import PaperError
from rogatory.typesetting.word import docx

router = Router(tags=["documents"], auth=to(Scope.READ))


class SentShown(Schema):
    """That a document was sent."""

    entry: int
    act: str
    to: str
    channel: str
    on: str


class DocumentShown(Schema):
    """A document of a case. `standing` is draft, signed or sent; `sends` is the act by which it is sent."""

    document: str
    kind: str
    language: str
    to: str
    title: str
    measure: str
    person: str
    standing: str
    sends: str
    due: str | None
    code: str
    paper: str
    sent: list[SentShown]
    answers: int
    translation: dict[str, str] | None
    first: str
    asks: list[str]


class DocumentWhole(DocumentShown):
    """A document with its words, and what stands against signing it. `text` is null once it is erased.

    `words` is the digest of its words, which a translation names.
    """

    text: dict[str, Any] | None
    words: str | None
    lacking: list[str]
    leaking: list[str]


class Drafting(Schema):
    """What is to be drafted: a letter from its facts, each as text (lists line by line), a decision from its inputs."""

    model_config = ConfigDict(extra="forbid")
    kind: str = Field(max_length=80)
    language: str = Field(max_length=8)
    to: str = Field(max_length=40)
    measure: str = Field("", max_length=80)
    person: str = Field("", max_length=80)
    addressee: list[str] = Field(default_factory=list, max_length=20)
    facts: dict[str, str] = Field(default_factory=dict)
    inputs: dict[str, Any] = Field(default_factory=dict)
    of: str = Field("", max_length=80)
    due: str = Field("", max_length=10)
    languages: list[str] = Field(
        default_factory=list,
        max_length=8,
        description="Further languages: a draft in each, from the same facts",
    )
    again: str = Field("", max_length=80, description="A draft to be made anew, in each of its languages")


class AnswerShown(Schema):
    """What came back: its entry, and which points it answers or declines; `over`: no more is awaited."""

    entry: int
    on: str
    received: str
    points: list[str]
    declined: list[str]
    over: bool


class RoundTrip(Schema):
    """A letter that asks, and what came back. `state`: awaited, remind, decide, answered, settled or look again.

    `documents` is the letter in each of its languages. `next` is the day from which it stands otherwise if nothing
    comes in. `reminders` that have not left are drafts.
    """

    document: str
    documents: list[str]
    kind: str
    to: str
    sent: str
    due: str
    overdue: bool
    state: str
    points: list[str]
    open: list[str]
    declined: list[str]
    answers: list[AnswerShown]
    reminders: list[str]
    next: str | None


class Translating(Schema):
    """What is said of a translation: `on` a day, `sworn` a number (empty: not sworn)."""

    model_config = ConfigDict(extra="forbid")
    language: str = Field(max_length=2)
    translator: str = Field(max_length=200)
    sworn: str = Field("", max_length=200)
    on: str = Field(max_length=10)
    of: str = Field(max_length=64)


@router.get("/{case}/documents", response=list[DocumentShown], summary="Documents of a case")
def documents(request: HttpRequest, case: str) -> Any:  # noqa: ANN401
    """The documents the caller sees: of outside the office, what was sent to the caller."""
    return [_shown(d) for d in opened(who(request).name, case).portion.documents.values()]


@router.get("/{case}/exchanges", response=list[RoundTrip], summary="What was asked, and what came back")
def round_trips(request: HttpRequest, case: str) -> Any:  # noqa: ANN401
    """The letters of a case that await an answer or had one, in the order in which they left."""
    found, today = opened(who(request).name, case), timezone.localdate()
    whole = found.portion.sight is Sight.FILE
    return [_trip(trip, today) for trip in trips(found.portion.documents, today)] if whole else []


@router.get("/{case}/documents/{document}", response=DocumentWhole, summary="One document")
def document(request: HttpRequest, case: str, document: str) -> Any:  # noqa: ANN401
    """A document with its words. A liaison gets the paper alone."""
    found, told, text = _one(request, case, document)
    if found.portion.sight is Sight.STATUS:
        raise ProblemError("unknown", "there is no such document, or not for you")
    draft = told.standing is Standing.DRAFT and found.portion.sight is Sight.FILE
    return _shown(told) | {
        "text": as_plain(text) if text else None,
        "words": words_of(text) if text else None,
        "lacking": list(papers.lacking(text, told, found.dossier)) if draft else [],
        "leaking": [str(leak) for leak in papers.leaking(text, told, found.dossier)] if draft else [],
    }


@router.get("/{case}/documents/{document}/pdf", summary="A document on paper")
def as_pdf(request: HttpRequest, case: str, document: str) -> HttpResponse:
    """The PDF as it was signed; of a draft, as it stands."""
    _found, told, text = _one(request, case, document)
    made = store.pdf_of(numbered(case), told)
    if made is None and text is not None:
        made = pdf(text)
    if made is None:
        raise ProblemError("unknown", "its words were erased")
    return HttpResponse(made, content_type="application/pdf")


@router.get("/{case}/documents/{document}/docx", summary="A draft for a word processor")
def as_docx(request: HttpRequest, case: str, document: str) -> HttpResponse:
    """The draft as DOCX: edit it, and send it back."""
    found, told, text = _one(request, case, document)
    if text is None or told.standing is not Standing.DRAFT or found.portion.sight is not Sight.FILE:
        raise ProblemError("unknown", "there is no such draft, or not for you")
    return HttpResponse(docx(text), content_type=forms.DOCX)


@router.get("/{case}/documents/{document}/receipt", summary="Receipt of a signature")
def receipt(request: HttpRequest, case: str, document: str) -> HttpResponse:
    """The receipt (`.tlog-proof`) of the entry by which it was signed."""
    found, told, _text = _one(request, case, document)
    if told.signed is None or found.portion.sight is Sight.STATUS:
        raise ProblemError("unknown", "there is no such signature, or not for you")
    return HttpResponse(reading.receipt(told.signed), content_type="text/plain; charset=utf-8")


@router.post("/{case}/documents", auth=to(Scope.ACT), response={201: shapes.Done}, summary="Draft a document")
def draft(request: HttpRequest, response: HttpResponse, case: str, told: Drafting) -> Any:  # noqa: ANN401
    """Have a letter or decision drafted from the case. The address of the draft is in the header Location."""
    found = opened(who(request).name, case)
    if found.portion.sight is not Sight.FILE:
        raise ProblemError("role", "drafts are made of the whole file")
    known = drafting.kinds()
    drafts = tuple(d for d in found.portion.documents.values() if d.name == told.again) if told.again else ()
    if told.again and not (drafts and drafts[0].standing is Standing.DRAFT):
        raise ProblemError("unknown", "there is no such draft, or not for you")
    others = [
        d.language for one in drafts for d in family(found.portion.documents, one) if d.standing is Standing.DRAFT
    ]
    # Of a draft made anew its own language comes first, then those made with it, then those that are new.
    languages = list(dict.fromkeys([*(d.language for d in drafts), *others, told.language, *told.languages]))
    fits = (
        told.kind in known
        and told.to in {a.value for a in known[told.kind][0]}
        and set(languages) <= set(known[told.kind][1])
    )
    if not fits:
        raise ProblemError("form", f"no {told.kind!r} goes to {told.to!r} in {', '.join(languages)}")
    wanted = drafting.Wanted(
        told.kind, told.language, Addressee(told.to), told.measure, told.person,
        tuple(told.addressee) or drafting.addressee_of(Addressee(told.to), told.person, found.dossier, told.language),
        told.facts, told.inputs,
    )  # fmt: skip
    try:
        texts = drafting.in_each(wanted, languages, found.dossier, found.portion)
    except LetterError as error:
        raise ProblemError("form", str(error)) from error
    about = {part: getattr(told, part) for part in ("to", "measure", "person", "of", "due")}
    form = drafting.form_of(wanted, texts) | {part: value for part, value in about.items() if value}
    return _saved(request, response, case, told.again, form)


@router.post(
    "/{case}/documents/{document}/docx", auth=to(Scope.ACT), response={201: shapes.Done}, summary="Send a draft back"
)
def upload(
    request: HttpRequest, response: HttpResponse, case: str, document: str, file: Annotated[UploadedFile, File()]
) -> Any:  # noqa: ANN401
    """The edited DOCX: kept as it came, read back, and the draft changed."""
    found, told, text = _one(request, case, document)
    if text is None or told.standing is not Standing.DRAFT or found.portion.sight is not Sight.FILE:
        raise ProblemError("unknown", "there is no such draft, or not for you")
    data = file.read()
    store.keep_upload(numbered(case), document, who(request).name, timezone.now(), data)
    try:
        read = read_edited(data, text)
    except PaperError as error:
        raise ProblemError("form", str(error)) from error
    return _saved(request, response, case, document, {"text": as_plain(read)})


@router.post(
    "/{case}/documents/{document}/translation", auth=to(Scope.ACT), response={201: shapes.Done},
    summary="Attach the translation of a text for the requesting state",
)  # fmt: skip
def translate(
    request: HttpRequest, case: str, document: str, file: Annotated[UploadedFile, File()], told: Form[Translating]
) -> Any:  # noqa: ANN401
    """A file by a named translator; `of` is the digest of the words it translates (`words` of the document)."""
    found, draft, _text = _one(request, case, document)
    name, data = file.name or "", file.read()
    outcome = translating.attach(who(request).name, found.dossier, draft, (name, data), told.dict(), None)
    if isinstance(outcome.result, Barred):
        return barred(outcome.result.obstacles, outcome.seq)
    done = {"case": case, "act": DRAFT_DOCUMENT.id, "object": document, "entry": outcome.seq}
    return Status(HTTPStatus.CREATED, {**done, "waits": False, "verdict": None, "ruling": None})


@router.get("/{case}/documents/{document}/translation", summary="The file of a translation")
def translation(request: HttpRequest, case: str, document: str) -> HttpResponse:
    """The translator's file as it was attached."""
    _found, told, _text = _one(request, case, document)
    try:
        return translating.saved(numbered(case), told)
    except Http404 as error:
        raise ProblemError("unknown", "there is no translation of it, or not for you") from error


def _saved(request: HttpRequest, response: HttpResponse, case: str, name: str, form: dict[str, Any]) -> Any:  # noqa: ANN401
    outcome = door.do(who(request).name, DRAFT_DOCUMENT.id, case, name, form)
    if isinstance(outcome.result, Barred):
        return barred(outcome.result.obstacles, outcome.seq)
    dossier, _sight = door.look(who(request).name, case)
    drafted = next(d for d in dossier.documents.values() if d.changed == outcome.seq)
    response["Location"] = f"/api/v1/cases/{case}/documents/{drafted.name}"
    told = {"case": case, "act": DRAFT_DOCUMENT.id, "object": drafted.name, "entry": outcome.seq}
    return Status(HTTPStatus.CREATED, {**told, "waits": False, "verdict": None, "ruling": None})


def _one(request: HttpRequest, case: str, name: str) -> tuple[Opened, CaseDocument, Document | None]:
    found = opened(who(request).name, case)
    told = found.portion.documents.get(name)
    if told is None:
        raise ProblemError("unknown", "there is no such document, or not for you")
    return found, told, store.text_of(numbered(case), told.text)


def _shown(told: CaseDocument) -> dict[str, Any]:
    sent = [
        {"entry": s.entry, "act": s.act, "to": s.to, "channel": s.channel, "on": s.on.isoformat()} for s in told.sent
    ]
    return {
        "document": told.name, "kind": told.kind, "language": told.language, "to": told.to.value, "title": told.title,
        "measure": told.measure, "person": told.person, "standing": told.standing.value, "sends": told.sender.id,
        "due": told.due.isoformat() if told.due else None, "code": told.code, "paper": told.paper,
        "sent": sent,
        "answers": len(told.answers), "first": told.first, "asks": list(told.asks),
        "translation": told.translation.as_plain() if told.translation else None,
    }  # fmt: skip


def _trip(trip: Trip, today: date) -> dict[str, Any]:
    now = trip.standing
    answers = sorted((a.on, a.entry, a) for d in trip.letters for a in d.answers)
    return {
        "document": trip.letter.name, "documents": [d.name for d in trip.letters], "kind": trip.letter.kind,
        "to": trip.letter.to.value, "sent": now.exchange.sent.day.isoformat(), "due": now.exchange.due.isoformat(),
        "overdue": trip.overdue(today), "state": now.state.value, "points": list(now.exchange.sent.points),
        "open": list(now.open), "declined": list(now.exchange.declined),
        "answers": [
            {"entry": a.entry, "on": a.on.isoformat(), "received": a.received, "points": list(a.points),
             "declined": list(a.declined), "over": a.over}
            for _on, _entry, a in answers
        ],
        "reminders": [d.name for d in trip.reminders], "next": now.next.isoformat() if now.next else None,
    }  # fmt: skip
