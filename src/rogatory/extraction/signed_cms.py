"""Signatures in CMS form (CAdES)."""

import hashlib
from typing import Any

from asn1crypto import cms  # type: ignore[import-untyped] # it ships no types
from cryptography.x509 import load_der_x509_certificate

from rogatory.extraction.checked import Checked


def check(name: str, signature: bytes, content: bytes, covers: tuple[str, ...], fits: bool | None) -> Checked:
    """Check a signature that lies beside what it signs.

    Args:
        name: The file it is in.
        signature: Its bytes.
        content: What it was made over.
        covers: The files that stands for.
        fits: Whether the files fit the digests in `content`; None: it could not be checked.
    """
    try:
        return _checked(name, signature, content, covers, fits)
    except Exception as error:
        return Checked(name, covers, fits, why=f"its structure cannot be read: {type(error).__name__}")


def _checked(name: str, signature: bytes, content: bytes, covers: tuple[str, ...], fits: bool | None) -> Checked:
    # Seconds to load, and hardly ever needed.
    from pyhanko.sign.general import extract_signer_info  # noqa: PLC0415
    from pyhanko.sign.validation.generic_cms import (  # noqa: PLC0415
        extract_certs_for_validation,
        validate_sig_integrity,
    )

    signed: Any = cms.ContentInfo.load(signature)["content"]
    inside = signed["encap_content_info"]["content"].native
    signer = extract_signer_info(signed)
    certificate = extract_certs_for_validation(signed).signer_cert
    algorithm = signer["digest_algorithm"]["algorithm"].native
    kind = signed["encap_content_info"]["content_type"].native
    intact, verifies = validate_sig_integrity(signer, certificate, kind, hashlib.new(algorithm, content).digest())
    if inside is not None and inside != content:
        intact = False
    time = next(
        (str(one["values"][0].native) for one in signer["signed_attrs"] if one["type"].native == "signing_time"), ""
    )
    return Checked(
        name, covers, bool(intact and fits) if fits is not None else None, bool(verifies),
        certificate=load_der_x509_certificate(certificate.dump()), time=time,
    )  # fmt: skip
