"""What reporting an incident and protecting a person write down, and what stands against it."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from rogatory.aftermath.pressure import Pressure, Referral, may_be_for, shown
from rogatory.aftermath.protection import Status, Step
from rogatory.law.acts import PROTECT
from rogatory.office import parts
from rogatory.office.doing import Doing, Fields
from rogatory.office.dossier import Dossier, named
from rogatory.office.errors import FormError, Hurdle, Obstacle
from rogatory.office.filing import REPORT_INCIDENT
from rogatory.office.originals import originals_of
from rogatory.office.plain import words
from rogatory.office.protected import incidents_of, opens, protections_of
from rogatory.people.mandates import Compartment, Mandate

IN_PLACE = "repression.protection_in_place"
_ALLEGED, _SURVEILLED = "repression.alleged", "person.surveilled_or_harassed_here"
_STATE = re.compile("[A-Z]{2}")
_SOURCE = "decision 0032 of this system"


def _reported(doing: Doing) -> Fields:
    """What happened, and what the file is told of it: that it is alleged, and by whom it is said to be done."""
    kind = parts.word(doing.form, "kind", Pressure)
    text = parts.text(doing.form, "text", "Say what happened, in words")
    since, until = _day(doing, "since"), _day(doing, "until")
    if since is None:
        raise FormError("since", "it is missing", "Write the first day, as far as it is known")
    if until and until < since:
        raise FormError("until", f"{until} comes before {since}", "Write a later day, or leave it out")
    state = str(doing.form.get("state") or "").strip().upper()
    if state and not _STATE.fullmatch(state):
        raise FormError("state", f"{state!r} is no state", "Write its two letters, or leave it out")
    evidence = list(dict.fromkeys(words(doing.form.get("evidence"), "evidence")))
    kept = [d for o in originals_of(doing.the_case.entries).values() for d in (o.digest, *o.parts)]
    if unknown := [d for d in evidence if d not in kept]:
        mend = "Attach the document first, or say in words where the evidence is"
        raise FormError("evidence", f"the case keeps no document {unknown[0][:16]!r}", mend)
    told: Fields = {"kind": kind.value, "since": since.isoformat()}
    told |= {"until": until.isoformat()} if until else {}
    told |= {"state": state} if state else {}
    told |= {"for-request": True} if doing.form.get("for-request") else {}
    told |= {"evidence": evidence} if evidence else {}
    place = str(doing.form.get("place") or "").strip()
    findings = [_finding(doing, _ALLEGED, "", "yes")]
    if may_be_for(state, doing.the_case.case.request.requesting):
        grade = shown(evidence).name.lower()
        findings.append(_finding(doing, _SURVEILLED, "-1", "yes") | {"about": doing.object, "grade": grade})
    return {
        "reports": told,
        "text": text,
        **({"place": place} if place else {}),
        "adds": {"findings": findings},
    }


def _protected(doing: Doing) -> Fields:
    """One step of protecting a person."""
    step = parts.word(doing.form, "step", Step)
    told: Fields = {"step": step.value}
    match step:
        case Step.STATUS:
            told["status"] = parts.word(doing.form, "status", Status).value
        case Step.MEASURE:
            until = _day(doing, "until", past=False)
            if until and until < doing.on:
                raise FormError("until", f"{until} has passed", "Write a later day, or leave it out")
            told |= {"until": until.isoformat()} if until else {}
        case Step.END_MEASURE:
            there = protections_of(doing.the_case).get(doing.object)
            told["of"] = _of(doing, [m.ident for m in there.measures if m.ended is None] if there else [])
        case Step.ANSWER:
            told["of"] = _of(
                doing, [i.ident for i in incidents_of(doing.the_case).values() if i.person == doing.object]
            )
            told["to"] = parts.word(doing.form, "to", Referral).value
        case Step.CONTACT | Step.ADDRESS:
            pass  # the words are all there is
    text = parts.text(doing.form, "text", "Say it in words: what was arranged, whom to call, where, why, what was done")
    by = str(doing.form.get("seen-to") or "").strip()
    return {"protects": told, "text": text, **({"seen-to": by} if by else {}), **_in_place(doing)}


def _in_place(doing: Doing) -> Fields:
    """Whether a human says that the person is protected now, which is what the norms ask; None says nothing."""
    answer = str(doing.form.get("in-place") or "")
    if not answer:
        return {}
    if answer not in ("yes", "no"):
        raise FormError("in-place", f"{answer!r} is no answer", "Write yes, no, or leave it out")
    before = [f.id for f in doing.the_case.case.findings if f.question == IN_PLACE and f.until is None and f.id]
    ends = {"ends": dict.fromkeys(before, doing.today)} if before else {}
    return {"adds": {"findings": [_finding(doing, IN_PLACE, "", answer)]}, **ends}


def _of(doing: Doing, known: list[str]) -> str:
    """What a step is about. Names of the compartment are told to nobody to whom it is closed."""
    told = str(doing.form.get("of") or "")
    if not opens(doing.held, doing.object):
        return told if told in known else ""
    if told not in known:
        raise FormError(
            "of", f"{told!r} is none" if told else "it is missing", f"Name of: {', '.join(known) or 'none'}"
        )
    return told


def _finding(doing: Doing, question: str, end: str, answer: str) -> Fields:
    return {
        "id": f"{named('finding', doing.number)}{end}",
        "question": question,
        "answer": answer,
        "since": doing.today,
        "source": f"{doing.act.records}; {doing.by}",
        "by": doing.by,
        "compartment": Compartment.PROTECTION.value,
    }


def _day(doing: Doing, field: str, *, past: bool = True) -> date | None:
    told = str(doing.form.get(field) or "").strip()
    if not told:
        return None
    try:
        day = date.fromisoformat(told)
    except ValueError as error:
        raise FormError(field, f"{told!r} is no day", "Write it as 2026-03-01") from error
    if past and day > doing.on:
        raise FormError(field, f"{day} has not come yet", "Write the day on which it happened")
    return day


EFFECTS: Mapping[str, Callable[[Doing], Fields]] = MappingProxyType(
    {REPORT_INCIDENT.id: _reported, PROTECT.id: _protected}
)
"""What each act of the compartment records."""


def protecting_obstacles(
    obj: str, mandate: Mandate, dossier: Dossier, fields: Mapping[str, Any], on: date
) -> list[Obstacle]:
    """What stands against ending a measure, or answering an incident: nobody does it who may not read it.

    Whoever learns of a danger may record what protects the person at once, without reading what else is there.

    Args:
        obj: The person.
        mandate: The mandate it is done under.
        dossier: The case.
        fields: What it would record.
        on: The day.
    """
    if fields["protects"]["step"] not in (Step.END_MEASURE.value, Step.ANSWER.value):
        return []
    given = (m for m in dossier.mandates.values() if m.account == mandate.account and m.covers(dossier.case.id, on))
    if opens((mandate, *given), obj):
        return []
    text = "the compartment of protection is not open to you, and nobody answers what they have not read"
    return [
        Obstacle(Hurdle.COMPARTMENT, text, _SOURCE, "a mandate for this case that opens it, given by somebody else")
    ]
