"""Conditions are data with three values; Python's own logic must never touch them."""

import pytest

from rogatory.law.conditions import All, AnyOf, Not, all_of, any_of, atoms
from rogatory.law.grades import Grade
from rogatory.law.vocabulary import person, request, risk

A, B, C = person.refugee_here.yes, person.opposition.yes, risk.dispelled.yes


@pytest.mark.parametrize(
    "use", [lambda: bool(A), lambda: A and B, lambda: A or B, lambda: not A, lambda: 1 if A else 0]
)
def test_python_logic_is_refused_because_it_would_lose_the_unknown(use):
    with pytest.raises(TypeError, match="three values"):
        use()


def test_operators_flatten_and_double_denial_falls_away():
    assert (A & B & C) == All((A, B, C))
    assert (A | B | C) == AnyOf((A, B, C))
    assert ~~A == A
    assert ~(A & B) == Not(All((A, B)))


@pytest.mark.parametrize("kind", [All, AnyOf])
def test_nothing_examined_is_never_a_clean_bill(kind):
    with pytest.raises(ValueError, match="at least one part"):
        kind(())


def test_one_part_stands_for_itself():
    assert all_of(A) is A
    assert any_of(A) is A


def test_a_grade_not_on_the_scale_is_refused_by_name():
    with pytest.raises(ValueError, match="alleged, arguable, substantial, established"):
        Grade.named("probable")


def test_a_value_outside_the_vocabulary_is_refused():
    with pytest.raises(ValueError, match="not among its values"):
        request.political_offence.is_("somewhat")


def test_atoms_are_listed_once_in_the_order_met():
    assert atoms((A & B) | (A & ~C)) == (A, B, C)
