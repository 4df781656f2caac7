"""Building a package: whole or not at all, of cleared items alone, and only of what the journal holds."""

import json
from dataclasses import replace

import pytest

from rogatory.journal.policy import Policy
from rogatory.material.cleared import Cleared, NotClearedError, take
from rogatory.material.items import Digest, item_id, seizure_id
from rogatory.packaging.building import build, lay_out
from rogatory.packaging.snapshot import Piece, SnapshotError
from rogatory.packaging.withheld import Ground, told
from rogatory.verifiers import bag
from tests.packaging.office import (
    LETTER,
    POLICY,
    WITHHELD,
    built,
    clearing,
    files,
    picture,
    receipted,
    snapshot,
)

ITEM = item_id(seizure_id("s1"), b"x")
NOUGHT = Digest("0" * 64)


def refused(made, out, says):
    with pytest.raises(SnapshotError, match=says):
        build(made, out / "package", Policy.parse(POLICY))
    assert list(out.iterdir()) == []


def test_a_package_holds_its_items_under_numbers_and_tells_their_use_limits(tmp_path):
    found = files(built(tmp_path / "package"))
    assert [name for name in found if name.startswith("data/items/")] == [
        "data/items/000001.txt", "data/items/000002.png", "data/items/000003.pdf",
    ]  # fmt: skip
    assert found["data/items/000001.txt"] == LETTER.encode()
    inventory = json.loads(found["data/package.json"])
    assert [one["licence"] for one in inventory["pieces"]] == ["evidence", "spoken-to", "evidence"]
    assert [one["form"] for one in inventory["pieces"]] == ["as it is", "pixels", "pixels"]
    assert b"Not to be shown to anybody but the court" in found["data/licences/spoken-to.txt"]
    assert found["data/package.json"].count(b"A. B.") == 0
    assert list(bag.faults(found, POLICY)) == []


def test_the_same_snapshot_makes_the_same_bytes(tmp_path):
    made = snapshot()
    assert files(built(tmp_path / "one", made)) == files(built(tmp_path / "two", made))


def test_nobody_clears_an_item_by_saying_so():
    with pytest.raises(TypeError, match="take it from a judgment"):
        Cleared(ITEM, NOUGHT)
    with pytest.raises(NotClearedError, match="is withheld"):
        take(clearing(2, withheld={1}), 1, ITEM, NOUGHT)
    with pytest.raises(IndexError, match="no place 2 among 2"):
        take(clearing(2), 2, ITEM, NOUGHT)


def test_an_item_that_was_not_cleared_is_no_piece_of_a_package(tmp_path):
    class Pretended:
        item, content = ITEM, NOUGHT

    made = receipted(snapshot())
    pretended = Piece(Pretended(), "text/plain", "evidence")  # type: ignore[arg-type]
    refused(replace(made, pieces=(*made.pieces, pretended)), tmp_path, "piece 4: it was not cleared")


FAULTS = {
    "no items": ({"pieces": ()}, "there are none"),
    "no use limits": ({"licences": {}}, "its use limits 'evidence' stand nowhere"),
    "no recipient": ({"recipient": " "}, "recipient: is empty"),
    "a name that is a path": ({"package": "../P"}, "'../P' is no name"),
    "no time zone": ({"at": snapshot().at.replace(tzinfo=None)}, "no time zone"),
    "no receipt": ({"receipt": None}, "journal its digest"),
}


@pytest.mark.parametrize(("change", "says"), FAULTS.values(), ids=FAULTS)
def test_a_snapshot_with_a_fault_makes_no_package(tmp_path, change, says):
    refused(replace(receipted(snapshot()), **change), tmp_path, says)


def test_an_item_stands_once_in_a_package(tmp_path):
    made = receipted(snapshot())
    refused(replace(made, pieces=made.pieces[:1] * 2), tmp_path, "stands twice")


def test_bytes_that_are_no_longer_those_of_the_digest_are_not_sent(tmp_path):
    made = receipted(snapshot())
    made.store.kept[made.pieces[0].cleared.content] = b"other words"
    refused(made, tmp_path, "these are other bytes")
    del made.store.kept[made.pieces[0].cleared.content]
    refused(made, tmp_path, "cannot be read")


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"payload": "0" * 64}, "commits to another payload"),
        ({"thing": "P-1"}, "is of 'P-1', not of package"),
        ({"witness": None}, "quorum of witnesses is not reached"),
    ],
)
def test_a_receipt_of_something_else_builds_nothing(tmp_path, told, says):
    refused(receipted(snapshot(), **told), tmp_path, says)


def test_what_changed_since_it_was_journaled_is_not_built(tmp_path):
    made = receipted(snapshot())
    refused(replace(made, withheld={Ground.PROTECTED: 1}), tmp_path, "commits to another payload")
    refused(replace(made, pieces=made.pieces[:2]), tmp_path, "commits to another payload")


def test_a_package_is_never_written_over(tmp_path):
    built(tmp_path / "package")
    with pytest.raises(FileExistsError, match="never written over"):
        built(tmp_path / "package")


QUOTING = f"I agree.\n\nOn Monday you wrote:\n> {WITHHELD}\n"


@pytest.mark.parametrize(
    ("told", "changed"),
    [
        ((QUOTING, "text/plain"), {}),
        ((b"PK\x03\x04", "application/zip", {"text": QUOTING}), {}),
        ((picture(), "image/jpeg", {"text": QUOTING}), {}),
        ((LETTER, "text/plain"), {"reference": f"RR 4: {WITHHELD}"}),
    ],
    ids=["a quoting answer", "read in a container", "read off a picture", "what the package says of itself"],
)
def test_words_of_what_is_withheld_stop_the_package(told, changed):
    with pytest.raises(SnapshotError, match="words of what is withheld"):
        lay_out(snapshot(told, **changed))


def test_a_passage_that_a_person_declared_harmless_does_not():
    assert lay_out(snapshot((QUOTING, "text/plain"), permitted=(WITHHELD,))).unshipped == {}


def test_what_has_no_form_stays_and_leaves_no_gap(tmp_path):
    made = snapshot((LETTER, "text/plain"), (b"\0", "application/x-msdownload"), ("More.\n", "text/plain"))
    assert lay_out(made).unshipped == {2: "no form of application/x-msdownload is known that hides nothing"}
    found = files(built(tmp_path / "package", made))
    assert json.loads(found["data/package.json"])["withheld"][-1]["count"] == 1
    assert [n for n in found if "items" in n] == ["data/items/000001.txt", "data/items/000002.txt"]
    with pytest.raises(SnapshotError, match="none of them has a form"):
        lay_out(snapshot((b"\0", "application/x-msdownload")))


def test_the_log_of_what_is_withheld_has_every_ground_in_its_place():
    assert told({}) == [{"count": 0, "ground": ground.value} for ground in Ground]
    assert [ground.value for ground in Ground] == bag.GROUNDS
    with pytest.raises(ValueError, match="below 0"):
        told({Ground.OUTSIDE: -1})


@pytest.mark.parametrize("word", ["asylum", "refugee", "privilege", "torture", "counsel", "medical", "source"])
def test_no_ground_tells_what_is_protected(word):
    assert not any(word in ground.value for ground in Ground)
