"""The compartment of protection as somebody sees it: for the pages of the office, of the defence, and for programs."""

from collections.abc import Iterable
from dataclasses import dataclass

from rogatory.aftermath.pressure import Incident, Together, pattern
from rogatory.aftermath.protection import Protection
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.protected import incidents_of, opens, protections_of
from rogatory.office.seen.portion import Portion
from rogatory.people.mandates import Mandate
from rogatory.people.sight import Sight


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person whose protection is open to the reader.

    Attributes:
        person: Identifier.
        name: Name, or the identifier where that is not seen.
        protection: What protects the person.
        incidents: What was reported, what waits first, then the last day first.
    """

    person: str
    name: str
    protection: Protection
    incidents: tuple[Incident, ...]


@dataclass(frozen=True, slots=True)
class Compartment:
    """What somebody sees of the compartment.

    Attributes:
        persons: The persons whose protection is open; empty: of nobody.
        pattern: Their incidents side by side, by month and kind, with what links them.
        closed: Whether something stands in it that is not open. What, how much and of whom is not told.
    """

    persons: tuple[PersonRow, ...]
    pattern: tuple[Together, ...]
    closed: bool


def compartment(dossier: Dossier, seen: Portion, held: Iterable[Mandate]) -> Compartment:
    """What of a case somebody sees of the compartment of protection.

    Args:
        dossier: The case.
        seen: What of it is seen.
        held: The mandates of the reader that hold for the case today.
    """
    if seen.sight not in (Sight.FILE, Sight.OWN):
        return Compartment((), (), closed=False)
    held, incidents, protections = tuple(held), incidents_of(dossier), protections_of(dossier)
    rows = []
    for person in seen.case.persons:
        if opens(held, person.id):
            own = [i for i in incidents.values() if i.person == person.id]
            own.sort(key=lambda i: (not i.waits, -i.since.toordinal(), i.entry))
            rows.append(
                PersonRow(person.id, person.name, protections.get(person.id, Protection(person.id)), tuple(own))
            )
    shown = {row.person for row in rows}
    closed = {*protections, *(i.person for i in incidents.values())} - shown
    together = pattern(i for row in rows for i in row.incidents)
    return Compartment(tuple(rows), together, closed=bool(closed) and seen.sight is Sight.FILE)
