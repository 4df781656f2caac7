"""The chain of custody of a seizure, as a file: each event a line that holds the digest of the line before it.

An office keeps its journal in the registry, and hands in what writes there. This file is for whoever works without one:
a change or a gap shows, as long as somebody keeps the last digest.
"""

import fcntl
import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from rogatory.journal.leaf import JSON, canonical, moment
from rogatory.material.sealed import OWN_JOURNAL, Custody, Receipt, Sealed, Step

_NOTHING_BEFORE = "0" * 64


class BrokenChainError(Exception):
    """A line of the chain was changed, removed, or put in."""


class Chain:
    """The chain of custody in a file.

    Attributes:
        path: Where it is.
    """

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        """Open it.

        Args:
            path: Where it is, or will be with the first event.
            now: Tells the moment, with its time zone.
        """
        self.path, self._now = path, now

    def events(self) -> list[Custody]:
        """What happened, the first event first.

        Raises:
            BrokenChainError: A line does not follow from the one before it.
        """
        return [event for event, _ in self._read()]

    def record(self, seizure: str, step: Step, *, by: str = "", root: bytes = b"", says: str = "") -> int:
        """Write an event; the number of its line, from 0.

        Raises:
            BrokenChainError: What stands there already is no chain.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            before = self._read()
            told: dict[str, JSON] = {
                "at": moment(self._now()), "before": before[-1][1] if before else _NOTHING_BEFORE, "by": by,
                "root": root.hex(), "says": says, "seizure": seizure, "seq": len(before), "step": step.value,
            }  # fmt: skip
            file.write(canonical(told) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        return len(before)

    def acknowledge(self, sealed: Sealed) -> Receipt:
        """Write a seal and its root into the chain; asked again for the same seal, the first receipt."""
        for place, (event, _) in enumerate(self._read()):
            if (event.step, event.seizure, event.root) == (Step.ACKNOWLEDGED, sealed.seizure, sealed.root):
                return Receipt(sealed.seizure, sealed.root, sealed.size, OWN_JOURNAL, place, event.at)
        self.record(sealed.seizure, Step.SEALED, root=sealed.root, says=f"{sealed.unreadable:,} unreadable")
        self.record(sealed.seizure, Step.ACKNOWLEDGED, root=sealed.root, says=f"{sealed.size:,} entries")
        return self.acknowledge(sealed)

    def _read(self) -> list[tuple[Custody, str]]:
        if not self.path.exists():
            return []
        found, before = [], _NOTHING_BEFORE
        for number, line in enumerate(self.path.read_bytes().splitlines()):
            try:
                told = json.loads(line)
                event = Custody(
                    told["seizure"], Step(told["step"]), datetime.strptime(told["at"], "%Y-%m-%dT%H:%M:%S.%fZ").replace(
                        tzinfo=UTC), told["by"], bytes.fromhex(told["root"]), told["says"])  # fmt: skip
                fits = (told["seq"], told["before"]) == (number, before)
            except (ValueError, KeyError, TypeError) as error:
                raise BrokenChainError(f"{self.path}, line {number + 1}: no event of a chain of custody") from error
            if not fits:
                raise BrokenChainError(f"{self.path}, line {number + 1}: it does not follow from the line before it")
            before = sha256(line).hexdigest()
            found.append((event, before))
        return found
