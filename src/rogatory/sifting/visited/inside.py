"""In the cage: one content after the other is opened, and every stage that is due is done over it.

Loaded by `extraction.worker` in the process of which a child is made. The child stays for a number of contents; it is
told of each over a socket, with the content as an open file and never as a path. What it sends is believed by nobody
further than its form.
"""

import resource
import signal
import socket
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from io import FileIO
from typing import Any

from rogatory.extraction import ocr
from rogatory.extraction.wire import frame, read_frame
from rogatory.extraction.worker import Answer
from rogatory.material.items import State
from rogatory.material.screens.telling import configuration
from rogatory.sifting.budget import Budget
from rogatory.sifting.stages import Stage, fallback
from rogatory.sifting.stages.extract import extract
from rogatory.sifting.stages.identify import identify
from rogatory.sifting.stages.pieces import Pieces
from rogatory.sifting.stages.rest import fingerprint, look_for, read_off, thread
from rogatory.sifting.stages.subject import Ended, Subject, ended_by
from rogatory.sifting.stages.unpack import unpack
from rogatory.sifting.visited.handing import AT_ONCE

READABLE = [ocr.data_folder(), "/proc/meminfo", *(fallback.NEEDED if fallback.extractous else ())]
"""What reading needs of the disk beside the libraries: the data of languages, for 7z how much memory there is, and what
the last reader needs to start."""
PAIRS = True
"""kreuzberg's runtime wakes itself over a pair of sockets."""
_RUN: dict[Stage, Callable[[Subject], Ended | None]] = {
    Stage.IDENTIFY: identify,
    Stage.UNPACK: unpack,
    Stage.EXTRACT: extract,
    Stage.OCR: read_off,
    Stage.FINGERPRINT: fingerprint,
    Stage.THREAD: thread,
    Stage.SCREEN: look_for,
}
_TEXT = (Stage.EXTRACT, Stage.OCR)
_AT_ONCE = _MOST_HELD = 1 << 16


def stay(values: Mapping[str, Any], job: socket.socket, _answer: Answer) -> None:
    """Read contents until nobody sends any more.

    Args:
        values: The budget, and whom and what screens look for.
        job: Over it comes, for each content, an open file, and after it what is to be done; back go
            the answers.
    """
    going = _Going(job)
    budget, looked_for = Budget(**values["budget"]), configuration(values["looked_for"])
    while True:
        first, descriptors, _, _ = socket.recv_fds(job, _AT_ONCE, 1)
        if not first:
            return
        told = read_frame(_after(first, job), budget.text * 4 + (1 << 20))
        if told is None or not descriptors:
            return
        header, blob, _ = told
        begun = time.process_time()
        _limit(budget, header["size"])
        with ExitStack() as opened:
            going.quiet = header["quiet"]
            file = opened.enter_context(FileIO(descriptors[0], "rb"))
            subject = Subject(file, header["size"], budget, going.send)
            if "joined" in header:
                subject.join(_pieces(header["joined"], job, opened))
            subject.passed = {name: (State(state), says) for name, (state, says) in header["passed"].items()}
            subject.media, subject.text = header["media"], blob.decode("utf-8", "replace")
            subject.fields = {name: tuple(told) for name, told in header["fields"].items()}
            subject.looked_for = looked_for
            for name in header["due"]:
                _do(Stage(name), subject)
        going.send({"done": True, "seconds": time.process_time() - begun}, b"")
        going.leave()


class _Going:
    """What goes to the process that waits: kept back until it must be known there, as each message wakes it up.

    Attributes:
        quiet: Whether nobody is to know what begins: should the process end over it, the content is tried once more.
    """

    def __init__(self, job: socket.socket) -> None:
        self._job, self.quiet = job, False
        self._held: list[bytes] = []
        self._size = 0

    def send(self, values: Mapping[str, Any], blob: bytes) -> None:
        """Send a message; that something begins goes at once, as the process may end over it."""
        if self.quiet and "begun" in values:
            return
        told = frame(values, blob)
        self._held.append(told)
        self._size += len(told)
        if "begun" in values or self._size > _MOST_HELD:
            self.leave()

    def leave(self) -> None:
        """Send what was kept back."""
        held, self._held, self._size = self._held, [], 0
        self._job.sendall(b"".join(held))


def _pieces(told: Mapping[str, Any], job: socket.socket, opened: ExitStack) -> Pieces:
    """What the content is a piece of, with the other pieces."""
    files: list[FileIO] = []
    while len(files) < told["count"]:
        _, descriptors, _, _ = socket.recv_fds(job, 1, AT_ONCE)
        if not descriptors:
            raise ConnectionResetError
        files += [opened.enter_context(FileIO(descriptor, "rb")) for descriptor in descriptors]
    return Pieces(told["form"], told["of"], tuple(files), told["own"], told["missing"], told["after"])


def _do(stage: Stage, subject: Subject) -> None:
    if stage not in _RUN:
        return
    begun = time.process_time()
    subject.send({"begun": stage.value}, b"")
    try:
        ended = _RUN[stage](subject)
    except (BrokenPipeError, ConnectionResetError):
        raise
    except Exception as error:
        ended = ended_by(error)
    if ended is None:
        return
    told = {"stage": stage.value, "state": ended.state.value, "says": ended.says, "facts": ended.facts,
            "seconds": time.process_time() - begun}  # fmt: skip
    subject.send(told, ended.text.encode("utf-8", "replace") if stage in _TEXT else b"")


def _limit(budget: Budget, size: int) -> None:
    """Processor time for this content: the process ends when it is spent. The clock is looked at from outside too."""
    spent = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    end = int(spent.ru_utime + spent.ru_stime + budget.processor(size)) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (end if most == resource.RLIM_INFINITY else min(end, most), most))
    signal.setitimer(signal.ITIMER_REAL, budget.clock(size) + 60)  # should nobody be left who ends it


def _after(first: bytes, job: socket.socket) -> Callable[[int], bytes]:
    """Reads what was received with an open file, and then what comes after it; the system parts the two."""
    held = memoryview(first)

    def read(count: int) -> bytes:
        nonlocal held
        piece, held = bytes(held[:count]), held[count:]
        return piece + _exactly(job, count - len(piece))

    return read


def _exactly(job: socket.socket, count: int) -> bytes:
    pieces, left = [], count
    while left and (piece := job.recv(min(left, 1 << 20))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)
