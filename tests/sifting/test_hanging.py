"""What the machine found, as the values the review judges."""

import gzip

import numpy as np
import pytest

from rogatory.material import grounds
from rogatory.material.clearing import clear
from rogatory.material.items import ItemId, State
from rogatory.material.provenance import Bond
from rogatory.material.questions import Asked, Kin
from rogatory.material.record import Record
from rogatory.material.standing import Known, columns
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.run.hanging import duplicates_of, hung, kin_of, near_duplicates_of, quoted_in, thread_of
from rogatory.sifting.run.tying import tie
from tests.material.review import given, setting
from tests.sifting.seizures import Read, letter, mailbox_of, sealed, zipped

RECORD = "On the third day the investigator read the statement aloud and the brother signed every page of it. " * 4

NOTE = (
    "See what they sent us this morning, by a clerk who would not say where it had been found. Before the hearing I"
    " want to know who was in the room, which language was spoken, whether anybody translated, and why nobody called"
    " us although the number stood on the first page."
)


def desk(folder):
    """A desk on which things hang together in every way; `folder` is for whatever is made on the way."""
    packed = zipped({"one.txt": b"The first of two papers", "two.txt": b"The second of two papers"})
    first = letter(attached=[("annex.txt", b"Annex one"), ("papers.zip", packed)])
    answer = letter("AW: the appeal", "Thank you.", **{"Message-ID": "<2@x>", "In-Reply-To": "<1@law.example>",
                                                      "Date": "Tue, 3 Mar 2026 10:00:00 +0000"})  # fmt: skip
    second = letter("the lease", attached=[("papers.zip", packed)], **{"Message-ID": "<3@x>"})
    return {
        "a/letter.eml": first,
        "a/lease.eml": second,
        "b/letter.eml": first,
        "b/box.mbox": mailbox_of(folder, answer),
        "c/record.txt": RECORD.encode(),
        "c/record (copy).txt": RECORD.encode(),
        "c/record spaced.txt": RECORD.replace(" ", "\n").encode(),
        "c/record.txt.gz": gzip.compress(RECORD.encode(), mtime=0),
        "c/record, second version.txt": RECORD.replace("third day", "fourth day", 1).encode(),
        "c/forwarded.eml": letter(
            "Fw: the record",
            f"{NOTE}\n\n{RECORD}\n\nI have nothing to add, and shall call on Monday.",
            **{"Message-ID": "<9@x>"},
        ),
        "d/empty one": b"",
        "d/empty two": b"",
        "noise": bytes(range(256)) * 40,
    }


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    folder = tmp_path_factory.mktemp("seizure")
    found = Read(sealed(folder, desk(folder)))
    yield found
    found.ledger.close()


@pytest.fixture(scope="module")
def seizure(read):
    return hung(read.ledger)


def family(seizure, item):
    """The whole family of an item, itself among them."""
    first = seizure.family.tolist()
    return {one for one, at in zip(seizure.items, first, strict=True) if at == first[seizure.places[item.ident]]}


def bonds(seizure, bond):
    """The edges of a kind, by identifiers."""
    told = seizure.provenance
    edges = (told.edge(number) for number in range(len(told.source)))
    return {(seizure.items[one], seizure.items[other]) for one, kind, other in edges if kind is bond}


def test_every_item_with_bytes_stands_there_once_and_after_what_it_lay_in(read, seizure):
    assert len(set(seizure.items)) == len(seizure.items)
    assert seizure.provenance.size == len(seizure.items) == len(seizure.content) == len(seizure.size)
    place = {item: number for number, item in enumerate(seizure.items)}
    assert place[read.item(b"a/letter.eml").ident] + 1 == place[read.item(b"a/letter.eml", b"annex.txt").ident]
    assert read.item(b"a/letter.eml").ident in place


def test_what_was_not_read_wholly_is_unread(read, seizure):
    unread = {seizure.items[place] for place in seizure.unread}
    assert read.item(b"noise").ident in unread
    assert read.item(b"d/empty one").ident in unread
    assert read.item(b"c/record.txt").ident not in unread
    states = dict(zip(seizure.items, seizure.state, strict=True))
    assert states[read.item(b"noise").ident] is State.UNSUPPORTED


def test_a_message_in_two_folders_and_what_is_attached_to_it_are_one_family(read, seizure):
    assert family(seizure, read.item(b"a/letter.eml")) == {
        read.item(b"a/letter.eml").ident,
        read.item(b"b/letter.eml").ident,
        read.item(b"a/letter.eml", b"annex.txt").ident,
        read.item(b"a/letter.eml", b"papers.zip").ident,
    }


def test_what_lies_in_an_archive_that_was_sent_twice_is_in_no_family(read, seizure):
    inner = read.item(b"a/letter.eml", b"papers.zip", b"one.txt")
    assert inner.ident in seizure.items
    assert family(seizure, inner) == {inner.ident}
    held = {one for one, other in bonds(seizure, Bond.CONTAINS) if other == inner.ident}
    assert held == {read.item(place, b"papers.zip").ident for place in (b"a/letter.eml", b"a/lease.eml")}


def test_a_mailbox_is_no_family(read, seizure):
    for one in (read.item(b"b/box.mbox"), read.item(b"b/box.mbox", b"0")):
        assert family(seizure, one) == {one.ident}


def test_the_same_bytes_are_duplicates_and_nothing_is_a_duplicate_of_nothing(read, seizure):
    same = bonds(seizure, Bond.DUPLICATE)
    one, other = read.item(b"c/record.txt").ident, read.item(b"c/record (copy).txt").ident
    assert {(one, other), (other, one)} & same
    empty = read.item(b"d/empty one").ident
    assert not [pair for pair in same if empty in pair]
    assert duplicates_of(read.ledger, empty) == []


def test_the_same_words_are_duplicates_and_a_version_is_nearly_the_same(read, seizure):
    plain, spaced = read.item(b"c/record.txt"), read.item(b"c/record spaced.txt")
    version = read.item(b"c/record, second version.txt").ident
    assert spaced.ident in {one.item.ident for one in duplicates_of(read.ledger, plain.ident)}
    near = {one.item.ident: likeness for one, likeness in near_duplicates_of(read.ledger, version)}
    assert near.keys() & {plain.ident, spaced.ident}
    assert 0.7 < next(iter(near.values())) < 1
    tied = {bond: bonds(seizure, bond) for bond in (Bond.DUPLICATE, Bond.NEAR_DUPLICATE)}
    assert any(spaced.ident in pair for pair in tied[Bond.DUPLICATE])
    assert any(version in pair for pair in tied[Bond.NEAR_DUPLICATE])


def test_what_takes_in_a_record_quotes_it(read, seizure):
    forwarded = read.item(b"c/forwarded.eml").ident
    quoted, in_others = quoted_in(read.ledger, forwarded)
    assert len(RECORD) in {one.size for one in quoted}
    assert in_others == []
    assert {one for one, _ in bonds(seizure, Bond.QUOTES)} == {forwarded}


def test_nothing_is_tied_anew_where_no_text_has_changed(read, tmp_path):
    assert read.ledger.is_tied()
    assert tie(read.ledger, tmp_path) == 0


def test_what_was_packed_alone_is_the_same_thing_in_another_form(read, seizure):
    packed = read.item(b"c/record.txt.gz")
    assert (read.item(b"c/record.txt.gz", b"unpacked").ident, packed.ident) in bonds(seizure, Bond.DERIVED)


def test_an_answer_replies_and_stands_in_the_thread_after_what_it_answers(read, seizure):
    answer, first = read.item(b"b/box.mbox", b"0").ident, read.item(b"a/letter.eml").ident
    assert (answer, first) in bonds(seizure, Bond.REPLIES)
    assert (answer, read.item(b"b/letter.eml").ident) in bonds(seizure, Bond.REPLIES)
    assert [one.item.ident for one in thread_of(read.ledger, first)][-1] == answer
    assert len(thread_of(read.ledger, first)) == 3


def test_one_item_asked_alone_has_the_kin_it_has_in_the_whole(read, seizure):
    for place, item in enumerate(seizure.items):
        alone = kin_of(read.ledger, [item])
        assert alone.family[item] == family(seizure, read.ledger.lying(item).item)
        assert alone.content.get(item) == seizure.content[place]


def test_what_quotes_a_paper_that_was_destroyed_is_withheld_as_before(read, tmp_path):
    read.ledger.copy(tmp_path / "copy.sqlite3")
    ledger, forwarded = Ledger(tmp_path / "copy.sqlite3"), read.item(b"c/forwarded.eml").ident
    record = read.item(b"c/record.txt")
    copies = (one.item.content for one in duplicates_of(ledger, record.ident))
    ledger.forget({one for one in (record.content, *copies) if one})
    assert ledger.text(record.content) == ""
    found, answers = hung(ledger), Record()
    ledger.close()
    for asked in Asked:
        answers.answer(given(forwarded, asked), Kin({}, {}))
    known = Known(unread=found.unread, nothing_lodged=True)
    told = columns(found.places, answers, known, found.family, np.zeros(len(found.items), np.int8))
    judged = clear(setting(), told, found.provenance)
    assert [one.ground for one in judged.of(found.places[forwarded])] == [grounds.CARRIED]


def test_an_item_nobody_has_heard_of_has_no_kin(read):
    nothing = ItemId("0" * 64)
    assert kin_of(read.ledger, [nothing]).family == {}
    assert duplicates_of(read.ledger, nothing) == []
    assert near_duplicates_of(read.ledger, nothing) == []
    assert thread_of(read.ledger, nothing) == []
    assert quoted_in(read.ledger, nothing) == ([], [])


def test_a_seizure_of_which_nothing_was_read_hangs_together_all_the_same(tmp_path):
    ledger = Ledger(tmp_path / "ledger.sqlite3")
    found = hung(ledger)
    assert list(found.items) == []
    assert len(found.provenance.source) == 0
    assert isinstance(found.size, np.ndarray)
    ledger.close()
