"""Sealing: everything that was seized is read once, kept under its digests, and listed, before anything is opened.

The order: walk; read each file once into the store, with both digests; write its line into the manifest; when all is
there, write the root into a journal; keep the receipt. Until a receipt fits the manifest, `opened` refuses, and nothing
of the seizure is parsed. Killed at any moment and run again, the seal goes on where it was, to the same manifest.
"""

import fcntl
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from rogatory.journal.leaf import JSON, canonical, moment
from rogatory.material.items import Kind
from rogatory.material.sealed import OWN_JOURNAL, Acknowledge, Entry, Growing, ManifestError, Receipt, Sealed, parse
from rogatory.sifting.sealed.store import Batch, SourceError, Store, of_descriptor
from rogatory.sifting.sealed.walking import MovedError, Thing, Walk, words

_CHANGED = "It changed while it was read; these are the bytes that were read."
_MOST_WAITING = 10_000
"""Lines written at once where there are few contents between them."""


class SealError(Exception):
    """A seal that cannot be made or gone on with; it says what to do."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a seal is.

    Attributes:
        entries: Lines of the manifest so far.
        volume: Bytes read so far, those of an earlier start counted.
        path: What was read last.
    """

    entries: int
    volume: int
    path: bytes


class Seizure:
    """The folder in which a seizure is kept.

    Attributes:
        folder: Where it is.
        store: Its contents.
    """

    def __init__(self, folder: Path, store: Path | None = None) -> None:
        """Open it; the first seal makes it.

        Args:
            folder: Where it is.
            store: Where contents are kept; None: in the folder. Several seizures may share one.
        """
        self.folder = folder
        self.store = Store(store or folder / "contents")

    @property
    def manifest(self) -> Path:
        """The manifest; there is none until the seal is complete."""
        return self.folder / "manifest.jsonl"

    @property
    def custody(self) -> Path:
        """The chain of custody."""
        return self.folder / "custody.jsonl"

    @property
    def ledger(self) -> Path:
        """The ledger of what was done with each content."""
        return self.folder / "ledger.sqlite3"

    @contextmanager
    def held(self) -> Iterator[None]:
        """Work on it alone.

        Raises:
            SealError: Another process does.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("ab") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise SealError(f"{self.folder}: another process works on this seizure; wait for it") from error
            yield

    def entries(self) -> Iterator[Entry]:
        """The lines of the manifest, in their order.

        Raises:
            SealError: It is not complete yet.
            ManifestError: A line is none.
        """
        if not self.manifest.exists():
            raise SealError(f"{self.folder}: the seal is not complete; run `rogatory material seal` again")
        with self.manifest.open("rb") as file:
            yield from (parse(line.removesuffix(b"\n")) for line in file)

    def sealed(self, seizure: str = "") -> Sealed:
        """What the manifest seals, computed anew from its lines.

        Raises:
            SealError: It is not complete yet.
        """
        growing = Growing()
        files = volume = unreadable = 0
        for entry in self.entries():
            growing.add(entry.line())
            if entry.content:
                files += 1
                volume += entry.content.size
            unreadable += entry.kind is Kind.UNREADABLE
        return Sealed(seizure or self.ident(), growing.root, growing.size, files, volume, unreadable)

    def ident(self) -> str:
        """The identifier of the seizure.

        Raises:
            SealError: There is no seizure in the folder.
        """
        try:
            return str(json.loads((self.folder / "seizure.json").read_bytes())["seizure"])
        except (OSError, ValueError, LookupError, TypeError) as error:
            raise SealError(f"{self.folder}: no seizure is kept here; seal one first") from error

    def receipt(self) -> Receipt:
        """The receipt as it stands beside the manifest; whether it fits, `opened` finds out.

        Raises:
            SealError: There is none.
        """
        try:
            told = json.loads((self.folder / "receipt.json").read_bytes())
            at = datetime.fromisoformat(told["at"])
            return Receipt(
                told["seizure"], bytes.fromhex(told["root"]), told["size"], told["journal"], told["place"], at
            )
        except (OSError, ValueError, LookupError, TypeError) as error:
            raise SealError(f"{self.folder}: no journal has acknowledged this seal; nothing of it is opened") from error

    def opened(self) -> Receipt:
        """The receipt by which the seizure may be opened.

        Raises:
            SealError: There is none, or it is for another manifest: nothing may be parsed.
        """
        sealed, receipt = self.sealed(), self.receipt()
        if not receipt.fits(sealed):
            raise SealError(f"{self.folder}: the manifest is not the one that was acknowledged; nothing is opened")
        if receipt.journal != OWN_JOURNAL and self._leave() != (receipt.journal, receipt.root.hex()):
            raise SealError(f"{self.folder}: its seal is whole: it is opened by an act of the case, `open-seal`")
        return receipt

    def allow(self, journal: str, entry: int, at: datetime) -> None:
        """Note that an act in the case has opened the seal; a seizure of a registry is not read without.

        Args:
            journal: The journal in which the act stands, by its name.
            entry: Number of the act in it.
            at: When it was done.

        Raises:
            SealError: The seal is not complete.
        """
        root = self.sealed().root.hex()
        _put(self.folder / "opened.json", canonical({"at": moment(at), "entry": entry, "journal": journal,
                                                     "root": root}))  # fmt: skip

    def _leave(self) -> tuple[str, str]:
        """Journal and root of the act that opened the seal, as far as it was noted; empty: there is none."""
        try:
            told = json.loads((self.folder / "opened.json").read_bytes())
            return str(told["journal"]), str(told["root"])
        except (OSError, ValueError, LookupError, TypeError):
            return "", ""


def seal(
    seizure: Seizure,
    ident: str,
    sources: Sequence[Path],
    acknowledge: Acknowledge,
    *,
    seen: Callable[[Progress], None] = lambda progress: None,
) -> tuple[Sealed, Receipt]:
    """Seal folders and files, or go on with a seal that was broken off.

    Args:
        seizure: Where it is kept.
        ident: Identifier of the seizure.
        sources: Folders and files; each is called by its own name in the manifest.
        acknowledge: Writes the root into a journal.
        seen: Told how far it is, from time to time.

    Raises:
        SealError: A source is not there, two are called alike, another seizure is kept here, or a source was changed
            since the seal was begun.
    """
    named = _named(sources)
    with seizure.held():
        _begin(seizure, ident, named)
        if not seizure.manifest.exists():
            seizure.store.sweep()
            try:
                _write(seizure, named, seen)
            except (OSError, MovedError, ManifestError) as error:
                raise SealError(f"the seal was broken off ({error}); mend that, and run it again") from error
        sealed = seizure.sealed(ident)
        return sealed, _acknowledged(seizure, sealed, acknowledge)


def _named(sources: Sequence[Path]) -> list[tuple[bytes, bytes]]:
    """The sources with the names they have in the manifest, in the order of these."""
    found: dict[bytes, bytes] = {}
    for source in sources:
        path = Path(os.path.abspath(source))  # noqa: PTH100 - a link stays one, and is sealed as one
        if not os.path.lexists(path):
            raise SealError(f"{source}: it is not there")
        name = os.fsencode(path.name) or b"root"
        if name in found:
            raise SealError(f"{source}: another source has the same name; seal it as a seizure of its own")
        found[name] = os.fsencode(path)
    if not found:
        raise SealError("name at least one folder or file to seal")
    return sorted(found.items())


def _begin(seizure: Seizure, ident: str, named: list[tuple[bytes, bytes]]) -> None:
    """Write down which seizure this is, or see that it is the same."""
    told = canonical({"seizure": ident, "sources": [os.fsencode(source).hex() for _, source in named], "v": 1})
    path = seizure.folder / "seizure.json"
    if not path.exists():
        _put(path, told)
    elif path.read_bytes() != told:
        raise SealError(f"{seizure.folder}: another seizure is kept here, or other sources; use a folder of its own")


def _write(seizure: Seizure, named: list[tuple[bytes, bytes]], seen: Callable[[Progress], None]) -> None:
    part = seizure.folder / "manifest.part"
    whole = _cut(part)
    with part.open("r+b") as before, part.open("ab") as after, seizure.store.batch() as batch:
        writer = _Writer(_lines(before, whole), after, batch, seen)
        for name, source in named:
            walk = Walk(source, name)
            for thing in walk:
                writer.take(thing, walk)
        if next(writer.before, None) is not None:
            raise SealError("something that was sealed before is no longer there; seal what is there as a new seizure")
        writer.flush()
    part.chmod(0o444)
    part.rename(seizure.manifest)
    _flush(seizure.folder)


class _Writer:
    """Writes the manifest, and passes over what an earlier start has sealed."""

    def __init__(
        self, before: Iterator[Entry], after: BinaryIO, batch: Batch, seen: Callable[[Progress], None]
    ) -> None:
        self.before, self._after, self._batch, self._seen = before, after, batch, seen
        self._waiting: list[bytes] = []
        self._entries = self._volume = 0

    def take(self, thing: Thing, walk: Walk) -> None:
        entry = next(self.before, None)
        if entry is not None:
            _same(entry, thing)
        else:
            entry = self._sealed(thing, walk)
            self._waiting.append(entry.line() + b"\n")
        self._entries += 1
        self._volume += entry.content.size if entry.content else 0
        if self._batch.full or len(self._waiting) >= _MOST_WAITING:
            self.flush()
            self._seen(Progress(self._entries, self._volume, thing.path))

    def flush(self) -> None:
        """Contents first: a line never stands in the manifest before its content is in the store."""
        self._batch.flush()
        self._after.write(b"".join(self._waiting))
        self._after.flush()
        os.fsync(self._after.fileno())
        self._waiting = []

    def _sealed(self, thing: Thing, walk: Walk) -> Entry:
        if thing.kind is not Kind.FILE:
            return Entry(thing.path, thing.kind, None, thing.target, thing.modified, thing.says)
        try:
            descriptor = walk.open()
        except OSError as error:
            return Entry(thing.path, Kind.UNREADABLE, modified=thing.modified, says=words(error))
        try:
            content = self._batch.put(of_descriptor(descriptor))
            found = os.fstat(descriptor)
        except SourceError as error:
            return Entry(thing.path, Kind.UNREADABLE, modified=thing.modified, says=words(error.error))
        finally:
            os.close(descriptor)
        changed = (content.size, found.st_mtime_ns) != (thing.size, thing.modified)
        return Entry(thing.path, Kind.FILE, content, b"", thing.modified, _CHANGED if changed else "")


def _same(entry: Entry, thing: Thing) -> None:
    """See that what was sealed before is still what is there.

    Raises:
        SealError: It is not.
    """
    size = entry.content.size if entry.content and not entry.says else thing.size
    kind = thing.kind if entry.kind is Kind.UNREADABLE else entry.kind
    if (entry.path, kind, entry.modified, size, entry.target) != (
        thing.path, thing.kind, thing.modified, thing.size, thing.target,
    ):  # fmt: skip
        shown = os.fsdecode(thing.path)
        raise SealError(f"{shown} is not as it was when the seal was begun; seal what is there now as a new seizure")


def _cut(part: Path) -> int:
    """Cut off a line that was being written when an earlier start ended; how many whole ones stand there."""
    with part.open("ab+") as file:
        file.seek(0)
        lines = end = 0
        for line in file:
            if not line.endswith(b"\n"):
                break
            lines, end = lines + 1, end + len(line)
        file.truncate(end)
    return lines


def _lines(file: BinaryIO, count: int) -> Iterator[Entry]:
    for _ in range(count):
        yield parse(file.readline().removesuffix(b"\n"))


def _acknowledged(seizure: Seizure, sealed: Sealed, acknowledge: Acknowledge) -> Receipt:
    receipt = acknowledge(sealed)
    if not receipt.fits(sealed):
        raise SealError("the journal acknowledged another root than that of this seal; nothing is opened")
    told: dict[str, JSON] = {
        "at": moment(receipt.at), "journal": receipt.journal, "place": receipt.place, "root": receipt.root.hex(),
        "seizure": receipt.seizure, "size": receipt.size,
    }  # fmt: skip
    _put(seizure.folder / "receipt.json", canonical(told))
    return receipt


def _put(path: Path, data: bytes) -> None:
    """Write a small file whole or not at all."""
    beside = path.with_suffix(".writing")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.rename(path)
    _flush(path.parent)


def _flush(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
