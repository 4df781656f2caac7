"""Reparation: owed, ordered, performed; what is still owed on a day.

Five forms, as international law has them (UN Basic Principles on the Right to a Remedy and Reparation, GA resolution
60/147, points 19 to 23; UNCAT Art. 14). Whoever owes it may say so before anybody orders it. Money is ordered in one
currency, with interest by a rule that is stated; what has no price is performed when whoever records it says that it
was done as a whole, with what proves it. Nothing is summed across currencies.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

from rogatory.aftermath.money import Balance, Interest, Money, Paid, balance


class Form(Enum):
    """A form of reparation."""

    RESTITUTION = "restitution"
    """What was before the wrong is restored: what was taken comes back, what was said is taken back."""
    COMPENSATION = "compensation"
    """Harm that can be assessed is paid for."""
    REHABILITATION = "rehabilitation"
    """Care, and legal and social help."""
    SATISFACTION = "satisfaction"
    """The truth is told: a finding, an apology, sanctions against whoever is responsible."""
    NON_REPETITION = "guarantees-of-non-repetition"
    """What was possible is made impossible."""


class Stage(Enum):
    """How far it has come."""

    OWED = "owed"
    ORDERED = "ordered"
    PARTLY = "partly-performed"
    PERFORMED = "performed"


@dataclass(frozen=True, slots=True)
class Order:
    """That it was ordered.

    Attributes:
        entry: Number of the entry.
        on: Day of the order.
        by: Court or body that ordered it, in words.
        source: The decision: number and day.
        performs: Who must perform it, in words.
        until: Last day to perform it (inclusive).
        sum: The money; None: it has no price.
        interest: Interest on it; None: it bears none.
    """

    entry: int
    on: date
    by: str
    source: str
    performs: str
    until: date
    sum: Money | None = None
    interest: Interest | None = None


@dataclass(frozen=True, slots=True)
class Performance:
    """That something of it was performed.

    Attributes:
        entry: Number of the entry.
        on: Day of it.
        text: What was done, in words; empty: erased.
        proof: What proves it: digest of a document kept in the case, or a reference.
        sum: What was paid; None: nothing was.
        whole: Of what has no price: whether nothing is left to do.
    """

    entry: int
    on: date
    text: str
    proof: str
    sum: Money | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Reparation:
    """One thing a person is owed.

    Attributes:
        ident: What the door calls it, as `reparation-12`.
        person: The person concerned.
        form: Its form.
        text: What is owed, in words; empty: erased.
        breach: Breach it is for; empty: another wrong, which its ground names.
        ground: Why it is owed: decision, provision.
        since: Day it was said to be owed, or ordered.
        entry: Number of the entry that began it.
        sum: What was said to be owed in money before anybody ordered it; None: no sum was.
        orders: Orders, the last of which holds; none: nobody has ordered it.
        performances: What was performed, in order.
    """

    ident: str
    person: str
    form: Form
    text: str
    breach: str
    ground: str
    since: date
    entry: int
    sum: Money | None = None
    orders: tuple[Order, ...] = ()
    performances: tuple[Performance, ...] = ()

    @property
    def order(self) -> Order | None:
        """The order that holds; None: nobody has ordered it."""
        return self.orders[-1] if self.orders else None

    @property
    def ordered(self) -> Money | None:
        """The money that was ordered; None: nothing was, or it has no price."""
        return self.order.sum if self.order else None

    def paid(self, on: date) -> tuple[Paid, ...]:
        """What was paid by the end of the day `on`."""
        return tuple(Paid(p.on, p.sum) for p in self.performances if p.sum and p.on <= on)

    def balance(self, on: date) -> Balance | None:
        """What is still owed in money at the end of the day `on`; None: no money was ordered by then."""
        order = self._order(on)
        return balance(order.sum, order.interest, self.paid(on), on) if order and order.sum else None

    def stage(self, on: date) -> Stage:
        """How far it had come at the end of the day `on`."""
        order, left = self._order(on), self.balance(on)
        done = [p for p in self.performances if p.on <= on]
        if (left is not None and not left.owed.amount) or (left is None and any(p.whole for p in done)):
            return Stage.PERFORMED
        return Stage.PARTLY if done else Stage.ORDERED if order else Stage.OWED

    def overdue(self, on: date) -> bool:
        """Whether it was ordered, its last day is before `on`, and it is not performed."""
        order = self._order(on)
        return bool(order and order.until < on) and self.stage(on) is not Stage.PERFORMED

    def _order(self, on: date) -> Order | None:
        """The order that held at the end of a day. What was ordered is known from the day of the order."""
        return next((o for o in reversed(self.orders) if o.on <= on), None)


@dataclass(frozen=True, slots=True)
class Sums:
    """Money in one currency, over any number of reparations.

    Attributes:
        owed: What was said to be owed or was ordered, without interest.
        ordered: What was ordered, without interest.
        performed: What was paid.
        left: What is still owed of what was ordered, with interest to the day.
    """

    owed: Money
    ordered: Money
    performed: Money
    left: Money


@dataclass(frozen=True, slots=True)
class Total:
    """Reparation as a whole, on a day; nothing in it is about anybody.

    Attributes:
        on: The day.
        counts: How many, by form and stage; what there is none of is not there.
        sums: Money, by currency; each stands alone.
    """

    on: date
    counts: Mapping[tuple[Form, Stage], int] = field(default_factory=dict)
    sums: Mapping[str, Sums] = field(default_factory=dict)


def total(reparations: Iterable[Reparation], on: date) -> Total:
    """How much reparation is owed, ordered and performed at the end of a day, per currency and never converted.

    A public total protects small numbers before it is shown; this is the exact one.

    Args:
        reparations: Of one case or of many; what began after the day is left out.
        on: The day.
    """
    counts: dict[tuple[Form, Stage], int] = {}
    sums: dict[str, list[list[Money]]] = {}
    for one in (r for r in reparations if r.since <= on):
        key = (one.form, one.stage(on))
        counts[key] = counts.get(key, 0) + 1
        for place, found in enumerate(_of(one, on)):
            if found is not None:
                sums.setdefault(found.currency, [[], [], [], []])[place].append(found)
    made = {code: Sums(*(_added(column, code) for column in columns)) for code, columns in sorted(sums.items())}
    return Total(on, counts, made)


def _of(one: Reparation, on: date) -> tuple[Money | None, ...]:
    left = one.balance(on)
    order = next((o for o in reversed(one.orders) if o.on <= on), None)
    ordered = order.sum if order else None
    # What was paid beyond what was owed stands in what was paid, as it was.
    paid = one.paid(on)
    return (
        ordered or one.sum,
        ordered,
        _added([p.sum for p in paid], paid[0].sum.currency) if paid else None,
        left.owed if left else None,
    )


def _added(column: Iterable[Money], currency: str) -> Money:
    return Money(sum((m.amount for m in column), start=Decimal(0)), currency)
