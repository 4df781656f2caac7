"""Pieces of one thing: an image of a disk or an archive in several files, known by their names in one folder.

A name alone proves nothing: whether the first piece is of a kind that goes on in others is seen when it is read, and
what else bears such a name is read as it is.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from rogatory.material.items import Digest

Named = tuple[bytes, Digest]
"""The path of a file, and its content."""
MOST = 250
"""Pieces that are read as one."""


class Form(Enum):
    """By what their names tell that they belong together."""

    SPLIT = "split"
    """`name.001`, `name.002`: cut anywhere."""
    EWF = "ewf"
    """`name.E01` to `name.E99`, then `name.EAA` and on; `name.Ex01` to `name.Ex99`, then `name.ExAA`."""
    RAR = "rar"
    """`name.part1.rar`, or `name.rar`, `name.r00`."""
    ZIP = "zip"
    """`name.z01`, and `name.zip` as the last."""
    VMDK = "vmdk"
    """`name-s001.vmdk`, or `name-f001.vmdk`."""


@dataclass(frozen=True, slots=True)
class Volumes:
    """What belongs together.

    Attributes:
        form: By what it is known.
        lead: The piece under which all is read.
        pieces: The contents, in their order, up to the first that is missing; the lead's among them.
        of: The name of the lead.
        missing: The name of the first piece that is missing; empty: none is, as far as names tell.
        after: The name that one more piece would have.
        others: Contents that are no lead: they are read with it.
    """

    form: Form
    lead: Digest
    pieces: tuple[Digest, ...]
    of: bytes
    missing: bytes
    after: bytes
    others: tuple[Digest, ...]


_LAST = 1 << 30
"""The number of a ZIP's last piece."""
_LETTERS = 100
"""The number of the first piece of an image that is counted in letters."""
_WORTH = re.compile(rb"\.(?:\d{3,4}|e?[er-z]\d\d|rar|zip|vmdk)\Z", re.IGNORECASE)
_NAMES = {
    name: re.compile(told, re.IGNORECASE | re.DOTALL)
    for name, told in {
        "rar": rb"(.+)\.part(\d{1,4})\.rar",
        "old": rb"(.+)\.([r-y]\d\d)",
        "zip": rb"(.+)\.z(\d\d)",
        "split": rb"(.+\.)(\d{3,4})",
        "ewf": rb"(.+)\.e(\d\d)",
        "ewf2": rb"(.+)\.ex(\d\d)",
        "vmdk": rb"(.+-[sf])(\d{3})\.vmdk",
        "whole": rb"(.+)(\.rar|\.zip)",
    }.items()
}
"""What a piece is called: what it has in common with the others, and its number."""
_COUNTED_ON = {"ewf": ord("e"), "ewf2": ord("x")}
"""Forms that are counted in letters after 99, and the letter with which these begin."""
_IN_LETTERS = re.compile(rb"(.+)\.(e?)([e-z][a-z][a-z])", re.IGNORECASE | re.DOTALL)
_Key = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Joined:
    """A content that is a piece of something.

    Attributes:
        form: By what it is known, as `Form` says it.
        of: The name of the piece under which all is read.
        pieces: The contents that are read as one, in their order; empty: it is not the one under which they are read.
        missing: The name of the first piece that is missing; empty: none is, as far as names tell.
        after: The name that one more piece would have.
    """

    form: str
    of: str
    pieces: tuple[Digest, ...] = ()
    missing: str = ""
    after: str = ""


def sets(files: Callable[[], Iterable[Named]]) -> Iterator[Volumes]:
    """What belongs together among the files of a seizure.

    Args:
        files: Gives every file with its content; asked again where an image has more pieces than are counted in digits.
    """
    found: dict[_Key, dict[int, Named]] = {}
    whole: dict[bytes, Named] = {}
    for path, content in files():
        told = _told(path) if _WORTH.search(path[-6:]) else None
        if told is None:
            continue
        form, stem, number = told
        if form == "whole":
            whole[path.lower()] = path, content
        else:
            found.setdefault((form, stem), {})[number] = path, content
    long = {key for key, pieces in found.items() if key[0] in _COUNTED_ON and _LETTERS - 1 in pieces}
    for path, content in files() if long else ():
        lettered = _IN_LETTERS.fullmatch(path)
        key = ("ewf2" if lettered[2] else "ewf", lettered[1].lower()) if lettered else ("", b"")
        if lettered and key in long:
            found[key][_LETTERS + _of_letters(key[0], lettered[3].lower())] = path, content
    for (form, stem), pieces in found.items():
        if form == "old" and stem + b".rar" in whole:
            pieces[-1] = whole[stem + b".rar"]
        if form == "zip" and stem + b".zip" in whole:
            pieces[_LAST] = whole[stem + b".zip"]
        yield from _together(form, pieces)


def _told(path: bytes) -> tuple[str, bytes, int] | None:
    """What the name of a file tells: the form, what it has in common with other pieces, and its number."""
    for form, name in _NAMES.items():
        if told := name.fullmatch(path):
            stem, number = told[1].lower(), told[2].lower()
            if form == "split":  # `name.001` and `name.0001` are counted each for themselves
                stem += b"%d" % len(number)
            if form == "old":
                return form, stem, 100 * (number[0] - ord("r")) + int(number[1:])
            return form, stem, 0 if form == "whole" else int(number)
    return None


def _of_letters(form: str, letters: bytes) -> int:
    first, second, third = letters
    return (first - _COUNTED_ON[form]) * 676 + (second - ord("a")) * 26 + third - ord("a")


def _together(form: str, pieces: dict[int, Named]) -> Iterator[Volumes]:
    """The set, where there is more than one piece, or one that says by its name that there are more."""
    last = pieces.pop(_LAST, None)
    first = {"old": -1, "split": min(pieces) if min(pieces) <= 1 else 1}.get(form, 1)
    numbers = sorted(number for number in pieces if number >= first)
    if not numbers or (len(numbers) == 1 and numbers[0] == first and form != "zip"):
        return
    run = [number for place, number in enumerate(numbers) if number == first + place]
    gap = len(run) < len(numbers)
    kept = [pieces[number] for number in (run or numbers[:1])][:MOST]
    if last and not gap and len(kept) < MOST:
        kept.append(last)
    end = first + len(run)
    lead = last or kept[0]
    name = _Names(form, pieces[numbers[0]][0], numbers[0])
    missing = name.of(end) if gap else name.whole() if form == "zip" and last is None else b""
    everything = (*(pieces[number][1] for number in numbers), *((last[1],) if last else ()))
    yield Volumes(Form({"old": "rar", "ewf2": "ewf"}.get(form, form)), lead[1], tuple(content for _, content in kept),
                  lead[0].rsplit(b"/", 1)[-1], missing, name.of(end),
                  tuple(content for content in everything if content != lead[1]))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Names:
    """What other pieces are called, by one of them."""

    form: str
    path: bytes
    number: int

    def of(self, number: int) -> bytes:
        """The name of the piece of this number."""
        name = self.path.rsplit(b"/", 1)[-1]
        if self.form == "old":
            return name[:-3] + (b"rar" if number < 0 else b"%c%02d" % (ord("r") + number // 100, number % 100))
        if self.form in _COUNTED_ON and number >= _LETTERS:
            letters, first = number - _LETTERS, _COUNTED_ON[self.form] - (32 if self.form == "ewf" else 0)
            return name[:-3] + bytes((first + letters // 676, 65 + letters // 26 % 26, 65 + letters % 26))
        told = re.search(rb"(\d+)(\.rar|\.vmdk)?\Z", name, re.IGNORECASE)
        if told is None:
            return name
        return name[: told.start()] + b"%0*d" % (len(told[1]), number) + (told[2] or b"")

    def whole(self) -> bytes:
        """The name of the last piece of a ZIP."""
        return self.path.rsplit(b"/", 1)[-1][:-3] + b"zip"
