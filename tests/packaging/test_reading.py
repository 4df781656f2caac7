"""A snapshot on file clears nothing: each item is judged anew when it is read, and the file says where it is wrong."""

import json
import re

import pytest

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.vocabulary import material as m
from rogatory.packaging.reading import read
from rogatory.packaging.snapshot import SnapshotError
from rogatory.packaging.withheld import MORE_THAN_NEEDED, OUTSIDE, Ground
from tests.packaging.office import LETTER, WITHHELD
from tests.packaging.recorded import item, recorded


def refused(path, says):
    with pytest.raises(SnapshotError, match=re.escape(says)):
        read(path, law_in_force())


def test_what_is_cleared_is_read_and_what_is_not_is_counted(tmp_path):
    found = read(recorded(tmp_path), law_in_force())
    assert [piece.cleared.item for piece in found.pieces] == [item("letter")]
    assert {ground: count for ground, count in found.withheld.items() if count} == {Ground.PROTECTED: 1}
    assert [found.store.read(text).decode() for text in found.withheld_texts] == [WITHHELD]


def test_the_grounds_that_are_told_apart_are_norms_of_the_law():
    assert law_in_force().norm.keys() >= OUTSIDE | MORE_THAN_NEEDED


def test_each_item_that_stays_counts_once_on_the_ground_that_gives_away_least(tmp_path):
    texts = {"letter": LETTER, **{name: f"{name} of many words" for name in "abcde"}}
    told = {
        "a": {"privilege": {m.privilege.id: "confirmed"}, "scope": {m.relevance.id: "out-of-scope"}},
        "b": {"proportionality": {m.proportionate.id: "no"}},
        "c": {"privilege": {m.asylum_data.id: "yes"}},
        "d": None,
    }
    found = read(recorded(tmp_path, texts, told=told), law_in_force())
    assert found.withheld == {
        Ground.OUTSIDE: 1, Ground.MORE_THAN_NEEDED: 1, Ground.PROTECTED: 1, Ground.UNDECIDED: 2,
    }  # fmt: skip


BARRED = {
    "another answer": {"told": {"letter": {"scope": {m.relevance.id: "out-of-scope"}}}},
    "no answer": {"told": {"letter": None}},
    "a remedy": {"remedy": True},
    "a remedy nobody has looked for": {"remedy": None},
    "an objection": {"objections": {item("letter"): True}},
    "time left to object": {"nothing_lodged": False},
    "taint": {"origins": [{"item": item("letter"), "why": "beaten out of him", "source": "F1"}]},
    "taint of what it quotes": {
        "origins": [{"item": item("note"), "why": "beaten out of him", "source": "F1"}],
        "edges": [{"source": item("letter"), "bond": "quotes", "target": item("note")}],
    },
    "words of what is withheld": {"edges": [{"source": item("letter"), "bond": "quotes", "target": item("note")}]},
    "a near-duplicate that is withheld": {
        "edges": [{"source": item("note"), "bond": "is nearly the same as", "target": item("letter")}]
    },
    "a screen after the answer": {"raised": [{"item": item("letter"), "asked": "privilege", "after": 8}]},
}


@pytest.mark.parametrize("told", BARRED.values(), ids=BARRED)
def test_what_is_not_cleared_stops_the_package(tmp_path, told):
    refused(recorded(tmp_path, **told), f"item {item('letter')} is withheld")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda f: f.pop("decision"), "decision: Field required"),
        (lambda f: f.update(v=2), "v: Input should be 1"),
        (lambda f: f.update(cleared=True), "cleared: Extra inputs are not permitted"),
        (lambda f: f["review"]["items"][0].update(item="x"), "review.items.0.item"),
        (lambda f: f["review"]["items"].append(f["review"]["items"][0]), "an item stands there twice"),
        (lambda f: f["review"].update(objections={item("z"): True}), "stands nowhere in review.items"),
        (lambda f: f["review"]["answers"][0].update(role="prosecutor"), "not by the prosecutor"),
        (lambda f: f["pieces"].append({"item": item("z"), "licence": "evidence"}), "stands nowhere in review.items"),
        (lambda f: f.update(contents="nowhere"), "is no folder"),
        (lambda f: f["review"].update(case="no.yaml"), "cannot be read"),
    ],
)
def test_a_fault_of_the_file_is_told_with_its_place(tmp_path, change, says):
    path = recorded(tmp_path)
    told = json.loads(path.read_text())
    change(told)
    path.write_text(json.dumps(told))
    refused(path, says)


@pytest.mark.parametrize(
    ("text", "says"), [("{", "neither YAML nor JSON"), ("[]", "valid dictionary"), ("\x00", "nor")]
)
def test_what_is_no_snapshot_is_refused(tmp_path, text, says):
    (tmp_path / "s.yaml").write_text(text)
    refused(tmp_path / "s.yaml", says)
    refused(tmp_path / "none.yaml", "cannot be read")
