"""A document signed: PAdES, as an addition behind the file that was set, which stays as it was.

The signature certifies the file: nothing may be changed after it (ETSI EN 319 142-1, level B-B; with a time-stamp
authority B-T). Keys come from a file or from a device (PKCS#11).
"""

import io
from datetime import datetime
from typing import Any

from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.stamp import StaticStampStyle

from rogatory.decision.documents.document import Document
from rogatory.typesetting.code import SigningError, code_of
from rogatory.typesetting.paper import day_of, pdf
from rogatory.typesetting.stamping import Stamp, foot, print_stamp, tag_field
from rogatory.typesetting.words import fixed

FIELD = "Signature"
"""Name of the field that holds the signature."""


class _Writer(IncrementalPdfFileWriter):
    """Adds to a file and leaves what it says about itself (title, dates, conformance) as it is."""

    def _update_meta(self) -> None:
        return


class _Signer(PdfSigner):
    """Signs at a moment that is given, not at that of the machine."""

    def __init__(self, *given: Any, at: datetime, **named: Any) -> None:  # noqa: ANN401 - handed on
        super().__init__(*given, **named)
        self._at = at

    def init_signing_session(self, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - handed on
        session = super().init_signing_session(*given, **named)
        session.system_time = self._at
        return session


def sign(document: Document, key: Signer, *, at: datetime, place: str, authority: TimeStamper | None = None) -> bytes:
    """The document as PDF, signed by a key.

    Args:
        document: No draft, and with a signatory, who is printed as having signed.
        key: From `keys`.
        at: The moment the signature claims; with its time zone. What is proved is the time stamp's.
        place: Where the code can be checked, printed in the foot.
        authority: Time-stamp authority (RFC 3161); None: the moment is only claimed.

    Raises:
        PaperError: The document cannot be set.
        SigningError: It is a draft, has no signatory; the key's device or the authority gave no answer.
    """
    if document.draft or not any(line.strip() for line in document.signatory):
        msg = "a draft is not signed" if document.draft else "a document without signatory is not signed"
        raise SigningError(msg)
    if at.tzinfo is None:
        msg = f"{at}: a moment without time zone"
        raise SigningError(msg)
    made = pdf(document)
    signatory = ", ".join(" ".join(line.split()) for line in document.signatory if line.strip())
    moment = at.strftime("%Y-%m-%d %H:%M %Z")
    stamp = Stamp(code_of(made), place, signatory, moment, document.language, day_of(document))
    return sign_set(made, stamp, key, at=at, authority=authority)


def sign_set(made: bytes, stamp: Stamp, key: Signer, *, at: datetime, authority: TimeStamper | None = None) -> bytes:
    """A file that `pdf` made, with a stamp printed into its foot, signed.

    Raises:
        PaperError: No font has a character of the stamp.
        SigningError: The key's device or the authority gave no answer.
    """
    writer = _Writer(io.BytesIO(made))
    print_stamp(writer, stamp)
    named = f"{fixed(stamp.language).signed} {stamp.signatory}"
    append_signature_field(writer, SigFieldSpec(FIELD, on_page=0, box=foot(), readable_field_name=named))
    fields: Any = writer.root["/AcroForm"]["/Fields"]
    tag_field(writer, fields.raw_get(0), 0, named)
    metadata = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        name=stamp.signatory,
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    # The foot is printed already; the field over it shows nothing of its own.
    style = StaticStampStyle(background=RawContent(b""), border_width=0)
    signer = _Signer(metadata, key, timestamper=authority, stamp_style=style, at=at)
    try:
        signed = signer.sign_pdf(writer, existing_fields_only=True)
    except Exception as error:  # what keys, devices, authorities and networks raise has no common name
        msg = f"no signature: {str(error) or type(error).__name__}"
        raise SigningError(msg) from error
    return bytes(signed.getvalue())
