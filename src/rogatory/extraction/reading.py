"""A file as it came is read in the sandbox: bytes in, a part out, whatever the file holds."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from rogatory.extraction import wire
from rogatory.extraction.found import UnreadableError
from rogatory.extraction.limits import LIMITS, Limits
from rogatory.extraction.sandbox import Outcome, Sandbox, sandbox
from rogatory.received.pages import Part, State

Path = tuple[int, ...]
_INSIDE = "rogatory.extraction.inside"
_READING = sandbox(_INSIDE)
_SHOWING = sandbox(_INSIDE)
"""Of its own, so that who looks at a page does not wait until a long file is read."""
_TRIES = 3
"""How often a file is begun again without the part over which reading ended."""


def read(name: str, data: bytes, limits: Limits = LIMITS) -> Part:
    """Read a file.

    It never raises for what the file holds: how reading ended is the state of the part, and of each part in it. Where
    reading ends over a part that is inside, the file is read once more without it.

    Args:
        name: Its name as received; it is kept and not believed.
        data: Its bytes.
        limits: What reading it may cost.
    """
    return read_by(_READING, f"{_INSIDE}:read", name, data, limits)


def image(data: bytes, path: Path, page: int, width: int, limits: Limits = LIMITS) -> bytes:
    """A page as it looks, as PNG.

    Args:
        data: The bytes of the file.
        path: Which part: `()` is the file itself, `(0,)` its first part, `(0, 2)` the third part of that.
        page: Number of the page, from 1.
        width: In pixels.
        limits: What drawing it may cost.

    Raises:
        UnreadableError: There is no such page, or it cannot be shown; it says why.
    """
    values = told(limits, path=path, page=page, width=width)
    return _given(_SHOWING.run(f"{_INSIDE}:show", values, data, limits))


def part_bytes(data: bytes, path: Path, limits: Limits = LIMITS) -> bytes:
    """The bytes of a part.

    Args:
        data: The bytes of the file.
        path: Which part, as in `image`.
        limits: What taking it out may cost.

    Raises:
        UnreadableError: There is no such part, or it cannot be had; it says why.
    """
    if not path:
        return data
    return _given(_SHOWING.run(f"{_INSIDE}:take", told(limits, path=path), data, limits))


def told(limits: Limits, **values: object) -> dict[str, Any]:
    """What a call of `inside` is told: the limits and what else it needs, as plain values."""
    return {"limits": asdict(limits), **values}


def read_by(box: Sandbox, call: str, name: str, data: bytes, limits: Limits = LIMITS) -> Part:
    """Read a file in a sandbox, by the function `call` of `module:function`; see `read`."""
    blank = Part(name, "application/octet-stream", hashlib.sha256(data).hexdigest(), len(data), State.CRASHED)
    if len(data) > limits.file:
        return _ended(blank, State.TOO_LARGE, f"It has more than {limits.file:,} bytes.")
    lost: dict[Path, tuple[str, str]] = {}
    while True:
        values = told(limits, name=name, lost=[[path, *ended] for path, ended in lost.items()])
        outcome = box.run(call, values, data, limits)
        if outcome.state is None:
            return _part(blank, outcome)
        at, media = _where(outcome)
        if not at or at in lost or len(lost) == _TRIES:
            return Part(name, media, blank.digest, blank.size, outcome.state, outcome.says)
        lost[at] = (outcome.state.name, outcome.says)


def _part(blank: Part, outcome: Outcome) -> Part:
    try:
        part = wire.part_of(outcome.answers[-1]["part"])
    except (wire.WireError, LookupError):
        return _ended(blank, State.CRASHED, "What came back from reading it makes no sense.")
    return Part(
        blank.name, part.media, blank.digest, blank.size, part.state, part.says, part.pages, part.parts, part.facts
    )


def _where(outcome: Outcome) -> tuple[Path, str]:
    """At which part reading ended, and of which kind the file is."""
    places = [answer for answer in outcome.answers if "at" in answer]
    try:
        media = wire.clean(str(places[0]["media"]))[:100]
        return tuple(int(step) for step in places[-1]["at"]), media
    except (LookupError, TypeError, ValueError):
        return (), "application/octet-stream"


def _given(outcome: Outcome) -> bytes:
    if outcome.state:
        raise UnreadableError(outcome.state, outcome.says)
    answer: Mapping[str, Any] = outcome.answers[-1] if outcome.answers else {"state": "CRASHED"}
    if "state" in answer:
        state = State.__members__.get(str(answer["state"]), State.CRASHED)
        raise UnreadableError(state, wire.clean(str(answer.get("says", ""))))
    return outcome.blob


def _ended(part: Part, state: State, says: str) -> Part:
    return Part(part.name, part.media, part.digest, part.size, state, says)
