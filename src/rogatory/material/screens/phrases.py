"""Phrases, numbers, addresses and signs of all lists, found in a text that is gone through once."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate, takewhile
from typing import Final

from rogatory.material.screens.found import Hit, Reading, Screen, Weight
from rogatory.material.screens.lists import Rule, Together, rules, signs, together

_ALIKE: Final = {
    "i": "[iıİI]", "ı": "[iıİI]", "е": "[еёЕЁ]", "ё": "[еёЕЁ]", "'": "['’ʼ`´]?", "-": r"[-‐‑–\s]?",
    "\u200c": r"[\u200c\s]?", "ي": "[يی]", "ی": "[يی]", "ك": "[كک]", "ک": "[كک]", "أ": "[أا]", "إ": "[إا]",
}  # fmt: skip
_BOX: Final = re.compile(r"[\w.+%'-]")
_AT_HOST: Final = re.compile(r"@[\w-]+(?:\.[\w-]+)+")
_HOUSES: Final = tuple(re.compile(rf"{before}([\w-]+(?:\.[\w-]+)+)") for before in ("@", r"www\."))
_PARTED: Final = re.compile(r"(\w[\w\u0300-\u036f]*)")
_WITHIN: Final = re.compile("['\u200c-]")
_DIGITS: Final = str.maketrans("123456789", "000000000")
_DIGIT: Final = re.compile(r"\d")
_LETTERS: Final = str.maketrans({"ı": "i", "ی": "ي", "ک": "ك", "ʼ": None})
_REMEMBERED: Final = 200_000
"""Words that are kept with what may begin at them, so that each is looked at once."""
_LONGEST: Final = 40
"""Letters of a word that are looked at; no phrase begins with a longer one."""
_PIECE: Final = 1 << 16
"""Characters of a text of which the words are taken at once."""
_COMMON: Final = (
    "the of to in and for on be not was are at an by if do my me we no it is he has had you who why as with this "
    "au du de la le les un une des en est sur par pas que qui son ses se ne me ma mon ai à sous sans "
    "het een van op in de te is die niet met om zijn uit geen voor mijn ons "
    "der die das den dem ein eine zu im in ist nicht mit bei von auf als ich wir für mein "
    "в во на не по о об из за от до с к у и я мы вы он она мо* наш* без под для при "
    "bir ve bu el los las no se por con del al mi su di da il lo si per non che o os um na no"
)
_EVERYWHERE: Final = frozenset(_COMMON.split())
"""Words that stand everywhere: a phrase that begins with one is looked for at the next."""
_BACK: Final = 4
"""Words of a phrase that may stand before the one at which it is looked for."""
_SPACE: Final = r"[\s­ ]+"
_MARK: Final = "[̀-ͯ]?"


@dataclass(eq=False)
class _Ready:
    """Words ready to be found: those of a rule, or of a kind of sign in a language."""

    phrases: tuple[str, ...]
    screen: Screen
    rule: Rule | None
    sign: str = ""
    language: str = ""
    back: int = 0
    expression: str = ""
    alone: bool = False
    """One word, and it is met already where it is looked for."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds them; made when it is first needed, as most never are."""
        told = self.expression or rf"(?<!\w){_branches([_letters(phrase) for phrase in self.phrases])}"
        return re.compile(told, re.IGNORECASE)


class _Able(dict[str, tuple[_Ready, ...]]):
    """By word as it is written, what may begin there, or at the word before."""

    def __init__(self, at: Iterable[tuple[str, _Ready]]) -> None:
        """Take what is looked for at which words; a star is any ending."""
        self._whole: dict[str, list[_Ready]] = {}
        self._stems: dict[str, list[_Ready]] = {}
        told: set[tuple[str, ...]] = set()
        for word, ready in at:
            stem = word.removesuffix("*")
            kept = self._whole if stem == word else self._stems
            kept.setdefault(_plain(stem), []).append(ready)
            letters = unicodedata.normalize("NFC", stem.lower())
            told.add((*(r"\d" if one == "0" else _letter(one) for one in letters), *([r"(?!\w)"] * (stem == word))))
        self._known = re.compile(_branches([*told]), re.IGNORECASE)
        self._lengths: dict[str, list[int]] = {}
        for stem in sorted(self._stems, key=len):
            lengths = self._lengths.setdefault(stem[:2], [])
            if len(stem) not in lengths:
                lengths.append(len(stem))
        self._nothing: set[str] = set()
        super().__init__()

    def among(self, words: set[str]) -> dict[str, tuple[_Ready, ...]]:
        """Those of the words at which something may begin. Few are, and of most one pattern says so at once."""
        new = words - self._nothing
        found = {word: able for word in filter(self._known.match, new) if (able := self[word])}
        if len(self._nothing) >= _REMEMBERED:
            self._nothing.clear()
        self._nothing |= new - found.keys()
        return found

    def __missing__(self, word: str) -> tuple[_Ready, ...]:
        plain = _plain(word[:_LONGEST])
        found = [*self._whole.get(plain, ())]
        for head in (plain[:1], plain[:2]):
            for length in self._lengths.get(head, ()):
                found += self._stems.get(plain[:length], ())
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = able = tuple(dict.fromkeys(found))
        return able


@dataclass(frozen=True, slots=True)
class _Compiled:
    able: _Able
    everywhere: tuple[tuple[Screen, Rule, re.Pattern[str]], ...]
    houses: dict[str, tuple[Screen, Rule]]
    together: tuple[tuple[Screen, Together], ...]


def find(reading: Reading) -> Iterator[Hit]:
    """Every place in which a phrase of any list stands, or signs stand close together, field by field."""
    compiled = _compiled()
    for field, place, value in reading.parts():
        for found in (_by_words(value, compiled), _everywhere(value, compiled)):
            for screen, rule, (start, end) in found:
                yield Hit(screen, rule.id, Weight.PHRASE, rule.reason, rule.source, field, place, start, end)


_Found = tuple[Screen, Rule, tuple[int, int]]


def _by_words(value: str, compiled: _Compiled) -> Iterator[_Found]:
    """Phrases, and what signs of one language tell together."""
    marks: dict[str, list[tuple[int, int, str]]] = {}
    for starts, end, able in _places(value, compiled):
        for ready in able:
            if ready.alone:
                marks.setdefault(ready.language, []).append((starts[-1], end, ready.sign))
            elif ready.back < len(starts) and (match := ready.pattern.match(value, starts[-1 - ready.back])):
                if ready.rule:
                    yield ready.screen, ready.rule, match.span()
                else:
                    marks.setdefault(ready.language, []).append((*match.span(), ready.sign))
    for of_language in marks.values():
        for screen, told in compiled.together:
            for span in _close(of_language, told):
                yield screen, told.rule, span


def _everywhere(value: str, compiled: _Compiled) -> Iterator[_Found]:
    """Numbers that begin with no word, and addresses of houses."""
    for screen, rule, pattern in compiled.everywhere:
        for match in pattern.finditer(value):
            yield screen, rule, match.span()
    for house in _HOUSES:
        for match in house.finditer(value):
            if known := _house(compiled.houses, match[1].casefold()):
                yield *known, match.span()


def _places(value: str, compiled: _Compiled) -> Iterator[tuple[list[int], int, tuple[_Ready, ...]]]:
    """What may begin at a word or shortly before; where those words begin, itself last, and where it ends."""
    places: list[tuple[list[int], str]] = []
    able: dict[str, tuple[_Ready, ...]] = {}
    earlier: list[int] = []
    at = 0
    while at < len(value):
        end = at + _PIECE
        while end < len(value) and not value[end].isspace():
            end += 1
        # Words and what lies between them, in turn: most words are nothing, and are passed over without being touched.
        parts = _PARTED.split(value[at:end])
        words = parts[1::2]
        starts = [*earlier, *list(accumulate(map(len, parts), initial=at))[1:-1:2]]
        if here := compiled.able.among(set(words)):
            able |= here
            shift = len(earlier) + 1
            numbers = ((number + shift, word) for number, word in enumerate(words) if word in here)
            places += ((starts[max(0, number - _BACK - 1) : number], word) for number, word in numbers)
        earlier = starts[-_BACK:]
        at = end
    worth = _worth(able, compiled)
    for starts, word in places:
        if found := worth.get(word):
            yield starts, starts[-1] + len(word), found


def _worth(able: dict[str, tuple[_Ready, ...]], compiled: _Compiled) -> dict[str, tuple[_Ready, ...]]:
    """Without the signs of which a text has too few in one language, wherever they stand."""
    seen: dict[str, set[str]] = {}
    for found in able.values():
        for ready in found:
            if ready.sign:
                seen.setdefault(ready.language, set()).add(ready.sign)
    told = {code for code, kinds in seen.items() if any(_enough(kinds, one) for _, one in compiled.together)}
    worth = {word: tuple(r for r in found if r.rule or r.language in told) for word, found in able.items()}
    return {word: found for word, found in worth.items() if found}


def _enough(kinds: set[str], told: Together) -> bool:
    seen = kinds & told.signs
    return len(seen) >= told.least and all(seen & group for group in told.groups)


def _house(houses: dict[str, tuple[Screen, Rule]], host: str) -> tuple[Screen, Rule] | None:
    while "." in host:
        if known := houses.get(host):
            return known
        host = host.partition(".")[2]
    return None


def _close(all_marks: list[tuple[int, int, str]], told: Together) -> Iterator[tuple[int, int]]:
    """Where enough different signs stand close together; after one such place the next is looked for behind it."""
    if not _enough({sign for _, _, sign in all_marks}, told):
        return
    marks = sorted(mark for mark in all_marks if mark[2] in told.signs)
    first, counted = 0, dict.fromkeys(told.signs, 0)
    for last, (start, end, sign) in enumerate(marks):
        counted[sign] += 1
        while start - marks[first][0] > told.within:
            counted[marks[first][2]] -= 1
            first += 1
        if _enough({kind for kind, count in counted.items() if count}, told):
            yield marks[first][0], end
            first, counted = last + 1, dict.fromkeys(told.signs, 0)


def addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Every e-mail address in a text: first character, the one after the last, and the address."""
    # From the sign backwards: forwards, a long run of letters without one would be gone through from each of them.
    last = 0
    for match in _AT_HOST.finditer(text):
        start = match.start()
        while start > last and _BOX.match(text, start - 1):
            start -= 1
        if start < match.start():
            last = match.end()
            yield start, last, text[start:last]


@cache
def _compiled() -> _Compiled:
    """Every phrase and sign by the word at which it is looked for; numbers and houses; what tells together."""
    at: list[tuple[str, _Ready]] = []
    everywhere: list[tuple[Screen, Rule, re.Pattern[str]]] = []
    houses: dict[str, tuple[Screen, Rule]] = {}
    for screen in Screen:
        for rule in rules(screen):
            at += _ready([p for words in rule.words.values() for p in words], screen, rule)
            houses |= dict.fromkeys(rule.domains, (screen, rule))
            for words, expression in rule.patterns:
                everywhere += [] if words else [(screen, rule, re.compile(expression, re.IGNORECASE))]
                for word in words.split():
                    at.append((word.lstrip("+"), _Ready((), screen, rule, back=word.count("+"), expression=expression)))
        for sign, by_language in signs(screen).items():
            for language, phrases in by_language.items():
                at += _ready(phrases, screen, None, sign, language)
    return _Compiled(
        _Able(at), tuple(everywhere), houses, tuple((screen, told) for screen in Screen for told in together(screen))
    )


def _ready(
    phrases: Iterable[str], screen: Screen, rule: Rule | None, sign: str = "", code: str = ""
) -> Iterator[tuple[str, _Ready]]:
    """Phrases, with the word each is looked for at; those that begin alike are one pattern."""
    by_head: dict[tuple[str, int], dict[str, set[str]]] = {}
    single = _Ready((), screen, rule, sign, code, alone=True)
    for phrase in phrases:
        if sign and not _WITHIN.search(phrase) and len(phrase.split()) == 1:
            yield phrase, single
            continue
        for word, back in _anchors(phrase):
            by_head.setdefault((_plain(word)[:2], back), {}).setdefault(phrase, set()).add(word)
    for (_, back), some in by_head.items():
        ready = _Ready(tuple(some), screen, rule, sign, code, back)
        yield from ((word, ready) for word in sorted({word for words in some.values() for word in words}))


def _anchors(phrase: str) -> Iterator[tuple[str, int]]:
    """At which words of a text a phrase is looked for, and how many of its own stand before that one.

    The first that does not stand everywhere. An apostrophe or hyphen parts words, or is left out.
    """
    first, *others = phrase.split()
    parts = _WITHIN.split(first)
    words = [*parts, *takewhile(lambda word: not _WITHIN.search(word), others)][: _BACK + 1]
    able = [number for number, word in enumerate(words) if len(word) > 1 and word not in _EVERYWHERE]
    back = able[0] if able else max(range(len(words)), key=lambda number: len(words[number]))
    yield words[back], back
    if len(parts) > 1:
        for end in range(2, len(parts) + 1):
            yield "".join(parts[:end]), 0


def _plain(letters: str) -> str:
    """Letters as all their forms are: small, without accents, dots and diaereses; and a 0 for any digit."""
    if letters.isascii():
        return letters.lower().translate(_DIGITS)
    plain = "".join(c for c in unicodedata.normalize("NFD", letters.casefold()) if not unicodedata.combining(c))
    return _DIGIT.sub("0", plain.translate(_LETTERS))


def _letters(phrase: str) -> tuple[str, ...]:
    """The phrase as patterns, one for each letter: any ending, apostrophe and line break, with or without accents."""
    found: list[str] = []
    for word in phrase.split():
        if found:
            found.append(_SPACE)
        stem = word.removesuffix("*")
        found += [_letter(letter) for letter in unicodedata.normalize("NFC", stem.lower())]
        found.append(r"\w*" if word.endswith("*") else r"(?!\w)")
    return tuple(found)


def _letter(letter: str) -> str:
    if letter in _ALIKE:
        return _ALIKE[letter]
    bare = unicodedata.normalize("NFD", letter)[0]
    # Capitals are often written without accents, and some programs write letter and accent apart.
    return f"[{letter}{bare}]{_MARK}" if bare != letter and bare.isascii() else re.escape(letter)


def _branches(phrases: list[tuple[str, ...]]) -> str:
    """One pattern for all phrases, in which what they begin with alike stands once: many times quicker."""
    ends = () in phrases
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        if phrase:
            by_first.setdefault(phrase[0], []).append(phrase[1:])
    ways = [first + _branches(rest) for first, rest in by_first.items()]
    if not ways:
        return ""
    return f"(?:{'|'.join(ways)}){'?' if ends else ''}"
