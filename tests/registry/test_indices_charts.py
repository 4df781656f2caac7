"""Values over years, drawn: each indicator on its own scale, gaps as gaps, the same in a table."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from rogatory.registry.indices.charts import BOTTOM, HIGH, MOST_YEARS, RIGHT, TOP, WIDE, Panel, panel
from rogatory.registry.indices.incoming import told_of
from rogatory.registry.indices.models import Measured, Release
from rogatory.states.indices.catalogue import Indicator, catalogue
from rogatory.states.indices.reading import Edition, Value

VDEM = catalogue()["vdem"]
EDITION = Edition("vdem", "v99", date(2099, 3, 1), "invented")
ONE = VDEM.indicators["v2x_clphy"]
OPEN = VDEM.indicators["v2cltort"]
STATUS = catalogue()["fitw"].indicators["Status"]


def value(year, point, low=None, high=None, of=ONE):
    low, high = (None if n is None else Decimal(n) for n in (low, high))
    return Value(EDITION, of.column, "KZ", year, Decimal(point), "", low, high, year - 2000)


def drawn(of: Indicator, values: Iterable[Value]) -> Panel:
    made = panel(of, values)
    assert made is not None
    return made


def test_a_gap_is_a_gap_in_the_drawing_and_in_the_table():
    made = drawn(ONE, [value(2090, "0.2"), value(2091, "0.3"), value(2094, "0.4"), value(2095, "0.5")])
    assert len(made.lines) == 2
    assert made.gaps == (2092, 2093)
    assert [(r.year, r.value) for r in made.rows] == [
        (2090, "0.2"), (2091, "0.3"), (2092, ""), (2093, ""), (2094, "0.4"), (2095, "0.5"),
    ]  # fmt: skip


def test_the_ends_of_a_scale_are_those_of_its_makers_where_it_has_them():
    made = drawn(ONE, [value(2090, "0.4"), value(2091, "0.6")])
    assert made.fixed
    assert made.ticks == (("0", f"{HIGH - BOTTOM}.0"), ("1", f"{TOP}.0"))
    open_ = drawn(OPEN, [value(2090, "-1.5", of=OPEN), value(2091, "2.25", of=OPEN)])
    assert not open_.fixed
    assert [words for words, _ in open_.ticks] == ["-1.5", "2.25"]


def test_an_interval_is_drawn_where_every_year_of_a_run_has_one():
    with_ = drawn(ONE, [value(2090, "0.4", "0.3", "0.5"), value(2091, "0.5", "0.4", "0.6")])
    without = drawn(ONE, [value(2090, "0.4", "0.3", "0.5"), value(2091, "0.5")])
    assert (len(with_.bands), len(without.bands)) == (1, 0)
    assert [r.low for r in without.rows] == ["0.3", ""], "the table tells what there is"


def test_categories_are_lanes_and_no_numbers():
    told = [
        Value(EDITION, "Status", "KZ", 2090 + n, None, word, None, None, 2)
        for n, word in enumerate(("free", "not free"))
    ]
    made = drawn(STATUS, told)
    assert [words for words, _ in made.ticks] == ["free", "partly free", "not free"]
    assert [m.says for m in made.marks] == ["free", "not free"]


def test_of_very_many_years_the_last_are_drawn_and_the_others_counted():
    made = drawn(ONE, [value(year, "0.5") for year in range(2010, 2100)])
    assert (len(made.rows), made.earlier) == (MOST_YEARS, 90 - MOST_YEARS)


def test_where_there_is_no_value_nothing_is_drawn():
    assert panel(ONE, [value(2090, "1", of=OPEN)]) is None


@given(st.dictionaries(st.integers(2060, 2099), st.tuples(*[st.decimals(-9, 9, places=3)] * 3), min_size=1))
def test_every_mark_lies_in_its_field_whatever_the_values(told):
    made = drawn(OPEN, [value(y, p, low, high, OPEN) for y, (p, low, high) in told.items()])
    for mark in made.marks:
        assert made.left <= float(mark.x) <= WIDE - RIGHT
        assert TOP <= float(mark.y) <= HIGH - BOTTOM
    assert {r.year for r in made.rows if r.value} == {y for y in told if y > max(told) - MOST_YEARS}


@pytest.mark.django_db
class TestThePage:
    def shown(self, *values):
        """The part of the page of a state, with one release in the store."""
        release = Release(came_in=12, dataset="vdem", edition="v99", read_on=EDITION.fetched, licence="invented",
                          file="vdem.csv", digest="0" * 64, told='{"missing": {}, "absent": []}')  # fmt: skip
        release.save(force_insert=True)
        Measured.objects.bulk_create(Measured(state=s, came_in=12, told=told) for s, told in told_of(values).items())
        return render_to_string("states/_indices.html", {"state": "KZ"})

    def test_it_tells_edition_licence_direction_and_the_values_as_a_table(self):
        page = self.shown(value(2097, "0.2", "0.1", "0.3"), value(2098, "0.4", "0.3", "0.5"))
        assert "v99; invented." in page
        assert "entry 12 of the journal" in page
        assert "Higher is better for people." in page
        assert "0.2 in 2097, 0.4 in 2098." in page
        assert "0.1 – 0.3" in page
        assert "values of two releases are not compared" in page

    def test_a_release_without_a_value_says_that_this_says_nothing(self):
        assert "has no value of this state; that says nothing of the state" in self.shown()
