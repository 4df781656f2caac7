"""What a share of the verdict rests on: its code is the law's, and nothing outside its support can move it."""

from dataclasses import replace
from itertools import combinations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rogatory.law.conditions import NEVER, All, AnyOf, Atom, Condition, Not
from rogatory.law.conditions import Test as LegalTest
from rogatory.law.formulas import Verdict
from rogatory.law.program import FORMULAS, Program
from rogatory.law.reading import Situation, evaluate
from rogatory.law.relevance import LARGEST_SET, MOST_SETS, still_open
from rogatory.law.support import CONFLICT, DUTY, anatomy, supports
from tests.law import random_law
from tests.law.build import DAY, program

SEEDS = st.integers(0, 10**6)


def drawn_law(seed: int, *, releases: bool = True) -> tuple[Random, Program]:
    random = Random(seed)
    norms = random_law.norms(random, 6, pool=10)
    return random, program(*(replace(n, releases=releases and random.random() < 0.3) for n in norms))


def walked(made: Program, codes: list[int], condition: Condition, *, released: bool) -> int:
    """The plain tree walk over `codes`; 2 stands for a conflict."""
    affirmed, denied, affirmed_r, denied_r = random_law.reading(codes)
    vectors = (affirmed_r, denied_r) if released else (affirmed, denied)

    def pushed(part: Condition, *, deny: bool) -> int:
        match part:
            case Atom():
                return vectors[deny][made.index[part]]
            case Not(of=of):
                return pushed(of, deny=not deny)
            case LegalTest(body=body):
                return pushed(body, deny=deny)
            case All(parts=parts) | AnyOf(parts=parts):
                below = [pushed(p, deny=deny) for p in parts]
                return min(below) if isinstance(part, All) != deny else max(below)
            case _:
                return evaluate(part, lambda _: 1, affirmed=not deny)

    return pushed(condition, deny=False)


def shares(made: Program) -> list[tuple[int, Condition, bool]]:
    return [
        (k, getattr(b, formula), b.norm.releases)
        for b in made.bearings
        for k, formula in enumerate(FORMULAS)
        if getattr(b, formula) is not NEVER
    ]


@settings(max_examples=300)
@given(SEEDS)
def test_every_share_has_the_code_of_the_plain_tree_walk(seed):
    random, made = drawn_law(seed)
    codes = random.choices([0, 1, 3, 2], [25, 35, 25, 15], k=len(made.atoms))
    found = supports(made, random_law.reading(codes))  # type: ignore[arg-type]
    expected = [(k, walked(made, codes, c, released=r)) for k, c, r in shares(made)]
    assert [(k, code) for k, code, _ in found if k != DUTY] == expected
    duties = [
        walked(made, codes, raised, released=False) & {0: 3, 1: 1, 3: 0}[walked(made, codes, met, released=True)]
        for _, raised, met in made.duties
        if not any(codes[made.index[a]] == 2 for a in made.atoms)
    ]
    if duties:
        assert [code for k, code, _ in found if k == DUTY] == duties


@settings(max_examples=300)
@given(SEEDS)
def test_a_share_rests_on_something_exactly_while_it_is_unknown(seed):
    random, made = drawn_law(seed)
    codes = random.choices([0, 1, 3, 2], [25, 35, 25, 15], k=len(made.atoms))
    bit = {slot: 2 << i for i, slot in enumerate(anatomy(made).slots)}
    open_ = sum({bit[a.slot] for a, c in zip(made.atoms, codes, strict=True) if c == 1})
    for _, code, rests_on in supports(made, random_law.reading(codes)):  # type: ignore[arg-type]
        assert (code == 1) == bool(rests_on)
        assert not rests_on & ~(open_ | CONFLICT)


@settings(max_examples=200)
@given(SEEDS)
def test_no_answer_outside_a_share_s_support_moves_it(seed):
    random, made = drawn_law(seed)
    codes = random.choices([0, 1, 3], [25, 45, 30], k=len(made.atoms))
    bit = {slot: 2 << i for i, slot in enumerate(anatomy(made).slots)}
    before = supports(made, random_law.reading(codes))  # type: ignore[arg-type]
    for number, (_, code, rests_on) in enumerate(before):
        outside = [
            random.choice([0, 3]) if c == 1 and not bit[a.slot] & rests_on else c
            for a, c in zip(made.atoms, codes, strict=True)
        ]
        assert supports(made, random_law.reading(outside))[number][1] == code  # type: ignore[arg-type]


@settings(max_examples=200)
@given(SEEDS)
def test_run_over_every_way_at_once_a_share_is_what_it_is_in_each(seed):
    random, made = drawn_law(seed, releases=False)
    codes = [[random.choice([0, 3]) for _ in made.atoms] for _ in range(20)]
    shown = [sum(1 << k for k, row in enumerate(codes) if row[i] == 3) for i in range(len(made.atoms))]
    everyone = (1 << len(codes)) - 1
    excluded = [everyone & ~plane for plane in shown]
    planes = anatomy(made).planes(shown, excluded, shown, excluded, everyone)
    for k, row in enumerate(codes):
        singly = [code for _, code, _ in supports(made, random_law.reading(row))]  # type: ignore[arg-type]
        assert [3 if yes >> k & 1 else 0 for yes, _ in planes] == singly
        assert all((yes ^ no) >> k & 1 for yes, no in planes)


@pytest.mark.parametrize("seed", range(80))
def test_the_smallest_settling_sets_are_all_there_are_of_their_size(seed):
    random = Random(3000 + seed)
    made = program(*random_law.norms(random, random.randint(2, 6), pool=8))
    codes = random_law.codes(random, len(made.atoms), conflicts=seed % 4 == 0)
    situation = Situation(random_law.reading(codes), {}, frozenset(), {}, frozenset(), DAY)  # type: ignore[arg-type]
    still = still_open(made, situation)
    open_ = [i for i, code in enumerate(codes) if code == 1]
    ways = {}
    for given_ in product((0, 3), repeat=len(open_)):
        full = dict(zip(open_, given_, strict=True))
        row = [full.get(i, c) for i, c in enumerate(codes)]
        ways[given_] = made.outcome(random_law.reading(row)).verdict  # type: ignore[arg-type]
    if len(set(ways.values())) == 1:
        assert still.smallest == ()
        return
    expected: set[tuple[frozenset[tuple[str, str]], Verdict]] = set()
    for size in range(1, LARGEST_SET + 1):
        for some in combinations(range(len(open_)), size):
            for values in product((0, 3), repeat=size):
                left = {v for w, v in ways.items() if all(w[k] == x for k, x in zip(some, values, strict=True))}
                if len(left) == 1:
                    words = [
                        (made.atoms[open_[k]].slot, "yes" if x else "no") for k, x in zip(some, values, strict=True)
                    ]
                    expected.add((frozenset(words), left.pop()))
        if expected:
            break
    found = {(frozenset(s.answers), s.verdict) for s in still.smallest}
    assert found == expected or (found < expected and len(still.smallest) == MOST_SETS)
