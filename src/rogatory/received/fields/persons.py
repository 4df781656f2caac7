"""Persons a letter names, in the script they stand in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rogatory.linkage.plain import words as plain_words
from rogatory.received.fields.birth_days import BIRTH_WORDS, Birth
from rogatory.received.fields.blocks import blocks
from rogatory.received.fields.blurred import lost_a_letter, near_labels, nearly
from rogatory.received.fields.name_edges import (
    BIRTHPLACE,
    FEWEST_WORDS,
    SIGN_WITHIN,
    UNREAD_BIRTH,
    born_behind,
    is_dirt,
    is_month,
    is_name,
    shortened,
    without_roles,
)
from rogatory.received.fields.name_words import (
    BEFORE,
    BEHIND,
    COMPANY,
    FAMILY,
    FAMILY_WORDS,
    FUNCTION,
    FUNCTION_BEFORE,
    GIVEN,
    GIVEN_WORDS,
    LOOSE_FAMILY,
    LOOSE_GIVEN,
    LOOSE_PATRONYMIC,
    NAME,
    OTHER_BEFORE,
    OTHERS,
    PATRONYMIC,
    ROLE_BEFORE,
    ROLES,
    SCANNED_NAME,
    TITLE_BEFORE,
    WHOLE,
    WORD,
)
from rogatory.received.fields.sheet import Sheet, look, one_line, trimmed
from rogatory.received.fields.tables import named
from rogatory.received.proposed import Field, Proposed

_WINDOW = 70
_AND = look(
    r"[ \n]{0,2}(?:,|;|,? and|,? et|,? en|,? und|,? и|,? ve)[ \n]{1,2}(?:against |contre |tegen |gegen |mr |ms |m\. |mme )?\Z"
)
_AND_MR = look(
    r"(?:and|et|en|und|и|ve)[ \n](?:also )?(?:against |contre |tegen |gegen )?(?:mr|mrs|ms|m|mme|monsieur|madame|de heer|mevrouw|herrn?|frau)\.?[ \n]\Z"
)
_SENTENCE = 250
_TWIN = look(
    r"[ \n]{0,2}(?:\(|,? ?/ ?|,? (?:alias|a\.?k\.?a\.?|also known as|dit|dite|также известн\w{2,4} как|он же|nam-ı diğer) |\((?:alias|a\.?k\.?a\.?|also known as|in the original:|en russe|в оригинале|на русском|russisch:) ?)['\"]?\Z"
)
_CUT = look(
    r"[;(\[\d*]|,?[ ](?:born|née? le|né\(e\)|geboren|geb\.|d\.?o\.?b|родивш|род\.|doğum|alias|a\.k\.a)|,[ ](?=\d)|  +|\t| - | – "
)
_SPECKS = re.compile(r"[^\w.]*\Z")
"""What a scan has behind a value and is no part of it."""
_INFLECTED = look(
    r"(?:отношении|гражданина|гражданки|гражданину|обвиняемого|обвиняемой|подозреваемого|подозреваемой|свидетеля|выдаче|допросить|лица|осужденного)[ \n,]{1,3}\Z"
)
_GERMAN = re.compile(r"(?<!van )(?<!von )\b(?:der|die|das|des|dem|den)\b")
_LATE = 350
_TO_BIRTH, _FROM_BIRTH = 75, 110
"""Characters from a name to a birth told behind it, and from one told before to the name."""
_NAME_WITHIN = re.compile(rf"(?:(?:mr|ms|and|et|en|und|и|ve|against|that|dat|dass|que|что) {WORD} {WORD})")
_NEAR = 20
"""Characters from a name to the birth told right behind it."""
_HEADED = re.compile(r"\A[ \t]*\n[^\n]*\n|\A[ \t]*\n[^\n:]{2,40}:[^\n]*\n")
"""A name that stands alone on its line, where the birth is not told on the next."""
_LISTED = re.compile(r"\n[^\n:\t]{2,40}(?::|\t|[ ]{3,})")
"""A line with a label."""
_COLUMNS = re.compile(r"\t|[ ]{3,}")
_NUMBER_ENDS_LINE = re.compile(r"\d{6,}[^\w\n]{0,3}\n\Z")
"""A line that ends with the number of a person: what begins the next tells of something else."""
_STOPPED = re.compile(r"[.!?][ \t]*\n|(?<=[^\W\d_]{4})[.!?]\s|;|\n[ \t]*\n|\n(?=\(?[a-zа-я0-9]{1,2}[.)] )")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a person at a place.

    Attributes:
        page: Which of the sheets, from 0.
        start: Where it starts in the plain text, inclusive.
        end: Where it ends, exclusive.
        person: Number of the person among those of the letter, from 1.
        proposed: The field.
        again: Whether the same words were met before.
        other: Whether it is somebody the letter tells of and is not about: a witness, who was harmed.
        at_end: Whether it stands among the last words of the page, so that the next one may go on about the person.
    """

    page: int
    start: int
    end: int
    person: int
    proposed: Proposed
    again: bool = False
    other: bool = False
    at_end: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    page: int
    start: int
    end: int
    value: str
    why: str
    twin: bool = False
    other: bool = False
    doubts: tuple[str, ...] = ()


def persons(sheets: Sequence[Sheet], births: Sequence[Sequence[Birth]]) -> tuple[Mention, ...]:
    """Every place a person is named, those concerned numbered in the order in which they first are.

    Args:
        sheets: The pages of the letter.
        births: The days of birth on each page: who has one told is somebody concerned, unless a role says otherwise.
    """
    known: list[frozenset[str]] = []
    told: set[frozenset[str]] = set()
    mentions: list[Mention] = []
    for number, sheet in enumerate(sheets):
        by_place = sorted(
            (
                *_in_tables(sheet, number),
                *_labelled(sheet, number),
                *_in_forms(sheet, number, births[number]),
                *_in_text(sheet, number, births[number]),
            ),
            key=lambda f: (f.start, -f.end),
        )
        for found in _once(by_place):
            key = frozenset(plain_words(found.value))
            if found.other:
                nobody = sheet.proposed(Field.PERSON, (found.start, found.end), found.value, found.why)
                late = len(sheet.plain) - found.end < _LATE
                mentions.append(Mention(number, found.start, found.end, 0, nobody, other=True, at_end=late))
                continue
            person = _person(known, key) or (mentions[-1].person if found.twin and mentions else 0)
            if not person:
                known.append(key)
                person = len(known)
            proposed = sheet.proposed(Field.PERSON, (found.start, found.end), found.value, found.why, found.doubts)
            proposed = replace(proposed, about=str(person))
            late = len(sheet.plain) - found.end < _LATE
            mentions.append(Mention(number, found.start, found.end, person, proposed, key in told, at_end=late))
            told.add(key)
    return tuple(mentions)


def _person(known: list[frozenset[str]], key: frozenset[str]) -> int:
    """The number of the person whose name these words are, or are a part of; 0: of none."""
    for number, names in enumerate(known, 1):
        if names and (key <= names or names <= key) and min(len(key), len(names)) >= FEWEST_WORDS:
            return number
    return 0


def _once(found: list[_Found]) -> Iterator[_Found]:
    last = -1
    for one in found:
        if one.start >= last:
            yield one
            last = one.end


def _in_tables(sheet: Sheet, number: int) -> Iterator[_Found]:
    for one in named(sheet):
        written = sheet.plain[one.start : one.end]
        doubts = (f"the name goes on in the next line of its cell: {one.rest}",) if one.rest else ()
        value = one_line(f"{written} {one.rest}")
        yield _Found(number, one.start, one.end, value, "stands in a table of persons with their births", doubts=doubts)


def _labelled(sheet: Sheet, number: int) -> Iterator[_Found]:
    scanned = sheet.page.scanned
    givens = (LOOSE_GIVEN, LOOSE_PATRONYMIC) if scanned else (GIVEN, PATRONYMIC)
    parts = {start: end for words in givens for start, end in _values(sheet, words)}
    families = dict(_values(sheet, LOOSE_FAMILY if scanned else FAMILY))
    for known, found in ((GIVEN_WORDS, parts), (FAMILY_WORDS, families)):
        found |= {start: end for start, end in near_labels(sheet, known) if _is_part(sheet, start, end)}
    split = set()
    for start, end in sorted(families.items()):
        following = sorted(s for s in parts if end < s <= end + 160)[:2]
        if following and _is_given_next(sheet, end, following[0]):
            chosen = [s for s in following if _is_given_next(sheet, end, s)]
            last = parts[chosen[-1]] if chosen else end
            words = [sheet.plain[s : parts[s]] for s in chosen] + [sheet.plain[start:end]]
            split.add(start)
            yield _Found(
                number, start, last, one_line(" ".join(words)), "family and given names stand behind their labels"
            )
    for match in WHOLE.finditer(sheet.small):
        start, end = _value(sheet, match)
        if start not in split and is_name(sheet.plain[start:end], behind_label=True):
            yield _Found(
                number, start, end, one_line(sheet.plain[start:end]), f"stands behind the label “{match['label']}”"
            )


def _in_forms(sheet: Sheet, number: int, births: Sequence[Birth]) -> Iterator[_Found]:
    """A name that stands above a birth in a form whose labels are not known here."""
    for block in blocks(sheet, births):
        named = [
            row for row in block.before[-3:] if is_name(sheet.plain[row.start : row.end], behind_label=True, fewest=1)
        ]
        named = [
            row
            for row in named
            if not _NO_NAME_LABEL.search(row.label)
            and not _HEADING.search(sheet.small, row.start, row.end)
            and not _COLUMNS.search(sheet.plain, row.start, row.end)
        ]
        whole = [row for row in named if len(sheet.plain[row.start : row.end].split()) >= FEWEST_WORDS]
        if len(named) == 1 and whole:
            start, end = named[0].start, named[0].end
            yield _Found(number, start, end, one_line(sheet.plain[start:end]), "stands above a birth in a form")
        elif len(named) == FEWEST_WORDS:
            (first, second) = (sheet.plain[row.start : row.end] for row in named)
            value = one_line(f"{second} {first}")
            yield _Found(number, named[0].start, named[1].end, value, "stands in two parts above a birth in a form")


_HEADING = look(rf"{BIRTH_WORDS}|geb\\.? ?datum")
"""A value that is the head of a column itself."""
_NO_NAME_LABEL = look(
    r"place|birth|nation|sex|gender|address|authority|lieu|naissance|sexe|adresse|autorit|plaats|geslacht|adres|autorit|ort|geschlecht|anschrift|behörde|staat|state|место|пол|адрес|орган|граждан|yer|cinsiyet|makam|uyru"
)


def _is_given_next(sheet: Sheet, end: int, start: int) -> bool:
    return sheet.plain.count("\n", end, start) <= 2  # noqa: PLR2004 - the label, and a value beneath it


def _values(sheet: Sheet, words: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for match in words.finditer(sheet.small):
        start, end = _value(sheet, match)
        if _is_part(sheet, start, end):
            yield start, end


def _is_part(sheet: Sheet, start: int, end: int) -> bool:
    return start < end and is_name(sheet.plain[start:end], behind_label=True, fewest=1)


def _value(sheet: Sheet, match: re.Match[str]) -> tuple[int, int]:
    start, end = match.span("value")
    role = re.match(r"(?:(?:[^\W\d_.]{1,12}\.? ){0,2})", sheet.small[start:end])
    if role and role.group().split() and all(w in ROLES for w in role.group().split()):
        start += role.end()
    cut = _CUT.search(sheet.small, start, end)
    if sheet.page.scanned:
        end -= len(_SPECKS.search(sheet.plain[start:end]).group())  # type: ignore[union-attr] # it may be empty
    return trimmed(sheet.plain, start, cut.start() if cut and cut.start() > start else (start if cut else end))


def _in_text(sheet: Sheet, number: int, births: Sequence[Birth]) -> Iterator[_Found]:
    last: _Found | None = None
    for match in (SCANNED_NAME if sheet.page.scanned else NAME).finditer(sheet.plain):
        start, role = without_roles(sheet, match.start(), match.end())
        end = shortened(sheet, births, start, match.end())
        if start >= end or not is_name(sheet.plain[start:end]) or is_month(sheet, start):
            continue
        if sheet.page.scanned and (is_dirt(sheet, start, end) or _GERMAN.search(sheet.plain[start:end])):
            continue
        if BIRTHPLACE.search(sheet.small[max(0, start - _WINDOW) : start]):
            continue
        born = _is_born(sheet, births, (start, end), last)
        found = _anchored(sheet, (number, start, end), role, born, last)
        if found is not None:
            last = found
            yield found


def _is_born(sheet: Sheet, births: Sequence[Birth], span: tuple[int, int], last: _Found | None) -> bool:
    """Whether a birth is told right behind the name, or before it and of nobody else in the sentence."""
    start, end = span
    behind = next((b for b in births if end <= b.start <= end + _TO_BIRTH), None)
    if behind is not None and not _STOPPED.search(sheet.plain, end, behind.start):
        return _is_of(sheet, span, behind)
    if sheet.line_at(start).text == sheet.plain[start:end]:
        return False
    ahead = [b for b in births if b.end <= start <= b.end + _FROM_BIRTH]
    if (
        not ahead
        or _STOPPED.search(sheet.plain, ahead[-1].end, start)
        or _NUMBER_ENDS_LINE.search(sheet.plain[ahead[-1].end : start])
        or _LISTED.search(sheet.plain, ahead[-1].end, start)
    ):
        return False
    return last is None or last.end < max(sheet.sentence(start)[0], ahead[-1].start - _FROM_BIRTH)


def _is_of(sheet: Sheet, span: tuple[int, int], birth: Birth) -> bool:
    """Whether a birth behind a name is of that person: no other name is nearer, and the name is no heading."""
    between = sheet.plain[span[1] : birth.start]
    if _NAME_WITHIN.search(between) or _HEADED.search(between):
        return False
    nearer = [m.group() for m in NAME.finditer(between) if len(between) - m.end() <= _NEAR and is_name(m.group())]
    whole = any(sum(word[0].isupper() for word in name.split()) >= FEWEST_WORDS for name in nearer)
    return not whole or between.lstrip().startswith("(")


def _anchored(sheet: Sheet, place: tuple[int, int, int], role: bool, born: bool, last: _Found | None) -> _Found | None:
    """The name, if what stands around it says that it is one of a person concerned."""
    number, start, end = place
    before = sheet.small[max(0, start - _WINDOW) : start]
    doubts = tuple(_doubts(sheet, start, end, before))
    twin = last is not None and last.end <= start and bool(_TWIN.fullmatch(sheet.small[last.end : start]))
    if twin:
        name = one_line(sheet.plain[start:end])
        why, other = "is another form of the name before", last is not None and last.other
        return _Found(number, start, end, name, why, twin=True, other=other)
    if OTHER_BEFORE.search(before) or (sheet.page.scanned and _nearly_other(before)):
        return _Found(number, start, end, one_line(sheet.plain[start:end]), "is told of, and not concerned", other=True)
    if COMPANY.match(sheet.small, end):
        return None
    if not born and (FUNCTION.match(sheet.small, end) or FUNCTION_BEFORE.search(before)):
        return None
    why = ""
    if born:
        why = "a birth is told beside the name"
    elif role or ROLE_BEFORE.search(before):
        why = "stands behind the role of somebody in a case"
    elif BEFORE.search(TITLE_BEFORE.sub("", before)) and not _GERMAN.search(sheet.plain[start:end]):
        why = "stands behind words that name whom a request is about"
    elif BEHIND.match(sheet.small, end):
        why = "stands before words that name whom a request is about"
    elif sheet.page.scanned and (born_behind(sheet, (), end) or UNREAD_BIRTH.match(sheet.small, end)):
        why = "stands before the words for a birth"
    elif last is not None and last.end <= start and _in_a_row(sheet, last.end, start):
        why = "stands in a row with the person before"
    return _Found(number, start, end, one_line(sheet.plain[start:end]), why, doubts=doubts) if why else None


def _nearly_other(before: str) -> bool:
    """Whether the words before a name on a scanned page are nearly those for somebody a letter is not about."""
    word = _last_word(before)
    return (
        bool(OTHER_BEFORE.search(_BEFORE_SPECK.sub(" ", before)))
        or nearly(word, OTHERS - ROLES)
        or lost_a_letter(word, OTHERS)
    )


_BEFORE_SPECK = re.compile(r"[^\w\n]?[ \n][^\w]{1,3}\Z|[^\w\n,.][ \n]\Z")


def _last_word(text: str) -> str:
    return next(iter(re.findall(r"[^\W\d_]+", text)[::-1]), "")


def _doubts(sheet: Sheet, start: int, end: int, before: str) -> Iterator[str]:
    """What speaks against a name as it stands there."""
    if _INFLECTED.search(before):
        yield "the name stands in a case of its language, not as it is registered"
    if not sheet.page.scanned:
        return
    if SIGN_WITHIN.search(sheet.plain, start, end):
        yield f"a sign stands within the name: {one_line(sheet.plain[start:end])}"
    word = re.search(r"[^\s,]+(?=[ ,]+\Z)", before)
    if word and (hardly := sheet.hardly(start - len(before) + word.start(), start)):
        yield f"what stands before the name, and may say who it is, was hardly read: {hardly}"


def _in_a_row(sheet: Sheet, end: int, start: int) -> bool:
    """Whether a name follows another: right behind `and`, or in one sentence behind `and Mr`."""
    between = sheet.small[end:start]
    return bool(_AND.fullmatch(between)) or (
        start - end < _SENTENCE and bool(_AND_MR.search(between)) and sheet.sentence(start)[0] <= end
    )
