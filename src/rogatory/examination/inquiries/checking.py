"""Where an inquiry stands, step by step and criterion by criterion: done, open or overdue. Nothing is summed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from rogatory.examination.inquiries.allegations import Allegation, Origin, Standing
from rogatory.examination.inquiries.steps import (
    CRITERIA,
    Criterion,
    CriterionRule,
    Step,
    StepRule,
    asked_of,
    to_take,
)
from rogatory.law.acts import CONSULT, COOPERATING, OPEN_SEAL, POSTPONE, REFUSE

PART_IN_THE_REQUEST = frozenset(
    {a.id for a in COOPERATING} - {CONSULT.id} | {REFUSE.id, POSTPONE.id, OPEN_SEAL.id, "seal-material"}
)
"""Acts by which somebody decides, proposes or carries out what was requested, tried ones too: whoever did one leads no
inquiry into an allegation that concerns it (UN Convention against Torture, Articles 12 and 13: impartial). Consulting
is none of them: so the state is asked for its account."""


class State(Enum):
    """How a step or a criterion stands."""

    DONE = "done"
    LEFT_OUT = "left out"
    """With reasons; of a criterion never."""
    OPEN = "open"
    OVERDUE = "overdue"
    """Its time limit has passed, and it is still open."""
    NOT_ASKED = "not asked"
    """The allegation was refused: nothing more is done, unless a court quashes that."""


@dataclass(frozen=True, slots=True)
class Did:
    """Something somebody did, tried or agreed to in the case: account, and identifier of the act."""

    account: str
    act: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step, how it stands, and the entry that says so (None: none does)."""

    rule: StepRule
    state: State
    entry: int | None


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """A criterion, how it stands, and the steps that are still open for it."""

    rule: CriterionRule
    state: State
    open: tuple[Step, ...]


def part_in(account: str, done: Iterable[Did]) -> tuple[str, ...]:
    """By which acts somebody decided, proposed or carried out what was requested; none: they had no part in it.

    Args:
        account: Whose part is asked for.
        done: What was done, tried or agreed to in the case.
    """
    return tuple(dict.fromkeys(d.act for d in done if d.account == account and d.act in PART_IN_THE_REQUEST))


def unsettled(allegation: Allegation) -> tuple[Step, ...]:
    """The steps that must still be taken, or left out with reasons, before the inquiry may be concluded."""
    settled = _entries(allegation)
    return tuple(step for step in to_take(torture=allegation.torture) if step not in settled)


def step_lines(allegation: Allegation, late: Collection[Step]) -> tuple[StepLine, ...]:
    """Every step asked of an inquiry, and how it stands.

    Args:
        allegation: The allegation.
        late: Steps whose time limit has passed.
    """
    entries, settled = _entries(allegation), allegation.settled()
    refused = allegation.standing is Standing.REFUSED
    found = []
    for rule in asked_of(torture=allegation.torture):
        entry = entries.get(rule.step)
        if entry is None:
            asked = not refused or rule.step is Step.INFORMED
            state = (State.OVERDUE if rule.step in late else State.OPEN) if asked else State.NOT_ASKED
        else:
            left_out = rule.step in settled and settled[rule.step].left_out
            state = State.LEFT_OUT if left_out else State.DONE
        found.append(StepLine(rule, state, entry))
    return tuple(found)


def criterion_lines(allegation: Allegation, late: Collection[Step], done: Iterable[Did]) -> tuple[CriterionLine, ...]:
    """Every criterion of an effective investigation, and how it stands.

    Independence stands open again as soon as whoever leads the inquiry has a part in the request.

    Args:
        allegation: The allegation.
        late: Steps whose time limit has passed, those taken too late too.
        done: What was done, tried or agreed to in the case.
    """
    states = {line.rule.step: line.state for line in step_lines(allegation, late)}
    partial = bool(allegation.leads and part_in(allegation.leads, done))
    return tuple(_criterion(rule, states, late, partial=partial) for rule in CRITERIA.values())


def _criterion(
    rule: CriterionRule, states: Mapping[Step, State], late: Collection[Step], *, partial: bool
) -> CriterionLine:
    waiting = tuple(s for s in rule.shown_by if states.get(s, State.DONE) not in (State.DONE, State.LEFT_OUT))
    if rule.criterion is Criterion.INDEPENDENCE and partial:
        waiting = (Step.INVESTIGATOR,)
    # A step that was taken too late was not prompt; for the other criteria it was taken.
    prompt = rule.criterion is Criterion.PROMPTNESS
    overdue = any(s in late for s in (rule.shown_by if prompt else waiting))
    state = State.OVERDUE if overdue else State.OPEN if waiting else State.DONE
    return CriterionLine(rule, state, waiting)


def _entries(allegation: Allegation) -> dict[Step, int]:
    """The entry that settles each step that is settled."""
    found = {Step.REGISTERED: allegation.entry}
    if allegation.origin in (Origin.PERSON, Origin.COUNSEL, Origin.OFFICIAL):
        # Lodged at the door: the receipt comes at once, and who is in the office knows.
        found[Step.ACKNOWLEDGED] = allegation.entry
    if allegation.taken:
        found[Step.INVESTIGATOR] = allegation.taken[-1].entry
    found |= {step: taking.entry for step, taking in allegation.settled().items()}
    if allegation.conclusion is not None:
        found[Step.CONCLUSION] = allegation.conclusion.entry
    return found
