"""What screens found, in the ledger: hits of a content, since when there are some, and what is still to be screened.

Hits are of a content and of what was looked for. When something else is looked for they come beside the earlier ones,
which stay: a screen only withholds, and takes nothing back.
"""

import json
from collections.abc import Iterable, Iterator, Mapping

from rogatory.material.items import Digest, State
from rogatory.material.screens import telling
from rogatory.material.screens.found import Hit, Reading, Screen
from rogatory.material.screens.screening import NOTHING, Configuration, together
from rogatory.sifting.ledger.asking import Asked
from rogatory.sifting.ledger.database import Database
from rogatory.sifting.stages import VERSIONS, Stage

_SCREEN, _OF_CASE = Stage.SCREEN.value, "case"
VISIBLE = 60.0
"""Seconds within which what was found is written down, and may not have been seen yet by whoever answered."""


class Screened(Asked):
    """The part of the ledger that is about screens."""

    _db: Database

    def looked_for(self) -> Configuration:
        """Whom and what screens look for in this seizure: what was said by hand, and what its case tells."""
        return together(self._configured(_SCREEN), self.case_tells())

    def case_tells(self) -> Configuration:
        """What of it the case tells, as it was noted last; nothing, where nobody has asked it."""
        return self._configured(_OF_CASE)

    def look_for(self, looked_for: Configuration) -> None:
        """Look for this from now on, beside what the case tells."""
        self._configure(_SCREEN, looked_for)

    def look_for_in_case(self, told: Configuration) -> bool:
        """Note what the case tells now, in place of what it told before; whether that is something else."""
        if self.case_tells() == told:
            return False
        self._configure(_OF_CASE, told)
        return True

    def _configured(self, name: str) -> Configuration:
        found = self._db.execute("SELECT told FROM configured WHERE stage = ?", (name,)).fetchone()
        return telling.configuration(json.loads(found[0])) if found else NOTHING

    def _configure(self, name: str, told: Configuration) -> None:
        self._db.execute(
            "INSERT INTO configured (stage, told) VALUES (?, ?) ON CONFLICT (stage) DO UPDATE SET told = excluded.told",
            (name, json.dumps(telling.told(told), ensure_ascii=False)),
        )

    def to_screen(self) -> int:
        """Have screened what was read, and was not screened for what is looked for now; how many contents that is."""
        told = telling.digest(self.looked_for())
        with self._db.together():
            done = self._db.execute(
                "UPDATE contents SET due = ? WHERE due = '' AND state <> ? AND sha256 NOT IN "
                "(SELECT content FROM results WHERE stage = ? AND version = ? AND config = ?)",
                (_SCREEN, State.DESTROYED.value, _SCREEN, VERSIONS[Stage.SCREEN], told),
            )
            return done.rowcount

    def hits(self, content: Digest) -> tuple[Hit, ...]:
        """Everything screens ever found in a content as it was read, in the order in which it stands there."""
        rows = self._db.execute("SELECT facts FROM results WHERE content = ? AND stage = ?", (content, _SCREEN))
        told = (hit for row in rows for hit in telling.hits(json.loads(row[0]).get("hits", ())))
        return tuple(dict.fromkeys(sorted(told, key=lambda hit: (hit.field, hit.place, hit.start, hit.end, hit.rule))))

    def reading(self, content: Digest) -> Reading:
        """A content as screens read it; the places of hits are places in this."""
        return Reading(self.text(content), self.fields(content))

    def fields(self, content: Digest) -> Mapping[str, tuple[str, ...]]:
        """What is known of a content beside its text: headers, properties, where it lay."""
        rows = self._db.execute(
            "SELECT stage, facts FROM results WHERE content = ? AND stage IN (?, ?) ORDER BY version",
            (content, Stage.THREAD.value, Stage.EXTRACT.value),
        )
        facts = {stage: json.loads(told) for stage, told in rows}
        properties = facts.get(Stage.EXTRACT.value, {}).get("told", ())
        paths = self._db.execute(
            "SELECT DISTINCT path FROM items WHERE content = ? ORDER BY path LIMIT 1000", (content,)
        )
        heads = facts.get(Stage.THREAD.value, {})
        return telling.fields_of(
            heads, ((str(one), str(value)) for one, value in properties), (bytes(p[0]) for p in paths)
        )

    def found_at(self) -> Iterator[tuple[Digest, Screen, float]]:
        """In which contents each screen last found something new, and by when whoever answers could have seen it."""
        rows = self._db.stream("SELECT content, screen, at FROM raised ORDER BY content, screen")
        yield from ((Digest(content), Screen(screen), at + VISIBLE) for content, screen, at in rows)

    def found_in(self, content: Digest) -> list[tuple[Screen, float]]:
        """Which screens found something in a content, and by when whoever answers could have seen it last."""
        rows = self._db.execute("SELECT screen, at FROM raised WHERE content = ?", (content,))
        return [(Screen(screen), at + VISIBLE) for screen, at in rows]

    def _screened(self, content: Digest, facts: Mapping[str, object], at: float) -> None:
        """Note by when something new was found; before what was found is written down."""
        known = {(hit.screen, hit.rule, hit.reason) for hit in self.hits(content)}
        told = telling.hits(facts.get("hits", ()))
        new = {hit.screen for hit in told if (hit.screen, hit.rule, hit.reason) not in known}
        self._db.executemany(
            "INSERT INTO raised (content, screen, at) VALUES (?, ?, ?) "
            "ON CONFLICT (content, screen) DO UPDATE SET at = excluded.at",
            [(content, screen.value, at) for screen in new],
        )

    def _to_screen_anew(self, contents: Iterable[Digest]) -> None:
        """They were read anew, or lay in another place too: what was found before may stand elsewhere now."""
        rows = [(content, _SCREEN) for content in sorted(contents)]
        self._db.executemany("DELETE FROM results WHERE content = ? AND stage = ?", rows)
