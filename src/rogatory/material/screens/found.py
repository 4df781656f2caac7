"""What a screen reads, and what it finds: a reason to withhold, and the very place that gives it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from rogatory.material.questions import Asked

TEXT = "text"
"""The field of a reading in which its text stands."""


class Screen(Enum):
    """What is looked for."""

    PRIVILEGE = "privilege"
    """What a lawyer and a client say to each other."""
    ASYLUM = "asylum"
    """That somebody asked for protection, or what they said."""
    SOURCES = "journalistic sources"
    """Who told a journalist something."""
    MEDICAL = "medical"
    """What a doctor knows of a patient."""
    SCOPE = "out of scope"
    """Nothing in it touches the request."""
    ILL_TREATMENT = "ill-treatment"
    """What somebody said who was tortured or held arbitrarily, or what was got from them."""
    THIRD_PARTIES = "third parties"
    """Others whom it would expose."""


ASKS: Mapping[Screen, Asked] = MappingProxyType(
    {
        Screen.PRIVILEGE: Asked.PRIVILEGE,
        Screen.ASYLUM: Asked.PRIVILEGE,
        Screen.SOURCES: Asked.PRIVILEGE,
        Screen.MEDICAL: Asked.PRIVILEGE,
        Screen.SCOPE: Asked.SCOPE,
        Screen.ILL_TREATMENT: Asked.ORIGIN,
        Screen.THIRD_PARTIES: Asked.PROPORTIONALITY,
    }
)
"""On which of the four questions a screen bears: the answer must have been given with its findings in sight."""


class Weight(Enum):
    """What a finding rests on."""

    IDENTITY = "identity"
    """Who somebody is: a name, an address, a number."""
    PHRASE = "phrase"
    """Words that such papers use."""
    ABSENCE = "absence"
    """That nothing was found which would have to be there."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An item as it was read.

    Attributes:
        text: Its text; empty: none was found, and then no screen says that there is nothing in it.
        fields: Its metadata by name, each with its values in order: `from`, `to`, `cc`, `bcc`, `subject`, `author`,
            `name`, `path`, and `date` as ISO 8601. What is missing is not known.
    """

    text: str
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def parts(self) -> Iterator[tuple[str, int, str]]:
        """Every text of it: the field, which of its values, and the value; the text itself first."""
        yield TEXT, 0, self.text
        for name, values in self.fields.items():
            for place, value in enumerate(values):
                yield name, place, value


@dataclass(frozen=True, slots=True)
class Hit:
    """A reason to withhold an item, and where it stands.

    Attributes:
        screen: The screen.
        rule: Identifier of its rule.
        weight: What it rests on.
        reason: Why, in a sentence (English).
        source: Where the rule or the identity comes from.
        field: `TEXT`, or a field of the metadata.
        place: Which of the values of that field, from 0.
        start: First character (inclusive).
        end: Character after the last (exclusive); the same as `start` only in an empty text.
    """

    screen: Screen
    rule: str
    weight: Weight
    reason: str
    source: str
    field: str
    place: int
    start: int
    end: int

    def shown(self, reading: Reading) -> str:
        """The words themselves."""
        told = reading.text if self.field == TEXT else reading.fields[self.field][self.place]
        return told[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody a screen looks for.

    Attributes:
        names: Forms of the name, in any script.
        addresses: E-mail addresses.
        domains: Domains all of whose addresses are theirs (`kanzlei.example`); never one that anybody may use.
        source: What says who it is: register of the bar, mandate, link, entry of a register.
    """

    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    source: str = ""
