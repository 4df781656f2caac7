"""A process that can be killed, in which files are read that nobody can trust.

The office's process never parses such a file. It hands the bytes over, waits as long as the limits say, and reads the
answer as text from a stranger.
"""

import atexit
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from rogatory.extraction.limits import Limits
from rogatory.extraction.wire import WireError, frame, read_frame
from rogatory.extraction.worker import OUT_OF_MEMORY
from rogatory.received.pages import State

_GRACE = 5.0
"""Seconds beyond its own clock after which the process is killed from outside."""
_STARTS = 2
"""How often the process is started for one call."""
_KEPT = 32 << 20
"""Bytes of free memory that the process keeps for the next file."""
_STATUS = 12
"""Bytes in which it is told how a call ended."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a call in the sandbox ended.

    Attributes:
        answers: What it said, in order, as values; all of it from a stranger.
        blob: The bytes of its last answer.
        state: Why it ended before it was done; None where it ended by itself.
        says: What that means, in a sentence; empty where it ended by itself.
        seconds: Of processor time it took; 0 where the process was killed.
    """

    answers: tuple[Mapping[str, Any], ...] = ()
    blob: bytes = b""
    state: State | None = None
    says: str = ""
    seconds: float = 0.0


@dataclass
class Sandbox:
    """One process, used by one thread at a time; the others wait. It starts with the first call, and anew after a kill.

    Attributes:
        ahead: Module that the process loads before the first call, so that no call waits for it;
            what it names in `READABLE` may be read in the cage.
    """

    ahead: str
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _process: subprocess.Popen[bytes] | None = None
    _control: socket.socket | None = None

    def run(self, call: str, values: Mapping[str, Any], data: bytes, limits: Limits) -> Outcome:
        """Run a function in the sandbox.

        Args:
            call: `module:function`, see `worker.Call`.
            values: What it is told, in JSON values.
            data: The bytes it is given.
            limits: What it may cost.
        """
        size = len(data)
        told = {
            **values,
            "call": call,
            "memory": limits.memory,
            "processor": limits.processor(size),
            "clock": limits.clock(size),
        }
        with self._lock:
            wrong = ""
            for _ in range(_STARTS):
                try:
                    return self._run(frame(told, data), limits.clock(size) + _GRACE, limits.output)
                except OSError as error:  # it is not there, or no longer
                    self._kill()
                    wrong = error.strerror or str(error)
            return Outcome(state=State.CRASHED, says=f"The process that reads did not start: {wrong}.")

    def begin(self, values: Mapping[str, Any]) -> socket.socket:
        """Make a child that stays for more than one file; what it is told, and answers, goes over the socket.

        Whoever begins one lets it end, by closing the socket, and calls `finished` before anything else is run here.

        Args:
            values: What it is told first, in JSON values; see `worker.Stay`.

        Raises:
            OSError: The process is not there, or no longer.
        """
        with self._lock:
            control = self._started()
            ours, theirs = socket.socketpair()
            with theirs:
                socket.send_fds(control, [b"j"], [theirs.fileno()])
            ours.sendall(frame(values))
            return ours

    def finished(self) -> Outcome:
        """How the child ended that was begun; it is waited for, and ended where it does not end by itself."""
        with self._lock:
            if self._control is None:
                return Outcome(state=State.CRASHED, says="The process that reads was ended from outside.")
            self._control.settimeout(_GRACE)
            try:
                status = _exactly(self._control.recv, _STATUS)
                self._control.settimeout(None)
            except OSError:
                status = b""
            if len(status) < _STATUS:
                self._kill()
                return Outcome(state=State.CRASHED, says="The process that reads was ended from outside.")
        state, says = _ended(int.from_bytes(status[:4], "big"))
        return Outcome((), b"", state, says, int.from_bytes(status[4:], "big") / 1e6)

    def close(self) -> None:
        """End the process. The next call starts another."""
        with self._lock:
            self._kill()

    def forget(self) -> None:
        """In the child of a fork: leave the process to the one that started it."""
        if self._control:
            self._control.close()
        if self._process:
            self._process.returncode = 0  # it is not ours to wait for
        self._lock, self._process, self._control = threading.Lock(), None, None

    def _run(self, message: bytes, seconds: float, most: int) -> Outcome:
        control = self._started()
        ours, theirs = socket.socketpair()
        late = threading.Event()

        def stop() -> None:
            late.set()
            self._signal()

        with ours:
            with theirs:
                socket.send_fds(control, [b"j"], [theirs.fileno()])
            timer = threading.Timer(seconds, stop)
            timer.start()
            try:
                with suppress(BrokenPipeError, ConnectionResetError):
                    ours.sendall(message)
                answers, blob, wrong = _answers(ours, most)
                if wrong:
                    self._signal()
                status = _exactly(control.recv, _STATUS)
            finally:
                timer.cancel()
        if late.is_set() or len(status) < _STATUS:
            self._kill()
        if late.is_set():
            return Outcome(answers, state=State.TIMED_OUT, says=f"Reading had not ended after {seconds:.0f} seconds.")
        if wrong:
            return Outcome(answers, state=wrong, says="What reading it gave is larger than allowed.")
        if len(status) < _STATUS:
            return Outcome(answers, state=State.CRASHED, says="The process that reads was ended from outside.")
        state, says = _ended(int.from_bytes(status[:4], "big"))
        return Outcome(answers, blob, state, says, int.from_bytes(status[4:], "big") / 1e6)

    def _started(self) -> socket.socket:
        if self._control and self._process and self._process.poll() is None:
            return self._control
        self._kill()
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own worker, and no word of a file
                [sys.executable, "-P", "-m", "rogatory.extraction.worker", str(theirs.fileno()), self.ahead],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
                env=_environment(),
            )
        self._control = ours
        return ours

    def _signal(self) -> None:
        if self._process and self._process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def _kill(self) -> None:
        self._signal()
        if self._process:
            self._process.wait()
        if self._control:
            self._control.close()
        self._process = self._control = None


_ALL: list[Sandbox] = []


def sandbox(ahead: str) -> Sandbox:
    """A sandbox that ends with this process, and that a fork of it does not share."""
    made = Sandbox(ahead)
    _ALL.append(made)
    return made


def _close_all() -> None:
    for one in _ALL:
        one.close()


def _forget_all() -> None:
    for one in _ALL:
        one.forget()


atexit.register(_close_all)
os.register_at_fork(after_in_child=_forget_all)


def _environment() -> dict[str, str]:
    """What the process is told until it has loaded what it needs; then it forgets that too."""
    told = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    told |= {"OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1"}  # numpy would start threads at once
    # glibc would give what one file needed back to the system, and take it again for the next.
    told |= {"MALLOC_TRIM_THRESHOLD_": str(_KEPT), "MALLOC_MMAP_THRESHOLD_": str(_KEPT)}
    # And take it in small pages, each of which the system has to empty and to find again.
    told["GLIBC_TUNABLES"] = "glibc.malloc.hugetlb=1"
    data = os.environ.get("TESSDATA_PREFIX")
    return {**told, "TESSDATA_PREFIX": data} if data else told


def _answers(job: socket.socket, most: int) -> tuple[tuple[dict[str, Any], ...], bytes, State | None]:
    answers, blob, left = [], b"", most
    with suppress(ConnectionResetError):
        try:
            while told := read_frame(lambda count: _exactly(job.recv, count), left):
                header, blob, length = told
                answers.append(header)
                left -= length
        except WireError as error:
            return tuple(answers), b"", State.TOO_LARGE if "longer" in str(error) else None
    return tuple(answers), blob, None


def _exactly(read: Callable[[int], bytes], count: int) -> bytes:
    pieces, left = [], count
    while left and (piece := read(min(left, 1 << 20))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _ended(status: int) -> tuple[State | None, str]:
    if status == 0:
        return None, ""
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number in (signal.SIGXCPU, signal.SIGALRM):
            return State.TIMED_OUT, "Reading it took longer than allowed."
        if number == signal.SIGKILL:
            return State.OUT_OF_MEMORY, "The system ended the reader, as it does where memory runs out."
        return State.CRASHED, f"The reader crashed over it ({signal.Signals(number).name})."
    if os.WEXITSTATUS(status) == OUT_OF_MEMORY:
        return State.OUT_OF_MEMORY, "Reading it took more memory than allowed."
    return State.CRASHED, "The reader failed over it, and could not say why."
