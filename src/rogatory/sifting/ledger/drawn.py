"""What was given out to be read, in the ledger: by question, in their order and in samples."""

from collections.abc import Sequence

from rogatory.material.items import Digest
from rogatory.sifting.ledger.database import Database

_ROWS = "rows"


class Drawn:
    """The part of the ledger that is about the order of reading."""

    _db: Database

    def drawn(self, asked: str, how: str) -> list[Digest]:
        """What was given out for a question in one way, in the order in which it is to be read."""
        rows = self._db.execute("SELECT content FROM drawn WHERE asked = ? AND how = ? ORDER BY place", (asked, how))
        return [Digest(row[0]) for row in rows]

    def draw(self, asked: str, how: str, contents: Sequence[Digest]) -> None:
        """Give out more; what was given out before keeps its place."""
        found = self._db.execute("SELECT COALESCE(MAX(place), 0) FROM drawn WHERE asked = ? AND how = ?", (asked, how))
        first = int(found.fetchone()[0]) + 1
        self._db.executemany(
            "INSERT INTO drawn (asked, how, content, place) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [(asked, how, content, place) for place, content in enumerate(contents, first)],
        )

    def forget_drawn(self, asked: str, how: str) -> None:
        """Another sample is drawn in place of this one."""
        self._db.execute("DELETE FROM drawn WHERE asked = ? AND how = ?", (asked, how))

    def rows_kept(self) -> str:
        """What the rows of numbers are called that were made of the texts as they are; empty: there are none."""
        found = self._db.execute("SELECT told FROM configured WHERE stage = ?", (_ROWS,)).fetchone()
        return str(found[0]) if found else ""

    def keep_rows(self, name: str) -> None:
        """Rows of numbers were made."""
        self._db.execute(
            "INSERT INTO configured (stage, told) VALUES (?, ?) ON CONFLICT (stage) DO UPDATE SET told = excluded.told",
            (_ROWS, name),
        )
