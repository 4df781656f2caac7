"""A publication: every table of every subject of a closed period, and what anybody could work out of them together."""

from datetime import date
from itertools import combinations
from random import Random

import pytest

from rogatory.oversight.statistics.groups import Event, parted
from rogatory.oversight.statistics.publishing import Period, as_json, from_json, publication
from rogatory.oversight.statistics.subjects import SUBJECTS, Happening, span

VALUES = {
    "state": [f"S{n}" for n in range(30)],
    "kind": ["mla", "eio", "extradition", "red-notice"],
    "outcome": ["grant", "refuse", "postpone"],
    "ground": ["none", "refugee_convention", "echr", "laundering"],
    "time": ["1-30", "31-90", "91-180", "181-365", "longer"],
}


def a_year(random: Random, cases: int) -> dict[str, list[Event]]:
    """What happened in so many cases: most of what can be told is rare, and some cases have much of it."""
    found: dict[str, list[Event]] = {subject: [] for subject in SUBJECTS}
    for case in range(cases):
        of_case = {name: some[min(int(random.expovariate(0.4)), len(some) - 1)] for name, some in VALUES.items()}
        for subject in SUBJECTS.values():
            for _ in range(min(9, int(random.expovariate(1)))):
                values = tuple(of_case.get(name) or random.choice("ABCD") for name in subject.dimensions)
                found[subject.id].append(Event(str(case), values, 1 + int(random.expovariate(1))))
    return found


class TestPeriods:
    @pytest.mark.parametrize(
        ("name", "first", "last"),
        [
            ("2026", date(2026, 1, 1), date(2026, 12, 31)),
            ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
            ("2024-Q4", date(2024, 10, 1), date(2024, 12, 31)),
        ],
    )
    def test_have_their_days(self, name, first, last):
        period = Period.named(name)
        assert (period.name, period.first, period.last) == (name, first, last)
        assert not period.closed(last)
        assert period.closed(period.end)

    @pytest.mark.parametrize("name", ["", "26", "2026-Q5", "2026-Q0", "2026-01", "2026-Q", "²026", "-2026", "99999"])
    def test_that_do_not_exist_are_none(self, name):
        with pytest.raises(ValueError, match="period"):
            Period.named(name)

    def test_overlap_by_a_single_day(self):
        year, quarter = Period(2026), Period(2026, 4)
        assert year.overlaps(quarter)
        assert quarter.overlaps(year)
        assert not quarter.overlaps(Period(2026, 3))
        assert not year.overlaps(Period(2027, 1))


def test_a_publication_is_read_back_as_it_was():
    found = publication(Period(2025), a_year(Random(1), 80), 5, Random(2).randrange)
    assert from_json(as_json(found)) == found


def test_of_too_few_cases_nothing_is_told_and_not_whether_there_were_any():
    one = publication(Period(2025), {"requests": [Event("1", ("KZ", "mla"))]}, 5, Random(1).randrange)
    none = publication(Period(2025), {}, 5, Random(1).randrange)
    assert one == none
    assert one.rows("requests", "state") == {}


def test_no_difference_of_any_two_published_numbers_counts_fewer_cases_than_the_threshold():
    """10,000 attacks and more over all tables of all subjects of years that follow one another.

    One row is taken from another that holds it, of whichever tables. What is left must be nothing, or be of at least
    five cases: seen by drawing the groups again with the events in them, which no attacker has.
    """
    random, attacks, told = Random(15), 0, 0
    while attacks < 10_000:
        events = a_year(random, random.randint(5, 150))
        lot = random.random()
        found = publication(Period(2020 + attacks % 7), events, 5, Random(lot).randrange)
        assert set(found.cubes) == set(SUBJECTS)
        again = Random(lot).randrange
        for subject, cube in found.told():
            told += 1
            parts = parted(cube.dimensions, events[subject], again, 5)
            assert tuple(group for group, _ in parts) == cube.groups
            under = [{event.case for event in events[subject] if event.values in values} for _, values in parts]
            assert sum(g.count for g in cube.groups) == sum(e.number for e in events[subject])
            rows = [frozenset(range(len(cube.groups)))]
            for size in range(1, len(cube.dimensions) + 1):
                for names in combinations(cube.dimensions, size):
                    places = [cube.dimensions.index(name) for name in names]
                    told_rows = found.rows(subject, *names)
                    made = {v: [n for n, g in enumerate(cube.groups) if tuple(g.values[p] for p in places) == v]
                            for v in told_rows}  # fmt: skip
                    assert all(sum(cube.groups[n].count for n in made[v]) == count for v, count in told_rows.items())
                    rows += [frozenset(numbers) for numbers in made.values()]
            for _ in range(60):
                one, other = random.choice(rows), random.choice(rows)
                if other <= one:
                    attacks += 1
                    left = set().union(*(under[n] for n in one - other))
                    assert not left or len(left) >= 5
    assert told > 100


@pytest.mark.parametrize(("days", "says"), [(-3, "1-30"), (0, "1-30"), (30, "1-30"), (31, "31-90"), (366, "longer")])
def test_time_is_told_in_spans(days, says):
    assert span(days) == says


def test_what_is_kept_of_a_happening_can_be_taken_apart_again():
    assert Happening("links", ("confirmed", "KZ")).kept == "confirmed|KZ"
    assert Happening("links", ("", "a|b")).kept == "not told|a b"
