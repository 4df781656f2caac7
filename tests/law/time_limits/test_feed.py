"""The calendar feed, read by an independent reader of iCalendar."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from rogatory.law.time_limits.computing import limit
from rogatory.law.time_limits.deadline import Event, How
from rogatory.law.time_limits.feed import Entry, Matter, entry, feed
from rogatory.law.time_limits.moving import Grant, extend
from rogatory.law.time_limits.rules import rule
from rogatory.law.wording.language import Language

NOW = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)


def events(text: str) -> list[Any]:
    return Calendar.from_ical(text).walk("VEVENT")


def test_a_time_limit_is_a_confidential_day_with_four_warnings():
    deadline = limit(rule("be-135-appeal"), Event(date(2026, 12, 10)))
    made = entry(deadline, "k7Qm")
    assert made is not None
    text = feed([made], Language.FR, NOW)
    (event,) = events(text)
    assert event["DTSTART"].dt == date(2026, 12, 28)
    assert event["DTEND"].dt == date(2026, 12, 29)
    assert (event["CLASS"], event["SUMMARY"], event["UID"]) == ("CONFIDENTIAL", "Délai", "k7Qm")
    assert [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")] == [timedelta(days=-n) for n in (10, 5, 2, 1)]


def test_nothing_of_the_case_is_in_it():
    deadline = limit(rule("be-135-appeal"), Event(date(2026, 12, 10)))
    made = entry(deadline, "k7Qm")
    assert made is not None
    text = feed([made], Language.EN, NOW)
    assert not any(word in text for word in ("appeal", "135", "council", "Belgium", "20261210"))


def test_a_limit_in_hours_is_kept_at_its_moment():
    received = datetime(2026, 11, 30, 10, 20, tzinfo=ZoneInfo("Europe/Brussels"))
    made = entry(limit(rule("eio-provisional-measure"), Event(received)), "a")
    assert made is not None
    (event,) = events(feed([made], Language.NL, NOW))
    assert event["DTSTART"].dt == datetime(2026, 12, 1, 10, 0, tzinfo=UTC)
    assert "DTEND" not in event


def test_what_does_not_run_has_no_entry():
    assert entry(limit(rule("be-61quater-appeal"), Event(None, How.NOT_SERVED)), "a") is None


def test_a_move_raises_the_number_calendars_go_by():
    before = limit(rule("eio-recognise"), Event(date(2026, 11, 2)))
    after = extend(before, Grant(date(2026, 11, 30), date(2026, 12, 15), "needed"))
    numbers = [made.moved for made in (entry(before, "a"), entry(after, "a")) if made]
    assert numbers == [0, 1]


def test_what_was_called_off_is_struck_out_and_warns_nobody():
    (event,) = events(feed([Entry("a", date(2026, 12, 1), Matter.HEARING, 2, cancelled=True)], Language.NL, NOW))
    assert (event["STATUS"], event["SUMMARY"], event["SEQUENCE"]) == ("CANCELLED", "Zitting", 2)
    assert event.walk("VALARM") == []


def test_the_order_of_the_entries_does_not_matter():
    entries = [Entry("b", date(2026, 12, 2)), Entry("a", date(2026, 12, 2)), Entry("c", date(2026, 12, 1))]
    text = feed(entries, Language.EN, NOW)
    assert text == feed(reversed(entries), Language.EN, NOW)
    assert [str(event["UID"]) for event in events(text)] == ["c", "a", "b"]
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VCALENDAR\r\n")


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=300))
def test_any_name_comes_back_and_no_line_is_too_long(uid):
    text = feed([Entry(uid, date(2026, 12, 1))], Language.FR, NOW)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    (event,) = events(text)
    assert str(event["UID"]) == uid


def test_a_feed_is_refused_where_calendars_would_mix_things_up():
    with pytest.raises(ValueError, match="same name"):
        feed([Entry("a", date(2026, 12, 1)), Entry("a", date(2026, 12, 2))], Language.EN, NOW)
    with pytest.raises(ValueError, match="no time zone"):
        feed([], Language.EN, datetime(2026, 11, 30))  # noqa: DTZ001 - that is what is refused
    with pytest.raises(ValueError, match="no time zone"):
        Entry("a", datetime(2026, 11, 30))  # noqa: DTZ001 - that is what is refused
    for name in ("", "é", "a\nb"):
        with pytest.raises(ValueError, match="printable ASCII"):
            Entry(name, date(2026, 12, 1))
