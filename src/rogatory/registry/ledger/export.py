"""The journal as a folder that anybody can verify without this system.

manifest.json       key of the log, keys of the witnesses, and whether all values are shown or a selection
checkpoint          the newest signed checkpoint with its cosignatures (C2SP tlog-checkpoint, tlog-cosignature)
checkpoints/SIZE    every older one that was cosigned
tile/...            hashes and entries (C2SP tlog-tiles)
secrets/N           values: number, field, salt and value, with tabs between; the same N as the entry bundle
timestamps/...      RFC 3161 answers over the notes of checkpoints, without cosignatures
verify_journal.*    the verifiers, in Python and for Node
"""

from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from rogatory.journal import leaf, tiles
from rogatory.journal.note import base64
from rogatory.registry.ledger import keys, reading, store
from rogatory.registry.ledger.guards import TOMBSTONE
from rogatory.registry.ledger.models import Checkpoint, Cosignature, Entry, Secret, Timestamp

VERIFIERS = ("verify_journal.py", "verify_journal.mjs")
NEVER_OUT = ("identity",)
"""Fields whose values no export holds: who a protected source is. Where there is one, the export is a selection."""
_PIECE = 5_000


class EmptyJournalError(Exception):
    """There is nothing to export."""


def export(
    folder: Path,
    *,
    shown: Callable[[str], bool] | None = None,
    tell: Callable[[int, int], None] = lambda done, of: None,
) -> int:
    """Write the journal into a folder; the number of entries.

    Args:
        folder: A folder that does not exist yet.
        shown: Says by the identifier of a case whether its values are disclosed; None: all are. Records of erasures are
            always disclosed, or else what was erased could not be told from what was lost.
        tell: Is told how many entries are written with all that belongs to them, and of how many.

    Raises:
        EmptyJournalError: There is no entry yet.
        FileExistsError: The folder exists.
    """
    with store.snapshot():
        newest = Checkpoint.objects.order_by("-size").first()
        if newest is None:
            msg = "the journal is empty"
            raise EmptyJournalError(msg)
        folder.mkdir(parents=True)
        policy = keys.policy()
        manifest = {
            "disclosure": "all" if shown is None and not _kept_in(newest.size) else "selected",
            "log": str(keys.signer().verifier),
            "v": 1,
            "witnesses": [str(key) for key in policy.witnesses.values()],
        }
        _put(folder / "manifest.json", leaf.canonical(manifest) + b"\n")
        _put(folder / "checkpoint", reading.with_cosignatures(newest).encode())
        cosigned = Cosignature.objects.exclude(size=newest.size).values("size")
        for point in Checkpoint.objects.filter(size__in=cosigned).iterator(_PIECE):
            _put(folder / "checkpoints" / str(point.size), reading.with_cosignatures(point).encode())
        for stamp in Timestamp.objects.all():
            _put(folder / "timestamps" / f"{stamp.size}-{stamp.pk}.tsr", bytes(stamp.token))
        for tile in tiles.tiles(newest.size):
            if tile.level:
                first = tile.index * tiles.WIDTH
                nodes = [(8 * tile.level, first + i) for i in range(tile.width)]
                _put(folder / tile.path, b"".join(store.lookup(nodes)))
        _entries(folder, newest.size)
        for done in _secrets(folder, newest.size, shown):
            tell(done, newest.size)
    tell(newest.size, newest.size)
    for name in VERIFIERS:
        _put(folder / name, files("rogatory.verifiers").joinpath(name).read_bytes())
    return newest.size


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _tile(index: int, size: int) -> tiles.Tile:
    return tiles.Tile(0, index, min(tiles.WIDTH, size - index * tiles.WIDTH))


def _entries(folder: Path, size: int) -> None:
    rows = Entry.objects.filter(seq__lt=size).order_by("seq").values_list("seq", "leaf", "leaf_hash").iterator(_PIECE)
    for index, group in groupby(rows, lambda row: row[0] // tiles.WIDTH):
        found = list(group)
        tile = _tile(index, size)
        _put(folder / tile.entries_path, tiles.bundle(bytes(data) for _, data, _ in found))
        _put(folder / tile.path, b"".join(bytes(hashed) for *_, hashed in found))


def _kept_in(size: int) -> bool:
    """Whether there is a value that no export holds."""
    return Secret.objects.filter(seq__lt=size, field__in=NEVER_OUT).exists()


def _secrets(folder: Path, size: int, shown: Callable[[str], bool] | None) -> Iterator[int]:
    """Write the values, bundle by bundle; after each, the number of entries behind it."""
    kept = Secret.objects.filter(seq__lt=size).exclude(field__in=NEVER_OUT).order_by("seq", "field")
    rows = kept.values_list("seq", "field", "salt", "value")
    for index, group in groupby(rows.iterator(_PIECE), lambda row: row[0] // tiles.WIDTH):
        found = list(group)
        if shown is not None:
            about = Entry.objects.filter(seq__in={row[0] for row in found}).values_list("seq", "case", "act")
            open_ = {seq for seq, case, act in about if act == TOMBSTONE or shown(case)}
            found = [row for row in found if row[0] in open_]
        lines = [
            b"%d\t%s\t%s\t%s\n" % (seq, field.encode(), base64(bytes(salt)).encode(), bytes(value))
            for seq, field, salt, value in found
        ]
        _put(folder / "secrets" / _tile(index, size).entries_path.removeprefix("tile/entries/"), b"".join(lines))
        yield found[-1][0] + 1 if found else index * tiles.WIDTH
