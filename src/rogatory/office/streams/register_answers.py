"""What a register answers, to whom, and what of its stream somebody sees.

The answer is the leak: that the protection register knows a name tells that somebody is protected. So whoever may not
open the compartment of a register gets one of two words, the same for every register; and entries of invented persons,
which nobody can honestly ask for, tell when somebody is fishing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from rogatory.law.acts import Role
from rogatory.linkage.model import Band, Link
from rogatory.office.folds.dossier import Entry
from rogatory.office.perform import NewEntry
from rogatory.people.compartments import open_to
from rogatory.people.mandates import EVERY_CASE, Mandate
from rogatory.registers.model import COMPARTMENT_OF, RegisterKind

ALARM = "canary-hit"
"""What an entry records when a query met an entry that is there to detect fishing."""


class AnswerForm(Enum):
    """In what form somebody is answered."""

    WORDS = "words"
    """Links with their class and words: to whoever may open the compartment of the register."""
    GRADED = "graded"
    """`Word` and nothing else."""


class Word(Enum):
    """The graded answer of a register."""

    CONSULT = "consult"
    """Consult the custodian before anything is done."""
    NOTHING_TO_ADD = "nothing to add"
    """The register adds nothing to the file. That is never "no protection"."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a register answers to a query.

    Attributes:
        word: The graded answer.
        links: What was found, for whoever may open the compartment; none for anybody else.
        about: For another office that asks from elsewhere: of whom and of which proceedings of its query the custodian
            is to be consulted, each with what tells one state of the evidence from another, and nothing of it.
        entries: How many entries were looked through, for such an office; None: it is not told.
        as_of: Day of the register's last change, for such an office; empty: not told.
    """

    word: Word
    links: tuple[Link, ...] = ()
    about: tuple[tuple[str, str], ...] = ()
    entries: int | None = None
    as_of: str = ""


def answer_form(held: Iterable[Mandate], kind: RegisterKind) -> AnswerForm:
    """In what form somebody with these mandates for the case is answered by a register of this kind."""
    compartment = COMPARTMENT_OF[kind]
    return AnswerForm.WORDS if compartment is None or open_to(held, compartment) else AnswerForm.GRADED


def answer(links: Iterable[Link], form: AnswerForm, held: Iterable[Mandate]) -> Answer:
    """What a register answers.

    An entry that is there to detect fishing is answered like any other, or it would be known for what it is; when a
    case is screened it is left out (`hits` says which links those are).

    Args:
        links: What was found in it.
        form: The form of answer the query was recorded with.
        held: The asker's mandates for the case today: an entry may stand in another compartment than its register.
    """
    found = [link for link in links if link.band is not Band.COUNTED]
    word = Word.CONSULT if found else Word.NOTHING_TO_ADD
    if form is AnswerForm.GRADED:
        return Answer(word)
    held = tuple(held)
    return Answer(word, tuple(k for k in found if k.compartment is None or open_to(held, k.compartment)))


def graded_of(links: Iterable[Link]) -> Mapping[str, tuple[str, ...]]:
    """Of whom and of which proceedings of a query something was found: each with the digests of what was."""
    found: dict[str, set[str]] = {}
    for link in links:
        if link.band is not Band.COUNTED:
            found.setdefault(link.object, set()).add(link.digest)
    return {object_: tuple(sorted(digests)) for object_, digests in sorted(found.items())}


def hits(links: Iterable[Link], canaries: Iterable[str]) -> tuple[str, ...]:
    """The entries there to detect fishing that a query met.

    Args:
        links: What was found in the register.
        canaries: Identifiers of such entries, from the store.
    """
    there = frozenset(canaries)
    return tuple(sorted({k.entry for k in links if k.entry in there and k.band is not Band.COUNTED}))


def alarm(query: NewEntry, name: str, met: Sequence[str]) -> NewEntry:
    """The entry that tells that a query met an entry nobody can honestly have asked for.

    Args:
        query: The entry of the query.
        name: What the query is called (`custody.Query.name`).
        met: What `hits` gave.
    """
    told = {part: query.fields[part] for part in ("role", "case", "purpose")}
    return NewEntry(ALARM, name, query.actor, {**told, "entries": list(met)})


_OF_ENTRIES = frozenset({"entry", "entries", "marks", "names", "reasons", "purpose"})
"""Fields in which words of a register stand, or of who is asked for."""


def log(entries: Iterable[Entry], held: Iterable[Mandate], on: date) -> Iterator[Entry]:
    """What of a register's stream somebody sees.

    Its custodian sees all of it; an auditor of the office that and when something was done, by whom, for which case,
    and every alarm; nobody else anything.

    Args:
        entries: The entries of the stream.
        held: All mandates of the reader.
        on: The day.
    """
    mandates = tuple(held)
    for entry in entries:
        if any(m.role is Role.CUSTODIAN and m.covers(entry.case, on) for m in mandates):
            yield entry
        elif any(m.role is Role.AUDITOR and m.case == EVERY_CASE and m.covers(EVERY_CASE, on) for m in mandates):
            kept = {k: v for k, v in entry.fields.items() if k not in _OF_ENTRIES}
            yield replace(entry, fields=kept)
