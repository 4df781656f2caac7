"""A register as plain values, in the format in which it is read: nothing of an entry is lost on the way."""

from collections.abc import Sequence
from typing import Any

from rogatory.casefile.model import CaseFile
from rogatory.casefile.parties import Identity, Proceeding, Relation, Told
from rogatory.registers.model import Register, RegisterEntry

Values = dict[str, Any]


def register_values(register: Register) -> Values:
    """A register as it would be written by hand; what is not known is not there."""
    head = {
        "id": register.id,
        "kind": register.kind.value,
        "title": register.title,
        "custodian": register.custodian,
        "as_of": register.as_of,
    }
    return _known(head) | {"entries": [entry_values(entry) for entry in register.entries]}


def entry_values(entry: RegisterEntry) -> Values:
    """An entry as it would be written by hand."""
    return _known(
        {
            "id": entry.id,
            "title": entry.title,
            "form": entry.form,
            "status": entry.status,
            "on": entry.on,
            "learned": entry.learned,
            "by": entry.by,
            "state": entry.state,
            "against": list(entry.against),
            "persons": [
                _known({"id": p.id, "role": p.role if p.role != "subject" else "", **_identity(p.identity)})
                for p in entry.persons
            ],
            "proceedings": [_proceeding(p) for p in entry.proceedings],
            "relations": [_relation(r) for r in entry.relations],
            "references": list(entry.references),
            "source": entry.source,
            "note": entry.note,
            "compartment": entry.compartment.value if entry.compartment else "",
        }
    )


def asked_values(case: CaseFile) -> Values:
    """Whom and what of a case a register is asked about, in the format of a case file."""
    return {
        "persons": [
            {"id": p.id, "name": p.name, "identity": _known(_identity(p.known_as))} for p in case.persons
        ],
        "relations": [_relation(r) for r in case.relations],
        "proceedings": [_proceeding(p) for p in case.proceedings],
    }  # fmt: skip


def _relation(relation: Relation) -> Values:
    return _known({"of": relation.of, "kind": relation.kind, "to": relation.to, "source": relation.source})


def _known(values: Values) -> Values:
    return {name: value for name, value in values.items() if value}


def _identity(who: Identity) -> Values:
    return {
        "names": list(who.names),
        "born": list(who.born),
        "sex": who.sex,
        "nationalities": list(who.nationalities),
        "places": list(who.places),
        "numbers": list(who.numbers),
    }


def _proceeding(proceeding: Proceeding) -> Values:
    first, last = proceeding.period
    return _known(
        {
            "id": proceeding.id,
            "state": proceeding.state,
            "references": _told(proceeding.references),
            "bodies": list(proceeding.bodies),
            "officials": list(proceeding.officials),
            "offences": _told(proceeding.offences),
            "articles": _told(proceeding.articles),
            "period": _known({"first": first, "last": last}),
            "opened": proceeding.opened,
            "places": list(proceeding.places),
            "parties": [_known({"person": p.person, "name": p.name, "role": p.role}) for p in proceeding.parties],
            "victims": list(proceeding.victims),
            "amounts": _told(proceeding.amounts),
            "related": _told(proceeding.related),
            "source": proceeding.source,
        }
    )


def _told(parts: Sequence[Told]) -> list[Values]:
    return [_known({"text": told.text, "where": told.where}) for told in parts]
