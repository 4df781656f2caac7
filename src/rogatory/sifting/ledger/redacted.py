"""Redacted forms in the ledger: items of the seizure made after it was sealed, beside what they were made of.

The journal says which there are; the ledger has them so that they are listed, read, searched and judged like others.
Written twice, nothing changes, so whoever opens a ledger brings in what is missing.
"""

import json
from dataclasses import dataclass, replace

from rogatory.extraction.kinds import MESSAGE
from rogatory.material import quoting
from rogatory.material.items import Content, Digest, Item, ItemId, State, item
from rogatory.material.redaction import Passage
from rogatory.material.screens import telling
from rogatory.material.screens.found import TEXT, Hit
from rogatory.sifting.ledger.beside import QUOTES, REDACTED, STILL
from rogatory.sifting.ledger.packing import packed
from rogatory.sifting.ledger.recording import Found, Recording
from rogatory.sifting.ledger.screened import VISIBLE
from rogatory.sifting.stages import VERSIONS, Stage

_CONFIG = "redacted"


@dataclass(frozen=True, slots=True)
class Redaction:
    """A redacted form, and what it was made of.

    Attributes:
        source: The item it was made of.
        of: That item's content.
        content: Its own.
        media: Its kind: plain text, a paper or a picture.
        text: Its words; empty: none are known.
        passages: What of the words of its source is hidden, in their order.
        at: When it was made, in seconds since 1970: from then on whoever answers can see what screens find in it.
    """

    source: ItemId
    of: Digest
    content: Content
    media: str
    text: str
    passages: tuple[Passage, ...]
    at: float

    @property
    def item(self) -> Item:
        """The item it is: called by what it was made of, and by its own bytes."""
        return version_of(self.source, self.content.sha256)


def version_of(source: str, content: str) -> Item:
    """The item that a redacted form of an item is.

    Args:
        source: The item it was made of.
        content: Digest of its own bytes.
    """
    return item(Digest(source), f"redacted-{content[:12]}".encode(), Digest(content))


class Redactions(Recording):
    """The part of the ledger that is about redacted forms."""

    def versions(self, content: Digest) -> list[Digest]:
        """The contents of the redacted forms of a content."""
        return self.tied(REDACTED, content)[1]

    def made_of(self, content: Digest) -> list[Digest]:
        """The contents a redacted form was made of; none: it is no redacted form."""
        return self.tied(REDACTED, content)[0]

    def hang(self, made: Redaction) -> None:
        """Write a redacted form down, with its words, what screens found in them, and what it still quotes."""
        content = made.content.sha256
        with self._db.together():
            self._write_items([(made.item, "")])
            row = self._db.execute("SELECT root, depth, state FROM contents WHERE sha256 = ?", (made.of,)).fetchone()
            root, depth, state = row or (made.source, 0, State.OK.value)
            known = self._db.execute("SELECT 1 FROM contents WHERE sha256 = ?", (content,)).fetchone()
            if not known:
                self._write_contents([Found(made.content, root, depth, "a redacted form")])
                # What could not be read of the whole can be read no better of its form.
                state = State.EMPTY.value if state == State.OK.value and not made.text.strip() else state
                self._db.execute(
                    "UPDATE contents SET media = ?, state = ? WHERE sha256 = ?", (made.media, state, content)
                )
                self._its_text(content, made.text)
                self._its_results(made)
            edges = [(REDACTED, content, made.of), *((STILL, content, other) for other in self._still(made))]
            self._db.executemany("INSERT INTO edges (kind, one, other) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", edges)

    def _its_text(self, content: Digest, text: str) -> None:
        if not text.strip():
            return
        (number,) = self._db.execute("SELECT id FROM contents WHERE sha256 = ?", (content,)).fetchone()
        self._db.index([], [(int(number), text)])
        self._db.execute(
            "INSERT INTO texts (content, length, packed) VALUES (?, ?, ?)",
            (content, len(text), packed(text)),
        )

    def _its_results(self, made: Redaction) -> None:
        """As many pages as its source has, and of what screens found there what is not hidden."""
        content = made.content.sha256
        rows: list[tuple[Stage, int, str, State, str, dict[str, object]]] = []
        for stage, version, config, state, says, facts in self.results(made.of):
            if stage is Stage.EXTRACT:
                told = {"pages": facts["pages"]} if "pages" in facts else {}
                rows.append((stage, VERSIONS[stage], _CONFIG, state, says, told))
            elif stage is Stage.SCREEN:
                left = [one for hit in telling.hits(facts.get("hits", ())) if (one := _moved(hit, made))]
                rows.append((stage, version, config, state, says, {"hits": telling.told_hits(left)}))
                self._screened(content, rows[-1][-1], made.at - VISIBLE)
        self._db.executemany(
            "INSERT INTO results (content, stage, version, config, state, says, facts, seconds) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING",
            [(content, stage.value, version, config, state.value, says, json.dumps(told, ensure_ascii=False))
             for stage, version, config, state, says, told in rows],
        )  # fmt: skip

    def _still(self, made: Redaction) -> list[Digest]:
        """What the source quotes, and the redacted form quotes still."""
        quoted = self.tied(QUOTES, made.of)[0]
        if not quoted or not made.text:
            return []
        mine = quoting.said(made.text)
        return [other for other in quoted if quoting.quotes(mine, quoting.said(self._spoken(other)))]

    def _spoken(self, content: Digest) -> str:
        text = self.text(content)
        return text.partition("\n\n")[2] if self.media(content) == MESSAGE.media else text


def _moved(hit: Hit, made: Redaction) -> Hit | None:
    """What a screen found in the source, where it stands in its form; None: it is hidden, or not in the text."""
    if hit.field != TEXT or any(one.start <= hit.start and hit.end <= one.end for one in made.passages):
        return None
    return replace(hit, start=_there(hit.start, made), end=_there(hit.end, made))


def _there(place: int, made: Redaction) -> int:
    """Where a place of the source's text is in that of its redacted form; within what is hidden, where that begins."""
    found = place
    for one in made.passages:
        if one.end <= place:
            found += len(one.reason) + 2 - (one.end - one.start)
        elif one.start < place:
            found -= place - one.start
    return min(found, len(made.text))
