"""What crosses the wall of the cage: frames of JSON and bytes, and parts as plain values.

The side that reads may have been taken over by the file it reads. So nothing it sends is run, or believed further than
its form: text is cleaned, places are put right, and what does not have the form is a crash.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from rogatory.received.pages import Box, Line, Page, Part, State

_LONGEST_HEADER = 1 << 31
_LONGEST_NAME = 255
_LONGEST_FACT = 4_000
_UNFIT = re.compile("[\0-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Characters that no line holds, or that no store keeps."""


class WireError(ValueError):
    """What came over the wall has not the form of an answer."""


def frame(header: Mapping[str, Any], blob: bytes = b"") -> bytes:
    """A message as bytes: its values and, after them, bytes that are not looked at."""
    head = json.dumps(header, ensure_ascii=True, separators=(",", ":")).encode()
    return len(head).to_bytes(4, "big") + len(blob).to_bytes(8, "big") + head + blob


def read_frame(read: Callable[[int], bytes], most: int) -> tuple[dict[str, Any], bytes, int] | None:
    """Read one message.

    Args:
        read: Gives exactly so many bytes, or fewer where the stream has ended.
        most: Bytes the message may have.

    Returns:
        Its values, its bytes, and its length; None where the stream has ended.

    Raises:
        WireError: It is longer than allowed, cut off, or no message.
    """
    lengths = read(12)
    if not lengths:
        return None
    head, blob = int.from_bytes(lengths[:4], "big"), int.from_bytes(lengths[4:12], "big")
    if len(lengths) < 12 or head + blob > most or head > _LONGEST_HEADER:  # noqa: PLR2004 - the two lengths
        raise WireError("longer than allowed" if len(lengths) == 12 else "cut off")  # noqa: PLR2004
    text, rest = read(head), read(blob)
    if len(text) < head or len(rest) < blob:
        raise WireError("cut off")
    try:
        header = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WireError("not JSON") from error
    if not isinstance(header, dict):
        raise WireError("no message")
    return header, rest, 12 + head + blob


def plain(part: Part) -> dict[str, Any]:
    """A part as plain values."""
    return {
        "name": part.name,
        "media": part.media,
        "digest": part.digest,
        "size": part.size,
        "state": part.state.name,
        "says": part.says,
        "pages": [_plain_page(page) for page in part.pages],
        "parts": [plain(inner) for inner in part.parts],
        "facts": [list(fact) for fact in part.facts],
    }


def part_of(value: Any) -> Part:  # noqa: ANN401 - it may be anything
    """The part that plain values tell of.

    Raises:
        WireError: They do not have the form.
    """
    try:
        return _part(value)
    except (KeyError, TypeError, ValueError, IndexError, RecursionError, OverflowError) as error:
        raise WireError("not the form of a part") from error


def clean(text: str) -> str:
    """A text without control characters: each becomes a space, so that no place moves."""
    return _UNFIT.sub(" ", text)


def _part(value: Mapping[str, Any]) -> Part:
    return Part(
        name=clean(_text(value["name"]))[:_LONGEST_NAME],
        media=clean(_text(value["media"])),
        digest=re.fullmatch("[0-9a-f]{64}|", _text(value["digest"]))[0],  # type: ignore[index] # None is a TypeError
        size=int(value["size"]),
        state=State[value["state"]],
        says=clean(_text(value["says"])),
        pages=tuple(_page(number, page) for number, page in enumerate(value["pages"], 1)),
        parts=tuple(_part(inner) for inner in value["parts"]),
        facts=tuple(
            (clean(_text(name))[:_LONGEST_NAME], clean(_text(fact))[:_LONGEST_FACT]) for name, fact in value["facts"]
        ),
    )


def _plain_page(page: Page) -> list[Any]:
    lines = [
        [line.text, _plain_box(line.box), list(line.unsure), [list(rival) for rival in line.rivals], list(line.split)]
        for line in page.lines
    ]
    return [lines, page.scanned, page.width, page.height]


def _plain_box(box: Box | None) -> list[float] | None:
    if box is None:
        return None
    return [round(share, 5) for share in (box.left, box.top, box.right, box.bottom)]


def _page(number: int, value: Any) -> Page:  # noqa: ANN401 - it may be anything
    told, scanned, width, height = value
    lines, start = [], 0
    for text, box, unsure, *more in told:  # what was kept before other readings were told has none
        line = clean(_text(text))
        hardly = tuple(sorted({at for at in map(int, unsure) if 0 <= at < len(line)}))
        others = tuple(_rival(len(line), *one) for one in (more[0] if more else ()))
        split = tuple(_span(len(line), *one) for one in (more[1] if len(more) > 1 else ()))
        lines.append(Line(line, start, None if box is None else _box(*box), hardly, others, split))
        start += len(line) + 1
    return Page(number, tuple(lines), bool(scanned), _size(width), _size(height))


def _rival(length: int, start: int, end: int, text: str) -> tuple[int, int, str]:
    return *_span(length, start, end), clean(_text(text))


def _span(length: int, start: int, end: int) -> tuple[int, int]:
    first = min(length, max(0, int(start)))
    return first, min(length, max(first, int(end)))


def _box(left: float, top: float, right: float, bottom: float) -> Box:
    left, top, right, bottom = (min(1.0, max(0.0, float(share))) for share in (left, top, right, bottom))
    return Box(min(left, right), min(top, bottom), max(left, right), max(top, bottom))


def _size(value: Any) -> float:  # noqa: ANN401 - it may be anything
    size = float(value)
    return size if 0 <= size < 1e6 else 0.0  # noqa: PLR2004 - and no NaN


def _text(value: Any) -> str:  # noqa: ANN401 - it may be anything
    if not isinstance(value, str):
        raise TypeError
    return value
