"""The day a letter was written."""

import re
from collections.abc import Iterator, Sequence

from rogatory.received.fields.dates import Day, days
from rogatory.received.fields.layout import Head, head
from rogatory.received.fields.sheet import CAPITAL, Sheet, look
from rogatory.received.proposed import Field, Proposed

_LABEL = look(
    r"(?:^|\s|\()(?:date(?: of (?:the )?(?:letter|request|issue|this request))?|dated|le|fait le|datum|d\.d\.|vom|datum van (?:het verzoek|de brief)|дата(?: запроса| письма)?|от|tarih(?:i|li)?|du|of)[ \t]*[:.]?[ \t]*\Z"
)
_OF_BIRTH = look(r"birth|naissance|geboorte|geburt|рожд|doğum|expir|valid|arrest|réception|received|reçu")
_PLACE = re.compile(
    rf"(?:^|\n)[ \t]*(?:[^\n]{{0,60}}[ \t]{{2,}})?(?:г\. ?)?{CAPITAL}[^\d\n,]{{1,30}},?[ \t]*(?:the |le |den |de |op |am )?\Z"
)
_DONE = look(
    r"(?:done at|issued (?:at|in)|signed (?:at|in)|executed at|fait [àa]|opgemaakt te|gedaan te|ausgefertigt|составлено|düzenlen)[^\n]{0,50}\Z"
)
_ALONE = look(r"[ \t]*(?:(?:г|года|year|uhr|tarihli)\.?)?[ \t]*(?:$|\n| {2,}|[№|])")
_NOT_OURS = look(rf"{_OF_BIRTH.pattern}|(?:your|vos?|v/|uw|ihr|ваш|на №|sizin|ilgi)\b|born|(?<![^\W_])(?:née?|geb)")
_FIRST_LINES = 16
"""Lines a head with a day can have."""
_OLD = 10
"""Years by which the day of a letter is not before another day on its first page."""
_WINDOW = 90


def letter_day(sheets: Sequence[Sheet]) -> Iterator[Proposed]:
    """The day of the letter, if one is told: none or one."""
    if not sheets:
        return
    first = sheets[0]
    top = head(first)
    text = first.plain
    found: list[tuple[int, Sheet, Day, str]] = []
    written = list(days(text, first.page.scanned))
    youngest = max((int(day.value[:4]) for day in written), default=0)
    for day in written:
        rank, why = _rank(first, day) if day.start < max(top.end, 1) else (0, "")
        if rank and int(day.value[:4]) + _OLD > youngest:
            found.append((rank, first, day, why))
    if not any(rank in _SURE for rank, *_ in found):
        found = [*_labelled(sheets), *(found or _only(first, top))]
    for sheet in sheets if not found else ():
        for day in days(sheet.plain, sheet.page.scanned):
            if _DONE.search(sheet.small[max(0, day.start - _WINDOW) : day.start]):
                found.append((1, sheet, day, "stands with the place where the letter was made"))
    found = found or list(_closing(sheets[-1]))
    if found:
        _, sheet, day, why = min(found, key=lambda f: f[0])
        others = {other.value for _, _, other, _ in found if other.value != day.value}
        doubts = (*day.doubts, *(f"another day stands in the head: {value}" for value in sorted(others)))
        yield sheet.proposed(Field.DATE, (day.start, day.end), day.value, why, doubts)


_SURE = (1, 2)
_OWN_LABEL = look(
    r"(?:^|\n)[^\w\n]{0,3}(?:date(?: of (?:the )?(?:order|issue|request|warrant))?|datum|дата|tarih|data)[ \t]*:[ \t\n]*\Z"
)


def _labelled(sheets: Sequence[Sheet]) -> list[tuple[int, Sheet, Day, str]]:
    """The last day that stands alone behind the label of a form."""
    found = [
        (1, sheet, day, "stands behind the label of the date")
        for sheet in sheets
        for day in days(sheet.plain, sheet.page.scanned)
        if _OWN_LABEL.search(sheet.small[max(0, day.start - _WINDOW) : day.start])
        and _ALONE.match(sheet.small, day.end)
    ]
    return found[-1:]


def _only(sheet: Sheet, top: Head) -> list[tuple[int, Sheet, Day, str]]:
    """The first day among the first lines, whatever words stand around it, if none there is younger.

    A letter tells of days before it; but for the time limit, which stands behind its own day, if at all so far up.
    """
    lines = [strip for strip in sheet.lines[:_FIRST_LINES] if strip.start < top.end]
    told = [
        day
        for day in days(sheet.plain[: lines[-1].end if lines else 0], sheet.page.scanned)
        if not _NOT_OURS.search(sheet.small[max(0, day.start - _WINDOW) : day.start].rsplit("\n", 1)[-1])
    ]
    if not told or told[0].value != max(day.value for day in told):
        return []
    return [(4, sheet, told[0], "is the first day in the head of the letter, and none there is younger")]


def _rank(sheet: Sheet, day: Day) -> tuple[int, str]:
    before = sheet.small[max(0, day.start - _WINDOW) : day.start]
    line = re.split(r"\n|\t|[ ]{3,}", before)[-1]
    if _OF_BIRTH.search(line):
        return 0, ""
    if re.search(r"(?:^|[\s(])(?:date|datum|дата|tarih)[^\d\n]{0,30}[:.]?[ \t]*\Z", line):
        return 1, "stands behind the label of the date"
    if _PLACE.search(sheet.plain[max(0, day.start - _WINDOW) : day.start]) and _ALONE.match(sheet.small, day.end):
        return 2, "stands behind the place in the head of the letter"
    if not line.strip(" '\"«“") and _ALONE.match(sheet.small, day.end):
        return 2, "stands alone in the head of the letter"
    if re.search(r"(?:your|vos?|v/|uw|ihr|ваш|на №|sizin)\b", line):
        return 0, ""
    if _LABEL.search(before):
        return 3, "stands behind the number of the letter"
    return 0, ""


def _closing(sheet: Sheet) -> Iterator[tuple[int, Sheet, Day, str]]:
    """A day that stands alone among the last lines."""
    last = sheet.lines[-8].start if len(sheet.lines) > 8 else 0  # noqa: PLR2004 - the closing lines of a letter
    for day in days(sheet.plain, sheet.page.scanned):
        if day.start >= last and (rank := _rank(sheet, day))[0] in (1, 2):
            yield rank[0], sheet, day, "stands with the signature"
