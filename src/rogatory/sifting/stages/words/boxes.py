"""What a film or a recording in boxes (MP4, M4A, MOV) says of itself: title, who made it, remarks, the place."""

from collections.abc import Iterator

from rogatory.sifting.stages.subject import Subject

_FOLDERS = frozenset((b"moov", b"udta", b"ilst", b"trak", b"mdia"))
_MOST_BOXES, _MOST_DEEP = 20_000, 8
_LONGEST = 64 << 10
_OLD = (b"titl", b"auth", b"cprt", b"dscp", b"perf", b"gnre", b"albm")
"""Remarks as telephones write them: four bytes, a language, and the words."""
_LETTERS, _WIDE = 1, 2


def of_boxes(subject: Subject) -> str:
    """What it says of itself; empty where it says nothing."""
    found = _within(subject, 0, subject.size, b"", [_MOST_BOXES], 0)
    return "\n".join(dict.fromkeys(text for text in map(str.strip, found) if text))


def _within(subject: Subject, at: int, end: int, inside: bytes, left: list[int], depth: int) -> Iterator[str]:
    while at + 8 <= end and left[0]:
        left[0] -= 1
        head = _read(subject, at, 16)
        size, name, start = int.from_bytes(head[:4], "big"), head[4:8], at + 8
        if size == 1:
            size, start = int.from_bytes(head[8:16], "big"), at + 16
        stop = end if size == 0 else at + size
        if stop < start or stop > end or len(head) < 8:  # noqa: PLR2004 - a length and a name
            return
        if name == b"meta" and depth < _MOST_DEEP:
            plain = _read(subject, start + 4, 4) == b"hdlr"  # Apple's own has no version before what is in it
            yield from _within(subject, start if plain else start + 4, stop, name, left, depth + 1)
        elif (name in _FOLDERS or inside == b"ilst") and depth < _MOST_DEEP:
            yield from _within(subject, start, stop, name, left, depth + 1)
        elif stop - start <= _LONGEST:
            yield from _told(name, inside, _read(subject, start, stop - start))
        at = stop


def _told(name: bytes, inside: bytes, body: bytes) -> Iterator[str]:
    if name == b"data" and len(body) > 8:  # noqa: PLR2004 - its kind and language
        form = int.from_bytes(body[:4], "big")
        if form in (_LETTERS, _WIDE):
            yield body[8:].decode("utf-8" if form == _LETTERS else "utf-16-be", "replace")
    elif inside == b"udta" and name[:1] == b"\xa9" and len(body) > 4:  # noqa: PLR2004 - length and language
        yield body[4 : 4 + int.from_bytes(body[:2], "big")].decode("utf-8", "replace")
    elif inside == b"udta" and name in _OLD and len(body) > 6:  # noqa: PLR2004 - version and language
        words = body[6:]
        yield words.decode("utf-16" if words[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8", "replace").rstrip("\0")


def _read(subject: Subject, at: int, count: int) -> bytes:
    subject.file.seek(at)
    return subject.file.read(count) or b""
