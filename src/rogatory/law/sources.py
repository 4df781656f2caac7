"""Where a rule comes from, as a value that prints in every decision resting on it."""

from dataclasses import dataclass
from enum import Enum


class Check(Enum):
    """How far a source or norm was checked against its text."""

    VERIFIED = "verified"
    """The text, an official summary or the court's own headnote was read."""
    PARTLY = "partly"
    """Part was read; the rest is general knowledge and is said so in the norm's note."""
    GENERAL = "general"
    """From general knowledge only: a decision resting on it says so on its face."""


class Basis(Enum):
    """What gives a norm its force. Printed, because a house rule must never pass for a treaty."""

    TEXT = "text"
    """A treaty, regulation, statute or rule says so."""
    CASE_LAW = "case law"
    """A court or treaty body has held so."""
    ANALOGY = "analogy"
    """Carried over from a neighbouring text or case by inference; the note says from which."""
    SOFT_LAW = "soft law"
    """A resolution, guideline or model: it opens duties of care, it never refuses by itself."""
    POLICY = "policy of this system"
    """Written nowhere as law; a deployment may tighten it, and loosen it only by a recorded, reasoned decision."""


@dataclass(frozen=True, slots=True)
class Cite:
    """One provision, judgment or text.

    Attributes:
        instrument: Name of the instrument or the case as cited.
        place: Article, paragraph or point; empty for the whole.
        ref: Official number: treaty series, application number, CELEX, ECLI; empty if none is known.
    """

    instrument: str
    place: str = ""
    ref: str = ""

    def __str__(self) -> str:
        """The citation as printed in a decision."""
        head = f"{self.instrument}, {self.place}" if self.place else self.instrument
        return f"{head} ({self.ref})" if self.ref else head

    def __add__(self, other: "Cite | Source") -> "Source":
        """Two citations joined into one source."""
        return Source((self,)) + other


@dataclass(frozen=True, slots=True)
class Source:
    """The citations a norm rests on, the leading one first."""

    cites: tuple[Cite, ...]

    def __post_init__(self) -> None:
        """Refuse a rule without a source."""
        if not self.cites:
            msg = "a source needs at least one citation: no rule stands without its source"
            raise ValueError(msg)

    def __str__(self) -> str:
        """All citations, separated by semicolons."""
        return "; ".join(str(c) for c in self.cites)

    def __add__(self, other: "Cite | Source") -> "Source":
        """This source and `other`, without repeating a citation."""
        more = (other,) if isinstance(other, Cite) else other.cites
        return Source(self.cites + tuple(c for c in more if c not in self.cites))


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, act or set of rules whose articles norms cite.

    Attributes:
        id: Key in the treaty matrix when states can be bound by it (`ETS-024`), else a plain key.
        title: Full title.
        ref: Official number.
    """

    id: str
    title: str
    ref: str = ""

    def article(self, place: str) -> Source:
        """The provision `place` of this instrument, written `Art. 3(2)` for `3(2)`."""
        return Source((Cite(self.title, f"Art. {place}", self.ref),))

    def point(self, place: str) -> Source:
        """The point `place` of this text, for resolutions and rules that count in points."""
        return Source((Cite(self.title, f"point {place}", self.ref),))

    def whole(self) -> Source:
        """The instrument as such."""
        return Source((Cite(self.title, "", self.ref),))


@dataclass(frozen=True, slots=True)
class Court:
    """A court or treaty body whose decisions are cited."""

    name: str

    def judgment(self, title: str, ref: str, place: str = "") -> Source:
        """A decision of this body: its name, number and the passage relied on."""
        return Source((Cite(f"{title} [{self.name}]", place, ref),))


ECTHR = Court("ECtHR")
CJEU = Court("CJEU")
HRC = Court("UN Human Rights Committee")
CAT = Court("UN Committee against Torture")
