"""Random conditions and norms over real questions, for the differential tests."""

from random import Random

from rogatory.law.conditions import All, AnyOf, Atom, Condition, Not, Test
from rogatory.law.norms import Cure, Effect, Norm
from rogatory.law.questions import Form
from rogatory.law.vocabulary import VOCABULARY
from tests.law.build import SOURCE, norm

QUESTIONS = [q for q in VOCABULARY.values() if q.form is Form.YES_NO and q.of.value != "assurance"]


def condition(random: Random, size: int, pool: int = 40) -> Condition:
    """A tree with `size` leaves over the first `pool` questions."""
    if size <= 1:
        atom: Atom = QUESTIONS[random.randrange(pool)].yes
        return Not(atom) if random.random() < 0.25 else atom
    cuts = [1] * min(size, random.randint(2, 3))
    for _ in range(size - len(cuts)):
        cuts[random.randrange(len(cuts))] += 1
    parts = tuple(condition(random, n, pool) for n in cuts)
    made: Condition = (All if random.random() < 0.5 else AnyOf)(parts)
    if random.random() < 0.1:
        made = Not(made)
    return Test(f"test-{random.randrange(10**9)}", "a made-up test", SOURCE, made) if random.random() < 0.1 else made


def norms(random: Random, count: int, pool: int = 40) -> tuple[Norm, ...]:
    """Random norms of every effect that bears on a verdict."""
    effects = [Effect.FORBIDS, Effect.REQUIRES, Effect.MAY_REFUSE, Effect.INQUIRES]
    made = []
    for i in range(count):
        effect = effects[random.randrange(4)]
        cured = effect is Effect.REQUIRES or random.random() < 0.2
        made.append(
            norm(
                f"norm-{i}",
                when=condition(random, random.randint(1, 6), pool),
                effect=effect,
                unless=condition(random, random.randint(1, 3), pool) if random.random() < 0.4 else None,
                cure=Cure(
                    condition(random, 2, pool),
                    "obtain",
                    "keep" if random.random() < 0.5 else None,
                    condition(random, 1, pool) if random.random() < 0.5 else None,
                )
                if cured
                else None,
                fulfilled=condition(random, 1, pool) if effect is Effect.INQUIRES else None,
                releases=random.random() < 0.1,
            )
        )
    return tuple(made)


def codes(random: Random, count: int, *, conflicts: bool = False) -> list[int]:
    """Codes of `count` atoms: 40 % unknown, 30 % shown, 30 % excluded; 2 stands for a conflict."""
    weights = [30, 40, 30, 5 if conflicts else 0]
    return random.choices([0, 1, 3, 2], weights, k=count)


def reading(drawn: list[int]) -> tuple[tuple[int, ...], ...]:
    """The four vectors a program takes, from drawn codes."""
    affirmed = tuple(3 if c == 2 else c for c in drawn)
    denied = tuple({2: 3, 0: 3, 1: 1, 3: 0}[c] for c in drawn)
    return (
        affirmed,
        denied,
        tuple(1 if c == 2 else c for c in drawn),
        tuple({2: 1, 0: 3, 1: 1, 3: 0}[c] for c in drawn),
    )
