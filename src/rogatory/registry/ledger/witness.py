"""A witness: remembers of each log the longest tree it saw, and signs only what continues it (C2SP tlog-witness).

It is a program of its own, for an oversight body, a bar, a court registry or an association. It needs a key, the keys
of the logs it watches and one small file; it sees sizes and roots, never an entry.
"""

import json
import os
import threading
from collections.abc import Callable, Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from rogatory.journal.checkpoint import Checkpoint, open_checkpoint
from rogatory.journal.note import Note, NoteError, Signer, Verifier, base64, unbase64
from rogatory.journal.tree import EMPTY_ROOT, continues

SIZE_TYPE = "text/x.tlog.size"
TEXT_TYPE = "text/plain; charset=utf-8"
STATE, EVIDENCE = "witness-state.json", "evidence"
MOST_LINES = 63
_LARGEST_BODY = 1 << 17

Answer = tuple[int, str, str]
"""Status, content type and body."""


class Witness:
    """What a witness knows and answers."""

    def __init__(self, signer: Signer, logs: Iterable[Verifier], folder: Path) -> None:
        """`folder` holds the state, and evidence of logs that contradicted themselves."""
        self.signer = signer
        self.logs = {log.name: log for log in logs}
        self._folder = folder
        self._lock = threading.Lock()
        path = folder / STATE
        self._state: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}

    def known(self, origin: str) -> tuple[int, bytes]:
        """Size and root of the longest tree cosigned for a log; the empty tree where there is none."""
        size, root = self._state.get(origin, (0, base64(EMPTY_ROOT)))
        return size, unbase64(root)

    def add_checkpoint(self, body: str, time: int) -> Answer:
        """Answer a submission.

        Args:
            body: Old size, consistency proof and checkpoint, as C2SP tlog-witness writes them.
            time: Seconds since 1970.
        """
        try:
            old, proof, note = _submission(body)
            parsed = Note.parse(note)
            new = Checkpoint.parse(parsed.text)
        except (NoteError, ValueError) as error:
            return 400, TEXT_TYPE, f"{error}\n"
        log = self.logs.get(new.origin)
        if log is None:
            return 404, TEXT_TYPE, "unknown log\n"
        try:
            open_checkpoint(note, log)
        except NoteError as error:
            return 403, TEXT_TYPE, f"{error}\n"
        if old > new.size:
            return 400, TEXT_TYPE, "the old size is larger than that of the checkpoint\n"
        # Between looking at what is known and remembering the new, nobody else may come.
        with self._lock:
            return self._decide(body, old, proof, new, parsed.text, time)

    def _decide(self, body: str, old: int, proof: list[bytes], new: Checkpoint, text: str, time: int) -> Answer:
        size, root = self.known(new.origin)
        if old != size or (new.size == size and new.root != root):
            if new.size == size and new.root != root:
                self._keep(body, f"{time}-fork")
            return 409, SIZE_TYPE, f"{size}\n"
        if (old == 0 and proof) or not continues(old, root, new.size, new.root, proof):
            self._keep(body, f"{time}-inconsistent")
            return 422, TEXT_TYPE, "the proof does not show that the tree continues the known one\n"
        self._remember(new)
        return 200, TEXT_TYPE, self.signer.sign(text, time) + "\n"

    def _remember(self, new: Checkpoint) -> None:
        state = {**self._state, new.origin: [new.size, base64(new.root)]}
        path = self._folder / STATE
        beside = path.with_suffix(".new")
        with beside.open("w", encoding="utf-8") as file:
            json.dump(state, file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        self._state = state

    def _keep(self, body: str, name: str) -> None:
        """Keep what the log signed against itself: the signature on it is the proof."""
        folder = self._folder / EVIDENCE
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(body, "utf-8", newline="")


def _submission(body: str) -> tuple[int, list[bytes], str]:
    head, blank, note = body.partition("\n\n")
    first, *lines = head.split("\n")
    word, _, number = first.partition(" ")
    if word != "old" or not blank or number != str(int(number)) or int(number) < 0 or len(lines) > MOST_LINES:
        msg = "no submission: the old size, a proof of 63 lines at most, an empty line and a checkpoint"
        raise NoteError(msg)
    return int(number), [unbase64(line) for line in lines], note


def server(witness: Witness, host: str, port: int, clock: Callable[[], float]) -> ThreadingHTTPServer:
    """The HTTP server of a witness; the caller lets it serve and closes it.

    Args:
        witness: Who answers.
        host: Address to listen on.
        port: 0 takes a free one; see its `server_address`.
        clock: Gives the seconds since 1970.
    """

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 30

        def do_POST(self) -> None:
            length = self.headers.get("Content-Length", "")
            if self.path != "/add-checkpoint" or not length.isdecimal() or int(length) > _LARGEST_BODY:
                self.close_connection = True
                self._answer(404 if self.path != "/add-checkpoint" else 400, TEXT_TYPE, "")
                return
            try:
                body = self.rfile.read(int(length)).decode()
            except UnicodeDecodeError:
                self._answer(400, TEXT_TYPE, "no UTF-8\n")
                return
            self._answer(*witness.add_checkpoint(body, int(clock())))

        def do_GET(self) -> None:
            self._answer(200 if self.path == "/" else 404, TEXT_TYPE, f"{witness.signer.verifier}\n")

        def _answer(self, status: int, kind: str, body: str) -> None:
            data = body.encode()
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: what is to be kept is kept in the state."""

    return ThreadingHTTPServer((host, port), Handler)
