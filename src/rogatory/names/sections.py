"""The packaged tables of this room: text files of sections in square brackets, of lines of columns between tabs."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def lines(name: str) -> Iterator[list[str]]:
    """The columns of each line of a table that is no comment."""
    text = files("rogatory.names").joinpath("data", name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line and line[0] != "#")


@cache
def sections(name: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """By section, by the first column of a line, the words of the second; "-" stands for nothing."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    section: dict[str, tuple[str, ...]] = {}
    for head, *rest in lines(name):
        if head.startswith("["):
            section = found.setdefault(head.strip("[]"), {})
        else:
            words = rest[0].split() if rest else []
            section[head.replace("-", "")] = tuple(word.replace("-", "") for word in words)
    return found
