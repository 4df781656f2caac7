"""Accounts as an administrator keeps them: by page, API and command line, each through the one door."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from rogatory.law.acts import Role
from rogatory.registry.accounts.models import Account
from rogatory.registry.api.models import Token
from rogatory.registry.cases import door, journal
from rogatory.registry.cases.rebuild import differences
from rogatory.registry.ledger.models import Entry
from tests.registry.api import Program
from tests.registry.office import DAY, Registry, founding_file
from tests.registry.shell.conftest import PASSWORD

pytestmark = pytest.mark.django_db
NEW = {"email": "julie@office.test", "full_name": "Julie Lambert", "language": "fr"}


@pytest.fixture
def office(settings) -> Registry:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    return Registry.opened()


@pytest.fixture
def chief(office) -> Client:
    return signed_in(office.accounts[Role.ADMINISTRATOR])


@pytest.fixture
def deputy(office) -> str:
    """A second administrator."""
    account = Account.objects.open("deputy@office.test", "Dora Deputy").public_id
    office.do(Role.ADMINISTRATOR, "appoint", "", mandate={"account": account, "role": "administrator", "since": DAY})
    return account


def signed_in(account: str) -> Client:
    client = Client()
    client.force_login(
        Account.objects.get(public_id=account), "allauth.account.auth_backends.AuthenticationBackend"
    )  # fmt: skip
    return client


def page_of(account: str) -> str:
    return reverse("person", args=[account])


def last() -> Any:
    return journal.entries_of("")[-1]


def link_in(page: str) -> str:
    found = re.search(r"<code>http://localhost:8000(\S+?)</code>", page)
    assert found
    return found[1]


def follow(link: str, password: str = PASSWORD) -> bool:
    """Whether the link lets its owner set a password and sign in."""
    client = Client()
    form = client.get(link, follow=True)
    client.post(form.request["PATH_INFO"], {"password1": password, "password2": password})
    answer = client.post("/account/login/", {"login": NEW["email"], "password": password}, follow=True)
    return bool(answer.wsgi_request.user.is_authenticated)


class TestOpening:
    def test_the_link_is_shown_once_works_once_and_the_entry_names_nobody(self, office, chief):
        page = chief.post(reverse("administration"), NEW).content.decode()
        link = link_in(page)
        entry = last()
        account = Account.objects.get(email=NEW["email"])
        assert (entry.act, entry.object, entry.actor) == (
            "open-account", account.public_id, office.accounts[Role.ADMINISTRATOR]
        )  # fmt: skip
        assert entry.fields == {"role": "administrator"}
        stored = bytes(Entry.objects.get(seq=entry.seq).leaf).decode("utf-8", "replace")
        assert "julie" not in stored.lower()
        assert link not in chief.get(page_of(account.public_id)).content.decode()
        assert follow(link)
        assert not follow(link, "another set of grey herons")

    def test_after_three_days_the_link_opens_nothing(self, chief, settings):
        link = link_in(chief.post(reverse("administration"), NEW).content.decode())
        settings.PASSWORD_RESET_TIMEOUT = -1  # as if three days had gone by
        assert not follow(link)

    def test_a_new_link_takes_the_place_of_the_first(self, chief):
        first = link_in(chief.post(reverse("administration"), NEW).content.decode())
        account = Account.objects.get(email=NEW["email"]).public_id
        second = link_in(chief.post(page_of(account), {"act": "new-link"}).content.decode())
        assert last().act == "new-link"
        assert not follow(first)
        assert follow(second)

    def test_who_has_signed_in_gets_no_link_from_an_administrator(self, chief):
        link = link_in(chief.post(reverse("administration"), NEW).content.decode())
        follow(link)
        account = Account.objects.get(email=NEW["email"]).public_id
        answer = chief.post(page_of(account), {"act": "new-link"})
        assert answer.status_code == 422
        assert "somebody has signed in with the account already" in answer.content.decode()
        assert last().act == "open-account"

    def test_with_a_mail_server_the_link_also_goes_to_the_person_in_their_language(self, chief, settings, mailoutbox):
        chief.post(reverse("administration"), NEW | {"email": "no-server@office.test"})
        assert mailoutbox == []
        settings.SENDS_MAIL, settings.OFFICE = True, "Office central"
        page = chief.post(reverse("administration"), NEW).content.decode()
        assert "It was also sent to the address." in page
        (letter,) = mailoutbox
        assert letter.to == [NEW["email"]]
        assert letter.subject == "Rogatory: Votre compte"
        assert "Office central vous a ouvert un compte" in letter.body
        assert link_in(page) in letter.body

    def test_a_mail_server_that_does_not_answer_keeps_nobody_from_opening_an_account(self, chief, settings):
        settings.SENDS_MAIL = True
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
        page = chief.post(reverse("administration"), NEW).content.decode()
        assert "No letter was sent." in page
        assert last().act == "open-account"

    @pytest.mark.parametrize(
        ("told", "says"),
        [
            (NEW | {"email": "CLERK@office.test"}, "has an account already"),
            (NEW | {"email": "no address"}, "valid email address"),
            (NEW | {"full_name": ""}, "required"),
            (NEW | {"language": "de"}, "not one of the available choices"),
        ],
    )
    def test_what_cannot_be_taken_is_said_and_nothing_is_written(self, chief, told, says):
        before = (journal.size(), Account.objects.count())
        answer = chief.post(reverse("administration"), told)
        assert answer.status_code == 422
        assert says in answer.content.decode()
        assert (journal.size(), Account.objects.count()) == before

    def test_who_opened_it_gives_it_no_mandate_and_the_page_says_how_to_go_on(self, office, chief, deputy):
        chief.post(reverse("administration"), NEW)
        account = Account.objects.get(email=NEW["email"]).public_id
        told = {"act": "appoint", "role": "prosecutor", "since": DAY}
        refused = chief.post(page_of(account), told)
        assert refused.status_code == 409
        assert "another administrator; an office that has one appoints a second one first" in refused.content.decode()
        assert last().act == "attempt-barred"
        assert signed_in(deputy).post(page_of(account), told).status_code == 302
        assert last().fields["mandate"]["account"] == account

    def test_an_office_with_one_administrator_is_told_to_find_a_second(self, chief, request):
        warning = "The office has one administrator."
        assert warning in chief.get(reverse("administration")).content.decode()
        request.getfixturevalue("deputy")
        assert warning not in chief.get(reverse("administration")).content.decode()


class TestClosing:
    def test_sessions_end_tokens_stop_and_mandates_open_nothing(self, office, chief):
        account = office.accounts[Role.PROSECUTOR]
        person = Account.objects.get(public_id=account)
        person.set_password(PASSWORD)
        person.save()
        case = office.register(founding_file())
        elsewhere = Client()
        elsewhere.post("/account/login/", {"login": person.email, "password": PASSWORD})
        assert elsewhere.get(reverse("case", args=[case])).status_code == 200
        program = Program.of(office, Role.PROSECUTOR)
        assert program.get(f"/cases/{case}").status_code == 200

        done = chief.post(page_of(account), {"act": "close-account", "reasons": "left the office"})

        assert done.status_code == 302
        assert (last().act, last().object, last().fields["reasons"]) == ("close-account", account, "left the office")
        assert elsewhere.get(reverse("cases")).status_code == 302
        assert program.get(f"/cases/{case}").status_code == 401
        with pytest.raises(door.NoSuchCaseError):
            door.look(account, case)
        with pytest.raises(door.NoSuchCaseError):
            office.do(
                Role.PROSECUTOR, "find", case, question="person.refugee_here", answer="yes", about="P1", source="s"
            )
        again = Client().post("/account/login/", {"login": person.email, "password": PASSWORD}, follow=True)
        assert not again.wsgi_request.user.is_authenticated
        assert list(differences()) == []

        chief.post(page_of(account), {"act": "reopen-account", "reasons": "came back"})
        assert last().act == "reopen-account"
        assert door.look(account, case)[0].case.id == case
        assert elsewhere.get(reverse("cases")).status_code == 302, "a session that was ended stays ended"
        assert program.get(f"/cases/{case}").status_code == 401, "and so does a token"
        back = Client().post("/account/login/", {"login": person.email, "password": PASSWORD}, follow=True)
        assert back.wsgi_request.user.is_authenticated

    def test_the_link_of_an_account_closed_before_its_first_sign_in_is_dead(self, chief):
        link = link_in(chief.post(reverse("administration"), NEW).content.decode())
        account = Account.objects.get(email=NEW["email"]).public_id
        chief.post(page_of(account), {"act": "close-account", "reasons": "never came"})
        chief.post(page_of(account), {"act": "reopen-account", "reasons": "came"})
        assert not follow(link)

    def test_a_proposal_of_somebody_whose_account_is_closed_finds_no_second_person(self, office, chief):
        case = office.register(founding_file())
        told = {"departs-from": "grant", "ruling": "0" * 64, "reasons": "the court decides otherwise"}
        office.do(Role.COURT, "depart", case, **told)
        chief.post(page_of(office.accounts[Role.COURT]), {"act": "close-account", "reasons": "left"})
        (proposal,) = door.look(office.accounts[Role.AUDITOR], case)[0].proposals
        confirmed = office.do(Role.CENTRAL_AUTHORITY, "confirm", case, proposal)
        assert confirmed.result.obstacles

    def test_the_name_of_a_closed_account_still_stands_in_the_journal_of_a_case(self, office, chief):
        case = office.register(founding_file())
        clerk = Account.objects.get(public_id=office.accounts[Role.CLERK])
        chief.post(page_of(clerk.public_id), {"act": "close-account", "reasons": "left"})
        page = signed_in(office.accounts[Role.PROSECUTOR]).get(reverse("case_journal", args=[case])).content.decode()
        assert clerk.full_name in page


class TestLostFactors:
    def test_they_go_with_sessions_and_tokens_and_the_person_is_told(self, office, chief, mailoutbox):
        account = office.accounts[Role.CLERK]
        person = Account.objects.get(public_id=account)
        TOTP.activate(person, generate_totp_secret())
        RecoveryCodes.activate(person)
        program = Program.of(office, Role.CLERK)
        shown = chief.get(page_of(account)).content.decode()
        assert "authenticator app" in shown
        assert chief.post(page_of(account), {"act": "reset-factors", "reasons": ""}).status_code == 409
        assert Authenticator.objects.filter(user=person).exists()

        chief.post(page_of(account), {"act": "reset-factors", "reasons": "came in person, with passport"})

        assert not Authenticator.objects.filter(user=person).exists()
        assert last().fields["reasons"] == "came in person, with passport"
        assert program.get("/mandates").status_code == 401
        assert not Token.objects.filter(account=person, revoked_at=None).exists()
        assert [letter.to for letter in mailoutbox] == [[person.email]]

    def test_the_own_ones_are_not_for_oneself(self, office, chief):
        own = office.accounts[Role.ADMINISTRATOR]
        TOTP.activate(Account.objects.get(public_id=own), generate_totp_secret())
        assert chief.post(page_of(own), {"act": "reset-factors", "reasons": "lost"}).status_code == 409
        assert Authenticator.objects.filter(user__public_id=own).exists()


class TestTheList:
    def test_people_are_found_by_name_and_address_without_accents(self, chief):
        Account.objects.open("amelie@bar.test", "Amélie Fontaine")
        for words in ("amelie", "AMÉLIE font", "bar.test"):
            page = chief.get(reverse("administration"), {"q": words}).content.decode()
            assert "Amélie Fontaine" in page, words
            assert "clerk@office.test" not in page, words
        assert "Nobody is found" in chief.get(reverse("administration"), {"q": "no such"}).content.decode()

    def test_of_mandates_in_cases_only_the_number_is_told(self, office, chief):
        case = office.register(founding_file())
        office.mandate(Role.COUNSEL, case)
        for address in (reverse("administration"), page_of(office.accounts[Role.COUNSEL])):
            assert case not in chief.get(address).content.decode()
        (shown,) = Program.of(office, Role.ADMINISTRATOR).get("/office/accounts", q="counsel@").json()["accounts"]
        assert (shown["in_cases"], shown["mandates"]) == (1, [])

    def test_it_takes_as_many_queries_for_two_hundred_people_as_for_twenty(
        self, office, chief, django_assert_max_num_queries
    ):
        for number in range(60):
            Account.objects.open(f"p{number}@office.test", f"Person {number}")
        chief.get(reverse("administration"))
        with django_assert_max_num_queries(16):
            page = chief.get(reverse("administration"), {"page": 2}).content.decode()
        assert "31 to 60 of" in page

    @pytest.mark.parametrize("page", ["administration", "office_packs", "office"])
    def test_it_is_for_administrators(self, office, page):
        assert signed_in(office.accounts[Role.CLERK]).get(reverse(page)).status_code == 404
        assert signed_in(office.accounts[Role.CLERK]).post(reverse(page), NEW).status_code == 404

    def test_the_administrator_ends_a_mandate_and_sees_no_case(self, office, chief):
        case = office.register()
        clerk = office.accounts[Role.CLERK]
        held = re.search(r'name="mandate" value="([^"]+)"', chief.get(page_of(clerk)).content.decode())
        assert held
        assert chief.post(page_of(clerk), {"act": "dismiss", "mandate": held[1]}).status_code == 302
        assert last().act == "dismiss"
        assert "No case is found" in chief.get(reverse("cases")).content.decode()
        with pytest.raises(door.NoSuchCaseError):
            door.look(clerk, case)


class TestByProgram:
    def test_the_same_acts_leave_the_same_entries(self, office, deputy):
        program = Program.of(office, Role.ADMINISTRATOR)

        def act(name: str, obj: str = "", **form: Any) -> Any:
            return program.post(f"/office/acts/{name}", {"object": obj, "form": form})

        opened = act("open-account", **NEW).json()
        account = opened["object"]
        assert opened["link"].startswith("http://localhost:8000/account/password/reset/key/")
        assert opened["sent"] is False
        assert act("new-link", account).json()["link"] != opened["link"]
        assert act("appoint", mandate={"account": account, "role": "auditor", "since": DAY}).status_code == 409
        assert act("reset-factors", account, reasons="seen").json()["sent"] is True
        assert act("close-account", account, reasons="left").json()["link"] is None
        (shown,) = program.get("/office/accounts", q="julie").json()["accounts"]
        assert (shown["open"], shown["awaits_first_sign_in"], shown["last_sign_in"]) == (False, True, None)
        assert act("reopen-account", account, reasons="back").status_code == 200
        assert [e.act for e in journal.entries_of("")][-6:] == [
            "open-account", "new-link", "attempt-barred", "reset-factors", "close-account", "reopen-account",
        ]  # fmt: skip
        assert act("open-account", **NEW).json()["faults"][0]["field"] == "email"
        assert act("open-account", email=5, full_name="Julie", language="fr").status_code == 422
        assert act("close-account", "nobody", reasons="x").status_code == 404

    def test_a_long_list_is_paged(self, office):
        for number in range(40):
            Account.objects.open(f"p{number}@office.test", f"Person {number}")
        program = Program.of(office, Role.ADMINISTRATOR)
        first = program.get("/office/accounts").json()
        second = program.client.get(first["next"], headers={"Authorization": f"Bearer {program.token}"}).json()
        assert first["count"] == len(first["accounts"]) + len(second["accounts"]) == Account.objects.count()
        assert second["next"] is None
        assert program.get("/office/accounts", page=99).json()["accounts"] == []

    @pytest.mark.parametrize("path", ["/office", "/office/accounts", "/office/packs"])
    def test_it_needs_the_scope_and_the_role(self, office, path):
        from rogatory.registry.api.tokens import Scope

        assert Program.of(office, Role.ADMINISTRATOR, Scope.READ).get(path).status_code == 403
        assert Program.of(office, Role.CLERK).get(path).json()["type"].endswith("/role")
        assert Program.of(office, Role.ADMINISTRATOR).get(path).status_code == 200


class TestByCommand:
    def command(self, *words: str, **more: Any) -> str:
        from io import StringIO

        out = StringIO()
        call_command("open_account", *words, stdout=out, **more)
        return out.getvalue()

    def test_the_only_administrator_is_who_does_it(self, office):
        told = self.command(NEW["email"], NEW["full_name"], language="fr")
        account = Account.objects.get(email=NEW["email"])
        assert told.startswith(f"{account.public_id}  {NEW['email']}\nhttp://localhost:8000/account/password")
        assert (last().act, last().object) == ("open-account", account.public_id)
        assert last().actor == office.accounts[Role.ADMINISTRATOR]
        assert account.language == "fr"

    def test_of_several_one_is_named(self, office, deputy):
        with pytest.raises(CommandError, match="the office has 2 administrators; say with --as"):
            self.command(NEW["email"], NEW["full_name"])
        self.command(NEW["email"], NEW["full_name"], by="deputy@office.test")
        assert last().actor == deputy

    def test_somebody_else_opens_none_and_the_attempt_is_recorded(self, office):
        with pytest.raises(CommandError, match="is for: administrator"):
            self.command(NEW["email"], NEW["full_name"], by="clerk@office.test")
        assert (last().act, last().actor) == ("attempt-barred", office.accounts[Role.CLERK])
