"""Files of kinds that no library here writes, made by hand: as small as their readers accept."""

import ctypes
import struct
import zlib
from base64 import b64encode
from datetime import UTC, datetime, timedelta
from hashlib import new, sha512
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped] # it ships no types
from cryptography import x509
from cryptography.hazmat.decrepit.ciphers.algorithms import ARC4
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
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


def disk(name, data, below=0):
    """A disk of 1.44 MB with one file on it, below so many folders; beside the first, a file that was deleted."""
    boot = struct.pack("<3s8sHBHBHHBHHHII", b"\xeb\x3c\x90", b"MSDOS5.0", 512, 1, 1, 2, 224, 2880, 0xF0, 9, 18, 2, 0, 0)
    boot += struct.pack("<BBBI11s8s", 0, 0, 0x29, 1, b"EVIDENCE   ", b"FAT12   ")
    boot = boot.ljust(510, b"\0") + b"\x55\xaa"
    table = (b"\xf0\xff\xff" + b"\xff\xff\xff" * (1 + below)).ljust(9 * 512, b"\0")
    entries = [struct.pack("<11sB10xHHHI", b"BELOW      ", 0x10, 0, 0x5A21, 2 + place, 0) for place in range(below)]
    entries.append(struct.pack("<11sB10xHHHI", name, 0x20, 0, 0x5A21, 2 + below, len(data)))
    gone = struct.pack("<11sB10xHHHI", b"\xe5ONE    TXT", 0x20, 0, 0x5A21, 3 + below, 5)
    folders = (entries[0] + gone).ljust(224 * 32, b"\0")
    inside = b"".join(entry.ljust(512, b"\0") for entry in entries[1:])
    return (boot + table + table + folders + inside + data).ljust(2880 * 512, b"\0")


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


def word(text, objects=None, *, fine=True, data=b""):
    """A Word file of one run of text; one that is not fine is read by no better reader."""
    letters = _wide(text)
    main = bytearray(0x800)
    struct.pack_into("<HH", main, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", main, 10, 0x200)
    pieces = b"\x02" + struct.pack("<III", 16, 0, len(text)) + struct.pack("<HIH", 0, 0x800, 0)
    struct.pack_into("<II", main, 0x1A2, 0, len(pieces))
    tree = {"WordDocument" if fine else "WORDDOCUMENT": bytes(main) + letters, "1Table": pieces}
    return written({**tree, **({"ObjectPool": {"_1": objects}} if objects else {}),
                    **({"Data": data} if data else {})})  # fmt: skip


def drawn(drawing):
    """A drawing as it lies among the pictures of a Word file."""
    packed = zlib.compress(drawing)
    body = bytes(16) + struct.pack("<I24xIBB", len(drawing), len(packed), 0, 254) + packed
    return bytes(68) + struct.pack("<HHI", 0x3D40, 0xF01A, len(body)) + body


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


def sheets(name, shared, number=0.0, word="", more=b"", old=b""):
    """An Excel file: the name of a sheet, texts that cells share, more records, a number; under a lock of this word.

    Beside it the same for old programs, or what is said to be the same.
    """
    count = struct.pack("<II", len(shared), len(shared))
    texts = b"".join(struct.pack("<HB", len(text), 1) + _wide(text) for text in shared)
    book = _record(0x809, b"\0\x06\x05\0" + bytes(12))
    book += _record(0x85, bytes(6) + bytes((len(name), 0)) + name.encode()) + _record(0xFC, count + texts) + more
    book += b"".join(_record(0xFD, struct.pack("<HHHI", row, 0, 0, row)) for row in range(len(shared)))
    book += _record(0x203, bytes(6) + struct.pack("<d", number)) + _record(0x0A, b"")
    return written({"Workbook": _locked(book, word) if word else book} | ({"Book": old} if old else {}))


def old_sheets(begins, *texts):
    """An Excel file of the first kind: texts in cells, which tell their length in so many bytes."""
    cells = (_record(0x04, bytes(7) + len(text).to_bytes(wide, "little") + text) for wide, text in texts)
    head = b"\2\0\x10\0" if begins == 0x09 else b"\0\0\x10\0\0\0"
    return _record(begins, head) + b"".join(cells) + _record(0x0A, b"")


def reaching(rows, columns):
    """What a table says of itself: that it reaches so far."""
    return _record(0x200, struct.pack("<IIHHH", 0, rows, 0, columns, 0))


def cells():
    """A number of sixteen digits, a day in two forms, what formulas come to, and a text in two records."""
    shown = _record(0x41E, struct.pack("<HHB", 164, 10, 0) + b'dd"."mm.yy')
    looks = b"".join(_record(0xE0, struct.pack("<HH16x", 0, form)) for form in (0, 14, 164))
    numbers = b"".join(_record(0x203, struct.pack("<HHHd", 0, 0, look, value))
                       for look, value in ((0, 2007200236961520.0), (1, 39083.0), (2, 39084.5)))  # fmt: skip
    truth = _record(0x06, struct.pack("<HHHBxBxxxH8x", 0, 0, 0, 1, 1, 0xFFFF)) + _record(0x205, bytes(6) + b"\x07\1")
    came = _record(0x06, struct.pack("<HHHd8x", 0, 0, 0, 12.25))
    text = (
        _record(0x207, struct.pack("<HB", 16, 1))
        + _record(0x3C, b"\0words in ")
        + _record(0x3C, b"\1" + _wide("records"))
    )
    return shown + looks + numbers + came + truth + text


def _locked(book, word):
    """The records of an Excel file, each enciphered with RC4 as Excel 97 did it (MS-OFFCRYPTO 2.3.6)."""
    salt = bytes(range(16))

    def md5(data):
        return new("md5", data, usedforsecurity=False).digest()

    def streamed(number):
        found = md5((md5(_wide(word))[:5] + salt) * 16)[:5]
        return Cipher(ARC4(md5(found + struct.pack("<I", number))), None).encryptor().update

    proof = streamed(0)
    book = book[:20] + _record(0x2F, struct.pack("<3H", 1, 1, 1) + salt + proof(salt) + proof(md5(salt))) + book[20:]
    noise, out, at = b"".join(streamed(number)(bytes(1024)) for number in range(-(-len(book) // 1024))), b"", 0
    while at < len(book):
        kind, length = struct.unpack_from("<HH", book, at)
        plain = {0x809: length, 0x2F: length, 0x85: 4}.get(kind, 0) + 4
        inside = slice(at + plain, at + 4 + length)
        out += book[at : at + plain] + bytes(a ^ b for a, b in zip(book[inside], noise[inside], strict=True))
        at += 4 + length
    return out


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


def table(name, rows, deleted=()):
    """A table of dBase with one column; rows that were deleted come last."""
    width = 20
    head = struct.pack("<B3BIHH20x", 3, 126, 3, 2, len(rows) + len(deleted), 65, width + 1)
    head += struct.pack("<11sc4xB15x", name.encode(), b"C", width) + b"\r"
    marked = [*((b" ", row) for row in rows), *((b"*", row) for row in deleted)]
    return head + b"".join(mark + row.ljust(width) for mark, row in marked) + b"\x1a"


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


def hangul(text, *, given_out=False):
    """A file of Hangul with one paragraph; one that is given out is under a lock whose key lies beside it."""
    body = struct.pack("<I", 67 | 2 * len(text) << 20) + _wide(text)
    packer = zlib.compressobj(wbits=-15)
    body = packer.compress(body) + packer.flush()
    head = bytes(36) + struct.pack("<I", 5 if given_out else 1)
    if not given_out:
        return written({"FileHeader": head, "BodyText": {"Section0": body}})
    seed, sign, left, hidden = 0, 0, 0, bytearray(256)
    for at in range(256):
        if not left:
            seed = (seed * 214013 + 2531011) & 0xFFFFFFFF
            sign = seed >> 16 & 0xFF
            seed = (seed * 214013 + 2531011) & 0xFFFFFFFF
            left = (seed >> 16 & 0xF) + 1
        hidden[at] = 0 if at < 4 else sign ^ (b"the key is here!" + bytes(240))[at - 4]
        left -= 1
    maker = Cipher(algorithms.AES(b"the key is here!"), modes.ECB()).encryptor()  # noqa: S305 - theirs
    body = struct.pack("<I", 28 | 256 << 20) + hidden + maker.update(body + bytes(-len(body) % 16))
    return written({"FileHeader": head, "ViewText": {"Section0": body}})


def box(name, *inside):
    """A box of a film."""
    body = b"".join(inside)
    return struct.pack(">I", 8 + len(body)) + name + body


def film(title):
    """A film that says what it is called, after its pictures."""
    told = box(b"\xa9nam", box(b"data", struct.pack(">II", 1, 0), title.encode()))
    about = box(b"udta", box(b"meta", bytes(4), box(b"hdlr", bytes(25)), box(b"ilst", told)))
    return box(b"ftyp", b"M4A ", bytes(4)) + box(b"mdat", bytes(300)) + box(b"moov", about)


def quattro(text):
    """A table of Quattro Pro with one text."""
    body = struct.pack("<IIIHB", 1, 1, 0, len(text) + 1, 0) + text.encode() + b"\0"
    return written({"NativeContent_MAIN": struct.pack("<HHI", 1, 4, 0) + struct.pack("<HH", 0x407, len(body)) + body})


def cadkey(about, text, layer):
    """A drawing of CADKEY: what is said of it, what was written on it, and the name of a layer."""
    head = b"\xa5\x0f\xf0\x5a\x1e\x02\0\0000M3C".ljust(30, b"\0") + b"202601011200" + about.ljust(80, b"\0")
    return head + struct.pack("<H", len(text) + 1) + text + b"\0\5\x81\0\xff" + layer.ljust(20, b"\0")


def arj(name, data):
    """An ARJ of one member that is not packed, and one that is."""

    def head(kind, form, name, size):
        told = struct.pack("<8B4xIII6x", 30, 6, 1, 0, 0, form, kind, 0, size, size, zlib.crc32(data)) + name + b"\0\0"
        return b"\x60\xea" + struct.pack("<H", len(told)) + told + struct.pack("<IH", zlib.crc32(told), 0)

    return (head(2, 0, b"made.arj", 0) + head(0, 0, name, len(data)) + data + head(0, 1, b"packed.txt", 3) + b"abc"
            + b"\x60\xea\0\0")  # fmt: skip


def warc(where, page):
    """A page of the web as a crawler kept it."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    told = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + where
    return told + b"\r\nContent-Length: %d\r\n\r\n" % len(answer) + answer + b"\r\n\r\n"


def sheltered(data, word="VelvetSweatshop", times=10, about=""):
    """A file of office programs under a lock of this word, hashed so many times; what stands before it in the XML."""
    salt, inside = bytes(range(16)), b"a key of 16 byte"

    def hidden(data, key, begin):
        return Cipher(algorithms.AES(key), modes.CBC(begin)).encryptor().update(data + bytes(-len(data) % 16))

    found = sha512(salt + _wide(word)).digest()
    for number in range(times):
        found = sha512(number.to_bytes(4, "little") + found).digest()

    def told(purpose, data):
        return b64encode(hidden(data, sha512(found + bytes.fromhex(purpose)).digest()[:16], salt)).decode()

    form = f'keyBits="128" hashAlgorithm="SHA512" saltValue="{b64encode(salt).decode()}"'
    about += '<encryption xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password">'
    about += f'<keyData blockSize="16" {form}/><dataIntegrity/><p:encryptedKey spinCount="{times}" {form} '
    about += f'encryptedVerifierHashInput="{told("fea7d2763b4b9e79", salt)}" '
    about += f'encryptedVerifierHashValue="{told("d7aa0f6d3061344e", sha512(salt).digest())}" '
    about += f'encryptedKeyValue="{told("146e0be7abacd0d6", inside)}"/></encryption>'
    package = struct.pack("<Q", len(data))
    for number, at in enumerate(range(0, len(data), 4096)):
        begin = sha512(salt + struct.pack("<I", number)).digest()[:16]
        package += hidden(data[at : at + 4096], inside, begin)
    return written({"EncryptionInfo": b"\4\0\4\0\x40\0\0\0" + about.encode(), "EncryptedPackage": package})


def torn_pdf(text, root=b"/Root 1 0 R", shown=b"/F1 9 Tf "):
    """A PDF of one page whose table is not there, and whose last part may not say where to begin."""
    page = b"BT %s(%s) Tj ET" % (shown, text)
    objects = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
               b"<</Length %d>>\nstream\n%s\nendstream" % (len(page), page),
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")  # fmt: skip
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer\n<</Size 6 %s>>\n%%%%EOF" % root
