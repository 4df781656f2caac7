"""Why screens stopped at an item, each reason beside the question it bears on and marked where it stands."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rogatory.material.questions import Asked
from rogatory.material.screens.found import ASKS, TEXT, Hit, Reading
from rogatory.registry.review.words import SCREENS
from rogatory.sifting.ledger.beside import Lying
from rogatory.sifting.ledger.looking import Looking

CHUNK = 12_000
"""Characters of a text on one page."""
MOST = 60
"""Reasons told of one item, and passages marked on one page; beyond, how many more there are."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a text in a row, with the numbers of the reasons that stand there; none: nothing does.

    Attributes:
        text: The characters.
        reasons: Numbers of the reasons.
        asks: The questions these bear on, as words of a class.
        begins: Number of the reason that begins here; 0: none does.
    """

    text: str
    reasons: tuple[int, ...] = ()
    asks: str = ""
    begins: int = 0


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a screen stopped.

    Attributes:
        number: By which it is marked.
        asked: On which question it bears.
        screen: Which screen, in a word.
        says: Why, in a sentence (English).
        source: Where the rule or the identity comes from.
        words: The words themselves, shortened; empty where it is that nothing was found.
        times: How often it stands there.
        chunk: On which page of the text, from 0; None: in the metadata, or in all of it.
    """

    number: int
    asked: Asked
    screen: object
    says: str
    source: str
    words: str
    times: int
    chunk: int | None


@dataclass(frozen=True, slots=True)
class Marked:
    """An item as it was read, with the reasons.

    Attributes:
        reading: What was read.
        reasons: The reasons, in the order of where they stand.
        more: How many further ones there are.
        hits: Everything the screens found.
    """

    reading: Reading
    reasons: tuple[Reason, ...]
    more: int
    hits: tuple[Hit, ...]
    _numbers: Mapping[tuple[object, ...], int]

    def of(self, asked: Asked) -> list[Reason]:
        """The reasons that bear on a question."""
        return [reason for reason in self.reasons if reason.asked is asked]

    def head(self, field: str) -> list[list[Run]]:
        """The values of a field of the metadata, marked."""
        return [
            self._runs(value, self._spans(field, place), 0)
            for place, value in enumerate(self.reading.fields.get(field, ()))
        ]

    def text(self, chunk: int) -> list[Run]:
        """A page of the text, marked."""
        start = chunk * CHUNK
        part = self.reading.text[start : start + CHUNK]
        return self._runs(part, self._spans(TEXT, 0), start)

    @property
    def chunks(self) -> int:
        """How many pages the text has."""
        return max(1, -(-len(self.reading.text) // CHUNK))

    def _spans(self, field: str, place: int) -> list[tuple[int, int, int, Asked]]:
        return [
            (hit.start, hit.end, self._numbers[_same(hit)], ASKS[hit.screen])
            for hit in self.hits
            if (hit.field, hit.place) == (field, place)
            and _same(hit) in self._numbers
            and not _everywhere(hit, self.reading)
        ]

    @staticmethod
    def _runs(part: str, spans: Iterable[tuple[int, int, int, Asked]], start: int) -> list[Run]:
        end = start + len(part)
        there = [(max(a, start), min(b, end), number, asked) for a, b, number, asked in spans if a < end and b > start]
        cuts = sorted({start, end, *(a for a, _, _, _ in there), *(b for _, b, _, _ in there)})
        runs: list[Run] = []
        begun: set[int] = set()
        for one, other in pairwise(cuts):
            over = [(number, asked) for a, b, number, asked in there if a <= one and other <= b]
            numbers = tuple(sorted({number for number, _ in over}))
            first = next((number for number in numbers if number not in begun), 0)
            begun |= set(numbers)
            asks = " ".join(sorted({asked.value for _, asked in over}))
            runs.append(Run(part[one - start : other - start], numbers, asks, first))
        return runs


def marked(looking: Looking, line: Lying) -> Marked:
    """An item as it was read, with the reasons of the screens."""
    content = line.item.content
    read = looking.reading(content) if content else Reading("")
    hits = looking.hits(content) if content else ()
    together: dict[tuple[object, ...], list[Hit]] = {}
    for hit in hits:
        together.setdefault(_same(hit), []).append(hit)
    told = list(_reasons(together.values(), read))
    numbers = {key: number for number, key in enumerate([*together][:MOST], 1)}
    return Marked(read, tuple(told[:MOST]), max(0, len(told) - MOST), hits, numbers)


def _reasons(together: Iterable[list[Hit]], read: Reading) -> Iterator[Reason]:
    for number, same in enumerate(together, 1):
        first = same[0]
        whole = _everywhere(first, read)
        words = "" if whole else " ".join(first.shown(read).split())
        chunk = first.start // CHUNK if first.field == TEXT and not whole else None
        yield Reason(
            number, ASKS[first.screen], SCREENS[first.screen], first.reason, first.source,
            words if len(words) <= 80 else f"{words[:79]}…", len(same), chunk,  # noqa: PLR2004 - a line
        )  # fmt: skip


def _same(hit: Hit) -> tuple[object, ...]:
    return hit.screen, hit.rule, hit.reason


def _everywhere(hit: Hit, read: Reading) -> bool:
    return hit.field == TEXT and hit.end - hit.start >= len(read.text)
