import re
from collections.abc import Iterator
from enum import Enum

import pytest

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law import wording
from rogatory.law.acts import ACTS, KINDS
from rogatory.law.formulas import Verdict
from rogatory.law.grades import Grade
from rogatory.law.norms import Effect, OnUnknown, Who
from rogatory.law.questions import Cost, Form, Kind, Side
from rogatory.law.sources import Basis, Check
from rogatory.law.vocabulary import VOCABULARY
from rogatory.law.vocabulary.assurance import Risk
from rogatory.law.wording import Language
from rogatory.law.wording.acts import RECORDS, TITLES
from rogatory.law.wording.answers import UNITS, VALUES
from rogatory.law.wording.book import WORDS
from rogatory.law.wording.doctrine import FAMILIES, PERSECUTION_ON, TESTS, WHY_LIVE
from rogatory.law.wording.dutch import main_clause
from rogatory.law.wording.questions import DUTCH, FRENCH
from rogatory.law.wording.terms import REQUESTS, SUFFICES, TERMS, VERDICT_GLOSSES
from tests.law.conditions_of_law import legal_tests

EN, FR, NL = Language.EN, Language.FR, Language.NL
QUESTIONS = tuple(VOCABULARY.values())
LISTED = tuple(q for q in QUESTIONS if q.form in (Form.ONE_OF, Form.SOME_OF))

# Words that no French or Dutch sentence of the tables has a use for (in French a period *court*).
ENGLISH = re.compile(
    r"\b(the|that|this|which|with|person|request|state|states|there|not|by|has|have|are|whether|court|if|from|and|or)\b"
)
DUTCH_WORDS = re.compile(r"\b(het|een|van|dat|wordt|niet|aan|voor|staat|betrokkene|zijn)\b", re.IGNORECASE)
FRENCH_WORDS = re.compile(r"\b(la|les|des|une|du|est|pas|dans|par|État|personne|aux|qui)\b", re.IGNORECASE)

# What two or three of the languages really say with the same word.
SAME_WORD = {
    "Note",
    "Source",
    "Verdicts",
    "analogie",
    "assurance",
    "diffusion",
    "extradition",
    "torture",
    "transmission",
    "{who}: {by}",
}


def texts() -> Iterator[tuple[str, str, str, str]]:
    """Everything worded: where it stands, and the three languages (English may be empty where it stands elsewhere)."""
    for ident in sorted(FRENCH.keys() & DUTCH.keys() & VOCABULARY.keys()):
        yield ident, VOCABULARY[ident].text, FRENCH[ident], main_clause(DUTCH[ident])
    for ident, labels in VALUES.items():
        yield from ((f"{ident}={value}", *words) for value, words in labels.items())
    for tables in (WORDS, REQUESTS, UNITS):
        yield from ((key, *words) for key, words in tables.items())
    for terms in TERMS.values():
        yield from ((str(member), *words) for member, words in terms.items())
    yield from ((f"gloss of {verdict}", *words) for verdict, words in VERDICT_GLOSSES.items())
    yield from ((f"{grade} suffices", *words) for grade, words in SUFFICES.items())
    for act in ACTS.values():
        yield f"title of {act.id}", act.title, *TITLES[act.id]
        yield f"record of {act.id}", act.records, *RECORDS[act.id]
    for ident, (french, dutch) in TESTS.items():
        yield ident, "", french, main_clause(dutch)
    for name, (french, dutch) in (*FAMILIES.items(), ("grounds", PERSECUTION_ON)):
        yield name, "", french, main_clause(dutch)
    for why, (french, dutch) in WHY_LIVE.items():
        yield why, why, french, dutch


# --- nothing is missing ----------------------------------------------------------------------------


def test_every_question_is_worded_in_french_and_dutch() -> None:
    assert [i for i in VOCABULARY if i not in FRENCH] == []
    assert [i for i in VOCABULARY if i not in DUTCH] == []


def test_no_clause_is_left_over_from_a_question_that_is_gone() -> None:
    assert sorted((FRENCH.keys() | DUTCH.keys()) - VOCABULARY.keys()) == []


def test_every_value_of_every_listed_question_has_its_label() -> None:
    missing = {q.id: [v for v in q.values if v not in VALUES.get(q.id, {})] for q in LISTED}
    assert {ident: values for ident, values in missing.items() if values} == {}
    assert {ident: set(labels) for ident, labels in VALUES.items()} == {q.id: set(q.values) for q in LISTED}


def test_every_unit_has_its_word() -> None:
    assert {q.unit for q in QUESTIONS if q.unit} <= set(UNITS)


@pytest.mark.parametrize(
    "enumeration", [Verdict, Effect, OnUnknown, Basis, Check, Grade, Who, Kind, Form, Side, Cost, Risk]
)
def test_every_member_of_an_enumeration_has_its_word(enumeration: type[Enum]) -> None:
    assert set(TERMS[enumeration]) == set(enumeration)


def test_stages_and_offices_have_their_words() -> None:
    for act in ACTS.values():
        for member in (act.stage, act.of, *act.by):
            assert all(wording.term(member, lang) for lang in Language)


def test_every_act_and_every_kind_of_request_has_its_title() -> None:
    assert list(TITLES) == list(RECORDS) == list(ACTS)
    assert list(REQUESTS) == list(KINDS)


def test_every_legal_test_the_law_draws_on_is_worded() -> None:
    unworded = [
        test.id for test in legal_tests().values() for lang in (FR, NL) if "[" in wording.test_title(test, lang)
    ]
    assert unworded == []


def test_every_reason_that_makes_a_question_live_is_worded() -> None:
    assert sorted({t.why for t in law_in_force().triggers} - WHY_LIVE.keys()) == []


# --- nothing is in the wrong language --------------------------------------------------------------


def test_placeholders_are_the_same_in_every_language() -> None:
    found = {where: [sorted(re.findall(r"\{\w*\}", text)) for text in three if text] for where, *three in texts()}
    assert {where: holes for where, holes in found.items() if any(h != holes[0] for h in holes)} == {}


def test_no_english_is_left_in_the_french_and_dutch_tables() -> None:
    said = [(where, re.sub(r"\{\w*\}", "", fr), re.sub(r"\{\w*\}", "", nl)) for where, _, fr, nl in texts()]
    assert [(where, m[0]) for where, fr, _ in said if (m := ENGLISH.search(fr)) and m[0] != "court"] == []
    assert [(where, m[0]) for where, _, nl in said if (m := ENGLISH.search(nl))] == []


def test_french_and_dutch_are_not_mixed_up() -> None:
    assert [(where, m[0]) for where, _, fr, _ in texts() if (m := DUTCH_WORDS.search(fr))] == []
    assert [(where, m[0]) for where, *_, nl in texts() if (m := FRENCH_WORDS.search(nl))] == []


def test_two_languages_share_a_string_only_where_they_share_the_word() -> None:
    same = {a for _, *three in texts() for n, a in enumerate(three) if a and a in three[n + 1 :]}
    assert same == SAME_WORD
