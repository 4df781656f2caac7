"""What the journal says of the review of a seizure: answers, looks, objections, and what courts decided."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from rogatory.material.questions import Record
from rogatory.material.standing import Known, Raised
from rogatory.office.dossier import Dossier
from rogatory.registry.review.sampling import Sample


@dataclass(frozen=True, slots=True)
class Objection:
    """An objection of the person to an item.

    Attributes:
        person: Whose.
        text: The words; empty: not to be read here.
        at: When it came.
        decided: How it was decided, in words; empty: it is undecided.
        seq: Number of its entry.
    """

    person: str
    text: str
    at: datetime
    decided: str = ""
    seq: int = 0


@dataclass(frozen=True, eq=False)
class Told:
    """The review of a seizure, as the journal has it.

    Attributes:
        record: Answers and looks.
        objections: By item.
        nothing_lodged: Whether the time to object is over.
        raised: What screens found after how many answers.
        own: Persons concerned whose own the seizure is; empty: not known.
        root: Root of the manifest, in hexadecimal digits, as the journal has it; empty: it has none.
    """

    record: Record = field(default_factory=Record)
    objections: Mapping[str, Sequence[Objection]] = field(default_factory=dict)
    nothing_lodged: bool = False
    raised: Sequence[Raised] = ()
    own: frozenset[str] = frozenset()
    root: str = ""

    @cached_property
    def sample(self) -> Sample:
        """The second review."""
        return Sample(self.record, self.root)

    def known(self, unread: Collection[str]) -> Known:
        """What is known of the items beside the answers."""
        pending = {item: any(not one.decided for one in told) for item, told in self.objections.items()}
        return Known(unread, self.raised, pending, self.nothing_lodged)


def told(dossier: Dossier, seizure: str) -> Told:
    """The review of a seizure of a case."""
    return Told()
