"""Which cases a change of the registers may touch, so that the others need not be screened again.

Nothing a screening would show is passed over: whom a case asks, and whoever stands in an entry it has a link with, is
compared with whoever stands in the changed entries, as they were and as they are; proceedings by everything they are
looked up by. That another's name has become more or less common touches nobody: what a match needs moves once the
registers have doubled, and then every case is screened.
"""

from collections.abc import Collection, Iterable
from functools import lru_cache

from rogatory.casefile.model import CaseFile
from rogatory.casefile.parties import Identity
from rogatory.linkage.book import Book
from rogatory.linkage.model import Band
from rogatory.linkage.persons import compare_persons
from rogatory.linkage.proceedings import read_proceeding
from rogatory.linkage.source import holding, persons_of, rarity_of
from rogatory.linkage.subjects import subjects
from rogatory.registers.model import RegisterEntry

PERSONS = 250
"""Persons of changed entries looked through at once: of so few none is left out, however common their names."""
MOST_PERSONS = 5_000
"""Persons of changed entries beyond which every case is screened again."""


class Changes:
    """Entries that came in, were replaced or ended."""

    def __init__(self, entries: Iterable[RegisterEntry], size: int) -> None:
        """Take in the entries.

        Args:
            entries: As they were before and as they are now, those that stand on one side alone as well.
            size: Persons all registers hold, as they are counted (`source.size_of`).
        """
        self._places: set[str] = set()
        self._books: list[Book] = []
        self._size, self._persons = size, 0
        at_once = 0
        for entry in entries:
            held = holding(entry)
            at_once += len(held.persons)
            self._persons += len(held.persons)
            full = not self._books or at_once > PERSONS
            if full or any(book.holds(held.place) for book in self._books[-1:]):
                self._books.append(Book())
                at_once = len(held.persons)
            self._books[-1].put(entry)
            self._places.add(held.place)
        # A word nobody else bears carries most: whoever speaks for nobody then, never does.
        self._rarity = lru_cache(maxsize=100_000)(lambda word: rarity_of(word, 0, size))

    def touch(
        self, case: CaseFile, links: Collection[tuple[str, str]] = (), linked: Iterable[RegisterEntry] = ()
    ) -> bool:
        """Whether they may change what a screening of a case shows.

        Args:
            case: The case.
            links: Registers and entries it has links with.
            linked: These entries as they stand; those that have ended are missing.
        """
        if self._persons > MOST_PERSONS or any(f"{register}/{entry}" in self._places for register, entry in links):
            return True
        asked = [subject.identity for subject in subjects(case)]
        asked += [known.identity for entry in linked for known in persons_of(entry)]
        read = [read_proceeding(told) for told in case.proceedings]
        for book in self._books:
            if any(True for one in read for _ in book.proceedings_like(one)):
                return True
            if any(self._meets(book, one) for one in dict.fromkeys(asked)):
                return True
        return False

    def _meets(self, book: Book, identity: Identity) -> bool:
        for _, known in book.persons_like(identity, PERSONS):
            match = compare_persons(identity, known.identity, self._rarity, self._size)
            if match.bits > 0 or match.band is not Band.COUNTED:
                return True
        return False
