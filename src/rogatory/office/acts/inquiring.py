"""What the acts on an allegation write down, and what stands against them: who may lead, and when it may end."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from rogatory.examination.inquiries.allegations import Allegation, Standing
from rogatory.examination.inquiries.checking import part_in, unsettled
from rogatory.examination.inquiries.steps import STEPS, Step, to_take
from rogatory.law.acts import INVESTIGATE_REPRESSION, Act
from rogatory.law.grades import Grade
from rogatory.office.acts import parts
from rogatory.office.acts.doing import Doing, Fields
from rogatory.office.acts.plain import words
from rogatory.office.errors import FormError, Hurdle, Obstacle
from rogatory.office.filing import CONCLUDE_INQUIRY, DECIDE_DISCLOSURE, INQUIRE, LODGE_ALLEGATION
from rogatory.office.folds.dossier import Dossier, named
from rogatory.office.folds.inquiries import (
    ALLEGED_FOR,
    ASK_SOURCE,
    IDENTITY,
    allegations_of,
    done_in,
    may_open,
    sources_of,
)
from rogatory.office.folds.originals import opening_obstacles
from rogatory.people.mandates import Mandate
from rogatory.states.record.entries import Method

ALLEGED, INVESTIGATED = "repression.alleged", "repression.effectively_investigated"
INQUIRING = frozenset({INVESTIGATE_REPRESSION, INQUIRE, CONCLUDE_INQUIRY})
"""Acts that only somebody does who had no part in the request."""
STEPS_TO_TAKE = (*(s.value for s in to_take(torture=True)), Step.INFORMED.value, ASK_SOURCE)
"""What the form of `inquire` may name."""
GRADES = tuple(grade.name.lower() for grade in Grade)
"""How far the acts alleged were shown; `none`: nothing speaks for them."""
_IMPARTIAL = "UN Convention against Torture, Articles 12 and 13"


def referred(doing: Doing, text: str, method: str) -> Fields:
    """What an incident lodges that is referred to an inquiry: an allegation, in words of its own, by one method.

    Args:
        doing: The act that refers it.
        text: What the inquiry and the file are told; nothing else of the compartment is.
        method: The method alleged.
    """
    event = {
        "on": doing.today,
        "text": f"{ALLEGED_FOR} {doing.object}: {text}",
        "source": doing.by,
        "about": doing.object,
    }
    return {"alleges": {"methods": [method]}, "adds": {"events": [event], "findings": [_finding(doing, ALLEGED, text)]}}


def _lodged(doing: Doing) -> Fields:
    """What is alleged. Who a protected source is goes into a field of its own, and never into the file."""
    text = parts.text(
        doing.form,
        "text",
        "Say what was done, by whom, when, as far as known",
        problem="it is not said what is alleged",
    )
    about, told = _alleges(doing), parts.apart(doing)
    identity = str(doing.form.get("source") or "").strip()
    if identity:
        about["source"] = named("source", doing.number)
    event = {
        "on": about.get("on", doing.today),
        "text": f"{ALLEGED_FOR} {doing.object}: {text}",
        "source": doing.by,
        "about": doing.object,
        **told,
    }
    # That it is alleged is a fact from this moment; whether it is true is for the inquiry.
    adds = {"events": [event], "findings": [_finding(doing, ALLEGED, text) | told]}
    return {"alleges": about, "adds": adds, **({IDENTITY: identity} if identity else {})}


def _alleges(doing: Doing) -> Fields:
    form, case = doing.form, doing.the_case.case
    methods = list(dict.fromkeys(words(form.get("methods"), "methods")))
    if unknown := [m for m in methods if m not in {x.value for x in Method}]:
        raise FormError(
            "methods", f"{unknown[0]!r} is no method", f"Write some of: {', '.join(m.value for m in Method)}"
        )
    concerns = list(dict.fromkeys(words(form.get("concerns"), "concerns")))
    if unknown := [m for m in concerns if m not in {x.id for x in case.measures}]:
        raise FormError("concerns", f"the case has no measure {unknown[0]!r}", "Name measures of the case, or none")
    about: Fields = {"methods": methods} if methods else {}
    about |= {"torture": True} if form.get("torture") else {}
    about |= {"concerns": concerns} if concerns else {}
    if form.get("on"):
        about["on"] = parts.day(doing, "on").isoformat()
    return about


def taken_up(doing: Doing, adds: Mapping[str, Any]) -> Fields:
    """What opening an inquiry records beside what every act does: which allegation is taken up, or that of the office.

    Args:
        doing: The act.
        adds: What the act adds to the file.
    """
    there = allegations_of(doing.the_case)
    told = str(doing.form.get("allegation") or "")
    open_ = [a for a in there.values() if a.person in ("", doing.object) and a.standing.is_open]
    waiting = [a for a in open_ if a.standing is Standing.WAITS]
    if told and told not in {a.ident for a in open_}:
        names = ", ".join(a.ident for a in open_) or "none"
        raise FormError("allegation", f"{told!r} does not wait for an inquiry", f"Name one of: {names}; or none")
    if not told and len(waiting) > 1:
        names = ", ".join(a.ident for a in waiting)
        raise FormError("allegation", "more than one waits", f"Name the one that is taken up: {names}")
    name = told or (waiting[0].ident if waiting else "")
    known = any(f.question == ALLEGED and f.answer == ("yes",) for f in doing.the_case.case.findings)
    found: Fields = {} if name else {"alleges": _alleges(doing)}
    if not known:
        source = f"inquiry opened by {doing.by}"
        found["adds"] = {**adds, "findings": [_finding(doing, ALLEGED, source) | parts.apart(doing)]}
    return {**({"takes-up": name} if name else {}), **found}


def _step(doing: Doing) -> Fields:
    """One step: what was done and on which day, or why it is left out; or that the custodian is asked."""
    step = str(doing.form.get("step") or "")
    if step not in STEPS_TO_TAKE:
        raise FormError("step", f"{step!r} is no step", f"Write one of: {', '.join(STEPS_TO_TAKE)}")
    text = parts.text(
        doing.form,
        "text",
        "Write it, with the evidence and its place",
        problem="it is not said what was done, or why not",
    )
    one = allegations_of(doing.the_case)[doing.object]
    if step == ASK_SOURCE:
        if not one.source:
            raise FormError("step", "nobody's identity is protected here", "Ask for what stands in the file")
        if one.waits_for_custodian:
            raise FormError("step", "the custodian was asked and has not answered", "Wait for the answer")
        return {"inquires": {"step": step}, "text": text}
    about: Fields = {"step": step, "on": parts.day(doing, "on").isoformat()}
    if doing.form.get("left-out"):
        if not STEPS[Step(step)].may_be_left_out:
            raise FormError("left-out", "this step is never left out", "Take it, or say how the person declined")
        about["left-out"] = True
    return {"inquires": about, "text": text}


def _concluded(doing: Doing) -> Fields:
    """The end: refused, or concluded to a grade; then what was shown becomes a finding, by two people."""
    one = allegations_of(doing.the_case)[doing.object]
    outcome, grade = str(doing.form.get("outcome") or ""), str(doing.form.get("grade") or "")
    wanted = "refused" if one.standing is Standing.WAITS else "concluded"
    if outcome != wanted:
        mend = "It was not taken up: write refused" if wanted == "refused" else "It was taken up: write concluded"
        raise FormError("outcome", f"{outcome!r} cannot be its end", mend)
    if outcome == "refused":
        if grade:
            raise FormError("grade", "what was not investigated was not shown to any grade", "Leave it out")
        return {"concludes": {"outcome": outcome}, **_event(doing, "An allegation is not taken up")}
    if grade not in GRADES:
        raise FormError("grade", f"{grade!r} is no grade", f"Write one of: {', '.join(GRADES)}")
    made = _event(doing, f"An inquiry into an allegation is concluded: {grade}")
    made["adds"]["findings"] = list(_shown(doing, one, Grade.named(grade)))
    return {"concludes": {"outcome": outcome, "grade": grade}, **made}


def _shown(doing: Doing, one: Allegation, grade: Grade) -> Iterator[Fields]:
    """What follows for the questions of the law: that it was investigated, and what was shown, to its grade.

    What was not shown is no answer: nothing here ever says no.
    """
    source, apart = f"inquiry {one.ident}, concluded by {doing.by}", parts.apart(doing)
    others = [a for a in allegations_of(doing.the_case).values() if a.standing.is_open and a.ident != one.ident]
    if not others:
        yield _finding(doing, INVESTIGATED, source) | apart
    shown = {"grade": grade.name.lower()}
    if grade >= Grade.ARGUABLE and one.torture and one.person and not one.link:
        ident = f"{named('finding', doing.number)}-1"
        yield _finding(doing, "person.past_ill_treatment", source) | shown | apart | {"id": ident, "about": one.person}
    if grade >= Grade.ARGUABLE and Method.CO_OPTING in one.methods:
        ident = f"{named('finding', doing.number)}-2"
        yield _finding(doing, "request.persecution_purpose", source) | shown | apart | {"id": ident}


def _disclosed(doing: Doing) -> Fields:
    answer = str(doing.form.get("answer") or "")
    if answer not in ("yes", "no"):
        raise FormError("answer", f"{answer!r} is no answer", "Write yes, or no")
    return {"discloses": answer}


def inquiry_named(doing: Doing) -> str:
    """The open inquiry a statement of the person concerned is evidence in; empty: none is named.

    Raises:
        FormError: There is no such inquiry of that person.
    """
    told = str(doing.form.get("inquiry") or "")
    open_ = [a for a in allegations_of(doing.the_case).values() if a.person == doing.object and a.standing.is_open]
    if told and told not in {a.ident for a in open_}:
        has = ", ".join(a.ident for a in open_) or "none"
        raise FormError("inquiry", f"{told!r} is no open allegation", f"Name one of: {has}; or leave it out")
    return told


def inquiry_obstacles(
    act: Act, obj: str, mandate: Mandate, dossier: Dossier, fields: Mapping[str, Any]
) -> Iterator[Obstacle]:
    """What stands against opening, carrying on or ending an inquiry.

    Args:
        act: `investigate-repression`, `inquire` or `conclude-inquiry`.
        obj: Identifier of its object.
        mandate: The mandate it is done under.
        dossier: The case.
        fields: What it would record.
    """
    yield from _partial(mandate.account, dossier)
    if act is INVESTIGATE_REPRESSION:
        return
    one = allegations_of(dossier)[obj]
    led_by = one.leads or (one.conclusion.by if one.conclusion else "")
    if led_by and led_by != mandate.account:
        text = "somebody else leads this inquiry"
        yield Obstacle(Hurdle.MANDATE, text, _IMPARTIAL, "taking it over, with the act `investigate-repression`")
    if act is CONCLUDE_INQUIRY and one.standing is Standing.RUNS:
        missing = unsettled(one)
        if missing:
            says = "; ".join(STEPS[step].says["en"] for step in missing)
            source = "; ".join(dict.fromkeys(str(STEPS[step].source) for step in missing))
            yield Obstacle(Hurdle.COURSE, f"not done yet: {says}", source, "each of these steps, with `inquire`")
        if one.waits_for_custodian:
            yield Obstacle(Hurdle.COURSE, "the custodian was asked who a source is", _IMPARTIAL, "the answer")
    if act is INQUIRE and one.conclusion is not None and fields["inquires"]["step"] != Step.INFORMED.value:
        text = "the inquiry has ended"
        yield Obstacle(Hurdle.COURSE, text, "the course of a case", "a court that quashes its end")
    if act is INQUIRE and one.conclusion is None and fields["inquires"]["step"] == Step.INFORMED.value:
        text = "nobody can be told of an end before there is one"
        yield Obstacle(Hurdle.COURSE, text, "the course of a case", "the conclusion")


def second_obstacles(act: Act, account: str, dossier: Dossier) -> list[Obstacle]:
    """What stands against somebody's agreeing to the end of an inquiry: a part in the request."""
    return list(_partial(account, dossier)) if act is CONCLUDE_INQUIRY else []


def _partial(account: str, dossier: Dossier) -> Iterator[Obstacle]:
    acts = part_in(account, done_in(dossier.entries))
    if acts:
        text = f"whoever decided, proposed or carried out what was requested leads no inquiry: {', '.join(acts)}"
        yield Obstacle(Hurdle.MANDATE, text, _IMPARTIAL, "somebody who had no part in the request")


def opened_obstacles(name: str, dossier: Dossier, held: tuple[Mandate, ...]) -> list[Obstacle]:
    """What stands against opening a received document of a case, or who a protected source is.

    Args:
        name: What it is called in the case.
        dossier: The case.
        held: The mandates of whoever would open it that hold for the case today.
    """
    if name not in sources_of(dossier):
        return opening_obstacles(name, dossier, held)
    if may_open(dossier, name, held):
        return []
    text = "who this source is, the custodian opens, to whoever asked with reasons"
    source = "ECHR, Articles 2, 3 and 8; Code of Criminal Procedure (BE), Articles 86bis and 86ter"
    return [Obstacle(Hurdle.COMPARTMENT, text, source, "the decision of the custodian")]


def _event(doing: Doing, text: str) -> Fields:
    return {
        "adds": {"events": [{"on": doing.today, "text": text, "source": f"journal; {doing.by}", **parts.apart(doing)}]}
    }


def _finding(doing: Doing, question: str, source: str) -> Fields:
    return {
        "id": named("finding", doing.number),
        "question": question,
        "answer": "yes",
        "since": doing.today,
        "source": source,
        "by": doing.by,
    }


EFFECTS: Mapping[str, Callable[[Doing], Fields]] = MappingProxyType(
    {
        LODGE_ALLEGATION.id: _lodged,
        INQUIRE.id: _step,
        CONCLUDE_INQUIRY.id: _concluded,
        DECIDE_DISCLOSURE.id: _disclosed,
    }
)
"""What each act on an allegation records; opening an inquiry is `taken_up`."""
