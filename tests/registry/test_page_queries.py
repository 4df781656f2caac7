"""Pages ask the database as often for two hundred cases as for ten."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client

from rogatory.law.acts import Role
from rogatory.registry.accounts.models import Account
from rogatory.registry.cases.models import CaseCopy
from tests.registry.office import Registry

pytestmark = pytest.mark.django_db
LISTS = ("/", "/cases", "/cases?state=DE&kind=mla", "/cases?q=interview", "/cases?page=2", "/cases?q=nothing-like-it")


@pytest.fixture
def office(settings) -> Registry:
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    return Registry.opened()


def asks(office: Registry) -> Callable[[str], int]:
    """How many queries a page takes, for the prosecutor who opened it before."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(Account.objects.get(public_id=office.accounts[Role.PROSECUTOR]))

    def count(address: str) -> int:
        assert client.get(address).status_code == 200
        asked: list[str] = []

        def noted(execute, sql, *rest):
            asked.append(sql)
            return execute(sql, *rest)

        with connection.execute_wrapper(noted):
            client.get(address)
        return len(asked)

    return count


def grow(case: str, size: int) -> None:
    """More copies like that of a case, until there are so many."""
    row = CaseCopy.objects.filter(case=case).values().get()
    have = CaseCopy.objects.count()
    CaseCopy.objects.bulk_create(
        CaseCopy(**{**row, "case": f"1999-{n:06}", "changed_at": row["changed_at"] - timedelta(minutes=n)})
        for n in range(have, size)
    )


def test_lists_take_as_many_queries_for_two_hundred_cases_as_for_ten(office):
    case = office.register()
    count = asks(office)
    grow(case, 10)
    few = {page: count(page) for page in LISTS}
    grow(case, 200)
    assert {page: count(page) for page in LISTS} == few
    # My work asks besides for what is overdue, what ends soon, what stands differently, seizures, and their cases.
    assert max(few.values()) <= 18, few


@pytest.mark.parametrize("page", ["", "/file", "/links", "/examination", "/acts", "/journal"])
def test_a_case_takes_as_many_queries_after_many_acts_as_after_few(office, page):
    case = office.register()
    office.mandate(Role.COUNSEL, case)
    count = asks(office)
    few = count(f"/cases/{case}{page}")
    for number in range(8):
        office.do(Role.COUNSEL, "submit", case, "P1", text=f"statement {number}")
    grow(case, 200)
    assert count(f"/cases/{case}{page}") == few
    assert few <= 25, few


@pytest.mark.parametrize("search", ["", "q=interview&"])
def test_every_page_shows_its_own_cases_in_order_and_says_how_many_there_are(office, search):
    case = office.register()
    grow(case, 120)
    client = Client(SERVER_NAME="localhost")
    client.force_login(Account.objects.get(public_id=office.accounts[Role.PROSECUTOR]))
    shown = []
    for number in (1, 2, 3):
        page = client.get(f"/cases?{search}page={number}").context["page"]
        assert (page.paginator.count, page.number) == (120, number)
        shown += [c.case for c in page]
    assert shown == list(CaseCopy.objects.values_list("case", flat=True))
    for wrong, number in (("99", 3), ("x", 1), ("-1", 3), ("", 1), ("²", 1)):
        assert client.get(f"/cases?{search}page={wrong}").context["page"].number == number
