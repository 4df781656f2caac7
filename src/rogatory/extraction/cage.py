"""The cage a file is read in: what the process that reads it can no longer do.

Closed from the inside, by the process itself, before it looks at the file; nothing it does later opens it.

Everywhere: limits of memory and processor time, no file written, no core dump, few open files, and an audit hook that
refuses sockets, programs and writing to whatever is written in Python. On Linux besides, where the kernel lets us: a
network of its own with nothing in it.
"""

import ctypes
import os
import resource
import sys
from contextlib import suppress
from typing import Any

_NEW_USER = 0x10000000
_NEW_NETWORK = 0x40000000
_OPEN_FILES = 32
_REFUSED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.kill",
            "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "shutil.",
            "ctypes.dlopen", "pty.", "ftplib.", "urllib.", "webbrowser.")  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def close(memory: int, seconds: float) -> frozenset[str]:
    """Close the cage around this process.

    Args:
        memory: Bytes of address space.
        seconds: Of processor time, from now.

    Returns:
        What holds here beside the limits: `network`.
    """
    holds = set()
    if _unshared():
        holds.add("network")
    spent = resource.getrusage(resource.RUSAGE_SELF)
    end = int(spent.ru_utime + spent.ru_stime + seconds) + 1
    _limit(resource.RLIMIT_CPU, end)
    _limit(resource.RLIMIT_AS, memory)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, _OPEN_FILES)
    sys.addaudithook(_refuse)
    return frozenset(holds)


def _limit(what: int, most: int) -> None:
    with suppress(OSError, ValueError):  # macOS knows no limit of address space
        resource.setrlimit(what, (most, most))


def _unshared() -> bool:
    """Whether this process now has a network of its own, in which there is nothing."""
    if not sys.platform.startswith("linux"):
        return False
    return bool(ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK) == 0)


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(f"not in here: {event}")
    if event == "open" and isinstance(args[2], int) and args[2] & _WRITING:
        raise PermissionError("nothing is written in here")
