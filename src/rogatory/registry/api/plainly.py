"""A case file as plain values: the names of the model, without what is empty."""

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from rogatory.casefile.model import CaseFile

_NOT_SHOWN = ("asked", "decided", "treaty_rows")
"""Parts of decided cases, and rows handed to the treaty matrix."""


def file_as_plain(case: CaseFile) -> dict[str, Any]:
    """The case file as JSON values."""
    told: dict[str, Any] = _plain(case)
    return {name: value for name, value in told.items() if name not in _NOT_SHOWN}


def _plain(value: Any) -> Any:  # noqa: ANN401
    if is_dataclass(value) and not isinstance(value, type):
        shown = {f.name: getattr(value, f.name) for f in fields(value)}
        return {name: _plain(part) for name, part in shown.items() if part not in ("", None, ())}
    if isinstance(value, Enum):
        return value.name.lower().replace("_", "-")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value
