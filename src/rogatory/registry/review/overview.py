"""A seizure at a glance: its seal, who had it, how far reading is, what waits for a human, what is left to answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from rogatory.material.items import State
from rogatory.material.questions import Asked
from rogatory.material.record import left_of
from rogatory.material.second import Agreement
from rogatory.material.wall import Sifted
from rogatory.office.folds.dossier import Entry
from rogatory.office.folds.seizures import SEIZING, Seized, certificate_of
from rogatory.registry.desk.rows.reader import language
from rogatory.registry.desk.rows.showing import names_of
from rogatory.registry.jobs import queue
from rogatory.registry.review import destroying, words, working
from rogatory.registry.review.listing import answerable, to_do, waits_for_a_look
from rogatory.registry.review.opening import Here
from rogatory.registry.review.readable import called, looking_at
from rogatory.registry.review.sampling import Second
from rogatory.registry.review.working import Work
from rogatory.sifting.ledger.asking import Counts
from rogatory.sifting.ledger.database import LedgerError
from rogatory.sifting.sealed.sealing import SealError, Seizure


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


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a seizure: when, what, by whom, what was told of it, and in which entry."""

    at: datetime
    step: Promise
    by: str
    says: str
    seq: int


@dataclass(frozen=True)
class Glance:
    """A seizure at a glance.

    Attributes:
        here: The seizure.
        seized: Its seal, as the journal has it.
        custody: What happened to it, in words: when, what, by whom, and in which entry.
        certificates: Of what was returned or destroyed, in words.
        destroying: How the worker stands with destroying what certificates name; None: nothing is outstanding.
        progress: How far reading is; None: it has not begun.
        work: How the worker stands with it.
        may_read: Whether whoever looks may have it read.
        waiting: For each state that is not whole, how many items a human must still look at, and of how many.
        sifted: How many items are through the sift for privilege, and how.
        left: What is left of each question.
        cleared: How many items may leave today; None: it cannot be told.
        grounds: Why how many others may not, in words, the most first.
        second: How the second review stands.
        agreements: For each question that two persons answered: of how many items, how often both agree, in hundredths
            with the interval, and how many nobody has settled.
        next: The next item for whoever looks; empty: none waits for them.
        to_do: How many wait for them.
    """

    here: Here
    seized: Seized
    custody: tuple[Event, ...]
    certificates: tuple[str, ...]
    destroying: Work | None
    progress: Progress | None
    work: Work
    may_read: bool
    waiting: tuple[tuple[str, Promise | None, int, int], ...]
    sifted: tuple[tuple[Promise, int], ...]
    left: tuple[Left, ...]
    cleared: int | None
    grounds: tuple[tuple[str, int], ...]
    second: Second
    agreements: tuple[tuple[Promise, Agreement, tuple[int, int, int]], ...]
    next: str
    to_do: int

    @property
    def holder(self) -> str:
        """Who it was taken from, by name where it is a person of the case."""
        names = {person.id: person.name for person in self.here.dossier.case.persons}
        return names.get(self.seized.holder, self.seized.holder)


def glance(here: Here) -> Glance:
    """How a seizure stands."""
    waiting = list(to_do(here))
    counted = ((words.SIFTED[sifted], here.sifted.count(sifted)) for sifted in Sifted)
    return Glance(
        here, here.told.seized, tuple(_custody(here)), tuple(certificates(here, language().value)), _destroying(here),
        progress(here.seizure), working.work(queue.READ_SEIZURE, called(here.case, here.name)),
        bool(here.told.seized.opened) and not here.told.seized.whole_gone and bool(here.roles & working.MAY_READ),
        _waiting(here), tuple(row for row in counted if row[1]), _left(here),
        *_cleared(here), here.told.sample.stands, _agreements(here.told.sample.stands),
        here.hung.of.items[waiting[0]] if waiting else "", len(waiting),
    )  # fmt: skip


def _agreements(second: Second) -> tuple[tuple[Promise, Agreement, tuple[int, int, int]], ...]:
    rows = ((words.ASKED[one.asked], one, (one.share.estimate, one.share.least, one.share.most))
            for one in second.questions if one.looked)  # fmt: skip
    return tuple((title, one, (round(100 * a), int(100 * b), -int(-100 * c // 1))) for title, one, (a, b, c) in rows)


def _cleared(here: Here) -> tuple[int | None, tuple[tuple[str, int], ...]]:
    if here.clearing is None or not len(here.hung):
        return None, ()
    told: dict[str, int] = {}
    for ground, count in here.clearing.counts().items():
        told[ground.in_words(language())] = max(count, told.get(ground.in_words(language()), 0))
    return int(here.clearing.cleared.sum()), tuple(sorted(told.items(), key=lambda row: -row[1]))


def _custody(here: Here) -> Iterator[Event]:
    entries = [e for e in here.dossier.entries if e.act in SEIZING and _of(e, here.name)]
    names = names_of({e.actor for e in entries})
    for entry in entries:
        told = entry.fields
        says = (
            told["opens"]["present"] if "opens" in told else told["inventory"]["until"] if "inventory" in told else ""
        )
        yield Event(entry.at, words.STEPS[entry.act], names.get(entry.actor, entry.actor), says, entry.seq)


def _of(entry: Entry, seizure: str) -> bool:
    told = entry.fields
    return bool((told.get("seals") or told.get("inventory") or {"seizure": entry.object})["seizure"] == seizure)


def certificates(here: Here, spoken: str) -> Iterator[str]:
    """The certificates of what was returned or destroyed, in words.

    Args:
        here: The seizure.
        spoken: `en`, `fr` or `nl`.
    """
    gone = frozenset(here.told.seized.gone)
    yield from (certificate_of(e, here.told.seized).text(spoken) for e in here.dossier.entries if e.seq in gone)


def _destroying(here: Here) -> Work | None:
    try:
        left = destroying.outstanding(here.dossier, here.name)
    except SealError:
        left = ["?"]
    return working.work(queue.DESTROY_COPIES, called(here.case, here.name)) if left else None


def progress(seizure: Seizure) -> Progress | None:
    """How far reading is; None: it has not begun, or its ledger cannot be reached."""
    try:
        with looking_at(seizure) as looking, looking.at_one_moment():
            counts, ended, left = looking.counts(), looking.ended(), looking.work_left()
    except LedgerError:
        return None
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
    for place in here.hung.of.unread.tolist():
        state = here.hung.of.state[place]
        if state is None and here.hung.of.content[place] is not None:
            continue  # it is still to be read
        told = found.setdefault(state, [0, 0])
        told[0] += waits_for_a_look(here, place)
        told[1] += 1
    order = [*State]
    rows = sorted(found.items(), key=lambda row: order.index(row[0]) if row[0] else len(order))
    return tuple((s.value if s else "", words.STATES[s] if s else None, waits, of) for s, (waits, of) in rows)


def _left(here: Here) -> tuple[Left, ...]:
    total, mine = len(here.hung), answerable(here.roles)
    left = left_of(here.told.record, here.hung.of.items)
    return tuple(Left(asked, words.ASKED[asked], left[asked], total - left[asked], asked in mine) for asked in Asked)
