"""JSON read for people who did not write it: bounded, every fault with its place, no character that none can store."""

import json
import re
from collections.abc import Iterator
from typing import Any, NoReturn

from rogatory.intake.errors import CaseFileError, Fault
from rogatory.intake.words import shown
from rogatory.intake.yaml_source import decode
from rogatory.registers.imported import LARGEST_BYTES

LONGEST_LINE = 1_000_000
"""Longest line read of JSON lines, in characters."""
_SURROGATE = re.compile("[\0\ud800-\udfff]")


class _OddError(ValueError):
    """JSON that reads, and that no two programs read alike; the message says what, and the mend."""


def read_json(data: bytes, name: str) -> Any:  # noqa: ANN401 - JSON values
    """Read one JSON document.

    Raises:
        CaseFileError: Too large, not UTF-8, not JSON, or JSON that is not read alike everywhere.
    """
    text = _text(data, name)
    if not text.strip():
        _refuse(name, 0, "the file is empty", "Save the answer of the service once more.")
    value = loaded(text)
    if isinstance(value, Fault):
        raise CaseFileError(name, (value,))
    return value


def read_lines(data: bytes, name: str) -> Iterator[tuple[int, Any]]:
    """Read JSON lines: the number of each line that is not empty, counted from 1, and its value, or a `Fault`.

    Raises:
        CaseFileError: Too large, or not UTF-8; at once.
    """
    return _lines(_text(data, name))


def _lines(text: str) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        if len(line) > LONGEST_LINE:
            yield number, Fault(number, "", f"a line of more than {LONGEST_LINE:,} characters", "Split the record.")
        else:
            yield number, loaded(line)


def _text(data: bytes, name: str) -> str:
    if len(data) > LARGEST_BYTES:
        _refuse(name, 0, f"the file has more than {LARGEST_BYTES:,} bytes", "Split it.")
    return decode(data, name, "file")


def loaded(text: str) -> Any:  # noqa: ANN401 - JSON values
    """The value of a JSON text, or a `Fault` with its problem and mend."""
    try:
        value = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
        if "\\u" in text:
            _check_words(value)
    except json.JSONDecodeError as error:
        mend = "Save the file once more, as the service gives it."
        return Fault(error.lineno, "", f"this is not JSON ({error.msg}, column {error.colno})", mend)
    except _OddError as error:
        problem, _, mend = str(error).partition("|")
        return Fault(0, "", problem, mend)
    except RecursionError:
        return Fault(0, "", "nesting beyond all need", "Leave the inner values out.")
    except ValueError:
        # Python refuses to read numbers of thousands of digits.
        return Fault(0, "", "a number of thousands of digits", "Leave it out, or write it as text.")
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        seen: set[str] = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        msg = f"{shown(twice)} stands twice in one object|Keep one of the two."
        raise _OddError(msg)
    return made


def _no_number(word: str) -> NoReturn:
    msg = f"{word} is no number of JSON|Leave it out."
    raise _OddError(msg)


def _check_words(value: Any) -> None:  # noqa: ANN401 - JSON values
    """Half a character, or NUL, can be written as an escape; no text can hold it."""
    todo = [value]
    while todo:
        match todo.pop():
            case str() as text:
                if bad := _SURROGATE.search(text):
                    msg = f"a character no text can hold (U+{ord(bad[0]):04X})|Remove its escape."
                    raise _OddError(msg)
            case dict() as inner:
                todo += [*inner.keys(), *inner.values()]
            case list() as inner:
                todo += inner
            case _:
                pass


def _refuse(name: str, line: int, problem: str, mend: str) -> NoReturn:
    raise CaseFileError(name, (Fault(line, "", problem, mend),))
