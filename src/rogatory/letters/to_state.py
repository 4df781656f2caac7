"""The letters to the requesting state, written from a decision in the making and from what that state wrote itself.

Each text goes through a maker of `decision.releasing.releasable`; what has none is searched by `own_words` first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from rogatory.decision.deciding import Deciding, Outcome
from rogatory.decision.releasing import releasable as r
from rogatory.decision.releasing.confidential import confidential
from rogatory.decision.releasing.leaks import Confidential
from rogatory.law.vocabulary.assurance import Risk
from rogatory.letters import facts as f
from rogatory.letters.kinds import Head
from rogatory.letters.round_trip import Exchange

_GRANTED = frozenset({Outcome.GRANT, Outcome.PARTLY, Outcome.CONDITIONS})
_REFUSED = frozenset({Outcome.REFUSE, Outcome.PARTLY})


@dataclass(frozen=True)
class ToState:
    """Letters about one request. A fact the file does not hold is left out, and `write` names it.

    Attributes:
        deciding: The decision in the making; before anything is decided, one without choices.
        contact: How the office is reached, as that state may know it.
    """

    deciding: Deciding
    contact: str

    @cached_property
    def kept(self) -> Confidential:
        """What may not leave."""
        return confidential(self.deciding)

    @cached_property
    def head(self) -> Head:
        """What stands around each of them."""
        made = (*r.of_letter(self.deciding.letter), *r.of_office(self.deciding.office))
        of = {part: tuple(m for m in made if m.part is part) for part in r.Part}
        [place], [ours] = of[r.Part.PLACE], of[r.Part.OUR_REFERENCE]
        theirs = next(iter(of[r.Part.THEIR_REFERENCE]), None)
        day = self.deciding.office.day
        return Head(of[r.Part.OFFICE], of[r.Part.AUTHORITY], place, day, ours, theirs, of[r.Part.SIGNATORY])

    def acknowledgement(self) -> f.Acknowledgement:
        """That the request has come in."""
        return f.Acknowledgement(**self._request, asked=self._asked(frozenset(Outcome)))

    def supplements(self, articles: Mapping[str, str]) -> f.Supplements:
        """What it lacks, by `Deciding.missing`, to be answered by `Deciding.answer_by`.

        Args:
            articles: For each missing thing, the provision that requires it.

        Raises:
            KeyError: A missing thing has no provision: nothing is asked for that nothing requires.
            LeakError: A provision tells what may not leave.
        """
        items = tuple(f.Missing(r.missing(key), self._own(articles[key])) for key in self.deciding.missing)
        return f.Supplements(**self._request, missing=items, answer_by=self._day(self.deciding.answer_by))

    def assurance(self, person: str, risk: Risk, answer_by: date) -> f.AssuranceAsked:
        """An assurance for a person their letter names.

        Args:
            person: Identifier of the person.
            risk: Against what.
            answer_by: Last day for the answer (inclusive).

        Raises:
            KeyError: Their letter does not name the person, so neither does ours.
        """
        named = self._own(dict(self.deciding.letter.persons)[person])
        return f.AssuranceAsked(**self._request, person=named, risk=risk, answer_by=answer_by)

    def postponement(self, again_on: date, *, alternatives: bool) -> f.Postponement:
        """That it waits; see `facts.Postponement`."""
        reasons = self._grounds(Outcome.POSTPONE)
        decided = self.deciding.office.day
        return f.Postponement(
            **self._request, decided=decided, reasons=reasons, alternatives=alternatives, again_on=again_on
        )

    def refusal(self, *, alternatives: bool) -> f.Refusal:
        """That what is refused is refused; see `facts.Refusal`."""
        return f.Refusal(
            **self._request,
            decided=self.deciding.office.day,
            refused=self._asked(_REFUSED),
            reasons=self._grounds(Outcome.REFUSE),
            alternatives=alternatives,
        )

    def partial_execution(self) -> f.PartialExecution:
        """What is granted, under which conditions, and what is not."""
        letter, licences = self.deciding.letter, self.deciding.licences
        return f.PartialExecution(
            **self._request,
            decided=self.deciding.office.day,
            granted=self._asked(_GRANTED),
            refused=self._asked(_REFUSED),
            reasons=self._grounds(Outcome.REFUSE),
            conditions=tuple(part for licence in licences for part in r.condition(letter, licence)),
        )

    def breach(self, granted: date, broken: Iterable[str], sent: Iterable[str], return_by: date) -> f.Breach:
        """That limits were broken; the limits are those of the licences.

        Args:
            granted: Day on which the assistance was granted.
            broken: What was done beyond them, in words for that state.
            sent: What must come back, in words for that state.
            return_by: Last day for it (inclusive).

        Raises:
            LeakError: The words tell what may not leave.
        """
        letter, licences = self.deciding.letter, self.deciding.licences
        return f.Breach(
            **self._request,
            granted=granted,
            limits=tuple(part for licence in licences for part in r.condition(letter, licence)),
            broken=tuple(map(self._own, broken)),
            sent=tuple(map(self._own, sent)),
            return_by=return_by,
        )

    def reminder(
        self, exchange: Exchange, answer_by: date, said: Mapping[str, str] = MappingProxyType({})
    ) -> f.Reminder:
        """That an answer is due.

        Args:
            exchange: The letter, and what came back so far.
            answer_by: New last day (inclusive).
            said: Words for that state of points still open that the catalogue of what may be missing does not hold.

        Raises:
            KeyError: A point has no words.
            LeakError: The words tell what may not leave.
        """
        request = {name: value for name, value in self._request.items() if name != "received"}
        return f.Reminder(
            **request,
            sent=exchange.sent.day,
            was_due=exchange.due,
            open=tuple(self._own(said[point]) if point in said else r.missing(point) for point in exchange.open),
            answer_by=answer_by,
        )

    @property
    def _request(self) -> dict[str, Any]:
        office = self.deciding.office.authority
        return {
            "reference": self.head.theirs,
            "received": self.deciding.case.request.received,
            "office": self._own(", ".join((*office[:1], self.contact))),
        }

    def _asked(self, outcomes: frozenset[Outcome]) -> tuple[r.Releasable, ...]:
        """What they ask, as far as it had one of these outcomes; all of it while nothing is decided."""
        found = []
        for measure in self.deciding.measures:
            made = {choice.outcome for _, choice in self.deciding.decided(measure) if choice is not None}
            if made & outcomes or (not made and outcomes == frozenset(Outcome)):
                found.append(r.asked(self.deciding.letter, measure))
        return tuple(found)

    def _grounds(self, outcome: Outcome) -> tuple[r.Releasable, ...]:
        deciding = self.deciding
        treaties, day = deciding.law.treaties, deciding.office.day
        return tuple(r.grounds(treaties, deciding.case.request, deciding.letter, (outcome,), day))

    def _own(self, text: str) -> r.Releasable:
        return r.own_words(text, self.kept)

    @staticmethod
    def _day(day: date | None) -> Any:  # noqa: ANN401 - a day that is not there is named by `write`
        return day
