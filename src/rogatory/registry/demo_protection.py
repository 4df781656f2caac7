"""The protection of the person of the founding case, and the surveillance and pressure reported for her.

Of her it says what public sources say of the case (`cases/founding.yaml`). What officials do here is invented.
"""

from collections.abc import Callable
from typing import Any

from rogatory.law.acts import Role
from rogatory.office.folds.protected import incidents_of
from rogatory.registry.cases import door

INCIDENTS: tuple[dict[str, Any], ...] = (
    {
        "kind": "surveillance", "since": "2014-01-01", "until": "2015-12-31", "place": "Belgium", "state": "KZ",
        "text": "Three men spied on her for the requesting state; a Brussels court convicted them on 29 November 2019"
        " (Universalis, 6-29 November 2019). The years are those of the reports; the days are not public.",
    },
    {
        "kind": "proceedings as pressure", "since": "2023-04-25", "until": "2023-04-25", "place": "Belgium",
        "state": "KZ",
        "text": "A laundering inquiry begun on a complaint of the Kazakh bank ended without charge, and the bank must"
        " pay for a vexatious complaint (Le Soir, 26 April 2023). The day is that of its end.",
    },
)  # fmt: skip
"""What is reported for her; the day of each as far as it is public."""
APPEAL = "The Observatory of FIDH and OMCT published an urgent appeal for her as a human-rights defender, 30 July 2020."


def protect(do: Callable[..., Any], account: str, case: str) -> None:
    """Have it reported by counsel, somebody let in by the court, and what protects her arranged and answered.

    Args:
        do: Does an act: role, act, case, object, and what is filled in.
        account: The official of the central authority who is let in.
        case: Number of the case.
    """
    for told in INCIDENTS:
        do(Role.COUNSEL, "report-incident", case, "P1", **told)
    mandate = {"account": account, "role": Role.CENTRAL_AUTHORITY.value, "since": "2026-01-01"}
    do(Role.COURT, "give-mandate", case, mandate={**mandate, "compartments": ["protection"]})
    steps: tuple[tuple[str, dict[str, Any]], ...] = (
        ("status", {"status": "asked", "seen-to": "FIDH and OMCT", "text": APPEAL}),
        ("status", {"status": "recognised", "text": "Invented: she is protected as a defender at risk."}),
        ("contact", {"text": "Invented: the desk of the federal police, +32 2 555 01 00, at any hour."}),
        ("address", {"text": "Invented: care of counsel, and nowhere else."}),
        ("measure", {"text": "Invented: patrols past her door.", "seen-to": "Invented: the local police"}),
    )
    for step, told in steps:
        do(Role.CENTRAL_AUTHORITY, "protect", case, "P1", step=step, **told)
    first = next(iter(incidents_of(door.look(account, case)[0])))
    answer = {"step": "answer", "of": first, "to": "nobody", "text": "A court has judged those who did it."}
    do(Role.CENTRAL_AUTHORITY, "protect", case, "P1", **answer)
