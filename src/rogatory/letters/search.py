"""A last search of a letter to the requesting state, before somebody signs it.

The letter is made of what may leave, so nothing should be found. The words every letter of its kind has, whatever the
case, and the days of the exchange tell nothing; all else is searched for every confidential value.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date

from rogatory.decision.documents.document import Document
from rogatory.decision.releasing.leaks import Confidential, Leak, document_leaks
from rogatory.letters.kinds import KINDS, Kind


def told_by(document: Document, confidential: Confidential, days: Iterable[date] = ()) -> tuple[Leak, ...]:
    """What a letter tells that may not leave, edited or not; empty: nothing was found.

    Args:
        document: The letter.
        confidential: What may not leave.
        days: Days of the exchange itself (`days_of` its facts): when it came in, was decided, is due.

    Raises:
        KeyError: It is a document of another kind.
    """
    standing = tuple(_standing(KINDS[document.kind], document.language))
    told_on = confidential.told_on | frozenset(days)
    return document_leaks(document, replace(confidential, told=(*confidential.told, *standing), told_on=told_on))


def _standing(kind: Kind, language: str) -> Iterator[str]:
    """The words every letter of a kind has, and those an enumeration may add."""
    text = kind.worded(language)
    yield text.title
    for piece in text.pieces:
        yield from (*piece.words, piece.source, *piece.head)
    yield text.words["head"]["theirs"]
    yield from text.words.get("Risk", {}).values()
    yield from (point for points in text.words.get("Risk-points", {}).values() for point in points)


def days_of(facts: object) -> Iterator[date]:
    """The days a letter tells because they are those of the exchange."""
    for field in fields(facts) if is_dataclass(facts) else ():
        if isinstance(value := getattr(facts, field.name), date):
            yield value
