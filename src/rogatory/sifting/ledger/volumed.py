"""Which contents are pieces of one thing: noted once, by the names in the manifest, before anything is read."""

import json
from collections.abc import Callable, Iterable

from rogatory.material.items import Digest
from rogatory.material.volumes import Joined, Named, sets
from rogatory.sifting.ledger.database import Database

_NOTED = "volumes"


class Volumed:
    """The part of the ledger that knows pieces."""

    _db: Database
    _volumes: dict[str, Joined] | None = None

    def note_volumes(self, files: Callable[[], Iterable[Named]]) -> None:
        """Note what belongs together among the files that were sealed; once.

        Args:
            files: Gives every file with its content.
        """
        if self._db.execute("SELECT 1 FROM configured WHERE stage = ?", (_NOTED,)).fetchone():
            return
        # A content that lies in several such sets is told of the most complete one.
        found = sorted(sets(files), key=lambda one: (bool(one.missing), -len(one.pieces), one.lead))
        rows: list[tuple[Digest, str]] = []
        for one in found:
            told = {"form": one.form.value, "of": _name(one.of)}
            missing = {"missing": _name(one.missing)}
            rows.append((one.lead, json.dumps(told | missing | {"pieces": one.pieces, "after": _name(one.after)})))
            rows += [(other, json.dumps(told if other in one.pieces else told | missing)) for other in one.others]
        with self._db.together():
            self._db.executemany("INSERT INTO volumes (content, told) VALUES (?, ?) ON CONFLICT DO NOTHING", rows)
            self._db.execute("INSERT INTO configured (stage, told) VALUES (?, '{}') ON CONFLICT DO NOTHING", (_NOTED,))
        self._volumes = None

    def joined(self, content: Digest) -> Joined | None:
        """What a content is a piece of; None: of nothing, by its name."""
        if self._volumes is None:
            rows = self._db.execute("SELECT content, told FROM volumes").fetchall()
            told = {row[0]: json.loads(row[1]) for row in rows}
            self._volumes = {
                key: Joined(**{**one, "pieces": tuple(one.get("pieces", ()))}) for key, one in told.items()
            }
        return self._volumes.get(content)


def _name(name: bytes) -> str:
    return name.decode("utf-8", "replace")
