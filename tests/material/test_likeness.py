"""Texts that are the same, or nearly."""

import re
import unicodedata
from hashlib import sha256
from random import Random

import pytest
from datasketch import MinHash
from hypothesis import given, settings
from hypothesis import strategies as st
from rensa import RMinHash

from rogatory.material.likeness import NEAR, PLACES, alike, likeness, runs
from rogatory.material.plain_words import digest, words

LETTER = "Dear colleague, the hearing of my client was put off until the third of May, and I shall write again before."


def drawn(random, count, vocabulary=3_000):
    return [f"w{random.randrange(vocabulary)}" for _ in range(count)]


def changed(random, told, share):
    return [f"x{random.random()}" if random.random() < share else word for word in told]


def test_layout_capitals_and_marks_of_quoting_make_no_difference():
    quoted = "\n".join(f"> {line}" for line in LETTER.upper().split(", "))
    assert digest(quoted) == digest(LETTER)
    assert alike([LETTER, "Another thing.", quoted]).same == (0, 1, 0)


@given(st.text(st.sampled_from("aB7_ \n\r\u2028Éßﬁ会議กา٣\u0301.-'"), max_size=30))
def test_words_are_those_of_the_whole_text_whatever_lines_it_stands_in(text):
    folded = unicodedata.normalize("NFKC", text).casefold()
    assert words(text) == re.findall(r"[会議กา]|[^\W会議กา]+", folded)


@pytest.mark.parametrize("around", ["{}", "a{}b", "a{}\u0301", "{}\u11a8", "\u1100{}\u0323"])
def test_every_sign_makes_the_words_that_unicode_tells_whatever_stands_around_it(around):
    signs = [chr(sign) for sign in range(0x20000) if not 0xD800 <= sign < 0xE000]
    text = " ".join(around.format(sign) for sign in signs)
    folded = unicodedata.normalize("NFKC", text).casefold()
    alone = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
    found = re.findall(rf"[^\W{alone}]+|(?=\w)[{alone}]", folded)
    assert words(text) == found
    assert [word for sign in signs[:0x3000] for word in words(around.format(sign))] == words(
        " ".join(around.format(sign) for sign in signs[:0x3000])
    )
    assert digest(text) == sha256("\n".join(found).encode()).digest()


def test_a_text_of_any_length_without_spaces_is_one_word():
    assert words("é" * 100_000) == ["é" * 100_000]


def test_a_version_is_near_and_another_letter_is_not():
    version = LETTER.replace("third", "fourth")
    found = alike(
        [LETTER * 3, "Quite another matter, of which nothing stands in the letter above.", version + LETTER * 2]
    )
    assert [(pair.one, pair.other) for pair in found.near] == [(0, 2)]
    assert found.near[0].likeness == pytest.approx(likeness(LETTER * 3, version + LETTER * 2))
    assert found.cluster == (0, 1, 0)


@pytest.mark.parametrize("text", ["", " \n", "--- * ---", "\u200b"])
def test_texts_without_words_are_like_no_other(text):
    assert alike([text, text]).same == (0, 1)
    assert likeness(text, text) == 0.0


@pytest.mark.parametrize("text", ["起诉书已于五月三日送达被告及其律师", "คำฟ้องถูกส่งถึงจำเลยแล้ว"])
def test_scripts_without_spaces_are_compared_by_letters(text):
    assert len(words(text)) > 5
    assert NEAR < likeness(text, text[:-1]) < 1


def test_one_text_of_few_words_is_compared_whole():
    assert runs("See you") == ["see you"]
    assert alike(["See you", "see you!", "See him"]).cluster == (0, 0, 2)


@pytest.mark.parametrize("least", [0.5, 0, 1.01, -1])
def test_a_measure_the_signatures_cannot_see_is_refused(least):
    with pytest.raises(ValueError, match=r"above 0.5"):
        alike([], least)


TEXTS = st.lists(st.lists(st.sampled_from("abcd"), max_size=9).map(" ".join), max_size=8)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_pair_that_is_told_is_so_and_clusters_hang_together_by_pairs(texts):
    found = alike(texts)
    assert all(likeness(texts[p.one], texts[p.other]) == p.likeness >= NEAR for p in found.near)
    assert all(digest(texts[first]) == digest(text) for text, first in zip(texts, found.same, strict=True))
    reached = list(found.same)
    for _ in texts:
        for pair in found.near:
            low = min(reached[pair.one], reached[pair.other])
            reached = [low if r in (reached[pair.one], reached[pair.other]) else r for r in reached]
    assert tuple(reached) == found.cluster


def test_near_texts_among_many_are_found_as_a_comparison_of_all_pairs_finds_them():
    random, texts = Random(4), []
    for _ in range(60):
        told = drawn(random, 120)
        texts += [" ".join(told), " ".join(changed(random, told, random.choice([0.02, 0.05, 0.1, 0.2])))]
    near = {(i, j) for i in range(len(texts)) for j in range(i) if likeness(texts[i], texts[j]) >= NEAR}
    found = alike(texts)
    assert len(near) > 20
    assert all(found.cluster[i] == found.cluster[j] for i, j in near)
    assert {(pair.other, pair.one) for pair in found.near} <= near


def test_signatures_are_as_near_to_the_truth_as_those_of_datasketch():
    random, ours, theirs = Random(7), [], []
    for _ in range(60):
        told = drawn(random, 150)
        one, other = (frozenset(runs(" ".join(t))) for t in (told, changed(random, told, random.random() * 0.2)))
        truth = len(one & other) / len(one | other)
        a, b = RMinHash.from_token_sets([list(one), list(other)], PLACES, 1)
        c, d = MinHash(PLACES), MinHash(PLACES)
        c.update_batch([run.encode() for run in one])
        d.update_batch([run.encode() for run in other])
        ours.append((a.jaccard(b) - truth) ** 2)
        theirs.append((c.jaccard(d) - truth) ** 2)
    assert sum(ours) / len(ours) < 0.045**2
    assert sum(ours) < 1.5 * sum(theirs)


@given(st.text(st.characters(max_codepoint=0x2FF)))
def test_a_digest_is_that_of_the_words_whatever_the_script(text):
    found = words(text)
    assert digest(text) == (sha256("\n".join(found).encode()).digest() if found else b"")
