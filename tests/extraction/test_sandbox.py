"""The sandbox: whatever happens in it ends there, and the next file is read as if nothing had been."""

import os
import signal
import threading
from dataclasses import replace

import pytest

from rogatory.extraction.limits import LIMITS
from rogatory.extraction.reading import read, read_by
from rogatory.extraction.sandbox import sandbox
from rogatory.received.pages import State
from tests.extraction import samples

PROBES = "tests.extraction.probes"
TIGHT = replace(LIMITS, memory=512 * 1024 * 1024, output=4_000_000)
HURRIED = replace(TIGHT, seconds=1, patience=1.2)
BOX = sandbox("rogatory.extraction.inside")


def alive() -> bool:
    return read_by(BOX, "rogatory.extraction.inside:read", "a.txt", b"still here").state is State.READ


@pytest.mark.parametrize(
    ("probe", "data", "state"),
    [
        ("crash", b"", State.CRASHED),
        ("crash", b"segment", State.CRASHED),
        ("eat", b"", State.OUT_OF_MEMORY),
        ("flood", b"", State.TOO_LARGE),
        ("lie", b"READ", State.CRASHED),
        ("lie", b"no such state", State.CRASHED),
    ],
)
def test_what_a_reader_does_ends_as_a_state(probe, data, state):
    part = read_by(BOX, f"{PROBES}:{probe}", "letter.pdf", data, TIGHT)
    assert (part.state, part.name, part.size) == (state, "letter.pdf", len(data))
    assert part.says.endswith(".")
    assert alive()


@pytest.mark.parametrize("probe", ["spin", "sleep"])
def test_a_reader_that_does_not_end_is_ended(probe):
    part = read_by(BOX, f"{PROBES}:{probe}", "letter.pdf", b"", HURRIED)
    assert part.state is State.TIMED_OUT
    assert part.says.endswith(".")
    assert alive()


@pytest.mark.parametrize("what", ["socket", "write", "program", "fork", "kill"])
def test_what_nobody_may_do_in_there(what):
    outcome = BOX.run(f"{PROBES}:attempt", {}, what.encode(), TIGHT)
    assert outcome.answers[-1]["ended"] == "PermissionError"


@pytest.mark.parametrize(
    ("what", "holds"),
    [
        ("socket", "calls"),
        ("connect", "network"),
        ("read", "files"),
        ("write", "files"),
        ("program", "calls"),
        ("fork", "calls"),
        ("kill", "calls"),
        ("unlink", "calls"),
    ],
)
def test_what_code_that_was_taken_over_cannot_do_either(what, holds, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("nobody's business")
    outcome = BOX.run(f"{PROBES}:by_machine_code", {"path": str(secret)}, what.encode(), TIGHT)
    first, last = outcome.answers
    if holds in first["holds"]:
        assert last["ended"] == -1
    assert secret.exists()


def test_nothing_is_told_of_where_it_runs():
    assert BOX.run(f"{PROBES}:environment", {}, b"", TIGHT).answers[-1]["names"] == []


def test_a_part_that_crashes_costs_itself_alone():
    data = samples.packed(("one.txt", b"first"), ("two.txt", b"second"), ("three.txt", b"third"))
    part = read_by(BOX, f"{PROBES}:poisoned", "letters.zip", data)
    assert [inner.state for inner in part.parts] == [State.READ, State.CRASHED, State.READ]
    assert part.parts[1].says


def test_many_threads_read_at_once():
    got = {}

    def one(number: int) -> None:
        got[number] = read(f"{number}.txt", f"letter {number}".encode()).pages[0].text

    threads = [threading.Thread(target=one, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == {number: f"letter {number}" for number in range(8)}


def test_a_process_that_was_ended_from_outside_is_started_anew():
    assert alive()
    assert BOX._process
    os.killpg(BOX._process.pid, signal.SIGKILL)
    assert alive()
    BOX.close()
    assert alive()


@pytest.mark.filterwarnings("ignore:This process.*multi-threaded:DeprecationWarning")
def test_a_fork_of_the_office_reads_in_a_process_of_its_own():
    assert alive()
    assert BOX._process
    ours = BOX._process.pid
    child = os.fork()
    if child == 0:
        apart = alive() and BOX._process.pid != ours
        BOX.close()
        os._exit(0 if apart else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert alive()
    assert BOX._process.pid == ours


def test_a_file_that_is_too_large_is_not_even_looked_at():
    part = read("a.txt", b"x" * 11, replace(LIMITS, file=10))
    assert part.state is State.TOO_LARGE
