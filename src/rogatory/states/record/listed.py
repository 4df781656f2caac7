"""Sanctions lists as OpenSanctions gives them out (FollowTheMoney, one entity a line): how many a state has on them.

Only counts are read, by state, authority and programme: no name comes in. A listing is no finding, and who was listed
in an old file may have been taken off. That somebody is wanted, or a red notice, is not read at all. The data are under
CC BY-NC 4.0; whoever fetches them needs a licence for other uses, and a lawful basis, as they are about persons.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rogatory.states.indices.reading import Edition, IndexDataError, Refused
from rogatory.states.record.entries import Kind
from rogatory.states.record.proposed import Proposal, Proposals, in_short, state_of

BODIES = frozenset({"PublicBody", "Organization", "LegalEntity", "Company"})
"""Schemas of what is no person."""


_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass
class _Count:
    persons: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    days: list[str] = field(default_factory=list)
    first: int = 0


def read_listed(data: bytes, edition: Edition) -> Proposals:
    """Read a file of entities: one proposal for each state, authority and programme.

    Args:
        data: Lines of JSON in UTF-8.
        edition: Which release it is.

    Raises:
        IndexDataError: It is no text in UTF-8.
    """
    found = Proposals(edition)
    entities: dict[str, tuple[str, Mapping[str, list[str]]]] = {}
    sanctions: list[tuple[int, Mapping[str, list[str]]]] = []
    for number, ident, schema, properties in _entities(data, found):
        if schema == "Sanction":
            sanctions.append((number, properties))
        elif schema == "Person" or schema in BODIES:
            entities[ident] = schema, properties
    counts: dict[tuple[str, str, str], _Count] = defaultdict(_Count)
    for number, properties in sanctions:
        _count(number, properties, entities, counts, found)
    for (state, authority, programme), count in sorted(counts.items()):
        found.proposals.append(_proposal(state, authority, programme, count, edition))
    return found


def _entities(data: bytes, found: Proposals) -> Iterator[tuple[int, str, str, Mapping[str, list[str]]]]:
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise IndexDataError(f"byte {error.start}: it is no text in UTF-8; take the file as it is given out") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
        except (ValueError, RecursionError):
            found.refused.append(Refused(number, "it is no JSON: each line holds one entity"))
            continue
        if _is_entity(told):
            yield number, told["id"], told["schema"], told["properties"]
        else:
            why = "it is no entity: it needs id, schema, and properties that are lists of texts"
            found.refused.append(Refused(number, why))


def _is_entity(told: Any) -> bool:  # noqa: ANN401 - JSON values
    match told:
        case {"id": str(), "schema": str(), "properties": dict() as properties}:
            return all(isinstance(v, list) and all(isinstance(w, str) for w in v) for v in properties.values())
        case _:
            return False


def _count(
    number: int,
    sanction: Mapping[str, list[str]],
    entities: Mapping[str, tuple[str, Mapping[str, list[str]]]],
    counts: dict[tuple[str, str, str], _Count],
    found: Proposals,
) -> None:
    authority = in_short(next(iter(sanction.get("authority", ())), ""))
    programme = in_short(next(iter(sanction.get("program", ())), ""))
    if not authority:
        found.refused.append(Refused(number, "a sanction without authority: who lists is not told"))
        return
    for ident in sanction.get("entity", ()):
        if ident not in entities:
            found.passed_over.append(Refused(number, "what it lists is not in the file, or neither person nor body"))
            continue
        schema, properties = entities[ident]
        for country in properties.get("jurisdiction", ()) or properties.get("country", ()):
            try:
                state = state_of(country, "country")
            except ValueError as error:
                found.passed_over.append(Refused(number, str(error)))
                continue
            count = counts[state, authority, programme]
            (count.bodies if schema in BODIES else count.persons).add(ident)
            count.days += sanction.get("startDate", ())
            count.first = count.first or number


def _proposal(state: str, authority: str, programme: str, count: _Count, edition: Edition) -> Proposal:
    who = [
        f"{len(held)} {one if len(held) == 1 else many}"
        for held, one, many in ((count.persons, "person", "persons"), (count.bodies, "body", "bodies"))
        if held
    ]
    under = f" under {programme!r}" if programme else ""
    days = sorted(day[:10] for day in count.days if _DAY.fullmatch(day[:10]))
    look = (
        "which question it opens, if any: that somebody is listed says nothing of the state by itself",
        "whether they act for the state: the file tells only the country they are of",
        "whether they are still listed",
    )
    return Proposal(
        f"line {count.first}", state, Kind.REPORT, days[-1] if days else edition.fetched.isoformat(),
        f"{' and '.join(who)} of the state on the list of {authority}{under}", f"OpenSanctions, {edition.version}",
        "opensanctions.org", look=look,
    )  # fmt: skip
