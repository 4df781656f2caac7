"""In the cage, in place of what reads: does what a content tells it to, as code would that a file has taken over."""

import ctypes
import json
import os
import time
from collections import deque

from rogatory.extraction.wire import frame
from rogatory.material.items import State
from rogatory.sifting.stages import Stage
from rogatory.sifting.stages.subject import Ended, Subject
from rogatory.sifting.visited import inside

READABLE = inside.READABLE
PAIRS = True
LIBC = ctypes.pythonapi


def stay(values, job, answer):
    """Stay, with a first stage that does as it is told."""
    inside._RUN = {Stage.IDENTIFY: _told(job)}
    inside.stay(values, job, answer)


def _told(job):
    def do(subject: Subject):
        word = subject.head().decode().split()[0]
        if word == "climb":
            _climb(job, subject)
        if word in DOES:
            DOES[word](job)
        passed = {name: state.value for name, (state, _) in subject.passed.items()}
        return Ended(
            State.OK, facts={"media": "text/plain", "process": os.getpid(), "passed": passed, "odd": ["\0\ud800"]}
        )

    return do


def _climb(job, subject):
    """Try one reader after the other; the first two end the process."""
    for rung in ("first", "second", "third"):
        if rung not in subject.passed:
            job.sendall(frame({"begun": "identify", "rung": rung}))
            if rung != "third":
                os.abort()


def _pair(kind):
    """Make two sockets that reach each other, past Python."""

    def do(_):
        made = (ctypes.c_int * 2)()
        if LIBC.socketpair(1, kind, 0, made) < 0:
            raise ConnectionRefusedError

    return do


def _twice(job):
    job.sendall(frame({"member": 0, "path": b"a".hex(), "ordinal": 0, "kind": "file", "says": ""}))
    job.sendall(frame({"piece": 7}, b"of another member"))


def _deep(job):
    facts = json.loads('{"a":' * 600 + "0" + "}" * 600)
    job.sendall(frame({"stage": "identify", "state": "ok", "says": "", "facts": facts, "seconds": 0}))


def _exit(_):
    os._exit(0)


DOES = {
    "abort": lambda _: os.abort(),
    "exit": _exit,
    "sleep": lambda _: time.sleep(600),
    "spin": lambda _: deque(iter(int, 1), maxlen=0),
    "memory": lambda _: bytearray(4 << 30),
    "garbage": lambda job: job.sendall(b"\xff" * 400),
    "sing": lambda job: job.sendall(frame({"stage": "sing", "state": "ok", "says": "", "facts": {}, "seconds": 0})),
    "deep": _deep,
    "twice": _twice,
    "stream": _pair(1),
    "datagram": _pair(2),
    "packets": _pair(5),
}
