"""The law this deployment applies: the built-in packs, packs announced from outside, and the treaty matrix."""

from collections.abc import Iterable
from functools import cache
from importlib.metadata import entry_points

from rogatory.law.corpus import Law
from rogatory.law.liveness import TRIGGERS
from rogatory.law.packs import Pack
from rogatory.law.packs.library import BUILT_IN
from rogatory.law.vocabulary import VOCABULARY
from rogatory.states.treaties import packaged_matrix

GROUP = "rogatory.packs"
"""Entry-point group in which a distribution from outside announces its packs."""


class PackError(Exception):
    """A pack announced from outside cannot be used; the message names it and the mend."""


def packs_from_outside() -> tuple[Pack, ...]:
    """Packs announced by installed distributions, in the order of their names.

    Raises:
        PackError: An entry point does not load, or is not a pack.
    """
    found = []
    for point in sorted(entry_points(group=GROUP), key=lambda p: p.name):
        try:
            pack = point.load()
        except Exception as error:
            msg = f"the pack {point.name} ({point.value}) does not load: {error}; mend or remove that distribution"
            raise PackError(msg) from error
        if not isinstance(pack, Pack):
            msg = f"{point.value} is not a Pack; let the entry point name a rogatory.law.packs.Pack"
            raise PackError(msg)
        found.append(pack)
    return tuple(found)


def assemble(packs: Iterable[Pack]) -> Law:
    """A law of `packs` over the built-in vocabulary and treaty matrix."""
    return Law(tuple(packs), VOCABULARY, TRIGGERS, packaged_matrix())


@cache
def law_in_force() -> Law:
    """The built-in packs and those from outside."""
    return assemble((*BUILT_IN, *packs_from_outside()))
