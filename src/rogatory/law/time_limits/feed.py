"""A calendar feed (iCalendar, RFC 5545): days to keep, marked confidential, with nothing of a case in it.

A feed is read by calendars of many makes and kept on many machines. So an entry says no more than that there is a time
limit or a hearing; who has to know which, opens the case. The text is written here, in forty lines, because the words of
RFC 5545 needed are few and the same entries must always give the same bytes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum

from rogatory.law.time_limits.calendars import ONE_DAY
from rogatory.law.time_limits.deadline import WARNINGS, Deadline
from rogatory.law.time_limits.wording import word
from rogatory.law.wording.language import Language

LONGEST_LINE = 75
"""Octets of a line, its end not counted (RFC 5545, 3.1)."""


class Matter(Enum):
    """What an entry is."""

    TIME_LIMIT = "time-limit"
    HEARING = "hearing"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed.

    Attributes:
        uid: Its lasting name in the feed: opaque, so that it tells nothing of the case, and the same after a move.
        on: Its day; or its moment, with its zone.
        matter: What it is.
        moved: How often it was moved; calendars keep the entry with the highest number.
        cancelled: It no longer holds: calendars strike it out.
    """

    uid: str
    on: date | datetime
    matter: Matter = Matter.TIME_LIMIT
    moved: int = 0
    cancelled: bool = False

    def __post_init__(self) -> None:
        """Refuse a name that is empty or not printable ASCII, and a moment without a zone.

        Raises:
            ValueError: See above.
        """
        if not self.uid or not self.uid.isascii() or not self.uid.isprintable():
            msg = f"the name {self.uid!r} of an entry has to be printable ASCII and not empty"
            raise ValueError(msg)
        if isinstance(self.on, datetime) and self.on.tzinfo is None:
            msg = f"the moment {self.on} has no time zone; give one"
            raise ValueError(msg)


def entry(deadline: Deadline, uid: str) -> Entry | None:
    """The entry of a time limit, in the earlier reading; None: it does not run, so there is no day to keep."""
    if deadline.last_day is None:
        return None
    return Entry(uid, deadline.last_moment or deadline.last_day, moved=deadline.moved)


def feed(entries: Iterable[Entry], lang: Language, stamped: datetime, link: str = "") -> str:
    """The text of a feed, with the line ends of RFC 5545.

    Args:
        entries: Its entries; the same always give the same text, in the order of their days.
        lang: Language of its few words.
        stamped: The moment at which it is written, with its zone.
        link: Where one signs in to see what is meant, the same for every entry; empty: no address is told.

    Raises:
        ValueError: Two entries have one name, or `stamped` has no zone.
    """
    kept = sorted(entries, key=lambda e: (_utc(e.on), e.uid))
    if len({e.uid for e in kept}) < len(kept):
        msg = "two entries of a feed have the same name; each needs its own"
        raise ValueError(msg)
    if stamped.tzinfo is None:
        msg = f"the moment {stamped} has no time zone; give one"
        raise ValueError(msg)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Rogatory//Time limits//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    for one in kept:
        lines += _event(one, lang, _utc(stamped), link)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(one: Entry, lang: Language, stamp: str, link: str) -> Iterator[str]:
    summary = _escaped(word("feed", one.matter.value, lang))
    yield from ("BEGIN:VEVENT", f"UID:{_escaped(one.uid)}", f"DTSTAMP:{stamp}", f"SEQUENCE:{one.moved}")
    if isinstance(one.on, datetime):
        yield f"DTSTART:{_utc(one.on)}"
    else:
        yield from (f"DTSTART;VALUE=DATE:{one.on:%Y%m%d}", f"DTEND;VALUE=DATE:{one.on + ONE_DAY:%Y%m%d}")
    yield from (f"SUMMARY:{summary}", "CLASS:CONFIDENTIAL", "TRANSP:TRANSPARENT")
    if link:
        yield f"URL:{link}"
    yield f"STATUS:{'CANCELLED' if one.cancelled else 'CONFIRMED'}"
    for days in () if one.cancelled else WARNINGS:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{summary}", f"TRIGGER:-P{days}D", "END:VALARM")
    yield "END:VEVENT"


def _utc(moment: date | datetime) -> str:
    if not isinstance(moment, datetime):
        return f"{moment:%Y%m%d}"
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, none of which cuts a character."""
    pieces, room = [""], LONGEST_LINE
    for character in line:
        octets = len(character.encode())
        if octets > room:
            pieces, room = [*pieces, ""], LONGEST_LINE - 1
        pieces[-1] += character
        room -= octets
    return "\r\n ".join(pieces)
