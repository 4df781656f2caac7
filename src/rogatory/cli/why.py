"""`rogatory why`: the tree of reasons behind each norm, down to the finding and its source; and why not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rogatory.casefile.model import CaseFile, Finding
from rogatory.cli.assess import Together, doubts, print_headline, print_opening, standing, together
from rogatory.cli.opening import Sought, judged, near, open_case, open_law, wanted
from rogatory.cli.page import QUIET, Code, Page, complain, print_json, stop
from rogatory.cli.phrases import say
from rogatory.law.binding import binds
from rogatory.law.conditions import All, AnyOf, Atom, Condition, Test
from rogatory.law.corpus import Law
from rogatory.law.explanation import Reason
from rogatory.law.norms import Effect, Norm
from rogatory.law.questions import Form
from rogatory.law.reading import Situation
from rogatory.law.ruling import NormState, Ruling
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording import Language, clause, say_norm, test_title

MARKS = {"true": "✓", "unknown": "?", "false": "✗"}
WORDS = {"true": "holds", "unknown": "unknown", "false": "fails"}


@dataclass(frozen=True, slots=True)
class Telling:
    """What a tree of reasons is told with."""

    page: Page
    case: CaseFile
    situation: Situation
    language: Language

    def say(self, key: str, **values: object) -> str:
        """A phrase in the reader's language."""
        return say(key, self.language, **values)


def run(file: str, sought: Sought, language: Language, *, norm: str, every: bool, as_json: bool) -> Code:
    """Print the reasons; the exit code."""
    case = open_case(file)
    law = open_law(house_rules=sought.house_rules)
    if norm and norm not in law.norm:
        stop(Code.NOTHING, f"There is no norm {norm!r}. {near(norm, law.norm) or '`rogatory law list` lists them.'}")
    rulings = judged(law, case, wanted(case, sought))
    chosen = {r: _chosen(r, norm, every=every) for r in rulings}
    if as_json:
        print_json({"case": case.id, "rulings": [_json(r, states) for r, states in chosen.items()]})
        return Code.DONE
    page = Page()
    print_opening(page, case, rulings, language)
    for ruling, states in chosen.items():
        page.line()
        print_headline(page, Together((ruling,)), language, day=len({r.at for r in rulings}) > 1)
        for state in states:
            print_norm_reasons(page, case, state, language)
        if norm and not states:
            page.line(why_absent(law, law.norm[norm], ruling), indent=2)
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
        return f"{norm.id} does not concern requests of kind {ruling.context.kind}; it concerns {', '.join(norm.kinds)}."
    return f"{norm.id} does not bind here: {binds(norm, ruling.context, law.treaties).why}."


def print_norm_reasons(page: Page, case: CaseFile, state: NormState, language: Language) -> None:
    """A norm, why it binds, and the tree of reasons for its state."""
    norm = state.norm
    page.line()
    page.line(f"{norm.id}: {standing(state, language)}", "bold", indent=2, hang=2)
    page.line(say_norm(norm, language), indent=4)
    page.line(f"{norm.source}. {say('binds', language, why=state.binds_because)}", QUIET, indent=4)
    for doubt in doubts(state, language):
        page.line(f"{say('check', language)}: {doubt}", QUIET, indent=4)
    telling = Telling(page, case, state.situation, language)
    _tell(telling, state.because.responsible(), 4, _exceptions(norm))
    if state.cure is not None:
        page.line(f"{say('cured', language)}:", indent=4)
        _tell(telling, state.cure.responsible(), 6, {})


def _exceptions(norm: Norm) -> dict[Condition, str]:
    return {u.when: u.text for u in norm.unless}


def _tell(telling: Telling, reason: Reason, indent: int, exceptions: dict[Condition, str]) -> None:
    """One node and what is under it."""
    mark = MARKS[reason.state]
    if reason.denied and reason.condition in exceptions:
        text = f"{telling.say('exception')}: {exceptions[reason.condition]}"
        # Asked is whether the exception is excluded; a reader wants to know whether it is there.
        there = {"true": "fails", "unknown": "unknown", "false": "holds"}[reason.state]
        telling.page.item(mark, f"{text}: {telling.say(there)}", indent=indent)
        _parts(telling, reason, indent + 2)
        return
    match reason.condition:
        case Atom() as atom:
            text = clause(atom, telling.language, denied=reason.denied)
            telling.page.item(mark, f"{text}: {telling.say(WORDS[reason.state])}", indent=indent)
            telling.page.line(_evidence(telling, atom), QUIET, indent=indent + 2, hang=2)
        case Test() as test:
            title = test_title(test, telling.language)
            text = f"{title}: {telling.say(_shown(reason))} ({test.source})"
            telling.page.item(mark, text, indent=indent)
            _parts(telling, reason, indent + 2)
        case All() | AnyOf() if len(reason.parts) == 1:
            _tell(telling, reason.parts[0], indent, exceptions)
        case All() | AnyOf():
            every = isinstance(reason.condition, All) != reason.denied
            telling.page.item(mark, telling.say("all" if every else "any"), indent=indent)
            _parts(telling, reason, indent + 2, exceptions)
        case _:
            telling.page.item(mark, telling.say("always"), indent=indent)


def _shown(reason: Reason) -> str:
    """How a test came out, as affirmed: asked is its denial where the reason is denied."""
    if reason.denied:
        return {"true": "fails", "unknown": "unknown", "false": "holds"}[reason.state]
    return WORDS[reason.state]


def _parts(
    telling: Telling, reason: Reason, indent: int, exceptions: dict[Condition, str] | None = None
) -> None:
    if isinstance(reason.condition, Atom):
        telling.page.line(_evidence(telling, reason.condition), QUIET, indent=indent, hang=2)
    for part in reason.parts:
        _tell(telling, part, indent, exceptions or {})


def _evidence(telling: Telling, atom: Atom) -> str:
    """What is on file for an atom: findings with their sources, presumption, what made it live, conflict."""
    situation, slot = telling.situation, atom.slot
    found = situation.standings.get(slot)
    on_file = {f.id: f for f in telling.case.findings}
    parts = [f"[{slot}]", telling.say("grade", grade=telling.say(f"grade.{atom.grade.name.lower()}"))]
    names = found.findings if found else ()
    parts += [_finding(telling, on_file[i]) if i in on_file else i for i in names]
    if found and found.aged:
        parts.append(telling.say("aged", list=", ".join(found.aged)))
    if slot in situation.conflicts:
        parts.append(telling.say("conflict"))
    if slot in situation.presumptions:
        parts.append(telling.say("presumed.short"))
    elif not names:
        parts.append(telling.say("nothing"))
    if slot in situation.live:
        parts.append(telling.say("live", why=situation.live[slot]).rstrip("."))
    return "; ".join(parts)


def _finding(telling: Telling, finding: Finding) -> str:
    text = telling.say("finding", id=finding.id, answer=answer_text(finding))
    if VOCABULARY[finding.question].form is not Form.DAY and not finding.unknown:
        text += f" ({telling.say(f'grade.{finding.grade.name.lower()}')})"
    return f"{text}, {finding.source}" if finding.source else text


def answer_text(finding: Finding) -> str:
    """The answer as it stands in a case file."""
    if finding.unknown:
        return "unknown"
    if finding.number is not None:
        return str(finding.number)
    return finding.day.isoformat() if finding.day else ", ".join(finding.answer)
