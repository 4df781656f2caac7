"""What `track-notice` writes down: one step, its day, and what it is about."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import TypeVar

from rogatory.examination.notices.copies import Place
from rogatory.examination.notices.requests import Lodger, Ruled, Wish
from rogatory.office import parts
from rogatory.office.doing import Doing, Fields
from rogatory.office.errors import FormError
from rogatory.office.filing import TRACK_NOTICE
from rogatory.office.notices import Notice, Step, notice_of

_Word = TypeVar("_Word", bound=Enum)
IN_WORDS = frozenset({Step.WARRANT, Step.CHANGED, Step.COPY})
"""Steps that say something in words: what was seen, what changed, which file or state."""


def _tracked(doing: Doing) -> Fields:
    """One step of what becomes of a notice."""
    step = _word(doing, "step", Step)
    told: Fields = {"step": step.value, "on": parts.day(doing, "on").isoformat()}
    there = notice_of(doing.the_case)
    if there is None:
        # The course of the case says so, with its source; here there is nothing to look up.
        return {"tracks": told}
    told |= _ABOUT.get(step, _nothing)(doing, there)
    text = str(doing.form.get("text") or "").strip()
    if step in IN_WORDS and not text:
        raise FormError("text", "it is missing", "Say what was seen or changed; of a copy, in which file or state")
    return {"tracks": told, **({"text": text} if text else {})}


def _nothing(_doing: Doing, _there: Notice) -> Fields:
    return {}


def _in_force(doing: Doing, _there: Notice) -> Fields:
    if not doing.form.get("until"):
        return {}
    return {"until": parts.day(doing, "until", past=False).isoformat()}


def _place(doing: Doing, _there: Notice) -> Fields:
    return {"place": _word(doing, "place", Place).value}


def _no_copy(doing: Doing, there: Notice) -> Fields:
    place = _word(doing, "place", Place)
    if held := [c.ident for c in there.copies if c.place is place and c.gone is None]:
        raise FormError("place", f"{held[0]} is there", "Record that it is gone; then look again")
    return {"place": place.value}


def _asked(doing: Doing, there: Notice) -> Fields:
    return {"of": _named(doing, tuple(c.ident for c in there.copies if c.gone is None))}


def _lodged(doing: Doing, _there: Notice) -> Fields:
    return {"wish": _word(doing, "wish", Wish).value, "lodger": _word(doing, "lodger", Lodger).value}


def _heard(doing: Doing, there: Notice) -> Fields:
    name = _named(doing, tuple(r.ident for r in there.requests if r.admissible is None and r.ruled is None))
    answer = str(doing.form.get("admissible") or "")
    if answer not in ("yes", "no"):
        raise FormError("admissible", f"{answer!r} is no answer", "Write yes, or no")
    _not_before(doing, next(r.on for r in there.requests if r.ident == name))
    return {"of": name, "admissible": answer}


def _ruled(doing: Doing, there: Notice) -> Fields:
    name = _named(doing, tuple(r.ident for r in there.requests if r.is_open))
    _not_before(doing, next(r.heard or r.on for r in there.requests if r.ident == name))
    return {"of": name, "ruled": _word(doing, "ruled", Ruled).value}


def _gone(doing: Doing, there: Notice) -> Fields:
    told = _asked(doing, there)
    _not_before(doing, next(c.asked or c.found for c in there.copies if c.ident == told["of"]))
    return told


_ABOUT: Mapping[Step, Callable[[Doing, Notice], Fields]] = {
    Step.IN_FORCE: _in_force,
    Step.COPY: _place,
    Step.NONE: _no_copy,
    Step.ASKED: _asked,
    Step.GONE: _gone,
    Step.LODGED: _lodged,
    Step.HEARD: _heard,
    Step.RULED: _ruled,
}


def _named(doing: Doing, there: tuple[str, ...]) -> str:
    told = str(doing.form.get("of") or "")
    if told not in there:
        problem = f"{told!r} does not wait for this" if told else "it is missing"
        raise FormError("of", problem, f"Name one of: {', '.join(there) or 'none yet'}")
    return told


def _word(doing: Doing, field: str, words: type[_Word]) -> _Word:
    told = str(doing.form.get(field) or "")
    try:
        return words(told)
    except ValueError as error:
        known = ", ".join(str(one.value) for one in words)
        raise FormError(field, f"{told!r} is none" if told else "it is missing", f"Write one of: {known}") from error


def _not_before(doing: Doing, first: date) -> None:
    if (on := parts.day(doing, "on")) < first:
        raise FormError("on", f"{on} is before {first}, when it was asked", "Write the day of the answer")


EFFECTS: Mapping[str, Callable[[Doing], Fields]] = MappingProxyType({TRACK_NOTICE.id: _tracked})
"""What the act records."""
