"""What reporting an incident and protecting a person write down, and what stands against it."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from rogatory.aftermath.pressure import Pressure, Referral, may_be_for, shown
from rogatory.aftermath.protection import Status, Step
from rogatory.law.acts import PROTECT, Act, Role
from rogatory.office.acts import parts
from rogatory.office.acts.doing import Doing, Fields
from rogatory.office.acts.inquiring import referred
from rogatory.office.acts.plain import words
from rogatory.office.errors import FormError, Hurdle, Obstacle
from rogatory.office.filing import REPORT_INCIDENT
from rogatory.office.folds.dossier import Dossier, named
from rogatory.office.folds.originals import originals_of
from rogatory.office.folds.protected import incidents_of, opens, protections_of
from rogatory.people.mandates import Compartment, Mandate

IN_PLACE = "repression.protection_in_place"
_ALLEGED, _SURVEILLED = "repression.alleged", "person.surveilled_or_harassed_here"
_STATE = re.compile("[A-Z]{2}")
_SOURCE = "decision 0032 of this system"


def _reported(doing: Doing) -> Fields:
    """What happened, and what the file is told of it: that it is alleged, and by whom it is said to be done."""
    kind = parts.word(doing.form, "kind", Pressure)
    text = parts.text(doing.form, "text", "Say what happened, in words")
    since, until = parts.day(doing, "since", today=False), _until(doing)
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
    lodged: Fields = {}
    match step:
        case Step.STATUS:
            told["status"] = parts.word(doing.form, "status", Status).value
        case Step.MEASURE:
            until = parts.day(doing, "until", past=False) if doing.form.get("until") else None
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
            lodged = _lodged(doing, told["of"]) if told["to"] == Referral.INQUIRY.value else {}
        case Step.CONTACT | Step.ADDRESS:
            pass  # the words are all there is
    text = parts.text(doing.form, "text", "Say it in words: what was arranged, whom to call, where, why, what was done")
    by = str(doing.form.get("seen-to") or "").strip()
    in_place = _in_place(doing)
    findings = [*lodged.get("adds", {}).get("findings", ()), *in_place.get("adds", {}).get("findings", ())]
    adds = {**lodged.get("adds", {}), "findings": findings} if findings else {}
    return {
        "protects": told,
        "text": text,
        **({"seen-to": by} if by else {}),
        **lodged,
        **in_place,
        **({"adds": adds} if adds else {}),
    }


def _lodged(doing: Doing, incident: str) -> Fields:
    """What an incident that is referred to an inquiry lodges there: what the inquiry may read, in words of its own."""
    there = incidents_of(doing.the_case).get(incident) if opens(doing.held, doing.object) else None
    if there is None:
        return {}  # the compartment is not open to whoever asks, which the door then says, and nothing else
    mend = "Say what the inquiry may read: it stands in the file, without what protects the person"
    return referred(doing, parts.text(doing.form, "alleges", mend), there.kind.method.value)


def _in_place(doing: Doing) -> Fields:
    """Whether a human says that the person is protected now, which is what the norms ask; None says nothing."""
    answer = str(doing.form.get("in-place") or "")
    if not answer:
        return {}
    if answer not in ("yes", "no"):
        raise FormError("in-place", f"{answer!r} is no answer", "Write yes, no, or leave it out")
    before = [f.id for f in doing.the_case.case.findings if f.question == IN_PLACE and f.until is None and f.id]
    ends = {"ends": dict.fromkeys(before, doing.today)} if before else {}
    return {"adds": {"findings": [_finding(doing, IN_PLACE, "-2", answer)]}, **ends}


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


def _until(doing: Doing) -> date | None:
    """The last day of what happened; None: it goes on, or nobody knows."""
    return parts.day(doing, "until") if doing.form.get("until") else None


def _of_whom(obj: str, mandate: Mandate, dossier: Dossier) -> list[Obstacle]:
    if mandate.role is not Role.INTERVENER or mandate.person == obj or len(dossier.case.persons) == 1:
        return []
    text = "the mandate of this third party names no person, and the case concerns several"
    return [Obstacle(Hurdle.MANDATE, text, "mandates of the case", "a mandate that names the person")]


EFFECTS: Mapping[str, Callable[[Doing], Fields]] = MappingProxyType(
    {REPORT_INCIDENT.id: _reported, PROTECT.id: _protected}
)
"""What each act of the compartment records."""


def protecting_obstacles(
    act: Act, obj: str, mandate: Mandate, dossier: Dossier, fields: Mapping[str, Any], on: date
) -> list[Obstacle]:
    """What stands against ending a measure, or answering an incident: nobody does it who may not read it.

    Whoever learns of a danger may record what protects the person at once, without reading what else is there. A third
    party reports for the person its mandate names, or for the only one: who else the case concerns, it is not told.

    Args:
        act: `protect` or `report-incident`.
        obj: The person.
        mandate: The mandate it is done under.
        dossier: The case.
        fields: What it would record.
        on: The day.
    """
    if act is REPORT_INCIDENT:
        return _of_whom(obj, mandate, dossier)
    if fields["protects"]["step"] not in (Step.END_MEASURE.value, Step.ANSWER.value):
        return []
    given = (m for m in dossier.mandates.values() if m.account == mandate.account and m.covers(dossier.case.id, on))
    if opens((mandate, *given), obj):
        return []
    text = "the compartment of protection is not open to you, and nobody answers what they have not read"
    return [
        Obstacle(Hurdle.COMPARTMENT, text, _SOURCE, "a mandate for this case that opens it, given by somebody else")
    ]
