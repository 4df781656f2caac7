"""What the acts on hearings write down, and what stands against them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from rogatory.law.acts import HEAR_REQUESTING_STATE, Role
from rogatory.office.acts.doing import Doing, Fields
from rogatory.office.acts.plain import rows, words
from rogatory.office.errors import FormError, Hurdle, Obstacle
from rogatory.office.filing import CANCEL_HEARING, RECORD_HEARING, SET_HEARING
from rogatory.office.folds.dossier import Dossier
from rogatory.people.mandates import ONLY_FOR_A_PERSON, Mandate
from rogatory.remedies.hearings import Attendance, Hearing, Standing


def _set(doing: Doing) -> Fields:
    """A hearing: before whom, when, about which remedies, and who is called."""
    told = {part: str(doing.form.get(part) or "").strip() for part in ("chamber", "at", "place")}
    if not told["chamber"]:
        raise FormError("chamber", "it is missing", "Name the chamber")
    about = words(doing.form.get("about"), "about")
    for name in about:
        if name not in doing.the_case.challenges.remedies:
            raise FormError("about", f"the case has no remedy {name!r}", "Name remedies of this case")
    return {
        "hearing": {
            "chamber": told["chamber"],
            "at": _moment(told["at"]).isoformat(),
            "place": told["place"],
            "about": about,
            "public": bool(doing.form.get("public")),
            "called": _attending(doing.form.get("called"), "called", _third_parties(doing.the_case)),
        }
    }


def _moment(told: str) -> datetime:
    try:
        moment = datetime.fromisoformat(told)
    except ValueError as error:
        raise FormError("at", f"{told!r} is no moment", "Write it as 2026-03-01T09:00+01:00") from error
    if moment.tzinfo is None:
        raise FormError("at", f"{told!r} does not say in which time zone", "Write it as 2026-03-01T09:00+01:00")
    return moment


def _third_parties(dossier: Dossier) -> tuple[str, ...]:
    return tuple(name for name, mandate in dossier.mandates.items() if mandate.role is Role.INTERVENER)


def _attending(value: Any, field: str, mandates: tuple[str, ...] = ()) -> list[Fields]:  # noqa: ANN401
    made: list[Fields] = []
    for place, row in enumerate(rows(value, field)):
        who, told = str(row.get("who") or "").strip(), str(row.get("as") or "")
        if not who:
            raise FormError(f"{field}[{place}].who", "it is missing", "Say who it is")
        if told not in {a.value for a in Attendance}:
            may = ", ".join(a.value for a in Attendance)
            raise FormError(f"{field}[{place}].as", f"{told!r} is none", f"Write one of: {may}")
        mandate = str(row.get("mandate") or "")
        if mandate and mandate not in mandates:
            mend = f"Leave it out, or write one of: {', '.join(mandates) or 'none'}"
            raise FormError(f"{field}[{place}].mandate", f"{mandate!r} is no third party's in this case", mend)
        made.append({"who": who, "as": told, **({"mandate": mandate} if mandate else {})})
    return made


def _held(doing: Doing) -> Fields:
    """Who came, and what was said."""
    came = _attending(doing.form.get("came"), "came")
    record = str(doing.form.get("record") or "").strip()
    if not came:
        raise FormError("came", "nobody is named", "Name everybody who was there, and as what")
    if not record:
        raise FormError("record", "it is missing", "Write what was said, asked and decided about the procedure")
    begins = doing.the_case.hearings[doing.object].at
    if begins.date() > doing.on:
        raise FormError("record", f"the hearing is on {begins:%Y-%m-%d}", "It is recorded once it was held")
    return {"held": {"came": came}, "text": record}


def is_told(hearing: Hearing, dossier: Dossier, held: Iterable[Mandate]) -> bool:
    """Whether whoever holds these mandates outside the office may know of a hearing.

    One in public, whoever they are. The person concerned and counsel: one about that person's remedies, or about none
    where nobody else is concerned. A third party: one it is called to by its own mandate, and one it has filed for.
    """
    mine = tuple(held)
    if hearing.public and mine:
        return True
    persons = {m.person for m in mine if m.role in ONLY_FOR_A_PERSON}
    about = {dossier.challenges.remedies[name].person for name in hearing.about if name in dossier.challenges.remedies}
    alone = {p.id for p in dossier.case.persons} <= persons
    if persons and (about & persons or (not about and alone)):
        return True
    third = {m.account for m in mine if m.role is Role.INTERVENER}
    called = {dossier.mandates[one.mandate].account for one in hearing.called if one.mandate in dossier.mandates}
    filed = {one.by for one in hearing.filed}
    return bool(third & (called | filed))


def hearing_named(doing: Doing) -> str:
    """The hearing something is filed for; empty: for none. One that may not be known of is as if there were none.

    Raises:
        FormError: Whoever files knows of no such hearing.
    """
    name = str(doing.form.get("hearing") or "")
    found = doing.the_case.hearings.get(name)
    if name and (found is None or not is_told(found, doing.the_case, doing.held)):
        raise FormError("hearing", f"the case has no hearing {name!r}", "Leave it out, or name one of the case")
    return name


def hearing_obstacles(fields: Mapping[str, Any], dossier: Dossier) -> list[Obstacle]:
    """What stands against calling, or recording as present, whom a hearing of this case has no place for."""
    return list(_found(fields, dossier))


def _found(fields: Mapping[str, Any], dossier: Dossier) -> Iterator[Obstacle]:
    admitted = any(e.act == HEAR_REQUESTING_STATE.id for e in dossier.entries)
    called = fields.get("hearing", {}).get("called", ())
    if not admitted and any(row["as"] == Attendance.REQUESTING_STATE.value for row in called):
        text = "the requesting state has not been admitted: it is not called to a hearing in the person's remedy"
        source = "Brussels Court of Appeal, Indictments Chamber, 6 February 2024; policy of this system"
        yield Obstacle(Hurdle.COURSE, text, source, "the act hear-requesting-state, on which the law has its say")


def times_moved(name: str, dossier: Dossier) -> int:
    """How often a hearing was set anew, for another day, place or chamber."""
    return sum(entry.act == SET_HEARING.id and entry.object == name for entry in dossier.entries)


def hearings_for(act: str, dossier: Dossier) -> tuple[str, ...]:
    """The hearings an act on one can be done to; the empty name is a new one."""
    open_ = tuple(h.ident for h in dossier.hearings.values() if h.standing is Standing.SET)
    return ("", *open_) if act == SET_HEARING.id else open_


EFFECTS: Mapping[str, Callable[[Doing], Fields]] = MappingProxyType(
    {SET_HEARING.id: _set, CANCEL_HEARING.id: lambda _: {}, RECORD_HEARING.id: _held}
)
"""What each act on a hearing records."""
