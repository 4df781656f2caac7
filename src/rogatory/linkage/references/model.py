"""What a reference is: a number by which an authority calls proceedings, and the scheme it follows."""

from dataclasses import dataclass
from enum import Enum

from rogatory.law.sources import Check, Source


class Sort(Enum):
    """What a number is the number of."""

    CASE = "case"
    """Of proceedings before an investigating or prosecuting authority, or a court."""
    NOTICE = "notice"
    """Of a notice, diffusion or file of INTERPOL."""
    COMMUNICATION = "communication"
    """Of an application, a communication, an opinion or a letter of a court or body of human rights."""
    JUDGMENT = "judgment"
    """Of a judgment."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """How an authority numbers its cases.

    Attributes:
        id: Identifier, the state or body first: `kz.erdr`.
        authority: Who gives the numbers, in words.
        name: What such a number is called.
        state: Code of the state; empty: of an international body.
        sort: What it is the number of.
        whole: Whether the number alone names one case; otherwise every office counts for itself, and the same number
            of two offices names two cases.
        source: Where the form is laid down.
        check: How far that was read.
        note: What is not certain of it.
    """

    id: str
    authority: str
    name: str
    state: str
    sort: Sort
    whole: bool
    source: Source
    check: Check
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A number found in a text, read by one scheme. A text may be read by several, and none of them be certain.

    Attributes:
        scheme: The scheme it is read by.
        canonical: The one way this number is written here; numbers are compared by it, exactly.
        raw: The words as they stand in the text.
        start: Where they begin in it, counted in characters from 0.
        steps: What was changed to get from `raw` to `canonical`, in words.
        office: Which office gave it, folded, where the scheme needs that; empty: not said.
        decided: Whether nothing else can be meant: the text names it, its form is its own, or the state decides.
        doubtful: A letter was taken for a figure. Such a number matches nothing; it tells to look at the original.
    """

    scheme: Scheme
    canonical: str
    raw: str
    start: int
    steps: tuple[str, ...] = ()
    office: str = ""
    decided: bool = True
    doubtful: bool = False

    @property
    def key(self) -> str:
        """Scheme and number, for an index. Two that are the same case have the same; the reverse need not hold."""
        return f"{self.scheme.id}:{self.canonical}"
