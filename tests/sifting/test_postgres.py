"""A ledger in PostgreSQL: several hosts work on one seizure, and find what one finds alone."""

import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from psycopg import sql

from rogatory.material.items import Content, Digest, Kind, State, item, seizure_id
from rogatory.material.questions import Asked
from rogatory.material.screens.found import Screen, Who
from rogatory.material.screens.screening import NOTHING, Configuration
from rogatory.sifting.ledger.database import LedgerError
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.ledger.placing import bring_home, looked_at, opened, stamp
from rogatory.sifting.ledger.postgres import Postgres, cut, schema, vectors
from rogatory.sifting.run.hanging import duplicates_of, hung, near_duplicates_of, quoted_in, thread_of
from rogatory.sifting.run.ranking import Wanted, rank
from rogatory.sifting.run.running import Grown, run
from rogatory.sifting.sealed.sealing import Seizure
from rogatory.sifting.stages import Stage
from rogatory.sifting.visited.visiting import Done, Member, Visit
from tests.databases import postgresql
from tests.sifting.seizures import SMALL, Read, letter, packed, sealed, zipped
from tests.sifting.test_hanging import desk as desk_of_ties
from tests.sifting.test_killing import LONG, desk, dumped

RUN = """
from pathlib import Path
from rogatory.sifting.run.ranking import Wanted, rank
from rogatory.sifting.run.running import Grown, run
from rogatory.sifting.sealed.sealing import Seizure
from rogatory.sifting.run.supervising import Hand
from tests.sifting.seizures import SMALL
grown = Grown(ledger={ledger!r}, hand=Hand(host={host!r}, lease=2.0))
run(Seizure(Path({folder!r})), processes=1, budget=SMALL, grown=grown)
"""


SOUGHT = ("plain page", "proces CAFÉ", "isere", "istanbul", "ada@law.example", "law.example@ada", "nowhere", '"')


@pytest.fixture(scope="session")
def server():
    return postgresql()


@pytest.fixture
def ledger(server, request):
    """A ledger of its own, with three contents of 1, 2 and 3 bytes."""
    made = Ledger(Postgres(server, request.node.nodeid))
    contents = [Content(Digest(f"{number:064x}"), "0" * 64, number) for number in (1, 2, 3)]
    lines = [(item(seizure_id("S"), b"%d" % one.size, one.sha256), one, "") for one in contents]
    assert made.take("S", b"r" * 32, lines) == 3
    yield made
    made.close()


def started(seizure, server, host):
    told = RUN.format(folder=str(seizure.folder), ledger=server, host=host)
    return subprocess.Popen([sys.executable, "-c", told], cwd=Path.cwd(),
                            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})  # fmt: skip


def told(text, task):
    return Visit(task, "text/plain", {stage: Done(stage, State.OK) for stage in (Stage.IDENTIFY, Stage.INDEX)}, text)


def test_what_is_found_is_what_sqlite_holds_and_words_find_the_same(server, tmp_path):
    first = letter(attached=[("annex.zip", zipped({"deep.txt": b"deep inside"}))])
    files = {
        "plain.txt": b"Plain words on a page.",
        "copy.txt": b"Plain words on a page.",
        "accents.txt": "Le procès du café, à la Préfecture de l'Isère; İstanbul Straße".encode(),
        "nothing": b"",
        "letter.eml": first,
        "answer.eml": letter("AW: the appeal", "Thanks.", **{"Message-ID": "<2@x>", "In-Reply-To": "<1@law.example>"}),
        "text.gz": packed(b"packed words")[0],
        "broken.pdf": b"%PDF-1.7\nnothing of it",
        "hostile.eml": b"From: a\0b@x\nSubject: =?utf-8?b?AO2ggA==?= \0\nMessage-ID: <\0@x>\n\nwith\0 nothing",
    } | desk_of_ties(tmp_path)
    one, other = (sealed(tmp_path / name, files) for name in ("one", "other"))
    told = Configuration(lawyers=(Who(("Ada Roe",), ("ada@law.example",), source="invented"),))
    alone, shared = Read(one, case_tells=told), Read(other, grown=Grown(server), case_tells=told)
    assert shared.counts == alone.counts
    assert list(shared.ledger.dump()) == list(alone.ledger.dump())
    for words in SOUGHT:
        assert sorted(shared.ledger.search(words)) == sorted(alone.ledger.search(words)), words
    assert shared.ledger.search("plain page")
    the_same_item_by_item(alone, shared)
    the_same_order(alone.ledger, shared.ledger, tmp_path)
    before = stamp(other, server)
    assert stamp(other, server) == before
    again = Read(other, grown=Grown(server))
    assert list(again.ledger.dump()) == list(alone.ledger.dump())
    assert again.ledger.retry(Stage.EXTRACT, state=None, kind="pdf") == 1
    assert stamp(other, server) != before, "pages see that something is to be read again"
    once_more = Read(other, grown=Grown(server))
    assert once_more.counts == alone.counts
    bring_home(other, server)
    home = Read(other)
    assert list(home.ledger.dump()) == list(alone.ledger.dump())
    assert [home.ledger.search(words) for words in SOUGHT] == [alone.ledger.search(words) for words in SOUGHT]
    with pytest.raises(LedgerError, match="here already"):
        bring_home(other, server)
    kept = opened(other, server)
    assert kept.counts() == alone.counts, "the folder says where the ledger is, whatever is set"
    kept.close()
    for read in (alone, shared, again, once_more, home):
        read.ledger.close()


def the_same_item_by_item(alone, shared):
    """The questions of the review, asked of both about the whole and about each item."""
    looking = looked_at(shared.seizure, shared.grown.ledger)
    one, other = hung(alone.ledger), hung(looking)
    for part in ("items", "content", "state", "media", "family", "unread"):
        assert [*getattr(one, part)] == [*getattr(other, part)], part
    for part in ("source", "bond", "target"):
        assert (getattr(one.provenance, part) == getattr(other.provenance, part)).all(), part
    assert [found[:2] for found in alone.ledger.found_at()] == [found[:2] for found in looking.found_at()]
    assert {screen for _, screen, _ in looking.found_at()} == {Screen.PRIVILEGE}
    contents = [content for content in one.content if content]
    for asked in ("hits", "reading", "text", "results", "thread", "described", "conversation"):
        assert [getattr(alone.ledger, asked)(c) for c in contents] == [getattr(looking, asked)(c) for c in contents]
    for question in (near_duplicates_of, duplicates_of, thread_of, quoted_in):
        found = [question(looking, item) for item in other.items]
        assert [question(alone.ledger, item) for item in one.items] == found, question
        assert any(found)
    with pytest.raises(LedgerError, match="read-only"):
        looking.look_for(NOTHING)
    looking.close()


def the_same_order(alone, shared, folder):
    """What is to be read next, drawn and ranked."""
    wanted = Wanted(Asked.SCOPE, batch=3, control=4, elusion=3, seed=1)
    answers: dict[Digest, bool] = {}
    for _ in range(2):
        found = []
        for number, ledger in enumerate((alone, shared)):
            beside = folder / f"rows {number}"
            beside.mkdir(exist_ok=True)
            found.append(rank(ledger, beside, wanted, answers))
        assert found[0] == found[1]
        answers |= {one: "investigator" in alone.text(one) for one in (*found[0].control, *found[0].next)}


def test_whoever_is_not_the_role_of_the_ledger_reads_none_of_it(server, ledger, request):
    with psycopg.connect(server, autocommit=True) as db:
        db.execute("DROP ROLE IF EXISTS another_room")
        db.execute("CREATE ROLE another_room LOGIN")
    with psycopg.connect(server.replace("postgres:@", "another_room:@"), autocommit=True) as db:
        for table in ("texts", "items", "words"):
            name = sql.Identifier(schema(request.node.nodeid), table)
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                db.execute(sql.SQL("SELECT * FROM {}").format(name))


def test_two_hosts_work_at_once_one_is_killed_and_nothing_is_lost_or_there_twice(server, tmp_path):
    files = desk(400 if LONG else 40)
    undisturbed = sealed(tmp_path / "one", files, "S-2")
    run(undisturbed, processes=2, budget=SMALL)
    shared = sealed(tmp_path / "other", files, "S-2")
    hosts = [started(shared, server, host) for host in ("first", "second")]
    seen: set[str] = set()
    try:
        book = opened(shared, server, begin=True)
        end = time.monotonic() + 300
        while len(seen) < 2 and time.monotonic() < end and hosts[0].poll() is None:
            seen |= {holder.rpartition("|")[2].split(":")[0] for holder in book.holders()}
            time.sleep(0.01)
        os.kill(hosts[0].pid, signal.SIGKILL)
        held = [holder for holder in book.holders() if "first" in holder]
        assert hosts[1].wait(600) == 0
    finally:
        for host in hosts:
            host.kill()
            host.wait()
    assert seen == {"first", "second"}
    assert held, "it was killed in the middle of its work"
    assert list(book.dump()) == dumped(undisturbed)
    assert book.holders() == {}
    book.close()
    kept = [sorted(path.name for path in one.store.folder.rglob("*") if path.is_file() and "writing" not in str(path))
            for one in (shared, undisturbed)]  # fmt: skip
    assert kept[0] == kept[1]


def test_what_one_holds_the_other_does_not_get_until_its_time_has_ended(server, ledger, request):
    other = Ledger(Postgres(server, request.node.nodeid))
    now = ledger.now()
    assert [task.size for task in ledger.lease("a", 2, now, now + 60)] == [3, 2]
    assert [task.size for task in other.lease("b", 2, now, now + 60)] == [1]
    assert other.lease("b", 2, now, now + 60) == []
    assert [task.size for task in other.lease("b", 2, now + 61, now + 121)] == [3, 2]
    other.close()


def test_who_lost_its_lease_writes_nothing_and_who_has_it_writes_once(ledger):
    now = ledger.now()
    (late,) = ledger.lease("late", 1, now, now - 1)
    (task,) = ledger.lease("holder", 1, now, now + 60)
    assert late == task
    assert ledger.record("late", [told("of one who was late", late)], SMALL) == 0
    assert ledger.record("holder", [told("of the holder", task)], SMALL) == 1
    assert ledger.record("holder", [told("a second time", task)], SMALL) == 0
    assert ledger.text(task.content) == "of the holder"
    assert (ledger.search("holder"), ledger.search("late")) == ([task.content], [])


def test_hosts_that_write_the_same_members_at_once_wait_for_each_other_and_count_each_once(server):
    """Each of four writes containers of two sealed files, with members that the others find too, in another order."""
    contents = [Content(Digest(f"{number:064x}"), "0" * 64, 10) for number in range(80)]
    shared = [Content(Digest(f"{number:064x}"), "0" * 64, 1) for number in range(1000, 1030)]
    ledgers = [Ledger(Postgres(server, "at once")) for _ in range(4)]
    ledgers[0].take("S", b"r" * 32, ((item(seizure_id("S"), b"%d" % n, one.sha256), one, "")
                                     for n, one in enumerate(contents)))  # fmt: skip

    def write(number):
        chance, ledger = random.Random(number), ledgers[number]
        while tasks := [one for one in ledger.lease(f"{number}", 5, 0, 1) if one.size > 1]:
            visits = []
            for task in tasks:
                visit = told(f"container {task.content}", replace(task, root=f"root {int(task.content, 16) % 2}"))
                members = chance.sample(shared, 20)
                visit.members = [Member(b"%d" % place, 0, Kind.FILE, one, "") for place, one in enumerate(members)]
                visits.append(visit)
            assert ledger.record(f"{number}", visits, SMALL) == len(visits)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(write, range(4)))
    counts = ledgers[0].counts()
    assert (counts.contents, counts.items, counts.waiting) == (110, 80 + 80 * 20, 30)
    with psycopg.connect(server) as db:
        db.execute(sql.SQL("SET search_path TO {}").format(sql.Identifier(schema("at once"))))
        rows = db.execute("SELECT root, members, volume FROM roots ORDER BY root").fetchall()
    assert rows == [("root 0", 800, 800), ("root 1", 800, 800)]
    for ledger in ledgers:
        ledger.close()


def test_a_host_that_comes_while_others_write_waits_for_nobody(server, ledger, request):
    now = ledger.now()
    with ledger.together():
        ledger.lease("writing", 1, now, now + 60)
        late = Ledger(Postgres(server, request.node.nodeid))
        assert len(late.lease("late", 3, now, now + 60)) == 2
        late.close()


def test_a_heartbeat_keeps_a_lease_and_a_release_ends_it(ledger):
    now = ledger.now()
    ledger.lease("a", 3, now, now + 1)
    ledger.beat("a", now + 60)
    assert ledger.lease("b", 3, now + 2, now + 62) == []
    ledger.release("a")
    assert len(ledger.lease("b", 3, now + 2, now + 62)) == 3
    assert not ledger.finished()


def test_a_text_read_anew_is_found_by_its_new_words_alone(ledger):
    now = ledger.now()
    for text in ("the first reading", "the second reading"):
        task = next(one for one in ledger.lease("a", 3, now, now + 60) if one.size == 3)
        ledger.record("a", [told(text, task)], SMALL)
        ledger.retry(Stage.IDENTIFY, state=None)
    assert (ledger.search("first"), ledger.search("second reading")) == ([], [task.content])


def test_a_ledger_is_not_brought_home_while_something_is_left_to_be_read(server, tmp_path):
    seizure = sealed(tmp_path, {"a": b"1"}, "S-7")
    book = opened(seizure, server, begin=True)
    book.take("S-7", b"r" * 32, ((one.item("S-7"), one.content, "") for one in seizure.entries()))
    book.close()
    with pytest.raises(LedgerError, match="still being read"):
        bring_home(seizure, server)
    with pytest.raises(LedgerError, match="say where: ROGATORY_LEDGER"):
        bring_home(seizure, "")


def test_a_manifest_of_another_seizure_that_is_called_the_same_is_refused(ledger):
    with pytest.raises(LedgerError, match="another manifest"):
        ledger.take("S", b"x" * 32, [])


@pytest.mark.parametrize(
    ("begun", "asked", "says"),
    [
        ("server", "", "its ledger is in PostgreSQL"),
        ("none", "", "nothing was read yet"),
        ("none", "server", "nothing was read yet"),
        ("none", "mysql://x/y", "no place for a ledger"),
        ("none", "postgresql:///none?host=/nowhere", "the ledger in PostgreSQL"),
        ("lost", "server", "the server has no ledger of this seizure"),
    ],
)
def test_a_ledger_is_never_begun_a_second_time_elsewhere(server, tmp_path, begun, asked, says):
    seizure = sealed(tmp_path, {"a": b"1"})
    place = {"server": server}
    if begun == "lost":
        (seizure.folder / "ledger.elsewhere").touch()
        Ledger(Postgres(server, seizure.ident())).drop()
    elif begun != "none":
        opened(seizure, place.get(begun, begun), begin=True).close()
    begin = "//x" in asked or "nowhere" in asked
    with pytest.raises(LedgerError, match=says):
        opened(Seizure(seizure.folder), place.get(asked, asked), begin=begin)
    assert not any(path.read_bytes() for path in seizure.folder.glob("*.elsewhere"))


@given(st.text(st.characters(codec="utf-8"), max_size=60), st.integers(1, 300))
@settings(max_examples=30, deadline=None)
def test_parts_of_a_text_hold_every_word_and_what_stands_beside_it(text, times):
    whole = f"{text} head tail " * times + text
    parts = [dict(one.rsplit(":", 1) for one in part.split(" ")) for part in vectors(whole)]
    placed = [{int(at): word.strip("'") for word, places in part.items() for at in places.split(",")} for part in parts]
    assert set(pairwise(cut(whole))) == {(part[at], part[at + 1]) for part in placed for at in part if at + 1 in part}
    assert {word for part in placed for word in part.values()} == set(cut(whole))
    assert all(len(places.split(",")) < 256 and len(part) < 16_383 for part in parts for places in part.values())
