"""Routes of the mailroom: what came in, what was read in it, settling its fields, and making a case of it."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from ninja import File, Router, Schema, Status
from ninja.files import UploadedFile
from pydantic import Field

from rogatory.office.filing import CONFIRM, MAIL, RECEIVE
from rogatory.office.perform import Barred
from rogatory.office.streams.from_letter import Told
from rogatory.office.streams.mailroom import Mail, Settled, lacks, mark_of
from rogatory.received.pages import Part
from rogatory.received.proposed import Proposed
from rogatory.registry.api.access import to, who
from rogatory.registry.api.paging import next_page
from rogatory.registry.api.problems import ProblemError, barred
from rogatory.registry.api.tokens import Scope
from rogatory.registry.cases import door as cases
from rogatory.registry.mailroom import door
from rogatory.registry.shell.uploads import megabytes, too_large

router = Router(tags=["mail"], auth=to(Scope.READ))


class LetterListed(Schema):
    """A document that came in: its number, name and digest, how far its reading is, and what of it is left to do."""

    mail: int
    name: str
    digest: str
    size: int
    at: str
    by: str
    meant_for: str
    state: str
    fields: int
    unsettled: int
    unread: int
    away: bool
    erasure_proposed: bool
    cases: list[str]


class PlaceShown(Schema):
    """Where words stand: part by digest, page, first and last character of its text, and boxes on the page."""

    part: str
    page: int
    start: int
    end: int
    boxes: list[tuple[float, float, float, float]]


class FieldShown(Schema):
    """A field that was read or added.

    `how` is null while nobody has settled it; `value` then is what is proposed.
    """

    mark: str
    field: str
    value: str
    raw: str
    about: str
    why: str
    doubts: list[str]
    place: PlaceShown | None
    how: str | None
    by: str | None


class PartShown(Schema):
    """A document, or one inside another: how reading it ended, and what that means."""

    name: str
    media: str
    digest: str
    size: int
    state: str
    says: str
    pages: int
    looked: bool
    inside: int


class Lacking(Schema):
    """Something an instrument asks for and nobody has confirmed or seen in a document, with the article that asks."""

    what: str
    instrument: str
    article: str
    need: str
    then: str


class Before(Schema):
    """A request made before that a document repeats: the case, how, and why that is thought."""

    case: str
    how: str
    reasons: list[str]


class Awaited(Schema):
    """A letter of ours that waits and that a document may answer: its case, its name there, and why that is thought."""

    case: str
    document: str
    reasons: list[str]


class LetterShown(LetterListed):
    """A document with what was read in it; `obstacles` stand against making a case of it.

    `lacks` is known once the kind of request is settled; that `before` is empty never says that nothing was asked.
    """

    parts: list[PartShown]
    read: list[FieldShown]
    obstacles: list[str]
    same: list[int]
    seen: list[str]
    lacks: list[Lacking]
    before: list[Before]
    may_answer: list[Awaited]


class Handled(Schema):
    """What came of an act on a document; `act` is `proposed` where it waits for a second person."""

    mail: int
    act: str
    entry: int


class Handling(Schema):
    """The form of an act on a document; for `settle-fields` the rows `settled`, and parts `looked` at."""

    form: dict[str, Any] = Field(default_factory=dict)


class Filing(Schema):
    """A case to be registered from a document: what a clerk says beside what was settled."""

    requested_state: str = Field(default="", description="Empty: the state of this office")
    received: str = Field(default="", description="Day it came in; empty: the day it came in here")
    title: str = ""
    summary: str = ""


class Attaching(Schema):
    """A document to be attached to a case, and what it is."""

    case: str
    text: str


class Filed(Schema):
    """The case a document became, or was attached to."""

    mail: int
    case: str
    entry: int


@router.post("", auth=to(Scope.ACT), response={201: Handled}, summary="Bring a document in")
def receive(
    request: HttpRequest, response: HttpResponse, file: Annotated[UploadedFile | None, File()] = None, case: str = ""
) -> Any:  # noqa: ANN401
    """Bring in a document as it came. The original is kept first; then it is read, at once if it is small.

    `case` is the number of the case it is said to belong to; nothing follows from it but that a clerk is told.
    """
    if too_large(request):
        raise ProblemError("request", f"the file is larger than {megabytes()} MB")
    if file is None:
        raise ProblemError("form", "there is no file; send it as multipart/form-data, in the field `file`")
    done = door.receive(who(request).name, file.name or "document", file.read(), case=case)
    if isinstance(done.result, Barred):
        return barred(done.result.obstacles, done.seq)
    response["Location"] = f"{request.path}/{done.number}"
    return Status(HTTPStatus.CREATED, {"mail": done.number, "act": RECEIVE.id, "entry": done.seq})


@router.get("", response=list[LetterListed], summary="What came in")
def letters(request: HttpRequest, response: HttpResponse, *, waiting: bool = True, page: int = 1) -> Any:  # noqa: ANN401
    """What came in, the newest first, 50 at a time; the header Link names the next page, where there is one.

    With `waiting=false` also what belongs to a case or was put away.
    """
    told = door.letters(who(request).name, waiting=waiting, page=page)
    after = told.next_page_number() if told.has_next() else None
    next_page(request, response, {"waiting": "" if waiting else "false"}, after, "page")
    return [_listed(found.row, found.cases) for found in told]


@router.get("/{mail}", response=LetterShown, summary="One document, and what was read in it")
def letter(request: HttpRequest, mail: int) -> Any:  # noqa: ANN401
    """A document with its parts and fields; if it belongs to a case, that the case was read is recorded."""
    account = who(request).name
    found = door.look(account, mail)
    looked = door.before(account, found)
    return _listed(found.row, found.cases) | {
        "parts": parts_shown(found.part, found.mail),
        "read": fields_shown(found.proposed, found.mail),
        "obstacles": [o.text for o in found.obstacles],
        "same": list(found.same),
        "seen": sorted(content.value for content in found.mail.seen),
        "lacks": [
            {"what": m.what, "instrument": m.instrument, "article": m.article, "need": m.need.value, "then": m.then}
            for m in lacks(found.mail)
        ],
        "before": [{"case": a.earlier, "how": a.repeat.value, "reasons": list(a.reasons)} for a in looked.found],
        "may_answer": [
            {"case": one.waiting.case, "document": one.waiting.letter.name, "reasons": list(one.reasons)}
            for one in door.may_answer(account, found, looked)
        ],
    }


@router.get("/{mail}/original", summary="A document as it came")
def original(request: HttpRequest, mail: int) -> HttpResponse:
    """The bytes, untouched; never shown in the browser, always saved."""
    name, data = door.original(who(request).name, mail)
    return as_saved(name, data)


@router.post(
    "/{mail}/acts/{act}", auth=to(Scope.ACT), response=Handled, summary="Settle fields, put it away, or erase it"
)
def handle(request: HttpRequest, mail: int, act: str, told: Handling) -> Any:  # noqa: ANN401
    """`settle-fields`: confirm, mend, turn down or add; `read-again`; `put-away` with reasons.

    `erase-document` (`basis`, `reasons`) proposes to erase a document that belongs to no case; the court agrees by
    `confirm`.
    """
    if act not in (*MAIL, CONFIRM.id) or act == RECEIVE.id:
        raise ProblemError("unknown", f"{act!r} is not done to a received document")
    done = door.handle(who(request).name, act, mail, told.form)
    if isinstance(done.result, Barred):
        return barred(done.result.obstacles, done.seq)
    return {"mail": mail, "act": done.result.entry.act, "entry": done.seq}


@router.post("/{mail}/register", auth=to(Scope.ACT), response={201: Filed}, summary="Register a case from a document")
def register(request: HttpRequest, response: HttpResponse, mail: int, told: Filing) -> Any:  # noqa: ANN401
    """Register a case from what was settled. The address of the new case is in the header Location."""
    account = who(request).name
    row = door.look(account, mail).row
    received = told.received or timezone.localdate(row.at).isoformat()
    more = Told(row.name, received, told.requested_state or settings.STATE, told.title, told.summary)
    answer = _filed(mail, door.register(account, mail, more), HTTPStatus.CREATED)
    if isinstance(answer, Status):
        response["Location"] = f"/api/v1/cases/{answer.value['case']}"
    return answer


@router.post("/{mail}/attach", auth=to(Scope.ACT), response=Filed, summary="Attach a document to a case")
def attach(request: HttpRequest, mail: int, told: Attaching) -> Any:  # noqa: ANN401
    """Attach a document to a case that is there already: a supplement, an answer; with what was settled in it."""
    return _filed(mail, door.attach(who(request).name, mail, told.case, told.text), HTTPStatus.OK)


def parts_shown(part: Part | None, mail: Mail) -> list[dict[str, Any]]:
    """A document and what it holds, the outermost first; none: it is not read."""
    return [_part(p, mail.looked) for p in part.walk()] if part else []


def fields_shown(proposed: Iterable[Proposed], mail: Mail) -> list[dict[str, Any]]:
    """The fields that are proposed, with what became of each; then those that were added."""
    settled = dict(mail.settled)
    read = [_proposed(p, settled.pop(mark_of(p), None)) for p in proposed]
    return [*read, *(_settled(s) for s in settled.values())]


def as_saved(name: str, data: bytes) -> HttpResponse:
    """Bytes for saving, whatever they are: nothing in them is run or shown by the browser."""
    response = HttpResponse(data, content_type="application/octet-stream")
    kept = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    response.headers["Content-Disposition"] = kept
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _filed(mail: int, came: Any, status: HTTPStatus) -> Any:  # noqa: ANN401
    if not isinstance(came, cases.Outcome):
        # Nothing was attempted in a case yet: there is no entry that records it.
        return barred(came, None)
    if isinstance(came.result, Barred):
        return barred(came.result.obstacles, came.seq)
    return Status(status, {"mail": mail, "case": came.case, "entry": came.seq})


def _listed(row: Any, belongs: tuple[str, ...]) -> dict[str, Any]:  # noqa: ANN401
    return {
        "mail": row.pk, "name": row.name, "digest": row.digest, "size": row.size, "at": row.at.isoformat(),
        "by": row.by, "meant_for": row.meant_for, "state": row.state, "fields": row.fields,
        "unsettled": row.unsettled, "unread": row.unread,
        "away": row.away, "erasure_proposed": row.leaving, "cases": list(belongs),
    }  # fmt: skip


def _part(part: Part, looked: frozenset[str]) -> dict[str, Any]:
    return {
        "name": part.name, "media": part.media, "digest": part.digest, "size": part.size, "state": part.state.value,
        "says": part.says, "pages": len(part.pages), "looked": part.digest in looked, "inside": len(part.parts),
    }  # fmt: skip


def _proposed(p: Proposed, settled: Settled | None) -> dict[str, Any]:
    place = p.place
    boxes = [(b.left, b.top, b.right, b.bottom) for b in place.boxes]
    where = {"part": place.part, "page": place.page, "start": place.start, "end": place.end, "boxes": boxes}
    return {
        "mark": mark_of(p), "field": p.field.value, "value": settled.value if settled else p.value, "raw": p.raw,
        "about": p.about, "why": p.why, "doubts": list(p.doubts), "place": where,
        "how": settled.how.value if settled else None, "by": settled.by if settled else None,
    }  # fmt: skip


def _settled(s: Settled) -> dict[str, Any]:
    where = {"part": s.part, "page": s.page, "start": 0, "end": 0, "boxes": []} if s.page else None
    return {
        "mark": s.mark, "field": s.field.value, "value": s.value, "raw": s.raw, "about": s.about, "why": "",
        "doubts": [], "place": where, "how": s.how.value, "by": s.by,
    }  # fmt: skip
