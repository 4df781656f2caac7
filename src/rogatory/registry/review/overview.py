"""A seizure at a glance: its seal, who had it, how far reading is, what waits for a human, what is left to answer."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils import timezone
from django.utils.functional import Promise

from rogatory.material.items import State
from rogatory.material.questions import Asked, left_of
from rogatory.material.sealed import Custody, Receipt
from rogatory.material.wall import Sifted
from rogatory.registry.review import words
from rogatory.registry.review.listing import answerable, to_do, waits_for_a_look
from rogatory.registry.review.opening import Here
from rogatory.registry.review.sampling import Second
from rogatory.sifting.asking import Counts
from rogatory.sifting.custody import BrokenChainError, Chain
from rogatory.sifting.looking import Looking
from rogatory.sifting.sealing import SealError


@dataclass(frozen=True, slots=True)
class Progress:
    """How far reading is.

    Attributes:
        counts: Contents, as the ledger has them.
        done: Contents that were read.
        stages: How many contents went through each stage, and how many of them wholly.
        minutes: Minutes of work for one processor that are left; None: nobody can tell yet.
    """

    counts: Counts
    done: int
    stages: tuple[tuple[Promise, int, int], ...]
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Left:
    """Of a question, how many items wait for an answer, of how many; and whether whoever looks may give it."""

    asked: Asked
    title: Promise
    left: int
    done: int
    mine: bool


@dataclass(frozen=True)
class Glance:
    """A seizure at a glance.

    Attributes:
        here: The seizure.
        receipt: That its root stands in a journal; None: it does not, and nothing of it is opened.
        custody: What happened to it, in words, with when and by whom.
        broken: Whether the chain of custody does not hold together.
        progress: How far reading is; None: it has not begun.
        waiting: For each state that is not whole, how many items a human must still look at, and of how many.
        sifted: How many items are through the sift for privilege, and how.
        left: What is left of each question.
        second: How the second review stands.
        next: The next item for whoever looks; empty: none waits for them.
        to_do: How many wait for them.
    """

    here: Here
    receipt: Receipt | None
    custody: tuple[tuple[datetime, Promise, str, str], ...]
    broken: bool
    progress: Progress | None
    waiting: tuple[tuple[str, Promise | None, int, int], ...]
    sifted: tuple[tuple[Promise, int], ...]
    left: tuple[Left, ...]
    second: Second
    next: str
    to_do: int

    @property
    def root(self) -> str:
        """Root of the manifest, in hexadecimal digits."""
        return self.receipt.root.hex() if self.receipt else ""


def glance(here: Here) -> Glance:
    """How a seizure stands."""
    try:
        receipt = here.seizure.receipt()
    except SealError:
        receipt = None
    try:
        events, broken = Chain(here.seizure.custody, _now).events(), False
    except BrokenChainError:
        events, broken = [], True
    waiting = list(to_do(here))
    counted = ((words.SIFTED[sifted], here.sifted.count(sifted)) for sifted in Sifted)
    return Glance(
        here, receipt, tuple(_event(here, event) for event in events), broken, progress(here), _waiting(here),
        tuple(row for row in counted if row[1]), _left(here), here.told.sample.stands,
        here.hung.of.items[waiting[0]] if waiting else "", len(waiting),
    )  # fmt: skip


def _event(here: Here, event: Custody) -> tuple[datetime, Promise, str, str]:
    # What was brought in is told by names of files: to those alone who know of every item that it is there.
    says = event.says if len(here.gate.listed) == len(here.hung) else ""
    return event.at, words.STEPS[event.step], event.by, says


def progress(here: Here) -> Progress | None:
    """How far reading is; None: it has not begun."""
    if not here.seizure.ledger.is_file():
        return None
    with Looking(here.seizure.ledger) as looking:
        counts, ended, left = looking.counts(), looking.ended(), looking.work_left()
    stages: dict[Promise, list[int]] = {}
    for stage, state, count in ended:
        told = stages.setdefault(words.STAGES[stage], [0, 0])
        told[0] += count
        told[1] += count if state is State.OK else 0
    return Progress(
        counts,
        counts.contents - counts.waiting,
        tuple((title, of, whole) for title, (of, whole) in stages.items()),
        None if left is None else -(-int(left) // 60),
    )


def _waiting(here: Here) -> tuple[tuple[str, Promise | None, int, int], ...]:
    found: dict[State | None, list[int]] = {}
    for item in here.hung.of.unread:
        place = here.hung.places[item]
        state = here.hung.of.state[place]
        if state is None and here.hung.of.content[place] is not None:
            continue  # it is still to be read
        told = found.setdefault(state, [0, 0])
        told[0] += waits_for_a_look(here, item)
        told[1] += 1
    order = [*State]
    rows = sorted(found.items(), key=lambda row: order.index(row[0]) if row[0] else len(order))
    return tuple((s.value if s else "", words.STATES[s] if s else None, waits, of) for s, (waits, of) in rows)


def _left(here: Here) -> tuple[Left, ...]:
    total, mine = len(here.hung), answerable(here.roles)
    left = left_of(here.told.record, here.hung.of.items)
    return tuple(Left(asked, words.ASKED[asked], left[asked], total - left[asked], asked in mine) for asked in Asked)


def _now() -> datetime:
    return timezone.now().astimezone(UTC)
