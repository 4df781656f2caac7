"""`rogatory assess`: the main job, printed: what must, may or must not be done, and why."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rogatory.casefile.model import CaseFile
from rogatory.cli.opening import Sought, judged, open_case, open_law, wanted
from rogatory.cli.page import QUIET, SHAPES, STYLES, Code, Page, print_json, stop, verdict_head
from rogatory.cli.phrases import may, say
from rogatory.decision.bench import WHOLE, SideBySide, side_by_side
from rogatory.law.acts import GRANT, REFUSE
from rogatory.law.formulas import Verdict
from rogatory.law.norms import Effect
from rogatory.law.ruling import NormState, OpenQuestion, Ruling
from rogatory.law.sources import Check
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording import Language, act_title, ask, effect_word, say_norm, verdict_word
from rogatory.states.treaties import state_name


@dataclass(frozen=True, slots=True)
class Together:
    """Rulings on one act that say the same of several objects."""

    rulings: tuple[Ruling, ...]

    @property
    def ruling(self) -> Ruling:
        """One for all."""
        return self.rulings[0]

    @property
    def objects(self) -> str:
        """The objects, where the case names any."""
        named = [r.object for r in self.rulings if r.object != WHOLE]
        return f" ({', '.join(named)})" if named else ""


def run(file: str, sought: Sought, language: Language, *, as_json: bool, brief: bool, exit_verdict: bool) -> Code | int:
    """Judge and print; the exit code."""
    case = open_case(file)
    law = open_law(house_rules=sought.house_rules)
    rulings = judged(law, case, wanted(case, sought))
    if not rulings:
        stop(Code.NOTHING, f"{case.id}: there is nothing to judge.")
    if as_json:
        print_json(document(case, rulings))
    else:
        _print(Page(), case, rulings, sought, language, brief=brief)
    return verdict_code(rulings) if exit_verdict else Code.DONE


def verdict_code(rulings: Iterable[Ruling]) -> int:
    """Ten plus the verdict that holds back most, of the acts that give something to the requesting state if any were judged."""
    every = tuple(rulings)
    giving = tuple(r for r in every if r.act.cooperates)
    return 10 + max(r.verdict for r in giving or every)


def document(case: CaseFile, rulings: Sequence[Ruling]) -> dict[str, Any]:
    """The rulings as JSON values."""
    return {
        "case": case.id,
        "title": case.title,
        "rulings": [r.as_json() for r in rulings],
        "side_by_side": [
            {"object": g.object, "at": g.at.isoformat(), "grant": s.grant.word, "refuse": s.refuse.word, "word": s.word}
            for g, s in pairs(rulings)
        ],
    }


def pairs(rulings: Iterable[Ruling]) -> list[tuple[Ruling, SideBySide]]:
    """The rulings on granting, each with what follows from it and from the ruling on refusing the same."""
    every = tuple(rulings)
    refusals = {(r.object, r.at, r.known_at): r for r in every if r.act is REFUSE}
    granted = [(r, refusals.get((r.object, r.at, r.known_at))) for r in every if r.act is GRANT]
    return [(g, side_by_side(g, refused)) for g, refused in granted if refused is not None]


def together(rulings: Iterable[Ruling]) -> tuple[Together, ...]:
    """Rulings that differ in their object only, joined."""
    groups: dict[str, list[Ruling]] = {}
    for ruling in rulings:
        body = ruling.as_json(reasons=False)
        body.pop("object")
        groups.setdefault(json.dumps(body), []).append(ruling)
    return tuple(Together(tuple(g)) for g in groups.values())


def _print(
    page: Page, case: CaseFile, rulings: Sequence[Ruling], sought: Sought, language: Language, *, brief: bool
) -> None:
    print_opening(page, case, rulings, language)
    if not sought.house_rules:
        page.line(say("house", language), QUIET)
    groups = together(rulings)
    print_side_by_side(page, rulings, language)
    several_days = len({r.at for r in rulings}) > 1
    page.line()
    for group in groups:
        print_headline(page, group, language, day=several_days)
    if not brief:
        for group in groups:
            page.line()
            print_headline(page, group, language, day=several_days)
            _print_ruling(page, group.ruling, language)
    page.line()
    page.line(say("law", language, hash=rulings[0].law), QUIET)


def print_opening(page: Page, case: CaseFile, rulings: Sequence[Ruling], language: Language) -> None:
    """Which case, which states, which days."""
    page.line(f"{case.id}: {case.title}", "bold")
    request = case.request
    days = {r.at for r in rulings}
    page.line(
        say(
            "judged" if len(days) == 1 else "judged.days",
            language,
            kind=say(f"kind.{request.kind}", language),
            requesting=named(request.requesting, language),
            requested=named(request.requested, language),
            at=min(days, default=""),
        )
    )
    known = {r.known_at for r in rulings}
    if len(known) == 1 and (day := next(iter(known))) is not None and {day} != days:
        page.line(say("known", language, day=day))


def named(code: str, language: Language) -> str:
    """A state by its name in English, by its code in other languages."""
    return state_name(code) if language is Language.EN else code


def print_side_by_side(page: Page, rulings: Iterable[Ruling], language: Language) -> None:
    """One word for granting and refusing judged together, for each object."""
    found: dict[tuple[SideBySide, str], list[str]] = {}
    several = len({r.at for r in rulings}) > 1
    for grant, side in pairs(rulings):
        day = say("as-of", language, at=grant.at) if several else ""
        found.setdefault((side, day), []).append(grant.object)
    if found:
        page.heading(say("side", language))
    for (side, day), objects in found.items():
        on = ", ".join(o for o in (*objects, day) if o and o != WHOLE)
        page.item(SHAPES[side.grant], say(f"side.{side.word}", language) + (f" ({on})" if on else ""), STYLES[side.grant])


def print_headline(page: Page, group: Together, language: Language, *, day: bool = False) -> None:
    """The verdict in one sentence."""
    ruling = group.ruling
    sentence = may(ruling.verdict, act_title(ruling.act, language), language)
    when = f", {say('as-of', language, at=ruling.at)}" if day else ""
    head = verdict_head(ruling.verdict, verdict_word(ruling.verdict, language))
    page.line(f"{head}. {sentence}{group.objects}{when}.", STYLES[ruling.verdict], hang=2)


def _print_ruling(page: Page, ruling: Ruling, language: Language) -> None:
    page.line(lead(ruling, language), indent=2)
    doubtful = [n.norm.id for n in _shown(ruling) if n.unverified]
    if doubtful:
        page.line(say("unverified", language, norms=", ".join(doubtful)), indent=2)
    _print_norms(page, ruling, language)
    _print_conditions(page, ruling, language)
    if ruling.questions:
        page.heading(say("questions", language), indent=2)
        for i, question in enumerate(ruling.questions, 1):
            print_question(page, i, question, language)
    _print_grounds(page, ruling, language)


def lead(ruling: Ruling, language: Language) -> str:
    """The reason in one sentence."""
    leading = ruling.leading()
    match ruling.verdict:
        case Verdict.NOT_RIPE:
            return say("lead.open", language, n=len(ruling.questions))
        case Verdict.CONDITIONAL:
            keep = sum(c.obtained for c in ruling.conditions)
            return say("lead.conditions", language, obtain=len(ruling.conditions) - keep, keep=keep)
        case Verdict.ALLOWED:
            return say("lead.allowed", language)
        case _:
            return say_norm(leading[0].norm, language) if leading else ""


def _shown(ruling: Ruling) -> tuple[NormState, ...]:
    """The leading norms to print in full: where the verdict stands, those that apply; else the open ones too."""
    leading = ruling.leading()
    if ruling.verdict is Verdict.NOT_RIPE:
        return leading
    return tuple(n for n in leading if n.state == "true")


def _print_norms(page: Page, ruling: Ruling, language: Language) -> None:
    shown = _shown(ruling)
    if shown:
        page.heading(say("norms", language), indent=2)
    for state in shown:
        print_norm(page, state, language)
    left = len(ruling.leading()) - len(shown)
    if left:
        page.line(say("others", language, n=left), QUIET, indent=2)


def print_norm(page: Page, state: NormState, language: Language) -> None:
    """A norm with what it does here, its source, its basis, and any doubt about it."""
    norm = state.norm
    page.item("-", f"{norm.id}: {standing(state, language)}")
    page.line(say_norm(norm, language), indent=6)
    basis = f"{say('basis', language)}: {say(f'basis.{norm.basis.name}', language)}."
    page.line(f"{say('source', language)}: {norm.source}. {basis}", QUIET, indent=6)
    for doubt in doubts(state, language):
        page.line(f"{say('check', language)}: {doubt}", QUIET, indent=6)


def standing(state: NormState, language: Language) -> str:
    """What a norm does and how it stands: "forbids; applies for p1"."""
    word = {"true": "applies", "unknown": "open", "false": "not"}[state.state]
    text = f"{effect_word(state.norm.effect, language)}; {say(word, language)}"
    if state.touches:
        text += f" {say('touches', language, persons=', '.join(state.touches))}"
    if state.norm.effect is Effect.INQUIRES and state.duty_open:
        text += f"; {say('duty', language)}"
    if state.cure is not None and state.cure.state == "true":
        text += f"; {say('met', language)}"
    return text


def doubts(state: NormState, language: Language) -> list[str]:
    """Why a ruling that rests on this norm says so on its face; empty if nothing is doubtful."""
    found = []
    if state.norm.check is not Check.VERIFIED:
        found.append(f"{say(f'check.{state.norm.check.value}', language)}.")
    if not state.confirmed:
        found.append(say("check.status", language, why=state.binds_because))
    return found


def _print_conditions(page: Page, ruling: Ruling, language: Language) -> None:
    if not ruling.conditions:
        return
    barred = ruling.verdict is Verdict.FORBIDDEN
    page.heading(say("lifting" if barred else "conditions", language), indent=2)
    for condition in ruling.conditions:
        word = say("keep" if condition.obtained else "obtain", language)
        page.item("-", f"{word}: {condition.text} ({condition.norm})")


def print_question(page: Page, number: int, question: OpenQuestion, language: Language) -> None:
    """A question that still matters: what makes it live, which answers decide alone."""
    asked = VOCABULARY[question.slot.partition("@")[0]]
    role = question.slot.partition("@")[2]
    text = ask(asked.against(role) if role else asked, language)
    about = f" {say('about', language, person=question.person)}" if question.person else ""
    page.item(f"{number}.", f"{text}{about} [{question.slot}]")
    parts = [say("live", language, why=question.why) if question.why else say("live.law", language)]
    if question.duty:
        parts.append(say("duty.question", language))
    if question.decisive:
        words = {v.word: verdict_word(v, language) for v in Verdict}
        settles = [say("decides", language, answer=a, verdict=words[v]) for a, v in question.decisive]
        parts.append(say("alone", language, list="; ".join(settles)))
    page.line(" ".join(parts), QUIET, indent=6)


def _print_grounds(page: Page, ruling: Ruling, language: Language) -> None:
    """What the verdict takes for granted, and where the evidence contradicts itself."""
    if ruling.presumptions:
        taken = [f"{s} = {VOCABULARY[s.partition('@')[0]].presumed}" for s in ruling.presumptions]
        page.line()
        page.line(say("presumed", language, list=", ".join(taken)), QUIET, indent=2)
    if ruling.conflicts:
        page.line(say("conflicts", language, list=", ".join(ruling.conflicts)), "bold", indent=2)
