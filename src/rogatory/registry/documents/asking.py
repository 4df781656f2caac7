"""The round trips of a case on its pages: what was asked point by point, what came back, and what to do next."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rogatory.law.wording.language import Language
from rogatory.law.wording.questions import ask, value_label
from rogatory.letters.kinds import ASSURANCE
from rogatory.letters.points import FACTORS, word_of
from rogatory.letters.round_trip import State
from rogatory.letters.suggestions import suggestions
from rogatory.office.folds.documents import Answer, CaseDocument
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.round_trips import REMINDERS, Trip, trips
from rogatory.office.seen.portion import Portion
from rogatory.people.sight import Sight
from rogatory.registry.desk.rows.reader import language
from rogatory.registry.desk.rows.standing import Standing
from rogatory.registry.documents import forms
from rogatory.registry.documents.editing import CELLS

STATES: Mapping[State, Promise] = {
    State.AWAITED: _("awaited"),
    State.REMIND: _("a reminder is due"),
    State.DECIDE: _("to be decided"),
    State.ANSWERED: _("answered"),
    State.SETTLED: _("settled"),
    State.LOOK_AGAIN: _("to be looked at again"),
}
"""Where a round trip stands, in words."""
NEXT: Mapping[State, Promise] = {
    State.AWAITED: _("Nothing yet. A reminder is due from %(day)s on, if nothing comes in."),
    State.REMIND: _("Remind: every fact of the reminder is known."),
    State.DECIDE: _("Decide how the matter goes on. Silence and a refusal to answer decide nothing by themselves."),
    State.ANSWERED: _("Read the answer, and enter what it brings as findings."),
    State.SETTLED: _("Nothing. What comes in now is looked at all the same."),
    State.LOOK_AGAIN: _("Something came in after it was settled: look whether that still stands."),
}
"""What to do next, in words."""
NOBODY_REMINDS = _("Nothing yet. If nothing comes in, somebody decides from %(day)s on; of this there is no reminder.")
DRAFTED = _("A reminder is drafted. Look at it, sign it and send it.")


@dataclass(frozen=True, slots=True)
class PointRow:
    """One thing that was asked.

    Attributes:
        point: Its identifier.
        words: It in words.
        article: The provision that asks for it; empty: none is noted.
        answers: The answers to it: number of the entry, and whether it was declined.
    """

    point: str
    words: str
    article: str
    answers: tuple[tuple[int, bool], ...]

    @property
    def open(self) -> bool:
        """Whether nothing has come back on it."""
        return not self.answers


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, its words, and the letter it was recorded on; without words where they stand apart from the reader."""

    answer: Answer
    words: str
    letter: CaseDocument


@dataclass(frozen=True, slots=True)
class FactorRow:
    """A factor an assurance is judged by: it in words, and the questions behind it, each with what the file answers."""

    words: str
    questions: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an answer proposes to enter: question and risk by identifier, the question in words, and the answer."""

    question: str
    against: str
    words: str
    answer: str
    value: str


@dataclass(frozen=True, slots=True)
class TripRow:
    """A round trip as it is shown."""

    trip: Trip
    kind: str
    to: Promise
    state: Promise
    late: bool
    points: tuple[PointRow, ...]
    replies: tuple[Reply, ...]
    reminders: tuple[CaseDocument, ...]
    next: str
    factors: tuple[FactorRow, ...]
    proposes: tuple[Proposal, ...]
    may_remind: bool

    @property
    def word(self) -> str:
        """The state in the word of the code, for its colour and shape."""
        return self.trip.standing.state.name.lower()


def rows(found: Standing) -> list[TripRow]:
    """The round trips the reader sees, those first in which something is to be done, then by their last day."""
    if found.seen.sight is not Sight.FILE:
        return []
    made = [row(trip, found.dossier, found.seen, found.on) for trip in trips(found.seen.documents, found.on)]
    order = list(_FIRST)
    return sorted(made, key=lambda r: (order.index(r.trip.standing.state), r.trip.standing.exchange.due))


_FIRST = (State.LOOK_AGAIN, State.DECIDE, State.REMIND, State.ANSWERED, State.AWAITED, State.SETTLED)


def row(trip: Trip, dossier: Dossier, seen: Portion, on: date) -> TripRow:
    """A round trip in words of the reader's language."""
    speech, letter, now = language(), trip.letter, trip.standing
    return TripRow(
        trip=trip,
        kind=forms.kind_word(letter.kind),
        to=forms.ADDRESSEES[letter.to],
        state=STATES[now.state],
        late=trip.overdue(on),
        points=tuple(_points(trip, speech)),
        replies=tuple(replies(trip.letters, dossier, seen)),
        reminders=trip.reminders,
        next=_next(trip),
        factors=tuple(factors(now.exchange.sent.points[0], seen, speech)) if letter.kind == ASSURANCE.id else (),
        proposes=tuple(_proposed(trip, seen, speech)),
        may_remind=trip.runs and letter.to in REMINDERS and trip.draft is None,
    )


def _proposed(trip: Trip, seen: Portion, speech: Language) -> Iterator[Proposal]:
    """What the answers propose and nobody has entered yet, each once."""
    for told in {(s.question.slot, s.answer): s for s in suggestions(trip.standing.exchange)}.values():
        asked = told.question
        if not _found(asked.id, asked.role, seen):
            words, answer = ask(asked, speech), value_label(asked, told.answer, speech)
            yield Proposal(asked.id, asked.role, words, answer, told.answer)


def factors(risk: str, seen: Portion, speech: Language) -> Iterator[FactorRow]:
    """What an assurance against a risk is judged by, as the letter that asks for it says it."""
    pieces = ASSURANCE.worded(speech.value).pieces
    words = next((p.words for p in pieces if p.form == "list" and not p.over), ())
    for said, questions in zip(words, FACTORS, strict=True):
        asked = ((q.id, ask(q, speech), ", ".join(_found(q.id, risk, seen))) for q in questions)
        yield FactorRow(said, tuple(asked))


def _found(question: str, against: str, seen: Portion) -> tuple[str, ...]:
    """What the file answers to a question about an assurance against a risk; empty: nothing yet."""
    told = (f for f in seen.case.findings if f.question == question and f.until is None)
    return next((f.answer for f in told if not against or (f.against and f.against.value == against)), ())


def replies(letters: Iterable[CaseDocument], dossier: Dossier, seen: Portion) -> Iterator[Reply]:
    """The answers to a letter, in whichever language it was answered, in the order they came in."""
    read = {event.text for event in seen.case.events}
    told = {e.seq: e for e in dossier.entries}
    came = sorted(((a, d) for d in letters for a in d.answers), key=lambda one: (one[0].on, one[0].entry))
    for answer, letter in came:
        [event] = told[answer.entry].fields.get("adds", {}).get("events", [{"text": ""}])
        words = event["text"].partition(": ")[2] if event["text"] in read else ""
        yield Reply(answer, words, letter)


def _points(trip: Trip, speech: Language) -> Iterator[PointRow]:
    letter = trip.letter
    lines = str(letter.inputs.get("facts", {}).get("missing", "")).splitlines()
    articles = {parts[0].strip(): parts[-1].strip() for line in lines if len(parts := line.split(CELLS.strip())) > 1}
    for point in trip.standing.exchange.sent.points:
        words = word_of(letter.kind, point, speech)
        yield PointRow(point, words, articles.get(point, ""), tuple(trip.answers_to(point)))


def _next(trip: Trip) -> str:
    now = trip.standing
    if trip.runs and trip.draft is not None:
        return str(DRAFTED)
    if now.state is State.AWAITED and now.next is not None:
        text = NEXT[now.state] if trip.letter.to in REMINDERS else NOBODY_REMINDS
        return str(text) % {"day": date_format(now.next, "j F Y")}
    return str(NEXT[now.state])
