"""What was read off a scan too badly to be proposed: its place is shown, and a human reads it on the page.

A wrong sign in a number or a name is worse than none, because whoever confirms thirty fields sees what they expect to see.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rogatory.linkage.numbers import Sound
from rogatory.names.text import scripts
from rogatory.received.fields.name_edges import is_patronymic
from rogatory.received.fields.sheet import Sheet
from rogatory.received.pages import Line
from rogatory.received.proposed import Field, Proposed

EXACT = frozenset({Field.REFERENCE, Field.NUMBER, Field.PERSON, Field.BIRTH, Field.DATE})
"""Fields of which every sign counts."""
SAYS = "too badly read to be proposed: read it on the page"
_STRANGE = re.compile(r"[^\W_]\s?[:;?%*{}\[\]<>=|!‘’'\"«»°]+\s?[^\W_]")
"""A sign that stands in no number, between its letters and figures."""
_STOPPED = re.compile(r"[^\W\d_]{3,}[.:;] ")
"""A name with a stop behind one of its words that is no initial."""
_WORD = re.compile(r"[^\W_]+")
_WITH_PATRONYMIC = 3
"""Words of a whole name in Russian."""
_TELLING = 5
"""Letters and figures of a word from which it is no chance that another line has it."""
_UNSOUND = frozenset({Sound.NO.value, Sound.NO_SUCH_DAY.value, Sound.SHAPE.value})
"""What is said of a number that nobody can have."""


def by_hand(found: Iterable[Proposed], sheets: Sequence[Sheet]) -> Iterator[Proposed]:
    """The fields, without the value of those a human must read.

    Args:
        found: What the pages propose.
        sheets: The pages.
    """
    on = {sheet.page.number: sheet for sheet in sheets if sheet.page.scanned}
    for one in found:
        sheet = on.get(one.place.page)
        why = _why(one, sheet, sheets) if sheet is not None and one.field in EXACT else ""
        yield replace(one, value="", doubts=(f"{SAYS} ({why}); it looks like {one.value}", *one.doubts)) if why else one


def _why(one: Proposed, sheet: Sheet, sheets: Sequence[Sheet]) -> str:
    """Why a field is read by hand; empty: it is proposed."""
    words = set(_WORD.findall(one.value)) | set(_WORD.findall(one.raw) if one.field is not Field.PERSON else ())
    # The name of a month is one of twelve, whatever letter of it was read wrong; the figures of a day are any.
    figures = one.field in (Field.DATE, Field.BIRTH)
    split = [word for word in _split(one, sheet) if not figures or any(sign.isdigit() for sign in word)]
    split = [word for word in split if words & set(_WORD.findall(word)) and not _stands_again(word, one, sheets)]
    if split:
        return "several readings of it differ"
    if one.field in (Field.REFERENCE, Field.NUMBER) and _STRANGE.search(one.raw.strip()):
        return "a sign stands in it that stands in no number"
    if one.field is Field.PERSON and len({script for word in one.value.split() for script in scripts(word)}) > 1:
        return "its words are of two scripts"
    if one.field is Field.NUMBER and not _UNSOUND.isdisjoint(one.doubts):
        return "nobody can have this number"
    if one.field is Field.PERSON and _is_misspelt(one.value) and sheet.hardly(one.place.start, one.place.end):
        return "a name of three words in Russian has a patronymic, and none of these is one"
    if one.field is Field.PERSON and _STOPPED.search(one.value) and sheet.hardly(one.place.start, one.place.end):
        return "a stop stands within the name"
    return ""


def _stands_again(word: str, one: Proposed, sheets: Sequence[Sheet]) -> bool:
    """Whether a word of a field was read so in another line of the letter, too: misread twice, it is so otherwise."""
    signs = _signs(word)
    return len(signs) >= _TELLING and any(
        signs in map(_signs, line.text.split()) or (one.field is not Field.PERSON and signs in _signs(line.text))
        for sheet in sheets
        for line in sheet.page.lines
        if not _is_in(line, one, sheet)
    )


def _signs(text: str) -> str:
    return "".join(_WORD.findall(text)).casefold()


def _is_in(line: Line, one: Proposed, sheet: Sheet) -> bool:
    return (
        sheet.page.number == one.place.page
        and line.start < one.place.end
        and one.place.start < line.start + len(line.text)
    )


def _is_misspelt(name: str) -> bool:
    words = name.split()
    russian = all("А" <= sign.upper() <= "Я" or sign == "ё" for word in words for sign in word if sign.isalpha())
    return len(words) >= _WITH_PATRONYMIC and russian and not any(map(is_patronymic, words))


def _split(one: Proposed, sheet: Sheet) -> Iterator[str]:
    """The words of a field on which too few readings agree."""
    for line in sheet.page.lines:
        for start, end in line.split:
            if line.start + start < one.place.end and one.place.start < line.start + end:
                yield line.text[start:end]
