"""The entries of a register as FollowTheMoney, one entity a line.

What FollowTheMoney has a place for is written as its own entities, for whoever reads them. It has none for protection,
relations with a source or days as written, so every entry also travels whole, in a note that `read_ftm` reads again.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from rogatory.casefile.parties import Identity, Party, Proceeding, Relation
from rogatory.registers.ftm_words import NOTE_KEYWORD, SEXES
from rogatory.registers.model import RegisterEntry
from rogatory.registers.roles import FAMILY
from rogatory.registers.writing import entry_values
from rogatory.states.records import INTERPOL

Values = dict[str, Any]

_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_GENDERS = {sex: gender for gender, sex in SEXES.items()}


def write_ftm(entries: Iterable[RegisterEntry]) -> Iterator[str]:
    """The entries as lines of JSON, without line ends."""
    for entry in entries:
        for entity in _entities(entry):
            yield json.dumps(entity, ensure_ascii=False)


def _entities(entry: RegisterEntry) -> Iterator[Values]:
    # FollowTheMoney allows letters, digits, dots and dashes in an identifier; several registers may stand in one file.
    base = sha256(f"{entry.register}/{entry.id}".encode()).hexdigest()[:40]
    persons = {person.id: f"{base}.person-{i}" for i, person in enumerate(entry.persons, 1)}
    cases = [f"{base}.case-{i}" for i in range(1, len(entry.proceedings) + 1)]
    for person in entry.persons:
        yield from _person(persons[person.id], person.identity, entry.source)
    for case, proceeding in zip(cases, entry.proceedings, strict=True):
        yield _case(case, proceeding)
        for i, party in enumerate(proceeding.parties, 1):
            yield from _party(f"{case}.party-{i}", case, party, persons)
    for i, relation in enumerate(entry.relations, 1):
        yield _relation(f"{base}.relation-{i}", relation, persons)
    whole = json.dumps(entry_values(entry), ensure_ascii=False)
    note = {"name": [entry.title], "keywords": [NOTE_KEYWORD], "entity": [*persons.values(), *cases]}
    yield _entity(base, "Note", {**note, "description": [whole]})


def _entity(ident: str, schema: str, properties: Mapping[str, Sequence[str]]) -> Values:
    held = {name: list(dict.fromkeys(v for v in values if v)) for name, values in properties.items()}
    return {"id": ident, "schema": schema, "properties": {name: values for name, values in held.items() if values}}


def _person(ident: str, who: Identity, source: str) -> Iterator[Values]:
    yield _entity(
        ident,
        "Person",
        {
            "name": who.names[:1],
            "alias": who.names[1:],
            "birthDate": _days(who.born),
            "gender": [_GENDERS.get(who.sex, "")],
            "nationality": _codes(who.nationalities),
            "address": who.places,
            "publisher": [source],
        },
    )
    for i, number in enumerate(who.numbers, 1):
        state, _, rest = number.partition(":")
        kind, _, digits = rest.rpartition(":")
        held = {"holder": [ident], "country": _codes([state]), "type": [kind], "number": [digits]}
        yield _entity(f"{ident}.number-{i}", "Identification", held)


def _case(ident: str, proceeding: Proceeding) -> Values:
    numbers = [told.text for told in proceeding.references]
    return _entity(
        ident,
        "CourtCase",
        {
            "name": [" ".join((*proceeding.bodies[:1], *numbers[:1]))],
            "caseNumber": numbers,
            "court": proceeding.bodies,
            "country": _codes([proceeding.state]),
            "category": [told.text for told in proceeding.articles],
            "summary": [told.text for told in proceeding.offences],
            "fileDate": _days([proceeding.opened]),
            "publisher": [proceeding.source],
        },
    )


def _party(ident: str, case: str, party: Party, persons: Mapping[str, str]) -> Iterator[Values]:
    who = persons[party.person] if party.person else f"{ident}-name"
    if not party.person:
        yield _entity(who, "LegalEntity", {"name": [party.name]})
    yield _entity(ident, "CourtCaseParty", {"party": [who], "case": [case], "role": [party.role]})


def _relation(ident: str, relation: Relation, persons: Mapping[str, str]) -> Values:
    family = relation.kind in FAMILY
    ends = {"relative" if family else "associate": [persons[relation.of]], "person": [persons[relation.to]]}
    told = {"relationship": [relation.kind], "publisher": [relation.source]}
    return _entity(ident, "Family" if family else "Associate", {**ends, **told})


def _days(written: Iterable[str]) -> list[str]:
    return [day for day in written if _DAY.fullmatch(day)]


def _codes(states: Iterable[str]) -> list[str]:
    return [state.lower() for state in states if state != INTERPOL]
