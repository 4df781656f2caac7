"""A package as one file: only the recipient opens it, and what is inside verifies to the last byte."""

import io

import pyrage
import pytest

from rogatory.packaging.envelope import EnvelopeError, enclose
from rogatory.verifiers import bag
from tests.packaging.office import LETTER, POLICY, built, files, snapshot

KEY, OTHER = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    return built(tmp_path_factory.mktemp("out") / "package", snapshot((LETTER, "text/plain")))


def test_the_recipient_opens_it_and_nobody_else(package, tmp_path):
    enclose(package, [str(KEY.to_public())], tmp_path / "p.age")
    sealed = (tmp_path / "p.age").read_bytes()
    assert LETTER.encode() not in sealed
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [OTHER])
    (tmp_path / "p.zip").write_bytes(pyrage.decrypt(sealed, [KEY]))
    found = bag.read(tmp_path / "p.zip")
    assert found == files(package)
    assert list(bag.faults(found, POLICY)) == []
    assert sorted(p.name for p in tmp_path.iterdir()) == ["p.age", "p.zip"]


def test_no_changed_byte_of_it_opens(package, tmp_path):
    enclose(package, [str(KEY.to_public())], tmp_path / "p.age")
    sealed = (tmp_path / "p.age").read_bytes()
    for at in range(0, len(sealed), 97):
        changed = bytearray(sealed)
        changed[at] ^= 1
        with pytest.raises((pyrage.DecryptError, OSError)):
            pyrage.decrypt_io(io.BytesIO(changed), io.BytesIO(), [KEY])


@pytest.mark.parametrize(
    ("keys", "says"), [([], "no key"), (["age1xyz"], "no public key"), (["ssh-rsa A"], "no public")]
)
def test_without_a_key_nothing_is_written(package, tmp_path, keys, says):
    with pytest.raises(EnvelopeError, match=says):
        enclose(package, keys, tmp_path / "p.age")
    assert list(tmp_path.iterdir()) == []


def test_an_envelope_is_never_written_over(package, tmp_path):
    (tmp_path / "p.age").write_bytes(b"")
    with pytest.raises(FileExistsError, match="never written over"):
        enclose(package, [str(KEY.to_public())], tmp_path / "p.age")
