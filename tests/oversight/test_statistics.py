"""Public numbers: nobody can count fewer than the threshold, whatever is added to or taken from whatever is told."""

from collections import defaultdict
from itertools import combinations, product
from random import Random
from typing import Any

import pytest

from rogatory.oversight.statistics.groups import OTHER, THRESHOLD, Event, TooFewError, table
from rogatory.oversight.statistics.groups import grouped as by_case

DIMENSIONS = ("outcome", "kind", "state")


def grouped(dimensions, rows, draw, threshold=THRESHOLD):
    """Events, each of a case of its own."""
    return by_case(dimensions, (Event(str(n), row) for n, row in enumerate(rows)), draw, threshold)


def first(count):
    """No draw at all: the first of so many."""
    return 0


def events(**counts):
    """So many events of each outcome."""
    return [(outcome,) for outcome, count in counts.items() for _ in range(count)]


def told(cube):
    return {group.values: group.count for group in cube.groups}


def test_what_is_frequent_is_told_by_itself():
    assert told(grouped(["outcome"], events(granted=5, refused=9), first)) == {("granted",): 5, ("refused",): 9}


def test_what_is_rare_is_told_together():
    found = grouped(["outcome"], events(granted=20, postponed=2, partly=3), first)
    assert told(found) == {("granted",): 20, (OTHER,): 5}


def test_where_that_is_too_few_still_one_of_the_frequent_goes_with_it():
    assert told(grouped(["outcome"], events(granted=20, refused=9, partly=3), first)) == {("refused",): 9, (OTHER,): 23}
    assert told(grouped(["outcome"], events(granted=20, refused=9, partly=3), lambda n: n - 1)) == {
        ("granted",): 20,
        (OTHER,): 12,
    }


def test_the_last_dimension_gives_way_first():
    rows = [("refused", "mla", state) for state in "ABCDEF"] + [("granted", "mla", "A")] * 6
    found = told(grouped(DIMENSIONS, rows, first))
    assert found == {("refused", "mla", OTHER): 6, ("granted", "mla", "A"): 6}


def test_of_fewer_events_than_the_threshold_nothing_is_told():
    with pytest.raises(TooFewError, match="fewer than 5 cases"):
        grouped(["outcome"], events(granted=4), first)


def test_what_happened_often_in_few_cases_is_not_told_by_itself():
    rows = [Event("one", ("refused",)) for _ in range(9)] + [Event(str(n), ("granted",)) for n in range(5)]
    assert told(by_case(["outcome"], rows, first)) == {(OTHER,): 14}
    many = [Event(str(n % 5), ("refused",), number=3) for n in range(10)]
    assert told(by_case(["outcome"], many, first)) == {("refused",): 30}
    with pytest.raises(TooFewError, match="fewer than 5 cases"):
        by_case(["outcome"], rows[:9], first)


def test_a_table_is_the_sum_of_whole_groups():
    rows = [("refused", "mla", "A")] * 7 + [("refused", "extradition", "A")] * 2 + [("granted", "mla", "B")] * 6
    cube = grouped(DIMENSIONS, rows, first)
    assert table(cube, "outcome").rows == {("granted",): 6, ("refused",): 9}
    assert cube.total == sum(table(cube, "state", "kind").rows.values()) == 15


@pytest.mark.parametrize(
    ("dimensions", "rows", "threshold", "why"),
    [
        (["outcome"], events(granted=9), 2, "the threshold is at least 3"),
        (["outcome", "kind"], events(granted=9), 5, "each event is told by 2 values"),
        (["outcome"], [("",)] * 9, 5, "each event is told by 1 values"),
    ],
)
def test_what_cannot_be_told_safely_is_refused(dimensions, rows, threshold, why):
    with pytest.raises(ValueError, match=why):
        grouped(dimensions, rows, first, threshold)


def test_there_is_no_table_of_what_was_not_told():
    with pytest.raises(ValueError, match="nothing is told by religion"):
        table(grouped(["outcome"], events(granted=9), first), "religion")


def everything_that_can_be_published(dimensions, rows, threshold):
    """The groups under every draw there can be."""
    waiting: list[tuple[int, ...]] = [()]
    found: set[Any] = set()
    while waiting:
        wanted = waiting.pop()
        drawn: list[tuple[int, int]] = []

        def draw(count, wanted=wanted, drawn=drawn):
            drawn.append((wanted[len(drawn)] if len(drawn) < len(wanted) else 0, count))
            return drawn[-1][0]

        try:
            found.add(grouped(dimensions, rows, draw, threshold).groups)
        except TooFewError:
            found.add(None)
        for at in range(len(wanted), len(drawn)):
            before = tuple(number for number, _ in drawn[:at])
            waiting += [(*before, other) for other in range(1, drawn[at][1])]
    return found


@pytest.mark.parametrize(
    ("shape", "most", "threshold"), [((2, 2), 6, 3), ((2, 3), 3, 3), ((4,), 8, 4), ((2, 2, 2), 2, 3)]
)
def test_whoever_knows_the_rule_and_every_table_still_cannot_tell_a_small_number(shape, most, threshold):
    """Of all worlds in which the same would be published, at least two differ in each number below the threshold."""
    cells = list(product(*[[f"{name}{n}" for n in range(size)] for name, size in zip("abc", shape, strict=False)]))
    worlds = defaultdict(list)
    for counts in product(range(most + 1), repeat=len(cells)):
        rows = [cell for cell, count in zip(cells, counts, strict=True) for _ in range(count)]
        for groups in everything_that_can_be_published(list("abc")[: len(shape)], rows, threshold):
            worlds[groups].append(counts)
    for groups, possible in worlds.items():
        if groups is not None and any(group.count > most for group in groups):
            continue  # in a larger world more would be possible
        for place in range(len(cells)):
            numbers = {counts[place] for counts in possible}
            assert len(numbers) > 1 or not 0 < numbers.pop() < threshold, (groups, cells[place])


def invented(random):
    """Events of some states, kinds and outcomes, most of them rare."""
    states = [f"S{n}" for n in range(random.randint(2, 30))]
    return [
        (random.choice(["granted", "refused", "partly"]), random.choice(["mla", "eio", "extradition"]),
         states[min(int(random.expovariate(0.2)), len(states) - 1)])
        for _ in range(random.randint(THRESHOLD, 400))
    ]  # fmt: skip


def test_no_difference_of_published_numbers_counts_fewer_than_the_threshold():
    """10,000 attacks: two rows of any two tables of which one holds the other; what is left is nobody, or enough."""
    random, attacks = Random(2509), 0
    while attacks < 10_000:
        cube = grouped(DIMENSIONS, invented(random), random.randrange)
        rows = []
        for size in (1, 2, 3):
            for names in combinations(DIMENSIONS, size):
                places = [DIMENSIONS.index(name) for name in names]
                for values, count in table(cube, *names).rows.items():
                    of_it = {g for g in cube.groups if tuple(g.values[p] for p in places) == values}
                    assert sum(group.count for group in of_it) == count
                    rows.append((of_it, count))
        rows.append((set(cube.groups), cube.total))
        for _ in range(400):
            (one, many), (other, few) = random.choice(rows), random.choice(rows)
            if other <= one:
                attacks += 1
                assert many - few == 0 or many - few >= THRESHOLD
