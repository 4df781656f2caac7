"""The questionnaire of a case: what still matters for any of several acts, each question once, in the order to ask.

Asked first is what settles most rulings alone; then what stands in a smallest set of answers that settles one; then
what matters to most rulings; then what is cheaper to answer. Nothing is left out: a duty to inquire stays even where
its answer can no longer change a verdict.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rogatory.law.formulas import Verdict
from rogatory.law.ruling import OpenQuestion, Ruling


@dataclass(frozen=True, slots=True)
class Decides:
    """An answer that settles one ruling alone: the ruling's act and object, the answer, and the verdict reached."""

    act: str
    object: str
    answer: str
    verdict: str


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """One question to answer.

    Attributes:
        question: The question as the first ruling asks it.
        matters_to: Act and object of each ruling it matters to.
        decides: Answers that settle a ruling alone.
        in_smallest: Rulings in which it stands in a smallest settling set.
        duty: It belongs to an open duty to inquire of some ruling.
    """

    question: OpenQuestion
    matters_to: tuple[tuple[str, str], ...]
    decides: tuple[Decides, ...]
    in_smallest: int
    duty: bool


def questionnaire(rulings: Iterable[Ruling]) -> tuple[ToAnswer, ...]:
    """The questions of the rulings that are not ripe, each once, in the order to ask them; empty if none is open.

    A ruling that is settled asks nothing, even where it is open for one of the persons the act touches.
    """
    met: dict[tuple[str, str], list[tuple[Ruling, OpenQuestion]]] = {}
    for ruling in (r for r in rulings if r.verdict is Verdict.NOT_RIPE):
        for question in ruling.questions:
            met.setdefault((question.slot, question.person), []).append((ruling, question))
    return tuple(sorted((_joined(asked) for asked in met.values()), key=_order))


def _joined(asked: Sequence[tuple[Ruling, OpenQuestion]]) -> ToAnswer:
    decides = [Decides(r.act.id, r.object, answer, verdict) for r, q in asked for answer, verdict in q.decisive]
    return ToAnswer(
        question=next((q for _, q in asked if q.why), asked[0][1]),
        matters_to=tuple((r.act.id, r.object) for r, _ in asked),
        decides=tuple(dict.fromkeys(decides)),
        in_smallest=sum(_in_smallest(r, q.slot) for r, q in asked),
        duty=any(q.duty for _, q in asked),
    )


def _in_smallest(ruling: Ruling, slot: str) -> bool:
    return any(slot == s for _, still in ruling.open for group in still.smallest for s, _ in group.answers)


def _order(item: ToAnswer) -> tuple[int, int, int, int, str, str]:
    settled = len({(d.act, d.object) for d in item.decides})
    question = item.question
    return -settled, -item.in_smallest, -len(item.matters_to), question.cost, question.slot, question.person
