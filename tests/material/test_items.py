"""What an item is called: by where it lay, and by nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.material.items import Digest, Kind, Occurrence, State, item, item_id, seizure_id

ARCHIVE = Digest("a" * 64)
OTHER = Digest("b" * 64)


def test_two_places_never_have_one_name():
    places = [
        (ARCHIVE, b"letter.txt", 0),
        (ARCHIVE, b"letter.txt", 1),
        (ARCHIVE, b"Letter.txt", 0),
        (ARCHIVE, b"letter.txt\n", 0),
        (ARCHIVE, b"./letter.txt", 0),
        (OTHER, b"letter.txt", 0),
        (ARCHIVE, b"", 0),
        (seizure_id("S-1"), b"letter.txt", 0),
        (seizure_id("S-2"), b"letter.txt", 0),
    ]
    assert len({item_id(*place) for place in places}) == len(places)


def test_names_that_are_no_text_name_items_of_their_own():
    assert item_id(ARCHIVE, b"\xff\xfe") != item_id(ARCHIVE, b"\xff")


@given(st.binary(max_size=40), st.binary(max_size=40), st.integers(0, 2**40), st.integers(0, 2**40))
def test_an_item_is_called_by_its_path_and_number(one, other, first, second):
    same = (one, first) == (other, second)
    assert (item_id(ARCHIVE, one, first) == item_id(ARCHIVE, other, second)) is same


@pytest.mark.parametrize(("parent", "ordinal"), [("", 0), ("ab", 0), ("xyz", 0), (ARCHIVE, -1)])
def test_what_is_no_place_has_no_name(parent, ordinal):
    with pytest.raises(ValueError, match=r"place|hex"):
        item_id(parent, b"a", ordinal)


def test_an_occurrence_tells_in_what_it_lay():
    mailbox = item(seizure_id("S-1"), b"inbox.mbox", ARCHIVE)
    letter = item(ARCHIVE, b"1", OTHER)
    where = Occurrence("S-1", (mailbox.ident, letter.ident))
    assert (where.root, where.item, where.depth) == (mailbox.ident, letter.ident, 1)
    assert list(where.enclosing()) == [mailbox.ident]
    assert letter.kind is Kind.FILE


def test_only_what_was_read_whole_needs_nobody():
    assert [state for state in State if state.whole] == [State.OK]
