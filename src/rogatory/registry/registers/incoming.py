"""Files that come into a register: our own format, notices of INTERPOL, FollowTheMoney, tables with a mapping."""

from collections.abc import Mapping
from types import MappingProxyType

from rogatory.intake.errors import CaseFileError, Fault
from rogatory.office.errors import FormError
from rogatory.registers.ftm import read_ftm
from rogatory.registers.imported import Imported, Report
from rogatory.registers.interpol import read_notices
from rogatory.registers.mapping import read_mapping
from rogatory.registers.model import Register
from rogatory.registers.reading import read_register
from rogatory.registers.table import read_table

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "register": "our own format (YAML)",
        "interpol": "public notices of INTERPOL (JSON)",
        "ftm": "FollowTheMoney (JSON lines)",
        "table": "a table with a mapping (CSV and YAML)",
    }
)
"""The formats a file may come in, and what they are."""


def read_file(data: bytes, name: str, format_: str, into: Register, mapping: bytes = b"") -> Imported:
    """The entries of a file for a register, with what was left out and why.

    Args:
        data: Its bytes.
        name: Its name, for messages.
        format_: One of `FORMATS`.
        into: The register it comes into, without entries.
        mapping: For a table, the mapping of its columns (YAML).

    Raises:
        FormError: There is no such format, or a table comes without a mapping.
        CaseFileError: The file cannot be read, or is of another register.
    """
    match format_:
        case "register":
            return _of_our_own(data, name, into)
        case "interpol":
            return read_notices(data, name, into)
        case "ftm":
            return read_ftm(data, name, into)
        case "table" if mapping:
            return read_table(data, name, read_mapping(mapping, "mapping"), into)
        case "table":
            raise FormError("mapping", "it is missing", "Say which column holds what, in a mapping file")
        case _:
            raise FormError("format", f"{format_!r} is no format", f"Write one of: {', '.join(FORMATS)}")


def _of_our_own(data: bytes, name: str, into: Register) -> Imported:
    told = read_register(data, name)
    if (told.id, told.kind) != (into.id, into.kind):
        problem = f"the file is of the register {told.id!r} ({told.kind.value})"
        raise CaseFileError(name, (Fault(0, "id", problem, f"Bring a file of {into.id} ({into.kind.value})."),))
    return Imported(told, Report(len(told.entries), len(told.entries)))
