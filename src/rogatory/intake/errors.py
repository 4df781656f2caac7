"""What bad input gets: the place and the mend, for every fault at once."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault in a case file.

    Attributes:
        line: Line, counted from 1; 0 where the file as a whole is meant.
        field: Path of the field, as `findings[2].answer`; empty for the whole.
        problem: What is wrong.
        mend: What to write instead.
    """

    line: int
    field: str
    problem: str
    mend: str

    def __str__(self) -> str:
        """One line for a person."""
        place = ", ".join(p for p in (f"line {self.line}" if self.line else "", self.field) if p)
        return f"{place}: {self.problem}. {self.mend}" if place else f"{self.problem}. {self.mend}"


class CaseFileError(Exception):
    """A case file cannot be read; carries every fault found.

    Attributes:
        path: Name of the file.
        faults: The faults, in the order of the file; of very many the first, and last how many more there are.
    """

    def __init__(self, path: str, faults: tuple[Fault, ...]) -> None:
        """Name the file and its faults."""
        self.path = path
        self.faults = faults
        super().__init__("\n".join(f"{path}: {fault}" for fault in faults))
