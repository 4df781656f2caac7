"""Whether a norm binds in a case: the regime comes first (which instruments bind both states on the day)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Protocol

from rogatory.law.acts import NOTICE_KINDS
from rogatory.law.norms import Norm, Who

ORGANISATION = "INTERPOL"
"""Stands for the organisation itself where it decides on its own notices."""


class Bond(Protocol):
    """Whether a state is bound by an instrument on a day."""

    @property
    def standing(self) -> Enum:
        """Member named BOUND, NOT_BOUND or UNCONFIRMED."""

    @property
    def confirmed(self) -> bool:
        """Whether the status was read in a source that is recent enough to rely on."""

    @property
    def why(self) -> str:
        """One sentence with the source."""

    @property
    def instrument(self) -> str:
        """Identifier of the instrument."""


class Treaties(Protocol):
    """The treaty matrix, as far as norms need it."""

    @property
    def hash(self) -> str:
        """Names the state of the matrix."""

    def bound(self, state: str, instrument: str, on: date) -> Bond:
        """Whether `state` is bound by `instrument` on the day."""

    def between(self, a: str, b: str, instrument: str, on: date) -> Bond:
        """Whether both are bound."""

    def assistance_treaties_between(self, a: str, b: str, on: date) -> Sequence[Bond]:
        """Every instrument of mutual assistance that binds both states, or may bind them."""

    def mutual_trust(self, a: str, b: str, on: date) -> bool:
        """Whether both are EU member states under mutual recognition on the day."""


GENERAL_TREATIES = frozenset({"ETS-030", "EIO-DIRECTIVE"})
"""Assistance treaties for crime of every kind: to these, and to bilateral ones, the fallback layers bow.

Whether the laundering conventions count as such a treaty is a question for counsel; here they do not, so that the
grounds of UNTOC and UNCAC stay open beside theirs.
"""
SECTORAL_TREATIES = frozenset({"UNTOC", "UNCAC", "VIENNA-1988", "ETS-185", "ETS-141", "CETS-198"})
"""Assistance articles for some crimes: enough for a request not to be one "without a treaty"."""


@dataclass(frozen=True, slots=True)
class Context:
    """What decides which norms bind.

    Attributes:
        requested: Country code of the requested state, or INTERPOL.
        requesting: Country code of the requesting state, ZZ where it is not named.
        kind: Kind of request.
        on: Day on which bonds are looked up.
        law_on: Day whose law is applied; None: the law as it now stands, leaving out repealed norms.
    """

    requested: str
    requesting: str
    kind: str
    on: date
    law_on: date | None = None


@dataclass(frozen=True, slots=True)
class Binds:
    """Answer: whether a norm binds, whether that is confirmed, why, and whether it may only be assumed to protect."""

    holds: bool
    confirmed: bool
    why: str
    assumed: bool = False


def binds(norm: Norm, context: Context, treaties: Treaties) -> Binds:
    """Whether `norm` binds in `context`.

    A treaty status nobody could tell is assumed for a norm that protects, and printed as a doubt; it is never assumed
    for a norm that makes cooperation easier.
    """
    if not _in_force(norm, context):
        return Binds(holds=False, confirmed=True, why="not in force on the day")
    answer = _binds(norm, context, treaties)
    if answer.assumed and norm.releases:
        return Binds(holds=False, confirmed=False, why=f"{answer.why} Not told, so it eases nothing.")
    return answer


def _in_force(norm: Norm, context: Context) -> bool:
    return norm.until is None if context.law_on is None else norm.in_force(context.law_on)


def _binds(norm: Norm, context: Context, treaties: Treaties) -> Binds:
    me, other, day = context.requested, context.requesting, context.on
    match norm.bound.who:
        case Who.ANYONE:
            return Binds(True, True, "binds every state")
        case Who.INTERPOL:
            return Binds(context.kind in NOTICE_KINDS or me == ORGANISATION, True, "binds users of INTERPOL's channels")
        case Who.STATE:
            return Binds(me in norm.bound.by, True, f"law of {', '.join(norm.bound.by)}")
        case Who.MUTUAL_TRUST:
            return Binds(treaties.mutual_trust(me, other, day), True, f"between {other} and {me} as member states")
        case Who.REQUESTED:
            return _best([treaties.bound(me, i, day) for i in norm.bound.by])
        case Who.BETWEEN:
            return _best([treaties.between(me, other, i, day) for i in norm.bound.by])
        case Who.FALLBACK:
            prior = _assistance(context, treaties, GENERAL_TREATIES)
            if prior:
                return Binds(False, True, f"bows to {', '.join(prior)} between {other} and {me}")
            return _best([treaties.between(me, other, i, day) for i in norm.bound.by])
        case Who.NO_TREATY:
            prior = _assistance(context, treaties, GENERAL_TREATIES | SECTORAL_TREATIES)
            mine = not norm.bound.by or me in norm.bound.by
            return Binds(mine and not prior, True, _no_treaty(prior, me, other))


def _no_treaty(prior: list[str], me: str, other: str) -> str:
    return f"{', '.join(prior)} binds {other} and {me}" if prior else f"no treaty of assistance binds {other} and {me}"


def _assistance(context: Context, treaties: Treaties, count: frozenset[str]) -> list[str]:
    """Instruments known to bind both, of those that count; one that merely may bind them displaces nothing."""
    bonds = treaties.assistance_treaties_between(context.requested, context.requesting, context.on)
    return [
        b.instrument
        for b in bonds
        if b.standing.name == "BOUND" and (b.instrument in count or b.instrument.startswith("BILATERAL:"))
    ]


def _best(bonds: list[Bond]) -> Binds:
    for bond in bonds:
        if bond.standing.name == "BOUND":
            return Binds(True, bond.confirmed, bond.why)
    for bond in bonds:
        if bond.standing.name == "UNCONFIRMED":
            return Binds(True, False, bond.why, assumed=True)
    return Binds(False, True, "; ".join(b.why for b in bonds))
