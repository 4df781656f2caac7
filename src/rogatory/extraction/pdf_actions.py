"""What a PDF would do if a viewer let it: told, never done. And its form, as lines."""

import ctypes
import re
import zlib
from collections.abc import Callable, Iterator
from functools import partial

import pypdfium2  # type: ignore[import-untyped] # it ships no types
from pypdfium2 import raw

from rogatory.extraction.found import MIB
from rogatory.extraction.shortage import no_shortage

_NAMES = ("JavaScript", "Launch", "SubmitForm", "ImportData", "RichMedia", "GoToE", "XFA")
"""Actions that start something, and forms that only some viewers show."""
_NAME = re.compile(rb"/([A-Za-z#][A-Za-z0-9#]{1,40})")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_PACKED = re.compile(rb"/ObjStm.{0,400}?stream\r?\n", re.DOTALL)
_MOST_PACKED = 2_000
_MOST_UNPACKED = 4 * MIB
_MOST_SCRIPTS = 20
_LONGEST = 2_000


def actions(document: pypdfium2.PdfDocument, data: bytes) -> list[tuple[str, str]]:
    """Facts on what a document would start, and the scripts it holds.

    Args:
        document: The document, opened.
        data: Its bytes; objects packed in streams are looked through too. What a viewer would only find by mending the
            file may be missed.
    """
    found = {name for piece in (data, *_unpacked(data)) for name in _named(piece)}
    told = [("action", name) for name in _NAMES if name in found]
    return [*told, *(("script", script) for script in _scripts(document))]


def signatures(document: pypdfium2.PdfDocument) -> list[tuple[str, str]]:
    """A fact on the signatures of a document; none where it has none."""
    count = raw.FPDF_GetSignatureCount(document)
    return [("signature", f"{count} in the document; not checked here")] if count > 0 else []


def _named(piece: bytes) -> Iterator[str]:
    for match in _NAME.finditer(piece):
        name = _ESCAPE.sub(lambda code: bytes([int(code[1], 16)]), match[1]).decode("latin-1")
        if name in _NAMES:
            yield name


def _unpacked(data: bytes) -> Iterator[bytes]:
    for number, match in enumerate(_PACKED.finditer(data)):
        if number == _MOST_PACKED:
            return
        try:
            yield zlib.decompressobj().decompress(data[match.end() :][:_MOST_UNPACKED], _MOST_UNPACKED)
        except zlib.error as error:
            no_shortage(error)


def _scripts(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for index in range(min(raw.FPDFDoc_GetJavaScriptActionCount(document), _MOST_SCRIPTS)):
        action = raw.FPDFDoc_GetJavaScriptAction(document, index)
        if action:
            yield _text(partial(raw.FPDFJavaScriptAction_GetScript, action))
            raw.FPDFDoc_CloseJavaScriptAction(action)


def fields(form: pypdfium2.PdfFormEnv, page: pypdfium2.PdfPage) -> Iterator[tuple[str, tuple[float, ...]]]:
    """The fields of a page that are filled in: name and value, and the corners (left, bottom, right, top) in points."""
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        if raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET:
            line = _filled(form, annotation)
            rectangle = raw.FS_RECTF()
            if line and raw.FPDFAnnot_GetRect(annotation, rectangle):
                yield line, (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        raw.FPDFPage_CloseAnnot(annotation)


def _filled(form: pypdfium2.PdfFormEnv, annotation: object) -> str:
    kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON):
        value = "yes" if raw.FPDFAnnot_IsChecked(form, annotation) else ""
    else:
        value = _text(partial(raw.FPDFAnnot_GetFormFieldValue, form, annotation))
    if not value.strip():
        return ""
    label = _text(partial(raw.FPDFAnnot_GetFormFieldAlternateName, form, annotation))
    name = label or _text(partial(raw.FPDFAnnot_GetFormFieldName, form, annotation))
    return f"{name}: {value}" if name else value


def _text(get: Callable[[object, int], int]) -> str:
    """A text the library writes into room it is given, in UTF-16."""
    size = int(get(None, 0))
    if not 2 < size <= 4 * _LONGEST * 10:  # noqa: PLR2004 - more than the zero at its end
        return ""
    room = ctypes.create_string_buffer(size)
    get(ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)), size)
    return room.raw[: size - 2].decode("utf-16-le", "replace")[:_LONGEST]
