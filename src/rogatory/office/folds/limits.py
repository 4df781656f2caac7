"""The time limits of a case, from what stands in its record: what runs, until when, for whom, and what was met.

What starts a limit stands in `law.time_limits.starting`; here the entries of the case are read for it. A limit is
found anew whenever it is asked for, from the events themselves: nothing moves it but the acts that say so
(`suspend-limit`, `extend-limit`), and each of those stays readable among its steps.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType

from rogatory.examination.inquiries.steps import Step
from rogatory.law.acts import (
    ARREST,
    CLEAR_ITEM,
    CONFIRM_LINK,
    EXECUTE,
    GRANT,
    INVESTIGATE_REPRESSION,
    POSTPONE,
    REFUSE,
    REGISTER,
    Role,
)
from rogatory.law.sources import Cite, Source
from rogatory.law.time_limits import starting as table
from rogatory.law.time_limits.deadline import Deadline
from rogatory.law.time_limits.moving import Grant, extend, resume, suspend
from rogatory.office.filing import (
    CONCLUDE_INQUIRY,
    DECIDE_REMEDY,
    EXTEND_LIMIT,
    FIND,
    KEEP_BACK,
    LODGE_ALLEGATION,
    LODGE_REMEDY,
    SET_HEARING,
    SUSPEND_LIMIT,
    TRACK_NOTICE,
)
from rogatory.office.folds.dossier import Dossier, Entry, named
from rogatory.office.folds.inquiries import allegations_of
from rogatory.office.folds.notices import starts_of
from rogatory.office.folds.owed import CHALLENGEABLE, Owed, notices
from rogatory.office.folds.protected import OF_THE_COMPARTMENT, incidents_of
from rogatory.office.folds.round_trips import trips
from rogatory.remedies.deadlines import Limit, binds_a_person, counted, ident_of, rule_of, set_in_the_case
from rogatory.remedies.hearings import Standing
from rogatory.remedies.lodged import Outcome, Remedy
from rogatory.remedies.service import Service

BELGIUM = "BE"
"""Country code of the state whose rules are here; beside them run the Union's, Strasbourg's and INTERPOL's."""
_DECIDED = (GRANT.id, REFUSE.id, POSTPONE.id)
DONE_BY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "eio-acknowledge": _DECIDED,
        "eio-recognise": _DECIDED,
        "be-eaw-council-chamber": _DECIDED,
        "be-eaw-final-decision": _DECIDED,
        "eio-execute": (EXECUTE.id,),
    }
)
"""Acts by which what a limit asks is done, where it follows from the act alone."""
ACKNOWLEDGES = "acknowledgement"
"""The kind of letter that acknowledges receipt of a request."""
UNION = ("eio-", "led-", "ece-")
"""Rules of every state bound and not of Belgium alone, with those of bodies beyond the state."""
_BEYOND = (*UNION, "echr-", "ccf-", "house-")


@dataclass(frozen=True, slots=True)
class Window:
    """That the time to lodge a remedy is still open to somebody, or may be.

    Attributes:
        of: The limit, or the notice that was not served.
        person: To whom it is open.
        until: Last day in the later reading (inclusive); None: nobody knows, or the person was not served.
    """

    of: str
    person: str
    until: date | None


def limits(dossier: Dossier) -> tuple[Limit, ...]:
    """Every time limit of a case, those that were met or are over too, in the order of what starts them."""
    read = _Read(dossier)
    found = [limit for start in _STARTS for limit in start(read)]
    moved = (replace(one, deadline=_moved(one, dossier.entries)) for one in found)
    return tuple(sorted(moved, key=lambda one: (one.entry, one.ident)))


def windows(dossier: Dossier, on: date) -> tuple[Window, ...]:
    """What keeps the time to challenge open on the day `on`: limits that run, and persons who were not served.

    Nothing here says that a remedy exists where no limit is known for it: of that somebody answers a question.
    """
    told = notices(dossier)
    unserved = tuple(
        Window(n.ident, n.person, None)
        for n in told
        if n.act in CHALLENGEABLE and n.since <= on and not (n.service and n.service.proved)
    )
    if not told:
        return ()
    running = tuple(
        Window(one.ident, one.person, one.deadline.latest)
        for one in limits(dossier)
        if one.is_window and one.is_open(on)
    )
    return (*running, *unserved)


def not_known(dossier: Dossier) -> int | None:
    """The last ruling on a remedy of which nobody knows by a rule how long it can be challenged; None: there is none.

    Of a kind, or in a state, for which no time is in the table. Once it was challenged, or is final, that is known.

    Returns:
        The number of its entry: what somebody answered before it says nothing of the time that runs from it.
    """
    remedies = dossier.challenges.remedies.values()
    challenged = {(r.of, r.person) for r in remedies}
    open_ended = {
        r.decided
        for r in remedies
        if r.decided is not None
        and not r.final
        and r.outcome not in (Outcome.WITHDRAWN, Outcome.GRANTED)
        and (r.ident, r.person) not in challenged
    }
    timed = {one.entry for one in limits(dossier) if one.is_window} if open_ended else set()
    return max(open_ended - timed, default=None)


def movable(dossier: Dossier) -> tuple[str, ...]:
    """The limits that can be suspended or extended: not met, and set by a text. What somebody set is set anew."""
    return tuple(one.ident for one in limits(dossier) if one.done is None and not one.ident.startswith("house-"))


def limits_of(dossier: Dossier, person: str) -> tuple[Limit, ...]:
    """The time limits that bind one person concerned, or that others must keep towards that person.

    For whoever stands beside the person; those of what is kept back from the person are left out.
    """
    waiting = {n.entry.seq for n in notices(dossier) if n.person == person and n.secrecies and n.told is None}
    about = {name for name, remedy in dossier.challenges.remedies.items() if remedy.person == person}
    return tuple(
        one
        for one in limits(dossier)
        if one.entry not in waiting
        and (one.person == person or one.about in about)
        and rule_of(one.ident) != table.SECRECY_REVIEW
    )


class _Read:
    """A case, read for what starts a limit."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.request = dossier.case.request
        self.numbered = tuple(enumerate(dossier.entries))
        self.notices = notices(dossier)

    def applies(self, name: str) -> bool:
        """Whether a rule is one of the requested state, or binds whichever state it is."""
        return self.request.requested == BELGIUM or name.startswith(_BEYOND)

    def persons(self, number: int) -> tuple[str, ...]:
        """Who must be told of the act at a position of the case."""
        return tuple(n.person for n in self.notices if n.ident == named("notice", number))

    def notice(self, number: int, person: str) -> Owed | None:
        """The notice of the act at a position of the case to a person."""
        return next((n for n in self.notices if (n.ident, n.person) == (named("notice", number), person)), None)

    def service(self, number: int, person: str) -> Service | None:
        """How a person was told of the act at a position of the case; None: not at all."""
        notice = self.notice(number, person)
        return notice.service if notice else None

    def by_prosecutor(self, remedy: Remedy) -> bool:
        """Whether the measures a remedy is against were carried out by the prosecutor alone."""
        against = set(remedy.against) or {m.id for m in self.dossier.case.measures}
        roles = {e.fields.get("role") for e in self.dossier.entries if e.act == EXECUTE.id and e.object in against}
        return roles == {Role.PROSECUTOR.value}

    def key(self, kind: str, remedy: Remedy, of: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        """The rules of a table for a remedy: the most particular row there is."""
        more = (f":{self.request.kind}", ":prosecutor" if self.by_prosecutor(remedy) else "")
        return next((of[kind + end] for end in (*filter(None, more), "") if kind + end in of), ())

    def next_of(self, acts: Iterable[str], after: int, obj: str = "") -> int | None:
        """Number of the first later entry of one of these acts (on `obj`, where one is named); None: there is none."""
        wanted = set(acts)
        return next(
            (e.seq for e in self.dossier.entries if e.seq > after and e.act in wanted and (not obj or e.object == obj)),
            None,
        )

    def lodged(self, person: str, after: int, kinds: Iterable[str] = (), of: str = "") -> int | None:
        """Number of the entry by which a person later lodged a remedy of one of these kinds, or against one ruling."""
        told = self.dossier.challenges.remedies.values()
        wanted = tuple(kinds)
        return next(
            (
                r.entry
                for r in told
                if r.person == person and r.entry > after and (r.of == of if of else r.kind.id in wanted)
            ),
            None,
        )

    def made(
        self, name: str, number: int, day: date | datetime | None, about: str = "", person: str = ""
    ) -> Iterator[Limit]:
        """One limit that starts from the entry at a position of the case; none where the rule does not apply."""
        if not self.applies(name):
            return
        entry = self.dossier.entries[number]
        deadline = counted(name, day, self.service(number, person) if person else None)
        if deadline is not None:
            done = self.next_of(DONE_BY.get(name, ()), entry.seq, about if name == "eio-execute" else "")
            yield Limit(ident_of(name, number, person), deadline, person, about, entry.seq, done)


def _of_receipt(case: _Read) -> Iterator[Limit]:
    told = [d.sent[0].entry for d in case.dossier.documents.values() if d.kind == ACKNOWLEDGES and d.sent]
    for name in table.OF_RECEIPT.get(case.request.kind, ()):
        for one in case.made(name, 0, case.request.received):
            met = [*(told if name == "eio-acknowledge" else ()), *(() if one.done is None else (one.done,))]
            yield replace(one, done=min(met, default=None))


def _of_arrests(case: _Read) -> Iterator[Limit]:
    for number, entry in case.numbered:
        for name in table.OF_AN_ARREST.get(case.request.kind, ()) if entry.act == ARREST.id else ():
            yield from case.made(name, number, entry.at, entry.object)


def _of_decisions(case: _Read) -> Iterator[Limit]:
    """What runs from a grant, and from the decision to send something seized."""
    for number, entry in case.numbered:
        names: tuple[str, ...] = ()
        if entry.act == GRANT.id:
            role = str(entry.fields.get("role", ""))
            names = table.OF_A_GRANT.get((case.request.kind, role), ())
            if case.request.kind == "eio":
                yield from case.made("eio-execute", number, entry.at.date(), entry.object)
        elif entry.act == CLEAR_ITEM.id and case.request.kind in table.OPPOSITION:
            names = (table.OPPOSITION[case.request.kind],)
        for name in names:
            for person in case.persons(number) if binds_a_person(name) else ("",):
                for one in case.made(name, number, entry.at.date(), entry.object, person):
                    used = table.USED_BY.get(name, ())
                    yield replace(one, done=case.lodged(person, entry.seq, used)) if person else one


def _of_remedies(case: _Read) -> Iterator[Limit]:
    at = {e.seq: n for n, e in case.numbered}
    for name, remedy in case.dossier.challenges.remedies.items():
        number, kind = at[remedy.entry], remedy.kind.id
        before = case.dossier.challenges.remedies.get(remedy.of)
        lodging = f"{kind}:{before.kind.id}" if kind == "appeal" and before else kind
        for rule in case.key(lodging, remedy, table.OF_A_LODGING):
            person = remedy.person if binds_a_person(rule) else ""
            for one in case.made(rule, number, remedy.lodged.date(), name, ""):
                yield replace(one, person=person, done=remedy.decided)
        for rule in case.key(kind, remedy, table.OF_A_REGISTRATION):
            for one in case.made(rule, number, remedy.registered, name):
                yield replace(one, done=remedy.decided)
        if remedy.decided is not None and remedy.outcome is not Outcome.WITHDRAWN:
            yield from _of_a_ruling(case, remedy, at[remedy.decided])


def _of_a_ruling(case: _Read, remedy: Remedy, number: int) -> Iterator[Limit]:
    names = table.OF_A_FINAL_RULING if remedy.final else case.key(remedy.kind.id, remedy, table.OF_A_RULING)
    granted = remedy.outcome is Outcome.GRANTED
    service = case.service(number, remedy.person)
    for name in names:
        person = remedy.person if binds_a_person(name) else ""
        # Whoever got everything has nothing to appeal against, and whoever got nothing is not appealed against.
        if (person and granted) or (name.endswith("-prosecutor") and not granted):
            continue
        for one in case.made(name, number, remedy.ended, remedy.ident, person):
            done = case.lodged(person, remedy.decided or 0, of=remedy.ident) if person else one.done
            if name.endswith("-notice") and service and service.reached:
                done = service.entry
            yield replace(one, done=done)


def _of_hearings(case: _Read) -> Iterator[Limit]:
    remedies = case.dossier.challenges.remedies
    for hearing in case.dossier.hearings.values():
        if hearing.standing is not Standing.SET:
            continue
        number = next(n for n, e in case.numbered if e.seq == hearing.changed)
        names = dict.fromkeys(
            name for r in hearing.about if r in remedies for name in table.OF_A_HEARING.get(remedies[r].kind.id, ())
        )
        for name in names:
            for one in case.made(name, number, hearing.at, hearing.ident):
                told = [case.service(number, p) for p in case.persons(number)]
                given = [s.entry for s in told if s and s.reached]
                yield replace(one, done=max(given) if given and len(given) == len(told) else None)


def _of_the_house(case: _Read) -> Iterator[Limit]:
    """Days somebody set: by when a secrecy is looked at again, and by when a letter is to be answered."""
    at = {e.seq: n for n, e in case.numbered}
    for name, secrecy in case.dossier.challenges.secrecies.items():
        made = set_in_the_case(table.SECRECY_REVIEW, secrecy.since, secrecy.review)
        again = case.next_of((KEEP_BACK.id,), secrecy.entry, secrecy.person)
        if made:
            ident = ident_of(table.SECRECY_REVIEW, at[secrecy.entry])
            yield Limit(ident, made, "", name, secrecy.entry, secrecy.ended if secrecy.ended is not None else again)
    # On the last of all days, so that whatever came in is there; whether something is still open is told as elsewhere.
    for trip in trips(case.dossier.documents, date.max):
        exchange, sent = trip.standing.exchange, trip.letter.sent[0]
        made = set_in_the_case(table.ANSWER_DUE, exchange.sent.day, exchange.due)
        if made:
            answer = None if trip.runs else max(a.entry for d in trip.letters for a in d.answers)
            yield Limit(ident_of(table.ANSWER_DUE, at[sent.entry]), made, "", trip.letter.name, sent.entry, answer)


def _of_inquiries(case: _Read) -> Iterator[Limit]:
    """By when an allegation is taken up, an inquiry concluded, and the person told how it ended."""
    at = {e.seq: n for n, e in case.numbered}
    for one in allegations_of(case.dossier).values():
        ended = one.conclusions[0] if one.conclusions else None
        first = one.taken[0] if one.taken else None
        last = one.conclusion
        taken = first.entry if first else ended.entry if ended else None
        for limit in case.made(table.TAKE_UP, at[one.entry], one.lodged.date(), one.ident):
            yield replace(limit, done=taken)
        quashed = [c for c in one.conclusions if c.quashed is not None]
        begun = at[quashed[-1].quashed or one.entry] if quashed else at[first.entry] if first else None
        if begun is not None and first is not None:
            for limit in case.made(table.CONCLUDE, begun, case.dossier.entries[begun].at.date(), one.ident):
                yield replace(limit, done=last.entry if last else None)
        if last is not None and one.person:
            told = next((t.entry for t in one.steps if t.step is Step.INFORMED), None)
            for limit in case.made(table.INFORM, at[last.entry], last.on, one.ident):
                yield replace(limit, done=told)


def _of_notices(case: _Read) -> Iterator[Limit]:
    """By when copies of a deleted notice are looked for, asked to be deleted and gone, and the Commission answers."""
    at = {e.seq: n for n, e in case.numbered}
    for start in starts_of(case.dossier):
        yield from (replace(m, done=start.done) for m in case.made(start.rule, at[start.entry], start.on, start.about))


def _of_incidents(case: _Read) -> Iterator[Limit]:
    """By when somebody looks at what was reported. It tells of no person: whoever sees no more sees that much."""
    at = {e.seq: n for n, e in case.numbered}
    for one in incidents_of(case.dossier).values():
        for limit in case.made(table.PROTECTION, at[one.entry], one.reported.date(), one.ident):
            yield replace(limit, done=one.answers[0].entry if one.answers else None)


_STARTS = (_of_receipt, _of_arrests, _of_decisions, _of_remedies, _of_hearings, _of_the_house, _of_inquiries,
           _of_incidents, _of_notices)  # fmt: skip
STARTED_BY = frozenset({REGISTER.id, ARREST.id, GRANT.id, CLEAR_ITEM.id, LODGE_REMEDY.id, DECIDE_REMEDY.id,
                        SET_HEARING.id, KEEP_BACK.id, LODGE_ALLEGATION.id, CONFIRM_LINK.id, CONCLUDE_INQUIRY.id,
                        INVESTIGATE_REPRESSION.id, TRACK_NOTICE.id, FIND.id, *OF_THE_COMPARTMENT})  # fmt: skip
"""Acts that start a limit, beside the sending of a document."""


def _moved(one: Limit, entries: Iterable[Entry]) -> Deadline:
    """A limit after every act that suspended or extended it; one that cannot move it any more leaves it as it is."""
    deadline = one.deadline
    for entry in entries:
        if entry.act in (SUSPEND_LIMIT.id, EXTEND_LIMIT.id) and entry.object == one.ident:
            try:
                deadline = moved(deadline, entry.act, entry.fields)
            except ValueError:
                continue
    return deadline


def moved(deadline: Deadline, act: str, fields: Mapping[str, object]) -> Deadline:
    """A limit after one act moved it.

    Raises:
        ValueError: It cannot be moved so; the message says why.
    """
    about: Mapping[str, str] = fields["moves"]  # type: ignore[assignment]
    if act == EXTEND_LIMIT.id:
        grant = Grant(date.fromisoformat(about["on"]), date.fromisoformat(about["until"]), about.get("ground", ""))
        return extend(deadline, grant)
    if about.get("resumes"):
        return resume(deadline, date.fromisoformat(about["resumes"]))
    source = Source((Cite(about["source"]),)) if about.get("source") else None
    return suspend(deadline, date.fromisoformat(about["since"]), about.get("ground", ""), source)
