"""Memory that runs out is no fault of the file, whichever library runs out of it."""

import errno
import zlib
from xml.etree.ElementTree import ParseError
from xml.etree.ElementTree import fromstring as expat_parsed

import pytest
from lxml.etree import ErrorTypes, XMLSyntaxError, fromstring  # type: ignore[import-untyped] # it ships no types

from rogatory.extraction.shortage import is_shortage, no_shortage


def _expat(code: int) -> ParseError:
    error = ParseError("as told")
    error.code = code
    return error


def _while_short(met: Exception) -> Exception:
    try:
        try:
            raise MemoryError
        finally:
            raise met
    except type(met) as error:
        return error


def _raised(call, *args):
    with pytest.raises(Exception) as met:  # noqa: PT011 - each is a fault of a file, of another kind
        call(*args)
    return met.value


SHORT = {
    "Python": MemoryError(),
    "zlib, as it inflates": zlib.error("Error -4 while decompressing data"),
    "zlib, as it begins": zlib.error("Error -4 while preparing to decompress data: insufficient memory"),
    "libxml2": XMLSyntaxError("unknown error", ErrorTypes.ERR_NO_MEMORY, 0, 0, "part.xml"),
    "Expat": _expat(1),
    "the system": OSError(errno.ENOMEM, "Cannot allocate memory"),
    "a file closed while there is too little": _while_short(ValueError("I/O operation on closed file.")),
}
NOT_SHORT = {
    "bytes that zlib has not packed": _raised(zlib.decompress, b"not packed"),
    "a stream that ends early": _raised(zlib.decompress, zlib.compress(b"whole")[:-5]),
    "XML that libxml2 cannot read": _raised(fromstring, "<a"),
    "XML that Expat cannot read": _raised(expat_parsed, "<a"),
    "a syntax that Expat calls 2 as libxml2 calls memory": _expat(2),
    "source that Python cannot read": SyntaxError("as told"),
    "a file that is not there": FileNotFoundError(errno.ENOENT, "none"),
    "a value": ValueError("Error -4 of something else"),
}


@pytest.mark.parametrize("error", SHORT.values(), ids=SHORT)
def test_a_library_that_runs_out_of_memory_says_so(error):
    assert is_shortage(error)
    with pytest.raises(MemoryError):
        no_shortage(error)


@pytest.mark.parametrize("error", NOT_SHORT.values(), ids=NOT_SHORT)
def test_a_file_that_cannot_be_read_is_no_shortage(error):
    assert not is_shortage(error)
    no_shortage(error)
