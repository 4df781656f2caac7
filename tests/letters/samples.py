"""An invented request and every letter about it. Names of authorities are real; persons and numbers are invented."""

from datetime import date
from typing import Any

from rogatory.decision.releasing.leaks import Confidential
from rogatory.decision.releasing.releasable import Releasable, own_words
from rogatory.law.vocabulary.assurance import Risk
from rogatory.letters import facts as f
from rogatory.letters.kinds import Head, Kind, To
from rogatory.letters.of_breach import Breached, Whose

DAY = date(2026, 3, 2)
OFFICE = ("Federal Public Service Justice", "International cooperation in criminal matters", "1000 Brussels")
SIGNED = ("J. Peeters", "Head of the unit")
ADDRESSEES = {
    To.REQUESTING_STATE: ("Office of the Prosecutor General", "Department of International Cooperation"),
    To.PERSON: ("Ana Brandt", "Rue de l'Exemple 1", "1000 Brussels"),
    To.COUNSEL: ("Me Claire Dubois", "Brussels bar"),
    To.PROTECTION: ("Commissioner General for Refugees and Stateless Persons",),
    To.BAR: ("Head of the bar of Brussels",),
    To.COURT: ("Court of Appeal, Indictments Chamber", "1000 Brussels"),
    To.SUPERVISOR: ("Supervisory Body for Police Information",),
}


def leaving(text: str) -> Releasable:
    """Words for the requesting state, of a case in which nothing is confidential."""
    return own_words(text, Confidential(()))


def head(to: To) -> Head:
    if to is not To.REQUESTING_STATE:
        return Head(OFFICE, ADDRESSEES[to], "Brussels", DAY, "2026/0017", None, SIGNED)
    sender, addressee, signed = (tuple(map(leaving, lines)) for lines in (OFFICE, ADDRESSEES[to], SIGNED))
    return Head(sender, addressee, leaving("Brussels"), DAY, leaving("2026/0017"), leaving("12-3/2026"), signed)


_REQUEST = {
    "reference": leaving("12-3/2026"),
    "received": date(2026, 2, 16),
    "office": leaving("International cooperation, Brussels, cooperation@example.org"),
}
_MEASURES = (f.Measure.SEARCH, f.Measure.INTERVIEW)
_WAYS = (
    f.Way(f.Remedy.FILE, "Public prosecutor, Portalis, Rue des Quatre Bras 4, 1000 Brussels", None),
    f.Way(f.Remedy.LIFTING, "Investigating judge, Portalis, Rue des Quatre Bras 4, 1000 Brussels", date(2026, 3, 17)),
    f.Way(f.Remedy.OBJECTION, "Registry, Palace of Justice, Place Poelaert 1, 1000 Brussels", date(2026, 3, 17)),
)
_DONE = {
    "state": f.Country("KZ"),
    "on": date(2026, 3, 1),
    "authority": "Prosecutor, Brussels",
    "measures": _MEASURES,
    "ways": _WAYS,
    "holds": True,
    "contact": "+32 2 000 00 00",
}

_REASONS = (leaving("What is refused or waits does so under ETS 030 Art. 2."),)
_DECIDED = {**_REQUEST, "decided": date(2026, 3, 1), "reasons": _REASONS}
_CONSULTED = {"answer_by": date(2026, 3, 20), "contact": "Ms Peeters, by sealed letter, +32 2 000 00 02"}

_WRONG = {
    "state": f.Country("KZ"),
    "breached": Breached.DISCLOSURE,
    "whose": Whose.OWN,
    "happened": date(2026, 2, 20),
    "known": date(2026, 3, 1),
    "facts": ("The file was opened to the requesting state, and copied, while an appeal ran.",),
    "persons": ("Ana Brandt",),
    "contact": "International cooperation, Brussels, +32 2 000 00 00",
    "gone": ("a copy of the file, 412 pages",),
}

FACTS: dict[str, dict[str, Any]] = {
    "acknowledgement": {**_REQUEST, "asked": (leaving("search of a home"), leaving("interview of A.B. as a suspect"))},
    "supplements": {
        **_REQUEST,
        "missing": (
            f.Missing(leaving("summary of the facts"), leaving("ETS 141 Art. 27(1)(c)")),
            f.Missing(leaving("text of the law"), leaving("ETS 141 Art. 27(1)(d)")),
        ),
        "answer_by": date(2026, 4, 1),
    },
    "assurance": {
        **_REQUEST,
        "person": leaving("A.B."),
        "risk": Risk.ILL_TREATMENT,
        "answer_by": date(2026, 4, 1),
    },
    "consultation-of-protection": {
        "person": "Ana Brandt",
        "born": date(1980, 5, 1),
        "granted": "CG-13/00001",
        "state": f.Country("KZ"),
        "measures": _MEASURES,
        "alleged": ("embezzlement at a bank, proceedings 00-1/2013",),
        **_CONSULTED,
    },
    "consultation-of-bar": {
        "lawyer": "Ana Brandt",
        "measures": _MEASURES[:1],
        "where": "Rue de l'Exemple 1, 1000 Brussels",
        "when": date(2026, 3, 25),
        "ordered_by": "investigating judge, Brussels",
        **_CONSULTED,
    },
    "postponement": {**_DECIDED, "alternatives": True, "again_on": date(2026, 9, 1)},
    "refusal": {
        **_DECIDED,
        "alternatives": True,
        "refused": (leaving("search of a home"), leaving("interview of A.B.")),
    },
    "partial-execution": {
        **_DECIDED,
        "granted": (leaving("interview of A.B. as a witness"),),
        "refused": (leaving("search of a home"),),
        "conditions": (leaving("use only in the proceedings named in the request"),),
    },
    "notice-to-counsel": {
        **_DONE,
        "step": f.Step.CARRIED_OUT,
        "client": "Ana Brandt",
        "file": "Palace of Justice, Brussels, room 12",
    },
    "breach": {
        **_REQUEST,
        "granted": date(2026, 3, 1),
        "limits": (leaving("use only in the proceedings named in the request (UNTOC Art. 18(19))"),),
        "broken": (leaving("the record was read out in other proceedings on 2 May 2026"),),
        "sent": (leaving("record of the interview of A.B."),),
        "return_by": date(2026, 6, 1),
    },
    **dict.fromkeys(("breach-to-court", "breach-to-supervisor"), _WRONG),
    "reminder": {
        "reference": leaving("12-3/2026"),
        "sent": date(2026, 3, 2),
        "was_due": date(2026, 4, 1),
        "open": (leaving("text of the law"),),
        "answer_by": date(2026, 4, 20),
        "office": leaving("International cooperation, Brussels, cooperation@example.org"),
    },
    "reminder-of-consultation": {
        "reference": "CG-13/00001",
        "sent": DAY,
        "was_due": date(2026, 3, 20),
        "open": ("whether the protection stands today",),
        "answer_by": date(2026, 3, 30),
        "office": "Ms Peeters, by sealed letter, +32 2 000 00 02",
    },
    "notice-to-person": {
        **_DONE,
        "step": f.Step.CARRIED_OUT,
        "free_help": ("Legal aid office, Brussels bar: +32 2 000 00 01", "Justice house, Brussels: +32 2 000 00 03"),
    },
}
"""Facts of each kind of letter, by name."""


def facts(kind: Kind, **other: object) -> Any:
    return kind.facts(**{**FACTS[kind.id], **other})
