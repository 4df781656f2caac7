"""What every test of the mailroom begins with: an office in Belgium, its clerk, and one letter that came in."""

import pytest
from django.test import Client

from rogatory.law.acts import Role
from rogatory.registry.accounts.models import Account
from rogatory.registry.mailroom import door
from tests.registry.letters import LETTER
from tests.registry.office import Registry


@pytest.fixture(autouse=True)
def belgian(settings):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    settings.STATE = "BE"


@pytest.fixture
def office(office_once) -> Registry:
    opened: Registry = office_once
    return opened


@pytest.fixture
def clerk(office) -> str:
    """The account of the clerk."""
    return str(office.accounts[Role.CLERK])


@pytest.fixture
def number(clerk) -> int:
    """Number of a letter that the clerk has received."""
    return door.receive(clerk, "letter.txt", LETTER).number


@pytest.fixture
def desk(office) -> Client:
    """A browser in which the clerk is signed in."""
    return signed_in(office, Role.CLERK)


def signed_in(office: Registry, role: Role) -> Client:
    client = Client(SERVER_NAME="localhost")
    client.force_login(Account.objects.get(public_id=office.accounts[role]))
    return client
