"""How much of the invented letters is read right: for each field a floor that no change may fall below.

The letters are measured as plain text, which takes seconds; `python -m bench letters` measures them as files, too. The
held-out half is written with other phrases than the half that the word lists were made with.
"""

import pytest

from rogatory.received.proposed import Field
from rogatory.received.proposing import propose
from tests.letters_set import letters
from tests.letters_set.scoring import as_text, score, total

FLOORS = {
    Field.STATE: (0.98, 0.98),
    Field.AUTHORITY: (0.97, 0.95),
    Field.REFERENCE: (0.98, 0.96),
    Field.DATE: (0.98, 0.97),
    Field.PERSON: (0.98, 0.97),
    Field.BIRTH: (0.98, 0.96),
    Field.NATIONALITY: (0.98, 0.92),
    Field.NUMBER: (0.98, 0.95),
    Field.OFFENCE: (0.95, 0.94),
    Field.ARTICLE: (0.98, 0.92),
    Field.TREATY: (0.98, 0.96),
    Field.MEASURE: (0.93, 0.90),
    Field.DEADLINE: (0.98, 0.93),
    Field.OFFICIALS: (0.98, 0.90),
    Field.CONFIDENTIALITY: (0.98, 0.95),
    Field.LANGUAGE: (0.97, 0.95),
    Field.KIND: (0.98, 0.98),
}
"""Least precision and recall over all letters."""


@pytest.fixture(scope="module")
def scores():
    return [(one, score(one, propose(as_text(one)))) for one in letters()]


def test_every_field_has_a_floor():
    assert set(FLOORS) == set(Field)


@pytest.mark.parametrize("field", FLOORS, ids=lambda field: field.name.lower())
def test_a_field_is_read_as_well_as_it_was(scores, field):
    every = total(of[field] for _, of in scores)
    precision, recall = FLOORS[field]
    told = "\n".join(every.errors[:20])
    assert every.precision >= precision, told
    assert every.recall >= recall, told


@pytest.mark.parametrize("field", [Field.REFERENCE, Field.DATE, Field.AUTHORITY, Field.PERSON], ids=lambda f: f.name)
def test_what_a_request_is_known_by_is_read_in_the_half_with_other_phrases(scores, field):
    held_out = total(of[field] for one, of in scores if one.held_out)
    assert held_out.precision >= 0.9
    assert held_out.recall >= 0.9
