"""What the person concerned must be told of, and has not been.

Owed by `OWED`, from the day of the act, to each person the act touches; given by the act `notify`, which names what the
person is told of, in which language and in what manner. A departure from a ruling opens nothing until everybody it
touches was told of it (decision 0016): a remedy nobody knows of is none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from rogatory.law.acts import ARREST, GRANT, NOTIFY
from rogatory.law.questions import Kind
from rogatory.law.ruling import Ruling
from rogatory.office.dossier import Dossier, Entry, named
from rogatory.office.filing import DEPART, END_UNDERTAKING, EVERY_ACT

OWED: Mapping[str, str] = MappingProxyType(
    {
        DEPART.id: "decision 0012 of this system; ECHR, Article 13",
        GRANT.id: "ECHR, Article 13; De Souza Ribeiro v. France",
        ARREST.id: "ECHR, Article 5(2)",
        END_UNDERTAKING.id: "policy of this system; ECHR, Article 13",
    }
)
"""Acts of which the person concerned must be told, with the source. Where the law lets the office wait with telling of
a grant (Directive 2014/41/EU, Article 14(3)), the notice stays owed; the norms say what may not be done meanwhile."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A notice that is owed to one person.

    Attributes:
        ident: What `notify` names it by, as `notice-12`.
        act: The act the person must be told of.
        departs_from: Of a departure: the act whose ruling is departed from; else empty.
        person: Identifier of the person concerned.
        since: Day of the act.
        entry: The entry of the act; its reasons are the reasons the person is told.
        source: Why it is owed.
        told: The entry by which it was given; None: it is still owed.
    """

    ident: str
    act: str
    departs_from: str
    person: str
    since: date
    entry: Entry
    source: str
    told: Entry | None

    @property
    def bars(self) -> bool:
        """Whether what the act opens stays barred until the notice is given."""
        return self.told is None and self.act == DEPART.id


def notices(dossier: Dossier) -> tuple[Owed, ...]:
    """Every notice that is or was owed, in order, each with the entry by which it was given."""
    told = {(e.fields["told-of"], e.object): e for e in dossier.entries if e.act == NOTIFY.id and "told-of" in e.fields}
    return tuple(
        Owed(
            ident,
            entry.act,
            str(entry.fields.get("departs-from", "")),
            person,
            entry.at.date(),
            entry,
            OWED[entry.act],
            told.get((ident, person)),
        )
        for number, entry in enumerate(dossier.entries)
        if entry.act in OWED
        for ident in [named("notice", number)]
        for person in _touched(dossier, entry)
    )


def owed(dossier: Dossier, on: date) -> tuple[Owed, ...]:
    """The notices still owed at the end of the day `on`, the oldest first."""
    return tuple(n for n in notices(dossier) if n.since <= on and (n.told is None or on < n.told.at.date()))


@dataclass(frozen=True, slots=True)
class Departure:
    """A departure that bears on an act: the entry, and who was not told of it."""

    entry: Entry
    untold: tuple[str, ...]


def departure_from(ruling: Ruling, dossier: Dossier) -> Departure | None:
    """The departure from this ruling; None: nobody departed from it, or what it rests on has changed since.

    A ruling of another day that says the same for the same reasons is the same ruling: or else who must be told by
    letter could never be told in time.
    """
    for departed, entry in dossier.departures.items():
        if any(_as_of(ruling, day).hash == departed for day in _days(dossier, entry)):
            untold = tuple(n.person for n in notices(dossier) if n.entry is entry and n.told is None)
            return Departure(entry, untold)
    return None


def _days(dossier: Dossier, entry: Entry) -> Iterator[date]:
    """The days as of which a ruling that was departed from can have been judged: when proposed, and when agreed."""
    days = {entry.at.date()}
    days |= {e.at.date() for n, e in enumerate(dossier.entries) if named("proposal", n) == entry.fields.get("proposal")}
    yield from sorted(days)


def _as_of(ruling: Ruling, day: date) -> Ruling:
    """The same ruling dated otherwise; what it says of the treaties names the day too."""
    if ruling.at == day:
        return ruling
    now, then = ruling.at.isoformat(), day.isoformat()
    norms = tuple(replace(n, binds_because=n.binds_because.replace(now, then)) for n in ruling.norms)
    return replace(ruling, at=day, norms=norms)


def _touched(dossier: Dossier, entry: Entry) -> tuple[str, ...]:
    everybody = tuple(p.id for p in dossier.case.persons)
    if "notice-owed" in entry.fields:
        return tuple(entry.fields["notice-owed"])
    if EVERY_ACT[entry.act].of is Kind.PERSON:
        return (entry.object,) if entry.object in everybody else everybody
    measure = next((m for m in dossier.case.measures if m.id == entry.object), None)
    return (measure.persons if measure else ()) or everybody
