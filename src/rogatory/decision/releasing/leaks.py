"""Whether a text tells what may not leave: each confidential value is searched, its words, and its other spellings.

Searched are: the words as they stand; their spellings in other scripts, as far as `rogatory.names` reads them; days in
every form (`days_told`); numbers with any spacing; and words that tell of asylum, ill-treatment, relatives or registers
in several languages, whatever the file holds. What the requesting state told us itself, and what the decision says of
the office, is taken off first: exactly those words, and no other spelling of them.

A search proves nothing: somebody can always say the same in words nobody thought of. So the text is made of releasable
values first (`releasable`), and searched after.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Final, TypeVar

from rogatory.decision.documents.document import Document, Heading, Listing, Paragraph, Table
from rogatory.decision.releasing.common_words import COMMON, TELLING, sequences
from rogatory.decision.releasing.days_told import days_told, months_told, plain_of
from rogatory.names.eastern import is_eastern
from rogatory.names.reading_words import far, forms
from rogatory.names.romanising import readings
from rogatory.names.sounds import bones
from rogatory.names.text import clean, script_of

_WORD: Final = re.compile(r"[^\W_]+")
_ISO_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER: Final = re.compile(r"\d(?:[\s\-./–—,'’():]{0,3}\d)*")
_SHORTEST_WORD: Final = 4
"""Letters from which a word alone can tell something; shorter ones are searched within their phrase."""
_SHORTEST_NUMBER: Final = 5
_SHORTEST_PART: Final = 7
"""Digits from which a part of a number tells which one is meant."""
_LONGEST_DAY: Final = len("2013 - 10 - 05")
_WINDOW: Final = 5
"""Words in a row that are no longer chance."""
_NEAR: Final = 0.12
"""How far two spellings of one word are at most (`names.reading_words.far`)."""


Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Secret:
    """One value that may not leave.

    Attributes:
        kind: What it is: `finding`, `identity`, `submission` …; a compartment is named before it (`asylum finding`).
        place: Where in the case or beside it it stands: `findings[3].note`.
        text: The value; a day in ISO 8601.
    """

    kind: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Leak:
    """What a text tells that may not leave.

    Attributes:
        secret: What it tells.
        found: The words that tell it.
        how: `as written`, `word`, `part`, `other spelling`, `number`, `day`, `month` or `telling word`.
    """

    secret: Secret
    found: str
    how: str

    def __str__(self) -> str:
        """The leak in one line, for whoever may see the file."""
        return f"{self.found!r} ({self.how}: {self.secret.kind}, {self.secret.place})"


@dataclass(frozen=True)
class Confidential:
    """Everything of a case that may not leave, and what that state was told or told us itself.

    Attributes:
        secrets: The values.
        told: Texts that are no secret to that state: its own letter, and what the decision says of the office.
        told_on: Days that are none either.
    """

    secrets: tuple[Secret, ...]
    told: tuple[str, ...] = ()
    told_on: frozenset[date] = frozenset()

    @cached_property
    def told_words(self) -> frozenset[str]:
        """Words that are no secret, exactly as they stand (folded)."""
        return frozenset(w for text in self.told for w in _words(text))

    @cached_property
    def told_days(self) -> frozenset[date]:
        """Days that are no secret."""
        return self.told_on | frozenset(day for text in self.told for day in days_told(text))

    @cached_property
    def told_months(self) -> frozenset[tuple[int, int]]:
        """Months that are no secret."""
        named = frozenset(month for text in self.told for month in months_told(text))
        return named | {(day.year, day.month) for day in self.told_days}

    @cached_property
    def told_numbers(self) -> frozenset[str]:
        """Numbers that are no secret, as digits."""
        return frozenset(n for text in self.told for n in _numbers(text))

    @cached_property
    def _told_rows(self) -> tuple[str, ...]:
        return tuple(f" {' '.join(_words(text))} " for text in self.told)

    def tells(self, words: tuple[str, ...]) -> bool:
        """Whether a row of words stands in what is no secret."""
        phrase = f" {' '.join(words)} "
        return any(phrase in text for text in self._told_rows)

    # What is searched for, each with the first value that holds it.

    @cached_property
    def words(self) -> dict[str, Secret]:
        """Words that tell something by themselves."""
        rare = ((w, s) for s in self.secrets for w in _words(s.text) if _is_rare(w) and w not in self.told_words)
        return _first(rare)

    @cached_property
    def rows(self) -> dict[tuple[str, ...], Secret]:
        """Whole values of several words, and every part of them of five words."""
        whole = ((words, s) for s in self.secrets if _tells_as_a_whole(words := _words(s.text), s))
        parts = ((row, s) for s in self.secrets for row in _rows(_words(s.text), _WINDOW))
        found = _first((*whole, *parts))
        return {row: s for row, s in found.items() if row not in sequences(len(row)) and not self.tells(row)}

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """How many words the rows have."""
        return tuple(sorted({len(row) for row in self.rows}))

    @cached_property
    def numbers(self) -> dict[str, Secret]:
        """Numbers, as digits."""
        return _first((n, s) for s in self.secrets for n in _numbers(s.text) if n not in self.told_numbers)

    @cached_property
    def days(self) -> dict[date, Secret]:
        """Days."""
        return _first((day, s) for s in self.secrets for day in days_told(s.text) - self.told_days)

    @cached_property
    def months(self) -> dict[tuple[int, int], Secret]:
        """Months: those told, and those of the days."""
        told = _first((month, s) for s in self.secrets for month in months_told(s.text) - self.told_months)
        of_days = {(day.year, day.month): s for day, s in self.days.items()}
        return {month: s for month, s in (of_days | told).items() if month not in self.told_months}

    @cached_property
    def latin(self) -> dict[str, Secret]:
        """Words by how they may be written in Latin letters."""
        spelt = ((r.latin, s) for w, s in self._spellable() for r in readings(w))
        return _first((latin, s) for latin, s in spelt if len(latin) >= _SHORTEST_WORD)

    @cached_property
    def sounding(self) -> dict[str, tuple[tuple[str, Secret], ...]]:
        """Words by their consonant skeletons."""
        found: dict[str, tuple[tuple[str, Secret], ...]] = {}
        for word, secret in self._spellable():
            for key in _keys(word):
                found[key] = (*found.get(key, ()), (word, secret))
        return found

    def _spellable(self) -> Iterator[tuple[str, Secret]]:
        """The words that tell something, with their marks, as far as they are of a script that is read."""
        spelt = ((w.lower(), s) for s in self.secrets for w in _WORD.findall(_cleaned(s.text)))
        return ((w, s) for w, s in _first(spelt).items() if plain_of(w) in self.words and script_of(w[0]))


def leaks(text: str, confidential: Confidential) -> tuple[Leak, ...]:
    """Everything confidential a text tells, each word, row, number and day of it once; empty: nothing was found."""
    words = _words(text)
    return tuple(leak for search in _SEARCHES for leak in search(text, words, confidential))


def document_leaks(document: Document, confidential: Confidential) -> tuple[Leak, ...]:
    """Everything confidential a document tells, wherever in it: what a text changed by hand is searched with."""
    return leaks("\n".join(printed(document)), confidential)


def printed(document: Document) -> Iterator[str]:
    """Every text of a document, in the order it is read."""
    yield from (document.title, *document.sender, *document.addressee, document.place, document.day, document.case)
    yield from (part for reference in document.references for part in reference)
    for block in document.blocks:
        match block:
            case Heading(text):
                yield text
            case Paragraph(text, number, source):
                yield from (number, text, source)
            case Listing(items):
                yield from items
            case Table(head, rows, caption):
                yield from (caption, *head, *(cell for row in rows for cell in row))
    yield from document.signatory
    for annex in document.annexes:
        yield from printed(annex)


def _rows_told(_: str, words: tuple[str, ...], known: Confidential) -> Iterator[Leak]:
    for length in known.lengths:
        for row in _rows(words, length):
            if row in known.rows:
                secret = known.rows[row]
                yield Leak(secret, " ".join(row), "as written" if row == _words(secret.text) else "part")


def _words_told(_: str, words: tuple[str, ...], known: Confidential) -> Iterator[Leak]:
    for word in dict.fromkeys(words):
        if word in known.words:
            yield Leak(known.words[word], word, "word")
        elif is_eastern(word):
            # In scripts that part no words it may stand within a longer run of letters.
            yield from (Leak(s, w, "word") for w, s in known.words.items() if is_eastern(w) and w in word)


def _spellings_told(text: str, _: tuple[str, ...], known: Confidential) -> Iterator[Leak]:
    for word in dict.fromkeys(_WORD.findall(_cleaned(text))):
        plain = plain_of(word)
        if not _is_rare(plain) or plain in known.told_words or plain in known.words:
            continue
        if plain in known.latin:
            yield Leak(known.latin[plain], word, "other spelling")
        else:
            yield from _sounding(word, known)


def _sounding(word: str, known: Confidential) -> Iterator[Leak]:
    """The first value of which a word is another spelling."""
    for key in _keys(word.lower()):
        for other, secret in known.sounding.get(key, ()):
            if far(other, word.lower()) <= _NEAR:
                yield Leak(secret, word, "other spelling")
                return


def _numbers_told(text: str, _: tuple[str, ...], known: Confidential) -> Iterator[Leak]:
    for number in _numbers(text):
        if number not in known.told_numbers:
            for other, secret in known.numbers.items():
                if other in number or (len(number) >= _SHORTEST_PART and number in other):
                    yield Leak(secret, number, "number")
                    break


def _days_told(text: str, _: tuple[str, ...], known: Confidential) -> Iterator[Leak]:
    told = days_told(text) - known.told_days
    yield from (Leak(known.days[day], day.isoformat(), "day") for day in sorted(told) if day in known.days)
    months = months_told(text) - known.told_months
    yield from (Leak(known.months[m], "{}-{:02}".format(*m), "month") for m in sorted(months) if m in known.months)


def _telling_words(_: str, words: tuple[str, ...], known: Confidential) -> Iterator[Leak]:
    """Words that tell of what no text for that state speaks of, whatever the file holds."""
    for word in dict.fromkeys(words):
        about = next((about for about, telling in TELLING.items() if word in telling), None)
        if about and word not in known.told_words:
            yield Leak(Secret(about, "any case", word), word, "telling word")


_SEARCHES: Final[tuple[Callable[[str, tuple[str, ...], Confidential], Iterator[Leak]], ...]] = (
    _rows_told, _words_told, _numbers_told, _days_told, _spellings_told, _telling_words,
)  # fmt: skip
"""Each way to search."""


def _first(pairs: Iterable[tuple[Key, Secret]]) -> dict[Key, Secret]:
    found: dict[Key, Secret] = {}
    for key, secret in pairs:
        found.setdefault(key, secret)
    return found


def _tells_as_a_whole(words: tuple[str, ...], secret: Secret) -> bool:
    """Whether several words together tell something: a name, some with a rare word, or many."""
    if len(words) == 1:
        return False
    return secret.kind.endswith("identity") or any(map(_is_rare, words)) or len(words) >= _WINDOW


@lru_cache(maxsize=16384)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain_of(text)))


def _rows(words: tuple[str, ...], length: int) -> Iterator[tuple[str, ...]]:
    return (words[at : at + length] for at in range(len(words) - length + 1))


@lru_cache(maxsize=16384)
def _numbers(text: str) -> tuple[str, ...]:
    """The numbers of a text as digits, whatever stands between these, whole and in parts; no days."""
    if not any(map(str.isdigit, text)):
        return ()
    found: dict[str, None] = {}
    for run in _NUMBER.findall(_ISO_DAY.sub(" | ", plain_of(text))):
        for number in (run, *run.split()):
            digits = "".join(c for c in number if c.isdigit())
            if len(digits) >= _SHORTEST_NUMBER and not _is_day(number):
                found[digits] = None
    return tuple(found)


def _is_day(number: str) -> bool:
    return len(number) <= _LONGEST_DAY and bool(days_told(number) or months_told(number))


@lru_cache(maxsize=65536)
def _is_rare(word: str) -> bool:
    """Whether a word says something by itself: long enough, and none of those every decision uses."""
    if word in COMMON or word.isdigit():
        return False
    return len(word) >= _SHORTEST_WORD or (len(word) > 1 and is_eastern(word))


@lru_cache(maxsize=65536)
def _keys(word: str) -> tuple[str, ...]:
    """The consonant skeletons of a word in every reading; those of one consonant tell too little."""
    return tuple({key for form in forms(word) if len(key := bones(form.signs)) > 1})


def _cleaned(text: str) -> str:
    """A text of any length, cleaned of what is not writing as names are, piece by piece."""
    return " ".join(clean(piece) for piece in text.split())
