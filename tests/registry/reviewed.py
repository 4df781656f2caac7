"""A case with a seizure under review: sealed, opened by an act and read, for tests of its pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.test import Client

from rogatory.law.acts import Role
from rogatory.material.items import Item
from rogatory.registry.accounts.models import Account
from rogatory.registry.demo_seizure import files
from tests.registry.office import Registry
from tests.registry.seizing import Seizing, opened

NAME = "S-1"


@dataclass
class Reviewed:
    """An office with such a case.

    Attributes:
        office: The office.
        seizing: The case and its seizure.
        items: The items by the names they had, the last part of each.
    """

    office: Registry
    seizing: Seizing
    items: Mapping[str, Item] = field(default_factory=dict)

    @classmethod
    def opened(cls, office: Registry) -> "Reviewed":
        """Register a case, seal the invented seizure in it, open and read it."""
        seizing = opened(office, Path(settings.MATERIAL).parent, files())
        office.mandate(Role.INTERVENER, seizing.case)
        items = {}
        ledger = seizing.ledger()
        for ident, *_ in ledger.all_items():
            line = ledger.lying(ident)
            if line is not None and line.item.content:
                items[line.item.path.decode().rpartition("/")[2]] = line.item
        ledger.close()
        return cls(office, seizing, items)

    @property
    def case(self) -> str:
        """Number of the case."""
        return str(self.seizing.case)

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
