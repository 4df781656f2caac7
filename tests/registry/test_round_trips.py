"""What the letters of a case asked, what came back, and what to do next: on the page, in the file, by programs."""

import re
import time
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.db import connection
from django.test import Client
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.law.time_limits.starting import ANSWER_DUE
from rogatory.letters.round_trip import State
from rogatory.office.errors import FormError
from rogatory.office.folds.dossier import fold
from rogatory.office.folds.limits import limits
from rogatory.office.folds.round_trips import Trip, trips
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import journal
from rogatory.registry.documents.models import Text
from rogatory.registry.mailroom import door as mailroom
from rogatory.remedies.deadlines import Limit, rule_of
from tests.registry.api import Program
from tests.registry.letters import settled
from tests.registry.office import Registry

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
FACTS = {"reference": "12-3/4567", "received": "2026-01-02", "office": "Federal Public Service Justice, Brussels"}
MISSING = "a summary of the facts: when, where, and by whom"
SUPPLEMENTS = {
    "kind": "supplements", "language": ["en", "fr"], "to": "requesting-state", "addressee": "The authority that asks",
    "answer_by": (TODAY + timedelta(days=30)).isoformat(),
    "missing": f"{MISSING} | ETS 030 Art. 14\nthe map of the place | ETS 030 Art. 14(1)", **FACTS,
}  # fmt: skip


@dataclass
class Desk:
    """A case in an office, and browsers at its desks."""

    office: Registry
    case: str

    def browser(self, role: Role) -> Client:
        client = Client(SERVER_NAME="localhost")
        account = Account.objects.get(public_id=self.office.accounts[role])
        client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
        session = client.session
        session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": time.time()}]
        session.save()
        return client

    def get(self, path: str = "", role: Role = Role.CENTRAL_AUTHORITY, status: int = 200) -> Any:
        answer = self.browser(role).get(f"/cases/{self.case}/documents{path}")
        assert answer.status_code == status, answer.content.decode()
        return answer

    def post(self, path: str, role: Role = Role.CENTRAL_AUTHORITY, status: int = 302, **typed: Any) -> Any:
        answer = self.browser(role).post(f"/cases/{self.case}/documents{path}", typed)
        assert answer.status_code == status, re.sub(r"\s+", " ", answer.content.decode())
        return answer

    @property
    def documents(self) -> Any:
        return fold(journal.entries_of(self.case)).documents

    @property
    def head(self) -> int:
        return fold(journal.entries_of(self.case)).head

    def trip(self, on: date = TODAY) -> Trip:
        [found] = trips(self.documents, on)
        return found

    def limit(self) -> Limit:
        [found] = [one for one in limits(fold(journal.entries_of(self.case))) if rule_of(one.ident) == ANSWER_DUE]
        return found

    def drafted(self, **typed: Any) -> str:
        return str(self.post("/new", **typed)["Location"].rsplit("/", 1)[1])

    def sent(self, *names: str, on: date = TODAY) -> None:
        """Each of these signed and sent, on a day that is past."""
        for name in names:
            self.office.do(Role.CENTRAL_AUTHORITY, "sign-document", self.case, name, seen=self.head)
            found = self.documents[name]
            told: Any = {"channel": "e-mail", "on": on.isoformat(), "reasons": "it lacks what the treaty asks for"}
            act = found.sender.id
            obj = {"send-document": name, "consult": "record"}.get(act, "")
            more = {} if obj == name else {"document": name}
            if act == "consult":
                told |= {"reasons": "it tells nothing but that we wait"}
                tells: Any = {"question": "transfer.reveals_asylum_information", "answer": "no", "source": "us"}
                self.office.do(Role.CENTRAL_AUTHORITY, "find", self.case, **tells)
            done = self.office.do(Role.CENTRAL_AUTHORITY, act, self.case, obj, seen=self.head, **told, **more)
            if done.result.waits:
                proposal = next(iter(fold(journal.entries_of(self.case)).proposals))
                self.office.do(Role.PROSECUTOR, "confirm", self.case, proposal, seen=self.head)
            assert self.documents[name].sent

    def came_in(self, data: bytes = b"We send the facts.", name: str = "answer.txt") -> str:
        """A document that is attached to the case; its digest."""
        clerk = self.office.accounts[Role.CLERK]
        number = mailroom.receive(clerk, name, data).number
        settled(clerk, number)
        mailroom.attach(clerk, number, self.case, "an answer")
        return mailroom.look(clerk, number).row.digest


@pytest.fixture
def desk(settings, journal_keys) -> Desk:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    settings.OFFICE = "Office of the examples"
    office = Registry.opened()
    return Desk(office, office.register())


def test_one_act_drafts_every_language_and_other_facts_are_told_in_all_of_them(desk):
    name = desk.drafted(**SUPPLEMENTS)
    both = [name, f"{name}-fr"]
    assert [(d.name, d.language, d.asks) for d in desk.documents.values()] == [
        (one, code, (MISSING, "the map of the place")) for one, code in zip(both, ("en", "fr"), strict=True)
    ]
    assert len({d.changed for d in desk.documents.values()}) == 1
    # What the catalogue has in every language is told in each; what was typed freely stands as it was typed.
    french = desk.get(f"/{name}-fr").content.decode()
    assert "un exposé des faits" in french
    assert "the map of the place" in french
    again = desk.get(f"/new?again={name}-fr")
    assert 'value="12-3/4567"' in again.content.decode()
    changed = {**SUPPLEMENTS, "reference": "99-9/9999", "language": ["en"], "again": name, "seen": desk.head}
    assert desk.post("/new", **changed)["Location"].endswith(name)
    assert [d.name for d in desk.documents.values()] == both
    assert all("99-9/9999" in desk.get(f"/{one}").content.decode() for one in both)
    # Changed by two people at once, the second is told.
    desk.post("/new", status=409, **{**changed, "reference": "11-1/1111"})
    assert "99-9/9999" in desk.get(f"/{name}/changes").content.decode()


def test_what_is_signed_is_not_made_anew_with_the_rest(desk):
    name = desk.drafted(**SUPPLEMENTS)
    desk.office.do(Role.CENTRAL_AUTHORITY, "sign-document", desk.case, name, seen=desk.head)
    before = desk.documents[name].text
    changed = {**SUPPLEMENTS, "reference": "99-9/9999", "language": ["fr"], "again": f"{name}-fr", "seen": desk.head}
    desk.post("/new", **changed)
    assert desk.documents[name].text == before
    desk.post("/new", status=422, **{**changed, "language": ["fr", "en"], "seen": desk.head})


def test_erasing_the_entry_of_a_draft_erases_its_words_in_every_language(desk):
    name = desk.drafted(**SUPPLEMENTS)
    digests = {d.text for d in desk.documents.values()}
    erasing = {"basis": "Directive 2016/680, Art. 16", "reasons": "asked", "entry": str(desk.documents[name].changed)}
    desk.office.do(Role.CENTRAL_AUTHORITY, "erase", desk.case, seen=desk.head, **erasing)
    proposal = next(iter(fold(journal.entries_of(desk.case)).proposals))
    desk.office.do(Role.COURT, "confirm", desk.case, proposal, seen=desk.head)
    assert {(d.text, d.asks) for d in desk.documents.values()} == {("", ())}
    assert not Text.objects.filter(digest__in=digests).exists()


def test_a_letter_that_left_in_two_languages_asks_once_and_is_answered_in_either(desk):
    name = desk.drafted(**SUPPLEMENTS)
    desk.sent(name, f"{name}-fr")
    assert (desk.trip().standing.state, desk.trip().standing.open) == (State.AWAITED, (MISSING, "the map of the place"))
    digest = desk.came_in()
    page = desk.get(f"/{name}-fr/answer")
    assert digest in page.content.decode()
    # Whoever judges the case chooses from the same list; the mailroom itself is not theirs.
    assert "answer.txt" in desk.get(f"/{name}-fr/answer", role=Role.PROSECUTOR).content.decode()
    told = {"seen": desk.head, "object": f"{name}-fr", "text": "They send the facts.", "received": digest}
    desk.post(f"/{name}-fr/answer", **told, point_0="points")
    assert desk.trip().standing.open == ("the map of the place",)
    assert desk.limit().done is None, "the first of several answers is not all of them"
    beside = desk.get(f"/{name}/answer").content.decode()
    assert "They send the facts." in beside
    assert "We send the facts." in beside  # the page of what came in, beside the question
    assert "un exposé des faits" in desk.get(f"/{name}-fr/answer").content.decode()
    told = {"object": name, "text": "They have no map.", "point_1": "declined"}
    desk.post(f"/{name}/answer", seen=desk.head, **told)
    assert (desk.trip().standing.state, desk.trip().standing.open) == (State.DECIDE, ())
    assert desk.limit().done is None, "somebody decides what follows from what was declined"
    assert "request.information_withheld" in desk.get().content.decode()


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"received": "a" * 64}, "came in for this case"),
        ({"received": "x"}, "came in for this case"),
        ({"points": ["the weather"]}, "did not ask for"),
        ({"points": [MISSING], "declined": [MISSING]}, "both answered and declined"),
        ({"on": "2026-01-02"}, "is before that"),
        ({"points": MISSING}, "not a list"),
    ],
)
def test_an_answer_that_does_not_fit_is_told_so(desk, form, says):
    name = desk.drafted(**SUPPLEMENTS)
    desk.sent(name)
    with pytest.raises(FormError, match=says):
        desk.office.do(Role.CLERK, "record-answer", desk.case, name, seen=desk.head, text="an answer", **form)


def test_a_document_that_came_in_for_another_case_answers_nothing_here(desk):
    name = desk.drafted(**SUPPLEMENTS)
    desk.sent(name)
    other = Desk(desk.office, desk.office.register())
    digest = other.came_in()
    with pytest.raises(FormError, match="Attach it to this case first"):
        desk.office.do(Role.CLERK, "record-answer", desk.case, name, seen=desk.head, text="x", received=digest)


def test_a_reminder_is_drafted_by_one_button_in_every_language_the_letter_left_in(desk):
    name = desk.drafted(**{**SUPPLEMENTS, "answer_by": (TODAY - timedelta(days=10)).isoformat()})
    desk.sent(name, f"{name}-fr", on=TODAY - timedelta(days=60))
    assert desk.trip().standing.state is State.REMIND
    assert desk.trip().overdue(TODAY)
    page = desk.get().content.decode()
    assert "Draft the reminder" in page
    assert "overdue" in page
    reminder = desk.post(f"/{name}/remind")["Location"].rsplit("/", 1)[1]
    english, french = (desk.get(f"/{one}").content.decode() for one in (reminder, f"{reminder}-fr"))
    for known in ("12-3/4567", MISSING, "the map of the place", "Federal Public Service Justice, Brussels"):
        assert known in english, known
    assert "un exposé des faits" in french
    # A second press finds the one that is there.
    assert desk.post(f"/{name}/remind")["Location"].endswith(reminder)
    desk.sent(reminder, f"{reminder}-fr")
    assert desk.trip().standing.state is State.AWAITED
    assert len(desk.trip().standing.exchange.reminders) == 1
    assert desk.trip().standing.exchange.due == TODAY + timedelta(days=21)
    assert desk.limit().deadline.last_day == desk.trip().standing.exchange.due


def test_an_assurance_shows_by_what_it_will_be_judged_and_what_the_answer_proposes(desk):
    typed = {"kind": "assurance", "language": ["en", "nl"], "to": "requesting-state", "risk": "death-penalty",
             "person_named": "A. B.", "addressee": "The authority", "answer_by": "2027-12-31", **FACTS}  # fmt: skip
    name = desk.drafted(**typed)
    desk.office.do(Role.CENTRAL_AUTHORITY, "find", desk.case, question="assurance.given", answer="no", source="x",
                   against="life-sentence")  # fmt: skip
    desk.sent(name)
    page = desk.get().content.decode()
    assert "the assurance against the death penalty" in page
    assert "How compliance can be checked objectively" in page
    assert "question=assurance.monitored&amp;against=death-penalty" in page
    desk.post(f"/{name}/answer", seen=desk.head, object=name, text="A note gives it.", point_0="points")
    assert desk.trip().standing.state is State.ANSWERED
    assert "question=assurance.given&amp;against=death-penalty&amp;answer=yes" in desk.get().content.decode()


def test_that_nothing_more_is_waited_for_is_decided_by_a_person_with_words(desk):
    name = desk.drafted(**SUPPLEMENTS)
    desk.sent(name, on=TODAY - timedelta(days=300))
    told = {"seen": desk.head, "object": name, "text": "Decided on what the request holds.", "over": "on"}
    desk.post(f"/{name}/answer", **told)
    assert desk.trip().standing.state is State.SETTLED
    assert not desk.trip().overdue(TODAY)
    assert desk.limit().done == desk.head
    told = {"seen": desk.head, "object": name, "text": "They sent the facts after all.", "point_0": "points"}
    desk.post(f"/{name}/answer", **told)
    assert desk.trip().standing.state in (State.SETTLED, State.LOOK_AGAIN)


def test_the_documents_take_as_many_queries_for_many_letters_as_for_few(desk):
    asked: dict[int, int] = {}

    def count(size: int) -> None:
        client = desk.browser(Role.CENTRAL_AUTHORITY)
        client.get(f"/cases/{desk.case}/documents")

        def noted(execute: Any, *rest: Any) -> Any:
            asked[size] = asked.get(size, 0) + 1
            return execute(*rest)

        with connection.execute_wrapper(noted):
            assert len(client.get(f"/cases/{desk.case}/documents").context["trips"]) == size

    for size in (1, 4):
        while len(trips(desk.documents, TODAY)) < size:
            desk.sent(desk.drafted(**{**SUPPLEMENTS, "language": ["en"]}))
        count(size)
    assert asked[1] == asked[4] <= 25, asked


def test_a_program_sees_what_is_open_and_answers_it(desk):
    program = Program.of(desk.office, Role.CENTRAL_AUTHORITY)
    facts = {k: v for k, v in SUPPLEMENTS.items() if k in ("missing", *FACTS)} | {"answer_by": "2027-01-31"}
    told = {"kind": "supplements", "language": "en", "languages": ["nl"], "to": "requesting-state", "facts": facts,
            "due": "2027-01-31"}  # fmt: skip
    name = program.post(f"/cases/{desk.case}/documents", told).json()["object"]
    assert [d["first"] for d in program.get(f"/cases/{desk.case}/documents").json()] == [name, name]
    changed = {**told, "facts": {**facts, "reference": "7"}, "again": f"{name}-nl", "languages": []}
    assert program.post(f"/cases/{desk.case}/documents", changed).status_code == 201
    desk.sent(name)
    form = {"text": "the facts", "points": [MISSING]}
    body = {"object": name, "form": form, "seen": desk.head}
    assert program.post(f"/cases/{desk.case}/acts/record-answer", body).status_code == 200
    [trip] = program.get(f"/cases/{desk.case}/exchanges").json()
    assert (trip["state"], trip["open"], trip["due"]) == ("awaited", ["the map of the place"], "2027-01-31")
    assert [a["points"] for a in trip["answers"]] == [[MISSING]]
    desk.office.mandate(Role.PERSON_CONCERNED, desk.case)
    stranger = Program.of(desk.office, Role.PERSON_CONCERNED)
    assert stranger.get(f"/cases/{desk.case}/exchanges").json() == []
