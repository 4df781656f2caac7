"""The words of a register: which of them may be spellings of one that is asked, and how near they are.

A word is a code (`codes`). Those are looked at whose consonants are the same, or nearly; how near two are is said by
all their sounds. Whose script leaves short vowels out is not held against a word.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import Indel, Levenshtein

from rogatory.linkage.codes import Code, Word, has_vowels, one_off, skeletons_of, text_of, vowels

_SOUND: Final = 0.75
"""How much the sounds count in the nearness of two words; the consonants count the rest."""
_NEAR: Final = 0.65
"""Nearness from which two words are taken as spellings of one."""
_LEAST: Final = 0.3
"""Likeness of sounds without which no likeness of consonants helps."""
_UNWRITTEN: Final = 0.6
"""Share of the vowels only one word has that is forgiven where the script of the other leaves them out."""
_ONE_OFF: Final = 3
"""Classes of consonants from which one may be missing, another or swapped; shorter skeletons would meet anything."""
_TWO_OFF: Final = 5
"""Classes of consonants from which two in five may differ."""
_TWO_IN_FIVE: Final = 0.59
_READ_FIRST: Final = 2
"""Skeletons of a reading that may differ in two, the likeliest ones."""
_REMEMBERED: Final = 1_000
"""Words asked whose spellings are remembered, at most."""
_FINER: Final = str.maketrans("PDGZXJC", "BTKSSSS")
"""From the signs of `names.skeleton` to the classes of `codes`; its H may be one of ours or none."""

_Held = tuple[list[int], list[str]]
"""Numbers of codes, and their texts."""
_NONE: Final[_Held] = ([], [])


def classes_of(skeleton: str) -> frozenset[str]:
    """The skeletons of `codes` that a skeleton may be, as `names.skeleton.word_skeleton` gives it; one or two."""
    kinds = skeleton.translate(_FINER)
    return frozenset("".join(kind for kind, _ in groupby(kinds.replace("H", breath))) for breath in ("", "K"))


class Vocabulary:
    """Codes, each by a number in the order in which they came."""

    def __init__(self) -> None:
        """Begin with none."""
        self._numbers: dict[Code, int] = {}
        self._full: dict[str, _Held] = {}
        """By skeleton the codes that have it, of scripts that write short vowels."""
        self._bare: dict[str, _Held] = {}
        """The same of scripts that leave them out."""
        self._by_length: dict[int, list[str]] = {}
        """The skeletons by their length."""
        self._near: dict[Word, dict[int, float]] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, code: object) -> bool:
        return code in self._numbers

    def number(self, code: Code) -> int:
        """The number of a code, a new one where it was not met before."""
        known = self._numbers.get(code)
        if known is None:
            known = self._numbers[code] = len(self._numbers)
            for skeleton in skeletons_of(code):
                if not self._is_known(skeleton):
                    self._by_length.setdefault(len(skeleton), []).append(skeleton)
                codes, texts = (self._full if has_vowels(code) else self._bare).setdefault(skeleton, ([], []))
                codes.append(known)
                texts.append(text_of(code))
            self._near.clear()
        return known

    def alike(self, skeleton: str) -> set[int]:
        """The codes of such consonants, as `names.skeleton.word_skeleton` gives them."""
        held = [kept.get(one, _NONE)[0] for one in classes_of(skeleton) for kept in (self._full, self._bare)]
        return {code for codes in held for code in codes}

    def near(self, word: Word) -> dict[int, float]:
        """The codes near a word with their nearness, from 0 to 1, nearest first."""
        found = self._near.get(word)
        if found is None:
            near: dict[int, float] = {}
            for code in word:
                for known, nearness in self._near_code(code):
                    near[known] = max(nearness, near.get(known, 0.0))
            # Of codes equally near the one met first: the same question has the same answer, whatever the process.
            found = dict(sorted(near.items(), key=lambda item: (-item[1], item[0])))
            if len(self._near) >= _REMEMBERED:
                self._near.clear()
            self._near[word] = found
        return found

    def _is_known(self, skeleton: str) -> bool:
        return skeleton in self._full or skeleton in self._bare

    def _near_code(self, code: Code) -> Iterator[tuple[int, float]]:
        """The codes near one reading of a word; one may come twice."""
        text = text_of(code)
        like, unlike = (self._full, self._bare) if has_vowels(code) else (self._bare, self._full)
        for skeleton, consonants in self._near_skeletons(code).items():
            least = max(_LEAST, (_NEAR - (1 - _SOUND) * consonants) / _SOUND)
            for known, sounds in (*_same(text, like, skeleton, least), *_bare(text, unlike, skeleton, least)):
                yield known, (1 - _SOUND) * consonants + _SOUND * sounds

    def _near_skeletons(self, code: Code) -> dict[str, float]:
        """The skeletons held near those of a code: one class off, or two in five."""
        found: dict[str, float] = {}
        for number, skeleton in enumerate(skeletons_of(code)):
            size = len(skeleton)
            near = {skeleton: 1.0} if self._is_known(skeleton) else {}
            if size >= _ONE_OFF:
                others = filter(self._is_known, one_off(skeleton))
                near |= {other: 1 - 1 / max(size, len(other)) for other in others}
            if size >= _TWO_OFF and number < _READ_FIRST:
                for length in range(size - 2, size + 3):
                    held = self._by_length.get(length, ())
                    scored = process.extract(skeleton, held, scorer=_classes, score_cutoff=_TWO_IN_FIVE, limit=None)
                    near |= {other: alike for other, alike, _ in scored}
            for other, alike in near.items():
                found[other] = max(alike, found.get(other, 0.0))
        return found


_classes = Levenshtein.normalized_similarity
_sounds = Indel.normalized_similarity


def _same(text: str, held: dict[str, _Held], skeleton: str, least: float) -> Iterator[tuple[int, float]]:
    """Codes of a skeleton that sound like a text, both of scripts that write short vowels, or both of others."""
    codes, texts = held.get(skeleton, _NONE)
    for _, alike, at in process.extract(text, texts, scorer=_sounds, score_cutoff=least, limit=None):
        yield codes[at], alike


def _bare(text: str, held: dict[str, _Held], skeleton: str, least: float) -> Iterator[tuple[int, float]]:
    """The same where only one of the two scripts writes short vowels."""
    codes, texts = held.get(skeleton, _NONE)
    voiced = vowels(text)
    for other, alike, at in process.extract(text, texts, scorer=_sounds, score_cutoff=_LEAST, limit=None):
        whole = len(text) + len(other)
        forgiven = min(1.0, alike * whole / (whole - _UNWRITTEN * abs(voiced - vowels(other))))
        if forgiven >= least:
            yield codes[at], forgiven
