"""A signed document checked offline, by whoever holds it: each thing that was looked at, in words.

Nothing is asked of the office. What the file alone cannot tell (whether a certificate is to be trusted, whether the
journal has the document) is told as not decided, and is never taken for a yes.
"""

import hashlib
import io
import json
import logging
import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Final

import pypdfium2  # type: ignore[import-untyped] # it ships no types
from asn1crypto import pem  # type: ignore[import-untyped] # it ships no types
from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator import ValidationContext

from rogatory.journal.leaf import Leaf, LeafError, commitment, parse
from rogatory.journal.note import NoteError, unbase64
from rogatory.journal.policy import Policy
from rogatory.journal.proof import Proof
from rogatory.typesetting.code import CODE, code_of
from rogatory.typesetting.strict import loose, strange

logging.getLogger("pyhanko").addHandler(logging.NullHandler())
"""What it tells there is told here in words; a program that keeps a log still gets it."""

LARGEST: Final = 50_000_000
"""Bytes of a file that is looked at."""
MOST_PAGES: Final = 2000
"""Pages that are read."""

_pdfium: Final = threading.Lock()
"""PDFium serves one thread at a time."""
_END: Final = b"%%EOF"
_REVISIONS: Final = 2


class State(Enum):
    """What became of one thing that was looked at."""

    GOOD = "good"
    NOTE = "note"
    """Neither good nor bad; worth knowing."""
    OPEN = "not decided"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at."""

    state: State
    text: str


@dataclass(frozen=True, slots=True)
class Given:
    """What the person who checks has beside the document.

    Attributes:
        now: The moment of the check; certificates must be valid at it, or at that of a time stamp that is trusted.
        trusted: Root certificates that are trusted, of signatories and of time-stamp authorities.
        receipt: Text of the journal's receipt (`.tlog-proof`); empty: none.
        opening: Line that opens the field of the receipt's entry with the document's name; empty: its object is that.
        policy: Keys of the journal and its witnesses (C2SP tlog-policy); None: none is trusted.
    """

    now: datetime
    trusted: tuple[asn1_x509.Certificate, ...] = ()
    receipt: str = ""
    opening: str = ""
    policy: Policy | None = None


class NoDocumentError(ValueError):
    """The file is no PDF that can be read, or a certificate is none."""


def name_in_journal(data: bytes) -> str:
    """What the journal calls a signed document: the digest of the whole file.

    It stands as the object of an entry, or as the value of a field that the entry commits to.
    """
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def certificates(data: bytes) -> tuple[asn1_x509.Certificate, ...]:
    """Certificates from a PEM or DER file.

    Raises:
        NoDocumentError: It holds none.
    """
    try:
        parts = [part for _, _, part in pem.unarmor(data, multiple=True)] if pem.detect(data) else [data]
        found = tuple(asn1_x509.Certificate.load(part, strict=True) for part in parts)
        for one in found:
            _ = one.subject.native, one.public_key.algorithm
    except (ValueError, TypeError) as error:
        msg = f"no certificate: {error}"
        raise NoDocumentError(msg) from error
    return found


def check(data: bytes, given: Given) -> list[Line]:
    """Look at everything a document shows.

    Raises:
        NoDocumentError: It is no PDF that can be read, or too large to be ours.
    """
    if len(data) > LARGEST:
        msg = f"no PDF that can be read: {len(data)} bytes, {LARGEST} at most"
        raise NoDocumentError(msg)
    try:
        reader = PdfFileReader(io.BytesIO(data))
        signatures = list(reader.embedded_regular_signatures)
    except Exception as error:  # a damaged file makes the reader fail in many ways; none of them is a crash
        msg = f"no PDF that can be read: {_said(error)}"
        raise NoDocumentError(msg) from error
    if len(signatures) != 1:
        found = "it bears no signature" if not signatures else f"it bears {len(signatures)} signatures instead of one"
        return [Line(State.BAD, found), *_receipt(data, given)]
    return [*_signature(data, signatures[0], given), *_code(data, reader), *_receipt(data, given)]


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__


def holds(lines: Sequence[Line]) -> bool:
    """Whether everything was decided, and well."""
    return not any(line.state in (State.OPEN, State.BAD) for line in lines)


def _signature(data: bytes, signature: EmbeddedPdfSignature, given: Given) -> Iterator[Line]:
    found = loose(data, signature)
    if found:
        yield Line(State.BAD, f"the signature does not cover the whole file, and nothing but it: {found}")
    else:
        yield Line(State.GOOD, "the signature covers the whole file")
    try:
        moment = given.now
        status = _validated(signature, given, moment)
        stamped = status.timestamp_validity
        if stamped is not None and stamped.valid and stamped.intact and stamped.trusted:
            # What was valid when the stamp was given stays so.
            moment = stamped.timestamp
            status = _validated(signature, given, moment)
    except Exception as error:  # as above
        yield Line(State.BAD, f"the signature cannot be checked: {_said(error)}")
        return
    if status.intact and status.valid:
        yield Line(State.GOOD, "the file is as it was when it was signed")
    else:
        yield Line(State.BAD, "the file was changed after it was signed, or the signature is not of this file")
    odd = strange(signature, [one.dump() for one in given.trusted])
    if odd:
        yield Line(State.BAD, odd)
    yield from _signatory(signature, status, given, moment)
    yield _moment(signature, status)


def _validated(signature: EmbeddedPdfSignature, given: Given, moment: datetime) -> Any:  # noqa: ANN401 - pyHanko's
    context = ValidationContext(trust_roots=list(given.trusted), other_certs=[], moment=moment, allow_fetching=False)
    return validate_pdf_signature(signature, signer_validation_context=context)


def _signatory(
    signature: EmbeddedPdfSignature,
    status: Any,  # noqa: ANN401 - pyHanko's
    given: Given,
    moment: datetime,
) -> Iterator[Line]:
    certificate = signature.signer_cert
    names = f"{_who(certificate.subject)}, certified by {_who(certificate.issuer)}"
    printed = str(signature.sig_object.get("/Name", ""))
    yield Line(State.NOTE, f"signed with the certificate of {names}; it names as signatory: {printed or 'nobody'}")
    if status.trusted:
        yield Line(State.GOOD, "that certificate leads to one you trust; whether it was revoked was not asked")
    elif given.trusted and not certificate.not_valid_before <= moment <= certificate.not_valid_after:
        span = f"{certificate.not_valid_before:%Y-%m-%d} to {certificate.not_valid_after:%Y-%m-%d}"
        yield Line(
            State.BAD, f"that certificate is valid from {span}, and nothing you trust shows that it was used then"
        )
    elif given.trusted:
        yield Line(State.BAD, "that certificate leads to none of those you trust")
    else:
        yield Line(State.OPEN, "whether that certificate is to be trusted: name those you trust")


def _who(name: Any) -> str:  # noqa: ANN401 - asn1crypto ships no types
    """Common name and organisation; else all there is."""
    parts = [name.native.get(part) for part in ("common_name", "organization_name")]
    return ", ".join(str(part) for part in parts if part) or str(name.human_friendly)


def _moment(signature: EmbeddedPdfSignature, status: Any) -> Line:  # noqa: ANN401
    stamp = status.timestamp_validity
    claimed = signature.self_reported_timestamp
    if stamp is None:
        return Line(State.NOTE, f"signed at {claimed or 'no moment'}, as the signatory says; no time stamp proves it")
    if not (stamp.valid and stamp.intact):
        return Line(State.BAD, "its time stamp is not of this signature, or was changed")
    by = _who(stamp.signing_cert.subject)
    if stamp.trusted:
        return Line(State.GOOD, f"signed before {stamp.timestamp}, as the time stamp of {by} proves")
    return Line(State.NOTE, f"signed before {stamp.timestamp}, as {by} says, whom you have not named as trusted")


def _code(data: bytes, reader: PdfFileReader) -> Iterator[Line]:
    """The code on each page stands for the file as it was set, which the signed one begins with."""
    if reader.xrefs.total_revisions != _REVISIONS:
        yield Line(State.BAD, f"{reader.xrefs.total_revisions} states of the file instead of two: set, and signed")
        return
    start = reader.xrefs.get_startxref_for_revision(0)
    code = code_of(data[: data.index(_END, start) + len(_END)])
    try:
        pages = _pages(data)
    except pypdfium2.PdfiumError as error:
        yield Line(State.BAD, f"its pages cannot be read: {error}")
        return
    wrong = [str(number) for number, text in enumerate(pages, 1) if code not in CODE.findall(text)]
    if wrong or not pages:
        yield Line(State.BAD, f"the code printed is not that of the file ({code}) on page {', '.join(wrong) or '-'}")
    else:
        yield Line(State.GOOD, f"the code printed on each page is that of the file: {code}")


def _pages(data: bytes) -> list[str]:
    with _pdfium:
        return _texts(data)


def _texts(data: bytes) -> list[str]:
    file = pypdfium2.PdfDocument(data)
    try:
        if len(file) > MOST_PAGES:
            return []
        return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in file]
    finally:
        file.close()


def _receipt(data: bytes, given: Given) -> Iterator[Line]:
    if not given.receipt:
        yield Line(State.NOTE, "no receipt was given; whether the journal has the document was not looked at")
        return
    try:
        proof = Proof.parse(given.receipt)
        leaf = parse(proof.extra or b"")
    except (NoteError, LeafError, ValueError) as error:
        yield Line(State.BAD, f"the receipt is none that can be read: {error}")
        return
    if name_in_journal(data) in (leaf.object, *_opened(leaf, given.opening)):
        yield Line(State.GOOD, f"the receipt is of this document: entry {proof.index}, {leaf.time}, act {leaf.act!r}")
    else:
        yield Line(State.BAD, f"the receipt is of something else: entry {proof.index}, {leaf.object!r}")
    if given.policy is None:
        yield Line(State.OPEN, "whether the journal gave that receipt: name the policy with its keys")
        return
    try:
        point = proof.verify(proof.extra or b"", given.policy)
    except (NoteError, ValueError) as error:
        yield Line(State.BAD, f"the journal did not give that receipt: {error}")
        return
    yield Line(State.GOOD, f"the journal {point.origin} has that entry, among {point.size}")


def _opened(leaf: Leaf, opening: str) -> Iterator[str]:
    """The texts in a value that the entry committed to, if the opening is of this entry; else nothing.

    Its form is that of an export: number, field, salt and value, with tabs between.
    """
    try:
        number, name, salt, value = opening.rstrip("\n").split("\t")
        known = commitment(unbase64(salt), name, value.encode())
        if int(number) == leaf.seq and unbase64(leaf.fields[name]) == known:
            waiting = [json.loads(value)]
            while waiting:
                one = waiting.pop()
                if isinstance(one, str):
                    yield one
                elif isinstance(one, list | dict):
                    waiting.extend(one.values() if isinstance(one, dict) else one)
    except (ValueError, KeyError, NoteError, RecursionError):
        return
