"""What is filled in, in random histories, for acts on remedies, stays, promises, restrictions, hearings and counsel."""

from collections.abc import Callable
from typing import Any

from tests.office.crowd import PEOPLE
from tests.office.simulator import PROOF

ACCOUNTS = sorted(PEOPLE)
SOME_ACTS: tuple[list[str], ...] = (["transmit"], ["surrender", "transmit"], ["execute", "interview"], [])
CHALLENGING: dict[str, Callable[[int], dict[str, Any]]] = {
    "lodge-remedy": lambda n: {
        "text": "an appeal",
        "kind": ("", "challenge", "lifting", "data-protection", "strasbourg", "interpol-complaint")[n % 6],
    },
    "register-remedy": lambda n: {"number": f"KI {n}"},
    "refer-remedy": lambda n: {"answer": "no"} if n % 2 else {"to": "another court", "question": "is it?"},
    "decide-remedy": lambda n: {
        "outcome": ("dismissed", "granted")[n % 2],
        "final": n % 3 == 0,
        **({"part": "the computers"} if n % 5 == 0 else {}),
    },
    "order-stay": lambda n: {
        "body": ("court of the requested state", "European Court of Human Rights")[n % 2],
        "acts": SOME_ACTS[n % 3],
        "source": "12/26",
        **({"until": "2026-03-05"} if n % 3 else {}),
    },
    "undertake": lambda n: {
        "text": "nothing is sent",
        # A promise is seldom ended in a history: most of them leave the door as it was.
        "acts": SOME_ACTS[n % 4] if n % 3 == 0 else ["transfer-witness"],
        "ending": ("when every remedy has ended", "on a day", "when a court releases it")[n % 3],
        "until": "2026-03-04",
    },
    "keep-back": lambda n: {
        "basis": "Art. 19",
        "review": "2026-03-03",
        "until": "2026-03-04" if n % 4 else "2026-03-20",
    },
    "set-hearing": lambda n: {
        "chamber": "indictments chamber",
        "at": "2026-03-02T08:00+00:00",
        "called": [{"who": "Germany", "as": "requesting state"}] if n % 3 == 0 else [],
    },
    "record-hearing": lambda _: {"came": [{"who": "A. B.", "as": "counsel"}], "record": "heard"},
    "record-service": lambda n: {
        "result": ("proved", "failed", "void")[n % 3],
        "proof": PROOF if n % 2 else "",
        "on": "2026-03-02" if n % 5 else "",
    },
    "suspend-limit": lambda n: {"ground": "force majeure", "source": "a ruling" if n % 2 else ""},
    "extend-limit": lambda n: {"ground": "translation", "until": f"2026-04-{n % 28 + 1:02}"},
    "intervene": lambda _: {"text": "observations", "basis": "Art. 17"},
    "invite-counsel": lambda n: {"account": ACCOUNTS[n % len(ACCOUNTS)]},
    "accept-mandate": lambda n: {"answer": "accept" if n % 2 else "decline"},
}
"""What is filled in for acts on challenges."""
