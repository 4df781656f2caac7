"""A condition in words: one sentence, or an outline of lines.

A denial is carried down to the leaves exactly as the explanation carries it, so that the outline in the law book and the
tree of reasons in a ruling have the same shape.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rogatory.law.conditions import All, AnyOf, Atom, Condition, Constant, Ground, Not, Op, Test, atoms
from rogatory.law.grades import Grade
from rogatory.law.questions import Question
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.vocabulary.assurance import Risk
from rogatory.law.wording.answers import VALUES
from rogatory.law.wording.doctrine import FAMILIES, PERSECUTION_ON, TESTS
from rogatory.law.wording.dutch import main_clause, subordinate_clause
from rogatory.law.wording.language import Language, Words, english_only, said
from rogatory.law.wording.questions import clause, either, role_note, that, unit_word, value_label
from rogatory.law.wording.terms import SUFFICES, term

_EACH: Words = ("all of these hold:", "toutes les conditions suivantes sont remplies :", "elk van deze punten geldt:")
_ANY: Words = (
    "at least one of these holds:",
    "au moins une des conditions suivantes est remplie :",
    "minstens één van deze punten geldt:",
)
_AND: Words = ("; and ", " ; et ", "; en ")
_OR: Words = ("; or ", " ; ou ", "; of ")
_ALWAYS: Words = ("in every case", "dans tous les cas", "in elk geval")
_NEVER: Words = ("in no case", "en aucun cas", "in geen geval")
_GROUND: Words = (
    "a ground for refusing the request stands",
    "un motif de refuser la demande existe",
    "er bestaat een grond om het verzoek te weigeren",
)
_NO_GROUND: Words = (
    "no ground for refusing the request stands",
    "aucun motif de refuser la demande n'existe",
    "er bestaat geen grond om het verzoek te weigeren",
)
_EXCLUDED: Words = ("excluded: {}", "exclu : {}", "uitgesloten: {}")
_IT_IS_EXCLUDED: Words = ("it is excluded {}", "ceci est exclu : {}", "uitgesloten is {}")
_THIS_IS_EXCLUDED = "this is excluded: {}"
_AT_LEAST: Words = ("at least {} {}", "au moins {} {}", "minstens {} {}")
_DAYS_BACK: Words = (
    "a day at least {} days back",
    "un jour remontant à {} jours au moins",
    "een dag die minstens {} dagen terugligt",
)
# These clauses name the standard of proof themselves, in all three languages; naming it again would stammer.
_NAMES_ITS_STANDARD = ("there is a real risk", "there are substantial grounds", "there are serious reasons")
_ALSO = ("has shown a real risk", "makes an arguable claim")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a condition's outline.

    Attributes:
        indent: Depth, from 0.
        text: The line in words.
        node: The condition it words; for a heading the group it heads.
        denied: Whether the node is asked to be excluded.
    """

    indent: int
    text: str
    node: Condition
    denied: bool


def outline(
    condition: Condition,
    lang: Language,
    *,
    tests: bool = False,
    vocabulary: Mapping[str, Question] = VOCABULARY,
) -> tuple[Line, ...]:
    """The condition as indented lines.

    Args:
        condition: The condition.
        lang: Language.
        tests: Write out the body of each legal test beneath its title.
        vocabulary: Where the questions stand.
    """
    return tuple(_lines(condition, lang, (0, False, tests), vocabulary))


def condition_lines(condition: Condition, lang: Language, *, tests: bool = False) -> list[tuple[int, str]]:
    """The outline as pairs of depth and text; see `outline`."""
    return [(line.indent, line.text) for line in outline(condition, lang, tests=tests)]


def say_condition(condition: Condition, lang: Language, *, vocabulary: Mapping[str, Question] = VOCABULARY) -> str:
    """The condition as one sentence; a group inside another stands in square brackets.

    >>> from rogatory.law.vocabulary import person
    >>> print(say_condition(person.refugee_here.yes & ~person.status_withdrawn.yes, Language.FR))
    L'État requis a reconnu la personne concernée comme réfugiée, et ce statut subsiste ; et ceci est exclu : le statut de
    réfugié a été définitivement retiré ou a cessé, au terme d'une procédure régulière assortie d'un recours.
    """
    text = _sentence(condition, lang, denied=False, inner=False, vocabulary=vocabulary)
    return text[:1].upper() + text[1:] + "."


def test_title(test: Test, lang: Language) -> str:
    """What a legal test finds, as a clause standing by itself; a test not worded in `lang` is given in English, marked.

    >>> from rogatory.law.doctrine.trial import FLAGRANT_DENIAL
    >>> test_title(FLAGRANT_DENIAL, Language.NL)
    'er bestaat een reëel risico op flagrante rechtsweigering'
    """
    marked = _test_clause(test, lang)
    if marked is None:
        return test.title if lang is Language.EN else english_only(test.title, lang)
    return main_clause(marked) if lang is Language.NL else marked


def leaf_text(
    condition: Condition, lang: Language, *, denied: bool = False, vocabulary: Mapping[str, Question] = VOCABULARY
) -> str:
    """The line for one node: a leaf or a test in words, a group by its heading."""
    match condition:
        case All() | AnyOf():
            return said(_EACH if isinstance(condition, All) != denied else _ANY, lang)
        case Not(of):
            return leaf_text(of, lang, denied=not denied, vocabulary=vocabulary)
        case Constant(holds):
            return said(_ALWAYS if holds != denied else _NEVER, lang)
        case Ground():
            return said(_NO_GROUND if denied else _GROUND, lang)
        case _:
            text = _plain(condition, lang, vocabulary, denied=denied)
            return said(_EXCLUDED, lang).format(text) if denied else text


def _lines(
    condition: Condition, lang: Language, place: tuple[int, bool, bool], vocabulary: Mapping[str, Question]
) -> Iterator[Line]:
    indent, denied, tests = place
    if isinstance(condition, Not):
        yield from _lines(condition.of, lang, (indent, not denied, tests), vocabulary)
        return
    yield Line(indent, leaf_text(condition, lang, denied=denied, vocabulary=vocabulary), condition, denied)
    parts: tuple[Condition, ...] = ()
    match condition:
        case All(parts) | AnyOf(parts):
            pass
        case Test(body=body) if tests:
            parts = (body,)
    for part in parts:
        yield from _lines(part, lang, (indent + 1, denied, tests), vocabulary)


def _sentence(
    condition: Condition, lang: Language, *, denied: bool, inner: bool, vocabulary: Mapping[str, Question]
) -> str:
    match condition:
        case Not(of):
            return _sentence(of, lang, denied=not denied, inner=inner, vocabulary=vocabulary)
        case All(parts) | AnyOf(parts):
            glue = said(_AND if isinstance(condition, All) != denied else _OR, lang)
            said_parts = [_sentence(p, lang, denied=denied, inner=True, vocabulary=vocabulary) for p in parts]
            text = glue.join(said_parts)
            return f"[{text}]" if inner and len(said_parts) > 1 else text
        case Atom() | Test() if denied:
            return _excluded(condition, lang, vocabulary)
        case _:
            return leaf_text(condition, lang, denied=denied, vocabulary=vocabulary)


def _excluded(condition: Atom | Test, lang: Language, vocabulary: Mapping[str, Question]) -> str:
    if lang is Language.FR or (lang is Language.EN and isinstance(condition, Test)):
        words = _THIS_IS_EXCLUDED if lang is Language.EN else said(_IT_IS_EXCLUDED, lang)
        return words.format(_plain(condition, lang, vocabulary, denied=True))
    if isinstance(condition, Test):
        marked = _test_clause(condition, lang)
        if marked is None:
            return said(_EXCLUDED, lang).format(test_title(condition, lang))
        return said(_IT_IS_EXCLUDED, lang).format("dat " + subordinate_clause(marked))
    question = vocabulary[condition.question]
    text = that(question, lang, _value(condition, question, lang))
    return said(_IT_IS_EXCLUDED, lang).format(text + _notes(condition, question, lang, denied=True))


def _plain(condition: Condition, lang: Language, vocabulary: Mapping[str, Question], *, denied: bool) -> str:
    match condition:
        case Test():
            return test_title(condition, lang)
        case Atom():
            question = vocabulary[condition.question]
            text = clause(question, lang, _value(condition, question, lang))
            return text + _notes(condition, question, lang, denied=denied)
        case _:
            msg = f"cannot word {condition!r}"
            raise TypeError(msg)


def _value(atom: Atom, question: Question, lang: Language) -> str | None:
    match atom.op:
        case Op.AT_LEAST:
            return said(_AT_LEAST, lang).format(atom.number, unit_word(question.unit, lang)).strip()
        case Op.DAYS_PASSED:
            return said(_DAYS_BACK, lang).format(atom.number)
        case Op.IS:
            return either((value_label(question, v, lang) for v in atom.values), lang)


def _notes(atom: Atom, question: Question, lang: Language, *, denied: bool) -> str:
    """In brackets: the role, and the proof asked for where it is not plain. What is excluded is always established."""
    notes = [role_note(atom.role, lang)] if atom.role else []
    if not denied and atom.op is Op.IS and _names_proof(atom, question):
        notes.append(said(SUFFICES[atom.grade], lang))
    return f" ({'; '.join(notes)})" if notes else ""


def _names_proof(atom: Atom, question: Question) -> bool:
    if atom.grade is question.standard:
        if question.text.startswith(_NAMES_ITS_STANDARD) or any(words in question.text for words in _ALSO):
            return False
        return atom.grade is not Grade.ESTABLISHED
    return True


def _test_clause(test: Test, lang: Language) -> str | None:
    """The clause of the test in French or Dutch (with its marks); None where it is not worded, and in English."""
    if lang is Language.EN:
        return None
    pair, rest = _of_family(test, lang) or (TESTS.get(test.id), "")
    if pair is None:
        return None
    text = pair[0] if lang is Language.FR else pair[1]
    return text.format(risk=rest, grounds=rest) if rest else text


def _of_family(test: Test, lang: Language) -> tuple[tuple[str, str], str] | None:
    """The words of a test made for one risk or one list of grounds, with that risk or list in words."""
    for prefix, pair in FAMILIES.items():
        for risk in Risk:
            if test.id == prefix + risk.value:
                return pair, term(risk, lang)
    grounds = VALUES["request.protected_ground"]
    if test.id.startswith("persecution-on-"):
        named = [said(words, lang) for ground, words in grounds.items() if ground in _grounds_listed(test)]
        return PERSECUTION_ON, ", ".join(named)
    return None


def _grounds_listed(test: Test) -> frozenset[str]:
    asked = (atom for atom in atoms(test.body) if atom.question == "request.protected_ground")
    return frozenset(ground for atom in asked for ground in atom.values)
