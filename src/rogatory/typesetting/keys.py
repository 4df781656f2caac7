"""Keys that sign documents: from a file, from a device, or made up for a demonstration."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from asn1crypto import keys as asn1_keys  # type: ignore[import-untyped] # it ships no types
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)
from cryptography.x509.oid import NameOID
from pyhanko.sign.signers import Signer, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from rogatory.typesetting.code import SigningError

LASTS: Final = timedelta(days=365)
"""How long the certificate of a demonstration is valid."""


def from_pkcs12(path: Path, password: str = "") -> Signer:
    """A key and its certificates from a PKCS#12 file (`.p12`, `.pfx`).

    Raises:
        SigningError: The file cannot be read, is none, has no key, or has another password.
    """
    try:
        key, certificate, others = pkcs12.load_key_and_certificates(path.read_bytes(), password.encode() or None)
    except (OSError, ValueError) as error:
        msg = f"{path}: no key: {error}"
        raise SigningError(msg) from error
    if key is None or certificate is None:
        msg = f"{path}: it holds no key with its certificate"
        raise SigningError(msg)
    return _signer(key, [certificate, *others], str(path))


def from_pem(key: Path, certificates: Path, password: str = "") -> Signer:
    """A key from a PEM file, and certificates from another or the same: that of the signatory first.

    Raises:
        SigningError: A file cannot be read, is none, or has another password; the certificate is of another key.
    """
    try:
        found = load_pem_private_key(key.read_bytes(), password.encode() or None)
        chain = x509.load_pem_x509_certificates(certificates.read_bytes())
    except (OSError, ValueError, TypeError) as error:
        msg = f"{key}, {certificates}: no key: {error}"
        raise SigningError(msg) from error
    return _signer(found, chain, f"{key}, {certificates}")


@lru_cache
def from_device(module: Path, token: str, key: str, pin: str) -> Signer:
    """A key that stays on its device (PKCS#11). It needs the library python-pkcs11, which is not installed with us.

    A device lets a process in once, so what is returned is kept and returned again.

    Args:
        module: The device's library, as `/usr/lib/softhsm/libsofthsm2.so`.
        token: Label of the token.
        key: Label of the key; the certificate has the same.
        pin: PIN of its user.

    Raises:
        SigningError: The library is missing, or the device does not open.
    """
    try:
        from pyhanko.config.pkcs11 import TokenCriteria  # noqa: PLC0415 - only where there is a device
        from pyhanko.sign import pkcs11  # noqa: PLC0415
    except ImportError as error:
        msg = "a key on a device needs python-pkcs11: pip install python-pkcs11"
        raise SigningError(msg) from error
    try:
        session: Any = pkcs11.open_pkcs11_session(str(module), token_criteria=TokenCriteria(label=token), user_pin=pin)
        try:
            # The digest is counted here: not every device counts it.
            signer = pkcs11.PKCS11Signer(session, cert_label=key, key_label=key, use_raw_mechanism=True)
            _ = signer.signing_cert  # read at once, so that what is wrong is said here
        except Exception:
            session.close()
            raise
    except Exception as error:  # what devices raise has no common name
        msg = f"{module}, token {token!r}, key {key!r}: {type(error).__name__} {error}".rstrip()
        raise SigningError(msg) from error
    return signer


@dataclass(frozen=True, slots=True)
class DemonstrationKey:
    """A key for demonstrations and tests: nobody vouches for it, and its names say so.

    Attributes:
        signer: Signs.
        root: The certificate to trust, in PEM.
    """

    signer: Signer
    root: bytes


def demonstration_key(at: datetime, name: str = "Test signatory", office: str = "Test office") -> DemonstrationKey:
    """A new key with a certificate of a root of its own, valid for a year from `at`."""
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root_name = _name("Rogatory test root, for demonstration only", "Test only")
    root = _certificate(root_name, root_name, at, root_key.public_key(), authority=True).sign(root_key, hashes.SHA256())
    leaf = _certificate(_name(name, office), root_name, at, key.public_key(), authority=False)
    certificate = leaf.sign(root_key, hashes.SHA256())
    return DemonstrationKey(_signer(key, [certificate, root], "test"), root.public_bytes(Encoding.PEM))


def _name(common: str, organisation: str) -> x509.Name:
    pairs = ((NameOID.ORGANIZATION_NAME, organisation), (NameOID.COMMON_NAME, common))
    return x509.Name([x509.NameAttribute(oid, value[:64]) for oid, value in pairs])


def _certificate(
    subject: x509.Name, issuer: x509.Name, at: datetime, key: ec.EllipticCurvePublicKey, *, authority: bool
) -> x509.CertificateBuilder:
    usage: dict[str, bool] = dict.fromkeys(
        (
            "key_encipherment", "data_encipherment", "key_agreement", "crl_sign", "encipher_only", "decipher_only",
        ),
        False,
    )  # fmt: skip
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - timedelta(hours=1))
        .not_valid_after(at + LASTS)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=0 if authority else None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=not authority,
                content_commitment=not authority,
                key_cert_sign=authority,
                **usage,
            ),
            critical=True,
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _signer(key: PrivateKeyTypes, chain: Sequence[x509.Certificate], place: str) -> Signer:
    if not chain or chain[0].public_key() != key.public_key():
        msg = f"{place}: the first certificate is not that of the key"
        raise SigningError(msg)
    store: Any = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    certificates = [_asn1(asn1_x509.Certificate, one.public_bytes(Encoding.DER)) for one in chain]
    store.register_multiple(certificates[1:])
    private = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return SimpleSigner(certificates[0], _asn1(asn1_keys.PrivateKeyInfo, private), store)


def _asn1(kind: Any, data: bytes) -> Any:  # noqa: ANN401 - asn1crypto ships no types
    return kind.load(data)
