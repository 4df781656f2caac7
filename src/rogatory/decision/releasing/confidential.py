"""Every confidential value of a case: gathered by walking all of it, so that a field added later is confidential too.

Nothing is listed that is secret; what is not is listed instead (`_TOLD`), and it is little.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, Final

from rogatory.decision.deciding import Deciding
from rogatory.decision.releasing.leaks import Confidential, Secret
from rogatory.law.acts import Act

_BESIDE: Final = (
    "case", "choices", "submissions", "links", "undertakings", "remedies", "licences", "limits", "told", "entries",
    "besides",
)  # fmt: skip
"""The parts of a decision that are gathered; the others are the law, its rulings, and what may leave."""
_TOLD: Final = frozenset({("Request", "received"), ("Licence", "until")})
"""Fields that are no secret: when their letter came in, and the last day of a use they are told of."""
_KINDS: Final = {"Known": "identity", "RegisterEntry": "register entry", "CaseFile": "case", "KnownLink": "link"}
"""What the values of a class are called, where that is not the name of the class."""


def confidential(deciding: Deciding) -> Confidential:
    """What of a decision may not leave for the requesting state, and what that state told us or is told anyway.

    Their letter is no secret to them. Where its whole text was read, only what stands in it is taken off; a field a
    clerk wrote otherwise is not.
    """
    secrets = tuple(s for part in _BESIDE for s in _walk(getattr(deciding, part), part, "case", ""))
    letter, office = deciding.letter, deciding.office
    written = (words for _, words in (*letter.persons, *letter.measures))
    theirs = letter.text or "\n".join((letter.authority, letter.reference, letter.treaty, *written))
    ours = (*office.authority, office.number, office.place, *office.signatory)
    days = (letter.day, office.day, deciding.answer_by, *(licence.until for licence in deciding.licences))
    return Confidential(tuple(dict.fromkeys(secrets)), (theirs, *ours), frozenset(d for d in days if d))


def _walk(value: Any, place: str, kind: str, apart: str) -> Iterator[Secret]:  # noqa: ANN401 - whatever a case holds
    """Every text, day and number under a value, with where it stands."""
    match value:
        case None | bool() | Enum() | Act():
            return
        case str() | int():
            if text := str(value).strip():
                yield Secret(f"{apart} {kind}".strip(), place, text)
        case date():
            yield Secret(f"{apart} {kind}".strip(), place, value.isoformat())
        case tuple() | frozenset():
            for number, part in enumerate(value):
                yield from _walk(part, f"{place}[{number}]", kind, apart)
        case _ if is_dataclass(value):
            yield from _fields(value, place, apart)
        case _:
            msg = f"{place}: {type(value).__name__} is nothing a decision is made of"
            raise TypeError(msg)


def _fields(value: Any, place: str, apart: str) -> Iterator[Secret]:  # noqa: ANN401 - any dataclass
    name = type(value).__name__
    compartment = getattr(value, "compartment", None)
    apart = compartment.value if compartment is not None else apart
    for field in fields(value):
        if (name, field.name) not in _TOLD:
            yield from _walk(getattr(value, field.name), f"{place}.{field.name}", _KINDS.get(name, name.lower()), apart)
