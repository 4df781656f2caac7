"""Two identities: what makes them one, what only raises a question, what speaks against it. All are invented."""

from dataclasses import replace
from math import log2

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rogatory.casefile.parties import Identity
from rogatory.linkage.evidence import Family
from rogatory.linkage.model import Band
from rogatory.linkage.persons import (
    MOST_NAMES,
    OTHER_NAME,
    OTHER_SEX,
    SHARED_NATIONALITY,
    PersonMatch,
    bars,
    compare_persons,
    total_bits,
)

AIGUL = Identity(
    names=("Айгуль Сапарова", "Әйгүл Сапарова"),
    born=("5/3/1968",),
    sex="f",
    nationalities=("KZ",),
    places=("Целиноград",),
    numbers=("KZ:680305450010",),
)
NAMED = Identity(("Aigul Saparova",))


def bits_of(match: PersonMatch, family: Family) -> list[float]:
    return [piece.bits for piece in match.evidence if piece.family is family]


def common(skeleton: str) -> float:
    """As in a register where one in two hundred bears each word."""
    return log2(200)


# --- What settles it ------------------------------------------------------------------------------------


def test_a_whole_name_and_the_same_day_of_birth_settle_it() -> None:
    match = compare_persons(AIGUL, replace(NAMED, born=("1968-03-05",)))
    assert match.settles
    assert match.band is Band.MUST_EXAMINE
    assert match.missing == ()
    assert match.contradictions == ()


def test_the_same_identity_number_and_name_settle_it_without_a_day_of_birth() -> None:
    match = compare_persons(replace(NAMED, numbers=AIGUL.numbers), replace(NAMED, numbers=("KZ:680305 450010",)))
    assert match.settles
    assert bits_of(match, Family.BIRTH) == [], "the day within the shared number is not a second piece"


def test_a_name_alone_raises_a_question_and_never_makes_an_edge() -> None:
    for rare in (lambda _: 40.0, common, None):
        match = compare_persons(NAMED, AIGUL, rare)
        assert not match.settles
    match = compare_persons(NAMED, AIGUL, lambda _: 40.0)
    assert match.band is Band.MUST_EXAMINE, "rare and complete, it must be examined"
    assert [missing.what for missing in match.missing] == ["the day of birth", "a national identity number"]
    assert {missing.of for missing in match.missing} == {"requesting state"}


def test_a_year_of_birth_beside_the_name_does_not_settle_it_a_month_does() -> None:
    year = compare_persons(replace(NAMED, born=("1968",)), replace(NAMED, born=("1968-03-05",)))
    month = compare_persons(replace(NAMED, born=("03/1968",)), replace(NAMED, born=("1968-03-05",)))
    assert (year.band, year.settles) == (Band.MUST_EXAMINE, False)
    assert month.settles


def test_a_part_of_a_name_with_the_same_day_of_birth_does_not_settle_it() -> None:
    # Brothers and sisters share the family name, twins the day as well.
    match = compare_persons(Identity(("Сапарова",), ("1968-03-05",)), replace(NAMED, born=("1968-03-05",)))
    assert (match.band, match.settles) == (Band.MUST_EXAMINE, False)
    assert ("the full name, with the father's name", "requesting state") in [(m.what, m.of) for m in match.missing]


def test_a_part_of_a_name_alone_is_never_more_than_worth_a_look() -> None:
    match = compare_persons(Identity(("Сапарова",)), NAMED, lambda _: 30.0)
    assert match.band is Band.LOOK


# --- What speaks against it -----------------------------------------------------------------------------


def test_a_sister_is_told_apart() -> None:
    match = compare_persons(AIGUL, Identity(("Dinara Saparova",), ("1971-07-30",), "f", ("KZ",), ("Astana",)), common)
    assert match.band is Band.COUNTED
    assert [piece.family for piece in match.contradictions] == [Family.NAME, Family.BIRTH]
    assert match.missing == ()


def test_the_same_number_is_examined_whatever_the_name_and_contradiction_keeps_it_open() -> None:
    match = compare_persons(AIGUL, Identity(("Jane Doe",), numbers=("KZ:680305450010",)), common, size=10**7)
    assert (match.band, match.settles) == (Band.MUST_EXAMINE, False)
    assert match.contradictions[0].family is Family.NAME
    assert "contradict each other" in match.contradictions[0].says


def test_another_day_of_birth_keeps_a_name_from_settling() -> None:
    match = compare_persons(replace(NAMED, born=("1941-11-27",)), AIGUL)
    assert not match.settles
    assert [piece.family for piece in match.contradictions] == [Family.BIRTH]


def test_another_sex_is_of_weight() -> None:
    same = replace(NAMED, born=("1968-03-05",), sex="f")
    assert compare_persons(same, AIGUL).settles
    other = compare_persons(replace(same, sex="m"), AIGUL)
    assert bits_of(other, Family.SEX) == [OTHER_SEX]
    assert not other.settles
    assert bits_of(compare_persons(replace(same, sex="x"), AIGUL), Family.SEX) == []


def test_a_number_that_is_nearly_the_same_is_a_hint_and_counts_nothing() -> None:
    near = compare_persons(AIGUL, replace(NAMED, numbers=("KZ:680305450013",)))
    none = compare_persons(AIGUL, NAMED)
    assert near.bits == none.bits
    assert bits_of(near, Family.NUMBER) == [0]
    assert "the original of the identity number KZ:680305450010" in [missing.what for missing in near.missing]


# --- What is within a number ----------------------------------------------------------------------------


def test_the_day_of_birth_within_a_number_is_compared_where_none_is_told() -> None:
    match = compare_persons(replace(NAMED, numbers=("KZ:680305450010",)), replace(NAMED, born=("5 March 1968",)))
    assert match.settles
    assert bits_of(match, Family.BIRTH) == [pytest.approx(14.2, abs=0.1)]
    assert bits_of(compare_persons(replace(NAMED, numbers=AIGUL.numbers), replace(NAMED, sex="f")), Family.SEX)


def test_a_number_of_another_day_than_told_is_shown() -> None:
    match = compare_persons(replace(AIGUL, born=("1971-11-20",)), replace(NAMED, born=("1971-11-20",)))
    assert any("is not the one within its identity number" in piece.says for piece in match.evidence)
    assert max(bits_of(match, Family.BIRTH)) > 14


def test_a_day_of_birth_that_cannot_be_read_is_asked_of_the_side_that_told_it() -> None:
    told, year = replace(NAMED, born=("see passport",)), replace(NAMED, born=("1968",))
    wanted = "the day of birth in a form that can be read, in the place of “see passport”"
    for left, right, of in ((told, year, "requesting state"), (year, told, "register")):
        assert (wanted, of) in [(missing.what, missing.of) for missing in compare_persons(left, right).missing]


def test_a_side_whose_number_holds_the_day_is_not_asked_for_it() -> None:
    within = replace(NAMED, born=("see passport",), numbers=("KZ:680305450010",))
    assert not any("day of birth" in m.what for m in compare_persons(within, replace(NAMED, born=("1968",))).missing)


def test_of_two_days_a_side_tells_it_is_asked_which_is_right() -> None:
    match = compare_persons(NAMED, replace(NAMED, born=("1971-11-20",), numbers=("KZ:680305450010",)))
    assert ("which day of birth is right, 1971-11-20 or 1968-03-05", "register") in [
        (missing.what, missing.of) for missing in match.missing
    ]


def test_no_question_to_the_requesting_state_tells_what_only_the_register_knows() -> None:
    held = Identity(
        ("Aigul Saparova Bekovna",), ("1971-11-20",), "f", numbers=("KZ:680305450013", "KZ:passport:N7654321")
    )
    match = compare_persons(Identity(("Сапарова Айгүл",), numbers=("KZ:680305450010",)), held)
    asked = " ".join(missing.what + missing.why for missing in match.missing if missing.of == "requesting state")
    assert asked
    assert not any(word in asked for word in ("Bekovna", "1971", "450013", "N7654321", "Aigul"))


# --- States and places ----------------------------------------------------------------------------------

NATIONALITIES = [
    (("KZ",), ("KZ", "BE"), [SHARED_NATIONALITY]),
    (("KZ",), ("SU",), [0]),
    (("RS",), ("YU",), [0]),
    (("SK",), ("CS",), [0]),
    (("DE",), ("DD",), [0]),
    (("KZ",), ("XXA",), []),
    (("KZ",), ("ZZ",), []),
    (("KZ",), (), []),
]


@pytest.mark.parametrize(("left", "right", "bits"), NATIONALITIES)
def test_a_nationality_of_a_state_that_ended_is_neutral(
    left: tuple[str, ...], right: tuple[str, ...], bits: list[float]
) -> None:
    match = compare_persons(replace(NAMED, nationalities=left), replace(NAMED, nationalities=right))
    assert bits_of(match, Family.NATIONALITY) == bits


def test_different_nationalities_weigh_little_as_people_flee() -> None:
    match = compare_persons(replace(NAMED, nationalities=("KZ",)), replace(NAMED, nationalities=("FR",)))
    (bits,) = bits_of(match, Family.NATIONALITY)
    assert -2 < bits < 0


# --- Bars -----------------------------------------------------------------------------------------------


def test_the_larger_the_register_the_more_it_takes() -> None:
    for small, large in ((1, 100), (100, 10_000), (10_000, 10**7)):
        assert all(one < other for one, other in zip(bars(small), bars(large), strict=True))
    assert bars(0) == bars(1)
    examine, look, settle = bars(10_000)
    assert look < examine < settle


def test_the_bars_are_where_the_odds_say() -> None:
    assert [2**bar for bar in bars(10_000)] == pytest.approx([12_500, 400, 800_000])


def test_a_part_of_a_name_with_something_beside_it_can_be_examined() -> None:
    part = Identity(("Сапарова",), ("1968",), places=("Целиноград",))
    assert compare_persons(part, replace(NAMED, born=("1968-03-05",)), lambda _: 12.0).band is Band.MUST_EXAMINE
    place = compare_persons(replace(part, born=()), replace(NAMED, places=("Astana",)), lambda _: 16.0)
    assert place.bits > bars(10_000)[0]
    assert place.band is Band.MUST_EXAMINE, "three bits of a place are of weight"


def test_names_that_have_nothing_in_common_count_against_it_so_far_and_no_further() -> None:
    assert bits_of(compare_persons(NAMED, Identity(("Bob Zyx",))), Family.NAME) == [OTHER_NAME] == [-8.0]


def test_a_common_name_is_counted_in_a_large_register_and_worth_a_look_in_a_small_one() -> None:
    assert compare_persons(NAMED, AIGUL, lambda _: 2.5, size=1_000_000).band is Band.COUNTED
    assert compare_persons(NAMED, AIGUL, lambda _: 2.5, size=1_000).band is Band.LOOK


@pytest.mark.parametrize(
    ("other", "each", "band"),
    [
        ("Aigul Saparova", 5.0, Band.LOOK),  # every word, of names that one in a thousand bears
        ("Aigul Saparova Maratqyzy", 5.0, Band.COUNTED),  # a part of that
        ("Aigul Saparova Maratqyzy", 9.0, Band.LOOK),  # a part that is rare
        ("Aigul Ospanova", 9.0, Band.COUNTED),  # a part, and the rest contradicts it
    ],
)
def test_a_name_alone_is_worth_a_look_when_whole_or_when_what_agrees_is_rare(other, each, band) -> None:
    match = compare_persons(Identity(("Aigul Saparova",)), Identity((other,)), lambda _: each, size=1_000_000)
    assert match.band is band
    assert not match.settles


def test_a_name_alone_is_not_worth_a_look_against_what_else_is_told() -> None:
    one, other = (Identity(("Aigul Saparova",), (born,)) for born in ("1968", "1991"))
    assert compare_persons(one, other, lambda _: 5.0, size=1_000_000).band is Band.COUNTED


def test_pieces_of_one_family_do_not_add_up() -> None:
    both = ("KZ:680305450010", "BE:85.07.30-033 28")
    match = compare_persons(Identity((), numbers=both), Identity((), numbers=both))
    assert len(match.evidence) == 2
    assert match.bits == total_bits(match.evidence) == 20


# --- For any identity -----------------------------------------------------------------------------------


def test_nothing_known_is_no_evidence() -> None:
    match = compare_persons(Identity(()), Identity(()))
    assert (match.evidence, match.bits, match.band, match.settles) == ((), 0, Band.COUNTED, False)


def test_of_many_forms_of_a_name_the_right_one_is_found() -> None:
    others = tuple(f"{first} {last}" for first in ("Dina", "Omar", "Eva") for last in ("Bekova", "Tan", "Novak", "Roy"))
    match = compare_persons(Identity((*others, "Айгуль Сапарова")), Identity((*others[::-1], "Aigul Saparova")))
    assert match.evidence[0].bits > 0
    match = compare_persons(Identity((*others[:6], "Айгуль Сапарова")), Identity((*others[6:], "Aigul Saparova")))
    assert (match.evidence[0].left.text, match.evidence[0].right.text) == ("Айгуль Сапарова", "Aigul Saparova")


def test_more_forms_of_a_name_than_are_looked_at_cost_no_more() -> None:
    many = tuple(f"Aigul Saparova {n}" for n in range(3_000))
    assert compare_persons(Identity(many), Identity(many[:MOST_NAMES])).evidence


WORDS = st.sampled_from(
    ["Aigul Saparova", "Айгуль Сапарова", "Dinara Saparova", "阿依古丽", "", "\u202e", "A.", "Saparova"]
)
BORN = st.sampled_from(["1968-03-05", "5/3/1968", "1968", "?", "1346", "c. 1970", "nonsense", "1968-05-03"])
NUMBERS = st.sampled_from(["KZ:680305450010", "KZ:680305450013", "KZ:passport:N1", "x", "BE:85.07.30-033 28"])
STATES = st.sampled_from(["KZ", "SU", "BE", "", "ZZ"])


def some(of: st.SearchStrategy[str], most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(of, max_size=most).map(tuple)


IDENTITIES = st.builds(
    Identity,
    some(st.one_of(WORDS, st.text(max_size=30))),
    some(st.one_of(BORN, st.text(max_size=20))),
    st.sampled_from(["f", "m", "x", "", "F"]),
    some(STATES),
    some(st.one_of(st.sampled_from(["Almaty", "Алматы", "Astana, KZ"]), st.text(max_size=20))),
    some(st.one_of(NUMBERS, st.text(max_size=20))),
)


@settings(max_examples=150)
@given(IDENTITIES, IDENTITIES)
def test_no_identity_raises_and_it_says_the_same_from_either_side(left: Identity, right: Identity) -> None:
    one, other = compare_persons(left, right), compare_persons(right, left)
    assert one.bits == pytest.approx(other.bits)
    assert (one.band, one.settles) == (other.band, other.settles)
    assert sorted(p.family.value for p in one.evidence) == sorted(p.family.value for p in other.evidence)
    assert not one.settles or {p.family for p in one.evidence} - {Family.NAME}


@settings(max_examples=60)
@given(IDENTITIES, IDENTITIES)
def test_a_name_by_itself_never_settles(left: Identity, right: Identity) -> None:
    assert not compare_persons(Identity(left.names), Identity(right.names), lambda _: 50.0, size=1).settles
