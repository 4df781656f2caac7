"""Workbooks (XLSX, ODS): the rows of their sheets as text, each number as its makers wrote it.

For tables that somebody fetched and brings in by hand; what arrives in the post is read in the cage. The parts are
unpacked once within limits before the workbook is opened, so that none grows without end.
"""

import io
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineWorkbook

from rogatory.extraction.archive import Archive
from rogatory.extraction.found import Purse, UnreadableError
from rogatory.extraction.limits import LIMITS

ZIP = b"PK\x03\x04"
"""What XLSX and ODS begin with."""
OLD = b"\xd0\xcf\x11\xe0"
"""What workbooks of old office programs begin with."""


class WorkbookError(ValueError):
    """A workbook that cannot be read; the message says why, and the mend."""


def is_workbook(data: bytes) -> bool:
    """Whether these bytes begin like a workbook, of today or of old office programs."""
    return data.startswith((ZIP, OLD))


def sheets_of(data: bytes) -> list[list[list[str]]]:
    """Every sheet of a workbook, in its order: rows of cells as text; empty cells before and between are kept.

    Raises:
        WorkbookError: It is of an old office program, damaged, encrypted, or too large once unpacked.
    """
    if data.startswith(OLD):
        raise WorkbookError("it is encrypted, or a workbook of an old office program: save it as XLSX or CSV")
    if len(data) > LIMITS.file:
        raise WorkbookError(f"it has more than {LIMITS.file:,} bytes: save the sheet that is needed as CSV")
    try:
        archive = Archive(data, Purse(LIMITS, len(data)))
        left = LIMITS.unpacked
        for info in archive.files:
            left -= len(archive.unpacked(info))
            if left < 0:
                raise WorkbookError("it is too large once unpacked: save the sheet that is needed as CSV")
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [
            [[_text(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
            for name in book.sheet_names
        ]
    except UnreadableError as error:
        raise WorkbookError(f"it cannot be unpacked: {error}") from error
    except (CalamineError, OSError, ValueError) as error:
        if isinstance(error, WorkbookError):
            raise
        raise WorkbookError(f"it is no workbook that can be read ({error}): save it as XLSX or CSV again") from error


def _text(cell: float | str | time | date | datetime | timedelta) -> str:
    """A cell as it would stand in text: a whole number without a point, a day as YYYY-MM-DD."""
    match cell:
        case bool():
            return str(int(cell))
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case date() | time():
            return cell.isoformat()
        case _:
            return str(cell)
