"""Files of Hangul (HWP 5), as offices in Korea write them: the words of their paragraphs.

One that is given out under its own lock carries the key beside the text: every reader of such files opens it.
"""

import struct
import zlib
from collections.abc import Iterator
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from rogatory.material.items import State
from rogatory.sifting.stages import compound
from rogatory.sifting.stages.subject import EndedError, Subject

_PACKED, _LOCKED, _GIVEN_OUT = 1, 2, 4
_KEY, _TEXT = 28, 67
_WHOLE = 0xFFF
_ALONE = frozenset((0, 10, 13, *range(24, 32)))
"""Signs that stand by themselves; every other one below 32 takes the place of eight letters."""
_MOST_BYTES = 64 << 20


def of_hangul(subject: Subject) -> str:
    """The words, paragraph by paragraph.

    Raises:
        EndedError: It is encrypted with a password, or not built as one is.
    """
    with compound.opened(subject) as file:
        names = {"/".join(path).lower(): path for path in file.listdir()}
        if "fileheader" not in names:
            raise EndedError(State.CRASH, "No text stands where a file of Hangul has it.")
        (flags,) = struct.unpack_from("<I", _stream(file, names["fileheader"]), 36)
        if flags & _LOCKED:
            raise EndedError(State.ENCRYPTED, "It is encrypted: it needs its password.")
        folder = "viewtext/section" if flags & _GIVEN_OUT else "bodytext/section"
        sections = sorted((int(name[len(folder) :] or 0), path) for name, path in names.items()
                          if name.startswith(folder) and name[len(folder) :].isdigit())  # fmt: skip
        found = []
        for _, path in sections:
            data = _stream(file, path)
            if flags & _GIVEN_OUT:
                data = _opened(data)
            if flags & _PACKED:
                data = zlib.decompressobj(-15).decompress(data, _MOST_BYTES)
            found += [_shown(body) for kind, body in _records(data) if kind == _TEXT]
        if not any(found) and "prvtext" in names:
            found = [_stream(file, names["prvtext"]).decode("utf-16-le", "replace")]
    return "\n".join(found)


def _stream(file: Any, path: list[str]) -> bytes:  # noqa: ANN401 - olefile ships no types
    return bytes(file.openstream(path).read())


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(data):
        (head,) = struct.unpack_from("<I", data, at)
        at, length = at + 4, head >> 20
        if length == _WHOLE:
            length = int.from_bytes(data[at : at + 4], "little")
            at += 4
        yield head & 0x3FF, data[at : at + length]
        at += length


def _shown(body: bytes) -> str:
    units, at, out = memoryview(body[: len(body) // 2 * 2]).cast("H"), 0, []
    while at < len(units):
        start = at
        while at < len(units) and units[at] >= 32:  # noqa: PLR2004 - the first letter
            at += 1
        out.append(body[2 * start : 2 * at].decode("utf-16-le", "replace"))
        if at < len(units):
            out.append("\n" if units[at] in (10, 13) else "\t" if units[at] == 9 else "")  # noqa: PLR2004 - a tab
            at += 1 if units[at] in _ALONE else 8
    return "".join(out)


def _opened(data: bytes) -> bytes:
    """What is given out under its own lock: its first record holds the key, hidden by numbers drawn from its start."""
    kind, told = next(_records(data), (0, b""))
    if kind != _KEY or len(told) < 256:  # noqa: PLR2004 - its length
        raise EndedError(State.CRASH, "No key stands where such a file has it.")
    seed = int.from_bytes(told[:4], "little")
    hidden, sign, left = bytearray(told), 0, 0
    for at in range(256):
        if not left:
            seed, sign = _drawn(seed)
            seed, count = _drawn(seed)
            sign, left = sign & 0xFF, (count & 0xF) + 1
        if at >= 4:  # noqa: PLR2004 - after what the numbers are drawn from
            hidden[at] ^= sign
        left -= 1
    start = 4 + (hidden[0] & 0xF)
    rest = data[4 + len(told) :]
    reader = Cipher(algorithms.AES(bytes(hidden[start : start + 16])), modes.ECB()).decryptor()  # noqa: S305 - theirs
    return reader.update(rest[: len(rest) // 16 * 16])


def _drawn(seed: int) -> tuple[int, int]:
    seed = (seed * 214013 + 2531011) & 0xFFFFFFFF
    return seed, seed >> 16 & 0x7FFF
