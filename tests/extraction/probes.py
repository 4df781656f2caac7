"""What a hostile file might make the reader do: called inside the sandbox, where it can only harm itself."""

import ctypes
import os
import signal
import socket
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from rogatory.extraction import inside, ocr
from rogatory.extraction.worker import Answer


def crash(values: Mapping[str, Any], data: bytes, answer: Answer) -> None:
    os.abort() if not data else signal.raise_signal(signal.SIGSEGV)


def eat(values: Mapping[str, Any], data: bytes, answer: Answer) -> None:
    eaten = []
    while True:
        eaten.append(bytearray(1 << 24))


def spin(values: Mapping[str, Any], data: bytes, answer: Answer) -> None:
    while True:
        pass


def sleep(values: Mapping[str, Any], data: bytes, answer: Answer) -> None:
    while True:
        time.sleep(1)


def flood(values: Mapping[str, Any], data: bytes, answer: Answer) -> None:
    while True:
        answer({}, b"x" * 1_000_000)


def lie(values: Mapping[str, Any], data: bytes, answer: Answer) -> None:
    answer({"part": {"name": "x", "state": data.decode()}})


def poisoned(values: Mapping[str, Any], data: bytes, answer: Answer) -> None:
    """Read, but crash over whatever is announced as the part that `POISON` says."""

    def watched(told: Mapping[str, Any], blob: bytes = b"") -> None:
        answer(told, blob)
        if told.get("at") == [1] and not any(path == [1] for path, *_ in values["lost"]):
            os.abort()

    inside.read(values, data, watched)


def attempt(values: Mapping[str, Any], data: bytes, answer: Answer) -> None:
    """Try what nobody may do in the cage; answer with what went wrong, or `done`."""
    try:
        _ATTEMPTS[data.decode()]()
    except OSError as error:
        answer({"ended": type(error).__name__})
    else:
        answer({"ended": "done"})


def environment(values: Mapping[str, Any], data: bytes, answer: Answer) -> None:
    answer({"names": sorted(os.environ)})


_ATTEMPTS = {
    "socket": lambda: socket.create_connection(("192.0.2.1", 80), 1),
    "write": lambda: (Path(__file__).parent / "left-behind").write_text("x"),
    "program": lambda: os.execv("/bin/true", ["true"]),  # noqa: S606
    "fork": os.fork,
    "kill": lambda: os.kill(os.getppid(), 0),
}


def without_language_data(values: Mapping[str, Any], data: bytes, answer: Answer) -> None:
    """Read as on a machine on which no language data is installed."""
    vars(ocr)["languages"] = tuple
    inside.read(values, data, answer)


def by_machine_code(values: Mapping[str, Any], data: bytes, answer: Answer) -> None:
    """Try the same as code that has been taken over would: past Python, by the C library."""
    libc = ctypes.pythonapi
    path = str(Path(values["path"])).encode()
    tried: dict[str, Callable[[], int]] = {
        "socket": lambda: libc.socket(2, 1, 0),
        "connect": lambda: _connected(libc),
        "read": lambda: libc.open(path, 0),
        "write": lambda: libc.open(path + b".left", os.O_CREAT | os.O_WRONLY, 0o600),
        "program": lambda: libc.execv(b"/bin/true", None),
        "fork": libc.fork,
        "kill": lambda: libc.kill(os.getppid(), 0),
        "unlink": lambda: libc.unlink(path),
    }
    answer({"ended": tried[data.decode()]()})


def _connected(libc: ctypes.PyDLL) -> int:
    descriptor = libc.socket(2, 1, 0)
    return descriptor if descriptor < 0 else int(libc.connect(descriptor, b"\x02\0\0\x50\xc0\0\2\1" + bytes(8), 16))
