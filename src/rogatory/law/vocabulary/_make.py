"""Short constructors for the vocabulary tables."""

from rogatory.law.grades import Grade
from rogatory.law.questions import Cost, Form, Kind, Question, Side

PROTECTS, RELEASES, NEUTRAL = Side.PROTECTS, Side.RELEASES, Side.NEUTRAL
ARGUABLE, SUBSTANTIAL = Grade.ARGUABLE, Grade.SUBSTANTIAL
FILE, PERSON, AUTHORITY, REQUESTING_STATE = Cost.FILE, Cost.PERSON, Cost.AUTHORITY, Cost.REQUESTING_STATE


def yes_no(  # noqa: PLR0913 - a table row
    of: Kind,
    id_: str,
    text: str,
    help_: str,
    *,
    side: Side = Side.PROTECTS,
    standard: Grade = Grade.ESTABLISHED,
    presumed: str | None = "no",
    cost: Cost = Cost.FILE,
    renew_after: int | None = None,
) -> Question:
    """A question answered yes or no."""
    return Question(id_, of, Form.YES_NO, text, help_, ("yes", "no"), side, standard, presumed, cost,
                    renew_after=renew_after)  # fmt: skip


def one_of(  # noqa: PLR0913 - a table row
    of: Kind, id_: str, values: str, text: str, help_: str, *, side: Side = Side.NEUTRAL, presumed: str | None = None,
    cost: Cost = Cost.FILE,
) -> Question:  # fmt: skip
    """A question answered by exactly one of the blank-separated `values`."""
    return Question(id_, of, Form.ONE_OF, text, help_, tuple(values.split()), side, presumed=presumed, cost=cost)


def some_of(of: Kind, id_: str, values: str, text: str, help_: str, *, side: Side = Side.NEUTRAL) -> Question:
    """A question answered by the complete list of those of `values` that hold."""
    return Question(id_, of, Form.SOME_OF, text, help_, tuple(values.split()), side, presumed=None)


def day(of: Kind, id_: str, text: str, help_: str) -> Question:
    """A question answered by a calendar day."""
    return Question(id_, of, Form.DAY, text, help_, (), Side.NEUTRAL, presumed=None)
