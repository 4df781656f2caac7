"""Invented letters as they come in, and what a clerk does with them."""

import hashlib

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import Entry
from rogatory.office.streams.from_letter import Told
from rogatory.office.streams.mailroom import mark_of, unsettled
from rogatory.people.mandates import mail_stream
from rogatory.received.pages import Part
from rogatory.registry.cases import door as cases
from rogatory.registry.cases import journal
from rogatory.registry.mailroom import door

LETTER = """Генеральная прокуратура Республики Казахстан
Ref. No. 3-17/26

To: Federal Public Service Justice, Brussels

Astana, 14 February 2026

Request for legal assistance

Under the European Convention on Mutual Assistance in Criminal Matters we ask for an interview of
Mr Aidar TESTBAYEV, born 5 May 1975, who is suspected in criminal case No. 267500121000917.
""".encode()
STRANGERS = [r for r in Role if r not in (Role.CLERK, Role.CENTRAL_AUTHORITY)]
DIGEST = hashlib.sha256(LETTER).hexdigest()
TOLD = Told("letter.txt", "2026-03-01", "BE")


def row(how: str, **more: object) -> dict[str, object]:
    return {"how": how, **more}


def added(field: str, value: str, about: str = "", page: int = 1) -> dict[str, object]:
    return {"how": "added", "field": field, "value": value, "about": about, "page": page}


NEEDED = [
    added("requesting state", "KZ"),
    added("kind of request", "mla"),
    added("requesting authority", "Prosecutor General"),
    added("person", "Aidar TESTBAYEV", "1"),
    added("date of birth", "1975-05-05", "1"),
    added("reference", "267500121000917"),
    added("measure asked for", "interview"),
    added("presence of officials", "asked", page=2),
]
"""What a case needs, as a clerk adds it."""


def settled(account: str, number: int) -> None:
    """Turn down whatever is proposed, look at whatever was not read, and add what the letter says."""
    letter = door.look(account, number)
    rows = [row("turned-down", mark=mark_of(p)) for p in unsettled(letter.proposed, letter.mail)]
    looked = [p.digest for p in letter.part.walk() if not p.state.whole] if letter.part else []
    door.handle(account, "settle-fields", number, {"settled": [*rows, *NEEDED], "looked": looked})


def registered_from(clerk: str, number: int) -> str:
    outcome = door.register(clerk, number, TOLD)
    assert isinstance(outcome, cases.Outcome)
    case: str = outcome.case
    return case


def whole(clerk: str, number: int) -> Part:
    part = door.look(clerk, number).part
    assert part is not None
    return part


def entries(number: int) -> tuple[Entry, ...]:
    return journal.entries_of(mail_stream(number))
