"""The faults found so far: in the order of the file, each once, and no more than a person can use."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rogatory.intake.errors import CaseFileError, Fault
from rogatory.intake.words import Path, dotted, near
from rogatory.intake.yaml_source import Place, Source

MOST_FAULTS = 100
"""Faults told at most. Whoever wrote more made one mistake many times; and guessing what was meant takes time."""


@dataclass(slots=True)
class Tally:
    """Faults of one file.

    Attributes:
        source: The file.
        broken: Places with a fault: what hangs on them is not judged a second time.
        left_out: Number of faults beyond those that are told.
    """

    source: Source
    broken: set[Path] = field(default_factory=set)
    left_out: int = 0
    _holding: set[Path] = field(default_factory=set)
    _found: list[tuple[Place, Fault]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with what was found while the text was read."""
        for path, place, problem, mend in self.source.faults:
            self._keep(place, Fault(place[0], dotted(path), problem, mend))

    @property
    def full(self) -> bool:
        """Whether further faults are only counted."""
        return len(self._found) >= MOST_FAULTS

    def say(self, path: Path, problem: str, mend: str) -> None:
        """Note a fault, unless one was noted for the same place or for what holds it."""
        if any(path[:i] in self.broken for i in range(len(path) + 1)):
            return
        self.broken.add(path)
        self._holding.update(path[:i] for i in range(len(path) + 1))
        place = self.source.place(path)
        self._keep(place, Fault(place[0], dotted(path), problem, mend))

    def _keep(self, place: Place, fault: Fault) -> None:
        if self.full:
            self.left_out += 1
        else:
            self._found.append((place, fault))

    def spoilt(self, path: Path) -> bool:
        """Whether there is a fault at `path` or in what it holds."""
        return path in self._holding

    def near(self, word: str, words: Iterable[str]) -> str:
        """What may have been meant, as long as anybody is told."""
        return "" if self.full else near(word, words)

    def faults(self) -> tuple[Fault, ...]:
        """What was found, in the order of the file; of very many the first, and last how many more there are."""
        faults = [fault for _, fault in sorted(self._found, key=lambda found: found[0])]
        if self.left_out:
            faults.append(Fault(0, "", f"{self.left_out:,} further faults", "Mend these first, then read it again."))
        return tuple(faults)

    def stop_if_any(self, name: str) -> None:
        """Refuse the file called `name` if it has faults.

        Raises:
            CaseFileError: With the faults, in the order of the file.
        """
        if faults := self.faults():
            raise CaseFileError(name, faults)
