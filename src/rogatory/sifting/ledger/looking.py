"""A ledger that is only looked at: by pages and lists, while others may be writing in it."""

from rogatory.material.items import Digest, Kind, State
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.stages import Stage

_ENOUGH = 20
"""Contents that must have been read before anybody can tell how long the rest takes."""


class Looking(Ledger):
    """A ledger opened for reading alone (`placing.looked_at`); used by one thread."""

    def ended(self) -> list[tuple[Stage, State, int]]:
        """How the stages ended: stage, state, over how many contents; in the order of the stages, the most first."""
        rows = self._db.execute("SELECT stage, state, COUNT(DISTINCT content) FROM results GROUP BY stage, state")
        found = [(Stage(stage), State(state), int(count)) for stage, state, count in rows]
        order = [*Stage]
        return sorted(found, key=lambda row: (order.index(row[0]), -row[2]))

    def work_left(self) -> float | None:
        """Processor seconds that are still to be spent, by what was read so far; None: nobody can tell yet.

        By contents and by bytes, and the longer of the two. Members of containers that were not opened yet are not
        among them, so it can only grow.
        """
        counts = self.counts()
        done, volume = counts.contents - counts.waiting, counts.volume - counts.volume_waiting
        if not counts.waiting:
            return 0.0
        if done < _ENOUGH:
            return None
        (spent,) = self._db.execute("SELECT COALESCE(SUM(seconds), 0) FROM results").fetchone()
        return max(counts.waiting * float(spent) / done, counts.volume_waiting * float(spent) / max(1, volume))

    def answerable(self) -> int:
        """How many items there are that can be answered: with bytes, or of which the bytes could not be had."""
        found = self._db.execute(
            "SELECT COUNT(*) FROM items WHERE content IS NOT NULL OR kind = ?", (Kind.UNREADABLE.value,)
        )
        return int(found.fetchone()[0])

    def with_words(self, words: str) -> list[Digest]:
        """Every content whose text holds all these words, the best first; whoever asks leaves out what is not told."""
        return self.search(words, -1)

    def __enter__(self) -> "Looking":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
