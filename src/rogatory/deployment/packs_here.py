"""The packs of this installation: what each holds, how far it was checked, where it comes from."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points

from rogatory import __version__
from rogatory.deployment.law_in_force import GROUP, law_in_force
from rogatory.law.canonical import digest
from rogatory.law.packs import Pack
from rogatory.law.packs.library import BUILT_IN
from rogatory.law.sources import Check


@dataclass(frozen=True, slots=True)
class PackHere:
    """A pack in force here.

    Attributes:
        pack: The pack.
        hash: SHA-256 over its norms in their canonical form: one letter changed gives another.
        checks: How many of its norms were checked how far; every depth is named, those without a norm too.
        distribution: Name of the distribution it came with.
        version: Version of that distribution; empty where it tells none.
        built_in: Whether it came with Rogatory itself.
    """

    pack: Pack
    hash: str
    checks: Mapping[Check, int]
    distribution: str
    version: str
    built_in: bool


@cache
def packs_here() -> tuple[PackHere, ...]:
    """Every pack in force, in the order in which a case is examined.

    What is installed is in force: there is no pack that is present and switched off.
    """
    outside = {point.load().id: point.dist for point in entry_points(group=GROUP)}
    built_in = {pack.id for pack in BUILT_IN}
    found = []
    for pack in law_in_force().packs:
        counted = Counter(norm.check for norm in pack.norms)
        source = outside.get(pack.id)
        name, version = ("rogatory", __version__) if pack.id in built_in else ("", "")
        if source is not None:
            name, version = source.name, source.version
        checks = {check: counted[check] for check in Check}
        found.append(PackHere(pack, digest(pack.norms), checks, name, version, pack.id in built_in))
    return tuple(found)
