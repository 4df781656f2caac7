"""The languages a letter is written in, told by the small words every sentence has."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from rogatory.received.fields.sheet import Sheet, Strip
from rogatory.received.proposed import Field, Proposed

_WORDS = {
    "en": "the of and to in for that is with by this on be from which has are was request any",
    "fr": "le la les des et en du une est que dans pour par sur au aux qui ce cette avec nous a été vous",
    "nl": "de het een en van in is dat te op met voor door aan zijn bij wordt deze die worden ook niet werd",
    "de": "der die das und den dem des ist mit von zu für auf ein eine wird nicht im werden wurde durch sie",
    "tr": "olunur edilmektedir istenmektedir göre sonra kadar şirketi şirketinin nolu numaralı kişi adresinde ederiz ederim yoktur değildir ile ilgili ve bir bu ile için olarak olan tarihinde hakkında sayılı gereğince talep edilen kapsamında üzere edilmesi da de",
    "es": "el los las una que por con para del se su como y al este",
    "it": "il lo gli della di che per con una sono nel alla è dei si",
    "pl": "i w z na do nie się jest o od przez oraz dla po",
    "ru": "и в на по с о от за для не что к при об из его является также",
    "uk": "і в на та до з що від за про для не у як",
    "kk": "және бойынша мен үшін туралы болып бұл осы деп",
}
_SETS = {code: frozenset(words.split()) for code, words in _WORDS.items()}
_CYRILLIC = frozenset({"ru", "uk", "kk"})
_KAZAKH, _UKRAINIAN = re.compile(r"[әғқңөұүһ]"), re.compile(r"[іїєґ]")
_WORD = re.compile(r"[^\W\d_]+")
_NAMES = {"en": "English", "fr": "French", "nl": "Dutch", "de": "German", "tr": "Turkish", "es": "Spanish", "it": "Italian",
          "pl": "Polish", "ru": "Russian", "uk": "Ukrainian", "kk": "Kazakh"}  # fmt: skip
FEWEST = 4
"""Small words of a language a page must have."""
_SHARE = 0.08
"""Of all words of a page that those of its language must be."""
_RARE = 20
"""Words of a Cyrillic text to one letter Russian has not, at the most, that still make it Russian: names have some."""
_LEAD = 1.5
"""Times as many as of the next language that share words with it."""


def languages(sheets: Sequence[Sheet]) -> Iterator[Proposed]:
    """Each language a page or a good part of one is written in, once, in the order in which they come."""
    told: set[str] = set()
    for sheet in sheets:
        for code in dict.fromkeys((language_of(sheet.small), *_of_parts(sheet.small))):
            if code and code not in told:
                told.add(code)
                strip = max(sheet.lines, key=partial(_count, sheet, code))
                why = f"the small words are those of {_NAMES[code]}"
                yield sheet.proposed(Field.LANGUAGE, (strip.start, strip.end), code, why)


_PART = 250
"""Letters of a paragraph by which alone a language is told."""


def _of_parts(small: str) -> Iterator[str]:
    """The languages of the longer paragraphs of a page."""
    for part in re.split(r"\n[ \t]*\n", small):
        if len(part) >= _PART:
            yield language_of(part)


def _count(sheet: Sheet, code: str, strip: Strip) -> int:
    return sum(word in _SETS[code] for word in _WORD.findall(sheet.small[strip.start : strip.end]))


def language_of(small: str) -> str:
    """The language of a text in small letters, as ISO 639-1; empty: too little text, or none that is known here."""
    found = _WORD.findall(small)
    count: Counter[str] = Counter(dict.fromkeys(_SETS, 0))
    for word in found:
        for code, known in _SETS.items():
            count[code] += word in known
    if sum(count[code] for code in _CYRILLIC):
        wrong = {"ru"} if len(_KAZAKH.findall(small)) + len(_UKRAINIAN.findall(small)) > len(found) / _RARE else {"uk"}
        for code in wrong:
            count[code] = 0
    (best, most), (_, second) = count.most_common(2)
    if most < FEWEST or most < _SHARE * len(found) or most < _LEAD * second:
        return ""
    return best
