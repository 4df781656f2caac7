"""Digests in columns: found by name, also where many begin alike, and nothing else is found."""

from hashlib import sha256

import numpy as np
import pytest

from rogatory.material.columns import Column, Names, Places, Spans, raw_of, rows_of

ALIKE = ["00000000" + sha256(bytes([number])).hexdigest()[8:] for number in range(5)]
TOLD = [*(sha256(b"%d" % number).hexdigest() for number in range(9_000)), *ALIKE[:4]]


def names(told):
    return Names(rows_of(raw_of(told)))


def test_each_digest_stands_at_its_place_and_what_is_not_there_nowhere():
    found = names(TOLD)
    assert [*found] == TOLD
    assert [found[place] for place in (0, 8_999, -1)] == [TOLD[0], TOLD[8_999], ALIKE[3]]
    assert [*found[1:3]] == TOLD[1:3]
    assert [found.find(one) for one in TOLD] == [*range(len(TOLD))]
    for nothing in (ALIKE[4], "f" * 64, ALIKE[0].upper(), "", "g" * 64, f" {ALIKE[0][:62]} ", None):
        assert found.find(nothing) == -1
        assert nothing not in found


def test_many_are_looked_up_at_once():
    found = names(TOLD).find_all(rows_of(raw_of([ALIKE[4], "f" * 64, *ALIKE[:4], TOLD[7]])))
    assert found.tolist() == [-1, -1, *range(9_000, 9_004), 7]
    assert names([]).find_all(rows_of(raw_of(ALIKE))).tolist() == [-1] * 5


def test_a_place_that_is_asked_for_by_another_name_is_refused():
    places = Places(names(TOLD))
    assert (places[TOLD[5]], len(places), [*places][:2]) == (5, len(TOLD), TOLD[:2])
    with pytest.raises(KeyError, match=ALIKE[4]):
        places[ALIKE[4]]
    with pytest.raises(ValueError, match="64 hexadecimal digits"):
        raw_of(["abcd"])


def test_values_and_spans_stand_by_their_numbers():
    told = Column(np.array([1, -1, 0, 1], np.int32), ["a", "b"], "")
    assert ([*told], told[1], [*told[2:]], len(told)) == (["b", "", "a", "b"], "", ["a", "b"], 4)
    spans = Spans(np.array([2, 0, -1, 2], np.int32), 4)
    assert [spans.of(number) for number in (-1, 0, 1, 2, 3)] == [[], [1], [], [0, 3], []]
    assert spans.of_all(np.array([2, 1, 0], np.int32)).tolist() == [0, 3, 1]
