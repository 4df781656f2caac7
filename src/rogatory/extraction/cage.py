"""The cage a file is read in: what the process that reads it can no longer do.

Closed from the inside, by the process itself, before it looks at the file; nothing it does later opens it.

On every system: limits of memory (not on macOS) and processor time, no file written, no core dump, few open files, and
an audit hook that refuses sockets, programs, signals and writing to whatever is written in Python. A hook does not hold
machine code that has been taken over. What does hold it is Linux, and only there: see `cage_linux`.
"""

import os
import resource
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from rogatory.extraction import cage_linux

_OPEN_FILES = 300
"""Of which an image in many pieces takes one for each."""
_REFUSED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.kill",
            "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "shutil.",
            "ctypes.dlopen", "pty.", "ftplib.", "urllib.", "webbrowser.")  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def close(memory: int, seconds: float, readable: Iterable[str] = (), *, pairs: bool = False) -> frozenset[str]:
    """Close the cage around this process.

    Args:
        memory: Bytes of address space.
        seconds: Of processor time, from now.
        readable: Files and folders that may be read beside the libraries, where Linux holds files.
        pairs: Whether two sockets may be made that reach nothing but each other.

    Returns:
        What holds here beside limits and hook, see `cage_linux.close`; empty: nothing does.
    """
    spent = resource.getrusage(resource.RUSAGE_SELF)
    end = int(spent.ru_utime + spent.ru_stime + seconds) + 1
    _limit(resource.RLIMIT_CPU, end)
    _limit(resource.RLIMIT_AS, memory)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, _OPEN_FILES)
    holds = frozenset(cage_linux.close(readable, pairs=pairs)) if sys.platform == "linux" else frozenset()
    sys.addaudithook(_refuse)
    return holds


def _limit(what: int, most: int) -> None:
    with suppress(OSError, ValueError):  # macOS knows no limit of address space
        resource.setrlimit(what, (most, most))


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(f"not in here: {event}")
    if event == "open" and isinstance(args[2], int) and args[2] & _WRITING:
        raise PermissionError("nothing is written in here")
