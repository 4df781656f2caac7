"""Tiles, keys, checkpoints, cosignatures, policies and receipts as C2SP writes them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rogatory.journal import tiles, tree
from rogatory.journal.checkpoint import Checkpoint, open_checkpoint, with_lines
from rogatory.journal.note import Note, NoteError, Signer, Type, Verifier
from rogatory.journal.policy import Policy, PolicyError
from rogatory.journal.proof import Proof
from tests.journal.test_tree import Grown

LOG = Signer("rogatory.example/journal", Type.LOG, bytes(range(32)))
WITNESSES = [Signer(f"witness.example/w{i}", Type.WITNESS, bytes([i]) * 32) for i in range(3)]
GROWN = Grown(str(i).encode() for i in range(11))
NOTE = Checkpoint(LOG.verifier.name, 11, GROWN.roots[11]).signed(LOG)


def cosigned(*witnesses):
    text = Note.parse(NOTE).text
    return with_lines(NOTE, [w.sign(text, 1_700_000_000) for w in witnesses])


def policy(quorum="group two 2 w0 w1 w2\nquorum two"):
    known = "\n".join(f"witness w{i} {w.verifier} http://127.0.0.1:{8000 + i}/" for i, w in enumerate(WITNESSES))
    return Policy.parse(f"# the office\nlog {LOG.verifier}\n\n{known}\n{quorum}\n")


# --- tiles


@pytest.mark.parametrize(
    ("tile", "path"),
    [
        (tiles.Tile(0, 0), "tile/0/000"),
        (tiles.Tile(1, 1234067), "tile/1/x001/x234/067"),
        (tiles.Tile(2, 0, 1), "tile/2/000.p/1"),
        (tiles.Tile(0, 1000, 7), "tile/0/x001/000.p/7"),
    ],
)
def test_a_tile_has_the_path_of_the_specification(tile, path):
    assert tile.path == path
    assert tile.entries_path == path.replace(f"/{tile.level}/", "/entries/", 1)


def test_the_tiles_of_the_specifications_example():
    found = list(tiles.tiles(70_000))
    assert [t for t in found if t.width < 256] == [tiles.Tile(0, 273, 112), tiles.Tile(1, 1, 17), tiles.Tile(2, 0, 1)]
    assert len(found) == 273 + 1 + 1 + 1 + 1
    assert list(tiles.tiles(256)) == [tiles.Tile(0, 0), tiles.Tile(1, 0, 1)]
    assert list(tiles.tiles(0)) == []


@given(st.lists(st.binary(max_size=300), max_size=20))
def test_a_bundle_gives_its_entries_back(entries):
    data = tiles.bundle(entries)
    assert tiles.unbundle(data) == entries
    if data:
        with pytest.raises(tiles.BundleError):
            tiles.unbundle(data + b"\x00")


# --- keys and notes


def test_the_key_of_the_go_notes_is_read():
    # The key of the package note of golang.org/x/mod/sumdb, as its documentation prints it.
    text = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    key = Verifier.parse(text)
    assert (key.name, key.kind, str(key)) == ("PeterNeumann", Type.LOG, text)
    note = (
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    )
    assert Note.parse(note).signers([key]) == [key]


def test_a_private_key_is_read_back():
    again = Signer.parse(LOG.private() + "\n")
    assert again.verifier == LOG.verifier
    assert Verifier.parse(str(WITNESSES[0].verifier)) == WITNESSES[0].verifier


@pytest.mark.parametrize(
    "vkey",
    [
        "",
        "a",
        "a+00000000+AQ==",
        "a+00000000+!!",
        str(LOG.verifier)[:-3],
        str(LOG.verifier).replace("example", "examp"),
    ],
)
def test_a_key_that_does_not_fit_its_id_is_none(vkey):
    with pytest.raises(NoteError):
        Verifier.parse(vkey)


def test_signatures_of_unknown_keys_are_passed_over():
    note = cosigned(*WITNESSES)
    found, by = open_checkpoint(note, LOG.verifier, [WITNESSES[1].verifier])
    assert (found.size, found.root) == (11, GROWN.roots[11])
    assert by == [WITNESSES[1].verifier]
    assert str(Note.parse(note)) == note


def test_a_witness_signs_the_time_and_a_log_does_not():
    text = Note.parse(NOTE).text
    line = WITNESSES[0].sign(text, 1_700_000_000)
    assert line.count(" ") == 2
    with pytest.raises(NoteError, match="with its time"):
        WITNESSES[0].sign(text)
    with pytest.raises(NoteError, match="with its time"):
        LOG.sign(text, 5)


ALL = cosigned(*WITNESSES).encode()


@settings(max_examples=400)
@given(st.integers(0, len(ALL) - 1), st.integers(1, 255))
def test_no_byte_of_a_checkpoint_changes_unseen(place, bits):
    data = bytearray(ALL)
    data[place] ^= bits
    keys = [w.verifier for w in WITNESSES]
    try:
        found = open_checkpoint(data.decode(), LOG.verifier, keys)
    except (NoteError, UnicodeDecodeError):
        return
    # A changed name or key id makes a line of an unknown key; then a witness is missing.
    assert len(found[1]) < len(keys)


@pytest.mark.parametrize(
    "text",
    ["", "a\n1\n", "a\n01\nAAAA\n", "a\n1\nAAAA\n", "a\n-1\n" + "A" * 43 + "=\n", "\n1\n" + "A" * 43 + "=\n"],
)
def test_a_text_that_is_no_checkpoint_is_refused(text):
    with pytest.raises(NoteError):
        Checkpoint.parse(text)


def test_another_logs_checkpoint_is_not_ours():
    other = Signer("other.example/log", Type.LOG, bytes(32))
    with pytest.raises(NoteError, match=r"not signed by rogatory\.example/journal"):
        open_checkpoint(Checkpoint(other.verifier.name, 11, GROWN.roots[11]).signed(other), LOG.verifier)


# --- policy and receipts


def test_two_of_three_witnesses_are_a_quorum():
    keys = [w.verifier for w in WITNESSES]
    assert [policy().accepts(keys[:n]) for n in range(4)] == [False, False, True, True]
    assert policy("quorum none").accepts([])
    assert policy().urls["w1"] == "http://127.0.0.1:8001"
    assert Policy.parse(f"witness w0 {WITNESSES[0].verifier}\nquorum w0").urls == {}


@pytest.mark.parametrize(
    "quorum",
    [
        "",
        "quorum w9",
        "quorum w0\nquorum w1",
        "group a 3 w0 w1\nquorum a",
        "group a 0 w0\nquorum a",
        "group a any a\nquorum a",
        "group a any w0\ngroup b all a w0\nquorum b",
        "group w0 any w1\nquorum w0",
        "group none any w1\nquorum none",
        "witness again " + str(WITNESSES[0].verifier) + "\nquorum again",
        "log " + str(WITNESSES[0].verifier) + "\nquorum none",
        "nonsense\nquorum none",
    ],
)
def test_a_policy_that_says_nothing_clear_is_refused(quorum):
    with pytest.raises(PolicyError):
        policy(quorum)


def receipt(index=4):
    return Proof(index, tuple(tree.inclusion(index, 11, GROWN.lookup)), cosigned(*WITNESSES[:2]), str(index).encode())


def test_a_receipt_is_read_back_and_verifies():
    proof = Proof.parse(str(receipt()))
    assert proof == receipt()
    assert proof.verify(b"4", policy()).size == 11
    assert str(proof).startswith("c2sp.org/tlog-proof@v1\nextra NA==\nindex 4\n")


def test_a_receipt_without_the_quorum_is_not_accepted():
    proof = receipt()
    with pytest.raises(NoteError, match="quorum"):
        Proof(proof.index, proof.path, NOTE).verify(b"4", policy())
    with pytest.raises(NoteError, match="does not lead"):
        proof.verify(b"5", policy())
    with pytest.raises(NoteError, match="no log of the policy"):
        proof.verify(b"4", Policy(quorum="none"))


TEXT = str(receipt()).encode()


@settings(max_examples=400)
@given(st.integers(0, len(TEXT) - 1), st.integers(1, 255))
def test_no_byte_of_a_receipt_changes_unseen(place, bits):
    data = bytearray(TEXT)
    data[place] ^= bits
    try:
        proof = Proof.parse(data.decode())
        leaf = proof.extra
        assert leaf is not None
        proof.verify(leaf, policy())
    except (NoteError, UnicodeDecodeError, AssertionError):
        return
    pytest.fail("a changed receipt was accepted")


@pytest.mark.parametrize(
    "text",
    ["", "hunter2", LOG.private().replace("example", "examp"), LOG.private()[:-4] + "AAA=", "PRIVATE+KEY+a+00+AQ=="],
)
def test_what_is_no_private_key_is_refused(text):
    with pytest.raises(NoteError):
        Signer.parse(text)


def test_a_key_has_a_name_without_blanks():
    with pytest.raises(NoteError, match="neither blanks nor plus signs"):
        Signer("the journal", Type.LOG, bytes(32))


def test_a_line_twice_is_one_signer():
    twice = with_lines(cosigned(WITNESSES[0]), [str(Note.parse(cosigned(WITNESSES[0])).lines[1])])
    assert Note.parse(twice).signers([WITNESSES[0].verifier]) == [WITNESSES[0].verifier]


def test_a_cosignature_of_another_length_does_not_verify():
    assert not WITNESSES[0].verifier.verifies("text\n", bytes(64))
    assert not LOG.verifier.verifies("text\n", bytes(3))


def test_the_key_id_must_be_that_of_the_key():
    vkey = str(LOG.verifier)
    with pytest.raises(NoteError, match="key id is not that of the key"):
        Verifier.parse(vkey.replace(LOG.verifier.id.hex(), "00000000"))
