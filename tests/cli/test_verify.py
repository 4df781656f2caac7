"""`rogatory verify` says each thing in words, and its exit code says whether one may rely on the document."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rogatory.decision.documents.document import Document, Paragraph
from rogatory.journal import leaf, tree
from rogatory.journal.checkpoint import Checkpoint
from rogatory.journal.note import Signer, Type
from rogatory.journal.proof import Proof
from rogatory.typesetting.checking import name_in_journal
from rogatory.typesetting.keys import demonstration_key
from rogatory.typesetting.signing import sign
from tests.cli.desk import rogatory

LETTER = Document(
    kind="acknowledgement",
    language="en",
    title="Receipt of your request",
    sender=("Central Authority",),
    addressee=("Prosecutor General's Office",),
    place="Brussels",
    day="30 November 2026",
    case="2025/0417",
    blocks=(Paragraph("We have your request."),),
    signatory=("J. Example", "Clerk"),
    draft=False,
)


@dataclass
class Folder:
    document: Path
    root: Path
    receipt: Path
    policy: Path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A signed letter, and what its addressee was given with it."""
    at = datetime.fromtimestamp(time.time(), UTC)
    key, log = demonstration_key(at), Signer("justice.example/journal", Type.LOG, bytes(32))
    made = Folder(*(tmp_path_factory.mktemp("sent") / name for name in ("letter.pdf", "root.pem", "r", "policy")))
    made.document.write_bytes(sign(LETTER, key.signer, at=at, place="rogatory verify"))
    made.root.write_bytes(key.root)
    entry = leaf.write(0, leaf.moment(at), ("u1", "sign", name_in_journal(made.document.read_bytes()), "2025/0417"), {})
    note = Checkpoint("justice.example/journal", 1, tree.leaf_hash(entry)).signed(log)
    made.receipt.write_text(str(Proof(0, (), note, entry)), "utf-8")
    made.policy.write_text(f"log {log.verifier}\nquorum none\n", "utf-8")
    return made


def test_a_genuine_letter(folder: Folder) -> None:
    result = rogatory(
        "verify", str(folder.document), "--trust", str(folder.root), "--receipt", str(folder.receipt),
        "--policy", str(folder.policy),
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    assert result.output.endswith("Genuine.\n")
    assert result.output.count("✓") == 6
    assert "signed with the certificate of Test signatory, Test office" in result.output


def test_nobody_to_trust(folder: Folder) -> None:
    result = rogatory("verify", str(folder.document))
    assert result.exit_code == 1
    assert "? whether that certificate is to be trusted" in result.output
    assert "Not shown to be genuine" in result.output


def test_a_letter_that_was_changed(folder: Folder, tmp_path: Path) -> None:
    data = bytearray(folder.document.read_bytes())
    data[-40] ^= 1
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(data + b" ")
    result = rogatory("verify", str(changed), "--trust", str(folder.root), "--receipt", str(folder.receipt))
    assert result.exit_code in (1, 2)
    assert "Genuine" not in result.output


@pytest.mark.parametrize("name", ["document", "--trust", "--receipt", "--opening", "--policy"])
def test_what_cannot_be_read_is_named(folder: Folder, tmp_path: Path, name: str) -> None:
    missing, junk = tmp_path / "missing", tmp_path / "junk"
    junk.write_bytes(b"\xff\xfe junk")
    for path, words in ((missing, f"{missing} cannot be read"), (junk, f"{junk}: ")):
        given = [str(path)] if name == "document" else [str(folder.document), name, str(path)]
        result = rogatory("verify", *given)
        assert result.exit_code == 2
        assert words in result.stderr
