"""The questions that still matter where answers are graded, chosen from lists, numbers or days.

Brute force here goes by real answers: each open question is answered in every way an authority could answer it, and
each answer is read as evidence is read.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import combinations, product
from random import Random

import pytest

from rogatory.law.conditions import All, AnyOf, Atom, Condition, Not, Op
from rogatory.law.evidence import Answer, Standing, read, stand
from rogatory.law.formulas import Verdict
from rogatory.law.grades import Grade
from rogatory.law.norms import Cure, Effect
from rogatory.law.program import Program
from rogatory.law.questions import Form, Question
from rogatory.law.reading import Situation, situate
from rogatory.law.relevance import StillOpen, still_open
from rogatory.law.vocabulary import VOCABULARY, notice, person, request, risk
from tests.law.build import DAY, norm, program

FORMS = {form: [q for q in VOCABULARY.values() if q.form is form and q.of.value != "assurance"] for form in Form}
POOL = [*FORMS[Form.YES_NO][:4], *FORMS[Form.ONE_OF][:2], *FORMS[Form.SOME_OF][:1], *FORMS[Form.NUMBER][:1],
        *FORMS[Form.DAY][:1]]  # fmt: skip
DRAWN = 4


def atom(random: Random, question: Question) -> Condition:
    match question.form:
        case Form.YES_NO:
            made = question.shown(random.choice([Grade.ARGUABLE, Grade.SUBSTANTIAL, Grade.ESTABLISHED]))
        case Form.ONE_OF | Form.SOME_OF:
            made = question.is_(*random.sample(question.values[:4], random.randint(1, 2)))
        case Form.NUMBER:
            made = question.at_least(random.choice([10, 20, 30]))
        case Form.DAY:
            made = question.days_passed(random.choice([18, 40]))
    return Not(made) if random.random() < 0.25 else made


def condition(random: Random, pool: list[Question], size: int) -> Condition:
    parts = tuple(atom(random, random.choice(pool)) for _ in range(size))
    return parts[0] if size == 1 else (All if random.random() < 0.6 else AnyOf)(parts)


def random_program(random: Random) -> Program:
    pool = random.sample(POOL, DRAWN)
    effects = [Effect.FORBIDS, Effect.FORBIDS, Effect.REQUIRES, Effect.MAY_REFUSE]
    made = []
    for i in range(5):
        effect = random.choice(effects)
        cured = effect is Effect.REQUIRES or random.random() < 0.2
        made.append(
            norm(
                f"norm-{i}",
                when=condition(random, pool, random.randint(1, 3)),
                effect=effect,
                unless=condition(random, pool, 1) if random.random() < 0.4 else None,
                cure=Cure(condition(random, pool, 1), "obtain", "keep") if cured else None,
            )
        )
    return program(*made)


def answers(question: Question, numbers: list[int]) -> Iterator[Answer]:
    """Every complete answer an authority could give."""
    match question.form:
        case Form.YES_NO:
            yield from (Answer("f", ("yes",), grade) for grade in Grade if grade >= Grade.ARGUABLE)
            yield Answer("f", ("no",))
        case Form.ONE_OF:
            yield from (Answer("f", (value,)) for value in question.values)
        case Form.SOME_OF:
            told = question.values[:4]
            yield from (Answer("f", some) for size in range(len(told) + 1) for some in combinations(told, size))
        case Form.NUMBER:
            yield from (Answer("f", number=n + step) for n in (0, *numbers) for step in (-1, 0, 1) if n + step >= 0)
        case Form.DAY:
            yield from (Answer("f", day=DAY - timedelta(days=n + step)) for n in (0, *numbers) for step in (-1, 0, 1))


def truths(made: Program, question: Question) -> set[tuple[tuple[int, bool], ...]]:
    """Every way in which the answers make the atoms of a question true or not."""
    asked = [(i, a) for i, a in enumerate(made.atoms) if a.slot == question.slot]
    numbers = [a.number for _, a in asked if a.op is not Op.IS]
    found = set()
    for answer in answers(question, numbers):
        standing = stand(question, (answer,), DAY)
        found.add(tuple((i, told(question, a, standing)) for i, a in asked))
    return found


def told(question: Question, asked: Atom, standing: Standing) -> bool:
    if question.form is Form.SOME_OF and not standing.findings:
        return False
    return read(asked, standing, DAY)[0]


def reading(truth: Mapping[int, bool], size: int) -> tuple[tuple[int, ...], ...]:
    codes = tuple(3 if truth[i] else 0 for i in range(size))
    denied = tuple(3 - c for c in codes)
    return codes, denied, codes, denied


def every_way(made: Program, situation: Situation) -> tuple[list[str], dict[tuple[int, ...], Verdict]]:
    """Open questions, and the verdict under each combination of their answers, by the numbers of the answers."""
    codes = situation.reading[0]
    open_ = list(dict.fromkeys(a.slot for i, a in enumerate(made.atoms) if codes[i] == 1))
    known = {i: code == 3 for i, code in enumerate(codes) if code != 1}
    ways = [sorted(truths(made, made.questions[slot])) for slot in open_]
    found = {}
    for picked in product(*(range(len(w)) for w in ways)):
        truth = {i: yes for w, k in zip(ways, picked, strict=True) for i, yes in w[k]} | known
        found[picked] = made.outcome(reading(truth, len(made.atoms))).verdict  # type: ignore[arg-type]
    return open_, found


def relevant(open_: list[str], ways: dict[tuple[int, ...], Verdict]) -> set[str]:
    found = set()
    for k, slot in enumerate(open_):
        by_others: dict[tuple[int, ...], set[Verdict]] = {}
        for picked, verdict in ways.items():
            by_others.setdefault((*picked[:k], *picked[k + 1 :]), set()).add(verdict)
        if any(len(verdicts) > 1 for verdicts in by_others.values()):
            found.add(slot)
    return found


def unanswered(made: Program, random: Random) -> dict[str, Standing]:
    """Every question raised; a third of them answered."""
    found = {}
    for slot, question in made.questions.items():
        given = Answer("f", unknown=True)
        if random.random() < 0.3:
            given = random.choice(list(answers(question, [20])))
        found[slot] = stand(question, (given,), DAY)
    return found


@pytest.mark.parametrize("seed", range(120))
def test_the_questions_that_matter_are_those_that_some_real_answer_moves(seed):
    random = Random(seed)
    made = random_program(random)
    situation = situate(made, unanswered(made, random), DAY)
    still = still_open(made, situation)
    open_, ways = every_way(made, situation)
    assert still.exact
    assert set(still.reachable) == set(ways.values())
    assert set(still.relevant) == relevant(open_, ways)


def asked_of(made: Program, *open_: Question) -> StillOpen:
    on_file = {q.slot: stand(q, (Answer("f", unknown=True),), DAY) for q in open_}
    return still_open(made, situate(made, on_file, DAY))


class TestForms:
    def test_of_a_list_one_value_is_given_and_values_that_lead_alike_are_one_answer(self):
        question = request.political_offence
        made = program(
            norm(when=question.is_("absolute")),
            norm("may", when=question.is_("relative"), effect=Effect.MAY_REFUSE),
        )
        settled = {s.answers[0][1]: s.verdict for s in asked_of(made, question).decisive}
        assert settled["absolute"] is Verdict.FORBIDDEN
        assert settled["relative"] is Verdict.DISCRETIONARY
        others = [answer for answer, verdict in settled.items() if verdict is Verdict.ALLOWED]
        assert [set(o.split(" or ")) for o in others] == [set(question.values) - {"absolute", "relative"}]

    def test_of_several_values_any_may_be_given_together(self):
        question = request.protected_ground
        first, second = question.values[:2]
        made = program(norm(when=question.is_(first) & question.is_(second)))
        assert {(s.answers[0][1], s.verdict) for s in asked_of(made, question).decisive} == {
            (f"{first}, {second}", Verdict.FORBIDDEN),
            (first, Verdict.ALLOWED),
            (second, Verdict.ALLOWED),
            ("none of them", Verdict.ALLOWED),
        }

    def test_of_several_values_a_norm_that_asks_for_one_of_two_is_met_by_each(self):
        question = request.protected_ground
        first, second = question.values[:2]
        made = program(norm(when=question.is_(first) & ~question.is_(first, second)))
        assert asked_of(made, question).reachable == (Verdict.ALLOWED,)

    def test_a_day_is_asked_for_by_the_periods_that_hang_on_it(self):
        question = notice.arrest_since
        made = program(
            norm("forty", when=question.days_passed(40)),
            norm("eighteen", when=question.days_passed(18), effect=Effect.MAY_REFUSE),
        )
        assert {(s.answers[0][1], s.verdict) for s in asked_of(made, question).decisive} == {
            ("earlier", Verdict.ALLOWED),
            ("18", Verdict.DISCRETIONARY),
            ("40", Verdict.FORBIDDEN),
        }

    def test_what_is_shown_to_a_lower_grade_is_not_asked_again(self):
        question = person.past_ill_treatment
        made = program(
            norm(when=question.shown(Grade.ESTABLISHED)),
            norm("may", when=question.shown(Grade.SUBSTANTIAL), effect=Effect.MAY_REFUSE),
        )
        on_file = {question.slot: stand(question, (Answer("f", ("yes",), Grade.SUBSTANTIAL),), DAY)}
        still = still_open(made, situate(made, on_file, DAY))
        assert {(s.answers[0][1], s.verdict) for s in still.decisive} == {
            ("yes", Verdict.FORBIDDEN),
            ("no", Verdict.DISCRETIONARY),
        }

    def test_a_milder_ground_does_not_matter_where_a_condition_holds_already(self):
        made = program(
            norm("must", when=person.opposition.yes, effect=Effect.REQUIRES, cure=Cure(risk.dispelled.yes, "obtain")),
            norm("may", when=person.practises_law.yes, effect=Effect.MAY_REFUSE),
        )
        yes, no = Answer("f", ("yes",)), Answer("f", ("no",))
        on_file = {
            person.opposition.slot: stand(person.opposition, (yes,), DAY),
            risk.dispelled.slot: stand(risk.dispelled, (no,), DAY),
            person.practises_law.slot: stand(person.practises_law, (Answer("f", unknown=True),), DAY),
        }
        still = still_open(made, situate(made, on_file, DAY))
        assert still.reachable == (Verdict.CONDITIONAL,)
        assert still.relevant == ()
