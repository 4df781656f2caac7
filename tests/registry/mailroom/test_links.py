"""A document that belongs to something: an answer to a letter of ours, a request asked before, several proceedings."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import fold
from rogatory.office.streams.mailroom import mark_of
from rogatory.received.proposed import Field
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import journal
from rogatory.registry.mailroom import door
from rogatory.registry.mailroom.models import Received
from tests.registry.api import Program
from tests.registry.letters import LETTER, NEEDED, added, registered_from, row, settled
from tests.registry.office import Registry
from tests.registry.test_round_trips import SUPPLEMENTS, Desk

pytestmark = pytest.mark.django_db
REFERENCE = "267500121000917"
POLITICAL = {
    "request.political_offence": "absolute", "request.aims_at_confiscation": "no",
    "refusal.alternatives_considered": "yes",
}  # fmt: skip
"""What is found of a request that is refused."""


@pytest.fixture
def office(settings, journal_keys) -> Registry:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    settings.OFFICE = "Office of the examples"
    settings.STATE = "BE"
    return Registry.opened()


@pytest.fixture
def clerk(office) -> Client:
    client = Client(SERVER_NAME="localhost")
    client.force_login(Account.objects.get(public_id=office.accounts[Role.CLERK]))
    return client


def words(answer: Any) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def received(office: Registry, data: bytes, name: str = "letter.txt") -> int:
    return door.receive(office.accounts[Role.CLERK], name, data).number


def from_kazakhstan(office: Registry) -> str:
    """The case a letter of Kazakhstan became."""
    number = received(office, LETTER)
    settled(office.accounts[Role.CLERK], number)
    return registered_from(office.accounts[Role.CLERK], number)


class TestAnAnswer:
    def test_is_proposed_for_the_letter_it_names_and_confirmed_by_a_human_with_both_before_their_eyes(
        self, office, clerk
    ):
        desk = Desk(office, from_kazakhstan(office))
        letter = desk.drafted(**SUPPLEMENTS)
        desk.sent(letter)
        number = received(office, f"To your letter in {desk.case}: we send the facts.".encode(), "answer.txt")
        settled(office.accounts[Role.CLERK], number)
        page = words(clerk.get(f"/mail/{number}"))
        assert "It may answer a letter of ours" in page
        assert f"it names our number {desk.case}" in page
        filed = words(clerk.get(f"/mail/{number}/case"))
        told = dict(
            re.findall(
                r'name="(to|case|document|text)" value="([^"]*)"', filed.split("It may answer")[1].split("</form>")[0]
            )
        )
        assert (told["to"], told["case"], told["document"]) == ("answer", desk.case, letter)
        went = clerk.post(f"/mail/{number}/case", told)["Location"]
        beside = clerk.get(went)
        assert "we send the facts." in words(beside)
        assert f'<option value="{beside.wsgi_request.GET["received"]}" selected>' in words(beside)
        # Attached it is; nothing is answered until a human has said what.
        assert not desk.documents[letter].answers
        done = {"seen": desk.head, "object": letter, "received": beside.wsgi_request.GET["received"],
                "text": "They send the facts.", "point_0": "points"}  # fmt: skip
        assert clerk.post(went, done).status_code == 302
        assert desk.documents[letter].answers[0].received == door.look(office.accounts[Role.CLERK], number).row.digest
        assert "It may answer" not in words(clerk.get(f"/mail/{number}"))

    def test_is_proposed_by_the_number_of_the_foreign_proceedings_too_and_to_programs(self, office):
        desk = Desk(office, from_kazakhstan(office))
        desk.sent(desk.drafted(**SUPPLEMENTS))
        number = received(office, f"On criminal case No. {REFERENCE} we answer.".encode())
        settled(office.accounts[Role.CLERK], number)
        [told] = Program.of(office, Role.CLERK).get(f"/mail/{number}").json()["may_answer"]
        assert (told["case"], bool(told["reasons"])) == (desk.case, True)

    @pytest.mark.parametrize("text", ["We answer you.", "On 2026-999999 we answer.", "Tel. 32-2026-000001-5"])
    def test_of_nothing_that_is_known_is_proposed_for_nothing(self, office, text):
        desk = Desk(office, office.register())
        desk.sent(desk.drafted(**SUPPLEMENTS))
        number = received(office, text.encode())
        letter = door.look(office.accounts[Role.CLERK], number)
        looked = door.before(office.accounts[Role.CLERK], letter)
        assert door.may_answer(office.accounts[Role.CLERK], letter, looked) == []


class TestAskedBefore:
    def test_through_another_state_after_a_refusal_it_is_told_from_the_letter_to_the_case(self, office, clerk):
        first = from_kazakhstan(office)
        for question, answer in POLITICAL.items():
            office.do(Role.CENTRAL_AUTHORITY, "find", first, question=question, answer=answer, source="the letter")
        head = office.head(Role.CENTRAL_AUTHORITY, first)
        told = {"seen": head, "reasons": "The offence is a political one."}
        done = office.do(Role.CENTRAL_AUTHORITY, "refuse", first, "M1", **told)
        assert fold(journal.entries_of(first)).decisions == {"M1": "refuse"}, [o.text for o in done.result.obstacles]
        number = received(office, LETTER.replace("Республики Казахстан".encode(), "Российской Федерации".encode()))
        proposed = door.look(office.accounts[Role.CLERK], number)
        rows = [row("turned-down", mark=mark_of(p)) for p in proposed.proposed]
        needed = [added("requesting state", "RU"), *NEEDED[1:]]
        door.handle(office.accounts[Role.CLERK], "settle-fields", number, {"settled": [*rows, *needed]})
        page = words(clerk.get(f"/mail/{number}"))
        assert "Asked before by another state" in page
        assert "the earlier request was refused" in page
        assert f"both name the number {REFERENCE}" in page
        assert "it was made by KZ before and is made by RU now" in page
        assert f'href="/cases/{first}"' in page
        assert first in words(clerk.get(f"/mail/{number}/case"))
        answer = clerk.post(f"/mail/{number}/case", {"received": "2026-03-02", "requested": "BE"})
        second = answer["Location"].rpartition("/")[2]
        overview = words(clerk.get(f"/cases/{second}"))
        for said in ("Asked before by another state", f'href="/cases/{first}"', "the earlier request was refused"):
            assert said in overview, said
        # Whoever sees only this case is told that there is another, and no word of it.
        office.mandate(Role.REVIEWER, second)
        office.mandate(Role.COUNSEL, second)
        counsel = Client(SERVER_NAME="localhost")
        counsel.force_login(Account.objects.get(public_id=office.accounts[Role.COUNSEL]))
        assert first not in words(counsel.get(f"/cases/{second}"))


class TestSeveralProceedings:
    def settled(self, office: Registry, clerk: Client, *more: dict[str, object]) -> int:
        number = received(office, LETTER)
        settled(office.accounts[Role.CLERK], number)
        account = office.accounts[Role.CLERK]
        door.handle(account, "settle-fields", number, {"settled": [added("reference", "88-2/2025"), *more]})
        return number

    def test_each_reference_goes_into_the_proceedings_a_clerk_says(self, office, clerk):
        number = self.settled(office, clerk, added("reference", "3-17/26"), added("offence", "fraud", "2"))
        page = words(clerk.get(f"/mail/{number}"))
        assert "The letter names several references" in page
        mail = door.look(office.accounts[Role.CLERK], number).mail
        marks = {s.value: s.mark for s in mail.settled.values() if s.field is Field.REFERENCE and s.how.counts}
        for value, proceedings in ((REFERENCE, "1"), ("88-2/2025", "2"), ("3-17/26", "0")):
            told = {"act": "settle-fields", "mark": marks[value], "how": "confirmed", "value": value, "read": value}
            assert clerk.post(f"/mail/{number}", {**told, "proceedings": proceedings}).status_code == 302
        assert "proceedings 2" in words(clerk.get(f"/mail/{number}/case"))
        answer = clerk.post(f"/mail/{number}/case", {"received": "2026-03-02", "requested": "BE"})
        entries = journal.entries_of(answer["Location"].rpartition("/")[2])
        found = fold(entries).case.proceedings
        assert [[t.text for t in p.references] for p in found] == [[REFERENCE], ["88-2/2025"]]
        assert [[t.text for t in p.offences] for p in found] == [[], ["fraud"]]
        assert entries[0].fields["letter"]["reference"] == "3-17/26"

    @pytest.mark.parametrize("wrong", ["x", "-1", "100", "1.5", "01"])
    def test_what_is_no_number_of_proceedings_is_told_so(self, office, clerk, wrong):
        number = self.settled(office, clerk)
        mail = door.look(office.accounts[Role.CLERK], number).mail
        mark = next(s.mark for s in mail.settled.values() if s.value == "88-2/2025")
        told = {"act": "settle-fields", "mark": mark, "how": "confirmed", "value": "88-2/2025", "read": "88-2/2025"}
        answer = clerk.post(f"/mail/{number}", {**told, "proceedings": wrong})
        assert answer.status_code == 422
        assert "no number of proceedings" in words(answer)


class TestTheList:
    def many(self, office: Registry, size: int) -> None:
        have = Received.objects.count()
        Received.objects.bulk_create(
            Received(digest=f"{n:064x}", size=1, name=f"letter-{n}.pdf", by=office.accounts[Role.CLERK],
                     at=timezone.now(), entry=n)
            for n in range(have, size)
        )  # fmt: skip

    def test_every_document_stands_on_one_page_and_takes_as_many_queries_whatever_there_is(self, office, clerk):
        asked: dict[int, int] = {}
        for size in (60, 320):
            self.many(office, size)
            clerk.get("/mail")
            with connection.execute_wrapper(lambda run, *rest, size=size: _noted(asked, size, run, *rest)):
                clerk.get("/mail?page=2")
        assert asked[60] == asked[320] <= 12, asked
        pages = [clerk.get(f"/mail?page={n}") for n in range(1, 8)]
        shown = [one.row.name for page in pages for one, _who in page.context["rows"]]
        assert len(shown) == len(set(shown)) == 320
        assert 'rel="next"' in words(pages[0])
        assert 'rel="next"' not in words(pages[-1])
        for wrong, right in (("0", 7), ("99", 7), ("x", 1), ("-1", 7)):
            assert clerk.get(f"/mail?page={wrong}").context["page"].number == right

    def test_a_program_follows_the_links(self, office):
        self.many(office, 120)
        program, seen, where = Program.of(office, Role.CLERK), [], "/mail"
        while where:
            answer = program.get(where)
            seen += [one["name"] for one in answer.json()]
            found = re.search(r'</api/v1([^>]*)>; rel="next"', answer["Link"])
            where = found[1] if found else ""
        assert len(set(seen)) == 120


def _noted(asked: dict[int, int], size: int, run: Any, *rest: Any) -> Any:
    asked[size] = asked.get(size, 0) + 1
    return run(*rest)
