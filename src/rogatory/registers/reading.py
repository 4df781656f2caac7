"""From the bytes of a register to its entries: every fault named with its line, field and mend; nothing half-read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rogatory.intake.countries import checked_state
from rogatory.intake.days import first_day
from rogatory.intake.errors import Fault
from rogatory.intake.parties import read_identity, read_proceedings, read_relations
from rogatory.intake.shape import made, shape
from rogatory.intake.tally import Tally
from rogatory.intake.words import Path, listed, shown
from rogatory.intake.yaml_source import Source, as_source, read_yaml
from rogatory.people.mandates import Compartment
from rogatory.registers.format import FORMS, REGISTER, EntryPart, RegisterPart
from rogatory.registers.model import Known, Register, RegisterEntry, RegisterKind


def read_register(data: bytes, name: str) -> Register:
    """Read a register in our own format.

    Args:
        data: The bytes of the file.
        name: Its name, for messages.

    Raises:
        CaseFileError: With every fault found.
    """
    return made(read_yaml(data, name, REGISTER), RegisterPart, _register, name)


def read_values(values: Mapping[str, object], name: str) -> Register:
    """Read a register out of plain values that were bounded before.

    Raises:
        CaseFileError: With every fault found.
    """
    return made(as_source(values), RegisterPart, _register, name)


def read_entry(values: Mapping[str, object], register: Register) -> RegisterEntry | tuple[Fault, ...]:
    """Read one entry of `register` out of plain values; what is wrong with it where it cannot be read.

    Nothing is bounded here but what the format bounds: a fault has its field, and no line.

    Args:
        values: Mappings, lists and texts; what is faulty is replaced in them, to find the other faults.
        register: The register it belongs to.
    """
    tally = Tally(Source(values))
    part = shape(tally, EntryPart)
    entry = _Entry(part, (), register, tally).read() if part else None
    faults = tuple(replace(fault, line=0) for fault in tally.faults())
    return faults if faults or entry is None else entry


def _register(part: RegisterPart, tally: Tally) -> Register:
    _check_day(part.as_of, ("as_of",), tally)
    empty = Register(part.id, RegisterKind(part.kind), part.title, part.custodian, part.as_of or "")
    seen: set[str] = set()
    entries = []
    for i, entry in enumerate(part.entries):
        if entry.id in seen:
            tally.say(("entries", i, "id"), f"the identifier {entry.id!r} stands twice", "Give each entry its own.")
        seen.add(entry.id)
        entries.append(_Entry(entry, ("entries", i), empty, tally).read())
    return replace(empty, entries=tuple(entries))


def _check_day(day: str | None, path: Path, tally: Tally) -> None:
    if day:
        try:
            first_day(day)
        except ValueError as error:
            tally.say(path, str(error), "Correct the day.")


@dataclass(slots=True)
class _Entry:
    part: EntryPart
    path: Path
    register: Register
    tally: Tally
    persons: dict[str, Known] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)

    def read(self) -> RegisterEntry:
        part = self.part
        self._check()
        return RegisterEntry(
            id=part.id,
            register=self.register.id,
            kind=self.register.kind,
            title=part.title,
            form=part.form or "",
            status=part.status or "",
            on=part.on or "",
            learned=part.learned or "",
            by=part.by or "",
            state=part.state or "",
            against=tuple(part.against),
            persons=tuple(self.persons.values()),
            proceedings=read_proceedings(part.proceedings, self.path, self._is_person, self.tally),
            relations=read_relations(part.relations, self.path, self._is_person, self.tally),
            references=tuple(part.references),
            source=part.source,
            note=part.note,
            compartment=Compartment(part.compartment) if part.compartment else None,
        )

    def _check(self) -> None:
        part, path, tally = self.part, self.path, self.tally
        forms = FORMS[self.register.kind]
        if part.form and part.form not in forms:
            problem = f"{part.form!r} does not stand in a register of {self.register.kind.value}"
            mend = f"Write one of: {', '.join(forms)}; or leave it out." if forms else "Leave `form` out."
            tally.say((*path, "form"), problem, mend)
        _check_day(part.learned, (*path, "learned"), tally)
        states = [(part.state, (*path, "state"))] if part.state else []
        for code, place in (*states, *((code, (*path, "against", i)) for i, code in enumerate(part.against))):
            checked_state(code, place, tally)
        for i, person in enumerate(part.persons):
            place = (*path, "persons", i)
            who = read_identity(person, "", place, tally)
            if not (who.names or who.numbers) and not tally.spoilt(place):
                tally.say(place, "a person has neither name nor number", "Add `names:` or `numbers:`.")
            self._add(person.id, (*place, "id"))
            self.persons[person.id] = Known(person.id, who, person.role)
        for i, proceeding in enumerate(part.proceedings):
            self._add(proceeding.id, (*path, "proceedings", i, "id"))
        if not (part.persons or part.proceedings) and not tally.spoilt(path):
            tally.say(path, "an entry by which nothing can be met", "Add `persons:`, or `proceedings:`.")

    def _add(self, ident: str, path: Path) -> None:
        if ident in self.ids:
            self.tally.say(path, f"the identifier {ident!r} stands twice", "Give each its own within the entry.")
        self.ids.add(ident)

    def _is_person(self, ident: str, path: Path) -> None:
        if ident in self.persons or self.tally.spoilt((*self.path, "persons")):
            return
        mend = self.tally.near(ident, self.persons) or f"This entry has: {listed(self.persons)}."
        self.tally.say(path, f"no person is called {shown(ident)}", mend)
