"""What an importer gives: the entries it took, and a report of everything it did not take.

Every importer turns records into plain values in the format of a register, and every record is read by its one reader.
A record with a fault is left out whole, with its place and the reason; what the format has no place for is counted.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from rogatory.intake.words import field_name
from rogatory.registers.model import Register, RegisterEntry
from rogatory.registers.reading import read_entry

LARGEST_BYTES = 100_000_000
"""Largest file an importer reads, in bytes."""
MOST_TOLD = 1_000
"""Records left out, and things not carried over, that are told one by one; the others are counted."""
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_REST = "(others)"

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A record, or a part of one, that was not taken.

    Attributes:
        place: Where it stands: `line 12`, `notice 3`.
        what: Record or field.
        why: What is wrong, and the mend.
    """

    place: str
    what: str
    why: str

    def __str__(self) -> str:
        """One line for a person."""
        return f"{self.place}: {self.what}: {self.why}" if self.what else f"{self.place}: {self.why}"


@dataclass(frozen=True, slots=True)
class Unused:
    """Something read that a register has no place for.

    Attributes:
        what: Schema, property, column or value.
        times: How often it stood there.
        place: Where it stood first.
    """

    what: str
    times: int
    place: str


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a file.

    Attributes:
        read: Records read.
        taken: Entries made of them.
        left_out: What was not taken, in the order of the file; of very many the first.
        more_left_out: How many more were not taken.
        unused: What a register has no place for, by name.
    """

    read: int
    taken: int
    left_out: tuple[LeftOut, ...] = ()
    more_left_out: int = 0
    unused: tuple[Unused, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """The register with what was taken, and the report."""

    register: Register
    report: Report


@dataclass(slots=True)
class Gatherer:
    """Takes records one by one.

    Attributes:
        register: The register they come into: its head; entries it has already are not looked at.
        entries: Those taken, by identifier.
    """

    register: Register
    entries: dict[str, RegisterEntry] = field(default_factory=dict)
    read: int = 0
    _left_out: list[LeftOut] = field(default_factory=list)
    _more: int = 0
    _unused: dict[str, tuple[int, str]] = field(default_factory=dict)

    def take(self, values: Values, place: str) -> None:
        """Read a record, and keep it if nothing is wrong with it."""
        entry = read_entry(values, self.register)
        if not isinstance(entry, RegisterEntry):
            for fault in entry:
                self.leave_out(place, fault.field, f"{fault.problem}. {fault.mend}")
        elif entry.id in self.entries:
            self.leave_out(place, entry.id, "the identifier stands twice. Give each record its own.")
        else:
            self.entries[entry.id] = entry

    def leave_out(self, place: str, what: str, why: str) -> None:
        """Note what was not taken."""
        if len(self._left_out) < MOST_TOLD:
            self._left_out.append(LeftOut(place, what, why))
        else:
            self._more += 1

    def not_used(self, what: str, place: str) -> None:
        """Count what a register has no place for."""
        name = what if what in self._unused or len(self._unused) < MOST_TOLD else _REST
        times, first = self._unused.get(name, (0, place))
        self._unused[name] = (times + 1, first)

    def made(self) -> Imported:
        """What came of it."""
        unused = tuple(Unused(what, *told) for what, told in sorted(self._unused.items()))
        report = Report(self.read, len(self.entries), tuple(self._left_out), self._more, unused)
        return Imported(replace(self.register, entries=tuple(self.entries.values())), report)


def identifier(written: str) -> str:
    """The identifier of a record in a register: what is written, or, where that cannot be one, a name that stays.

    >>> identifier("Q-12"), identifier("2013/12345")
    ('Q-12', '2013-12345-11d16898')
    """
    if _PLAIN.fullmatch(written):
        return written
    plain = re.sub(r"[^A-Za-z0-9]+", "-", written).strip("-")[:60] or "record"
    return f"{plain}-{sha256(written.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def unknown(names: Iterable[str], known: Iterable[str]) -> list[str]:
    """Names that are not known, as they can be printed.

    >>> unknown(["weight", "name"], ["name"])
    ['weight']
    """
    have = set(known)
    return [field_name(name) for name in names if name not in have]
