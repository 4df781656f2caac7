"""Destroying contents of a seizure: bytes, text, words and findings go; the manifest, the custody and a note stay.

The note says by which certificate which contents went. It is on the disk before anything goes, so that whoever is
killed in the middle can be gone on with, and whoever verifies the seizure later knows what is missing by right.
"""

import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from rogatory.journal.leaf import JSON, canonical, moment
from rogatory.material.items import Digest
from rogatory.sifting.ledger.database import LedgerError
from rogatory.sifting.ledger.placing import is_begun, opened
from rogatory.sifting.sealed.sealing import SealError, Seizure

_NOTE = "destroyed.jsonl"
_STAYS = frozenset({"seizure.json", "manifest.jsonl", "receipt.json", "custody.jsonl", "opened.json", "lock", _NOTE})
"""What stays of a seizure that is destroyed as a whole: that it was there, what it held by digests, and who had it."""


class StaysError(Exception):
    """Something would be left of what is to be destroyed; it says what, and what to do."""


@dataclass(frozen=True, slots=True)
class Gone:
    """What went of a seizure.

    Attributes:
        certificate: Number of the certificate.
        at: When it was carried out.
        contents: The contents that went, those that lay in nothing but them among them.
        whole: Whether all of it went.
    """

    certificate: str
    at: datetime
    contents: frozenset[Digest]
    whole: bool


def gone_from(seizure: Seizure) -> list[Gone]:
    """What went of a seizure, in order.

    Raises:
        SealError: The note cannot be read.
    """
    path = seizure.folder / _NOTE
    if not path.exists():
        return []
    try:
        rows = [json.loads(line) for line in path.read_bytes().splitlines()]
        return [
            Gone(str(row["certificate"]), datetime.fromisoformat(row["at"]), frozenset(map(Digest, row["contents"])),
                 row["whole"] is True)
            for row in rows
        ]  # fmt: skip
    except (ValueError, LookupError, TypeError) as error:
        raise SealError(f"{path}: it does not read as what was destroyed ({error})") from error


def goes(seizure: Seizure, named: Iterable[Digest], address: str = "") -> frozenset[Digest]:
    """The contents that go with these: what lay in nothing but them goes too, for it is a copy of a part.

    Args:
        seizure: The seizure.
        named: Contents, as the certificate names them.
        address: Where PostgreSQL is, if its ledger is there.

    Raises:
        StaysError: One of them is not in the seizure, or lies in a content that stays.
        LedgerError: The ledger cannot be opened.
        SealError: The seal is not complete.
    """
    wanted = frozenset(named)
    sealed = {entry.content.sha256 for entry in seizure.entries() if entry.content}
    if not is_begun(seizure):
        _there(wanted - sealed)
        return wanted
    ledger = opened(seizure, address)
    try:
        _there(one for one in wanted - sealed if ledger.described(one) is None)
        going = ledger.goes_with(wanted)
        for one, holder in ledger.stays_in(going).items():
            raise StaysError(f"content {one} lies in {holder}, which stays and would keep its bytes: name that one too")
        return going
    finally:
        ledger.close()


def destroy(
    seizure: Seizure, certificate: str, named: Iterable[Digest] | None, at: datetime, address: str = ""
) -> Gone:
    """Destroy contents; asked again for the same certificate it goes on where it was.

    Args:
        seizure: The seizure.
        certificate: Number of the certificate.
        named: The contents; None: all of it, read or not.
        at: The moment.
        address: Where PostgreSQL is, if its ledger is there.

    Raises:
        StaysError: Something would be left of it.
        LedgerError: The ledger cannot be opened or written in; or a content is still being read.
        SealError: The seal is not complete.
    """
    told = next((one for one in gone_from(seizure) if one.certificate == certificate), None)
    if told is None:
        contents = frozenset[Digest]() if named is None else goes(seizure, named, address)
        told = Gone(certificate, at, contents, named is None)
        _note(seizure, told)
    if told.whole:
        _all_of(seizure, address)
    else:
        _some_of(seizure, told.contents, address)
    return told


def _there(missing: Iterable[Digest]) -> None:
    for one in sorted(missing):
        raise StaysError(f"content {one} is not in this seizure: name it as the manifest or the review does")


def _some_of(seizure: Seizure, contents: frozenset[Digest], address: str) -> None:
    if is_begun(seizure):
        ledger = opened(seizure, address)
        try:
            if not ledger.finished():
                raise LedgerError(f"{seizure.folder}: it is being read; destroy when that has ended")
            ledger.forget(contents)
        finally:
            ledger.close()
    for content in contents:
        seizure.store.remove(content)


def _all_of(seizure: Seizure, address: str) -> None:
    if is_begun(seizure):
        # Begun again where an earlier attempt took it away and ended there.
        opened(seizure, address, begin=True).drop()
    for path in sorted(seizure.folder.iterdir()):
        if path.name not in _STAYS:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()


def _note(seizure: Seizure, told: Gone) -> None:
    row: dict[str, JSON] = {"at": moment(told.at), "certificate": told.certificate,
                            "contents": [*sorted(told.contents)], "whole": told.whole}  # fmt: skip
    with (seizure.folder / _NOTE).open("ab") as file:
        file.write(canonical(row) + b"\n")
        file.flush()
        os.fsync(file.fileno())
