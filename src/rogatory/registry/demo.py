"""An office made up to be looked at: people in every role, the founding case, some decided cases, and work that waits.

It keeps registers in which everybody is invented, and an invented request meets them. Everything goes in through the
doors. Only `rogatory demo` makes it, in a folder of its own.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.office.folds.documents import DECISION, FOR_THE_STATE, Addressee
from rogatory.office.seen.portion import portion
from rogatory.office.streams.mailroom import How, mark_of, unread, unsettled
from rogatory.people.mandates import ONLY_FOR_A_CASE, ONLY_FOR_A_PERSON, ONLY_FOR_A_REGISTER
from rogatory.registers.reading import read_register
from rogatory.registry import demo_breach, demo_inquiry, demo_mail, demo_notice, demo_protection, demo_seizure
from rogatory.registry.accounts import keeping
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import door, standing
from rogatory.registry.cases.copies import mandates_held
from rogatory.registry.cases.models import CaseCopy
from rogatory.registry.documents.drafting import Wanted, form_of, in_each
from rogatory.registry.documents.keys import make_for_demonstration
from rogatory.registry.jobs import queue
from rogatory.registry.mailroom import door as mailroom
from rogatory.registry.registers import door as registers

DOMAIN = "office.example"
DECIDED = (
    "soering-v-uk", "abdulkhakov-v-russia", "ablyazov-conseil-etat", "al-araibi-thailand", "ccf-2017-3",
    "aranyosi-caldararu", "lm-celmer-cjeu", "petruhhin", "us-gontmakher-mlat", "stojkovic-v-france-belgium",
)  # fmt: skip
"""Decided cases to be looked at: of every kind, and with every outcome. The last is the one changed last."""
READS: tuple[tuple[Role, Role, list[str]], ...] = (
    (Role.COURT, Role.CENTRAL_AUTHORITY, ["asylum"]),
    (Role.CENTRAL_AUTHORITY, Role.COURT, ["asylum"]),
    (Role.COURT, Role.INVESTIGATING_JUDGE, ["asylum", "protected-identity"]),
)
"""Who lets whom read the words of links: giver, reader, compartments."""
WAITING: Mapping[Role, str] = MappingProxyType(
    {
        Role.CLERK: "has a letter waiting in the mailroom: Mail; may register a request",
        Role.CENTRAL_AUTHORITY: "is asked to agree to a departure; has an answer to read, and a link to decide",
        Role.PROSECUTOR: "has examinations to finish, and tried what was barred",
        Role.INVESTIGATING_JUDGE: "reads every link of the twelfth case, and decides those that bar",
        Role.COURT: "has a remedy to decide, a link that bars, and a breach to follow",
        Role.REVIEWER: "has seized papers to answer, item by item: the first case, Seized material",
        Role.NOTICE_BUREAU: "checks a red notice, and follows its copies: the last case, Notice",
        Role.PRIVILEGE_OBSERVER: "has papers to sift for privilege, before those who investigate open any",
        Role.COUNSEL: "has lodged a remedy, and may submit more; is invited to a second case",
        Role.PERSON_CONCERNED: "sees what was done about her, and who read the file",
        Role.INTERVENER: "has filed observations as a third party; sees those, and the hearing",
        Role.AUDITOR: "has asked for an audit of the journal: Upkeep",
        Role.ADMINISTRATOR: "runs the office, and reads no case",
        Role.CUSTODIAN: "keeps five registers, and sees who asked them what for: Registers",
    }
)
"""What waits for somebody in a role, in a few words."""
NAMES = {
    Role.CLERK: "Anneke Claes",
    Role.CENTRAL_AUTHORITY: "Mehdi Bensaïd",
    Role.PROSECUTOR: "Julie Lambert",
    Role.INVESTIGATING_JUDGE: "Pieter Maes",
    Role.COURT: "Marie Dubois",
    Role.REVIEWER: "Sofie Wouters",
    Role.GOVERNMENT: "Luc Jacobs",
    Role.NOTICE_BUREAU: "Nora Peeters",
    Role.PRIVILEGE_OBSERVER: "Thomas Lejeune",
    Role.COUNSEL: "Amélie Fontaine",
    Role.PERSON_CONCERNED: "A. B.",
    Role.LIAISON: "D. Liaison",
    Role.INTERVENER: "Ruth Bailly",
    Role.AUDITOR: "Hilde Goossens",
    Role.ADMINISTRATOR: "Karim Haddad",
    Role.CUSTODIAN: "Greet Willems",
}


SECOND = (f"second-prosecutor@{DOMAIN}", "Bart Janssens")
"""A prosecutor who has no part in the request of the founding case: address and name."""


def people() -> tuple[tuple[Role, str], ...]:
    """Everybody who can sign in: role and address, the first of each role."""
    return tuple((role, _address(role)) for role in NAMES)


@dataclass(frozen=True, slots=True)
class Material:
    """What the office is made of.

    Attributes:
        founding: The founding case.
        decided: Decided cases, of which those in `DECIDED` are registered.
        registers: Registers in which everybody is invented.
        meets: An invented request that meets them.
    """

    founding: Path
    decided: tuple[Path, ...]
    registers: tuple[Path, ...]
    meets: Path

    @classmethod
    def beside(cls, founding: Path) -> "Material":
        """What stands beside the founding case."""
        here = founding.parent
        registers = sorted((here / "registers").glob("invented-*.yaml"))
        return cls(
            founding,
            tuple((here / "decided").glob("*.yaml")),
            tuple(registers),
            here / "examples" / "lawyer-and-brother.yaml",
        )


def fill(material: Material, tell: Callable[[int, int], None] = lambda done, of: None) -> str:
    """Make the office in an empty registry.

    Args:
        material: What it is made of.
        tell: Is told how many steps are done, and of how many.

    Returns:
        The one password of everybody.
    """
    there = {path.stem: path for path in material.decided}
    others = [there[name] for name in DECIDED if name in there]
    steps = count(1)
    total = 4 + len(others)
    password = f"demo-{secrets.token_hex(4)}"
    office = _Office(dict(people()), password)
    tell(next(steps), total)
    case = office.register(material.founding)
    for role in ONLY_FOR_A_CASE:
        office.mandate(role, case)
    office.seize(case)  # before anybody challenges it: then the seal would stay
    office.work(case)
    make_for_demonstration(settings.DATA)
    office.write(case)
    office.ask_and_be_answered(case)
    demo_inquiry.investigate(office.do, office.second, case)
    office.find_the_breach(case)
    office.protect(case)
    office.receive(demo_mail.WAITING, demo_mail.letter_that_waits(timezone.localdate()))
    tell(next(steps), total)
    for path in others:
        office.register(path)
        tell(next(steps), total)
    for path in material.registers:
        office.keep(path)
    tell(next(steps), total)
    met = office.register(material.meets)
    office.meet(met)
    demo_inquiry.allege_with_a_source(office.do, met)
    demo_notice.follow(office.do, office.registered(demo_notice.FILE), timezone.localdate())
    tell(next(steps), total)
    office.ask_for_an_audit()
    return password


class _Office:
    """The people of the demonstration, at the door."""

    def __init__(self, addresses: dict[Role, str], password: str) -> None:
        self._since = timezone.localdate().replace(month=1, day=1).isoformat()
        self._accounts = {
            role: Account.objects.open(address, NAMES[role]).public_id for role, address in addresses.items()
        }
        self.second = Account.objects.open(*SECOND).public_id
        # One password for all, and told to all: it is made unreadable once, and not sixteen times.
        Account.objects.filter(public_id__in=[*self._accounts.values(), self.second]).update(
            password=make_password(password)
        )
        door.found_office(self._accounts[Role.ADMINISTRATOR])
        keeping.open_for_standing_queries()
        self._accounts[Role.STANDING_QUERY] = Account.objects.get(email=keeping.STANDING).public_id
        for role in self._accounts:
            if role not in ONLY_FOR_A_CASE | ONLY_FOR_A_REGISTER and role is not Role.ADMINISTRATOR:
                self.do(Role.ADMINISTRATOR, "appoint", "", mandate=self._told(role))
        mandate = {**self._told(Role.PROSECUTOR), "account": self.second}
        self.do(Role.ADMINISTRATOR, "appoint", "", mandate=mandate)

    def do(self, role: Role, act: str, case: str, obj: str = "", **form: Any) -> door.Outcome:  # noqa: ANN401
        return door.do(self._accounts[role], act, case, obj, form, seen=_head(case))

    def register(self, path: Path) -> str:
        return self.registered(yaml.load(path.read_text("utf-8"), yaml.BaseLoader))  # noqa: S506 - words stay words

    def registered(self, file: dict[str, Any]) -> str:
        return self.do(Role.CLERK, "register", "", file=file).case

    def mandate(self, role: Role, case: str) -> None:
        self.do(Role.CLERK, "give-mandate", case, mandate=self._told(role))

    def work(self, case: str) -> None:
        """What has been going on in a case: answers, a barred attempt, a remedy, and a proposal that waits."""
        prosecutor, court = Role.PROSECUTOR, Role.COURT
        self.do(
            prosecutor, "find", case, question="remedy.period_running", answer="yes", source="Register of the court"
        )
        barred = self.do(prosecutor, "grant", case, "search", reasons="The requesting state insists.")
        promise: dict[str, Any] = {"acts": ["transmit", "open-file"], "ending": "when every remedy has ended"}
        self.do(Role.GOVERNMENT, "undertake", case, text="Nothing is sent while proceedings run.", **promise)
        told = {"text": "The papers were seized for a request that persecutes.", "kind": "lifting"}
        self.do(Role.COUNSEL, "lodge-remedy", case, "P1", **told)
        self.do(
            Role.COUNSEL, "submit", case, "P1", text="The person is a recognised refugee from the requesting state."
        )
        self.do(prosecutor, "refuse", case, "search", reasons="The person is a refugee from the requesting state.")
        if barred.result.ruling is not None:
            told = {"departs-from": "grant", "ruling": barred.result.ruling.hash}
            self.do(court, "depart", case, reasons="To be discussed with the central authority.", **told)
        self.hear(case)
        for reader in (court, Role.LIAISON, prosecutor):
            door.look(self._accounts[reader], case)

    def hear(self, case: str) -> None:
        """A hearing on the remedy, to which the requesting state is not called, and what was filed for it."""
        dossier, _sight = door.look(self._accounts[Role.CLERK], case)
        at = timezone.localtime().replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=14)
        third = next(name for name, m in dossier.mandates.items() if m.role is Role.INTERVENER)
        called = [
            {"who": NAMES[Role.COUNSEL], "as": "counsel"},
            {"who": NAMES[Role.PROSECUTOR], "as": "prosecutor"},
            {"who": NAMES[Role.INTERVENER], "as": "intervener", "mandate": third},
        ]
        told: dict[str, Any] = {
            "chamber": "Indictments chamber",
            "at": at.isoformat(),
            "place": "Brussels, room 0.30",
            "called": called,
        }
        self.do(Role.CLERK, "set-hearing", case, about=list(dossier.challenges.running), **told)
        dossier, _sight = door.look(self._accounts[Role.COUNSEL], case)
        hearing = next(iter(dossier.hearings))
        self.do(Role.COUNSEL, "submit", case, "P1", text="Conclusions: the seizure is to be lifted.", hearing=hearing)
        observes = "An association of lawyers: whoever was recognised as a refugee must not pay for it with her papers."
        basis = "Judicial Code, Art. 17(2)"
        self.do(Role.INTERVENER, "intervene", case, text=observes, basis=basis, hearing=hearing)

    def protect(self, case: str) -> None:
        demo_protection.protect(self.do, self._accounts[Role.CENTRAL_AUTHORITY], case)

    def find_the_breach(self, case: str) -> None:
        """The disclosure of 2023: the court finds it a breach of the promise, and orders what is owed."""
        court = self._accounts[Role.COURT]
        promise = next(iter(door.look(court, case)[0].challenges.undertakings))
        demo_breach.find(self.do, court, case, promise, timezone.localdate())

    def write(self, case: str) -> None:
        """An acknowledgement that was sent, a decision that cannot be signed yet, and its text for the other state."""
        asked = "To search a home\nTo interview its owner"
        typed = {"reference": "invented-17", "received": self._since, "office": "Demonstration office", "asked": asked}
        to, lines = Addressee.REQUESTING_STATE, ("The authority that asks",)
        sent = self.draft(Role.CLERK, case, Wanted("acknowledgement", "en", to, addressee=lines, typed=typed))
        self.do(Role.CLERK, "sign-document", case, sent)
        self.do(Role.CLERK, "send-document", case, sent, channel="through the ministry")
        limit = {
            "name": "Third-party opposition",
            "who": "the person concerned",
            "days": "15 days",
            "start": "the day after she is told",
            "source": "Code of Criminal Procedure, Art. 61quater",
        }
        told = {"who": "The person concerned", "what": "the full text", "how": "by letter"}
        inputs = {"limits": [limit], "told": [told]}
        self.draft(Role.CENTRAL_AUTHORITY, case, Wanted(DECISION, "en", Addressee.PERSON, person="P1", inputs=inputs))
        self.draft(Role.CENTRAL_AUTHORITY, case, Wanted(FOR_THE_STATE, "en", to, addressee=lines))

    def ask_and_be_answered(self, case: str) -> None:
        """Supplements asked in two languages, and the answer that came to one of the two things asked."""
        central, to, today = Role.CENTRAL_AUTHORITY, Addressee.REQUESTING_STATE, timezone.localdate()
        typed = {
            "reference": "invented-17",
            "received": self._since,
            "office": "Demonstration office",
            "missing": "\n".join(f"{what} | {article}" for what, article in demo_mail.MISSING),
            "answer_by": (today + timedelta(days=30)).isoformat(),
        }
        wanted = Wanted("supplements", "en", to, addressee=("The authority that asks",), typed=typed)
        asked = self.draft(central, case, wanted, ("en", "fr"), due=typed["answer_by"])
        self.do(central, "sign-document", case, asked)
        told = {"document": asked, "channel": "through the ministry", "reasons": "It cannot be decided without."}
        self.do(central, "ask-completion", case, **told)
        number = self.receive(demo_mail.ANSWER, demo_mail.answer_to(case, today))
        clerk = self._accounts[Role.CLERK]
        letter = mailroom.look(clerk, number)
        rows = [{"mark": mark_of(p), "how": How.TURNED_DOWN.value} for p in unsettled(letter.proposed, letter.mail)]
        looked = [p.digest for p in unread(letter.part)] if letter.part else []
        if rows or looked:
            mailroom.handle(clerk, "settle-fields", number, {"settled": rows, "looked": looked})
        mailroom.attach(clerk, number, case, "answer to the request for supplements")
        answer = {"received": letter.row.digest, "points": [demo_mail.MISSING[0][0]]}
        self.do(Role.CLERK, "record-answer", case, asked, text="The facts are summarised; the order follows.", **answer)

    def seize(self, case: str) -> None:
        """What was seized: the court lets the reviewer in, and half of it is reviewed."""
        told = {**self._told(Role.REVIEWER), "compartments": ["privileged"]}
        self.do(Role.COURT, "give-mandate", case, mandate=told)
        demo_seizure.seize(self.do, self._accounts[Role.INVESTIGATING_JUDGE], case)

    def receive(self, name: str, data: bytes) -> int:
        """A document that comes into the mailroom; its number."""
        return mailroom.receive(self._accounts[Role.CLERK], name, data).number

    def draft(self, role: Role, case: str, wanted: Wanted, languages: tuple[str, ...] = (), *, due: str = "") -> str:
        """A draft made from the case, perhaps in several languages; the name of the first."""
        dossier, _sight = door.look(self._accounts[role], case)
        held = [m for m in mandates_held(self._accounts[role], case) if m.covers(case, timezone.localdate())]
        texts = in_each(wanted, languages or (wanted.language,), dossier, portion(dossier, held))
        told = {"to": wanted.to.value, "person": wanted.person, "due": due}
        about = form_of(wanted, texts) | {part: value for part, value in told.items() if value}
        done = self.do(role, "draft-document", case, **about)
        documents = door.look(self._accounts[role], case)[0].documents
        return next(d.name for d in documents.values() if d.changed == done.seq)

    def keep(self, path: Path) -> None:
        """A register, with its custodian and what is in it."""
        told = read_register(path.read_bytes(), path.name)
        form = {"kind": told.kind.value, "title": told.title}
        registers.keep(self._accounts[Role.ADMINISTRATOR], "open-register", told.id, form)
        mandate = {**self._told(Role.CUSTODIAN), "register": told.id}
        self.do(Role.ADMINISTRATOR, "appoint", "", mandate=mandate)
        form = {"source": told.custodian or path.name}
        registers.keep(self._accounts[Role.CUSTODIAN], "import-entries", told.id, form, entries=told.entries)

    def meet(self, case: str) -> None:
        """Every case is matched with the registers; the words of the links of this one are open to three people.

        Counsel is invited to it, and has not answered.
        """
        standing.screen_again()
        for giver, reader, opens in READS:
            self.do(giver, "give-mandate", case, mandate={**self._told(reader), "compartments": opens})
        self.do(Role.PROSECUTOR, "grant", case, "search", reasons="It looks like any other request.")
        self.do(Role.CLERK, "invite-counsel", case, "P1", account=self._accounts[Role.COUNSEL])

    def ask_for_an_audit(self) -> None:
        """What the worker finds to do when it begins."""
        queue.ask("audit", self._accounts[Role.AUDITOR], timezone.now())

    def _told(self, role: Role) -> dict[str, str]:
        person = {"person": "P1"} if role in ONLY_FOR_A_PERSON else {}
        return {"account": self._accounts[role], "role": role.value, "since": self._since, **person}


def _address(role: Role) -> str:
    return f"{role.name.lower().replace('_', '-')}@{DOMAIN}"


def _head(case: str) -> int | None:
    return CaseCopy.objects.filter(case=case).values_list("head", flat=True).first()
