"""Identify: which kind a content is, by what it holds; what it is called says nothing."""

import re
import struct
import zipfile
import zlib

import olefile

from rogatory.extraction import kinds
from rogatory.material.items import State
from rogatory.sifting.stages import ciphered, compound, images, olden
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
WORD, SHEETS, SLIDES = "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint"
PUBLISHER, VISIO = "application/x-mspublisher", "application/vnd.visio"
OLD_OFFICE = frozenset((OLE, WORD, SHEETS, SLIDES, PUBLISHER, VISIO))
"""Kinds in which objects may be embedded, as old office programs do it."""
EMF, WMF = "image/emf", "image/wmf"
ONENOTE, PROPERTIES, TNEF = "application/onenote", "application/x-bplist", "application/vnd.ms-tnef"
ZLIB, MPEG, FILM = "application/zlib", "audio/mpeg", "video/mp4"
HANGUL, QUATTRO, DBASE = "application/x-hwp", "application/x-quattro-pro", "application/x-dbf"
CADKEY = "application/x-cadkey"
RAR, CAB, ISO = "application/vnd.rar", "application/vnd.ms-cab-compressed", "application/x-iso9660-image"
ARCHIVES = frozenset((RAR, CAB, ISO, "application/x-cpio", "application/x-lha", "application/x-xar",
                      "application/x-archive"))  # fmt: skip
"""Archives that libarchive opens."""
OLDEN = frozenset((olden.ARJ, olden.WARC))
"""Archives that we open ourselves."""
EBCDIC = "text/x-ebcdic"
PACKED = frozenset(("application/x-compress", "application/zstd", "application/x-lz4", "application/x-lzip"))
"""What is packed by itself, and libarchive unpacks."""
IMAGES = frozenset((images.RAW, images.EWF, images.VDI, "application/x-bitlocker-volume", *images.FIRST.values()))
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (
    ("encryptedpackage", ENCRYPTED_OFFICE),
    ("__properties_version1.0", MSG),
    ("worddocument", WORD),
    ("powerpoint document", SLIDES),
    ("pp97_dualstorage", SLIDES),
    ("workbook", SHEETS),
    ("visiodocument", VISIO),
    ("quill", PUBLISHER),
    ("book", SHEETS),
    ("nativecontent_main", QUATTRO),
    ("fileheader", HANGUL),
)
"""Names of streams in files of old office programs, and what has them; the first that is there."""
_FIRST = (
    (b"!BDN", PST),
    (b"\x1f\x8b", GZIP),
    (b"BZh", BZIP2),
    (b"\xfd7zXZ\0", XZ),
    (b"ID3", MPEG),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"RIFF", "application/x-riff"),
    (b"\x1aE\xdf\xa3", "video/x-matroska"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"ITSF", "application/vnd.ms-htmlhelp"),
    (b"AC10", "image/vnd.dwg"),
    (b"Rar!\x1a\x07", RAR),
    (b"MSCF\0\0\0\0", CAB),
    (b"070701", "application/x-cpio"),
    (b"070702", "application/x-cpio"),
    (b"070707", "application/x-cpio"),
    (b"\xc7\x71", "application/x-cpio"),
    (b"xar!", "application/x-xar"),
    (b"!<arch>\n", "application/x-archive"),
    (b"\x1f\x9d", "application/x-compress"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"\x04\x22\x4d\x18", "application/x-lz4"),
    (b"LZIP", "application/x-lzip"),
    (b"\x09\0\x04\0", SHEETS),
    (b"\x09\x02\x06\0", SHEETS),
    (b"\x09\x04\x06\0", SHEETS),
    (b"\x09\x08\x08\0\0\x05", SHEETS),
    (b"\x01\0\0\0", EMF),
    (b"\xd7\xcd\xc6\x9a", WMF),
    (b"\x01\0\x09\0\0\x03", WMF),
    (b"\xffWPC", "application/vnd.wordperfect"),
    (b"\xdb\xa5-\0", WORD),
    (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1\x53\x78\xd0\x29\x96\xd3", ONENOTE),
    (b"bplist00", PROPERTIES),
    (b"\x78\x9f\x3e\x22", TNEF),
    (b"EVF\t\r\n\xff\0", images.EWF),
    (b"EVF2\r\n\x81\0", images.EWF),
    (b"%!PS", "application/postscript"),
    (b"# Disk DescriptorFile", kinds.TEXT.media),
    (b"WARC/1.", olden.WARC),
    (b"WARC/0.", olden.WARC),
    (b"\x60\xea", olden.ARJ),
)
OWN_BEGINNINGS = tuple(first for first, _ in _FIRST if len(first) > 3)  # noqa: PLR2004 - fewer are met by chance
_ZIPPED = (
    ("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroenabled.12"),
    ("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
_TOLD = re.compile(rb"application/(vnd\.oasis\.opendocument\.[a-z-]+|epub\+zip)\Z")
"""What a ZIP says of itself that is believed; it is opened as a ZIP where it says anything else, or only says so."""
_MAIN = "content.xml"
"""What every OpenDocument file holds (ODF 1.2, part 3, 2.2.1)."""
_IWORK = (
    ("index.apxl", "application/x-iwork-keynote-sffkey"),
    ("Index/Presentation.iwa", "application/x-iwork-keynote-sffkey"),
    ("Index/Document.iwa", "application/x-iwork-pages-sffpages"),
    ("Index/Tables/DataList.iwa", "application/x-iwork-numbers-sffnumbers"),
)
_MBOX = re.compile(rb"From [^\n]*\d{4}[^\n]*\r?\n([!-9;-~]+:[^\n]*\n|[ \t][^\n]*\n)*[!-9;-~]+:", re.DOTALL)
_TAR_AT = 257
_ISO_AT = 32769
_FRAMES = (b"\xff\xfb", b"\xff\xfa", b"\xff\xf3", b"\xff\xf2")
_ZLIB = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
_DBF = (b"\x03", b"\x30", b"\x31", b"\x83", b"\x8b", b"\xf5")
_SMALL, _SPACE, _FEWEST = bytes((*range(0x81, 0x8A), *range(0x91, 0x9A), *range(0xA2, 0xAA))), b"\x40", 64
"""Small letters and the space, as EBCDIC has them; from how many bytes on they tell anything."""
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
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK\x03\x04", b"PK00PK\x03\x04")):
        return _packed(subject)
    if head.startswith(COMPOUND):
        return _old_office(subject)
    if head[_TAR_AT : _TAR_AT + 5] == b"ustar":
        return TAR
    if media := images.of_mac(subject.end(head)):
        return media
    if head.startswith(b"From ") and _MBOX.match(head[:65536]):
        return MBOX
    for first, media in _FIRST:
        if head.startswith(first) and (media != EMF or head[40:44] == b" EMF"):
            return media
    if head[4:8] == b"ftyp":
        return "image/heic" if head[8:12] in (b"heic", b"heix", b"mif1") else FILM
    return ciphered.recognised(head) or _otherwise(subject, head)


def _otherwise(subject: Subject, head: bytes) -> str:
    """What has no first bytes of its own: pictures of disks, archives of old, text."""
    if head[_ISO_AT : _ISO_AT + 5] == b"CD001":
        return ISO
    if head[2:5] == b"-lh" and head[6:7] == b"-":
        return "application/x-lha"
    if head[8:12] == b"0M3C":
        return CADKEY
    if _old_tar(head):
        return TAR
    if head[:2] in _FRAMES:
        return MPEG
    if head[:2] in _ZLIB and _unpacks(head):
        return ZLIB
    if head[:1] in _DBF and _is_table(head, subject.size):
        return DBASE
    media = images.recognised(head, subject.size) or kinds.recognised(head).media
    if media == kinds.OCTETS and kinds.begins_as_page(head):
        return kinds.HTML.media  # with other bytes in it, as where a disk was damaged
    return EBCDIC if media in (kinds.OCTETS, kinds.TEXT.media) and _is_ebcdic(head[:4096]) else media


def _is_ebcdic(head: bytes) -> bool:
    """Whether it is text as large machines of IBM write it: most of it small letters and spaces of theirs."""
    small, spaces = len(head) - len(head.translate(None, _SMALL)), head.count(_SPACE)
    return len(head) >= _FEWEST and small > (len(head) - spaces) / 2 and spaces > len(head) / 20 > 5 * head.count(b" ")


def _unpacks(head: bytes) -> bool:
    try:
        return bool(zlib.decompressobj().decompress(head[:4096], 64))
    except zlib.error:
        return False


def _is_table(head: bytes, size: int) -> bool:
    """Whether it is a table of dBase: as many rows of such a length as it says, after a head of such a length."""
    if len(head) < 32 or not (1 <= head[2] <= 12 and 1 <= head[3] <= 31):  # noqa: PLR2004 - month and day
        return False
    rows, begins, length = struct.unpack_from("<IHH", head, 4)
    return bool(begins >= 33 and length > 0 and 0 <= size - (begins + rows * length) <= 1024)  # noqa: PLR2004 - its end


def _old_tar(head: bytes) -> bool:
    """Whether it begins with the head of a TAR from before these had a mark: by the sum that stands in it."""
    block = head[:512]
    told = block[148:156].strip(b" \0")
    if len(block) < 512 or not block[0] or not re.fullmatch(rb"[0-7]{1,7}", told):  # noqa: PLR2004 - a block of TAR
        return False
    return int(told, 8) == sum(block) - sum(block[148:156]) + 8 * 0x20


def _packed(subject: Subject) -> str:
    subject.file.seek(0)
    try:
        with zipfile.ZipFile(subject.file) as opened:
            names = set(opened.namelist())
            told = opened.open("mimetype").read(200).strip() if "mimetype" in names else b""
    except Exception:  # what is wrong with it, unpacking says
        return kinds.ZIP.media
    if _TOLD.match(told) and (_MAIN in names or b"epub" in told):
        return told.decode("ascii")
    if "[Content_Types].xml" in names:
        return next((media for name, media in _ZIPPED if name in names), kinds.ZIP.media)
    return next((media for name, media in _IWORK if name in names), kinds.ZIP.media)


def _old_office(subject: Subject) -> str:
    """By the names of its streams, in whatever letters; of a damaged file, by what looks like such names."""
    try:
        large = subject.size > _MOST_LOOKED_AT
        with olefile.OleFileIO(subject.file) if large else compound.opened(subject) as opened:
            names = {path[0].lower() for path in opened.listdir(streams=True, storages=True)}
        found = next((media for name, media in _STREAMS if name in names), "")
    except Exception:  # what is wrong with it, reading it says
        found = ""
    lower = b"" if found else subject.head(_MOST_LOOKED_AT).lower()
    return found or next((media for name, media in _STREAMS[:-3] if name.encode("utf-16-le") in lower), OLE)
