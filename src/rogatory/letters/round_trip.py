"""The round trip: what was asked, what came back, what is still open, and when somebody must be reminded.

An exchange is folded from its entries. Nothing in it decides: silence is never read as an answer, an exchange that is
overdue becomes a refusal by nobody's rule, and what an answer brings is proposed until a person enters it as a finding.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from types import MappingProxyType

from rogatory.law.vocabulary.assurance import Risk
from rogatory.letters.kinds import KINDS, To


class RoundTripError(ValueError):
    """An entry that does not fit those before it; the message names the letter and what is wrong."""


# --- entries ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sent:
    """A letter that waits for an answer has left.

    Attributes:
        letter: Its identifier.
        kind: Its kind, one that awaits an answer.
        to: Whom it went to.
        day: Day it left.
        due: Last day for the answer (inclusive), as the letter says.
        points: What it asks, item by item: see `POINTS`; of supplements the items missing, of an assurance the risk;
            `ANSWER` alone: nothing in particular.
    """

    letter: str
    kind: str
    to: To
    day: date
    due: date
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reminded:
    """A reminder has left.

    Attributes:
        letter: The letter it reminds of.
        day: Day it left.
        due: New last day for the answer (inclusive).
    """

    letter: str
    day: date
    due: date


@dataclass(frozen=True, slots=True)
class Answered:
    """A document that came in was attached to the letter it answers, by a person.

    Attributes:
        letter: The letter it answers.
        answer: Identifier of the document.
        day: Day it came in.
        points: Which points it answers.
        declined: Which points it says it will not answer, or answers with a no.
    """

    letter: str
    answer: str
    day: date
    points: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """A person has decided that the exchange is over, whatever is open: asked no more, decided without, withdrawn.

    Attributes:
        letter: The letter.
        day: Day of it.
        why: The reason, in words.
    """

    letter: str
    day: date
    why: str


Entry = Sent | Reminded | Answered | Settled


# --- rules ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rule:
    """How long an answer may take, and what follows when none comes.

    No treaty counts the days of these answers; where one speaks of a limit, it leaves it to the requested state. So the
    letter sets it. What follows the last reminder is always a person's decision.

    Attributes:
        days: Calendar days the letter gives, counted from the day after it leaves.
        grace: Calendar days after the last day, in which an answer may still be on its way.
        again: Calendar days a reminder gives.
        reminders: How many reminders; then somebody decides.
        source: Where a limit is spoken of.
    """

    days: int
    grace: int
    again: int
    reminders: int
    source: str


_OWN = "no limit in ETS 030 or ETS 182; policy"
RULES: Mapping[str, Rule] = MappingProxyType({
    "supplements": Rule(30, 5, 21, 2, "ETS 024 Art. 13, ETS 141 Art. 28: a limit may be set; " + _OWN),
    "assurance": Rule(45, 5, 21, 2, "policy"),
    "consultation-of-protection": Rule(21, 0, 10, 3, "policy"),
    "consultation-of-bar": Rule(5, 0, 2, 1, "policy"),
    "breach": Rule(30, 0, 14, 2, "policy"),
})  # fmt: skip
"""By kind of letter."""
BY_DAY: Mapping[str, Rule] = MappingProxyType({
    "acknowledgement": Rule(30, 5, 21, 1, "policy"),
    "notice-to-person": Rule(30, 0, 0, 0, "policy"),
    "notice-to-counsel": Rule(30, 0, 0, 0, "policy"),
})  # fmt: skip
"""Kinds that await an answer only where a day is set for one: that it came in, that it was received."""
ANSWER = "answer"
"""The one point of a letter that asks no more than an answer, or of which nobody noted what it asks."""

POINTS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "assurance": tuple(risk.value for risk in Risk),
    "consultation-of-protection": ("standing", "same-proceedings", "danger", "disclosure"),
    "consultation-of-bar": ("presence", "secrecy", "less-intrusive"),
    "breach": ("stopped", "returned", "account"),
})  # fmt: skip
"""What letters of a kind may ask; of supplements, the items are those of the request."""


def rule_of(kind: str) -> Rule | None:
    """The rule of a kind of letter; None: it awaits no answer."""
    return RULES.get(kind) or BY_DAY.get(kind)


def due_after(kind: str, sent: date, *, at_latest: date | None = None) -> date:
    """The last day (inclusive) a letter of `kind` sent on `sent` gives.

    Args:
        kind: A kind that awaits an answer.
        sent: Day it leaves.
        at_latest: A day the answer must not come after, such as the last day somebody may be held; None: none.

    >>> due_after("supplements", date(2026, 3, 2))
    datetime.date(2026, 4, 1)
    """
    day = sent + timedelta(days=(RULES.get(kind) or BY_DAY[kind]).days)
    return day if at_latest is None else min(day, at_latest)


# --- exchanges --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Exchange:
    """A letter and all that followed it.

    Attributes:
        sent: The letter.
        reminders: In their order.
        answers: In the order they came in.
        settled: The decision that it is over; None: it runs.
    """

    sent: Sent
    reminders: tuple[Reminded, ...] = ()
    answers: tuple[Answered, ...] = ()
    settled: Settled | None = None

    @property
    def due(self) -> date:
        """Last day for the answer (inclusive), by the letter or the last reminder."""
        return max((self.sent.due, *(reminder.due for reminder in self.reminders)))

    @property
    def declined(self) -> tuple[str, ...]:
        """Points nobody will answer, and that no later answer gave after all."""
        given = {point for answer in self.answers for point in answer.points}
        told = {point for answer in self.answers for point in answer.declined}
        return tuple(point for point in self.sent.points if point in told - given)

    @property
    def open(self) -> tuple[str, ...]:
        """Points nothing has come back on."""
        told = {point for answer in self.answers for point in (*answer.points, *answer.declined)}
        return tuple(point for point in self.sent.points if point not in told)

    @property
    def came_late(self) -> bool:
        """Whether something came in after it was settled."""
        over = self.settled
        return over is not None and any(answer.day > over.day for answer in self.answers)


def exchanges(entries: Iterable[Entry]) -> tuple[Exchange, ...]:
    """The exchanges these entries make, in the order their letters left.

    Raises:
        RoundTripError: An entry does not fit those before it.
    """
    found: dict[str, Exchange] = {}
    for entry in entries:
        if isinstance(entry, Sent):
            _check_sent(entry, found)
            found[entry.letter] = Exchange(entry)
            continue
        if entry.letter not in found:
            raise RoundTripError(f"letter {entry.letter!r} is not among those sent: attach it to one that was")
        found[entry.letter] = _after(found[entry.letter], entry)
    return tuple(found.values())


def _check_sent(entry: Sent, found: Mapping[str, Exchange]) -> None:
    kind = KINDS.get(entry.kind)
    if kind is None or rule_of(entry.kind) is None:
        raise RoundTripError(f"letter {entry.letter!r}: {entry.kind!r} awaits no answer; {', '.join(RULES)} do")
    if entry.letter in found:
        raise RoundTripError(f"letter {entry.letter!r} was sent already")
    if entry.to not in kind.to:
        raise RoundTripError(f"letter {entry.letter!r}: {entry.kind} does not go to {entry.to.value}")
    if not entry.points or len(set(entry.points)) != len(entry.points):
        raise RoundTripError(f"letter {entry.letter!r}: it must ask for something, and for each thing once")
    if unknown := set(entry.points) - {*POINTS.get(entry.kind, entry.points), ANSWER}:
        raise RoundTripError(f"letter {entry.letter!r}: {entry.kind} does not ask for {', '.join(sorted(unknown))}")
    if entry.due < entry.day:
        raise RoundTripError(f"letter {entry.letter!r}: the answer would be due on {entry.due}, before it left")


def _after(exchange: Exchange, entry: Reminded | Answered | Settled) -> Exchange:
    letter = exchange.sent.letter
    if entry.day < exchange.sent.day:
        raise RoundTripError(f"letter {letter!r} left on {exchange.sent.day}; {entry.day} is before that")
    match entry:
        case Reminded(due=due):
            if exchange.settled:
                raise RoundTripError(
                    f"letter {letter!r} was settled on {exchange.settled.day}: nobody is reminded of it"
                )
            if due < entry.day:
                raise RoundTripError(f"letter {letter!r}: the reminder of {entry.day} gives a day before it, {due}")
            return replace(exchange, reminders=(*exchange.reminders, entry))
        case Answered():
            _check_answer(exchange, entry)
            return replace(exchange, answers=(*exchange.answers, entry))
        case Settled():
            if exchange.settled:
                raise RoundTripError(f"letter {letter!r} was settled already, on {exchange.settled.day}")
            return replace(exchange, settled=entry)


def _check_answer(exchange: Exchange, entry: Answered) -> None:
    letter, asked = exchange.sent.letter, exchange.sent.points
    if foreign := sorted({*entry.points, *entry.declined} - set(asked)):
        raise RoundTripError(f"letter {letter!r} did not ask for {', '.join(foreign)}; it asked for {', '.join(asked)}")
    if both := sorted(set(entry.points) & set(entry.declined)):
        raise RoundTripError(f"answer {entry.answer!r}: {', '.join(both)} cannot be both answered and declined")
    if any(answer.answer == entry.answer for answer in exchange.answers):
        raise RoundTripError(f"answer {entry.answer!r} is attached to letter {letter!r} already")


# --- where it stands --------------------------------------------------------------------------------------------------


class State(Enum):
    """Where an exchange stands on a day."""

    AWAITED = "awaited"
    """An answer, or the rest of it, may still come."""
    REMIND = "remind"
    """A reminder is due."""
    DECIDE = "decide"
    """No more reminders, or a point was declined: a person decides how the matter goes on."""
    ANSWERED = "answered"
    """Each point was answered; a person enters what the answer brings."""
    SETTLED = "settled"
    """A person has decided that it is over."""
    LOOK_AGAIN = "look again"
    """Something came in after it was settled: a person looks whether the decision stands."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one exchange stands.

    Attributes:
        exchange: It, as the entries up to the day make it.
        state: Its state.
        open: Points nothing has come back on.
        next: Day from which it stands otherwise if nothing comes in; None: only an entry changes it.
    """

    exchange: Exchange
    state: State
    open: tuple[str, ...]
    next: date | None = None


def standing(found: Iterable[Exchange], on: date) -> tuple[Standing, ...]:
    """Where the exchanges that had begun stand at the end of the day `on`; what came later is left out."""
    return tuple(_standing(_as_of(exchange, on), on) for exchange in found if exchange.sent.day <= on)


def due_for_reminder(found: Iterable[Exchange], on: date) -> tuple[Exchange, ...]:
    """The exchanges somebody must be reminded of on the day `on`."""
    return tuple(s.exchange for s in standing(found, on) if s.state is State.REMIND)


def _as_of(exchange: Exchange, on: date) -> Exchange:
    over = exchange.settled
    return Exchange(
        exchange.sent,
        tuple(reminder for reminder in exchange.reminders if reminder.day <= on),
        tuple(answer for answer in exchange.answers if answer.day <= on),
        over if over is not None and over.day <= on else None,
    )


def _standing(exchange: Exchange, on: date) -> Standing:
    rule, still_open = RULES.get(exchange.sent.kind) or BY_DAY[exchange.sent.kind], exchange.open
    if exchange.settled:
        state = State.LOOK_AGAIN if exchange.came_late else State.SETTLED
        return Standing(exchange, state, still_open)
    if not still_open:
        return Standing(exchange, State.DECIDE if exchange.declined else State.ANSWERED, ())
    first = exchange.due + timedelta(days=rule.grace + 1)
    if on < first:
        return Standing(exchange, State.AWAITED, still_open, first)
    more = len(exchange.reminders) < rule.reminders
    return Standing(exchange, State.REMIND if more else State.DECIDE, still_open)
