"""The route of the allegations of a case: what was alleged, where its inquiry stands, until when.

To lodge, take up, take steps, conclude and decide on a source are acts.
"""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from rogatory.people.sight import Sight
from rogatory.registry.api.access import to, who
from rogatory.registry.api.opening import opened
from rogatory.registry.api.tokens import Scope
from rogatory.registry.desk.rows import inquiries as inquiry_rows
from rogatory.registry.desk.rows.limits import moment
from rogatory.registry.desk.rows.reader import language

router = Router(tags=["inquiries"], auth=to(Scope.READ))


class StepShown(Schema):
    """A step. `state` is done, left out, open, overdue or not asked; `text` is empty where it is apart."""

    step: str
    says: str
    state: str
    source: str
    basis: str
    check: str
    on: date | None
    text: str


class CriterionShown(Schema):
    """What makes an investigation effective, and how it stands; `open` are the steps it still waits for."""

    criterion: str
    says: str
    state: str
    source: str
    check: str
    open: list[str]


class InquiryShown(Schema):
    """An allegation. `standing` is waits, runs, refused or concluded; until it is one of the last two, acts wait.

    `source` is the pseudonym of a protected source, and never who it is. `leads` is the account of whoever leads the
    inquiry, for those who see the whole file. `grade` is null where it has not ended, or was refused; `none` does not
    say that nothing was done.
    """

    allegation: str
    person: str
    origin: str
    lodged: datetime
    methods: list[str]
    torture: bool
    concerns: list[str]
    source: str
    link: str
    text: str
    standing: str
    leads: str
    grade: str | None
    reasons: str
    next: str
    last_day: date | None
    days_left: int | None
    steps: list[StepShown]
    criteria: list[CriterionShown]
    filed: list[int]


@router.get("/cases/{case}/inquiries", response=list[InquiryShown], summary="Allegations and their inquiries")
def inquiries(request: HttpRequest, case: str) -> Any:  # noqa: ANN401
    """Of the whole file every one; beside a person, that person's own; otherwise none."""
    found = opened(who(request).name, case)
    held = found.actor.mandates_for(case, found.on)
    rows = inquiry_rows.rows(found.dossier, found.portion, held, moment(found.on), language().value)
    whole = found.portion.sight is Sight.FILE
    return [_inquiry(row, whole=whole) for row in rows]


def _inquiry(row: inquiry_rows.InquiryRow, *, whole: bool) -> dict[str, Any]:
    one, next_ = row.one, row.next or ("", None, None)
    end = one.conclusion
    return {
        "allegation": one.ident,
        "person": one.person,
        "origin": one.origin.value,
        "lodged": one.lodged,
        "methods": [m.value for m in one.methods],
        "torture": one.torture,
        "concerns": list(one.concerns),
        "source": one.source,
        "link": one.link,
        "text": row.seen.text,
        "standing": one.standing.value,
        "leads": one.leads if whole else "",
        "grade": end.grade.name.lower() if end is not None and end.grade is not None else None,
        "reasons": row.seen.reasons,
        "next": next_[0],
        "last_day": next_[1],
        "days_left": next_[2],
        "steps": [asdict(step) for step in row.steps],
        "criteria": [asdict(line) for line in row.criteria],
        "filed": list(one.filed),
    }
