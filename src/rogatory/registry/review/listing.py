"""The items of a seizure in a list: each as far as it may be told, found by filters and by words."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rogatory.law.acts import Role
from rogatory.material.items import State
from rogatory.material.questions import ASKED, UNKNOWN, Asked
from rogatory.material.screens.found import Screen
from rogatory.material.wall import Seen
from rogatory.registry.review import words
from rogatory.registry.review.opening import Here
from rogatory.sifting.ledger.looking import Looking

SHOWN = 50
"""Items on a page of the list."""
_MOST_ABOVE = 8
"""Things an item lay in that are named."""
UNREAD = "unread"
"""The filter for items nobody has looked at that no machine read wholly."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How a question stands: shape and word; `open`: it is not answered."""

    asked: Asked
    title: Promise
    shape: str
    word: Promise
    open: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An item in a list.

    Attributes:
        place: Its place, from 0.
        number: Its number among those of which one may know, from 1: it does not tell how many lie between them.
        item: What it is called.
        digest: Digest of its bytes; empty: it has none.
        size: Its bytes.
        state: How reading it ended, in words; empty: it was read wholly.
        waits: Whether it is still to be read.
        opened: Whether what it says may be told; if not, what follows is empty.
        name: Its name there.
        where: What it lay in, the outermost first, and the folders.
        kind: What it is, in a word.
        marks: How its four questions stand.
        objections: How many objections are undecided.
    """

    place: int
    number: int
    item: str
    digest: str
    size: int
    state: Promise | str
    waits: bool
    opened: bool
    name: str = ""
    where: tuple[str, ...] = ()
    kind: Promise | str = ""
    marks: tuple[Mark, ...] = ()
    objections: int = 0


def mark(here: Here, item: str, asked: Asked) -> Mark:
    """How a question of an item stands."""
    title, given = words.ASKED[asked], here.told.record.standing(item, asked)
    if here.blind(item, asked):
        return Mark(asked, title, "?", _("answered; yours is asked for without that answer"), open=True)
    if here.told.record.differs(item, asked):
        return Mark(asked, title, "≠", _("two persons answered otherwise; a third one settles it"), open=True)
    if given is None:
        return Mark(asked, title, "·", _("not answered"), open=True)
    if (item, asked) in here.reopened:
        return Mark(asked, title, "◔", _("a screen found something since: to be answered again"), open=True)
    if given.withholds:
        return Mark(asked, title, "■", _("withholds"), open=False)
    if UNKNOWN in given.values.values():
        return Mark(asked, title, "◔", _("cannot be told"), open=False)
    return Mark(asked, title, "○", _("does not withhold"), open=False)


def rows(here: Here, looking: Looking, places: Sequence[int]) -> list[Row]:
    """These items as they may be told."""
    return [_row(here, looking, place) for place in places]


def _row(here: Here, looking: Looking, place: int) -> Row:
    found, item = here.hung.of, here.hung.of.items[place]
    state, content = found.state[place], found.content[place]
    told: Promise | str = words.STATES[state] if state else "" if content else _("bytes could not be had")
    told = "" if state is State.OK else told
    waits = content is not None and state is None
    number = number_of(here, place)
    bare = Row(place, number, item, content or "", int(found.size[place]), told, waits, opened=False)
    if here.gate.levels[place] < Seen.OPENED:
        return bare
    line = looking.lying(item)
    path = line.item.path if line else b""
    return Row(
        place, number, item, content or "", int(found.size[place]), told, waits, True, words.last_of(path),
        tuple(where(here, looking, place)), words.KINDS[words.kind_of(found.media[place])],
        tuple(mark(here, item, asked) for asked in Asked), pending(here, item),
    )  # fmt: skip


def number_of(here: Here, place: int) -> int:
    """The number of an item, from 1: among those of which one may know, if that is not all of them."""
    listed = here.gate.listed
    if here.gate.levels[place] < Seen.LISTED or len(listed) == len(here.hung):
        return place + 1
    return bisect_left(listed, place) + 1


def where(here: Here, looking: Looking, place: int) -> list[str]:
    """What an item lay in, the outermost first, down to the folder it lay in; of several places the first."""
    found: list[str] = []
    for _above in range(_MOST_ABOVE):
        line = looking.lying(here.hung.of.items[place])
        if line is None:
            break
        folder = words.name_of(line.item.path.rpartition(b"/")[0])
        found.append(folder)
        # A redacted form lay nowhere: it stands below the item it was made of.
        made_of = here.hung.places.get(line.item.parent)
        holding = here.hung.holding(line.item.parent) if made_of is None else (made_of,)
        if not holding:
            break
        place = holding[0]
        above = looking.lying(here.hung.of.items[place])
        found.append(words.last_of(above.item.path) if above else "")
    return [name for name in reversed(found) if name]


def pending(here: Here, item: str) -> int:
    """How many objections to an item are undecided."""
    return sum(1 for one in here.told.objections.get(item, ()) if item in one.undecided)


@dataclass(frozen=True, slots=True)
class Sought:
    """What of a list is wanted, as the address says it; what is not there is not asked for.

    Attributes:
        words: Words its text must hold.
        state: Name of a state, or `UNREAD`.
        kind: A key of `words.KINDS`.
        asked: A question that is not answered.
        objection: Whether an objection is undecided.
        second: Whether it is chosen for a second review.
        screen: A screen that stopped at it.
    """

    words: str = ""
    state: str = ""
    kind: str = ""
    asked: str = ""
    objection: bool = False
    second: bool = False
    screen: str = ""

    @classmethod
    def of(cls, told: Mapping[str, str]) -> "Sought":
        """What an address asks for; a filter that is none is left out."""
        state, kind, asked = told.get("state", ""), told.get("kind", ""), told.get("asked", "")
        return cls(
            told.get("q", "").replace("\x00", " ").strip()[:200],
            state if state in {UNREAD, *(s.value for s in State)} else "",
            kind if kind in words.KINDS else "",
            asked if asked in {a.value for a in Asked} else "",
            bool(told.get("objection")),
            bool(told.get("second")),
            told.get("screen", "") if told.get("screen") in {s.value for s in words.SCREENS} else "",
        )

    @property
    def query(self) -> dict[str, str]:
        """The same as an address has it."""
        told: dict[str, Any] = {"q": self.words, "state": self.state, "kind": self.kind, "asked": self.asked,
                                "objection": self.objection and "1", "second": self.second and "1",
                                "screen": self.screen}  # fmt: skip
        return {name: str(value) for name, value in told.items() if value}

    @property
    def any(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.query)


def found(here: Here, looking: Looking | None, sought: Sought) -> list[int]:
    """The items that are sought, among those of which one may know; by anything they say, among those one may open."""
    says = bool(sought.words or sought.kind or sought.asked or sought.objection or sought.second or sought.screen)
    places: Sequence[int] = here.gate.opened if says else here.gate.listed
    if sought.words:
        contents = looking.with_words(sought.words) if looking else []
        may = frozenset(places)
        places = list(dict.fromkeys(p for one in contents for p in here.hung.holding(one) if p in may))
    return [place for place in places if _fits(here, place, sought)]


def _fits(here: Here, place: int, sought: Sought) -> bool:
    found, item = here.hung.of, here.hung.of.items[place]
    return (
        (not sought.state or _ended(here, place, sought.state))
        and (not sought.kind or words.kind_of(found.media[place]) == sought.kind)
        and (not sought.asked or here.waits(item, Asked(sought.asked)))
        and (not sought.objection or pending(here, item) > 0)
        and (not sought.second or here.wants_second(item))
        and (not sought.screen or Screen(sought.screen) in here.stopped(place))
    )


def _ended(here: Here, place: int, so: str) -> bool:
    return waits_for_a_look(here, place) if so == UNREAD else here.hung.of.state[place] is State(so)


def waits_for_a_look(here: Here, place: int) -> bool:
    """Whether no machine read an item wholly, and nobody has looked at it."""
    found = here.hung.of
    return found.state[place] not in (State.OK, State.DESTROYED) and here.told.record.looked(found.items[place]) is None


def answerable(roles: frozenset[Role]) -> tuple[Asked, ...]:
    """The questions somebody may answer in their roles."""
    return tuple(asked for asked, ask in ASKED.items() if roles & ask.by)


def to_do(here: Here, after: int | None = None) -> Iterator[int]:
    """The items that wait for an answer of whoever looks, in the order in which they are to be read.

    Args:
        here: The seizure.
        after: A place after which to begin, going round to it again; None: at the beginning.
    """
    mine, queue = answerable(here.roles), list(here.hung.queue)
    start = 0 if after is None else queue.index(after) + 1
    for place in (*queue[start:], *queue[:start]):
        item = here.hung.of.items[place]
        if here.gate.levels[place] >= Seen.OPENED and any(here.waits(item, asked) for asked in mine):
            yield place


@dataclass(frozen=True, slots=True)
class Beside:
    """Where one can go from an item: the one before, the one after, and the next that waits for whoever looks."""

    before: str = ""
    after: str = ""
    next: str = ""
    left: int = 0
    at: int = 0
    of: int = 0


def beside(here: Here, looking: Looking, place: int, sought: Sought) -> Beside:
    """Where one can go from an item, in the list as it was sought."""
    places = found(here, looking, sought)
    items = here.hung.of.items
    at = places.index(place) if place in places else -1
    waiting = next((one for one in to_do(here, place) if one != place), None)
    return Beside(
        items[places[at - 1]] if at > 0 else "",
        items[places[at + 1]] if 0 <= at < len(places) - 1 else "",
        "" if waiting is None else items[waiting],
        sum(1 for _place in to_do(here)), at + 1, len(places),
    )  # fmt: skip
