"""What a process that read a stranger's bytes says, taken for no more than it can be."""

import re
from typing import Any

from rogatory.extraction.wire import clean

_LONGEST = 2000
_MOST = 24 * 3600
_UNKEPT = re.compile("[\\0\\ud800-\\udfff]")


def words(value: Any) -> str:  # noqa: ANN401 - it may be anything
    """A sentence, cut to what is kept of one."""
    return clean(str(value))[:_LONGEST]


def kept(value: Any) -> Any:  # noqa: ANN401 - it may be anything
    """The same without characters that no database keeps."""
    if isinstance(value, str):
        return _UNKEPT.sub("\ufffd", value)
    if isinstance(value, dict):
        return {kept(key): kept(inner) for key, inner in value.items()}
    return [kept(inner) for inner in value] if isinstance(value, list) else value


def number(value: Any) -> float:  # noqa: ANN401 - it may be anything
    """Seconds; 0 where it cannot be that many.

    Raises:
        ValueError: It is no number.
        TypeError: Likewise.
    """
    told = float(value)
    return told if 0 <= told < _MOST else 0.0
