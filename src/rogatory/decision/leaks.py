"""Whether a text tells what may not leave: each confidential value is searched, its words, and its other spellings.

Searched are: the words as they stand; their spellings in other scripts, as far as `rogatory.names` reads them; days in
every form (`days_told`); numbers with any spacing; and words that tell of asylum, ill-treatment, relatives or registers
in several languages, whatever the file holds. What the requesting state told us itself, and what the decision says of
the office, is taken off first: exactly those words, and no other spelling of them.

A search proves nothing: somebody can always say the same in words nobody thought of. So the text is made of releasable
values first (`releasable`), and searched after.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Final

from rogatory.decision.common_words import COMMON, TELLING, sequences
from rogatory.decision.days_told import days_told, months_told
from rogatory.linkage.date_words import folded
from rogatory.names.eastern import is_eastern
from rogatory.names.reading_words import far, forms
from rogatory.names.sounds import bones
from rogatory.names.text import clean, script_of

_WORD: Final = re.compile(r"[^\W_]+")
_NUMBER: Final = re.compile(r"\d(?:[\s\-./–—,'’():]{0,3}\d)*")
_SHORTEST_WORD: Final = 4
"""Letters from which a word alone can tell something; shorter ones are searched within their phrase."""
_SHORTEST_NUMBER: Final = 5
_WINDOW: Final = 5
"""Words in a row that are no longer chance."""
_NEAR: Final = 0.12
"""How far two spellings of one word are at most (`names.reading_words.far`)."""


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
        how: `as written`, `word`, `part`, `other spelling`, `day`, `month`, `number` or `telling word`.
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
        days: Days that are none either.
    """

    secrets: tuple[Secret, ...]
    told: tuple[str, ...] = ()
    days: frozenset[date] = frozenset()

    @cached_property
    def told_words(self) -> frozenset[str]:
        """Words that are no secret, exactly as they stand (folded)."""
        return frozenset(w for text in self.told for w in _words(text))

    @cached_property
    def told_days(self) -> frozenset[date]:
        """Days that are no secret."""
        return self.days | frozenset(day for text in self.told for day in days_told(text))

    @cached_property
    def told_texts(self) -> tuple[str, ...]:
        """The texts as words with one blank between."""
        return tuple(f" {' '.join(_words(text))} " for text in self.told)

    @cached_property
    def told_numbers(self) -> frozenset[str]:
        """Numbers that are no secret, as digits."""
        return frozenset(n for text in self.told for n in _numbers(text))

    def tells(self, words: tuple[str, ...]) -> bool:
        """Whether a sequence of words stands in what is no secret."""
        phrase = f" {' '.join(words)} "
        return any(phrase in text for text in self.told_texts)


@dataclass(frozen=True)
class _Text:
    """A text as it is searched."""

    raw: str
    known: Confidential

    @cached_property
    def words(self) -> tuple[str, ...]:
        return _words(self.raw)

    @cached_property
    def phrase(self) -> str:
        return f" {' '.join(self.words)} "

    @cached_property
    def set(self) -> frozenset[str]:
        return frozenset(self.words)

    @cached_property
    def windows(self) -> frozenset[tuple[str, ...]]:
        return frozenset(_windows(self.words))

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        return tuple(n for n in _numbers(self.raw) if n not in self.known.told_numbers)

    @cached_property
    def days(self) -> frozenset[date]:
        return days_told(self.raw) - self.known.told_days

    @cached_property
    def months(self) -> frozenset[tuple[int, int]]:
        told = {(day.year, day.month) for day in self.known.told_days}
        told |= {month for text in self.known.told for month in months_told(text)}
        return months_told(self.raw) - told

    @cached_property
    def spoken(self) -> dict[str, tuple[str, ...]]:
        """By consonant skeleton, the words that may be another spelling of something."""
        found: dict[str, tuple[str, ...]] = {}
        for word in dict.fromkeys(_WORD.findall(clean_long(self.raw))):
            plain = folded(word)
            if _is_rare(plain) and plain not in self.known.told_words:
                for key in _keys(word.lower()):
                    found[key] = (*found.get(key, ()), word)
        return found


def leaks(text: str, confidential: Confidential) -> tuple[Leak, ...]:
    """Everything confidential a text tells; empty: nothing was found."""
    searched = _Text(text, confidential)
    found = [leak for secret in confidential.secrets if (leak := _leak(secret, searched)) is not None]
    return (*found, *_telling(searched))


def _leak(secret: Secret, text: _Text) -> Leak | None:
    for how, search in _SEARCHES:
        if (words := search(secret, text)) is not None:
            return Leak(secret, words, how)
    return None


def _as_written(secret: Secret, text: _Text) -> str | None:
    words = _words(secret.text)
    phrase = " ".join(words)
    enough = len(words) > 1 and (secret.kind.endswith("identity") or any(map(_is_rare, words)) or len(words) >= _WINDOW)
    if enough and f" {phrase} " in text.phrase and not text.known.tells(words) and words not in sequences(len(words)):
        return phrase
    return None


def _word(secret: Secret, text: _Text) -> str | None:
    for word in _words(secret.text):
        # In scripts that part no words it may stand within a longer run of letters.
        stands = word in text.set or (is_eastern(word) and word in text.phrase)
        if stands and _is_rare(word) and word not in text.known.told_words:
            return word
    return None


def _part(secret: Secret, text: _Text) -> str | None:
    for window in _windows(_words(secret.text)):
        if window in text.windows and window not in sequences(_WINDOW) and not text.known.tells(window):
            return " ".join(window)
    return None


def _spelling(secret: Secret, text: _Text) -> str | None:
    if not text.spoken:
        return None
    for word in _spellable(secret.text):
        for key in _keys(word):
            for other in text.spoken.get(key, ()):
                if far(clean(word).lower(), clean(other).lower()) <= _NEAR:
                    return other
    return None


def _told_day(secret: Secret, text: _Text) -> str | None:
    told = text.days & days_told(secret.text) if text.days else frozenset()
    return min(told).isoformat() if told else None


def _told_month(secret: Secret, text: _Text) -> str | None:
    if not text.months:
        return None
    known = months_told(secret.text) | {(day.year, day.month) for day in days_told(secret.text)}
    told = text.months & known
    return "{}-{:02}".format(*min(told)) if told else None


def _number(secret: Secret, text: _Text) -> str | None:
    for number in _numbers(secret.text):
        if number not in text.known.told_numbers and any(number in other for other in text.numbers):
            return number
    return None


_SEARCHES: Final = (
    ("as written", _as_written),
    ("word", _word),
    ("part", _part),
    ("number", _number),
    ("day", _told_day),
    ("month", _told_month),
    ("other spelling", _spelling),
)
"""Each way to search, and what it is called; the first that finds something tells."""


def _telling(text: _Text) -> Iterator[Leak]:
    """Words that tell of what no text for that state speaks of, whatever the file holds."""
    for about, words in TELLING.items():
        for word in words:
            if word in text.set and word not in text.known.told_words:
                yield Leak(Secret(about, "any case", word), word, "telling word")


@lru_cache(maxsize=16384)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(folded(text)))


def _windows(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (words[at : at + _WINDOW] for at in range(len(words) - _WINDOW + 1))


@lru_cache(maxsize=16384)
def _numbers(text: str) -> tuple[str, ...]:
    """The numbers of a text as digits, whatever stands between these; days are not numbers."""
    runs = (run for run in _NUMBER.findall(folded(text)) if not days_told(run) and not months_told(run))
    digits = ("".join(c for c in run if c.isdigit()) for run in runs)
    return tuple(d for d in digits if len(d) >= _SHORTEST_NUMBER)


@lru_cache(maxsize=65536)
def _is_rare(word: str) -> bool:
    """Whether a word says something by itself: long enough, and none of those every decision uses."""
    if word in COMMON or word.isdigit():
        return False
    return len(word) >= _SHORTEST_WORD or (len(word) > 1 and is_eastern(word))


@lru_cache(maxsize=16384)
def _spellable(text: str) -> tuple[str, ...]:
    """The words of a text that may be spelt otherwise, in small letters."""
    words = dict.fromkeys(w for w in _WORD.findall(clean_long(text)) if _is_rare(folded(w)) and script_of(w[0]))
    return tuple(word.lower() for word in words)


@lru_cache(maxsize=65536)
def _keys(word: str) -> tuple[str, ...]:
    """The consonant skeletons of a word in every reading; those of one consonant tell too little."""
    return tuple({key for form in forms(word) if len(key := bones(form.signs)) > 1})


def clean_long(text: str) -> str:
    """A text of any length, cleaned of what is not writing as names are, piece by piece."""
    return " ".join(clean(piece) for piece in text.split())
