"""Nothing of a link leaves the office: to the liaison, counsel of another person, subscribers, logs or figures.

A link is made with a register whose every word is told apart from the words of the request; then everything these see
is looked through for those words.
"""

import json
import logging
from collections.abc import Iterator

import pytest
from django.test import Client

from rogatory.law.acts import Role
from rogatory.office.folds.dossier import fold
from rogatory.office.seen.portion import portion
from rogatory.registry.cases import copies, journal
from rogatory.registry.shell.record import JsonFormatter
from tests.registry.api import Program
from tests.registry.doors import signed_in
from tests.registry.keeping import bring, granted, keeping, letter
from tests.registry.office import Registry

pytestmark = pytest.mark.django_db

NAMES = ("Гүлнара Сейтқазыева", "Gülnara Seytqazyeva", "গুলনারা", "ԳԻՒԼՆԱՐԱ")
WORDS = (
    *NAMES, *(word for name in NAMES for word in name.split()), "Seitkazyeva", "Seytkazyeva", "D-1", "D\\u00fc",
    "Refugee status", "decision of 2 June 2014", "2014-06-02", "asylum", "protection", "Protection granted",
    "must be examined", "link-", "links_decided", "house-links", "whatever the registers answered",
)  # fmt: skip
"""Words of the entry, of its register and of the link, and what its names may be written as."""
PAGES = (
    "",
    "/file",
    "/examination",
    "/acts",
    "/journal",
    "/readings",
    "/links",
    "/links/{link}",
    "/why/grant/interview",
)
ADDRESSES = (
    "", "/rulings", "/questions", "/relations", "/acts", "/journal", "/notices", "/readings", "/mandates", "/links",
)  # fmt: skip


def file() -> dict[str, object]:
    """The person is spelt in the file so that none of the register's words stands in it."""
    told = letter("Gulnara SEJTKAZYJEVA")
    told["persons"].append({"id": "P2", "name": "Somebody Else"})
    told["measures"].append({"id": "hearing", "type": "interview", "persons": ["P2"]})
    return told


@pytest.fixture
def office() -> Registry:
    return keeping()


@pytest.fixture
def case(office) -> str:
    """A case with a link that bars, and one that was decided."""
    bring(office, granted("D-1", *NAMES))
    number: str = office.register(file())
    office.mandate(Role.LIAISON, number)
    office.mandate(Role.COUNSEL, number, person="P2")
    office.do(Role.STANDING_QUERY, "screen", number)
    assert link_of(number)
    office.do(Role.PROSECUTOR, "grant", number, "interview", reasons="asked")
    return number


def link_of(case: str) -> str:
    return next(iter(fold(journal.entries_of(case)).links))


def seen(office: Registry, role: Role, case: str) -> Iterator[tuple[str, str]]:
    """Every page and answer about the case, and about cases, as somebody gets them."""
    browser, program = signed_in(office.accounts[role]), Program.of(office, role)
    pages = [f"/cases/{case}{p.format(link=link_of(case))}" for p in PAGES]
    pages += [f"/defence/cases/{case}{p}" for p in ("", "/file", "/seen", "/send", "/send/objection")]
    for page in ("/", "/cases", "/cases.csv", "/defence/", *pages):
        yield page, browser.get(page).content.decode().replace(page, "this page")
    for address in ("/cases", "/mandates", *(f"/cases/{case}{a}" for a in ADDRESSES)):
        yield address, json.dumps(program.get(address).json(), ensure_ascii=False)


def found_in(text: str, words=WORDS) -> list[str]:
    return [word for word in words if copies.folded(word) in copies.folded(text)]


def test_the_words_are_there_for_whom_they_are_open(office, case):
    """The check itself: it finds what may be read."""
    office.mandate(Role.PROSECUTOR, case, compartments=["asylum"])
    told = Program.of(office, Role.PROSECUTOR).get(f"/cases/{case}/links").content.decode()
    assert {"D-1", NAMES[0], "asylum"} <= set(found_in(json.dumps(json.loads(told), ensure_ascii=False)))


def test_nothing_in_what_the_liaison_sees(office, case, settings):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    for where, text in seen(office, Role.LIAISON, case):
        assert found_in(text) == [], where


def test_the_liaison_sees_the_same_with_a_link_and_without(office, case, settings):
    """Not even that something waits."""
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    plain = office.register({**file(), "persons": [{"id": "P1", "name": "N. N."}, {"id": "P2", "name": "M. M."}]})
    office.mandate(Role.LIAISON, plain)
    office.do(Role.STANDING_QUERY, "screen", plain)
    office.do(Role.PROSECUTOR, "grant", plain, "interview", reasons="asked")
    assert not fold(journal.entries_of(plain)).links
    program = Program.of(office, Role.LIAISON)
    told = [
        json.dumps(bare(program.get(f"/cases/{number}").json(), number), sort_keys=True) for number in (case, plain)
    ]
    assert told[0] == told[1]


def bare(told: object, case: str) -> object:
    """Without what tells one case from another by itself: its number, names, moments and numbers of entries."""
    match told:
        case dict():
            return {k: bare(v, case) for k, v in told.items() if k not in ("head", "entry", "seq", "at", "ruling")}
        case list():
            return [bare(v, case) for v in told]
        case str():
            return told.replace(case, "CASE")
        case _:
            return told


def test_nothing_in_the_portion_of_counsel_of_another_person(office, case, settings):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    # The words of the law are open to counsel, and the pages say what a link is.
    secret = [word for word in WORDS if word not in ("asylum", "protection", "must be examined")]
    for where, text in seen(office, Role.COUNSEL, case):
        assert found_in(text, secret) == [], where
    dossier = fold(journal.entries_of(case))
    held = [m for m in dossier.mandates.values() if m.role is Role.COUNSEL]
    assert portion(dossier, held).links == ()


def test_nothing_in_what_subscribers_are_told(office, case):
    for happening in journal.happened(0, 10_000):
        told = repr(happening)
        assert found_in(told.replace("register:protection", ""), [*NAMES, "Seitkazyeva", "D-1", "asylum"]) == []


def test_nothing_in_logs_and_figures(office, case, settings, caplog):
    settings.ROGATORY_UNSAFE_ONE_FACTOR = True
    form = JsonFormatter()
    with caplog.at_level(logging.DEBUG):
        office.do(Role.STANDING_QUERY, "screen", case)
        for role in (Role.LIAISON, Role.COURT):
            list(seen(office, role, case))
    text = "\n".join(form.format(record) for record in caplog.records if not record.name.startswith("django.db"))
    secret = [*NAMES, "Seitkazyeva", "D-1", "Refugee status", "decision of 2 June"]
    assert text
    assert found_in(text, secret) == []
    figures = Client().get("/metrics").content.decode().replace("/protection", "")  # an address every case has
    assert found_in(figures, [*secret, "protection"]) == []
