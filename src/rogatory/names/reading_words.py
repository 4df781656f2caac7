"""The ways to read a word of a name, in any script, and which of them brings it nearest to another word."""

from functools import lru_cache

from rogatory.names.nearness import distance
from rogatory.names.spelling import Spelt, spell


@lru_cache(maxsize=65536)
def forms(word: str) -> tuple[Spelt, ...]:
    """Every way to read a word; at least one."""
    return (spell(word),)


@lru_cache(maxsize=262144)
def far(left: str, right: str) -> float:
    """How far two words are apart, by the readings that bring them nearest, from 0 to 1."""
    if left == right:
        return 0.0
    if left > right:
        return far(right, left)
    return min(distance(one, other) for one in forms(left) for other in forms(right))


def nearest(left: str, right: str) -> tuple[Spelt, Spelt]:
    """The readings that bring two words nearest."""
    return min(
        ((one, other) for one in forms(left) for other in forms(right)), key=lambda pair: distance(pair[0], pair[1])
    )
