"""Places: one place in two scripts, or under two of its names; two places say nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.linkage.places import SAME_PLACE, SAME_STATE, compare_places

COMPARED = [
    ("Целиноград", "Nur-Sultan, Kazakhstan", SAME_PLACE, "which has had both names: Nur-Sultan and Целиноград"),
    ("г. Алма-Ата, СССР", "Almaty", SAME_PLACE, "which has had both names"),
    ("Leningrad", "г. Санкт-Петербург", SAME_PLACE, "which has had both names"),
    ("Frunze", "Бишкек", SAME_PLACE, "which has had both names"),
    ("Constantinople", "İstanbul", SAME_PLACE, "which has had both names"),
    ("乌鲁木齐市", "Urumchi", SAME_PLACE, "which has had both names"),
    ("Gent", "Gand", SAME_PLACE, "which has had both names"),
    ("Атырауская область, г. Кульсары", "Kulsary", SAME_PLACE, "written in two ways: Kulsary and г. Кульсары"),
    ("Уфа", "Ufa", SAME_PLACE, "written in two ways"),
    ("Ivanovo", "ivanovo (Russia)", SAME_PLACE, "both name Ivanovo"),
    ("Almaty, Kazakhstan", "Astana, Kazakhstan", SAME_STATE, "both name Kazakhstan"),
    ("KAZACHSTAN", "Almaty, Kazakhstan", SAME_STATE, "both name Kazakhstan"),
    ("Niger", "Nigeria", 0, "different places"),
    ("Georgia", "Georgievsk", 0, "different places"),
    ("Kasachstan", "Almaty", 0, "different places"),
    ("Ufa", "Osh", 0, "different places"),
    ("Almaty", "Astana", 0, "different places; both may be true, and it counts neither way"),
]


@pytest.mark.parametrize(("left", "right", "bits", "says"), COMPARED, ids=[f"{r[0]} {r[1]}" for r in COMPARED])
def test_places_are_compared_over_scripts_and_names(left: str, right: str, bits: float, says: str) -> None:
    found, turned = compare_places((left,), (right,)), compare_places((right,), (left,))
    assert found is not None
    assert turned is not None
    assert found.bits == turned.bits == bits
    assert found.says == turned.says
    assert says in found.says


def test_the_best_pair_of_several_is_shown() -> None:
    found = compare_places(("Brussels", "Целиноград"), ("Antwerp", "Астана"))
    assert found is not None
    assert (found.left.text, found.right.text) == ("Целиноград", "Астана")


@pytest.mark.parametrize("nothing", ["", " , ", "12345", "--"])
def test_a_place_without_letters_says_nothing(nothing: str) -> None:
    assert compare_places((nothing,), ("Almaty",)) is None
    assert compare_places(("Almaty",), ()) is None


@given(st.lists(st.text(max_size=60), max_size=3), st.lists(st.text(max_size=60), max_size=3))
def test_no_place_raises_and_none_counts_against(left: list[str], right: list[str]) -> None:
    one, other = compare_places(tuple(left), tuple(right)), compare_places(tuple(right), tuple(left))
    assert (one.bits if one else None) == (other.bits if other else None)
    assert one is None or one.bits in (0, SAME_STATE, SAME_PLACE)
