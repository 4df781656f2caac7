"""Questions: what the law asks about a person, proceeding, measure, item, assurance or state.

One vocabulary defines each question once. A *finding* answers it, to a grade of proof, with evidence, by someone, at
a time. A question nobody raised is not asked of everyone: it takes its stated presumption, and the ruling says so.
"""

from dataclasses import dataclass, replace
from enum import Enum, IntEnum

from rogatory.law.conditions import Atom, Condition, Not, Op
from rogatory.law.grades import Grade


class Kind(Enum):
    """The kind of object a question is about."""

    REQUEST = "request"
    """The request as a whole: letter rogatory, extradition request, warrant, order, notice."""
    PERSON = "person"
    """A person concerned."""
    STATE = "state"
    """The requesting state, on record."""
    PROCEEDING = "proceeding"
    """The foreign proceedings behind the request."""
    ASSURANCE = "assurance"
    """An assurance, judged per risk and never per letter (Othman par. 189)."""
    MEASURE = "measure"
    """One thing asked for: a search, an interview, surrender for one offence."""
    ITEM = "item"
    """One seized or collected item."""
    PACKAGE = "package"
    """What is to be sent, as one transmission."""
    REMEDY = "remedy"
    """The person's remedies and undertakings given."""
    LINK = "link"
    """A link of the request with what is already known, as screening found it; no question is about one."""


class Form(Enum):
    """What an answer looks like."""

    YES_NO = "yes-no"
    """Yes or no."""
    ONE_OF = "one-of"
    """Exactly one of the listed values; establishing one excludes the others."""
    SOME_OF = "some-of"
    """Any number of the listed values, given as the complete list."""
    NUMBER = "number"
    """A whole number in the stated unit."""
    DAY = "day"
    """A calendar day (ISO 8601)."""


class Cost(IntEnum):
    """How hard an answer is to get; cheaper inquiries are asked first."""

    FILE = 1
    """It stands in the file or in a register of the requested state."""
    PERSON = 2
    """Ask the person concerned or counsel."""
    AUTHORITY = 3
    """Ask another authority of the requested state, or an outside body (asylum authority, bar, UN)."""
    REQUESTING_STATE = 4
    """Ask the requesting state, through the asylum-confidentiality filter."""


class Side(Enum):
    """Which way an affirmative answer pulls."""

    PROTECTS = "protects"
    """Yes speaks for protection: it can bar, condition or delay cooperation, never ease it."""
    RELEASES = "releases"
    """Yes speaks for cooperation: it answers a ground, cures it or fulfils a duty."""
    NEUTRAL = "neutral"
    """It selects which rules apply; neither way by itself."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the vocabulary.

    Attributes:
        id: `kind.words_in_snake_case`.
        of: Kind of object it is about.
        form: What an answer looks like.
        text: The clause that an answer *yes* affirms, in English; for ONE_OF and SOME_OF with `{value}`; for NUMBER
            and DAY with `{value}` too. Other languages stand in `rogatory.law.wording`.
        help: When to answer what, with examples, for someone who has not read the norms.
        values: Allowed values; `yes`, `no` for YES_NO; none for NUMBER and DAY.
        side: Which way *yes* pulls.
        standard: Grade an atom needs if the norm names none.
        presumed: Value taken while nothing raises the question; None: never presumed, unanswered is unknown.
        cost: How hard it is to answer.
        who: Who may answer, in words.
        unit: Unit of a NUMBER ("calendar days", "months").
        renew_after: Calendar days after which a finding that *clears* (the releasing answer) has aged and counts as
            unanswered; findings that protect do not age. None: does not age.
        role: Bound role; see `Atom.role`.
    """

    id: str
    of: Kind
    form: Form
    text: str
    help: str
    values: tuple[str, ...] = ("yes", "no")
    side: Side = Side.PROTECTS
    standard: Grade = Grade.ESTABLISHED
    presumed: str | None = "no"
    cost: Cost = Cost.FILE
    who: str = "the authority dealing with the request"
    unit: str = ""
    renew_after: int | None = None
    role: str = ""

    @property
    def slot(self) -> str:
        """The question with its role."""
        return f"{self.id}@{self.role}" if self.role else self.id

    def against(self, role: str) -> "Question":
        """This question asked of the object in `role` (for assurances: the risk answered)."""
        return replace(self, role=role)

    def is_(self, *values: str, grade: Grade | None = None) -> Atom:
        """The answer is one of `values`, shown to `grade` (default: the question's own standard).

        Raises:
            ValueError: A value is not in the vocabulary, or the form has no values.
        """
        unknown = [v for v in values if v not in self.values]
        if unknown or not values:
            msg = f"{self.id}: {unknown or 'no value'} is not among its values {list(self.values)}"
            raise ValueError(msg)
        return Atom(self.id, self.role, Op.IS, tuple(values), 0, self.standard if grade is None else grade)

    @property
    def yes(self) -> Atom:
        """It is so, to the question's own standard."""
        return self.is_("yes")

    @property
    def no(self) -> Condition:
        """It was examined and is not so."""
        return Not(self.is_("yes"))

    def shown(self, grade: Grade) -> Atom:
        """It is so, to `grade`."""
        return self.is_("yes", grade=grade)

    def at_least(self, number: int) -> Atom:
        """The number answered is `number` or more."""
        return self._counted(Op.AT_LEAST, Form.NUMBER, number)

    def days_passed(self, days: int) -> Atom:
        """At least `days` calendar days have passed since the day answered."""
        return self._counted(Op.DAYS_PASSED, Form.DAY, days)

    def _counted(self, op: Op, form: Form, number: int) -> Atom:
        if self.form is not form:
            msg = f"{self.id} is answered by {self.form.value}, not by {form.value}"
            raise ValueError(msg)
        return Atom(self.id, self.role, op, (), number, Grade.ESTABLISHED)


@dataclass(frozen=True, slots=True)
class Trigger:
    """What makes a question live: raised, so that leaving it unanswered is *unknown* and no longer presumed.

    Attributes:
        slot: Question (with role, if any) that becomes live.
        when: Condition over what is on file, read without presumptions.
        why: Clause printed in the ruling ("the person is a recognised refugee from the requesting state").
    """

    slot: str
    when: Condition
    why: str
