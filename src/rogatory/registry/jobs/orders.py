"""Long work that somebody asks for."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings

from rogatory.registry.cases import rebuild as copies
from rogatory.registry.jobs.handle import Handle, UnableError
from rogatory.registry.ledger import audit as journal
from rogatory.registry.ledger.export import EmptyJournalError
from rogatory.registry.ledger.export import export as write

FOLDER = "exports"
"""In the data folder: what was exported and may still be fetched."""
FETCHED_FOR = timedelta(days=7)
PRIVATE = 0o700


def audit(handle: Handle) -> dict[str, Any]:
    """Recompute the journal. Of what is wrong only the kind and the numbers are kept: nothing an entry holds."""
    report = journal.audit(tell=handle.tell)
    found = [{"kind": kind.value, "place": place} for kind, place, _ in report.found]
    return {
        "sound": report.sound,
        "entries": report.size,
        "root": report.root.hex(),
        "erased": len(report.erased),
        "damages": sum(report.counts.values()),
        "found": found,
    }


def export(handle: Handle) -> dict[str, Any]:
    """Write the journal as a bundle that can be verified outside, without a single value of a case.

    Values go out by `rogatory journal export`, which is for whoever runs the machine to answer for.
    """
    path = file_of(handle.number)
    path.parent.mkdir(mode=PRIVATE, exist_ok=True)
    part = path.with_suffix(".part")
    folder = path.with_suffix("")
    shutil.rmtree(folder, ignore_errors=True)
    try:
        entries = write(folder, shown=lambda case: False, tell=handle.tell)
        with ZipFile(part, "w", ZIP_DEFLATED) as bundle:
            for file in sorted(folder.rglob("*")):
                if file.is_file():
                    bundle.write(file, Path("journal") / file.relative_to(folder))
        part.replace(path)
    except EmptyJournalError as error:
        raise UnableError(str(error)) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return {"entries": entries, "bytes": path.stat().st_size}


def rebuild(handle: Handle) -> dict[str, Any]:
    """Make the reading copies anew from the journal, while the office goes on working."""
    lost = copies.rebuild(handle.tell)
    return {"cases": handle.of, "lost": len(lost)}


def file_of(number: int) -> Path:
    """The file a piece of work leaves to be fetched."""
    return Path(settings.DATA) / FOLDER / f"{number}.zip"


def forget_files(now: datetime) -> int:
    """Delete what was exported long enough ago; how many files."""
    folder = Path(settings.DATA) / FOLDER
    old = [
        f for f in folder.glob("*") if f.is_file() and now.timestamp() - f.stat().st_mtime > FETCHED_FOR.total_seconds()
    ]
    for file in old:
        file.unlink(missing_ok=True)
    return len(old)
