"""What a table of others proposes for a state's record: nothing enters it until a person has read it and enters it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from rogatory.law.sources import Check
from rogatory.states.indices.catalogue import Coding
from rogatory.states.indices.coding import code_of
from rogatory.states.indices.reading import Edition, Refused
from rogatory.states.record.entries import Entry, Kind, Means

TNR, TORTURE, UNFAIR = "state.transnational_repression", "state.torture_reports", "state.unfair_trials_reported"
UNHEARD = "state.courts_do_not_examine_torture_claims"
LONGEST = 300
"""Characters of a text of others that are taken over."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One entry that may be made.

    Attributes:
        place: Where it stands in what was read.
        state: The state it is about, two letters of ISO 3166-1.
        kind: What it would be.
        on: When it happened, or was said: year, month or day.
        says: The fact in a sentence, without the name of a person.
        source: Who says so.
        where: Where that is to be read.
        bears: Questions it would open; empty: whoever enters it says which.
        means: By what it was done, as far as the table tells.
        host: The state in which it happened; empty: not told.
        look: What a person must look at before it is entered.
    """

    place: str
    state: str
    kind: Kind
    on: str
    says: str
    source: str
    where: str
    bears: tuple[str, ...] = ()
    means: frozenset[Means] = frozenset()
    host: str = ""
    look: tuple[str, ...] = ()

    def entered(self, ident: str, read_on: date, bears: Iterable[str] = (), check: Check = Check.PARTLY) -> Entry:
        """The entry a person makes of it.

        Args:
            ident: What it is called.
            read_on: Day on which that person read the source.
            bears: The questions that person says it opens; none: those it proposes.
            check: How far the source itself was read; the table alone is a part of it.

        Raises:
            RecordError: It opens no question, or cannot be cited.
        """
        return Entry(
            ident, self.state, self.kind, self.on, self.says, self.source, self.where, read_on, check,
            tuple(bears) or self.bears, self.means, self.host,
        )  # fmt: skip


@dataclass
class Proposals:
    """What was read of a table.

    Attributes:
        edition: Which release, when it was fetched, and under what licence.
        proposals: The entries that may be made, in the order of the table.
        refused: What could not be read, with its row and why.
        passed_over: What was read and proposes nothing, with its row and why.
    """

    edition: Edition
    proposals: list[Proposal] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    passed_over: list[Refused] = field(default_factory=list)


def state_of(text: str, what: str) -> str:
    """The two letters of the state a cell means.

    Raises:
        ValueError: It names none that is known.
    """
    for coding in (Coding.ALPHA2, Coding.ALPHA3, Coding.NAME):
        if code := code_of(text, coding):
            return code
    raise ValueError(f"{what} {text!r} names no state that is known: write two letters of ISO 3166-1")


def day_of(text: str, what: str) -> str:
    """A day as YYYY-MM-DD.

    Raises:
        ValueError: It is none.
    """
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        raise ValueError(f"{what} {text!r} is no day: write YYYY-MM-DD") from None


def in_short(text: str) -> str:
    """A text of others on one line, not longer than is taken over."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rstrip()}…"
