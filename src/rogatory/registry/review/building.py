"""A package that was sent, as one file to be fetched: built by a worker, looked at by the verifier, kept for a week.

The verifier shares no code with what builds. What it finds is kept beside the file; a package with a fault is not
handed out. Before the file is handed out every item of it is judged once more.
"""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from django.conf import settings

from rogatory.packaging.envelope import enclosed_plainly
from rogatory.registry.ledger import keys
from rogatory.registry.review import leaving
from rogatory.verifiers import bag

FOLDER = "packages"
"""In the data folder: packages that were built and may still be fetched."""
FETCHED_FOR = timedelta(days=7)
PRIVATE = 0o700
_MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class Made:
    """A package as one file.

    Attributes:
        path: The file: encrypted to the recipient's keys (`.age`), or a ZIP file where the plan names none.
        payload: Digest of its payload manifest.
        items: Items in it.
        faults: What the verifier found, each with its place; none: it is whole, and the journal holds it.
    """

    path: Path
    payload: str
    items: int
    faults: tuple[tuple[str, str], ...]

    @property
    def told(self) -> dict[str, Any]:
        """The same in plain values."""
        return {"payload": self.payload, "items": self.items, "bytes": self.path.stat().st_size,
                "encrypted": self.path.suffix == ".age", "faults": [list(fault) for fault in self.faults]}  # fmt: skip


def build(account: str, case: str, package: str) -> Made:
    """Build a package an act has sent, and verify it; one that was built before is built anew.

    Args:
        account: Public identifier of whoever asked for it.
        case: Number of the case.
        package: The package.

    Raises:
        NotPlannedError: There is no such case for this person, or no act has sent the package.
        WithheldError: Something of it is withheld now.
        SnapshotError: What would be built is not what the journal holds, or its witnesses have not signed it yet.
        EnvelopeError: A key of the recipient is none.
    """
    sent = leaving.sent(account, case, package)
    folder = _folder()
    aside = Path(mkdtemp(prefix=".building-", dir=folder))
    try:
        made = leaving.build(account, case, package, aside / "package")
        policy = (Path(settings.DATA) / keys.POLICY).read_text("utf-8")
        found = tuple(bag.faults(bag.read(aside / "package"), policy))[:_MOST_FAULTS]
        sealed = aside / "package.age"
        if not sealed.exists():
            sealed = aside / "package.zip"
            enclosed_plainly(aside / "package", sealed)
        for old in _files(sent.payload):
            old.unlink(missing_ok=True)
        path = sealed.rename(folder / f"{sent.payload}{sealed.suffix}")
    finally:
        shutil.rmtree(aside)
    return Made(path, made.payload, len(sent.told["items"]), found)


def file_of(payload: str) -> Path | None:
    """The file of a package that was built, by the digest of its payload; None: there is none (any more)."""
    return next(_files(payload), None)


def forget_files(now: datetime) -> int:
    """Delete what was built long enough ago; how many files. They are built anew while they may leave."""
    old = [f for f in (Path(settings.DATA) / FOLDER).glob("*")
           if now.timestamp() - f.stat().st_mtime > FETCHED_FOR.total_seconds()]  # fmt: skip
    for path in old:
        if path.is_dir():  # of a worker that was killed in the middle
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    return len(old)


def _files(payload: str) -> Iterator[Path]:
    with suppress(FileNotFoundError):
        yield from (Path(settings.DATA) / FOLDER).glob(f"{payload}.*")


def _folder() -> Path:
    folder = Path(settings.DATA) / FOLDER
    folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    return folder
