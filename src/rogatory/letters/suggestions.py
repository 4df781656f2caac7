"""What an answer brings for the file: proposed, until a person has read it and enters a finding."""

from collections.abc import Iterator
from dataclasses import dataclass

from rogatory.law.questions import Question
from rogatory.law.vocabulary import assurance, request
from rogatory.law.vocabulary.assurance import Risk
from rogatory.letters.round_trip import Answered, Exchange


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What an answer proposes for the file. Not a finding: a person reads the answer and enters one, or does not.

    Attributes:
        question: The question it may answer.
        answer: The answer it suggests.
        by: Identifier of the document that suggests it.
        why: In words for who enters it.
    """

    question: Question
    answer: str
    by: str
    why: str


def suggestions(exchange: Exchange) -> Iterator[Suggestion]:
    """What the answers of an exchange propose, in the order they came in.

    Of an assurance only that it was given or refused: how good it is, a person judges factor by factor. Of
    consultations nothing: what the answer says stands in its words alone.
    """
    for answer in exchange.answers:
        if exchange.sent.kind == "assurance":
            yield from _of_assurance(answer)
        elif exchange.sent.kind == "supplements":
            yield from _of_supplements(exchange, answer)


def _of_assurance(answer: Answered) -> Iterator[Suggestion]:
    for point in answer.points:
        question = assurance.against(assurance.given, Risk(point))
        yield Suggestion(question, "yes", answer.answer, "the answer brings an assurance against this risk")
    for point in answer.declined:
        question = assurance.against(assurance.refused, Risk(point))
        yield Suggestion(question, "yes", answer.answer, "the answer refuses the assurance, or offers something else")


def _of_supplements(exchange: Exchange, answer: Answered) -> Iterator[Suggestion]:
    if answer.declined:
        why = f"declined: {', '.join(answer.declined)}"
        yield Suggestion(request.information_withheld, "yes", answer.answer, why)
    if not exchange.open and not exchange.declined and answer is exchange.answers[-1]:
        yield Suggestion(request.information_missing, "no", answer.answer, "each item asked for was answered")
