"""A leaf is canonical, holds no value in clear, and is read back exactly."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.journal import leaf

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=8,
)
AT = datetime(2025, 2, 4, 9, 0, tzinfo=UTC)


@given(VALUES)
def test_a_value_is_read_back_from_its_canonical_form(value):
    assert json.loads(leaf.canonical(value)) == value


def test_the_example_of_rfc_8785():
    # Section 3.2.3, without its fractions.
    value = {
        "€": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew",
        "1": "One",
        "😀": "Smiley",
        "ö": "o",
        "\x80": "",
    }
    assert list(json.loads(leaf.canonical(value))) == ["\r", "1", "\x80", "ö", "€", "😀", "\ufb33"]
    assert leaf.canonical('€$\x0f\nA\'B"\\\\"/') == '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'.encode()


@pytest.mark.parametrize("value", [1.5, 2**53, {1: "a"}, b"x", "\ud800", object(), {"a": [float("nan")]}])
def test_what_two_readers_may_read_differently_is_refused(value):
    with pytest.raises(leaf.LeafError):
        leaf.canonical(value)


@given(
    st.integers(0, 2**53 - 1), st.tuples(TEXT, TEXT, TEXT, TEXT), st.sets(st.from_regex("[a-z]{1,9}", fullmatch=True))
)
def test_the_leaf_written_by_hand_is_the_canonical_one(seq, names, fields):
    commitments = {name: leaf.commitment(bytes(32), name, b"1") for name in fields}
    data = leaf.write(seq, leaf.moment(AT), names, commitments)
    assert data == leaf.canonical(json.loads(data))
    read = leaf.parse(data)
    assert (read.seq, (read.actor, read.act, read.object, read.case)) == (seq, names)
    assert set(read.fields) == fields


@given(st.integers(0, 200), st.integers(1, 255))
def test_bytes_that_are_not_exactly_a_leaf_are_none(place, bits):
    data = bytearray(leaf.write(7, leaf.moment(AT), ("u1", "open", "r1", "c1"), {"a": bytes(32)}))
    place %= len(data)
    data[place] ^= bits
    try:
        read = leaf.parse(bytes(data))
    except leaf.LeafError:
        return
    # What is still a leaf is another leaf, never a second way to write this one.
    assert read != leaf.parse(leaf.write(7, leaf.moment(AT), ("u1", "open", "r1", "c1"), {"a": bytes(32)}))


def test_the_moment_is_in_utc_and_has_a_zone():
    brussels = timezone(timedelta(hours=1))
    assert leaf.moment(datetime(2025, 2, 4, 10, tzinfo=brussels)) == "2025-02-04T09:00:00.000000Z"
    with pytest.raises(leaf.LeafError, match="no time zone"):
        leaf.moment(datetime(2025, 2, 4))  # noqa: DTZ001 - the mistake itself


def test_a_commitment_binds_salt_field_and_value():
    said = leaf.commitment(b"s" * 32, "name", b'"A."')
    assert len(said) == 32
    others = [(b"t" * 32, "name", b'"A."'), (b"s" * 32, "names", b'"A."'), (b"s" * 32, "name", b'"B."')]
    assert said not in [leaf.commitment(*other) for other in others]


@pytest.mark.parametrize("name", ["", "Name", "a b", "a\n", 'a"', "9a", "x" * 65])
def test_a_field_has_a_plain_name(name):
    with pytest.raises(leaf.LeafError, match="names of fields"):
        leaf.write(0, leaf.moment(AT), ("a", "b", "c", "d"), {name: bytes(32)})


def test_a_leaf_fits_a_bundle():
    with pytest.raises(leaf.LeafError, match="65535 at most"):
        leaf.write(0, leaf.moment(AT), ("a" * 65_536, "b", "c", "d"), {})


def test_text_that_is_no_unicode_has_no_leaf():
    with pytest.raises(leaf.LeafError, match="no Unicode"):
        leaf.write(0, leaf.moment(AT), ("\ud800", "b", "c", "d"), {})


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d + b" ",
        lambda d: d.replace(b'"seq":7', b'"seq": 7'),
        lambda d: d.replace(b'"seq":7', b'"seq":true'),
        lambda d: d.replace(b'"seq":7', b'"seq":7.0'),
        lambda d: d.replace(b'"v":1', b'"v":2'),
        lambda d: d.replace(b'"v":1', b'"v":1,"w":1'),
        lambda d: d.replace(b'"act":"open",', b""),
        lambda d: d.replace(b'"fields":{}', b'"fields":[]'),
        lambda _: b"[]",
        lambda _: b"null",
        lambda _: b"[" * 100_000,
    ],
)
def test_what_is_almost_a_leaf_is_none(change):
    data = leaf.write(7, leaf.moment(AT), ("u1", "open", "r1", "c1"), {})
    with pytest.raises(leaf.LeafError):
        leaf.parse(change(data))
