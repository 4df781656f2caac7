"""How a case stands, for its pages: rulings, the sentence at the top, the procedure, what may be done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.translation import ngettext

from rogatory.casefile.model import Asked, CaseFile
from rogatory.casefile.view import WHOLE
from rogatory.decision.bench import Sitting, judge_act, judge_case, side_by_side, with_attested_treaties
from rogatory.decision.phrases import may, say
from rogatory.deployment.law_in_force import law_in_force
from rogatory.examination.questionnaire import ToAnswer, questionnaire
from rogatory.examination.resting import resting_on
from rogatory.law.acts import ACTS, GRANT, KEEP_NOTICE, REFUSE, Act, Stage
from rogatory.law.binding import ORGANISATION
from rogatory.law.formulas import Verdict
from rogatory.law.ruling import NormState, Ruling
from rogatory.law.wording import act_title, say_norm
from rogatory.law.wording.language import Language
from rogatory.office.dossier import Dossier, Entry, changes
from rogatory.office.filing import FILING, READ
from rogatory.office.perform import objects, seen_by_the_door
from rogatory.office.portion import Portion
from rogatory.people.mandates import Actor


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
    law = with_attested_treaties(law_in_force(), case)
    (ruling,) = judge_act(law, seen_by_the_door(case), Asked(ACTS[act], obj), Sitting(at=on))
    return ruling


def carrying(case: CaseFile, ruling: Ruling) -> tuple[NormState, ...]:
    """The norms a ruling rests on."""
    law = with_attested_treaties(law_in_force(), case)
    return resting_on(law.program(ruling.act, ruling.context), ruling)


@dataclass(frozen=True, slots=True)
class Row:
    """A ruling in a list: what it is on, in one sentence, and the norm that leads it."""

    ruling: Ruling
    title: str
    object: str
    sentence: str
    because: str
    source: str
    more: int
    """How many further norms the ruling rests on."""


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


def standing(dossier: Dossier, seen: Portion, on: date, language: Language) -> Standing:
    """How the case stands on the day `on` for a reader who sees `seen` of it, in words of `language`."""
    found = [r for r in rulings(dossier.case, on) if seen.sees_ruling(r.act, r.object)]
    reasons = [seen.sees_reasons(r.act, r.object) for r in found]
    rows = tuple(row(dossier.case, r, language, reasons=told) for r, told in zip(found, reasons, strict=True))
    return Standing(
        dossier=dossier,
        seen=seen,
        on=on,
        rows=rows,
        banner=banner(rows, language),
        stages=stages(seen.entries, found, pending=bool(dossier.remedies)),
        questions=tuple(q for q in questionnaire(found) if seen.sees_question(q.question)),
    )


def row(case: CaseFile, ruling: Ruling, language: Language, *, reasons: bool = True) -> Row:
    """A ruling for a list; without its reasons where they tell of others."""
    leading = carrying(case, ruling) if reasons else ()
    who = ORGANISATION if ruling.context.requested == ORGANISATION else ""
    return Row(
        ruling=ruling,
        title=act_title(ruling.act, language),
        object="" if ruling.object == WHOLE else ruling.object,
        sentence=may(ruling.verdict, who, act_title(ruling.act, language), language),
        because=say_norm(leading[0].norm, language) if leading else "",
        source=str(leading[0].norm.source) if leading else "",
        more=max(0, len(leading) - 1),
    )


def banner(rows: Sequence[Row], language: Language) -> str:
    """The ruling on the request in one sentence: what must or may be done, and on what it rests."""
    merits = [r for r in rows if r.ruling.act in (GRANT, KEEP_NOTICE)]
    if not merits:
        return ""
    worst = max(merits, key=lambda r: r.ruling.verdict)
    refusal = next((r for r in rows if r.ruling.act is REFUSE and r.object == worst.object), None)
    head = worst.sentence
    if refusal is not None and worst.ruling.act is GRANT:
        word = say(f"side.{side_by_side(worst.ruling, refusal.ruling).word}", language)
        head = f"{word[:1].upper()}{word[1:]}"
    if not worst.because:
        return f"{head}."
    more = worst.more
    counted = ngettext("One further norm says the same.", "%(n)s further norms say the same.", more) % {"n": more}
    return f"{head}: {worst.because}{f' {counted}' if more else ''}"


def stages(entries: Iterable[Entry], found: Sequence[Ruling], *, pending: bool) -> dict[str, str]:
    """State of each stage: done, here, barred; a stage that is not named comes later."""
    made = {_stage(e.act) for e in entries if changes(e)}
    barred = {r.act.stage.value for r in found if r.verdict is Verdict.FORBIDDEN and r.act is not REFUSE}
    open_ = any(r.verdict is Verdict.NOT_RIPE for r in found)
    here = Stage.REMEDIES if pending else Stage.EXAMINATION if open_ else Stage.DECISION
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
