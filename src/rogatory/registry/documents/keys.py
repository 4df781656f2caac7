"""The key of the office that signs its documents: from a file or a device, as the settings say.

A demonstration makes a key of its own in the data folder, whose names say that nobody vouches for it.
"""

from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.serialization import NoEncryption, load_der_private_key
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509 import load_der_x509_certificate, load_pem_x509_certificate
from django.conf import settings
from django.utils import timezone

from rogatory.typesetting.code import SigningError

if TYPE_CHECKING:
    from pyhanko.sign.signers import Signer

    from rogatory.typesetting.authority import Authority

FILE = "signing-key.p12"
"""In the data folder: the key, unless the settings name another file or a device."""
ROOT = "signing-root.pem"
"""In the data folder: the root certificate of a key made for a demonstration."""


def signing_key() -> "Signer":
    """The office's key.

    Raises:
        SigningError: There is none, or it cannot be used.
    """
    if settings.SIGNING_DEVICE:
        parts = settings.SIGNING_DEVICE.split("|")
        if len(parts) != 3:  # noqa: PLR2004 - the module, the token and the key
            msg = "ROGATORY_SIGNING_DEVICE: write the module's path, the token and the key, with a bar between them"
            raise SigningError(msg)
        from rogatory.typesetting.keys import from_device  # noqa: PLC0415 - see `typesetting.code`

        return from_device(Path(parts[0]), parts[1], parts[2], settings.SIGNING_PASSWORD)
    path = Path(settings.SIGNING_KEY) if settings.SIGNING_KEY else settings.DATA / FILE
    if not path.exists():
        msg = f"the office has no signing key: put one at {path}, or name it in ROGATORY_SIGNING_KEY"
        raise SigningError(msg)
    return _of_file(path, settings.SIGNING_PASSWORD, path.stat().st_mtime_ns)


@lru_cache(2)
def _of_file(path: Path, password: str, _changed: int) -> "Signer":
    from rogatory.typesetting.keys import from_pkcs12  # noqa: PLC0415

    return from_pkcs12(path, password)


def authority() -> "Authority | None":
    """The time-stamp authority of the office; None: it names none."""
    if not settings.TIMESTAMP_URL:
        return None
    from rogatory.typesetting.authority import Authority  # noqa: PLC0415

    return Authority(settings.TIMESTAMP_URL)


def make_for_demonstration(folder: Path, at: datetime | None = None) -> None:
    """Make a key that nobody vouches for, unless there is one."""
    if (folder / FILE).exists():
        return
    from rogatory.typesetting.keys import demonstration_key  # noqa: PLC0415

    made = demonstration_key(at or timezone.now(), "Demonstration", "Nobody vouches for this office")
    signer: Any = made.signer
    key: Any = load_der_private_key(signer.signing_key.dump(), None)
    certificate = load_der_x509_certificate(signer.signing_cert.dump())
    others = [load_pem_x509_certificate(made.root)]
    (folder / FILE).touch(0o600)
    (folder / FILE).write_bytes(
        serialize_key_and_certificates(b"demonstration", key, certificate, others, NoEncryption())
    )
    (folder / ROOT).write_bytes(made.root)
