"""What the acts on hearings write down, and what stands against them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from rogatory.law.acts import HEAR_REQUESTING_STATE
from rogatory.office.doing import Doing, Fields
from rogatory.office.dossier import Dossier
from rogatory.office.errors import FormError, Hurdle, Obstacle
from rogatory.office.filing import CANCEL_HEARING, RECORD_HEARING, SET_HEARING
from rogatory.office.plain import rows, words
from rogatory.remedies.hearings import Attendance, Standing


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
            "called": _attending(doing.form.get("called"), "called"),
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


def _attending(value: Any, field: str) -> list[Fields]:  # noqa: ANN401
    made: list[Fields] = []
    for place, row in enumerate(rows(value, field)):
        who, told = str(row.get("who") or "").strip(), str(row.get("as") or "")
        if not who:
            raise FormError(f"{field}[{place}].who", "it is missing", "Say who it is")
        if told not in {a.value for a in Attendance}:
            may = ", ".join(a.value for a in Attendance)
            raise FormError(f"{field}[{place}].as", f"{told!r} is none", f"Write one of: {may}")
        made.append({"who": who, "as": told})
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


def hearings_for(act: str, dossier: Dossier) -> tuple[str, ...]:
    """The hearings an act on one can be done to; the empty name is a new one."""
    open_ = tuple(h.ident for h in dossier.hearings.values() if h.standing is Standing.SET)
    return ("", *open_) if act == SET_HEARING.id else open_


EFFECTS: Mapping[str, Callable[[Doing], Fields]] = MappingProxyType(
    {SET_HEARING.id: _set, CANCEL_HEARING.id: lambda _: {}, RECORD_HEARING.id: _held}
)
"""What each act on a hearing records."""
