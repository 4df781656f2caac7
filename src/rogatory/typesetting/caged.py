"""In the cage: an edited document is read where a hostile one can do no harm. Loaded by the process that reads."""

from collections.abc import Mapping
from typing import Any

from rogatory.decision.documents.written import WrittenError, as_plain, of_plain
from rogatory.extraction.worker import Answer
from rogatory.typesetting.text import PaperError
from rogatory.typesetting.word import read_docx


def read(values: Mapping[str, Any], data: bytes, answer: Answer) -> None:
    """Read an edited DOCX. Answers with the document it says, or with why it is refused."""
    try:
        answer({"document": as_plain(read_docx(data, of_plain(values["like"])))})
    except (PaperError, WrittenError) as error:
        answer({"refused": str(error)})
