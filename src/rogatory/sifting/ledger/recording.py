# ruff: noqa: S608 - what is put into a question is our own words, and marks for values
"""Writing down what came of contents: results, members, text, words, and the end of the leases, in one transaction.

Several hosts may write at once. Rows that two of them could want are taken in an order that is the same for all, so
that they seldom wait for each other in a circle; where they do, the database ends one, which tries again.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rogatory.material.items import Content, Digest, Item, State, item
from rogatory.sifting.budget import Budget
from rogatory.sifting.ledger.beside import Beside
from rogatory.sifting.ledger.database import AgainError
from rogatory.sifting.ledger.packing import packed, unpacked
from rogatory.sifting.ledger.screened import Screened
from rogatory.sifting.stages import READING, VERSIONS, Stage
from rogatory.sifting.visited.visiting import Member, Visit

_ALL = ",".join(stage.value for stage in READING)
_GRAVEST = (State.CRASH, State.MEMORY, State.TIMEOUT, State.ENCRYPTED, State.UNSUPPORTED, State.PARTIAL, State.EMPTY)
_TIMES = 10
"""How often writing is tried where two are in each other's way."""


@dataclass(frozen=True, slots=True)
class Found:
    """A content that was found.

    Attributes:
        content: It.
        root: The sealed item in which it lies.
        depth: In how many containers.
        beyond: Why it is not opened; empty: it is.
    """

    content: Content
    root: str
    depth: int
    beyond: str = ""


class Recording(Screened, Beside):
    """The part of the ledger in which is written what was found."""

    def record(self, holder: str, visits: Sequence[Visit], budget: Budget) -> int:
        """Write down what came of contents, and end the leases on them; one transaction.

        A content of which the holder has no lease any more is passed over: another has read it, or will.

        Returns:
            How many were written down.
        """
        came = {visit.task.content: visit for visit in visits}
        for _ in range(_TIMES - 1):
            try:
                return self._record(holder, came, budget)
            except AgainError:
                continue
        return self._record(holder, came, budget)

    def _record(self, holder: str, came: dict[Digest, Visit], budget: Budget) -> int:
        with self._db.together():
            rows = self._db.execute(
                f"SELECT sha256, id FROM contents WHERE sha256 IN ({_marks(came)}) AND holder = ? "
                f"ORDER BY sha256{self._db.lock}",
                (*came, holder),
            )
            numbers = {Digest(row[0]): int(row[1]) for row in rows}
            kept = [came[content] for content in numbers]
            self._results(kept, budget)
            self._members([visit for visit in kept if visit.members], budget)
            self._texts(numbers, [visit for visit in kept if Stage.INDEX in visit.task.due])
            self._messages(kept)
            self._db.executemany(
                "UPDATE contents SET due = '', holder = '', until = 0, media = ?, state = ? WHERE id = ?",
                [(visit.media, self._state(visit).value, numbers[visit.task.content]) for visit in kept],
            )
        return len(kept)

    def _results(self, visits: list[Visit], budget: Budget) -> None:
        read = []
        for visit in visits:
            if Stage.SCREEN in visit.done:
                self._screened(visit.task.content, visit.done[Stage.SCREEN].facts, visit.at)
            else:
                read.append(visit.task.content)
        self._to_screen_anew(read)
        self._db.executemany(
            "INSERT INTO results (content, stage, version, config, state, says, facts, seconds) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (content, stage, version, config) DO UPDATE SET "
            "state = excluded.state, says = excluded.says, facts = excluded.facts, seconds = excluded.seconds",
            ((visit.task.content, one.stage.value, VERSIONS[one.stage], one.config or budget.digest, one.state.value,
              one.says, json.dumps(one.facts, ensure_ascii=False), one.seconds)
             for visit in visits for one in visit.done.values()),
        )  # fmt: skip

    def _state(self, visit: Visit) -> State:
        states: dict[Stage, State] = {}
        if len(visit.task.due) < len(READING):
            states = {row[0]: row[3] for row in self.results(visit.task.content)}
        return gravest(states | {stage: one.state for stage, one in visit.done.items()})

    def _members(self, visits: list[Visit], budget: Budget) -> None:
        if not visits:
            return
        self._write_items((_item(visit.task.content, one), one.says) for visit in visits for one in visit.members)
        found = self._counted(visits, budget)
        self._write_contents(found)
        # A content that is not opened has this result alone; one that was met elsewhere too has others, or is due.
        self._db.executemany(
            "INSERT INTO results (content, stage, version, config, state, says, facts, seconds) "
            "SELECT sha256, ?, ?, ?, state, ?, '{}', 0 FROM contents WHERE sha256 = ? AND due = '' "
            "AND NOT EXISTS (SELECT 1 FROM results WHERE content = sha256) ON CONFLICT DO NOTHING",
            [(Stage.IDENTIFY.value, VERSIONS[Stage.IDENTIFY], budget.digest, one.beyond, one.content.sha256)
             for one in found if one.beyond],
        )  # fmt: skip
        self._to_screen_anew({one.content.sha256 for one in found})

    def _counted(self, visits: list[Visit], budget: Budget) -> list[Found]:
        """The contents of members, each counted among those of the sealed file it lies in."""
        roots = sorted({visit.task.root for visit in visits})
        self._db.executemany("INSERT INTO roots (root) VALUES (?) ON CONFLICT DO NOTHING", [(root,) for root in roots])
        rows = self._db.execute(
            f"SELECT root, members, volume FROM roots WHERE root IN ({_marks(roots)}) ORDER BY root{self._db.lock}",
            roots,
        )
        counted = {root: (members, volume) for root, members, volume in rows}
        found = []
        for visit in visits:
            task = visit.task
            members, volume = counted[task.root]
            for one in visit.members:
                members += 1
                if one.content:
                    volume += one.content.size
                    beyond = _beyond(task.depth + 1, members, volume, budget)
                    found.append(Found(one.content, task.root, task.depth + 1, beyond))
            counted[task.root] = members, volume
        self._db.executemany(
            "UPDATE roots SET members = ?, volume = ? WHERE root = ?",
            [(members, volume, root) for root, (members, volume) in counted.items()],
        )
        return found

    def _texts(self, numbers: dict[Digest, int], visits: list[Visit]) -> None:
        """Text and index change together."""
        if not visits:
            return
        self._untie()
        contents = [visit.task.content for visit in visits]
        rows = self._db.execute(f"SELECT content, packed FROM texts WHERE content IN ({_marks(contents)})", contents)
        before = {Digest(row[0]): unpacked(row[1]) for row in rows}
        come: dict[Digest, str] = {}
        for visit in visits:
            content = visit.task.content
            stays = visit.text is None and Stage.EXTRACT not in visit.task.due
            text = before.get(content, "") if stays else visit.text or ""
            if text.strip():
                come[content] = text
        self._db.index(
            [(numbers[content], text) for content, text in before.items()],
            [(numbers[content], text) for content, text in come.items()],
        )
        self._db.executemany("DELETE FROM texts WHERE content = ?", [(content,) for content in before])
        self._db.executemany(
            "INSERT INTO texts (content, length, packed) VALUES (?, ?, ?)",
            ((content, len(text), packed(text)) for content, text in come.items()),
        )

    def _messages(self, visits: list[Visit]) -> None:
        told = [(visit.task.content, visit.done[Stage.THREAD].facts) for visit in visits if Stage.THREAD in visit.done]
        self._db.executemany(
            "INSERT INTO messages (content, ident, answers, subject) VALUES (?, ?, ?, ?) ON CONFLICT (content) "
            "DO UPDATE SET ident = excluded.ident, answers = excluded.answers, subject = excluded.subject",
            [(content, str(facts.get("ident", "")), json.dumps(facts.get("answers", [])), str(facts.get("subject", "")))
             for content, facts in told],
        )  # fmt: skip

    def _write_items(self, items: Iterable[tuple[Item, str]]) -> None:
        self._db.executemany(
            "INSERT INTO items (ident, parent, path, ordinal, kind, content, says) VALUES (?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (ident) DO UPDATE SET kind = excluded.kind, content = excluded.content, says = excluded.says",
            ((one.ident, one.parent, one.path, one.ordinal, one.kind.value, one.content, says) for one, says in items),
        )

    def _write_contents(self, found: Iterable[Found]) -> None:
        """Write down those that are new."""
        first: dict[str, Found] = {}
        for one in found:
            first.setdefault(one.content.sha256, one)
        self._db.executemany(
            "INSERT INTO contents (sha256, blake3, size, root, depth, due, state) VALUES (?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (sha256) DO NOTHING",
            ((digest, one.content.blake3, one.content.size, one.root, one.depth, "" if one.beyond else _ALL,
              State.PARTIAL.value if one.beyond else "") for digest, one in sorted(first.items())),
        )  # fmt: skip


def gravest(states: dict[Stage, State]) -> State:
    """The state of a content: the gravest in which a stage over it ended.

    Text read off pictures stands for text that was not found otherwise.
    """
    told = dict(states)
    read_off = told.pop(Stage.OCR, State.UNSUPPORTED)
    if read_off is not State.UNSUPPORTED and told.get(Stage.EXTRACT) in (State.EMPTY, State.PARTIAL, State.CRASH):
        told[Stage.EXTRACT] = read_off
    found = set(told.values())
    return next((state for state in _GRAVEST if state in found), State.OK)


def _item(parent: Digest, member: Member) -> Item:
    content = member.content.sha256 if member.content else None
    return item(parent, member.path, content, kind=member.kind, ordinal=member.ordinal)


def _beyond(depth: int, members: int, volume: int, budget: Budget) -> str:
    """Why a content is not opened; empty: it is."""
    if depth > budget.depth:
        return f"It lies deeper than {budget.depth} containers."
    if members > budget.members:
        return f"What was sealed holds more than {budget.members:,} members."
    if volume > budget.unpacked:
        return f"What was sealed unpacks to more than {budget.unpacked:,} bytes."
    return ""


def _marks(values: Iterable[object]) -> str:
    return ",".join("?" for _ in values)
