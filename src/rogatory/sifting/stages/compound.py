"""Compound files, as old office programs and Outlook write them: what is embedded in them, each a file of its own.

An object in a document lies there as a folder of streams. Where one of the streams is the file itself (`Package`, what
a user dragged in), that is taken out; else the folder is written as a compound file, always the same, so that it is
read as what it is: a spreadsheet in a letter, a message attached to a message.
"""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, TypeAlias

import olefile

from rogatory.sifting.stages.subject import Subject

Tree: TypeAlias = "dict[str, bytes | Tree]"
"""Streams and folders by their names."""

PIECE = 1 << 20
_WHOLE = ("Package", "package", "CONTENTS", "EmbeddedOdf", "package_stream")
"""Streams that are the embedded file itself."""
_NATIVE = "\x01Ole10Native"
_POOLS = ("ObjectPool",)
_OF_SHEETS = "MBD"
_SLIDES, _SLIDES_OBJECT = "PowerPoint Document", 0x1011
_SLIDES_PICTURES = "Pictures"
_WORDS_PICTURES = "Data"
_DRAWING = re.compile(rb"\xf0(?=[\0-\xff]{4})(?:(?<=[\x40\x50]\x3d\x1a\xf0)|(?<=[\x60\x70]\x21\x1b\xf0))")
"""Behind which a drawing of Windows begins among pictures (MS-ODRAW 2.2.24, 2.2.25); its length follows."""
_PACKED = 0
_PICTURES = {0xF01D: ".jpg", 0xF01E: ".png", 0xF01F: ".bmp", 0xF029: ".tif", 0xF02A: ".jpg"}
_MOST_DEEP = 30
_PROPERTIES, _NAMED = "__properties_version1.0", "__nameid_version1.0"
_ATTACHED, _OBJECT = "__attach_version1.0_#", "__substg1.0_3701000D"
_HEAD_INSIDE, _HEAD_ALONE = 24, 32
"""Bytes before the properties of a message inside another, and of one by itself."""


def opened(subject: Subject) -> Any:  # noqa: ANN401 - olefile ships no types
    """A compound file, opened once for all stages; left by one of them, it is there for the next.

    Raises:
        OSError: It is none.
    """
    if "compound" not in subject.kept:
        subject.kept["compound"] = olefile.OleFileIO(BytesIO(subject.data))
    return subject.kept["compound"]


def overstated(data: bytes) -> bool:
    """Whether its head says that it has more pieces than it has bytes for (MS-CFB 2.2)."""
    shift, folders, table, minis, tables = struct.unpack_from("<30xH8xII16xI4xI", data.ljust(76, b"\0"))
    return any(count << min(shift, 20) > len(data) for count in (folders, table, minis, tables))


def embedded(subject: Subject) -> Iterator[tuple[bytes, bytes]]:
    """What lies in a file of an old office program: objects, files dragged in, pictures; name and bytes.

    Raises:
        OSError: It is not built as one is.
    """
    with opened(subject) as file:
        paths = file.listdir(streams=True, storages=True)
        for path in paths:
            if len(path) > _MOST_DEEP or path[0] in ("Macros", "_VBA_PROJECT_CUR"):
                continue
            inside = _inside(file, path)
            if inside:
                yield inside
        if file.exists(_SLIDES):
            yield from _of_slides(_stream(file, [_SLIDES]))
        if file.exists(_SLIDES_PICTURES):
            pictures = _stream(file, [_SLIDES_PICTURES])
            yield from _pictures(pictures)
            yield from _drawings(pictures)
        if file.exists(_WORDS_PICTURES):
            yield from _drawings(_stream(file, [_WORDS_PICTURES]))


def _inside(file: Any, path: list[str]) -> tuple[bytes, bytes] | None:  # noqa: ANN401
    """What a place in a compound file holds that is a file of its own."""
    name = "/".join(path).encode("utf-8", "replace")
    if path[-1] == _NATIVE:
        label, data = native(_stream(file, path))
        return label or name, data
    if path[-1] in _WHOLE and file.get_type(path) == olefile.STGTY_STREAM:
        return name, _stream(file, path)
    is_object = path[-1].startswith(_OF_SHEETS) or (len(path) > 1 and path[-2] in _POOLS)
    if not is_object or file.get_type(path) != olefile.STGTY_STORAGE:
        return None
    tree = tree_of(file, path)
    whole = any(one in tree for one in (*_WHOLE, _NATIVE))
    return None if whole or not tree else (name + b".ole", written(tree))


def native(data: bytes) -> tuple[bytes, bytes]:
    """What a user dragged into a document: its name, and its bytes; both empty where it is not built as one is."""
    try:
        (flags,) = struct.unpack_from("<H", data, 4)
        if flags != 2:  # noqa: PLR2004 - a file with a name
            return b"", data[4:]
        at = data.index(b"\0", 6) + 1
        label = data[6 : at - 1]
        at = data.index(b"\0", at) + 1 + 4
        (length,) = struct.unpack_from("<I", data, at)
        at += 4 + length
        (size,) = struct.unpack_from("<I", data, at)
        return label, data[at + 4 : at + 4 + size]
    except (struct.error, ValueError):
        return b"", data[4:]


def _of_slides(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Objects in slides: each a packed compound file in a record."""
    number = 0
    for kind, instance, start, length in _records(data):
        if kind == _SLIDES_OBJECT and instance and length > 4:  # noqa: PLR2004 - its length stands before it
            unpacker = zlib.decompressobj()
            (size,) = struct.unpack_from("<I", data, start)
            try:
                inside = unpacker.decompress(data[start + 4 : start + length], min(size, 64 * len(data)) or 1)
            except zlib.error:
                continue
            yield b"object %d.ole" % number, inside
            number += 1


def _pictures(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    for number, (kind, instance, start, length) in enumerate(_records(data)):
        if kind in _PICTURES:
            # One digest or two stand before the picture, and a mark.
            skipped = 17 + 16 * (instance & 1)
            ending = _PICTURES[kind].encode()
            yield b"picture %d%s" % (number, ending), data[start + skipped : start + length]


def _drawings(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Drawings among pictures: a digest or two and how large it is stand before each, which is packed as a rule."""
    for number, found in enumerate(_DRAWING.finditer(data)):
        at, kind = found.end() + 4, data[found.start() - 3 : found.start()]
        body = data[at : at + int.from_bytes(data[at - 4 : at], "little")]
        start = 16 * (1 + (kind[0] >> 4 & 1)) + 34
        whole = int.from_bytes(body[start - 34 : start - 30], "little")
        inside = body[start:]
        if body[start - 2 : start - 1] == bytes((_PACKED,)):
            try:
                inside = zlib.decompressobj().decompress(inside, min(whole, 64 * len(data)) or 1)
            except zlib.error:
                continue
        yield b"drawing %d%s" % (number, b".emf" if kind[2] == 0x1A else b".wmf"), inside  # noqa: PLR2004


def _records(data: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Kind, instance, place and length of each record of the top level."""
    at = 0
    while at + 8 <= len(data):
        told, kind, length = struct.unpack_from("<HHI", data, at)
        yield kind, told >> 4, at + 8, min(length, len(data) - at - 8)
        at += 8 + length


def messages(file: Any) -> Iterator[tuple[str, bytes]]:  # noqa: ANN401
    """Messages and objects attached to a message of Outlook: the folder each lies in, and a file made of it."""
    folders = sorted({path[0] for path in file.listdir() if path[0].startswith(_ATTACHED)})
    named = tree_of(file, [_NAMED]) if file.exists(_NAMED) else {}
    for folder in folders:
        if file.exists(f"{folder}/{_OBJECT}") and file.get_type([folder, _OBJECT]) == olefile.STGTY_STORAGE:
            tree = tree_of(file, [folder, _OBJECT])
            head = tree.get(_PROPERTIES)
            if isinstance(head, bytes):
                tree[_PROPERTIES] = head[:_HEAD_INSIDE] + bytes(_HEAD_ALONE - _HEAD_INSIDE) + head[_HEAD_INSIDE:]
                tree.setdefault(_NAMED, named)
            yield folder, written(tree)


def tree_of(file: Any, path: list[str]) -> Tree:  # noqa: ANN401
    """What a folder of a compound file holds."""
    tree: Tree = {}
    for below in file.listdir(streams=True, storages=True):
        if below[: len(path)] == path and len(path) < len(below) <= len(path) + _MOST_DEEP:
            at = tree
            for name in below[len(path) : -1]:
                found = at.setdefault(name, {})
                at = found if isinstance(found, dict) else {}
            if file.get_type(below) == olefile.STGTY_STREAM:
                at[below[-1]] = _stream(file, below)
            else:
                at.setdefault(below[-1], {})
    return tree


def _stream(file: Any, path: list[str]) -> bytes:  # noqa: ANN401
    with file.openstream(path) as stream:
        return bytes(stream.read())


_NONE, _END, _OF_TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SMALL, _MINI = 4096, 64
_IN_HEAD = 109
_ROOT, _FOLDER, _STREAM = 5, 1, 2
_LARGE = 6 << 20
"""Bytes from which larger pieces are used, so that the table of their table is never needed."""
_NO_ENTRY = struct.pack("<64xHBB3I36xIQ", 0, 0, 1, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0, 0)


@dataclass
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    left: int = _NONE
    right: int = _NONE
    below: int = _NONE
    start: int = _END


def written(tree: Mapping[str, "bytes | Tree"]) -> bytes:
    """A compound file of these streams and folders (MS-CFB), always the same for the same."""
    entries = [_Entry("Root Entry", _ROOT)]
    _laid(dict(tree), 0, entries)
    sectors = _Sectors(512 if sum(len(entry.data) for entry in entries) < _LARGE else 4096)
    mini_table, entries[0].data = _minis(entries)
    for entry in entries:
        if entry.kind == _ROOT or len(entry.data) >= _SMALL:
            entry.start = sectors.put(entry.data)
    size = sectors.size
    mini_start = sectors.put(_table(mini_table, size))
    folders = b"".join(_shown(entry) for entry in entries) + _NO_ENTRY * (-len(entries) % (size // len(_NO_ENTRY)))
    folder_start = sectors.put(folders)
    before = len(sectors.table)
    places = range(before, before + -(-before // (size // 4 - 1)))
    table = _table([*sectors.table, *[_OF_TABLE] * len(places)], size)
    version, shift, count = (3, 9, 0) if size == 512 else (4, 12, len(folders) // size)  # noqa: PLR2004 - the older one
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + struct.pack(
        "<16x5H6x9I", 0x3E, version, 0xFFFE, shift, 6, count, len(places), folder_start, 0, _SMALL, mini_start,
        -(-len(mini_table) // (size // 4)), _END, 0,
    )  # fmt: skip
    head += struct.pack(f"<{_IN_HEAD}I", *places, *[_NONE] * (_IN_HEAD - len(places)))
    return head.ljust(size, b"\0") + bytes(sectors.body) + table


class _Sectors:
    """The body of a file in pieces of one size, and the table that says which piece follows which."""

    def __init__(self, size: int) -> None:
        self.size, self.body, self.table = size, bytearray(), list[int]()

    def put(self, data: bytes) -> int:
        """Add bytes; where they begin."""
        if not data:
            return _END
        start, count = len(self.table), -(-len(data) // self.size)
        self.table += [*range(start + 1, start + count), _END]
        self.body += data.ljust(count * self.size, b"\0")
        return start


def _minis(entries: list[_Entry]) -> tuple[list[int], bytes]:
    """Small streams lie together in pieces of 64 bytes: the table of these, and the pieces."""
    table: list[int] = []
    body = bytearray()
    for entry in entries:
        if entry.kind == _STREAM and entry.data and len(entry.data) < _SMALL:
            entry.start, count = len(table), -(-len(entry.data) // _MINI)
            table += [*range(entry.start + 1, entry.start + count), _END]
            body += entry.data.ljust(count * _MINI, b"\0")
    return table, bytes(body)


def _table(numbers: list[int], size: int) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers) + b"\xff" * (-(4 * len(numbers)) % size)


def _laid(tree: Tree, above: int, entries: list[_Entry]) -> None:
    """Lay the names of a folder beside each other, as a tree that is searched by halves."""
    names = sorted(tree, key=lambda name: (len(name.encode("utf-16-le")), name.upper()))
    first = len(entries)
    for name in names:
        found = tree[name]
        entries.append(_Entry(name, _STREAM, found) if isinstance(found, bytes) else _Entry(name, _FOLDER))
    entries[above].below = _halved(first, len(entries), entries)
    for number, name in enumerate(names, first):
        inside = tree[name]
        if isinstance(inside, dict):
            _laid(inside, number, entries)


def _halved(first: int, last: int, entries: list[_Entry]) -> int:
    if first >= last:
        return _NONE
    middle = (first + last) // 2
    entries[middle].left = _halved(first, middle, entries)
    entries[middle].right = _halved(middle + 1, last, entries)
    return middle


def _shown(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le")[:62]
    return struct.pack(
        "<64sHBB3I36xIQ", name, len(name) + 2, entry.kind, 1, entry.left, entry.right, entry.below,
        0 if entry.kind == _FOLDER else entry.start, len(entry.data),
    )  # fmt: skip
