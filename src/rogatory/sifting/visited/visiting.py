"""A process that reads contents, seen from outside: it is told of one at a time, waited for, and killed if need be.

What it answers is a stranger's word. Numbers, names of stages and states are taken for what they can be; bytes of
members are hashed here, so nothing the process says of a digest counts, because it says none.
"""

import re
import socket
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from rogatory.extraction.sandbox import Sandbox, sandbox
from rogatory.extraction.wire import WireError, read_frame
from rogatory.material.items import Content, Digest, Kind, State
from rogatory.material.screens import telling
from rogatory.material.screens.screening import NOTHING, Configuration
from rogatory.material.volumes import Joined
from rogatory.received.pages import State as Reading
from rogatory.sifting.budget import Budget
from rogatory.sifting.sealed.store import Batch, Store
from rogatory.sifting.stages import Stage
from rogatory.sifting.stages.subject import STATES
from rogatory.sifting.visited.believing import kept, number, words
from rogatory.sifting.visited.handing import hand

_GRACE = 5.0
_TRIES, _TRIES_KILLED = 2, 6
"""How often a content is tried over which a process ended; more often where it was ended from outside."""
_MOST_PASSED = 3
"""Readers over which the process may end before the content is given up; each is tried no more."""
_MOST_ANSWERS = 1_000_000
_AT_ONCE = 1 << 16
_LIFE = 24 * 3600
"""Processor seconds of a process, whatever it reads."""
_MEDIA = re.compile(r"[\w.+-]{1,60}/[\w.+-]{1,120}\Z")


@dataclass(frozen=True, slots=True)
class Task:
    """A content that is to be read.

    Attributes:
        content: Its digest.
        size: Its bytes.
        media: Its kind, where it was found before; empty: not yet.
        due: The stages to do, in their order.
        depth: In how many containers it lies.
        root: Identifier of the sealed item in which it lies, or which it is.
        text: Its text, where only what is made of it is due.
        fields: What else is known of it, where screens are due.
        joined: What it is a piece of, by its name.
    """

    content: Digest
    size: int
    media: str
    due: tuple[Stage, ...]
    depth: int
    root: str
    text: str = ""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    joined: Joined | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """How a stage ended over a content; `config` is empty where it is the budget that it was done under."""

    stage: Stage
    state: State
    says: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    seconds: float = 0.0
    config: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """What lay in a container; without content where it has none or it could not be had."""

    path: bytes
    ordinal: int
    kind: Kind
    content: Content | None
    says: str


@dataclass
class Visit:
    """What came of reading a content.

    Attributes:
        task: What was to be done.
        media: Its kind.
        done: How each stage ended; a stage that had nothing to do is not among them.
        text: Its text; None: no stage over its text was due.
        members: What lay in it.
        batch: The contents of the members, to be flushed before the visit is written down.
        seconds: Of processor time.
        at: When it ended, in seconds since 1970.
    """

    task: Task
    media: str = ""
    done: dict[Stage, Done] = field(default_factory=dict)
    text: str | None = None
    members: list[Member] = field(default_factory=list)
    batch: Batch | None = None
    seconds: float = 0.0
    at: float = 0.0
    begun: Stage | None = None
    rung: str = ""


class Reader:
    """Reads contents, one at a time, in a process that is replaced whenever that is better."""

    def __init__(
        self,
        store: Store,
        budget: Budget,
        ahead: str = "rogatory.sifting.visited.inside",
        looked_for: Configuration = NOTHING,
    ) -> None:
        """Begin; the process starts with the first content.

        Args:
            store: Where contents are.
            budget: What reading one may cost.
            ahead: The module with `stay`.
            looked_for: Whom and what screens look for.
        """
        self._store, self._budget = store, budget
        self._looked_for, self._config = telling.told(looked_for), telling.digest(looked_for)
        self._ahead = ahead
        self._sandbox: Sandbox = sandbox(ahead)
        self._job: socket.socket | None = None
        self._visits = 0

    def visit(self, task: Task) -> Visit:
        """Read a content. It never raises for what the content holds.

        Raises:
            OSError: The content is not in the store, or the store cannot be written to.
        """
        tries = killed = 0
        passed: dict[str, tuple[str, str]] = {}
        while True:
            fresh = self._visits == 0
            visit, wrong = self._once(task, passed)
            visit.at = time.time()
            if wrong is None:
                return visit
            self._discard(visit)
            tries, killed = tries + (wrong.state is not None), killed + (wrong.state is None)
            if wrong.state in (State.TIMEOUT, State.MEMORY) and fresh:
                tries = _TRIES  # it had the process for itself, and all the time and memory there is
            if tries >= _TRIES or tries + killed >= _TRIES_KILLED:
                if not (wrong.state and visit.rung) or visit.rung in passed or len(passed) >= _MOST_PASSED:
                    return self._failed(visit, wrong)
                # One reader of several ends the process: the others are asked without it.
                passed[visit.rung] = (wrong.state.value, wrong.says)
                tries, killed = _TRIES - 1, 0

    def close(self) -> None:
        """End the process."""
        self._leave()
        self._sandbox.close()

    def _once(self, task: Task, passed: Mapping[str, tuple[str, str]]) -> tuple[Visit, "Wrong | None"]:
        visit = Visit(task, task.media)
        end = time.monotonic() + self._budget.clock(task.size) + _GRACE
        try:
            job = self._started()
            # Whoever has met others is given a second try over what ends it: that one tells where it is.
            quiet = self._visits > 0 and not passed
            told = {"size": task.size, "media": task.media, "due": [stage.value for stage in task.due],
                    "fields": {name: list(values) for name, values in task.fields.items()},
                    "passed": passed, "quiet": quiet}  # fmt: skip
            job.settimeout(max(0.1, end - time.monotonic()))
            hand(job, self._store, task.content, told, task.text, task.joined)
            self._answers(visit, job, end)
        except TimeoutError:
            self._kill()
            return visit, Wrong(
                State.TIMEOUT, f"Reading had not ended after {self._budget.clock(task.size):.0f} seconds."
            )
        except WireError as error:
            self._kill()
            return visit, Wrong(State.CRASH, f"What came back from reading it makes no sense ({error}).")
        except (BrokenPipeError, ConnectionError, EOFError):
            return visit, self._ended()
        self._visits += task.due != (Stage.SCREEN,)  # then nothing was opened but its text
        if self._visits >= self._budget.visits or any(one.state is State.MEMORY for one in visit.done.values()):
            self._leave()
        return visit, None

    def _answers(self, visit: Visit, job: socket.socket, end: float) -> None:
        receiving, coming = _Receiving(visit, self._store, self._config), _Coming(job, end)
        left = 4 * self._budget.text + self._budget.unpacked + (1 << 30)
        for _ in range(_MOST_ANSWERS):
            told = read_frame(coming.read, left)
            if told is None:
                raise EOFError
            header, blob, length = told
            left -= length
            if header.get("done"):
                visit.seconds = number(header.get("seconds"))
                return
            receiving.take(header, blob)
        raise WireError("more answers than there can be")

    def _started(self) -> socket.socket:
        if self._job:
            return self._job
        for _ in range(2):
            try:
                self._job = self._sandbox.begin(
                    {"call": f"{self._ahead}:stay", "stays": True, "memory": self._budget.memory, "processor": _LIFE,
                     "clock": 0, "budget": asdict(self._budget), "looked_for": self._looked_for})  # fmt: skip
                first = read_frame(_Coming(self._job, time.monotonic() + 60).read, 1 << 16)
                if first:
                    self._visits = 0
                    return self._job
            except OSError:
                pass
            self._kill()
        raise BrokenPipeError

    def _leave(self) -> None:
        """Let the process end; the next content meets a fresh one."""
        if self._job:
            self._job.close()
            self._job = None
            self._sandbox.finished()
        self._visits = 0

    def _ended(self) -> "Wrong":
        """Why the process is gone."""
        if self._job:
            self._job.close()
        self._job, self._visits = None, 0
        outcome = self._sandbox.finished()
        if outcome.state is Reading.OUT_OF_MEMORY and "The system" in outcome.says:
            return Wrong(None, outcome.says)
        if outcome.state is None or "outside" in outcome.says:
            return Wrong(None, "The process that reads was ended from outside.")
        return Wrong(STATES[outcome.state], outcome.says)

    def _kill(self) -> None:
        if self._job:
            self._job.close()
        self._job, self._visits = None, 0
        self._sandbox.close()

    @staticmethod
    def _discard(visit: Visit) -> None:
        if visit.batch:
            visit.batch.close()
            visit.batch = None

    def _failed(self, visit: Visit, wrong: "Wrong") -> Visit:
        """The visit with the stage over which the process ended; members of an unfinished container are not kept."""
        stage = visit.begun or visit.task.due[0]
        config = self._config if stage is Stage.SCREEN else ""
        visit.done[stage] = Done(stage, wrong.state or State.CRASH, wrong.says, config=config)
        visit.members = []
        if Stage.UNPACK in visit.done and stage is not Stage.UNPACK:
            # It was unpacked before the process ended over something else; its members come from unpacking again alone.
            del visit.done[Stage.UNPACK]
            again, failed = self._once(
                replace(visit.task, media=visit.media, due=(Stage.UNPACK,), text="", fields={}), {}
            )
            if failed is None:
                visit.done |= again.done
                visit.members, visit.batch = again.members, again.batch
            else:
                self._discard(again)
                visit.done[Stage.UNPACK] = Done(Stage.UNPACK, failed.state or State.CRASH, failed.says)
        return visit


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a process ended over a content; without state where something from outside ended it."""

    state: State | None
    says: str


class _Receiving:
    """Takes the answers of a process into a visit."""

    def __init__(self, visit: Visit, store: Store, config: str) -> None:
        self._visit, self._store, self._config = visit, store, config
        self._header: Mapping[str, Any] = {}
        self._number = -1
        self._put: Any = None

    def take(self, header: Mapping[str, Any], blob: bytes) -> None:
        """Take one answer.

        Raises:
            WireError: It is none.
        """
        try:
            if "member" in header:
                self._member(header)
            elif "piece" in header:
                self._piece(int(header["piece"]), blob)
            elif "end" in header or "lost" in header:
                self._end(header)
            elif "stage" in header:
                self._stage(header, blob)
            elif "begun" in header:
                self._visit.begun, self._visit.rung = Stage(header["begun"]), words(header.get("rung", ""))[:40]
        except (KeyError, TypeError, ValueError, RecursionError) as error:
            raise WireError("not the form of an answer") from error

    def _member(self, header: Mapping[str, Any]) -> None:
        kind = Kind(header["kind"])
        self._header, self._number = header, int(header["member"])
        if kind is Kind.FILE:
            if self._visit.batch is None:
                self._visit.batch = self._store.new_batch()
            self._put = self._visit.batch.begin()
        else:
            self._add(kind, None, "")

    def _piece(self, number: int, blob: bytes) -> None:
        if number != self._number or self._put is None:
            raise WireError("a piece of no member")
        self._put.write(blob)

    def _end(self, header: Mapping[str, Any]) -> None:
        if self._put is None or int(header.get("end", header.get("lost"))) != self._number:
            raise WireError("the end of no member")
        put, self._put = self._put, None
        if "lost" in header:
            put.drop()
            self._add(Kind.UNREADABLE, None, words(header["says"]))
        else:
            self._add(Kind.FILE, put.finish(), "")

    def _add(self, kind: Kind, content: Content | None, says: str) -> None:
        told = " ".join(filter(None, (words(self._header["says"]), says)))
        path = bytes.fromhex(self._header["path"])
        self._visit.members.append(Member(path, int(self._header["ordinal"]), kind, content, told))

    def _stage(self, header: Mapping[str, Any], blob: bytes) -> None:
        stage, facts = Stage(header["stage"]), header["facts"]
        if not isinstance(facts, dict):
            raise WireError("facts that are none")
        facts = kept(facts)
        config = ""
        if stage is Stage.SCREEN:
            facts, config = {"hits": telling.told_hits(telling.hits(facts["hits"]))}, self._config
        state = State(header["state"])
        self._visit.done[stage] = Done(stage, state, words(header["says"]), facts, number(header["seconds"]), config)
        if stage is Stage.IDENTIFY:
            media = str(facts.get("media", ""))
            self._visit.media = media if _MEDIA.match(media) else "application/octet-stream"
        if stage in (Stage.EXTRACT, Stage.OCR):
            self._visit.text = blob.decode("utf-8", "replace").replace("\0", " ")


class _Coming:
    """What comes from a process, as many bytes as are asked for, and taken from the socket many at once."""

    def __init__(self, job: socket.socket, end: float) -> None:
        self._job, self._end = job, end
        self._held = memoryview(b"")

    def read(self, count: int) -> bytes:
        """So many bytes, or fewer where nothing more comes.

        Raises:
            TimeoutError: They had not come at the end.
        """
        pieces, left = [self._held[:count]], count - len(self._held)
        self._held = self._held[count:]
        while left > 0:
            self._job.settimeout(max(0.001, self._end - time.monotonic()))
            piece = self._job.recv(max(_AT_ONCE, min(left, 1 << 20)))
            if not piece:
                break
            pieces.append(memoryview(piece)[:left])
            self._held = memoryview(piece)[left:]
            left -= len(piece)
        return b"".join(pieces)
