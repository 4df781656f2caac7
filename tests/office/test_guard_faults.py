"""The guard that finds nothing proves nothing: with a fault put into the door, the histories must come upon it."""

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from rogatory.office import perform
from rogatory.people.mandates import Mandate
from tests.office.oracle import TALLY
from tests.office.test_guard import LONG, walk

# Sixty histories for each fault take minutes; and which of them meets it moves with every act that is added.
pytestmark = pytest.mark.skipif(not LONG, reason="takes many minutes; ROGATORY_LONG=1 runs it")

Put = Callable[[str, Any], None]


def no_norm_for_decisions(put: Put) -> None:
    judged: Any = getattr(perform, "norm_obstacles")  # noqa: B009 - no part of its public names
    put("norm_obstacles", lambda act, *rest: [] if act.id in ("grant", "retain-item") else judged(act, *rest))


def ones_own_proposal(put: Put) -> None:
    rewritten(put, "_confirm", "attempt.actor.account == proposal.entry.actor", "False")


def no_witness(put: Put) -> None:
    rewritten(put, "_attempt", "not attempt.witnessed", "False")


def whatever_came_in_between(put: Put) -> None:
    put("_stale", lambda *_: [])


def a_departure_nobody_was_told_of(put: Put) -> None:
    judged: Any = getattr(perform, "norm_obstacles")  # noqa: B009 - no part of its public names
    put("norm_obstacles", lambda *told: [o for o in judged(*told) if o.hurdle.value != "notice"])


def a_compartment_opened_by_anybody(put: Put) -> None:
    put("granting_obstacles", lambda *_: ())


def rewritten(put: Put, function: str, said: str, instead: str) -> None:
    source = inspect.getsource(getattr(perform, function))
    assert source.count(said) == 1
    made: dict[str, Any] = {}
    exec(source.replace(said, instead), vars(perform), made)  # noqa: S102 - our own source with one fault in it
    put(function, made[function])


FAULTS = (
    no_norm_for_decisions,
    ones_own_proposal,
    no_witness,
    whatever_came_in_between,
    a_departure_nobody_was_told_of,
    a_compartment_opened_by_anybody,
)


def found_within(histories: int) -> int:
    TALLY.clear()
    with pytest.raises(AssertionError):
        walk(histories, shrink=False)
    return TALLY["steps", ""]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f.__name__)
def test_a_fault_in_the_door_is_found(fault, monkeypatch):
    fault(lambda name, value: monkeypatch.setattr(perform, name, value))
    print(fault.__name__, found_within(60), "steps")


def test_a_mandate_that_never_ends_is_found(monkeypatch):
    def for_ever(mandate: Mandate, case: str, on: Any) -> bool:
        return mandate.since <= on and mandate.case in ("", case)

    monkeypatch.setattr(Mandate, "covers", for_ever)
    print("mandate's end", found_within(60), "steps")
