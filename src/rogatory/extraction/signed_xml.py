"""Signatures in XML form (XAdES), and the digests a manifest tells."""

import base64
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from posixpath import normpath
from typing import Any, TypeAlias
from urllib.parse import unquote

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.x509 import Certificate, load_der_x509_certificate
from lxml import etree  # type: ignore[import-untyped] # it ships no types

from rogatory.extraction.checked import Checked
from rogatory.extraction.markup import xml

Get = Callable[[str], bytes | None]
Xml: TypeAlias = Any
"""An element, of the one parser or of the other; neither tells its types."""
_DSIG = "{http://www.w3.org/2000/09/xmldsig#}"
_XADES = "{http://uri.etsi.org/01903/v1.3.2#}"
_SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_INCLUSIVE = ("http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "http://www.w3.org/2006/12/xml-c14n11")
"""The second differs from the first only where an element has inherited `xml:` attributes, which no signature has."""
_EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
_DIGESTS: dict[str, type[hashes.SHA1 | hashes.SHA256 | hashes.SHA384 | hashes.SHA512]] = {
    "sha1": hashes.SHA1,
    "sha256": hashes.SHA256,
    "sha384": hashes.SHA384,
    "sha512": hashes.SHA512,
}


class _UnknownError(Exception):
    """What a signature needs is not known here; the message says what."""


def check(name: str, data: bytes, get: Get) -> Iterator[Checked]:
    """Check each signature of a file.

    Args:
        name: The file.
        data: Its bytes.
        get: Gives the bytes of another file of the container by its name; None: there is none.

    Raises:
        UnreadableError: It is no XML that can be read.
    """
    xml(data)  # refuses what declares entities, before the other parser meets it
    root = etree.fromstring(data, _PARSER)
    for signature in root.iter(f"{_DSIG}Signature"):
        if not any(True for _ in signature.iterancestors(f"{_DSIG}Signature")):
            yield _checked(name, signature, get)


def references_fit(manifest: Xml, get: Get) -> tuple[bool | None, tuple[str, ...]]:
    """Whether the files a manifest names have the digests it tells, and which files; None: it could not be checked."""
    fits: list[bool | None] = []
    covers = []
    for reference in manifest.iter():
        if str(reference.tag).endswith("}DataObjectReference"):
            path = normpath(unquote(reference.get("URI", "")))
            data = get(path)
            covers.append(path)
            try:
                fits.append(data is not None and _digest_fits(reference, data))
            except _UnknownError:
                fits.append(None)
    return _all(fits), tuple(covers)


def _all(fits: Sequence[bool | None]) -> bool | None:
    """One that does not fit decides; else one that could not be checked, or that there are none."""
    if False in fits:
        return False
    return None if None in fits or not fits else True


def _checked(name: str, signature: Xml, get: Get) -> Checked:
    checked = Checked(name, time=signature.findtext(f".//{_XADES}SigningTime", ""))
    info = signature.find(f"{_DSIG}SignedInfo")
    if info is None:
        return replace(checked, why="it says not what it was made over")
    covers, digests, why = _references(signature, info, get)
    checked = replace(checked, covers=covers, digests=digests)
    try:
        certificate = _certificate(signature)
        verifies = _verifies(signature, info, certificate)
    except (_UnknownError, ValueError, TypeError, UnsupportedAlgorithm) as error:
        return replace(checked, why="; ".join(filter(None, (why, str(error)))))
    return replace(checked, value=verifies, certificate=certificate, why=why)


def _references(signature: Xml, info: Xml, get: Get) -> tuple[tuple[str, ...], bool | None, str]:
    covers: list[str] = []
    fits: list[bool | None] = []
    unknown: list[str] = []
    references = info.findall(f"{_DSIG}Reference")
    for reference in references:
        uri = reference.get("URI", "")
        if not uri.startswith("#"):
            covers.append(normpath(unquote(uri)))
        try:
            signed = _signed_bytes(signature, reference, uri, get)
            fits.append(signed is not None and _digest_fits(reference, signed))
        except _UnknownError as error:
            unknown.append(str(error))
            fits.append(None)
    if not any(one.get("Type") == _SIGNED_PROPERTIES for one in references):
        unknown.append("the signer's own statements are not signed")
    if not covers:
        unknown.append("no file is signed")
    return tuple(covers), _all(fits) if covers else None, "; ".join(unknown)


def _signed_bytes(signature: Xml, reference: Xml, uri: str, get: Get) -> bytes | None:
    """What a reference stands for; None: it is not there."""
    if uri.startswith("#"):
        return _canonical(_by_id(signature, uri[1:]), _transform(reference))
    path = normpath(unquote(uri))
    if reference.find(f"{_DSIG}Transforms") is not None:
        raise _UnknownError(f"{path} was transformed before it was signed")
    return get(path)


def _by_id(signature: Xml, identifier: str) -> Xml:
    root = signature.getroottree().getroot()
    found = [one for one in root.iter("*") if identifier in (one.get("Id"), one.get("ID"), one.get("id"))]
    if len(found) != 1:
        raise _UnknownError(f"{len(found)} elements have the name #{identifier}")
    return found[0]


def _transform(reference: Xml) -> Xml:
    transforms = reference.findall(f"{_DSIG}Transforms/{_DSIG}Transform")
    if len(transforms) > 1:
        raise _UnknownError("more than one transform")
    return transforms[0] if transforms else None


def _canonical(element: Xml, method: Xml) -> bytes:
    algorithm = _INCLUSIVE[0] if method is None else method.get("Algorithm", "")
    plain, _, comments = algorithm.partition("WithComments")
    plain = plain if plain == _EXCLUSIVE else plain.rstrip("#")
    if plain not in (*_INCLUSIVE, _EXCLUSIVE):
        raise _UnknownError(f"the canonical form {algorithm} is not known here")
    if any(key.startswith("{http://www.w3.org/XML/1998/namespace}") for key in element.getroottree().getroot().attrib):
        raise _UnknownError("it inherits attributes of XML itself")
    prefixes = None
    if method is not None and len(method):
        prefixes = method[0].get("PrefixList", "").split()
    with_comments = bool(comments or algorithm.endswith("WithComments"))
    exclusive = plain == _EXCLUSIVE
    canonical: bytes = etree.tostring(
        element, method="c14n", exclusive=exclusive, with_comments=with_comments, with_tail=False,
        inclusive_ns_prefixes=prefixes if exclusive else None,
    )  # fmt: skip
    return canonical


def _digest_fits(reference: Xml, data: bytes) -> bool:
    method = reference.find(f"{_DSIG}DigestMethod")
    name = "" if method is None else method.get("Algorithm", "").rpartition("#")[2]
    if name not in _DIGESTS:
        raise _UnknownError(f"the digest {name} is not known here")
    told = "".join((reference.findtext(f"{_DSIG}DigestValue") or "").split())
    return bool(told) and base64.b64encode(hashlib.new(name, data).digest()).decode() == told


def _certificate(signature: Xml) -> Certificate:
    """The certificate whose digest the signer signed; where none is told, the first one it brings."""
    brought = signature.findall(f"{_DSIG}KeyInfo/{_DSIG}X509Data/{_DSIG}X509Certificate")
    raw = [base64.b64decode(one.text or "") for one in brought]
    if not raw:
        raise _UnknownError("it brings no certificate")
    told = signature.findall(f".//{_XADES}Cert/{_XADES}CertDigest")
    if told:
        raw = [one for one in raw if any(_digest_fits(digest, one) for digest in told[:1])]
        if not raw:
            raise _UnknownError("it brings another certificate than the one it names")
    return load_der_x509_certificate(raw[0])


def _verifies(signature: Xml, info: Xml, certificate: Certificate) -> bool:
    method = info.find(f"{_DSIG}SignatureMethod")
    algorithm = ("" if method is None else method.get("Algorithm", "")).rpartition("#")[2]
    signed = _canonical(info, info.find(f"{_DSIG}CanonicalizationMethod"))
    value = base64.b64decode(signature.findtext(f"{_DSIG}SignatureValue") or "")
    family, _, digest = algorithm.partition("-")
    mgf = digest == "rsa-MGF1"
    if mgf:
        family, digest = "rsa", family
    if digest not in _DIGESTS:
        raise _UnknownError(f"signatures by {algorithm} are not known here")
    made = _DIGESTS[digest]()
    key = certificate.public_key()
    try:
        if family == "rsa" and isinstance(key, rsa.RSAPublicKey):
            pss = padding.PSS(padding.MGF1(made), made.digest_size)
            key.verify(value, signed, pss if mgf else padding.PKCS1v15(), made)
        elif family == "ecdsa" and isinstance(key, ec.EllipticCurvePublicKey):
            half = len(value) // 2
            pair = int.from_bytes(value[:half], "big"), int.from_bytes(value[half:], "big")
            key.verify(encode_dss_signature(*pair), signed, ec.ECDSA(made))
        else:
            raise _UnknownError(f"signatures by {algorithm} with this key are not known here")
    except InvalidSignature:
        return False
    return True
