"""A question in words: its clause, the clause after *that*, and the question sentence."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from rogatory.law.questions import Form, Question
from rogatory.law.vocabulary.assurance import Risk
from rogatory.law.wording import (
    fr_measure,
    fr_person,
    fr_remedy,
    fr_request,
    nl_measure,
    nl_person,
    nl_remedy,
    nl_request,
)
from rogatory.law.wording.answers import UNITS, VALUES, YES_NO
from rogatory.law.wording.dutch import main_clause, subordinate_clause
from rogatory.law.wording.french import after_que
from rogatory.law.wording.language import Language, Words, english_only, said
from rogatory.law.wording.terms import term

FRENCH: Mapping[str, str] = MappingProxyType(
    {**fr_request.CLAUSES, **fr_person.CLAUSES, **fr_measure.CLAUSES, **fr_remedy.CLAUSES}
)
"""French clauses by identifier of the question."""
DUTCH: Mapping[str, str] = MappingProxyType(
    {**nl_request.CLAUSES, **nl_person.CLAUSES, **nl_measure.CLAUSES, **nl_remedy.CLAUSES}
)
"""Dutch clauses by identifier of the question, with the marks of `rogatory.law.wording.dutch`."""

_OR: Words = ("or", "ou", "of")
_RISK: Words = ("risk: {}", "risque : {}", "risico: {}")
_IS_IT_SO: Words = ("Is it so {}?", "Est-il exact {} ?", "Klopt het {}?")
_WHICH: Mapping[Form, Words] = MappingProxyType({
    Form.ONE_OF: ("Which holds: {}?", "Quelle est la réponse exacte : {} ?", "Wat is juist: {}?"),
    Form.SOME_OF: ("Which of these hold: {}?", "Quelles réponses sont exactes : {} ?", "Welke antwoorden zijn juist: {}?"),
    Form.NUMBER: ("Which number ({unit}): {}?", "Quel nombre ({unit}) : {} ?", "Welk getal ({unit}): {}?"),
    Form.DAY: ("Which day: {}?", "Quel jour : {} ?", "Welke dag: {}?"),
})  # fmt: skip


def clause(question: Question, lang: Language, value: str | None = None) -> str:
    """The clause that an answer affirms, standing by itself, without capital or full stop.

    Args:
        question: The question.
        lang: Language; a question not yet worded in it gives the English clause, marked as English.
        value: For a question that is not answered yes or no: one of its values, or the number or day in words.
            None leaves an ellipsis in its place.

    >>> from rogatory.law.vocabulary import VOCABULARY
    >>> clause(VOCABULARY["measure.type"], Language.EN, "search")
    'the measure asked is: a search'
    """
    text = _marked(question, lang)
    return _filled(question, main_clause(text) if _is_dutch(question, lang) else text, lang, value)


def that(question: Question, lang: Language, value: str | None = None) -> str:
    """The clause after its conjunction: *that ...*, *que ...* or *qu'...*, *dat ...* with the verb at the end.

    >>> from rogatory.law.vocabulary import VOCABULARY
    >>> that(VOCABULARY["state.pattern_of_gross_violations"], Language.FR)[:24]
    "qu'il y existe un ensemb"
    """
    text = _marked(question, lang)
    if _is_dutch(question, lang):
        text = "dat " + subordinate_clause(text)
    elif lang is Language.FR and question.id in FRENCH:
        text = after_que(text)
    else:
        text = {Language.EN: "that ", Language.FR: "que ", Language.NL: "dat "}[lang] + text
    return _filled(question, text, lang, value)


def ask(question: Question, lang: Language) -> str:
    """The question as a sentence; the values it may be answered with stand in it.

    >>> from rogatory.law.vocabulary import VOCABULARY
    >>> ask(VOCABULARY["item.kind"], Language.NL)
    'Wat is juist: de aard van het stuk is de volgende: een verklaring, een voorwerp of een document of gegevens?'
    """
    about = f" ({role_note(question.role, lang)})" if question.role else ""
    if question.form is Form.YES_NO:
        return said(_IS_IT_SO, lang).format(that(question, lang) + about)
    listed = either((value_label(question, v, lang) for v in question.values), lang) if question.values else None
    unit = unit_word(question.unit, lang)
    return said(_WHICH[question.form], lang).format(clause(question, lang, listed) + about, unit=unit)


def value_label(question: Question, value: str, lang: Language) -> str:
    """How one of the question's values reads in its clause; a value without a label stands for itself."""
    table = YES_NO if question.form is Form.YES_NO else VALUES.get(question.id, {})
    return said(table[value], lang) if value in table else value


def unit_word(unit: str, lang: Language) -> str:
    """The unit of a number."""
    return said(UNITS[unit], lang) if unit in UNITS else unit


def either(labels: Iterable[str], lang: Language) -> str:
    """The labels as alternatives.

    >>> either(["race", "religion", "langue"], Language.FR)
    'race, religion ou langue'
    """
    *first, last = labels
    return f"{', '.join(first)} {said(_OR, lang)} {last}" if first else last


def role_note(role: str, lang: Language) -> str:
    """Which object a question is bound to: for an assurance the risk it answers; an unknown role stands for itself."""
    known = {risk.value: term(risk, lang) for risk in Risk}
    return said(_RISK, lang).format(known.get(role, role))


def _marked(question: Question, lang: Language) -> str:
    table = {Language.FR: FRENCH, Language.NL: DUTCH}.get(lang, {})
    return question.text if lang is Language.EN else table.get(question.id) or english_only(question.text, lang)


def _is_dutch(question: Question, lang: Language) -> bool:
    return lang is Language.NL and question.id in DUTCH


def _filled(question: Question, text: str, lang: Language, value: str | None) -> str:
    if value is None:
        return text.replace("{value}", "…")
    return text.replace("{value}", value_label(question, value, lang))
