"""What the acts on remedies, stays, promises, restrictions and counsel write down: from the form to the fields."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from rogatory.law.acts import ACTS, COOPERATING, ON_WHAT_WAS_SEIZED, SURRENDER
from rogatory.law.questions import Kind
from rogatory.office.acts import parts
from rogatory.office.acts.doing import Doing, Fields
from rogatory.office.acts.hearing import hearing_named
from rogatory.office.acts.plain import words
from rogatory.office.errors import FormError
from rogatory.office.filing import (
    ACCEPT_MANDATE,
    DECIDE_REMEDY,
    END_SECRECY,
    END_UNDERTAKING,
    INTERVENE,
    INVITE_COUNSEL,
    KEEP_BACK,
    LIFT_STAY,
    LODGE_REMEDY,
    ORDER_STAY,
    REFER_REMEDY,
    REGISTER_REMEDY,
    UNDERTAKE,
    WITHDRAW_REMEDY,
)
from rogatory.office.folds.dossier import named
from rogatory.office.folds.inquiries import allegations_of
from rogatory.remedies.holds import Body, Ending
from rogatory.remedies.kinds import IRREVERSIBLE, REMEDIES, WITHOUT_A_NAME, Capacity, RemedyKind, open_in
from rogatory.remedies.lodged import Outcome
from rogatory.remedies.secrecy import LONGEST

PENDING = "remedy.pending"
UNDERTAKING = "remedy.undertaking_in_force"
INTERIM = "remedy.interim_measure_in_force"
MAY_BE_CLOSED = (*ACTS, *ON_WHAT_WAS_SEIZED)
"""Acts that can be promised not to be done, or stayed."""
_HELD_BY_LAW_OF_THE_HOUSE = frozenset(a.id for a in IRREVERSIBLE)
_CAN_WAIT = (*(a.id for a in COOPERATING), *ON_WHAT_WAS_SEIZED)


def _lodged(doing: Doing) -> Fields:
    """A remedy: it runs from this moment, or, where it came on paper, from the day it was lodged."""
    text = parts.text(
        doing.form, "text", "Name the remedy and what it is against", problem="it is not said what the remedy is"
    )
    kind = _kind(doing)
    capacity = parts.word(doing.form, "capacity", Capacity, kind.capacities[0])
    if capacity not in kind.capacities:
        may = ", ".join(c.value for c in kind.capacities)
        raise FormError("capacity", f"a {kind.says['en']} is not lodged so", f"Write one of: {may}")
    about: Fields = {"kind": kind.id, "capacity": capacity.value}
    if doing.form.get("on"):
        about["on"] = _day(doing, "on", until=doing.on).isoformat()
    against = words(doing.form.get("against"), "against")
    _known(doing, against)
    of = str(doing.form.get("of") or "")
    if of and of not in doing.the_case.challenges.remedies:
        raise FormError("of", f"the case has no remedy {of!r}", "Name the remedy whose ruling it is against")
    about |= {"against": against} if against else {}
    about |= {"of": of} if of else {}
    made: Fields = {"lodges": about, "adds": {"findings": [_pending(doing, text, answer="yes")]}}
    if not kind.closed >= _HELD_BY_LAW_OF_THE_HOUSE:
        # It closes less than everything that cannot be undone: that a remedy runs would close more than this one does.
        return {"lodges": about, "adds": {"events": [_event(doing, text)]}}
    # From lodging on it is pending, and an earlier "none is pending" no longer holds.
    earlier = [f.id for f in doing.the_case.case.findings if f.question == PENDING and f.answer == ("no",)]
    return {**made, "ends": dict.fromkeys(earlier, doing.today)}


def _kind(doing: Doing) -> RemedyKind:
    told, request = str(doing.form.get("kind") or ""), doing.the_case.case.request
    if not told:
        return WITHOUT_A_NAME
    kind, there = REMEDIES.get(told), open_in(request.kind, request.requested)
    names = ", ".join(k.id for k in there)
    if kind is None or kind not in there:
        raise FormError("kind", f"{told!r} is no remedy here", f"Write one of: {names}, or none")
    return kind


def _known(doing: Doing, against: Iterable[str]) -> None:
    case = doing.the_case.case
    known = {*(m.id for m in case.measures), *(i.id for i in case.items), *case.packages}
    # An inquiry is challenged once it has ended; of one about somebody else the person is not told.
    ended = (a for a in allegations_of(doing.the_case).values() if a.conclusion is not None)
    known |= {a.ident for a in ended if a.person in ("", doing.object)}
    for name in against:
        if name not in known:
            has = ", ".join(sorted(known)) or "nothing by a name; leave it out"
            raise FormError("against", f"the case has no {name!r}", f"This case has: {has}")


def _pending(doing: Doing, source: str, *, answer: str) -> Fields:
    return {
        "id": named("remedy" if answer == "yes" else "finding", doing.number),
        "question": PENDING,
        "answer": answer,
        "since": doing.today,
        "source": source,
        "by": doing.by,
        **({"about": doing.object, **parts.apart(doing)} if answer == "yes" and doing.form.get("compartment") else {}),
        **(parts.apart(doing) if answer == "no" else {}),
    }


def _registered(doing: Doing) -> Fields:
    number = parts.text(doing.form, "number", "Write the number of the court's register")
    return {"registers": {"number": number, "on": _day(doing, "on", until=doing.on).isoformat()}}


def _referred(doing: Doing) -> Fields:
    """A question to another court, or that court's answer to the one that waits."""
    on = _day(doing, "on", until=doing.on).isoformat()
    waiting = doing.the_case.challenges.remedies[doing.object].waits_for
    answer = str(doing.form.get("answer") or "").strip()
    if answer:
        if waiting is None:
            raise FormError(
                "answer", "no question waits for an answer", "Write the question, and the court it is put to"
            )
        return {"refers": {"on": on}, "text": answer}
    if waiting is not None:
        raise FormError("question", f"a question already waits before the {waiting.to}", "Record its answer first")
    to = parts.text(doing.form, "to", "Name the court")
    return {"refers": {"on": on, "to": to}, "text": parts.text(doing.form, "question", "Write what is asked")}


def _decided(doing: Doing) -> Fields:
    """A ruling on the remedy, or on a part of it; a part leaves the rest running."""
    outcome = parts.word(doing.form, "outcome", Outcome)
    if outcome is Outcome.WITHDRAWN:
        raise FormError("outcome", "only the person or counsel withdraws a remedy", "Decide it, or let it be withdrawn")
    told = {part: str(doing.form.get(part) or "").strip() for part in ("part", "text", "hearing")}
    if told["hearing"] and told["hearing"] not in doing.the_case.hearings:
        raise FormError(
            "hearing", f"the case has no hearing {told['hearing']!r}", "Name the hearing it was decided after"
        )
    made: Fields = {"outcome": outcome.value, **{part: value for part, value in told.items() if value}}
    if told["part"]:
        return made
    final = bool(doing.form.get("final"))
    return made | ({"final": True} if final else {}) | _ended(doing, f"Final decision: {outcome.value}", final=final)


def _withdrawn(doing: Doing) -> Fields:
    return _ended(doing, "Withdrawn by the person concerned", final=True)


def _ended(doing: Doing, why: str, *, final: bool) -> Fields:
    """That a remedy no longer runs: and, where its end is final and no other runs, that none is pending."""
    held = any(f.id == doing.object for f in doing.the_case.case.findings)
    made: Fields = {"ends": {doing.object: doing.today}} if held else {}
    if final and held and not set(doing.the_case.remedies) - {doing.object}:
        made["adds"] = {"findings": [_pending(doing, why, answer="no")]}
    return made


def _stayed(doing: Doing) -> Fields:
    body = parts.word(doing.form, "body", Body)
    acts = _acts(doing, _CAN_WAIT)
    if not acts:
        raise FormError("acts", "no act is named", f"Name at least one of: {', '.join(_CAN_WAIT)}")
    source = parts.text(doing.form, "source", "Say where the order stands: its number and its day")
    about: Fields = {"body": body.value, "acts": acts, "source": source}
    if doing.form.get("until"):
        about["until"] = _day(doing, "until", after=doing.on).isoformat()
    text = str(doing.form.get("text") or "").strip()
    made: Fields = {"stays": about, **({"text": text} if text else {})}
    if not body.is_of_the_state and SURRENDER.id in acts:
        made["adds"] = {
            "findings": [_finding(doing, INTERIM, source) | ({"until": about["until"]} if "until" in about else {})]
        }
    return made


def _lifted(doing: Doing) -> Fields:
    return _ends_what_it_added(doing, doing.the_case.challenges.stays[doing.object].entry)


def _undertaken(doing: Doing) -> Fields:
    """A promise: which acts it closes, and by which rule it ends. Without a rule, a court releases it."""
    text = parts.text(
        doing.form, "text", "Write the undertaking in its own words", problem="it is not said what is promised"
    )
    ending = parts.word(doing.form, "ending", Ending, Ending.BY_COURT)
    acts = _acts(doing, MAY_BE_CLOSED) or [a.id for a in IRREVERSIBLE]
    about: Fields = {"acts": acts, "ending": ending.value}
    if ending is Ending.ON_A_DAY:
        about["until"] = _day(doing, "until", after=doing.on).isoformat()
    if set(acts) >= _HELD_BY_LAW_OF_THE_HOUSE:
        return {"undertakes": about, "adds": {"findings": [_finding(doing, UNDERTAKING, text)]}}
    return {"undertakes": about, "adds": {"events": [_event(doing, text)]}}


def _released(doing: Doing) -> Fields:
    promise = doing.the_case.challenges.undertakings[doing.object]
    told = [p.id for p in doing.the_case.case.persons]
    return {**_ends_what_it_added(doing, promise.entry), "notice-owed": told}


def _kept_back(doing: Doing) -> Fields:
    what = str(doing.form.get("what") or "notices")
    if what not in ("notices", "file"):
        raise FormError("what", f"{what!r} cannot be kept back", "Write notices, or file")
    parts.text(doing.form, "reasons", "Say how telling the person would defeat the investigation")
    basis = parts.text(doing.form, "basis", "Name the provision that allows it")
    until = _day(doing, "until", after=doing.on)
    if until > doing.on + LONGEST:
        raise FormError("until", f"{until} is too far", f"At most {LONGEST.days} days; then it is decided anew")
    review = _day(doing, "review", after=doing.on)
    if review > until:
        raise FormError("review", f"{review} is after the end", "It is looked at again before it ends")
    about = {"what": what, "basis": basis, "review": review.isoformat(), "until": until.isoformat()}
    return {"keeps-back": about}


def _intervened(doing: Doing) -> Fields:
    text = parts.text(doing.form, "text", "Write what is submitted", problem="there are no observations")
    hearing = hearing_named(doing)
    basis = parts.text(doing.form, "basis", "Name the provision that lets you be heard")
    return {"basis": basis, **({"for-hearing": hearing} if hearing else {}), "adds": {"events": [_event(doing, text)]}}


def _invited(doing: Doing) -> Fields:
    account = parts.text(doing.form, "account", "Name the account of the counsel")
    return {"invites": {"account": account, "person": doing.object}}


def _answered(doing: Doing) -> Fields:
    told = str(doing.form.get("answer") or "accept")
    if told not in ("accept", "decline"):
        raise FormError("answer", f"{told!r} is no answer", "Write accept, or decline")
    return {"accepts": told == "accept"}


def _ends_what_it_added(doing: Doing, entry: int) -> Fields:
    """End the finding an earlier entry made."""
    made = next((e for e in doing.the_case.entries if e.seq == entry), None)
    findings = made.fields.get("adds", {}).get("findings", ()) if made else ()
    return {"ends": {f["id"]: doing.today for f in findings}} if findings else {}


def _finding(doing: Doing, question: str, source: str) -> Fields:
    return {
        "id": named("finding", doing.number),
        "question": question,
        "answer": "yes",
        "since": doing.today,
        "source": source,
        "by": doing.by,
        **parts.apart(doing),
    }


def _event(doing: Doing, text: str) -> Fields:
    """What was said, as an event of the file: there it can be set apart and erased."""
    about = {"about": doing.object} if doing.act.of is Kind.PERSON else {}
    return {"on": doing.today, "text": text, "source": doing.by, **about, **parts.apart(doing)}


def _acts(doing: Doing, may: tuple[str, ...]) -> list[str]:
    acts = words(doing.form.get("acts"), "acts")
    for act in acts:
        if act not in may:
            raise FormError("acts", f"{act!r} cannot be promised or stayed", f"Name some of: {', '.join(may)}")
    return list(dict.fromkeys(acts))


def _day(doing: Doing, field: str, *, until: date | None = None, after: date | None = None) -> date:
    """A day: not later than `until` (inclusive), or later than `after`; without one said, `until` itself."""
    told = str(doing.form.get(field) or "").strip()
    if not told and until is not None:
        return until
    try:
        day = date.fromisoformat(told)
    except ValueError as error:
        raise FormError(field, f"{told!r} is no day", "Write it as 2026-03-01") from error
    if until is not None and day > until:
        raise FormError(field, f"{day} has not come yet", "Write the day on which it was done")
    if after is not None and day <= after:
        raise FormError(field, f"{day} is not to come", f"Write a day after {after}")
    return day


EFFECTS: Mapping[str, Callable[[Doing], dict[str, Any]]] = MappingProxyType(
    {
        LODGE_REMEDY.id: _lodged,
        REGISTER_REMEDY.id: _registered,
        REFER_REMEDY.id: _referred,
        DECIDE_REMEDY.id: _decided,
        WITHDRAW_REMEDY.id: _withdrawn,
        ORDER_STAY.id: _stayed,
        LIFT_STAY.id: _lifted,
        UNDERTAKE.id: _undertaken,
        END_UNDERTAKING.id: _released,
        KEEP_BACK.id: _kept_back,
        END_SECRECY.id: lambda _: {},
        INTERVENE.id: _intervened,
        INVITE_COUNSEL.id: _invited,
        ACCEPT_MANDATE.id: _answered,
    }
)
"""What each act on a challenge records."""
