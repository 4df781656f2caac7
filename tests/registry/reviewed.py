"""A case with a seizure under review: sealed, opened and read, for tests of its pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import mkdtemp

from django.test import Client

from rogatory.law.acts import Role
from rogatory.material.items import Item
from rogatory.registry.accounts.models import Account
from rogatory.registry.demo_seizure import files
from rogatory.registry.review import shelf
from rogatory.sifting.budget import Budget
from rogatory.sifting.custody import Chain
from rogatory.sifting.looking import Looking
from rogatory.sifting.running import run
from rogatory.sifting.sealing import Seizure, seal
from tests.registry.office import Registry

NAME = "S-1"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
EVERYBODY = tuple(role for role in Role if role is not Role.CUSTODIAN)


@cache
def read_once() -> Path:
    """The invented seizure, sealed and read; each test gets a copy of its own."""
    beside = Path(mkdtemp(prefix="rogatory-seizure-"))
    for name, data in files().items():
        path = beside / "office" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    kept = Seizure(beside / NAME)
    seal(kept, NAME, [beside / "office"], Chain(kept.custody, lambda: NOON).acknowledge)
    run(kept, processes=1, budget=Budget(ocr=False))
    return kept.folder


@dataclass
class Reviewed:
    """An office with such a case.

    Attributes:
        office: The office.
        case: The case.
        items: The items by the names they had, the last part of each.
    """

    office: Registry
    case: str
    items: Mapping[str, Item] = field(default_factory=dict)

    @classmethod
    def opened(cls, office: Registry) -> "Reviewed":
        """Register a case and put the seizure where its seizures are kept."""
        case = office.register()
        for role in (Role.COUNSEL, Role.PERSON_CONCERNED, Role.PRIVILEGE_OBSERVER, Role.LIAISON, Role.INTERVENER):
            office.mandate(role, case)
        kept = shelf.place(case, NAME)
        copytree(read_once(), kept)
        with Looking(kept / "ledger.sqlite3") as looking:
            items = {}
            for ident, *_ in looking.all_items():
                line = looking.lying(ident)
                if line is not None and line.item.content:
                    items[line.item.path.decode().rpartition("/")[2]] = line.item
        return cls(office, case, items)

    def at(self, where: str = "", name: str = "") -> str:
        """An address of the review: of the case, of the seizure, or of an item by its name."""
        base = f"/cases/{self.case}/material"
        if name:
            return f"{base}/{NAME}/items/{self.items[name].ident}{where}"
        return f"{base}{where and f'/{NAME}{where}'}"

    def client(self, role: Role) -> Client:
        """A browser in which somebody in this role is signed in."""
        client = Client(SERVER_NAME="localhost")
        client.force_login(Account.objects.get(public_id=self.office.accounts[role]))
        return client
