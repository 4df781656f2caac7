"""Why an item is withheld: norms of the law, and rules of this system about seized material, each with its source."""

from dataclasses import dataclass

from rogatory.law.norms import Norm
from rogatory.law.packs.house import house
from rogatory.law.packs.house_holds import remedy_hold
from rogatory.law.sources import ECTHR, Basis, Source


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason to withhold items.

    Attributes:
        id: Identifier: that of the norm, where it is one of the law.
        says: The reason in a sentence (English).
        source: Where it comes from.
        basis: What gives it its force.
        norm: The norm; None: a rule of this system about seized material.
        open: Whether it only may withhold: something must still be answered or examined.
    """

    id: str
    says: str
    source: Source
    basis: Basis
    norm: Norm | None = None
    open: bool = False

    def __str__(self) -> str:
        """The ground as it stands in an inventory."""
        still = ", not yet answered" if self.open else ""
        return f"{self.says} [{self.id}{still}] {self.source}"


def of_norm(norm: Norm, *, is_open: bool) -> Ground:
    """The ground a norm gives; open: it is not known yet whether it does."""
    return Ground(norm.id, norm.says["en"], norm.source, norm.basis, norm, is_open)


def _rule(ident: str, says: str, source: Source, *, is_open: bool = False) -> Ground:
    return Ground(ident, says, source, Basis.POLICY, None, is_open)


_SABER = ECTHR.judgment("Saber v. Norway", "459/18, 17 December 2020")
_KRUGLOV = ECTHR.judgment("Kruglov and Others v. Russia", "11264/04 and 15 others, 4 February 2020", "par. 125-137")

UNREAD = _rule(
    "material-unread",
    "No machine could read it wholly, and nobody has looked at it: what is not read is not cleared.",
    house("what no machine reads, a human looks at") + _SABER,
    is_open=True,
)
ANSWERED_SO = _rule(
    "material-answer-withholds",
    "One of the four questions was answered so that the item stays, or it is tainted, whatever law binds here.",
    house("an item leaves only if the four questions are answered so"),
)
UNANSWERED = _rule(
    "material-not-all-answered",
    "Not all four questions are answered.",
    house("an item leaves only if the four questions are answered so"),
    is_open=True,
)
CARRIED = _rule(
    "material-carries-withheld",
    "It carries what another item is withheld for: it holds, quotes, summarises or copies that item.",
    house("a withheld item leaves by no other way") + _SABER + _KRUGLOV,
)
FAMILY = _rule(
    "material-family-parted",
    "It was answered with its whole family, of which another member is withheld: it must be answered alone.",
    house("a family answered as a whole stays a whole"),
    is_open=True,
)
REOPENED = _rule(
    "material-screen-after-answer",
    "A screen has found something in it since a question was answered: that question must be answered again.",
    house("a screen only withholds; whoever answers has seen what it found"),
    is_open=True,
)
REMEDY = Ground(
    remedy_hold.id,
    "A remedy is running, or can still be lodged.",
    remedy_hold.source,
    remedy_hold.basis,
    remedy_hold,
)
REMEDY_NOT_KNOWN = Ground(
    remedy_hold.id,
    "It is not known whether a remedy is running or can still be lodged.",
    remedy_hold.source,
    remedy_hold.basis,
    remedy_hold,
    open=True,
)
