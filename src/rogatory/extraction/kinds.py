"""Which kind a file is, by what it holds. What it is called says nothing."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from rogatory.extraction import archive, forms, markup, message, open_document, pdf, pictures, plain, signed, word
from rogatory.extraction.found import Found, Purse
from rogatory.received.pages import State

OCTETS = "application/octet-stream"
_HEAD = 4096
_SHORT = 2
"""First bytes so short that a text may begin with them."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    Attributes:
        media: As a media type.
        read: What reads it; None: nothing here does.
        state: How it ends where nothing reads it.
        says: Why, in a sentence.
    """

    media: str
    read: Callable[[bytes, Purse], Found] | None = None
    state: State = State.UNSUPPORTED
    says: str = ""


_PROGRAM = "It is a program: it is kept, and never run."
_PACKED = "Archives of this kind are not opened here: unpack it and send what is in it, or send a ZIP."
_RESAVE = "Files of this kind are not read here: ask for it as PDF or DOCX."
_PICTURE = "Pictures of this kind are not read here: ask for it as PDF, PNG, JPEG or TIFF."
EMPTY = Kind(OCTETS, state=State.EMPTY, says="The file has no bytes.")
UNKNOWN = Kind(OCTETS, says="Nobody here knows what kind of file this is.")
PDF = Kind("application/pdf", pdf.read)
DOCX = Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", word.read)
ZIP = Kind("application/zip", archive.read)
MESSAGE = Kind("message/rfc822", message.read)
ODT = Kind(open_document.MEDIA, open_document.read)
JSON = Kind("application/json", forms.read_json)
XML = Kind("application/xml", forms.read_xml)
HTML = Kind("text/html", markup.read_html)
TEXT = Kind("text/plain", plain.read)
_BY_FIRST_BYTES = (
    (b"\x89PNG\r\n\x1a\n", Kind("image/png", pictures.read)),
    (b"\xff\xd8\xff", Kind("image/jpeg", pictures.read)),
    (b"II*\0", Kind("image/tiff", pictures.read)),
    (b"MM\0*", Kind("image/tiff", pictures.read)),
    (b"MZ", Kind("application/vnd.microsoft.portable-executable", state=State.HELD, says=_PROGRAM)),
    (b"\x7fELF", Kind("application/x-executable", state=State.HELD, says=_PROGRAM)),
    (b"7z\xbc\xaf\x27\x1c", Kind("application/x-7z-compressed", says=_PACKED)),
    (b"Rar!\x1a\x07", Kind("application/vnd.rar", says=_PACKED)),
    (b"\x1f\x8b", Kind("application/gzip", says=_PACKED)),
    (b"BZh", Kind("application/x-bzip2", says=_PACKED)),
    (b"\xfd7zXZ\0", Kind("application/x-xz", says=_PACKED)),
    (b"GIF8", Kind("image/gif", says=_PICTURE)),
    (b"BM", Kind("image/bmp", says=_PICTURE)),
    (b"{\\rtf", Kind("application/rtf", says=_RESAVE)),
)
_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
_TOLD = {
    ODT.media: ODT,
    signed.EXTENDED: Kind(signed.EXTENDED, signed.read),
    signed.SIMPLE: Kind(signed.SIMPLE, signed.read),
    f"{_ODF}spreadsheet": Kind(f"{_ODF}spreadsheet", says=_RESAVE),
    f"{_ODF}presentation": Kind(f"{_ODF}presentation", says=_RESAVE),
}
"""Kinds of ZIP that tell themselves in a file of the name `mimetype`."""
_OFFICE = {
    "xl/": Kind(f"{_OOXML}spreadsheetml.sheet", says=_RESAVE),
    "ppt/": Kind(f"{_OOXML}presentationml.presentation", says=_RESAVE),
}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_HEADER = re.compile(rb"[!-9;-~]+:")
_OF_A_MESSAGE = re.compile(rb"^(from|to|date|subject|received|message-id|mime-version|return-path):", re.I | re.M)
_ENTITY = re.compile(rb"(content-[\w-]+|mime-version):[^\n]*\n(([\w-]+:|[ \t])[^\n]*\n)*\r?\n", re.I)
"""What is signed in a message begins so: headers about its content, and no others."""
_JSON = re.compile(rb"(\xef\xbb\xbf)?\s*(\{\s*[\"}]|\[\s*[\[{\"\]])")
_XML = re.compile(rb"(\xef\xbb\xbf)?\s*<(\?xml\s|!DOCTYPE\s|!--|[A-Za-z_][\w.:-]*(\s[^<]*)?>)")
_MARKUP = re.compile(
    rb"(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?(<!doctype html|<html|<head|<body)", re.I | re.S
)


def recognised(data: bytes) -> Kind:
    """The kind of a file."""
    if not data:
        return EMPTY
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data)
    if head.startswith(_OLD_OFFICE):
        return _old_office(data)
    for start, kind in _BY_FIRST_BYTES:
        if head.startswith(start) and (len(start) > _SHORT or not plain.is_text(data)):
            return kind
    if _JSON.match(head):
        return JSON
    if not plain.is_text(data):
        return UNKNOWN
    return _text(head)


def begins_as_page(data: bytes) -> bool:
    """Whether it begins as an HTML page does, whatever follows."""
    return bool(_MARKUP.match(data[:_HEAD]))


def _packed(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as opened:
            names = set(opened.namelist())
            told = opened.open("mimetype").read(200).strip() if "mimetype" in names else b""
    except Exception:  # what is wrong with it, its reader says
        return ZIP
    if told.decode("latin-1") in _TOLD:
        return _TOLD[told.decode("latin-1")]
    if "[Content_Types].xml" not in names:
        return ZIP
    if "word/document.xml" in names:
        return DOCX
    beside = [kind for folder, kind in _OFFICE.items() if any(name.startswith(folder) for name in names)]
    return beside[0] if beside else ZIP


def _old_office(data: bytes) -> Kind:
    if _ENCRYPTED_PACKAGE in data:
        says = "It is encrypted: ask for the password, or for the file without it."
        return Kind("application/x-ole-storage", state=State.ENCRYPTED, says=says)
    return Kind("application/x-ole-storage", says=_RESAVE)


def _text(head: bytes) -> Kind:
    if _MARKUP.match(head):
        return HTML
    if _XML.match(head):
        return XML
    lines = head.split(b"\n")
    if head.startswith(b"From ") or _HEADER.match(lines[0]):
        top = head.replace(b"\r\n", b"\n").split(b"\n\n")[0]
        if len(_OF_A_MESSAGE.findall(top)) > 1 or _ENTITY.match(head):
            return MESSAGE
    return TEXT
