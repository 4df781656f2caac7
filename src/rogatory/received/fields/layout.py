"""The parts of a letter's first page: its head, the addressee in it, and where the text begins."""

import re
from dataclasses import dataclass

from rogatory.received.fields.authority_words import NOUN, REQUESTED, TO, TO_END
from rogatory.received.fields.sheet import Sheet, Strip, look

MOST_LINES = 30
"""Lines a letter's head can have."""
_SALUTATION = look(
    r"(?:dear |sirs?[,:]|madam|excellency|your excellency|monsieur|madame|mesdames|messieurs|geachte|excellentie|hoogedel|sehr geehrte|exzellenz|уважаем|ваше превосходительство|sayın (?:yetkili|bay|meslekt|ilgili|bakan))"
)
SUBJECT = look(
    r"(?:subject|re|object|in re|concerns|concerning|objet|concerne|betreft|onderwerp|inzake|betreff|betr\.?|wegen|тема|предмет|касательно|о направлении|об оказании|konu|konusu|özü)(?:[ \t]*[:/]| {2,})|о(?:б)? (?:направлении|оказании|выдаче|правовой)"
)
"""How the line that tells the subject begins."""
_LONG, _HALF = 9, 0.5
_NAMES, _LONGEST_NAME = 4, 14
"""Lines at the top that hold names even where they are as long as a sentence, and the words of the longest such name."""
_NUMBERED = look(r"\d")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a letter.

    Attributes:
        own: Lines of the sender, in order.
        theirs: Lines of the addressee.
        end: Where the text begins.
        subject: Where the line of the subject starts; None: there is none.
    """

    own: tuple[Strip, ...]
    theirs: tuple[Strip, ...]
    end: int
    subject: int | None


def head(sheet: Sheet) -> Head:
    """The head of a first page."""
    own: list[Strip] = []
    theirs: list[Strip] = []
    subject: int | None = None
    addressed = False
    last = 0
    for at, strip in enumerate(cells(sheet)):
        small = sheet.small[strip.start : strip.end]
        if subject is None and SUBJECT.match(small):
            subject = strip.start
        elif _SALUTATION.match(small) or (
            _is_text(strip) and (at >= _NAMES or len(strip.text.split()) > _LONGEST_NAME)
        ):
            return Head(tuple(own), tuple(theirs), strip.start, subject)
        if addressed and re.search(r"\n[ \t]*\n", sheet.plain[last : strip.start]):
            addressed = False
        addressed = _addresses(small, strip) or (addressed and not _begins_other(small))
        (theirs if addressed else own).append(strip)
        last = strip.end
    end = sheet.lines[min(len(sheet.lines), MOST_LINES) - 1].end if sheet.lines else 0
    return Head(tuple(own), tuple(theirs), end, subject)


_GAP = re.compile(r"\t[ \t]*|[ \t]{3,}")


def cells(sheet: Sheet) -> list[Strip]:
    """Lines of the head; of two columns first those of the left one."""
    found: list[Strip] = []
    right: list[Strip] = []
    for strip in sheet.lines[:MOST_LINES]:
        gap = _GAP.search(strip.text)
        if gap is None or label_ends(strip.text[: gap.start()]):
            found += [*right, strip] if gap is None and not _continues(sheet, strip, right) else [strip]
            right = [] if gap is None and not _continues(sheet, strip, right) else right
            continue
        cut = strip.start + gap.start()
        found.append(Strip(strip.start, cut, strip.text[: gap.start()]))
        right.append(Strip(strip.start + gap.end(), strip.end, strip.text[gap.end() :]))
    return found + right


def label_ends(text: str) -> bool:
    """Whether words are a label whose value stands behind the gap."""
    return text.rstrip().endswith(":")


def _continues(sheet: Sheet, strip: Strip, right: list[Strip]) -> bool:
    """Whether a line goes on with the left column: no empty line stands between. A scan tells no empty lines."""
    return bool(right) and not sheet.page.scanned and "\n\n" not in sheet.plain[right[-1].end : strip.start]


def _addresses(small: str, strip: Strip) -> bool:
    if REQUESTED.search(small):
        return True
    if TO.match(small) and not _NUMBERED.match(small):
        return True
    return bool(TO_END.search(small) and NOUN.search(small)) or small.endswith(("makamlarına", "mercilerine"))


def _begins_other(small: str) -> bool:
    return bool(SUBJECT.match(small)) or bool(
        re.match(
            r"(?:ref|our |your |date|datum|tarih|дата|исх|sayı|n°|nr|no\b|№|unser|ons |notre|from|de :|van:|von:|от )",
            small,
        )
    )


def _is_text(strip: Strip) -> bool:
    """Whether a line is one of a sentence rather than of a head."""
    words = strip.text.split()
    return len(words) >= _LONG and sum(word[0].islower() for word in words) >= _HALF * len(words)
