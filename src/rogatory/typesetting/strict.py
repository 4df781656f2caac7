"""Nothing loose: every byte of a signed file is either covered by the signature or determined by it.

A signature leaves itself out of what it covers, and its container holds things that no signature covers. They must be
exactly those that follow from what was signed, so that no byte can be changed unseen. Left are the signature's own
bytes, which no other fit, the wrapping of a time stamp, and a certificate whose issuer nobody named: until then,
nothing is decided either.
"""

from collections.abc import Sequence
from typing import Any, Final

from asn1crypto import cms, core  # type: ignore[import-untyped] # it ships no types
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

_ONE: Final = core.Integer(1).dump()
_DATA: Final = cms.ContentType("data").dump()
_SIGNED_DATA: Final = cms.ContentType("signed_data").dump()
_LONG: Final = 0x80


def loose(data: bytes, signature: EmbeddedPdfSignature) -> str:
    """What of a file is neither covered nor determined by its one signature; empty: nothing."""
    parts = [int(part) for part in signature.byte_range]
    if len(parts) != len(("start", "length", "start", "length")) or parts[0] != 0:
        return "it covers pieces"
    _, end, start, length = parts
    if start + length != len(data) or start < end:
        return f"{len(data) - start - length} bytes were added"
    try:
        message = cms.ContentInfo.load(signature.pkcs7_content)
        expected = _expected(message)
    except Exception as error:  # two readers of certificates, each with failures of its own; none is a crash
        return f"the signature cannot be read ({type(error).__name__})"
    if data[end:start] != b"<" + expected.hex().upper().encode().ljust(start - end - 2, b"0") + b">":
        return "there is something beside the signature in its place"
    return ""


def _expected(message: Any) -> bytes:  # noqa: ANN401 - asn1crypto ships no types
    """The container written anew from what is covered, the signature, its certificates and its time stamp."""
    signed = message["content"]
    (info,) = signed["signer_infos"]
    attributes = {one["type"].native: one["values"] for one in info["signed_attrs"]}
    (named,) = attributes["signing_certificate_v2"]
    known = named["certs"][0]["cert_hash"].native
    (certificate,) = (one.chosen for one in signed["certificates"] if one.chosen.sha256 == known)
    digest = cms.DigestAlgorithm({"algorithm": info["digest_algorithm"]["algorithm"].native}).dump()
    signer = _der(0x30, certificate.issuer.dump(), core.Integer(certificate.serial_number).dump())
    kept = [info[name].dump() for name in ("signed_attrs", "signature_algorithm", "signature", "unsigned_attrs")]
    anew = _der(0x30, _ONE, signer, digest, *kept)
    content = _der(0x30, _ONE, _der(0x31, digest), _der(0x30, _DATA), signed["certificates"].dump(), _der(0x31, anew))
    return _der(0x30, _SIGNED_DATA, _der(0xA0, content))


def _der(tag: int, *parts: bytes) -> bytes:
    """A value with its tag and length, in the one canonical form (X.690)."""
    body = b"".join(parts)
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes([tag, len(body)] if len(body) < _LONG else [tag, _LONG | len(size), *size]) + body


def strange(signature: EmbeddedPdfSignature, trusted: Sequence[bytes]) -> str:
    """A certificate in the signature that was changed, or belongs to no other; empty: none.

    Args:
        signature: The signature.
        trusted: Certificates that are trusted, in DER; without any, one whose issuer is not in the file is let pass.
    """
    try:
        inside = cms.ContentInfo.load(signature.pkcs7_content)["content"]["certificates"]
        found = [x509.load_der_x509_certificate(one.chosen.dump()) for one in inside]
        known = [*found, *map(x509.load_der_x509_certificate, trusted)]
        for one in found:
            name = one.subject.rfc4514_string()
            issuers = [other for other in known if other.subject == one.issuer]
            if not any(_issued(one, issuer) for issuer in issuers) and (issuers or trusted):
                return f"the certificate of {name} was changed, or its issuer is not known"
            if len(found) > 1 and not any(_related(one, other) for other in found if other is not one):
                return f"the certificate of {name} belongs to no other"
    except Exception as error:  # as above
        return f"its certificates cannot be read ({type(error).__name__})"
    return ""


def _related(one: x509.Certificate, other: x509.Certificate) -> bool:
    return one.subject == other.issuer or one.issuer == other.subject


def _issued(one: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        one.verify_directly_issued_by(issuer)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True
