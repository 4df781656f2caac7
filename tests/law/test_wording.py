import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law import wording
from rogatory.law.acts import ACTS
from rogatory.law.conditions import (
    ALWAYS,
    GROUND_FOR_REFUSAL,
    NEVER,
    Atom,
    Condition,
    Not,
    Test,
    all_of,
    any_of,
    children,
    walk,
)
from rogatory.law.formulas import Verdict
from rogatory.law.grades import Grade
from rogatory.law.norms import Effect, Norm
from rogatory.law.questions import Form, Kind, Question, Trigger
from rogatory.law.sources import Basis, Source
from rogatory.law.vocabulary import VOCABULARY, assurance, notice, person, request, state
from rogatory.law.vocabulary.assurance import Risk, against
from rogatory.law.wording import Language
from rogatory.law.wording.doctrine import FAMILIES, PERSECUTION_ON, TESTS
from rogatory.law.wording.dutch import main_clause, subordinate_clause
from rogatory.law.wording.french import after_que, no_break
from rogatory.law.wording.questions import DUTCH
from tests.law.conditions_of_law import legal_tests, of_law

EN, FR, NL = Language.EN, Language.FR, Language.NL
QUESTIONS = tuple(VOCABULARY.values())


# --- the clauses can be put together ---------------------------------------------------------------


def test_clauses_begin_small_and_end_open() -> None:
    names = ("INTERPOL", "UNHCR")
    for ident in VOCABULARY:
        for lang in Language:
            text = wording.clause(VOCABULARY[ident], lang)
            assert text[0].islower() or text.startswith(names), (ident, text)
            assert text[-1] not in ".,;:", (ident, text)
            assert "  " not in text, (ident, text)


@pytest.mark.parametrize("lang", Language)
def test_every_question_can_be_asked(lang: Language) -> None:
    for question in QUESTIONS:
        sentence = wording.ask(question, lang)
        assert sentence.endswith("?"), sentence
        assert not re.search(r"[{}^]|\[\w+\]", sentence), sentence
        assert not re.search(r"\bque [aeiouyàâéèêîôû]", sentence.split(":")[0][:30].casefold()), sentence


def test_questions_are_asked_in_the_form_of_the_language() -> None:
    refugee = VOCABULARY["person.refugee_here"]
    assert wording.ask(refugee, EN).startswith("Is it so that the requested state has recognised")
    assert wording.ask(refugee, FR).startswith("Est-il exact que l'État requis a reconnu")
    assert wording.ask(refugee, NL) == (
        "Klopt het dat de aangezochte staat de betrokkene als vluchteling heeft erkend, en die status nog geldt?"
    )
    assert wording.ask(notice.arrest_since, NL) == "Welke dag: de betrokkene wordt sinds … voorlopig vastgehouden?"
    asked = wording.ask(VOCABULARY["item.relevance"], EN)
    assert asked == (
        "Which holds: measured by the request the item is: within its scope, outside its scope or not clear?"
    )


def test_a_question_bound_to_a_risk_says_which() -> None:
    bound = against(assurance.given, Risk.DEATH_PENALTY)
    assert wording.ask(bound, FR) == (
        "Est-il exact qu'une assurance contre ce risque a été donnée (risque : peine de mort) ?"
    )


def test_french_elides_que_and_keeps_blanks_together() -> None:
    assert after_que("une mesure") == "qu'une mesure"
    assert after_que("État requis") == "qu'État requis"
    assert after_que("la mesure") == "que la mesure"
    assert no_break("« oui » ; non : peut-être ?") == "«\u00a0oui\u00a0»\u00a0; non\u00a0: peut-être\u00a0?"


@pytest.mark.parametrize("lang", Language)
def test_a_number_is_asked_with_its_unit(lang: Language) -> None:
    number = Question("case.length", Kind.REQUEST, Form.NUMBER, "it took {value}", "", (), unit="months")
    assert wording.unit_word("months", lang) in wording.ask(number, lang)
    said = wording.say_condition(number.at_least(12), lang, vocabulary={number.id: number})
    assert f"12 {wording.unit_word('months', lang)}" in said


@pytest.mark.parametrize("text", ["de staat ^ weigert", "de staat [weigert]", "de staat ^ [weigert", "^ [a] [b]"])
def test_dutch_marks_that_do_not_pair_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="do not pair"):
        main_clause(text)
    with pytest.raises(ValueError, match="do not pair"):
        subordinate_clause(text)


def test_every_dutch_text_has_both_word_orders() -> None:
    marked = [
        *DUTCH.values(),
        *(dutch for _, dutch in TESTS.values()),
        *(dutch for _, dutch in FAMILIES.values()),
        PERSECUTION_ON[1],
    ]
    for text in marked:
        main, after_dat = main_clause(text), subordinate_clause(text)
        assert not set("^[]+") & set(main + after_dat), text
        # Both orders say the same: a separable verb is the only thing that is joined.
        assert sorted(main.replace(" ", "")) == sorted(after_dat.replace(" ", "")), text


def test_a_language_is_found_by_its_code() -> None:
    assert Language.named("NL-be") is NL
    with pytest.raises(ValueError, match="en, fr, nl"):
        Language.named("de")


# --- conditions ------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", Language)
def test_every_condition_of_the_law_can_be_said(lang: Language) -> None:
    for condition in of_law():
        sentence = wording.say_condition(condition, lang)
        assert sentence.endswith(".")
        assert not set("{}^") & set(sentence), sentence
        lines = wording.condition_lines(condition, lang, tests=True)
        assert lines[0][0] == 0
        assert all(text and not set("{}^") & set(text) for _, text in lines), lines
        assert all(b[0] <= a[0] + 1 for a, b in pairwise(lines)), "a line skips a step"


def test_a_sentence_brackets_the_group_inside() -> None:
    condition = all_of(person.opposition.yes, any_of(notice.deleted.yes, request.proxy.yes))
    text = wording.say_condition(condition, EN)
    assert text.count("; and [") == 1
    assert "; or the request is steered by" in text
    assert text.endswith("].")


def test_a_denial_is_carried_to_the_leaves() -> None:
    denied = Not(all_of(person.refugee_here.yes, person.asylum_pending.yes))
    lines = wording.condition_lines(denied, NL)
    assert lines[0] == (0, "minstens één van deze punten geldt:")
    assert [text.startswith("uitgesloten: ") for _, text in lines[1:]] == [True, True]
    assert wording.say_condition(denied, NL).startswith("Uitgesloten is dat de aangezochte staat de betrokkene")
    assert "; of uitgesloten is dat een asielaanvraag van de betrokkene aanhangig is" in wording.say_condition(
        denied, NL
    )


def test_the_outline_has_the_shape_of_the_tree() -> None:
    for condition in of_law():
        drawn = [line.node for line in wording.outline(condition, FR, tests=True)]
        assert drawn == [node for node in walk(condition) if not isinstance(node, Not)]
        closed = wording.outline(condition, FR)
        assert [line.node for line in closed] == list(_above_tests(condition))


def _above_tests(condition: Condition) -> Iterator[Condition]:
    if not isinstance(condition, Not):
        yield condition
    if not isinstance(condition, Test):
        for part in children(condition):
            yield from _above_tests(part)


def test_the_proof_asked_for_is_named_where_it_is_not_plain() -> None:
    assert "substantial grounds for believing so suffice" in wording.say_condition(person.opposition.yes, EN)
    assert "moet vaststaan" in wording.say_condition(person.opposition.shown(Grade.ESTABLISHED), NL)
    assert "un grief défendable suffit" in wording.say_condition(person.opposition.shown(Grade.ARGUABLE), FR)
    assert "(" not in wording.say_condition(person.refugee_here.yes, EN)
    assert "(" not in wording.say_condition(state.group_ill_treated.yes, EN), "the clause names it itself"
    assert "suffice" not in wording.say_condition(person.opposition.no, EN), "what is excluded is always established"


def test_values_days_and_risks_stand_in_the_sentence() -> None:
    several = VOCABULARY["measure.type"].is_("search", "seizure")
    assert wording.say_condition(several, FR) == "La mesure demandée est : une perquisition ou une saisie."
    held = wording.say_condition(notice.arrest_since.days_passed(18), NL)
    assert held == "De betrokkene wordt sinds een dag die minstens 18 dagen terugligt voorlopig vastgehouden."
    assert "(risk: the death penalty)" in wording.say_condition(against(assurance.given, Risk.DEATH_PENALTY).yes, EN)


@pytest.mark.parametrize("lang", Language)
def test_what_holds_always_never_or_by_any_ground_can_be_said(lang: Language) -> None:
    always, never = wording.say_condition(ALWAYS, lang), wording.say_condition(NEVER, lang)
    assert always == wording.say_condition(Not(NEVER), lang) != never
    assert wording.say_condition(GROUND_FOR_REFUSAL, lang) != wording.say_condition(Not(GROUND_FOR_REFUSAL), lang)


def test_a_denied_test_reads_well_in_each_language() -> None:
    test = next(t for t in legal_tests().values() if t.id == "recognised-refugee")
    assert wording.say_condition(Not(test), EN).startswith("This is excluded: the person is a recognised refugee")
    assert wording.say_condition(Not(test), FR).startswith("Ceci est exclu : la personne concernée est")
    assert wording.say_condition(Not(test), NL).startswith("Uitgesloten is dat de betrokkene een erkende vluchteling")


def test_tests_made_for_a_risk_or_a_list_of_grounds_name_it() -> None:
    known = legal_tests()
    assert "(peine de mort)" in wording.test_title(known["sufficient-assurance-death-penalty"], FR)
    assert "(doodstraf)" in wording.test_title(known["failed-assurance-death-penalty"], NL)
    grounds = next(t for ident, t in known.items() if ident.startswith("persecution-on-"))
    assert "la race" in wording.test_title(grounds, FR)
    assert "ras" in wording.test_title(grounds, NL)


# --- what is not translated says so ----------------------------------------------------------------


def test_what_is_not_worded_is_given_in_english_and_marked() -> None:
    question = Question("case.new", Kind.REQUEST, Form.YES_NO, "the moon is full", "")
    assert wording.clause(question, FR) == "[en anglais] the moon is full"
    assert wording.clause(question, NL) == "[in het Engels] the moon is full"
    assert "the moon is full" in wording.say_condition(question.yes, NL, vocabulary={question.id: question})
    assert "the moon is full" in wording.say_condition(question.no, NL, vocabulary={question.id: question})
    test = Test("moon", "the moon is full", _source(), question.yes)
    assert wording.test_title(test, EN) == "the moon is full"
    assert wording.test_title(test, NL) == "[in het Engels] the moon is full"
    assert "[in het Engels]" in wording.say_condition(Not(test), NL)
    assert wording.why_live(Trigger("case.new", question.yes, "it rose"), FR) == "[en anglais] it rose"


def test_a_norm_is_said_in_the_language_or_in_english_and_marked() -> None:
    norm = law_in_force().norms[0]
    english_only = Norm(
        norm.id, norm.source, norm.bears_on, Effect.ENTITLES, ALWAYS, {"en": "A right.", "nl": "Een recht."}
    )
    assert wording.say_norm(english_only, FR) == "[en anglais] A right."
    assert wording.say_norm(english_only, NL) == "Een recht."
    assert wording.say_norm(english_only, EN) == "A right."


@pytest.mark.parametrize("lang", Language)
def test_verdicts_effects_and_bases_have_their_words(lang: Language) -> None:
    assert wording.verdict_word(Verdict.NOT_RIPE, lang) == {EN: "not ripe", FR: "prématuré", NL: "niet rijp"}[lang]
    assert len({wording.verdict_word(v, lang) for v in Verdict}) == len(Verdict)
    assert len({wording.effect_word(e, lang) for e in Effect}) == len(Effect)
    assert len({wording.basis_word(b, lang) for b in Basis}) == len(Basis)
    assert len({wording.act_title(a, lang) for a in ACTS.values()}) == len(ACTS)
    assert len({wording.act_record(a, lang) for a in ACTS.values()}) == len(ACTS)
    assert (
        wording.request_word("mla", lang)
        == {EN: "letter rogatory", FR: "commission rogatoire", NL: "rogatoire commissie"}[lang]
    )


def test_an_unknown_node_is_refused() -> None:
    class Odd(Condition):
        """A node the law does not have."""

    with pytest.raises(TypeError, match="cannot word"):
        wording.say_condition(Odd(), EN)


def _source() -> Source:
    return law_in_force().norms[0].source


def test_atoms_name_questions_of_the_vocabulary() -> None:
    named = {node.question for condition in of_law() for node in walk(condition) if isinstance(node, Atom)}
    assert named <= VOCABULARY.keys()
