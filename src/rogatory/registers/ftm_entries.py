"""From persons and court cases of FollowTheMoney to the entries of a register, as plain values."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rogatory.intake.countries import is_country
from rogatory.intake.words import shown
from rogatory.registers import ftm_words as words
from rogatory.registers.ftm_graph import Entity, Graph
from rogatory.registers.imported import Gatherer, identifier
from rogatory.registers.model import Register, RegisterKind
from rogatory.registers.roles import main_role, role_beside
from rogatory.states.tables import state_name

Values = dict[str, Any]

_NUMBER = re.compile(r"[A-Z]{2}:(\w[\w-]{0,40}:)?[^:]{1,80}")
_SHORT, _LONG = 400, 4_000
"""Characters of a word and of a text in the format of a register."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Makes the entries of a graph.

    Attributes:
        graph: The entities.
        into: The register they come into.
        file: Name of the file: the source of what names none.
        gatherer: Takes note of what is not used.
    """

    graph: Graph
    into: Register
    file: str
    gatherer: Gatherer
    _known: dict[str, Values] = field(default_factory=dict)

    def all(self) -> Iterator[tuple[str, Values]]:
        """Every entry with the place of what it is made of."""
        in_cases: set[str] = set()
        for case in self.graph.of(words.CASE):
            parties = [(edge, self.graph.entities[edge.first("party")]) for edge in self._parties(case)]
            in_cases.update(party.id for _, party in parties)
            yield case.place, self._of_case(case, parties)
        for person in self.graph.of(words.PERSON):
            if person.id not in in_cases and not self._comes_with_another(person):
                yield person.place, self._of_person(person)
        for body in self.graph.of(*words.BODIES):
            if body.id not in in_cases:
                self.gatherer.not_used(f"{body.schema} that is party to no case", body.place)

    def _parties(self, case: Entity) -> Iterator[Entity]:
        return (edge for edge in self.graph.tied(case.id, words.CASE_PARTY) if edge.first("case") == case.id)

    def _comes_with_another(self, person: Entity) -> bool:
        """Whether somebody is named only as the relative or associate of others, and stands in their entries."""
        others = [e for e in self.graph.tied(person.id, *words.ENDS) if self._tells_of_persons(e)]
        told_of = any(e.first(words.ENDS[e.schema][1]) == person.id for e in others)
        return bool(others) and not told_of and not any(self.graph.tied(person.id, "Sanction"))

    def _tells_of_persons(self, edge: Entity) -> bool:
        return all(self.graph.entities[edge.first(end)].schema == words.PERSON for end in words.ENDS[edge.schema][:2])

    def _of_case(self, case: Entity, parties: list[tuple[Entity, Entity]]) -> Values:
        persons = {party.id: party for _, party in parties if party.schema == words.PERSON}
        proceeding = self._with_state(case) | {
            "id": identifier(case.id),
            "references": [{"text": number} for number in case.all("caseNumber")],
            "bodies": list(case.all("court")),
            "articles": [{"text": word} for word in case.all("category")],
            "offences": [{"text": word} for word in case.all("summary")],
            "parties": [self._party(edge, party) for edge, party in parties],
            "source": self._source(case),
        }
        if opened := case.first("fileDate"):
            proceeding["opened"] = opened
        title = case.first("name") or " ".join((*case.all("court")[:1], *case.all("caseNumber")[:1]))
        values = self._entry(case, title or case.id, persons.values())
        return values | {"proceedings": [proceeding, *values["proceedings"]]}

    def _of_person(self, person: Entity) -> Values:
        return self._entry(person, person.first(*words.NAMES) or person.id, [person])

    def _entry(self, root: Entity, title: str, main: Iterable[Entity]) -> Values:
        role = main_role(self.into.kind)
        persons = {person.id: self._person(person, role) for person in main}
        sanctions = [edge for ident in persons for edge in self.graph.tied(ident, "Sanction")]
        values: Values = {
            "id": identifier(root.id),
            "title": title[:_SHORT],
            "proceedings": [self._listed(edge) for edge in sanctions],
            "references": list(dict.fromkeys(r for s in sanctions for r in s.all("authorityId", "unscId"))),
            "relations": self._relations(persons),
            "source": self._source(root),
        }
        values["persons"] = list(persons.values())
        listing: Values = {
            "by": next((s.first("authority") for s in sanctions if s.first("authority")), ""),
            "on": next((s.first("listingDate", "startDate") for s in sanctions), ""),
            "note": self._note(root),
        }
        if self.into.kind is RegisterKind.NOTICES:
            listing["against"] = list(dict.fromkeys(p["state"] for p in values["proceedings"] if "state" in p))
        return values | {name: value for name, value in listing.items() if value}

    def _relations(self, persons: dict[str, Values]) -> list[Values]:
        """The relations of those named so far; who stands at the other end comes with them."""
        edges = {e.id: e for ident in list(persons) for e in self.graph.tied(ident, *words.ENDS)}
        found = []
        for edge in edges.values():
            of, to, told = words.ENDS[edge.schema]
            ends = [self.graph.entities[edge.first(end)] for end in (of, to)]
            if other := next((end for end in ends if end.schema != words.PERSON), None):
                self.gatherer.not_used(f"{edge.schema} with a {other.schema}", edge.place)
                continue
            kind = self._word(edge, told, words.RELATIONS, words.IF_NOT_SAID.get(edge.schema, "associate"))
            for end in ends:
                persons.setdefault(end.id, self._person(end, role_beside(kind)))
            one, other_one = (identifier(end.id) for end in ends)
            found.append({"of": one, "kind": kind, "to": other_one, "source": self._source(edge)})
        return found

    def _word(self, edge: Entity, told: str, table: Mapping[str, str], unsaid: str) -> str:
        for word in edge.all(told):
            if meant := table.get(word.casefold()):
                return meant
            self.gatherer.not_used(f"{edge.schema}.{told} {shown(word)}", edge.place)
        return unsaid

    def _party(self, edge: Entity, party: Entity) -> Values:
        role = self._word(edge, "role", words.ROLES, "")
        who = {"person": identifier(party.id)} if party.schema == words.PERSON else {"name": party.first("name")}
        return {**who, **({"role": role} if role else {})}

    def _listed(self, edge: Entity) -> Values:
        """Proceedings behind a listing: what is alleged, by whom."""
        return self._with_state(edge) | {
            "id": identifier(edge.id),
            "bodies": list(edge.all("authority")),
            "offences": [{"text": word} for word in edge.all("reason")],
            "articles": [{"text": word} for word in edge.all("provisions")],
            "parties": [{"person": identifier(edge.first("entity"))}],
            "source": self._source(edge),
        }

    def _with_state(self, entity: Entity) -> Values:
        codes = list(self._states(entity, "country"))
        if len(codes) > 1:
            self.gatherer.not_used(f"{entity.schema}.country beside another", entity.place)
        return {"state": codes[0]} if codes else {}

    def _states(self, entity: Entity, *names: str) -> Iterator[str]:
        for written in entity.all(*names):
            code = written.upper()
            if is_country(code):
                yield code
            else:
                self.gatherer.not_used(f"state {shown(written)}", entity.place)

    def _person(self, person: Entity, role: str) -> Values:
        if person.id not in self._known:
            self._known[person.id] = self._identity(person)
        return {"id": identifier(person.id), "role": role, **self._known[person.id]}

    def _identity(self, person: Entity) -> Values:
        mentions = (name for edge in self.graph.tied(person.id, "Mention") for name in edge.all("name"))
        forms = {name.casefold(): name for name in reversed((*person.all(*words.NAMES), *mentions))}
        names = list(reversed(forms.values()))
        if (whole := self._from_parts(person)) and whole.casefold() not in forms:
            names.append(whole)
        made: Values = {
            "names": names,
            "born": list(person.all("birthDate")),
            "nationalities": list(dict.fromkeys(self._states(person, *words.NATIONALITIES))),
            "places": [*person.all(*words.PLACES), *(state_name(c) for c in self._states(person, "birthCountry"))],
            "numbers": list(dict.fromkeys(self._numbers(person))),
        }
        for gender in person.all("gender"):
            if sex := words.SEXES.get(gender.casefold()):
                made["sex"] = sex
            else:
                self.gatherer.not_used(f"Person.gender {shown(gender)}", person.place)
        return made

    def _from_parts(self, person: Entity) -> str:
        """The name out of its parts, where each stands once."""
        several = [name for name in words.PARTS_OF_NAMES if len(person.all(name)) > 1]
        for name in several:
            self.gatherer.not_used(f"Person.{name} in several forms", person.place)
        parts = [person.first(name) for name in words.PARTS_OF_NAMES]
        return "" if several else " ".join(part for part in parts if part)

    def _numbers(self, person: Entity) -> Iterator[str]:
        written = [(person, f"{before}{n}") for name, before in words.NUMBERS.items() for n in person.all(name)]
        for edge in self.graph.tied(person.id, "Identification", "Passport"):
            state = next(self._states(edge, "country"), "ZZ")
            kind = re.sub(r"\W+", "-", edge.first("type"))[:40].strip("-")
            kind = kind or ("passport" if edge.schema == "Passport" else "")
            numbers = edge.all("number", "passportNumber")
            written += [(edge, ":".join(part for part in (state, kind, n) if part)) for n in numbers]
        for where, number in written:
            if _NUMBER.fullmatch(number):
                yield number
            else:
                self.gatherer.not_used("a number in no form of one", where.place)

    def _source(self, entity: Entity) -> str:
        told = entity.first(*words.SOURCES)
        return told if 0 < len(told) <= _SHORT else f"{self.file[-200:]}, {entity.place}"

    def _note(self, entity: Entity) -> str:
        note = "\n".join(entity.all(*words.NOTES)) if entity.schema == words.PERSON else ""
        if len(note) > _LONG:
            self.gatherer.not_used(f"{entity.schema} with notes of more than {_LONG:,} characters", entity.place)
            return ""
        return note
