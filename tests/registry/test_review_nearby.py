"""What one item carries is found by looking around it, and is the same as judging the whole seizure says."""

import sqlite3

from hypothesis import given, settings
from hypothesis import strategies as st

from rogatory.material.clearing import CARRIES
from rogatory.material.provenance import Flow
from rogatory.material.wall import Sifted
from rogatory.registry.review.nearby import sifted
from rogatory.sifting.ledger.beside import NEAR, QUOTES, REDACTED, SAME, STILL
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.run.hanging import hung, kin_of

CONTENTS = tuple(digit * 64 for digit in "0123456")
SEIZURE = "a" * 64
PLACE = st.sampled_from(CONTENTS)
MEDIA = st.sampled_from(["text/plain", "application/zip", "application/gzip", "message/rfc822"])
ITEM = st.tuples(st.sampled_from([SEIZURE, SEIZURE, *CONTENTS]), st.sampled_from([*CONTENTS, ""]))
EDGE = st.tuples(st.sampled_from([SAME, NEAR, QUOTES, REDACTED, STILL]), PLACE, PLACE)


def ledger_of(path, media, items, edges):
    """A ledger of these contents, each of which lay somewhere; items tell in what more lay."""
    items = [*((SEIZURE, content) for content in CONTENTS), *items]
    Ledger(path).close()
    with sqlite3.connect(path) as db:
        db.executemany(
            "INSERT INTO contents (sha256, blake3, size, media, state, root, depth, due) "
            "VALUES (?, '', ?, ?, 'ok', '', 0, '')",
            ((c, 9, m) for c, m in zip(CONTENTS, media, strict=True)),
        )  # fmt: skip
        db.executemany(
            "INSERT INTO items (ident, parent, path, ordinal, kind, content) VALUES (?, ?, ?, ?, ?, ?)",
            ((f"{n:064x}", parent, b"x", n, "file" if content else "unreadable", content or None)
             for n, (parent, content) in enumerate(items)),
        )  # fmt: skip
        db.executemany("INSERT OR IGNORE INTO edges VALUES (?, ?, ?)", (e for e in edges if e[1] != e[2]))
    return Ledger(path)


@given(
    media=st.lists(MEDIA, min_size=7, max_size=7),
    items=st.lists(ITEM, max_size=7), edges=st.lists(EDGE, max_size=6),
    alone=st.lists(st.sampled_from([Sifted.FREE, Sifted.FREE, Sifted.FREE, *Sifted]), min_size=14, max_size=14),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_an_item_is_as_far_through_the_sift_as_what_it_carries(tmp_path_factory, media, items, edges, alone):
    ledger = ledger_of(tmp_path_factory.mktemp("l") / "ledger.sqlite3", media, items, edges)
    try:
        found = hung(ledger)
        told: dict[str, Sifted] = {item: alone[int(item, 16)] for item in found.items}
        flow = Flow(found.provenance, CARRIES)
        waits, held = (
            flow.spread([place for place, item in enumerate(found.items) if told[item] is wanted]).level > 0
            for wanted in (Sifted.NOT_YET, Sifted.PRIVILEGED)
        )
        for place, item in enumerate(found.items):
            right = Sifted.NOT_YET if waits[place] else Sifted.PRIVILEGED if held[place] else Sifted.FREE
            assert sifted(ledger, item, lambda some: [told[i] for i in some if i in told]) is right, item
    finally:
        ledger.close()


@given(media=st.lists(MEDIA, min_size=7, max_size=7), items=st.lists(ITEM, max_size=14))
@settings(max_examples=200, deadline=None)
def test_an_item_asked_alone_has_the_family_it_has_in_the_whole(tmp_path_factory, media, items):
    ledger = ledger_of(tmp_path_factory.mktemp("l") / "ledger.sqlite3", media, items, [])
    try:
        found = hung(ledger)
        first = found.family.tolist()
        for place, item in enumerate(found.items):
            whole = frozenset(found.items[other] for other, one in enumerate(first) if one == first[place])
            assert kin_of(ledger, [item]).family[item] == whole
    finally:
        ledger.close()
