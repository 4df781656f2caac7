"""Each letter is one page on paper, its signature included."""

import pypdfium2  # type: ignore[import-untyped] # it ships no types
import pytest

from rogatory.decision.documents.document import LANGUAGES, Document
from rogatory.law.vocabulary.assurance import Risk
from rogatory.letters import kinds
from rogatory.letters.facts import Step
from rogatory.typesetting.paper import pdf
from tests.letters.test_kinds import EVERY, letter, short


def pages(document: Document) -> int:
    return len(pypdfium2.PdfDocument(pdf(document)))


@pytest.mark.parametrize(("kind", "language"), EVERY, ids=short)
def test_a_letter_is_one_page(kind, language):
    assert pages(letter(kind, language)) == 1


@pytest.mark.parametrize("risk", Risk)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_assurance_is_asked_on_one_page(risk, language):
    assert pages(letter(kinds.ASSURANCE, language, risk=risk)) == 1


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("language", kinds.PERSONS_LANGUAGES)
def test_a_person_is_told_on_one_page(step, language):
    assert pages(letter(kinds.NOTICE_TO_PERSON, language, step=step, holds=False)) == 1
