"""Days of birth as registers and letters write them, read as intervals."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.linkage.births import compare_births
from rogatory.linkage.calendars import Calendar, days_of, month_length
from rogatory.linkage.dates import LONGEST, read_birth, says_nothing
from rogatory.linkage.spans import Precision

D, M, Y, R, C = Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.RANGE, Precision.CIRCA

# --- One way to read it ---------------------------------------------------------------------------------

READ = [
    ("2019-10-01", "2019-10-01", "2019-10-01", D),
    ("1968/03/05", "1968-03-05", "1968-03-05", D),
    ("1968-03-05T00:00:00", "1968-03-05", "1968-03-05", D),
    ("05.03.1968", "1968-03-05", "1968-03-05", D),
    ("05 03 1968", "1968-03-05", "1968-03-05", D),
    ("05.03.68", "1968-03-05", "1968-03-05", D),
    ("21/05/1968", "1968-05-21", "1968-05-21", D),
    ("05/21/1968", "1968-05-21", "1968-05-21", D),
    ("5.III.1968", "1968-03-05", "1968-03-05", D),
    ("3 March 1968", "1968-03-03", "1968-03-03", D),
    ("March 5, 1968", "1968-03-05", "1968-03-05", D),
    ("5th of March 1968", "1968-03-05", "1968-03-05", D),
    ("05MAR1968", "1968-03-05", "1968-03-05", D),
    ("née le 5 mars 1968", "1968-03-05", "1968-03-05", D),
    ("1er août 1968", "1968-08-01", "1968-08-01", D),
    ("geboren op 5 maart 1968", "1968-03-05", "1968-03-05", D),
    ("5. März 1968", "1968-03-05", "1968-03-05", D),
    ("5 марта 1968 года рождения", "1968-03-05", "1968-03-05", D),
    ("5 мая 1968 г.р.", "1968-05-05", "1968-05-05", D),
    ("5 Mayıs 1968 doğumlu", "1968-05-05", "1968-05-05", D),
    ("5 ŞUBAT 1968", "1968-02-05", "1968-02-05", D),
    ("5 березня 1968 р.", "1968-03-05", "1968-03-05", D),
    ("1968 жылғы 5 наурыз", "1968-03-05", "1968-03-05", D),
    ("5 қыркүйек 1968 ж.", "1968-09-05", "1968-09-05", D),
    ("٥ مارس ١٩٦٨", "1968-03-05", "1968-03-05", D),
    ("٥ كانون الثاني ١٩٦٨ م", "1968-01-05", "1968-01-05", D),
    ("5 de marzo de 1968", "1968-03-05", "1968-03-05", D),
    ("5 снежня 1968", "1968-12-05", "1968-12-05", D),
    ("5 avqust 1968", "1968-08-05", "1968-08-05", D),
    ("5 марти соли 1968", "1968-03-05", "1968-03-05", D),
    ("1968年3月5日", "1968-03-05", "1968-03-05", D),
    ("1968년 3월 5일", "1968-03-05", "1968-03-05", D),
    ("１９６８－０３－０５", "1968-03-05", "1968-03-05", D),
    ("680305", "1968-03-05", "1968-03-05", D),
    ("19680305", "1968-03-05", "1968-03-05", D),
    ("05031968", "1968-03-05", "1968-03-05", D),
    ("03/1968", "1968-03-01", "1968-03-31", M),
    ("1968-02", "1968-02-01", "1968-02-29", M),
    ("mars 1968", "1968-03-01", "1968-03-31", M),
    ("00.03.1968", "1968-03-01", "1968-03-31", M),
    ("XX/03/1968", "1968-03-01", "1968-03-31", M),
    ("6803<<", "1968-03-01", "1968-03-31", M),
    ("1968", "1968-01-01", "1968-12-31", Y),
    ("1968 г.", "1968-01-01", "1968-12-31", Y),
    ("1968-00-00", "1968-01-01", "1968-12-31", Y),
    ("??.??.1968", "1968-01-01", "1968-12-31", Y),
    ("68<<<<", "1968-01-01", "1968-12-31", Y),
    ("c. 1968", "1966-01-01", "1970-12-31", C),
    ("circa 1968", "1966-01-01", "1970-12-31", C),
    ("approximately 1968", "1966-01-01", "1970-12-31", C),
    ("1968 (approx.)", "1966-01-01", "1970-12-31", C),
    ("~1968", "1966-01-01", "1970-12-31", C),
    ("около 1968 г.", "1966-01-01", "1970-12-31", C),
    ("шамамен 1968 ж.", "1966-01-01", "1970-12-31", C),
    ("yaklaşık 1968", "1966-01-01", "1970-12-31", C),
    ("omstreeks 1968", "1966-01-01", "1970-12-31", C),
    ("حوالي ١٩٦٨", "1966-01-01", "1970-12-31", C),
    ("between 1966 and 1968", "1966-01-01", "1968-12-31", R),
    ("entre 1966 et 1968", "1966-01-01", "1968-12-31", R),
    ("tussen 1966 en 1968", "1966-01-01", "1968-12-31", R),
    ("между 1966 и 1968 гг.", "1966-01-01", "1968-12-31", R),
    ("1966 ile 1968 arasında", "1966-01-01", "1968-12-31", R),
    ("1966 мен 1968 аралығында", "1966-01-01", "1968-12-31", R),
    ("1966-1968", "1966-01-01", "1968-12-31", R),
    ("1966–68", "1966-01-01", "1968-12-31", R),
    ("from 5 March 1966 to 7 May 1968", "1966-03-05", "1968-05-07", R),
    ("late 1960s", "1966-01-01", "1969-12-31", R),
    ("début des années 1960", "1960-01-01", "1963-12-31", R),
    ("середина 1960-х годов", "1963-01-01", "1966-12-31", R),
    ("1960'lar", "1960-01-01", "1969-12-31", R),
    ("jaren 60", "1960-01-01", "1969-12-31", R),
    ("early 1968", "1968-01-01", "1968-05-02", R),
]


@pytest.mark.parametrize(("text", "first", "last", "precision"), READ, ids=[row[0] for row in READ])
def test_what_can_be_read_in_one_way_is(text: str, first: str, last: str, precision: Precision) -> None:
    (span,) = read_birth(text)
    assert (str(span.first), str(span.last), span.precision) == (first, last, precision)
    assert span.share == 1


# --- Other calendars ------------------------------------------------------------------------------------

NOWRUZ = [
    # The first day of the Solar Hijri year, as the calendar centre of the University of Tehran gives it.
    (1300, "1921-03-21"),
    (1346, "1967-03-21"),
    (1347, "1968-03-21"),
    (1348, "1969-03-21"),
    (1354, "1975-03-21"),
    (1355, "1976-03-21"),
    (1375, "1996-03-20"),
    (1376, "1997-03-21"),
    (1399, "2020-03-20"),
    (1400, "2021-03-21"),
    (1403, "2024-03-20"),
    (1404, "2025-03-21"),
]


@pytest.mark.parametrize(("year", "day"), NOWRUZ)
def test_the_solar_year_begins_when_published(year: int, day: str) -> None:
    assert days_of(Calendar.SOLAR, year, 1, 1)[0] == date.fromisoformat(day)
    assert days_of(Calendar.SOLAR, year - 1)[1] == date.fromisoformat(day) - timedelta(days=1)


UMM_AL_QURA = [
    # Days of the calendar of Umm al-Qura, as Saudi Arabia has published them.
    ((1390, 1, 1), "1970-03-09"),
    ((1400, 1, 1), "1979-11-20"),
    ((1410, 9, 1), "1990-03-28"),
    ((1420, 1, 1), "1999-04-17"),
    ((1430, 9, 1), "2009-08-22"),
    ((1440, 1, 1), "2018-09-11"),
    ((1443, 9, 1), "2022-04-02"),
    ((1445, 10, 1), "2024-04-10"),
]


@pytest.mark.parametrize(("written", "day"), UMM_AL_QURA)
def test_an_islamic_day_is_three_days_and_the_published_one_among_them(written: tuple[int, int, int], day: str) -> None:
    first, last = days_of(Calendar.ISLAMIC, *written)
    assert first <= date.fromisoformat(day) <= last
    assert (last - first).days == 2


CALENDARS = [
    ("1346-12-15 AP", "1968-03-05", "1968-03-05", Calendar.SOLAR),
    ("۱۳۴۶/۱۲/۱۵ هـ.ش", "1968-03-05", "1968-03-05", Calendar.SOLAR),
    ("15 اسفند 1346", "1968-03-05", "1968-03-05", Calendar.SOLAR),
    ("۱۵ اسفند ماه ۱۳۴۶", "1968-03-05", "1968-03-05", Calendar.SOLAR),
    ("۱ ماه شهریور ۱۳۴۶ ه ش", "1967-08-23", "1967-08-23", Calendar.SOLAR),
    ("15 Esfand 1346", "1968-03-05", "1968-03-05", Calendar.SOLAR),
    ("۱۵ حوت ۱۳۴۶", "1968-03-05", "1968-03-05", Calendar.SOLAR),
    ("1387/12/06 AH", "1968-03-04", "1968-03-06", Calendar.ISLAMIC),
    ("١٣٨٧/١٢/٦ هـ", "1968-03-04", "1968-03-06", Calendar.ISLAMIC),
    ("6 Dhu al-Hijjah 1387", "1968-03-04", "1968-03-06", Calendar.ISLAMIC),
    ("6 ذو الحجة 1387", "1968-03-04", "1968-03-06", Calendar.ISLAMIC),
    ("5 มีนาคม 2511", "1968-03-05", "1968-03-05", Calendar.BUDDHIST),
    ("5.3.2511 BE", "1968-03-05", "1968-03-05", Calendar.BUDDHIST),
    ("民國57年3月5日", "1968-03-05", "1968-03-05", Calendar.MINGUO),
]


@pytest.mark.parametrize(("text", "first", "last", "calendar"), CALENDARS, ids=[row[0] for row in CALENDARS])
def test_a_day_of_another_calendar_is_read_as_ours(text: str, first: str, last: str, calendar: Calendar) -> None:
    (span,) = read_birth(text)
    assert (str(span.first), str(span.last), span.calendar) == (first, last, calendar)


def test_a_calendar_knows_no_day_that_is_not_in_it() -> None:
    for written in ((1347, 12, 30), (1346, 13, 1), (1346, 7, 31), (1346, 0, 1), (0, 1, 1)):
        with pytest.raises(ValueError, match="there is no"):
            days_of(Calendar.SOLAR, *written)
    assert month_length(Calendar.SOLAR, 1346, 12) == 30


@given(st.integers(1230, 1429), st.integers(1, 11))
def test_months_follow_each_other_without_a_gap(year: int, month: int) -> None:
    _, end = days_of(Calendar.SOLAR, year, month)
    start, _ = days_of(Calendar.SOLAR, year, month + 1)
    assert start == end + timedelta(days=1)


# --- Several ways to read it ----------------------------------------------------------------------------

OPEN = [
    ("5/3/1968", ["1968-03-05", "1968-05-03"]),
    ("05-03-68", ["1968-03-05", "1968-05-03"]),
    ("05.03.12", ["1912-03-05", "2012-03-05"]),
    ("۱۳۴۶/۱۲/۱۵", ["1968-03-05", "1928-06-02"]),
    ("1968; 1969", ["1968-01-01", "1969-01-01"]),
    ("05.03.1968 или 06.03.1968", ["1968-03-05", "1968-03-06"]),
    ("5 March 1968 / 5 May 1968", ["1968-03-05", "1968-05-05"]),
    ("1388 AH (1968)", ["1968-01-01", "1968-03-29"]),
    ("1388 هـ الموافق 1968 م", ["1968-01-01", "1968-03-29"]),
    ("01.01.1968", ["1966-01-01", "1968-01-01", "1968-01-01"]),
    ("01.07.1387 AH", ["1965-04-09", "1967-04-09", "1967-10-03"]),
]


@pytest.mark.parametrize(("text", "firsts"), OPEN, ids=[row[0] for row in OPEN])
def test_what_is_open_stays_open(text: str, firsts: list[str]) -> None:
    spans = read_birth(text)
    assert sorted(str(span.first) for span in spans) == sorted(firsts)
    assert sum(span.share for span in spans) == pytest.approx(1)


def test_the_first_of_january_is_mostly_a_year() -> None:
    likelier, *others = read_birth("01.01.1968")
    assert likelier.precision is Precision.YEAR
    assert {other.precision for other in others} == {Precision.DAY, Precision.CIRCA}
    assert "may stand for a year" in likelier.reading


MENDED = [
    ("1968-11-78", ["1968-11-08", "1968-11-18", "1968-11-28"]),
    ("1968-83-15", ["1968-03-15"]),
    ("1968-03-50", ["1968-03-05", "1968-03-10", "1968-03-20", "1968-03-30"]),
    ("1968-21-05", ["1968-01-05", "1968-05-21", "1968-11-05", "1968-12-05"]),
    ("32.01.1968", ["1968-01-02", "1968-01-12", "1968-01-22", "1968-01-23", "1968-01-30", "1968-01-31"]),
    (
        "31.02.1968",
        [
            "1968-01-31",
            "1968-02-01",
            "1968-02-11",
            "1968-02-13",
            "1968-02-21",
            *(f"1968-{month}-31" for month in ("03", "05", "07", "08", "12")),
        ],
    ),
    ("1347-12-30 AP", ["1968-05-20", "1969-01-20", "1969-02-19", "1969-02-22", "1969-03-01", "1969-03-11"]),
    ("1968-15-09", ["1968-05-09", "1968-09-15", "1968-10-09", "1968-11-09", "1968-12-09"]),
]


@pytest.mark.parametrize(("text", "days"), MENDED, ids=[row[0] for row in MENDED])
def test_a_day_that_does_not_exist_is_each_one_that_a_slip_may_have_made_it(text: str, days: list[str]) -> None:
    assert sorted(str(span.first) for span in read_birth(text)) == days


# --- Nothing said, and nothing understood ---------------------------------------------------------------

NOTHING = [
    "",
    " ",
    "unknown",
    "n/a",
    "-",
    "неизвестно",
    "inconnu",
    "不详",
    "00.00.0000",
    "XX.XX.XXXX",
    "<<<<<<",
    "1900",
]
NOTHING += ["01.01.1900", "1900-01-01", "не установлена", "белгісіз"]


@pytest.mark.parametrize("text", NOTHING)
def test_nobody_knows_is_nothing_said(text: str) -> None:
    assert says_nothing(text)
    assert read_birth(text) == ()
    assert compare_births((text,), ("1968",)) is None
    assert compare_births(("1968",), (text, "")) is None


UNREADABLE = ["5 March", "банан", "1968-44-44", "1", "1350000", "a" * (LONGEST + 1), "1968" * 50, "99.99.9999"]
UNREADABLE += ["3 March April 1968", "March", "12:30", "١٢٣٤٥٦٧٨٩"]


@pytest.mark.parametrize("text", UNREADABLE, ids=[text[:20] for text in UNREADABLE])
def test_what_cannot_be_read_is_told_and_counts_neither_way(text: str) -> None:
    assert read_birth(text) == ()
    found = compare_births((text,), ("1968-03-05",))
    assert found is not None
    assert found.bits == 0
    assert "cannot be read as a day of birth" in found.says
    assert len(found.says) < 150


# --- Read back ------------------------------------------------------------------------------------------


@given(st.dates(date(1920, 1, 2), date(2010, 12, 31)))
def test_a_day_read_back_is_the_day_written(born: date) -> None:
    for form in (f"{born:%Y-%m-%d}", f"{born:%d.%m.%Y}", f"{born:%d %B %Y}", f"{born:%d%b%Y}", f"{born:%Y%m%d}"):
        assert any(span.first == span.last == born for span in read_birth(form)), form


@given(st.integers(1340, 1460), st.sampled_from(["c. {} AH", "c. {} AP", "01.01.{} AH", "late {} AP"]))
def test_about_any_year_of_any_calendar_is_read(year: int, form: str) -> None:
    if year < 1430 or "AH" in form:
        assert read_birth(form.format(year)), "also where it ends on a 29th of February"


def test_years_out_of_reach_of_a_calendar_are_not_read() -> None:
    for text, read in (
        ("1229 AP", 0),
        ("1230 AP", 1),
        ("1429 AP", 1),
        ("1430 AP", 0),
        ("民國139年", 1),
        ("民國140年", 0),
    ):
        assert bool(read_birth(text)) == bool(read), text


def test_two_digits_are_a_year_of_the_century_that_can_be_meant() -> None:
    assert [span.first.year for span in read_birth("15/12/46 AP")] == [1968]
    assert [span.first.year for span in read_birth("05.03.30")] == [1930, 2030]
    assert [span.first.year for span in read_birth("05.03.31")] == [1931]
    assert [str(span.last) for span in read_birth("2001-12")] == ["2001-12-31"]
    assert [str(span.last) for span in read_birth("2001-13")] == ["2013-12-31"]


def test_a_year_has_as_many_days_as_its_calendar() -> None:
    assert [read_birth(text)[0].length for text in ("1968", "1967", "1346 AP", "1347 AP")] == [366, 365, 366, 365]
