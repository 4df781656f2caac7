"""Backups while the office goes on working, and restoring one without hiding that something was lost.

The keys are apart: a backup can be read by who keeps it, but nobody can speak for the journal with it.
"""

import json
import os
import shutil
import sqlite3
import subprocess
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, connections, transaction

from rogatory import __version__
from rogatory.journal.checkpoint import open_checkpoint
from rogatory.journal.note import NoteError
from rogatory.registry.ledger import append, audit, keys, reading, store
from rogatory.registry.ledger.models import Head
from rogatory.registry.registers.sight import EVERY, SETTING
from rogatory.registry.review import keeping as of_seizures
from rogatory.sifting.run import keeping

ABOUT = "backup.json"
CHECKPOINT = "checkpoint"
KNOWN = "known-checkpoint"
"""In the data folder: the newest checkpoint of the last backup, so that an older one does not pass for the whole."""
FILES, MATERIAL = "files", "material"
DATABASE = {"sqlite": "registry.sqlite3", "postgresql": "registry.dump"}
KEYS = (keys.KEY, keys.POLICY, "secret-key")
PRIVATE = 0o700
AT_ONCE = 2_000
"""Pages of SQLite copied before progress is told."""
Tell = Callable[[int, int], None]
"""Is told how much is done, and of how much."""


class BackupError(Exception):
    """It cannot be backed up or restored; the message says why."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup.

    Attributes:
        entries: How many entries of the journal are in it.
        left_out: What of the seizures is not in it and must be copied otherwise, a line each.
        wrong: What is wrong with the seizures as they are kept, a line each.
    """

    entries: int
    left_out: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back.

    Attributes:
        entries: Number of entries of the journal.
        damage: What the audit found, a line each.
        alarm: Why nothing can be appended; empty if all is well.
        wrong: What is wrong with the seizures as they are kept now, a line each.
    """

    entries: int
    damage: tuple[str, ...]
    alarm: str
    wrong: tuple[str, ...] = ()


def backup(folder: Path, tell: Tell = lambda done, of: None, *, material: bool = False) -> Made:
    """Write database and files into a new folder, and look whether the seizures are kept as they should be.

    Args:
        folder: A folder that does not exist yet.
        tell: Is told how much is copied, and of how much: pages of SQLite, or tables of PostgreSQL.
        material: Whether the seizures are copied too, which may be terabytes; else it is told that they are not.

    Raises:
        BackupError: The program that dumps PostgreSQL is missing or failed.
        FileExistsError: There is such a folder.
    """
    folder.mkdir(mode=PRIVATE, parents=True)
    dump = folder / DATABASE[connection.vendor]
    # What is read first is not longer than what is dumped after it.
    newest, size = reading.newest() or "", reading.size()
    if connection.vendor == "sqlite":
        # In one snapshot: else whatever is written meanwhile would make it begin anew.
        with store.snapshot(), closing(sqlite3.connect(dump)) as target:
            reading.size()
            connection.connection.backup(target, pages=AT_ONCE, progress=lambda _, left, of: tell(of - left, of))
    else:
        try:
            _dump(dump, tell)
        except BackupError:
            shutil.rmtree(folder)
            raise
    if Path(settings.MEDIA_ROOT).is_dir():
        shutil.copytree(settings.MEDIA_ROOT, folder / FILES)
    if material and Path(settings.MATERIAL).is_dir():
        keeping.copy_out(Path(settings.MATERIAL), folder / MATERIAL)
    (folder / CHECKPOINT).write_text(newest, "utf-8")
    about = {"version": __version__, "database": connection.vendor, "entries": size, "material": material}
    (folder / ABOUT).write_text(json.dumps(about, indent=1) + "\n", "utf-8")
    (Path(settings.DATA) / KNOWN).write_text(newest, "utf-8")
    kept = list(of_seizures.seizures())
    return Made(size, tuple(_left_out(kept, material=material)), _wrong(kept))


def copy_keys(folder: Path, backed_up: Path) -> None:
    """Copy the keys into a folder of their own.

    Raises:
        BackupError: It is the folder of the backup, or in it.
    """
    if folder.absolute().is_relative_to(backed_up.absolute()):
        msg = "keys and backup belong in different folders, kept by different people"
        raise BackupError(msg)
    folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    for name in KEYS:
        if (Path(settings.DATA) / name).exists():
            shutil.copy2(Path(settings.DATA) / name, folder / name)


def restore(folder: Path, known: Iterable[str] = ()) -> Restored:
    """Put a backup in place of the present database, audit the journal, and raise the alarm if it lost something.

    Args:
        folder: What `backup` made.
        known: Checkpoints or receipts that somebody kept, as text.

    Raises:
        BackupError: It is no backup, one of another kind of database, or it could not be put back.
    """
    about = _about(folder)
    texts = [text for text in (*known, *_kept()) if text]
    dump = folder / DATABASE[connection.vendor]
    if about.get("database") != connection.vendor or not dump.is_file():
        msg = f"it holds a {about.get('database')} database, and this registry runs on {connection.vendor}"
        raise BackupError(msg)
    connections.close_all()
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(dump)) as source, closing(sqlite3.connect(_sqlite_path())) as target:
            source.backup(target)
    else:
        _run("pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction",
             f"--dbname={connection.get_connection_params()['dbname']}", str(dump))  # fmt: skip
    if (folder / FILES).is_dir():
        shutil.copytree(folder / FILES, settings.MEDIA_ROOT, dirs_exist_ok=True)
    if (folder / MATERIAL).is_dir():
        keeping.copy_back(folder / MATERIAL, Path(settings.MATERIAL))
    report = audit.audit(texts)
    alarm = _alarm(report.size, texts) or ("" if report.sound else "The restored journal is damaged.")
    if alarm:
        with transaction.atomic():
            append.lock(closed=True)
            Head.objects.update(alarm=alarm)
    return Restored(report.size, tuple(report.lines()), alarm, _wrong(of_seizures.seizures()))


def _left_out(kept: Iterable[of_seizures.Kept], *, material: bool) -> Iterator[str]:
    """What of the seizures is not in the backup."""
    found = list(kept)
    if found and not material:
        volume = sum(one.volume for one in found)
        yield (
            f"Seizures are not in it ({len(found)}, {volume:,} bytes): copy {settings.MATERIAL} too, or run it again"
            " into another folder with --material."
        )
    if elsewhere := [one.name for one in found if one.elsewhere]:
        yield (
            f"The ledgers of {', '.join(elsewhere)} are in PostgreSQL and not in it: dump that database"
            " (ROGATORY_LEDGER) with pg_dump, or bring them home first."
        )


def _wrong(kept: Iterable[of_seizures.Kept]) -> tuple[str, ...]:
    return tuple(f"{one.name}: {says}" for one in kept for says in one.wrong)


def _about(folder: Path) -> dict[str, Any]:
    try:
        about = json.loads((folder / ABOUT).read_text("utf-8"))
    except (OSError, ValueError) as error:
        msg = f"it is no backup ({error})"
        raise BackupError(msg) from error
    return about if isinstance(about, dict) else {}


def _kept() -> list[str]:
    """The checkpoints this machine knows: the one kept at the last backup, and the newest of the present database."""
    kept = Path(settings.DATA) / KNOWN
    texts = [kept.read_text("utf-8")] if kept.is_file() else []
    # Perhaps there is no database yet, or none that can be read: that is why one restores.
    with suppress(DatabaseError):
        texts.append(reading.newest() or "")
    return texts


def _alarm(entries: int, known: Iterable[str]) -> str:
    """Why the journal must not go on: somebody knows a longer one. An empty text if nobody does."""
    log = keys.signer().verifier
    sizes = []
    for text in known:
        try:
            sizes.append(open_checkpoint(text, log)[0].size)
        except NoteError:
            continue  # a receipt, or no checkpoint of this journal: the audit has told of it
    longest = max(sizes, default=0)
    if longest <= entries:
        return ""
    return f"Restored from a backup of {entries} entries, while a journal of {longest} is known."


def _sqlite_path() -> str:
    return str(connection.settings_dict["NAME"])


def _dump(target: Path, tell: Tell) -> None:
    """Dump PostgreSQL; with --verbose it says on its error stream which table it is at."""
    tables = len(connection.introspection.table_names())
    done = count(1)

    def hear(line: str) -> None:
        if "dumping contents of table" in line:
            tell(min(next(done), tables), tables)

    # Whoever backs up sees every register (registers.sight); a role that owns the tables would anyhow.
    _run(
        "pg_dump", "--enable-row-security", "--verbose", "--format=custom", "--no-owner", f"--file={target}", hear=hear
    )


def _run(program: str, *arguments: str, hear: Callable[[str], None] = lambda line: None) -> None:
    """Run a program of PostgreSQL on the registry's database; the password goes by the environment, never by name."""
    found = shutil.which(program)
    if found is None:
        msg = f"{program} is not installed; it comes with PostgreSQL's client programs"
        raise BackupError(msg)
    told = connection.get_connection_params()
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE",
             "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT"}  # fmt: skip
    given = {variable: str(told[name]) for name, variable in names.items() if told.get(name)}
    given["PGOPTIONS"] = f"-c {SETTING}={EVERY}"
    last: deque[str] = deque(maxlen=10)
    with subprocess.Popen(  # noqa: S603
        [found, *arguments], env={**os.environ, **given}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as run:
        for line in run.stderr or ():
            last.append(line)
            hear(line)
    if run.returncode:
        raise BackupError("".join(last).strip() or f"{program} failed")
