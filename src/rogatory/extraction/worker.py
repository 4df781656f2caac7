"""The process that reads: it waits with everything loaded, and makes a child of itself for each file.

So a file meets a process that has met no other file. What it does there ends with it, whatever it managed to do. The
parent of the children never touches what anybody sent.

Started by `rogatory.extraction.sandbox`, as `python -m rogatory.extraction.worker FD`.
"""

import gc
import importlib
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from rogatory.extraction import cage
from rogatory.extraction.shortage import is_shortage
from rogatory.extraction.wire import frame, read_frame

OUT_OF_MEMORY = 77
FAILED = 78
"""How a child ends that could not answer; 0: it did."""
_SELDOM = 10_000
"""After how many new objects a child looks for those that nothing needs: a tree of a page has as many, all needed."""


class Answer(Protocol):
    """Sends a message over the wall."""

    def __call__(self, values: Mapping[str, Any], blob: bytes = b"", /) -> None:
        """Send values and, after them, bytes."""


Call = Callable[[Mapping[str, Any], bytes, Answer], None]
"""What a child is asked to do: with the values and the bytes it was given, answering as it goes."""
Stay = Callable[[Mapping[str, Any], socket.socket, Answer], None]
"""What a child does that stays for more than one file, as `stays` in its first values tells: it is told of the others
over the socket. It spares a start for each file where there are millions; the price is that a file meets a process that
has met others, so it is used only where nothing but text comes back."""


def main(control: socket.socket, ahead: str) -> None:
    """Serve one job after the other until nobody is left to ask.

    Args:
        control: Over it comes, for each job, the socket on which the job is told; back goes how the child ended, and
            after how many microseconds of processor time.
        ahead: The module that is loaded before the first job. What it names in `READABLE` may be read in the cage;
            where it says `PAIRS`, sockets that reach each other may be made there.
    """
    gc.disable()  # of what is loaded nothing goes away
    loaded = importlib.import_module(ahead)
    gc.enable()
    readable, pairs = getattr(loaded, "READABLE", ()), getattr(loaded, "PAIRS", False)
    os.environ.clear()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_SELDOM)
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            return
        child = os.fork()
        if child == 0:
            control.close()
            os._exit(_serve(descriptors[0], readable, pairs=pairs))
        for descriptor in descriptors:
            os.close(descriptor)
        _, status, used = os.wait4(child, 0)
        spent = int(1e6 * (used.ru_utime + used.ru_stime))
        control.sendall(status.to_bytes(4, "big") + spent.to_bytes(8, "big"))


def _serve(descriptor: int, readable: Iterable[str], *, pairs: bool) -> int:
    try:
        job = socket.socket(fileno=descriptor)
        told = read_frame(lambda count: _exactly(job.recv, count), 1 << 40)
        if told is None:
            return FAILED
        header, data, _ = told
        module, _, function = header["call"].partition(":")
        call: Any = getattr(importlib.import_module(module), function)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, header["clock"])
        holds = cage.close(memory=header["memory"], seconds=header["processor"], readable=readable, pairs=pairs)

        def answer(values: Mapping[str, Any], blob: bytes = b"", /) -> None:
            job.sendall(frame(values, blob))

        answer({"holds": sorted(holds)})
        call(header, job if header.get("stays") else data, answer)
    except BaseException as error:
        return OUT_OF_MEMORY if is_shortage(error) else FAILED
    return 0


def _exactly(read: Callable[[int], bytes | None], count: int) -> bytes:
    pieces, left = [], count
    while left and (piece := read(min(left, 1 << 20))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])), sys.argv[2])
