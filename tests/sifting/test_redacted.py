"""Redacted forms in the ledger: what screens found moves with the words, what is quoted still is known."""

import json
import sqlite3

import pytest

from rogatory.material.items import Content, Digest, ItemId, item, seizure_id
from rogatory.material.redaction import Passage
from rogatory.material.screens.found import TEXT, Hit, Screen, Weight
from rogatory.material.screens.screening import NOTHING
from rogatory.material.screens.telling import digest, told_hits
from rogatory.sifting.ledger.beside import QUOTES, REDACTED, STILL
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.ledger.redacted import Redaction
from rogatory.sifting.run.hanging import hung
from rogatory.sifting.stages import VERSIONS, Stage

ASKED = "Could you tell me in which of the three warehouses the goods of the autumn were kept until they were sold"
TEXT_OF = f"In the second one, as Karin said to the lawyer.\n\n> {ASKED}\n\nAsk the lawyer."
SOURCE, OTHER, FORM = (Digest(letter * 64) for letter in "abc")
HIDDEN = Passage(TEXT_OF.index("Karin"), TEXT_OF.index("Karin") + len("Karin said"), "protected by law")


def hit(words, at=0):
    start = TEXT_OF.index(words, at)
    return Hit(
        Screen.PRIVILEGE, f"rule of {words} {start}", Weight.PHRASE, "why", "s", TEXT, 0, start, start + len(words)
    )


HITS = (hit("Karin"), hit("lawyer"), hit("lawyer", TEXT_OF.index("Ask")), hit("as Karin"))


@pytest.fixture
def ledger(tmp_path):
    made = Ledger(tmp_path / "ledger.sqlite3")
    made.close()
    root = seizure_id("S")
    with sqlite3.connect(tmp_path / "ledger.sqlite3") as db:
        for content in (SOURCE, OTHER):
            db.execute("INSERT INTO contents (sha256, blake3, size, media, state, root, depth, due) "
                       "VALUES (?, '', 9, 'text/plain', 'ok', 'r', 0, '')", (content,))  # fmt: skip
            one = item(root, content[:4].encode(), content)
            db.execute("INSERT INTO items (ident, parent, path, ordinal, kind, content) VALUES (?, ?, ?, 0, 'file', ?)",
                       (one.ident, root, one.path, content))  # fmt: skip
        results = {Stage.EXTRACT: {"pages": 3}, Stage.SCREEN: {"hits": told_hits(HITS)}}
        for stage, facts in results.items():
            db.execute("INSERT INTO results VALUES (?, ?, ?, ?, 'ok', '', ?, 0)",
                       (SOURCE, stage.value, VERSIONS[stage], digest(NOTHING), json.dumps(facts)))  # fmt: skip
        db.execute("INSERT INTO edges VALUES (?, ?, ?)", (QUOTES, SOURCE, OTHER))
    made = Ledger(tmp_path / "ledger.sqlite3")
    made._its_text(SOURCE, TEXT_OF)
    made._its_text(OTHER, ASKED)
    yield made
    made.close()


def form(*passages):
    text, at = "", 0
    for one in passages:
        text += TEXT_OF[at : one.start] + f"[{one.reason}]"
        at = one.end
    source = item(seizure_id("S"), SOURCE[:4].encode(), SOURCE).ident
    return Redaction(source, SOURCE, Content(FORM, "", 9), "text/plain", text + TEXT_OF[at:], tuple(passages), 1000.0)


def test_what_screens_found_stands_where_its_words_now_stand_and_not_where_they_are_hidden(ledger):
    made = form(HIDDEN)
    ledger.hang(made)
    assert [made.text[h.start : h.end] for h in ledger.hits(FORM)] == ["as ", "lawyer", "lawyer"]
    assert dict(ledger.found_in(FORM)) == {Screen.PRIVILEGE: 1000.0}
    assert ledger.finished()
    assert ledger.to_screen() == 1, "the other text alone, which no screen has read"
    assert [facts.get("pages") for stage, *_, facts in ledger.results(FORM) if stage is Stage.EXTRACT] == [3]


def test_what_it_quotes_still_it_carries_and_what_is_hidden_it_does_not(ledger):
    ledger.hang(form(HIDDEN))
    assert ledger.tied(STILL, FORM)[0] == [OTHER]
    start = TEXT_OF.index(ASKED)
    quoted = Passage(start, start + len(ASKED), "outside what was asked for")
    other = Redaction(ItemId("0" * 64), SOURCE, Content(Digest("d" * 64), "", 9), "text/plain", form(quoted).text,
                      (quoted,), 0.0)  # fmt: skip
    ledger.hang(other)
    assert ledger.tied(STILL, other.content.sha256)[0] == []


def test_written_twice_nothing_changes_and_it_is_found_by_its_words_alone(ledger):
    ledger.hang(form(HIDDEN))
    before = list(ledger.dump())
    ledger.hang(form(HIDDEN))
    assert list(ledger.dump()) == before
    assert ledger.search("Karin") == [SOURCE]
    assert set(ledger.search("lawyer")) == {SOURCE, FORM}
    assert (ledger.made_of(FORM), ledger.versions(SOURCE)) == ([SOURCE], [FORM])
    found = hung(ledger)
    assert [found.content[place] for place in range(len(found.items))] == [SOURCE, OTHER, FORM]
    assert not len(found.unread)


def test_of_its_pixels_nothing_is_read_anew_and_its_text_is_compared_with_none(ledger):
    ledger.hang(form(HIDDEN))
    assert ledger.retry(Stage.EXTRACT, state=None) == 1
    assert FORM not in [content for content, _, _ in ledger.texts_after(Digest(""), 9)]
    assert ledger.tied(REDACTED, FORM)[0] == [SOURCE]


def test_with_what_it_was_made_of_it_is_destroyed(ledger):
    ledger.hang(form(HIDDEN))
    assert ledger.goes_with([SOURCE]) == {SOURCE, FORM}
    assert ledger.goes_with([FORM]) == {FORM}
    ledger.forget([SOURCE, FORM])
    assert (ledger.text(FORM), ledger.search("lawyer"), ledger.hits(FORM)) == ("", [], ())
