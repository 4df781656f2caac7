"""The links of a case with what is already known: as screenings found them, and as people decided them.

A link is open until a named official has confirmed or dismissed it, with reasons (decision 0020). That a later
screening finds it weaker or not at all closes nothing. A decision covers what it saw: other evidence re-opens what was
dismissed, and what is newly proposed re-opens what was confirmed.

The journal keeps identifiers for ever, so a link is called by the entry that first told of it, as `link-3-1`, and not
by what it tells.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from rogatory.linkage.model import Band
from rogatory.office.errors import Hurdle, Obstacle
from rogatory.office.folds.screening import shown
from rogatory.people.mandates import Compartment

Json = Any


class LinkState(Enum):
    """Where a link stands."""

    OPEN = "open"
    """Nobody has decided it."""
    CONFIRMED = "confirmed"
    """Somebody has confirmed it: what it proposes was taken over, or must be examined."""
    DISMISSED = "dismissed"
    """Two people have dismissed it."""
    REOPENED = "reopened"
    """It was decided, and something the decision had not seen has come in since."""


@dataclass(frozen=True, slots=True)
class CaseLink:
    """A link of a case.

    Attributes:
        name: What it is called in this case, as `link-3-1`: the first link of the entry at position 3.
        state: Where it stands.
        band: What it asks of the office: the strongest since it was last decided.
        digest: Digest of its evidence, as the last screening that found it gave it.
        told: The link as that screening recorded it (`screening.link_json`).
        entries: Numbers of the entries that tell of it: screenings that brought something new, and decisions.
        took: Findings its confirmation took over, by identifier; they end when the link is dismissed, in no other way.
        raised: Findings by which its confirmation made questions live.
        decided_on: The link as the last decision had it before it; None: never decided.
        decided_by: Account of who took that decision, or proposed it where two did; empty: never decided.
    """

    name: str
    state: LinkState
    band: Band
    digest: str
    told: Mapping[str, Json]
    entries: tuple[int, ...]
    took: tuple[str, ...] = ()
    raised: tuple[str, ...] = ()
    decided_on: Mapping[str, Json] | None = None
    decided_by: str = ""

    @property
    def undecided(self) -> bool:
        """Whether somebody must still decide it."""
        return self.state in (LinkState.OPEN, LinkState.REOPENED)

    @property
    def bars(self) -> bool:
        """Whether it stands before everything that is done for the requesting state."""
        return self.undecided and self.band is Band.MUST_EXAMINE

    @property
    def compartment(self) -> Compartment | None:
        """Where its words stand; None: in the file."""
        told = self.told["compartment"]
        return Compartment(told) if told else None

    @property
    def brought(self) -> tuple[str, ...]:
        """Every finding its confirmation brought."""
        return (*self.took, *self.raised)


Links = Mapping[str, CaseLink]
"""The links of a case by name, in the order in which they were met."""


def proposed(told: Mapping[str, Json]) -> frozenset[tuple[str, str, str]]:
    """What a recorded link proposes: question, whom it is about, answer."""
    return frozenset((p["question"], p["about"], p["answer"]) for p in told["proposes"])


@dataclass(slots=True)
class Gathered:
    """Gathers the links of a case, entry by entry."""

    found: dict[str, CaseLink] = field(default_factory=dict)

    def screened(self, number: int, seq: int, recorded: Mapping[str, Json]) -> frozenset[str]:
        """A screening came in; the names of links that are new, were re-opened, or rest on other evidence now.

        Args:
            number: Position of its entry in the case.
            seq: Number of its entry in the journal.
            recorded: What the entry records (`screening.screening_json`); empty: it was erased.
        """
        names = {link.told["id"]: name for name, link in self.found.items()}
        changed = set()
        for place, told in enumerate(shown(recorded.get("links", ())), 1):
            name = names.setdefault(told["id"], f"link-{number}-{place}")
            before = self.found.get(name)
            after = _again(before, told) if before else _first(name, told)
            if after != before:
                self.found[name] = replace(after, entries=(*after.entries, seq))
                changed.add(name)
        return frozenset(changed)

    def decided(self, seq: int, by: str, name: str, state: LinkState, fields: Mapping[str, Json]) -> None:
        """A link was decided.

        Args:
            seq: Number of the entry in the journal.
            by: Account of who decided, or proposed it where two did.
            name: What the link is called.
            state: Confirmed or dismissed.
            fields: What the entry records.
        """
        link = self.found.get(name)
        if link is None:  # what told of it was erased
            return
        took, raised = tuple(fields.get("took", ())), tuple(fields.get("raised", ()))
        decided = replace(link, state=state, decided_on=link.told, decided_by=by, took=took, raised=raised)
        self.found[name] = replace(decided, entries=(*link.entries, seq))


def undecided(links: Links) -> tuple[str, ...]:
    """The links that stand before everything that is done for the requesting state, by name."""
    return tuple(name for name, link in links.items() if link.bars)


def news(links: Links, number: int, recorded: Mapping[str, Json]) -> frozenset[str]:
    """The links a screening would bring, re-open or put on other evidence as the entry at position `number`."""
    return Gathered(dict(links)).screened(number, 0, recorded)


def left_open(links: Links, account: str, answered: tuple[str, str, str]) -> str:
    """The confirmed link whose question somebody would answer against it, having left it open; empty: none.

    Or whoever confirms a link could do alone what two must do: have it come to nothing.

    Args:
        links: The links of the case.
        account: Who would answer.
        answered: Question, whom it is about (empty: everybody), and answer.
    """
    question, about, answer = answered
    for name, link in links.items():
        if link.state is not LinkState.CONFIRMED or link.decided_by != account or not link.raised:
            continue
        for proposal in link.decided_on["proposes"] if link.decided_on else ():
            same = proposal["question"] == question and (about == proposal["about"] or "" in (about, proposal["about"]))
            if same and answer not in ("unknown", proposal["answer"]):
                return name
    return ""


def brought_by(links: Iterable[CaseLink]) -> frozenset[str]:
    """The findings confirmed links brought: they can be answered anew or end with their link, and are not withdrawn."""
    return frozenset(ident for link in links for ident in link.brought)


def _first(name: str, told: Mapping[str, Json]) -> CaseLink:
    return CaseLink(name, LinkState.OPEN, Band(told["band"]), told["digest"], told, ())


def _again(link: CaseLink, told: Mapping[str, Json]) -> CaseLink:
    """A link that was known is found again."""
    band, state = Band(told["band"]), link.state
    if link.undecided:
        # Found weaker than before it still waits for whoever must examine it.
        band = Band.MUST_EXAMINE if Band.MUST_EXAMINE in (band, link.band) else band
    elif link.decided_on is not None and _goes_beyond(told, link.decided_on, link.state):
        state = LinkState.REOPENED
    return replace(link, state=state, band=band, digest=told["digest"], told=told)


def _goes_beyond(told: Mapping[str, Json], seen: Mapping[str, Json], state: LinkState) -> bool:
    """Whether a link as found now is more than the decision on it had seen."""
    if state is LinkState.DISMISSED:
        return bool(told["digest"] != seen["digest"])
    return not proposed(told) <= proposed(seen)


def left_open_obstacles(form: Mapping[str, Json], links: Links, account: str) -> list[Obstacle]:
    """What a confirmed link left open is answered against it by somebody else than who left it open."""
    answered = tuple(str(form.get(part) or "") for part in ("question", "about", "answer"))
    name = left_open(links, account, (answered[0], answered[1], answered[2]))
    text = f"you have confirmed {name} and left this question open: somebody else answers it otherwise"
    return [Obstacle(Hurdle.SECOND_PERSON, text, "decision 0020 of this system", "another person")] if name else []
