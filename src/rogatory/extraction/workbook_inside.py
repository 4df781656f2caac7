"""What happens inside the sandbox to a workbook that somebody brings in: its sheets as text, or why not."""

from collections.abc import Mapping
from typing import Any

from rogatory.extraction.workbook import WorkbookError, sheets_of
from rogatory.extraction.worker import Answer


def sheets(values: Mapping[str, Any], data: bytes, answer: Answer) -> None:
    """Read a workbook. Answers with its sheets, or with why it cannot be read."""
    try:
        answer({"sheets": sheets_of(data)})
    except WorkbookError as error:
        answer({"why": str(error)})
