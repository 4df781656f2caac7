"""Pages of seized papers and photographs as pictures: drawn in the cage, kept a while, and never the file itself."""

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from rogatory.extraction import kinds, reading
from rogatory.extraction.found import UnreadableError
from rogatory.extraction.limits import MIB, Limits
from rogatory.material.items import Digest
from rogatory.sifting.sealed.sealing import Seizure

WIDTHS = (800, 1600)
"""Pixels in the width of a page: as it is read, and enlarged."""
MOST = 500
"""Pictures kept of one seizure; the ones longest not looked at go first."""
_LIMITS = Limits(file=200 * MIB, seconds=20, seconds_a_mib=1, most_seconds=40)
_DRAWN = frozenset({kinds.PDF.media, "image/png", "image/jpeg", "image/tiff"})


class NoPictureError(LookupError):
    """There is no such page, or it cannot be drawn; it says why."""


def drawable(media: str) -> bool:
    """Whether contents of a kind have pages that can be drawn."""
    return media in _DRAWN


def page(seizure: Seizure, content: Digest, number: int, width: int) -> bytes:
    """A page as PNG.

    Args:
        seizure: The seizure.
        content: Digest of the content.
        number: Number of the page, from 1.
        width: One of `WIDTHS`.

    Raises:
        NoPictureError: There is none.
    """
    if width not in WIDTHS or number < 1:
        raise NoPictureError(f"no page {number} of {width} pixels")
    return _kept(
        seizure.folder / "pictures", f"{content}-{number}-{width}", lambda: _drawn(seizure, content, number, width)
    )


def _drawn(seizure: Seizure, content: Digest, number: int, width: int) -> bytes:
    try:
        with seizure.store.open(content) as file:
            if os.fstat(file.fileno()).st_size > _LIMITS.file:
                raise NoPictureError("It is larger than is drawn here.")
            data = file.read()
        return reading.image(data, (), number, width, _LIMITS)
    except (UnreadableError, OSError) as error:
        raise NoPictureError(str(error)) from error


def _kept(folder: Path, name: str, make: Callable[[], bytes]) -> bytes:
    """What is kept under a name, made where it is not; the name tells nobody which content it is of."""
    path = folder / sha256(name.encode()).hexdigest()
    with suppress(FileNotFoundError):
        data = path.read_bytes()
        os.utime(path)
        return data
    data = make()
    folder.mkdir(mode=0o700, exist_ok=True)
    beside = folder / f"{path.name}.{os.getpid()}"
    beside.write_bytes(data)
    beside.rename(path)
    kept = sorted(folder.iterdir(), key=_looked_at, reverse=True)
    for old in kept[MOST:]:
        old.unlink(missing_ok=True)
    return data


def _looked_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0
