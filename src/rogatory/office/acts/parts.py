"""Parts of a form that many acts have, each read in one way, so that a fault is named the same at every act."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from rogatory.office.acts.doing import Doing, Fields
from rogatory.office.errors import FormError

_Word = TypeVar("_Word", bound=Enum)


def text(form: Mapping[str, Any], field: str, mend: str, *, problem: str = "it is missing") -> str:
    """Words that must be there.

    Args:
        form: What was filled in.
        field: Name of the part.
        mend: What to do if it is missing.
        problem: What is said of it then.

    Raises:
        FormError: It is missing, or blank.
    """
    told = str(form.get(field) or "").strip()
    if not told:
        raise FormError(field, problem, mend)
    return told


def word(form: Mapping[str, Any], field: str, of: type[_Word], default: _Word | None = None) -> _Word:
    """One word of a list.

    Args:
        form: What was filled in.
        field: Name of the part.
        of: The list.
        default: What is meant where nothing is said; None: something must be.

    Raises:
        FormError: It is none of them, or missing.
    """
    told = str(form.get(field) or "").strip()
    if not told and default is not None:
        return default
    found = next((one for one in of if one.value == told), None)
    if found is None:
        problem = f"{told!r} is none" if told else "it is missing"
        raise FormError(field, problem, f"Write one of: {', '.join(one.value for one in of)}")
    return found


def day(doing: Doing, field: str, *, past: bool = True, today: bool = True) -> date:
    """A day.

    Args:
        doing: The act, with the form.
        field: Name of the part.
        past: Whether it must have come: the day of the act is the last one (inclusive).
        today: Whether it is the day of the act where none is said; otherwise one must be.

    Raises:
        FormError: It is no day, is missing, or has not come yet.
    """
    told = str(doing.form.get(field) or "").strip()
    if not told and today:
        return doing.on
    try:
        found = date.fromisoformat(told)
    except ValueError as error:
        raise FormError(field, f"{told!r} is no day" if told else "it is missing", "Write it as 2026-03-01") from error
    if past and found > doing.on:
        raise FormError(field, f"{found} has not come yet", "Write the day on which it was done")
    return found


def apart(doing: Doing) -> Fields:
    """The mark of what is entered where the form says that it stands apart."""
    into = doing.form.get("compartment")
    return {"compartment": str(into)} if into else {}
