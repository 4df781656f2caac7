"""What of a case's links somebody sees.

Whoever sees the file sees that a link waits, and what it asks; its words where the compartment is open. A link that is
closed looks the same for every register, or the register itself would be told.

Who stands beside a person concerned sees links of that person alone, and the words once a link is confirmed: until then
it may tell of somebody else who bears a like name. Nobody else is told of a link at all.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rogatory.casefile.model import CaseFile
from rogatory.linkage.model import Band, By
from rogatory.office.folds.apart import Veil
from rogatory.office.folds.linking import CaseLink, Links, LinkState
from rogatory.people.compartments import open_to
from rogatory.people.sight import Sight

Json = Any


@dataclass(frozen=True, slots=True)
class LinkSeen:
    """A link as somebody sees it.

    Attributes:
        name: What it is called in the case.
        state: Where it stands.
        band: What it asks of the office.
        entries: Numbers of the entries that tell of it.
        told: Its words (`screening.link_json`); None: they are closed to the reader.
        took: Findings its confirmation took over; none where the words are closed.
        raised: Findings by which its confirmation made questions live; none where the words are closed.
    """

    name: str
    state: LinkState
    band: Band
    entries: tuple[int, ...]
    told: Mapping[str, Json] | None
    took: tuple[str, ...] = ()
    raised: tuple[str, ...] = ()

    @property
    def bars(self) -> bool:
        """Whether it stands before everything that is done for the requesting state."""
        return self.band is Band.MUST_EXAMINE and self.state in (LinkState.OPEN, LinkState.REOPENED)


def links_seen(links: Links, veil: Veil, sight: Sight, persons: frozenset[str]) -> tuple[LinkSeen, ...]:
    """The links somebody sees, in the order in which they were met.

    Args:
        links: The links of the case.
        veil: What lies between the reader and the case.
        sight: How much of the case the reader sees.
        persons: The reader's own persons; empty: nobody in particular.
    """
    if sight is Sight.FILE:
        return tuple(_seen(link, veil, is_open=_opens(link, veil)) for link in links.values())
    if sight is not Sight.OWN:
        return ()
    mine = [link for link in links.values() if is_own(link, veil.case, persons)]
    return tuple(
        _seen(link, veil, is_open=link.state is LinkState.CONFIRMED and _opens(link, veil, persons)) for link in mine
    )


def is_own(link: CaseLink, case: CaseFile, persons: frozenset[str]) -> bool:
    """Whether a link is of nobody but these persons: it met one of them, or the case has no other."""
    met = link.told["by"] == By.PERSON.value and link.told["object"] in persons
    return met or {p.id for p in case.persons} <= persons


def _opens(link: CaseLink, veil: Veil, own: frozenset[str] = frozenset()) -> bool:
    hidden = link.told["object"] in {person.id for person in veil.hidden}
    return not hidden and (link.compartment is None or open_to(veil.held, link.compartment, own))


def _seen(link: CaseLink, veil: Veil, *, is_open: bool) -> LinkSeen:
    if not is_open:
        return LinkSeen(link.name, link.state, link.band, link.entries, None)
    words = _masked(link.told, veil)
    return LinkSeen(link.name, link.state, link.band, link.entries, words, link.took, link.raised)


def _masked(told: Json, veil: Veil) -> Json:
    """The same words, with identifiers in the place of names the reader may not see."""
    match told:
        case str():
            return veil.text(told)
        case Mapping():
            return {key: _masked(value, veil) for key, value in told.items()}
        case list() | tuple():
            return [_masked(value, veil) for value in told]
        case _:
            return told
