"""What comparing two names gives: how each word stands to a word of the other, so that a reader sees why."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from rogatory.names.explaining import explained
from rogatory.names.parts import Role

BAR: Final = 0.5
"""From this score on two names may be one person's and are shown. One for all scripts: see docs/names.md."""


class How(Enum):
    """How a word of one name stands to a word of the other."""

    SAME = "same"
    """The same letters."""
    SPELLED = "spelled otherwise"
    """Read alike: the difference is one of script or of romanisation."""
    NEAR = "near"
    """Not read alike, and near enough for a slip of a pen or another dialect."""
    INITIAL = "initial"
    """One is the first letter of the other."""
    SHORTENED = "shortened"
    """One is the beginning of the other: Ben, Benjamin."""
    OMITTED = "omitted"
    """Only one of the names has the word. It speaks neither for nor against."""
    CONTRADICTED = "contradicted"
    """Both names have a word here, and the words are different."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A word of one name beside a word of the other.

    Attributes:
        left: The word of the left name, raw; empty where it is omitted there.
        right: The word of the right name, raw; empty where it is omitted there.
        how: How they stand to each other.
        part: The part the word plays, as far as either name shows it.
        far: How far they are apart, from 0 (read alike) to 1.
        rare: Bits that agreement in this word carries; 0 where the words do not agree.
        left_text: The left word as it was read.
        right_text: The right word as it was read.
        rules: By which rules a syllable was read; empty where words were compared.
    """

    left: str
    right: str
    how: How
    part: Role
    far: float = 0.0
    rare: float = 0.0
    left_text: str = ""
    right_text: str = ""
    rules: str = ""

    @property
    def role(self) -> str:
        """The part in words: `given name`, `family name`, `patronymic`, `title`, `name`."""
        return self.part.value

    @property
    def scheme(self) -> str:
        """By which rules the two are read: `Kazakh (passports)`, `Cyrillic`; empty: as they stand."""
        return explained(self.left_text, self.right_text).scheme if self._is_read else self.rules

    @property
    def steps(self) -> tuple[str, ...]:
        """What stands for what: `ж → j`, `ә → e`. Empty where nothing was turned, or where the words do not agree."""
        return explained(self.left_text, self.right_text).steps if self._is_read else ()

    @property
    def says(self) -> str:
        """The pair in one line: `Жәрдемәлі → Jardemali: Kazakh ж → j, ә → e`."""
        if not self.left or not self.right:
            return f"{self.left or self.right}: only in one of the names"
        if not self.left_text and self.how in {How.SPELLED, How.NEAR}:
            return f"{self.left} → {self.right}: {self.rules or self.how.value}"
        read = " ".join(part for part in (self.scheme, ", ".join(self.steps)) if part) if self.steps else ""
        return f"{self.left} → {self.right}: {read or str(self.how.value)}"

    @property
    def _is_read(self) -> bool:
        """Whether there is something to explain."""
        return self.how in {How.SPELLED, How.NEAR} and bool(self.left_text and self.right_text)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether two names can be one person's.

    Attributes:
        left: The one name, raw.
        right: The other name, raw.
        score: From 0 to 1; only to order and to choose what is shown, never shown itself.
        pairs: Words beside words, in the order of the left name; words only the right name has come last.
        swapped: Whether the words stand in another order.
        notes: What of the names was left out.
    """

    left: str
    right: str
    score: float
    pairs: tuple[Pair, ...] = ()
    swapped: bool = False
    notes: tuple[str, ...] = field(default=())

    @property
    def possible(self) -> bool:
        """Whether they may be one person's: the score reaches the shipped bar."""
        return self.score >= BAR

    @property
    def contradicted(self) -> tuple[Pair, ...]:
        """The words in which the names contradict each other."""
        return tuple(pair for pair in self.pairs if pair.how is How.CONTRADICTED)

    @property
    def omitted(self) -> tuple[Pair, ...]:
        """The words only one of the names has."""
        return tuple(pair for pair in self.pairs if pair.how is How.OMITTED)

    @property
    def says(self) -> tuple[str, ...]:
        """The comparison in words, one line for each word, and one where the order differs."""
        lines = tuple(pair.says for pair in self.pairs)
        return (*lines, "the words stand in another order") if self.swapped else lines
