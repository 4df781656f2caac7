"""The docket: many cases judged together say exactly what judging them one by one says, before and after a change."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

import pytest

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law import bulk
from rogatory.law.acts import ACTS, GRANT, REFUSE, Act
from rogatory.law.binding import Context
from rogatory.law.bulk import Change, Docket, Entry, entry, judge_many
from rogatory.law.codegen import TRUE, UNKNOWN
from rogatory.law.columns import Register
from rogatory.law.corpus import Law
from rogatory.law.evidence import NOTHING, Answer, Standing, stand
from rogatory.law.formulas import Verdict
from rogatory.law.grades import Grade
from rogatory.law.judging import Subject, verdict_over
from rogatory.law.packs import Pack
from rogatory.law.questions import Form, Question, Trigger
from rogatory.law.reading import situate
from rogatory.law.vocabulary import VOCABULARY, person, request, state
from rogatory.states.treaties import packaged_matrix
from tests.law import random_law
from tests.law.build import DAY, norm, standings

KZ, RU = Context("BE", "KZ", "extradition", DAY), Context("BE", "RU", "extradition", DAY)
GRADES = [Grade.ESTABLISHED] * 3 + [Grade.SUBSTANTIAL, Grade.ARGUABLE, Grade.ALLEGED]


def made_up(*norms, triggers: tuple[Trigger, ...] = ()) -> Law:
    return Law((Pack("made-up", "Made up", norms),), VOCABULARY, triggers, packaged_matrix())


def random_answers(random: Random, question: Question) -> tuple[Answer, ...]:
    """One finding, an explicit unknown, or two that may conflict."""
    found = []
    for k in range(random.choice([1, 1, 1, 2])):
        values = (random.choice(question.values),) if question.values else ()
        if question.form is Form.NUMBER:
            found.append(Answer(f"f{k}", number=random.randrange(40)))
        elif question.form is Form.DAY:
            found.append(Answer(f"f{k}", day=DAY.replace(month=random.randint(1, 12))))
        elif random.random() < 0.2:
            found.append(Answer(f"f{k}", unknown=True))
        else:
            found.append(Answer(f"f{k}", values, random.choice(GRADES)))
    return tuple(found)


def random_file(random: Random, questions: Mapping[str, Question], share: float) -> dict[str, Standing]:
    return {slot: stand(q, random_answers(random, q), DAY) for slot, q in questions.items() if random.random() < share}


def one_by_one(law: Law, act: Act, entries: list[Entry]) -> dict[str, Verdict]:
    found = {}
    programs = {context: law.program(act, context) for context in {e.context for e in entries}}
    for e in entries:
        made = programs[e.context]
        outcomes = [made.outcome(situate(made, s.standings, e.at).reading) for s in e.subjects]
        found[e.key] = verdict_over(outcomes, act)
    return found


def docket(law: Law, act: Act, entries: list[Entry]) -> Docket:
    made = Docket(law, act)
    for e in entries:
        made.add(e)
    return made


def with_answer(entries: list[Entry], of: str, question: Question, value: str, grade: Grade) -> list[Entry]:
    standing = stand(question, (Answer("record", (value,), grade),), DAY)
    return [
        replace(e, subjects=tuple(replace(s, standings={**s.standings, question.slot: standing}) for s in e.subjects))
        if e.context.requesting == of
        else e
        for e in entries
    ]


Move = tuple[str, Verdict, Verdict]


def expected(before: dict[str, Verdict], after: dict[str, Verdict]) -> list[Move]:
    return sorted((k, before[k], after[k]) for k in before if before[k] is not after[k])


def each_case(changes: tuple[Change, ...]) -> list[Move]:
    return sorted((key, c.before, c.after) for c in changes for key in c.keys)


@pytest.fixture(params=[16, 1 << 14], ids=["many-shelves", "one-shelf"])
def shelf(request, monkeypatch):
    monkeypatch.setattr(bulk, "SHELF", request.param)


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("seed", range(12))
def test_random_law_in_bulk_and_after_changes_says_what_each_case_says(seed):
    random = Random(seed)
    norms = tuple(replace(n, releases=random.random() < 0.3) for n in random_law.norms(random, 10, pool=14))
    pool = random_law.QUESTIONS[:14]
    triggers = (Trigger(pool[0].slot, pool[1].yes, "why"), Trigger(pool[2].slot, pool[3].yes & pool[4].yes, "why"))
    law = made_up(*norms, triggers=triggers)
    questions = {q.slot: q for q in pool}
    entries = [
        Entry(
            f"case-{i}",
            random.choice([KZ, RU]),
            tuple(
                Subject(f"p{k}", random_file(random, questions, random.random()))
                for k in range(random.choice([1, 1, 1, 2, 3]))
            ),
            DAY,
        )
        for i in range(70)
    ]
    made = docket(law, GRANT, entries)
    before = one_by_one(law, GRANT, entries)
    assert made.verdicts() == before
    for _ in range(5):
        question = random.choice(pool)
        value, grade = random.choice(["yes", "no"]), random.choice(GRADES)
        entries = with_answer(entries, "KZ", question, value, grade)
        after = one_by_one(law, GRANT, entries)
        changes = made.record("KZ", question.slot, value, grade)
        assert each_case(changes) == expected(before, after)
        assert [c[:2] for c in changes] == sorted({c[:2] for c in changes}, key=lambda c: (-c[1], -c[0]))
        assert made.verdicts() == after
        before = after


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("act", "kind"),
    [("grant", "extradition"), ("surrender", "extradition"), ("refuse", "extradition"), ("transmit", "mla"),
     ("open-file", "mla"), ("refuse", "mla")],
)  # fmt: skip
def test_the_law_in_force_in_bulk_says_what_each_case_says(law, act, kind):
    random = Random(act + kind)
    contexts = [Context("BE", s, kind, DAY) for s in ("KZ", "RU", "TR")]
    questions = dict(law.program(ACTS[act], contexts[0]).questions)
    entries = [
        Entry(
            f"case-{i}",
            random.choice(contexts),
            tuple(Subject(f"p{k}", random_file(random, questions, 0.12)) for k in range(random.choice([1, 1, 2]))),
            DAY,
        )
        for i in range(90)
    ]
    made = docket(law, ACTS[act], entries)
    before = one_by_one(law, ACTS[act], entries)
    assert made.verdicts() == before
    for question in (state.torture_reports, state.systemic_deficiency, state.transnational_repression):
        entries = with_answer(entries, "KZ", question, "yes", Grade.ESTABLISHED)
        after = one_by_one(law, ACTS[act], entries)
        assert each_case(made.record("KZ", question.slot, "yes")) == expected(before, after)
        before = after


class TestSeveralPersons:
    bar = norm(when=person.opposition.yes)
    mild, barred = standings({person.opposition: "no"}), standings({person.opposition: "yes"})

    def test_a_case_is_as_barred_as_for_the_person_most_barred(self):
        case = Entry("k", KZ, (Subject("a", self.mild), Subject("b", self.barred)), DAY)
        assert judge_many(made_up(self.bar), GRANT, [case]) == {"k": Verdict.FORBIDDEN}

    def test_a_refusal_is_as_barred_as_for_the_person_least_barred(self):
        law = made_up(norm(when=person.opposition.yes, act=REFUSE))
        case = Entry("k", KZ, (Subject("a", self.mild), Subject("b", self.barred)), DAY)
        assert judge_many(law, REFUSE, [case]) == {"k": Verdict.ALLOWED}

    def test_a_change_for_one_person_alone_is_no_change_of_a_case_already_barred_for_another(self):
        law = made_up(self.bar, norm("second", when=request.proxy.yes & person.practises_law.yes))
        lawyer = standings({person.practises_law: "yes"})
        both = Entry("both", KZ, (Subject("a", lawyer), Subject("b", self.barred)), DAY)
        alone = Entry("alone", KZ, (Subject("a", lawyer),), DAY)
        made = docket(law, GRANT, [both, alone])
        changes = made.record("KZ", request.proxy.slot, "yes")
        assert changes == (Change(Verdict.ALLOWED, Verdict.FORBIDDEN, ("alone",)),)

    def test_a_case_in_which_two_persons_change_is_handed_back_once(self):
        law = made_up(norm(when=request.proxy.yes))
        made = docket(law, GRANT, [Entry("k", KZ, (Subject("a", {}), Subject("b", {})), DAY)])
        assert made.record("KZ", request.proxy.slot, "yes") == (Change(Verdict.ALLOWED, Verdict.FORBIDDEN, ("k",)),)
        assert made.count()[Verdict.FORBIDDEN] == 2


class TestRecord:
    def test_other_states_are_left_alone(self):
        law = made_up(norm(when=request.proxy.yes))
        made = docket(law, GRANT, [entry("kz", KZ, {}, DAY), entry("ru", RU, {}, DAY)])
        assert [c.keys for c in made.record("RU", request.proxy.slot, "yes")] == [("ru",)]
        assert made.verdicts() == {"kz": Verdict.ALLOWED, "ru": Verdict.FORBIDDEN}

    def test_a_case_added_afterwards_is_judged_with_the_rest(self):
        law = made_up(norm(when=request.proxy.yes))
        made = docket(law, GRANT, [entry("one", KZ, {}, DAY)])
        made.record("KZ", request.proxy.slot, "yes")
        made.add(entry("two", KZ, {}, DAY))
        assert made.verdicts() == {"one": Verdict.FORBIDDEN, "two": Verdict.ALLOWED}

    def test_an_allegation_raises_nothing(self):
        law = made_up(norm(when=request.proxy.yes))
        made = docket(law, GRANT, [entry("one", KZ, {}, DAY)])
        assert made.record("KZ", request.proxy.slot, "yes", Grade.ALLEGED) == ()

    def test_an_answer_the_question_does_not_take_is_refused(self):
        made = docket(made_up(norm(when=request.proxy.yes)), GRANT, [entry("one", KZ, {}, DAY)])
        with pytest.raises(ValueError, match="maybe"):
            made.record("KZ", request.proxy.slot, "maybe")
        with pytest.raises(KeyError):
            made.record("KZ", "no.such_question", "yes")

    def test_a_case_stands_in_the_docket_once_and_with_a_reading(self):
        made = docket(made_up(norm(when=request.proxy.yes)), GRANT, [entry("one", KZ, {}, DAY)])
        with pytest.raises(ValueError, match="already"):
            made.add(entry("one", KZ, {}, DAY))
        with pytest.raises(ValueError, match="nobody"):
            made.add(Entry("two", KZ, (), DAY))


@pytest.mark.parametrize("seed", range(6))
def test_the_norms_that_hold_an_act_back_are_told_for_each_case_and_add_up_to_its_verdict(seed):
    random = Random(seed)
    law = made_up(*random_law.norms(random, 12))
    program = law.program(GRANT, Context("BE", "KZ", "mla", DAY, DAY))
    register = Register(program)
    files = [random_file(random, program.questions, share) for share in (0, 0.3, 0.6, 0.9) for _ in range(8)]
    for file in files:
        register.add(file, DAY)
    holding, planes = register.holding(), register.judge()
    for case, file in enumerate(files):
        stands = [i for i, (sure, _) in enumerate(holding) if sure >> case & 1]
        may = [i for i, (_, perhaps) in enumerate(holding) if perhaps >> case & 1]
        assert not set(stands) & set(may)
        outcome = program.outcome(situate(program, file, DAY).reading)
        held = {outcome.forbids, outcome.obtains, outcome.permits_refusal}
        assert bool(stands) == (TRUE in held)
        assert bool(may) >= (UNKNOWN in held or outcome.duties)
        if not stands and not may:
            assert planes.of(case) in (Verdict.ALLOWED, Verdict.CONDITIONAL)


def test_a_register_of_empty_files_is_one_to_which_as_many_were_added():
    program = made_up(*random_law.norms(Random(3), 12)).program(GRANT, Context("BE", "KZ", "mla", DAY, DAY))
    added, made = Register(program), Register(program, 3)
    for _ in range(3):
        added.add({}, DAY)
    assert made.judge() == added.judge()
    assert made.holding() == added.holding()


def opened(entries: list[Entry], of: str, question: Question, older: frozenset[str]) -> list[Entry]:
    """The cases with the question live, and what answers it in the older ones not heard."""

    def reopened(key: str, subject: Subject) -> Subject:
        told = NOTHING if key in older else subject.standings.get(question.slot, NOTHING)
        return replace(subject, standings={**subject.standings, question.slot: replace(told, raised=True)})

    return [
        replace(e, subjects=tuple(reopened(e.key, s) for s in e.subjects)) if e.context.requesting == of else e
        for e in entries
    ]


def by_key(entries: list[Entry]) -> dict[str, Entry]:
    return {e.key: e for e in entries}


LAW_IN_FORCE = law_in_force()


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("question", [state.transnational_repression, state.torture_reports, state.unfair_trials])
def test_a_question_opened_in_bulk_says_what_each_case_says(question):
    random, law = Random(question.id), LAW_IN_FORCE
    contexts = [Context("BE", s, "extradition", DAY) for s in ("KZ", "RU")]
    questions = dict(law.program(GRANT, contexts[0]).questions)
    entries = [
        Entry(
            f"case-{i}",
            random.choice(contexts),
            tuple(Subject(f"p{k}", random_file(random, questions, 0.2)) for k in range(random.choice([1, 1, 2]))),
            DAY,
        )
        for i in range(80)
    ]
    older = frozenset(e.key for e in entries if random.random() < 0.2)
    made, before = docket(law, GRANT, entries), one_by_one(law, GRANT, entries)
    told = made.open("KZ", question.slot, older)
    after = one_by_one(law, GRANT, opened(entries, "KZ", question, older))
    assert made.verdicts() == after
    found = {key: (r.before, r.after, r.norms) for r in told for key in r.keys}
    assert len(found) == sum(len(r.keys) for r in told), "each case once"
    assert {k: (a, b) for k, (a, b, _) in found.items()} == {k: (before[k], after[k]) for k in found}
    assert {k for k in before if before[k] is not after[k]} <= found.keys()
    assert found, "something stands differently"
    assert all(norms for _, _, norms in found.values()), "and is told by the norms that do"
    untold = {e.key: e.subjects[0].standings.get(question.slot, NOTHING) for e in entries if e.key[-1] in "05"}
    made.put("KZ", question.slot, {key: replace(untold[key], raised=True) for key in untold})
    alone = {k: v for k, v in made.verdicts().items() if k in untold and len(by_key(entries)[k].subjects) == 1}
    expect = one_by_one(law, GRANT, opened(entries, "KZ", question, frozenset()))
    assert alone == {k: expect[k] for k in alone}
