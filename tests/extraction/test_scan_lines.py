"""Words of a scan read several times, and forms whose labels and values were read apart."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.extraction.rows import in_rows
from rogatory.extraction.votes import units, voted
from rogatory.received.pages import Box, Line


def again(text: str, readings: Sequence[str], hardly: tuple[int, ...] = ()) -> Line:
    """A line whose number, or last word, was read so many times more."""
    of = next((one for one in units(text) if one.number), list(units(text))[-1])
    return voted(Line(text, 0, unsure=hardly), {of.start: readings})


@pytest.mark.parametrize(
    ("line", "others", "read", "marked"),
    [
        ("No BR34.FI.1/22", ["BR34.F1.1/22", "BR34.F1.1/22"], "No BR34.F1.1/22", "1"),
        ("No BR34.FI.1/22", ["BR34.F1.1/22", "BR34.FI.1/22"], "No BR34.FI.1/22", "I"),
        ("No BR34.FI.1/22", ["BR34.F1.1/22", "BR34.Fl.1/22"], "No BR34.FI.1/22", "I"),
        ("12-8B4/21", ["12-884/21", "12-8B1/21"], "12-8B4/21", "B4"),
        ("2021/1884", ["2021/18841", ""], "2021/1884", "4"),
        ("205500581673825", ["205500581", "205500581"], "205500581673825", ""),
        ("72 /3-1789", ["72/3-1789", "72/3-1789"], "72/3-1789", "2/"),
        ("72 /3-1789", ["72/3-1789", "72 /3-1789"], "72 /3-1789", ""),
        ("No 2255003-1 1791", ["2255003411791", "2255003411791"], "No 2255003411791", "411"),
        ("BR34.F1:22", ["BR34.F1:22", "BR34.F1.22"], "BR34.F1.22", "."),
        ("1202064 169", ["1202064169"], "1202064169", "41"),
        ("name\tAnna", ["Anna", "Anna"], "name\tAnna", ""),
        ("one two", ["onetwo", "one"], "one two", ""),
    ],
    ids=[
        "two agree",
        "one agrees",
        "none agrees",
        "none agrees, and one lies between the others",
        "a sign more",
        "half of it",
        "a gap most readings lack",
        "a gap most readings have",
        "two numbers that are one",
        "a sign no number has",
        "a gap as many have as lack it",
        "gaps of columns stay",
        "other words",
    ],
)
def test_what_most_readings_have_stands_and_where_they_differ_is_marked(line, others, read, marked):
    made = again(line, others)
    assert made.text == read
    assert "".join(made.text[at] for at in made.unsure) == marked


def test_what_was_hardly_read_stays_marked_where_it_is_read_again_alike():
    once = Line("12-3O/5", 0, unsure=(3,))
    assert again(once.text, ["12-3O/5"], (3,)) == once


def test_what_a_word_was_read_as_besides_is_told():
    made = again("No 2022/28027", ["2022/28627"])
    assert made.text == "No 2022/28027"
    assert made.rivals == ((3, 13, "2022/28627"),)


@given(st.text("ab1 \t", max_size=12), st.lists(st.text("ab1 ", max_size=12), max_size=3), st.sets(st.integers(0, 11)))
def test_every_mark_is_a_place_in_the_line_and_no_word_is_made_up(line, others, asked):
    made = voted(Line(line, 0), dict.fromkeys(asked, others))
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
        ((), ["2021/1884", "2022/1884"], ((0, 9),)),
        ((), ["2021/1884", "2022/1884", "2022/1884"], ()),
        ((), ["2021/1884"], ((0, 9),)),
        ((), ["2021/1884", "2023/1884"], ((0, 9),)),
        ((), ["2022-1884", "2022.1884"], ()),
        ((), ["2021/1884", "2022/1834", "2022/1884", "2022/7884"], ()),
        ((), ["2021/1884", "2021/1834", "2022/1884", "2022/7884"], ((0, 9),)),
        ((), ["2022/18841", "2022/18841", "2022/18841"], ()),
        ((), ["2022/18841", "2022/1884", "2022/1884"], ()),
        ((), ["2022/18841", "2022/1884"], ((0, 9),)),
        ((), ["2022/$884", "2022/1884"], ()),
        ((), ["2022/$884", "2022/$884"], ((0, 9),)),
        ((), ["№2022/1884", "Ne 2022/1884"], ()),
        ((), ["2022/1884", "2o22/l884", "2o22/l884"], ()),
        ((), ["2022/l884", "2022/l884"], ((0, 9),)),
    ],
    ids=[
        "well read", "hardly read", "three agree", "two against one", "three against one", "one against one",
        "all differ", "in signs alone", "each of five has another figure wrong", "two of five have the same one wrong",
        "three have a figure more", "one has a figure more", "one of three has", "a sign tells no figure",
        "a sign for a figure in all but one", "the sign of a number",
        "letters for figures", "letters for figures in most",
    ],
)  # fmt: skip
def test_a_word_on_which_too_few_readings_agree_is_split(hardly, others, split):
    assert again("2022/1884", others, hardly).split == split


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
