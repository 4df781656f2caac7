"""Sealing: nothing is lost, nothing followed, nothing opened; and a seal that was broken off goes on."""

import os
import signal
import socket
import subprocess
import sys
from datetime import UTC, datetime
from errno import EIO
from hashlib import sha256
from pathlib import Path
from resource import RLIMIT_FSIZE, getrlimit, setrlimit

import pytest
from blake3 import blake3

from rogatory.material.items import Digest, Kind
from rogatory.material.sealed import Receipt, Step, root_of
from rogatory.sifting.sealed.custody import BrokenChainError, Chain
from rogatory.sifting.sealed.sealing import SealError, Seizure, seal
from rogatory.sifting.sealed.store import PIECE, DamagedError, SourceError, Store

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def chain_of(seizure):
    return Chain(seizure.custody, lambda: NOON)


def sealed(folder, *sources):
    seizure = Seizure(folder)
    return seizure, seal(seizure, "S-1", sources, chain_of(seizure).acknowledge)[0]


@pytest.fixture
def desk(tmp_path):
    """What lay on a desk."""
    folder = tmp_path / "desk"
    (folder / "clients" / "empty").mkdir(parents=True)
    (folder / "clients" / "letter.txt").write_bytes(b"Dear client")
    (folder / "copy.txt").write_bytes(b"Dear client")
    (folder / "nothing").write_bytes(b"")
    return folder


def entries(seizure):
    return {entry.path: entry for entry in seizure.entries()}


def test_everything_is_listed_and_the_same_bytes_are_kept_once(tmp_path, desk):
    seizure, seal = sealed(tmp_path / "s", desk)
    found = entries(seizure)
    assert list(found) == [
        b"desk", b"desk/clients", b"desk/clients/empty", b"desk/clients/letter.txt", b"desk/copy.txt", b"desk/nothing",
    ]  # fmt: skip
    assert found[b"desk/copy.txt"].content == found[b"desk/clients/letter.txt"].content
    assert found[b"desk/copy.txt"].content.sha256 == sha256(b"Dear client").hexdigest()
    assert (seal.files, seal.volume) == (3, 22)
    kept = [path for path in seizure.store.folder.rglob("*") if path.is_file()]
    assert len(kept) == 2
    assert all(path.stat().st_mode & 0o777 == 0o444 for path in kept)
    assert seizure.manifest.read_bytes().count(b"\n") == seal.size == 6
    assert root_of(seizure.manifest.read_bytes().splitlines()) == seal.root


@pytest.mark.parametrize(
    "name",
    [b"r\xe9sum\xe9.doc", b"two\nlines", b" ", b"-rf", b"\xff\xfe", b"..\\..\\x", "письмо.eml".encode(), b"n" * 255],
)
def test_names_are_kept_byte_for_byte(tmp_path, name):
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / os.fsdecode(name)).write_bytes(b"x")
    seizure, _ = sealed(tmp_path / "s", folder)
    assert b"desk/" + name in entries(seizure)


def test_a_path_longer_than_the_system_opens_is_sealed(tmp_path):
    top = tmp_path / "deep"
    top.mkdir()
    here = os.open(top, os.O_RDONLY)
    depth = 300
    for _ in range(depth):
        os.mkdir("d" * 30, dir_fd=here)
        below = os.open("d" * 30, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(os.open("bottom", os.O_WRONLY | os.O_CREAT, dir_fd=here))
    os.close(here)
    (top / "e").write_bytes(b"after the way back up")
    seizure, seal = sealed(tmp_path / "s", top)
    longest = max(entries(seizure), key=len)
    assert longest.endswith(b"/bottom")
    assert len(longest) > 9_000
    assert (seal.size, seal.unreadable) == (depth + 3, 0)
    assert b"deep/e" in entries(seizure)


def test_links_sockets_and_pipes_are_listed_and_never_followed(tmp_path, desk, monkeypatch):
    (tmp_path / "secret").write_bytes(b"of somebody else")
    (desk / "link").symlink_to(tmp_path / "secret")
    (desk / "round").symlink_to(desk)
    (desk / "broken").symlink_to(os.fsdecode(b"\xff nowhere"))
    os.mkfifo(desk / "pipe")
    monkeypatch.chdir(desk)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
    seizure, _ = sealed(tmp_path / "s", desk)
    found = entries(seizure)
    assert found[b"desk/link"].target == os.fsencode(tmp_path / "secret")
    assert found[b"desk/broken"].target == b"\xff nowhere"
    kinds = {path.removeprefix(b"desk/"): entry.kind for path, entry in found.items() if entry.kind is not Kind.FILE}
    assert kinds == {
        b"desk": Kind.FOLDER, b"clients": Kind.FOLDER, b"clients/empty": Kind.FOLDER, b"link": Kind.LINK,
        b"round": Kind.LINK, b"broken": Kind.LINK, b"pipe": Kind.PIPE, b"socket": Kind.SOCKET,
    }  # fmt: skip
    assert sha256(b"of somebody else").hexdigest() not in seizure.store


def test_what_cannot_be_read_is_listed_with_the_reason(tmp_path, desk, monkeypatch):
    real = os.open

    def refused(path, flags, mode=0o777, *, dir_fd=None):
        if path == b"copy.txt":
            raise OSError(5, "Input/output error")
        return real(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", refused)  # a bad sector: no file system makes one on demand
    seizure, seal = sealed(tmp_path / "s", desk)
    entry = entries(seizure)[b"desk/copy.txt"]
    assert (entry.kind, entry.content, entry.says) == (Kind.UNREADABLE, None, "Input/output error.")
    assert seal.unreadable == 1


def test_a_single_file_is_sealed_under_its_name(tmp_path, desk):
    seizure, _ = sealed(tmp_path / "s", desk / "copy.txt", desk / "clients")
    assert list(entries(seizure)) == [b"clients", b"clients/empty", b"clients/letter.txt", b"copy.txt"]


def test_sealed_twice_it_is_the_same_seal(tmp_path, desk):
    _, first = sealed(tmp_path / "s", desk)
    assert sealed(tmp_path / "s", desk)[1] == first
    assert sealed(tmp_path / "other", desk)[1] == first


def test_one_changed_byte_gives_another_root(tmp_path, desk):
    _, first = sealed(tmp_path / "s", desk)
    (desk / "copy.txt").write_bytes(b"dear client")
    assert sealed(tmp_path / "other", desk)[1].root != first.root


class Broken(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("after", range(8))
def test_broken_off_anywhere_it_goes_on_to_the_same_manifest(tmp_path, desk, monkeypatch, after):
    whole = sealed(tmp_path / "whole", desk)[1]
    seizure, steps = Seizure(tmp_path / "s"), iter(range(100))
    real = os.fsync

    def fsync(descriptor):
        if next(steps) == after:
            raise Broken
        real(descriptor)

    monkeypatch.setattr("rogatory.sifting.sealed.store._MOST_FILES", 1)
    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(Broken):
        seal(seizure, "S-1", [desk], chain_of(seizure).acknowledge)
    monkeypatch.setattr(os, "fsync", real)
    assert sealed(tmp_path / "s", desk)[1] == whole
    assert not list(seizure.store.folder.glob("writing-*"))


def test_killed_in_the_middle_it_goes_on_to_the_same_manifest(tmp_path):
    folder = tmp_path / "desk"
    folder.mkdir()
    for number in range(600):
        (folder / f"{number}").write_bytes(b"%d" % number * 400)
    whole = sealed(tmp_path / "whole", folder)[1]
    command = [sys.executable, "-m", "rogatory", "material", "seal", str(tmp_path / "s"), str(folder), "--id", "S-1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    part = tmp_path / "s" / "manifest.part"
    while process.poll() is None and not (part.exists() and part.stat().st_size):
        pass
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert sealed(tmp_path / "s", folder)[1] == whole


def test_a_line_cut_off_by_the_end_of_the_machine_is_written_anew(tmp_path, desk, monkeypatch):
    whole, seal = sealed(tmp_path / "s", desk)
    lines = whole.manifest.read_bytes()
    whole.manifest.unlink()
    (tmp_path / "s" / "manifest.part").write_bytes(lines[: len(lines) // 2])
    assert sealed(tmp_path / "s", desk)[1] == seal


@pytest.mark.parametrize("change", ["more", "less", "other"])
def test_a_source_changed_in_between_is_not_sealed_as_if_it_were_one(tmp_path, desk, change):
    seizure, _ = sealed(tmp_path / "s", desk)
    lines = seizure.manifest.read_bytes()
    seizure.manifest.unlink()
    (tmp_path / "s" / "manifest.part").write_bytes(lines)
    match change:
        case "more":
            (desk / "added").write_bytes(b"")
        case "less":
            (desk / "nothing").unlink()
        case _:
            (desk / "copy.txt").write_bytes(b"Dear other client")
    with pytest.raises(SealError, match="as a new seizure"):
        sealed(tmp_path / "s", desk)


def test_a_folder_of_another_seizure_is_left_alone(tmp_path, desk):
    seizure, _ = sealed(tmp_path / "s", desk)
    with pytest.raises(SealError, match="another seizure"):
        seal(seizure, "S-2", [desk], chain_of(seizure).acknowledge)


@pytest.mark.parametrize("sources", [[], ["gone"], ["a/x", "b/x"]])
def test_sources_that_cannot_be_named_are_refused(tmp_path, sources):
    for folder in ("a/x", "b/x"):
        (tmp_path / folder).mkdir(parents=True)
    with pytest.raises(SealError):
        sealed(tmp_path / "s", *(tmp_path / source for source in sources))


def test_nothing_is_opened_before_a_journal_has_the_root(tmp_path, desk):
    seizure = Seizure(tmp_path / "s")

    def silent(seal):
        raise ConnectionError("the journal is not there")

    with pytest.raises(ConnectionError):
        seal(seizure, "S-1", [desk], silent)
    with pytest.raises(SealError, match="nothing of it is opened"):
        seizure.opened()
    receipt = seal(seizure, "S-1", [desk], chain_of(seizure).acknowledge)[1]
    assert seizure.opened() == receipt


def test_a_receipt_for_another_root_opens_nothing(tmp_path, desk):
    seizure = Seizure(tmp_path / "s")
    with pytest.raises(SealError, match="another root"):
        seal(seizure, "S-1", [desk], lambda seal: Receipt("S-1", b"0" * 32, seal.size, "journal", 0, NOON))
    with pytest.raises(SealError):
        seizure.opened()


def test_a_manifest_changed_after_it_was_acknowledged_opens_nothing(tmp_path, desk):
    seizure, _ = sealed(tmp_path / "s", desk)
    lines = seizure.manifest.read_bytes().splitlines(keepends=True)
    seizure.manifest.chmod(0o644)
    seizure.manifest.write_bytes(b"".join(lines[:-1]))
    with pytest.raises(SealError, match="not the one that was acknowledged"):
        seizure.opened()


def test_a_content_changed_in_the_store_is_found(tmp_path, desk):
    seizure, _ = sealed(tmp_path / "s", desk)
    content = entries(seizure)[b"desk/copy.txt"].content
    seizure.store.check(content)
    path = seizure.store.path(content.sha256)
    path.chmod(0o644)
    path.write_bytes(b"dear client")
    with pytest.raises(DamagedError):
        seizure.store.check(content)


def test_the_chain_of_custody_shows_every_change(tmp_path):
    chain = Chain(tmp_path / "custody.jsonl", lambda: NOON)
    for step in (Step.RECEIVED, Step.SEALED, Step.OPENED):
        chain.record("S-1", step, by="A. Clerk")
    assert [event.step for event in chain.events()] == [Step.RECEIVED, Step.SEALED, Step.OPENED]
    lines = chain.path.read_bytes().splitlines(keepends=True)
    for changed in (lines[1:], [lines[0], lines[2]], [lines[0].replace(b"Clerk", b"Other"), *lines[1:]], [b"x\n"]):
        chain.path.write_bytes(b"".join(changed))
        with pytest.raises(BrokenChainError):
            chain.events()


def test_a_store_keeps_nothing_that_was_not_flushed(tmp_path):
    store = Store(tmp_path / "contents")

    def half():
        with store.batch() as batch:
            batch.put_bytes(b"half")
            raise Broken

    with pytest.raises(Broken):
        half()
    assert not any(store.folder.iterdir())


@pytest.mark.parametrize("size", [PIECE - 1, PIECE, PIECE + 1, 5 * PIECE, 5 * PIECE + 4097])
def test_a_large_content_is_kept_byte_for_byte(tmp_path, size):
    data, store = os.urandom(size), Store(tmp_path / "contents")
    with store.batch() as batch:
        content = batch.put_bytes(data)
    assert (content.sha256, content.blake3) == (sha256(data).hexdigest(), blake3(data).hexdigest())
    assert store.path(content.sha256).read_bytes() == data


def test_a_large_content_that_cannot_be_read_to_its_end_leaves_nothing(tmp_path):
    store, left = Store(tmp_path / "contents"), [3]

    def read(buffer):
        left[0] -= 1
        if left[0] < 0:
            raise SourceError(OSError(EIO, "the disk is damaged"))
        return len(buffer)

    with store.batch() as batch, pytest.raises(SourceError):
        batch.put(read)
    assert not any(store.folder.iterdir())


def test_a_large_content_that_cannot_be_written_is_told_at_once_and_leaves_nothing(tmp_path):
    store, before = Store(tmp_path / "contents"), getrlimit(RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    setrlimit(RLIMIT_FSIZE, (2 * PIECE, before[1]))
    try:
        with store.batch() as batch, pytest.raises(OSError, match="File too large"):
            batch.put_bytes(bytes(4 * PIECE))
    finally:
        setrlimit(RLIMIT_FSIZE, before)
    assert not any(store.folder.iterdir())


def test_of_any_number_of_contents_on_their_way_few_are_open_at_once(tmp_path):
    store = Store(tmp_path / "contents")
    before = len(list(Path("/proc/self/fd").iterdir()))
    with store.batch() as one, store.batch() as other:
        for number in range(600):
            (one if number % 3 else other).put_bytes(b"%d" % number)
        assert len(list(Path("/proc/self/fd").iterdir())) - before < 300
        for _ in range(300):
            one.put_bytes(b"the same")
        one.absorb(other)
        lost = store.new_batch()
        lost.put_bytes(b"never flushed")
        lost.close()
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    assert all(Digest(sha256(b"%d" % number).hexdigest()) in store for number in range(600))
    assert not list(store.folder.glob("writing-*"))
