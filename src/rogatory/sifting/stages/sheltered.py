"""Office files under the lock that everybody has the key of: Excel's own, for a workbook not to be changed.

Excel enciphers such a workbook with a word that it knows by itself and asks nobody for (MS-OFFCRYPTO 2.3.4 to 2.3.7;
the word is told in MS-XLS 2.4.191). That is no secret of whoever wrote it. No other word is ever tried.
"""

import importlib
import re
from io import BytesIO
from types import SimpleNamespace
from typing import Any

from rogatory.extraction.shortage import no_shortage
from rogatory.sifting.stages import identify as kind_of
from rogatory.sifting.stages.members import Members, of_bytes
from rogatory.sifting.stages.subject import Subject

_WORD = "VelvetSweatshop"
_MOST_TIMES = 1_000_000
"""How often the word may be hashed: ten times what Excel does, a second of a processor."""
_LOCKED_SHEETS = re.compile(rb"\x09\x08\x10\0.{16}(?:\x86\0\0\0)?\x2f\0", re.DOTALL)
"""How a table of before 2007 begins that is enciphered (MS-XLS 2.1.7.20.3): looked for first, as few are."""


def opened(subject: Subject) -> bytes:
    """The file under the lock; empty: there is none, or it is another one. Found once for all stages."""
    if "sheltered" not in subject.kept:
        locked = subject.media == kind_of.ENCRYPTED_OFFICE or (
            subject.media == kind_of.SHEETS and _LOCKED_SHEETS.search(subject.data)
        )
        subject.kept["sheltered"] = _opened(subject.data) if locked else b""
    return bytes(subject.kept["sheltered"])


def walk(subject: Subject, members: Members) -> None:
    """Send the file under the lock."""
    if data := opened(subject):
        members.send(b"opened", of_bytes(data))


def _opened(data: bytes) -> bytes:
    library, out = _library(), BytesIO()
    try:
        file = library.OfficeFile(BytesIO(data))
        if file.format == "ooxml" and file.info.get("spinValue", 0) > _MOST_TIMES:
            return b""
        # Not asked to verify the word: it hashes all anew for that, and misses words hashed by SHA-1. It looks in any
        # case whether a ZIP comes out, and of tables it verifies always.
        file.load_key(password=_WORD)
        file.decrypt(out)
    except Exception as error:  # it is not built as such a file is, or under another word: its lock stays
        no_shortage(error)
        return b""
    return out.getvalue()


def _library() -> Any:  # noqa: ANN401 - it ships no types
    """Loaded where it is first needed, which is seldom. What it would write to a disk, for a while, stays in memory."""
    tables = importlib.import_module("msoffcrypto.format.xls97")
    tables.tempfile = SimpleNamespace(TemporaryFile=BytesIO)  # type: ignore[attr-defined]
    return importlib.import_module("msoffcrypto")
