"""Money that is owed: an exact amount in one currency, with simple interest by a stated rule, and what was paid of it.

Nothing here is ever a float, and nothing is ever converted. Days are counted, months and years are not: the rule says
how many days its period has. What is paid counts against interest first and then against the sum (UNIDROIT Principles
of International Commercial Contracts, Art. 6.1.12(1); Code civil (France), Art. 1343-1), unless the one who ordered it
said otherwise, which then is an order of its own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from fractions import Fraction

from rogatory.aftermath.currencies import MINOR_UNITS

_AMOUNT = re.compile(r"[0-9]{1,15}(\.[0-9]{1,3})?")
_RATE = re.compile(r"[0-9]{1,3}(\.[0-9]{1,6})?")


class MoneyError(ValueError):
    """An amount, currency, rate or sum that cannot be; the message says which, and what to write instead."""


class Period(Enum):
    """What a rate is for, in days."""

    YEAR_365 = "year-365"
    """A year of 365 days, in every year."""
    YEAR_360 = "year-360"
    MONTH_30 = "month-30"
    DAY = "day"

    @property
    def days(self) -> int:
        """How many days it has."""
        return {"year-365": 365, "year-360": 360, "month-30": 30, "day": 1}[self.value]


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency.

    Attributes:
        amount: Exact, never negative, with no more digits after the point than the currency has.
        currency: Code of ISO 4217.
    """

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        """Refuse what is no amount of that currency.

        Raises:
            MoneyError: The code is unknown, the amount is negative or no number, or it is too fine.
        """
        digits = MINOR_UNITS.get(self.currency)
        if digits is None:
            msg = f"{self.currency!r} is no currency; write a code of ISO 4217 in capitals, as EUR"
            raise MoneyError(msg)
        if not self.amount.is_finite() or self.amount < 0:
            msg = f"{self.amount!r} is no amount; write digits, with a point before parts of a unit, as 1250.50"
            raise MoneyError(msg)
        if self.amount != self.amount.quantize(Decimal(1).scaleb(-digits)):
            msg = f"{self.amount} {self.currency} is finer than that currency; it has {digits} digits after the point"
            raise MoneyError(msg)

    def __str__(self) -> str:
        """The amount with all its digits, and the code.

        >>> str(Money(Decimal("1250.5"), "EUR")), str(Money(Decimal("90000"), "JPY"))
        ('1250.50 EUR', '90000 JPY')
        """
        return f"{self.amount.quantize(unit(self.currency))} {self.currency}"


def unit(currency: str) -> Decimal:
    """The smallest part of a currency.

    >>> unit("EUR"), unit("JPY"), unit("TND")
    (Decimal('0.01'), Decimal('1'), Decimal('0.001'))
    """
    return Decimal(1).scaleb(-MINOR_UNITS[currency])


def money(amount: object, currency: object) -> Money:
    """Money as it was written.

    Args:
        amount: Text: digits, and a point before parts of a unit. Never a float, which is no exact number.
        currency: Code of ISO 4217.

    Raises:
        MoneyError: It cannot be taken, or it is nothing.

    >>> money("1250.50", "EUR")
    Money(amount=Decimal('1250.50'), currency='EUR')
    """
    if not isinstance(amount, str) or not _AMOUNT.fullmatch(amount):
        msg = f"{amount!r} is no amount; write digits, with a point before parts of a unit, as 1250.50"
        raise MoneyError(msg)
    found = Money(Decimal(amount), str(currency))
    if not found.amount:
        msg = "an amount of nothing is not owed; write what is, or leave amount and currency out"
        raise MoneyError(msg)
    return found


@dataclass(frozen=True, slots=True)
class Interest:
    """Simple interest: it bears none itself.

    Attributes:
        rate: Per cent for one period.
        period: The period.
        since: Day it begins to run: the next day is the first for which interest is owed.
        source: The law or decision that sets the rate.
    """

    rate: Decimal
    period: Period
    since: date
    source: str

    @property
    def per_day(self) -> Fraction:
        """Interest of one day on one unit."""
        return Fraction(self.rate) / 100 / self.period.days


def rate(told: object) -> Decimal:
    """A rate in per cent, as it was written.

    Raises:
        MoneyError: It is no number of per cent below a thousand.

    >>> rate("5.75")
    Decimal('5.75')
    """
    if not isinstance(told, str) or not _RATE.fullmatch(told):
        msg = f"{told!r} is no rate; write per cent for one period, as 5.75"
        raise MoneyError(msg)
    return Decimal(told)


@dataclass(frozen=True, slots=True)
class Paid:
    """That something was paid, and on which day."""

    on: date
    sum: Money


@dataclass(frozen=True, slots=True)
class Balance:
    """What is still owed at the end of a day.

    Attributes:
        principal: Of the sum itself.
        interest: Of interest.
        over: What was paid beyond what was owed, on the days it was paid; nothing, as a rule.
    """

    principal: Money
    interest: Money
    over: Money

    @property
    def owed(self) -> Money:
        """Both together."""
        return Money(self.principal.amount + self.interest.amount, self.principal.currency)


def balance(ordered: Money, interest: Interest | None, paid: Iterable[Paid], on: date) -> Balance:
    """What is still owed at the end of the day `on`, rounded to the smallest part of the currency, a half upwards.

    Only at the end is anything rounded; but what is left when less than half of the smallest part is owed, is nothing.

    Args:
        ordered: The sum.
        interest: Interest on it; None: it bears none.
        paid: What was paid; what was paid after `on` does not count yet. The order does not matter.
        on: The day.

    Raises:
        MoneyError: Something was paid in another currency: no sum is ever converted.
    """
    paid = tuple(paid)
    if foreign := next((p for p in paid if p.sum.currency != ordered.currency), None):
        msg = f"{foreign.sum} was paid on what is owed in {ordered.currency}; no sum is converted"
        raise MoneyError(msg)
    step = unit(ordered.currency)
    principal, due, over = Fraction(ordered.amount), Fraction(0), Fraction(0)
    day = interest.since if interest else on
    for one in sorted((p for p in paid if p.on <= on), key=lambda p: p.on):
        due += _run(principal, interest, day, one.on)
        day = max(day, one.on)
        rest = Fraction(one.sum.amount)
        of_interest = min(rest, due)
        of_principal = min(rest - of_interest, principal)
        due, principal = due - of_interest, principal - of_principal
        over += rest - of_interest - of_principal
        if not _rounded(due + principal, step):
            due = principal = Fraction(0)
    due += _run(principal, interest, day, on)
    owed, of_it = _rounded(principal + due, step), min(_rounded(principal, step), _rounded(principal + due, step))
    made = (of_it, owed - of_it, _rounded(over, step))
    return Balance(*(Money(amount, ordered.currency) for amount in made))


def _run(principal: Fraction, interest: Interest | None, since: date, until: date) -> Fraction:
    """Interest on what is left, for the days after `since` up to `until` (inclusive)."""
    days = (until - since).days
    return principal * interest.per_day * days if interest and days > 0 else Fraction(0)


def _rounded(value: Fraction, step: Decimal) -> Decimal:
    """Half a step upwards; exact, whatever the size."""
    steps = (value / Fraction(step) * 2 + 1) // 2
    return (Decimal(steps) * step).quantize(step, ROUND_HALF_UP)
