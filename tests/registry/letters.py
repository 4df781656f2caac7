"""Invented letters as they come in, and what a clerk does with them."""

from rogatory.office.mailroom import mark_of, unsettled
from rogatory.registry.mailroom import door

LETTER = """Генеральная прокуратура Республики Казахстан
Ref. No. 3-17/26

To: Federal Public Service Justice, Brussels

Astana, 14 February 2026

Request for legal assistance

Under the European Convention on Mutual Assistance in Criminal Matters we ask for an interview of
Mr Aidar TESTBAYEV, born 5 May 1975, who is suspected in criminal case No. 267500121000917.
""".encode()


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
