"""Invariants of the law in force, over random cases: what must hold whatever the facts."""

from datetime import date
from random import Random

import pytest

from rogatory.law.acts import ACTS, REFUSE
from rogatory.law.binding import Context
from rogatory.law.conditions import Atom, Condition, Not, children
from rogatory.law.evidence import Answer, Standing, stand
from rogatory.law.explanation import reason
from rogatory.law.formulas import Verdict
from rogatory.law.grades import Grade
from rogatory.law.program import Program
from rogatory.law.questions import Form, Side
from rogatory.law.reading import situate

DAY = date(2025, 12, 16)
CONTEXTS = [
    (Context("BE", "KZ", "extradition", DAY), "grant"),
    (Context("BE", "KZ", "extradition", DAY), "surrender"),
    (Context("BE", "KZ", "mla", DAY), "grant"),
    (Context("BE", "KZ", "mla", DAY), "execute"),
    (Context("BE", "KZ", "mla", DAY), "transmit"),
    (Context("BE", "KZ", "mla", DAY), "open-file"),
    (Context("BE", "HU", "eaw", DAY), "grant"),
    (Context("FR", "IT", "eio", DAY), "transmit"),
    (Context("CA", "CN", "removal", DAY), "surrender"),
    (Context("INTERPOL", "RU", "red-notice", DAY), "keep-notice"),
]
NAMES = [f"{c.requested}-{c.requesting}-{c.kind}-{act}" for c, act in CONTEXTS]


def random_file(random: Random, made: Program, share: float = 0.35) -> dict[str, Standing]:
    found = {}
    for slot, question in made.questions.items():
        if question.form not in (Form.YES_NO, Form.ONE_OF) or random.random() > share:
            continue
        value = random.choice(question.values)
        grade = random.choice([Grade.ESTABLISHED] * 3 + [Grade.SUBSTANTIAL, Grade.ARGUABLE])
        found[slot] = stand(question, (Answer("f", (value,), grade),), DAY)
    return found


def verdict(made: Program, on_file: dict[str, Standing]) -> Verdict:
    return made.outcome(situate(made, on_file, DAY).reading).verdict


def stays_open(made: Program, on_file: dict[str, Standing], trigger: Condition, fulfilled: Condition) -> bool:
    """A duty that is open and that no answer still to come can fulfil."""
    situation = situate(made, on_file, DAY)
    raised = reason(made, situation, trigger).code == 3
    return raised and reason(made, situation, fulfilled, released=True).code == 0


def easiest(made: Program, on_file: dict[str, Standing]) -> Verdict:
    """The most cooperative verdict still possible if everything open is answered in favour of release."""
    outcome = made.outcome(situate(made, on_file, DAY).reading)
    if outcome.forbids == 3:
        return Verdict.FORBIDDEN
    if any(stays_open(made, on_file, trigger, done) for _, trigger, done in made.duties):
        return Verdict.NOT_RIPE
    if outcome.obtains == 3 or outcome.keeps == 3:
        return Verdict.CONDITIONAL
    return Verdict.DISCRETIONARY if outcome.permits_refusal == 3 else Verdict.ALLOWED


@pytest.mark.parametrize(("context", "act"), CONTEXTS, ids=NAMES)
def test_answering_an_open_question_never_undoes_a_bar(law, context, act):
    made = law.program(ACTS[act], context)
    random = Random(1)
    for _ in range(60):
        on_file = random_file(random, made)
        situation = situate(made, on_file, DAY)
        if made.outcome(situation.reading).verdict is not Verdict.FORBIDDEN:
            continue
        open_slots = {a.slot for a, c in zip(made.atoms, situation.reading[0], strict=True) if c == 1}
        for slot in open_slots:
            question = made.questions[slot]
            for value in question.values:
                answered = on_file | {slot: stand(question, (Answer("g", (value,)),), DAY)}
                assert verdict(made, answered) is Verdict.FORBIDDEN, (slot, value)


@pytest.mark.parametrize(("context", "act"), CONTEXTS, ids=NAMES)
def test_a_protective_fact_never_makes_cooperation_easier(law, context, act):
    made = law.program(ACTS[act], context)
    random = Random(2)
    protective = [q for q in made.questions.values() if q.side is Side.PROTECTS and q.form is Form.YES_NO]
    for _ in range(40):
        on_file = random_file(random, made)
        before = easiest(made, on_file)
        for question in random.sample(protective, min(25, len(protective))):
            more = on_file | {question.slot: stand(question, (Answer("g", ("yes",)),), DAY)}
            # Between member states asking comes before refusing: a bar may turn into a duty to ask, never into leave.
            assert easiest(made, more) >= min(before, Verdict.NOT_RIPE), question.slot


@pytest.mark.parametrize(("context", "act"), CONTEXTS, ids=NAMES)
def test_conflicting_evidence_on_a_protective_fact_is_never_milder_than_the_fact(law, context, act):
    made = law.program(ACTS[act], context)
    random = Random(3)
    protective = [q for q in made.questions.values() if q.side is Side.PROTECTS and q.form is Form.YES_NO]
    for _ in range(20):
        on_file = random_file(random, made)
        for question in random.sample(protective, min(15, len(protective))):
            yes, no = Answer("g", ("yes",)), Answer("h", ("no",))
            shown = easiest(made, on_file | {question.slot: stand(question, (yes,), DAY)})
            both = easiest(made, on_file | {question.slot: stand(question, (yes, no), DAY)})
            assert both >= shown, question.slot


def denied_atoms(condition: Condition, denied: bool = False) -> set[Atom]:
    """Atoms a condition asks to be excluded."""
    if isinstance(condition, Atom):
        return {condition} if denied else set()
    if isinstance(condition, Not):
        return denied_atoms(condition.of, not denied)
    return {a for child in children(condition) for a in denied_atoms(child, denied)}


def test_no_question_that_others_make_live_is_asked_for_its_absence_by_a_bar(law):
    """Else answering one question could turn a presumed exception into an unknown one and undo a bar."""
    triggered = {t.slot for t in law.triggers}
    for norm in law.norms:
        if REFUSE in norm.bears_on or norm.releases:
            continue
        for part in (norm.when, *(~u.when for u in norm.unless)):
            assert not {a.slot for a in denied_atoms(part)} & triggered, norm.id


def test_protective_questions_are_never_asked_for_their_absence_by_a_bar(law):
    for norm in law.norms:
        if REFUSE in norm.bears_on or norm.releases or not norm.effect.value.startswith(("forbids", "permits")):
            continue
        for atom in denied_atoms(norm.when):
            assert law.slot_question(atom.slot).side is not Side.PROTECTS, (norm.id, atom.slot)


def test_every_trigger_reads_what_is_on_file_and_never_what_is_missing(law):
    for trigger in law.triggers:
        assert not denied_atoms(trigger.when), trigger.slot
