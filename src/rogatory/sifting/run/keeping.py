"""Copies of seizures, and whether a seizure is kept as it should be.

Looked at is what is quick: that the manifest is the one that was acknowledged, that each content is there with its
size, that the ledger is whole. Reading every byte again is `rogatory material verify`.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from rogatory.material.items import Content
from rogatory.material.sealed import ManifestError
from rogatory.sifting.run.destroying import gone_from
from rogatory.sifting.sealed.sealing import SealError, Seizure

_LEDGER, _STORE = "ledger.sqlite3", "contents"
_MOST_NAMED = 5


def wrong_with(seizure: Seizure, root: str) -> Iterator[str]:
    """What is wrong with a seizure as it is kept, a line each; nothing: it is as it should be.

    Args:
        seizure: The seizure.
        root: Root of its manifest as the journal has it, in hexadecimal.
    """
    if not seizure.manifest.is_file():
        yield f"its folder is not there, or holds no manifest: {seizure.folder}"
        return
    try:
        if seizure.sealed().root.hex() != root:
            yield "its manifest is not the one the journal holds"
            return
        gone = frozenset[str]().union(*(one.contents for one in gone_from(seizure)))
        sealed = {entry.content.sha256: entry.content for entry in seizure.entries() if entry.content}
        missing = [digest for digest, one in sealed.items() if digest not in gone and not _there(seizure, one)]
    except (SealError, ManifestError, OSError) as error:
        yield str(error)
        return
    if missing:
        named = ", ".join(missing[:_MOST_NAMED])
        yield f"{len(missing):,} contents are missing or cut off: {named}{' …' if len(missing) > _MOST_NAMED else ''}"
    if seizure.ledger.exists() and (says := _damage(seizure.ledger)):
        yield f"its ledger is damaged ({says}): bring it back from a copy, or take it away and have all read again"


def copy_out(source: Path, folder: Path) -> None:
    """Copy seizures into a folder that is not there yet: ledgers as they stand at one moment, the rest file by file.

    Args:
        source: Where seizures are kept: a folder for each case, in it one for each seizure.
        folder: The folder to make.

    Raises:
        OSError: A file cannot be read or written.
    """
    shutil.copytree(source, folder, ignore=_left_out)
    for ledger in source.glob(f"*/*/{_LEDGER}"):
        target = folder / ledger.relative_to(source)
        with closing(sqlite3.connect(ledger)) as one, closing(sqlite3.connect(target)) as other:
            one.backup(other)


def copy_back(folder: Path, target: Path) -> None:
    """Bring back seizures that `copy_out` copied. What is there and is not in the copy stays.

    Args:
        folder: The copy.
        target: Where seizures are kept.

    Raises:
        OSError: A file cannot be read or written.
    """
    for one in sorted(folder.rglob("*")):
        place = target / one.relative_to(folder)
        if one.is_dir():
            place.mkdir(parents=True, exist_ok=True)
            continue
        # A content is named by its digest, and nobody may write to it: what is whole there is the same.
        is_content = one.parent.parent.name == _STORE
        if is_content and place.exists() and place.stat().st_size == one.stat().st_size:
            continue
        logs = place.parent.glob(f"{_LEDGER}-*") if place.name == _LEDGER else ()
        for old in (place, *logs):
            old.unlink(missing_ok=True)
        shutil.copy2(one, place)


def _left_out(folder: str, names: list[str]) -> set[str]:
    """Ledgers, which are copied apart, and what was being written when a process ended."""
    return {name for name in names if name.startswith((_LEDGER, "writing-", "ledger.coming")) or name == "lock"}


def _there(seizure: Seizure, content: Content) -> bool:
    path = seizure.store.path(content.sha256)
    return path.is_file() and path.stat().st_size == content.size


def _damage(ledger: Path) -> str:
    try:
        with closing(sqlite3.connect(f"{ledger.absolute().as_uri()}?mode=ro", uri=True)) as found:
            (says,) = found.execute("PRAGMA quick_check(1)").fetchone()
            found.execute("SELECT COUNT(*) FROM taken").fetchone()
    except sqlite3.Error as error:
        return str(error)
    return "" if says == "ok" else str(says)
