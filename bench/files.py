"""Random case files under the law in force, and the decided cases."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random

from rogatory.casefile.model import CaseFile
from rogatory.intake.reading import read_case
from rogatory.law.binding import Context
from rogatory.law.evidence import Answer, Standing, stand
from rogatory.law.grades import Grade
from rogatory.law.questions import Form, Question, Side

DAY = date(2025, 12, 16)
DECIDED = Path(__file__).resolve().parents[1] / "cases" / "decided"
PROGRAMS: tuple[tuple[Context, str], ...] = (
    (Context("BE", "KZ", "extradition", DAY), "grant"),
    (Context("BE", "KZ", "extradition", DAY), "surrender"),
    (Context("BE", "KZ", "mla", DAY), "grant"),
    (Context("BE", "KZ", "mla", DAY), "refuse"),
    (Context("BE", "KZ", "mla", DAY), "transmit"),
    (Context("BE", "HU", "eaw", DAY), "grant"),
    (Context("FR", "IT", "eio", DAY), "execute"),
    (Context("INTERPOL", "RU", "red-notice", DAY), "keep-notice"),
)
"""Eight acts of the law in force, each with what decides which norms bear on it."""


def name(context: Context, act: str) -> str:
    """A program in a few words."""
    return f"{act}, {context.kind}, {context.requested} < {context.requesting}"


def file(random: Random, questions: Mapping[str, Question], *, open_: float, mild: bool) -> dict[str, Standing]:
    """Every question raised: a share `open_` of them without answer, the others answered at random.

    Args:
        random: Source of chance.
        questions: The questions, by slot.
        open_: Share of the questions left without an answer.
        mild: Nine answers in ten speak for cooperation; else every answer is as likely as the others. Files answered
            evenly are nearly all barred by something and leave nothing to ask.
    """
    return {
        slot: stand(q, (Answer("f", unknown=True) if random.random() < open_ else _answer(random, q, mild=mild),), DAY)
        for slot, q in questions.items()
    }


def docket_file(random: Random, questions: Mapping[str, Question], share: float = 0.1) -> dict[str, Standing]:
    """A file in which a tenth of the questions is answered, mildly, and nothing is said of the state."""
    return {
        slot: stand(q, (_answer(random, q, mild=True),), DAY)
        for slot, q in questions.items()
        if random.random() < share and not slot.startswith("state.")
    }


def decided() -> Iterator[CaseFile]:
    """The decided cases."""
    for path in sorted(DECIDED.glob("*.yaml")):
        yield read_case(path.read_bytes(), path.name)


def _answer(random: Random, question: Question, *, mild: bool) -> Answer:
    grade = random.choice([Grade.ESTABLISHED] * 3 + [Grade.SUBSTANTIAL])
    match question.form:
        case Form.YES_NO if mild and question.side is not Side.NEUTRAL:
            easing = "no" if question.side is Side.PROTECTS else "yes"
            value = easing if random.random() < 0.9 else {"yes": "no", "no": "yes"}[easing]
            return Answer("f", (value,), Grade.ESTABLISHED)
        case Form.YES_NO | Form.ONE_OF:
            return Answer("f", (random.choice(question.values),), grade)
        case Form.SOME_OF:
            return Answer("f", tuple(v for v in question.values if random.random() < 0.2))
        case Form.NUMBER:
            return Answer("f", number=random.randrange(60))
        case Form.DAY:
            return Answer("f", day=DAY - timedelta(days=random.randrange(200)))
