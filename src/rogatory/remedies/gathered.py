"""Challenges, service and hearings, gathered entry by entry: from the plain fields of entries to what they mean."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from rogatory.remedies.hearings import Attendance, Attending, Filed, Hearing, Standing
from rogatory.remedies.holds import Body, Challenges, Ending, Stay, Undertaking
from rogatory.remedies.kinds import IRREVERSIBLE, REMEDIES, WITHOUT_A_NAME, Capacity
from rogatory.remedies.lodged import Outcome, Partly, Referral, Remedy
from rogatory.remedies.secrecy import Secrecy
from rogatory.remedies.service import IN_DOUBT, Manner, Result, Service

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as it is gathered: its number, moment, account, the object it was done to and its fields."""

    seq: int
    at: datetime
    by: str
    object: str
    fields: Fields


@dataclass(slots=True)
class Gathered:
    """What is gathered."""

    challenges: Challenges = field(default_factory=lambda: Challenges({}, {}, {}, {}))
    hearings: dict[str, Hearing] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)

    # --- remedies -----------------------------------------------------------------------------------------------------
    def lodged(self, name: str, told: Told) -> None:
        """A remedy was lodged. Whatever was lodged runs, also where its kind is not named or not known any more."""
        about = told.fields.get("lodges", {})
        on = about.get("on")
        self.challenges.remedies[name] = Remedy(
            ident=name,
            kind=REMEDIES.get(about.get("kind", ""), WITHOUT_A_NAME),
            person=told.object,
            capacity=Capacity(about.get("capacity", Capacity.PERSON.value)),
            lodged=datetime.combine(date.fromisoformat(on), datetime.min.time(), told.at.tzinfo) if on else told.at,
            by=told.by,
            entry=told.seq,
            against=tuple(about.get("against", ())),
            of=about.get("of", ""),
            text=_source_of(told.fields),
        )

    def registered(self, told: Told) -> None:
        """The court's registry gave it a number."""
        about = told.fields["registers"]
        self._keep(told, replace(self._of(told), register=about["number"], registered=date.fromisoformat(about["on"])))

    def referred(self, told: Told) -> None:
        """A question was put to another court, or answered by it."""
        about, before = told.fields["refers"], self.challenges.remedies[told.object]
        on = date.fromisoformat(about["on"])
        text = str(told.fields.get("text", ""))
        if "to" in about:
            put = Referral(told.seq, on, about["to"], text)
            self._keep(told, replace(before, referrals=(*before.referrals, put)))
            return
        waiting = before.waits_for
        answered = tuple(replace(r, answered=on, answer=text) if r is waiting else r for r in before.referrals)
        self._keep(told, replace(before, referrals=answered))

    def decided(self, told: Told) -> None:
        """It was decided, as a whole or in a part."""
        part, before = told.fields.get("part"), self.challenges.remedies.get(told.object)
        if before is None:
            return
        outcome = _outcome(told.fields.get("outcome", ""))
        if part:
            held = Partly(told.seq, told.at.date(), str(part), outcome, str(told.fields.get("text", "")))
            self._keep(told, replace(before, partly=(*before.partly, held)))
        else:
            self._ended(told, outcome, final=bool(told.fields.get("final")))

    def withdrawn(self, told: Told) -> None:
        """The person, or counsel, withdrew it."""
        self._ended(told, Outcome.WITHDRAWN, final=True)

    def _ended(self, told: Told, outcome: Outcome, *, final: bool) -> None:
        ended = replace(self._of(told), outcome=outcome, ended=told.at.date(), final=final, decided=told.seq)
        self._keep(told, ended)

    def _of(self, told: Told) -> Remedy:
        return self.challenges.remedies[told.object]

    def _keep(self, told: Told, remedy: Remedy) -> None:
        self.challenges.remedies[told.object] = remedy

    # --- holds --------------------------------------------------------------------------------------------------------
    def stayed(self, name: str, told: Told) -> None:
        """A court or body ordered that acts wait."""
        about = told.fields["stays"]
        until = about.get("until")
        self.challenges.stays[name] = Stay(
            name, Body(about["body"]), tuple(about["acts"]), told.at, date.fromisoformat(until) if until else None,
            str(told.fields.get("text", "")), about["source"], told.seq,
        )  # fmt: skip

    def lifted(self, told: Told) -> None:
        """An order that acts wait was lifted."""
        self.challenges.stays[told.object] = replace(self.challenges.stays[told.object], lifted=told.seq)

    def undertaken(self, name: str, told: Told) -> None:
        """An authority promised not to do something; where it names no act, what cannot be undone."""
        about = told.fields.get("undertakes", {})
        until = about.get("until")
        self.challenges.undertakings[name] = Undertaking(
            ident=name,
            acts=tuple(about.get("acts") or (a.id for a in IRREVERSIBLE)),
            text=_source_of(told.fields),
            by=told.by,
            role=str(told.fields.get("role", "")),
            since=told.at,
            ending=Ending(about.get("ending", Ending.BY_COURT.value)),
            until=date.fromisoformat(until) if until else None,
            entry=told.seq,
        )

    def released(self, told: Told, untold: Iterable[str]) -> None:
        """A promise was ended by its own rule; until those named are told, it binds on."""
        before = self.challenges.undertakings[told.object]
        self.challenges.undertakings[told.object] = replace(before, ended=told.seq, untold=tuple(untold))

    # --- service ------------------------------------------------------------------------------------------------------
    def notified(self, name: str, told: Told) -> None:
        """A person was told of something that was owed; in some manners nothing yet proves that the person knows."""
        about = told.fields
        manner = next((m for m in Manner if m.value == about.get("manner")), None)
        proves = bool(about.get("proof")) and manner not in (Manner.UNREACHABLE, *IN_DOUBT)
        self.services[name] = Service(
            ident=name,
            of=about["told-of"],
            person=told.object,
            on=_a_day(about.get("on")),
            manner=manner,
            language=str(about.get("language", "")),
            entry=told.seq,
            proof=str(about.get("proof", "")),
            received=_a_day(about.get("received")),
            result=Result.PROVED if proves else Result.TOLD,
            recorded=told.seq,
            ground=str(about.get("ground", "")),
        )

    def service_recorded(self, told: Told) -> None:
        """It was proved, or turned out, that a service reached the person, did not, or was void."""
        about, before = told.fields["service"], self.services[told.object]
        self.services[told.object] = replace(
            before,
            result=Result(about["result"]),
            on=_a_day(about.get("on")) or before.on,
            manner=Manner(about["manner"]) if about.get("manner") else before.manner,
            proof=about.get("proof", before.proof),
            received=_a_day(about.get("received")) or before.received,
            recorded=told.seq,
        )

    def release_told(self, entry: int, service: Service) -> None:
        """Whether a person was told that a promise has ended has changed: for whoever was not, it binds on."""
        told = any(s.told for s in self.services.values() if (s.of, s.person) == (service.of, service.person))
        for name, promise in self.challenges.undertakings.items():
            if promise.ended == entry:
                others = [p for p in promise.untold if p != service.person]
                untold = tuple(others if told else [*others, service.person])
                self.challenges.undertakings[name] = replace(promise, untold=untold)

    def kept_back(self, name: str, told: Told) -> None:
        """It was decided not to tell a person yet."""
        about = told.fields["keeps-back"]
        day = date.fromisoformat
        self.challenges.secrecies[name] = Secrecy(
            name, told.object, about["what"], str(told.fields.get("reasons", "")), about["basis"], told.by,
            str(told.fields.get("role", "")), told.at.date(), day(about["review"]), day(about["until"]), told.seq,
        )  # fmt: skip

    def opened(self, told: Told) -> None:
        """A restriction was ended before its day."""
        self.challenges.secrecies[told.object] = replace(self.challenges.secrecies[told.object], ended=told.seq)

    # --- hearings -----------------------------------------------------------------------------------------------------
    def set(self, name: str, told: Told) -> None:
        """A hearing was set, or set anew."""
        about, before = told.fields["hearing"], self.hearings.get(name)
        made = Hearing(
            ident=name,
            chamber=about["chamber"],
            at=datetime.fromisoformat(about["at"]),
            place=str(about.get("place", "")),
            about=tuple(about.get("about", ())),
            public=bool(about.get("public")),
            called=_attending(about.get("called", ())),
            entry=before.entry if before else told.seq,
            changed=told.seq,
            filed=before.filed if before else (),
        )
        self.hearings[name] = made

    def cancelled(self, told: Told) -> None:
        """A hearing will not be held."""
        before = self.hearings[told.object]
        self.hearings[told.object] = replace(before, standing=Standing.CANCELLED, changed=told.seq)

    def filed(self, told: Told) -> None:
        """Something was filed for a hearing."""
        name = told.fields["for-hearing"]
        if name in self.hearings:
            made = Filed(told.seq, told.by, told.object)
            before = self.hearings[name]
            self.hearings[name] = replace(before, filed=(*before.filed, made))

    def held(self, told: Told) -> None:
        """A hearing was held: who came, and what was said."""
        about = told.fields["held"]
        self.hearings[told.object] = replace(
            self.hearings[told.object],
            standing=Standing.HELD,
            came=_attending(about["came"]),
            record=str(told.fields.get("text", "")),
            changed=told.seq,
        )


def _attending(rows: Iterable[Fields]) -> tuple[Attending, ...]:
    return tuple(Attending(str(row["who"]), Attendance(row["as"]), str(row.get("mandate", ""))) for row in rows)


def _a_day(told: object) -> date | None:
    """A day as it was recorded; None: none was, or nobody can read it any more."""
    try:
        return date.fromisoformat(str(told))
    except ValueError:
        return None


def _outcome(told: object) -> Outcome:
    """The outcome in its word; one written before there were words for it counts as a dismissal."""
    return next((o for o in Outcome if o.value == told), Outcome.DISMISSED)


def _source_of(fields: Fields) -> str:
    """The words of a remedy or promise, as the finding or event it added holds them; empty: erased."""
    adds = fields.get("adds", {})
    told = [f.get("source", "") for f in adds.get("findings", ())] or [
        e.get("text", "") for e in adds.get("events", ())
    ]
    return str(told[0]) if told else ""
