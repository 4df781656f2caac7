"""The law in words, in English, French and Dutch, from the same trees that are judged with.

Questions, conditions, norms, acts, verdicts and legal tests are worded here and nowhere else. What is not worded in a
language is given in English and marked as English, so that nothing untranslated passes for a translation.
"""

from rogatory.law.acts import Act
from rogatory.law.formulas import Verdict
from rogatory.law.norms import Effect, Norm
from rogatory.law.questions import Trigger
from rogatory.law.sources import Basis
from rogatory.law.wording.acts import RECORDS, TITLES
from rogatory.law.wording.conditions import Line, condition_lines, leaf_text, outline, say_condition, test_title
from rogatory.law.wording.doctrine import WHY_LIVE
from rogatory.law.wording.language import Language, english_only, said
from rogatory.law.wording.questions import ask, clause, role_note, that, unit_word, value_label
from rogatory.law.wording.terms import REQUESTS, VERDICT_GLOSSES, term

__all__ = [
    "Language",
    "Line",
    "act_record",
    "act_title",
    "ask",
    "basis_word",
    "clause",
    "condition_lines",
    "effect_word",
    "english_only",
    "leaf_text",
    "outline",
    "request_word",
    "role_note",
    "say_condition",
    "say_norm",
    "term",
    "test_title",
    "that",
    "unit_word",
    "value_label",
    "verdict_gloss",
    "verdict_word",
    "why_live",
]


def say_norm(norm: Norm, lang: Language) -> str:
    """The norm in plain words; in English, marked as English, where the pack does not say it in `lang`."""
    return norm.says.get(lang.value) or english_only(norm.says["en"], lang)


def verdict_word(verdict: Verdict, lang: Language) -> str:
    """The verdict in one or two words.

    >>> verdict_word(Verdict.NOT_RIPE, Language.FR)
    'prématuré'
    """
    return term(verdict, lang)


def verdict_gloss(verdict: Verdict, lang: Language) -> str:
    """What the verdict means, as a clause."""
    return said(VERDICT_GLOSSES[verdict], lang)


def effect_word(effect: Effect, lang: Language) -> str:
    """What a norm does to an act, as a verb."""
    return term(effect, lang)


def basis_word(basis: Basis, lang: Language) -> str:
    """What gives a norm its force."""
    return term(basis, lang)


def request_word(kind: str, lang: Language) -> str:
    """A kind of request (`mla`, `red-notice`) in words; an unknown kind stands for itself."""
    return said(REQUESTS[kind], lang) if kind in REQUESTS else kind


def act_title(act: Act, lang: Language) -> str:
    """What is done, as a verb phrase in the infinitive.

    >>> from rogatory.law.acts import SURRENDER
    >>> act_title(SURRENDER, Language.NL)
    'de betrokkene overleveren'
    """
    return _of_act(act.title, TITLES.get(act.id), lang)


def act_record(act: Act, lang: Language) -> str:
    """What the record says once the act is done."""
    return _of_act(act.records, RECORDS.get(act.id), lang)


def why_live(trigger: Trigger, lang: Language) -> str:
    """What made a question live, as a clause standing by itself."""
    return _of_act(trigger.why, WHY_LIVE.get(trigger.why), lang)


def _of_act(english: str, others: tuple[str, str] | None, lang: Language) -> str:
    if lang is Language.EN:
        return english
    return english_only(english, lang) if others is None else said((english, *others), lang)
