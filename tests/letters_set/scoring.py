"""What was read of a letter, beside what it tells."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from hashlib import sha256

from rogatory.extraction import forms
from rogatory.extraction.found import Purse
from rogatory.extraction.limits import LIMITS
from rogatory.received.pages import Part, State, page_of
from rogatory.received.proposed import Field, Proposed
from tests.letters_set.model import Letter, Told
from tests.letters_set.plain import pages

_PART_OF = 0.6
"""How much of a name or of an offence must be the same where one holds the other."""
_SCANNED = 0.93
"""How alike words read off an image must be: a letter may be wrong."""
_ABOUT = 0.75
"""How alike a name and what was read in its place are, where a human reads it."""
_OF_PERSON = (Field.BIRTH, Field.NATIONALITY, Field.NUMBER)
_LOOK_ALIKE = str.maketrans("АВЕКМНОРСТУХІЈ", "ABEKMHOPCTYXIJ")


def as_text(letter: Letter) -> Part:
    """The letter as plain text, read without any file."""
    if letter.data:
        return read_json(letter)
    texts = pages(letter)
    whole = "\f".join(texts).encode()
    read = tuple(page_of(number, text) for number, text in enumerate(texts, 1))
    return Part(f"{letter.name}.txt", "text/plain", sha256(whole).hexdigest(), len(whole), State.READ, pages=read)


def read_json(letter: Letter) -> Part:
    """The notice as it is read, without the sandbox."""
    data = letter.data.encode()
    found = forms.read_json(data, Purse(LIMITS, len(data)))
    return Part(
        f"{letter.name}.json",
        "application/json",
        sha256(data).hexdigest(),
        len(data),
        State.READ,
        pages=tuple(found.pages),
    )


@dataclass
class Score:
    """How often a field was read right.

    Attributes:
        right: Values told and proposed.
        missed: Values told that must be found and were not proposed.
        wrong: Values proposed that the letter does not tell; what is left to a human to read is missed, and not wrong.
        errors: Each fault, in words.
    """

    right: int = 0
    missed: int = 0
    wrong: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Count another one in."""
        self.right += other.right
        self.missed += other.missed
        self.wrong += other.wrong
        self.errors += other.errors

    @property
    def precision(self) -> float:
        """Share of what was proposed that the letter tells; 1 where nothing was."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of what the letter tells that was proposed; 1 where it tells nothing."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def score(letter: Letter, proposed: Sequence[Proposed], *, scanned: bool = False) -> dict[Field, Score]:
    """What was proposed of a letter, beside what it tells, for each field."""
    whom = _whom(letter, proposed, scanned)
    made = {}
    for of in Field:
        told = [t for t in letter.told if t.field is of]
        given = [p for p in proposed if p.field is of and p.value]
        result, found = Score(), set()
        for one in given:
            fits = {n for n, t in enumerate(told) if _same(t, one, scanned) and _of_same(t, one, whom)}
            found |= fits
            if not fits:
                result.wrong += 1
                result.errors.append(f"{letter.name}: wrong {of.name} {one.value!r}: {one.raw!r} ({one.why})")
        result.right = len({n for n in found if told[n].required})
        for n, one_told in enumerate(told):
            if one_told.required and n not in found:
                result.missed += 1
                result.errors.append(f"{letter.name}: missed {of.name} {one_told.value!r}: {one_told.raw!r}")
        made[of] = result
    return made


def total(scores: Iterable[Score]) -> Score:
    """All of them together."""
    made = Score()
    for one in scores:
        made.add(one)
    return made


def _whom(letter: Letter, proposed: Sequence[Proposed], scanned: bool) -> dict[str, str]:
    """Which person of the letter each person proposed is."""
    told = [t for t in letter.told if t.field is Field.PERSON]
    given = [p for p in proposed if p.field is Field.PERSON and p.about]
    return {p.about: t.about for p in given for t in told if _same(t, p, scanned) or _is_by_hand(t, p)}


def _is_by_hand(told: Told, proposed: Proposed) -> bool:
    """Whether a name that was read too badly to be proposed is that of a person: whom it is about the place tells."""
    first, second = (_bare(_name(text)) for text in (told.value, proposed.raw))
    return not proposed.value and SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ABOUT


def _of_same(told: Told, proposed: Proposed, whom: dict[str, str]) -> bool:
    return told.field not in _OF_PERSON or whom.get(proposed.about) == told.about


def _same(told: Told, proposed: Proposed, scanned: bool) -> bool:
    values = (told.value, *told.also)
    match told.field:
        case Field.PERSON:
            return any(_alike(_name(v), _name(proposed.value), scanned) for v in values)
        case Field.AUTHORITY | Field.OFFENCE:
            return any(_holds(_plain(v), _plain(proposed.value), scanned) for v in values)
        case Field.REFERENCE | Field.NUMBER:
            return any(_figures(v) == _figures(proposed.value) for v in values)
        case Field.ARTICLE:
            state, number, _ = told.value.split()
            return proposed.value.startswith(state) and number in re.findall(r"\d+", proposed.value)
        case _:
            return proposed.value in values


def _alike(one: str, other: str, scanned: bool) -> bool:
    if not scanned or one == other:
        return one == other
    # A mark that was lost must not change the order in which the words of a name are compared.
    first, second = (" ".join(sorted(_bare(text).split())) for text in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _SCANNED


def _bare(text: str) -> str:
    """The letters without their marks, which are read off no image for certain."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _holds(one: str, other: str, scanned: bool) -> bool:
    short, long = sorted((one, other), key=len)
    if short in long and len(short) >= _PART_OF * len(long):
        return True
    return _alike(one, other, scanned)


def _plain(text: str) -> str:
    small = text.replace("İ", "i").replace("ı", "i").replace("I", "i").casefold()
    return " ".join(re.sub(r"[^\w]+", " ", unicodedata.normalize("NFC", small)).split())


def _name(text: str) -> str:
    return " ".join(sorted(_plain(text.replace("SS", "ß") if "ß" in text else text).replace("ß", "ss").split()))


def _figures(text: str) -> str:
    """Letters and figures of a number, without the state and the kind before it."""
    number = text.rsplit(":", 1)[-1]
    return re.sub(r"[\W_]", "", number.upper().translate(_LOOK_ALIKE)).lstrip("№")
