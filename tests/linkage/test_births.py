"""Two days of birth compared: what they say together, in bits and in words."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rogatory.linkage import births
from rogatory.linkage.births import DAYS, MISTAKES, RIGHT, compare_births
from rogatory.linkage.dates import read_birth, says_nothing

COMPARED = [
    # left, right, at least, at most, what is said
    ("1968-03-05", "05.03.1968", 14, 15, "both say 5 March 1968"),
    ("1346-12-15 AP", "5 March 1968", 14, 15, "both say 5 March 1968"),
    ("1387/12/06 AH", "5 March 1968", 12, 14, "as far as the calendars can be told apart"),
    ("1387/12/06 AH", "8 March 1968", 4, 7, "no more than two days apart, in different calendars"),
    ("5/3/1968", "1968-03-05", 13, 15, "both say 5 March 1968"),
    ("5/3/1968", "1968-05-03", 11, 14, "both say 3 May 1968"),
    ("1968-03-05", "1968-05-03", 7, 9, "day and month change places: 3 May 1968 and 5 March 1968"),
    ("1968-03-05", "1967-03-05", 6, 8, "the year is off by one"),
    ("1968-03-05", "1986-03-05", 2, 5, "one digit differs, or two change places"),
    ("1968-03-05", "1968-03-15", 3, 6, "the same month and year, another day"),
    ("1968-03-05", "1968-10-05", 2, 5, "the same day and year, another month"),
    ("1968-03-05", "1941-03-05", 1, 4, "the same day and month of another year"),
    ("1968-03-05", "1968-03-50", 10, 14, "both say 5 March 1968"),
    ("1968-03-05", "1958-04-05", -6, -3, "different, less than ten years apart"),
    ("1968-03-05", "1968-11-21", -1, 1, "only the year is the same"),
    ("1968-03-05", "1969-01-21", -3, -1, "different, less than a year apart"),
    ("1968-03-05", "1971-01-21", -5, -3, "different, less than five years apart"),
    ("1968-03-05", "1977-01-21", -6, -4, "different, less than ten years apart"),
    ("1968-03-05", "1991-11-27", -8, -6, "different, ten years or more apart"),
    ("03/1968", "1968-03-05", 9, 10, "only month and year are told on one side"),
    ("1968", "1968-03-05", 5, 6, "only the year is told on one side"),
    ("1968", "1968 г.", 5, 6, "both say 1968"),
    ("c. 1968", "1969", 3, 4, "one side says about when, and the other lies within"),
    ("c. 1968", "1971", -2, 0, "different, less than a year apart"),
    ("1966-1968", "1967-08-09", 4, 5, "the one lies within the other"),
    ("1966-1968", "1968-1970", 1, 4, "the two times overlap"),
    ("01.01.1968", "1968-11-21", 5, 6, "only the year is told on one side"),
    ("01.01.1968", "01.01.1968", 8, 11, "both say 1 January 1968"),
    ("01.01.1968", "1991-11-27", -8, -6, "different, ten years or more apart"),
    ("1346", "1968-02-05", 3, 6, "21 March 1967 to 20 March 1968"),
]


@pytest.mark.parametrize(("left", "right", "least", "most", "says"), COMPARED, ids=[f"{r[0]} {r[1]}" for r in COMPARED])
def test_agreement_and_difference_are_graded(left: str, right: str, least: float, most: float, says: str) -> None:
    found = compare_births((left,), (right,))
    assert found is not None
    assert least <= found.bits <= most
    assert says in found.says
    assert (found.left.text, found.right.text) == (left, right)


def test_a_placeholder_or_an_open_calendar_contradicts_less_than_a_day_told() -> None:
    def bits(left: str, right: str) -> float:
        found = compare_births((left,), (right,))
        assert found is not None
        return found.bits

    assert bits("01.01.1968", "1970-11-21") > 0 > bits("02.01.1968", "1970-11-21")
    assert bits("1347-05-02", "1968-07-24") > 10 > -5 > bits("1347-05-02 AH", "1968-07-24")
    assert bits("01.01.1968", "1968-11-21") > bits("02.01.1968", "1968-11-21")


def test_a_mended_day_says_less_than_one_that_stands() -> None:
    found = compare_births(("1968-11-78",), ("1968-11-18",))
    assert found is not None
    assert 10 < found.bits < 13
    (step,) = found.steps
    assert step.startswith("1968-11-78 → 18 November 1968 (there is no such day; one digit is taken to be wrong")


def test_of_several_texts_the_readable_ones_are_compared() -> None:
    found = compare_births(("?!", "see page 4", "5 March 1968"), ("1968-03-05",))
    assert found is not None
    assert found.left.text == "5 March 1968"
    assert found.says == "both say 5 March 1968"


def test_how_it_was_read_is_shown_where_it_is_not_plain() -> None:
    found = compare_births(("14/12/1346 AP", "5/3/1968"), ("1968-03-05",))
    assert found is not None
    assert found.steps == ("5/3/1968 → 5 March 1968 (day before month)",)
    found = compare_births(("1346/12/15 AP",), ("1968-03-05",))
    assert found is not None
    assert found.steps == ("1346/12/15 AP → 5 March 1968 (Solar Hijri calendar)",)


def test_the_shares_of_the_model_make_one() -> None:
    # Two days apart in different calendars is said in the place of less than a year.
    assert RIGHT + sum(m.share for m in MISTAKES) - births.CALENDARS.share == pytest.approx(1)
    assert all(mistake.factor < RIGHT * DAYS / 3 for mistake in MISTAKES), "no mistake speaks as an equal day does"


# --- For any text ---------------------------------------------------------------------------------------

WORDS = """
    1968 1346 05 3 / - . , c. around between and or late s XX << 00 AH AP هـ ش ۱۳۴۶ марта March года ( ) ; – ~ 1900 ' 年
"""
PIECES = st.sampled_from(WORDS.split())
ANY = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES).map("".join))
BORN = st.dates(date(1920, 1, 2), date(2010, 12, 31))


@settings(max_examples=400)
@given(st.lists(ANY, max_size=3), st.lists(ANY, max_size=3))
def test_no_text_raises_and_it_says_the_same_from_either_side(left: list[str], right: list[str]) -> None:
    for text in left + right:
        spans = read_birth(text)
        assert all(span.first <= span.last and 0 < span.share <= 1 for span in spans)
        assert not (spans and says_nothing(text))
    one, other = compare_births(tuple(left), tuple(right)), compare_births(tuple(right), tuple(left))
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert (one.bits, one.says) == (other.bits, other.says) or one.bits == 0 == other.bits
        assert -8 < one.bits < 15


@given(BORN, BORN)
def test_the_more_exactly_two_agree_the_more_it_says(born: date, elsewhere: date) -> None:
    def bits(left: str, right: str) -> float:
        found = compare_births((left,), (right,))
        assert found is not None
        return found.bits

    day, forms = born.isoformat(), [born.isoformat(), f"{born:%Y-%m}", f"{born:%Y}", f"c. {born:%Y}"]
    if (born.month, born.day) in ((1, 1), (7, 1)):
        return
    agreements = [bits(day, form) for form in forms]
    assert agreements == sorted(agreements, reverse=True)
    assert bits(day, elsewhere.isoformat()) <= agreements[0]
    flip = f"{born.year}-{born.day:02}-{born.month:02}"
    if born.day <= 12 and born.day != born.month and (born.day, born.month) not in ((1, 1), (1, 7), (7, 1)):
        assert bits(day, flip) < agreements[0]
        assert bits(day, f"{born:%d/%m/%Y}") < agreements[0]


def test_a_long_list_of_texts_costs_no_more_than_a_short_one() -> None:
    many = tuple(f"{1900 + n % 100}-0{1 + n % 9}-11" for n in range(20_000))
    found = compare_births(many, many)
    assert found is not None
