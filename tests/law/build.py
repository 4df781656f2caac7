"""Short hands for the tests of the engine: made-up norms over real questions, and readings from plain answers."""

from collections.abc import Mapping
from datetime import date

from rogatory.law.acts import GRANT, Act
from rogatory.law.conditions import ALWAYS, Condition
from rogatory.law.corpus import Law
from rogatory.law.evidence import Answer, Standing, stand
from rogatory.law.formulas import bearing
from rogatory.law.grades import Grade
from rogatory.law.norms import Cure, Effect, Norm, Unless
from rogatory.law.program import Program
from rogatory.law.questions import Question, Trigger
from rogatory.law.sources import Cite, Source
from rogatory.law.vocabulary import VOCABULARY
from rogatory.states.treaties import packaged_matrix

DAY = date(2025, 12, 16)
SOURCE = Source((Cite("Made-up Convention", "Art. 1"),))


def norm(
    ident: str = "made-up",
    *,
    when: Condition = ALWAYS,
    effect: Effect = Effect.FORBIDS,
    act: Act = GRANT,
    unless: Condition | None = None,
    cure: Cure | None = None,
    fulfilled: Condition | None = None,
    releases: bool = False,
) -> Norm:
    """A norm with the least it must carry."""
    exceptions = () if unless is None else (Unless("exception", unless, "unless"),)
    return Norm(ident, SOURCE, (act,), effect, when, {"en": "A made-up norm."}, exceptions, cure, fulfilled,
                releases=releases)  # fmt: skip


def program(*norms: Norm, act: Act = GRANT, triggers: tuple[Trigger, ...] = ()) -> Program:
    """The norms compiled for one act."""
    law = Law((), VOCABULARY, triggers, packaged_matrix())
    return law.compile(act, tuple(bearing(n, act) for n in norms))


def standings(answers: Mapping[Question, str | tuple[str, Grade]], on: date = DAY) -> dict[str, Standing]:
    """What is on file: an answer for each question, established unless a grade is given."""
    found = {}
    for question, answer in answers.items():
        value, grade = answer if isinstance(answer, tuple) else (answer, Grade.ESTABLISHED)
        given = Answer("f", unknown=True) if value == "unknown" else Answer("f", (value,), grade)
        found[question.slot] = stand(question, (given,), on)
    return found
