"""Which mandates are held, asked in so many words.

It is a part of every reading and every act; to put the question together anew each time takes longer than the answer.
"""

import json
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from django.db import connection

from rogatory.law.acts import Role
from rogatory.people.mandates import Compartment, Mandate

_ASKED = """
    SELECT account, role, "case", person, CAST(since AS text), CAST(until AS text), CAST(compartments AS text)
    FROM cases_mandatecopy
    WHERE account NOT IN (SELECT public_id FROM accounts_account WHERE NOT is_active)"""


def given(account: str | None, cases: Sequence[str] | None) -> tuple[Mandate, ...]:
    """The mandates given for these cases, as the copies tell, of whose account is open.

    Args:
        account: Public identifier of the account; None: everybody's.
        cases: Identifiers of cases, the empty one for every case; None: whatever it was given for.
    """
    words, told = _ASKED, list[str]()
    if account is not None:
        words, told = f"{words} AND account = %s", [account]
    if cases is not None:
        words, told = f'{words} AND "case" IN ({", ".join(["%s"] * len(cases))})', [*told, *cases]
    with connection.cursor() as cursor:
        cursor.execute(words, told)
        return tuple(_mandate(tuple(row)) for row in cursor.fetchall())


@lru_cache(4096)
def _mandate(row: tuple[str, ...]) -> Mandate:
    """Made once, for those of the whole office are read whenever one acts."""
    account, role, case, person, since, until, compartments = row
    apart = frozenset(Compartment(word) for word in json.loads(compartments))
    last = date.fromisoformat(until) if until else None
    return Mandate(account, Role(role), case, date.fromisoformat(since), person, last, apart)
