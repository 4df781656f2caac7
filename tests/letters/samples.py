"""An invented request and every letter about it. Names of authorities are real; persons and numbers are invented."""

from datetime import date
from typing import Any

from rogatory.letters import facts as f
from rogatory.letters.facts import Leaving
from rogatory.letters.kinds import Head, Kind, To

OFFICE = ("Federal Public Service Justice", "International cooperation in criminal matters", "1000 Brussels")
ADDRESSEES = {
    To.REQUESTING_STATE: ("Office of the Prosecutor General", "Department of International Cooperation"),
    To.PERSON: ("Ana Brandt", "Rue de l'Exemple 1", "1000 Brussels"),
    To.COUNSEL: ("Me Claire Dubois", "Brussels bar"),
    To.PROTECTION: ("Commissioner General for Refugees and Stateless Persons",),
    To.BAR: ("Head of the bar of Brussels",),
}


def head(to: To) -> Head:
    return Head(OFFICE, ADDRESSEES[to], "Brussels", date(2026, 3, 2), "2026/0017", (("Your reference", "12-3/2026"),))


def leaving(*texts: str) -> tuple[Leaving, ...]:
    return tuple(Leaving(text) for text in texts)


_REQUEST = {
    "reference": Leaving("12-3/2026"),
    "received": date(2026, 2, 16),
    "office": Leaving("International cooperation, Brussels, cooperation@example.org"),
}
_MEASURES = (f.Measure.SEARCH, f.Measure.INTERVIEW)
_WAYS = (
    f.Way(f.Remedy.FILE, "Prosecutor, Brussels", None),
    f.Way(f.Remedy.LIFTING, "Judge, Brussels", date(2026, 3, 17)),
)
_DONE = {
    "state": f.Country("KZ"),
    "on": date(2026, 3, 1),
    "authority": "Prosecutor, Brussels",
    "measures": _MEASURES,
    "ways": _WAYS,
    "holds": True,
    "file": "Court House, Brussels, room 12",
    "contact": "+32 2 000 00 00",
}

FACTS: dict[str, dict[str, Any]] = {
    "acknowledgement": {**_REQUEST, "asked": leaving("search of a home", "interview of A.B. as a suspect")},
    "supplements": {
        **_REQUEST,
        "missing": (
            f.Missing(Leaving("summary of the facts"), Leaving("ETS 141 Art. 27(1)(c)")),
            f.Missing(Leaving("text of the law"), Leaving("ETS 141 Art. 27(1)(d)")),
        ),
        "answer_by": date(2026, 4, 1),
    },
    "notice-to-person": {
        **_DONE,
        "step": f.Step.CARRIED_OUT,
        "free_help": ("Legal aid office, Brussels: +32 2 000 00 01",),
    },
}
"""Facts of each kind of letter, by name."""


def facts(kind: Kind, **other: object) -> Any:
    return kind.facts(**{**FACTS[kind.id], **other})
