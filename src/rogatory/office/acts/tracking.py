"""What `track-notice` writes down: one step, its day, and what it is about."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from rogatory.examination.notices.copies import Place
from rogatory.examination.notices.requests import Lodger, Ruled, Wish
from rogatory.law.acts import EXTRADITION_KINDS, NOTICE_KINDS
from rogatory.office.acts import parts
from rogatory.office.acts.doing import Doing, Fields
from rogatory.office.errors import FormError
from rogatory.office.filing import TRACK_NOTICE
from rogatory.office.folds.notices import Notice, Step, notice_of

IN_WORDS = frozenset({Step.BESIDE, Step.WARRANT, Step.CHANGED, Step.COPY})
"""Steps that say something in words: its number, what was seen, what changed, which file or state."""


def _tracked(doing: Doing) -> Fields:
    """One step of what becomes of a notice."""
    step = parts.word(doing.form, "step", Step)
    told: Fields = {"step": step.value, "on": parts.day(doing, "on").isoformat()}
    there = notice_of(doing.the_case)
    if step is Step.BESIDE:
        told |= _beside(doing)
    elif there is not None:
        told |= _ABOUT.get(step, _nothing)(doing, there)
    elif doing.the_case.case.request.kind in EXTRADITION_KINDS:
        raise FormError("step", "no notice stands beside the request", f"Record it first: {Step.BESIDE.value}")
    else:
        # The course of the case says so, with its source; here there is nothing to look up.
        return {"tracks": told}
    text = str(doing.form.get("text") or "").strip()
    if step in IN_WORDS and not text:
        mend = "Say its number, what was seen or changed; of a copy, in which file or state"
        raise FormError("text", "it is missing", mend)
    return {"tracks": told, **({"text": text} if text else {})}


def _nothing(_doing: Doing, _there: Notice) -> Fields:
    return {}


def _in_force(doing: Doing, _there: Notice) -> Fields:
    if not doing.form.get("until"):
        return {}
    return {"until": parts.day(doing, "until", past=False).isoformat()}


def _place(doing: Doing, _there: Notice) -> Fields:
    return {"place": parts.word(doing.form, "place", Place).value}


def _no_copy(doing: Doing, there: Notice) -> Fields:
    place = parts.word(doing.form, "place", Place)
    if held := [c.ident for c in there.copies if c.place is place and c.gone is None]:
        raise FormError("place", f"{held[0]} is there", "Record that it is gone; then look again")
    return {"place": place.value}


def _asked(doing: Doing, there: Notice) -> Fields:
    return {"of": _named(doing, tuple(c.ident for c in there.copies if c.gone is None))}


def _lodged(doing: Doing, _there: Notice) -> Fields:
    wish, lodger = parts.word(doing.form, "wish", Wish), parts.word(doing.form, "lodger", Lodger)
    return {"wish": wish.value, "lodger": lodger.value}


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
    return {"of": name, "ruled": parts.word(doing.form, "ruled", Ruled).value}


def _gone(doing: Doing, there: Notice) -> Fields:
    told = _asked(doing, there)
    _not_before(doing, next(c.asked or c.found for c in there.copies if c.ident == told["of"]))
    return told


def _beside(doing: Doing) -> Fields:
    """That a notice stands beside the request; a case of a notice is about that one alone."""
    if doing.the_case.case.request.kind in NOTICE_KINDS:
        raise FormError("step", "the case is about a notice itself", "Record what changed in it: `changed`")
    return {"kind": notice_kind(doing, "kind")}


def notice_kind(doing: Doing, field: str) -> str:
    """Which of the two a notice is: a red notice, or a diffusion.

    Raises:
        FormError: It is neither, or it is missing.
    """
    kind = str(doing.form.get(field) or "")
    if kind not in NOTICE_KINDS:
        problem = f"{kind!r} is none" if kind else "it is missing"
        raise FormError(field, problem, f"Write one of: {', '.join(NOTICE_KINDS)}")
    return kind


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


def _not_before(doing: Doing, first: date) -> None:
    if (on := parts.day(doing, "on")) < first:
        raise FormError("on", f"{on} is before {first}, when it was asked", "Write the day of the answer")


EFFECTS: Mapping[str, Callable[[Doing], Fields]] = MappingProxyType({TRACK_NOTICE.id: _tracked})
"""What the act records."""
