"""A case in which a search was granted, everybody was told, and what was seized is reviewed: what may leave, leaves."""

from datetime import timedelta

from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.office.perform import Done
from rogatory.registry.cases import door
from rogatory.registry.review import leaving
from tests.registry.access.people import file
from tests.registry.access.states import ANSWERS
from tests.registry.seizing import opened

LIMITS = {"proceedings": {"name": "These proceedings", "text": "To be used in these proceedings and in no others."}}


class Granted:
    """The case, and the acts that plan and send."""

    def __init__(self, office, folder, files=None):
        self.office = office
        self.case = office.register(file())
        for question, answer, about in ANSWERS:
            told = {"question": question, "answer": answer, "about": about, "source": "the register"}
            self.do(Role.PROSECUTOR, "find", **told)
        self.do(Role.COURT, "grant", "search", reasons="nothing stands against it")
        office.tell(self.case)
        self.seizing = opened(office, folder, files, self.case)
        self.inventory()

    def do(self, role, act, obj="", *, at=None, **form):
        account = self.office.accounts[role]
        result = door.do(account, act, self.case, obj, form, seen=self.head(), at=at).result
        assert isinstance(result, Done), (act, result.obstacles)
        return result

    def head(self):
        return self.office.head(Role.CLERK, self.case)

    def inventory(self, name="S-1"):
        """P1 was given the inventory forty days ago, and the time to object ended ten days ago."""
        now = timezone.now()
        until = (now - timedelta(days=10)).date().isoformat()
        self.do(Role.COURT, "give-inventory", "P1", at=now - timedelta(days=40), seizure=name, until=until)

    def plan(self, items=None, **more):
        """The payload of a package of these items; of all that is cleared, where none are named."""
        items = {"*": "proceedings"} if items is None else dict.fromkeys(items, "proceedings")
        form = {
            "seizure": more.pop("seizure", "S-1"),
            "items": items,
            "licences": LIMITS,
            "recipient": "Staatsanwaltschaft Berlin",
            **more,
        }
        return leaving.plan(self.office.accounts[Role.PROSECUTOR], self.case, "pack", form).payload

    def send(self, payload):
        """The prosecutor proposes to send it, and the central authority agrees; what came of the last of both."""
        told = {"payload": payload, "reasons": "as was granted"}
        account = self.office.accounts[Role.PROSECUTOR]
        first = door.do(account, "transmit", self.case, "pack", told, seen=self.head()).result
        return self.agree() if isinstance(first, Done) else first

    def agree(self):
        dossier = door.look(self.office.accounts[Role.CLERK], self.case)[0]
        account = self.office.accounts[Role.CENTRAL_AUTHORITY]
        return door.do(account, "confirm", self.case, next(iter(dossier.proposals)), {}, seen=dossier.head).result

    def build(self, out):
        return leaving.build(self.office.accounts[Role.PROSECUTOR], self.case, "pack", out)
