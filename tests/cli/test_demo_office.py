"""`rogatory demo`, as a newcomer types it: ruling, office, web and worker, and nothing left when it ends."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.cli.offices import copy

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "rogatory"]
AT_THE_DEFENCE_DOOR = ("counsel", "person-concerned", "intervener")
PATIENCE = 60.0
"""Seconds after which a situation is taken not to come about; how quick it is was measured elsewhere."""


def environment(**more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("ROGATORY_", "DATABASE_URL", "DJANGO_"))}
    return {**kept, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "100", **more}


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def family(parent: int) -> set[int]:
    """The process and all that came of it."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                told = (entry / "stat").read_text()
            except OSError:
                continue
            fields = told.rpartition(")")[2].split()
            if fields[0] != "Z":
                parents[int(entry.name)] = int(fields[1])
    found = {parent} & parents.keys()
    while more := {pid for pid, of in parents.items() if of in found} - found:
        found |= more
    return found


def worker_of(parent: int) -> int | None:
    for pid in family(parent):
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        if b"work" in words and b"--parent" in words:
            return pid
    return None


def until(so: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Wait until it is so."""
    began = time.monotonic()
    while not so():
        assert time.monotonic() - began < seconds
        time.sleep(0.05)


class Served:
    """A demonstration that is served, with what it printed into a pipe."""

    def __init__(self, folder: Path) -> None:
        self.port, self.folder = free_port(), folder
        self.process = subprocess.Popen(
            [*PROGRAM, "demo", "--port", str(self.port), "--folder", str(folder)],
            env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip
        self.told = ""
        assert self.process.stdout
        for line in self.process.stdout:
            self.told += line
            if line.startswith("Serving at"):
                break
        self.address = f"http://localhost:{self.port}"
        until(lambda: self.health().get("status") == "ready")

    def end(self, told: signal.Signals) -> None:
        """Have it end, if it has not, and wait until nothing of it is left."""
        left = family(self.process.pid)
        if self.process.poll() is None and told is signal.SIGINT:
            os.killpg(self.process.pid, told)  # as a terminal does
        elif self.process.poll() is None:
            self.process.send_signal(told)
        with self.process:
            self.process.wait(PATIENCE)
        until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in left))

    def health(self) -> dict[str, str]:
        try:
            with urllib.request.urlopen(f"{self.address}/health/ready", timeout=5) as answer:  # noqa: S310 - our own
                return json.load(answer)  # type: ignore[no-any-return]
        except OSError:
            return {}

    def page(self, role: str, address: str) -> str:
        """A page, as somebody sees it who signs in with what was printed."""
        password = re.search(r"same password: (\S+)", self.told)
        assert password
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        login_at = f"{self.address}{'/defence' if role in AT_THE_DEFENCE_DOOR else ''}/account/login/"
        form = browser.open(login_at, timeout=30).read().decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)
        assert token
        told = {"login": f"{role}@office.example", "password": password[1], "csrfmiddlewaretoken": token[1]}
        login = urllib.request.Request(  # noqa: S310 - our own server
            login_at, urlencode(told).encode(), {"Referer": self.address}
        )
        browser.open(login, timeout=30).close()
        return browser.open(f"{self.address}{address}", timeout=30).read().decode()  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    made = Served(tmp_path_factory.mktemp("demo") / "data")
    yield made
    made.end(signal.SIGTERM)


def test_the_ruling_comes_first_then_how_to_sign_in_then_the_page(served: Served) -> None:
    assert served.told.index("must refuse") < served.told.index("Sign in at") < served.told.index("Serving at")
    assert served.told.count("\n") < 40
    assert served.told.count("@office.example") == 17
    assert "\r" not in served.told


@pytest.mark.parametrize(
    ("role", "address", "sees"),
    [
        ("prosecutor", "/", "Questions to answer"),
        ("court", "/", "Remedies to decide"),
        ("central-authority", "/", "Waits for you as the second person"),
        ("counsel", "/defence/", "My cases"),
        ("counsel", "/defence/", "You are asked to be a lawyer"),
        ("intervener", "/defence/cases/2026-000001", "An association of lawyers"),
        ("person-concerned", "/defence/", "My cases"),
        ("auditor", "/jobs/", "Audit the journal"),
        ("administrator", "/jobs/", "What is due by itself"),
        ("custodian", "/registers", "Grants of protection (invented)"),
    ],
)
def test_whoever_signs_in_sees_what_waits_for_them(served: Served, role: str, address: str, sees: str) -> None:
    # The worker starts beside the server; what it does by itself is listed once it has been round.
    for _ in range(20):
        if sees in served.page(role, address):
            return
        time.sleep(1)
    pytest.fail(f"{sees!r} is not on {address}")


def test_the_worker_has_done_what_waited(served: Served) -> None:
    until(lambda: served.health().get("worker") == "at work")
    until(lambda: "is done" in served.page("auditor", "/jobs/"))


def test_a_worker_that_is_killed_is_begun_anew(served: Served) -> None:
    first = worker_of(served.process.pid)
    assert first
    os.kill(first, signal.SIGKILL)
    until(lambda: worker_of(served.process.pid) not in (None, first))


def test_a_port_that_is_taken_is_named_with_the_way_out(served: Served) -> None:
    again = subprocess.run(
        [*PROGRAM, "demo", "--port", str(served.port)], env=environment(), capture_output=True, text=True, check=False
    )
    assert (again.returncode, again.stdout) == (2, "")
    assert f"Port {served.port} cannot be had" in again.stderr
    assert f"--port {served.port + 1}" in again.stderr


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_told_to_end_it_ends_and_leaves_nothing_running(served: Served, told: signal.Signals) -> None:
    """The second time in the same folder: the office is there, and so is its password."""
    running = served if told is signal.SIGINT else Served(served.folder)
    assert "same password" in running.told
    until(lambda: worker_of(running.process.pid) is not None)
    assert len(family(running.process.pid)) >= 4, "the master, two that answer, and the worker"
    running.end(told)


def test_a_worker_does_not_outlive_what_started_it(demonstration_made: Path, tmp_path: Path) -> None:
    """Even if that is killed, and can tell nobody."""
    running = Served(copy(demonstration_made, tmp_path / "data"))
    until(lambda: running.health().get("worker") == "at work")
    running.end(signal.SIGKILL)


def test_once_it_makes_everything_and_leaves_and_throws_it_away(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "demo", "--once"], env=environment(TMPDIR=str(tmp_path)), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "must refuse" in done.stdout
    assert "same password" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_no_real_office_is_ever_served_without_second_factors(tmp_path: Path) -> None:
    data = tmp_path / "data"
    words = ("--administrator", "chief@office.example", "--name", "An Chief", "--password-stdin", "--data", str(data))
    subprocess.run(
        [*PROGRAM, "init", *words], env=environment(), input="seven grey herons at dusk", text=True, check=True,
        capture_output=True,
    )  # fmt: skip
    done = subprocess.run(
        [*PROGRAM, "demo", "--once", "--folder", str(data)],
        env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "holds an office that is no demonstration" in done.stderr
