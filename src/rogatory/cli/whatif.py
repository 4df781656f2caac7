"""`rogatory whatif`: what another answer would change, before anybody asks for it."""

from collections.abc import Iterable, Sequence
from typing import Any

from rogatory.casefile.model import CaseFile
from rogatory.cli.assess import print_opening
from rogatory.cli.opening import Sought, hear, open_case, open_law, wanted
from rogatory.cli.page import QUIET, SHAPES, STYLES, Code, Page, print_json, stop
from rogatory.cli.why import answer_text
from rogatory.decision.bench import WHOLE
from rogatory.decision.phrases import label, say
from rogatory.examination.difference import Difference, NormChange, difference
from rogatory.examination.supposing import Supposed, SupposedError, kinds_of, suppose, supposed
from rogatory.law.formulas import Verdict
from rogatory.law.grades import Grade
from rogatory.law.ruling import NormState
from rogatory.law.wording import Language, act_title, english_only, say_norm, verdict_word


def run(  # noqa: PLR0913 - one for each option
    file: str, answers: Sequence[str], sought: Sought, language: Language, *, about: str, grade: str, as_json: bool
) -> Code:
    """Judge before and after; the exit code."""
    case = open_case(file)
    found = _supposed(case, answers, about, grade)
    law = open_law(house_rules=sought.house_rules)
    acts = wanted(case, sought)
    other = case
    for answer in found:
        other = suppose(other, answer)
    before, after = hear(law, case, acts), hear(law, other, acts)
    changes = [difference(b, a) for b, a in zip(before.rulings, after.rulings, strict=True)]
    if as_json:
        print_json({"case": case.id, "supposed": [_supposed_json(s) for s in found],
                    "rulings": [_json(d) for d in changes]})  # fmt: skip
        return Code.DONE
    page = Page()
    print_opening(page, before, language)
    page.line(say("whatif", language, list="; ".join(_written(s) for s in found)), "bold")
    for change in changes:
        if change.anything_changed:
            _print(page, change, language)
    same = [_act(d, language) for d in changes if not d.anything_changed]
    if same:
        page.line()
        page.line(say("same", language, list="; ".join(same)), QUIET)
    return Code.DONE


def _supposed(case: CaseFile, answers: Sequence[str], about: str, grade: str) -> list[Supposed]:
    try:
        proved = Grade.named(grade)
    except ValueError as error:
        stop(Code.BAD_INPUT, f"--grade: {error}.")
    if not proved:
        stop(Code.BAD_INPUT, "--grade: none is no grade of proof; suppose `unknown` instead.")
    found, wrong = [], []
    for text in answers:
        try:
            found.append(supposed(case, text, about=about, grade=proved))
        except SupposedError as error:
            wrong.append(f"--answer {text}: {error}")
    if wrong:
        stop(Code.BAD_INPUT, *wrong)
    if about and not any(s.finding.about for s in found):
        kind = kinds_of(case)[about].value
        stop(Code.BAD_INPUT, f"--about {about}: none of these questions is about a {kind}. Leave --about out.")
    return found


def _written(answer: Supposed) -> str:
    about = f" ({answer.finding.about})" if answer.finding.about else ""
    return f"{answer.slot}={answer_text(answer.finding)}{about}"


def _print(page: Page, change: Difference, language: Language) -> None:
    before, after = change.before, change.after
    page.line()
    page.line(
        f"{_act(change, language)}: {_verdict(before.verdict, language)} → {_verdict(after.verdict, language)}",
        STYLES[after.verdict] if change.verdict_changed else "bold",
        hang=2,
    )
    if not change.verdict_changed:
        page.line(say("stays", language), QUIET, indent=2)
    for norm in change.norms:
        _print_norm(page, norm, language)
    for key, questions in (("settled", change.settled), ("raised", change.raised)):
        if questions:
            page.line(say(key, language, list=", ".join(dict.fromkeys(q.slot for q in questions))), indent=2)
    for key, conditions in (("conditions", change.conditions), ("dropped", change.dropped)):
        for condition in conditions:
            page.item("-", f"{label(key, language)} {english_only(condition.text, language)} ({condition.norm})")


def _act(change: Difference, language: Language) -> str:
    on = "" if change.before.object == WHOLE else f" ({change.before.object})"
    return f"{act_title(change.before.act, language)}{on}"


def _verdict(verdict: Verdict, language: Language) -> str:
    return f"{SHAPES[verdict]} {verdict_word(verdict, language)}"


def _print_norm(page: Page, change: NormChange, language: Language) -> None:
    states = f"{_stood(change.before, language)} → {_stood(change.after, language)}"
    page.item("-", f"{change.state.norm.id}: {states}")
    page.line(say_norm(change.state.norm, language), QUIET, indent=4)


def _stood(state: NormState | None, language: Language) -> str:
    if state is None:
        return say("bears", language)
    words = [say({"true": "applies", "unknown": "open", "false": "not"}[state.state], language)]
    if state.duty_open:
        words.append(say("duty", language))
    if state.cure is not None and state.cure.state == "true":
        words.append(say("met", language))
    return ", ".join(words)


def _supposed_json(answer: Supposed) -> dict[str, Any]:
    finding = answer.finding
    return {
        "question": answer.slot,
        "answer": answer_text(finding),
        "about": finding.about,
        "grade": finding.grade.name.lower(),
    }


def _json(change: Difference) -> dict[str, Any]:
    before, after = change.before, change.after
    return {
        "act": before.act.id,
        "object": before.object,
        "at": before.at.isoformat(),
        "before": before.verdict.word,
        "after": after.verdict.word,
        "changed": change.verdict_changed,
        "norms": [
            {"id": n.state.norm.id, "before": _json_state(n.before), "after": _json_state(n.after)}
            for n in change.norms
        ],
        "settled": _slots(change.settled),
        "raised": _slots(change.raised),
        "conditions": [{"norm": c.norm, "text": c.text, "obtained": c.obtained} for c in change.conditions],
        "dropped": [{"norm": c.norm, "text": c.text, "obtained": c.obtained} for c in change.dropped],
        "ruling": after.as_json(),
    }


def _slots(questions: Iterable[Any]) -> list[str]:
    return list(dict.fromkeys(q.slot for q in questions))


def _json_state(state: NormState | None) -> dict[str, Any] | None:
    if state is None:
        return None
    return {
        "state": state.state,
        "cured": state.cure is not None and state.cure.state == "true",
        "duty-open": state.duty_open,
    }
