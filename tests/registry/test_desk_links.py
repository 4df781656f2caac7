"""Pages of links by who looks: what is told, what is closed and looks the same, what may be decided, and how."""

import re
from html import unescape
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from rogatory.law.acts import Role
from rogatory.office.folds.linking import LinkState
from rogatory.registry.accounts.models import Account
from tests.registry.meeting import Meeting

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def met(django_db_setup, django_db_blocker):
    """The request met by five registers, made once; what a test does is undone after it."""
    with django_db_blocker.unblock():
        whole: Any = transaction.atomic()
        whole._from_testcase = True
        with whole:
            made = Meeting.held()
            made.office.mandate(Role.COUNSEL, made.case)
            made.office.mandate(Role.LIAISON, made.case)
            yield made
            transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def one_factor(settings):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True


def signed_in(met: Meeting, role: Role, language: str = "en") -> Client:
    client = Client(SERVER_NAME="localhost")
    account = Account.objects.get(public_id=met.office.accounts[role])
    Account.objects.filter(pk=account.pk).update(language=language)
    client.force_login(account)
    return client


def page(met: Meeting, role: Role, link: str = "", language: str = "en") -> str:
    answer = signed_in(met, role, language).get(f"/cases/{met.case}/links{f'/{link}' if link else ''}")
    assert answer.status_code == 200, answer.content
    return unescape(answer.content.decode())


def main(text: str) -> str:
    """What stands in the middle of a page, without what differs by form and name of the link."""
    found = re.search(r"<main.*?</main>", text, re.DOTALL)
    assert found
    return re.sub(r"link-\d+-\d+", "LINK", found[0])


def decide(met: Meeting, role: Role, link: str, act: str, **told: str):
    digest = met.links[link].digest
    form = {"act": act, "object": link, "seen": met.office.head(role, met.case), "digest": digest, **told}
    return signed_in(met, role).post(f"/cases/{met.case}/links/{link}", form)


class TestReading:
    @pytest.mark.parametrize(("language", "said"), [("fr", "peuvent"), ("nl", "kunnen")])
    def test_what_was_found_is_told_in_the_language_of_the_page(self, met, language, said):
        text = page(met, Role.INVESTIGATING_JUDGE, met.link("protection"), language)
        found = re.findall(r'class="found"><div( lang="en")?>([^<]*)<', text)
        assert found
        assert not any(english for english, _ in found), "each sentence has its words"
        assert any(said in sentence for _, sentence in found)
        assert "can be one person's" not in text

    def test_the_case_says_at_the_top_that_links_must_be_examined_first(self, met):
        waiting = sum(link.bars for link in met.links.values())
        assert waiting > 1
        said = f"{waiting} links with what is already known must be examined first"
        top = signed_in(met, Role.INVESTIGATING_JUDGE).get(f"/cases/{met.case}").content.decode()
        assert said in top

    def test_a_link_is_told_side_by_side_with_how_each_was_read(self, met):
        text = page(met, Role.INVESTIGATING_JUDGE, met.link("protection"))
        for told in ("ORDABAYEVA GULNARA", "Gülnara Seytqyzy Ordabayeva", "GULNARA → Gülnara: u → ü", "+38.6"):
            assert told in text

    def test_the_way_is_drawn_and_written_with_what_each_step_rests_on(self, met):
        text = page(met, Role.INVESTIGATING_JUDGE, met.link("protection"))
        assert "accused in" in text
        assert "Decision 0417, pages 4 to 7" in text
        assert text.count('class="matched"') == 3  # two on the way, one in the key

    def test_a_way_is_no_surer_than_its_weakest_match(self, met):
        text = page(met, Role.INVESTIGATING_JUDGE, met.link("victims", "path"))
        assert "no surer than its weakest match" in text
        assert 'class="drawing waterfall"' not in text

    def test_what_would_settle_it_is_told(self, met):
        assert "the day of birth" in page(met, Role.INVESTIGATING_JUDGE, met.link("findings"))

    @pytest.mark.parametrize(("language", "says"), [("fr", "rencontre invented-protection"), ("nl", "raakt invented")])
    def test_it_is_told_in_the_language_of_the_page(self, met, language, says):
        text = page(met, Role.INVESTIGATING_JUDGE, met.link("protection"), language)
        assert says in text
        assert 'lang="en"' in text

    def test_what_was_looked_through_is_told_with_the_kind_that_is_not_kept(self, met):
        text = page(met, Role.PROSECUTOR)
        assert "no register of this kind is kept here" in text
        assert "Ордабаева Гульнара Сейтовна" in text

    def test_a_link_that_is_not_there_is_not_found(self, met):
        assert signed_in(met, Role.COURT).get(f"/cases/{met.case}/links/link-0-0").status_code == 404


class TestClosed:
    def test_without_the_compartment_a_link_waits_and_its_words_are_closed(self, met):
        text = page(met, Role.PROSECUTOR, met.link("protection"))
        assert "its words are not open to you" in text
        for word in ("invented-protection", "Seytqyzy", "ORDABAYEVA", "refugee", "Confirm the link"):
            assert word not in main(text)

    def test_closed_links_of_every_register_look_the_same(self, met):
        closed = [met.link("protection"), met.link("victims", "path"), met.link("victims", "proceeding")]
        assert len({main(page(met, Role.PROSECUTOR, link)) for link in closed}) == 1

    def test_in_the_list_they_look_the_same_as_well(self, met):
        rows = re.findall(r"<li id=.*?</li>", main(page(met, Role.PROSECUTOR)), re.DOTALL)
        closed = [row for row in rows if "not open to you" in row]
        assert len(closed) > 3
        assert len(set(closed)) == 1

    def test_counsel_sees_a_link_of_the_own_person_without_words_until_it_is_confirmed(self, met):
        assert "not open to you" in page(met, Role.COUNSEL, met.link("notices"))
        assert "What was looked through" not in page(met, Role.COUNSEL)

    def test_counsel_of_another_person_sees_no_link_at_all(self, met):
        person = {"persons": [{"id": "P2", "name": "B. B."}]}
        met.office.do(Role.CLERK, "enter", met.case, adds=person)
        met.office.mandate(Role.PERSON_CONCERNED, met.case, person="P2")
        assert "There is nothing here for you to see" in page(met, Role.PERSON_CONCERNED)
        address = f"/cases/{met.case}/links/{met.link('protection')}"
        assert signed_in(met, Role.PERSON_CONCERNED).get(address).status_code == 404

    def test_the_liaison_is_shown_where_the_request_stands_and_no_link(self, met):
        text = page(met, Role.LIAISON, met.link("protection"))
        assert "link" not in main(text).lower().replace("linkage", "")

    def test_who_has_no_mandate_finds_nothing_and_that_they_tried_is_recorded(self, met):
        link = met.link("notices")
        form = {"act": "confirm-link", "object": link, "digest": met.links[link].digest, "reasons": "x"}
        client = signed_in(met, Role.CUSTODIAN)
        assert client.get(f"/cases/{met.case}/links/{link}").status_code == 404
        assert client.post(f"/cases/{met.case}/links/{link}", form).status_code == 404
        assert met.links[link].state is LinkState.OPEN


class TestDeciding:
    def test_confirmed_with_what_is_taken_over(self, met):
        link = met.link("protection")
        answer = decide(met, Role.CENTRAL_AUTHORITY, link, "confirm-link",
                        takes="person.refugee_here:P1", reasons="the authority says so")  # fmt: skip
        assert (answer.status_code, answer.headers["Location"]) == (302, f"/cases/{met.case}/links")
        assert met.links[link].state is LinkState.CONFIRMED
        text = page(met, Role.CENTRAL_AUTHORITY, link)
        assert "the authority says so" in text
        assert "Taken over into the file" in text
        assert "Confirm the link" not in text

    def test_dismissed_once_a_second_person_agrees(self, met):
        link = met.link("notices")
        assert decide(met, Role.PROSECUTOR, link, "dismiss-link", reasons="another person").status_code == 302
        assert met.links[link].state is LinkState.OPEN
        text = page(met, Role.COURT, link)
        assert "another person" in text
        proposal = re.search(r'name="object" value="(proposal-[^"]+)"', text)
        assert proposal
        form = {"object": proposal[1], "seen": met.office.head(Role.COURT, met.case)}
        assert signed_in(met, Role.COURT).post(f"/cases/{met.case}/acts/confirm", form).status_code == 302
        assert met.links[link].state is LinkState.DISMISSED

    def test_without_reasons_one_comes_back_to_the_evidence_and_to_what_was_taken(self, met):
        link = met.link("protection")
        answer = decide(met, Role.CENTRAL_AUTHORITY, link, "confirm-link", takes="person.refugee_here:P1", reasons="")
        text = unescape(answer.content.decode())
        assert answer.status_code == 422
        assert "error-summary" in text
        assert re.search(r'value="person.refugee_here:P1" checked', text)
        assert "Gülnara Seytqyzy Ordabayeva" in text

    def test_what_may_not_be_done_is_told_where_the_evidence_stands_and_the_reasons_are_kept(self, met):
        link = met.link("notices")
        answer = decide(met, Role.CLERK, link, "confirm-link", reasons="it is she")
        assert answer.status_code == 409
        assert "This cannot be done" in answer.content.decode()

    def test_evidence_that_changed_meanwhile_is_looked_at_anew(self, met):
        link = met.link("notices")
        answer = decide(met, Role.PROSECUTOR, link, "confirm-link", reasons="it is she", digest="0" * 64)
        assert answer.status_code == 422
        assert "it is she" in answer.content.decode()
        assert met.links[link].state is LinkState.OPEN

    def test_another_act_is_not_done_here(self, met):
        link = met.link("notices")
        assert decide(met, Role.PROSECUTOR, link, "grant", reasons="x").status_code == 404

    def test_a_barred_act_leads_to_the_links_that_wait(self, met):
        form = {"object": "interview", "reasons": "asked", "seen": met.office.head(Role.PROSECUTOR, met.case)}
        answer = signed_in(met, Role.PROSECUTOR).post(f"/cases/{met.case}/acts/grant", form)
        assert answer.status_code == 409
        assert f'<a href="/cases/{met.case}/links">To the links that wait</a>' in answer.content.decode()

    def test_the_one_thing_to_do_is_to_decide_for_whoever_can(self, met):
        judge = signed_in(met, Role.INVESTIGATING_JUDGE)
        assert "Decide the links" in judge.get(f"/cases/{met.case}").content.decode()
        assert "Links to decide" in judge.get("/").content.decode()


def test_a_page_takes_as_many_queries_for_many_links_as_for_one(met):
    client = signed_in(met, Role.INVESTIGATING_JUDGE)
    few = Meeting(met.office, met.office.register())

    def count(address: str) -> int:
        client.get(address)
        asked: list[str] = []

        def noted(execute, sql, *rest):
            asked.append(sql)
            return execute(sql, *rest)

        with connection.execute_wrapper(noted):
            assert client.get(address).status_code == 200
        return len(asked)

    assert len(met.links) > 10
    assert count(f"/cases/{met.case}/links") == count(f"/cases/{few.case}/links") <= 25


def test_the_file_shows_every_form_of_a_name_and_the_proceedings(met):
    text = unescape(signed_in(met, Role.CLERK).get(f"/cases/{met.case}/file").content.decode())
    for told in (
        "<bdi>ORDABAYEVA GULNARA</bdi>",
        "14.04.1974",
        "ЕРДР № 157500121000917",
        "2008 – 2013",
        "ст. 189 ч. 4",
    ):
        assert told in text


def test_a_protected_identity_is_not_told_by_what_was_asked(met):
    met.office.do(Role.PROSECUTOR, "set-apart", met.case, "P1", into="protected-identity")
    text = page(met, Role.CENTRAL_AUTHORITY)
    assert "Ордабаева Гульнара" not in text
    assert "that stand apart" in text
    assert "ORDABAYEVA" not in signed_in(met, Role.CENTRAL_AUTHORITY).get(f"/cases/{met.case}/file").content.decode()
