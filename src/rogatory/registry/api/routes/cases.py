"""Routes of one case. Everything is read through the door, and shown as the caller's mandate allows."""

from datetime import date
from http import HTTPStatus
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from rogatory.law.acts import ACTS
from rogatory.law.formulas import Verdict
from rogatory.law.wording import act_title
from rogatory.office.against.guards import norm_obstacles
from rogatory.office.errors import Hurdle
from rogatory.office.folds.owed import departure_from, notices
from rogatory.office.folds.readings import readings
from rogatory.office.perform import needs_second
from rogatory.people.mandates import Mandate
from rogatory.people.sight import Sight
from rogatory.registry.api import shapes
from rogatory.registry.api.access import to, who
from rogatory.registry.api.opening import Opened, act_judged, as_known, day, opened, ruling, rulings
from rogatory.registry.api.paging import MOST, next_page
from rogatory.registry.api.plainly import file_as_plain
from rogatory.registry.api.problems import ProblemError
from rogatory.registry.api.related import Relations, related
from rogatory.registry.api.tokens import Scope
from rogatory.registry.desk.rows import acting, examining
from rogatory.registry.desk.rows.drawing import relations
from rogatory.registry.desk.rows.reader import language
from rogatory.registry.desk.rows.standing import Standing, may_do, row, ruling_on, standing, turn_of
from rogatory.registry.desk.rows.timeline import TimelineRow, in_words
from rogatory.registry.ledger import reading
from rogatory.registry.states.on_record import as_judged

router = Router(tags=["case"], auth=to(Scope.READ))


@router.get("/{case}", response=shapes.CaseShown, summary="One case")
def case(request: HttpRequest, response: HttpResponse, case: str, on: date | None = None) -> Any:  # noqa: ANN401
    """The file, the procedure, and what waits; as it stood at the end of the day `on`, if that is past.

    ETag is the head of the case: send it back to act on what you saw.
    """
    found = opened(who(request).name, case, on)
    response["ETag"] = found.etag
    if request.headers.get("If-None-Match") == found.etag:
        return HttpResponse(status=HTTPStatus.NOT_MODIFIED, headers={"ETag": found.etag})
    portion, whole = found.portion, found.portion.sight is Sight.FILE
    stands = standing(found.dossier, found.portion, found.on, language())
    seen = {e.seq for e in portion.entries}
    return {
        "case": case,
        "sight": portion.sight.name.lower(),
        "head": found.dossier.head,
        "on": found.on,
        "banner": stands.banner or None,
        "next": _next(found, stands, who(request).name) if portion.sight >= Sight.OWN else None,
        "closed": found.dossier.closed,
        "decisions": found.dossier.decisions if whole else {},
        "file": file_as_plain(portion.case),
        "stages": stands.stages if portion.sight >= Sight.OWN else {},
        "proposals": [
            {"id": ident, "act": p.act, "object": p.object, "by": p.entry.actor}
            for ident, p in found.dossier.proposals.items()
            if whole and p.entry.seq in seen
        ],
        "remedies": [i for i, e in found.dossier.remedies.items() if portion.sight >= Sight.OWN and e.seq in seen],
    }


@router.get("/{case}/rulings", response=shapes.Rulings, summary="Rulings")
def all_rulings(request: HttpRequest, case: str, at: date | None = None, known_on: date | None = None) -> Any:  # noqa: ANN401
    """The rulings on the acts worth judging, as of `at` (else today), on what the office knew on `known_on`."""
    found = opened(who(request).name, case)
    on = day(at, "at", default=found.on) or found.on
    known = day(known_on, "known_on", default=None)
    file = as_known(found, known)
    judged = [found.portion.told(r) for r in rulings(file, on, known) if found.portion.sees_ruling(r.act, r.object)]
    return {
        "at": on,
        "known_on": known,
        "law": judged[0].law if judged else "",
        "rulings": [
            _in_short(row(file, r, language(), reasons=found.portion.sees_reasons(r.act, r.object))) for r in judged
        ],
    }


@router.get("/{case}/rulings/{act}/{object}", response=shapes.RulingWhole, summary="One ruling, with its reasons")
def one_ruling(
    request: HttpRequest, case: str, act: str, object: str, at: date | None = None, known_on: date | None = None
) -> Any:  # noqa: ANN401
    """One ruling with every norm that bears on the act; `object` is `request` where the act is done to the request."""
    found = opened(who(request).name, case)
    known = day(known_on, "known_on", default=None)
    file = as_known(found, known)
    wanted = act_judged(act)
    if not found.portion.sees_ruling(wanted, object):
        raise ProblemError("unknown", "there is no such ruling, or not for you")
    judged = found.portion.told(ruling(file, wanted, object, day(at, "at", default=found.on) or found.on, known))
    reasons = found.portion.sees_reasons(wanted, object)
    body = judged.as_json(reasons=reasons)
    if not reasons:
        for part in ("questions", "settling-sets", "presumptions", "conflicts"):
            body.pop(part)
    return {
        "sentence": row(file, judged, language()).sentence,
        "hash": judged.hash,
        "reasons_shown": reasons,
        "ruling": body,
    }


@router.get("/{case}/questions", response=list[shapes.QuestionShown], summary="Questions that still matter")
def questions(request: HttpRequest, case: str, on: date | None = None) -> Any:  # noqa: ANN401
    """The questions whose answers can still change a ruling, in the order to ask them; also as of a past day `on`."""
    found = opened(who(request).name, case, on)
    stands = standing(found.dossier, found.portion, found.on, language())
    shown = []
    for item, told in zip(stands.questions, examining.questions(stands, language()), strict=True):
        slot, _, against = item.question.slot.partition("@")
        shown.append({
            "question": slot, "against": against, "about": item.question.person, "text": told.text,
            "help": told.help, "why": item.question.why, "duty": item.duty, "cost": item.question.cost,
            "settles": [{"act": d.act, "object": d.object, "answer": d.answer, "verdict": d.verdict}
                        for d in item.decides],
        })  # fmt: skip
    return shown


@router.get("/{case}/relations", response=Relations, by_alias=True, summary="Who is touched by what")
def hanging_together(request: HttpRequest, case: str, on: date | None = None) -> Any:  # noqa: ANN401
    """Persons and things of the case and how they hang together: what the page of the file draws."""
    return related(relations(opened(who(request).name, case, on).portion.case))


@router.get("/{case}/acts", response=list[shapes.ActShown], summary="What may be done")
def acts(request: HttpRequest, case: str, on: date | None = None) -> Any:  # noqa: ANN401
    """The acts the caller's roles allow: open, or barred with every obstacle, its source and what would lift it.

    With a past day `on`: as the case stood then, for the roles held on that day.
    """
    found = opened(who(request).name, case, on)
    shown, case_judged = [], as_judged(found.dossier, found.on)
    for act, objects in may_do(found.dossier, found.actor, found.on):
        for obj in objects:
            if act.id in ACTS and not found.portion.sees_ruling(act, obj):
                continue
            judged = None
            if act.id in ACTS:
                judged = found.portion.told(ruling_on(case_judged, act.id, obj, found.on))
            judged = judged and found.portion.told(judged)
            turn = turn_of(act, obj, found.dossier, found.on)
            departure = departure_from(judged, found.dossier) if judged else None
            hurdles = [*turn, *norm_obstacles(act, judged, {}, departure)]
            in_form = [o for o in hurdles if o.hurdle is Hurdle.REASONS
                       or (o.hurdle is Hurdle.CONDITION and act.reversible)]  # fmt: skip
            stand = [o for o in hurdles if o not in in_form]
            shown.append({
                "act": act.id, "title": act_title(act, language()) if act.id in ACTS else act.title,
                "stage": act.stage.value, "object": obj, "barred": bool(stand), "reversible": act.reversible,
                "second_person": needs_second(act), "verdict": judged.verdict.word if judged else None,
                "obstacles": [o.as_json() for o in stand], "needs": [o.as_json() for o in in_form],
            })  # fmt: skip
    return shown


@router.get("/{case}/journal", response=shapes.EntryPage, summary="What was done")
def journal(
    request: HttpRequest,
    response: HttpResponse,
    case: str,
    after: int = -1,
    limit: Annotated[int, Field(ge=1, le=MOST)] = 100,
) -> Any:  # noqa: ANN401
    """The entries of the case the caller sees, oldest first, from the one after number `after`."""
    found = opened(who(request).name, case)
    wanted = [e for e in found.portion.entries if e.seq > after]
    told = {r.seq: r for r in in_words(wanted[:limit], language(), found.portion.names)}
    shown = [_entry(found, told[e.seq], e.fields) for e in wanted[:limit]]
    last = wanted[limit - 1].seq if len(wanted) > limit else None
    return {"entries": shown, "next": next_page(request, response, {"limit": limit}, last)}


@router.get("/{case}/journal/{entry}/receipt", summary="Receipt of an entry")
def receipt(request: HttpRequest, case: str, entry: int) -> HttpResponse:
    """The entry's receipt (`.tlog-proof`): it proves, without us, that the entry stands in the journal."""
    found = opened(who(request).name, case)
    # The receipt holds who acted; a liaison sees that something was done, not by whom.
    if found.portion.sight is Sight.STATUS or entry not in {e.seq for e in found.portion.entries}:
        raise ProblemError("unknown", "there is no such entry in this case, or not for you")
    return HttpResponse(reading.receipt(entry), content_type="text/plain; charset=utf-8")


@router.get("/{case}/notices", response=list[shapes.NoticeShown], summary="Notices owed to the persons concerned")
def notices_owed(request: HttpRequest, case: str) -> Any:  # noqa: ANN401
    """What persons concerned must be told of, and when, in which language and how they were told."""
    found = opened(who(request).name, case)
    seen = {e.seq: e.fields for e in found.portion.entries}
    return [
        {
            "notice": n.ident, "act": n.act, "departs_from": n.departs_from, "person": n.person, "since": n.since,
            "entry": n.entry.seq, "reasons": seen[n.entry.seq].get("reasons"), "source": n.source, "bars": n.bars,
            "told": n.told.fields.get("on") if n.told else None,
            "language": n.told.fields.get("language") if n.told else None,
            "manner": n.told.fields.get("manner") if n.told else None,
        }
        for n in notices(found.dossier)
        if n.entry.seq in seen and (not found.portion.persons or n.person in found.portion.persons)
        and found.portion.sight in (Sight.OWN, Sight.FILE)
    ]  # fmt: skip


@router.get("/{case}/readings", response=list[shapes.ReadingShown], summary="Who has read the case")
def read_by(request: HttpRequest, case: str) -> Any:  # noqa: ANN401
    """The readings of the case by role, the newest first, and attempts that were barred. Own counsel's are told too."""
    found = opened(who(request).name, case)
    return [
        {
            "entry": r.seq, "at": r.at, "role": r.role.value if r.role else None, "person": r.person,
            "portion": r.portion.name.lower(), "act": r.act, "letter": r.letter, "barred": r.barred,
        }
        for r in readings(found.portion.entries)
    ]  # fmt: skip


@router.get("/{case}/mandates", response=list[shapes.MandateShown], summary="Mandates given in the case")
def mandates(request: HttpRequest, case: str) -> Any:  # noqa: ANN401
    """Who may act in this case beside those who may act in every case."""
    return [mandate_shown(i, m) for i, m in opened(who(request).name, case).portion.mandates.items()]


def mandate_shown(ident: str, mandate: Mandate) -> dict[str, Any]:
    """A mandate, as it is shown."""
    return {
        "id": ident,
        "account": mandate.account,
        "role": mandate.role.value,
        "case": mandate.case,
        "person": mandate.person,
        "since": mandate.since,
        "until": mandate.until,
        "compartments": sorted(c.value for c in mandate.compartments),
    }


def _next(found: Opened, stands: Standing, account: str) -> str:
    roles = frozenset(m.role for m in found.actor.mandates_for(found.dossier.case.id, found.on))
    return acting.next_step(stands, account, roles, language()).what


def _in_short(told: Any) -> dict[str, Any]:  # noqa: ANN401
    judged = told.ruling
    decided: Verdict | None = judged.decided
    return {
        "act": judged.act.id,
        "object": judged.object,
        "verdict": judged.verdict.word,
        "decided": decided.word if decided is not None else None,
        "sentence": told.sentence,
        "because": told.because,
        "source": told.source,
        "hash": judged.hash,
    }


def _entry(found: Opened, told: TimelineRow, fields: Any) -> dict[str, Any]:  # noqa: ANN401
    state = {"barred": "barred", "waits": "proposed"}.get(told.kind, "done")
    shown = {"entry": told.seq, "at": told.at, "act": told.act, "state": state, "title": told.title}
    if found.portion.sight is Sight.STATUS:
        return shown
    entry = next(e for e in found.portion.entries if e.seq == told.seq)
    return shown | {
        "object": told.object,
        "actor": entry.actor,
        "name": told.who,
        "role": fields.get("role", ""),
        "second": fields.get("second"),
        "proposed_by": fields.get("proposed-by"),
        "reasons": told.reasons or None,
        "verdict": fields.get("verdict"),
        "ruling": fields.get("ruling"),
        "law": fields.get("law"),
        "obstacles": list(told.obstacles),
    }
