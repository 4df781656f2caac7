"""PDF: the words of its pages, of notes, fields and headings on them, and the files it holds."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2  # type: ignore[import-untyped] # it ships no types
from pypdfium2 import raw as pdfium

from rogatory.material.items import State
from rogatory.sifting.stages.members import Members, of_bytes
from rogatory.sifting.stages.mending import mended
from rogatory.sifting.stages.subject import Ended, EndedError, Subject

_TOLD = (b"Contents", b"V", b"TU", b"T")
"""What a note says, what stands in a field, and what the field is called, to whoever fills it in and by itself."""
_NO_WORDS = (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP)
_MOST_NOTES = 10_000
_LONGEST = 1 << 20
_LOCKED = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
_EVERYWHERE = (-1e9, -1e9, 1e9, 1e9)
"""From left and bottom to right and top, in points."""
_MOST_HEADINGS = 5_000
_MOST_FILES = 10_000


def opened(subject: Subject) -> Any:  # noqa: ANN401
    """The document, opened once for all stages.

    Raises:
        EndedError: It is encrypted, or no PDF.
    """
    found = subject.kept.get("pdf")
    if found is None:
        try:
            found = subject.kept["pdf"] = pypdfium2.PdfDocument(subject.data)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) in _LOCKED or "assword" in str(error):
                raise EndedError(State.ENCRYPTED, "It is encrypted: it needs its password.") from error
            found = subject.kept["pdf"] = _mended(subject, error)
    return found


def _mended(subject: Subject, error: Exception) -> Any:  # noqa: ANN401
    """The document, put together from what stands in it."""
    data = mended(subject.data)
    try:
        if data is None:
            raise error
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as damage:
        raise EndedError(State.CRASH, "It is not built as a PDF is: it is damaged.") from damage
    subject.kept["mended"] = True
    return document


def walk(subject: Subject, members: Members) -> None:
    """Send the files a document holds, attached to it or to a note on a page."""
    try:
        document = opened(subject)
    except EndedError:
        return  # reading its text says so
    for number in range(min(document.count_attachments(), _MOST_FILES)):
        attached = document.get_attachment(number)
        name = attached.get_name().encode("utf-8", "surrogateescape") or b"attachment %d" % number
        try:
            data = bytes(attached.get_data())
        except pypdfium2.PdfiumError as error:
            members.send(name, _damaged(error))
        else:
            members.send(name, of_bytes(data))


def _damaged(error: Exception) -> Iterator[bytes]:
    raise ValueError(str(error))
    yield b""


def text(subject: Subject) -> Ended:
    """The words of it; pages without any may be pictures."""
    document = opened(subject)
    texts, lost, bare = [], 0, 0
    count = len(document)
    for number in range(min(count, subject.budget.pages)):
        try:
            page = document[number]
            words, shown = _words(page)
            bare += not shown
            words = "\n".join((words, *_notes(page)))
        except pypdfium2.PdfiumError:
            lost, bare, words = lost + 1, bare + 1, ""
        texts.append(words.replace("\r\n", "\n"))
    lost += count - len(texts)
    says = f"{lost:,} of {count:,} pages could not be read." if lost else ""
    facts = {"pages": count, "bare": bare}
    subject.bare = bare > 0
    if bare and bare < count and not lost:
        says, lost = f"{bare:,} of {count:,} pages hold no text: somebody must look at them.", bare
    elif bare and any(words.strip() for words in texts) and not lost:
        says, lost, bare = "Its pages show no text beside notes and fields: somebody must look at them.", bare, 0
    if "mended" in subject.kept and bare < count:
        says, lost, bare = f"It is damaged: what is left of it was put together. {says}".strip(), 1, 0
    headings = "\n".join(_headings(document))
    whole = "\n\f".join((*texts, headings) if headings else texts)
    return Ended(State.PARTIAL if lost and bare < count else State.OK, says, facts, whole)


def _words(page: Any) -> tuple[str, bool]:  # noqa: ANN401
    """All words that are set on a page, and whether any stand on the part of it that is shown.

    Those beyond that part are no less there. PDFium gives U+FFFE for a hyphen at the end of a line. Of all words it
    leaves out signs that stand for nothing, which may be what keeps words apart: they are read by their places then.
    """
    found = page.get_textpage()
    count = found.count_chars()
    words = found.get_text_range() if count and _stand(found, 0, count - 1) else ""
    if len(words.encode("utf-16-le", "surrogatepass")) < 2 * count:
        words = found.get_text_bounded(*_EVERYWHERE)
    if not words.strip():
        return words, False
    left, bottom, right, top = page.get_bbox()
    near = found.get_index((left + right) / 2, (bottom + top) / 2, right - left, top - bottom)
    return words.replace("\ufffe", "-"), near is not None or bool(found.get_text_bounded().strip())


def _stand(found: Any, *places: int) -> bool:  # noqa: ANN401
    """Whether signs stand for something; where the first or last does not, a thousand of them end what asks for all."""
    return all(pdfium.FPDFText_GetTextIndexFromCharIndex(found, place) >= 0 for place in places)


def _headings(document: Any) -> Iterator[str]:  # noqa: ANN401
    """The headings a reader shows beside the pages."""
    try:
        for number, heading in enumerate(document.get_toc(max_depth=15)):
            if number >= _MOST_HEADINGS:
                return
            yield heading.get_title()
    except pypdfium2.PdfiumError:
        return


def _notes(page: Any) -> Iterator[str]:  # noqa: ANN401
    """Words of notes and fields, which are no text of the page."""
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_NOTES)):
        note = pdfium.FPDFPage_GetAnnot(page, number)
        if not note:
            continue
        try:
            if pdfium.FPDFAnnot_GetSubtype(note) not in _NO_WORDS:
                yield from filter(None, (_told(note, name) for name in _TOLD))
        finally:
            pdfium.FPDFPage_CloseAnnot(note)


def _told(note: Any, name: bytes) -> str:  # noqa: ANN401
    length = pdfium.FPDFAnnot_GetStringValue(note, name, None, 0)
    if not 2 < length < _LONGEST:  # noqa: PLR2004 - its end alone
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAnnot_GetStringValue(note, name, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")
