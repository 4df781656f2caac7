"""The packaged tables of the East Asian scripts: sections in square brackets, columns between tabs."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def lines(name: str) -> Iterator[list[str]]:
    """The columns of each line of a table that is no comment."""
    text = files("rogatory.names").joinpath("data", name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line and line[0] != "#")


@cache
def sections(name: str) -> dict[str, dict[str, str]]:
    """By section, by the first column of a line, its second."""
    found: dict[str, dict[str, str]] = {}
    section: dict[str, str] = {}
    for head, *rest in lines(name):
        if head.startswith("["):
            section = found.setdefault(head.strip("[]"), {})
        else:
            section[head] = rest[0]
    return found


@cache
def spellings(name: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """The same, with the second column in words; "-" stands for nothing."""
    return {
        section: {
            head.replace("-", ""): tuple(word.replace("-", "") for word in rest.split()) for head, rest in table.items()
        }
        for section, table in sections(name).items()
    }
