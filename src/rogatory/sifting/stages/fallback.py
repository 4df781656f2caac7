"""The last reader: Tika as extractous brings it, for kinds nothing else reads, where the extra `fallback` is there.

It is a Java program made into machine code. In the cage it starts and reads what it can read as a stream; whatever it
would write beside it, it cannot, and it starts no program. Its start costs what reading ten documents costs otherwise.
"""

import importlib
from functools import cache
from importlib.util import find_spec
from typing import Any

from rogatory.extraction.shortage import is_shortage
from rogatory.material.items import State
from rogatory.sifting.stages.subject import Ended, EndedError, Subject

extractous: Any = importlib.import_module("extractous") if find_spec("extractous") else None
"""None where the extra is not installed. It is loaded before the cage closes, and started in it when needed."""
NEEDED = ("/proc/self/maps", "/dev/random")
"""What it reads of the system when it starts: where its own memory lies, and chance."""
KINDS = frozenset((
    "application/vnd.ms-htmlhelp",
    "application/vnd.wordperfect",
    "application/vnd.ms-excel.sheet.binary.macroenabled.12",
    "application/x-iwork-keynote-sffkey",
    "application/x-iwork-pages-sffpages",
    "application/x-iwork-numbers-sffnumbers",
    "application/rtf",
    "image/vnd.dwg",
))  # fmt: skip
"""Kinds it is asked for, where no reader before it found anything. It can read them as a stream."""


@cache
def _reader(most: int) -> Any:  # noqa: ANN401
    return extractous.Extractor().set_extract_string_max_length(most)


def read(subject: Subject) -> Ended:
    """The text, as Tika finds it.

    Raises:
        EndedError: It cannot read it.
    """
    try:
        text, _ = _reader(subject.budget.text).extract_bytes_to_string(bytearray(subject.data))
    except BaseException as error:  # a panic of Rust is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit) or is_shortage(error):
            raise
        raise EndedError(State.CRASH, "No reader here could read it.") from error
    return Ended(State.OK, text=str(text))
