"""Lines of a scan read several times, and forms whose labels and values were read apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.extraction.rows import in_rows
from rogatory.extraction.votes import agree, voted
from rogatory.received.pages import Box, Line


@pytest.mark.parametrize(
    ("line", "others", "read", "marked"),
    [
        ("No BR34.FI.1/22", ["No BR34.F1.1/22", "No BR34.F1.1/22"], "No BR34.F1.1/22", "1"),
        ("No BR34.FI.1/22", ["No BR34.F1.1/22", "No BR34.FI.1/22"], "No BR34.FI.1/22", "I"),
        ("No BR34.FI.1/22", ["No BR34.F1.1/22", "No BR34.Fl.1/22"], "No BR34.FI.1/22", "I"),
        ("2021/1884", ["2021/18841", ""], "2021/1884", "4"),
        ("205500581673825", ["205500581", "205500581"], "205500581673825", ""),
        ("72 /3-1789", ["72/3-1789", "72/3-1789"], "72/3-1789", "2/"),
        ("72 /3-1789", ["72/3-1789", "72 /3-1789"], "72 /3-1789", ""),
        ("No 2255003-1 1791", ["No 2255003411791", "Nr 2255003411791"], "No 2255003411791", "o411"),
        ("Name\tAnna", ["Name Anna"], "Name\tAnna", ""),
        ("one two", ["onetwo", "one"], "one two", ""),
    ],
    ids=[
        "two agree",
        "one agrees",
        "none agrees",
        "a sign more",
        "half of it",
        "a gap most readings lack",
        "a gap most readings have",
        "two numbers that are one",
        "gaps of columns stay",
        "other words",
    ],
)
def test_what_most_readings_have_stands_and_where_they_differ_is_marked(line, others, read, marked):
    made = voted(Line(line, 0), others)
    assert made.text == read
    assert "".join(made.text[at] for at in made.unsure) == marked


def test_what_was_hardly_read_stays_marked_where_the_line_is_read_again_alike():
    once = Line("12-3O/5", 0, unsure=(3,))
    assert voted(once, ["12-3O/5"]) == once


def test_readings_in_another_language_count_for_numbers_alone():
    made = voted(Line("от 14.10.2O21", 0), ["от 14.10.2021"], ["OT 14.10.2021", "or 14.10.2021"])
    assert made.text == "от 14.10.2021"


def test_readings_agree_where_each_has_all_numbers_whatever_the_words():
    assert agree("от 14.10.2021", ["or 14.10.2021", "OT 14.10.2021 |"])
    assert not agree("от 14.10.2021", ["от 14.10.2O21"])


def test_what_a_word_was_read_as_besides_is_told():
    made = voted(Line("No 2022/28027", 0), ["No 2022/28627"])
    assert made.text == "No 2022/28027"
    assert made.rivals == ((3, 13, "2022/28627"),)


@given(st.text("ab1 \t", max_size=12), st.lists(st.text("ab1 ", max_size=12), max_size=2))
def test_every_mark_is_a_place_in_the_line_and_no_word_is_made_up(line, others):
    made = voted(Line(line, 0), others)
    text, unsure = made.text, made.unsure
    assert list(unsure) == sorted(set(unsure))
    assert all(0 <= at < len(text) and not text[at].isspace() for at in unsure)
    assert all(text[start:end] != other for start, end, other in made.rivals)
    assert set(text.split()) <= {word for one in (line, *others) for word in one.split()}
    assert text.count("\t") == line.count("\t")
    assert all(0 <= start < end <= len(text) for start, end in made.split)


@pytest.mark.parametrize(
    ("hardly", "others", "split"),
    [
        ((), [], ()),
        ((3,), [], ((0, 9),)),
        ((3,), ["2022/1884", "2022/1884"], ()),
        ((), ["2021/1884", "2022/1884"], ()),
        ((), ["2021/1884"], ((0, 9),)),
        ((), ["2021/1884", "2023/1884"], ((0, 9),)),
    ],
    ids=["well read", "hardly read", "three agree", "two of three", "one against one", "all differ"],
)
def test_a_word_on_which_too_few_readings_agree_is_split(hardly, others, split):
    assert voted(Line("2022/1884", 0, unsure=hardly), others).split == split


def line(text: str, left: float, top: float, right: float, unsure: tuple[int, ...] = ()) -> Line:
    return Line(text, 0, Box(left, top, right, top + 0.02), unsure)


def test_labels_and_values_read_as_two_columns_are_laid_beside_each_other():
    labels = [line("Surname", 0.1, 0.30, 0.2), line("Born", 0.1, 0.34, 0.16)]
    values = [line("Orazbekov", 0.4, 0.301, 0.6, (1,)), line("05.03.1980", 0.4, 0.341, 0.6)]
    made = in_rows([*labels, *values, line("Facts", 0.1, 0.4, 0.2)])
    assert [one.text for one in made] == ["Surname\tOrazbekov", "Born\t05.03.1980", "Facts"]
    assert made[0].unsure == (9,)
    box = made[0].box
    assert box
    assert (box.left, box.top, box.right) == (0.1, 0.30, 0.6)
    assert box.bottom == pytest.approx(0.321)


@pytest.mark.parametrize(
    "lines",
    [
        [line("a text of two", 0.1, 0.3, 0.48), line("columns, the", 0.1, 0.34, 0.48),
         line("right one read", 0.52, 0.3, 0.9), line("behind it", 0.52, 0.34, 0.9)],
        [line("Brussels", 0.1, 0.3, 0.2), line("a line that is full of words", 0.1, 0.34, 0.9),
         line("12 May 2024", 0.6, 0.3, 0.8)],
        [Line("no place", 0), Line("at all", 9)],
    ],
    ids=["two columns of text", "one line alone", "no places"],
)  # fmt: skip
def test_other_lines_stay_as_they_were_read(lines):
    assert in_rows(lines) == lines
