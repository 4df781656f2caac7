"""Where seizures are kept: one folder for each, below that of its case, in `ROGATORY_MATERIAL`."""

import re
from pathlib import Path

from django.conf import settings

from rogatory.sifting.sealed.sealing import Seizure

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
"""Names of cases and seizures that can be names of folders: none of them leads anywhere else."""


class NoSuchSeizureError(LookupError):
    """The case has no such seizure."""


def place(case: str, seizure: str) -> Path:
    """The folder of a seizure, whether it is there or not yet.

    Raises:
        NoSuchSeizureError: A name that cannot be one.
    """
    if not (_NAME.fullmatch(case) and _NAME.fullmatch(seizure)):
        raise NoSuchSeizureError(f"{case!r}, {seizure!r}: a name has letters, digits, - and _, at most 64")
    return Path(settings.MATERIAL, case, seizure)


def seizure(case: str, name: str) -> Seizure:
    """A seizure of a case.

    Raises:
        NoSuchSeizureError: It has none of this name.
    """
    found = place(case, name)
    if not (found / "seizure.json").is_file():
        raise NoSuchSeizureError(f"{case} has no seizure {name}")
    return Seizure(found)


def seizures(case: str) -> list[str]:
    """The names of the seizures of a case, in order."""
    if not _NAME.fullmatch(case):
        return []
    return sorted(path.parent.name for path in Path(settings.MATERIAL, case).glob("*/seizure.json"))
