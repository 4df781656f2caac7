"""What a document proposes for the request: every field it tells, each with the words and the place it was read from.

Rules and tables only: the same pages propose the same fields. What is not sure is left out or carries its doubt, and a
clerk confirms, mends or turns down each.
"""

from collections.abc import Iterator

from rogatory.received.fields.asked import confidence, kind, officials
from rogatory.received.fields.authorities import sender
from rogatory.received.fields.birth_days import birth_days, latest
from rogatory.received.fields.by_hand import by_hand
from rogatory.received.fields.crimes import cited, offences
from rogatory.received.fields.details import births, nationalities, numbers, one_each
from rogatory.received.fields.languages import languages
from rogatory.received.fields.letter_day import letter_day
from rogatory.received.fields.limits import deadlines
from rogatory.received.fields.measures import measures
from rogatory.received.fields.notices import is_notice, notice
from rogatory.received.fields.persons import persons
from rogatory.received.fields.references import references
from rogatory.received.fields.sheet import Sheet, sheet
from rogatory.received.fields.treaties import treaties
from rogatory.received.pages import Part
from rogatory.received.proposed import Field, Proposed

MOST_PAGES = 60
"""Pages of a part that are looked at: what is longer is a file, not a letter."""


def propose(part: Part) -> tuple[Proposed, ...]:
    """The fields a document proposes, and those of all it holds, in the order of `Field` for each part.

    Args:
        part: What was read. Any text is taken, and none raises.

    Returns:
        The fields; empty where no page tells any. That a field is not proposed does not say that the letter lacks it.
    """
    return tuple(field for one in part.walk() for field in _telling(tuple(_of(one))))


def _telling(found: tuple[Proposed, ...]) -> tuple[Proposed, ...]:
    """What a part proposes; nothing of one that tells its language alone, such as the message a letter came with."""
    return found if any(one.field is not Field.LANGUAGE for one in found) else ()


def _of(part: Part) -> Iterator[Proposed]:
    sheets = _sheets(part)
    if not sheets:
        return
    if is_notice(sheets):
        yield from notice(sheets)
        return
    yield from by_hand(_told(sheets), sheets)


def _told(sheets: tuple[Sheet, ...]) -> Iterator[Proposed]:
    asks = sender(sheets)
    day = tuple(letter_day(sheets))
    written = day[0].value if day else ""
    born = [birth_days(one, written or latest(sheets)) for one in sheets]
    named = persons(sheets, born)
    of_states = tuple(nationalities(sheets, named, born))
    yield from asks.found
    yield from references(sheets, asks.state)
    yield from day
    yield from (mention.proposed for mention in named if not (mention.again or mention.other))
    yield from births(sheets, named, born)
    yield from of_states
    yield from numbers(sheets, named, born, one_each(of_states))
    yield from offences(sheets)
    yield from cited(sheets, asks.state)
    yield from treaties(sheets)
    yield from measures(sheets)
    yield from deadlines(sheets, written)
    yield from officials(sheets)
    yield from confidence(sheets)
    yield from languages(sheets)
    yield from kind(sheets)


def _sheets(part: Part) -> tuple[Sheet, ...]:
    return tuple(sheet(part.digest, page, at == 0) for at, page in enumerate(part.pages[:MOST_PAGES]))
