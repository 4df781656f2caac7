"""Words made plain, so that the same word in another script or with another accent is seen to be the same.

This is for common words, authorities and firms, which stand in texts beside the numbers. Names of persons are read by
`rogatory.names`, with far more care.
"""

import re
import unicodedata

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    "і": "i", "ї": "i", "є": "ie", "ґ": "g", "ў": "u", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u",
    "ү": "u", "һ": "h", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u",
}  # fmt: skip
_SMALL = str.maketrans(
    {"ı": "i", "İ": "i", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ə": "a", "’": "", "'": ""}
)
_LONGEST = 20_000
"""Characters of a text that are compared; nothing that names an authority or a firm is as long."""


def fold(text: str) -> str:
    """A text in small Latin letters where it is Cyrillic or Latin, without accents; other scripts as they are.

    >>> fold("Сыбайлас жемқорлыққа"), fold("Savcılığı İstanbul")
    ('sybailas zhemkorlykka', 'savciligi istanbul')
    """
    plain = text[:_LONGEST].translate(_SMALL).lower()
    if plain.isascii():
        return plain
    latin = "".join(_CYRILLIC.get(c, c) for c in unicodedata.normalize("NFKC", plain))
    return "".join(c for c in unicodedata.normalize("NFD", latin) if unicodedata.category(c) not in ("Mn", "Cf"))


def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, folded, in their order."""
    return tuple(re.findall(r"[^\W_]+", fold(text)))


_ALIKE = str.maketrans({"c": "k", "q": "k", "w": "v", "x": "k", "j": "z"})


def bones(word: str) -> str:
    """The consonants of a folded word, those that are often written for each other as one; a key, never evidence.

    >>> bones("moscow") == bones("moskva"), bones("ankara")
    (True, 'nkr')
    """
    kept = re.sub(r"[aeiouyh]", "", word.translate(_ALIKE))
    return re.sub(r"(.)\1+", r"\1", kept) or word
