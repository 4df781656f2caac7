"""Routes of oversight: everything that was done, alarms, samples, and the acts on them."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from rogatory.law.acts import Role
from rogatory.office.filing import ACKNOWLEDGE_ALARM, DRAW_SAMPLE
from rogatory.office.folds.protected import OF_THE_COMPARTMENT
from rogatory.office.perform import Barred
from rogatory.oversight.alarms.model import RULES
from rogatory.registry.api import shapes
from rogatory.registry.api.access import to, who
from rogatory.registry.api.paging import next_page
from rogatory.registry.api.problems import ProblemError, barred
from rogatory.registry.api.tokens import Scope
from rogatory.registry.ledger import overview
from rogatory.registry.oversight import door, drawn, showing, watching, words

router = Router(tags=["oversight"], auth=to(Scope.READ))


class LineFilters(Schema):
    """Which entries: of an act, in a role, of a day (ISO 8601), before a number."""

    act: str = ""
    role: str = ""
    day: str = ""
    before: int | None = Field(None, ge=0, le=10**15)
    limit: int = Field(50, ge=1, le=500)


class LineShown(Schema):
    """That something was done: `case` is another name of the case, the same each time; `where` is of which stream."""

    entry: int
    at: datetime
    act: str
    role: str
    where: str
    case: str
    hash: str


class LinePage(Schema):
    """A page of entries, the newest first, and the address of the next."""

    entries: list[LineShown]
    next: str | None


class Acknowledgement(Schema):
    """Who said what came of an alarm; `stands`: it rests, on the same facts and not for too long."""

    entry: int
    at: datetime
    by: str
    reasons: str
    stands: bool


class AlarmShown(Schema):
    """An alarm: by which rule with which numbers, since when, on which facts."""

    alarm: str
    rule: str
    title: str
    says: str
    parameters: dict[str, Any]
    since: date
    facts: list[tuple[str, str]]
    cases: list[str]
    entries: list[int]
    acknowledged: Acknowledgement | None


class ThingShown(Schema):
    """A thing of a sample: the entry, what is told of it, and what was found; null: nobody has looked.

    `case` is empty until an auditor has asked for it with `ask-who`; `agreed` is null where that was not said.
    """

    thing: str
    entry: int
    case: str
    of_register: str
    facts: list[tuple[str, str]]
    agreed: bool | None
    remark: str | None


class SampleShown(Schema):
    """A sample: from how many, with which seed, whether the same falls again, and in what share nobody agreed.

    `not_agreed` is how many, of how many, and between which per cent of all that lies (95 %); null: nothing was said.
    """

    sample: str
    entry: int
    at: datetime
    by: str
    kind: str
    seed: str
    upto: int
    population: int
    again: bool
    not_agreed: tuple[int, int, float, float] | None
    things: list[ThingShown]


class Overseen(Schema):
    """That an act of oversight was done, and the entry that records it."""

    act: str
    object: str
    entry: int


@router.get("/entries", response=LinePage, summary="Everything that was done")
def entries(request: HttpRequest, response: HttpResponse, wanted: Query[LineFilters]) -> Any:  # noqa: ANN401
    """Each entry of the journal, the newest first; for auditors. No case and nobody is named."""
    _for(request, frozenset(DRAW_SAMPLE.by))
    first, end = showing.bounds(wanted.day)
    end = end if wanted.before is None else min(end, wanted.before)
    found = overview.lines(first, end, wanted.limit + 1, act=wanted.act, role=wanted.role, apart=OF_THE_COMPARTMENT)
    shown = found[: wanted.limit]
    last = str(shown[-1].seq) if len(found) > wanted.limit else None
    address = next_page(request, response, wanted.dict(exclude={"before"}), last, name="before")
    return {"entries": [_line(one) for one in shown], "next": address}


def _line(found: overview.Line) -> dict[str, Any]:
    shown = showing.line(found)
    return {
        "entry": found.seq, "at": found.at, "act": found.act, "role": found.role, "where": shown.where,
        "case": shown.case, "hash": found.hash,
    }  # fmt: skip


@router.get("/alarms", response=list[AlarmShown], summary="Alarms")
def alarms(request: HttpRequest) -> Any:  # noqa: ANN401
    """The alarms that ring, those that somebody acknowledged too; for auditors, the central authority and the court."""
    _for(request, frozenset(ACKNOWLEDGE_ALARM.by))
    known, now = door.stands().acknowledged, timezone.now()
    shown = []
    for alarm in watching.alarms(now):
        last = known.get(alarm.key)
        told = last and {
            "entry": last.seq, "at": last.at, "by": last.by, "reasons": last.reasons,
            "stands": last.quiets(alarm, now),
        }  # fmt: skip
        shown.append({
            "alarm": alarm.key, "rule": alarm.rule, "title": str(words.TITLES[alarm.rule]),
            "says": words.rule_word(alarm.rule), "parameters": dict(RULES[alarm.rule]), "since": alarm.since,
            "facts": list(alarm.facts), "cases": list(alarm.cases), "entries": list(alarm.entries),
            "acknowledged": told,
        })  # fmt: skip
    return shown


@router.get("/samples", response=list[SampleShown], summary="Samples")
def samples(request: HttpRequest) -> Any:  # noqa: ANN401
    """The samples drawn so far, with what was seen in each thing; for auditors."""
    _for(request, frozenset(DRAW_SAMPLE.by))
    stands = door.stands()
    return [
        {
            "sample": one.name, "entry": one.seq, "at": one.at, "by": one.by, "kind": one.kind.value, "seed": one.seed,
            "upto": one.upto, "population": one.population, "again": drawn.same_again(one),
            "not_agreed": drawn.share(one),
            "things": [
                {"thing": t.name, "entry": int(t.name.partition(":")[0]), "case": t.case, "of_register": t.register,
                 "facts": t.facts, "agreed": t.looked.agreed if t.looked else None,
                 "remark": t.looked.remark if t.looked else None}
                for t in drawn.things(one, stands)
            ],
        }
        for one in stands.samples.values()
    ]  # fmt: skip


@router.post("/acts/{act}", auth=to(Scope.ACT), response=Overseen, summary="Do an act of oversight")
def act(request: HttpRequest, act: str, told: shapes.Doing) -> Any:  # noqa: ANN401
    """Publish numbers (`object`: the period), acknowledge an alarm, draw a sample, look at a thing, ask who acted.

    `publish-statistics`, `acknowledge-alarm` (`reasons`), `draw-sample` (`kind`, `size`), `look-at-sample` (`thing`,
    `verdict`: `agreed` or `not-agreed`, `remark`), `ask-who` (`reasons`). What cannot be done is recorded, and told
    with every obstacle.
    """
    kept = door.do(who(request).name, act, told.object, told.form)
    if isinstance(kept.result, Barred):
        return barred(kept.result.obstacles, kept.seq)
    return {"act": act, "object": kept.result.entry.object, "entry": kept.seq}


def _for(request: HttpRequest, roles: frozenset[Role]) -> None:
    if roles.isdisjoint(door.roles_of(who(request).name)):
        raise ProblemError("role", f"this is for: {', '.join(sorted(role.value for role in roles))}")
