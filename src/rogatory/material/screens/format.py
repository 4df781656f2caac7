"""The format of what screens look for in a seizure, as somebody writes it down for the command line."""

from collections.abc import Iterable
from typing import ClassVar

from pydantic import Field

from rogatory.intake.days import first_day, last_day
from rogatory.intake.format import MOST_OBJECTS, Day, Part, Words
from rogatory.intake.shape import made
from rogatory.intake.tally import Tally
from rogatory.intake.words import Path
from rogatory.intake.yaml_source import Kind, read_yaml
from rogatory.material.screens.found import Who
from rogatory.material.screens.scope import Scope
from rogatory.material.screens.screening import Configuration

MOST_PEOPLE = 20_000
"""Of a kind; a register of the bar may be named whole."""
LOOKED_FOR = Kind(
    "request file",
    "request",
    "`request`, or persons to look for",
    10_000_000,
    500_000,
    "Name those who may stand in this seizure.",
    "Name those who may stand in this seizure.",
)


class WhoPart(Part):
    """Somebody to look for."""

    called: ClassVar[str] = "somebody to look for"
    names: list[Words] = Field(default_factory=list, max_length=100, description="Forms of the name, in any script")
    addresses: list[Words] = Field(default_factory=list, max_length=100, description="E-mail addresses")
    domains: list[Words] = Field(
        default_factory=list,
        max_length=100,
        description="Domains all of whose addresses are theirs; never one anybody may use",
    )
    source: Words = Field(description="What says who it is: register of the bar, mandate, link, entry of a register")


class ScopePart(Part):
    """What the request is about, as granted."""

    called: ClassVar[str] = "a request"
    persons: list[WhoPart] = Field(default_factory=list, max_length=MOST_OBJECTS)
    terms: list[Words] = Field(
        default_factory=list, max_length=MOST_OBJECTS, description="Words for the matter; a star stands for any ending"
    )
    first: Day | None = Field(default=None, description="First day of the facts")
    last: Day | None = Field(default=None, description="Last day of the facts")


class LookedForPart(Part):
    """Whom and what to look for in one seizure."""

    called: ClassVar[str] = "a request file"
    request: ScopePart | None = Field(default=None, description="Left out: nothing is out of scope by a screen")
    lawyers: list[WhoPart] = Field(default_factory=list, max_length=MOST_PEOPLE)
    clients: list[WhoPart] = Field(default_factory=list, max_length=MOST_PEOPLE)
    journalists: list[WhoPart] = Field(default_factory=list, max_length=MOST_PEOPLE)
    doctors: list[WhoPart] = Field(default_factory=list, max_length=MOST_PEOPLE)
    ill_treated: list[WhoPart] = Field(
        default_factory=list, max_length=MOST_PEOPLE, description="Persons tortured or held arbitrarily"
    )
    at_risk: list[WhoPart] = Field(
        default_factory=list, max_length=MOST_PEOPLE, description="Others whom the requesting state pursues"
    )


def read_looked_for(data: bytes, name: str) -> Configuration:
    """Read what is to be looked for.

    Args:
        data: The bytes of the file.
        name: Its name, for messages.

    Raises:
        CaseFileError: With every fault found.
    """
    part = made(read_yaml(data, name, LOOKED_FOR), LookedForPart, _checked, name)
    return Configuration(
        lawyers=_all(part.lawyers), clients=_all(part.clients), journalists=_all(part.journalists),
        doctors=_all(part.doctors), ill_treated=_all(part.ill_treated), at_risk=_all(part.at_risk),
        scope=_scope(part.request) if part.request else None,
    )  # fmt: skip


def _checked(part: LookedForPart, tally: Tally) -> LookedForPart:
    several = {name: getattr(part, name) for name in type(part).model_fields if name != "request"}
    places: list[tuple[Path, WhoPart]] = [
        ((name, i), who) for name, people in several.items() for i, who in enumerate(people)
    ]
    if part.request:
        for field in ("first", "last"):
            _check_day(getattr(part.request, field), ("request", field), tally)
        places += [(("request", "persons", i), who) for i, who in enumerate(part.request.persons)]
    for path, who in places:
        if not (who.names or who.addresses or who.domains):
            tally.say(path, "nothing to look for", "Add `names:`, `addresses:` or `domains:`.")
    return part


def _check_day(day: str | None, path: Path, tally: Tally) -> None:
    if day:
        try:
            first_day(day)
        except ValueError as error:
            tally.say(path, str(error), "Correct the day.")


def _scope(part: ScopePart) -> Scope:
    first, last = first_day(part.first) if part.first else None, last_day(part.last) if part.last else None
    return Scope(_all(part.persons), tuple(part.terms), first, last)


def _all(people: Iterable[WhoPart]) -> tuple[Who, ...]:
    return tuple(Who(tuple(who.names), tuple(who.addresses), tuple(who.domains), who.source) for who in people)
