"""What the door itself sees and tells the law as findings: nobody is asked for it, and nobody can say otherwise."""

from dataclasses import replace
from datetime import date
from itertools import takewhile

from rogatory.casefile.model import CaseFile, Finding
from rogatory.examination.recorded import Behind, with_record
from rogatory.law.acts import SCREEN
from rogatory.law.vocabulary import hearing, remedy
from rogatory.linkage.model import Band
from rogatory.office.filing import FIND
from rogatory.office.folds.dossier import Dossier, Entry, named
from rogatory.office.folds.limits import not_known, windows
from rogatory.office.folds.linking import LinkState, undecided
from rogatory.office.folds.screening import WHAT_IS_MATCHED, is_complete
from rogatory.states.record.holding import NOTHING_ON_RECORD, Record

ONLY_THE_DOOR = frozenset({hearing.links_decided.id})
"""Questions nobody else answers: a finding on one of them is not heard."""


def seen_by_the_door(case: CaseFile) -> CaseFile:
    """The case with what the door ensures whenever an act is done.

    No act that needs a second person and a witnessed journal passes without them (check 7); judged before, the act is
    judged as it would be done.
    """
    if any(f.question == hearing.second_person.id for f in case.findings):
        return case
    ensured = _door(hearing.second_person.id, "one door, check 7")
    return replace(case, findings=(*case.findings, ensured))


def as_judged(dossier: Dossier, on: date | None = None, record: Record = NOTHING_ON_RECORD) -> CaseFile:
    """The case as every ruling on it is made: with what the door sees of its links, screenings and time limits.

    Whether a link waits is for the door alone to say. Whether the registers were searched may be answered by hand until
    the case is screened for the first time; from then on the screenings say it, and nobody else.
    While the time to lodge a remedy is open to somebody, or somebody was not served, the door says so, whatever was
    answered. It never says that no time runs: where it sees none, that is for somebody to answer. Once there is a
    ruling of which nobody knows how long it can be challenged, what was answered before is not heard, unless it is yes.
    What the records of the requesting state and of states that may stand behind it open is live
    (`examination.recorded`).

    Args:
        dossier: The case.
        on: The day as of which it is judged; None: the day of its last entry.
        record: What is on record about states.
    """
    on = on or dossier.entries[-1].at.date()
    return asked_by(dossier, answered(dossier, on), record, on)


def asked_by(dossier: Dossier, case: CaseFile, record: Record, on: date) -> CaseFile:
    """A case as `answered` gives it, with what the records of states ask of it."""
    return seen_by_the_door(with_record(case, record, on, linked_behind(dossier)))


def answered(dossier: Dossier, on: date) -> CaseFile:
    """The case with what the door sees of its links, screenings and time limits, before any record is asked."""
    case, screenings = dossier.case, [e for e in dossier.entries if e.act == SCREEN.id]
    unheard = ONLY_THE_DOOR | ({hearing.registers_searched.id} if screenings else frozenset())
    open_ = windows(dossier, on)
    unheard |= {remedy.period_running.id} if open_ else frozenset()
    too_soon = _answered_too_soon(dossier)
    told = [f for f in case.findings if f.question not in unheard and f.id not in too_soon]
    if open_:
        # Not which: who stands beside one person reads this as well, and of a notice kept back nothing is told.
        told.append(_door(remedy.period_running.id, "the time limits and notices of this case"))
    if undecided(dossier.links):
        told.append(_door(hearing.links_decided.id, "the links of this case", "no"))
    if any(covers(dossier, screening) for screening in reversed(screenings)):
        told.append(_door(hearing.registers_searched.id, "the screenings of this case"))
    return replace(case, findings=tuple(told))


def linked_behind(dossier: Dossier) -> tuple[Behind, ...]:
    """The states that asked about the same person or proceedings before, as the links of a case tell.

    Not of a link that was dismissed or need not be examined, nor of one whose words stand apart: a ruling would tell
    them.
    """
    days = {entry.seq: entry.at.date() for entry in dossier.entries} if dossier.links else {}
    return tuple(
        Behind(state, f"which asked before ({link.name})", days.get(link.entries[0]))
        for link in dossier.links.values()
        if link.state is not LinkState.DISMISSED and link.compartment is None
        if link.state is LinkState.CONFIRMED or link.band is Band.MUST_EXAMINE
        for state in link.told.get("states", ())
    )


def nobody_knows_how_long(dossier: Dossier) -> bool:
    """Whether a ruling can be challenged nobody knows how long, and nobody has said since that this is over."""
    too_soon = _answered_too_soon(dossier)
    asked = [f for f in dossier.case.findings if f.question == remedy.period_running.id and f.until is None]
    return not_known(dossier) is not None and {f.answer for f in asked if f.id not in too_soon} != {("no",)}


def _answered_too_soon(dossier: Dossier) -> frozenset[str]:
    """Answers that no time to challenge runs, given before a ruling of which nobody knows how long one has."""
    ruling = not_known(dossier)
    if ruling is None:
        return frozenset()
    since = {named("finding", n) for n, e in enumerate(dossier.entries) if e.act == FIND.id and e.seq > ruling}
    return frozenset(
        f.id
        for f in dossier.case.findings
        if f.question == remedy.period_running.id and "yes" not in f.answer and f.id not in since
    )


def covers(dossier: Dossier, screening: Entry) -> bool:
    """Whether a screening looked through every register kept, for the case as it stands."""
    recorded = screening.fields.get("screening")
    if not recorded or not is_complete(recorded["coverage"]):
        return False
    # From the end: a case that is long open has been screened very often.
    since = takewhile(lambda entry: entry.seq > recorded["head"], reversed(dossier.entries))
    return not any(e.fields.get("adds", {}).get(part) for e in since for part in WHAT_IS_MATCHED)


def screened_to(dossier: Dossier) -> int | None:
    """Up to which state of the registers the last screening looked for the case (`Screening.state`).

    None: there was none, it did not reach every register, or what is matched of the file has changed since.
    """
    last = next((e for e in reversed(dossier.entries) if e.act == SCREEN.id), None)
    if last is None or not covers(dossier, last):
        return None
    state: int | None = last.fields["screening"].get("state")
    return state


def _door(question: str, source: str, answer: str = "yes") -> Finding:
    return Finding(f"door-{question}", question, answer=(answer,), source=source, by="one door")
