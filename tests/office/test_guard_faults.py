"""The guard that finds nothing proves nothing: with a fault put into the door, the histories must come upon it."""

import inspect
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

import pytest

from rogatory.office import perform
from rogatory.office.folds.answered import seen_by_the_door
from rogatory.people.mandates import Mandate
from tests.office.oracle import TALLY
from tests.office.test_guard import walk

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


def acts_that_wait_for_no_grant(put: Put) -> None:
    put("course_obstacles", lambda *_: [])


def a_link_nobody_has_decided(put: Put) -> None:
    put("as_judged", lambda dossier, *_: seen_by_the_door(dossier.case))


def a_time_to_challenge_nobody_looks_at(put: Put) -> None:
    judged: Any = getattr(perform, "as_judged")  # noqa: B009 - no part of its public names

    def unseen(dossier: Any, *told: Any) -> Any:
        case, time = judged(dossier, *told), "remedy.period_running"
        others = [f for f in case.findings if f.question != time]
        return replace(case, findings=(*others, *(f for f in dossier.case.findings if f.question == time)))

    put("as_judged", unseen)


def a_departure_that_lifts_a_link(put: Put) -> None:
    judged: Any = getattr(perform, "norm_obstacles")  # noqa: B009 - no part of its public names

    def lifted(act: Any, ruling: Any, form: Any, departure: Any) -> list[Any]:
        found = judged(act, ruling, form, departure)
        return [o for o in found if not departure or o.norm != "house-links-decided"]

    put("norm_obstacles", lifted)


def a_link_decided_unread(put: Put) -> None:
    put("_unread", lambda *_: [])


def a_link_dismissed_by_one(put: Put) -> None:
    put("needs_second", lambda act: act.cooperates and not act.reversible)


def a_ruling_nobody_looks_at(put: Put) -> None:
    put("norm_obstacles", lambda *_: [])


def rewritten(put: Put, function: str, said: str, instead: str) -> None:
    source = inspect.getsource(getattr(perform, function))
    assert source.count(said) == 1
    made: dict[str, Any] = {}
    exec(source.replace(said, instead), vars(perform), made)  # noqa: S102 - our own source with one fault in it
    put(function, made[function])


def a_hold_nobody_looks_at(put: Put) -> None:
    put("hold_obstacles", lambda *_: [])


OPENING = ("extradition", "mla")
FAULTS = (
    no_norm_for_decisions,
    ones_own_proposal,
    no_witness,
    whatever_came_in_between,
    a_departure_nobody_was_told_of,
    a_compartment_opened_by_anybody,
    acts_that_wait_for_no_grant,
    a_link_nobody_has_decided,
    a_time_to_challenge_nobody_looks_at,
    a_departure_that_lifts_a_link,
    a_link_decided_unread,
    a_link_dismissed_by_one,
    a_ruling_nobody_looks_at,
    a_hold_nobody_looks_at,
)


MOST = 120
"""Histories in which a fault is looked for; most are found in the first few, and then nothing more is walked."""


BESIDE: dict[Callable[[Put], None], tuple[str, ...]] = {
    no_witness: ("what_cannot_be_undone_goes_its_way", "the_witness"),
    a_departure_nobody_was_told_of: ("a_ruling_is_departed_from", "what_was_open_is_tried_when_the_law_forbids_it"),
    a_hold_nobody_looks_at: ("what_cannot_be_undone_goes_its_way",),
    a_link_decided_unread: ("the_registers_are_asked", "a_link_is_decided"),
}
"""Faults that lie off the way of most histories, and the rules beside which they lie: those alone are walked first."""


def _walk_all(histories: int, beside: Collection[str]) -> None:
    """A few of each kind of case first: which of them comes upon a fault sooner changes with what there is to do."""
    few = (24,) if beside else (6, 24)
    for most, only in (*((count, beside) for count in few), (histories, ())):
        for name in OPENING:
            walk(most, name, shrink=False, only=only)


def found_within(histories: int, beside: Collection[str] = ()) -> int:
    """Steps walked until the fault was found, in so many histories of each case in which doors open."""
    TALLY.clear()
    with pytest.raises(AssertionError):
        _walk_all(histories, beside)
    return TALLY["steps", ""]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f.__name__)
def test_a_fault_in_the_door_is_found(fault, monkeypatch):
    fault(lambda name, value: monkeypatch.setattr(perform, name, value))
    print(fault.__name__, found_within(MOST, BESIDE.get(fault, ())), "steps")


def test_a_mandate_that_never_ends_is_found(monkeypatch):
    def for_ever(mandate: Mandate, case: str, on: Any) -> bool:
        return mandate.since <= on and mandate.case in ("", case)

    monkeypatch.setattr(Mandate, "covers", for_ever)
    print("mandate's end", found_within(30), "steps")
