"""One process and what it may do: whatever becomes of it, one content is in one state, and the next one is read."""

import os
import signal
import subprocess
import sys
from dataclasses import replace

import pytest

from rogatory.extraction.sandbox import _environment
from rogatory.material.items import State
from rogatory.sifting.budget import BUDGET
from rogatory.sifting.sealed.store import Store
from rogatory.sifting.stages import Stage
from rogatory.sifting.visited.visiting import Reader, Task
from tests.sifting.seizures import SMALL

QUICK = replace(SMALL, seconds=1, patience=1, memory=1 << 30)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return Store(tmp_path_factory.mktemp("store") / "contents")


@pytest.fixture(scope="module")
def reader(store):
    reader = Reader(store, QUICK, "tests.sifting.misbehaving")
    yield reader
    reader.close()


def visit(reader, store, words):
    with store.batch() as batch:
        content = batch.put_bytes(words.encode())
    return reader.visit(Task(content.sha256, content.size, "", (Stage.IDENTIFY,), 0, "root"))


@pytest.mark.parametrize(
    ("word", "state", "says"),
    [
        ("abort", State.CRASH, "SIGABRT"),
        ("exit", State.CRASH, "ended from outside"),
        ("sleep", State.TIMEOUT, "had not ended"),
        ("memory", State.MEMORY, "more memory"),
        ("garbage", State.CRASH, "makes no sense"),
        ("sing", State.CRASH, "makes no sense"),
        ("deep", State.CRASH, "makes no sense"),
        ("twice", State.CRASH, "makes no sense"),
        ("stream", State.OK, ""),
        ("datagram", State.CRASH, "ConnectionRefusedError"),
        ("packets", State.CRASH, "ConnectionRefusedError"),
    ],
)
def test_whatever_a_file_makes_of_the_process_one_content_is_in_one_state(reader, store, word, state, says):
    done = visit(reader, store, word).done[Stage.IDENTIFY]
    assert (done.state, says in done.says) == (state, True), done.says
    assert visit(reader, store, f"after {word}").done[Stage.IDENTIFY].state is State.OK


def test_characters_that_no_database_keeps_do_not_come_through(reader, store):
    assert visit(reader, store, "plain").done[Stage.IDENTIFY].facts["odd"] == ["\ufffd\ufffd"]


def test_processor_time_ends_whoever_spends_it_however_busy_the_machine_is(store):
    reader = Reader(store, replace(QUICK, patience=120), "tests.sifting.misbehaving")
    done = visit(reader, store, "spin").done[Stage.IDENTIFY]
    reader.close()
    assert (done.state, "longer than allowed" in done.says) == (State.TIMEOUT, True), done.says


def test_a_reader_over_which_the_process_ends_is_passed_over_and_the_next_is_asked(reader, store):
    done = visit(reader, store, "climb up").done[Stage.IDENTIFY]
    assert done.state is State.OK
    assert done.facts["passed"] == {"first": "crash", "second": "crash"}


def test_a_process_stays_for_as_many_contents_as_it_may_and_then_makes_room(store):
    reader = Reader(store, replace(QUICK, visits=2), "tests.sifting.misbehaving")
    who = [visit(reader, store, f"content {number}").done[Stage.IDENTIFY].facts["process"] for number in range(4)]
    reader.close()
    assert who[0] == who[1] != who[2] == who[3]


def test_a_content_over_which_the_process_was_ended_from_outside_is_tried_again(reader, store):
    process = visit(reader, store, "who are you").done[Stage.IDENTIFY].facts["process"]
    os.kill(process, signal.SIGKILL)
    assert visit(reader, store, "still there").done[Stage.IDENTIFY].state is State.OK


def test_what_takes_much_room_is_not_loaded_where_files_are_read():
    told = (
        "import sys, rogatory.sifting.visited.inside; print({'rensa', 'scipy', 'django'} & set(sys.modules), "
        "*(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmPeak')))"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True, env=_environment())
    loaded, room = done.stdout.rsplit(maxsplit=1)
    assert loaded == "set()"
    assert int(room) * 1024 < BUDGET.memory / 3
