"""What the treaty matrix is made of: one row of status, one listed instrument, and the answer to a question.

A row says how one state stood towards one instrument during one period, where that was read and how old the
reading is. Everything here is a value: nothing reads a file, a clock or the network.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from difflib import get_close_matches
from enum import Enum
from typing import TypeVar

from rogatory.law.sources import Check

NOT_NAMED = "ZZ"
"""The code of a state the file does not name."""
INTERPOL = "INTERPOL"
"""The organisation, where a notice or diffusion stands in the place of a state's request."""

_E = TypeVar("_E", bound=Enum)
_STATE = re.compile(r"[A-Z]{2}|INTERPOL")
_PARTIAL_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_BILATERAL = re.compile(r"BILATERAL(-EXTRADITION)?:([A-Z]{2})-([A-Z]{2})")


class Standing(Enum):
    """Whether a state is bound on a day. UNCONFIRMED is an answer of its own and never counts as no."""

    BOUND = "bound"
    """The instrument binds the state on that day."""
    NOT_BOUND = "not bound"
    """The state is no party on that day: never joined, not yet in force for it, signed only, or left."""
    UNCONFIRMED = "unconfirmed"
    """The matrix cannot say: the pair is missing, the first day is unknown, or a `none` has grown too old."""


class Status(Enum):
    """How a state stands towards an instrument, in the words of the data file."""

    PARTY = "party"
    """Consent to be bound is deposited, or membership has begun."""
    SIGNED = "signed"
    """Signed and not ratified: not bound (Vienna Convention on the Law of Treaties Art. 18 aside)."""
    NONE = "none"
    """Looked for among the parties and not found. A pair that was not looked for has no row at all."""
    DENOUNCED = "denounced"
    """Was a party, and the end day is known."""


class Precision(Enum):
    """How exactly the first day of a period is known."""

    DAY = "day"
    """The day itself."""
    YEAR = "year"
    """Some day in that year: within the year the answer is unconfirmed."""
    LATEST = "latest"
    """In force by that day at the latest: the answer for earlier days is unconfirmed."""


class TreatyDataError(ValueError):
    """A row of treaty status is malformed; the message names the row and how to mend it."""


class UnknownInstrumentError(KeyError):
    """An instrument was asked for that is not in the list; the message names near ones."""

    def __init__(self, asked: str, known: tuple[str, ...]) -> None:
        self.asked = asked
        self.near = tuple(get_close_matches(asked.upper(), known, n=4, cutoff=0.4))
        super().__init__(asked)

    def __str__(self) -> str:
        hint = f"near: {', '.join(self.near)}" if self.near else "see instruments.csv for the list"
        return (
            f"no instrument has the id {self.asked!r} ({hint}; "
            "a bilateral treaty is written BILATERAL:BE-KZ, the two codes in alphabetical order)"
        )


@dataclass(frozen=True, slots=True)
class ListedInstrument:
    """One instrument a state can be bound by.

    Attributes:
        id: Stable key, `ETS-024`.
        title: Full title.
        kinds: What it is for: rights, extradition, assistance, data, other. UNTOC is for two.
        depositary: Who keeps the list of parties and can confirm a status.
        opened: Day it was opened for signature or adopted; None when not known.
        in_force: Day it came into force (for an act of the Union: the day it applies); None when it has not,
            or when that is not known.
    """

    id: str
    title: str
    kinds: frozenset[str]
    depositary: str
    opened: date | None = None
    in_force: date | None = None

    @property
    def not_before(self) -> date:
        """The first day on which anybody can be bound, as far as known."""
        return self.in_force or self.opened or date.min


@dataclass(frozen=True, slots=True)
class TreatyStatus:
    """One row: how one state stood towards one instrument during one period.

    Attributes:
        state: ISO 3166-1 alpha-2 code, or INTERPOL.
        instrument: Id in the list of instruments, or a bilateral id.
        status: Party, signed, none or denounced.
        since: First day in force for the state. None for a party: the first day is unknown. None for `none`
            and `signed`: the row speaks of all days.
        until: First day on which it no longer holds (exclusive); None while it lasts.
        precision: How exactly `since` is known; None when `since` is None.
        status_check: Whether the status was read in the source or is general knowledge.
        date_check: The same for the day that closes the period or, while it lasts, opens it.
        as_of: How old the evidence is: year, month or day; empty when the evidence has no date.
        reservation: Reservations and declarations; `on file` when they exist and their text is not held here;
            empty when none is noted, which does not prove that there is none.
        source: Where it was read.
        note: Whatever a reader should know before relying on the row.
        attested: Added by a case file or a clerk with evidence, not packaged.

    Raises:
        TreatyDataError: The parts do not fit together.
    """

    state: str
    instrument: str
    status: Status
    since: date | None = None
    until: date | None = None
    precision: Precision | None = None
    status_check: Check = Check.GENERAL
    date_check: Check = Check.GENERAL
    as_of: str = ""
    reservation: str = ""
    source: str = ""
    note: str = ""
    attested: bool = False

    def __post_init__(self) -> None:
        """Refuse a row that contradicts itself."""
        for wrong, mend in _contradictions(self):
            if wrong:
                raise TreatyDataError(f"treaty status of {self.state}, {self.instrument}: {mend}")

    @property
    def earliest(self) -> date:
        """The first day the row may speak of; the beginning of time when its start is open."""
        if self.since is None or self.precision is Precision.LATEST:
            return date.min
        return self.since

    @property
    def as_of_day(self) -> date | None:
        """The earliest day the evidence can be from; None when it has no date."""
        return _first_day(self.as_of) if self.as_of else None

    def covers(self, on: date) -> bool:
        """Whether the row speaks of that day."""
        return self.earliest <= on and (self.until is None or on < self.until)

    def overlaps(self, other: "TreatyStatus") -> bool:
        """Whether both rows speak of the same state, instrument and some same day."""
        same = (self.state, self.instrument) == (other.state, other.instrument)
        ends, other_ends = self.until or date.max, other.until or date.max
        return same and self.earliest < other_ends and other.earliest < ends

    def as_fields(self) -> dict[str, str]:
        """The row as the data file writes it, for export and for the hash."""
        start = "" if self.since is None else self.since.isoformat()
        if self.precision is Precision.YEAR:
            start = start[:4]
        return {
            "state": self.state,
            "instrument": self.instrument,
            "status": self.status.value,
            "from": start,
            "to": "" if self.until is None else self.until.isoformat(),
            "precision": "" if self.precision is None else self.precision.value,
            "status_check": self.status_check.value,
            "date_check": self.date_check.value,
            "as_of": self.as_of,
            "reservation": self.reservation,
            "source": self.source,
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class Reservation:
    """A reservation or declaration noted for a state and an instrument.

    Attributes:
        state: Who made it.
        instrument: To what.
        text: What it says, in short; or which kinds are on file.
        text_held: False when only its existence is known: the text has to be read at the depositary.
        source: Where the row was read.
        as_of: How old the evidence is; empty when it has no date.
    """

    state: str
    instrument: str
    text: str
    text_held: bool
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Bond:
    """The answer to: is this state bound, or are these two bound towards each other, on this day?

    Attributes:
        instrument: What was asked about.
        states: The state asked about, or both in alphabetical order.
        on: The day asked about.
        standing: The answer.
        confirmed: True when the answer rests on a status and a day read in a source that was recent on the
            day asked about. A decision that rests on an answer not confirmed says so on its face.
        source: Where it was read; empty when there is nothing.
        why: The reason in one or two sentences, with what is to be confirmed and where.
        as_of: How old the evidence is; the oldest piece where there are two; empty when one has no date.
    """

    instrument: str
    states: tuple[str, ...]
    on: date
    standing: Standing
    confirmed: bool
    source: str
    why: str
    as_of: str


def bilateral_id(a: str, b: str, *, extradition: bool = False) -> str:
    """The id of a bilateral treaty of `a` and `b` on assistance, or on extradition.

    >>> bilateral_id("KZ", "BE")
    'BILATERAL:BE-KZ'
    """
    first, second = sorted((a, b))
    return f"BILATERAL{'-EXTRADITION' if extradition else ''}:{first}-{second}"


def bilateral_parties(instrument: str) -> tuple[str, str] | None:
    """The two states of a bilateral id; None when the id is not one (or not in alphabetical order)."""
    found = _BILATERAL.fullmatch(instrument)
    if found is None or found[2] >= found[3]:
        return None
    return found[2], found[3]


def both_sides(row: TreatyStatus) -> tuple[TreatyStatus, TreatyStatus]:
    """The row of a bilateral treaty for each of its two states: such a treaty binds both or neither.

    Raises:
        TreatyDataError: The row is not about a bilateral treaty.
    """
    pair = bilateral_parties(row.instrument)
    if pair is None:
        raise TreatyDataError(f"{row.instrument} is not a bilateral treaty; write BILATERAL:BE-KZ")
    return replace(row, state=pair[0]), replace(row, state=pair[1])


def read_status(row: Mapping[str, str], *, where: str) -> TreatyStatus:
    """One row from its written fields, named as in the data file; `where` names the row in an error.

    `precision` may be left out: a full day means `day`, a year alone means `year`.

    Raises:
        TreatyDataError: A field is unknown, missing or cannot be read, or the fields contradict each other.
    """
    known = {*(f.name for f in fields(TreatyStatus)), "from", "to"} - {"since", "until", "attested"}
    if extra := sorted(set(row) - known):
        raise TreatyDataError(f"{where}: unknown fields {extra}; known are {sorted(known)}")
    try:
        return _read(row)
    except KeyError as missing:
        raise TreatyDataError(f"{where}: the field {missing} is missing") from None
    except ValueError as wrong:
        raise TreatyDataError(f"{where}: {wrong}") from None


def _read(row: Mapping[str, str]) -> TreatyStatus:
    start, written = row.get("from", ""), row.get("precision", "")
    guess = "" if not start else "year" if re.fullmatch(r"\d{4}", start) else "day"
    since = f"{start}-01-01" if guess == "year" else start
    return TreatyStatus(
        state=row["state"],
        instrument=row["instrument"],
        status=_one_of(Status, row["status"], "status"),
        since=_day(since, "from"),
        until=_day(row.get("to", ""), "to"),
        precision=_one_of(Precision, written or guess, "precision") if start or written else None,
        status_check=_one_of(Check, row["status_check"], "status_check"),
        date_check=_one_of(Check, row["date_check"], "date_check"),
        as_of=row.get("as_of", ""),
        reservation=row.get("reservation", ""),
        source=row.get("source", ""),
        note=row.get("note", ""),
    )


def _one_of(kind: type[_E], word: str, field: str) -> _E:
    try:
        return kind(word)
    except ValueError:
        raise ValueError(f"{field!r} is {word!r}; write one of {[m.value for m in kind]}") from None


def _day(text: str, field: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        mend = "write YYYY-MM-DD (or, for 'from', YYYY)"
        raise ValueError(f"{field!r} is {text!r}, which is no day; {mend}") from None


def _first_day(text: str) -> date | None:
    found = _PARTIAL_DAY.fullmatch(text)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None


def _contradictions(row: TreatyStatus) -> tuple[tuple[bool, str], ...]:
    """Each test that a row must not meet, with the way to mend it."""
    party, denounced = row.status is Status.PARTY, row.status is Status.DENOUNCED
    backwards = row.since is not None and row.until is not None and row.until <= row.since
    year = row.precision is Precision.YEAR and row.since is not None and row.since.timetuple().tm_yday != 1
    half = (row.since is None) != (row.precision is None)
    return (
        (_STATE.fullmatch(row.state) is None, "'state' must be two capital letters (ISO 3166-1) or INTERPOL"),
        (row.state == NOT_NAMED, "ZZ is a state that is not named and has no status; name the state"),
        (not row.instrument, "'instrument' is empty; name one of instruments.csv"),
        (denounced and row.until is None, "a denounced treaty needs 'to', the first day it no longer binds"),
        (party and row.until is not None, "'to' is set: write status denounced, or drop 'to'"),
        (backwards, "'to' must lie after 'from'"),
        (year, "with precision year, 'from' is a year alone"),
        (half, "'from' and 'precision' go together: give both or neither"),
        (Check.PARTLY in (row.status_check, row.date_check), "a check level is either verified or general"),
        (row.status_check is Check.VERIFIED and not row.source, "a verified status needs its 'source'"),
        (bool(row.as_of) and row.as_of_day is None, "'as_of' must be YYYY, YYYY-MM or YYYY-MM-DD, or empty"),
    )
