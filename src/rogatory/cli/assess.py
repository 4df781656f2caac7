"""`rogatory assess`: the main job, printed: what must, may or must not be done, and why."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rogatory.casefile.model import CaseFile
from rogatory.casefile.view import WHOLE
from rogatory.cli.opening import Heard, Sought, hear, open_case, open_law, wanted
from rogatory.cli.page import QUIET, SHAPES, STYLES, Code, Page, print_json, stop, verdict_head
from rogatory.decision.bench import SideBySide, side_by_side
from rogatory.decision.phrases import label, may, say
from rogatory.law.acts import GRANT, REFUSE
from rogatory.law.binding import ORGANISATION
from rogatory.law.corpus import Law
from rogatory.law.formulas import Verdict
from rogatory.law.norms import Effect
from rogatory.law.ruling import NormState, OpenQuestion, Ruling
from rogatory.law.sources import Basis, Check
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording import (
    Language,
    act_title,
    ask,
    basis_word,
    effect_word,
    english_only,
    request_word,
    say_norm,
    term,
    that,
    verdict_word,
    why_live,
)
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
    def has_more_to_say(self) -> bool:
        """Whether anything is behind the verdict: of an act no norm bears on the headline says all."""
        ruling = self.ruling
        return bool(ruling.verdict or ruling.presumptions or ruling.conflicts or ruling.conditions)

    @property
    def objects(self) -> str:
        """The objects, where the case names any."""
        named = [r.object for r in self.rulings if r.object != WHOLE]
        return f" ({', '.join(named)})" if named else ""


def run(file: str, sought: Sought, language: Language, *, as_json: bool, brief: bool, exit_verdict: bool) -> Code | int:
    """Judge and print; the exit code."""
    case = open_case(file)
    law = open_law(house_rules=sought.house_rules)
    heard = hear(law, case, wanted(case, sought))
    if not heard.rulings:
        stop(Code.NOTHING, f"{case.id}: there is nothing to judge.")
    if as_json:
        print_json(document(case, heard.rulings))
    else:
        _print(Page(), heard, language, brief=brief, law_alone=not sought.house_rules)
    return verdict_code(heard.rulings) if exit_verdict else Code.DONE


def verdict_code(rulings: Iterable[Ruling]) -> int:
    """Ten plus the verdict that holds back most.

    A refusal that is forbidden does not make a request dangerous: where an act was judged that gives the requesting
    state something, only such acts count.
    """
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


def _print(page: Page, heard: Heard, language: Language, *, brief: bool, law_alone: bool) -> None:
    print_opening(page, heard, language)
    if law_alone:
        page.line(say("house", language), QUIET)
    print_side_by_side(page, heard.rulings, language)
    page.line()
    groups = together(heard.rulings)
    for group in groups:
        print_headline(page, group, language, day=heard.several_days)
    if not brief:
        for group in (g for g in groups if g.has_more_to_say):
            page.line()
            print_headline(page, group, language, day=heard.several_days)
            _print_ruling(page, heard, group.ruling, language)
        print_doubts(page, (n for r in heard.rulings for n in heard.resting_on(r)), language)
    page.line()
    page.line(say("law", language, hash=heard.law.hash), QUIET)


def print_opening(page: Page, heard: Heard, language: Language) -> None:
    """Which case, which states, which days."""
    request, days = heard.case.request, {r.at for r in heard.rulings}
    page.line(f"{heard.case.id}: {heard.case.title}", "bold")
    states = {"requesting": named(request.requesting, language), "requested": named(request.requested, language)}
    key = "judged.days" if heard.several_days else "judged"
    page.line(say(key, language, kind=kind_title(request.kind, language), at=min(days, default=""), **states))
    known = {r.known_at for r in heard.rulings}
    if len(known) == 1 and (day := next(iter(known))) is not None and {day} != days:
        page.line(say("known", language, day=day))


def kind_title(kind: str, language: Language) -> str:
    """A kind of request at the head of a sentence."""
    word = request_word(kind, language)
    return word[:1].upper() + word[1:]


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
        page.item(
            SHAPES[side.grant], say(f"side.{side.word}", language) + (f" ({on})" if on else ""), STYLES[side.grant]
        )


def print_headline(page: Page, group: Together, language: Language, *, day: bool = False) -> None:
    """The verdict in one sentence."""
    ruling = group.ruling
    who = ORGANISATION if ruling.context.requested == ORGANISATION else ""
    sentence = may(ruling.verdict, who, act_title(ruling.act, language), language)
    when = f", {say('as-of', language, at=ruling.at)}" if day else ""
    head = verdict_head(ruling.verdict, verdict_word(ruling.verdict, language))
    page.line(f"{head}. {sentence}{group.objects}{when}.", STYLES[ruling.verdict], hang=2)


def _print_ruling(page: Page, heard: Heard, ruling: Ruling, language: Language) -> None:
    carrying = heard.resting_on(ruling)
    page.line(lead(ruling, carrying, language), indent=2)
    print_face(page, ruling, carrying, language)
    _print_norms(page, ruling, carrying, language)
    _print_conditions(page, ruling, carrying, language)
    if ruling.verdict is Verdict.NOT_RIPE and ruling.questions:
        page.heading(say("questions", language), indent=2)
        for i, question in enumerate(ruling.questions, 1):
            print_question(page, heard.law, i, question, language)
    _print_grounds(page, ruling, language)


def print_face(page: Page, ruling: Ruling, carrying: Sequence[NormState], language: Language) -> None:
    """Say on the face of a ruling how far the law it rests on was checked."""
    law = [n for n in carrying if n.norm.basis is not Basis.POLICY]
    if carrying and not law:
        names = ", ".join(n.norm.id for n in carrying)
        page.line(say("policy", language, norms=names), "bold", indent=2, hang=2)
    doubtful = ", ".join(n.norm.id for n in law if n.unverified)
    firm = ", ".join(n.norm.id for n in law if not n.unverified)
    if doubtful and firm and ruling.verdict is Verdict.FORBIDDEN:
        # One bar is enough: where a verified one stands, the verdict does not hang on the others.
        page.line(say("verified", language, norms=firm), indent=2, hang=2)
    elif doubtful:
        page.line(say("unverified", language, norms=doubtful), "bold", indent=2, hang=2)


def lead(ruling: Ruling, carrying: Sequence[NormState], language: Language) -> str:
    """The reason in one sentence."""
    match ruling.verdict:
        case Verdict.NOT_RIPE:
            return say("lead.open", language, n=len(ruling.questions))
        case Verdict.CONDITIONAL:
            keep = sum(c.obtained for c in ruling.conditions)
            return say("lead.conditions", language, obtain=len(ruling.conditions) - keep, keep=keep)
        case Verdict.ALLOWED:
            return say("lead.allowed", language)
        case _:
            return say_norm(carrying[0].norm, language) if carrying else ""


def _print_norms(page: Page, ruling: Ruling, carrying: Sequence[NormState], language: Language) -> None:
    if carrying:
        page.heading(say("norms", language), indent=2)
    for state in carrying:
        print_norm(page, state, language)
    shown = {n.norm.id for n in carrying}
    others = [n.norm.id for n in ruling.leading() if n.norm.id not in shown]
    if others:
        page.line(say("others", language, norms=", ".join(others)), QUIET, indent=2, hang=2)


def print_norm(page: Page, state: NormState, language: Language) -> None:
    """A norm with what it does here, its source, its basis, and any doubt about it."""
    norm = state.norm
    page.item("-", f"{norm.id} ({standing(state, language)}): {say_norm(norm, language)}")
    parts = [f"{norm.source}. {label('basis', language)} {basis_word(norm.basis, language)}"]
    if norm.check is not Check.VERIFIED:
        parts.append(term(norm.check, language))
    if not state.confirmed:
        parts.append(say("check.status", language))
    page.line(f"{'; '.join(parts)}.", QUIET, indent=4)


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


def print_doubts(page: Page, states: Iterable[NormState], language: Language) -> None:
    """The treaty statuses that are not confirmed, each once."""
    found = dict.fromkeys(s.binds_because for s in states if not s.confirmed)
    if found:
        page.heading(say("status", language))
    for why in found:
        page.item("-", why, QUIET)


def _print_conditions(page: Page, ruling: Ruling, carrying: Sequence[NormState], language: Language) -> None:
    """What is to be obtained or kept; of a forbidden act only what would lift the bars it meets."""
    barred = ruling.verdict is Verdict.FORBIDDEN
    bars = {n.norm.id for n in carrying}
    conditions = [c for c in ruling.conditions if not barred or c.norm in bars]
    if conditions:
        page.heading(say("lifting" if barred else "conditions", language), indent=2)
    for condition in conditions:
        word = label("keep" if condition.obtained else "obtain", language)
        page.item("-", f"{word} {english_only(condition.text, language)} ({condition.norm})")


def print_question(page: Page, law: Law, number: int, question: OpenQuestion, language: Language) -> None:
    """A question that still matters: what makes it live, which answers decide alone."""
    about = f" {say('about', language, person=question.person)}" if question.person else ""
    page.item(f"{number}.", f"{ask(law.slot_question(question.slot), language)}{about} [{question.slot}]")
    parts = [made_live(law, question.slot, question.why, language)]
    if question.duty:
        parts.append(say("duty.question", language))
    if question.decisive:
        words = {v.word: verdict_word(v, language) for v in Verdict}
        settles = [say("decides", language, answer=a, verdict=words[v]) for a, v in question.decisive]
        parts.append(say("alone", language, list="; ".join(settles)))
    page.line(" ".join(parts), QUIET, indent=5)


def made_live(law: Law, slot: str, why: str, language: Language) -> str:
    """What made a question live, as a sentence."""
    if not why:
        return say("live.law", language)
    trigger = next((t for t in law.triggers if t.slot == slot and t.why == why), None)
    return say("live", language, why=why_live(trigger, language) if trigger else english_only(why, language))


def _print_grounds(page: Page, ruling: Ruling, language: Language) -> None:
    """What the verdict takes for granted, and where the evidence contradicts itself."""
    taken: dict[str, list[str]] = {}
    # A bar that stands does not hang on what was presumed of other norms: then the number is enough.
    barred = ruling.verdict is Verdict.FORBIDDEN
    if barred and ruling.presumptions:
        page.line(say("presumed.number", language, n=len(ruling.presumptions)), QUIET, indent=2)
    for slot, entries in ruling.opened:
        asked, told = that(VOCABULARY[slot.partition("@")[0]], language), english_only(entries, language)
        page.line(say("opened", language, that=asked, entries=told), indent=2, hang=2)
    for slot in () if barred else ruling.presumptions:
        taken.setdefault(VOCABULARY[slot.partition("@")[0]].presumed or "", []).append(slot)
    for value, slots in taken.items():
        page.line(say("presumed", language, value=value, list=", ".join(slots)), QUIET, indent=2, hang=2)
    if ruling.conflicts:
        page.line(say("conflicts", language, list=", ".join(ruling.conflicts)), "bold", indent=2)
