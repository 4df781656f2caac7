"""Answering one of the four questions of an item from its page: ready answers, and what they cover before they do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rogatory.law.acts import Role
from rogatory.law.vocabulary import VOCABULARY, material
from rogatory.material.questions import ASKED, UNKNOWN, WITHHOLDS, Asked, Given, Together
from rogatory.registry.desk.rows.reader import language
from rogatory.registry.review import words
from rogatory.registry.review.opening import Here

OTHERWISE = "otherwise"
"""The answer whose parts are chosen one by one."""
_V = material
_PARTS = {asked: (*ask.questions, *ask.also) for asked, ask in ASKED.items()}


@dataclass(frozen=True, slots=True)
class Ready:
    """An answer that is given with one key.

    Attributes:
        key: The key, and how a form names it.
        word: What it says.
        values: What it answers, by identifier of each question of the law.
    """

    key: str
    word: Promise
    values: Mapping[str, str]

    @property
    def withholds(self) -> bool:
        """Whether it withholds."""
        return any(value in WITHHOLDS.get(slot, ()) for slot, value in self.values.items())


_UNKNOWN = {asked: dict.fromkeys((q.id for q in ask.questions), UNKNOWN) for asked, ask in ASKED.items()}
READY: Mapping[Asked, tuple[Ready, ...]] = MappingProxyType(
    {
        Asked.PRIVILEGE: (
            Ready("n", _("No: no privilege, no asylum data"), {_V.privilege.id: "none", _V.asylum_data.id: "no"}),
            Ready("y", _("Yes: privileged"), {_V.privilege.id: "confirmed", _V.asylum_data.id: "no"}),
            Ready(
                "a", _("Yes: asylum data"), {_V.privilege.id: "confirmed", _V.asylum_data.id: "yes"}
            ),
            Ready("c", _("Claimed, not decided"), {_V.privilege.id: "claimed", _V.asylum_data.id: UNKNOWN}),
            Ready("u", _("It cannot be told"), _UNKNOWN[Asked.PRIVILEGE]),
        ),
        Asked.SCOPE: (
            Ready("y", _("Yes: within the request"), {_V.relevance.id: "in-scope"}),
            Ready("n", _("No: outside it"), {_V.relevance.id: "out-of-scope"}),
            Ready("u", _("It is unclear"), {_V.relevance.id: "unclear"}),
        ),
        Asked.ORIGIN: (
            Ready("n", _("No"), {_V.ill_treatment_origin.id: "no"}),
            Ready("y", _("Yes: there is a real risk"), {_V.ill_treatment_origin.id: "yes"}),
            Ready("u", _("It cannot be told"), _UNKNOWN[Asked.ORIGIN]),
        ),
        Asked.PROPORTIONALITY: (
            Ready(
                "y", _("Yes: proportionate, exposes nobody"),
                {_V.proportionate.id: "yes", _V.other_opponents.id: "no"},
            ),
            Ready("n", _("No: not proportionate"), {_V.proportionate.id: "no", _V.other_opponents.id: "no"}),
            Ready("e", _("No: it exposes others"), {_V.proportionate.id: "no", _V.other_opponents.id: "yes"}),
            Ready("u", _("It cannot be told"), _UNKNOWN[Asked.PROPORTIONALITY]),
        ),
    }
)  # fmt: skip
"""Answers that are given with one key, by question; every other is put together part by part."""
TOGETHER: Mapping[Together, Promise] = MappingProxyType(
    {
        Together.ALONE: _("this item alone"),
        Together.DUPLICATES: _("every exact duplicate"),
        Together.FAMILY: _("the whole family"),
    }
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an answer that is put together: the question of the law, its answers, and the one chosen."""

    slot: str
    title: str
    choices: tuple[tuple[str, str], ...]
    value: str = ""


@dataclass(frozen=True)
class AskForm:
    """What is filled in to answer a question of an item.

    Attributes:
        asked: The question.
        ready: Ready answers that whoever looks may give.
        parts: Parts of an answer that is put together.
        chosen: Key of the ready answer that is chosen; empty: none is yet.
        reasons: The reasons.
        authority: Mandate or decision that entitles them.
        supersedes: Numbers of the answers it takes the place of.
        together: Of what it may be given in one go, and of how many items.
        covers: Of what it is to be given.
        before: The reasons whoever looks gave last for this question; empty: none.
        wrong: What is wrong with it; empty: nothing.
    """

    asked: Asked
    ready: tuple[Ready, ...]
    parts: tuple[Part, ...]
    chosen: str = ""
    reasons: str = ""
    authority: str = ""
    supersedes: str = ""
    together: tuple[tuple[Together, Promise, int], ...] = ()
    covers: Together = Together.ALONE
    before: str = ""
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What was filled in, as the door takes it."""

    asked: Asked
    values: Mapping[str, str]
    reasons: str
    authority: str
    together: Together
    supersedes: tuple[int, ...]

    def form(self, items: Sequence[str]) -> dict[str, Any]:
        """The form of the act."""
        return {
            "items": list(items), "asked": self.asked.value, "values": dict(self.values), "reasons": self.reasons,
            "authority": self.authority, "together": self.together.value, "supersedes": list(self.supersedes),
        }  # fmt: skip


def form(here: Here, place: int, asked: Asked, filled: Mapping[str, str] | None = None, wrong: str = "") -> AskForm:
    """The form of a question of an item; `filled`: with what was filled in, if that could not be taken."""
    told = filled or {}
    item = here.hung.of.items[place]
    # A second look replaces nothing.
    numbers = () if here.blind(item, asked) else here.told.record.numbers(item, asked)
    mine = [given for given in here.told.record.given if given.by == here.account]
    last = next((given for given in reversed(mine) if given.asked is asked), None)
    sizes = {Together.ALONE: 1, Together.DUPLICATES: len(here.hung.duplicates(place)),
             Together.FAMILY: len(here.hung.family(place))}  # fmt: skip
    authority, over = mine[-1].authority if mine else "", ",".join(map(str, numbers))
    return AskForm(
        asked, _may_give(here.roles, asked), tuple(_part(slot.id, told) for slot in _PARTS[asked]),
        told.get("ready", ""), told.get("reasons", ""), told.get("authority", authority), told.get("supersedes", over),
        tuple((way, TOGETHER[way], size) for way, size in sizes.items() if way is Together.ALONE or size > 1),
        _way(told), last.ground if last else "", wrong,
    )  # fmt: skip


def _may_give(roles: frozenset[Role], asked: Asked) -> tuple[Ready, ...]:
    """The ready answers somebody may give: who may only claim is offered nothing else."""
    if roles & ASKED[asked].by:
        return READY[asked]
    return tuple(ready for ready in READY[asked] if ready.withholds)


def _part(slot: str, told: Mapping[str, str]) -> Part:
    asked = VOCABULARY[slot]
    choices = ((value, words.value_word(slot, value, language())) for value in dict.fromkeys((*asked.values, UNKNOWN)))
    return Part(slot, str(words.CLAUSES[slot]), tuple(choices), told.get(slot, ""))


def _way(told: Mapping[str, str]) -> Together:
    return next((way for way in Together if way.value == told.get("together")), Together.ALONE)


def read(asked: Asked, told: Mapping[str, str]) -> Told:
    """What was filled in.

    Raises:
        ValueError: No answer was chosen, or no number; the message says what is wanted, for whoever filled it in.
    """
    if told.get("ready") == OTHERWISE:
        values = {slot.id: told[slot.id] for slot in _PARTS[asked] if told.get(slot.id)}
    else:
        ready = next((one for one in READY[asked] if one.key == told.get("ready")), None)
        if ready is None:
            raise ValueError(str(_("Choose an answer.")))
        values = dict(ready.values)
    if not told.get("reasons", "").strip():
        raise ValueError(str(_("Give the reasons.")))
    numbers = [part for part in told.get("supersedes", "").split(",") if part]
    if not all(part.isascii() and part.isdecimal() for part in numbers):
        raise ValueError(str(_("Look at the item again, and answer what stands now.")))
    return Told(
        asked, values, told["reasons"].strip(), told.get("authority", "").strip(), _way(told),
        tuple(map(int, numbers)),
    )  # fmt: skip


def covered(here: Here, place: int, way: Together) -> list[int]:
    """The items an answer covers that is given so, the item itself among them."""
    if way is Together.DUPLICATES:
        return here.hung.duplicates(place)
    return here.hung.family(place) if way is Together.FAMILY else [place]


def standing(here: Here, places: Sequence[int], asked: Asked) -> tuple[int, ...]:
    """The numbers of the answers that stand for these items."""
    record, items = here.told.record, here.hung.of.items
    return tuple(sorted({number for place in places for number in record.numbers(items[place], asked)}))


def taken_back(here: Here, item: str, asked: Asked) -> tuple[Told, tuple[str, ...]] | None:
    """One's own answer taken back, as a further answer, and the items it is given for.

    None: it is not one's own, or two persons have answered: neither is taken away from beside the other.

    What stood before stands again; where nothing did, that it cannot be told.
    """
    history = list(here.told.record.history(item, asked))
    if not history or history[-1][1].by != here.account or len(here.told.record.numbers(item, asked)) > 1:
        return None
    number, last = history[-1]
    before: Given | None = history[-2][1] if len(history) > 1 else None
    values = dict(before.values) if before else _UNKNOWN[asked]
    reasons = str(_("Answer %(number)s is taken back by whoever gave it.") % {"number": number})
    return Told(asked, values, reasons, last.authority, last.together, (number,)), last.items


def in_words(values: Mapping[str, str]) -> list[tuple[str, str]]:
    """An answer in words: each question of the law, and what is answered."""
    return [(str(words.CLAUSES[slot]), words.value_word(slot, value, language())) for slot, value in values.items()]
