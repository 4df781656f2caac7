"""Files made to break what reads them: each ends in its state, within its limits, and what lies beside it is read."""

import base64
import bz2
import gzip
import io
import struct
import tarfile
import zipfile
import zlib
from dataclasses import replace
from functools import cache
from importlib.util import find_spec

import pytest

from rogatory.material.items import Kind, State
from rogatory.sifting.stages import archives
from rogatory.sifting.stages.compound import written
from tests.sifting import made
from tests.sifting.seizures import MIB, SMALL, Read, letter, sealed, tarred, zipped

SEVEN_BOMB = base64.b85decode(
    "H+sCUCma9-O36(Kf&c&j000006aWAK00000UZUAeLRx4!F+o`-Q(2DrOVR+qz`%gO000622p|A3%mpc?fS@ge3Ig$WBvXY62=A1=AOQeO0"
    "R#pB0SPex2MYlJ0RsdA0u12*0Du4p3ITDS(n|mU1pyfZ000005e)!(0A&Dj0B-<u0000K3IPD126o%RfZYKV1_1ydfPjGj000*TF#!ot0"
    "0#>J00AK(0T>KT000"
)
"""A 7z of 182 bytes, and 24 MiB of zeros in it."""
MANY = 1000
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "ha">{_LAUGHS}]>'.encode()


def png(width, height):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(64))) + chunk(b"IEND", b"")


def jpeg(width, height):
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0"
    return (
        b"\xff\xd8\xff\xc0"
        + struct.pack(">H", 2 + len(frame))
        + frame
        + b"\xff\xda\0\x08\1\1\0\0\x3f\0"
        + bytes(64)
        + b"\xff\xd9"
    )


def tiff(width, height):
    fields = ((256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8), (279, 4, 64))
    told = b"".join(struct.pack("<HHII", number, form, 1, value) for number, form, value in fields)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(fields)) + told + bytes(4) + bytes(64)


def office(part, document):
    return zipped({"[Content_Types].xml": b"<Types/>", part: document})


def overlapping(count):
    """A ZIP whose directory names the same packed bytes again and again."""
    data = zlib.compressobj(wbits=-15)
    packed = data.compress(bytes(MIB)) + data.flush()
    name, sums = b"zeros", (zlib.crc32(bytes(MIB)), len(packed), MIB)
    body = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 0, *sums, len(name), 0) + name + packed
    one = struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 0, *sums, len(name), 0, 0, 0, 0, 0, 0) + name
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, count * len(one), len(body), 0)
    return body + one * count + end


def linked():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("link")
        info.create_system, info.external_attr = 3, 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


def deep_mail(depth):
    """A message in a message in a message."""
    data = letter("the innermost", "At the bottom.")
    for level in range(depth):
        told = f"Subject: level {level}\r\nFrom: a@x.example\r\nMIME-Version: 1.0\r\n"
        head = f'{told}Content-Type: multipart/mixed; boundary="b{level}"'
        data = (f"{head}\r\n\r\n--b{level}\r\nContent-Type: message/rfc822\r\n\r\n".encode() + data
                + f"\r\n--b{level}--\r\n".encode())  # fmt: skip
    return data


def wide_mail(depth):
    """Parts in parts in one message."""
    opened = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(depth))
    return f"From: a@x.example\r\nSubject: parts\r\nMIME-Version: 1.0\r\n{opened}\r\nAt the bottom.".encode()


def pdf_of(pages, stream=b""):
    """A PDF that says how many pages it has."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count %d>>" % pages,
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>",
               b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(stream), stream)]  # fmt: skip
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 5\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 5/Root 1 0 R>>startxref\n%d\n%%%%EOF" % len(out)
    )


def loop():
    """A compound file whose table leads in a ring."""
    data = bytearray(written({"WordDocument": bytes(40 * 256)}))
    start = data.rindex(struct.pack("<4I", 1, 2, 3, 4))
    struct.pack_into("<I", data, start + 12, 0)
    return bytes(data)


def in_outlook(depth):
    """A message of Outlook in another, in another."""
    tree = made.outlook("the innermost", "At the bottom.", alone=False)
    for level in range(depth):
        tree = made.outlook(f"level {level}", "Above.", inside=tree, alone=False)
    return made.outlook("outermost", "Above all.", inside=tree)


@cache
def files():
    """Made where they are read: to pack so much takes seconds, and every process of the tests imports this."""
    layers = zipped(
        {f"{n}.zip": zipped({f"{m}.zip": zipped({"zeros": bytes(4 * MIB)}) for m in range(4)}) for n in range(4)}
    )
    return {
        "flood.png": png(60_000, 60_000),
        "flood.jpg": jpeg(65_500, 65_500),
        "flood.tif": tiff(200_000, 200_000),
        "laughs.docx": office("word/document.xml", LAUGHS + b"<w:document><w:t>kept words &l9;</w:t></w:document>"),
        "laughs.xlsx": office("xl/workbook.xml", LAUGHS + b'<workbook><sheet name="&l9;"/></workbook>'),
        "laughs.odt": zipped({"mimetype": b"application/vnd.oasis.opendocument.text",
                              "content.xml": LAUGHS + b"<t>&l9;</t>"}),
        "laughs.svg": LAUGHS + b"<svg><text>kept words &l9;</text></svg>",
        "layers.zip": layers,
        "overlapping.zip": overlapping(200),
        "linked.zip": linked(),
        "many.zip": zipped({f"{n}": b"" for n in range(MANY)}),
        "bomb.7z": SEVEN_BOMB,
        "bomb.gz": gzip.compress(bytes(40 * MIB), mtime=0),
        "bomb.bz2": bz2.compress(bytes(40 * MIB)),
        "bomb.zlib": zlib.compress(bytes(40 * MIB)),
        "bomb.pgp": made.literal(b"zeros", bytes(80 * MIB)),
        "bomb.tar.gz": gzip.compress(tarred([(tarfile.TarInfo("zeros"), bytes(30 * MIB))]), mtime=0),
        "deep.eml": deep_mail(40),
        "wide.eml": wide_mail(4000),
        "deep.msg": in_outlook(20),
        "pages.pdf": pdf_of(2_000_000_000),
        "stream.pdf": pdf_of(1, zlib.compress(b"BT /F1 1 Tf (a) Tj ET\n" * 1_500_000)),
        "loop.doc": loop(),
        "shared.xls": written(
            {"Workbook": struct.pack("<HHHH12xHHII", 0x809, 16, 0x600, 5, 0xFC, 8, *[2**32 - 1] * 2)}
        ),
        "drawing.emf": made.emf("x")[:-28] + struct.pack("<II", 84, 2**32 - 1),
        "braces.rtf": rb"{\rtf1 " + b"{" * 200_000,
        "beside.txt": b"Words that lie beside.",
    }  # fmt: skip


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    found = Read(sealed(tmp_path_factory.mktemp("hostile"), files()))
    yield found
    found.ledger.close()


def test_whatever_a_file_does_it_ends_in_a_state_and_what_lies_beside_it_is_read(read):
    assert read.counts.waiting == 0
    assert sum(read.counts.states.values()) == read.counts.contents
    assert read.text(b"beside.txt") == "Words that lie beside."


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("flood.png", "empty"),
        ("flood.jpg", "empty"),
        ("flood.tif", "empty"),
        ("laughs.docx", "ok"),
        ("laughs.xlsx", "partial"),
        ("laughs.odt", "crash"),
        ("laughs.svg", "ok"),
        ("layers.zip", "ok"),
        ("overlapping.zip", "partial"),
        ("many.zip", "partial"),
        ("bomb.gz", "partial"),
        ("bomb.bz2", "partial"),
        ("bomb.zlib", "partial"),
        ("bomb.pgp", "partial"),
        ("bomb.tar.gz", "partial"),
        ("deep.eml", "ok"),
        ("wide.eml", "ok"),
        ("deep.msg", "ok"),
        ("pages.pdf", "empty"),
        ("stream.pdf", "ok"),
        ("loop.doc", "crash"),
        ("shared.xls", "empty"),
        ("drawing.emf", "ok"),
        ("braces.rtf", "empty"),
    ],
)
def test_each_ends_in_its_state_and_gives_no_more_than_it_holds(read, name, state):
    assert read.state(name.encode()) == state
    assert len(read.text(name.encode())) <= len(files()[name])


def test_a_bomb_in_a_7z_is_stopped_as_any_other(read):
    opened = find_spec("py7zr") or archives.libarchive
    assert read.state(b"bomb.7z") == ("partial" if opened else "unsupported")


def test_nothing_unpacked_is_larger_than_the_budget_of_what_was_sealed(read):
    sizes = [size for _, size, _, _ in read.ledger.all_contents()]
    assert max(sizes) < SMALL.unpacked
    assert sum(sizes) < sum(map(len, files().values())) + SMALL.unpacked


def test_what_lies_in_layers_is_stopped_at_the_layer_that_grows(read):
    inner = read.item(b"layers.zip", b"0.zip", b"0.zip").content
    assert read.ledger.state(inner).value == "partial"


def test_containers_that_go_on_end_at_the_depth_allowed(read):
    for name in (b"deep.eml", b"deep.msg"):
        content, depth = read.item(name).content, 0
        while inside := read.ledger.items(parent=content):
            content, depth = inside[-1].content, depth + 1
        assert depth == SMALL.depth + 1
        assert read.ledger.state(content).value == "partial"


def test_a_link_in_a_zip_holds_where_it_leads_and_is_not_followed(read):
    (link,) = read.ledger.items(parent=read.item(b"linked.zip").content)
    assert (link.kind, read.ledger.text(link.content)) == (Kind.FILE, "/etc/passwd")
    assert "link" in read.ledger.says(link.ident)


def test_pictures_of_impossible_size_are_not_drawn_where_letters_are_looked_for(tmp_path):
    floods = {name: data for name, data in files().items() if name.startswith("flood")}
    found = Read(sealed(tmp_path, floods), budget=replace(SMALL, ocr=True))
    assert set(found.counts.states) <= {State.EMPTY, State.PARTIAL, State.CRASH}
    found.ledger.close()
