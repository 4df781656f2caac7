"""What goes wrong, as RFC 9457 problems: what it is, why, and what would mend it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError
from pydantic import Field

from rogatory.intake.errors import CaseFileError
from rogatory.office.errors import FormError, Hurdle, Obstacle, UnknownActError, UnknownObjectError
from rogatory.office.folds.dossier import EmptyDossierError
from rogatory.registry.cases.door import NoSuchCaseError
from rogatory.registry.ledger.append import JournalClosedError
from rogatory.registry.ledger.reading import NoReceiptError
from rogatory.registry.mailroom.door import NoSuchMailError
from rogatory.registry.mailroom.in_case import NoSuchLetterError
from rogatory.registry.registers.door import NoSuchRegisterError
from rogatory.registry.registers.elsewhere import NotAskedError
from rogatory.registry.shell.uploads import megabytes

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its status and title."""

    status: int
    title: str


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "request": Kind(400, "The request cannot be read."),
        "token": Kind(401, "No token, or one that opens nothing."),
        "scope": Kind(403, "The token may not be used for this."),
        "role": Kind(403, "This is for another role, or needs a mandate."),
        "unknown": Kind(404, "There is no such thing, or it is not for you."),
        "barred": Kind(409, "The act cannot be done; the obstacles are listed."),
        "stale": Kind(412, "Something came in since the case was looked at."),
        "form": Kind(422, "What was filled in cannot be taken."),
        "not-asked": Kind(502, "A register that is kept elsewhere could not be asked; that says nothing of it."),
        "closed": Kind(503, "Nothing can be recorded now, so nothing can be done."),
    }
)
"""Every kind of problem by the last part of its type."""


class ObstacleShown(Schema):
    """One reason why an act cannot be done."""

    hurdle: str
    text: str
    source: str
    lifts: str
    norm: str


class FaultShown(Schema):
    """A part of the request that cannot be taken."""

    field: str
    problem: str
    mend: str


class Problem(Schema):
    """A problem as RFC 9457 writes it.

    `obstacles` says of a barred act what stands against it, each with its source and what would lift it; `entry` is
    the number of the journal's entry that records the attempt; `faults` says what cannot be taken, and the mend.
    """

    type: str
    title: str
    status: int
    detail: str
    obstacles: list[ObstacleShown] = Field(default_factory=list)
    faults: list[FaultShown] = Field(default_factory=list)
    entry: int | None = None


class ProblemError(Exception):
    """A problem found by a route."""

    def __init__(self, kind: str, detail: str) -> None:
        self.kind = kind
        self.detail = detail
        super().__init__(detail)


def problem(kind: str, detail: str, **more: Any) -> HttpResponse:  # noqa: ANN401
    """The answer for a problem of `kind`."""
    known = KINDS[kind]
    body = {"type": f"/api/v1/problems/{kind}", "title": known.title, "status": known.status, "detail": detail, **more}
    response = HttpResponse(json.dumps(body, ensure_ascii=False), content_type=MEDIA_TYPE, status=known.status)
    if known.status == KINDS["token"].status:
        response["WWW-Authenticate"] = 'Bearer realm="rogatory"'
    return response


def barred(obstacles: Iterable[Obstacle], entry: int | None) -> HttpResponse:
    """The answer for an act that cannot be done; `entry` records the attempt, None: none does."""
    found = tuple(obstacles)
    hurdles = {o.hurdle for o in found}
    if hurdles & {Hurdle.ROLE, Hurdle.MANDATE}:
        kind = "role"
    elif Hurdle.STALE in hurdles:
        kind = "stale"
    else:
        kind = "barred"
    told = [o.as_json() for o in found]
    return problem(kind, found[0].text, obstacles=told, entry=entry)


def install(api: NinjaAPI) -> None:
    """Let `api` answer every exception that is somebody's mistake with a problem."""
    for error, answer in _ANSWERS.items():
        api.add_exception_handler(error, answer)


def _validation(request: HttpRequest, error: ValidationError) -> HttpResponse:
    faults = [
        {"field": ".".join(str(part) for part in e.get("loc", ())), "problem": str(e.get("msg", "")), "mend": ""}
        for e in error.errors
    ]
    return problem("form", "The request is not of the form the schema asks for.", faults=faults)


def _form(request: HttpRequest, error: FormError) -> HttpResponse:
    fault = {"field": error.field, "problem": error.problem, "mend": error.mend}
    return problem("form", str(error), faults=[fault])


def _file(request: HttpRequest, error: CaseFileError) -> HttpResponse:
    faults = [{"field": f.field, "problem": f.problem, "mend": f.mend} for f in error.faults]
    return problem("form", "The case file cannot be read.", faults=faults)


def _unknown(request: HttpRequest, error: LookupError) -> HttpResponse:
    return problem("unknown", "There is no such case, or not for you.")


def _no_register(request: HttpRequest, error: LookupError) -> HttpResponse:
    return problem("unknown", "There is no such register, or not for you.")


def _no_mail(request: HttpRequest, error: LookupError) -> HttpResponse:
    return problem("unknown", "There is no such document, or not for you.")


def _unknown_part(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem("unknown", str(error))


def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem("request", str(error))


def _too_large(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem("request", f"It is too large; what is larger than {megabytes()} MB comes in on the command line.")


def _found(request: HttpRequest, error: ProblemError) -> HttpResponse:
    return problem(error.kind, error.detail)


def _no_token(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return problem("token", "Send a token that is in force: `Authorization: Bearer ...`.")


def _closed(request: HttpRequest, error: Exception) -> HttpResponse:
    response = problem("closed", "The journal takes no entry now; try again, or ask who runs the registry.")
    response["Retry-After"] = "30"
    return response


_ANSWERS: dict[type[Exception], Any] = {
    ValidationError: _validation,
    FormError: _form,
    CaseFileError: _file,
    NoSuchCaseError: _unknown,
    NoSuchRegisterError: _no_register,
    NotAskedError: lambda _, error: problem("not-asked", str(error)),
    NoSuchMailError: _no_mail,
    NoSuchLetterError: _no_mail,
    UnknownActError: _unknown_part,
    UnknownObjectError: _unknown_part,
    NoReceiptError: _unknown_part,
    EmptyDossierError: _unknown_part,
    HttpError: _http,
    AuthenticationError: _no_token,
    ProblemError: _found,
    JournalClosedError: _closed,
    OperationalError: _closed,
    RequestDataTooBig: _too_large,
}


def as_schema() -> dict[str, Any]:
    """The shapes of a problem, for the schema."""
    whole = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    parts: dict[str, Any] = whole.pop("$defs", {})
    return {**parts, "Problem": whole}


def in_schema(status: int) -> dict[str, Any]:
    """An answer of `status`, for the schema."""
    title = " ".join(dict.fromkeys(k.title for k in KINDS.values() if k.status == status))
    return {"description": title, "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
