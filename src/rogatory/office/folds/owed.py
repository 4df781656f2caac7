"""What the person concerned must be told of, and has not been.

Owed by `OWED`, from the day of the act, to each person the act touches; given by the act `notify`, which names what the
person is told of, in which language and in what manner. Whether it reached the person, `record-service` can say later:
what did not is owed again. A departure from a ruling opens nothing until everybody it touches was told of it (decision
0016): a remedy nobody knows of is none. While something is lawfully kept from a person (`keep-back`) the notice is owed
and waits; the day that ends, it is due.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from types import MappingProxyType

from rogatory.law.acts import ARREST, CLEAR_ITEM, EXECUTE, GRANT, REFUSE
from rogatory.law.questions import Kind
from rogatory.law.ruling import Ruling
from rogatory.office.filing import (
    CLOSE_BREACH,
    DECIDE_REMEDY,
    DEPART,
    END_UNDERTAKING,
    EVERY_ACT,
    FIND_BREACH,
    KEEP_BACK,
    ORDER_REPARATION,
    SET_HEARING,
)
from rogatory.office.folds.dossier import Dossier, Entry, named
from rogatory.remedies.secrecy import Secrecy
from rogatory.remedies.service import Service

OWED: Mapping[str, str] = MappingProxyType(
    {
        DEPART.id: "decision 0012 of this system; ECHR, Article 13",
        GRANT.id: "ECHR, Article 13; De Souza Ribeiro v. France",
        ARREST.id: "ECHR, Article 5(2)",
        END_UNDERTAKING.id: "policy of this system; ECHR, Article 13",
        REFUSE.id: "policy of this system; ECHR, Article 13",
        EXECUTE.id: "ECHR, Articles 8 and 13; Directive 2014/41/EU, Article 14(3)",
        CLEAR_ITEM.id: "Belgium, Act of 9 December 2004, Article 6(5); Directive 2014/41/EU, Articles 13(2) and 14",
        DECIDE_REMEDY.id: "ECHR, Article 13; Belgium, Code of Criminal Procedure, Articles 28sexies, 61ter, 61quater",
        SET_HEARING.id: "ECHR, Article 13; Belgium, Code of Criminal Procedure, Articles 28sexies(4) and 136bis",
        KEEP_BACK.id: "ECHR, Article 13; Directive (EU) 2016/680, Article 13(3)",
        FIND_BREACH.id: "ECHR, Article 13; Directive (EU) 2016/680, Article 31(1)",
        CLOSE_BREACH.id: "policy of this system; ECHR, Article 13",
        ORDER_REPARATION.id: "policy of this system; ECHR, Article 13",
    }
)
"""Acts of which the person concerned must be told, with the source: of a measure once it was done, of the decision what
leaves the holder of the item, of what was kept back once that has ended. Where the law lets the office wait (Directive
2014/41/EU, Article 14(3)), the notice stays owed; what may not be done meanwhile, the holds and norms say."""
CHALLENGEABLE = frozenset({GRANT.id, ARREST.id, EXECUTE.id, CLEAR_ITEM.id, DECIDE_REMEDY.id})
"""Acts against which a person has a remedy: while somebody they touch was not served, the time to lodge it runs on."""


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
        told: The entry by which it was given, and reached the person; None: it is still owed.
        service: The service of it that counts: the last of those that are best shown; None: nobody was told.
        languages: Languages the person understands (ISO 639), the best first; empty: not known, to be asked.
        secrecies: What keeps it from the person, now or then.
    """

    ident: str
    act: str
    departs_from: str
    person: str
    since: date
    entry: Entry
    source: str
    told: Entry | None
    service: Service | None = None
    languages: tuple[str, ...] = ()
    secrecies: tuple[Secrecy, ...] = ()

    @property
    def bars(self) -> bool:
        """Whether what the act opens stays barred until the notice is given."""
        return self.told is None and self.act == DEPART.id

    def waits_until(self, on: date) -> date | None:
        """While the notice is lawfully kept back on the day `on`: the day that ends (exclusive); None: it is due."""
        return max((s.until for s in self.secrecies if s.holds(on)), default=None)


def notices(dossier: Dossier) -> tuple[Owed, ...]:
    """Every notice that is or was owed, in order, each with the entry by which it was given.

    That something was kept back is told once that has ended: its notice is owed from a day that may be to come.
    """
    by_number = {entry.seq: entry for entry in dossier.entries}
    given: dict[tuple[str, str], Service] = {}
    for service in dossier.services.values():
        before = given.get((service.of, service.person))
        if before is None or _worth(service) >= _worth(before):
            given[service.of, service.person] = service
    languages = {p.id: p.languages for p in dossier.case.persons}
    found: list[Owed] = []
    for number, entry in enumerate(dossier.entries):
        if entry.act not in OWED:
            continue
        ident = named("notice", number)
        for person in _touched(dossier, entry):
            service_of_it = given.get((ident, person))
            told = by_number[service_of_it.entry] if service_of_it and service_of_it.told else None
            kept = tuple(s for s in dossier.challenges.secrecies.values() if s.person == person and s.what == "notices")
            found.append(
                Owed(
                    ident, entry.act, str(entry.fields.get("departs-from", "")), person,
                    _since(dossier, entry, number, by_number), entry, OWED[entry.act], told, service_of_it,
                    languages.get(person, ()), () if entry.act == KEEP_BACK.id else kept,
                )
            )  # fmt: skip
    return tuple(found)


def _worth(service: Service) -> tuple[bool, bool, bool]:
    """How well it is shown that the person knows: the more of it, the later in the order."""
    return service.proved, service.told, service.reached


def _since(dossier: Dossier, entry: Entry, number: int, by_number: Mapping[int, Entry]) -> date:
    """From when a notice is owed: the day of the act, or the day on which what was kept back was no longer."""
    if entry.act != KEEP_BACK.id:
        return entry.at.date()
    secrecy = dossier.challenges.secrecies[named("secrecy", number)]
    return by_number[secrecy.ended].at.date() if secrecy.ended is not None else secrecy.until


def owed(dossier: Dossier, on: date) -> tuple[Owed, ...]:
    """The notices still owed at the end of the day `on`, the oldest first, those that wait too."""
    return tuple(n for n in notices(dossier) if n.since <= on and (n.told is None or on < n.told.at.date()))


def due(dossier: Dossier, on: date) -> tuple[Owed, ...]:
    """The notices owed on the day `on` that nothing keeps back: to be given at once."""
    return tuple(n for n in owed(dossier, on) if n.waits_until(on) is None)


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
    as_of = cache(lambda day: _as_of(ruling, day).hash)
    for departed, entry in dossier.departures.items():
        if any(as_of(day) == departed for day in _days(dossier, entry)):
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
    if named_persons := _whom_it_is_about(dossier, entry):
        return named_persons
    if EVERY_ACT[entry.act].of is Kind.PERSON:
        return (entry.object,) if entry.object in everybody else everybody
    measure = next((m for m in dossier.case.measures if m.id == entry.object), None)
    return (measure.persons if measure else ()) or everybody


def _whom_it_is_about(dossier: Dossier, entry: Entry) -> tuple[str, ...]:
    """The persons of the remedy, hearing or item an act is about; empty: it is about none, or nobody is named."""
    remedies = dossier.challenges.remedies
    if entry.act == DECIDE_REMEDY.id:
        return (remedies[entry.object].person,) if entry.object in remedies else ()
    if entry.act == SET_HEARING.id:
        about = entry.fields.get("hearing", {}).get("about", ())
        return tuple(dict.fromkeys(remedies[name].person for name in about if name in remedies))
    holder = next((i.holder for i in dossier.case.items if i.id == entry.object), "")
    return (holder,) if entry.act == CLEAR_ITEM.id and holder else ()
