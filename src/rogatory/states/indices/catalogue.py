"""The data sets that can be read: who makes them, under what licence, and what each of their values means."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


class Better(Enum):
    """Which end of a scale is the better one for people."""

    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"
    """It is no scale."""


class Coding(Enum):
    """How a data set names states."""

    ALPHA2 = "alpha2"
    """Two letters (ISO 3166-1)."""
    ALPHA3 = "alpha3"
    """Three letters (ISO 3166-1), and what data sets put in their place."""
    NUMERIC = "numeric"
    """The number of the United Nations."""
    COW = "cow"
    """The number of the Correlates of War: a state has that of the one it came from, 365 the Soviet Union's too."""
    NAME = "name"
    """An English name."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One column of values of a data set.

    Attributes:
        column: Its heading; where `begins`, what it begins with.
        says: What it measures, in words.
        better: Which end is the better one.
        low: Least value there can be; None: no bound.
        high: Greatest value there can be; None: no bound.
        words: What each value means, where it is no number but a category.
        interval: Headings of the lower and upper bound of the estimate; None: there is no interval.
        deviation: Heading of its standard deviation, where that is told and no bounds are: the interval is then one
            of it to each side; empty: none is told.
        begins: Whether the heading only begins so.
    """

    column: str
    says: str
    better: Better
    low: Decimal | None = None
    high: Decimal | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    interval: tuple[str, str] | None = None
    begins: bool = False
    deviation: str = ""


@dataclass(frozen=True, slots=True)
class Dataset:
    """A data set.

    Attributes:
        id: Its key here.
        title: Its title.
        maker: Who makes it.
        home: Where it is got.
        licence: What its makers ask, as general knowledge; to be checked when it is fetched.
        state: Heading of the column that names the state.
        coding: How it names it.
        year: Heading of the column of the year.
        describes: What is added to that year to get the year described: -1 for an edition that tells of the year
            before.
        only: A heading and the value it must have, for a row to be of a state; None: every row is.
        missing: What stands where there is no value.
        encoding: Of its text.
        caution: What whoever cites it must know.
        indicators: What is read of it, by heading.
    """

    id: str
    title: str
    maker: str
    home: str
    licence: str
    state: str
    coding: Coding
    year: str
    describes: int
    only: tuple[str, str] | None
    missing: frozenset[str]
    encoding: str
    caution: str
    indicators: Mapping[str, Indicator]


@cache
def catalogue() -> Mapping[str, Dataset]:
    """Every data set that can be read, by its key."""
    text = files("rogatory.states").joinpath("data", "indices.toml").read_text(encoding="utf-8")
    return MappingProxyType({name: _dataset(name, told) for name, told in tomllib.loads(text).items()})


def _dataset(name: str, told: Mapping[str, Any]) -> Dataset:
    only = told.get("only")
    return Dataset(
        id=name,
        title=told["title"],
        maker=told["maker"],
        home=told["home"],
        licence=told["licence"],
        state=told["state"]["column"],
        coding=Coding(told["state"]["coding"]),
        year=told["year"],
        describes=told.get("describes", 0),
        only=(only["column"], only["is"]) if only else None,
        missing=frozenset(told["missing"]),
        encoding=told.get("encoding", "utf-8"),
        caution=told["caution"],
        indicators=MappingProxyType({head: _indicator(head, one) for head, one in told["indicators"].items()}),
    )


def _indicator(head: str, told: Mapping[str, Any]) -> Indicator:
    low, high = (Decimal(told[bound]) if bound in told else None for bound in ("low", "high"))
    interval = tuple(told["interval"]) if "interval" in told else None
    return Indicator(
        head, told["says"], Better(told["better"]), low, high, MappingProxyType(told.get("words", {})), interval,
        told.get("begins", False), told.get("deviation", ""),
    )  # fmt: skip
