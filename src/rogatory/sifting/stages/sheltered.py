"""Office files under the lock that everybody has the key of: Excel's own, for a workbook not to be changed.

Excel enciphers such a workbook with a word that it knows by itself and asks nobody for (MS-OFFCRYPTO 2.3.4; the word is
told in MS-XLS 2.4.191). That is no secret of whoever wrote it. No other word is ever tried.
"""

import hashlib
import re
import struct
from base64 import b64decode
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from rogatory.extraction.shortage import no_shortage
from rogatory.sifting.stages import compound
from rogatory.sifting.stages.members import Members, of_bytes
from rogatory.sifting.stages.subject import Subject

_WORD = "VelvetSweatshop".encode("utf-16-le")
_TIMES, _MOST_TIMES = 50_000, 1_000_000
_SEGMENT = 4096
_AGILE = b"\x04\0\x04\0"
_INPUT, _VALUE, _KEY = (bytes.fromhex(told) for told in ("fea7d2763b4b9e79", "d7aa0f6d3061344e", "146e0be7abacd0d6"))
"""What the hash is gone on with for each of the three things that are enciphered with it."""
_ATTRIBUTE = re.compile(rb"(\w+)=\"([^\"]*)\"")


def opened(subject: Subject) -> bytes:
    """The file under the lock; empty: the lock is another one. Found once for all stages."""
    if "sheltered" not in subject.kept:
        try:
            with compound.opened(subject.data) as file:
                told, package = (file.openstream(name).read() for name in ("EncryptionInfo", "EncryptedPackage"))
            found = _agile(told[8:], package) if told.startswith(_AGILE) else _standard(told, package)
        except Exception as error:  # it is not built as such a file is: its lock stays
            no_shortage(error)
            found = b""
        subject.kept["sheltered"] = found
    return bytes(subject.kept["sheltered"])


def walk(subject: Subject, members: Members) -> None:
    """Send the file under the lock."""
    if data := opened(subject):
        members.send(b"opened", of_bytes(data))


def _standard(told: bytes, package: bytes) -> bytes:
    (size,) = struct.unpack_from("<I", told, 8)
    (bits,) = struct.unpack_from("<I", told, 12 + 16)
    proof = told[12 + size :]
    salt, hidden, hidden_hash = proof[4:20], proof[20:36], proof[40:72]
    found = _hash("sha1", salt, _TIMES)
    found = hashlib.sha1(found + bytes(4), usedforsecurity=False).digest()
    block = bytes(byte ^ 0x36 for byte in found.ljust(64, b"\0"))
    key = hashlib.sha1(block, usedforsecurity=False).digest()[: bits // 8]
    if hashlib.sha1(_plain(key, hidden), usedforsecurity=False).digest() != _plain(key, hidden_hash)[:20]:
        return b""
    return _cut(_plain(key, package[8 : 8 + (len(package) - 8) // 16 * 16]), package)


def _agile(told: bytes, package: bytes) -> bytes:
    of_data, of_key = (dict(_ATTRIBUTE.findall(told[told.index(name) :].split(b">", 1)[0]))
                       for name in (b"<keyData", b"encryptedKey "))  # fmt: skip
    form, salt = of_key[b"hashAlgorithm"].decode().lower(), b64decode(of_key[b"saltValue"])
    times, length = int(of_key[b"spinCount"]), int(of_key[b"keyBits"]) // 8
    if times > _MOST_TIMES:
        return b""
    found = _hash(form, salt, times)

    def under(purpose: bytes, name: bytes) -> bytes:
        key = hashlib.new(form, found + purpose).digest()[:length].ljust(length, b"\x36")
        return _plain(key, b64decode(of_key[name]), salt)

    proof = hashlib.new(form, under(_INPUT, b"encryptedVerifierHashInput")).digest()
    if under(_VALUE, b"encryptedVerifierHashValue")[: len(proof)] != proof:
        return b""
    key = under(_KEY, b"encryptedKeyValue")[: int(of_data[b"keyBits"]) // 8]
    form, salt = of_data[b"hashAlgorithm"].decode().lower(), b64decode(of_data[b"saltValue"])
    data, out = package[8:], []
    for number, at in enumerate(range(0, len(data) // 16 * 16, _SEGMENT)):
        begin = hashlib.new(form, salt + struct.pack("<I", number)).digest()
        piece = data[at : at + _SEGMENT]
        out.append(_plain(key, piece[: len(piece) // 16 * 16], begin))
    return _cut(b"".join(out), package)


def _hash(form: str, salt: bytes, times: int) -> bytes:
    new: Any = getattr(hashlib, form)
    found = new(salt + _WORD).digest()
    for number in range(times):
        found = new(number.to_bytes(4, "little") + found).digest()
    return bytes(found)


def _plain(key: bytes, data: bytes, begin: bytes = b"") -> bytes:
    mode = modes.CBC(begin[:16].ljust(16, b"\x36")) if begin else modes.ECB()  # noqa: S305 - theirs
    return Cipher(algorithms.AES(key), mode).decryptor().update(data)


def _cut(data: bytes, package: bytes) -> bytes:
    return data[: int.from_bytes(package[:8], "little")]
