"""Everybody who could stand at the door: each role, with every relation to the case."""

import csv
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.test.client import ClientHandler
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.office.folds.aftermath import aftermath_of
from rogatory.office.folds.dossier import fold
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import journal
from rogatory.registry.cases.models import MandateCopy
from rogatory.registry.ledger import originals
from rogatory.registry.mailroom import door as mailroom
from tests.extraction.samples import pdf
from tests.registry.api import token_of
from tests.registry.doors import BACKEND, sign_in_for_the_defence
from tests.registry.office import Registry, letter

HERE = Path(__file__).parent
ROLES = {
    "clerk": Role.CLERK,
    "central": Role.CENTRAL_AUTHORITY,
    "prosecutor": Role.PROSECUTOR,
    "judge": Role.INVESTIGATING_JUDGE,
    "court": Role.COURT,
    "reviewer": Role.REVIEWER,
    "government": Role.GOVERNMENT,
    "bureau": Role.NOTICE_BUREAU,
    "observer": Role.PRIVILEGE_OBSERVER,
    "counsel": Role.COUNSEL,
    "person": Role.PERSON_CONCERNED,
    "intervener": Role.INTERVENER,
    "liaison": Role.LIAISON,
    "auditor": Role.AUDITOR,
    "admin": Role.ADMINISTRATOR,
    "standing": Role.STANDING_QUERY,
    "custodian": Role.CUSTODIAN,
}
FOR_A_PERSON = ("counsel", "person")
OUTSIDE = ("counsel", "person", "intervener", "liaison", "observer")
"""Roles outside the office, whose mandate always names a case."""
BLIND = ("admin", "standing", "custodian", "intervener")
"""Roles that run something and see no case; the standing query matches cases without seeing them."""
RELATIONS = ("every-case", "this-case", "another-case", "ended-yesterday", "begins-tomorrow", "none", "another-person")
HOLDS = ("every-case", "this-case")
"""Relations that open this case today."""


def table(name: str) -> list[dict[str, str]]:
    lines = [line for line in (HERE / name).read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


def people() -> list[tuple[str, str]]:
    """Every role with every relation it can have; a custodian has none to any case."""
    return [
        (role, relation)
        for role in ROLES
        for relation in RELATIONS
        if not (relation == "every-case" and role in OUTSIDE)
        and not (relation == "another-person" and role not in FOR_A_PERSON)
        and role != "custodian"
    ] + [("custodian", "a-register")]


CSRF = "k" * 32
"""The secret of a form: in the cookie and in what is posted."""
DOORS = (settings.SESSION_COOKIE_NAME, settings.DEFENCE_COOKIE_NAME)
"""Cookies of the two doors: whoever tries an address is signed in at both."""
ONLY_OF_P2 = "what only concerns the other person"


def file() -> dict[str, Any]:
    return {
        "title": "One search for Germany",
        "request": {"kind": "mla", "requesting_state": "DE", "requested_state": "BE", "received": "2026-03-01"},
        "persons": [{"id": "P1", "name": "A. B."}, {"id": "P2", "name": "C. D.", "note": ONLY_OF_P2}],
        "measures": [{"id": "search", "type": "search", "persons": ["P1"]}],
        "items": [{"id": "item", "text": "a notebook", "package": "pack"}],
        "packages": ["pack"],
        "findings": [
            {
                "id": "F",
                "question": "person.practises_law",
                "about": "P1",
                "answer": "no",
                "source": "a register",
                "compartment": "asylum",
            },
            {"id": "G", "question": "person.practises_law", "about": "P2", "answer": "no", "source": ONLY_OF_P2},
        ],
    }


@dataclass
class Everybody:
    """The accounts and tokens of everybody, and one case in which every act has an object."""

    office: Registry
    case: str = ""
    other: str = ""
    accounts: dict[tuple[str, str], str] = field(default_factory=dict)
    tokens: dict[tuple[str, str], str] = field(default_factory=dict)
    sessions: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    objects: dict[str, str] = field(default_factory=dict)
    closed: str = ""
    newcomer: str = ""
    head: int = 0
    document: str = ""
    attached: str = ""
    letter: int = 0
    program: Client = field(default_factory=Client)
    pages: ClientHandler = field(default_factory=lambda: ClientHandler(enforce_csrf_checks=True))
    """What answers every browser: its middleware is put together once."""

    @classmethod
    def gathered(cls) -> "Everybody":
        made = cls(Registry.opened())
        made.case, made.other = made.office.register(file()), made.office.register(file())
        for person in people():
            with transaction.atomic():
                account = Account.objects.open(f"{'-'.join(person)}@office.test", " ".join(person))
            made.accounts[person] = account.public_id
            made.tokens[person] = token_of(account.public_id)
            made._mandate(*person)
        # Pages with text: to look for some on a scan takes seconds, and is tried elsewhere.
        letter, attached = pdf("A letter."), pdf("A supplement.")
        made.letter = mailroom.receive(made.office.accounts[Role.CLERK], "letter.pdf", letter).number
        made.document = originals.digest_of(letter)
        mailroom.receive(made.office.accounts[Role.CLERK], "attached.pdf", attached)
        made.attached = originals.digest_of(attached)
        made.office.do(Role.CLERK, "attach", made.case, documents=[made.attached], text="a supplement")
        came = {"events": [{"on": "2026-03-01", "text": "a letter came"}]}
        made.office.do(Role.CLERK, "enter", made.case, adds=came)
        seal: dict[str, Any] = {"seizure": "S-1", "root": "1" * 64, "entries": 3, "holder": "P1"}
        made.office.do(Role.PROSECUTOR, "seal-material", made.case, **seal)
        made.office.write_documents(made.case)
        made.newcomer = Account.objects.open("new@office.test", "Nobody has signed in yet").public_id
        made.closed = Account.objects.open("closed@office.test", "Somebody who left").public_id
        made.office.do(Role.ADMINISTRATOR, "close-account", "", made.closed, reasons="left the office")
        for person in people():
            made.signed_in(person)
        made.look()
        return made

    def _mandate(self, role: str, relation: str) -> None:
        today = timezone.localdate()
        told = {"account": self.accounts[role, relation], "role": ROLES[role].value, "since": "2026-01-01"}
        if role in FOR_A_PERSON:
            told["person"] = "P2" if relation == "another-person" else "P1"
        match relation:
            case "none":
                return
            case "a-register":
                self.office.do(Role.ADMINISTRATOR, "appoint", "", mandate={**told, "register": "protection"})
                return
            case "every-case":
                self.office.do(Role.ADMINISTRATOR, "appoint", "", mandate=told)
                return
            case "ended-yesterday":
                told["until"] = today.isoformat()
            case "begins-tomorrow":
                told["since"] = (today + timedelta(days=1)).isoformat()
            case _:
                pass
        where = self.other if relation == "another-case" else self.case
        self.office.do(Role.CLERK, "give-mandate", where, mandate=told)

    def look(self) -> None:
        """Take note of how the case stands: its head, and an object for every act that has one."""
        dossier = fold(journal.entries_of(self.case))
        auditor = MandateCopy.objects.get(case="", account=self.office.accounts[Role.AUDITOR]).ident
        self.head = dossier.head
        self.objects = {
            "REMEDY": next(iter(dossier.remedies), "nothing"),
            "P1-REMEDY": next(iter(dossier.remedies), "nothing"),
            "STAY": next(iter(dossier.challenges.stays), "nothing"),
            "UNDERTAKING": next(iter(dossier.challenges.undertakings), "nothing"),
            "SECRECY": next(iter(dossier.challenges.secrecies), "nothing"),
            "SERVICE": next(iter(dossier.services), "nothing"),
            "LIMIT": "nothing",
            "BREACH": next(iter(aftermath_of(dossier).breaches), "nothing"),
            "HEARING": next(iter(dossier.hearings), "nothing"),
            "P1-INVITATION": next(iter(dossier.invitations), "nothing"),
            "PROPOSAL": next(iter(dossier.proposals), "nothing"),
            "FINDING": "F",
            **{d.standing.name: d.name for d in dossier.documents.values()},
            "STATEMENT": str(next(e.seq for e in dossier.entries if e.act == "enter")),
            "P1-MANDATE": next(
                name for name, m in dossier.mandates.items() if m.account == self.accounts["counsel", "this-case"]
            ),
            "ACCOUNT": self.accounts["observer", "none"],
            "CLOSED": self.closed,
            "NEWCOMER": self.newcomer,
            "OFFICE-MANDATE": auditor,
        }

    def signed_in(self, who: tuple[str, str]) -> Client:
        """A browser in which somebody is signed in, with the cookie every form is checked against."""
        client = Client()
        client.handler = self.pages
        if who not in self.sessions:
            client.force_login(Account.objects.get(public_id=self.accounts[who]), BACKEND)
            session = client.session
            # As if the password had just been given: to sign, one proves once more who one is.
            session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": time.time()}]
            session.save()
            sign_in_for_the_defence(client, self.accounts[who])
            self.sessions[who] = {name: client.cookies[name].value for name in DOORS}
        for name in DOORS:
            client.cookies[name] = self.sessions[who][name]
        client.cookies[settings.CSRF_COOKIE_NAME] = CSRF
        return client

    def form(self, act: str) -> dict[str, Any]:
        """What a person who may do the act would fill in."""
        mandate = {"account": self.accounts["counsel", "none"], "role": "auditor", "since": "2026-01-01"}
        forms: dict[str, dict[str, Any]] = {
            "register": {"file": file()},
            "attach": {"documents": [self.document], "text": "a supplement"},
            "enter": {"adds": {"events": [{"on": "2026-03-02", "text": "a letter came"}]}},
            "find": {
                "question": "person.practises_law",
                "about": "P1",
                "answer": "no",
                "source": "a register",
                "compartment": "asylum",
            },
            "submit": {"text": "a statement"},
            "lodge-allegation": {"text": "she is followed"},
            "report-incident": {"kind": "surveillance", "text": "a car waits", "since": "2026-01-01"},
            "protect": {"step": "contact", "text": "the desk, at any hour"},
            "inquire": {"step": "hearing", "text": "heard"},
            "track-notice": {"step": "warrant", "text": "seen"},
            "conclude-inquiry": {"outcome": "refused", "reasons": "it is about somebody else"},
            "decide-disclosure": {"answer": "no", "reasons": "it was promised"},
            "lodge-remedy": {"text": "an appeal"},
            "register-remedy": {"number": "KI 2026/12"},
            "refer-remedy": {"to": "Constitutional Court", "question": "is it lawful?"},
            "decide-remedy": {"outcome": "dismissed", "reasons": "late"},
            "order-stay": {
                "body": "European Court of Human Rights",
                "acts": ["surrender"],
                "source": "12345/26, Rule 39",
            },
            "keep-back": {
                "what": "notices",
                "basis": "Directive 2014/41/EU, Art. 19",
                "review": (timezone.localdate() + timedelta(days=10)).isoformat(),
                "until": (timezone.localdate() + timedelta(days=30)).isoformat(),
                "reasons": "evidence would be destroyed",
            },
            "set-hearing": {"chamber": "indictments chamber", "at": "2026-03-02T09:00+01:00"},
            "record-hearing": {"came": [{"who": "A. B.", "as": "person concerned"}], "record": "heard"},
            "record-service": {"result": "failed"},
            "extend-limit": {"until": "2026-12-31", "ground": "a translation"},
            "intervene": {"text": "observations", "basis": "leave of the court"},
            "invite-counsel": {"account": self.accounts["counsel", "none"]},
            "accept-mandate": {"answer": "accept"},
            "set-apart": {"into": "asylum"},
            "release": {"out-of": "asylum", "reasons": "the person has published it"},
            "erase": {"entry": self.objects["STATEMENT"], "basis": "Directive 2016/680, Art. 16", "reasons": "asked"},
            "undertake": {"text": "nothing is sent before the court has spoken"},
            "depart": {"departs-from": "refuse", "ruling": "1" * 64, "reasons": "the person asks for it"},
            "give-mandate": {"mandate": mandate},
            "appoint": {"mandate": mandate},
            "confirm-link": {"digest": "1" * 20, "reasons": "the same person"},
            "dismiss-link": {"digest": "1" * 20, "reasons": "another person"},
            "draft-document": {"text": letter(self.case), "to": "requesting-state"},
            "sign-document": {},
            "send-document": {"channel": "post"},
            "record-answer": {"text": "nothing is asked any more"},
            "seal-material": {"seizure": "S-2", "root": "2" * 64, "entries": 1, "holder": "P1"},
            "open-seal": {"present": "the delegate of the bar", "ground": "order 12"},
            "give-inventory": {"seizure": "S-1", "until": (timezone.localdate() + timedelta(days=30)).isoformat()},
            "return-material": {"ground": "Article 28sexies"},
            "destroy-material": {"ground": "order 14", "method": "overwritten", "reasons": "outside the request"},
            "find-breach": {
                "kind": "act-while-held",
                "whose": "own-authority",
                "of": "search",
                "text": "it was carried out while it was stayed",
                "happened": "2026-01-01",
                "evidence": [self.objects["STATEMENT"]],
                "reasons": "the order was known",
            },
            "order-reparation": {
                "kind": "satisfaction",
                "text": "an apology",
                "ground": "Article 13",
                "ordered-by": "the court",
                "decision": "12/2026",
                "performs": "the ministry",
                "until": (timezone.localdate() + timedelta(days=30)).isoformat(),
            },
            "open-account": {"email": "somebody@office.test", "full_name": "Somebody", "language": "fr"},
        }
        return forms.get(act, {"reasons": "as the procedure asks"})


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens inside has not happened afterwards."""
    block = transaction.atomic()
    block._from_testcase = True  # type: ignore[attr-defined]  # the door may open its own transaction inside
    with block:
        yield
        transaction.set_rollback(True)
