"""What PDF/A-2a and PDF/UA-1 ask of a file and its structure can tell (no full validator is to be had as a package)."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from rogatory.decision.documents.document import Document

_FORBIDDEN = {"/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetOCGState"}


def faults(data: bytes, document: Document) -> list[str]:
    """Each thing that keeps the file from the archive or from a screen reader."""
    with pikepdf.open(io.BytesIO(data)) as file:
        return [*_of_catalog(file, document), *_of_objects(file), *_of_tags(file)]


def _of_catalog(file: pikepdf.Pdf, document: Document) -> Iterator[str]:
    root: Any = file.Root
    with file.open_metadata() as meta:
        identity = (meta.get("pdfaid:part"), meta.get("pdfaid:conformance"), meta.get("pdfuaid:part"))
        if identity != ("2", "A", "1"):
            yield f"metadata: {identity}"
        if meta.get("dc:title") != document.title:
            yield "metadata: the title"
        for key, name in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
            if _moment(str(file.docinfo.get(key, ""))) != _moment(str(meta.get(name, ""))):
                yield f"metadata: {key} {file.docinfo.get(key)} and {name} {meta.get(name)}"
    if root.get("/Lang") != document.language:
        yield "language: of the catalog"
    if not root.get("/MarkInfo", {}).get("/Marked") or "/StructTreeRoot" not in root:
        yield "tags: none"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "title: not shown"
    intents: Any = root.get("/OutputIntents", [])
    if [one.S for one in intents] != ["/GTS_PDFA1"] or not all("/DestOutputProfile" in one for one in intents):
        yield "colours: no output intent"
    if "/ID" not in file.trailer:
        yield "identifier: none"
    if file.is_encrypted or "/AF" in root or "/EmbeddedFiles" in root.get("/Names", {}):
        yield "encrypted, or with attachments"
    if root.get("/AcroForm", {}).get("/NeedAppearances"):
        yield "form: appearances not in the file"


def _moment(text: str) -> str:
    """Digits of a moment; both ways of writing it have them in the same order."""
    return "".join(one for one in text if one.isdigit())[:14]


def _of_objects(file: pikepdf.Pdf) -> Iterator[str]:
    for one in file.objects:
        if not isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            continue
        kind, sub = one.get("/Type"), one.get("/Subtype")
        if one.get("/S") in _FORBIDDEN or "/JS" in one or "/AA" in one:
            yield f"action: {one.get('/S')}"
        if kind == "/Font" and sub not in ("/Type0", "/Type3"):
            described: Any = one.get("/FontDescriptor", {})
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(described.keys()):
                yield f"font: {one.get('/BaseFont')} is not in the file"
        if kind == "/Font" and sub == "/Type0" and "/ToUnicode" not in one:
            yield f"font: {one.get('/BaseFont')} does not tell its letters"
        if isinstance(one, pikepdf.Stream) and ("/F" in one or one.get("/Filter") == "/LZWDecode"):
            yield "stream: outside the file, or LZW"
        if sub in ("/Movie", "/Sound", "/FileAttachment", "/3D", "/Screen", "/RichMedia"):
            yield f"annotation: {sub}"
        if sub == "/PS" or (kind == "/XObject" and "/OPI" in one):
            yield "XObject: PostScript or OPI"


def _of_tags(file: pikepdf.Pdf) -> Iterator[str]:
    root = file.Root.get("/StructTreeRoot")
    if root is None:
        return
    inside = [*_elements(root.get("/K"))]
    held = {one.Obj.objgen for element in inside for one in _kids(element) if "/Obj" in one}
    if not {"/H1", "/P"} & {str(one.get("/S")) for one in inside}:
        yield "tags: no paragraph"
    for number, page in enumerate(file.pages, 1):
        if page.get("/Tabs") not in (None, "/S") and "/Annots" in page:
            yield f"page {number}: order of the fields"
        for one in page.get("/Annots", []):
            if one.get("/Subtype") == "/Widget" and one.objgen not in held:
                yield f"page {number}: a field without its tag"
            if one.get("/Subtype") == "/Widget" and not int(one.get("/F", 0)) & 4:
                yield f"page {number}: a field that is not printed"


def _elements(kids: Any) -> Iterator[Any]:
    for one in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield one
            yield from _elements(one.get("/K", pikepdf.Array()))


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return [one for one in (kids if isinstance(kids, pikepdf.Array) else [kids]) if isinstance(one, pikepdf.Dictionary)]
