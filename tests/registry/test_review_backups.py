"""A backup tells of the seizures: whether they are in it, and whether they are kept as they should be."""

import shutil

import pytest
from django.conf import settings as settings_

from rogatory.registry import backups
from rogatory.registry.review.keeping import seizures
from rogatory.registry.review.readable import readable
from rogatory.sifting.run.keeping import copy_back, copy_out
from tests.registry.seizing import opened

pytestmark = pytest.mark.django_db
NOTE = b"Bring the grey folder on Thursday at nine."


@pytest.fixture(scope="module")
def once(office_once, shelf, django_db_blocker):
    with django_db_blocker.unblock(), pytest.MonkeyPatch().context() as patch:
        patch.setattr(settings_, "MATERIAL", shelf / "material")
        patch.setattr(settings_, "LEDGER", "")
        yield opened(office_once, shelf, {"note.txt": NOTE})


@pytest.fixture
def seizing(once, shelf, settings, tmp_path):
    settings.MATERIAL = tmp_path / "material"
    shutil.copytree(shelf / "material", settings.MATERIAL)
    return once


def wrong():
    """What is wrong with the one seizure there is."""
    (one,) = seizures()
    return list(one.wrong)


def test_it_is_told_that_the_seizures_are_not_in_a_backup_and_where_else_their_ledgers_are(seizing):
    (told,) = backups._left_out(seizures(), material=False)
    assert told.startswith(f"Seizures are not in it (1, {len(NOTE)} bytes): copy {settings_.MATERIAL} too")
    assert list(backups._left_out(seizures(), material=True)) == []
    folder = readable(seizing.case, "S-1").folder
    (folder / "ledger.sqlite3").unlink()
    (folder / "ledger.elsewhere").touch()
    (told,) = backups._left_out(seizures(), material=True)
    assert f"The ledgers of {seizing.case}:S-1 are in PostgreSQL" in told


def test_a_copy_is_made_while_somebody_writes_and_brings_everything_back(seizing, tmp_path):
    ledger = seizing.ledger()
    ledger.look_for(ledger.looked_for())  # not yet in the file itself, but in the log that is written ahead
    copy_out(settings_.MATERIAL, tmp_path / "copy")
    ledger.close()
    shutil.rmtree(settings_.MATERIAL)
    assert "its folder is not there" in wrong()[0]
    for _ in range(2):
        copy_back(tmp_path / "copy", settings_.MATERIAL)
        assert wrong() == []
    ledger = seizing.ledger()
    assert ledger.search("grey folder")
    ledger.close()


def test_what_is_not_kept_as_it_should_be_is_named(seizing):
    found = readable(seizing.case, "S-1")
    assert wrong() == []
    (content,) = (entry.content for entry in found.entries() if entry.content)
    path = found.store.path(content.sha256)
    path.unlink()
    assert content.sha256 in wrong()[0]
    path.write_bytes(NOTE[:-1])
    assert "missing or cut off" in wrong()[0]
    path.write_bytes(NOTE)
    ledger = found.ledger.read_bytes()
    found.ledger.write_bytes(ledger[:4096] + bytes(len(ledger) - 4096))
    assert "its ledger is damaged" in wrong()[0]
    found.ledger.write_bytes(ledger)
    found.manifest.chmod(0o600)
    found.manifest.write_bytes(found.manifest.read_bytes().replace(b"note", b"n0te"))
    assert wrong() == ["its manifest is not the one the journal holds"]
