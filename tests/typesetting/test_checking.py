"""Whoever holds a document checks it offline: what was touched is found, what is not known is no yes."""

import base64
import hashlib
import io
import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.generic import StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import PageObject

from rogatory.journal import leaf, tree
from rogatory.journal.checkpoint import Checkpoint
from rogatory.journal.note import Signer, Type
from rogatory.journal.policy import Policy
from rogatory.journal.proof import Proof
from rogatory.typesetting.checking import Given, NoDocumentError, State, certificates, check, holds, name_in_journal
from rogatory.typesetting.code import code_of
from rogatory.typesetting.keys import demonstration_key
from rogatory.typesetting.paper import pdf
from rogatory.typesetting.signing import sign, sign_set
from rogatory.typesetting.stamping import Stamp
from tests.typesetting.samples import ENGLISH, FRENCH, read

AT = datetime(2026, 11, 30, 12, tzinfo=UTC)
KEY, OTHER = demonstration_key(AT), demonstration_key(AT)
DATA = sign(ENGLISH, KEY.signer, at=AT, place="https://justice.example/check")
ANOTHER = sign(FRENCH, KEY.signer, at=AT, place="https://justice.example/check")
TRUSTING = Given(AT, certificates(KEY.root))
CONTAINER = DATA.index(b"/Contents <") + len(b"/Contents ")


def said(data: bytes, state: State, given_beside: Given = TRUSTING) -> str:
    return "\n".join(line.text for line in check(data, given_beside) if line.state is state)


def found(data: bytes, given_beside: Given = TRUSTING) -> bool:
    """Whether the check says that something is wrong, or that this is no document at all."""
    try:
        return not holds(check(data, given_beside))
    except NoDocumentError:
        return True


def test_a_sound_document_holds() -> None:
    assert holds(check(DATA, TRUSTING))
    assert said(DATA, State.BAD) == said(DATA, State.OPEN) == ""
    for words in ("covers the whole file", "as it was when it was signed", "leads to one you trust", "on each page"):
        assert words in said(DATA, State.GOOD)
    assert "J. Example, Head of the Central Authority" in said(DATA, State.NOTE)


# --- What was touched -------------------------------------------------------------------------------

PLACES = sorted({*range(0, len(DATA), len(DATA) // 60), *range(CONTAINER, CONTAINER + 3000, 40), len(DATA) - 1})


@pytest.mark.parametrize("part", range(4))
def test_a_byte_changed_anywhere_is_found(part: int) -> None:
    chance = random.Random(part)
    for place in PLACES[part::4]:
        changed = bytearray(DATA)
        others = b"0123456789ABCDEF" if CONTAINER < place < CONTAINER + 3000 else bytes(range(256))
        changed[place] = chance.choice(others.replace(bytes([DATA[place]]), b""))
        assert found(bytes(changed)), place


@settings(max_examples=20, deadline=None)
@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_so_is_any_other(place: int, flip: int) -> None:
    changed = bytearray(DATA)
    changed[place] ^= flip
    assert found(bytes(changed))


def with_page_appended() -> bytes:
    """As a program that adds pages would do it: behind the signed file, which it leaves as it is."""
    writer = IncrementalPdfFileWriter(io.BytesIO(DATA))
    content = writer.add_object(StreamObject(stream_data=b""))
    writer.insert_page(PageObject(contents=content, media_box=(0, 0, 595, 842)))
    out = io.BytesIO()
    writer.write(out)
    assert len(read(out.getvalue())) == len(read(DATA)) + 1
    return out.getvalue()


def rewritten() -> bytes:
    out = io.BytesIO()
    pikepdf.open(io.BytesIO(DATA)).save(out)
    return out.getvalue()


TOUCHED = {
    "a page appended": (with_page_appended(), "bytes were added"),
    "a byte appended": (DATA + b"\n", "1 bytes were added"),
    "rewritten by another program": (rewritten(), "does not cover the whole file"),
    "the signature cut off": (DATA[: len(pdf(ENGLISH))], "it bears no signature"),
    "small letters in the signature": (
        DATA[:CONTAINER] + DATA[CONTAINER : CONTAINER + 200].lower() + DATA[CONTAINER + 200 :],
        "something beside the signature",
    ),
}


@pytest.mark.parametrize(("data", "words"), TOUCHED.values(), ids=TOUCHED)
def test_what_was_done_is_said(data: bytes, words: str) -> None:
    assert words in said(data, State.BAD)


@pytest.mark.parametrize(
    "data", [b"", b"Dear colleague", b"%PDF-1.7\n%%EOF", DATA[:3000], pdf(ENGLISH)[5:], bytes(50_000_001)]
)
def test_what_is_no_document_is_said(data: bytes) -> None:
    with pytest.raises(NoDocumentError, match="no PDF"):
        check(data, TRUSTING)


def test_many_at_once_are_checked_as_one_by_one() -> None:
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda data: holds(check(data, TRUSTING)), [DATA, ANOTHER] * 6)) == [True] * 12


def test_a_code_of_another_document_is_found() -> None:
    stamp = Stamp(code_of(pdf(FRENCH)), "https://justice.example/check", "J. Example", "", "en", AT.date())
    data = sign_set(pdf(ENGLISH), stamp, KEY.signer, at=AT)
    assert said(data, State.BAD) == f"the code printed is not that of the file ({code_of(pdf(ENGLISH))}) on page 1"


# --- Whom to trust ----------------------------------------------------------------------------------


def test_without_a_certificate_to_trust_nothing_is_decided() -> None:
    nobody = Given(AT)
    assert not holds(check(DATA, nobody))
    assert said(DATA, State.BAD, nobody) == ""
    assert said(DATA, State.OPEN, nobody) == "whether that certificate is to be trusted: name those you trust"


@pytest.mark.parametrize(
    ("beside", "words"),
    [
        (Given(AT, certificates(OTHER.root)), "that certificate leads to none of those you trust"),
        (replace(TRUSTING, now=AT + timedelta(days=400)), "valid from 2026-11-30 to 2027-11-30, and nothing you trust"),
        (replace(TRUSTING, now=AT - timedelta(days=2)), "valid from 2026-11-30 to 2027-11-30, and nothing you trust"),
    ],
    ids=["another root", "expired", "not valid yet"],
)
def test_a_certificate_that_is_not_to_be_trusted(beside: Given, words: str) -> None:
    assert words in said(DATA, State.BAD, beside)


def test_a_file_that_is_no_certificate() -> None:
    for data in (b"", b"junk", b"-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"):
        with pytest.raises(NoDocumentError, match="no certificate"):
            certificates(data)


# --- The journal's receipt --------------------------------------------------------------------------

LOG = Signer("justice.example/journal", Type.LOG, bytes(32))
POLICY = Policy.parse(f"log {LOG.verifier}\nquorum none\n")
SALT = bytes(range(32))


def receipt(thing: str, fields: dict[str, bytes] | None = None, log: Signer = LOG) -> str:
    """The receipt of an entry about a thing, the third in a journal of three."""
    leaves = [leaf.write(n, leaf.moment(AT), ("u1", "look", f"f{n}", "2025/0417"), {}) for n in range(2)]
    leaves.append(leaf.write(2, leaf.moment(AT), ("u1", "sign", thing, "2025/0417"), fields or {}))
    hashes = [tree.leaf_hash(one) for one in leaves]
    left = tree.node_hash(hashes[0], hashes[1])
    note = Checkpoint(str(log.verifier.name), 3, tree.node_hash(left, hashes[2])).signed(log)
    return str(Proof(2, (left,), note, leaves[2]))


FORGER = Signer(LOG.verifier.name, Type.LOG, bytes([1] * 32))
GOOD = receipt(name_in_journal(DATA))


def test_a_receipt_of_the_document_holds() -> None:
    beside = replace(TRUSTING, receipt=GOOD, policy=POLICY)
    assert holds(check(DATA, beside))
    assert "the receipt is of this document: entry 2" in said(DATA, State.GOOD, beside)
    assert "the journal justice.example/journal has that entry, among 3" in said(DATA, State.GOOD, beside)


def test_a_receipt_whose_entry_commits_to_the_document_holds_with_its_opening() -> None:
    value = leaf.canonical({"document": name_in_journal(DATA), "pages": 1})
    text = receipt("D1", {"sent": leaf.commitment(SALT, "sent", value)})
    opening = f"2\tsent\t{base64.b64encode(SALT).decode()}\t{value.decode()}\n"
    beside = replace(TRUSTING, receipt=text, opening=opening, policy=POLICY)
    assert holds(check(DATA, beside))
    assert "the receipt is of something else" in said(ANOTHER, State.BAD, beside)
    for wrong in ("", "junk", opening.replace("2\t", "1\t", 1), opening.replace('"pages":1', '"pages":2')):
        assert "the receipt is of something else" in said(DATA, State.BAD, replace(beside, opening=wrong))


def test_a_receipt_without_the_keys_of_the_journal_decides_nothing() -> None:
    beside = replace(TRUSTING, receipt=GOOD)
    assert not holds(check(DATA, beside))
    assert said(DATA, State.OPEN, beside) == "whether the journal gave that receipt: name the policy with its keys"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (receipt(name_in_journal(ANOTHER)), "the receipt is of something else"),
        (
            receipt(name_in_journal(DATA), log=FORGER),
            "did not give that receipt",
        ),
        (GOOD.replace("index 2", "index 1"), "did not give that receipt"),
        ("junk", "none that can be read"),
        (GOOD.replace("extra ", "extra A"), "none that can be read"),
    ],
    ids=["of another document", "of another log", "another number", "junk", "a spoilt entry"],
)
def test_a_receipt_that_is_not_of_this_document(text: str, words: str) -> None:
    assert words in said(DATA, State.BAD, replace(TRUSTING, receipt=text, policy=POLICY))


def test_the_name_in_the_journal_is_the_digest_anybody_can_count() -> None:
    assert name_in_journal(DATA) == "sha256:" + hashlib.sha256(DATA).hexdigest()
