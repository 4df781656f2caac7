"""`rogatory package`: plan, build, verify, as an office does it."""

from base64 import b64encode

import pyrage
import pytest
from typer.testing import CliRunner

from rogatory.cli import app
from rogatory.deployment.law_in_force import law_in_force
from rogatory.packaging.reading import read
from tests.packaging.office import POLICY, receipted
from tests.packaging.recorded import item, recorded

KEY = str(pyrage.x25519.Identity.generate().to_public())


def run(*words):
    return CliRunner().invoke(app, ["package", *map(str, words)])


@pytest.fixture
def told(tmp_path):
    """A snapshot, and what the journal gives for it."""
    path = recorded(tmp_path)
    receipt = receipted(read(path, law_in_force())).receipt
    options = {"--receipt": receipt.proof, "--salt": b64encode(receipt.salt).decode() + "\n", "--policy": POLICY}
    words = []
    for number, (option, text) in enumerate(options.items()):
        (tmp_path / f"f{number}").write_text(text, newline="")
        words += [option, tmp_path / f"f{number}"]
    return path, words


def test_a_package_is_planned_built_encrypted_and_verified(told, tmp_path):
    path, words = told
    planned = run("plan", path)
    assert planned.exit_code == 0
    made = run("build", path, tmp_path / "P-1", *words, "--to", KEY)
    assert made.exit_code == 0, made.output
    assert planned.output.strip() in made.output
    assert (tmp_path / "P-1.age").read_bytes().startswith(b"age-encryption.org/v1")
    verified = run("verify", tmp_path / "P-1", "--policy", words[-1])
    assert (verified.exit_code, verified.output.splitlines()[-1]) == (0, "verified: 1 items")
    (tmp_path / "P-1" / "data" / "items" / "000001.txt").write_text("other words")
    assert run("verify", tmp_path / "P-1").exit_code == 1


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda p, w: recorded(p.parent, remedy=True), f"item {item('letter')} is withheld"),
        (lambda p, w: w[1].write_text("no receipt"), "receipt:"),
        (lambda p, w: w[3].write_text("?"), "salt:"),
        (lambda p, w: w[5].write_text("quorum"), "line 1"),
        (lambda p, w: w[5].unlink(), "cannot be read"),
    ],
    ids=["a remedy", "no receipt", "no salt", "no policy", "no file"],
)
def test_nothing_is_made_where_something_is_wrong(told, tmp_path, change, says):
    path, words = told
    change(path, words)
    made = run("build", path, tmp_path / "P-1", *words)
    assert made.exit_code == 2
    assert says in made.output
    assert not (tmp_path / "P-1").exists()


def test_a_key_that_is_none_leaves_the_package_and_says_so(told, tmp_path):
    path, words = told
    made = run("build", path, tmp_path / "P-1", *words, "--to", "age1")
    assert made.exit_code == 2
    assert "it was not encrypted" in made.output
    assert (tmp_path / "P-1").is_dir()
