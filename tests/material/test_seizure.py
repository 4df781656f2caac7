"""The invented seizure: its screens, its files, and its taint."""

import json
import mailbox
from contextlib import closing
from email import message_from_bytes
from email.policy import default

import docx
import numpy as np
import pypdfium2  # type: ignore[import-untyped]
import pytest
from bench.seizure.papers import LANGUAGES, SETS, TRUTH, made
from bench.seizure.writing import write
from bench.taint import by_clingo, by_columns, by_loop, graph_of

from rogatory.material.provenance import Level, Provenance, named, numbered
from rogatory.material.screens import lists
from rogatory.material.screens.found import Screen
from rogatory.material.screens.screening import screen
from rogatory.material.taint import Origin, taints

OPEN = made("open", 7, rounds=1)
LATER = made("later", 7, rounds=1)


def test_no_screen_passes_over_a_paper_written_to_be_found():
    missed = [
        (paper.kind, paper.language, one.value)
        for paper in OPEN.papers
        for one in paper.truth - {hit.screen for hit in screen(paper.reading, OPEN.configuration)}
    ]
    assert missed == []


@pytest.mark.parametrize("kind", ["contract", "bank", "disclaimer", "private", "news"])
def test_an_everyday_paper_stops_at_no_screen_but_that_of_the_request(kind):
    stopped = {
        hit.screen
        for paper in OPEN.papers
        if paper.kind == kind and not paper.tied
        for hit in screen(paper.reading, OPEN.configuration)
    }
    assert stopped <= {Screen.SCOPE}


def test_a_seizure_is_the_same_from_the_same_seed_and_speaks_every_language():
    assert made("open", 7, rounds=1).papers == OPEN.papers
    assert made("open", 8, rounds=1).papers != OPEN.papers
    both = {(p.kind, p.language) for texts in ("open", "blind") for p in made(texts, 7, rounds=1).papers}
    assert {code for _, code in both} == set(LANGUAGES)
    assert {kind for kind, _ in both} | {p.kind for p in LATER.papers} == set(TRUTH)


def test_the_later_set_has_papers_to_stop_at_and_papers_near_them_for_every_screen():
    owed = {screen for paper in LATER.papers for screen in paper.truth}
    assert owed == set(Screen)
    assert {p.language for p in LATER.papers} == {*lists.LANGUAGES, *lists.MORE}
    near = [p for p in LATER.papers if p.kind.startswith("near_") and not p.tied]
    assert {p.language for p in near} == {p.language for p in LATER.papers}
    assert all(p.truth <= {Screen.SCOPE} for p in near)


@pytest.mark.parametrize("texts", SETS)
def test_no_paper_of_a_set_keeps_a_word_that_was_to_be_filled_in(texts):
    assert not [p.name for p in made(texts, 3, rounds=1).papers if "{" in p.reading.text]


def test_its_files_are_real_ones_and_say_what_their_papers_say(tmp_path):
    some = made("open", 7, rounds=1)
    some.papers = [p for p in some.papers if p.language in ("en", "ru")]
    write(some, tmp_path)
    truth = json.loads((tmp_path / "truth.json").read_text(encoding="utf-8"))
    assert truth.keys() == {p.name for p in some.papers}
    with closing(mailbox.mbox(tmp_path / "seized" / "archive.mbox")) as archive:
        box = [message.as_bytes() for message in archive]
    for paper in some.papers:
        name, _, number = truth[paper.name]["file"].partition("#")
        raw = box[int(number)] if number else (tmp_path / "seized" / name).read_bytes()
        first = paper.reading.text.split()[0]
        if paper.form in ("eml", "mbox"):
            body = message_from_bytes(raw, policy=default).get_body()
            assert body
            assert body.get_content().strip() == paper.reading.text.strip()
        elif paper.form == "docx":
            shown = docx.Document(tmp_path / "seized" / name)
            assert [p.text for p in shown.paragraphs] == paper.reading.text.splitlines()
        elif paper.form == "pdf":
            with pypdfium2.PdfDocument(raw) as pdf:
                assert first in pdf[0].get_textpage().get_text_bounded()
        else:
            assert raw.startswith({"jpg": b"\xff\xd8", "zip": b"PK"}.get(paper.form, paper.reading.text[:1].encode()))


def test_what_passes_a_tainted_record_on_is_tainted_too():
    names = [paper.name for paper in OPEN.papers]
    numbers = numbered(names)
    edges = [(p.name, bond, other) for p in OPEN.papers for bond, other in p.tied]
    provenance = Provenance.of(len(names), named(edges, numbers))
    found = taints(provenance, [Origin(numbers[name], "invented", "the seizure") for name in OPEN.origins])
    tainted = {names[item] for item in np.flatnonzero(found.level == Level.ITSELF)}
    passed_on = {p.name for p in OPEN.papers if {other for _, other in p.tied} & set(OPEN.origins)}
    assert tainted == set(OPEN.origins) | passed_on
    assert passed_on


def test_a_loop_and_an_outside_engine_find_the_same_taint():
    graph, origins = graph_of(600, 3_000, np.random.default_rng(5))
    found = by_columns(graph, origins[:9])
    assert set(found) == {0, 1, 2}
    assert found == by_loop(graph, origins[:9]) == by_clingo(graph, origins[:9])
