"""Files of kinds that no library here writes, made by hand: as small as their readers accept."""

import ctypes
import struct
import zlib
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped] # it ships no types
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs7
from pypdfium2 import raw as pdfium

from rogatory.sifting.stages.compound import written


def rar(name, data):
    """A RAR of one member, not packed."""

    def block(kind, flags, body, more=b""):
        head = struct.pack("<BHH", kind, flags, 7 + len(body)) + body
        return struct.pack("<H", zlib.crc32(head) & 0xFFFF) + head + more

    size = len(data)
    told = struct.pack("<IIBIIBBHI", size, size, 3, zlib.crc32(data), 0, 20, 0x30, len(name), 0o100644) + name
    return b"Rar!\x1a\x07\0" + block(0x73, 0, bytes(6)) + block(0x74, 0x8000, told, data) + block(0x7B, 0x4000, b"")


def cpio(**members):
    """A CPIO of files."""
    out = b""
    for name, data in [*members.items(), ("TRAILER!!!", b"")]:
        fields = (0, 0o100644, 0, 0, 1, 0, len(data), 0, 0, 0, 0, len(name) + 1, 0)
        head = b"070701" + b"".join(b"%08x" % field for field in fields) + name.encode() + b"\0"
        out += head + bytes(-len(head) % 4) + data + bytes(-len(data) % 4)
    return out


def disk(name, data):
    """A disk of 1.44 MB with one file on it, and one that was deleted."""
    boot = struct.pack("<3s8sHBHBHHBHHHII", b"\xeb\x3c\x90", b"MSDOS5.0", 512, 1, 1, 2, 224, 2880, 0xF0, 9, 18, 2, 0, 0)
    boot += struct.pack("<BBBI11s8s", 0, 0, 0x29, 1, b"EVIDENCE   ", b"FAT12   ")
    boot = boot.ljust(510, b"\0") + b"\x55\xaa"
    table = (b"\xf0\xff\xff" + b"\xff\xff\xff").ljust(9 * 512, b"\0")
    entry = struct.pack("<11sB10xHHHI", name, 0x20, 0, 0x5A21, 2, len(data))
    gone = struct.pack("<11sB10xHHHI", b"\xe5ONE    TXT", 0x20, 0, 0x5A21, 3, 5)
    folders = (entry + gone).ljust(224 * 32, b"\0")
    return (boot + table + table + folders + data).ljust(2880 * 512, b"\0")


def signed_and_enciphered(data):
    """The same content signed (S/MIME, opaque) and enciphered."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Ada Roe")])
    begins = datetime(2026, 1, 1, tzinfo=UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
        .not_valid_before(begins).not_valid_after(begins + timedelta(days=365)).sign(key, hashes.SHA256())
    )  # fmt: skip
    form = serialization.Encoding.DER
    signed = pkcs7.PKCS7SignatureBuilder().set_data(data).add_signer(certificate, key, hashes.SHA256())
    hidden = pkcs7.PKCS7EnvelopeBuilder().set_data(data).add_recipient(certificate)
    return signed.sign(form, [pkcs7.PKCS7Options.Binary]), hidden.encrypt(form, [pkcs7.PKCS7Options.Binary])


def packet(kind, body):
    """A packet of OpenPGP."""
    return bytes((0xC0 | kind, 0xFF)) + struct.pack(">I", len(body)) + body


def literal(name, data):
    """A message of OpenPGP that is packed, and neither signed nor enciphered."""
    inside = packet(11, b"b" + bytes((len(name),)) + name + bytes(4) + data)
    packer = zlib.compressobj(wbits=-15)
    return packet(8, b"\x01" + packer.compress(inside) + packer.flush())


def enciphered_to_somebody():
    """A message of OpenPGP to a key."""
    return packet(1, b"\x03" + b"\x11" * 8 + b"\x01" + b"\x08\0" + bytes(256)) + packet(18, b"\x01" + bytes(64))


def pdf(attached=(), note="", pages=1):
    """A PDF without words on its pages, with files attached and a note on the first."""
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(200, 200)
    for name, data in attached:
        document.new_attachment(name).set_data(data)
    if note:
        page = document[0]
        made = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_TEXT)
        words = ctypes.create_string_buffer((note + "\0").encode("utf-16-le"))
        pdfium.FPDFAnnot_SetStringValue(made, b"Contents", ctypes.cast(words, ctypes.POINTER(pdfium.FPDF_WCHAR)))
        pdfium.FPDFPage_CloseAnnot(made)
        page.close()
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _wide(text):
    return text.encode("utf-16-le")


def word(text, objects=None, *, fine=True):
    """A Word file of one run of text; one that is not fine is read by no better reader."""
    letters = _wide(text)
    main = bytearray(0x800)
    struct.pack_into("<HH", main, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", main, 10, 0x200)
    pieces = b"\x02" + struct.pack("<III", 16, 0, len(text)) + struct.pack("<HIH", 0, 0x800, 0)
    struct.pack_into("<II", main, 0x1A2, 0, len(pieces))
    tree = {"WordDocument" if fine else "WORDDOCUMENT": bytes(main) + letters, "1Table": pieces}
    return written({**tree, **({"ObjectPool": {"_1": objects}} if objects else {})})


def dragged_in(name, data):
    """What a user dragged into a document, as it lies there."""
    path = b"C:\\" + name + b"\0"
    body = struct.pack("<H", 2) + name + b"\0" + path + struct.pack("<HHI", 0, 3, len(path)) + path
    body += struct.pack("<I", len(data)) + data
    return struct.pack("<I", len(body)) + body


def packed_rich(text):
    """An RTF as Outlook keeps it packed."""
    packed = b"".join(b"\0" + text[at : at + 8] for at in range(0, len(text), 8))
    return struct.pack("<II4sI", len(packed) + 12, len(text), b"LZFu", 0) + packed


def winmail(text, name, data):
    """What Outlook wraps a message in: its text, packed, and a file attached."""
    body = packed_rich(text)
    told = struct.pack("<IHHII", 1, 0x102, 0x1009, 1, len(body)) + body + bytes(-len(body) % 4)
    long_name = _wide(name + "\0")
    named = struct.pack("<IHHII", 1, 0x1F, 0x3707, 1, len(long_name)) + long_name + bytes(-len(long_name) % 4)
    parts = ((1, 0x69003, told), (2, 0x69002, bytes(14)), (2, 0x6800F, data), (2, 0x69005, named))
    sent = (struct.pack("<BII", level, number, len(one)) + one + bytes(2) for level, number, one in parts)
    return bytes.fromhex("789f3e220000") + b"".join(sent)


def rich(name, data):
    """An RTF with a file dragged into it."""
    inside = dragged_in(name, data)[4:]
    told = struct.pack("<III", 0x501, 2, 8) + b"Package\0" + struct.pack("<III", 0, 0, len(inside)) + inside
    return rb"{\rtf1 before{\object\objemb{\*\objdata " + told.hex().encode() + rb"}}after}"


def _record(kind, body):
    return struct.pack("<HH", kind, len(body)) + body


def sheets(name, shared, number=0.0):
    """An Excel file: the name of a sheet, texts that cells share, a number."""
    count = struct.pack("<II", len(shared), len(shared))
    texts = b"".join(struct.pack("<HB", len(text), 1) + _wide(text) for text in shared)
    book = _record(0x809, b"\0\x06\x05\0" + bytes(12))
    book += _record(0x85, bytes(6) + bytes((len(name), 0)) + name.encode()) + _record(0xFC, count + texts)
    book += b"".join(_record(0xFD, struct.pack("<HHHI", row, 0, 0, row)) for row in range(len(shared)))
    book += _record(0x203, bytes(6) + struct.pack("<d", number)) + _record(0x0A, b"")
    return written({"Workbook": book})


def slide(text):
    """The records of a slide, one inside the other."""
    run = struct.pack("<HHI", 0, 4000, 2 * len(text)) + _wide(text)
    return struct.pack("<HHI", 0xF, 1006, len(run)) + run


def plan(text):
    """A Visio file of one packed stream, named by the one that names all others."""
    letters = _wide(text)
    packed = b"".join(b"\xff" + (bytes(4) + letters)[at : at + 8] for at in range(0, len(letters) + 4, 8))
    start = 0x100
    told = struct.pack("<IIII", 8, 0, 1, 0) + struct.pack("<IIIIH", 0, 0, start, len(packed), 2)
    head = bytearray(0x100)
    struct.pack_into("<H", head, 0x1A, 11)
    struct.pack_into("<IIIIH", head, 0x24, 20, 0, start + len(packed), len(told), 0)
    return written({"VisioDocument": bytes(head) + packed + told})


def table(name, rows):
    """A table of dBase with one column."""
    width = 20
    head = struct.pack("<B3BIHH20x", 3, 126, 3, 2, len(rows), 65, width + 1)
    head += struct.pack("<11sc4xB15x", name.encode(), b"C", width) + b"\r"
    return head + b"".join(b" " + row.ljust(width) for row in rows) + b"\x1a"


def emf(text):
    """A drawing with a word in it."""
    head = struct.pack("<II32xI", 1, 88, 0x464D4520).ljust(88, b"\0")
    body = struct.pack("<16xIff8xII", 1, 1.0, 1.0, len(text), 76).ljust(68, b"\0") + _wide(text)
    body += bytes(-len(body) % 4)
    return head + struct.pack("<II", 84, 8 + len(body)) + body + struct.pack("<IIIII", 14, 20, 0, 0, 20)


def _properties(alone):
    return bytes(32 if alone else 24)


def outlook(subject, body, attached=None, inside=None, *, alone=True):
    """A message of Outlook, with a file attached and another message inside it, as its streams; bytes where alone."""
    tree = {
        "__properties_version1.0": _properties(alone),
        "__substg1.0_001A001F": _wide("IPM.Note"),
        "__substg1.0_0037001F": _wide(subject),
        "__substg1.0_1000001F": _wide(body),
        "__substg1.0_1035001F": _wide(f"<{subject.replace(' ', '')}@law.example>"),
    }
    if alone:
        tree["__nameid_version1.0"] = {"__substg1.0_00020102": bytes(16)}
    if attached:
        name, data = attached
        tree["__attach_version1.0_#00000000"] = {
            "__properties_version1.0": bytes(8), "__substg1.0_3707001F": _wide(name), "__substg1.0_37010102": data,
        }  # fmt: skip
    if inside:
        tree["__attach_version1.0_#00000001"] = {
            "__properties_version1.0": bytes(8), "__substg1.0_3001001F": _wide("forwarded"),
            "__substg1.0_3701000D": inside,
        }  # fmt: skip
    return written(tree) if alone else tree
