"""S/MIME and OpenPGP: what is enciphered is told to be so, and what is only signed or packed is taken out.

No signature is checked here, and no key or password is tried.
"""

import base64
import binascii
import bz2
import re
import zlib
from collections.abc import Iterator
from typing import Any

from asn1crypto import cms, tsp  # type: ignore[import-untyped] # they ship no types

from rogatory.material.items import State
from rogatory.sifting.stages.members import Members, of_bytes
from rogatory.sifting.stages.subject import EndedError, Subject

CMS, PGP, KEYS = "application/pkcs7-mime", "application/pgp-encrypted", "application/x-pkcs12"
_STAMPED = tsp.TimeStampedData
"""Loading it makes `cms` know what is stamped with a time (RFC 5544)."""
_NEEDS_KEY = "It is encrypted: it needs its key."
_LENGTH, _PKCS = rb"(\x80|[\x00-\x7f]|\x81.|\x82..|\x83...|\x84....)", rb"\x2a\x86\x48\x86\xf7\x0d\x01"
_CMS_HEAD = re.compile(
    rb"\x30"
    + _LENGTH
    + rb"\x06(\x09"
    + _PKCS
    + rb"\x07[\x02\x03\x05\x06]|\x0b"
    + _PKCS
    + rb"\x09\x10\x01[\x09\x17\x1f])",
    re.DOTALL,
)
"""A sequence that begins with the name of a kind of message (RFC 5652)."""
_KEYS_HEAD = re.compile(rb"\x30" + _LENGTH + rb"\x02\x01\x03\x30.{0,6}\x06\x09" + _PKCS + rb"\x07", re.DOTALL)
_ARMOURED = re.compile(rb"-----BEGIN ([A-Z0-9 ]+)-----\r?\n(.*?)(\r?\n-----END |\Z)", re.DOTALL)
_IN_ARMOUR = {b"PGP MESSAGE": PGP, b"PKCS7": CMS, b"CMS": CMS, b"SIGNED MESSAGE": CMS}
_ENCIPHERED = frozenset((1, 3, 9, 18, 20))
_TO_A_KEY, _SIGNATURE, _TO_A_PASSWORD, _ONE_PASS, _PACKED, _MARKER, _LITERAL = 1, 2, 3, 4, 8, 10, 11
_MOST_NESTED = 4
_MOST_UNPACKED = 64 << 20
"""Bytes a packed message may have; a larger one is kept as it is."""
_NEW, _OLD = 0xC0, 0x80


def recognised(head: bytes) -> str:
    """The kind of what is enciphered or signed; empty: it is neither."""
    if _CMS_HEAD.match(head):
        return CMS
    if _KEYS_HEAD.match(head):
        return KEYS
    armoured = _ARMOURED.match(head.lstrip())
    if armoured:
        return _IN_ARMOUR.get(armoured[1], "")
    return PGP if _begins_message(head) else ""


def walk(subject: Subject, members: Members) -> None:
    """Take out what is only signed.

    Raises:
        EndedError: It is enciphered, or a signature and nothing else.
    """
    if subject.media == KEYS:
        raise EndedError(State.ENCRYPTED, "It holds keys, under a password.")
    data = _bare(subject.data)
    if subject.media == CMS:
        _of_cms(data, members)
    else:
        _of_pgp(data, members, 0)


def _bare(data: bytes) -> bytes:
    """Out of its armour, where it stands in letters."""
    found = _ARMOURED.match(data.lstrip())
    if not found:
        return data
    body = found[2].replace(b"\r", b"")
    if b"\n\n" in body or body.startswith(b"\n"):
        body = body.split(b"\n\n", 1)[-1]  # what stands before says with what it was made
    lines = [line for line in body.split(b"\n") if not line.startswith(b"=")]
    try:
        return base64.b64decode(b"".join(lines))
    except binascii.Error as error:
        raise EndedError(State.CRASH, "Its letters are not those of such a message.") from error


def _of_cms(data: bytes, members: Members) -> None:
    try:
        told: Any = cms.ContentInfo.load(data)
        kind = told["content_type"].native
        if kind in ("enveloped_data", "encrypted_data", "authenticated_enveloped_data"):
            raise EndedError(State.ENCRYPTED, _NEEDS_KEY)
        stamped = kind == "timestamped_data"
        content: Any = told["content"]["content"] if stamped else told["content"]["encap_content_info"]["content"]
        inside = content.native if content else None
        if kind == "compressed_data" and isinstance(inside, bytes):
            inside = _unpacked(1, inside)
    except (ValueError, TypeError, KeyError) as error:
        raise EndedError(State.CRASH, "It is not built as a signed message is.") from error
    if not isinstance(inside, bytes):
        raise EndedError(State.EMPTY, "It is a signature; what it signs lies elsewhere.")
    members.send(b"signed content", of_bytes(inside), "It was signed; the signature was not checked.")


def _of_pgp(data: bytes, members: Members, depth: int) -> None:
    if depth > _MOST_NESTED:
        raise EndedError(State.PARTIAL, "It is nested deeper than can be read.")
    kinds = []
    for kind, body in _packets(data):
        kinds.append(kind)
        if kind in _ENCIPHERED:
            raise EndedError(State.ENCRYPTED, _NEEDS_KEY)
        if kind == _PACKED and body:
            _of_pgp(_unpacked(body[0], body[1:]), members, depth + 1)
        elif kind == _LITERAL and len(body) > 1:
            name = body[2 : 2 + body[1]]
            members.send(name or b"signed content", of_bytes(body[2 + body[1] + 4 :]),
                         "It was signed or packed; no signature was checked.")  # fmt: skip
    if kinds and not set(kinds) & {_PACKED, _LITERAL}:
        only = set(kinds) <= {_SIGNATURE, _MARKER}
        says = "It is a signature; what it signs lies elsewhere." if only else "It holds keys, and no message."
        raise EndedError(State.EMPTY, says)


def _unpacked(how: int, data: bytes) -> bytes:
    openers = {0: None, 1: zlib.decompressobj(-15), 2: zlib.decompressobj(), 3: bz2.BZ2Decompressor()}
    if how not in openers:
        raise EndedError(State.UNSUPPORTED, "It is packed in a way not known here.")
    opener: Any = openers[how]
    if how == 1 and data[:1] == b"\x78":
        opener = zlib.decompressobj()
    try:
        inside = data if opener is None else opener.decompress(data, _MOST_UNPACKED)
    except (zlib.error, OSError) as error:
        raise EndedError(State.CRASH, "It is damaged: it cannot be unpacked.") from error
    if opener is not None and not opener.eof:
        raise EndedError(State.PARTIAL, "It unpacks to more than is taken out of one message, or is cut off.")
    return bytes(inside)


def _begins_message(head: bytes) -> bool:
    """Whether bytes begin as an OpenPGP message does; strict, as two bytes say little."""
    try:
        kind, body = next(_packets(head, cut=True))
    except (StopIteration, EndedError):
        return False
    if kind == _TO_A_KEY:  # version 3 with a known algorithm, or 6
        return len(body) > 10 and ((body[0] == 3 and body[9] in (1, 2, 16, 18, 25)) or body[0] == 6)  # noqa: PLR2004
    if kind == _TO_A_PASSWORD:  # version, cipher, and how the password becomes a key
        return len(body) > 3 and body[0] == 4 and 1 <= body[1] <= 13 and body[2] in (0, 1, 3, 4)  # noqa: PLR2004
    if kind == _ONE_PASS:
        return len(body) == 13 and body[0] == 3  # noqa: PLR2004 - its length and version
    return kind == _PACKED and len(body) > 1 and _begins_packed(body)


def _begins_packed(body: bytes) -> bool:
    if body[0] not in (1, 2):
        return body[0] == 3 and body[1:4] == b"BZh"  # noqa: PLR2004 - packed by bzip2
    try:
        first = zlib.decompressobj(-15 if body[0] == 1 and body[1] != 0x78 else 15).decompress(body[1:], 1)  # noqa: PLR2004
    except zlib.error:
        return False
    return bool(first) and bool(first[0] & _OLD) and _kind(first[0]) in (_SIGNATURE, _ONE_PASS, _LITERAL)


def _kind(first: int) -> int:
    return first & 0x3F if first & _NEW == _NEW else (first >> 2) & 0xF


def _packets(data: bytes, *, cut: bool = False) -> Iterator[tuple[int, bytes]]:
    """Kind and body of each packet (RFC 9580).

    Raises:
        EndedError: They are none.
    """
    at = 0
    while at < len(data):
        first = data[at]
        if not first & _OLD:
            raise EndedError(State.CRASH, "It is not built as an OpenPGP message is.")
        new = first & _NEW == _NEW
        kind = _kind(first)
        try:
            body, at = _new(data, at + 1) if new else _old(data, at, first & 3)
        except IndexError as error:
            raise EndedError(State.CRASH, "It is not built as an OpenPGP message is: it is cut off.") from error
        if at > len(data) and not cut:
            raise EndedError(State.CRASH, "It is not built as an OpenPGP message is: it is cut off.")
        yield kind, body


def _old(data: bytes, at: int, form: int) -> tuple[bytes, int]:
    if form == 3:  # noqa: PLR2004 - to the end
        return data[at + 1 :], len(data)
    count = 1 << form
    length = int.from_bytes(data[at + 1 : at + 1 + count], "big")
    return data[at + 1 + count : at + 1 + count + length], at + 1 + count + length


def _new(data: bytes, at: int) -> tuple[bytes, int]:
    pieces = []
    while True:
        first = data[at]
        if first < 192:  # noqa: PLR2004 - lengths in one byte, two, five, and in pieces
            length, at = first, at + 1
        elif first < 224:  # noqa: PLR2004
            length, at = (first - 192 << 8) + data[at + 1] + 192, at + 2
        elif first == 255:  # noqa: PLR2004
            length, at = int.from_bytes(data[at + 1 : at + 5], "big"), at + 5
        else:
            length, at = 1 << (first & 0x1F), at + 1
            pieces.append(data[at : at + length])
            at += length
            continue
        pieces.append(data[at : at + length])
        return b"".join(pieces), at + length
