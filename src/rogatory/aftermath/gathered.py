"""Breaches and reparation of a case, gathered from the plain fields of its entries.

What was erased is left blank, and what refers to something that is not shown is passed over: a case can always be read.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from rogatory.aftermath.breaches import Breach, Standing
from rogatory.aftermath.money import Interest, Money, Period, money, rate
from rogatory.aftermath.reparation import Form, Order, Performance, Reparation
from rogatory.letters.of_breach import Breached, Whose

Fields = Mapping[str, Any]
FIND_BREACH, CLOSE_BREACH, ORDER, REPAIR, SUBMIT = (
    "find-breach", "close-breach", "order-reparation", "repair", "submit",
)  # fmt: skip
"""Identifiers of the acts that tell of breach and reparation."""
BREACH_SUBMITTED = "breach"
"""What an act `submit` says that it submits, where it alleges a breach."""


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as it is gathered: its position in its case, its number, day, act, object, account and fields."""

    place: int
    seq: int
    on: date
    act: str
    object: str
    by: str
    fields: Fields


@dataclass(slots=True)
class Aftermath:
    """What came after, by name, in the order in which it came.

    Attributes:
        breaches: Breaches, alleged and found, those that ended too.
        reparations: What persons are owed, what was performed too.
    """

    breaches: dict[str, Breach] = field(default_factory=dict)
    reparations: dict[str, Reparation] = field(default_factory=dict)


def gather(entries: Iterable[Told]) -> Aftermath:
    """Breaches and reparation of one case, from its entries in their order."""
    found = Aftermath()
    for told in entries:
        take = _TAKES.get(told.act)
        if take is not None:
            take(found, told)
    return found


def _alleged(found: Aftermath, told: Told) -> None:
    if told.fields.get("submits") != BREACH_SUBMITTED:
        return
    ident = f"breach-{told.place}"
    found.breaches[ident] = Breach(
        ident, Standing.ALLEGED, told.on, (told.object,), alleged=told.seq, text=_words(told.fields), by=_by(told)
    )


def _found(found: Aftermath, told: Told) -> None:
    about = told.fields["breach"]
    before = found.breaches.get(told.object)
    ident = before.ident if before else told.object or f"breach-{told.place}"
    found.breaches[ident] = Breach(
        ident=ident,
        standing=Standing.FOUND,
        since=before.since if before else told.on,
        persons=tuple(about["persons"]),
        alleged=before.alleged if before else None,
        found=told.seq,
        kind=Breached(about["kind"]),
        whose=Whose(about["whose"]),
        of=about["of"],
        text=_words(told.fields),
        happened=date.fromisoformat(about["happened"]),
        known=date.fromisoformat(about["known"]),
        evidence=tuple(about["evidence"]),
        gone=tuple(told.fields.get("gone", ())),
        by=_by(told),
    )


def _closed(found: Aftermath, told: Told) -> None:
    before = found.breaches.get(told.object)
    if before is not None:
        standing = Standing.CLOSED if before.found is not None else Standing.NOT_FOUND
        found.breaches[told.object] = replace(before, standing=standing, closed=told.seq)


def _ordered(found: Aftermath, told: Told) -> None:
    about = told.fields["reparation"]
    before = found.reparations.get(about.get("of", ""))
    sum_ = money_in(about.get("sum"))
    if before is None:
        ident = about.get("of") or f"reparation-{told.place}"
        before = Reparation(
            ident, told.object, Form(about["form"]), _words(told.fields), about.get("breach", ""),
            about.get("ground", ""), told.on, told.seq, sum_,
        )  # fmt: skip
    if "order" in about:
        order = about["order"]
        on = date.fromisoformat(order["on"])
        made = Order(
            told.seq, on, order["by"], order["source"], order["performs"], date.fromisoformat(order["until"]), sum_,
            interest_in(about.get("interest")),
        )  # fmt: skip
        before = replace(before, since=min(before.since, on), orders=(*before.orders, made))
    found.reparations[before.ident] = before


def _performed(found: Aftermath, told: Told) -> None:
    about = told.fields.get("performs", {})
    before = found.reparations.get(about.get("of", ""))
    if before is not None:
        made = Performance(
            told.seq, date.fromisoformat(about["on"]), _words(told.fields), str(about.get("proof", "")),
            money_in(about.get("sum")), bool(about.get("whole")),
        )  # fmt: skip
        found.reparations[before.ident] = replace(before, performances=(*before.performances, made))


_TAKES: Mapping[str, Callable[[Aftermath, Told], None]] = MappingProxyType(
    {SUBMIT: _alleged, FIND_BREACH: _found, CLOSE_BREACH: _closed, ORDER: _ordered, REPAIR: _performed}
)


def money_in(told: Fields | None) -> Money | None:
    """Money as an entry holds it; None: none is told."""
    return money(told["amount"], told["currency"]) if told else None


def interest_in(told: Fields | None) -> Interest | None:
    """Interest as an entry holds it; None: none is told."""
    if not told:
        return None
    return Interest(rate(told["rate"]), Period(told["period"]), date.fromisoformat(told["since"]), told["source"])


def _by(told: Told) -> str:
    return f"{told.fields.get('role', '')} {told.by}".strip()


def _words(fields: Fields) -> str:
    """What an entry says, in words; empty: erased, or not shown to whoever reads."""
    return str(fields.get("text", ""))
