"""A workbook that somebody brings in is opened in the sandbox: bytes in, cells as text out, whatever the file holds."""

from rogatory.extraction.limits import LIMITS
from rogatory.extraction.reading import told
from rogatory.extraction.sandbox import sandbox
from rogatory.extraction.workbook import WorkbookError

_INSIDE = "rogatory.extraction.workbook_inside"
_BOX = sandbox(_INSIDE)


def sheets_in_sandbox(data: bytes) -> list[list[list[str]]]:
    """Every sheet of a workbook, as `workbook.sheets_of` reads it.

    Raises:
        WorkbookError: It cannot be read, or reading it took more than it may; the message says the mend.
    """
    if len(data) > LIMITS.file:
        raise WorkbookError(f"it has more than {LIMITS.file:,} bytes: save the sheet that is needed as CSV")
    outcome = _BOX.run(f"{_INSIDE}:sheets", told(LIMITS), data, LIMITS)
    answer = outcome.answers[-1] if outcome.answers else {}
    if outcome.state is not None or "why" in answer:
        raise WorkbookError(f"{answer.get('why') or outcome.says} Save the sheet that is needed as CSV")
    return [[[str(cell) for cell in row] for row in sheet] for sheet in answer.get("sheets", ())]
