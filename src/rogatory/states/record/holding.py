"""The record of every state, as it stands: what opens which question, and what is to be looked at again."""

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from rogatory.law.questions import Kind as Of
from rogatory.law.sources import Check
from rogatory.law.vocabulary import VOCABULARY
from rogatory.states.record.entries import Entry, Kind, Means, RecordError


@dataclass(frozen=True)
class Record:
    """Entries about states, in the order in which they were made.

    Attributes:
        entries: All of them, those that were replaced or withdrawn too.

    Raises:
        RecordError: A name stands twice, an entry replaces one that is not there or of another state, or a question is
            not one about a state.
    """

    entries: tuple[Entry, ...]

    def __post_init__(self) -> None:
        """Refuse entries that do not fit together."""
        known: dict[str, Entry] = {}
        for entry in self.entries:
            if entry.id in known:
                raise RecordError(f"entry {entry.id} stands twice")
            before = known.get(entry.replaces)
            if entry.replaces and (before is None or before.state != entry.state):
                raise RecordError(f"entry {entry.id}: there is no earlier entry {entry.replaces} of {entry.state}")
            for question in entry.bears:
                if question not in VOCABULARY or VOCABULARY[question].of is not Of.STATE:
                    raise RecordError(f"entry {entry.id}: {question!r} is no question about a state")
            known[entry.id] = entry

    def with_entries(self, more: Iterable[Entry]) -> "Record":
        """The record with further entries.

        Raises:
            RecordError: They do not fit.
        """
        return Record((*self.entries, *more))

    @cached_property
    def _by_name(self) -> Mapping[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def _last(self) -> date:
        return max((entry.known_on for entry in self.entries), default=date.min)

    def known(self, on: date) -> "Record":
        """The record as it was known at the end of the day `on`."""
        if self._last <= on:
            return self
        return Record(tuple(entry for entry in self.entries if entry.known_on <= on))

    def first_read(self, entry: Entry) -> date:
        """Day on which the fact of an entry came on record: of an entry that was looked at again, the first day."""
        before = self._by_name.get(entry.replaces)
        while before is not None and before.says == entry.says:
            entry, before = before, self._by_name.get(before.replaces)
        return entry.known_on

    @cached_property
    def standing(self) -> tuple[Entry, ...]:
        """The entries that stand: neither replaced nor withdrawn."""
        gone = {entry.replaces for entry in self.entries}
        return tuple(entry for entry in self.entries if entry.id not in gone and not entry.withdrawn)

    def of(self, state: str) -> tuple[Entry, ...]:
        """What stands on record about a state, the newest first."""
        return tuple(sorted((e for e in self.standing if e.state == state), key=lambda e: (e.on, e.id), reverse=True))

    def opens(self, state: str) -> Mapping[str, tuple[Entry, ...]]:
        """The questions about a state that its record opens, each with the entries that do, the newest first."""
        found: dict[str, list[Entry]] = {}
        for entry in self.of(state):
            for question in entry.bears:
                found.setdefault(question, []).append(entry)
        return {question: tuple(found[question]) for question in sorted(found)}

    def due(self, on: date) -> tuple[Entry, ...]:
        """What stands and is to be looked at again on the day `on`, the longest overdue first."""
        return tuple(sorted((e for e in self.standing if e.is_due(on)), key=lambda e: (e.renew_on, e.id)))

    def by_means(self, state: str) -> Mapping[Means, tuple[Entry, ...]]:
        """The acts of transnational repression on record of a state, by what they were done by; none left out."""
        mine = self.of(state)
        return {means: tuple(entry for entry in mine if means in entry.means) for means in Means}


NOTHING_ON_RECORD = Record(())
"""The record of an office that keeps none."""


@cache
def packaged_record() -> Record:
    """The entries that come with the program: counts and findings from public texts, and no person.

    Raises:
        RecordError: The file is malformed.
    """
    text = files("rogatory.states").joinpath("data", "record.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    return Record(tuple(_entry(name, entry, told["sources"]) for name, entry in told["entries"].items()))


_FIELDS = frozenset(
    {"state", "kind", "on", "says", "source", "bears", "means", "host", "reply", "replaces", "withdrawn"}
)


def _entry(name: str, told: Mapping[str, Any], sources: Mapping[str, Mapping[str, Any]]) -> Entry:
    if unknown := told.keys() - _FIELDS:
        raise RecordError(f"entry {name}: unknown {', '.join(sorted(unknown))}")
    source = sources.get(told.get("source", ""))
    if source is None:
        raise RecordError(f"entry {name}: source {told.get('source')!r} is not among the sources")
    words = {k: str(told.get(k, "")) for k in ("says", "host", "reply", "replaces", "withdrawn")}
    return Entry(
        id=name,
        state=told["state"],
        kind=Kind(told["kind"]),
        on=told["on"],
        source=source["cite"],
        where=source["where"],
        read_on=source["read_on"],
        check=Check(source["check"]),
        bears=tuple(told["bears"]),
        means=frozenset(map(Means, told.get("means", ()))),
        says=words["says"],
        host=words["host"],
        reply=words["reply"],
        replaces=words["replaces"],
        withdrawn=words["withdrawn"],
    )


def weighed(opened: Mapping[str, Collection[Entry]], on: date) -> Mapping[str, str]:
    """For each question, the words by which a ruling says what on the record opened it."""
    return {
        question: "; ".join(f"{entry.cited}{', to be renewed' if entry.is_due(on) else ''}" for entry in entries)
        for question, entries in opened.items()
    }
