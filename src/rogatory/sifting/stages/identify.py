"""Identify: which kind a content is, by what it holds; what it is called says nothing."""

import re
import zipfile

from rogatory.extraction import kinds
from rogatory.material.items import State
from rogatory.sifting.stages.subject import Ended, Subject

EMPTY = "inode/x-empty"
MBOX, TAR, PST, MSG = (
    "application/mbox",
    "application/x-tar",
    "application/vnd.ms-outlook-pst",
    "application/vnd.ms-outlook",
)
GZIP, BZIP2, XZ, SEVEN = "application/gzip", "application/x-bzip2", "application/x-xz", "application/x-7z-compressed"
OLE, ENCRYPTED_OFFICE = "application/x-ole-storage", "application/x-ole-storage-encrypted"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (
    ("EncryptedPackage", ENCRYPTED_OFFICE),
    ("__properties_version1.0", MSG),
    ("WordDocument", "application/msword"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
    ("Workbook", "application/vnd.ms-excel"),
    ("VisioDocument", "application/vnd.visio"),
    ("Book", "application/vnd.ms-excel"),
    ("Quill", "application/x-mspublisher"),
)
"""Names of streams in files of old office programs, and what has them; the first that is there."""
_FIRST = (
    (b"!BDN", PST),
    (b"\x1f\x8b", GZIP),
    (b"BZh", BZIP2),
    (b"\xfd7zXZ\0", XZ),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"RIFF", "application/x-riff"),
    (b"\x1aE\xdf\xa3", "video/x-matroska"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"-----BEGIN PGP MESSAGE", "application/pgp-encrypted"),
    (b"ITSF", "application/vnd.ms-htmlhelp"),
    (b"AC10", "image/vnd.dwg"),
    (b"\xffWPC", "application/vnd.wordperfect"),
    (b"\xdb\xa5-\0", "application/msword"),
    (b"EVF\t\r\n\xff\0", "application/x-ewf"),
    (b"%!PS", "application/postscript"),
)
_ZIPPED = (
    ("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroenabled.12"),
    ("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
_TOLD = re.compile(rb"application/(vnd\.[\w.+-]+|epub\+zip)\Z")
_MBOX = re.compile(rb"From [^\n]*\d{4}[^\n]*\r?\n([!-9;-~]+:[^\n]*\n|[ \t][^\n]*\n)*[!-9;-~]+:", re.DOTALL)
_TAR_AT = 257
_MOST_LOOKED_AT = 16 << 20
"""Bytes of a file of old office programs in which names of streams are looked for."""


def identify(subject: Subject) -> Ended:
    """Find the kind of a content and keep it in the subject."""
    subject.media = _media(subject)
    return Ended(State.OK, facts={"media": subject.media})


def _media(subject: Subject) -> str:
    if not subject.size:
        return EMPTY
    head = subject.head()
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(subject)
    if head.startswith(_OLD_OFFICE):
        return _old_office(subject)
    if head[_TAR_AT : _TAR_AT + 5] == b"ustar":
        return TAR
    if head.startswith(b"From ") and _MBOX.match(head[:65536]):
        return MBOX
    for first, media in _FIRST:
        if head.startswith(first):
            return media
    if head[4:8] == b"ftyp":
        return "image/heic" if head[8:12] in (b"heic", b"heix", b"mif1") else "video/mp4"
    return kinds.recognised(head).media


def _packed(subject: Subject) -> str:
    subject.file.seek(0)
    try:
        with zipfile.ZipFile(subject.file) as opened:
            names = set(opened.namelist())
            told = opened.open("mimetype").read(200).strip() if "mimetype" in names else b""
    except Exception:  # what is wrong with it, unpacking says
        return kinds.ZIP.media
    if _TOLD.match(told):
        return told.decode("ascii")
    if "[Content_Types].xml" in names:
        return next((media for name, media in _ZIPPED if name in names), kinds.ZIP.media)
    return kinds.ZIP.media


def _old_office(subject: Subject) -> str:
    data = subject.head(_MOST_LOOKED_AT)
    return next((media for name, media in _STREAMS if name.encode("utf-16-le") in data), OLE)
