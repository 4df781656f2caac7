"""What is measured of labelled pairs, and what a table with faults is told."""

import pytest

from rogatory.names.measuring import (
    Labelled,
    PairsError,
    Scored,
    by_script,
    gap,
    measure,
    read_pairs,
    score,
    script_group,
)

HEAD = "left\tright\tsame\n"


def scored(*rows: tuple[float, bool]) -> tuple[Scored, ...]:
    return tuple(Scored(Labelled("a", "b", same), points, "Latin") for points, same in rows)


def test_a_table_is_read_as_it_stands_quotes_of_a_spreadsheet_too():
    text = "\ufeff" + HEAD + 'Иван\tIvan\t1\n\n"a\nb"\tc "d"\t0\n'
    assert read_pairs(text, "x.tsv") == (Labelled("Иван", "Ivan", True), Labelled("a\nb", 'c "d"', False))


FAULTS = {
    "empty": ("", "x.tsv: no pairs; give one a line, under the head left, right, same"),
    "only a head": (HEAD, "x.tsv: no pairs; give one a line, under the head left, right, same"),
    "no head": ("a\tb\t1\n", "x.tsv line 1: begins with 'a|b|1'; it must be left, right and same, with tabs between"),
    "commas": (HEAD + "a,b,1\n", "x.tsv line 2: 1 cells instead of 3; put one tab between them and none at the end"),
    "a label that is none": (HEAD + "a\tb\tyes\n", "x.tsv line 2: same is 'yes'; write 1 for one person, 0 for two"),
    "a quote left open": (HEAD + '"a\tb\t1\n', "x.tsv line 2: 1 cells instead of 3; put one tab between them"),
    "a name that never ends": (HEAD + "a" * 30_000 + "\tb\t1\n", "a name of 30000 letters; a double quote may not be"),
    "a cell that never ends": (HEAD + "a" * 200_000 + "\tb\t1\n", "field larger than field limit"),
}


@pytest.mark.parametrize(("text", "told"), FAULTS.values(), ids=FAULTS)
def test_a_table_with_a_fault_is_told_where_and_how_to_mend_it(text, told):
    with pytest.raises(PairsError) as error:
        read_pairs(text, "x.tsv")
    assert told in str(error.value)


def test_a_set_told_apart_wholly_has_one_everywhere():
    found = measure(scored((0.9, True), (0.8, True), (0.3, False)), 0.5)
    assert (found.f1, found.at, found.auc, found.recall, found.precision, found.alerts) == (1, 0.8, 1, 1, 1, 0)


def test_scores_that_say_nothing_have_the_area_of_chance():
    found = measure(scored((0.5, True), (0.5, False), (0.5, True), (0.5, False)), 0.6)
    assert (found.auc, found.recall, found.precision, found.alerts) == (0.5, 0, None, 0)
    assert found.f1 == pytest.approx(2 / 3)


def test_a_set_of_one_kind_has_no_area():
    ones, twos = measure(scored((0.9, True)), 0.5), measure(scored((0.9, False)), 0.5)
    assert (ones.auc, ones.alerts, ones.recall) == (None, None, 1)
    assert (twos.auc, twos.f1, twos.recall, twos.alerts) == (None, None, None, 1)


@pytest.mark.parametrize(
    ("left", "right", "group"),
    [
        ("Иван", "Ivan", "Cyrillic"),
        ("Ivan", "Иван", "Cyrillic"),
        ("Иван", "خالد", "Arabic and Cyrillic"),
        ("Ivan", "Iwan", "Latin"),
        ("Zhao 赵", "Zhao", "Han"),
        ("...", "12", "none"),
    ],
)
def test_a_pair_is_about_the_script_that_is_not_latin(left, right, group):
    assert script_group(left, right) == group


def test_the_gap_is_between_scripts_with_enough_pairs():
    pairs = (
        [Labelled("Иван", "Ivan", True)] * 30
        + [Labelled("خالد", "Khalid", True)] * 30
        + [Labelled("a", "b", True)] * 40
    )
    pairs += [Labelled("יוסף", "Yosef", True)] * 29
    groups = by_script(score(pairs, lambda left, right: 1.0 if left == "Иван" else 0.0), 0.5)
    assert list(groups) == ["Arabic", "Cyrillic", "Hebrew", "Latin"]
    assert gap(groups) == ("Cyrillic", "Arabic", 1.0)
    del groups["Arabic"]
    assert gap(groups) is None
