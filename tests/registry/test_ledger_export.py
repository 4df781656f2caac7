"""An export and a receipt are verified outside, by two programs that share nothing and must agree."""

import random
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import transaction

import rogatory.verifiers
from rogatory.registry.ledger import erasure, keys, originals, reading
from rogatory.registry.ledger.append import NewEntry, append
from rogatory.registry.ledger.export import EmptyJournalError, export
from tests.registry.tampering import SAMPLE

AT = datetime(2025, 2, 4, 9, 0, tzinfo=UTC)
FOLDER = Path(rogatory.verifiers.__file__).parent
NODE = shutil.which("node")
SIZE = 300
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("journal_keys")]


def found(program, *arguments):
    """Exit code, and kind and place of each violation."""
    done = subprocess.run([*program, *map(str, arguments)], capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    lines = re.findall(r"^(?:VIOLATION \S+ [^:]*|ERASED [^:]*: .*)", done.stdout, re.MULTILINE)
    return done.returncode, sorted(lines)


def verified(*arguments):
    """What both verifiers say, which must be the same; without Node, the one."""
    one = found([sys.executable, "-I", FOLDER / "verify_journal.py"], *arguments)
    if NODE:
        assert found([NODE, FOLDER / "verify_journal.mjs"], *arguments) == one
    return one


ERASED = [
    "ERASED 3 title: lawful tombstone 300",
    f"ERASED original {originals.digest_of(b'a letter')}: lawful tombstone 300",
]


@pytest.fixture
def folder(tmp_path):
    """An export of 302 entries, of which one lost a field lawfully, and of one letter whose bytes went with it."""
    with transaction.atomic():
        entries = [
            NewEntry(f"c{i % 3}", "file.add", f"f{i}", "u1", {"pages": i, "title": f"Ü {i}"}) for i in range(SIZE)
        ]
        append(entries, at=AT)
        digest = originals.keep(b"a letter", 2)
    with transaction.atomic():
        erasure.erase({3: ["title"]}, by="u9", basis="GDPR, Article 17", at=AT, originals=[digest])
    with transaction.atomic():
        append([NewEntry("", "journal.check", "journal", "u1", {"tabs": "a\tb\u2028c"})], at=AT)
    export(tmp_path / "export")
    return tmp_path / "export"


def test_node_is_here_to_agree():
    if NODE is None:
        pytest.skip("no node in PATH: the second verifier is not run")


def test_a_good_export_verifies_and_names_what_was_lawfully_erased(folder, journal_keys):
    assert verified(folder) == (0, ERASED)
    assert verified("--policy", journal_keys / keys.POLICY, folder)[0] == 0
    names = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
    assert {"tile/0/000", "tile/0/001.p/46", "tile/1/000.p/1", "tile/entries/001.p/46", "verify_journal.py"} <= names


def test_a_receipt_verifies_against_the_policy_only(folder, journal_keys, tmp_path):
    path = tmp_path / "entry.tlog-proof"
    path.write_bytes(reading.receipt(7).encode())
    policy = journal_keys / keys.POLICY
    assert verified("--policy", policy, path) == (0, [])
    assert verified(path)[0] == 1
    text = path.read_bytes()
    for place in range(0, len(text), 7):
        path.write_bytes(text[:place] + bytes([text[place] ^ 1]) + text[place + 1 :])
        assert found([sys.executable, FOLDER / "verify_journal.py"], "--policy", policy, path)[0] == 1


def test_a_selection_shows_one_case_and_withholds_the_others(folder, tmp_path):
    export(tmp_path / "one", shown=lambda case: case == "c1")
    assert verified(tmp_path / "one") == (0, ERASED)
    shown = (tmp_path / "one" / "secrets" / "000").read_text("utf-8").splitlines()
    assert {int(line.split("\t")[0]) % 3 for line in shown} == {1}


def rewrite(path, change):
    path.write_bytes(change(path.read_bytes()))


def entries_of(data):
    found, at = [], 0
    while at < len(data):
        end = at + 2 + int.from_bytes(data[at : at + 2], "big")
        found.append(data[at:end])
        at = end
    return found


def exchange(items, a, b):
    items[a], items[b] = items[b], items[a]
    return items


BUNDLE, LAST = "tile/entries/000", "tile/entries/001.p/46"
DAMAGES = {
    "swap": (BUNDLE, lambda d: b"".join(exchange(entries_of(d), 5, 9)), "VIOLATION swapped 5"),
    "drop": (BUNDLE, lambda d: b"".join(entries_of(d)[:7] + entries_of(d)[8:]), "VIOLATION dropped 0"),
    "truncate": (LAST, lambda d: b"".join(entries_of(d)[:-1]), "VIOLATION truncated 256"),
    "duplicate": (BUNDLE, lambda d: b"".join([*entries_of(d), entries_of(d)[3]]), "VIOLATION duplicated 0"),
    "copy over": (
        BUNDLE,
        lambda d: b"".join([*entries_of(d)[:8], entries_of(d)[3], *entries_of(d)[9:]]),
        "VIOLATION duplicated 8",
    ),
    "cut": (BUNDLE, lambda d: d[:-1], "VIOLATION altered 0"),
    "change": (BUNDLE, lambda d: d.replace(b'"actor":"u1"', b'"actor":"u2"', 1), "VIOLATION altered 0"),
    "hash": ("tile/0/000", lambda d: d[:40] + bytes([d[40] ^ 1]) + d[41:], "VIOLATION altered 1"),
    "upper hash": ("tile/1/000.p/1", lambda d: bytes([d[0] ^ 1]) + d[1:], "VIOLATION tile tile/1/000.p/1"),
    "no hashes": ("tile/0/000", lambda _: b"", "VIOLATION tile tile/0/000"),
    "value": ("secrets/000", lambda d: d.replace("Ü 8".encode(), "Ü 9".encode(), 1), "VIOLATION secret 8"),
    "salt and a zero": ("secrets/000", lambda d: d.replace(b"=\t0\n", b"A\t0\n", 1), "VIOLATION secret 0"),
    "lost value": ("secrets/000", lambda d: d[: d.rstrip().rindex(b"\n") + 1], "VIOLATION missing 255"),
    "value twice": ("secrets/000", lambda d: d + d.splitlines(keepends=True)[0], "VIOLATION secret 0"),
    "tombstone": (
        "secrets/001.p/46",
        lambda d: d.replace(b'{"3":["title"]}', b'{"4":["title"]}'),
        "VIOLATION missing 3",
    ),
    "checkpoint": ("checkpoint", lambda d: d.replace(b"\n302\n", b"\n301\n"), "VIOLATION unreadable -"),
    "stranger": ("checkpoint", lambda d: d + b"\xe2\x80\x94 w AAAAAAAA\n", "VIOLATION unreadable -"),
    "selection": ("manifest.json", lambda d: d.replace(b'"all"', b'"none"'), "VIOLATION unreadable -"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_each_damage_of_an_export_has_its_name(folder, name):
    path, change, expected = DAMAGES[name]
    rewrite(folder / path, change)
    code, lines = verified(folder)
    assert code == 1
    assert expected in lines


def test_a_journal_that_was_cut_short_contradicts_what_was_kept(folder, tmp_path):
    kept = tmp_path / "kept.tlog-proof"
    kept.write_text(reading.receipt(301), "utf-8", newline="")
    with transaction.atomic():
        append([NewEntry("c1", "file.add", "f", "u1")], at=AT)
    later = tmp_path / "later"
    later.write_text(str(reading.newest()), "utf-8", newline="")
    assert verified("--known", kept, folder)[0] == 0
    assert verified("--known", later, folder) == (
        1,
        [*ERASED, "VIOLATION rolled-back 303"],
    )


def test_an_empty_journal_is_not_exported_and_no_folder_is_written_over(tmp_path):
    with pytest.raises(EmptyJournalError):
        export(tmp_path / "export")
    with transaction.atomic():
        append([NewEntry("c1", "file.add", "f", "u1")], at=AT)
    assert export(tmp_path / "export") == 1
    assert verified(tmp_path / "export") == (0, [])
    with pytest.raises(FileExistsError):
        export(tmp_path / "export")


def test_any_changed_byte_of_an_export_is_found_by_both(folder):
    """A few, through the programs themselves; ROGATORY_LONG=1 takes 300. `test_ledger_mutations` does the many."""
    rng = random.Random(7)
    files = [p for p in sorted(folder.rglob("*")) if p.is_file() and not p.name.startswith("verify_")]
    for _ in range(SAMPLE):
        path = rng.choice(files)
        data = path.read_bytes()
        place = rng.randrange(len(data))
        path.write_bytes(data[:place] + bytes([data[place] ^ rng.randrange(1, 256)]) + data[place + 1 :])
        code, lines = verified(folder)
        assert code == 1, (path, place)
        assert any(line.startswith("VIOLATION") for line in lines)
        path.write_bytes(data)
