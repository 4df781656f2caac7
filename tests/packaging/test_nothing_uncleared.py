"""No byte of what was not cleared is in any package, whatever happened before; and a system with a fault is found out.

Histories are drawn: items that quote, hold, copy and nearly copy each other, some of it recorded and some not; answers
that are given, refused, or missing; taint, objections, remedies lodged late. What may leave is told by an oracle that
shares nothing with the clearing. Then everything is sent that the system lets go, and the bytes are searched.
"""

import re
import zlib
from contextlib import suppress
from dataclasses import dataclass, field, replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rogatory.journal.policy import Policy
from rogatory.law.vocabulary import material as m
from rogatory.material import clearing as clearing_room
from rogatory.material.cleared import Cleared, NotClearedError, take
from rogatory.material.clearing import Clearing, clear
from rogatory.material.items import item_id, seizure_id
from rogatory.material.provenance import Bond, Way
from rogatory.material.taint import Origin, taints
from rogatory.packaging.building import build
from rogatory.packaging.net import Net
from rogatory.packaging.snapshot import Piece, SnapshotError
from tests.material.review import columns, edges, setting
from tests.packaging.office import POLICY, Shelf, files, picture, receipted, snapshot

BAD: list[dict[str, str | None]] = [
    {m.privilege.id: "confirmed"}, {m.privilege.id: None}, {m.asylum_data.id: "yes"}, {m.relevance.id: "out-of-scope"},
    {m.relevance.id: None}, {m.ill_treatment_origin.id: "yes"}, {m.proportionate.id: "no"}, {m.proportionate.id: None},
    {m.other_opponents.id: "yes"}, {m.objection_pending.id: "yes"}, {m.objection_pending.id: None},
]  # fmt: skip
_CLEAR, _SETTING, _TAINTS = clear, setting, taints  # as they are, where a test puts a fault in their place
ALIKE = (Bond.DUPLICATE, Bond.NEAR_DUPLICATE, Bond.DERIVED)
TAINTED_ALIKE = (*ALIKE, Bond.REDACTED)
"""What is tainted stays so with passages hidden; what is hidden is not carried."""


def passage(number):
    """Words that stand in this item, and in what repeats it."""
    return f"passage of number {number}: " + " ".join(f"word{number}x{k}" for k in range(8))


@dataclass
class History:
    """What happened, as it is drawn.

    Attributes:
        answers: Of each item, what differs from an item with nothing against it.
        tied: Bonds that were recorded.
        repeats: By item, the items whose words stand in it; a pair that no bond tells nobody has noticed.
        origins: Items that come from ill-treatment.
        remedy: Whether one runs when the package is judged.
        late: Whether one is lodged after it was planned.
    """

    answers: list[dict[str, str | None]]
    tied: list[tuple[int, Bond, int]]
    repeats: dict[int, set[int]]
    origins: list[int]
    remedy: bool | None
    late: bool
    kinds: list[str] = field(default_factory=list)

    @classmethod
    def drawn(cls, seed):
        random = Random(seed)
        size = random.randint(2, 6)
        answers = [random.choice(BAD) if random.random() < 0.4 else {} for _ in range(size)]
        tied: list[tuple[int, Bond, int]] = []
        repeats: dict[int, set[int]] = {place: set() for place in range(size)}
        for _ in range(random.randint(0, size)):
            source, target = random.sample(range(size), 2)
            bond = random.choice(list(Bond))
            if random.random() < 0.8:
                tied.append((source, bond, target))
            if bond in ALIKE or bond in (Bond.QUOTES, Bond.CONTAINS):
                repeats[source].add(target)
            if bond in ALIKE:
                repeats[target].add(source)
        origins = [place for place in range(size) if random.random() < 0.08]
        remedy = random.choices([False, True, None], [9, 1, 1])[0]
        kinds = [random.choices(["text", "container", "picture"], [8, 4, 1])[0] for _ in range(size)]
        return cls(answers, tied, repeats, origins, remedy, random.random() < 0.1, kinds)

    def text(self, place):
        return "\n".join(["Dear colleague,", passage(place), *(f"> {passage(t)}" for t in sorted(self.repeats[place]))])

    def uncleared(self):
        """What must not leave, worked out without the clearing: step by step until nothing changes."""
        if self.remedy is not False:
            return set(range(len(self.answers)))
        tainted = set(self.origins)
        held = {place for place, told in enumerate(self.answers) if told}
        for _ in self.answers:
            for source, bond, target in self.tied:
                for one, other in ((source, target), (target, source)) if bond in TAINTED_ALIKE else ():
                    tainted |= {one} if other in tainted else set()
                if target in tainted and bond in (Bond.QUOTES, Bond.REPLIES, Bond.SUMMARISES):
                    tainted.add(source)
                if source in tainted and bond is Bond.CONTAINS:
                    tainted.add(target)
        held |= tainted
        for _ in self.answers:
            for source, bond, target in self.tied:
                if target in held and bond not in (Bond.REPLIES, Bond.REDACTED):
                    held.add(source)
                if source in held and bond in ALIKE:
                    held.add(target)
        return held


def sent(history, out):
    """Send what the system lets go; the package's files, or none."""
    size, shelf = len(history.answers), Shelf()
    names = [item_id(seizure_id("s"), b"%d" % place) for place in range(size)]
    tied = edges(size, *history.tied)
    level = taints(tied, [Origin(place, "beaten out of him", "F1") for place in history.origins]).level
    told = replace(columns(*history.answers), taint=level)

    def judged(*, remedy):
        found, pieces = clear(setting(remedy=remedy), told, tied), []
        for place, kind in enumerate(history.kinds):
            text = shelf.put(history.text(place))
            data, media = {
                "text": (text, "text/plain"),
                "container": (shelf.put(f"PK\x03\x04{history.text(place)}"), "application/zip"),
                "picture": (shelf.put(picture(comment=history.text(place).encode())), "image/jpeg"),
            }[kind]
            with suppress(NotClearedError):
                cleared = take(found, place, names[place], data)
                pieces.append(Piece(cleared, media, "evidence", text))
        leaving = {piece.cleared.item for piece in pieces}
        stay = [place for place in range(size) if names[place] not in leaving]
        texts = tuple(shelf.put(history.text(place)) for place in stay)
        return snapshot(store=shelf, pieces=tuple(pieces), withheld_texts=texts)

    with suppress(SnapshotError):
        planned = receipted(judged(remedy=history.remedy), later=0)
        made = judged(remedy=True) if history.late else planned
        build(replace(made, receipt=planned.receipt), out, Policy.parse(POLICY))
        return files(out)
    return {}


def leaks(history, found):
    """Items that must not leave and of which words stand in a package, packed or not."""
    held = set(range(len(history.answers))) if history.late else history.uncleared()
    whole = b"\n".join(found.values())
    for part in re.findall(rb"stream\n(.*?)endstream", whole, re.DOTALL):
        with suppress(zlib.error):
            whole += zlib.decompress(part)
    return [place for place in held if any(f"word{place}x{k}".encode() in whole for k in range(8))]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32))
def test_nothing_uncleared_leaves(tmp_path_factory, seed):
    history = History.drawn(seed)
    assert leaks(history, sent(history, tmp_path_factory.mktemp("p") / "package")) == []


def test_something_leaves_in_many_histories(tmp_path):
    """Else the property would hold of a system that sends nothing."""
    made = [sent(History.drawn(seed), tmp_path / str(seed)) for seed in range(16)]
    assert sum(map(bool, made)) > 3


def forgets(bond):
    rule = clearing_room.CARRIES[bond]
    return {**clearing_room.CARRIES, bond: replace(rule, to_source=Way.NOTHING)}


FAULTS = {
    "clears everything": lambda patch: (
        patch.setattr(Clearing, "of", lambda *_: ()),
        patch.setattr("tests.packaging.test_nothing_uncleared.clear", all_cleared),
    ),
    "does not ask for remedies": lambda patch: patch.setattr(
        "tests.packaging.test_nothing_uncleared.setting", lambda remedy: _SETTING()
    ),
    "knows no taint": lambda patch: patch.setattr(
        "tests.packaging.test_nothing_uncleared.taints", lambda tied, _: _TAINTS(tied, [])
    ),
    "has no net": lambda patch: patch.setattr(Net, "catches", lambda *_: ""),
    "forgets copies, and has no net": lambda patch: (
        patch.setattr(clearing_room, "CARRIES", forgets(Bond.NEAR_DUPLICATE)),
        patch.setattr(Net, "catches", lambda *_: ""),
    ),
}


def all_cleared(case, told, tied):
    found = _CLEAR(case, told, tied)
    return replace(found, cleared=found.cleared | True, grounds={})


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_system_with_a_fault_is_found_out(tmp_path, monkeypatch, fault):
    fault(monkeypatch)
    found = ((History.drawn(seed), tmp_path / str(seed)) for seed in range(120))
    assert any(leaks(history, sent(history, out)) for history, out in found)


def test_a_piece_is_made_of_cleared_alone():
    assert Piece.__annotations__["cleared"] is Cleared
