"""What people have answered, as the order of reading learns from it: whether an item matters for a question."""

import csv
from collections.abc import Iterable

from rogatory.law.vocabulary import material
from rogatory.material.questions import UNKNOWN, Asked
from rogatory.material.record import Record

_WORDS = {"yes": True, "no": False}
_NAME = 64


class AnswersError(ValueError):
    """A file of answers that cannot be read; it names the line."""


def mattering(record: Record, asked: Asked, items: Iterable[str]) -> dict[str, bool]:
    """Whether each item matters for a question, by the answer that stands; an item without one is missing.

    For scope what lies within the request matters, as that is looked for; for the others what withholds. What was
    looked at and could not be told is missing too: nothing is learned from it.
    """
    found = {}
    for item in items:
        given = record.standing(item, asked)
        if given and UNKNOWN not in given.values.values():
            inside = given.values.get(material.relevance.id) == "in-scope"
            found[item] = inside if asked is Asked.SCOPE else given.withholds
    return found


def read_answers(lines: Iterable[str]) -> dict[str, bool]:
    """Answers from a table: identifier of an item or digest of a content, comma, `yes` or `no`; a head is passed over.

    Raises:
        AnswersError: A line is no answer, or two lines contradict each other.
    """
    found: dict[str, bool] = {}
    for number, row in enumerate(csv.reader(lines), 1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or (number == 1 and len(cells) > 1 and cells[1].casefold() == "matters"):
            continue
        if len(cells) != 2 or len(cells[0]) != _NAME or cells[1].casefold() not in _WORDS:  # noqa: PLR2004 - two cells
            raise AnswersError(f"line {number}: write an identifier of 64 digits, a comma, and yes or no")
        matters = _WORDS[cells[1].casefold()]
        if found.setdefault(cells[0], matters) is not matters:
            raise AnswersError(f"line {number}: {cells[0]} is answered otherwise above; leave one of the two")
    return found
