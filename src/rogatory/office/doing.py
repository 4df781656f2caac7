"""An act on its way: what its effect on the record is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rogatory.law.acts import Act
from rogatory.linkage.model import Screening
from rogatory.office.dossier import Dossier

Form = Mapping[str, Any]
Fields = dict[str, Any]


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
