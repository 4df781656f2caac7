"""Entries that are made up, to tell when somebody is fishing: how one is written, and which were asked for.

Nobody can honestly ask for somebody who does not exist. Such an entry looks like any other, is met by no case, and a
query that meets it is told to the custodian and to the auditor.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from rogatory.casefile.parties import Identity
from rogatory.office.errors import FormError
from rogatory.office.folds.dossier import Entry
from rogatory.office.streams.register_answers import ALARM
from rogatory.registers.model import Known, Register, RegisterEntry, RegisterKind

SOURCE = "made up, to tell when somebody is fishing"
_ROLES = {RegisterKind.PROTECTION: "protected", RegisterKind.VICTIMS: "victim"}
MOST_FORMS = 20
"""Forms of a name of one such entry."""
LONGEST = 400
"""Signs of one form."""


@dataclass(frozen=True, slots=True)
class MadeUp:
    """An entry that is made up.

    Attributes:
        entry: The entry.
        met: How many queries met it.
        last: Moment of the last; None: none did.
    """

    entry: RegisterEntry
    met: int
    last: datetime | None


def made_up_entry(register: Register, ident: str, title: str, names: Iterable[str], born: str = "") -> RegisterEntry:
    """An entry of somebody who does not exist.

    Args:
        register: The register it comes into.
        ident: Its identifier, like those of the others.
        title: What it looks like.
        names: Forms of the invented name.
        born: Day of birth, as it is written; empty: none.

    Raises:
        FormError: A part is missing, or a name holds no letter or is too long.
    """
    forms = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
    for field, told in (("entry", ident.strip()), ("title", title.strip())):
        if not told:
            raise FormError(field, "it is missing", "Write it as in the other entries")
    if not forms or len(forms) > MOST_FORMS or any(len(n) > LONGEST or not any(map(str.isalpha, n)) for n in forms):
        raise FormError("names", "there is none, one without letters, or they are too long", "Write one form a line")
    who = Identity(forms, (born.strip(),) if born.strip() else ())
    known = Known("p", who, _ROLES.get(register.kind, "subject"))
    return RegisterEntry(ident.strip(), register.id, register.kind, title.strip(), persons=(known,), source=SOURCE)


def asked_for(entries: Iterable[RegisterEntry], log: Iterable[Entry]) -> list[MadeUp]:
    """How often each entry that is made up was asked for, as the register's journal tells."""
    alarms = [entry for entry in log if entry.act == ALARM]
    found = []
    for entry in entries:
        hits = [alarm.at for alarm in alarms if entry.id in alarm.fields.get("entries", ())]
        found.append(MadeUp(entry, len(hits), max(hits, default=None)))
    return found
