"""An office on a real database: people with their mandates, and cases registered through the door."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import fold
from rogatory.office.folds.owed import due
from rogatory.office.perform import Done
from rogatory.people.mandates import ONLY_FOR_A_CASE, ONLY_FOR_A_PERSON, ONLY_FOR_A_REGISTER
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import door, journal
from rogatory.registry.documents.keys import make_for_demonstration
from rogatory.registry.ledger import keys, originals
from rogatory.registry.mailroom import door as mailroom
from tests.office.simulator import simple_file

FOUNDING = Path(__file__).resolve().parents[2] / "cases" / "founding.yaml"
DAY = "2026-01-01"


def founding_file() -> dict[str, Any]:
    return yaml.load(FOUNDING.read_text("utf-8"), yaml.BaseLoader)  # type: ignore[no-any-return]  # noqa: S506


def letter(case: str) -> dict[str, Any]:
    """An acknowledgement of receipt, as programs write a document."""
    words = {"block": "paragraph", "text": "Your request has come in. It is being examined."}
    return {
        "kind": "acknowledgement", "language": "en", "title": "Acknowledgement of receipt", "place": "Brussels",
        "sender": ["Office of the examples"], "addressee": ["The authority that asks"], "day": "", "case": case,
        "blocks": [words],
    }  # fmt: skip


@dataclass
class Registry:
    """The accounts by role, and what they do."""

    accounts: dict[Role, str] = field(default_factory=dict)

    @classmethod
    def opened(cls) -> "Registry":
        settings.DATA.mkdir(parents=True, exist_ok=True)
        if not (settings.DATA / keys.KEY).exists():
            keys.make_keys(settings.DATA)
        make_for_demonstration(settings.DATA)
        made = cls()
        for role in Role:
            with transaction.atomic():
                account = Account.objects.open(f"{role.name.lower()}@office.test", role.value.title())
            made.accounts[role] = account.public_id
        door.found_office(made.accounts[Role.ADMINISTRATOR])
        for role in Role:
            if role not in ONLY_FOR_A_CASE | ONLY_FOR_A_REGISTER | {Role.ADMINISTRATOR}:
                told = {"account": made.accounts[role], "role": role.value, "since": DAY}
                made.do(Role.ADMINISTRATOR, "appoint", "", mandate=told)
        return made

    def do(self, role: Role, act: str, case: str, obj: str = "", *, seen: int | None = None, **form: Any) -> Any:
        return door.do(self.accounts[role], act, case, obj, form, seen=seen)

    def register(self, file: dict[str, Any] | None = None) -> str:
        case: str = self.do(Role.CLERK, "register", "", file=file or simple_file()).case
        return case

    def mandate(self, role: Role, case: str, **more: Any) -> None:
        told = {"account": self.accounts[role], "role": role.value, "since": DAY, **more}
        if role in ONLY_FOR_A_PERSON:
            told.setdefault("person", "P1")
        # A clerk registers mandates, and opens no compartment with one.
        giver = Role.COURT if role is not Role.COURT else Role.CENTRAL_AUTHORITY
        self.do(giver if more.get("compartments") else Role.CLERK, "give-mandate", case, mandate=told)

    def tell(self, case: str) -> None:
        """Everybody is told of everything that is owed, by a bailiff, which is proved: of most of it no time runs."""
        records = b"The bailiff handed everything over."
        proof = originals.digest_of(records)
        if not originals.held([proof]):
            mailroom.receive(self.accounts[Role.CLERK], "records.txt", records)
        self.do(Role.CLERK, "attach", case, text="the bailiff's records", documents=[proof])
        today = timezone.localdate()
        for notice in due(fold(journal.entries_of(case)), today):
            told = {"told-of": notice.ident, "on": today.isoformat(), "language": "French", "proof": proof}
            head = fold(journal.entries_of(case)).head
            done = self.do(Role.COURT, "notify", case, notice.person, seen=head, manner="in-person", **told).result
            assert isinstance(done, Done), done.obstacles

    def granted(self, file: dict[str, Any]) -> str:
        """A case in which everything the file asks for was granted, and everybody was told of it with proof."""
        case = self.register(file)
        done = self.do(Role.PROSECUTOR, "grant", case, "interview", reasons="asked").result
        assert isinstance(done, Done), done.obstacles
        self.tell(case)
        return case

    def write_documents(self, case: str) -> None:
        """Three letters to the requesting state: one stays a draft, one is signed, one is signed and sent."""
        for number in range(3):
            drafted = self.do(Role.CLERK, "draft-document", case, text=letter(case), to="requesting-state")
            name = f"document-{[e.seq for e in journal.entries_of(case)].index(drafted.seq)}"
            for act, form in (("sign-document", {}), ("send-document", {"channel": "post"}))[:number]:
                self.do(Role.CLERK, act, case, name, seen=self.head(Role.CLERK, case), **form)

    def head(self, role: Role, case: str) -> int:
        return door.look(self.accounts[role], case)[0].head
