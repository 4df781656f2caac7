"""A package of seized items at the door: the act that sends names the payload, and every item of it is judged again.

What a package holds was judged when it was planned. Between the plan and the act a remedy may have been lodged, an
objection made, an answer taken back: so whoever opens the door judges it anew, and the act is done on that or not at
all. The second person, who agrees later, judges it once more.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rogatory.office.acts.doing import Doing, Fields
from rogatory.office.errors import Hurdle, Obstacle
from rogatory.office.folds.dossier import Dossier
from rogatory.office.folds.seizures import seizures_of

PAYLOAD = "payload"
"""Field of the entry that sends, in the form and in the entry: SHA-256 of the package's payload manifest."""
_SOURCE = "decision 0026 of this system"


@dataclass(frozen=True, slots=True)
class Leaving:
    """What judging a package anew gave. Whoever opens the door makes it from the journal, never from what was sent.

    Attributes:
        payloads: Digests of the payloads that were planned for the package; none: it is not made of seized items.
        withheld: Of the payload named, items that are withheld now, by ground in words; none: all are cleared.
        moved: Whether the case or the review has changed since it was judged.
    """

    payloads: frozenset[str]
    withheld: Mapping[str, int]
    moved: bool = False


def sent(doing: Doing) -> Fields:
    """What the entry that sends records beside: the digest of the payload."""
    payload = str(doing.form.get(PAYLOAD) or "").strip()
    return {PAYLOAD: payload} if payload else {}


def holds_seized(dossier: Dossier, package: str) -> bool:
    """Whether a package is made of items of a seizure whose seal was opened: then it leaves as planned, or not at all.

    The file says which items a package is for. Before a seal is opened nobody can have put anything of it into one.
    """
    items = any(item.package == package for item in dossier.case.items)
    return items and any(one.opened for one in seizures_of(dossier.entries).values())


def leaving_obstacles(form: Mapping[str, Any], leaving: Leaving | None, *, seized: bool) -> Iterator[Obstacle]:
    """What stands against sending a package because of what is in it.

    Args:
        form: What was filled in.
        leaving: What judging it anew gave; None: no package of this name was planned.
        seized: Whether it is made of seized items (`holds_seized`).
    """
    payload = str(form.get(PAYLOAD) or "").strip()
    planned = leaving.payloads if leaving else frozenset()
    if payload not in planned and (payload or planned or seized):
        text = "the payload named was not planned here" if payload else "it is made of items: name its payload"
        yield Obstacle(Hurdle.COURSE, text, _SOURCE, "a plan of the package, whose payload is named")
    elif leaving and leaving.moved:
        text = "something came in in the review since the package was judged"
        yield Obstacle(Hurdle.STALE, text, "one door", "try again: it is judged anew")
    elif leaving:
        for ground, count in leaving.withheld.items():
            yield Obstacle(Hurdle.NORM, f"{count:,} of its items are withheld: {ground}", _SOURCE, "another plan")
