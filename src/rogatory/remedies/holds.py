"""Holds: what closes an act while something runs. Each says what it is, what says so, and what would lift it.

A remedy that runs, a stay a court ordered, an interim measure of an international body, an undertaking an authority
gave, and a notice kept from the person: each closes exactly the acts it names, from the moment it is there, at every
door. No departure from a ruling lifts a hold.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from rogatory.law.acts import DESTROY_MATERIAL
from rogatory.law.sources import Basis
from rogatory.remedies.kinds import IRREVERSIBLE
from rogatory.remedies.lodged import Remedy
from rogatory.remedies.secrecy import Secrecy


class Body(Enum):
    """Who can order that an act waits."""

    COURT = "court of the requested state"
    CONSTITUTIONAL = "constitutional court"
    STRASBOURG = "European Court of Human Rights"
    UN_COMMITTEE = "UN treaty body"
    LUXEMBOURG = "Court of Justice of the European Union"
    FILES_COMMISSION = "Commission for the Control of INTERPOL's Files"

    @property
    def is_of_the_state(self) -> bool:
        """Whether it is a court of the requested state, which lifts what it ordered."""
        return self in (Body.COURT, Body.CONSTITUTIONAL)


class Ending(Enum):
    """By which rule an undertaking ends."""

    REMEDIES_END = "when every remedy has ended"
    ON_A_DAY = "on a day"
    BY_COURT = "when a court releases it"


@dataclass(frozen=True, slots=True)
class Stay:
    """An order that acts wait: of a court, or an interim measure of an international body.

    Attributes:
        ident: What the door calls it, as `stay-12`.
        body: Who ordered it.
        acts: Identifiers of the acts that wait.
        since: Moment it was entered, from which it closes them.
        until: First day it no longer holds (exclusive); None: until it is lifted.
        text: The order in its words; empty: erased.
        source: Where it is told: decision, number, day.
        entry: Number of the entry.
        lifted: Number of the entry that lifted it; None: it holds.
    """

    ident: str
    body: Body
    acts: tuple[str, ...]
    since: datetime
    until: date | None
    text: str
    source: str
    entry: int
    lifted: int | None = None

    def holds(self, on: date) -> bool:
        """Whether it holds on the day `on`."""
        return self.lifted is None and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class Undertaking:
    """What an authority promised not to do. It binds until its own rule ends it, and the person knows of it.

    Attributes:
        ident: What the door calls it, as `undertaking-12`.
        acts: Identifiers of the acts it promises not to do.
        text: The promise in its words; empty: erased.
        by: Account that gave it.
        role: Role it was given in.
        since: Moment it was given.
        ending: Rule by which it ends.
        until: For `ON_A_DAY`: first day on which it may be ended; None otherwise.
        entry: Number of the entry.
        ended: Number of the entry that ended it; None: it binds.
        untold: Persons who were not told that it has ended: for them it binds on.
    """

    ident: str
    acts: tuple[str, ...]
    text: str
    by: str
    role: str
    since: datetime
    ending: Ending
    until: date | None
    entry: int
    ended: int | None = None
    untold: tuple[str, ...] = ()

    @property
    def binds(self) -> bool:
        """Whether it closes its acts: not ended, or somebody was not told that it has."""
        return self.ended is None or bool(self.untold)


@dataclass(frozen=True, slots=True)
class Hold:
    """That an act is closed, and why.

    Attributes:
        of: What closes it: identifier of the remedy, stay, undertaking or secrecy.
        text: What stands against the act, in a sentence.
        source: What says so.
        lifts: What would lift it.
    """

    of: str
    text: str
    source: str
    lifts: str


@dataclass(frozen=True, slots=True)
class Challenges:
    """Everything by which what the office does in a case is challenged or held, by name, in the order it came.

    Attributes:
        remedies: Remedies, those that ended too.
        stays: Orders that acts wait.
        undertakings: Promises.
        secrecies: Notices kept from a person.
    """

    remedies: dict[str, Remedy]
    stays: dict[str, Stay]
    undertakings: dict[str, Undertaking]
    secrecies: dict[str, Secrecy]

    @property
    def running(self) -> dict[str, Remedy]:
        """The remedies that run."""
        return {name: remedy for name, remedy in self.remedies.items() if remedy.runs}


def holds_on(act: str, found: Challenges, on: date) -> Iterator[Hold]:
    """What closes an act on a day, remedies first.

    Args:
        act: Identifier of the act.
        found: Remedies, stays, undertakings and secrecies of the case.
        on: The day.
    """
    for remedy in found.running.values():
        yield from _of_a_remedy(act, remedy)
    for stay in found.stays.values():
        if act in stay.acts and stay.holds(on):
            text = f"{stay.body.value}: this act waits"
            lifts = "the court's own decision" if stay.body.is_of_the_state else "a decision of that body"
            yield Hold(stay.ident, text, stay.source, lifts)
    for promise in found.undertakings.values():
        if act in promise.acts and promise.binds:
            yield Hold(promise.ident, _promised(promise), "Policy of this system, an undertaking binds", _ends(promise))
    if act in {a.id for a in (*IRREVERSIBLE, DESTROY_MATERIAL)}:
        for secrecy in found.secrecies.values():
            if secrecy.holds(on):
                text = f"{secrecy.person} has not been told, and could not challenge it"
                lifts = f"notice to {secrecy.person}; the restriction ends by itself on {secrecy.until}"
                yield Hold(secrecy.ident, text, f"ECHR, Article 13; {secrecy.basis}", lifts)


def _of_a_remedy(act: str, remedy: Remedy) -> Iterator[Hold]:
    # What a text stops is told before what policy holds; one reason is enough.
    ranked = sorted(remedy.kind.closes, key=lambda closing: closing.basis is Basis.POLICY)
    closing = next((c for c in ranked if act in {a.id for a in c.acts}), None)
    if closing is not None:
        text = f"{remedy.ident} runs since {remedy.lodged:%Y-%m-%d %H:%M}: {remedy.kind.says['en']}"
        lifts = f"the final decision of the {remedy.kind.before}, or withdrawal by {remedy.person}"
        yield Hold(remedy.ident, text, f"{closing.source} ({closing.basis.value})", lifts)


def _promised(promise: Undertaking) -> str:
    if promise.ended is not None:
        return f"{promise.ident} has been ended, and {', '.join(promise.untold)} has not been told"
    return f"it was undertaken not to do this: {promise.text}" if promise.text else f"{promise.ident} promises not to"


def _ends(promise: Undertaking) -> str:
    if promise.ended is not None:
        return f"notice to {', '.join(promise.untold)}"
    when = f"not before {promise.until}" if promise.until else promise.ending.value
    return f"the end of the undertaking by its own rule: {when}"
