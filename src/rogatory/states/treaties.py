"""The treaty matrix: which instruments bind which states, on the day of the request and of each act.

Norms of a treaty apply only between its parties, so every examination begins here. The matrix answers in
three values and says how far to rely on an answer: a pair it does not hold is UNCONFIRMED, never "not bound".
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from hashlib import sha256

from rogatory.states.reading import answer
from rogatory.states.records import (
    INTERPOL,
    NOT_NAMED,
    Bond,
    ListedInstrument,
    Precision,
    Reservation,
    Standing,
    Status,
    TreatyDataError,
    TreatyStatus,
    UnknownInstrumentError,
    bilateral_id,
    bilateral_parties,
    both_sides,
    read_status,
)
from rogatory.states.tables import is_listed_state, listed_instruments, packaged_rows, state_name

__all__ = [
    "INTERPOL",
    "MUTUAL_TRUST_FROM",
    "NOT_NAMED",
    "Bond",
    "ListedInstrument",
    "Precision",
    "Reservation",
    "Standing",
    "Status",
    "TreatyDataError",
    "TreatyMatrix",
    "TreatyStatus",
    "UnknownInstrumentError",
    "bilateral_id",
    "bilateral_parties",
    "both_sides",
    "packaged_matrix",
    "read_status",
    "state_name",
]

MUTUAL_TRUST_FROM = date(2004, 1, 1)
"""The day the European arrest warrant replaced extradition between member states (2002/584/JHA Art. 31)."""

CLUBS = {"ECHR": "the Council of Europe", "EU": "the European Union"}
"""Instruments whose rows name every state that could ever be a member (ECHR Art. 59(1); TEU Art. 49)."""
OPEN_TO_MEMBERS = {
    "ECHR": frozenset({"ECHR-P1", "ECHR-P6", "ECHR-P7", "ECHR-P13"}),
    "EU": frozenset({"EIO-DIRECTIVE", "QUALIFICATION"}),
}
"""Instruments only members of the club can be bound by."""
_Key = tuple[str, str]


class TreatyMatrix:
    """Rows of treaty status, asked by state, instrument and day. Immutable: `with_rows` makes a new one."""

    __slots__ = ("_by_key", "_hash", "_listed")

    def __init__(self, listed: Iterable[ListedInstrument], rows: Iterable[TreatyStatus]) -> None:
        """Take the list of instruments and the rows.

        Raises:
            TreatyDataError: A row names an instrument that is not listed, begins before the instrument itself
                was in force, stands for the wrong state of a bilateral treaty, or overlaps another row.
        """
        self._listed = {i.id: i for i in listed}
        self._hash: str | None = None
        by_key: dict[_Key, list[TreatyStatus]] = defaultdict(list)
        for row in rows:
            self._check(row)
            by_key[row.state, row.instrument].append(row)
        for together in by_key.values():
            _no_overlap(together)
        self._by_key = {key: tuple(together) for key, together in by_key.items()}

    @property
    def instruments(self) -> Mapping[str, ListedInstrument]:
        """The listed instruments by id, without bilateral treaties."""
        return dict(self._listed)

    @property
    def rows(self) -> tuple[TreatyStatus, ...]:
        """All rows."""
        return tuple(row for together in self._by_key.values() for row in together)

    @property
    def hash(self) -> str:
        """SHA-256 over instruments and rows in canonical order: names the edition a ruling was made with."""
        if self._hash is None:
            entries = self._listed.values()
            listed = sorted([i.id, i.title, "+".join(sorted(i.kinds)), f"{i.not_before}"] for i in entries)
            rows = sorted([f"{row.attested}", *row.as_fields().values()] for row in self.rows)
            text = json.dumps([listed, rows], ensure_ascii=False, separators=(",", ":"))
            self._hash = sha256(text.encode()).hexdigest()
        return self._hash

    def instrument(self, instrument: str) -> ListedInstrument:
        """The instrument of that id; a bilateral id gives an entry made from it.

        Raises:
            UnknownInstrumentError: Neither listed nor a bilateral id.
        """
        if pair := bilateral_parties(instrument):
            kind = "extradition" if instrument.startswith("BILATERAL-EXTRADITION") else "assistance"
            title = f"Bilateral treaty on {kind} between {state_name(pair[0])} and {state_name(pair[1])}"
            return ListedInstrument(instrument, title, frozenset({kind}), "the ministries of both states")
        if instrument not in self._listed:
            raise UnknownInstrumentError(instrument, tuple(self._listed))
        return self._listed[instrument]

    def bound(self, state: str, instrument: str, on: date) -> Bond:
        """Whether `instrument` binds `state` on the day `on`.

        A state the matrix does not hold, ZZ (not named) and a missing pair give UNCONFIRMED. INTERPOL is an
        organisation: no treaty binds it, only its own rules.

        Raises:
            UnknownInstrumentError: The instrument is not listed.
            TypeError: `on` carries a time of day.
        """
        if isinstance(on, datetime):
            raise TypeError("a treaty binds by days: give a date, not a datetime")
        listed = self.instrument(instrument)
        if barred := _never(state, listed, on):
            return Bond(instrument, (state,), on, Standing.NOT_BOUND, True, "", barred, "")
        if rows := self._by_key.get((state, instrument)):
            return answer(rows, listed, on)
        if closed := self._closed_to(state, instrument):
            return Bond(instrument, (state,), on, Standing.NOT_BOUND, True, "", closed, "")
        why = f"{_nothing_held(state, instrument)} To be confirmed with the depositary ({listed.depositary})."
        return Bond(instrument, (state,), on, Standing.UNCONFIRMED, False, "", why, "")

    def _closed_to(self, state: str, instrument: str) -> str:
        """Why a state without a row can be no party: some instruments are open to members only. Empty when it can."""
        if state == NOT_NAMED:
            return ""
        for club, title in CLUBS.items():
            if (instrument == club or instrument in OPEN_TO_MEMBERS[club]) and (state, club) not in self._by_key:
                return f"{instrument} is open to members of {title} only, and {state_name(state)} is none."
        return ""

    def between(self, a: str, b: str, instrument: str, on: date) -> Bond:
        """Whether `instrument` binds both states on that day; the weaker side decides.

        One state not bound settles it; otherwise one unconfirmed state leaves it unconfirmed. The order of
        the two makes no difference.

        Raises:
            UnknownInstrumentError: The instrument is not listed.
        """
        return _weaker([self.bound(state, instrument, on) for state in sorted({a, b})])

    def assistance_treaties_between(self, a: str, b: str, on: date) -> tuple[Bond, ...]:
        """Every instrument of mutual assistance that binds both states, or may bind them, on that day.

        The answers are BOUND or UNCONFIRMED. A bilateral treaty stands first and is UNCONFIRMED until
        somebody has looked: the data hold almost none. An instrument left out is NOT_BOUND, perhaps on
        general knowledge only: `between` gives the reason.
        """
        return self._between_of_kind("assistance", a, b, on)

    def extradition_treaties_between(self, a: str, b: str, on: date) -> tuple[Bond, ...]:
        """The same for instruments with rules on extradition; inside the Union see `mutual_trust`."""
        return self._between_of_kind("extradition", a, b, on)

    def mutual_trust(self, a: str, b: str, on: date) -> bool:
        """Whether both are members of the European Union on a day when the European arrest warrant applied.

        False also where membership is not known: trust is never presumed. The United Kingdom is outside since
        2020-02-01, though Union law still applied to it until 2020-12-31 (Withdrawal Agreement Arts 62, 127).
        """
        return on >= MUTUAL_TRUST_FROM and self.between(a, b, "EU", on).standing is Standing.BOUND

    def reservation(self, state: str, instrument: str, on: date) -> Reservation | None:
        """What the state reserved or declared; None when nothing is noted, which proves nothing.

        Raises:
            UnknownInstrumentError: The instrument is not listed.
        """
        self.instrument(instrument)
        for row in self._by_key.get((state, instrument), ()):
            if row.reservation and row.covers(on):
                held = not row.reservation.startswith("on file")
                return Reservation(state, instrument, row.reservation, held, row.source, row.as_of)
        return None

    def with_rows(self, rows: Iterable[TreatyStatus]) -> "TreatyMatrix":
        """A matrix in which attested rows stand before the packaged ones.

        An added row replaces every row held for the same state and instrument whose period it overlaps;
        periods that ended before the evidence of an added `none` or `signed` stay. Rows added later win over
        rows added earlier.

        Raises:
            TreatyDataError: An added row has no source or no date of evidence, or the added rows contradict
                each other.
        """
        added = [self._attested(row) for row in rows]
        kept = [row for row in self.rows if not any(row.overlaps(new) for new in added)]
        return TreatyMatrix(self._listed.values(), [*kept, *added])

    def _attested(self, row: TreatyStatus) -> TreatyStatus:
        """The row marked as attested, its open start moved behind the periods that had ended by then."""
        if not row.source or not row.as_of:
            where = f"attested status of {row.state}, {row.instrument}"
            raise TreatyDataError(f"{where}: give 'source' (where it was read) and 'as_of' (when)")
        if row.since is None and row.status in (Status.NONE, Status.SIGNED):
            held = self._by_key.get((row.state, row.instrument), ())
            ends = [old.until for old in held if old.until and old.until <= (row.as_of_day or date.min)]
            if ends:
                return replace(row, since=max(ends), precision=Precision.DAY, attested=True)
        return replace(row, attested=True)

    def _between_of_kind(self, kind: str, a: str, b: str, on: date) -> tuple[Bond, ...]:
        own = bilateral_id(a, b, extradition=kind == "extradition")
        ids = [own] if bilateral_parties(own) else []
        ids += [i.id for i in self._listed.values() if kind in i.kinds]
        bonds = (self.between(a, b, i, on) for i in ids)
        return tuple(bond for bond in bonds if bond.standing is not Standing.NOT_BOUND)

    def _check(self, row: TreatyStatus) -> None:
        where = f"treaty status of {row.state}, {row.instrument}"
        try:
            listed = self.instrument(row.instrument)
        except UnknownInstrumentError as unknown:
            raise TreatyDataError(f"{where}: {unknown}") from None
        pair = bilateral_parties(row.instrument)
        if pair and row.state not in pair:
            raise TreatyDataError(f"{where}: the row must be about one of the two states")
        bound = row.status in (Status.PARTY, Status.DENOUNCED)
        if bound and row.since is not None and row.since < listed.not_before:
            begun = f"the instrument is in force only since {listed.not_before}"
            raise TreatyDataError(f"{where}: 'from' is {row.since}, but {begun}")


@cache
def packaged_matrix() -> TreatyMatrix:
    """The matrix of the packaged data, read once.

    Raises:
        TreatyDataError: The packaged data are malformed.
    """
    return TreatyMatrix(listed_instruments(), packaged_rows())


def _no_overlap(rows: list[TreatyStatus]) -> None:
    for i, row in enumerate(rows):
        for other in rows[i + 1 :]:
            if row.overlaps(other):
                raise TreatyDataError(
                    f"treaty status of {row.state}, {row.instrument}: two rows ({row.status.value}, "
                    f"{other.status.value}) speak of the same days; end one where the other begins"
                )


def _never(state: str, listed: ListedInstrument, on: date) -> str:
    """Why nobody need look: the instrument cannot bind that state on that day. Empty when it can."""
    if state == INTERPOL and listed.id != "INTERPOL-RULES":
        return f"INTERPOL is an organisation and no party to {listed.id}; only its own rules bind it."
    pair = bilateral_parties(listed.id)
    if pair and state != NOT_NAMED and state not in pair:
        return f"{state_name(state)} is not one of the two states of {listed.id}."
    if on < listed.not_before:
        return f"{listed.id} was not in force for anybody on {on}; it is since {listed.not_before}."
    return ""


def _nothing_held(state: str, instrument: str) -> str:
    if state == NOT_NAMED:
        return f"The state is not named, so nothing can be said about {instrument}."
    if not is_listed_state(state):
        return f"The matrix holds no state with the code {state!r} (two capital letters, ISO 3166-1)."
    return f"The matrix holds nothing on {state_name(state)} and {instrument}; that is not a no."


def _weaker(sides: list[Bond]) -> Bond:
    """The sides joined into one answer, which the weakest standing decides."""
    order = (Standing.NOT_BOUND, Standing.UNCONFIRMED, Standing.BOUND)
    standing = min((side.standing for side in sides), key=order.index)
    deciding = [side for side in sides if side.standing is standing]
    if standing is Standing.NOT_BOUND:
        # One state that is surely not bound settles the matter, however doubtful the other is.
        deciding = [side for side in deciding if side.confirmed] or deciding
    evidence = [side.as_of for side in deciding]
    return Bond(
        instrument=sides[0].instrument,
        states=tuple(state for side in sides for state in side.states),
        on=sides[0].on,
        standing=standing,
        confirmed=all(side.confirmed for side in deciding),
        source="; ".join(dict.fromkeys(side.source for side in deciding if side.source)),
        why=" ".join(side.why for side in deciding),
        as_of=min(evidence) if all(evidence) else "",
    )
