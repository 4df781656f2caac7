"""`rogatory why`: the tree of reasons behind each norm, down to the finding and its source; and why not."""

from collections.abc import Iterable
from dataclasses import dataclass

from rogatory.casefile.model import Finding
from rogatory.cli.assess import Together, made_live, print_headline, print_opening, standing
from rogatory.cli.opening import Heard, Sought, hear, near, open_case, open_law, wanted
from rogatory.cli.page import QUIET, Code, Page, print_json, stop
from rogatory.decision.phrases import label, say
from rogatory.law.binding import binds
from rogatory.law.conditions import All, AnyOf, Atom, Condition, Test
from rogatory.law.corpus import Law
from rogatory.law.explanation import Reason
from rogatory.law.norms import Norm, Who
from rogatory.law.questions import Form
from rogatory.law.reading import Situation
from rogatory.law.ruling import NormState, Ruling
from rogatory.law.sources import Check
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording import Language, english_only, leaf_text, say_norm, term

STATES = {"true": ("✓", "holds"), "unknown": ("?", "unknown"), "false": ("✗", "fails")}
"""Mark and word of a state."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a tree of reasons is told with."""

    page: Page
    heard: Heard
    situation: Situation
    language: Language

    def say(self, key: str, **values: object) -> str:
        """A phrase in the reader's language."""
        return say(key, self.language, **values)

    def node(self, reason: Reason, text: str, indent: int) -> None:
        """A node with its state in mark and word."""
        mark, word = STATES[reason.state]
        self.page.line(f"{mark} {label(word, self.language)} {text}", indent=indent, hang=2)


def run(file: str, sought: Sought, language: Language, *, norm: str, every: bool, as_json: bool) -> Code:
    """Print the reasons; the exit code."""
    case = open_case(file)
    law = open_law(house_rules=sought.house_rules)
    if norm and norm not in law.norm:
        stop(Code.NOTHING, f"There is no norm {norm!r}. {near(norm, law.norm) or '`rogatory law list` lists them.'}")
    heard = hear(law, case, wanted(case, sought))
    chosen = [(r, _chosen(r, norm, every=every)) for r in heard.rulings]
    if as_json:
        print_json({"case": case.id, "rulings": [_json(r, states) for r, states in chosen]})
        return Code.DONE
    page = Page()
    print_opening(page, heard, language)
    for ruling, states in chosen:
        page.line()
        print_headline(page, Together((ruling,)), language, day=heard.several_days)
        for state in states:
            print_norm_reasons(page, heard, state, language)
        if norm and not states:
            page.line(why_absent(heard.law, law.norm[norm], ruling), indent=2)
        elif not states:
            page.line(say("lead.allowed", language), indent=2)
    return Code.DONE


def _chosen(ruling: Ruling, norm: str, *, every: bool) -> tuple[NormState, ...]:
    """The norms to tell of: the one named, all, or those that apply or are open, what decides first."""
    if norm:
        return tuple(n for n in ruling.norms if n.norm.id == norm)
    leading = ruling.leading()
    rest = tuple(n for n in ruling.norms if n not in leading and (every or n.code))
    return leading + rest


def _json(ruling: Ruling, states: Iterable[NormState]) -> dict[str, object]:
    kept = {n.norm.id for n in states}
    body = ruling.as_json()
    body["norms"] = [n for n in body["norms"] if n["id"] in kept]
    return body


def why_absent(law: Law, norm: Norm, ruling: Ruling) -> str:
    """Why a norm has no say in a ruling."""
    if ruling.act not in norm.bears_on:
        acts = ", ".join(a.id for a in norm.bears_on)
        return f"{norm.id} does not bear on {ruling.act.id}; it bears on {acts}."
    if ruling.context.kind not in norm.kinds:
        return (
            f"{norm.id} does not concern requests of kind {ruling.context.kind}; it concerns {', '.join(norm.kinds)}."
        )
    if norm.bound.who is Who.STATE:
        return f"{norm.id} does not bind here: it is law of {', '.join(norm.bound.by)}."
    return f"{norm.id} does not bind here: {binds(norm, ruling.context, law.treaties).why}."


def print_norm_reasons(page: Page, heard: Heard, state: NormState, language: Language) -> None:
    """A norm, why it binds, and the tree of reasons for its state."""
    norm = state.norm
    page.line()
    page.line(f"{norm.id}: {standing(state, language)}", "bold", indent=2, hang=2)
    page.line(say_norm(norm, language), indent=4)
    page.line(f"{norm.source}. {say('binds', language, why=state.binds_because)}", QUIET, indent=4)
    if norm.check is not Check.VERIFIED:
        check = term(norm.check, language)
        page.line(f"{check[:1].upper()}{check[1:]}.", QUIET, indent=4)
    telling = Telling(page, heard, state.situation, language)
    _tell(telling, state.because.responsible(), 4, {u.when: u.text for u in norm.unless})
    if state.cure is not None:
        page.line(label("cured", language), indent=4)
        _tell(telling, state.cure.responsible(), 6, {})


def _tell(telling: Telling, reason: Reason, indent: int, exceptions: dict[Condition, str]) -> None:
    """One node and what is under it. Its state is that of what is asked: of an exception, that it is excluded."""
    language, condition, parts = telling.language, reason.condition, reason.parts
    if reason.denied and condition in exceptions:
        text = english_only(exceptions[condition], language)
        telling.node(reason, telling.say("no-exception", text=text), indent)
    elif isinstance(condition, All | AnyOf):
        if len(parts) == 1:
            _tell(telling, parts[0], indent, exceptions)
            return
        every = isinstance(condition, All) != reason.denied
        telling.node(reason, telling.say("all" if every else "any"), indent)
    else:
        text = leaf_text(condition, language, denied=reason.denied)
        telling.node(reason, f"{text} ({condition.source.cites[0]})" if isinstance(condition, Test) else text, indent)
    if isinstance(condition, Atom):
        telling.page.line(_evidence(telling, condition), QUIET, indent=indent + 2, hang=2)
    for part in _below(reason):
        _tell(telling, part, indent + 2, exceptions)


def _below(reason: Reason) -> tuple[Reason, ...]:
    """The parts under a node; a test shows those of its body."""
    if isinstance(reason.condition, Test) and reason.parts and reason.parts[0].parts:
        body = reason.parts[0]
        return body.parts if isinstance(body.condition, All) != body.denied else (body,)
    return reason.parts


def _evidence(telling: Telling, atom: Atom) -> str:
    """What is on file for an atom: findings with their sources, presumption, what made it live, conflict."""
    situation, slot = telling.situation, atom.slot
    found = situation.standings.get(slot)
    on_file = {f.id: f for f in telling.heard.case.findings}
    parts = [_finding(telling, on_file[i]) if i in on_file else i for i in (found.findings if found else ())]
    if found and found.aged:
        parts.append(telling.say("aged", list=", ".join(found.aged)))
    if slot in situation.conflicts:
        parts.append(telling.say("conflict"))
    if slot in situation.presumptions:
        parts.append(telling.say("presumed.short"))
    elif not parts:
        parts.append(telling.say("nothing"))
    if slot in situation.live:
        parts.append(made_live(telling.heard.law, slot, situation.live[slot], telling.language).rstrip("."))
    return f"[{slot}] {'; '.join(parts)}"


def _finding(telling: Telling, finding: Finding) -> str:
    text = f"{finding.id}: {answer_text(finding)}"
    if VOCABULARY[finding.question].form is not Form.DAY and not finding.unknown:
        text += f" ({term(finding.grade, telling.language)})"
    return f"{text}, {finding.source}" if finding.source else text


def answer_text(finding: Finding) -> str:
    """The answer as it stands in a case file."""
    if finding.unknown:
        return "unknown"
    if finding.number is not None:
        return str(finding.number)
    return finding.day.isoformat() if finding.day else ", ".join(finding.answer)
