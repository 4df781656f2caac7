"""A red notice in the demonstration: half checked, a request to the Commission running, and a copy that was found.

Everybody and everything in it is invented.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from rogatory.law.acts import Role

FILE: dict[str, Any] = {
    "title": "Red notice for a journalist who fled (invented)",
    "request": {"kind": "red-notice", "requesting_state": "ZZ", "requested_state": "BE"},
    "persons": [{"id": "P1", "name": "Nadir Volsky"}],
}
"""The notice as it came; ZZ is no state."""
ANSWERS = (
    ("person.refugee_here", "no", "Register of the asylum authority, asked in confidence"),
    ("person.refugee_elsewhere", "no", "Statement of the person"),
    ("person.asylum_pending", "no", "Register of the asylum authority, asked in confidence"),
    ("notice.contrary_to_human_rights", "no", "Reports named in the file"),
)
"""Two parts of the check that are answered."""


def follow(do: Callable[..., Any], case: str, today: date) -> None:
    """Have part of the check answered, the Commission asked, and a copy found.

    Args:
        do: Does an act: role, act, case, object, and what is filled in.
        case: Number of the case.
        today: The day.
    """
    for question, answer, source in ANSWERS:
        about = {"about": "P1"} if question.startswith("person.") else {}
        do(Role.PROSECUTOR, "find", case, question=question, answer=answer, source=source, **about)
    before = (today - timedelta(days=10)).isoformat()
    steps: tuple[tuple[str, dict[str, str]], ...] = (
        ("in-force", {"text": "Message of the General Secretariat", "on": before}),
        ("commission-asked", {"wish": "deletion", "lodger": "counsel", "on": before}),
        ("copy-found", {"place": "police-database", "text": "National list of wanted persons"}),
    )
    for step, told in steps:
        do(Role.NOTICE_BUREAU, "track-notice", case, step=step, **told)
