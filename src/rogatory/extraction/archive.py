"""ZIP: what it holds, unpacked one by one, never further than the limits and never to a disk."""

import io
import zipfile
import zlib
from collections import Counter

from rogatory.extraction.found import MIB, Found, Inner, Purse, UnreadableError
from rogatory.extraction.plain import decoded
from rogatory.extraction.shortage import no_shortage
from rogatory.received.pages import State

_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_PIECE = 256 * 1024


class Archive:
    """A ZIP whose names and sizes are not believed."""

    def __init__(self, data: bytes, purse: Purse) -> None:
        """Open it.

        Raises:
            UnreadableError: It cannot be opened.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            no_shortage(error)
            raise UnreadableError(State.DAMAGED, "The list of its files is missing or damaged.") from error
        self._purse = purse
        self.files = [info for info in self._zip.infolist() if not info.is_dir()]
        self._first: dict[str, zipfile.ZipInfo] = {}
        for info in self.files:
            self._first.setdefault(info.filename, info)

    def __contains__(self, name: str) -> bool:
        return name in self._first

    def twice(self) -> list[str]:
        """Names that more than one file has, so that two programs may read two different texts."""
        return [name for name, count in Counter(info.filename for info in self.files).items() if count > 1]

    def get(self, name: str) -> bytes | None:
        """The bytes of the file of that name; None: there is none.

        Raises:
            UnreadableError: They cannot be had.
        """
        info = self._first.get(name)
        return None if info is None else self.unpacked(info)

    def unpacked(self, info: zipfile.ZipInfo) -> bytes:
        """The bytes of one file.

        Raises:
            UnreadableError: It is encrypted, damaged, or larger than allowed.
        """
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableError(State.ENCRYPTED, "It is encrypted: ask for the password, or for the file without it.")
        limits = self._purse.limits
        most = min(limits.ratio * info.compress_size + MIB, max(0, self._purse.unpacked))
        pieces, size = [], 0
        try:
            with self._zip.open(info) as file:
                while piece := file.read(_PIECE):
                    size += len(piece)
                    if size > most:
                        raise UnreadableError(State.TOO_LARGE, _too_large(size, info.compress_size, limits.ratio))
                    pieces.append(piece)
        except NotImplementedError as error:
            raise UnreadableError(State.UNSUPPORTED, "It is packed in a way that is not known here.") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
            no_shortage(error)
            raise UnreadableError(State.DAMAGED, "It cannot be unpacked: it is damaged.") from error
        return b"".join(pieces)

    def inner(self, info: zipfile.ZipInfo, held: str = "") -> Inner:
        """One of its files as a part."""
        return Inner(name_of(info), lambda: self.unpacked(info), held, max(0, info.file_size))


def read(data: bytes, purse: Purse) -> Found:
    """Read a ZIP: each file a part."""
    archive = Archive(data, purse)
    twice = archive.twice()
    facts = [("twice", name) for name in twice[:20]]
    return Found(inner=[archive.inner(info) for info in archive.files], facts=facts)


def name_of(info: zipfile.ZipInfo) -> str:
    """The name of a file, in the encoding in which it makes words: many programs tell none."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return decoded(info.filename.encode("cp437")).text
    except UnicodeError:
        return info.filename


def _too_large(size: int, packed: int, ratio: int) -> str:
    if size > ratio * packed + MIB:
        return f"It unpacks to more than {ratio:,} times its size."
    return "The parts together are larger than allowed once unpacked."
