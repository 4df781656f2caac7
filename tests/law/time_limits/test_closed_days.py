"""Which days are closed: the ten legal holidays of Belgium over twenty years, the Union's years that are known."""

import datetime
from datetime import date

import pytest

from rogatory.law.time_limits.calendars import BELGIUM, UNION, WEEKDAYS, Closed, holiday_name, legal_holidays
from tests.law.time_limits.oracle import easter, ten_days

# Easter, Ascension and Whit Monday as almanacs print them: the three movable days from which the ten follow.
MOVABLE = {
    2016: ("03-28", "05-05", "05-16"), 2017: ("04-17", "05-25", "06-05"), 2018: ("04-02", "05-10", "05-21"),
    2019: ("04-22", "05-30", "06-10"), 2020: ("04-13", "05-21", "06-01"), 2021: ("04-05", "05-13", "05-24"),
    2022: ("04-18", "05-26", "06-06"), 2023: ("04-10", "05-18", "05-29"), 2024: ("04-01", "05-09", "05-20"),
    2025: ("04-21", "05-29", "06-09"), 2026: ("04-06", "05-14", "05-25"), 2027: ("03-29", "05-06", "05-17"),
    2028: ("04-17", "05-25", "06-05"), 2029: ("04-02", "05-10", "05-21"), 2030: ("04-22", "05-30", "06-10"),
    2031: ("04-14", "05-22", "06-02"), 2032: ("03-29", "05-06", "05-17"), 2033: ("04-18", "05-26", "06-06"),
    2034: ("04-10", "05-18", "05-29"), 2035: ("03-26", "05-03", "05-14"),
}  # fmt: skip
FIXED = ("01-01", "05-01", "07-21", "08-15", "11-01", "11-11", "12-25")


@pytest.mark.parametrize("year", MOVABLE)
def test_the_legal_holidays_are_those_of_the_statutory_list(year):
    expected = {date.fromisoformat(f"{year}-{day}") for day in (*FIXED, *MOVABLE[year])}
    assert set(legal_holidays(year) or ()) == expected == set(ten_days(year))


def test_the_language_of_the_machine_changes_nothing(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "de")
    assert len(legal_holidays.__wrapped__(2026) or ()) == 10


@pytest.mark.parametrize(
    "day",
    [
        "2025-04-18",  # Good Friday
        "2026-05-15",  # the day after Ascension
        "2024-07-11",  # Flemish Community
        "2024-09-27",  # French Community
        "2024-11-15",  # German-speaking Community, Dynasty Day
        "2025-12-26",  # banks are closed
        "2026-11-02",  # All Souls
        "2028-02-29",
    ],
)
def test_days_of_communities_banks_and_offices_are_open(day):
    assert BELGIUM.closed(date.fromisoformat(day)) is None


def test_a_weekend_is_closed_in_every_year():
    for calendar in (BELGIUM, UNION, WEEKDAYS):
        assert calendar.closed(date(1950, 1, 1)) is Closed.SUNDAY
        assert calendar.closed(date(2026, 11, 28)) is Closed.SATURDAY


def test_a_year_without_a_list_is_unknown_and_not_open():
    assert BELGIUM.closed(date(1974, 12, 25)) is Closed.UNKNOWN
    assert UNION.closed(date(2026, 12, 25)) is Closed.UNKNOWN
    assert UNION.closed(date(2026, 3, 4)) is Closed.UNKNOWN


def test_the_day_that_took_the_place_of_ascension_in_2008_is_unknown():
    assert BELGIUM.closed(date(2008, 5, 1)) is Closed.HOLIDAY
    assert BELGIUM.closed(date(2008, 5, 2)) is Closed.UNKNOWN


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2014-01-02", Closed.HOLIDAY),
        ("2014-12-30", Closed.HOLIDAY),
        ("2014-11-11", None),
        ("2023-04-06", Closed.HOLIDAY),
        ("2023-11-02", Closed.HOLIDAY),
        ("2023-06-23", None),  # closed in Luxembourg only
        ("2023-11-10", None),
    ],
)
def test_the_union_is_closed_as_the_commission_decided(day, why):
    assert UNION.closed(date.fromisoformat(day)) is why


def test_a_holiday_has_a_name_in_each_language():
    names = {holiday_name(date(2026, 7, 21), code) for code in ("en", "fr", "nl")}
    assert names == {"National Day", "Fête nationale", "Nationale feestdag"}
    assert holiday_name(date(2026, 7, 22), "fr") == ""


def test_easter_of_the_oracle_is_a_sunday_between_its_bounds():
    for year in range(1975, 2100):
        day = easter(year)
        assert day.isoweekday() == 7
        assert date(year, 3, 22) <= day <= date(year, 4, 25)
    assert datetime.date(2038, 4, 25) == easter(2038)
