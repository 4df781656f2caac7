"""The route of the compartment of protection. To report an incident and to protect somebody are acts."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from rogatory.aftermath.pressure import Incident
from rogatory.registry.api.access import to, who
from rogatory.registry.api.opening import opened
from rogatory.registry.api.tokens import Scope
from rogatory.registry.desk.rows import protection as protection_rows

router = Router(tags=["protection"], auth=to(Scope.READ))


class StatusShown(Schema):
    """That the status changed: asked, recognised, refused or ended."""

    status: str
    on: date
    by: str
    text: str


class MeasureShown(Schema):
    """A safety measure. `until` (included) is null where it runs until it is ended."""

    measure: str
    text: str
    by: str
    since: date
    until: date | None
    ended: date | None
    runs: bool


class AnswerShown(Schema):
    """What was done about an incident: `to` is police, prosecutor, inquiry or nobody."""

    to: str
    on: date
    text: str


class IncidentShown(Schema):
    """An incident as it was reported. `state` empty names no state, and clears none; `grade` is alleged or arguable."""

    incident: str
    kind: str
    method: str
    since: date
    until: date | None
    place: str
    text: str
    state: str
    for_request: bool
    evidence: list[str]
    grade: str
    reported: datetime
    by: str
    answers: list[AnswerShown]


class PersonShown(Schema):
    """A person whose protection is open to you."""

    person: str
    status: list[StatusShown]
    contact: str
    address: str
    measures: list[MeasureShown]
    incidents: list[IncidentShown]


class TogetherShown(Schema):
    """Incidents of one kind that began in one month (its first day), and what links them: a list, and no measure."""

    month: date
    kind: str
    incidents: list[str]
    states: list[str]
    for_request: list[str]


class ProtectionShown(Schema):
    """The compartment. `closed`: something stands in it that is not open to you; no more is told of it."""

    persons: list[PersonShown]
    pattern: list[TogetherShown]
    closed: bool


@router.get("/cases/{case}/protection", response=ProtectionShown, summary="How persons are protected")
def protection(request: HttpRequest, case: str) -> Any:  # noqa: ANN401
    """Of whoever the compartment is open to you; beside a person, of that person; otherwise of nobody."""
    found = opened(who(request).name, case)
    held = found.actor.mandates_for(case, found.on)
    told = protection_rows.compartment(found.dossier, found.portion, held)
    return {
        "persons": [_person(row, found.on) for row in told.persons],
        "pattern": [
            {"month": t.month, "kind": t.kind.value, "incidents": [i.ident for i in t.incidents],
             "states": list(t.states), "for_request": [i.ident for i in t.for_request]}
            for t in told.pattern
        ],
        "closed": told.closed,
    }  # fmt: skip


def _person(row: protection_rows.PersonRow, on: date) -> dict[str, Any]:
    told = row.protection
    measures = [
        {"measure": m.ident, "text": m.text, "by": m.by, "since": m.since, "until": m.until, "ended": m.ended,
         "runs": m.runs(on)}
        for m in told.measures
    ]  # fmt: skip
    return {
        "person": row.person,
        "status": [{"status": s.status.value, "on": s.on, "by": s.by, "text": s.text} for s in told.standings],
        "contact": told.contact,
        "address": told.address,
        "measures": measures,
        "incidents": [_incident(one) for one in row.incidents],
    }


def _incident(one: Incident) -> dict[str, Any]:
    return {
        "incident": one.ident, "kind": one.kind.value, "method": one.kind.method.value, "since": one.since,
        "until": one.until, "place": one.place, "text": one.text, "state": one.state, "for_request": one.for_request,
        "evidence": list(one.evidence), "grade": one.grade.name.lower(), "reported": one.reported,
        "by": one.by.value, "answers": [{"to": a.to.value, "on": a.on, "text": a.text} for a in one.answers],
    }  # fmt: skip
