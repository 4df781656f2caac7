"""Where registers are kept that are not kept here, as one JSON file describes it.

The file is `custodians.json` in the data folder, or the one `ROGATORY_CUSTODIANS` names. Without it all are kept here:

    [{"register": "protection", "address": "https://register.asylum.example", "token": "$ROGATORY_ASYLUM_TOKEN"}]

`address` is that of the custodian's own installation, which knows the register by the same identifier; `token` opens
there the account of this office, which holds the role of standing queries for that register. A value that begins with
`$` is read from that environment variable.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

HERE = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Custodian:
    """Where a register is kept.

    Attributes:
        register: Its identifier, here and there.
        address: Address of the installation there.
        token: What opens it.
    """

    register: str
    address: str
    token: str


def read(path: Path) -> Mapping[str, Custodian]:
    """By register where it is kept; none where there is no file.

    Raises:
        ValueError: The file cannot be read; the message names the place and the mend.
    """
    if not path.exists():
        return {}
    try:
        told = json.loads(path.read_text("utf-8"))
    except json.JSONDecodeError as error:
        msg = f"{path}, line {error.lineno}: not JSON ({error.msg})"
        raise ValueError(msg) from None
    entries = told if isinstance(told, list) else [told]
    found = [_custodian(f"{path}, [{place}]", entry) for place, entry in enumerate(entries)]
    if len({one.register for one in found}) < len(found):
        msg = f"{path}: a register stands twice"
        raise ValueError(msg)
    return {one.register: one for one in found}


def _custodian(place: str, entry: Any) -> Custodian:  # noqa: ANN401 - JSON values
    parts = ("register", "address", "token")
    if not isinstance(entry, dict) or set(entry) != set(parts) or not all(isinstance(entry[p], str) for p in parts):
        msg = f"{place}: write register, address and token, each a text"
        raise ValueError(msg)
    register, address, token = (_value(entry[part]) for part in parts)
    where = urlsplit(address)
    if (
        where.scheme not in ("https", "http")
        or not where.hostname
        or (where.scheme == "http" and where.hostname not in HERE)
    ):
        msg = f"{place}: {address!r} is no address over https; write it like https://register.example"
        raise ValueError(msg)
    if not token:
        msg = f"{place}: the token is empty; an administrator there makes one"
        raise ValueError(msg)
    return Custodian(register, address, token)


def _value(text: str) -> str:
    return os.environ.get(text[1:], "") if text.startswith("$") else text
