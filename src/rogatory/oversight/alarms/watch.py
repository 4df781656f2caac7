"""Alarms kept up to date: looked at again is what something that came in can change, and nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rogatory.oversight.alarms.model import RULES, Alarm, Departed, JournalStands, Late, Pair, Readings, Request
from rogatory.oversight.alarms.rules import OF_A_CASE, Facts, in_order, ringing

Part = tuple[str, ...]
"""What some alarms rest on by themselves: requests of one state and kind, a case, a role, an account."""


@dataclass(frozen=True, slots=True)
class Did:
    """That an account did something: what stands for the account, the entry, and the day."""

    account: str
    entry: int
    on: date


@dataclass(frozen=True, slots=True)
class OfStream:
    """What of one case, or of another stream of the journal, can make an alarm ring.

    Attributes:
        request: The request; None: it is no case, or has no request any more.
        refused: Last day on which it was refused; None: it was not.
        named: What those it names are known again by.
        before: What it was found to come after: number of the earlier case or of a link, and how (`Pair.how`).
        late: Time limits that are over.
        departures: Departures from rulings.
        opened: By account that opened it and did nothing in it, the last entry and the first day.
        barred: Attempts that were barred.
    """

    request: Request | None = None
    refused: date | None = None
    named: tuple[str, ...] = ()
    before: tuple[tuple[str, str], ...] = ()
    late: tuple[Late, ...] = ()
    departures: tuple[Departed, ...] = ()
    opened: tuple[Did, ...] = ()
    barred: tuple[Did, ...] = ()


_NOTHING = OfStream()
_NO_FACTS = Facts()
_RING = frozenset({"stream", "requests", "role", "account"})
"""Kinds of parts alarms rest on. The others, a name and an earlier case, say which cases are looked at together."""


class Watch:
    """The alarms of one day: those of everything are those of its parts, put together.

    Whoever keeps one tells it each stream that changed, as it now is, and begins another when the day is over: what is
    late and what is long ago follow from the day.
    """

    def __init__(self, day: date) -> None:
        """A watch that knows nothing yet.

        Args:
            day: The day, in the time zone of the office.
        """
        self._recent = day - timedelta(days=RULES["burst"]["days"] - 1)
        self._streams: dict[str, OfStream] = {}
        self._members: dict[Part, tuple[str, ...]] = {}
        self._roles: Mapping[str, frozenset[str]] = {}
        self._alarms: dict[Part, tuple[Alarm, ...]] = {}
        self._stale: set[Part] = set()

    def put(self, stream: str, told: OfStream) -> None:
        """Take a stream as it now is, in the place of what was known of it."""
        before = self._streams.get(stream, _NOTHING)
        old = set(self._parts(stream, before)) if before is not _NOTHING else set()
        new = set(self._parts(stream, told))
        for part in old - new:
            if left := tuple(one for one in self._members[part] if one != stream):
                self._members[part] = left
            else:
                del self._members[part]
        for part in new - old:
            self._members[part] = (*self._members.get(part, ()), stream)
        self._streams[stream] = told
        self._stale.update(part for part in old | new if part[0] in _RING)
        if before.refused or told.refused:
            # Whoever comes after it may now come after a refusal, or not any more.
            near = [part for part in old | new if part[0] == "named"]
            for part in (*near, ("after", stream)):
                self._stale |= {("stream", one) for one in self._members.get(part, ())}

    def held(self, roles: Mapping[str, frozenset[str]]) -> None:
        """Take the roles that accounts hold, by what stands for each; whoever is not there holds none."""
        changed = self._roles.keys() | roles.keys()
        self._stale |= {("account", one) for one in changed if self._roles.get(one) != roles.get(one)}
        self._roles = roles

    def ringing(self, journal: JournalStands, now: datetime) -> tuple[Alarm, ...]:
        """Every alarm that rings, as `rules.ringing` tells them of everything at once.

        Args:
            journal: How the journal stands.
            now: The moment, on the day of this watch, in the time zone of the office.
        """
        for part in self._stale:
            facts = self._facts(part)
            self._alarms.pop(part, None)
            if facts is not _NO_FACTS and (found := ringing(facts, now)):
                self._alarms[part] = found
        self._stale = set()
        of_parts = (alarm for some in self._alarms.values() for alarm in some)
        return in_order([*of_parts, *ringing(Facts(journal=journal), now)])

    def _parts(self, stream: str, told: OfStream) -> Iterator[Part]:
        yield "stream", stream
        if told.request and told.request.on >= self._recent:
            yield "requests", told.request.state, told.request.kind
        yield from (("role", one.role) for one in told.departures)
        yield from (("named", name) for name in told.named)
        yield from (("after", earlier) for earlier, how in told.before if how in OF_A_CASE)
        yield from (("account", one.account) for one in (*told.opened, *told.barred))

    def _facts(self, part: Part) -> Facts:
        match part:
            case ("requests", *_):
                return Facts(requests=tuple(one.request for one in self._of(part) if one.request))
            case ("role", role):
                return Facts(departures=tuple(d for one in self._of(part) for d in one.departures if d.role == role))
            case ("account", account):
                return self._of_account(account)
            case ("stream", stream):
                pairs, late = tuple(self._pairs(stream)), self._streams[stream].late
                return Facts(pairs=pairs, late=late) if pairs or late else _NO_FACTS
            case _:
                return _NO_FACTS

    def _of(self, part: Part) -> Iterator[OfStream]:
        return (self._streams[one] for one in self._members.get(part, ()))

    def _pairs(self, stream: str) -> Iterator[Pair]:
        """What a request was found to come after, where that was refused before it came in."""
        told = self._streams[stream]
        if told.request is None:
            return
        alike = [(one, "named") for name in told.named for one in self._members["named", name] if one != stream]
        for earlier, how in {*alike, *told.before} if alike or told.before else ():
            other = self._streams.get(earlier, _NOTHING) if how in OF_A_CASE else _NOTHING
            before = other.refused is not None and other.refused <= told.request.on
            if earlier != stream and (before or how not in OF_A_CASE):
                yield Pair(told.request, earlier, other.request.state if other.request else "", other.refused, how)

    def _of_account(self, account: str) -> Facts:
        streams = self._members.get(("account", account), ())
        told = [(one, self._streams[one]) for one in streams]
        opened = [(name, did) for name, one in told for did in one.opened if did.account == account]
        barred = [(name, did) for name, one in told for did in one.barred if did.account == account]
        return Facts(readings=self._readings(account, opened), attempts=self._readings(account, barred))

    def _readings(self, account: str, found: list[tuple[str, Did]]) -> tuple[Readings, ...]:
        if not found:
            return ()
        cases = tuple(sorted({name for name, _ in found}))
        entries = tuple(sorted(did.entry for _, did in found))
        roles = self._roles.get(account, frozenset())
        return (Readings(account, roles, cases, entries, min(did.on for _, did in found)),)
