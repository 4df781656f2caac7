"""The bench: a body of law, ready to judge the acts of a case.

`judge_case` is the main job: what must, may or must not be done, for every act that is asked, with sources.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from rogatory.casefile.model import Asked, CaseFile, Decided, Finding
from rogatory.casefile.view import WHOLE, View
from rogatory.law.acts import GRANT, REFUSE, Act, acts_asked
from rogatory.law.binding import Context
from rogatory.law.corpus import Law
from rogatory.law.formulas import Verdict
from rogatory.law.judging import judge
from rogatory.law.ruling import Ruling
from rogatory.states.treaties import TreatyMatrix, read_status


class NoDayError(ValueError):
    """The case file names no day and none was given: law and facts cannot be taken at no time."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """When to judge.

    Attributes:
        at: Day at which facts and bonds are taken; None: the act's own day, else the last day the file speaks of.
        known_at: Day whose knowledge is used; None: everything on file.
        law_now: Apply the law as it now stands instead of the law of the day.
    """

    at: date | None = None
    known_at: date | None = None
    law_now: bool = False


def with_attested_treaties(law: Law, case: CaseFile) -> Law:
    """The law with the treaty statuses attested in the case file.

    Raises:
        TreatyDataError: A row of the file cannot stand.
    """
    if not case.treaty_rows or not isinstance(law.treaties, TreatyMatrix):
        return law
    names = ("state", "instrument", "status", "from", "to", "source")
    day = case.last_day()
    defaults = {"status_check": "verified", "date_check": "verified", "as_of": day.isoformat() if day else ""}
    rows = [
        read_status({**defaults, **dict(zip(names, row, strict=True))}, where=f"{case.id}, treaties[{i}]")
        for i, row in enumerate(case.treaty_rows)
    ]
    return replace(law, treaties=law.treaties.with_rows(rows))


def judge_act(law: Law, case: CaseFile, asked: Asked, sitting: Sitting) -> Iterator[Ruling]:
    """Judge one act on the object asked, or on every object it can be done to.

    Raises:
        NoDayError: There is no day to judge at.
        KeyError: The case has no such object.
    """
    at = sitting.at or asked.at or case.last_day()
    if at is None:
        msg = f"{case.id} names no day; say as of which day to judge"
        raise NoDayError(msg)
    known_at = sitting.known_at or (asked.at if sitting.at is None else None)
    view = view_of(law, case, at, known_at)
    for obj in (asked.on,) if asked.on else view.objects(asked.act):
        yield judge(
            law, asked.act, obj, view.subjects(asked.act, obj), context(case, at, law_now=sitting.law_now),
            at=at, known_at=known_at,
        )  # fmt: skip


def view_of(law: Law, case: CaseFile, at: date, known_at: date | None = None) -> View:
    """The case as it is read for judging: with what the treaty matrix knows of the requesting state's membership."""
    return View(_with_membership(law, case, at), at, known_at)


def judge_case(law: Law, case: CaseFile, sitting: Sitting, acts: Iterable[Act] = ()) -> tuple[Ruling, ...]:
    """Judge `acts`, or the acts the file asks for, or those worth judging for the kind of request.

    Raises:
        NoDayError: There is no day to judge at.
        KeyError: The file asks for an act on an object it does not have.
        TreatyDataError: A treaty status attested in the file cannot stand.
    """
    law = with_attested_treaties(law, case)
    wanted = tuple(Asked(a) for a in acts)
    if not wanted:
        wanted = case.asked or tuple(Asked(a) for a in acts_asked(case.request.kind))
    return tuple(r for asked in wanted for r in judge_act(law, case, asked, sitting))


def _with_membership(law: Law, case: CaseFile, at: date) -> CaseFile:
    """The case with what the treaty matrix knows of the requesting state's membership, unless the file says it."""
    known = {f.question for f in case.findings}
    bond = law.treaties.bound(case.request.requesting, "EU", at)
    answers = {"BOUND": ("yes",), "NOT_BOUND": ("no",)}.get(bond.standing.name)
    if "request.from_member_state" in known or answers is None:
        return case
    told = Finding("treaty-matrix.EU", "request.from_member_state", answer=answers, source=bond.why, by="treaty matrix")
    return replace(case, findings=(*case.findings, told))


def context(case: CaseFile, at: date, *, law_now: bool = False) -> Context:
    """What decides which norms bind in `case` on the day `at`."""
    request = case.request
    return Context(request.requested, request.requesting, request.kind, at, None if law_now else at)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Granting and refusing judged together: a machine that refuses everything protects nobody.

    Attributes:
        grant: Verdict on granting.
        refuse: Verdict on refusing.
        word: must-refuse, must-examine, may-grant-under-conditions, may-choose, must-grant, may-grant, or
            conflict: both are forbidden, and a human must decide.
    """

    grant: Verdict
    refuse: Verdict
    word: str


def side_by_side(grant: Ruling, refuse: Ruling) -> SideBySide:
    """What follows from the rulings on granting and on refusing the same thing.

    Raises:
        ValueError: The rulings are not on granting and refusing the same object.
    """
    if (grant.act, refuse.act) != (GRANT, REFUSE) or grant.object != refuse.object:
        msg = "side by side stand a ruling on granting and a ruling on refusing the same object"
        raise ValueError(msg)
    return SideBySide(grant.verdict, refuse.verdict, _word(grant.verdict, refuse.verdict))


def _word(grant: Verdict, refuse: Verdict) -> str:
    if grant is Verdict.FORBIDDEN:
        return "conflict" if refuse is Verdict.FORBIDDEN else "must-refuse"
    if Verdict.NOT_RIPE in (grant, refuse):
        return "must-examine"
    if grant is Verdict.CONDITIONAL:
        return "may-grant-under-conditions"
    if grant is Verdict.DISCRETIONARY:
        return "may-choose"
    return "must-grant" if refuse is Verdict.FORBIDDEN else "may-grant"


def decisive_verdict(law: Law, case: CaseFile, decided: Decided) -> tuple[Verdict, tuple[Ruling, ...]]:
    """The verdict on the act a body decided, under the law as it now stands.

    Where the act falls on several objects that come out differently, what is left is cooperation in part: conditional.
    """
    law = with_attested_treaties(law, case)
    asked = Asked(decided.act, decided.object)
    rulings = tuple(judge_act(law, case, asked, Sitting(at=decided.on, law_now=True)))
    verdicts = {r.verdict for r in rulings}
    if len(verdicts) > 1 and Verdict.NOT_RIPE not in verdicts:
        return Verdict.CONDITIONAL, rulings
    return max(verdicts), rulings


__all__ = [
    "WHOLE", "NoDayError", "SideBySide", "Sitting", "context", "decisive_verdict", "judge_act", "judge_case",
    "side_by_side", "view_of", "with_attested_treaties",
]  # fmt: skip
