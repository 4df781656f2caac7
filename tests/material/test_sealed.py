"""The manifest: every name as it was, and a root in which every change shows."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.journal import tree
from rogatory.material.items import Content, Digest, Kind
from rogatory.material.sealed import Entry, Growing, ManifestError, Receipt, Sealed, parse, root_of

LETTER = Content(Digest("0" * 64), "f" * 64, 12)

ENTRIES = st.builds(
    Entry,
    st.binary(max_size=60),
    st.sampled_from(Kind),
    st.none() | st.builds(Content, st.just(LETTER.sha256), st.just(LETTER.blake3), st.integers(0, 2**53 - 1)),
    st.binary(max_size=20),
    st.none() | st.integers(-(2**63), 2**63),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)


@given(ENTRIES)
def test_a_line_comes_back_as_it_went_in(entry):
    assert parse(entry.line()) == entry
    assert b"\n" not in entry.line()


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (b"brief.txt", b'{"kind":"folder","path":"brief.txt","v":1}'),
        ("письмо".encode(), '{"kind":"folder","path":"письмо","v":1}'.encode()),
        (b"a\nb", b'{"kind":"folder","path":"a\\nb","v":1}'),
        (b"r\xe9sum\xe9", b'{"kind":"folder","path-hex":"72e973756de9","v":1}'),
    ],
)
def test_names_stand_in_the_manifest_byte_for_byte(path, line):
    assert Entry(path, Kind.FOLDER).line() == line


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b"{}",
        b'{"kind":"folder","path":"a"}',
        b'{"kind":"folder","path":"a","v":2}',
        b'{"kind":"folder", "path":"a","v":1}',
        b'{"kind":"folder","path-hex":"61","v":1}',
        b'{"kind":"room","path":"a","v":1}',
        b'{"kind":"folder","more":1,"path":"a","v":1}',
        b'{"kind":"folder","path":"\xff","v":1}',
    ],
)
def test_what_the_seal_did_not_write_is_refused(line):
    with pytest.raises(ManifestError):
        parse(line)


@given(st.lists(st.binary(max_size=8), max_size=20))
def test_the_root_is_that_of_the_journals_tree(lines):
    peaks: list[bytes] = []
    for size, line in enumerate(lines):
        tree.grow(size, peaks, tree.leaf_hash(line))
    growing = Growing()
    for line in lines:
        growing.add(line)
    assert growing.root == tree.fold(peaks) == root_of(lines)
    assert growing.size == len(lines)


def test_a_receipt_acknowledges_one_root_of_one_seizure():
    sealed = Sealed("S-1", b"r" * 32, 3)
    receipt = Receipt("S-1", b"r" * 32, 3, "journal", 0, datetime(2026, 1, 1, tzinfo=UTC))
    assert receipt.fits(sealed)
    assert not receipt.fits(Sealed("S-2", b"r" * 32, 3))
    assert not receipt.fits(Sealed("S-1", b"s" * 32, 3))
    assert not receipt.fits(Sealed("S-1", b"r" * 32, 4))
