"""The demonstration, a case imported, copies checked, a backup made and restored: as an office types it."""

import os
import pty
import re
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.cli.offices import ROOT, Told, copy, environment, typed

FILE = str(ROOT / "cases" / "decided" / "soering-v-uk.yaml")


class Demonstration:
    """A data folder made by the demonstration, and what is typed there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.told = ""

    def types(self, *words: str) -> Told:
        return typed(self.folder, *words)

    def sees(self, *arguments: str) -> str:
        """What a terminal shows, where both streams end."""
        mine, theirs = pty.openpty()
        command = [sys.executable, "-m", "rogatory", *arguments]
        with subprocess.Popen(command, env=environment(self.folder), stdout=theirs, stderr=theirs) as run:
            os.close(theirs)
            shown = b""
            try:
                while piece := os.read(mine, 4096):
                    shown += piece
            except OSError:
                pass  # how a terminal says that nobody writes any more
            assert run.wait(60) == 0, shown
        os.close(mine)
        return re.sub(r"\x1b\[[0-9;]*m", "", shown.decode())

    def entries(self) -> int:
        with closing(sqlite3.connect(self.folder / "registry.sqlite3")) as database:
            return int(database.execute("SELECT count(*) FROM ledger_entry").fetchone()[0])


@pytest.fixture(scope="module")
def demonstration(
    demonstration_made: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Demonstration, str]]:
    """The demonstration while it is served, and its address."""
    made = Demonstration(copy(demonstration_made, tmp_path_factory.mktemp("demo") / "data"))
    port = free_port()
    command = [sys.executable, "-m", "rogatory", "demo", "--port", str(port), "--folder", str(made.folder)]
    with subprocess.Popen(
        command, env=environment(made.folder), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as served:
        assert served.stdout
        try:
            for line in served.stdout:
                made.told += line
                if line.startswith("Serving at"):
                    break
            address = f"http://localhost:{port}"
            wait_for(f"{address}/health/ready")
            yield made, address
        finally:
            served.terminate()
            served.wait(30)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def wait_for(address: str) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"{address} does not answer")


def test_whoever_is_named_signs_in_with_the_password_that_is_printed_and_sees_the_cases(demonstration):
    made, address = demonstration
    found = re.search(r"same password: (\S+)", made.told)
    assert found
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    page = browser.open(f"{address}/account/login/", timeout=30).read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token
    told = {"login": "prosecutor@office.example", "password": found[1], "csrfmiddlewaretoken": token[1]}
    request = urllib.request.Request(f"{address}/account/login/", urlencode(told).encode(), {"Referer": address})  # noqa: S310
    browser.open(request, timeout=30).close()
    cases = browser.open(f"{address}/cases", timeout=30).read().decode()
    assert len(set(re.findall(r"20\d\d-0000\d\d", cases))) == 13


def test_every_role_is_named_with_an_address(demonstration):
    made, _ = demonstration
    assert made.told.count("@office.example") == 17


def test_what_lists_show_is_what_the_journal_makes_of_it(demonstration):
    made, _ = demonstration
    result = made.types("rebuild", "--check")
    assert (result.returncode, result.stdout.strip()) == (0, "The copies are what the journal makes of them.")


def test_a_case_is_imported_by_somebody_who_may_and_by_nobody_else(demonstration):
    made, _ = demonstration
    done = made.types("import-case", FILE, "--as", "clerk@office.example")
    assert (done.returncode, "Registered as" in done.stdout) == (0, True), done.stderr
    barred = made.types("import-case", FILE, "--as", "prosecutor@office.example")
    assert barred.returncode == 2
    assert "registry clerk" in barred.stderr
    assert made.types("import-case", FILE, "--as", "nobody@office.example").returncode == 2


def test_of_many_files_a_bad_one_is_named_and_stops_no_other(demonstration, tmp_path):
    made, _ = demonstration
    bad, other = tmp_path / "bad.yaml", tmp_path / "other.yaml"
    bad.write_text("id: bad\ntitle: 3\nrequest: {kind: mla}\n", "utf-8")
    other.write_text(Path(FILE).read_text("utf-8"), "utf-8")
    missing = tmp_path / "missing.yaml"
    done = made.types("import-case", FILE, str(bad), str(missing), str(other), "--as", "clerk@office.example")
    assert done.returncode == 2
    told = done.stdout.splitlines()
    assert [line.partition(": ")[2] for line in told[:2]] == [FILE, str(other)]
    assert told[2] == "2 of 4 case files were registered."
    assert f"{bad}: " in done.stderr
    assert f"{missing}: cannot be read" in done.stderr
    assert "\r" not in done.stderr, "nobody counts into a pipe"


def test_on_a_terminal_long_work_counts(demonstration, tmp_path):
    made, _ = demonstration
    for words, counted in (
        (("rebuild", "--check"), r"11 of 1[1-9]"),
        (("import-case", FILE, FILE, "--as", "clerk@office.example"), r"1 of 2"),
        (("backup", str(tmp_path / "counted")), r"(\d+) of \1"),
    ):
        shown = made.sees(*words)
        assert re.search(counted, shown), words
        assert shown.rstrip().endswith("."), words
    assert "\r" not in made.types("rebuild", "--check").stderr


def test_a_backup_restored_brings_everything_back_and_hides_no_loss(demonstration, tmp_path):
    made, _ = demonstration
    first = tmp_path / "first"
    result = made.types("backup", str(first), "--keys", str(tmp_path / "safe"))
    assert result.returncode == 0, result.stderr
    assert {p.name for p in first.iterdir()} >= {"registry.sqlite3", "checkpoint", "backup.json"}
    assert {p.name for p in (tmp_path / "safe").iterdir()} == {"journal-key", "journal-policy", "secret-key"}
    assert made.types("backup", str(first)).returncode == 2, "a backup is never written over"
    before = made.entries()
    whole = made.types("restore", str(first), "--yes")
    assert (whole.returncode, made.entries()) == (0, before), whole.stderr
    assert made.types("import-case", FILE, "--as", "clerk@office.example").returncode == 0
    lost = made.types("restore", str(first), "--yes")
    assert lost.returncode == 1
    assert f"a journal of {before + 1} is known" in lost.stderr
    assert "rolled-back" in lost.stdout
    refused = made.types("import-case", FILE, "--as", "clerk@office.example")
    assert refused.returncode != 0
    assert made.entries() == before


def test_what_is_no_backup_is_not_restored(demonstration, tmp_path):
    made, _ = demonstration
    before = made.entries()
    assert made.types("restore", str(tmp_path), "--yes").returncode == 2
    assert made.entries() == before
