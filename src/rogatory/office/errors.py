"""Why something could not be done: obstacles, each with its source and what would lift it."""

from dataclasses import dataclass
from enum import Enum


class Hurdle(Enum):
    """What kind of obstacle it is."""

    ROLE = "role"
    """None of the person's roles in this case may do this act."""
    MANDATE = "mandate"
    """The person has no mandate for this case, or not for this object, or not on this day."""
    COMPARTMENT = "compartment"
    """A compartment would be opened by somebody, or to somebody, who may not."""
    NOTICE = "notice"
    """Somebody must be told first, and has not been."""
    COURSE = "course"
    """How the case stands: closed, refused, not granted yet, or the request asks for something else."""
    HOLD = "hold"
    """A remedy runs, a court or body ordered it to wait, it was promised not to be done, the person was not told, or an
    allegation of repression is open."""
    NORM = "norm"
    """The law forbids the act, or it is not ripe."""
    CONDITION = "condition"
    """A condition is not met, and the act cannot be undone."""
    REASONS = "reasons"
    """A human must say why."""
    SECOND_PERSON = "second-person"
    """A second person must agree, and it must be somebody else."""
    WITNESS = "witness"
    """The journal's head is not witnessed, and the act cannot be undone."""
    LIMIT = "limit"
    """It was done as often as it may be done today."""
    STALE = "stale"
    """Something came in since the person looked: the act must be judged again."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One reason why an act cannot be done.

    Attributes:
        hurdle: What kind of reason.
        text: What stands against it, in a sentence.
        source: The law, rule or table that says so.
        lifts: What would lift it; empty where nothing does.
        norm: Identifier of the norm; empty where none says it.
    """

    hurdle: Hurdle
    text: str
    source: str
    lifts: str = ""
    norm: str = ""

    def as_json(self) -> dict[str, str]:
        """The obstacle as JSON values."""
        return {
            "hurdle": self.hurdle.value,
            "text": self.text,
            "source": self.source,
            "lifts": self.lifts,
            "norm": self.norm,
        }


class UnknownActError(LookupError):
    """There is no such act; what no act does cannot be done."""


class UnknownObjectError(LookupError):
    """The case has no such object."""


class FormError(ValueError):
    """What was entered cannot be taken.

    Attributes:
        field: Field it is about, as `reasons` or `adds.findings[0].answer`.
        problem: What is wrong.
        mend: What to write instead.
    """

    def __init__(self, field: str, problem: str, mend: str) -> None:
        """Name the field, what is wrong and the mend."""
        self.field = field
        self.problem = problem
        self.mend = mend
        super().__init__(f"{field}: {problem}. {mend}")
