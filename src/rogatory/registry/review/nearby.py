"""What the ledger of a seizure says of the items an act names: that they are there, their families, what they carry.

Only what hangs together with them is looked up, so that an act costs the same however many items there are.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from rogatory.material.families import Place
from rogatory.material.items import Digest, ItemId, Kind, State
from rogatory.material.questions import Asked, Kin
from rogatory.material.screens.found import ASKS
from rogatory.material.wall import Sifted
from rogatory.registry.review.readable import ledger_of
from rogatory.registry.review.shelf import NoSuchSeizureError, seizure
from rogatory.sifting.ledger.beside import NEAR, QUOTES, SAME, STILL
from rogatory.sifting.ledger.database import LedgerError
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.run.hanging import ONE_IN_ANOTHER_FORM, kin_of

Alone = Callable[[Sequence[str]], Iterable[Sifted]]
"""Tells of items, in one look, how far each is through the sift by what was answered of itself."""


@dataclass(frozen=True, slots=True)
class Near:
    """What the ledger says of items.

    Attributes:
        there: Those that are in it.
        kin: Their bytes and their families.
    """

    there: frozenset[str] = frozenset()
    kin: Kin = Kin({}, {})  # noqa: RUF009 - of nothing, and never changed


@contextmanager
def opened(case: str, name: str) -> Iterator[Ledger | None]:
    """The ledger of a seizure; None: nothing of it was read yet, or there is no such seizure."""
    try:
        ledger = ledger_of(seizure(case, name))
    except (NoSuchSeizureError, LedgerError):
        yield None
        return
    try:
        yield ledger
    finally:
        ledger.close()


def near(ledger: Ledger | None, items: Iterable[str], *, kin: bool) -> Near:
    """What the ledger says of `items`.

    Args:
        ledger: The ledger; None: none of them is there.
        items: Identifiers.
        kin: Whether their families are wanted too.
    """
    if ledger is None:
        return Near()
    wanted = [ItemId(item) for item in items]
    lying = ((item, ledger.lying(item)) for item in wanted)
    # Folders, links and devices are listed in the manifest, and say nothing that could be answered.
    there = frozenset[str](i for i, one in lying if one and (one.item.content or one.item.kind is Kind.UNREADABLE))
    return Near(there, kin_of(ledger, wanted) if kin else Kin({}, {}))


def sifted(ledger: Ledger, item: str, alone: Alone) -> Sifted:
    """How far an item is through the sift, with all it carries: the same as `material.standing.sifts`, of one item.

    What it holds, quotes or copies is gone through, and ends with the first that was not sifted.

    Args:
        ledger: The ledger.
        item: The item.
        alone: Of items without bytes or read by no machine, and of those answered, what was answered of themselves.
    """
    start = ledger.lying(ItemId(item))
    if start is None:
        return Sifted.NOT_YET
    found = Sifted.FREE
    for items in _carried(ledger, Place(start.item.ident, start.item.parent, start.item.content)):
        for told in alone(items):
            if told is Sifted.NOT_YET:
                return told
            found = told if told is Sifted.PRIVILEGED else found
    return found


def unread(ledger: Ledger, items: Iterable[str]) -> frozenset[str]:
    """Those of `items` that no machine read wholly."""
    told = ((item, ledger.lying(ItemId(item))) for item in items)
    return frozenset(item for item, lying in told if lying is None or lying.state is not State.OK)


def raised(ledger: Ledger, items: Iterable[str]) -> dict[str, float]:
    """When a screen for privilege last found something in `items`, in seconds since 1970; those in which one did."""
    found: dict[str, float] = {}
    for item in items:
        lying = ledger.lying(ItemId(item))
        told = ledger.found_in(lying.item.content) if lying and lying.item.content else ()
        moments = [at for screen, at in told if ASKS[screen] is Asked.PRIVILEGE]
        found |= {item: max(moments)} if moments else {}
    return found


def _carried(ledger: Ledger, start: Place) -> Iterator[list[str]]:
    """The items whose substance an item carries, content by content; itself and its copies first.

    By the table `material.clearing.CARRIES`, backwards: a copy says what the other says; what quotes another has its
    words, and what merely lies in the other it has not; a container hands over whatever lies in it.
    """
    yield [start.item]
    # What lies alone in something packed is the same in another form, also where its bytes could not be had.
    packed = start.parent if ledger.media(start.parent) in ONE_IN_ANOTHER_FORM else None
    first = start.content or packed
    seen: set[tuple[Digest, bool]] = set()
    waiting: list[tuple[Digest, bool]] = [(first, False), (first, True)] if first else []
    while waiting:
        content, holds = waiting.pop()
        if (content, holds) in seen:
            continue
        seen.add((content, holds))
        if not holds:
            # An empty item is no copy of another empty one, and holds no words by which it could be tied to anything.
            yield [place.item for place in ledger.holding(content)] if ledger.size(content) else []
        alike = {other for kind in (SAME, NEAR) for side in ledger.tied(kind, content) for other in side}
        inside = ledger.inside(content)
        if ledger.media(content) in ONE_IN_ANOTHER_FORM:
            yield [place.item for place in inside]
            alike |= {place.content for place in inside if place.content}
        alike |= {p.parent for p in ledger.holding(content) if ledger.media(p.parent) in ONE_IN_ANOTHER_FORM}
        waiting += [(other, holds) for other in alike]
        if holds:
            yield [place.item for place in inside]
            waiting += [(place.content, deeper) for place in inside if place.content for deeper in (False, True)]
        else:
            waiting += [(other, False) for kind in (QUOTES, STILL) for other in ledger.tied(kind, content)[0]]
