"""What holds for any two texts, from names to noise."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rogatory.names.compare import bits, compare
from rogatory.names.parts import parse
from rogatory.names.skeleton import skeletons, word_keys
from rogatory.names.text import LONGEST, clean
from tests.names.pairs import groups

KNOWN = [
    spelt for group in groups().values() for names in (group.given, group.family) for name in names for spelt in name
]
LETTERS = "aeiouxzhkhtch' -.,<ьжщәғñßıأبتعويةאבגד高李박지アンαβաბ١1\u202e\u200b\u0301\u064e"
NAMES = st.one_of(
    st.text(max_size=40),
    st.text(alphabet=LETTERS, max_size=30),
    st.lists(st.sampled_from(KNOWN), min_size=1, max_size=4).map(" ".join),
)
UNSEEN = st.sampled_from("\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\u00ad\u061c\u2060")


@settings(max_examples=150, deadline=None)
@given(NAMES, NAMES)
def test_any_two_texts_are_compared_alike_from_either_side(left, right):
    one, other = compare(left, right), compare(right, left)
    assert 0 <= one.score <= 1
    assert one.score == other.score
    assert sorted((pair.left, pair.right, pair.how.value) for pair in one.pairs) == sorted(
        (pair.right, pair.left, pair.how.value) for pair in other.pairs
    )
    assert one.says is not None
    assert -12 <= bits(one) < 200
    assert all(0 <= pair.far <= 1 for pair in one.pairs)


@settings(max_examples=100, deadline=None)
@given(NAMES)
def test_a_name_is_its_own_and_cleaning_changes_nothing(raw):
    assert compare(raw, raw).score == (1 if parse(raw).words else 0)
    assert clean(clean(raw)) == clean(raw)
    assert len(clean(raw)) <= LONGEST
    assert all(key for key in (*skeletons(raw), *word_keys(raw)))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(KNOWN), min_size=1, max_size=3).map(" ".join), st.data())
def test_marks_nobody_sees_change_nothing(raw, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(raw)), max_size=5)))
    marked = ""
    for start, end in zip([0, *cuts], [*cuts, len(raw)], strict=True):
        marked += raw[start:end] + data.draw(UNSEEN)
    assert compare(marked, raw).score == 1
    assert skeletons(marked) == skeletons(raw)


LONG = {
    "one word": "a" * 10_000,
    "many words": "Abdul " * 1_700,
    "one letter in turn": "ab" * 5_000,
    "unseen marks only": "\u202e" * 10_000,
    "marks on one letter": "a" + "\u0301" * 10_000,
    "Arabic": "محمد " * 2_000,
    "Han": "赵晓东" * 3_400,
    "Hangul": "박지훈" * 3_400,
    "Kana": "アンドレイ" * 2_000,
    "fillers": "<" * 10_000,
    "ligatures that grow": "ﷺ" * 10_000,
    "every script": "Иван Ivan خالد יוסף 赵晓东 박지훈 アンナ " * 300,
}


@pytest.mark.parametrize("raw", LONG.values(), ids=LONG)
def test_ten_thousand_letters_do_not_stall(raw):
    compare("Zhukov", "赵晓东")  # the tables are read once
    compare("박지훈", "Ji-hoon Park")
    start = process_time()
    for other in (raw[::-1], "Zhukov Ivan", "赵晓东"):
        compare(raw, other)
    assert process_time() - start < 2
