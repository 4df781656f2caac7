"""Tokens: what they open, for how long, and how they are made and taken away."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from rogatory.law.acts import Role
from rogatory.registry.accounts.models import Account
from rogatory.registry.api import tokens
from rogatory.registry.api.models import Token
from rogatory.registry.api.tokens import Scope
from tests.registry.api import Program
from tests.registry.office import Registry

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Registry:
    return Registry.opened()


class TestWhatATokenOpens:
    def test_without_one_nothing(self, office):
        answer = Client().get("/api/v1/cases")
        assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
        assert answer["WWW-Authenticate"].startswith("Bearer")

    @pytest.mark.parametrize("told", ["", "x", "rogatory_" + "A" * 43, "é"])
    def test_with_a_made_up_one_nothing(self, office, told):
        headers = {"Authorization": f"Bearer {told}"}
        assert Client().get("/api/v1/cases", headers=headers).status_code == 401

    def test_expired(self, office):
        program = Program.of(office, Role.CLERK)
        Token.objects.update(expires_at=timezone.now())
        assert program.get("/cases").status_code == 401

    def test_revoked(self, office):
        program = Program.of(office, Role.CLERK)
        tokens.revoke(Token.objects.get())
        assert program.get("/cases").status_code == 401

    def test_of_a_closed_account(self, office):
        program = Program.of(office, Role.CLERK)
        Account.objects.filter(public_id=office.accounts[Role.CLERK]).update(is_active=False)
        assert program.get("/cases").status_code == 401

    def test_for_looking_only(self, office):
        case = office.register()
        program = Program.of(office, Role.PROSECUTOR, Scope.READ)
        assert program.get(f"/cases/{case}").status_code == 200
        answer = program.act(case, "refuse", "interview", reasons="r")
        assert (answer.status_code, answer.json()["type"]) == (403, "/api/v1/problems/scope")
        assert program.get("/webhooks").status_code == 403

    def test_for_acting_only(self, office):
        case = office.register()
        program = Program.of(office, Role.PROSECUTOR, Scope.ACT)
        assert program.get(f"/cases/{case}").status_code == 403
        assert program.act(case, "postpone", "interview", reasons="r").status_code in (200, 409)

    def test_with_every_scope_no_more_than_the_mandates(self, office):
        case = office.register()
        stranger, clerk = Program.of(office, Role.COUNSEL), Program.of(office, Role.CLERK)
        assert stranger.get(f"/cases/{case}").status_code == 404
        told = {"account": office.accounts[Role.COUNSEL], "role": "auditor", "since": "2026-01-01"}
        assert clerk.post("/office/acts/appoint", {"form": {"mandate": told}}).status_code == 403

    def test_of_the_token_only_a_hash_is_kept(self, office):
        program = Program.of(office, Role.CLERK)
        row = Token.objects.get()
        assert program.token not in {str(v) for v in vars(row).values()}

    def test_its_last_use_is_noted_and_not_at_every_request(self, office):
        program = Program.of(office, Role.CLERK)
        program.get("/cases")
        first = Token.objects.get().used_at
        program.get("/cases")
        assert first is not None
        assert Token.objects.get().used_at == first
        Token.objects.update(used_at=timezone.now() - timedelta(hours=1))
        program.get("/cases")
        later = Token.objects.get().used_at
        assert later is not None
        assert later > first


class TestAnAddressThatIsNone:
    @pytest.mark.parametrize("path", ["nothing", "cases/2026-000001/nothing", "webhooks/1/2"])
    @pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
    def test_answers_with_a_problem_and_no_page(self, client, method, path):
        answer = client.generic(method, f"/api/v1/{path}", "{}", "application/json")
        assert (answer.status_code, answer.json()["type"]) == (404, "/api/v1/problems/unknown")

    def test_a_number_no_subscription_can_have(self, office):
        assert Program.of(office, Role.CLERK).delete("/webhooks/-1").status_code == 404


class TestASession:
    @pytest.fixture
    def signed_in(self, office, settings):
        settings.ROGATORY_UNSAFE_ONE_FACTOR = True
        client = Client(enforce_csrf_checks=True)
        account = Account.objects.get(public_id=office.accounts[Role.CLERK])
        client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
        return client

    def test_may_look(self, signed_in):
        assert signed_in.get("/api/v1/cases").status_code == 200

    def test_may_not_act(self, signed_in):
        assert signed_in.post("/api/v1/cases", "{}", content_type="application/json").status_code == 401


class TestHowATokenIsMade:
    @pytest.fixture
    def person(self, office, settings):
        settings.ACCOUNT_REAUTHENTICATION_REQUIRED = False
        account = Account.objects.get(public_id=office.accounts[Role.CLERK])
        client = Client()
        client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
        return client

    def test_not_before_there_is_a_second_factor(self, person):
        answer = person.post("/account/tokens", {"name": "n", "scopes": "read", "days": 1})
        assert (answer.status_code, Token.objects.count()) == (302, 0)

    def test_on_the_page_where_it_is_shown_once(self, person, settings):
        settings.ROGATORY_UNSAFE_ONE_FACTOR = True
        page = person.post("/account/tokens", {"name": "nightly list", "scopes": ["read"], "days": 7})
        told = page.content.decode().split("<code>")[1].split("</code>")[0]
        assert Client().get("/api/v1/law", headers={"Authorization": f"Bearer {told}"}).status_code == 200
        assert told not in person.get("/account/tokens").content.decode()
        row = Token.objects.get()
        person.post("/account/tokens", {"revoke": row.pk})
        assert not Token.objects.get().holds

    def test_a_form_that_says_nothing(self, person, settings):
        settings.ROGATORY_UNSAFE_ONE_FACTOR = True
        assert person.post("/account/tokens", {"name": "", "days": 900}).status_code == 422

    def test_nobody_revokes_another_s(self, person, office, settings):
        settings.ROGATORY_UNSAFE_ONE_FACTOR = True
        Program.of(office, Role.COURT)
        assert person.post("/account/tokens", {"revoke": Token.objects.get().pk}).status_code == 404
        assert Token.objects.get().holds

    def test_on_the_command_line(self, office):
        out = StringIO()
        call_command(
            "token", "make", "clerk@office.test", "--name", "nightly", "--scope", "read", stdout=out, stderr=out
        )
        told = out.getvalue().split()[0]
        caller = tokens.caller(told)
        assert caller is not None
        assert caller.scopes == {Scope.READ}
        call_command("token", "list", "clerk@office.test", stdout=out)
        call_command("token", "revoke", str(Token.objects.get().pk), stdout=out)
        assert tokens.caller(told) is None

    @pytest.mark.parametrize(
        "told",
        [
            ("make", "nobody@office.test", "--name", "n"),
            ("make", "clerk@office.test"),
            ("make", "clerk@office.test", "--name", "n", "--days", "9999"),
            ("revoke", "12"),
            ("revoke", "x"),
        ],
    )
    def test_what_the_command_line_refuses(self, office, told):
        with pytest.raises(CommandError):
            call_command("token", *told)
