"""What the record of the requesting state asks of a case.

PACE Resolution 2509 (2023), point 17.7: the history of transnational repression of a requesting state is taken into
account. Here that means: a question about the state that its record opens is live until somebody answers it. The record
gives no answer itself, and nothing is counted.

Every question of the vocabulary about a state is about the requesting state, so no other state's record opens one.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from rogatory.casefile.model import ON_RECORD, CaseFile, Finding
from rogatory.law.grades import Grade
from rogatory.law.questions import Question, Side
from rogatory.law.vocabulary import VOCABULARY
from rogatory.states.record.entries import Entry
from rogatory.states.record.holding import Record, weighed


def with_record(case: CaseFile, record: Record, on: date) -> CaseFile:
    """The case with what the record of its requesting state opens: for each question a finding that says *unknown*.

    A question is not opened where somebody has answered it to its standard against the state, or has answered it in any
    way since the newest of its entries came on record (or without saying when). An answer that clears the state and is
    older than that entry is not heard: whoever gave it had not seen it (decision 0029).

    Args:
        case: The case.
        record: The record of every state.
        on: Day of judging; what came on record later is not known yet.
    """
    opened = record.known(on).opens(case.request.requesting)
    words = weighed(opened, on)
    findings = list(case.findings)
    for question, entries in opened.items():
        newest = max(record.first_read(e) for e in entries)
        told = [f for f in findings if f.question == question and f.holds(on, None)]
        if any(_answers(f, newest) for f in told):
            continue
        older = [f for f in told if _clears(f)]
        findings = [f for f in findings if f not in older]
        findings.append(_opened(question, words[question], min(record.first_read(e) for e in entries), older))
    return replace(case, findings=tuple(findings)) if opened else case


def entries_behind(question: str, case: CaseFile, record: Record, on: date) -> tuple[Entry, ...]:
    """The entries that make a question live in a case on the day `on`; none: they do not, or somebody has answered."""
    judged = with_record(case, record, on)
    if not any(f.question == question and f.by == ON_RECORD for f in judged.findings):
        return ()
    return record.known(on).opens(case.request.requesting)[question]


def _opened(question: str, words: str, since: date, older: Iterable[Finding]) -> Finding:
    days = [day.isoformat() for f in older if (day := _day(f))]
    not_heard = f"; what was answered on {', '.join(sorted(days))} is older" if days else ""
    return Finding(
        f"record-{question}", question, unknown=True, known=since, source=f"{words}{not_heard}", by=ON_RECORD
    )


def _answers(finding: Finding, newest: date) -> bool:
    """Whether what somebody found stands beside the record, so that it opens nothing."""
    if finding.unknown or finding.grade <= Grade.ALLEGED:
        return False
    if not _clears(finding) and finding.grade >= _of(finding).standard:
        return True
    day = _day(finding)
    return day is None or day >= newest


def _clears(finding: Finding) -> bool:
    """Whether it speaks for the state."""
    return finding.answer == (("no",) if _of(finding).side is Side.PROTECTS else ("yes",))


def _of(finding: Finding) -> Question:
    return VOCABULARY[finding.question]


def _day(finding: Finding) -> date | None:
    """The day on which somebody found it, or of what it rests on; None: not said."""
    return max((d for d in (finding.known, finding.as_of) if d), default=None)
