"""`rogatory questions`: what still matters in a case, in order; or the whole vocabulary."""

from collections.abc import Iterable, Sequence
from typing import Any

from rogatory.cli.assess import Together, made_live, print_headline, print_opening
from rogatory.cli.opening import Sought, hear, near, open_case, open_law, wanted
from rogatory.cli.page import QUIET, Code, Page, print_json, stop
from rogatory.decision.phrases import label, say
from rogatory.examination.questionnaire import ToAnswer, questionnaire
from rogatory.law.acts import ACTS
from rogatory.law.corpus import Law
from rogatory.law.formulas import Verdict
from rogatory.law.questions import Kind, Question
from rogatory.law.relevance import StillOpen
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.wording import Language, act_title, ask, english_only, term, verdict_word


def run(file: str, sought: Sought, language: Language, *, as_json: bool) -> Code:
    """Print what still matters in a case; the exit code."""
    case = open_case(file)
    law = open_law(house_rules=sought.house_rules)
    heard = hear(law, case, wanted(case, sought))
    found = questionnaire(heard.rulings)
    if as_json:
        open_ = [r.as_json(reasons=False) for r in heard.rulings if r.verdict is Verdict.NOT_RIPE]
        print_json(
            {
                "case": case.id,
                "questions": [_asked_json(heard.law, item) for item in found],
                "rulings": [
                    {key: r[key] for key in ("act", "object", "at", "verdict", "questions", "settling-sets")}
                    for r in open_
                ],
            }
        )
        return Code.DONE
    page = Page()
    print_opening(page, heard, language)
    page.line()
    if not found:
        page.line(say("questions.none", language))
        return Code.DONE
    page.line(f"{label('questions', language)} {len(found)}", "bold")
    for i, item in enumerate(found, 1):
        _print_asked(page, heard.law, i, item, language)
    for ruling in heard.rulings:
        if ruling.verdict is Verdict.NOT_RIPE:
            page.line()
            print_headline(page, Together((ruling,)), language, day=heard.several_days)
            for person, still in ruling.open:
                print_settling(page, person, still, language)
    return Code.DONE


def _print_asked(page: Page, law: Law, number: int, item: ToAnswer, language: Language) -> None:
    asked = item.question
    question = law.slot_question(asked.slot)
    about = f" {say('about', language, person=asked.person)}" if asked.person else ""
    page.line()
    page.item(f"{number}.", f"{ask(question, language)}{about} [{asked.slot}]", indent=0)
    page.line(english_only(question.help, language), indent=3)
    parts = [made_live(law, asked.slot, asked.why, language)]
    if item.duty:
        parts.append(say("duty.question", language))
    parts.append(say("answers", language, values=form_of(question)))
    parts.append(say("cost", language, cost=term(question.cost, language)))
    parts.append(say("who", language, who=english_only(question.who, language)))
    page.line(" ".join(parts), QUIET, indent=3)
    if item.decides:
        words = {v.word: verdict_word(v, language) for v in Verdict}
        several = len({act for act, _ in item.matters_to}) > 1
        settles = dict.fromkeys(
            say("decides", language, answer=d.answer, verdict=words[d.verdict]) + (f" ({d.act})" if several else "")
            for d in item.decides
        )
        page.line(say("alone", language, list="; ".join(settles)), QUIET, indent=3)
    page.line(say("matters", language, acts=_acts(item, language)), QUIET, indent=3)


def _acts(item: ToAnswer, language: Language) -> str:
    return "; ".join(dict.fromkeys(act_title(ACTS[act], language) for act, _ in item.matters_to))


def print_settling(page: Page, person: str, still: StillOpen, language: Language) -> None:
    """The smallest sets of answers that settle a verdict, and a set after which nothing forbids."""
    if len(still.reachable) < 2:  # noqa: PLR2004 - one verdict is no longer a choice
        return
    about = f" ({person})" if person else ""
    verdicts = ", ".join(verdict_word(v, language) for v in still.reachable)
    page.line(f"{say('reachable', language, verdicts=verdicts).rstrip('.')}{about}.", indent=2)
    if still.smallest:
        page.line(label("smallest", language), indent=2)
        for group in still.smallest:
            page.item("-", f"{answers(group.answers)} → {verdict_word(group.verdict, language)}", indent=4)
    else:
        page.line(say("smallest.none", language), indent=2)
    if still.clearing:
        page.line(f"{label('clearing', language)} {answers(still.clearing)}", indent=2, hang=2)
    if not still.exact:
        page.line(say("inexact", language), QUIET, indent=2)


def answers(choices: Iterable[tuple[str, str]]) -> str:
    """Answers as written on the command line."""
    return " + ".join(f"{slot}={answer}" for slot, answer in choices)


def _asked_json(law: Law, item: ToAnswer) -> dict[str, Any]:
    asked = item.question
    question = law.slot_question(asked.slot)
    return {
        "question": asked.slot,
        "person": asked.person,
        "text": question.text,
        "help": question.help,
        "values": list(question.values),
        "who": question.who,
        "cost": asked.cost,
        "live-because": asked.why,
        "duty": item.duty,
        "decisive": [
            {"act": d.act, "object": d.object, "answer": d.answer, "verdict": d.verdict} for d in item.decides
        ],
        "matters-to": [{"act": act, "object": obj} for act, obj in item.matters_to],
    }


def run_vocabulary(kind: str, language: Language, *, as_json: bool) -> Code:
    """Print the vocabulary; the exit code."""
    kinds = {k.value: k for k in Kind}
    if kind and kind not in kinds:
        stop(Code.NOTHING, f"There is no kind {kind!r}. {near(kind, kinds) or 'The kinds are: ' + ', '.join(kinds)}")
    found = [q for q in VOCABULARY.values() if not kind or q.of is kinds[kind]]
    if as_json:
        print_json([_question_json(q) for q in found])
    else:
        _print_vocabulary(Page(), found, language)
    return Code.DONE


def _print_vocabulary(page: Page, found: Sequence[Question], language: Language) -> None:
    for question in found:
        page.line(f"{question.id} ({question.of.value}; {form_of(question)})", "bold", hang=2)
        page.line(ask(question, language), indent=2)
        page.line(english_only(question.help, language), indent=2)
        presumed = say("presumption", language, value=question.presumed)
        parts = (
            f"{label('show.standard', language)} {term(question.standard, language)}",
            presumed if question.presumed is not None else say("presumption.none", language),
            term(question.side, language),
            term(question.cost, language),
        )
        page.line("; ".join(parts), QUIET, indent=2)
        page.line()


def form_of(question: Question) -> str:
    """What an answer looks like: its values, or number or day."""
    if question.values:
        return ", ".join(question.values)
    return f"{question.form.value} of {question.unit}" if question.unit else question.form.value


def _question_json(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "kind": question.of.value,
        "form": question.form.value,
        "values": list(question.values),
        "unit": question.unit,
        "text": question.text,
        "help": question.help,
        "standard": question.standard.name.lower(),
        "presumed": question.presumed,
        "side": question.side.value,
        "cost": int(question.cost),
        "who": question.who,
        "renew-after-days": question.renew_after,
    }
