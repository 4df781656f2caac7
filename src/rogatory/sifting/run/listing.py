"""An inventory of a seizure as files: for the person concerned, for another tool, for whoever must look at the rest.

It is written beside its place and put there whole. `summary.json` names the digest of every other file, and the root of
the manifest it lists; the digest of the summary goes into the chain of custody.
"""

import csv
import io
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from rogatory.journal.leaf import JSON, canonical
from rogatory.material.inventory import Row, cell, heading
from rogatory.material.items import Content, Digest, Item, ItemId, State
from rogatory.material.sealed import OWN_JOURNAL, Sealed
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.ledger.placing import is_begun, opened
from rogatory.sifting.sealed.sealing import SealError, Seizure

_FIELDS = ("number", "item", "what", "state", "stage", "size", "sha256", "blake3", "same-as")
_NAMED = ("name", "name-hex", "kind", "says")
SUMMARY = "summary.json"


@dataclass(frozen=True, slots=True)
class Given:
    """An inventory that was written.

    Attributes:
        items: How many items it lists.
        failures: How many of them somebody must look at.
        digest: SHA-256 of its summary.
    """

    items: int
    failures: int
    digest: str


def rows(seizure: Seizure, wanted: Sequence[ItemId] = (), *, address: str = "") -> Iterator[Row]:
    """The items of a seizure in the order of its manifest, each followed by what lay in it.

    What lies in a content stands under the first item that holds it; the others name that one.

    Args:
        seizure: What was sealed; it need not have been read.
        wanted: Identifiers of the items to list, with what lies in them; empty: all.
        address: Where PostgreSQL is; empty: the ledger is in the folder.

    Raises:
        SealError: The seal is not complete.
        LedgerError: The ledger is kept elsewhere than where it is looked for, or cannot be reached.
    """
    ident = seizure.ident()
    ledger = opened(seizure, address) if is_begun(seizure) else None
    try:
        listing = _Listing(ledger, frozenset(wanted))
        for number, entry in enumerate(seizure.entries(), 1):
            yield from listing.under(entry.item(ident), entry.content, str(number), entry.says)
    finally:
        if ledger:
            ledger.close()


class _Listing:
    def __init__(self, ledger: Ledger | None, wanted: frozenset[ItemId]) -> None:
        self._ledger, self._wanted = ledger, wanted
        self._first: dict[Digest, str] = {}

    def under(self, one: Item, content: Content | None, number: str, says: str) -> Iterator[Row]:
        """An item and what lies in it. A stack of our own: containers may lie deeper than calls may."""
        waiting = [(one, content, number, says, not self._wanted)]
        while waiting:
            item, content, number, says, shown = waiting.pop()
            shown = shown or item.ident in self._wanted
            row = self._row(item, content, number, says)
            if shown:
                yield row
            if content and not row.same_as and self._ledger:
                self._first[content.sha256] = number
                inside = self._ledger.items(parent=content.sha256)
                waiting += [
                    (below, None, f"{number}.{place}", self._ledger.says(below.ident), shown)
                    for place, below in reversed([*enumerate(inside, 1)])
                ]
            elif content and not row.same_as:
                self._first[content.sha256] = number

    def _row(self, item: Item, content: Content | None, number: str, says: str) -> Row:
        media, state, stage = "", None, ""
        if self._ledger and item.content:
            described = self._ledger.described(item.content)
            if described:
                content, media, state = described
                stage, why = self._why(item.content, state)
                says = " ".join(filter(None, (says, why)))
        same = self._first.get(item.content, "") if item.content and content and content.size else ""
        return Row(number, item.ident, item.kind, item.path, content, media, state, stage, says, same)

    def _why(self, content: Digest, state: State | None) -> tuple[str, str]:
        if self._ledger is None or state in (None, State.OK):
            return "", ""
        found = [(row[0].value, row[4]) for row in self._ledger.results(content) if row[3] is state]
        return found[-1] if found else ("", "")


def give(
    seizure: Seizure,
    place: Path,
    wanted: Sequence[ItemId] = (),
    *,
    names: bool,
    language: str = "en",
    address: str = "",
) -> Given:
    """Write an inventory into a folder that is not there yet.

    Args:
        seizure: What was sealed.
        place: The folder.
        wanted: Identifiers of the items to list, with what lies in them; empty: all.
        names: With names and kinds, and the list in plain words: these tell what an item says.
        language: Of the plain words: `en`, `fr` or `nl`.
        address: Where PostgreSQL is; empty: the ledger is in the folder.

    Raises:
        LedgerError: As `rows`.
        SealError: The seal is not complete or not acknowledged; the seizure is kept for a case, where its inventory is
            given by an act; an item is not in it; or there is something at the place.
        OSError: It cannot be written.
    """
    sealed, receipt = seizure.sealed(), seizure.receipt()
    if not receipt.fits(sealed):
        raise SealError(f"{seizure.folder}: the manifest is not the one that was acknowledged")
    if receipt.journal != OWN_JOURNAL:
        raise SealError(f"{seizure.folder}: it is kept for a case: its inventory is given there (`give-inventory`)")
    if os.path.lexists(place):
        raise SealError(f"{place}: something is there already; name a folder that is not there yet")
    beside = place.with_name(f".{place.name}.writing-{os.getpid()}")
    beside.mkdir(parents=True)
    told, missing = _written(
        beside, sealed, rows(seizure, wanted, address=address), frozenset(wanted), names=names, language=language
    )
    if missing:
        _dropped(beside)
        raise SealError(f"{min(missing)}: no item of this seizure has this identifier")
    at: dict[str, JSON] = {"journal": receipt.journal, "place": receipt.place}
    summary = canonical({**told, "receipt": at, "whole": not wanted}) + b"\n"
    (beside / SUMMARY).write_bytes(summary)
    beside.rename(place)
    return Given(int(str(told["items"])), int(str(told["failures"])), sha256(summary).hexdigest())


def _written(
    folder: Path, sealed: Sealed, listed: Iterable[Row], wanted: frozenset[ItemId], *, names: bool, language: str
) -> tuple[dict[str, JSON], frozenset[ItemId]]:
    """Write the lists; what the summary tells of them, and which items that were asked for were not met."""
    fields = (*_FIELDS, *_NAMED) if names else _FIELDS
    states: Counter[str] = Counter()
    failed = 0
    called = ("inventory.jsonl", "inventory.csv", "failures.csv", *(("inventory.txt",) if names else ()))
    with ExitStack() as stack:
        files = [stack.enter_context(_File(folder / name)) for name in called]
        lines, table, failures, *plain = files
        for file in (table, failures):
            file.row(fields)
        for file in plain:
            file.write(f"{heading(language, sealed.seizure, sealed.root.hex())}\n\n".encode())
        for row in listed:
            told = row.told(names=names)
            lines.write(canonical(told) + b"\n")
            for file in (table,) if row.whole else (table, failures):
                file.row([cell(told[name]) for name in fields])
            for file in plain:
                file.write(f"{row.text(language)}\n".encode())
            failed += not row.whole
            states[row.state.value if row.state else "waiting" if row.content else row.kind.value] += 1
            wanted -= {row.item}
    digests: dict[str, JSON] = {file.path.name: file.digest.hexdigest() for file in files}
    counted: dict[str, JSON] = {name: states[name] for name in sorted(states)}
    return {"v": 1, "seizure": sealed.seizure, "root": sealed.root.hex(), "items": states.total(), "failures": failed,
            "names": names, "states": counted, "files": digests}, wanted  # fmt: skip


class _File:
    """A file whose digest is known when it is closed."""

    def __init__(self, path: Path) -> None:
        self.path, self.digest = path, sha256()
        self._file: BinaryIO

    def __enter__(self) -> "_File":
        self._file = self.path.open("xb")
        return self

    def __exit__(self, *_: object) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def write(self, data: bytes) -> None:
        self.digest.update(data)
        self._file.write(data)

    def row(self, cells: Sequence[str]) -> None:
        """A line of a table (RFC 4180)."""
        out = io.StringIO()
        csv.writer(out).writerow(cells)
        self.write(out.getvalue().encode("utf-8", "replace"))


def _dropped(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
