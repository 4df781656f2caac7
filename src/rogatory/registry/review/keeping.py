"""The seizures the registry knows, as they are kept: for whoever makes a copy, and for whoever brings one back."""

from collections.abc import Iterator
from dataclasses import dataclass

from rogatory.registry.review import copies
from rogatory.registry.review.models import SeizureCopy
from rogatory.registry.review.readable import called
from rogatory.registry.review.shelf import place
from rogatory.sifting.ledger.placing import is_elsewhere
from rogatory.sifting.run.keeping import wrong_with
from rogatory.sifting.sealed.sealing import Seizure


@dataclass(frozen=True, slots=True)
class Kept:
    """A seizure of which something is still held.

    Attributes:
        name: What it is called outside its case.
        volume: Bytes of what was sealed.
        elsewhere: Whether its ledger is in PostgreSQL, of which a copy must be made there.
        wrong: What is wrong with it, a line each; none: it is kept as it should be.
    """

    name: str
    volume: int
    elsewhere: bool
    wrong: tuple[str, ...]


def seizures() -> Iterator[Kept]:
    """Every seizure of which something is still held, as it is kept."""
    for row in SeizureCopy.objects.order_by("case", "ident"):
        was = copies.seized_of(row)
        if not was.whole_gone:
            found = Seizure(place(row.case, row.ident))
            yield Kept(called(row.case, row.ident), was.volume, is_elsewhere(found), tuple(wrong_with(found, was.root)))
