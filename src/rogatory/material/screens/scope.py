"""Out of scope: what touches no person, no matter and no day of the request, or comes from another time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from rogatory.material.screens.found import TEXT, Hit, Reading, Screen, Weight, Who
from rogatory.material.screens.people import People

_SOURCE = "ECHR, Article 8: Robathin v. Austria, 30457/06; the request itself"


@dataclass(frozen=True, slots=True)
class Scope:
    """What the request is about, as granted.

    Attributes:
        persons: Persons and companies it names; empty: it does not name any.
        terms: Words for the matter: accounts, contracts, projects, amounts; a star at the end stands for any ending;
            empty: it does not name any.
        first: First day of the facts (inclusive); None: not said.
        last: Last day (inclusive); None: not said.
    """

    persons: tuple[Who, ...] = ()
    terms: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None


def outside(reading: Reading, scope: Scope) -> Iterator[Hit]:
    """Why an item seems to lie outside the request.

    A day that cannot be read says nothing; that nothing of the request is found in an item without any text says
    nothing either, for then it was not read.
    """
    yield from _of_another_time(reading, scope)
    if not reading.text.strip() or not (scope.persons or scope.terms):
        return
    if not _touches(reading, scope):
        reason = "Nothing in it touches a person or a matter that the request names."
        end = len(reading.text)
        yield Hit(Screen.SCOPE, "nothing-of-the-request", Weight.ABSENCE, reason, _SOURCE, TEXT, 0, 0, end)


def _of_another_time(reading: Reading, scope: Scope) -> Iterator[Hit]:
    for place, value in enumerate(reading.fields.get("date", ())):
        try:
            day = date.fromisoformat(value[:10])
        except ValueError:
            continue
        if (scope.first and day < scope.first) or (scope.last and day > scope.last):
            reason = f"It is of {day}; the request is about {scope.first or '…'} to {scope.last or '…'}."
            yield Hit(Screen.SCOPE, "other-time", Weight.IDENTITY, reason, _SOURCE, "date", place, 0, 10)


def _touches(reading: Reading, scope: Scope) -> bool:
    people, terms = _ready(scope)
    for _, _, value in reading.parts():
        if terms and terms.search(value):
            return True
        if next(people.meet(value), None) is not None:
            return True
    return False


@cache
def _ready(scope: Scope) -> tuple[People, re.Pattern[str] | None]:
    ways = [
        r"\s+".join(re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in term.split())
        for term in scope.terms
    ]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)", re.IGNORECASE) if ways else None
    return People(scope.persons), pattern
