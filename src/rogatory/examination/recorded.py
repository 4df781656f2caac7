"""What the records of states ask of a case.

PACE Resolution 2509 (2023), point 17.7: the history of transnational repression of a requesting state is taken into
account. Here that means: a question about the state that its record opens is live until somebody answers it. The record
gives no answer itself, and nothing is counted.

Where another state may stand behind the request, as its proceedings or a link with what is already known name it, the
record of that state is asked as well, and whether it steers the request is asked with it (decision 0038).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from rogatory.casefile.model import ON_RECORD, CaseFile, Finding
from rogatory.law.grades import Grade
from rogatory.law.questions import Question, Side
from rogatory.law.vocabulary import VOCABULARY, request
from rogatory.states.record.entries import Entry
from rogatory.states.record.holding import Record, weighed


@dataclass(frozen=True, slots=True)
class Behind:
    """A state that may stand behind a request of another.

    Attributes:
        state: That state, two letters.
        why: What names it, as `proceedings P1 of the request`.
        since: Day from which the office knew it; None: always.
    """

    state: str
    why: str
    since: date | None = None


def with_record(case: CaseFile, record: Record, on: date, behind: Iterable[Behind] = ()) -> CaseFile:
    """The case with what the record of its requesting state opens: for each question a finding that says *unknown*.

    A question is not opened where somebody has answered it to its standard against the state, or has answered it in any
    way since the newest of its entries came on record (or without saying when). An answer that clears the state and is
    older than that entry is not heard: whoever gave it had not seen it (decision 0029).

    The record of a state that may stand behind the request opens the same questions, and whether it does, until
    somebody has said that no state does since it was named. One of which nothing is on record asks nothing.

    Args:
        case: The case.
        record: The record of every state.
        on: Day of judging; what came on record later is not known yet.
        behind: States that may stand behind the request, beside those its own proceedings name.
    """
    known = record.known(on)
    steering = _steering(case, known, on, behind)
    opened = _together([known.opens(one) for one in (case.request.requesting, *{b.state: b for b in steering})])
    mine = known.opens(case.request.requesting)
    findings = list(case.findings)
    for question, entries in opened.items():
        newest = max(record.first_read(e) for e in entries)
        told = [f for f in findings if f.question == question and f.holds(on, None)]
        if any(_answers(f, newest) for f in told):
            continue
        older = [f for f in told if _clears(f)]
        findings = [f for f in findings if f not in older]
        own = mine.get(question, ())
        theirs = [(b, es) for b in steering if (es := known.opens(b.state).get(question))]
        words = [weighed({question: own}, on)[question]] if own else []
        words += [f"of {b.state}, {b.why}: {weighed({question: es}, on)[question]}" for b, es in theirs]
        findings.append(_opened(question, "; ".join(words), min(record.first_read(e) for e in entries), older))
    findings += _asked_whether(case, steering, known)
    return replace(case, findings=tuple(findings)) if opened else case


def entries_behind(
    question: str, case: CaseFile, record: Record, on: date, behind: Iterable[Behind] = ()
) -> tuple[Entry, ...]:
    """The entries that make a question live in a case on the day `on`; none: they do not, or somebody has answered."""
    behind = tuple(behind)
    judged = with_record(case, record, on, behind)
    if not any(f.question == question and f.by == ON_RECORD for f in judged.findings):
        return ()
    known = record.known(on)
    states = {case.request.requesting: None} | {b.state: None for b in _steering(case, known, on, behind)}
    return tuple(entry for one in states for entry in known.opens(one).get(question, ()))


def named_behind(case: CaseFile) -> tuple[Behind, ...]:
    """The states whose proceedings stand behind a request that is not theirs, as the file names them."""
    own = {case.request.requesting, case.request.requested, ""}
    return tuple(Behind(p.state, f"proceedings {p.id} of the request") for p in case.proceedings if p.state not in own)


def _steering(case: CaseFile, known: Record, on: date, behind: Iterable[Behind]) -> tuple[Behind, ...]:
    """The states behind the request that are to be asked, each once, by what named it first."""
    found: dict[str, Behind] = {}
    for one in (*named_behind(case), *behind):
        if one.state not in (case.request.requesting, case.request.requested) and known.opens(one.state):
            found.setdefault(one.state, one)
    cleared = [f for f in _told(case) if f.answer == ("no",) and f.holds(on, None)]
    return tuple(one for one in found.values() if not any(_since(f, one.since) for f in cleared))


def _asked_whether(case: CaseFile, steering: Iterable[Behind], known: Record) -> list[Finding]:
    """That it is asked whether a state steers the request, once, unless somebody has shown it."""
    asked = list(steering)
    shown = any(f.answer == ("yes",) and f.grade >= VOCABULARY[f.question].standard for f in _told(case))
    if not asked or shown:
        return []
    words = "; ".join(f"{b.state}, {b.why}, has entries on its record" for b in asked)
    first = min(known.first_read(e) for b in asked for es in known.opens(b.state).values() for e in es)
    return [_opened(request.proxy.id, words, first, ())]


def _told(case: CaseFile) -> list[Finding]:
    found = [f for f in case.findings if f.question == request.proxy.id]
    return [f for f in found if not f.unknown and f.grade > Grade.ALLEGED]


def _since(finding: Finding, day: date | None) -> bool:
    told = _day(finding)
    return told is None or day is None or told >= day


def _together(opened: Iterable[Mapping[str, tuple[Entry, ...]]]) -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for one in opened:
        for question, entries in one.items():
            found[question] = (*found.get(question, ()), *entries)
    return {question: found[question] for question in sorted(found)}


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
