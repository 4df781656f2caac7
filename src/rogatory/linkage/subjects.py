"""Whom and what a case asks the registers about: its persons, whom its proceedings name, and its proceedings."""

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import name as name_of_character

from rogatory.casefile.model import CaseFile
from rogatory.casefile.parties import Identity
from rogatory.linkage.paths import Node, person
from rogatory.people.mandates import Compartment


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody the case is about, or names.

    Attributes:
        node: The person as a node.
        object: What a reader finds the person by: `P1`, or `X.2` for the second party of proceedings X.
        key: What does not change while the file grows: the identifier, or proceedings and name.
        identity: What the case says of who it is.
        concerned: Whether it is a person of the case, and not only named in its proceedings.
        compartment: Where stands who it is; None: in the file.
    """

    node: Node
    object: str
    key: str
    identity: Identity
    concerned: bool
    compartment: Compartment | None = None


def subjects(case: CaseFile) -> Iterator[Subject]:
    """The persons of a case, then whoever is only named in its proceedings, each once in the same proceedings."""
    for one in case.persons:
        yield Subject(person(one.id), one.id, one.id, one.known_as, concerned=True, compartment=one.compartment)
    for told in case.proceedings:
        seen = set()
        for i, party in enumerate(told.parties, 1):
            if party.name and not party.person and party.name not in seen:
                seen.add(party.name)
                ident = f"{told.id}.{i}"
                key = f"{told.id}:{party.name}"
                yield Subject(person(ident), ident, key, Identity((party.name,)), concerned=False)


def asked(subject: Subject) -> Iterator[str]:
    """Each form of a name with its scripts; of who stands apart the identifier stands for the name."""
    for form in subject.identity.names:
        shown = subject.object if subject.compartment else form
        yield f"{shown} ({', '.join(scripts(form)) or 'no letters'})"


def scripts(text: str) -> tuple[str, ...]:
    """The scripts of a text, in the order of their names.

    >>> scripts("Дана Ospanova")
    ('Cyrillic', 'Latin')
    """
    found = {name_of_character(c, "").partition(" ")[0].capitalize() for c in text if c.isalpha()}
    return tuple(sorted("Han" if script == "Cjk" else script for script in found if script))
