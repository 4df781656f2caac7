"""Screens as a stage of the run: found again by content, done anew for something else, never taken back."""

import shutil

import pytest

from rogatory.material.questions import Asked
from rogatory.material.screens.found import Screen, Who
from rogatory.material.screens.screening import Configuration
from rogatory.material.standing import Raised
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.run.hanging import raised
from rogatory.sifting.run.running import run
from rogatory.sifting.sealed.sealing import Seizure
from rogatory.sifting.stages import Stage
from tests.sifting.seizures import SMALL, Read, letter, sealed, zipped

COUNSEL = Who(("Marta Quill",), ("quill@chambers.example",), (), "register of the bar")
BROTHER = Who(("Timur Ordabayev",), (), (), "link L-4, confirmed")
FIRST, LATER = 0.0, 2_000_000_000.0


FILES = {
    "note.txt": b"Marta Quill called about the hearing.",
    "copies.zip": zipped({"note.txt": b"Marta Quill called about the hearing."}),
    "record.txt": "Протокол допроса. Ордабаев Тимур показал следующее.".encode(),
    "mail.eml": letter("Tuesday", "See you then.", **{"From": "quill@chambers.example"}),
    "Mandate Quill/list.bin": bytes(range(256)) * 40,
    "plain.txt": b"Nobody in particular.",
}
LOOKED_FOR = {
    "nobody": None,
    "counsel": Configuration(lawyers=(COUNSEL,)),
    "the brother": Configuration(ill_treated=(BROTHER,)),
    "both": Configuration(lawyers=(COUNSEL,), ill_treated=(BROTHER,)),
}


@pytest.fixture(scope="module")
def after(tmp_path_factory):
    """The same desk, as it was after each time something else was looked for."""
    folder = tmp_path_factory.mktemp("seizures")
    seizure, found = sealed(folder, FILES), {}
    for name, looked_for in LOOKED_FOR.items():
        if looked_for:
            ledger = Ledger(seizure.ledger)
            ledger.look_for(looked_for)
            ledger.close()
        read = Read(seizure)
        read.ledger.close()
        shutil.copytree(seizure.folder, folder / name)
        read.seizure = Seizure(folder / name)
        read.ledger = Ledger(read.seizure.ledger)
        found[name] = read
    yield found
    for read in found.values():
        read.ledger.close()


def screens(read, *path):
    return {hit.screen for hit in read.ledger.hits(read.item(*path).content)}


def at(read):
    return {(content, screen): at for content, screen, at in read.ledger.found_at()}


def test_words_are_looked_for_where_nobody_has_said_whom_to_look_for(after):
    read = after["nobody"]
    assert read.stages(b"plain.txt")["screen"] == "ok"
    assert screens(read, b"plain.txt") == set()
    assert read.counts.waiting == 0


def test_a_hit_tells_its_reason_its_source_and_the_very_place(after):
    read = after["counsel"]
    content = read.item(b"note.txt").content
    (hit,) = [hit for hit in read.ledger.hits(content) if hit.screen is Screen.PRIVILEGE]
    assert hit.shown(read.ledger.reading(content)) == "Marta Quill"
    assert hit.source == "register of the bar"


def test_who_wrote_it_and_what_it_is_called_are_looked_at_too(after):
    read = after["counsel"]
    assert Screen.PRIVILEGE in screens(read, b"mail.eml")
    assert Screen.PRIVILEGE in screens(read, b"Mandate Quill/list.bin")
    assert read.state(b"Mandate Quill/list.bin") == "unsupported"


def test_what_was_found_stays_when_something_else_is_looked_for(after):
    read = after["the brother"]
    assert Screen.PRIVILEGE in screens(read, b"note.txt")
    assert Screen.ILL_TREATMENT in screens(read, b"record.txt")
    assert Screen.ILL_TREATMENT not in screens(after["counsel"], b"record.txt")


@pytest.mark.parametrize("name", LOOKED_FOR)
def test_nothing_is_screened_twice_for_the_same(after, name):
    assert after[name].ledger.to_screen() == 0


def test_every_place_of_a_content_is_raised_and_an_answer_given_before_is_reopened(after):
    read = after["counsel"]
    places = {read.item(b"note.txt").ident, read.item(b"copies.zip", b"note.txt").ident}
    found = {one for one in raised(read.ledger, [FIRST, FIRST, LATER]) if one.item in places}
    assert found == {Raised(item, Asked.PRIVILEGE, 2) for item in places}


def test_what_is_found_again_is_no_news_and_what_is_found_anew_is(after):
    assert at(after["the brother"]) == at(after["both"])
    assert at(after["counsel"]).items() < at(after["the brother"]).items()


def test_what_is_read_anew_is_screened_anew(after):
    read = after["both"]
    assert read.ledger.retry(Stage.EXTRACT, state=None, kind="text/plain") > 0
    run(read.seizure, processes=1, budget=SMALL)
    assert Screen.PRIVILEGE in screens(read, b"note.txt")
    assert read.ledger.to_screen() == 0
