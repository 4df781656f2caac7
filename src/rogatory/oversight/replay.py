"""Decided cases replayed: the verdict the law leads to beside what was really decided.

The law is applied without the policies of this system (no court was bound by them) and as it now stands (a case
decided under overruled law says so). A machine that refuses everything must score badly: agreement is reported as
balanced accuracy, the mean over the classes of the share each gets right.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rogatory.casefile.model import CaseFile, Decided
from rogatory.decision.bench import decisive_verdict
from rogatory.law.corpus import Law
from rogatory.law.formulas import Verdict
from rogatory.law.ruling import Ruling

FOUR = ("refuse", "examine", "conditions", "grant")
"""The classes: refuse, examine further, cooperate under conditions, cooperate."""
THREE = ("refuse", "examine", "cooperate")
"""The same with cooperation in one."""

CLASS_OF = {
    Verdict.FORBIDDEN: "refuse",
    Verdict.NOT_RIPE: "examine",
    Verdict.CONDITIONAL: "conditions",
    # An optional ground leaves the decider free to cooperate: counted as cooperation, so that leaning on
    # discretion where a body refused shows as an unsafe error and not as agreement.
    Verdict.DISCRETIONARY: "grant",
    Verdict.ALLOWED: "grant",
}
_REFUSAL_CLASS = {Verdict.FORBIDDEN: "grant", Verdict.NOT_RIPE: "examine"}


class NotDecidedError(ValueError):
    """A file without `decided` cannot be replayed."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """One decided case, replayed.

    Attributes:
        case: The case.
        decided: What was decided.
        verdict: Verdict on the decisive act.
        expected: Class the law, as it now stands, is expected to lead to.
        got: Class the verdict falls in.
        agrees: Whether they are the same, or the verdict is one the file names as right.
        rulings: The rulings on the decisive act.
    """

    case: CaseFile
    decided: Decided
    verdict: Verdict
    expected: str
    got: str
    agrees: bool
    rulings: tuple[Ruling, ...]

    @property
    def unsafe(self) -> bool:
        """The engine would allow what the body refused or found unlawful."""
        return self.expected == "refuse" and self.got in ("conditions", "grant")

    @property
    def over_protective(self) -> bool:
        """The engine refuses what was lawfully granted."""
        return self.expected in ("conditions", "grant") and self.got == "refuse"


def replay_case(law: Law, case: CaseFile) -> Replayed:
    """Replay one case.

    Raises:
        NotDecidedError: The file does not say what was decided.
    """
    decided = case.decided
    if decided is None:
        msg = f"{case.id}: nothing was decided; add `decided:` or leave the file out of the replay"
        raise NotDecidedError(msg)
    verdict, rulings = decisive_verdict(law.without_house_rules(), case, decided)
    expected = _expected(decided)
    got = _class(verdict, decided)
    named = verdict.word in decided.expect
    return Replayed(case, decided, verdict, got if named else expected, got, named or got == expected, rulings)


def _expected(decided: Decided) -> str:
    if decided.expect:
        verdict = next(v for v in Verdict if v.word == decided.expect[0])
        return _class(verdict, decided)
    return decided.result


def _class(verdict: Verdict, decided: Decided) -> str:
    """Class of a verdict; of a verdict on refusing, seen from the side of cooperation."""
    if decided.act.id == "refuse":
        return _REFUSAL_CLASS.get(verdict, "refuse")
    return CLASS_OF[verdict]


@dataclass(frozen=True, slots=True)
class Summary:
    """The replay of many cases, in figures.

    Attributes:
        cases: Cases replayed.
        three: Balanced accuracy over three classes, 0 to 1.
        four: Balanced accuracy over four classes, 0 to 1.
        unsafe: Identifiers of unsafe errors.
        over_protective: Identifiers of over-protective errors.
        table: Count of cases by expected and reached class.
        apart: Cases that rest on a body's own conclusion on an intermediate question.
        three_on_facts: Balanced accuracy over three classes of the cases that rest on facts alone; None if none do.
    """

    cases: int
    three: float
    four: float
    unsafe: tuple[str, ...]
    over_protective: tuple[str, ...]
    table: Counter[tuple[str, str]]
    apart: tuple[str, ...]
    three_on_facts: float | None


def summarise(replayed: Iterable[Replayed]) -> Summary:
    """Figures of a replay.

    Raises:
        ValueError: No case. A replay of nothing says nothing.
    """
    done = tuple(replayed)
    if not done:
        msg = "no decided case to replay: nothing replayed is not agreement"
        raise ValueError(msg)
    on_facts = [r for r in done if not r.decided.known_only_from]
    return Summary(
        cases=len(done),
        three=balanced([(_three(r.expected), _three(r.got)) for r in done]),
        four=balanced([(r.expected, r.got) for r in done]),
        unsafe=tuple(r.case.id for r in done if r.unsafe),
        over_protective=tuple(r.case.id for r in done if r.over_protective),
        table=Counter((r.expected, r.got) for r in done),
        apart=tuple(r.case.id for r in done if r.decided.known_only_from),
        three_on_facts=balanced([(_three(r.expected), _three(r.got)) for r in on_facts]) if on_facts else None,
    )


def balanced(pairs: list[tuple[str, str]]) -> float:
    """Mean over the expected classes of the share reached.

    >>> balanced([("refuse", "refuse"), ("refuse", "refuse"), ("grant", "refuse")])
    0.5
    """
    classes = sorted({expected for expected, _ in pairs})
    shares = []
    for name in classes:
        of_class = [got for expected, got in pairs if expected == name]
        shares.append(sum(got == name for got in of_class) / len(of_class))
    return sum(shares) / len(shares)


def _three(name: str) -> str:
    return "cooperate" if name in ("conditions", "grant") else name


def as_json(replayed: Iterable[Replayed]) -> dict[str, Any]:
    """The replay as JSON values."""
    done = tuple(replayed)
    summary = summarise(done)
    return {
        "summary": {
            "cases": summary.cases,
            "balanced_accuracy": {"three": summary.three, "four": summary.four},
            "three_on_facts_alone": summary.three_on_facts,
            "agree": sum(r.agrees for r in done),
            "unsafe": list(summary.unsafe),
            "over_protective": list(summary.over_protective),
            "resting_on_a_conclusion": list(summary.apart),
            "table": [{"expected": e, "got": g, "cases": n} for (e, g), n in sorted(summary.table.items())],
        },
        "cases": [_case_json(r) for r in done],
    }


def _case_json(r: Replayed) -> dict[str, Any]:
    return {
        "id": r.case.id,
        "title": r.case.title,
        "body": r.decided.body,
        "on": r.decided.on.isoformat(),
        "act": r.decided.act.id,
        "decided": r.decided.result,
        "expected": r.expected,
        "verdict": r.verdict.word,
        "class": r.got,
        "agrees": r.agrees,
        "unsafe": r.unsafe,
        "norms": [n.norm.id for ruling in r.rulings for n in ruling.leading()],
        "open_questions": [q.slot for ruling in r.rulings for q in ruling.questions],
        "conclusions": list(r.decided.known_only_from),
        "law_hash": r.rulings[0].law,
    }
