"""The leaf: what the journal keeps of one act for ever, without a word about a person.

A leaf is JSON in the canonical form of RFC 8785. It names its place, the moment, who acted, the act, its object and
the case, all by identifiers. Everything else the entry says is there only as a commitment,
HMAC-SHA-256(salt, domain || field || value): whoever holds salt and value can show that they belong to the leaf, and
whoever has lost the salt can learn nothing, not even a yes or a no, by trying values.
"""

import hmac
import json
import re
from binascii import b2a_base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any, TypeAlias

JSON: TypeAlias = bool | int | str | Sequence["JSON"] | Mapping[str, "JSON"] | None
"""Values a field may have. No fractions: two programs may write them differently (RFC 8785, section 3.2.2.3)."""

VERSION = 1
"""Version of the form of the leaf, its field `v`."""
SALT_BYTES = 32
"""Length of a salt in bytes."""
LARGEST_LEAF = 65_535
"""Most bytes of a leaf: an entry bundle gives its length in 16 bits (C2SP tlog-tiles)."""
LARGEST_INTEGER = 2**53 - 1
"""Integers beyond are not the same in every reader of JSON (RFC 8785, appendix B)."""
DOMAIN = b"rogatory/journal/v1\n"
"""What a commitment of this journal begins with, so that it means nothing elsewhere."""

_FIELD = re.compile(r"[a-z][a-z0-9_.-]{0,63}")


class LeafError(ValueError):
    """A value that has no canonical form, or bytes that are no leaf."""


def canonical(value: JSON) -> bytes:
    """The one byte form of a value (RFC 8785).

    Raises:
        LeafError: Fractions, integers beyond 2**53 - 1, lone surrogates, keys that are no text, other types.
    """
    try:
        return _text(value).encode()
    except UnicodeEncodeError as error:
        msg = f"text that is no Unicode: {error}"
        raise LeafError(msg) from error


def read_back(value: JSON) -> Any:  # noqa: ANN401 - as readers of JSON have it
    """A value as it is when its canonical form is read: its sequences are lists, its keys in order.

    Raises:
        LeafError: See `canonical`.
    """
    return json.loads(canonical(value))


def _text(value: Any) -> str:  # noqa: ANN401 - checked here
    match value:
        case str():
            return encode_basestring(value)
        case None | bool():
            return json.dumps(value)
        case int() if abs(value) <= LARGEST_INTEGER:
            return str(value)
        case Mapping() if all(isinstance(key, str) for key in value):
            # By UTF-16 units, not by code points: RFC 8785, section 3.2.3.
            keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
            return "{" + ",".join(f"{encode_basestring(key)}:{_text(value[key])}" for key in keys) + "}"
        case list() | tuple():
            return "[" + ",".join(map(_text, value)) + "]"
        case _:
            msg = f"{value!r} has no canonical form"
            raise LeafError(msg)


def commitment(salt: bytes, field: str, value: bytes) -> bytes:
    """The 32 bytes by which a leaf holds a value it does not show.

    Args:
        salt: 32 random bytes, used for this field of this entry only.
        field: Name of the field.
        value: Canonical form of the value.
    """
    return hmac.digest(salt, DOMAIN + field.encode() + b"\n" + value, "sha256")


def moment(at: datetime) -> str:
    """A moment in UTC to the microsecond, always 27 characters (RFC 3339).

    Raises:
        LeafError: A moment without time zone.
    """
    if at.tzinfo is None:
        msg = f"{at} has no time zone"
        raise LeafError(msg)
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def write(place: int, time: str, names: tuple[str, str, str, str], commitments: Mapping[str, bytes]) -> bytes:
    """The bytes of a leaf.

    Args:
        place: Number of the entry; the first is 0.
        time: The moment, as `moment` writes it.
        names: Identifiers of actor, act, object and case, in this order.
        commitments: By name of the field.

    Raises:
        LeafError: A field name other than small letters, digits, `_`, `.` and `-`; a leaf that is too large.
    """
    if not all(map(_is_field, commitments)):
        msg = f"{sorted(commitments)}: names of fields have small letters, digits, `_`, `.` and `-` only"
        raise LeafError(msg)
    coded = {name: b2a_base64(value, newline=False).decode() for name, value in commitments.items()}
    data = _bytes(place, time, names, coded)
    if len(data) > LARGEST_LEAF:
        msg = f"the leaf has {len(data)} bytes, {LARGEST_LEAF} at most: too many fields or too long identifiers"
        raise LeafError(msg)
    return data


@lru_cache(1024)
def _is_field(name: str) -> bool:
    return _FIELD.fullmatch(name) is not None


def _bytes(place: int, time: str, names: tuple[str, str, str, str], fields: Mapping[str, str]) -> bytes:
    """Written out, because this is the hot path; the keys stand in the canonical order."""
    actor, act, thing, case = map(encode_basestring, names)
    coded = ",".join(f'"{name}":"{fields[name]}"' for name in sorted(fields))
    text = (
        f'{{"act":{act},"actor":{actor},"case":{case},"fields":{{{coded}}},'
        f'"object":{thing},"seq":{place},"time":"{time}","v":{VERSION}}}'
    )
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        msg = f"text that is no Unicode: {error}"
        raise LeafError(msg) from error


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf as read.

    Attributes:
        seq: Number of the entry; the first is 0.
        time: The moment in UTC, as written.
        actor: Identifier of who acted.
        act: Identifier of the act.
        object: Identifier of what was acted upon.
        case: Identifier of the case; empty where the act belongs to no case.
        fields: Commitments in Base 64, by name of the field.
    """

    seq: int
    time: str
    actor: str
    act: str
    object: str
    case: str
    fields: Mapping[str, str]


def parse(data: bytes) -> Leaf:
    """Read a leaf.

    Raises:
        LeafError: The bytes are not exactly the canonical form of a leaf of this version.
    """
    try:
        found = json.loads(data.decode())
        leaf = Leaf(*(found[key] for key in ("seq", "time", "actor", "act", "object", "case", "fields")))
        names = (leaf.actor, leaf.act, leaf.object, leaf.case)
        # Whatever is not of its type, or not in its place, does not come out again as it went in.
        same = _bytes(leaf.seq, leaf.time, names, leaf.fields) == data
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        msg = f"no leaf: {error}"
        raise LeafError(msg) from error
    if not same or type(leaf.seq) is not int:
        msg = "not the canonical form of a leaf"
        raise LeafError(msg)
    return leaf
