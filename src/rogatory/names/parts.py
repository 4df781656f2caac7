"""A name as its words, each with the part it plays as far as the form shows it.

Nothing is thrown away: titles and particles stay, with a role that lets the comparison weigh them. What is joined in
one country and parted in another (`Abd al-Rahman`, `Ezat Ullah`, `Bolat uly`) is joined here.
"""

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from importlib.resources import files
from typing import Final

from rogatory.names.text import LONGEST, clean, is_cut, script_of, scripts

MOST_WORDS: Final = 12
"""Words of a name that are compared; what is beyond is left out, and told."""


class Role(Enum):
    """The part a word plays in a name."""

    GIVEN = "given name"
    FAMILY = "family name"
    PATRONYMIC = "patronymic"
    NAME = "name"
    """Given or family name: the form does not show which."""
    TITLE = "title"
    PARTICLE = "particle"


_WEIGHT: Final = {
    Role.GIVEN: 1.0,
    Role.FAMILY: 1.0,
    Role.NAME: 1.0,
    Role.PATRONYMIC: 0.8,
    Role.TITLE: 0.25,
    Role.PARTICLE: 0.05,
}
"""How much a part tells of who it is."""
_KUNYA: Final = ("abu ", "abou ", "umm ", "oum ", "أبو ", "ابو ", "أم ", "абу ")
_LETTER: Final = 0.1
_SHORTEST_SIZE, _LONGEST_SIZE = 0.5, 1.3


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name.

    Attributes:
        raw: The word as it stands in the name.
        text: The word to be read: small letters, joined with what belongs to it.
        role: The part it plays.
        bound: Whether a hyphen binds it to the word before, and none to the word after, as in *Ji-an*: so no article.
        weight: How much that part tells of who it is.
        size: The same, and more for a longer word.
        is_kunya: Whether it names somebody after a child, as *Abu Maryam* does.
    """

    raw: str
    text: str
    role: Role
    bound: bool = field(default=False, compare=False)
    weight: float = field(init=False, compare=False)
    size: float = field(init=False, compare=False)
    is_kunya: bool = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Weigh it once, as it is compared often."""
        weight = _WEIGHT[self.role]
        object.__setattr__(self, "weight", weight)
        object.__setattr__(self, "is_kunya", self.raw.lower().replace("-", " ").startswith(_KUNYA))
        object.__setattr__(self, "size", weight * min(_LONGEST_SIZE, _SHORTEST_SIZE + _LETTER * len(self.text)))


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts.

    Attributes:
        raw: The name as it was given.
        text: The name, cleaned.
        scripts: Its scripts, in the order in which they first stand in it.
        words: Its words in order; empty where the name holds no letter.
        notes: What was cut or left out, in words.
    """

    raw: str
    text: str
    scripts: tuple[str, ...]
    words: tuple[Word, ...]
    notes: tuple[str, ...] = ()


def _listed(kind: str) -> frozenset[str]:
    """The words of one kind in the table of the package."""
    text = files("rogatory.names").joinpath("data", "elements.txt").read_text(encoding="utf-8")
    rows = (line.partition("\t") for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for named, _, words in rows if named == kind for word in words.split())


_TITLES: Final = _listed("title")
_MAYBE_TITLES: Final = _listed("name or title")
_PARTICLES: Final = _listed("particle")
_INSIDE: Final = _listed("particle inside")
_ARTICLES: Final = _listed("article")
_CUT_OFF: Final = _listed("article cut off")
_CHILD_OF: Final = _listed("child of")
_CHILD_AFTER: Final = _listed("child after")
_JOINS_NEXT: Final = _listed("joins next")
_JOINS_BEFORE: Final = _listed("joins before")
# In Latin letters beside those of Russian: Ukrainian by resolution 55 of 27 January 2010, Belarusian by ICAO Doc 9303.
_PATRONYMIC: Final = re.compile(
    r"(?:[oe]vi(?:ch|tch|c|č|ć|cz)|[oe]vn[ay]|[oe]wna|[oe]witsch|ichna|inichna|"
    r"[oe]vych|ivna|avi(?:ch|č)|(?<=\w{4})[ae][uŭ]na|"
    r"(?:ович|евич|овна|евна|ична|івна|ївна|йович|ьович|евіч|овіч|авіч|аўна|еўна)|"
    r"(?:uly|ulı|oglu|oğlu|ogly|oghlu|kyzy|qyzy|qizi|kizi|ұлы|улы|қызы|кызы|оглу|оглы|уулу|ўғли))$"
)
_WORD: Final = re.compile(r"[\w'.]+")
_INITIALS: Final = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
"""Initials with no space between, as J.R. of J. R. Romero."""
_MACHINE: Final = re.compile(r"^(?:[PIAVC][A-Z<][A-Z<]{3})?([A-Z<]+)$")
_COMPOUND: Final = _listed("family of two")
_PAIR: Final = 2
_LONGEST_UNSPACED: Final = 4


@lru_cache(maxsize=65536)
def parse(raw: str) -> Name:
    """A name in its parts. An empty name, or one of marks only, has no words."""
    text = clean(raw)
    notes = [f"only the first {LONGEST} letters are compared"] if is_cut(raw) else []
    words = _machine_readable(text) if "<" in text else _sorted_out(text)
    if len(words) > MOST_WORDS:
        words = words[:MOST_WORDS]
        notes.append(f"only the first {MOST_WORDS} words are compared")
    return Name(raw, text, scripts(text), tuple(words), tuple(notes))


def father_in(patronymic: str) -> str:
    """The father's name in a patronymic, as `arkad` in `arkadovich`; empty where its ending does not show it."""
    stem = _PATRONYMIC.sub("", patronymic)
    return stem if stem != patronymic else ""


def _machine_readable(text: str) -> list[Word]:
    """The words of a name of a machine-readable zone (ICAO Doc 9303): family name, two fillers, given names."""
    zone = re.sub(r"\s", "", text).upper()
    if zone.startswith("P") and len(zone) > len("P<KAZ") and "<<" in zone[5:]:
        match = _MACHINE.match(zone)
        zone = match.group(1) if match else zone
    family, _, given = (part.replace("<", " ") for part in zone.strip("<").partition("<<"))
    return _joined(_words(family, Role.FAMILY if given.strip() else Role.NAME) + _words(given, Role.GIVEN))


def _sorted_out(text: str) -> list[Word]:
    """The words of a name as people write it."""
    family, comma, given = text.partition(",")
    if not comma or not _WORD.search(given):
        return _joined(_in_capitals(_words(text, Role.NAME)))
    if {word.lower().strip(".") for word in _WORD.findall(given)} <= _TITLES | {"jr", "sr", "ii", "iii"}:
        return _joined(_words(text, Role.NAME))
    families, givens = _words(family, Role.FAMILY), _words(given, Role.GIVEN)
    if givens and families and givens[-1].text in _JOINS_NEXT:
        # `BAQI, Abdul` is Abdul Baqi and `MARZUQ, Musa Abu` Musa Abu Marzuq: one name, which the comma has cut.
        families[0] = _both(givens.pop(), families[0], Role.FAMILY)
    return _joined(families + givens)


def _words(text: str, role: Role) -> list[Word]:
    """The words between spaces and hyphens, all with the same role."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        raw = match.group().strip("'._")
        if _INITIALS.fullmatch(raw):
            found.extend(Word(letter, letter.lower(), role) for letter in raw.split("."))
        elif any(letter.isalnum() for letter in raw):
            bound = text[: match.start()].endswith("-") and not text.startswith("-", match.end())
            found.extend(_unspaced(raw, role, bound=bound))
    return found


def _unspaced(raw: str, role: Role, *, bound: bool) -> list[Word]:
    """Family and given name of a word in Han or Hangul, which are written without a space."""
    script = script_of(raw[0])
    if role is not Role.NAME or script not in {"Han", "Hangul"} or not 1 < len(raw) <= _LONGEST_UNSPACED:
        return [Word(raw, raw.lower(), role, bound)]
    cut = _PAIR if raw[:_PAIR] in _COMPOUND and len(raw) > _PAIR else 1
    return [Word(raw[:cut], raw[:cut], Role.FAMILY), Word(raw[cut:], raw[cut:], Role.GIVEN)]


def _in_capitals(words: list[Word]) -> list[Word]:
    """The words, with a family name where some, and not all, stand in capitals."""
    cased = [word for word in words if word.raw.lower() != word.raw.upper() and len(word.raw) > 1]
    loud = [word for word in cased if word.raw == word.raw.upper()]
    if (
        not loud
        or len(loud) == len(cased)
        or any(word.raw[1:] != word.raw[1:].lower() for word in cased if word not in loud)
    ):
        return words
    return [
        Word(word.raw, word.text, Role.FAMILY if word in loud else Role.GIVEN if word in cased else word.role)
        for word in words
    ]


def _joined(words: list[Word]) -> list[Word]:
    """The words with titles and particles told apart, and what belongs together in one."""
    found: list[Word] = []
    joining = child = False
    for at, word in enumerate(words):
        text = word.text.strip(".'")
        inner = 0 < at < len(words) - 1
        if joining and text in _ARTICLES:
            found[-1] = Word(
                f"{found[-1].raw} {word.raw}", found[-1].text + ("ال" if text == "ال" else "al"), found[-1].role
            )
            continue
        if text in _JOINS_BEFORE and len(found) > 1 and found[-1].text in _ARTICLES:
            article = found.pop()
            found[-1] = _both(_both(found[-1], article), word)
        elif joining or (found and found[-1].role not in {Role.TITLE, Role.PARTICLE} and text in _JOINS_BEFORE):
            found[-1] = _both(found[-1], word)
            joining = False
        elif found and text in _CHILD_AFTER:
            found[-1] = _both(found[-1], word, Role.PATRONYMIC)
        elif text in _CHILD_OF and inner:
            found.append(Word(word.raw, text, Role.PARTICLE))
            child = True
        elif _is_particle(words, at, text):
            found.append(Word(word.raw, text, Role.PARTICLE))
        elif (text in _TITLES and len(words) > 1) or (text in _MAYBE_TITLES and at == 0 and _before_two(words)):
            found.append(Word(word.raw, text, Role.TITLE))
        else:
            role = Role.PATRONYMIC if child or (found and _PATRONYMIC.search(text)) else word.role
            found.append(Word(word.raw, text, role))
            joining = text in _JOINS_NEXT and at < len(words) - 1
            child = False
    return found


def _is_particle(words: list[Word], at: int, text: str) -> bool:
    """Whether a word is a particle or an article; at the end only an article that a comma cut off (Inayat ur)."""
    if words[at].bound:
        return False
    if at == len(words) - 1:
        return at > 1 and words[at].role is Role.GIVEN and text in _CUT_OFF
    return (text in (_PARTICLES | _ARTICLES) or (at > 0 and text in _INSIDE)) and not _is_a_name(words[at], len(words))


def _before_two(words: list[Word]) -> bool:
    """Whether two words beside the first bear a name: Hafez al-Assad is a name, and no title before one."""
    return sum(word.text.strip(".'") not in _PARTICLES | _INSIDE | _ARTICLES | _CHILD_OF for word in words[1:]) >= _PAIR


def _is_a_name(word: Word, of: int) -> bool:
    """Whether what may be a particle is a name: Ван И is no van."""
    return of == _PAIR and script_of(word.raw[0]) == "Cyrillic" and word.raw[0].isupper()


def _both(left: Word, right: Word, role: Role | None = None) -> Word:
    """Two words as one."""
    return Word(f"{left.raw} {right.raw}", left.text + right.text, role or left.role)
