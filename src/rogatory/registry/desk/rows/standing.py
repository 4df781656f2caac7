"""How a case stands, for its pages: rulings, the sentence at the top, the procedure, what may be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from rogatory.casefile.model import Asked, CaseFile
from rogatory.casefile.view import WHOLE
from rogatory.decision.bench import Sitting, judge_act, judge_case, side_by_side, with_attested_treaties
from rogatory.decision.phrases import may, say
from rogatory.deployment.law_in_force import law_in_force
from rogatory.examination.questionnaire import ToAnswer, questionnaire
from rogatory.examination.resting import resting_on
from rogatory.law.acts import ACTS, GRANT, KEEP_NOTICE, REFUSE, SCREEN, Act, Stage
from rogatory.law.binding import ORGANISATION
from rogatory.law.codegen import TRUE
from rogatory.law.conditions import Atom
from rogatory.law.formulas import Verdict
from rogatory.law.grades import Grade
from rogatory.law.leading import facts
from rogatory.law.norms import Norm
from rogatory.law.ruling import NormState, Ruling
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording import act_title, say_norm
from rogatory.law.wording.language import Language
from rogatory.law.wording.questions import clause
from rogatory.law.wording.terms import term
from rogatory.office.acts.objects import objects
from rogatory.office.against.beside import beside_obstacles
from rogatory.office.against.course import course_obstacles
from rogatory.office.against.held import hold_obstacles
from rogatory.office.errors import Obstacle
from rogatory.office.filing import FILING, READ
from rogatory.office.folds.answered import seen_by_the_door
from rogatory.office.folds.dossier import Dossier, changes
from rogatory.office.folds.notices import open_for
from rogatory.office.seen.portion import Portion
from rogatory.people.mandates import Actor
from rogatory.registry.states.on_record import as_judged


@lru_cache(maxsize=512)
def rulings(case: CaseFile, on: date) -> tuple[Ruling, ...]:
    """The rulings on the acts worth judging in a case, as of the day `on`."""
    return judge_case(law_in_force(), seen_by_the_door(case), Sitting(at=on))


@lru_cache(maxsize=2048)
def ruling_on(case: CaseFile, act: str, obj: str, on: date) -> Ruling:
    """The ruling on one act on one object.

    Raises:
        KeyError: The case has no such object for this act.
    """
    judged = next((r for r in rulings(case, on) if (r.act.id, r.object) == (act, obj)), None)
    if judged is not None:
        return judged
    law = with_attested_treaties(law_in_force(), case)
    (ruling,) = judge_act(law, seen_by_the_door(case), Asked(ACTS[act], obj), Sitting(at=on))
    return ruling


def turn_of(act: Act, obj: str, dossier: Dossier, on: date) -> list[Obstacle]:
    """What stands against an act on the day `on` because of how the case stands."""
    course = course_obstacles(
        act, obj, dossier, lambda measure: ruling_on(as_judged(dossier, on), GRANT.id, measure, on)
    )

    def on_a_notice(kind: str) -> Ruling:
        case = as_judged(dossier, on)
        return ruling_on(replace(case, request=replace(case.request, kind=kind)), act.id, obj, on)

    return course + hold_obstacles(act, obj, dossier, on) + beside_obstacles(act, {}, dossier, on_a_notice)


def carrying(case: CaseFile, ruling: Ruling) -> tuple[NormState, ...]:
    """The norms a ruling rests on."""
    law = with_attested_treaties(law_in_force(), case)
    return resting_on(law.program(ruling.act, ruling.context), ruling)


@cache
def _norms() -> Mapping[str, Norm]:
    return {n.id: n for n in law_in_force().norms}


def norm_in_words(norm: str, language: Language) -> str:
    """What a norm in force says; empty where there is none of that identifier."""
    return say_norm(_norms()[norm], language) if norm in _norms() else ""


@dataclass(frozen=True, slots=True)
class Row:
    """A ruling in a list: what it is on, in one sentence, and the norm that leads it.

    Attributes:
        ruling: The ruling.
        title: The act, as a verb phrase.
        object: Its object; empty: the request.
        sentence: What the law says of the act, without its full stop.
        facts: What was found that makes the leading norm apply, as clauses; empty: nothing in particular, or not seen.
        because: The leading norm in words.
        source: Where the leading norm comes from.
        cite: The first of its sources, short.
        norm: Identifier of the leading norm.
        more: How many further norms the ruling rests on.
    """

    ruling: Ruling
    title: str
    object: str
    sentence: str
    facts: tuple[str, ...]
    because: str
    source: str
    cite: str
    norm: str
    more: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How a case stands on a day.

    Attributes:
        dossier: The case, to judge by.
        seen: What of it the reader sees.
        on: The day.
        rows: Rulings, in the order of the procedure.
        banner: The ruling that matters most now, in a sentence.
        stages: State of each stage of the procedure.
        questions: The questions that still matter, in the order to ask them.
    """

    dossier: Dossier
    seen: Portion
    on: date
    rows: tuple[Row, ...]
    banner: str
    stages: dict[str, str]
    questions: tuple[ToAnswer, ...]

    @property
    def leading(self) -> tuple[Row, ...]:
        """The first rulings that rest on different norms, for the sources beside the page."""
        by_norm = {r.norm: r for r in reversed(self.rows) if r.norm}
        return tuple(r for r in self.rows if by_norm.get(r.norm) is r)[:3]


def standing(dossier: Dossier, seen: Portion, on: date, language: Language) -> Standing:
    """How the case stands on the day `on` for a reader who sees `seen` of it, in words of `language`."""
    found = [seen.told(r) for r in rulings(as_judged(dossier, on), on) if seen.sees_ruling(r.act, r.object)]
    reasons = [seen.sees_reasons(r.act, r.object) for r in found]
    rows = tuple(row(dossier.case, r, language, reasons=told) for r, told in zip(found, reasons, strict=True))
    asked = tuple(q for q in questionnaire(found) if seen.sees_question(q.question))
    unchecked = open_for(KEEP_NOTICE, "", dossier, on)
    return Standing(
        dossier=dossier,
        seen=seen,
        on=on,
        rows=rows,
        banner=banner(rows, len(asked), language, links=sum(x.bars for x in seen.links), unchecked=len(unchecked)),
        stages=stages(seen, found, pending=bool(dossier.remedies)),
        questions=asked,
    )


def row(case: CaseFile, ruling: Ruling, language: Language, *, reasons: bool = True) -> Row:
    """A ruling for a list; without its reasons where they tell of others."""
    leading = carrying(case, ruling) if reasons else ()
    who = ORGANISATION if ruling.context.requested == ORGANISATION else ""
    first = leading[0] if leading else None
    cite = first.norm.source.cites[0] if first else None
    return Row(
        ruling=ruling,
        title=act_title(ruling.act, language),
        object="" if ruling.object == WHOLE else ruling.object,
        sentence=may(ruling.verdict, who, act_title(ruling.act, language), language),
        facts=found_facts(first, language) if first else (),
        because=say_norm(first.norm, language) if first else "",
        source=str(first.norm.source) if first else "",
        cite=f"{cite.instrument}, {cite.place}" if cite and cite.place else cite.instrument if cite else "",
        norm=first.norm.id if first else "",
        more=max(0, len(leading) - 1),
    )


def found_facts(state: NormState, language: Language) -> tuple[str, ...]:
    """What was found that makes a norm apply, as clauses; where less than established, with how far it is shown."""
    told = []
    for fact in facts(state.because, state.situation):
        atom = fact.condition
        if not isinstance(atom, Atom) or fact.denied or state.code != TRUE:
            continue
        question = VOCABULARY[atom.question]
        value = atom.values[0] if len(atom.values) == 1 else None
        standing = state.situation.standings.get(atom.slot)
        shown = max((standing.shown.get(v, Grade.NONE) for v in atom.values), default=None) if standing else None
        note = f" ({term(shown, language)})" if shown and shown is not Grade.ESTABLISHED else ""
        told.append(f"{clause(question, language, value)}{note}")
    return tuple(told)


def banner(rows: Sequence[Row], questions: int, language: Language, *, links: int = 0, unchecked: int = 0) -> str:
    """The ruling on the request in one sentence: what may be done, the facts that decide it, and what remains open.

    Args:
        rows: The rulings seen.
        questions: How many questions still matter.
        language: Language.
        links: How many links that must be examined nobody has decided, as far as the reader may know of them.
        unchecked: How many parts of the check of a notice are open; until they are answered nothing is kept or granted.
    """
    merits = [r for r in rows if r.ruling.act in (GRANT, KEEP_NOTICE)]
    if not merits:
        return ""
    worst = max(merits, key=lambda r: r.ruling.verdict)
    head = _head(worst, rows, language, unchecked=bool(unchecked))
    if len({r.ruling.verdict for r in merits}) > 1 and worst.object:
        head = f"{head} ({worst.object})"
    open_ = (
        _counted("banner.notice", unchecked, language),
        _counted("banner.links", links, language),
        _counted("banner.open", questions, language),
    )
    because = "" if unchecked and worst.ruling.verdict.allows else _because(worst, language)
    *first, last = [part for part in (because, *open_) if part] or [""]
    if not last:
        return f"{head}."
    told = say("banner.and", language, first=", ".join(first), second=last) if first else last
    return say("banner.colon", language, head=head, because=told) + "."


_ALONE = {
    Verdict.FORBIDDEN: "must-refuse",
    Verdict.NOT_RIPE: "must-examine",
    Verdict.CONDITIONAL: "may-grant-under-conditions",
    Verdict.DISCRETIONARY: "may-choose",
    Verdict.ALLOWED: "may-grant",
}


def _head(worst: Row, rows: Sequence[Row], language: Language, *, unchecked: bool) -> str:
    waits = unchecked and worst.ruling.verdict.allows
    if worst.ruling.act is KEEP_NOTICE:
        return say(f"banner.keep.{Verdict.NOT_RIPE.name if waits else worst.ruling.verdict.name}", language)
    if waits:
        return say(f"banner.grant.{_ALONE[Verdict.NOT_RIPE]}", language)
    refusal = next((r for r in rows if r.ruling.act is REFUSE and r.object == worst.object), None)
    # Where refusing is not judged beside it, as for a removal, granting alone says it.
    word = side_by_side(worst.ruling, refusal.ruling).word if refusal else _ALONE[worst.ruling.verdict]
    return say(f"banner.grant.{word}", language)


def _because(worst: Row, language: Language) -> str:
    verdict, ruling = worst.ruling.verdict, worst.ruling
    if verdict is Verdict.NOT_RIPE:
        return ""
    if verdict is Verdict.CONDITIONAL:
        obtained = sum(c.obtained for c in ruling.conditions)
        return say("banner.conditions", language, obtain=len(ruling.conditions) - obtained, keep=obtained)
    if verdict is Verdict.ALLOWED:
        return say("banner.nothing", language)
    if worst.facts:
        *first, last = worst.facts
        told = say("banner.and", language, first=", ".join(first), second=last) if first else last
        return f"{told} ({worst.cite})"
    return f"{worst.because.rstrip('.')} ({worst.cite})" if worst.because else ""


def _counted(key: str, number: int, language: Language) -> str:
    return say(f"{key}.{'one' if number == 1 else 'more'}", language, n=number) if number else ""


def stages(seen: Portion, found: Sequence[Ruling], *, pending: bool) -> dict[str, str]:
    """State of each stage: done, here, barred; a stage that is not named comes later."""
    # That the registers were looked through is done, also where nothing was found.
    made = {_stage(e.act) for e in seen.entries if changes(e) or e.act == SCREEN.id}
    barred = {r.act.stage.value for r in found if r.verdict is Verdict.FORBIDDEN and r.act is not REFUSE}
    open_ = any(r.verdict is Verdict.NOT_RIPE for r in found)
    waits = any(link.bars for link in seen.links)
    here = Stage.REMEDIES if pending else Stage.LINKAGE if waits else Stage.EXAMINATION if open_ else Stage.DECISION
    states = dict.fromkeys((s for s in made if s), "done")
    states |= dict.fromkeys(barred - {Stage.DECISION.value}, "barred")
    return states | {here.value: "here"}


def may_do(dossier: Dossier, actor: Actor, on: date) -> list[tuple[Act, tuple[str, ...]]]:
    """The acts the roles of `actor` in this case allow, with their objects. Whether the law allows is judged apart."""
    roles = {m.role for m in actor.mandates_for(dossier.case.id, on)}
    found = []
    for act in (*FILING.values(), *ACTS.values()):
        if roles & set(act.by) and act is not READ and act.id != "register":
            able = objects(act, dossier)
            if able:
                found.append((act, able))
    return found


def _stage(act: str) -> str:
    known = ACTS.get(act) or FILING.get(act)
    return known.stage.value if known else ""
