"""Handing a content to the process that reads it: an open file, what is to be done, and the pieces it goes on in."""

import socket
from collections.abc import Mapping
from contextlib import ExitStack
from typing import Any

from rogatory.extraction.wire import frame
from rogatory.material.items import Digest
from rogatory.material.volumes import Joined
from rogatory.sifting.sealed.store import Store

AT_ONCE = 100
"""Files handed over with one message."""


def hand(
    job: socket.socket, store: Store, content: Digest, told: Mapping[str, Any], text: str, joined: Joined | None
) -> None:
    """Hand a content over.

    Args:
        job: To the process.
        store: Where contents are.
        content: It.
        told: What is to be done with it, as JSON values.
        text: Its text, where only what is made of it is due.
        joined: What it is a piece of.

    Raises:
        OSError: It is not in the store, or the process is gone.
    """
    with ExitStack() as opened:
        file = opened.enter_context(store.open(content))
        files, missing = [], joined.missing if joined else ""
        for number, piece in enumerate(joined.pieces if joined else ()):
            try:
                files.append(opened.enter_context(store.open(piece)).fileno())
            except FileNotFoundError:  # it was destroyed
                missing = f"piece {number + 1}"
                break
        if joined:
            own = joined.pieces.index(content) if content in joined.pieces[: len(files)] else 0
            told = {**told, "joined": {"form": joined.form, "of": joined.of, "missing": missing, "after": joined.after,
                                       "count": len(files), "own": own}}  # fmt: skip
        message = frame(told, text.encode("utf-8", "replace"))
        # One message, as a rule: each wakes the process up.
        sent = socket.send_fds(job, [message], [file.fileno()])
        if sent < len(message):  # nothing more is sent to a process that may be gone over it, and has told why
            job.sendall(memoryview(message)[sent:])
        for start in range(0, len(files), AT_ONCE):
            socket.send_fds(job, [b"p"], files[start : start + AT_ONCE])
