"""Memory that runs out, told by each library in its own way: it is no fault of the file, and never called one."""

import errno
import zlib
from typing import Final

_INFLATING: Final = "Error -4 "
"""How zlib begins what it says then (Z_MEM_ERROR)."""
_PARSING: Final = {("lxml", 2), ("xml", 1)}
"""The parsers of XML and the code each gives then (XML_ERR_NO_MEMORY of libxml2, XML_ERROR_NO_MEMORY of Expat)."""


def is_shortage(error: BaseException | None) -> bool:
    """Whether memory had run out: by the error itself, or by one during which it came up. None: it had not."""
    while error is not None:
        if isinstance(error, MemoryError) or _tells(error):
            return True
        error = error.__cause__ or error.__context__
    return False


def _tells(error: BaseException) -> bool:
    if isinstance(error, zlib.error):
        return str(error).startswith(_INFLATING)
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    library = type(error).__module__.partition(".")[0]
    return isinstance(error, SyntaxError) and (library, getattr(error, "code", None)) in _PARSING


def no_shortage(error: BaseException) -> None:
    """Let an error pass that may be a fault of the file.

    Raises:
        MemoryError: It is none: memory had run out.
    """
    if is_shortage(error):
        raise MemoryError from error
