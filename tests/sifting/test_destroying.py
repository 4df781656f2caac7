"""Destroyed contents: gone from the store and the ledger, told by a note, and nothing else is touched."""

import io
import shutil
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256

import psycopg
import pytest

from rogatory.material.items import Digest, State
from rogatory.sifting.budget import Budget
from rogatory.sifting.ledger.database import LedgerError
from rogatory.sifting.ledger.ledger import Ledger
from rogatory.sifting.ledger.placing import opened
from rogatory.sifting.ledger.postgres import schema
from rogatory.sifting.run.destroying import StaysError, destroy, goes, gone_from
from rogatory.sifting.run.running import Grown, run
from rogatory.sifting.sealed.sealing import Seizure
from tests.databases import postgresql
from tests.sifting.seizures import sealed

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SECRET, PLAIN = b"The grey folder lies under the third stone.", b"Lunch on Friday at noon, as always."


def digest(data):
    return Digest(sha256(data).hexdigest())


def packed(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(f"{name}.txt"), data)
    return out.getvalue()


BOTH, ONE = packed(secret=SECRET, plain=PLAIN), packed(secret=SECRET)


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    """A letter that lies alone and in two archives, of which one holds another letter too."""
    made = sealed(tmp_path_factory.mktemp("s"), {"secret.txt": SECRET, "plain.txt": PLAIN, "one.zip": ONE})
    run(made, processes=1, budget=Budget(ocr=False))
    return made


@pytest.fixture
def seizure(once, tmp_path):
    shutil.copytree(once.folder, tmp_path / "s")
    return Seizure(tmp_path / "s")


def every_byte(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_named_contents_are_gone_from_store_and_ledger_and_the_others_are_not(seizure):
    gone = destroy(seizure, "C/S-1/9", [digest(SECRET), digest(ONE)], NOW)
    assert gone_from(seizure) == [gone]
    assert gone.contents == {digest(SECRET), digest(ONE)}
    assert digest(SECRET) not in seizure.store
    assert digest(PLAIN) in seizure.store
    ledger = Ledger(seizure.ledger)
    assert ledger.state(digest(SECRET)) is State.DESTROYED
    assert (ledger.text(digest(SECRET)), ledger.search("stone")) == ("", [])
    assert ledger.search("Friday") == [digest(PLAIN)]
    assert ledger.to_screen() == 0, "nobody looks at it again"
    ledger.close()
    assert SECRET not in every_byte(seizure.folder)
    assert b"stone" not in every_byte(seizure.folder)
    assert run(seizure, processes=1, budget=Budget(ocr=False)).waiting == 0


def test_what_lay_in_nothing_but_them_goes_with_them(seizure, tmp_path):
    alone = sealed(tmp_path / "alone", {"one.zip": ONE, "plain.txt": PLAIN})
    run(alone, processes=1, budget=Budget(ocr=False))
    assert destroy(alone, "C/S-1/9", [digest(ONE)], NOW).contents == {digest(ONE), digest(SECRET)}
    assert goes(seizure, [digest(ONE)]) == {digest(ONE)}, "the letter lies elsewhere too"


def test_what_would_be_left_in_a_container_that_stays_is_not_said_to_be_gone(seizure):
    with pytest.raises(StaysError, match="name that one too"):
        destroy(seizure, "C/S-1/9", [digest(SECRET)], NOW)
    with pytest.raises(StaysError, match="not in this seizure"):
        destroy(seizure, "C/S-1/9", [digest(b"something else")], NOW)
    assert gone_from(seizure) == []
    assert digest(SECRET) in seizure.store


def test_killed_in_the_middle_it_goes_on_and_is_told_once(seizure):
    both = [digest(SECRET), digest(ONE)]
    ledger = Ledger(seizure.ledger)
    ledger._db.execute("UPDATE contents SET due = 'screen' WHERE sha256 = ?", (digest(PLAIN),))
    with pytest.raises(LedgerError, match="it is being read"):
        destroy(seizure, "C/S-1/9", both, NOW)
    ledger._db.execute("UPDATE contents SET due = ''")
    ledger.close()
    destroy(seizure, "C/S-1/9", both, NOW)
    assert [one.certificate for one in gone_from(seizure)] == ["C/S-1/9"]
    assert digest(SECRET) not in seizure.store


def test_of_a_whole_seizure_its_manifest_custody_and_receipt_stay(seizure):
    destroy(seizure, "C/S-1/9", None, NOW)
    left = {path.name for path in seizure.folder.iterdir()}
    assert left == {"seizure.json", "manifest.jsonl", "receipt.json", "custody.jsonl", "destroyed.jsonl", "lock"} & left
    assert {"manifest.jsonl", "receipt.json", "destroyed.jsonl"} <= left
    assert b"stone" not in every_byte(seizure.folder)
    assert gone_from(seizure)[0].whole


def test_in_postgresql_it_is_gone_too_and_a_whole_seizure_leaves_no_schema(tmp_path):
    address = postgresql()
    made = sealed(tmp_path, {"secret.txt": SECRET, "plain.txt": PLAIN}, f"S-{tmp_path.name}")
    run(made, processes=1, budget=Budget(ocr=False), grown=Grown(address))
    destroy(made, "C/S-1/9", [digest(SECRET)], NOW, address)
    with closing(opened(made, address)) as ledger:
        assert (ledger.state(digest(SECRET)), ledger.search("stone")) == (State.DESTROYED, [])
        assert ledger.search("Friday") == [digest(PLAIN)]
    destroy(made, "C/S-1/10", None, NOW, address)
    with psycopg.connect(address) as database:
        told = database.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", (schema(made.ident()),))
        assert told.fetchone() is None
