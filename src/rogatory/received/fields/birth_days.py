"""Days of birth, wherever a page tells them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rogatory.received.fields.dates import Day, born, days
from rogatory.received.fields.sheet import CAPITAL, Sheet, look


@dataclass(frozen=True, slots=True)
class Birth:
    """A day of birth at a place.

    Attributes:
        start: Where it starts in the plain text, inclusive.
        end: Where it ends, exclusive.
        value: ISO 8601, whole or in part.
        why: By which rule it is one.
        doubts: Other readings, each in a sentence.
    """

    start: int
    end: int
    value: str
    why: str
    doubts: tuple[str, ...] = ()


BIRTH_WORDS = (
    r"(?:(?:date|place) (?:and (?:place|date) )?of birth|d\.?o\.?b\.?|born(?: on)?|(?:date|lieu)(?: et (?:lieu|date))? de naissance|née?(?:\(e\))?|geboortedatum|geboorte(?:plaats|datum) en -?(?:datum|plaats)|geboren|geboortedatum en -plaats"
    r"|geburtsdatum(?: und -?ort)?|geburtstag|geburts(?:ort|datum) und (?:-tag|-ort|-datum)|geb\.|дата(?: и место)? рождения|родил(?:ся|ась)|родивш\w{2,6}|род\.|doğum (?:tarihi|yeri ve tarihi|tarihi ve yeri)|d\. tarihi|d\.? ?t\.?(?=[ :]{1,2}\d))(?![^\W_])"
)
"""Words before a day of birth, as a regular expression over small letters."""
_BIRTH = look(rf"(?<![^\W_]){BIRTH_WORDS}")
_AFTER = look(
    r"[ \n]{1,2}(?:г(?:ода?|\.)?[ \n]?)?(?:рожд(?:ения|\.)|г\. ?р\.?|г\.р\.?|г/р|(?:in [^\W\d_][^\d,;.\n]{1,30} )?geborene[nr]?(?![^\W_])|doğumlu|tarihinde doğ(?:an|muş)|doğmuş)"
)
_ROOM = 70
_WHOLE_VALUE = re.compile(
    r"[^\w]{0,4}(?:on|le|op|am|in|en)? ?((?:c(?:irca|a\.|\.) ?|about |vers |omstreeks |um |около )?(?:[^\W\d_]{3,10} )?(?:19|20)\d\d)(?!\d|[./-]\d)"
)
_YEAR_BEFORE = re.compile(r"(?<![\d.])(19\d\d|20[0-2]\d)\Z")


IN_COLUMN = "stands in the column of births"
_WORDED = "stands with the words for a birth"
_COLUMN = re.compile(r"[^\n]{5,90}?(?:\t|[ \t]{2,})[^\n]{0,40}\Z")
_HEADS = 14
"""Lines above a row of a table within which its head stands."""


def birth_days(sheet: Sheet, letter: str) -> tuple[Birth, ...]:
    """Every day of birth of a page, in order.

    Args:
        sheet: The page.
        letter: The day of the letter (ISO 8601); a day long before it beside a name is one. Empty: not known, and
            the youngest day of the page stands for it.
    """
    written = tuple(days(sheet.plain, sheet.page.scanned))
    found = {
        b.start: b
        for b in (
            *_long_ago(sheet, written, letter),
            *_before(sheet, written),
            *_behind(sheet),
            *_in_columns(sheet, written),
        )
    }
    return tuple(found[start] for start in sorted(found))


def _behind(sheet: Sheet) -> Iterator[Birth]:
    """A day behind the words: `born on`, `date of birth:`."""
    for match in _BIRTH.finditer(sheet.small):
        at, end = match.end(), min(len(sheet.plain), match.end() + _ROOM)
        window = sheet.plain[at:end]
        stop = _STOPS.search(window)
        window = window[: stop.start()] if stop else window
        day = next(days(window, sheet.page.scanned), None)
        if day is not None:
            yield Birth(at + day.start, at + day.end, day.value, _WORDED, _doubts(sheet.plain[at:], day))
        elif (part := _WHOLE_VALUE.match(window)) and (value := born(part.group(1))):
            yield Birth(at + part.start(1), at + part.end(1), value[0], _WORDED, value[1])


_STOPS = re.compile(r"\n[ \t]*\n|\(born|;")


def _doubts(text: str, day: Day) -> tuple[str, ...]:
    read = born(text[day.start : day.end])
    return tuple(dict.fromkeys((*day.doubts, *(read[1] if read else ()))))


def latest(sheets: Sequence[Sheet]) -> str:
    """The latest day a letter tells, which stands in for its own where that is not known; empty: it tells none."""
    return max((day.value for sheet in sheets for day in days(sheet.plain)), default="")


_AGE = 15
"""Years somebody concerned has at the least, and facts are seldom old."""
_AWAY = 110
_NAMED = re.compile(rf"{CAPITAL}[^\W\d_]+[ ,]{{1,2}}(?:[^\W\d_]{{1,4}} ){{0,2}}{CAPITAL}[^\W\d_]+")
_LAWS = look(
    r"convention|treaty|agreement|protocol|law|act(?![^\W_])|code|decree|contract|traité|accord|loi|décret|contrat|verdrag|overeenkomst|wet(?![^\W_])|besluit|vertrag|gesetz|übereinkommen|abkommen|gesetzbuch|договор|конвенци|соглашени|закон|кодекс|указ|anlaşma|sözleşme|kanun|yasa|founded|registered|gegründet|créée|opgericht|учрежд"
)
_OF_A_TEXT = look(r" tarihli")
"""What stands behind the day of a convention in Turkish."""
_LABELLED = re.compile(r"^[^:\n\d]{2,40}?(?:[ \t]*:[ \t]*|\t+|[ \t]{3,})['\"]?\Z")


def _long_ago(sheet: Sheet, written: tuple[Day, ...], letter: str) -> Iterator[Birth]:
    """A day long before the letter that stands beside a name, or alone behind a label in a form."""
    letter = letter or max((day.value for day in written), default="")
    if not letter:
        return
    before = f"{int(letter[:4]) - _AGE}{letter[4:]}"
    for day in written:
        if day.value >= before or _OF_A_TEXT.match(sheet.small, day.end):
            continue
        line = sheet.line_at(day.start)
        alone = _LABELLED.match(sheet.plain[line.start : day.start]) and day.end + 3 >= line.end
        if alone or _beside_a_name(sheet, day):
            why = "stands beside a name, long before the day of the letter"
            doubts = (*_doubts(sheet.plain, day), "no word for a birth stands with it")
            yield Birth(day.start, day.end, day.value, why, doubts)


def _beside_a_name(sheet: Sheet, day: Day) -> bool:
    first, last = sheet.sentence(day.start)
    first, last = max(first, day.start - _AWAY), min(last, day.end + _AWAY)
    return not _LAWS.search(sheet.small, first, day.start) and bool(
        _NAMED.search(sheet.plain, first, day.start) or _NAMED.search(sheet.plain, day.end, last)
    )


def _before(sheet: Sheet, written: tuple[Day, ...]) -> Iterator[Birth]:
    """A day before the words: `05.03.1980 года рождения`, `12.03.1980 doğumlu`, `1980 г.р.`."""
    for match in _AFTER.finditer(sheet.small):
        day = next((d for d in written if d.end == match.start()), None)
        year = _YEAR_BEFORE.search(sheet.plain, max(0, match.start() - 5), match.start()) if day is None else None
        if day is not None:
            yield Birth(day.start, day.end, day.value, _WORDED, _doubts(sheet.plain, day))
        elif year is not None:
            yield Birth(match.start() - 4, match.start(), year.group(1), _WORDED, ("only the year is told",))


def _in_columns(sheet: Sheet, written: tuple[Day, ...]) -> Iterator[Birth]:
    """A day in the column of births of a table."""
    heads = [n for n, strip in enumerate(sheet.lines) if is_head(sheet.small[strip.start : strip.end])]
    for at in heads:
        for strip in sheet.lines[at + 1 : at + _HEADS]:
            day = next((d for d in written if strip.start <= d.start < strip.end), None)
            if day is not None and _COLUMN.match(sheet.plain[strip.start : day.start]):
                yield Birth(day.start, day.end, day.value, IN_COLUMN, _doubts(sheet.plain, day))


def is_head(small: str) -> bool:
    """Whether a line, in small letters, is the head of a table that has a column of births."""
    return bool(_HEAD.search(small)) and len(re.findall(r"[ \t]{2,}|\t", small)) >= 2 and not re.search(r"\d", small)  # noqa: PLR2004 - three columns


_HEAD = look(
    r"(?:birth|born|родил|d\. ?tarihi|d\.? ?o\.? ?b|naissance|n[eé](?:e|\(e\))? le|geboren|geboorte|geburt|geb\.|рожд|doğum)"
)
