"""Identity numbers: what is read from one, and that nearly alike is not alike.

The numbers are those of public descriptions of the formats, or made up with right check digits.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.linkage.evidence import Family
from rogatory.linkage.number_schemes import OF_STATE, SCHEMES
from rogatory.linkage.numbers import (
    LONGEST,
    OTHER_NUMBER,
    SAME_DOCUMENT,
    SAME_NUMBER,
    SAME_UNSOUND,
    Sound,
    births_within,
    compare_numbers,
    read_number,
    sexes_within,
)

READ = [
    ("BE:85.07.30-033 28", "nn", "85073003328", "1985-07-30", "m"),
    ("BE:17 07 30 033 84", "nn", "17073003384", "2017-07-30", "m"),
    ("BE:98.47.28-997.65", "nn", "98472899765", "1998-07-28", "m"),  # BIS, sex known when it was given
    ("BE:85.07.00-033-55", "nn", "85070003355", "1985-07", "m"),
    ("BE:85.00.00-034-05", "nn", "85000003405", "1985", "f"),
    ("BE:00.00.01-002-65", "nn", "00000100265", "", "f"),
    ("BE:85.27.30-033-71", "nn", "85273003371", "1985-07-30", ""),  # BIS, sex not known
    ("BY:3270287A012PB2", "in", "3270287A012PB2", "1987-02-27", "m"),
    ("BY:3270287а012рв2", "in", "3270287A012PB2", "1987-02-27", "m"),  # Cyrillic letters
    ("CN:360426199101010071", "ric", "360426199101010071", "1991-01-01", "m"),
    ("CN:360426 910101 007", "ric", "360426199101010071", "1991-01-01", "m"),  # as it was before 1999
    ("IR:0932833810", "nc", "0932833810", "", ""),
    ("IR:۰۹۳۲۸۳۳۸۱۰", "nc", "0932833810", "", ""),
    ("IR:0010000097", "nc", "0010000097", "", ""),
    ("IR:932833810", "nc", "0932833810", "", ""),
    ("KG:20503196800123", "pin", "20503196800123", "1968-03-05", "m"),
    ("KG:pin:10503196800123", "pin", "10503196800123", "1968-03-05", "f"),
    ("KZ:061211600012", "iin", "061211600012", "2006-12-11", "f"),
    ("KZ:iin:680305 450010", "iin", "680305450010", "1968-03-05", "f"),
    ("KZ:680305300901", "iin", "680305300901", "1968-03-05", "m"),  # by the second weights
    ("RU:123456789047", "inn", "123456789047", "", ""),
    ("RU:112-233-445 95", "snils", "11223344595", "", ""),
    ("RU:112-233-458 00", "snils", "11223345800", "", ""),
    ("RU:snils:001-001-990 00", "snils", "00100199000", "", ""),
    ("TR:17291716060", "tckn", "17291716060", "", ""),
    ("UA:3184710691", "rnokpp", "3184710691", "1987-03-12", "m"),
    ("UA:2490100050", "rnokpp", "2490100050", "1968-03-05", "m"),
    ("UZ:30503681234562", "pinfl", "30503681234562", "1968-03-05", "m"),
]


@pytest.mark.parametrize(("text", "kind", "canonical", "born", "sex"), READ, ids=[row[0] for row in READ])
def test_a_number_is_read(text: str, kind: str, canonical: str, born: str, sex: str) -> None:
    number = read_number(text)
    assert (number.state, number.kind, number.canonical) == (text[:2], kind, canonical)
    assert number.sound is (Sound.NOT_KNOWN if kind == "pin" else Sound.YES)
    assert (number.born, number.sex) == (born, sex)


@pytest.mark.parametrize("text", [row[0] for row in READ if row[1] != "pin" and "001-001" not in row[0]])
def test_another_last_digit_is_wrong_and_holds_nothing(text: str) -> None:
    canonical = read_number(text).canonical
    for last in set("0123456789") - {canonical[-1]}:
        number = read_number(f"{text[:2]}:{canonical[:-1]}{last}")
        assert number.sound is Sound.NO
        assert (number.born, number.sex) == ("", "")


UNSOUND = [
    *((f"KZ:68030530170{digit}", Sound.NO) for digit in "0123456789"),  # ten by both weights: never given out
    ("KZ:680230300010", Sound.NO_SUCH_DAY),
    ("KG:23103196800123", Sound.NOT_KNOWN),
    ("KG:23203196800123", Sound.NO_SUCH_DAY),
    ("KZ:iin:12", Sound.SHAPE),
    ("BE:nn:850730033", Sound.SHAPE),
    ("KZ:680305750012", Sound.NOT_KNOWN),  # no such century: some other document
    ("KZ:passport:680305450010", Sound.NOT_KNOWN),
    ("DE:C01X00T47", Sound.NOT_KNOWN),
    ("a number of a file", Sound.NOT_KNOWN),
]


@pytest.mark.parametrize(("text", "sound"), UNSOUND)
def test_what_cannot_be_checked_or_is_not_right_is_told(text: str, sound: Sound) -> None:
    assert read_number(text).sound is sound


NOTHING = ["", "KZ:", "KZ:iin:", "KZ:000000000000", "KZ:passport:-", "BE: / ", "x" * (LONGEST + 1)]


@pytest.mark.parametrize("text", NOTHING, ids=[text[:15] for text in NOTHING])
def test_a_number_that_says_nothing_is_compared_with_nothing(text: str) -> None:
    assert read_number(text).canonical == ""
    assert compare_numbers((text,), (text, "KZ:680305450010")) == ()


COMPARED = [
    ("BE:85.07.30-033 28", "BE:85073003328", SAME_NUMBER, "both have the Belgian national number 85073003328"),
    ("CN:360426910101007", "CN:360426199101010071", SAME_NUMBER, "both have the Chinese resident identity number"),
    ("KG:20503196800123", "KG:20503196800123", SAME_DOCUMENT, "both have the Kyrgyz personal identification number"),
    ("KZ:passport:N 12345678", "KZ:passport:N12345678", SAME_DOCUMENT, "both have the passport number of KZ N12345678"),
    ("BE:85.07.30-033 82", "BE:85073003382", SAME_UNSOUND, "though its check digit is wrong"),
    ("KZ:680305450010", "680305450010", SAME_UNSOUND, "one side does not say which state gave it"),
    ("KZ:680305450010", "KZ:061211600012", OTHER_NUMBER, "of which a person has one: 061211600012 and 680305450010"),
    ("KZ:680305450010", "KZ:680305450013", 0, "differ in one place: look at the originals; it counts neither way"),
    ("KZ:680305450010", "KZ:680350450010", 0, "differ in one place"),
    ("KZ:680305450010", "KZ:710305450013", 0, "710305450013 cannot be right: its check digit is wrong"),
    ("KZ:680305450010", "KZ:iin:78", 0, "78 cannot be right: it has not the shape of such a number"),
    ("KZ:passport:N12345678", "KZ:passport:N87654321", 0, "documents are renewed, and it counts neither way"),
]


@pytest.mark.parametrize(("left", "right", "bits", "says"), COMPARED, ids=[f"{r[0]} {r[1]}" for r in COMPARED])
def test_numbers_are_equal_or_not(left: str, right: str, bits: float, says: str) -> None:
    (found,) = compare_numbers((left,), (right,))
    (turned,) = compare_numbers((right,), (left,))
    assert found.bits == turned.bits == bits
    assert found.says == turned.says
    assert says in found.says
    assert (found.family, found.left.text, found.right.text) == (Family.NUMBER, left, right)


def test_numbers_of_different_kinds_or_states_say_nothing_of_each_other() -> None:
    assert compare_numbers(("KZ:680305450010",), ("KZ:passport:N12345678", "RU:123456789047")) == ()
    assert compare_numbers(("KZ:passport:N12345678",), ("RU:passport:N12345678",)) == ()
    assert compare_numbers((), ("KZ:680305450010",)) == ()


def test_of_several_numbers_of_a_kind_one_that_is_equal_settles_it() -> None:
    found = compare_numbers(("KZ:061211600012", "KZ:680305450010"), ("KZ:680305450010", "KZ:passport:N12345678"))
    assert [piece.bits for piece in found] == [SAME_NUMBER]


def test_what_was_done_to_a_number_is_shown() -> None:
    (found,) = compare_numbers(("BY:3270287А012РВ2",), ("BY:3270287A012PB2",))
    assert found.steps == ("3270287А012РВ2 → 3270287A012PB2: Cyrillic letters typed for Latin ones",)
    (found,) = compare_numbers(("IR:932833810",), ("IR:0932833810",))
    assert found.steps == ("932833810 → 0932833810: noughts in front are often left out",)


def test_births_and_sexes_within_come_from_sound_numbers_only() -> None:
    assert births_within(("KZ:680305450010", "KG:20503196800123", "KZ:061211600013")) == ("1968-03-05",)
    assert sexes_within(("KZ:680305450010", "KG:20503196800123")) == {"f", "m"}
    assert births_within(("BE:passport:EH123456", "TR:17291716060")) == ()


def test_every_scheme_has_a_case_here() -> None:
    assert {(row[0][:2], row[1]) for row in READ} == {(scheme.state, scheme.kind) for scheme in SCHEMES}


NUMBERS = st.one_of(
    st.text(max_size=80),
    st.builds(
        lambda state, kind, number: f"{state}:{kind}{number}",
        st.sampled_from([*OF_STATE, "DE", "xx", "К"]),
        st.sampled_from(["", "passport:", "iin:", "snils:", ":"]),
        st.text("0123456789X٣AВ-", max_size=20),
    ),
)


@given(st.lists(NUMBERS, max_size=3), st.lists(NUMBERS, max_size=3))
def test_no_text_raises_and_it_says_the_same_from_either_side(left: list[str], right: list[str]) -> None:
    one, other = compare_numbers(tuple(left), tuple(right)), compare_numbers(tuple(right), tuple(left))
    assert sorted(e.bits for e in one) == sorted(e.bits for e in other)
    assert all(piece.bits in (0, SAME_NUMBER, SAME_DOCUMENT, SAME_UNSOUND, OTHER_NUMBER) for piece in one)


@given(st.sampled_from([row[0] for row in READ]), st.integers(0, 17), st.sampled_from("0123456789"))
def test_one_digit_changed_never_counts_for_anybody(text: str, at: int, digit: str) -> None:
    canonical = read_number(text).canonical
    at %= len(canonical)
    if canonical[at] == digit or not canonical[at].isdigit():
        return
    changed = f"{text[:2]}:{canonical[:at]}{digit}{canonical[at + 1 :]}"
    assert all(piece.bits <= 0 for piece in compare_numbers((text,), (changed,)))
