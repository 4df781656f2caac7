"""The tables of docs/time-limits.md: `python -m tests.law.time_limits.printed` writes them anew."""

from pathlib import Path

from rogatory.law.time_limits.printing import tables

PAGE = Path(__file__).parents[3] / "docs" / "time-limits.md"
FIRST = "## Ways of counting\n"


def expected() -> str:
    """The page with its tables as the data now say."""
    told = PAGE.read_text(encoding="utf-8")
    return told.partition(FIRST)[0] + tables()


if __name__ == "__main__":
    PAGE.write_text(expected(), encoding="utf-8")
