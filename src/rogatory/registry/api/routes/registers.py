"""Routes of the registers: what is kept here, what comes in, and who asks; and the links of a case.

The service of a custodian: a query names a case and a purpose, is recorded before it is answered, and is answered with
words only to whom the compartment of the register is open; to anybody else it says to consult, or that it has nothing
to add. Neither ever means that somebody is not protected.
"""

import json
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja import Router, Schema, Status
from pydantic import Field

from rogatory.casefile.model import CaseFile
from rogatory.intake.reading import read_case
from rogatory.office.folds.screening import link_json
from rogatory.office.perform import Barred
from rogatory.registers.imported import Report
from rogatory.registers.model import RegisterEntry
from rogatory.registry.api.access import to, who
from rogatory.registry.api.opening import opened
from rogatory.registry.api.problems import ProblemError, barred
from rogatory.registry.api.routes.cases import router as case_router
from rogatory.registry.api.tokens import Scope
from rogatory.registry.desk.rows import links as link_words
from rogatory.registry.desk.rows.reader import language
from rogatory.registry.registers import door, incoming
from rogatory.registry.shell.uploads import megabytes

router = Router(tags=["registers"], auth=to(Scope.READ))


class RegisterShown(Schema):
    """A register that is kept here, called `id`.

    `as_of` is the day of its last change; `keeps` whether the caller is its custodian.
    """

    id: str
    kind: str
    title: str
    as_of: str
    keeps: bool


class Asking(Schema):
    """What a register is asked: for which case, why, and about whom and what, in the form of a case file.

    `office` is named by another office that asks about a case of its own, which is not registered here.
    """

    case: str
    purpose: str
    office: str = ""
    persons: list[dict[str, Any]] = Field(default_factory=list)
    relations: list[dict[str, Any]] = Field(default_factory=list)
    proceedings: list[dict[str, Any]] = Field(default_factory=list)


class Answered(Schema):
    """What a register answers: `consult` or `nothing to add`; links for whoever may open its compartment.

    To another office `about` says of whom and of which proceedings of its query the custodian is to be consulted, with
    a mark that changes with the evidence; `entries` and `as_of` what was looked through.
    """

    word: str
    links: list[dict[str, Any]]
    entry: int
    about: dict[str, str] = Field(default_factory=dict)
    entries: int | None = None
    as_of: str = ""


class Keeping(Schema):
    """What is done to a register: the form of the act, and for what comes in the text of a file and its format."""

    form: dict[str, Any] = Field(default_factory=dict)
    document: str = ""
    format: str = "register"
    mapping: str = ""


class Incoming(Schema):
    """What came of an act on a register: how many entries, and what of a file was left out, with the reason."""

    act: str
    entry: int
    count: int
    left_out: list[str]


class LogEntry(Schema):
    """An entry of a register's own journal, as far as it is the caller's to see."""

    entry: int
    at: str
    act: str
    by: str
    fields: dict[str, Any]


class LinkShown(Schema):
    """A link of a case with what is already known; `words` is null where they are closed to the caller.

    In `words` stands what was recorded; `told` in it, in each piece of its evidence and in what is missing says the
    same in the caller's language, and is empty where there is no such sentence.
    """

    link: str
    state: str
    band: str
    bars: bool
    entries: list[int]
    words: dict[str, Any] | None
    took: list[str]
    raised: list[str]


@router.get("", response=list[RegisterShown], summary="The registers kept here")
def registers(request: HttpRequest) -> Any:  # noqa: ANN401
    """Every register kept here, without what it holds: that it exists is no secret, and is the same for everybody."""
    account = who(request).name
    return [
        {"id": r.id, "kind": r.kind.value, "title": r.title, "as_of": r.as_of, "keeps": door.keeps(account, r.id)}
        for r in door.registers()
    ]


@router.get("/{ident}/journal", response=list[LogEntry], summary="What was done to a register, and who asked it")
def journal(request: HttpRequest, ident: str) -> Any:  # noqa: ANN401
    """For its custodian everything; for an auditor of the office what was done, by whom, and every alarm."""
    _, entries = door.log(who(request).name, ident)
    return [
        {"entry": e.seq, "at": e.at.isoformat(), "act": e.act, "by": e.actor, "fields": dict(e.fields)} for e in entries
    ]


@router.post("/{ident}/queries", auth=to(Scope.ACT), response=Answered, summary="Ask a register")
def ask(request: HttpRequest, ident: str, told: Asking) -> Any:  # noqa: ANN401
    """Ask about persons and proceedings, for a case and a purpose. The query is recorded, whatever comes of it."""
    done = door.ask(who(request).name, ident, told.case, told.purpose, _asked_about(told), office=told.office)
    if isinstance(done.result, Barred) or done.answer is None:
        return barred(done.result.obstacles if isinstance(done.result, Barred) else (), done.seq)
    return {
        "word": done.answer.word.value,
        "links": [link_json(link) for link in done.answer.links],
        "entry": done.seq,
        "about": dict(done.answer.about),
        "entries": done.answer.entries,
        "as_of": done.answer.as_of,
    }


@router.post(
    "/{ident}/acts/{act}", auth=to(Scope.ACT, Scope.ADMIN), response={200: Incoming, 201: Incoming},
    summary="Open a register, bring entries in, or end one",
)  # fmt: skip
def keep(request: HttpRequest, ident: str, act: str, told: Keeping) -> Any:  # noqa: ANN401
    """`open-register` (administrator); `import-entries`, `put-entry`, `end-entry` (its custodian)."""
    if act not in ("open-register", "import-entries", "put-entry", "end-entry"):
        raise ProblemError("unknown", f"{act!r} is not done to a register")
    found = next((r for r in door.registers() if r.id == ident), None)
    if found is None and act != "open-register":
        raise door.NoSuchRegisterError(ident)
    left_out: list[str] = []
    entries: tuple[RegisterEntry, ...] = ()
    if told.document:
        if found is None or not door.keeps(who(request).name, ident):
            # What a file holds is read for its custodian alone; the attempt is recorded below.
            told.document = ""
        else:
            data = told.document.encode()
            if len(data) > settings.MOST_BYTES:
                most = f"{megabytes()} MB"
                raise ProblemError("request", f"the document is larger than {most}; import it on the command line")
            read = incoming.read_file(data, "document", told.format, found, told.mapping.encode())
            entries, left_out = read.register.entries, _left_out(read.report)
    done = door.keep(who(request).name, act, ident, told.form, entries=entries)
    if isinstance(done.result, Barred):
        return barred(done.result.obstacles, done.seq)
    answer = {"act": act, "entry": done.seq, "count": done.count, "left_out": left_out}
    return Status(HTTPStatus.CREATED if act == "open-register" else HTTPStatus.OK, answer)


@case_router.get("/{case}/links", response=list[LinkShown], summary="Links with what is already known")
def links(request: HttpRequest, case: str) -> Any:  # noqa: ANN401
    """The links of a case, as far as the caller may see them; that nothing is here never means "no protection"."""
    return [
        {
            "link": link.name, "state": link.state.value, "band": link.band.value, "bars": link.bars,
            "entries": list(link.entries), "words": link_words.in_words(link, language()),
            "took": list(link.took), "raised": list(link.raised),
        }
        for link in opened(who(request).name, case).portion.links
    ]  # fmt: skip


def _left_out(report: Report) -> list[str]:
    told = [str(out) for out in report.left_out]
    return [*told, f"{report.more_left_out} more"] if report.more_left_out else told


def _asked_about(told: Asking) -> CaseFile:
    parts = {"persons": told.persons, "relations": told.relations, "proceedings": told.proceedings}
    frame = {
        "id": "query", "title": "query",
        "request": {"kind": "mla", "requesting_state": "ZZ", "requested_state": "ZZ"},
    }  # fmt: skip
    asked = {**frame, **{name: part for name, part in parts.items() if part}}
    return read_case(json.dumps(asked, ensure_ascii=False).encode(), "query")
