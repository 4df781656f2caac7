"""The glossary: three languages and a source for each term, and the same words as the program prints."""

import re

import pytest

from rogatory.law.formulas import Verdict
from rogatory.law.grades import Grade
from rogatory.law.wording import Language, term
from tests.docs.markdown import DOCS, SOURCE, read, rows

TERMS = rows(read(DOCS / "glossary.md"))
CODE = "\n".join(read(path) for path in sorted(SOURCE.rglob("*.py")))
READ = {"ours", "–", "EN", "FR", "NL", "EN FR", "EN NL", "FR NL", "EN FR NL"}


def test_there_are_enough_terms_and_none_twice():
    english = [cells[0] for cells in TERMS]
    assert len(english) >= 60
    assert len(set(english)) == len(english)


@pytest.mark.parametrize("cells", TERMS, ids=lambda cells: cells[0])
def test_a_term_has_three_languages_a_place_in_the_code_and_a_source(cells):
    english, french, dutch, code, source, seen = cells
    assert all((english, french, dutch, source))
    assert seen in READ, f"{seen!r} says nothing known of how the form was checked"
    names = re.findall(r"`([^`]+)`", code)
    assert names
    assert [name for name in names if name not in CODE] == [], "no longer in the code"


@pytest.mark.parametrize("member", [*Verdict, *(grade for grade in Grade if grade)], ids=lambda member: member.name)
def test_verdicts_and_grades_are_printed_in_the_words_of_the_glossary(member):
    printed = tuple(term(member, language) for language in Language)
    close = [cells[:3] for cells in TERMS if f"`{member.name}`" in cells[3]]
    assert len(close) == 1
    # A grade names the standard, the glossary the thing shown: "arguable" and "arguable claim".
    assert all(word in entry for word, entry in zip(printed, close[0], strict=True)), printed
