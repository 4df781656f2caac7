"""Routes of what challenges or holds what is done in a case, its hearings and time limits, the docket.

To lodge, rule, serve, suspend and extend are acts.
"""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema

from rogatory.law.time_limits.wording import explain
from rogatory.office.folds.withheld import restrictions
from rogatory.office.seen.limits_seen import limits_seen
from rogatory.people.sight import Sight
from rogatory.registry.api.access import to, who
from rogatory.registry.api.opening import Opened, opened
from rogatory.registry.api.problems import ProblemError
from rogatory.registry.api.tokens import Scope
from rogatory.registry.cases.models import HearingCopy, RemedyCopy
from rogatory.registry.chambers import bundling, rows
from rogatory.registry.desk.rows.limits import moment
from rogatory.registry.desk.rows.reader import Reader, language
from rogatory.remedies.deadlines import Limit
from rogatory.remedies.hearings import Hearing
from rogatory.typesetting.text import PaperError

MOST = 200
"""Rows of the docket that are told."""

router = Router(tags=["remedies"], auth=to(Scope.READ))


class ClosedBy(Schema):
    """An act that a remedy closes, what says so, and what gives that force."""

    act: str
    source: str
    basis: str


class PartRuled(Schema):
    """A ruling on a part of a remedy."""

    entry: int
    on: str
    part: str
    outcome: str


class RemedyShown(Schema):
    """A remedy. It runs from `lodged`; `outcome` is null while it runs; `text` is empty where it is apart."""

    remedy: str
    kind: str
    title: str
    person: str
    capacity: str
    lodged: datetime
    against: list[str]
    of: str
    text: str
    registered_as: str
    outcome: str | None
    final: bool
    partly: list[PartRuled]
    waits_for: str
    closes: list[ClosedBy]


class HeldShown(Schema):
    """A stay or an undertaking that holds: the acts it closes, until when (not included), and what ends it."""

    name: str
    what: str
    acts: list[str]
    text: str
    since: datetime
    until: str | None
    ends: str
    source: str


class RestrictionShown(Schema):
    """That something is kept from a person for a time."""

    name: str
    person: str
    what: str
    basis: str
    review: str
    until: str


class Attends(Schema):
    """Somebody at a hearing, and as what; `mandate` names that of a third party who is called, else it is empty."""

    who: str
    as_: str
    mandate: str = ""


class HearingShown(Schema):
    """A hearing. `standing` is set, cancelled or held; `filed` are the entries that filed something for it."""

    hearing: str
    chamber: str
    at: datetime
    place: str
    about: list[str]
    public: bool
    standing: str
    called: list[Attends]
    came: list[Attends]
    filed: list[int]


class Challenged(Schema):
    """Everything that challenges or holds what is done in a case."""

    remedies: list[RemedyShown]
    stays: list[HeldShown]
    undertakings: list[HeldShown]
    restrictions: list[RestrictionShown]
    hearings: list[HearingShown]


class LimitShown(Schema):
    """A time limit. `last_day` (included) is null where it does not run; `latest` is the last day in the later reading.

    `state` is running, last-day, unclear (over in one reading), over, suspended, not-served or unknown; what nobody
    knows is never past. `done` is the entry by which what it asks was done. `steps` tell how the day was found.
    """

    limit: str
    rule: str
    says: str
    by: str
    person: str
    about: str
    nature: str
    entry: int
    last_day: date | None
    last_moment: datetime | None
    latest: date | None
    days_left: int | None
    state: str
    overdue: bool
    done: int | None
    source: str
    steps: list[str]


class OnTheDocket(Schema):
    """Hearings that are set, by day, and remedies that run, the oldest first; at most 200 of each."""

    hearings: list[dict[str, Any]]
    remedies: list[dict[str, Any]]


@router.get("/docket", response=OnTheDocket, summary="The docket")
def docket(request: HttpRequest) -> Any:  # noqa: ANN401
    """Of the cases whose whole file you see."""
    reader = Reader.of(request)
    hearings, running = HearingCopy.objects.filter(standing="set"), RemedyCopy.objects.all()
    if not reader.sees_every_file:
        hearings, running = hearings.filter(case__in=reader.files), running.filter(case__in=reader.files)
    told = ("case", "ident", "chamber", "place", "at", "public")
    return {
        "hearings": list(hearings.order_by("at", "case").values(*told)[:MOST]),
        "remedies": list(
            running.order_by("lodged", "case").values("case", "ident", "kind", "lodged", "register")[:MOST]
        ),
    }


@router.get("/cases/{case}/remedies", response=Challenged, summary="Remedies, holds and hearings")
def challenged(request: HttpRequest, case: str) -> Any:  # noqa: ANN401
    """Whoever does not see the whole file sees these on the defence's own pages."""
    found = _whole(request, case)
    dossier, seen, on = found.dossier, found.portion, found.on
    challenges = dossier.challenges
    return {
        "remedies": [_remedy(row) for row in rows.remedy_rows(dossier, seen, on, language())],
        "stays": [_held(h) for h in rows.stays(challenges.stays.values(), seen, on, language())],
        "undertakings": [_held(h) for h in rows.undertakings(dossier, seen, language())],
        "restrictions": [
            {"name": s.ident, "person": s.person, "what": s.what, "basis": s.basis, "review": str(s.review),
             "until": str(s.until)}
            for s in rows.restrictions(challenges.secrecies.values(), seen, on)
        ],
        "hearings": [_hearing(h) for h in dossier.hearings.values()],
    }  # fmt: skip


@router.get("/cases/{case}/limits", response=list[LimitShown], summary="Time limits")
def time_limits(request: HttpRequest, case: str, on: date | None = None) -> Any:  # noqa: ANN401
    """The time limits of the case; beside a person, that person's own and those others must keep towards them.

    With a past day `on`: as they were known and stood on that day.
    """
    found = opened(who(request).name, case, on)
    today = timezone.localdate()
    kept = restrictions(found.dossier, found.actor.mandates_for(case, today), today)
    seen = limits_seen(found.dossier, found.portion.sight, found.portion.persons, kept)
    return [_limit(one, found.on) for one in seen]


@router.get("/cases/{case}/hearings/{hearing}/bundle", summary="The bundle of a hearing (PDF)")
def bundle(request: HttpRequest, case: str, hearing: str) -> HttpResponse:
    """What was received, signed and filed, numbered, in one PDF; every received document in it is opened by you."""
    found = _whole(request, case)
    told = found.dossier.hearings.get(hearing)
    if told is None:
        raise ProblemError("unknown", f"the case has no hearing {hearing!r}")
    try:
        made = bundling.bound_for(who(request).name, found.dossier, found.portion, told)
    except PaperError as error:
        raise ProblemError("unknown", str(error)) from error
    return HttpResponse(made, content_type="application/pdf")


def _whole(request: HttpRequest, case: str) -> Opened:
    found = opened(who(request).name, case)
    if found.portion.sight is not Sight.FILE:
        raise ProblemError("unknown", "there is no such address for you")
    return found


def _remedy(row: rows.RemedyRow) -> dict[str, Any]:
    remedy = row.remedy
    return {
        "remedy": remedy.ident,
        "kind": remedy.kind.id,
        "title": row.title,
        "person": remedy.person,
        "capacity": remedy.capacity.value,
        "lodged": remedy.lodged,
        "against": list(remedy.against),
        "of": remedy.of,
        "text": row.text,
        "registered_as": remedy.register,
        "outcome": remedy.outcome.value if remedy.outcome else None,
        "final": remedy.final,
        "partly": [
            {"entry": p.entry, "on": str(p.on), "part": p.part, "outcome": p.outcome.value} for p in remedy.partly
        ],
        "waits_for": remedy.waits_for.to if remedy.waits_for else "",
        "closes": [
            {"act": act.id, "source": str(c.source), "basis": c.basis.value}
            for c in remedy.kind.closes
            for act in c.acts
        ],
    }


def _limit(one: Limit, on: date) -> dict[str, Any]:
    deadline, at = one.deadline, moment(on)
    rule = deadline.rule
    return {
        "limit": one.ident,
        "rule": rule.id,
        "says": rule.says[language().value],
        "by": rule.by,
        "person": one.person,
        "about": one.about,
        "nature": rule.nature.value,
        "entry": one.entry,
        "last_day": deadline.last_day,
        "last_moment": deadline.last_moment,
        "latest": deadline.latest,
        "days_left": deadline.days_left(on),
        "state": deadline.state(at).value,
        "overdue": one.is_overdue(at),
        "done": one.done,
        "source": str(rule.source),
        "steps": list(explain(deadline, language())),
    }


def _held(held: rows.HeldBy) -> dict[str, Any]:
    return {
        "name": held.ident,
        "what": held.what,
        "acts": list(held.acts),
        "text": held.text,
        "since": held.since,
        "until": str(held.until) if held.until else None,
        "ends": held.ends,
        "source": held.source,
    }


def _hearing(hearing: Hearing) -> dict[str, Any]:
    return {
        "hearing": hearing.ident,
        "chamber": hearing.chamber,
        "at": hearing.at,
        "place": hearing.place,
        "about": list(hearing.about),
        "public": hearing.public,
        "standing": hearing.standing.value,
        "called": [{"who": a.who, "as_": a.attendance.value, "mandate": a.mandate} for a in hearing.called],
        "came": [{"who": a.who, "as_": a.attendance.value} for a in hearing.came],
        "filed": [f.entry for f in hearing.filed],
    }
