"""What the law in force holds, for tests that go through all of it."""

from collections.abc import Iterator

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.conditions import Condition, Test, walk


def of_law() -> Iterator[Condition]:
    law = law_in_force()
    for norm in law.norms:
        yield norm.when
        yield from (e.when for e in norm.unless)
        yield from (c for c in (norm.fulfilled,) if c is not None)
        if norm.cure is not None:
            yield norm.cure.met
            yield from (c for c in (norm.cure.failed,) if c is not None)
    yield from (t.when for t in law.triggers)


def legal_tests() -> dict[str, Test]:
    return {node.id: node for condition in of_law() for node in walk(condition) if isinstance(node, Test)}
