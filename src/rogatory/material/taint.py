"""Taint: what comes, or may come, from ill-treatment, and everything that hands it on.

A statement beaten out of somebody is not relied on (ECHR, Articles 3 and 6; UN Convention against Torture, Article
15), and it is no better in a translation, in a report that tells it, or quoted below an answer. So taint follows the
edges between items until nothing more is reached. It is lifted by a judge alone, with reasons, for one item and one
origin; when another origin reaches the item later, it is tainted again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import numpy as np

from rogatory.law.acts import Role
from rogatory.material.provenance import Bond, Flow, Level, Levels, Provenance, Rule, Spread, Step, Way

JUDGES = frozenset({Role.COURT})
"""Roles that lift taint. The investigating judge is not one: the inquiry that would use the item is theirs."""

_SAME = "one stands for the other, word for word or nearly"

TAINT: Mapping[Bond, Rule] = MappingProxyType(
    {
        Bond.CONTAINS: Rule(
            Way.AS_HOLDER,
            "whoever hands over the container hands over what is in it",
            Way.IN_SUBSTANCE,
            "annexes of a tainted record were taken or shown when it was made; a container that merely holds"
            " something says nothing of the rest",
        ),
        Bond.QUOTES: Rule(
            Way.IN_SUBSTANCE,
            "the tainted words stand in it",
            Way.NOTHING,
            "what a tainted record quotes was there before it",
        ),
        Bond.REPLIES: Rule(
            Way.IN_SUBSTANCE,
            "an answer speaks of what was said, and passes it on",
            Way.NOTHING,
            "the first message was written before the answer",
        ),
        Bond.DERIVED: Rule(
            Way.ALIKE,
            "a translation, transcript or scan says what its original says",
            Way.ALIKE,
            "an original says what its translation, transcript or scan says",
        ),
        Bond.DUPLICATE: Rule(Way.ALIKE, _SAME, Way.ALIKE, _SAME),
        Bond.NEAR_DUPLICATE: Rule(Way.ALIKE, _SAME, Way.ALIKE, _SAME),
        Bond.SUMMARISES: Rule(
            Way.IN_SUBSTANCE,
            "it tells the tainted words again, in others",
            Way.NOTHING,
            "a summary of many papers is tainted by one of them, and the others are not; each has a question of its"
            " own to be answered",
        ),
        Bond.REDACTED: Rule(
            Way.ALIKE,
            "hiding passages of a tainted record leaves a tainted record",
            Way.ALIKE,
            "what is tainted in its redacted form is tainted in its whole",
        ),
    }
)
"""Which bonds carry taint, in which direction, and why."""


class LiftError(ValueError):
    """Taint that is not lifted by what was brought."""


@dataclass(frozen=True, slots=True)
class Origin:
    """An item that comes, or may come, from ill-treatment itself.

    Attributes:
        item: Its position.
        why: What says so, in words.
        source: Finding, link, screen or answer it rests on.
    """

    item: int
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class Lift:
    """A judge's decision that one item is not tainted by one origin.

    It holds whatever way that origin reaches the item, and nothing passes through the item from there. Decided for the
    origin itself, it frees all that was tainted by it alone. It says nothing of other origins.

    Attributes:
        item: Position of the item.
        origin: Position of the origin.
        by: Account of the judge.
        role: Role in which it was decided.
        reasons: The reasons, in words.
        decision: Number of the decision.
        on: Day of the decision.

    Raises:
        LiftError: Nobody is named, it is no judge, or there are no reasons or no decision.
    """

    item: int
    origin: int
    by: str
    role: Role
    reasons: str
    decision: str
    on: date

    def __post_init__(self) -> None:
        """Refuse what is no reasoned decision of a judge."""
        if self.role not in JUDGES:
            allowed = ", ".join(sorted(role.value for role in JUDGES))
            raise LiftError(f"taint is lifted by a judge ({allowed}), not by the {self.role.value}")
        missing = [n for n in ("by", "reasons", "decision") if not getattr(self, n).strip()]
        if missing:
            raise LiftError(f"a decision that lifts taint names who, why and its number; missing: {', '.join(missing)}")


@dataclass(frozen=True, eq=False)
class Taints:
    """What is tainted, and by what.

    Attributes:
        level: For each item how far it is tainted.
        origins: The origins, by item; of several on one item the first.
        lifts: The lifts.
    """

    level: Levels
    origins: Mapping[int, Origin]
    lifts: tuple[Lift, ...]
    _joint: Spread
    _alone: Mapping[int, Spread]

    def of(self, item: int) -> Level:
        """How far an item is tainted."""
        return Level(int(self.level[item]))

    def by(self, item: int) -> tuple[Origin, ...]:
        """Every origin that taints the item now: for each of them a judge would have to decide."""
        joint = [o for o in self.origins if o not in self._alone]
        found = self._joint.flow.origins_of(item, joint) if self._joint.level[item] else frozenset[int]()
        alone = {o for o, spread in self._alone.items() if spread.level[item]}
        return tuple(self.origins[o] for o in sorted(found | alone))

    def explain(self, item: int) -> tuple[Step, ...]:
        """One way by which the item came to be tainted as far as it is; empty: it is an origin, or is not tainted."""
        for spread in (self._joint, *self._alone.values()):
            if spread.level[item] == self.level[item]:
                return spread.path(item)
        return ()


def taints(provenance: Provenance, origins: Iterable[Origin], lifts: Iterable[Lift] = ()) -> Taints:
    """What is tainted by `origins` over all edges, less what a judge has lifted.

    More edges and more origins never free an item; a lift never taints one. The order of any of them does not matter.

    Raises:
        LiftError: A lift is of an origin that is none.
    """
    named: dict[int, Origin] = {}
    for origin in origins:
        named.setdefault(origin.item, origin)
    barred: dict[int, set[int]] = {}
    kept = tuple(lifts)
    for lift in kept:
        if lift.origin not in named:
            raise LiftError(
                f"decision {lift.decision} lifts taint from item {lift.origin}, which is no origin of taint"
            )
        barred.setdefault(lift.origin, set()).add(lift.item)
    flow = Flow(provenance, TAINT)
    joint = flow.spread([item for item in named if item not in barred])
    alone = {origin: flow.spread([origin], items) for origin, items in barred.items()}
    level = joint.level.copy()
    for spread in alone.values():
        np.maximum(level, spread.level, out=level)
    return Taints(level, MappingProxyType(named), kept, joint, MappingProxyType(alone))
