"""One way to read a word of a name in Latin letters, and by which rules."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """A word of a name as somebody may write it in Latin letters.

    A word has several readings where its script leaves something open (vowels in Arabic script, the language of a Han
    character) or where offices romanise differently (`Zhumabayev`, `Jumabaev`). None of them is the right one.

    Attributes:
        latin: Small letters a to z, nothing else.
        scheme: The rules read by, in words: `Kazakh`, `Russian, ICAO`, `Hanyu Pinyin`, `Cantonese`.
        steps: What became what, in the order of the word: `("ж → j", "ә → e")`; empty where nothing was turned.
    """

    latin: str
    scheme: str
    steps: tuple[str, ...] = ()
