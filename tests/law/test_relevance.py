"""The questions that still matter: none missing, none superfluous, against brute force over every way of answering."""

from dataclasses import replace
from itertools import product
from random import Random

import pytest

from rogatory.law.acts import ACTS
from rogatory.law.binding import Context
from rogatory.law.conditions import Condition
from rogatory.law.evidence import Answer, stand
from rogatory.law.formulas import Verdict
from rogatory.law.norms import Cure, Effect
from rogatory.law.program import Program
from rogatory.law.questions import Form, Side
from rogatory.law.reading import Situation, situate
from rogatory.law.relevance import still_open
from rogatory.law.vocabulary import person, remedy, request, risk
from tests.law import random_law
from tests.law.build import DAY, norm, program, standings

A, B, C = person.opposition.yes, person.practises_law.yes, risk.dispelled.yes


def situation(drawn: list[int]) -> Situation:
    return Situation(random_law.reading(drawn), {}, frozenset(), {}, frozenset(), DAY)  # type: ignore[arg-type]


def brute_force(made: Program, drawn: list[int]) -> dict[tuple[int, ...], Verdict]:
    """The verdict under every way of answering the open atoms (one atom to a question in the random law)."""
    open_ = [i for i, code in enumerate(drawn) if code == 1]
    found = {}
    for answers in product((0, 3), repeat=len(open_)):
        full = list(drawn)
        for i, answer in zip(open_, answers, strict=True):
            full[i] = answer
        found[answers] = made.outcome(random_law.reading(full)).verdict  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize("seed", range(60))
def test_relevant_decisive_and_settled_are_exactly_what_brute_force_finds(seed):
    random = Random(seed)
    made = program(*random_law.norms(random, 6, pool=9))
    drawn = random_law.codes(random, len(made.atoms))
    ways = brute_force(made, drawn)
    still = still_open(made, situation(drawn))
    open_slots = [made.atoms[i].slot for i, code in enumerate(drawn) if code == 1]

    assert set(still.reachable) == set(ways.values())
    relevant = {
        slot
        for k, slot in enumerate(open_slots)
        if any(v is not ways[(*a[:k], 3 - a[k], *a[k + 1 :])] for a, v in ways.items())
    }
    assert set(still.relevant) == relevant
    decisive = set()
    if len(still.reachable) > 1:
        for k, slot in enumerate(open_slots):
            for value, word in ((3, "yes"), (0, "no")):
                reached = {v for a, v in ways.items() if a[k] == value}
                if len(reached) == 1 and slot in relevant:
                    decisive.add((slot, word, reached.pop()))
    assert {(s.answers[0][0], s.answers[0][1], s.verdict) for s in still.decisive} == decisive


@pytest.mark.parametrize("seed", range(40))
def test_every_settling_set_settles_and_none_smaller_does(seed):
    random = Random(seed)
    made = program(*random_law.norms(random, 5, pool=8))
    drawn = random_law.codes(random, len(made.atoms))
    still = still_open(made, situation(drawn))
    ways = brute_force(made, drawn)
    open_slots = [made.atoms[i].slot for i, code in enumerate(drawn) if code == 1]

    def reached(answers: tuple[tuple[str, str], ...]) -> set[Verdict]:
        fixed = {open_slots.index(slot): 3 if answer == "yes" else 0 for slot, answer in answers}
        return {v for a, v in ways.items() if all(a[k] == value for k, value in fixed.items())}

    for settling in still.smallest:
        assert reached(settling.answers) == {settling.verdict}
        for leave_out in range(len(settling.answers)):
            rest = settling.answers[:leave_out] + settling.answers[leave_out + 1 :]
            assert len(reached(rest)) > 1
    if still.clearing:
        held = {Verdict.FORBIDDEN, Verdict.NOT_RIPE}
        assert not reached(still.clearing) & held
        for leave_out in range(len(still.clearing)):
            assert reached(still.clearing[:leave_out] + still.clearing[leave_out + 1 :]) & held


@pytest.mark.parametrize("seed", range(60))
def test_the_same_holds_where_evidence_conflicts_and_norms_release(seed):
    random = Random(1000 + seed)
    norms = tuple(replace(n, releases=random.random() < 0.5) for n in random_law.norms(random, 5, pool=8))
    made = program(*norms)
    drawn = random.choices([0, 1, 3, 2], [25, 35, 20, 20], k=len(made.atoms))
    ways = brute_force(made, drawn)
    still = still_open(made, situation(drawn))
    open_slots = [made.atoms[i].slot for i, code in enumerate(drawn) if code == 1]
    relevant = {
        slot
        for k, slot in enumerate(open_slots)
        if any(v is not ways[(*a[:k], 3 - a[k], *a[k + 1 :])] for a, v in ways.items())
    }
    assert set(still.reachable) == set(ways.values())
    assert set(still.relevant) == relevant


@pytest.mark.parametrize("act", ["grant", "execute", "transmit", "open-file", "refuse"])
def test_the_law_in_force_is_asked_about_as_brute_force_would(law, act):
    """Nine questions open in an otherwise answered file. What an answer makes live in turn is asked afterwards."""
    random = Random(act)
    made = law.program(ACTS[act], Context("BE", "KZ", "mla", DAY))
    plain = [q for q in made.questions.values() if q.form is Form.YES_NO]
    for _ in range(6):
        answers = {q: random.choice(("no", "no", "no", "yes")) if q.side is Side.PROTECTS else "yes" for q in plain}
        left_open = random.sample(plain, 9)
        on_file = {
            q.slot: stand(q, (Answer("f", q.values[:1], number=1, day=DAY),), DAY) for q in made.questions.values()
        }
        on_file |= standings(answers | dict.fromkeys(left_open, "unknown"))
        read = situate(made, on_file, DAY)
        still = still_open(made, read)
        ways = {}
        for given in product((3, 0), repeat=len(left_open)):
            told = dict(zip((q.slot for q in left_open), given, strict=True))
            drawn = [told.get(a.slot, c) if c == 1 else c for a, c in zip(made.atoms, read.reading[0], strict=True)]
            ways[given] = made.outcome(random_law.reading(drawn)).verdict  # type: ignore[arg-type]
        assert still.exact
        assert set(still.reachable) == set(ways.values())
        for k, question in enumerate(left_open):
            changes = any(v is not ways[(*a[:k], 0, *a[k + 1 :])] for a, v in ways.items())
            assert not changes or question.slot in still.relevant, question.slot


class TestManyQuestions:
    """More questions open than could be looked at in every way together."""

    def test_questions_that_share_no_norm_are_looked_at_apart_and_all_exactly(self):
        questions = random_law.QUESTIONS[:40]
        made = program(*(norm(f"bar-{q.id}", when=q.yes) for q in questions))
        still = open_of(made, dict.fromkeys(questions, "unknown"))
        assert still.exact
        assert set(still.relevant) == {q.slot for q in questions}
        assert {s.answers for s in still.decisive} == {((q.slot, "yes"),) for q in questions}
        assert set(still.clearing) == {(q.slot, "no") for q in questions}

    @pytest.mark.parametrize("seed", range(60))
    def test_looked_at_one_by_one_nothing_that_matters_is_lost_and_nothing_false_is_said(self, seed, monkeypatch):
        random = Random(2000 + seed)
        made = program(*random_law.norms(random, 6, pool=10))
        drawn = random_law.codes(random, len(made.atoms), conflicts=seed % 2 == 1)
        exact = still_open(made, situation(drawn))
        monkeypatch.setattr("rogatory.law.looking.MOST_WAYS", random.choice([1, 2, 4, 8]))
        coarse = still_open(made, situation(drawn))
        assert set(exact.reachable) <= set(coarse.reachable)
        assert set(exact.relevant) <= set(coarse.relevant)
        assert coarse.clearing in ((), exact.clearing)
        for settling in coarse.smallest:
            given = dict(settling.answers)
            full = [
                {"yes": 3, "no": 0}[given[a.slot]] if a.slot in given else drawn[i] for i, a in enumerate(made.atoms)
            ]
            monkeypatch.setattr("rogatory.law.looking.MOST_WAYS", 1 << 14)
            assert still_open(made, situation(full)).reachable == (settling.verdict,)


def open_of(made: Program, answers):
    return still_open(made, situate(made, standings(answers), DAY))


def bar(when: Condition, **more):
    return norm(when=when, **more)


class TestSituations:
    def test_a_formula_that_is_true_either_way_is_decided_although_three_values_leave_it_open(self):
        made = program(bar(A & (B | ~B)))
        answers = {person.opposition: "yes", person.practises_law: "unknown"}
        assert made.outcome(situate(made, standings(answers), DAY).reading).verdict is Verdict.NOT_RIPE
        assert open_of(made, answers).reachable == (Verdict.FORBIDDEN,)

    def test_answers_that_exclude_each_other_are_never_combined(self):
        question = request.political_offence
        made = program(bar(question.is_("absolute") & question.is_("relative")))
        assert open_of(made, {question: "unknown"}).reachable == (Verdict.ALLOWED,)

    def test_a_graded_question_is_asked_once_with_its_grades(self):
        from rogatory.law.grades import Grade

        question = person.past_ill_treatment
        made = program(
            bar(question.shown(Grade.ESTABLISHED)),
            norm("may", when=question.shown(Grade.SUBSTANTIAL), effect=Effect.MAY_REFUSE),
        )
        still = open_of(made, {question: "unknown"})
        assert {(s.answers[0][1], s.verdict) for s in still.decisive} == {
            ("yes, substantial", Verdict.DISCRETIONARY),
            ("yes, established", Verdict.FORBIDDEN),
            ("no", Verdict.ALLOWED),
        }

    def test_a_question_that_can_change_nothing_is_not_asked(self):
        made = program(bar(A), norm("other", when=B, effect=Effect.MAY_REFUSE))
        still = open_of(made, {person.opposition: "yes", person.practises_law: "unknown"})
        assert still.relevant == ()
        assert still.reachable == (Verdict.FORBIDDEN,)

    def test_cheap_questions_come_before_hard_ones(self):
        made = program(bar((remedy.pending.yes & request.information_missing.yes) | NEVER_ALONE))
        still = open_of(made, {request.information_missing: "unknown", person.opposition: "unknown"})
        costs = [made.questions[slot].cost for slot in still.relevant]
        assert costs == sorted(costs)

    def test_what_clears_names_every_answer_needed_and_no_other(self):
        made = program(bar(A), bar_two(), norm("free", when=C & B, effect=Effect.ENTITLES))
        still = open_of(made, {person.opposition: "unknown", person.practises_law: "unknown"})
        assert set(still.clearing) == {("person.opposition", "no"), ("person.practises_law", "no")}


NEVER_ALONE = person.opposition.yes & remedy.pending.yes


def bar_two():
    return norm("two", when=B, cure=Cure(risk.retrial.no & C, "obtain"))
