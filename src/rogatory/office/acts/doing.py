"""An act on its way: what its effect on the record is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rogatory.decision.documents.document import Document
from rogatory.law.acts import Act
from rogatory.linkage.model import Screening
from rogatory.office.folds.dossier import Dossier
from rogatory.people.mandates import Mandate

Form = Mapping[str, Any]
Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as it would be signed, put on paper.

    Attributes:
        text: Its words, with who signs.
        digest: SHA-256 of the signed PDF, in hexadecimal.
        code: Code by which anybody can ask whether it is ours.
    """

    text: Document
    digest: str
    code: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What the office keeps of the document an act is done to or sends.

    Whoever opens the door takes it from the store, and never from what somebody sent.

    Attributes:
        text: Its words as they stand; None: they are not there any more.
        paper: For `sign-document`: it as it would be signed; None: it was not put on paper.
        unready: What its words still lack before they may be signed, each in a sentence.
        leaks: What of the case its words tell and the requesting state must not know: kinds of it, and no word of it.
    """

    text: Document | None
    paper: Paper | None = None
    unready: tuple[str, ...] = ()
    leaks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letters:
    """What the office keeps of the received documents of a case, looked up by whoever opens the door.

    Attributes:
        kept: Digests of those whose bytes are kept.
        needed: Digests of those on which another case rests that is not closed, or in which a remedy runs.
        said: Of the entry or the seizure the form names: fields of entries of the review that hold words, by number.
        reviews: Seizures of the case in whose review words are left.
    """

    kept: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()
    said: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    reviews: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Doing:
    """An act on its way: on what, in which words, in which case, and by whom.

    Attributes:
        act: The act.
        object: Identifier of the object.
        form: What was filled in.
        dossier: The case; None where the act registers it.
        case: Identifier of the case.
        on: The day.
        by: Role and account, for the record.
        seen: Number of the last entry the person had seen; None: not told.
        screening: What matching the case with the registers gave; None: the registers were not asked.
        held: Mandates of whoever acts that hold for the case on the day.
        kept: What the office keeps of the document it is done to or sends; None: of none.
        letters: For an erasure: what the office keeps of the received documents of the case, and of its reviews.
    """

    act: Act
    object: str
    form: Form
    dossier: Dossier | None
    case: str
    on: date
    by: str
    seen: int | None = None
    screening: Screening | None = None
    held: tuple[Mandate, ...] = ()
    kept: Kept | None = None
    letters: Letters = field(default_factory=Letters)

    @property
    def number(self) -> int:
        """Position the entry will have among those of its case."""
        return len(self.dossier.entries) if self.dossier else 0

    @property
    def today(self) -> str:
        """The day as it is written in a case file."""
        return self.on.isoformat()

    @property
    def the_case(self) -> Dossier:
        """The case, for an act that is done in one.

        Raises:
            ValueError: There is none.
        """
        if self.dossier is None:
            msg = f"{self.act.id} needs a case"
            raise ValueError(msg)
        return self.dossier
