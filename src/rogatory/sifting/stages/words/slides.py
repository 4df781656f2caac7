"""PowerPoint files of before 2007: the words of slides, notes, masters and footers, as they stand in the records."""

import struct
from collections.abc import Iterator
from typing import Any

from rogatory.sifting.stages import compound
from rogatory.sifting.stages.subject import Subject

_WIDE, _NARROW, _STRING = 4000, 4008, 4026
_HOLDS = 0xF
_MOST = 4_000_000


def of_slides(subject: Subject) -> str:
    """The words, one run after the other."""
    with compound.opened(subject) as file:
        path = next((path for path in file.listdir() if path[-1].lower() == "powerpoint document"), None)
        data: Any = file.openstream(path).read() if path else b""
    return "\n".join(run.replace("\r", "\n").replace("\x0b", "\n") for run in _runs(data) if run.strip())


def _runs(data: bytes) -> Iterator[str]:
    """Every record that holds others is gone into; what says so and holds something else is passed over."""
    at, ends = 0, [len(data)]
    for _ in range(_MOST):
        while len(ends) > 1 and at + 8 > ends[-1]:
            at = ends.pop()
        if at + 8 > ends[-1]:
            return
        told, kind, length = struct.unpack_from("<HHI", data, at)
        at += 8
        if at + length > ends[-1]:
            if len(ends) == 1:
                return
            at = ends.pop()
        elif told & 0xF == _HOLDS:
            ends.append(at + length)
        else:
            if kind in (_WIDE, _STRING):
                yield data[at : at + length].decode("utf-16-le", "replace")
            elif kind == _NARROW:
                yield data[at : at + length].decode("latin-1")
            at += length
