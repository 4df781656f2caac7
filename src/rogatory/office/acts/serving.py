"""What the acts on service and time limits write down, and who may: notices, their proof, what moves a limit."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from rogatory.law.acts import Act, Role
from rogatory.law.time_limits.deadline import Standing
from rogatory.law.time_limits.rules import Nature
from rogatory.office.acts import parts
from rogatory.office.acts.doing import Doing, Fields
from rogatory.office.errors import FormError, Hurdle, Obstacle
from rogatory.office.filing import EXTEND_LIMIT, RECORD_SERVICE, SUSPEND_LIMIT
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.limits import limits, moved
from rogatory.office.folds.originals import originals_of
from rogatory.office.folds.owed import notices, owed
from rogatory.people.mandates import Mandate
from rogatory.remedies.deadlines import Limit
from rogatory.remedies.service import IN_DOUBT, SUBSTITUTED, Manner, Result

_TABLE = "table of acts"
_MOVERS: Mapping[str, tuple[Role, ...]] = MappingProxyType(
    {
        "office": (Role.CENTRAL_AUTHORITY, Role.PROSECUTOR, Role.INVESTIGATING_JUDGE),
        "prosecutor": (Role.PROSECUTOR,),
        "judge": (Role.INVESTIGATING_JUDGE,),
        "consultation": (Role.CENTRAL_AUTHORITY, Role.PROSECUTOR, Role.INVESTIGATING_JUDGE),
        "body": (Role.CENTRAL_AUTHORITY,),
        "authority": (Role.CENTRAL_AUTHORITY,),
    }
)
"""Who does, beside the court, what a rule says of somebody: of a body outside, the central authority records it."""


def notified(doing: Doing) -> Fields:
    """A notice: of what, on which day, in which language and manner, and what proves it.

    Of nothing in particular is allowed; it starts no time limit and gives no notice that is owed.
    """
    of = str(doing.form.get("told-of") or "")
    given = {part: str(doing.form.get(part) or "").strip() for part in ("on", "language", "manner")}
    if not of:
        return {part: value for part, value in given.items() if value}
    if (of, doing.object) not in {(n.ident, n.person) for n in owed(doing.the_case, doing.on)}:
        raise FormError("told-of", f"no notice {of!r} is owed to {doing.object}", "Name one that is owed")
    for part, value in given.items():
        if not value:
            raise FormError(part, "it is missing", "Say on which day, in which language and in what manner")
    _is_understood(doing, given["language"])
    made: Fields = {"told-of": of, "on": _after_the_act(doing, of, doing.object), "language": given["language"]}
    manner = parts.word(doing.form, "manner", Manner)
    made["manner"] = manner.value
    made |= _proof(doing, manner.value, made["on"])
    if manner in SUBSTITUTED:
        made["ground"] = parts.text(doing.form, "ground", "Say why there was no other way, and what was tried before")
    return made


def _after_the_act(doing: Doing, of: str, person: str) -> str:
    """The day of service: no act is served before it was done.

    Raises:
        FormError: It is before the day from which the notice is owed.
    """
    day = parts.day(doing, "on").isoformat()
    since = max(n.since for n in notices(doing.the_case) if (n.ident, n.person) == (of, person)).isoformat()
    if day < since:
        raise FormError("on", f"{day} is before {since}, when it was done", "Write the day of service")
    return day


def _is_understood(doing: Doing, language: str) -> None:
    """Refuse a notice in a language the person does not understand, where the case says which those are.

    Raises:
        FormError: It is in another language.
    """
    known = next(p.languages for p in doing.the_case.case.persons if p.id == doing.object)
    if known and language not in known:
        problem = f"{doing.object} understands {', '.join(known)}, and {language!r} is none of them"
        raise FormError("language", problem, "Have it translated, and write the code of that language")


def _recorded(doing: Doing) -> Fields:
    """That a service was proved, failed or was void."""
    result = parts.word(doing.form, "result", Result)
    if result is Result.TOLD:
        raise FormError("result", "that it was told is recorded by the notice", "Write proved, failed or void")
    service = doing.the_case.services[doing.object]
    about: Fields = {"result": result.value}
    manner = service.manner
    if doing.form.get("manner"):
        manner = parts.word(doing.form, "manner", Manner)
        about["manner"] = manner.value
    if doing.form.get("on"):
        about["on"] = _after_the_act(doing, service.of, service.person)
    on = about.get("on") or (service.on.isoformat() if service.on else "")
    about |= _proof(doing, manner.value if manner else "", on)
    if result is not Result.PROVED:
        return {"service": about}
    if not about.get("proof"):
        raise FormError("proof", "it is missing", "Attach the document that proves it, and name it by its digest")
    if manner is None or not on:
        field = "on" if manner else "manner"
        raise FormError(field, "it is missing", "Say on which day and in what manner it was served")
    if manner is Manner.UNREACHABLE:
        raise FormError("manner", "nobody was found", "Say in what manner it was served")
    return {"service": about}


def _proof(doing: Doing, manner: str, on: str) -> Fields:
    """The document that proves a service, which the case keeps; and for a letter that was posted, the day it came."""
    made: Fields = {}
    proof = str(doing.form.get("proof") or "").strip()
    if proof:
        kept = [d for o in originals_of(doing.the_case.entries).values() for d in (o.digest, *o.parts)]
        if proof not in kept:
            mend = "Attach it first, with the act `attach`; then name it by its digest"
            raise FormError("proof", f"the case keeps no document {proof[:16]!r}", mend)
        made["proof"] = proof
    if doing.form.get("received"):
        received = parts.day(doing, "received").isoformat()
        if manner != Manner.POSTED.value:
            raise FormError(
                "received", "only of a letter that was posted the addressee shows when it came", "Leave it out"
            )
        if on and received < on:
            raise FormError("received", f"{received} is before {on}, when it was posted", "Write the day it came")
        made["received"] = received
    return made


def _suspended(doing: Doing) -> Fields:
    """A suspension, or its end."""
    one = _limit(doing)
    if one.deadline.standing is Standing.SUSPENDED:
        return _checked(doing, one, {"resumes": parts.day(doing, "on").isoformat()})
    about: Fields = {"since": parts.day(doing, "on").isoformat(), "ground": parts.text(doing.form, "ground", "Say why")}
    if doing.form.get("source"):
        about["source"] = parts.text(doing.form, "source", "Name the law or ruling")
    return _checked(doing, one, about)


def _extended(doing: Doing) -> Fields:
    about = {
        "on": doing.today,
        "until": parts.day(doing, "until", past=False, today=False).isoformat(),
        "ground": parts.text(doing.form, "ground", "Say why"),
    }
    return _checked(doing, _limit(doing), about)


def _checked(doing: Doing, one: Limit, about: Fields) -> Fields:
    fields: Fields = {"moves": about}
    try:
        moved(one.deadline, doing.act.id, fields)
    except ValueError as error:
        raise FormError(
            "ground" if doing.act is SUSPEND_LIMIT else "until", str(error), "See how its rule is moved"
        ) from error
    return fields


def _limit(doing: Doing) -> Limit:
    return next(one for one in limits(doing.the_case) if one.ident == doing.object)


def moving_obstacles(act: Act, obj: str, mandate: Mandate, dossier: Dossier) -> list[Obstacle]:
    """What stands against moving a limit: it is for the court, or for whoever its rule names."""
    rule = next(one for one in limits(dossier) if one.ident == obj).deadline.rule
    by = rule.by if act is SUSPEND_LIMIT else rule.extension.by if rule.extension else ""
    may = (Role.COURT, *_MOVERS.get(by, ()))
    if act is SUSPEND_LIMIT and rule.nature is Nature.REMEDY:
        may = (Role.COURT,)
    return [] if mandate.role in may else [_for_others(obj, may, str(rule.source))]


def _for_others(obj: str, may: tuple[Role, ...], source: str) -> Obstacle:
    return Obstacle(Hurdle.ROLE, f"{obj} is moved by: {', '.join(r.value for r in may)}", source)


def service_obstacles(obj: str, mandate: Mandate, dossier: Dossier, fields: Mapping[str, Any]) -> list[Obstacle]:
    """What stands against recording a service: what failed, was void or is in doubt, only a court holds to be good."""
    about, before = fields["service"], dossier.services[obj]
    manners = {before.manner.value if before.manner else "", about.get("manner", "")}
    doubtful = before.result in (Result.VOID, Result.FAILED) or manners & {m.value for m in IN_DOUBT}
    if about["result"] != Result.PROVED.value or not doubtful or mandate.role is Role.COURT:
        return []
    text = f"{obj} failed, was void, or does not show that the person knows: that it is good service, a court holds"
    return [Obstacle(Hurdle.ROLE, text, _TABLE)]


EFFECTS: Mapping[str, Callable[[Doing], Fields]] = MappingProxyType(
    {RECORD_SERVICE.id: _recorded, SUSPEND_LIMIT.id: _suspended, EXTEND_LIMIT.id: _extended}
)
"""What each act on service and time limits records."""
