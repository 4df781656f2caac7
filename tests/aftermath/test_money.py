"""Money that is owed: exact, in one currency, with simple interest by days."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.aftermath.currencies import MINOR_UNITS
from rogatory.aftermath.money import Balance, Interest, Money, MoneyError, Paid, Period, balance, money, rate, unit

FIRST = date(2025, 1, 1)
EUR_1000 = money("1000", "EUR")
FIVE = Interest(rate("5"), Period.YEAR_365, FIRST, "the law")


def left(ordered: Money, interest: Interest | None, paid: dict[date, str], on: date) -> tuple[str, str]:
    found = balance(ordered, interest, [Paid(day, money(a, ordered.currency)) for day, a in paid.items()], on)
    return str(found.principal), str(found.interest)


@pytest.mark.parametrize(
    ("situation", "interest", "paid", "on", "principal", "of_interest"),
    [
        ("nothing is paid, and it bears none", None, {}, date(2099, 1, 1), "1000.00 EUR", "0.00 EUR"),
        ("the day it begins bears none yet", FIVE, {}, FIRST, "1000.00 EUR", "0.00 EUR"),
        ("before it begins", FIVE, {}, date(2024, 1, 1), "1000.00 EUR", "0.00 EUR"),
        ("a year of 365 days", FIVE, {}, date(2026, 1, 1), "1000.00 EUR", "50.00 EUR"),
        ("a leap year has a day more", FIVE, {}, FIRST + timedelta(days=366), "1000.00 EUR", "50.14 EUR"),
        ("two years: it bears none itself", FIVE, {}, date(2027, 1, 1), "1000.00 EUR", "100.00 EUR"),
        ("a part is paid: interest first", FIVE, {date(2026, 1, 1): "150"}, date(2026, 1, 1), "900.00 EUR", "0.00 EUR"),
        ("what is left bears on", FIVE, {date(2026, 1, 1): "150"}, date(2027, 1, 1), "900.00 EUR", "45.00 EUR"),
        ("less than the interest is paid", FIVE, {date(2026, 1, 1): "20"}, date(2026, 1, 1), "1000.00 EUR",
         "30.00 EUR"),
        ("paid before it begins to run", FIVE, {date(2024, 6, 1): "400"}, date(2026, 1, 1), "600.00 EUR", "30.00 EUR"),
        ("what is paid later does not count yet", FIVE, {date(2026, 1, 2): "1050"}, date(2026, 1, 1), "1000.00 EUR",
         "50.00 EUR"),
        ("paid in full", FIVE, {date(2026, 1, 1): "1050"}, date(2030, 1, 1), "0.00 EUR", "0.00 EUR"),
    ],
)  # fmt: skip
def test_what_is_owed_on_a_day(situation, interest, paid, on, principal, of_interest):
    assert left(EUR_1000, interest, paid, on) == (principal, of_interest), situation


@pytest.mark.parametrize(
    ("period", "days", "interest"),
    [(Period.YEAR_365, 365, "50.00"), (Period.YEAR_360, 360, "50.00"), (Period.MONTH_30, 60, "100.00"),
     (Period.DAY, 2, "100.00")],
)  # fmt: skip
def test_a_rate_is_for_the_period_it_names(period, days, interest):
    told = Interest(rate("5"), period, FIRST, "the law")
    assert left(EUR_1000, told, {}, FIRST + timedelta(days=days))[1] == f"{interest} EUR"


def test_a_half_is_rounded_upwards_in_the_digits_of_the_currency():
    half = Interest(rate("0.5"), Period.DAY, FIRST, "the law")
    assert left(money("1", "EUR"), half, {}, FIRST + timedelta(days=1))[1] == "0.01 EUR"
    assert left(money("100", "JPY"), half, {}, FIRST + timedelta(days=1))[1] == "1 JPY"
    assert left(money("1", "TND"), half, {}, FIRST + timedelta(days=1))[1] == "0.005 TND"


def test_paid_too_much_is_told_and_not_owed():
    found = balance(EUR_1000, None, [Paid(FIRST, money("1200", "EUR"))], FIRST)
    assert (str(found.owed), str(found.over)) == ("0.00 EUR", "200.00 EUR")


def test_no_sum_is_converted():
    with pytest.raises(MoneyError, match="no sum is converted"):
        balance(EUR_1000, None, [Paid(FIRST, money("1000", "USD"))], FIRST)


@pytest.mark.parametrize(
    ("amount", "currency", "problem"),
    [
        (1000.0, "EUR", "is no amount"),
        (1000, "EUR", "is no amount"),
        ("1,000", "EUR", "is no amount"),
        ("1e3", "EUR", "is no amount"),
        ("-5", "EUR", "is no amount"),
        ("١٠", "EUR", "is no amount"),
        ("0.00", "EUR", "of nothing"),
        ("1.005", "EUR", "finer than that currency"),
        ("1.5", "JPY", "finer than that currency"),
        ("5", "eur", "is no currency"),
        ("5", "XAU", "is no currency"),
        ("5", "", "is no currency"),
        ("1" * 16, "EUR", "is no amount"),
    ],
)
def test_what_is_no_money_says_why(amount, currency, problem):
    with pytest.raises(MoneyError, match=problem):
        money(amount, currency)


@pytest.mark.parametrize("told", [5, 5.0, "5 %", "-1", "1000", "0.0000001", ""])
def test_what_is_no_rate_says_why(told):
    with pytest.raises(MoneyError, match="is no rate"):
        rate(told)


def test_every_currency_has_a_code_of_three_capitals():
    assert len(MINOR_UNITS) > 150
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in MINOR_UNITS)


currencies = st.sampled_from(["EUR", "JPY", "TND", "KZT"])


@st.composite
def owed(draw: st.DrawFn) -> tuple[Money, Interest, list[Paid], date]:
    currency = draw(currencies)
    step = unit(currency)
    amounts = st.integers(1, 10**9).map(lambda n: Money(n * step, currency))
    days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
    told = Interest(draw(st.decimals(0, 20, places=3)), draw(st.sampled_from(list(Period)[:3])), draw(days), "the law")
    return draw(amounts), told, [Paid(draw(days), draw(amounts)) for _ in range(draw(st.integers(0, 4)))], draw(days)


def exact(found: Balance) -> bool:
    return all(type(part.amount) is Decimal for part in (found.principal, found.interest, found.over))


@given(owed())
def test_nothing_is_lost_and_nothing_is_made_up(case):
    ordered, interest, paid, on = case
    found = balance(ordered, interest, paid, on)
    total = sum((p.sum.amount for p in paid if p.on <= on), start=Decimal(0))
    assert exact(found)
    assert found.principal.amount <= ordered.amount
    assert found.owed.amount + total >= ordered.amount - unit(ordered.currency)
    assert found.over.amount <= total


@given(owed())
def test_the_order_in_which_payments_are_told_changes_nothing(case):
    ordered, interest, paid, on = case
    backwards = sorted(paid, key=lambda p: -p.on.toordinal())
    assert balance(ordered, interest, paid, on) == balance(ordered, interest, backwards, on)


@given(owed())
def test_whoever_pays_what_is_owed_today_owes_nothing_ever_after(case):
    ordered, interest, paid, on = case
    paid = [p for p in paid if p.on <= on]
    due = balance(ordered, interest, paid, on).owed
    if due.amount:
        paid.append(Paid(on, due))
    assert not balance(ordered, interest, paid, on + timedelta(days=4000)).owed.amount


@given(owed())
def test_without_payment_interest_grows_by_the_same_each_day(case):
    ordered, interest, _paid, _on = case
    days = 1000
    found = balance(ordered, interest, [], interest.since + timedelta(days=days))
    grown = Fraction(ordered.amount) * interest.per_day * days
    assert abs(Fraction(found.interest.amount) - grown) <= Fraction(unit(ordered.currency)) / 2
