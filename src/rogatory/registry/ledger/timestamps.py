"""Time stamps of checkpoints by an outside authority (RFC 3161): the journal was so long at that time, says another."""

import hashlib
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from cryptography import x509
from django.conf import settings
from rfc3161_client import (
    TimestampRequestBuilder,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from rogatory.registry.ledger.damage import Damage, Report
from rogatory.registry.ledger.models import Checkpoint, Timestamp

ROOTS = "timestamp-roots.pem"
"""File of the data folder with the root certificates of the authorities that are trusted."""
_LARGEST_ANSWER = 1 << 20


class TimestampError(Exception):
    """The authority did not give a time stamp of the checkpoint."""


def stamp(url: str, *, timeout: float = 10) -> Timestamp:
    """Have the newest checkpoint stamped, and keep the stamp.

    Args:
        url: Address of the authority (RFC 3161, section 3.4).
        timeout: Seconds to wait for it.

    Raises:
        TimestampError: There is no checkpoint, no answer, or an answer that does not verify.
    """
    point = Checkpoint.objects.order_by("-size").first()
    if point is None:
        msg = "the journal is empty"
        raise TimestampError(msg)
    message = point.note.encode()
    asked = TimestampRequestBuilder().data(message).nonce(nonce=True).build()
    request = urllib.request.Request(  # noqa: S310 - the address is the office's own setting
        url, asked.as_bytes(), {"Content-Type": "application/timestamp-query"}
    )
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:  # noqa: S310
            token = answer.read(_LARGEST_ANSWER)
        _verify(token, message, roots(), asked.nonce)
    except (OSError, ValueError, VerificationError) as error:
        msg = f"{url}: no time stamp: {error}"
        raise TimestampError(msg) from error
    return Timestamp.objects.create(size=point.size, authority=url, token=token)


def is_stamped() -> bool:
    """Whether the newest checkpoint has a stamp; an empty journal needs none."""
    point = Checkpoint.objects.order_by("-size").first()
    return point is None or Timestamp.objects.filter(size=point.size).exists()


def roots() -> Sequence[x509.Certificate]:
    """Root certificates of the trusted authorities; none where the file is missing."""
    path = Path(settings.DATA) / ROOTS
    return x509.load_pem_x509_certificates(path.read_bytes()) if path.exists() else []


def _verify(token: bytes, message: bytes, trusted: Sequence[x509.Certificate], nonce: int | None = None) -> None:
    response = decode_timestamp_response(token)
    if response.tst_info.message_imprint.message not in (
        hashlib.sha256(message).digest(),
        hashlib.sha512(message).digest(),
    ):
        msg = "it is a stamp of something else"
        raise ValueError(msg)
    if not trusted:
        msg = f"no root certificate is trusted; put them into {ROOTS}"
        raise ValueError(msg)
    builder = VerifierBuilder()
    for root in trusted:
        builder = builder.add_root_certificate(root)
    if nonce is not None:
        builder = builder.nonce(nonce)
    builder.build().verify_message(response, message)


def audit(report: Report) -> None:
    """Verify every stored time stamp."""
    trusted = roots()
    notes = dict(Checkpoint.objects.filter(size__in=Timestamp.objects.values("size")).values_list("size", "note"))
    for size, authority, token in Timestamp.objects.order_by("id").values_list("size", "authority", "token"):
        try:
            _verify(bytes(token), notes[size].encode(), trusted)
        except (KeyError, ValueError, VerificationError) as error:
            report.add(
                Damage.TIMESTAMP, size, f"the stamp of checkpoint {size} by {authority} does not verify: {error}"
            )
