"""One byte form for values of the law, so that a hash names the law that was applied."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any


def plain(value: Any) -> Any:  # noqa: ANN401 - JSON values
    """`value` as JSON values: dataclasses by field with their type named, enums by name, days in ISO 8601.

    Raises:
        TypeError: A value that has no such form.
    """
    match value:
        # What most values are comes first: a ruling holds thousands of them.
        case str() | None | bool():
            return value
        case tuple() | list():
            return [plain(v) for v in value]
        case _ if names := _fields(type(value)):  # type: ignore[arg-type]  # every class can be hashed
            return {"": type(value).__name__, **{name: plain(getattr(value, name)) for name in names}}
        case dict() | Mapping():
            return {str(k): plain(v) for k, v in value.items()}
        case Enum():
            return value.name
        case int():
            return value
        case date():
            return value.isoformat()
        case set() | frozenset():
            return sorted((plain(v) for v in value), key=str)
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {"": type(value).__name__}
        case _:
            msg = f"{type(value).__name__} has no canonical form"
            raise TypeError(msg)


@lru_cache(1024)
def _fields(kind: type) -> tuple[str, ...]:
    """Names of the fields of a dataclass; empty: it has none, or is no dataclass."""
    return tuple(f.name for f in fields(kind)) if is_dataclass(kind) else ()


def canonical_bytes(value: object) -> bytes:
    """UTF-8 JSON with sorted keys and no blanks."""
    return _written(plain(value))


def digest(value: object) -> str:
    """SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical_bytes(value)).hexdigest()


def digest_of_json(value: object) -> str:
    """The same of what is made of JSON values already, which need not be gone through once more.

    Raises:
        TypeError: A value that is none.
    """
    return hashlib.sha256(_written(value)).hexdigest()


def _written(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
