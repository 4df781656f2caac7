"""Containers with signatures (ASiC): the files are parts, and of each signature it is told what holds."""

import base64
import datetime
import hashlib
from functools import cache

import pytest
import xmlsec
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs7
from lxml import etree  # type: ignore[import-untyped]

from rogatory.extraction.reading import read
from rogatory.received.pages import State
from tests.extraction import samples

LETTER = b"Request for assistance 12/2025"
MIMETYPE = ("mimetype", b"application/vnd.etsi.asic-e+zip")
DSIG = "http://www.w3.org/2000/09/xmldsig#"
EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
INCLUSIVE = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
UNTOLD = "trust in the certificate not decided"


@cache
def signer(kind: str, name: str = "Parket Amsterdam"):
    key = ec.generate_private_key(ec.SECP256R1()) if kind == "ecdsa" else rsa.generate_private_key(65537, 2048)
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC))
        .not_valid_after(datetime.datetime(2027, 1, 1, tzinfo=datetime.UTC))
        .sign(key, hashes.SHA256())
    )
    return key, certificate


def der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.DER)


def xades(folder, kind: str = "ecdsa", canonical: str = EXCLUSIVE, named: x509.Certificate | None = None):
    """A signature over `letter.txt`, made by xmlsec, which knows nothing of our reading."""
    key, certificate = signer(kind)
    (folder / "letter.txt").write_bytes(LETTER)
    digest = base64.b64encode(hashlib.sha256(der(named or certificate)).digest()).decode()
    template = f"""<asic:XAdESSignatures xmlns:asic="http://uri.etsi.org/02918/v1.2.1#"><ds:Signature xmlns:ds="{DSIG}">
      <ds:SignedInfo><ds:CanonicalizationMethod Algorithm="{canonical}"/>
      <ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#{kind}-sha256"/>
      <ds:Reference URI="letter.txt"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
      <ds:DigestValue/></ds:Reference>
      <ds:Reference URI="#props" Type="http://uri.etsi.org/01903#SignedProperties">
      <ds:Transforms><ds:Transform Algorithm="{canonical}"/></ds:Transforms>
      <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue/></ds:Reference>
      </ds:SignedInfo><ds:SignatureValue/><ds:KeyInfo><ds:X509Data>
      <ds:X509Certificate>{base64.b64encode(der(certificate)).decode()}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
      <ds:Object><xades:QualifyingProperties xmlns:xades="http://uri.etsi.org/01903/v1.3.2#">
      <xades:SignedProperties Id="props"><xades:SignedSignatureProperties>
      <xades:SigningTime>2025-03-03T10:00:00Z</xades:SigningTime><xades:SigningCertificateV2><xades:Cert>
      <xades:CertDigest><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
      <ds:DigestValue>{digest}</ds:DigestValue></xades:CertDigest></xades:Cert></xades:SigningCertificateV2>
      </xades:SignedSignatureProperties></xades:SignedProperties></xades:QualifyingProperties></ds:Object>
      </ds:Signature></asic:XAdESSignatures>"""
    root = etree.fromstring(template)
    xmlsec.tree.add_ids(root, ["Id"])
    context = xmlsec.SignatureContext()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    context.key = xmlsec.Key.from_memory(pem, xmlsec.constants.KeyDataFormatPem)
    context.sign(root.find(f"{{{DSIG}}}Signature"))
    return etree.tostring(root)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # xmlsec reads there what it signs
    return tmp_path


def container(signature: bytes, letter: bytes = LETTER, *others: tuple[str, bytes]):
    files = (MIMETYPE, ("letter.txt", letter), *others, ("META-INF/signatures0.xml", signature))
    return read("letter.asice", samples.packed(*files))


def said(part):
    return dict(part.facts)["signature"]


class TestXades:
    @pytest.mark.parametrize(
        ("kind", "canonical"), [("ecdsa", EXCLUSIVE), ("rsa", EXCLUSIVE), ("ecdsa", INCLUSIVE), ("rsa", INCLUSIVE)]
    )
    def test_a_whole_one(self, folder, kind, canonical):
        part = container(xades(folder, kind, canonical))
        assert (part.media, part.state) == (MIMETYPE[1].decode(), State.READ)
        assert said(part) == f"META-INF/signatures0.xml: digests agree, signature value verifies, {UNTOLD}"
        assert ("signed", "letter.txt") in part.facts
        certificate = dict(part.facts)["certificate"]
        assert certificate.startswith("CN=Parket Amsterdam;")
        assert certificate.endswith("valid from 2024-01-01 to 2027-01-01")
        letter, signature = part.parts
        assert letter.pages[0].text == LETTER.decode()
        assert signature.state is State.HELD

    def test_a_file_that_was_changed(self, folder):
        part = container(xades(folder), LETTER.replace(b"12", b"13"))
        assert "digests do not agree, signature value verifies" in said(part)
        assert part.state is State.PARTIAL
        assert "does not fit" in part.says
        assert part.parts[0].pages

    def test_statements_that_were_changed(self, folder):
        part = container(xades(folder).replace(b"2025-03-03T", b"2024-03-03T"))
        assert "digests do not agree" in said(part)

    def test_a_signature_that_was_changed(self, folder):
        signature = xades(folder)
        start = signature.index(b"SignatureValue>") + 15
        other = b"B" if signature[start : start + 1] == b"A" else b"A"
        part = container(signature[:start] + other + signature[start + 1 :])
        assert "signature value does not verify" in said(part)
        assert part.state is State.PARTIAL

    def test_another_certificate_than_the_one_named(self, folder):
        part = container(xades(folder, named=signer("ecdsa", "Somebody Else")[1]))
        assert "signature value not checked (it brings another certificate than the one it names)" in said(part)

    def test_a_file_nobody_signed(self, folder):
        part = container(xades(folder), LETTER, ("annex.txt", b"slipped in"))
        assert ("not signed", "annex.txt") in part.facts

    def test_two_elements_of_one_name(self, folder):
        signature = xades(folder).replace(b"<ds:KeyInfo>", b'<ds:KeyInfo Id="props">')
        assert "digests not checked" in said(container(signature))

    @pytest.mark.parametrize("signature", [b"", b"not xml", b"<a/>", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'])
    def test_a_broken_one(self, signature):
        part = container(signature)
        assert part.parts[0].pages
        assert "verifies" not in said(part)


def manifest(letter: bytes = LETTER) -> bytes:
    digest = base64.b64encode(hashlib.sha256(letter).digest()).decode()
    return f"""<asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="{DSIG}">
      <asic:SigReference URI="META-INF/signature001.p7s" MimeType="application/x-pkcs7-signature"/>
      <asic:DataObjectReference URI="letter.txt"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
      <ds:DigestValue>{digest}</ds:DigestValue></asic:DataObjectReference></asic:ASiCManifest>""".encode()


def cades(content: bytes, kind: str = "ecdsa") -> bytes:
    key, certificate = signer(kind)
    options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
    builder = pkcs7.PKCS7SignatureBuilder().set_data(content).add_signer(certificate, key, hashes.SHA256())
    return builder.sign(serialization.Encoding.DER, options)


class TestCades:
    @pytest.mark.parametrize("kind", ["ecdsa", "rsa"])
    @pytest.mark.parametrize(
        ("letter", "told", "words"),
        [
            (LETTER, LETTER, "digests agree, signature value verifies"),
            (LETTER + b"!", LETTER, "digests do not agree, signature value verifies"),
            (LETTER + b"!", LETTER + b"!", "digests do not agree, signature value verifies"),
        ],
        ids=["whole", "file changed", "file and manifest changed"],
    )
    def test_by_its_manifest(self, kind, letter, told, words):
        files = (
            MIMETYPE,
            ("letter.txt", letter),
            ("META-INF/ASiCManifest001.xml", manifest(told)),
            ("META-INF/signature001.p7s", cades(manifest(), kind)),
        )
        part = read("letter.asice", samples.packed(*files))
        assert said(part) == f"META-INF/signature001.p7s: {words}, {UNTOLD}"
        assert (part.state is State.READ) == (words.startswith("digests agree"))
        assert part.parts[0].pages

    def test_of_a_single_file(self):
        files = (
            ("mimetype", b"application/vnd.etsi.asic-s+zip"),
            ("letter.txt", LETTER),
            ("META-INF/signature.p7s", cades(LETTER)),
        )
        part = read("letter.asics", samples.packed(*files))
        assert "digests agree, signature value verifies" in said(part)

    @pytest.mark.parametrize("signature", [b"", b"junk", cades(LETTER)[:200]])
    def test_a_broken_one(self, signature):
        files = (MIMETYPE, ("letter.txt", LETTER), ("META-INF/signature.p7s", signature))
        part = read("letter.asice", samples.packed(*files))
        assert "not checked" in said(part)
        assert part.parts[0].pages


def test_a_container_without_a_signature():
    part = read("letter.asice", samples.packed(MIMETYPE, ("letter.txt", LETTER)))
    assert dict(part.facts)["signature"] == "none was found in the container"
