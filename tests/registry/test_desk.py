"""The pages of the desk, as the people of an office use them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.acts import Role
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases import journal
from tests.registry.office import Registry, founding_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Registry:
    return Registry.opened()


@pytest.fixture(autouse=True)
def _no_second_factor(settings) -> None:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True


def signed_in(office: Registry, role: Role) -> Client:
    client = Client()
    account = Account.objects.get(public_id=office.accounts[role])
    client.force_login(account)
    return client


def speaks(office: Registry, role: Role, language: str) -> None:
    Account.objects.filter(public_id=office.accounts[role]).update(language=language)


CASE_PAGES = ["case", "case_file", "case_examination", "case_acts", "case_journal"]


@pytest.mark.parametrize("language", ["en", "fr", "nl"])
@pytest.mark.parametrize("page", CASE_PAGES)
def test_every_page_of_the_founding_case_opens_in_every_language(office, page, language):
    case = office.register(founding_file())
    client = signed_in(office, Role.PROSECUTOR)
    speaks(office, Role.PROSECUTOR, language)
    answer = client.get(reverse(page, args=[case]))
    assert answer.status_code == 200
    text = answer.content.decode()
    assert f'<html lang="{language}">' in text
    assert case in text
    assert len(answer.content) < 100_000


def test_the_banner_says_the_ruling_in_one_sentence(office):
    case = office.register(founding_file())
    text = signed_in(office, Role.PROSECUTOR).get(reverse("case", args=[case])).content.decode()
    assert "May not be granted: the requested state has recognised the person as a refugee" in text
    assert "the same proceedings or charges as those behind the person&#x27;s protection" in text
    assert "Kazakhstan → Belgium" in text
    assert "Letter rogatory" in text


def test_the_banner_speaks_the_language_of_the_page(office):
    case = office.register(founding_file())
    client = signed_in(office, Role.PROSECUTOR)
    speaks(office, Role.PROSECUTOR, "nl")
    text = client.get(reverse("case", args=[case])).content.decode()
    assert '<html lang="nl">' in text
    assert "Mag niet worden ingewilligd: de aangezochte staat heeft de betrokkene als vluchteling erkend" in text
    assert "Kazachstan → België" in text


def test_why_shows_each_norm_with_its_source_and_the_findings_it_rests_on(office):
    case = office.register(founding_file())
    page = reverse("case_why", args=[case, "grant", "search"])
    text = signed_in(office, Role.PROSECUTOR).get(page).content.decode()
    assert "Refugee Convention" in text or "Convention" in text
    assert "#f" in text


def test_a_barred_act_shows_its_obstacles_and_is_recorded(office):
    case = office.register(founding_file())
    client = signed_in(office, Role.PROSECUTOR)
    page = reverse("case_act", args=[case, "grant"])
    answer = client.post(page, {"object": "search", "reasons": "asked for", "seen": office.head(Role.PROSECUTOR, case)})
    assert answer.status_code == 409
    assert "This cannot be done" in answer.content.decode()
    assert journal.entries_of(case)[-1].act == "attempt-barred"


def test_a_question_is_answered_on_its_page_and_the_ruling_changes(office):
    case = office.register()
    client = signed_in(office, Role.PROSECUTOR)
    page = reverse("case_act", args=[case, "find"])
    told = {"question": "person.refugee_here", "about": "P1", "against": ""}
    assert client.get(page, told).status_code == 200
    answer = client.post(page, {**told, "answer": "yes", "grade": "established", "source": "decision of 2 May 2025"})
    assert (answer.status_code, answer["Location"]) == (302, reverse("case_examination", args=[case]))
    assert journal.entries_of(case)[-1].fields["adds"]["findings"][0]["answer"] == "yes"


def test_an_answer_without_its_source_is_asked_for_again_and_nothing_is_lost(office):
    case = office.register()
    client = signed_in(office, Role.PROSECUTOR)
    told = {"question": "person.refugee_here", "about": "P1", "answer": "yes", "grade": "established", "note": "kept"}
    answer = client.post(reverse("case_act", args=[case, "find"]), told)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "error-summary" in text
    assert "kept" in text


def test_a_decision_is_taken_with_reasons(office):
    case = office.register(founding_file())
    client = signed_in(office, Role.PROSECUTOR)
    page = reverse("case_act", args=[case, "refuse"])
    assert client.get(page, {"object": "search"}).status_code == 200
    answer = client.post(page, {"object": "search", "reasons": "refugee from that state"})
    assert answer.status_code == 302
    assert journal.entries_of(case)[-1].act == "refuse"


def test_counsel_lodges_a_remedy_for_the_person_of_the_mandate(office):
    case = office.register()
    office.mandate(Role.COUNSEL, case)
    client = signed_in(office, Role.COUNSEL)
    answer = client.post(reverse("case_act", args=[case, "lodge-remedy"]), {"object": "P1", "text": "opposition"})
    assert answer.status_code == 302
    assert "remedy pending" in client.get(reverse("case", args=[case])).content.decode()


def test_a_stranger_gets_the_answer_of_a_case_that_does_not_exist(office):
    case = office.register()
    client = signed_in(office, Role.COUNSEL)
    for page in CASE_PAGES:
        assert client.get(reverse(page, args=[case])).status_code == 404
        assert client.get(reverse(page, args=["2026-999999"])).status_code == 404


def test_the_liaison_sees_where_the_request_stands_and_nothing_else(office):
    case = office.register(founding_file())
    office.mandate(Role.LIAISON, case)
    text = signed_in(office, Role.LIAISON).get(reverse("case_file", args=[case])).content.decode()
    assert "request registered" in text
    assert "refugee" not in text


def test_counsel_of_one_person_sees_why_and_nothing_of_another(office):
    case = office.register(founding_file())
    office.mandate(Role.COUNSEL, case)
    client = signed_in(office, Role.COUNSEL)
    file = client.get(reverse("case_file", args=[case])).content.decode()
    assert "B.J." in file
    assert "I.Y." not in file
    why = client.get(reverse("case_why", args=[case, "grant", "search"])).content.decode()
    assert "has recognised the person as a refugee" in why
    assert "I.Y." not in why


def test_asylum_sources_are_closed_to_who_has_no_key_to_them(office):
    case = office.register(founding_file())
    text = signed_in(office, Role.PROSECUTOR).get(reverse("case_file", args=[case])).content.decode()
    assert "asylum compartment" in text


def test_a_case_is_shown_as_it_stood_and_was_known_on_a_past_day(office, monkeypatch):
    registered = timezone.now() - timedelta(days=30)
    with monkeypatch.context() as then:
        then.setattr("django.utils.timezone.now", lambda: registered)
        case = office.register()
    office.do(
        Role.PROSECUTOR, "find", case, question="person.refugee_here", answer="yes", about="P1", source="decision"
    )
    client = signed_in(office, Role.PROSECUTOR)
    day = timezone.localdate(registered)
    past = client.get(reverse("case_file", args=[case]), {"on": day.isoformat()}).content.decode()
    assert "As it stood and was known on" in past
    assert "finding-1" not in past
    assert "finding-1" in client.get(reverse("case_file", args=[case])).content.decode()
    before = client.get(reverse("case", args=[case]), {"on": (day - timedelta(days=1)).isoformat()})
    assert before.status_code == 404


class TestAcrossCases:
    def test_the_list_shows_the_cases_of_the_mandates_and_finds_them(self, office):
        first, second = office.register(founding_file()), office.register()
        office.mandate(Role.COUNSEL, second)
        clerk = signed_in(office, Role.CLERK)
        assert all(case in clerk.get(reverse("cases")).content.decode() for case in (first, second))
        counsel = signed_in(office, Role.COUNSEL).get(reverse("cases")).content.decode()
        assert second in counsel
        assert first not in counsel
        found = clerk.get(reverse("cases"), {"q": "kazakhstan", "state": "kz"}).content.decode()
        assert first in found
        assert second not in found

    def test_a_request_is_registered_from_a_case_file(self, office):
        text = "id: x\ntitle: T\nrequest: {kind: mla, requesting_state: DE, requested_state: BE}\n"
        client = signed_in(office, Role.CLERK)
        answer = client.post(reverse("register"), {"text": text})
        assert answer.status_code == 302
        broken = client.post(reverse("register"), {"text": "request: {kind: nonsense}"})
        assert broken.status_code == 422
        assert "error-summary" in broken.content.decode()

    def test_the_law_book_shows_every_pack_and_its_norms(self, office):
        client = signed_in(office, Role.CLERK)
        assert str(len(law_in_force().norms)) in client.get(reverse("law_book")).content.decode()
        pack = client.get(reverse("law_book"), {"pack": "pace"}).content.decode()
        assert "Assembly" in pack
