"""What a recording says of itself (ID3): title, who speaks, when, remarks. Somebody must listen to it all the same."""

from collections.abc import Iterator

from rogatory.sifting.stages.subject import Subject

_CODINGS = ("latin-1", "utf-16", "utf-16-be", "utf-8")
_HEAD, _OLD_HEAD = 10, 6
_LAST = 128
_FIELDS = ((3, 33), (33, 63), (63, 93), (93, 97), (97, 127))
"""Title, artist, album, year and remark in the last bytes of a file."""


def of_tags(subject: Subject) -> str:
    """What it says of itself; empty where it says nothing."""
    found = [*_before(subject.head()), *_after(subject)]
    return "\n".join(dict.fromkeys(text for text in found if text))


def _before(head: bytes) -> Iterator[str]:
    if not head.startswith(b"ID3") or len(head) < _HEAD:
        return
    old = head[3] == 2  # noqa: PLR2004 - the version whose fields have names of three letters
    size, names = (_OLD_HEAD, 3) if old else (_HEAD, 4)
    end, at = _HEAD + _seven(head[6:10]), _HEAD
    while at + size <= min(end, len(head)):
        name, told = head[at : at + names], head[at + names : at + names + (3 if old else 4)]
        length = _seven(told) if head[3] == 4 else int.from_bytes(told, "big")  # noqa: PLR2004 - the version that counts so
        body = head[at + size : at + size + length]
        if name[:1] == b"T" and name not in (b"TXX", b"TXXX") and body:
            yield _text(body[0], body[1:])
        elif name in (b"COM", b"COMM", b"ULT", b"USLT") and len(body) > 4:  # noqa: PLR2004 - a language stands before it
            yield _text(body[0], body[4:])
        if not length or not name.strip(b"\0"):
            return
        at += size + length


def _after(subject: Subject) -> Iterator[str]:
    subject.file.seek(max(0, subject.size - _LAST))
    last = subject.file.read(_LAST) or b""
    if last.startswith(b"TAG"):
        yield from (_text(0, last[start:end]) for start, end in _FIELDS)


def _seven(told: bytes) -> int:
    number = 0
    for byte in told:
        number = number << 7 | byte & 0x7F
    return number


def _text(coding: int, data: bytes) -> str:
    text = data.decode(_CODINGS[coding] if coding < len(_CODINGS) else "latin-1", "replace")
    return " ".join(text.replace("\0", " ").split())
