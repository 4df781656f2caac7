"""Tables of Quattro Pro (QPW): the texts of their cells and notes."""

import struct
from collections.abc import Iterator

from rogatory.extraction.plain import decoded
from rogatory.sifting.stages import compound
from rogatory.sifting.stages.subject import Subject

STREAM = "nativecontent_main"
_TEXTS, _LONG = 0x407, 0x8000
_MOST = 1_000_000


def of_quattro(subject: Subject) -> str:
    """The texts, in the order in which they stand there."""
    with compound.opened(subject) as file:
        path = next((path for path in file.listdir() if path[-1].lower() == STREAM), None)
        data = bytes(file.openstream(path).read()) if path else b""
    return "\n".join(text for body in _records(data) for text in _texts(body))


def _records(data: bytes) -> Iterator[bytes]:
    """The tables of texts; a long record tells its length in four bytes."""
    at = 0
    while at + 4 <= len(data):
        (kind,) = struct.unpack_from("<H", data, at)
        width = 4 if kind & _LONG else 2
        length = int.from_bytes(data[at + 2 : at + 2 + width], "little")
        at += 2 + width
        if kind & ~_LONG == _TEXTS:
            yield data[at : at + length]
        at += length


def _texts(body: bytes) -> Iterator[str]:
    at = 12
    for _ in range(min(int.from_bytes(body[:4], "little"), _MOST)):
        length = int.from_bytes(body[at : at + 2], "little")
        if at + 3 > len(body):
            return
        yield decoded(body[at + 3 : at + 3 + length].rstrip(b"\0")).text
        at += 3 + length
