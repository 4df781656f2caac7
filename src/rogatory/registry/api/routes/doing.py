"""Routes that do something: to register, to act in a case, to staff the office. All of them go through the door."""

import re
from http import HTTPStatus
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Header, Status

from rogatory.law.acts import REGISTER
from rogatory.office.errors import UnknownActError
from rogatory.office.filing import READ
from rogatory.office.perform import Barred
from rogatory.people.mandates import EVERY_CASE
from rogatory.registry.api import shapes
from rogatory.registry.api.access import to, who
from rogatory.registry.api.opening import numbered
from rogatory.registry.api.problems import ProblemError, barred
from rogatory.registry.api.routes.office import router
from rogatory.registry.api.tokens import Scope
from rogatory.registry.cases import after, door, people

__all__ = ["router"]  # with what acts: a path has all its methods in one router
HEAD = re.compile(r'"(\d{1,15})"')


@router.post("/cases", tags=["acts"], auth=to(Scope.ACT), response={201: shapes.Done}, summary="Register a request")
def register(request: HttpRequest, response: HttpResponse, told: shapes.Registration) -> Any:  # noqa: ANN401
    """Register a request with its case file. The address of the new case is in the header Location."""
    outcome = door.do(who(request).name, REGISTER.id, EVERY_CASE, form={"file": told.file})
    if not isinstance(outcome.result, Barred):
        response["Location"] = f"{request.path}/{outcome.case}"
    return _answer(response, outcome, HTTPStatus.CREATED)


@router.post(
    "/cases/{case}/acts/{act}", tags=["acts"], auth=to(Scope.ACT), response=shapes.Done, summary="Do an act in a case"
)
def act(
    request: HttpRequest, response: HttpResponse, case: str, act: str, told: shapes.Doing,
    if_match: Annotated[str | None, Header(alias="If-Match", description="The ETag of the case looked at.")] = None,
) -> Any:  # noqa: ANN401  # fmt: skip
    """Do an act. If it cannot be done the attempt is recorded, and every obstacle is told.

    Say what you judged on: the ETag of the case in If-Match, or its number in `seen`. An act that cannot be undone is
    not done without.
    """
    if act in (REGISTER.id, READ.id):
        raise UnknownActError(f"{act} has an address of its own")
    seen = _seen(if_match, told.seen)
    account = who(request).name
    outcome = door.do(account, act, numbered(case), told.object, told.form, seen=seen)
    if not isinstance(outcome.result, Barred) and not outcome.result.waits:
        after.then(act, account, outcome.case, outcome.seq)
    return _answer(response, outcome, HTTPStatus.OK)


@router.post(
    "/office/acts/{act}", tags=["acts"], auth=to(Scope.ADMIN), response=shapes.Staffed, summary="Staff the office"
)
def staff(request: HttpRequest, response: HttpResponse, act: str, told: shapes.Doing) -> Any:  # noqa: ANN401
    """Give (`appoint`) or end (`dismiss`) a mandate for every case; open, close or mend an account.

    On accounts: `open-account`, `new-link`, `close-account`, `reopen-account`, `reset-factors`.
    """
    if act == REGISTER.id:
        raise UnknownActError(f"{act} has an address of its own")
    done = people.staff(who(request).name, act, told.object, told.form)
    answer = _answer(response, done.outcome, HTTPStatus.OK)
    if isinstance(answer, Status):
        answer.value.update(link=done.link or None, sent=done.sent)
    return answer


def _seen(header: str | None, seen: int | None) -> int | None:
    if header is None:
        return seen
    match = HEAD.fullmatch(header.strip())
    if match is None:
        raise ProblemError("form", f'If-Match is {header!r}; send the ETag of the case, as "17"')
    return int(match[1])


def _answer(response: HttpResponse, outcome: door.Outcome, status: HTTPStatus) -> Any:  # noqa: ANN401
    result = outcome.result
    if isinstance(result, Barred):
        return barred(result.obstacles, outcome.seq)
    if outcome.case:
        response["ETag"] = f'"{outcome.seq}"'
    ruling = result.ruling
    told = {
        "case": outcome.case,
        "act": result.entry.fields["act"] if result.waits else result.entry.act,
        "object": result.entry.object,
        "entry": outcome.seq,
        "waits": result.waits,
        "verdict": ruling.verdict.word if ruling else None,
        "ruling": ruling.hash if ruling else None,
    }
    return Status(status, told)
