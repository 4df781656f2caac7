"""The route of the notice of a case: its check, its copies, what was asked of the Commission."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from rogatory.people.sight import Sight
from rogatory.registry.api.access import to, who
from rogatory.registry.api.opening import opened
from rogatory.registry.api.tokens import Scope
from rogatory.registry.desk.rows import notices as notice_rows
from rogatory.registry.desk.rows.reader import language

router = Router(tags=["notices"], auth=to(Scope.READ))


class WaitedFor(Schema):
    """A question without an answer; `about` is a person, or empty: the request."""

    question: str
    about: str


class PartShown(Schema):
    """A part of the check. `state` is done or open; who answered and what it waits for, only the whole file shows."""

    part: str
    says: str
    state: str
    on: date | None
    by: list[str]
    waits: list[WaitedFor]
    unseen: bool
    source: str
    check: str


class FollowedShown(Schema):
    """A copy, or a request to the Commission. `state` is done, open or overdue; `until` is null where nothing runs."""

    name: str
    kind: str
    text: str
    stands: str
    state: str
    on: date
    until: date | None
    days_left: int | None


class NoticeShown(Schema):
    """The notice of a case. Until every part of its check is done, nobody is arrested on it and it is not kept."""

    checked: bool
    parts: list[PartShown]
    deleted: date | None
    copies: list[FollowedShown]
    places_open: list[str]
    requests: list[FollowedShown]


@router.get("/cases/{case}/notice", response=NoticeShown | None, summary="Check and copies of a notice")
def notice(request: HttpRequest, case: str, on: date | None = None) -> Any:  # noqa: ANN401
    """Null: the case is about no notice, or you see only that it is there."""
    found = opened(who(request).name, case, on)
    names: dict[str, str] | None = {} if found.portion.sight is Sight.FILE else None
    told = notice_rows.rows(found.dossier, found.portion, found.on, language().value, names)
    if told is None:
        return None
    return {
        "checked": not told.open,
        "parts": [_part(row) for row in told.parts],
        "deleted": told.deleted,
        "copies": [_followed(row) for row in told.copies],
        "places_open": [place.value for place in told.notice.places_open],
        "requests": [_followed(row) for row in told.requests],
    }


def _part(row: notice_rows.PartRow) -> dict[str, Any]:
    waits = [{"question": question, "about": about} for question, about in row.waits]
    return {
        "part": row.part, "says": row.says, "state": row.state, "on": row.on, "by": list(row.by), "waits": waits,
        "unseen": row.unseen, "source": row.source, "check": row.check,
    }  # fmt: skip


def _followed(row: notice_rows.Followed) -> dict[str, Any]:
    return {
        "name": row.ident, "kind": row.kind, "text": row.text, "stands": row.stands, "state": row.state, "on": row.on,
        "until": row.until, "days_left": row.left,
    }  # fmt: skip
