"""The code of a signed document, and why one is not signed: what is known of signing without what signs.

The libraries that sign take half a second to load, and few commands need them.
"""

import base64
import hashlib
import re
from typing import Final

CODE: Final = re.compile(r"[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){4}")
"""How a code looks: 25 digits and letters without I, L, O and U, in groups of five."""

_ALPHABET: Final = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789ABCDEFGHJKMNPQRSTVWXYZ")


class SigningError(ValueError):
    """A document that cannot be signed, or a key that cannot be used; says why and how to mend it."""


def code_of(data: bytes) -> str:
    """The code of a document as it was set: 125 bits of its SHA-256, written so that they can be read out."""
    text = base64.b32encode(hashlib.sha256(data).digest()).translate(_ALPHABET).decode()
    return "-".join(text[place : place + 5] for place in range(0, 25, 5))
