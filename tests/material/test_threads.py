"""Threads: by what messages say of themselves, in whatever order they come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.material.joining import Joining
from rogatory.material.threads import Head, bare, head


def threads(heads):
    joining = Joining()
    for number, one in enumerate(heads):
        joining.add(f"{number:064x}", one)
    return list(joining.threads())


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        ("Re: The appeal", "the appeal"),
        ("RE: AW: Antw: Réf: the  Appeal", "the appeal"),
        ("Re[2]: the appeal", "the appeal"),
        ("Fwd: the appeal", "the appeal"),
        ("Отв: обжалование", "обжалование"),
        ("Regarding: the appeal", "regarding: the appeal"),
        ("", ""),
    ],
)
def test_marks_of_answers_are_no_part_of_a_subject(subject, found):
    assert bare(subject) == found


def test_identifiers_are_taken_out_of_whatever_stands_around_them():
    one = head(" <2@x> ", "<1@x> (Ada's letter)", "<0@x>\t<1@x>\r\n <2@x> nonsense <>", "Re: a")
    assert one == Head("2@x", ("0@x", "1@x"), "a")


def test_a_thread_hangs_together_over_a_message_that_is_not_there():
    first, second, alone = threads([Head("2", ("1",), "a"), Head("3", ("1",), "b"), Head("4", (), "a")])
    assert first == second != alone


def test_messages_that_tell_no_identifier_are_not_joined_by_that():
    assert len(set(threads([Head("", (), "urgent"), Head("", (), "urgent")]))) == 2


NAMES = st.sampled_from("abcdefgh")
HEADS = st.lists(st.builds(Head, NAMES, st.lists(NAMES, max_size=3).map(tuple), st.just("")), max_size=12)


@given(HEADS, st.randoms(use_true_random=False))
def test_threads_are_what_is_joined_step_by_step_in_any_order(heads, chance):
    group = {name: {name} for name in "abcdefgh"}
    for one in heads:
        for other in one.answers:
            both = group[one.ident] | group[other]
            group |= dict.fromkeys(both, both)
    found = threads(heads)
    for one, thread in zip(heads, found, strict=True):
        for another, its in zip(heads, found, strict=True):
            assert (another.ident in group[one.ident]) is (thread == its)
    mixed = list(enumerate(heads))
    chance.shuffle(mixed)
    again = threads([one for _, one in mixed])
    assert [found[number] for number, _ in mixed] == again
