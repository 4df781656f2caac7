"""The review of a seizure as its entries make it.

Each seizure has a stream of entries beside its case (`people.mandates.seizure_stream`), because a million items have
millions of answers: the case is folded for every act, and this stream is not. What stands of it for one item is kept in
copies; folding the whole is for whoever judges what may leave, and for whoever checks the copies.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from sys import intern
from types import MappingProxyType
from typing import Any

from rogatory.law.acts import Role
from rogatory.material.questions import Asked, Given, Together
from rogatory.material.record import Look, Record
from rogatory.office.filing import (
    ANSWER_ITEM,
    DECIDE_OBJECTION,
    LIFT_TAINT,
    LOOK_AT_ITEM,
    OBJECT_TO_ITEM,
    REDACT_ITEM,
    SEVER_ITEMS,
    TAINT_ITEM,
)
from rogatory.office.folds.dossier import Entry
from rogatory.office.review.redacting import Redacted, redacted_of

Json = Any


@dataclass(frozen=True, slots=True)
class Decided:
    """A court's decision on an objection, or on some of its items.

    Attributes:
        entry: Number of the entry.
        items: The items it is about.
        upheld: Whether they stay because of it; if not, the objection no longer holds them.
        by: Account of the judge.
        at: When.
        reasons: The reasons, in words; empty: erased.
    """

    entry: int
    items: frozenset[str]
    upheld: bool
    by: str
    at: datetime
    reasons: str


@dataclass(frozen=True, slots=True)
class Objection:
    """That a person concerned, or counsel, objects to the sending of items.

    Attributes:
        number: Its number in the review, from 1.
        entry: Number of the entry.
        items: The items.
        person: The person concerned.
        by: Account of whoever objected.
        at: When.
        reasons: Why, in words; empty: erased.
        decided: What the court has decided of them, in order.
    """

    number: int
    entry: int
    items: frozenset[str]
    person: str
    by: str
    at: datetime
    reasons: str
    decided: tuple[Decided, ...] = ()

    @property
    def undecided(self) -> frozenset[str]:
        """The items of which nothing has been decided; they are withheld."""
        return self.items.difference(*(one.items for one in self.decided))

    @property
    def upheld(self) -> frozenset[str]:
        """The items that stay because the court says so."""
        return frozenset().union(*(one.items for one in self.decided if one.upheld))


@dataclass(frozen=True, slots=True)
class Tainted:
    """That an item comes, or may come, from ill-treatment itself.

    Attributes:
        entry: Number of the entry.
        item: The item.
        why: What says so, in words; empty: erased.
        source: The link of the case it rests on, or other material in words.
        by: Account.
        at: When.
    """

    entry: int
    item: str
    why: str
    source: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Ruled:
    """A court's decision on two items: that taint does not reach the one from the other, or that they are severed.

    Attributes:
        entry: Number of the entry.
        item: The item it frees.
        of: The origin of taint, or the item of which it carries nothing.
        by: Account of the judge.
        role: The court.
        at: When.
        reasons: The reasons, in words; empty: erased, and the decision stands all the same.
        decision: Number of the decision.
    """

    entry: int
    item: str
    of: str
    by: str
    role: Role
    at: datetime
    reasons: str
    decision: str


@dataclass
class Review:
    """Everything that was answered, objected and decided of the items of one seizure. Only grows.

    Attributes:
        record: The answers and the looks, in order.
        objections: The objections, by number.
        origins: Items that come, or may come, from ill-treatment.
        lifts: From what taint was lifted.
        severed: What was decided of items that hang together.
        redacted: The redacted forms that were made, by the items they are.
        answered: When each answer was given, in order: what a screen found later, whoever answered has not seen.
    """

    record: Record = field(default_factory=Record)
    objections: dict[int, Objection] = field(default_factory=dict)
    origins: list[Tainted] = field(default_factory=list)
    lifts: list[Ruled] = field(default_factory=list)
    severed: list[Ruled] = field(default_factory=list)
    redacted: dict[str, Redacted] = field(default_factory=dict)
    answered: list[datetime] = field(default_factory=list)

    def pending(self) -> Mapping[str, bool]:
        """Every item that was objected to, and whether a court has yet to decide of it.

        While an objection to an item is undecided, the redacted forms of it wait too.
        """
        found = dict.fromkeys((item for one in self.objections.values() for item in one.items), False)
        undecided = {item for one in self.objections.values() for item in one.undecided}
        undecided |= {item for item, one in self.redacted.items() if one.source in undecided}
        return found | dict.fromkeys(undecided, True)

    def upheld(self) -> frozenset[str]:
        """The items that stay because a court has upheld an objection."""
        return frozenset().union(*(one.upheld for one in self.objections.values()))

    def add(self, entry: Entry) -> None:
        """Take the next entry of the stream; one that changes nothing, as a reading, is passed over."""
        told = entry.fields
        match entry.act:
            case ANSWER_ITEM.id:
                self.record.enter(given_of(entry))
                self.answered.append(entry.at)
            case LOOK_AT_ITEM.id:
                look = Look(told["items"][0], entry.actor, Role(told["role"]), told.get("saw", ""), entry.at.date())
                self.record.enter_look(look)
            case OBJECT_TO_ITEM.id:
                objection = objection_of(entry)
                self.objections[objection.number] = objection
            case DECIDE_OBJECTION.id:
                number = told["decides"]["objection"]
                self.objections[number] = with_decision(self.objections[number], entry)
            case TAINT_ITEM.id:
                self.origins += (
                    Tainted(entry.seq, item, told.get("reasons", ""), told["source"], entry.actor, entry.at)
                    for item in told["items"]
                )
            case LIFT_TAINT.id:
                self.lifts.append(_ruled(entry))
            case SEVER_ITEMS.id:
                self.severed.append(_ruled(entry))
            case REDACT_ITEM.id:
                made = redacted_of(entry)
                self.redacted[made.made.version] = made
            case _:
                pass


def review_of(entries: Iterable[Entry]) -> Review:
    """The review of a seizure, folded from the entries of its stream in their order."""
    review = Review()
    for entry in entries:
        review.add(entry)
    return review


def given_of(entry: Entry) -> Given:
    """The answer an entry records."""
    told, said = entry.fields["answers"], entry.fields
    # Of millions of answers most say the same: what is alike is kept once.
    return Given(
        tuple(map(intern, said["items"])), Asked(told["asked"]), _alike(tuple(sorted(told["values"].items()))),
        intern(entry.actor), Role(said["role"]), intern(said.get("authority", "")), intern(said.get("reasons", "")),
        entry.at.date(), Together(told["together"]), frozenset(told["supersedes"]),
        frozenset(told.get("second", ())),
    )  # fmt: skip


@lru_cache(1024)
def _alike(values: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    return MappingProxyType(dict(values))


def objection_of(entry: Entry) -> Objection:
    """The objection an entry records."""
    told = entry.fields
    return Objection(
        told["number"], entry.seq, frozenset(told["items"]), told["person"], entry.actor, entry.at,
        told.get("reasons", ""),
    )  # fmt: skip


def with_decision(objection: Objection, entry: Entry) -> Objection:
    """An objection, with what a court has decided of it."""
    told = entry.fields
    decided = Decided(
        entry.seq, frozenset(told["items"]), told["decides"]["upheld"], entry.actor, entry.at, told.get("reasons", "")
    )
    return replace(objection, decided=(*objection.decided, decided))


def _ruled(entry: Entry) -> Ruled:
    told: Mapping[str, Json] = entry.fields
    return Ruled(
        entry.seq, told["items"][0], told["of"], entry.actor, Role(told["role"]), entry.at, told.get("reasons", ""),
        told["decision"],
    )  # fmt: skip
