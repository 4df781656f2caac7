"""In the cage: a file is recognised by what it holds, read, and its parts after it, as long as the limits last."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rogatory.extraction import kinds, ocr
from rogatory.extraction.found import Found, Inner, Purse, UnreadableError
from rogatory.extraction.limits import Limits
from rogatory.extraction.shortage import is_shortage
from rogatory.extraction.showing import shown
from rogatory.extraction.wire import plain
from rogatory.extraction.worker import Answer
from rogatory.received.pages import Part, State

Path = tuple[int, ...]
READABLE = [ocr.data_folder()]
"""What reading needs of the disk beside the libraries."""


def read(values: Mapping[str, Any], data: bytes, answer: Answer) -> None:
    """Read a file. Answers at which part it is, and last the part that is the whole file."""
    lost = {tuple(path): (State[state], says) for path, state, says in values["lost"]}
    reader = _Reader(Purse(Limits(**values["limits"]), len(data)), lost, answer)
    answer({"part": plain(reader.part(values["name"], data, ()))})


def show(values: Mapping[str, Any], data: bytes, answer: Answer) -> None:
    """Draw a page of a part. Answers with a PNG, or with why not."""
    _answered(
        values, data, answer, lambda part: shown(part, values["page"], values["width"], Limits(**values["limits"]))
    )


def take(values: Mapping[str, Any], data: bytes, answer: Answer) -> None:
    """Take a part out. Answers with its bytes, or with why not."""
    _answered(values, data, answer, lambda part: part)


def _answered(values: Mapping[str, Any], data: bytes, answer: Answer, done: Any) -> None:  # noqa: ANN401
    try:
        part = _at(data, tuple(values["path"]), Limits(**values["limits"]))
        answer({}, done(part))
    except UnreadableError as error:
        answer({"state": error.state.name, "says": error.says})


def _at(data: bytes, path: Path, limits: Limits) -> bytes:
    """The bytes of the part at a path of parts in parts."""
    for index in path[: limits.depth]:
        found = _found(data, Purse(replace(limits, pages=0), len(data)))
        if not 0 <= index < len(found.inner):
            raise UnreadableError(State.UNSUPPORTED, "There is no such part.")
        data = found.inner[index].opened()
    return data


def _found(data: bytes, purse: Purse) -> Found:
    kind = kinds.recognised(data)
    return kind.read(data, purse) if kind.read else Found(state=kind.state, lacks=[kind.says])


class _Reader:
    """Reads a file and what is in it, out of one purse."""

    def __init__(self, purse: Purse, lost: Mapping[Path, tuple[State, str]], answer: Answer) -> None:
        self.purse, self.lost, self.answer = purse, lost, answer

    def part(self, name: str, data: bytes, path: Path) -> Part:
        """Read one part, with all it holds. It never raises for what it holds, except that memory has run out."""
        kind = kinds.recognised(data)
        blank = Part(name, kind.media, hashlib.sha256(data).hexdigest(), len(data), State.EMPTY)
        self.answer({"at": list(path), "media": kind.media})
        if path in self.lost:
            return _ended(blank, *self.lost[path])
        try:
            found = kind.read(data, self.purse) if kind.read else Found(state=kind.state, lacks=[kind.says])
        except UnreadableError as error:
            return _ended(blank, error.state, error.says)
        except RecursionError:
            return _ended(blank, State.TOO_LARGE, "It is nested deeper than can be read.")
        except Exception as error:
            if not is_shortage(error):
                return _ended(blank, State.DAMAGED, f"It is not built as its kind is ({type(error).__name__}).")
            if path:
                return _ended(blank, State.OUT_OF_MEMORY, "Reading it took more memory than allowed.")
            raise MemoryError from error
        parts, unopened = self._parts(found, path)
        lacks = [*found.lacks, *unopened]
        part = replace(blank, pages=tuple(found.pages), parts=tuple(parts), facts=tuple(found.facts))
        return _ended(part, found.state or self._state(part, lacks), " ".join(lacks))

    def _state(self, part: Part, lacks: list[str]) -> State:
        texts = any(line.text.strip() for page in part.pages for line in page.lines)
        if lacks and not self.purse.in_time():
            return State.TIMED_OUT
        if lacks and not (part.pages or part.parts):
            return State.TOO_LARGE
        if not (texts or part.parts):
            return State.EMPTY
        return State.PARTIAL if lacks else State.READ

    def _parts(self, found: Found, path: Path) -> tuple[list[Part], list[str]]:
        parts: list[Part] = []
        for index, inner in enumerate(found.inner):
            if self.purse.parts <= 0 or not self.purse.in_time():
                why = "reading took too long" if self.purse.parts > 0 else f"no more than {self.purse.limits.parts:,}"
                return parts, [f"{len(found.inner) - index:,} of its parts were not opened: {why}."]
            self.purse.parts -= 1
            parts.append(self._inner(inner, (*path, index)))
        return parts, []

    def _inner(self, inner: Inner, path: Path) -> Part:
        unopened = Part(inner.name, "application/octet-stream", "", inner.size, State.TOO_LARGE)
        if len(path) > self.purse.limits.depth:
            return _ended(unopened, State.TOO_LARGE, f"It lies deeper than {self.purse.limits.depth} parts in parts.")
        try:
            data = inner.opened()
        except UnreadableError as error:
            return _ended(unopened, error.state, error.says)
        except Exception as error:
            if is_shortage(error):
                return _ended(unopened, State.OUT_OF_MEMORY, "Unpacking it took more memory than allowed.")
            return _ended(unopened, State.DAMAGED, f"It cannot be unpacked ({type(error).__name__}).")
        self.purse.unpacked -= len(data)
        if self.purse.unpacked < 0:
            return _ended(unopened, State.TOO_LARGE, "The parts together are larger than allowed once unpacked.")
        if inner.held:
            digest, media = hashlib.sha256(data).hexdigest(), kinds.recognised(data).media
            return Part(inner.name, media, digest, len(data), State.HELD, inner.held)
        return self.part(inner.name, data, path)


def _ended(part: Part, state: State, says: str) -> Part:
    return replace(part, state=state, says="" if state is State.READ else says or _SAYS.get(state, ""))


_SAYS = {State.EMPTY: "No text was found in it: somebody must look at it."}
