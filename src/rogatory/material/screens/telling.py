"""What screens look for and what they find, as plain values: so that both are kept, and cross the wall of the cage."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from datetime import date
from email.utils import parsedate_to_datetime
from hashlib import sha256
from typing import Any

from rogatory.journal.leaf import JSON, canonical
from rogatory.material.screens.found import Hit, Screen, Weight, Who
from rogatory.material.screens.lists import lists_digest
from rogatory.material.screens.scope import Scope
from rogatory.material.screens.screening import VERSION, Configuration

_WHO = tuple(field.name for field in fields(Configuration) if field.name != "scope")
_HEADS = ("from", "to", "cc", "bcc", "subject", "author", "title")
_FOLDERS = re.compile(rb"[/\\]")
_MOST_PLACES = 200
"""Places of one content that are looked at; the others are copies of what was looked at."""


def told(looked_for: Configuration) -> dict[str, JSON]:
    """What is looked for, as plain values."""
    values: dict[str, JSON] = {name: [_who(who) for who in getattr(looked_for, name)] for name in _WHO}
    scope = looked_for.scope
    values["scope"] = None if scope is None else {
        "persons": [_who(who) for who in scope.persons],
        "terms": list(scope.terms),
        "first": scope.first.isoformat() if scope.first else "",
        "last": scope.last.isoformat() if scope.last else "",
    }  # fmt: skip
    return values


def configuration(values: Mapping[str, Any]) -> Configuration:
    """What is looked for, out of plain values that `told` made.

    Raises:
        ValueError: They are none.
    """
    try:
        people = {name: tuple(_one(who) for who in values[name]) for name in _WHO}
        scope = values["scope"]
        return Configuration(**people, scope=None if scope is None else Scope(
            tuple(_one(who) for who in scope["persons"]), tuple(scope["terms"]), _day(scope["first"]),
            _day(scope["last"]),
        ))  # fmt: skip
    except (LookupError, TypeError, AttributeError) as error:
        raise ValueError(f"nothing that can be looked for: {error}") from error


def digest(looked_for: Configuration) -> str:
    """What it is called together with the rules and lists of words: sixteen hexadecimal digits.

    Whatever changes what a screen may find changes it.
    """
    values: dict[str, JSON] = {"version": VERSION, "lists": lists_digest(), "for": told(looked_for)}
    return sha256(canonical(values)).hexdigest()[:16]


def told_hits(hits: Iterable[Hit]) -> list[JSON]:
    """Hits as plain values."""
    return [
        [hit.screen.value, hit.rule, hit.weight.value, hit.reason, hit.source, hit.field, hit.place, hit.start, hit.end]
        for hit in hits
    ]


def hits(values: Any) -> tuple[Hit, ...]:  # noqa: ANN401 - it may be anything
    """Hits out of plain values.

    Raises:
        ValueError: They are none.
    """
    try:
        return tuple(
            Hit(Screen(screen), str(rule), Weight(weight), str(reason), str(source), str(field), int(place), int(start),
                int(end))
            for screen, rule, weight, reason, source, field, place, start, end in values
        )  # fmt: skip
    except TypeError as error:
        raise ValueError(f"no hits: {error}") from error


def fields_of(heads: Mapping[str, object], properties: Iterable[tuple[str, str]], paths: Iterable[bytes]) -> dict[
    str, tuple[str, ...]
]:  # fmt: skip
    """The metadata of an item, as screens read them.

    Args:
        heads: Headers of a message, by name in small letters.
        properties: What a paper says of itself, as name and value.
        paths: Where it lay, byte for byte.
    """
    found: dict[str, list[str]] = {}
    # Headers are among the properties of a message too, as they came.
    more = ((name.lower(), value) for name, value in properties if name.lower() not in heads)
    for name, value in (*heads.items(), *more):
        if name in _HEADS and str(value).strip() and str(value) not in found.get(name, ()):
            found.setdefault(name, []).append(str(value))
    if day := _iso(str(heads.get("date", ""))):
        found["date"] = [day]
    for path in sorted(set(paths))[:_MOST_PLACES]:
        *_, last = _FOLDERS.split(path)
        found.setdefault("name", []).append(last.decode("utf-8", "replace"))
        if last != path:
            found.setdefault("path", []).append(path.decode("utf-8", "replace"))
    return {name: tuple(values) for name, values in found.items()}


def _iso(written: str) -> str:
    """The day a header tells, as ISO 8601; empty: it tells none."""
    try:
        return date.fromisoformat(written[:10]).isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _who(who: Who) -> JSON:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(who).items()}


def _one(values: Mapping[str, Any]) -> Who:
    return Who(
        tuple(map(str, values["names"])), tuple(map(str, values["addresses"])), tuple(map(str, values["domains"])),
        str(values["source"]),
    )  # fmt: skip


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
