"""The disclosure of 2023 in the demonstration: found as a breach, with the letters it asks for and what is owed.

That the file was opened and copied while appeals ran is known from public sources; the day, the finding, the order and
the sums are invented, because nothing of the kind has been made public.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from rogatory.law.acts import Role
from rogatory.registry.cases import after, door

HAPPENED = "In 2023 the requesting state was given access to the file, and a copy of it, while appeals ran."
Do = Callable[..., door.Outcome]


def find(do: Do, account: str, case: str, promise: str, today: date) -> None:
    """The court finds the breach a month after it was known, and orders compensation and an apology.

    Args:
        do: Does an act: role, act, case, object, form.
        account: Account of the court, whose drafts the letters are.
        case: The founding case.
        promise: The undertaking that was not kept.
        today: The day.
    """
    alleged = do(Role.COUNSEL, "submit", case, "P1", text="They were given our file while appeals ran.", kind="breach")
    dossier, _sight = door.look(account, case)
    name = f"breach-{next(n for n, e in enumerate(dossier.entries) if e.seq == alleged.seq)}"
    found = do(
        Role.COURT, "find-breach", case, name, kind="unlawful-disclosure", whose="own-authority", of=promise,
        text=HAPPENED, happened="2023-01-01", known=(today - timedelta(days=30)).isoformat(),
        evidence=[str(dossier.entries[0].seq), str(alleged.seq)], persons=["P1"], gone=["a copy of the file"],
        reasons="It was promised that nothing would go while proceedings run. (Invented.)",
    )  # fmt: skip
    after.then("find-breach", account, case, found.seq)
    for form in _orders(today, name):
        do(Role.COURT, "order-reparation", case, "P1", **form)


def _orders(today: date, breach: str) -> tuple[dict[str, Any], ...]:
    ordered = {
        "breach": breach, "ground": "ECHR, Article 13", "ordered-by": "Court of first instance, Brussels",
        "decision": "invented 12/2026", "performs": "Federal Public Service Justice",
        "until": (today + timedelta(days=60)).isoformat(),
    }  # fmt: skip
    interest = {
        "rate": "5", "period": "year-365", "interest-since": (today - timedelta(days=30)).isoformat(),
        "interest-source": "the judgment (invented)",
    }  # fmt: skip
    return (
        {**ordered, **interest, "kind": "compensation", "text": "Harm that is not in money", "amount": "5000",
         "currency": "EUR"},
        {**ordered, "kind": "satisfaction", "text": "A letter in which the office says what it did, and is sorry"},
    )  # fmt: skip
