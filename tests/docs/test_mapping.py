"""docs/mapping.md: every row names a question that exists and an answer it takes."""

import re
from datetime import date

import pytest

from rogatory.law.acts import ACTS
from rogatory.law.questions import Form, Question
from rogatory.law.vocabulary import VOCABULARY
from tests.docs.markdown import DOCS, read, rows

PAGE = read(DOCS / "mapping.md")
SAYS = rows(PAGE, "## What the judgment says")
QUESTION = re.compile(r"`([a-z]+\.[a-z0-9_]+)(?:: ([a-z0-9-]+))?`")


def takes(question: Question, answer: str) -> bool:
    """Whether `answer` can be written for `question`."""
    if question.form is Form.NUMBER:
        return answer.isdigit()
    if question.form is Form.DAY:
        return bool(date.fromisoformat(answer))
    return answer in question.values


@pytest.mark.parametrize("cells", SAYS, ids=lambda cells: cells[0])
def test_a_row_names_an_existing_question_and_an_answer_it_takes(cells):
    found = QUESTION.findall(cells[1])
    assert found, "no question"
    assert all(answer for _, answer in found), "no answer"


def test_every_question_on_the_page_exists_and_takes_the_answer():
    named = QUESTION.findall(PAGE)
    assert [q for q, _ in named if q not in VOCABULARY] == []
    assert [(q, a) for q, a in named if a and not takes(VOCABULARY[q], a)] == []


def test_the_table_is_long_enough_to_be_of_use():
    assert len(SAYS) >= 140


def test_every_act_to_choose_exists_and_every_result_is_one_of_four():
    acts = [cells[1].strip("`") for cells in rows(PAGE, "## Which act was decided")]
    assert acts
    assert [act for act in acts if act not in ACTS] == []
    results = [cells[0].strip("`") for cells in rows(PAGE, "## What the body did")]
    assert results == ["refuse", "examine", "conditions", "grant"]


def test_the_conclusions_listed_are_those_the_vocabulary_marks():
    listed = {cells[0].strip("`") for cells in rows(PAGE, "## What is a conclusion")}
    assert listed == {q.id for q in VOCABULARY.values() if q.help.startswith("A CONCLUSION")}
