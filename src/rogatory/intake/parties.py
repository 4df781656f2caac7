"""From the parts of a file to identities, relations and proceedings; what leads nowhere is named."""

from collections.abc import Callable, Sequence

from rogatory.casefile.parties import Identity, Party, Proceeding, Relation, Told
from rogatory.intake.countries import checked_state
from rogatory.intake.format import IdentityPart, PartyPart, ProceedingPart, RelationPart, ToldPart
from rogatory.intake.tally import Tally
from rogatory.intake.words import Path, shown
from rogatory.states.records import INTERPOL

IsPerson = Callable[[str, Path], None]
"""Notes a fault at a place that names a person there is not."""


def read_identity(part: IdentityPart, name: str, path: Path, tally: Tally) -> Identity:
    """What a file says of who somebody is.

    Args:
        part: As it is written.
        name: The name shown, which comes first; empty: none beside those of `part`.
        path: Where it stands.
        tally: Takes the faults.
    """
    for i, form in enumerate(part.names):
        if not tells_something(form):
            tally.say((*path, "names", i), f"{shown(form)} is no name", "Write the name, or leave it out.")
    for i, code in enumerate(part.nationalities):
        place = (*path, "nationalities", i)
        if code == INTERPOL:
            tally.say(place, "INTERPOL is no state", "Write the code of a state.")
        checked_state(code, place, tally)
    for i, number in enumerate(part.numbers):
        checked_state(number[:2], (*path, "numbers", i), tally)
    names = dict.fromkeys((*([name] if name else []), *part.names))
    lists = (part.nationalities, part.places, part.numbers)
    return Identity(tuple(names), tuple(part.born), part.sex or "", *(tuple(told) for told in lists))


def tells_something(text: str) -> bool:
    r"""Whether a text holds a letter or digit of any script.

    >>> tells_something("Жә"), tells_something("\u200b - ")
    (True, False)
    """
    return any(c.isalnum() for c in text)


def read_relations(
    parts: Sequence[RelationPart], path: Path, is_person: IsPerson, tally: Tally
) -> tuple[Relation, ...]:
    """The relations of a file.

    Args:
        parts: As they are written.
        path: Where stands what holds them.
        is_person: Notes whom there is not.
        tally: Takes the faults.
    """
    for i, part in enumerate(parts):
        place = (*path, "relations", i)
        is_person(part.of, (*place, "of"))
        is_person(part.to, (*place, "to"))
        if part.of == part.to:
            tally.say((*place, "to"), f"{part.of!r} stands in a relation to itself", "Name two persons.")
    return tuple(Relation(part.of, part.kind, part.to, part.source) for part in parts)


def read_proceedings(
    parts: Sequence[ProceedingPart], path: Path, is_person: IsPerson, tally: Tally
) -> tuple[Proceeding, ...]:
    """The proceedings of a file; arguments as `read_relations`. That an identifier stands twice is noted elsewhere."""
    return tuple(_proceeding(part, (*path, "proceedings", i), is_person, tally) for i, part in enumerate(parts))


def _proceeding(part: ProceedingPart, path: Path, is_person: IsPerson, tally: Tally) -> Proceeding:
    if part.state:
        checked_state(part.state, (*path, "state"), tally)
    for i, party in enumerate(part.parties):
        _check_party(party, (*path, "parties", i), is_person, tally)
    return Proceeding(
        id=part.id,
        state=part.state or "",
        references=_told(part.references),
        bodies=tuple(part.bodies),
        officials=tuple(part.officials),
        offences=_told(part.offences),
        articles=_told(part.articles),
        period=(part.period.first or "", part.period.last or ""),
        opened=part.opened or "",
        places=tuple(part.places),
        parties=tuple(Party(p.person or "", p.name or "", p.role or "") for p in part.parties),
        victims=tuple(part.victims),
        amounts=_told(part.amounts),
        related=_told(part.related),
        source=part.source,
    )


def _check_party(party: PartyPart, path: Path, is_person: IsPerson, tally: Tally) -> None:
    if party.person:
        is_person(party.person, (*path, "person"))
    if party.person and party.name:
        mend = "Leave `name` out; other forms of the name stand in the identity of the person."
        tally.say((*path, "name"), "a party is a person of the file or a name, and not both", mend)
    elif not (party.person or party.name) and not tally.spoilt(path):
        tally.say(path, "it is not said who the party is", "Add `person:` with a person of the file, or `name:`.")


def _told(parts: Sequence[ToldPart]) -> tuple[Told, ...]:
    return tuple(Told(part.text, part.where or "") for part in parts)
