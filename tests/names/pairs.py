"""Pairs of names made from the spellings of `spellings.tsv`: invented persons, and brothers and sisters of theirs."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from rogatory.names.text import script_of

TABLE = Path(__file__).with_name("spellings.tsv")
UNSPACED = {"Han", "Hangul"}


@dataclass(frozen=True)
class Pair:
    group: str
    left: str
    right: str
    same: bool


@dataclass
class Group:
    given: list[list[str]]
    family: list[list[str]]


def groups() -> dict[str, Group]:
    """By group, the spellings of each given and each family name."""
    found: dict[str, Group] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, kind, spelt = line.split("\t")
        group = found.setdefault(name, Group([], []))
        {"given": group.given, "family": group.family}[kind].append(spelt.split(" | "))
    return found


def whole(given: str, family: str) -> str:
    """A whole name, as its script writes it."""
    return family + given if script_of(given[0]) in UNSPACED else f"{given} {family}"


def pairs() -> Iterator[Pair]:
    """Every spelling of a given name beside every other, with one family name, and beside every other given name."""
    for name, group in groups().items():
        for number, given in enumerate(group.given):
            native, *latin = group.family[number % len(group.family)]
            spelt = [whole(one, native if at == 0 else latin[(at - 1) % len(latin)]) for at, one in enumerate(given)]
            for one, other in combinations(spelt, 2):
                yield Pair(name, one, other, same=True)
            for sibling in group.given[:number]:
                yield Pair(name, spelt[0], whole(sibling[1], latin[-1]), same=False)
                yield Pair(name, spelt[1], whole(sibling[-1], latin[0]), same=False)
