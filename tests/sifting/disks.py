"""Disks in the forms of virtual machines and of examiners, made by hand; they were compared with what QEMU writes."""

import plistlib
import struct
import zlib
from hashlib import new
from uuid import UUID

_MIB = 1 << 20


def blocks(disk, size):
    """A disk in blocks; None where one is empty."""
    found = [disk[at : at + size].ljust(size, b"\0") for at in range(0, len(disk), size)]
    return [block if block.strip(b"\0") else None for block in found]


def laid(kept, start, before=b""):
    """Where each block stands that is not empty, one after the other, and all of them."""
    places, out = [], b""
    for block in kept:
        places.append(None if block is None else start + len(out))
        out += b"" if block is None else before + block
    return places, out


def vhd(disk, parent=""):
    size = 1 << 16
    kept = blocks(disk, size)
    foot = struct.pack(">8sIIQIIIIQQII84x", b"conectix", 2, 0x10000, 512, 0, 0, 0, 0, len(disk), len(disk), 0,
                       4 if parent else 3).ljust(512, b"\0")  # fmt: skip
    head = struct.pack(">8sQQIII", b"cxsparse", 2**64 - 1, 1536, 0x10000, len(kept), size).ljust(64, b"\0")
    head = (head + parent.encode("utf-16-be")).ljust(1024, b"\0")
    places, out = laid(kept, 1536 + 512, b"\xff" * 512)
    table = b"".join(struct.pack(">I", 0xFFFFFFFF if place is None else place // 512) for place in places)
    return foot + head + table.ljust(512, b"\xff") + out + foot


def vhdx(disk, log=False):
    kept = blocks(disk, _MIB)
    places, out = laid(kept, 4 * _MIB)

    def guid(name):
        return UUID(name).bytes_le

    head = struct.pack("<4sIQ32x16s", b"head", 0, 7, b"\1" * 16 if log else bytes(16)).ljust(64 << 10, b"\0")
    regions = struct.pack("<4sIII", b"regi", 0, 2, 0)
    regions += struct.pack("<16sQII", guid("2dc27766-f623-4200-9d64-115e9bfd4a08"), 2 * _MIB, _MIB, 1)
    regions += struct.pack("<16sQII", guid("8b7ca206-4790-4b9a-b8fe-575f050f886e"), 3 * _MIB, _MIB, 1)
    told = ("caa16737-fa36-4d43-b3b6-33f0aa44e76b", struct.pack("<II", _MIB, 0)), (
        "2fa54224-cd1b-4876-b211-5dbed83bf4b8", struct.pack("<Q", len(disk))), (
        "8141bf1d-a96f-4709-ba47-f233a8faab5f", struct.pack("<I", 512))  # fmt: skip
    about = struct.pack("<8sHH20x", b"metadata", 0, len(told))
    for number, (name, value) in enumerate(told):
        about += struct.pack("<16sIIII", guid(name), 65536 + 16 * number, len(value), 4, 0)
    about = about.ljust(65536, b"\0") + b"".join(value.ljust(16, b"\0") for _, value in told)
    table = b"".join(struct.pack("<Q", 0 if place is None else place // _MIB << 20 | 6) for place in places)
    first = b"vhdxfile".ljust(64 << 10, b"\0") + head + bytes(64 << 10) + regions
    return first.ljust(2 * _MIB, b"\0") + table.ljust(_MIB, b"\0") + about.ljust(_MIB, b"\0") + out


def vmdk(disk, parent="", packed=False):
    kept = blocks(disk, 1 << 16)
    text = b'# Disk DescriptorFile\nparentCID=%s\n' % (b'12345678\nparentFileNameHint="%s"' % parent.encode()
                                                       if parent else b"ffffffff")  # fmt: skip
    places, out = [], b""
    for number, block in enumerate(kept):
        places.append(0 if block is None else (2560 + len(out)) // 512)
        data = block or b""
        if block and packed:
            data = zlib.compress(block)
            data = struct.pack("<QI", number * 128, len(data)) + data
        out += data + bytes(-len(data) % 512)
    head = struct.pack("<4sIIQQQQIQQQB4sH", b"KDMV", 1, 0x30000 if packed else 3, len(disk) // 512, 128, 1, 1, 512, 0,
                       2, 5, 0, b"\n \r\n", int(packed)).ljust(512, b"\0")  # fmt: skip
    table = struct.pack(f"<{len(places)}I", *places).ljust(1024, b"\0")
    return head + text.ljust(512, b"\0") + struct.pack("<I", 3).ljust(512, b"\0") + table + out


def stored(data):
    """A frame of Zstandard with a block that is not packed (RFC 8878)."""
    return (
        b"\x28\xb5\x2f\xfd\x60" + struct.pack("<H", len(data) - 256) + (len(data) << 3 | 1).to_bytes(3, "little") + data
    )


def qcow(disk, parent="", packed=False, locked=0, snapshots=0, zstandard=False):
    kept = blocks(disk, 1 << 16)
    told = b"".join(struct.pack(">Q", place or 0) for place in laid(kept, 3 << 16)[0])
    out = laid(kept, 3 << 16)[1]
    if packed:
        told, out = b"", b""
        for block in kept:
            packer = zlib.compressobj(wbits=-12)
            data = stored(block) if zstandard and block else packer.compress(block or b"") + packer.flush()
            at, sectors = (3 << 16) + len(out), (len(data) + 511) // 512
            told += struct.pack(">Q", 0 if block is None else 1 << 62 | (sectors - 1) << 54 | at)
            out += b"" if block is None else data + bytes(-len(data) % 512)
    head = struct.pack(">4sIQIIQIIQQIIQ", b"QFI\xfb", 3, 512 if parent else 0, len(parent), 16, len(disk), locked, 1,
                       1 << 16, 0, 0, snapshots, 0)  # fmt: skip
    if zstandard:
        head = (head + struct.pack(">Q", 8)).ljust(104, b"\0") + b"\1"
    head = head.ljust(512, b"\0") + parent.encode()
    return (
        head.ljust(1 << 16, b"\0") + struct.pack(">Q", 2 << 16).ljust(1 << 16, b"\0") + told.ljust(1 << 16, b"\0") + out
    )


def vdi(disk, kind=1):
    places, out = laid(blocks(disk, _MIB), 0)
    table = b"".join(struct.pack("<I", 0xFFFFFFFF if place is None else place // _MIB) for place in places)
    head = struct.pack("<64sIIIII256x", b"<<< made by hand >>>", 0xBEDA107F, 0x10001, 400, kind, 0)
    head += struct.pack("<II20xQIII", 512, 1024, len(disk), _MIB, 0, len(places))
    return head.ljust(512, b"\0") + table.ljust(512, b"\0") + out


def _section(kind, body, at, last=False):
    size = 76 + len(body)
    head = struct.pack("<16sQQ40x", kind, at if last else at + size, size)
    return head + struct.pack("<I", zlib.adler32(head)) + body


def ewf(disk, pieces=1):
    """The files of an EWF (E01, E02 ...), packed."""
    chunk, count = 1 << 15, -(-len(disk) // (1 << 15))
    about = struct.pack(
        "<B3xIIIQ12xB3x12xB3xI4x16s963x5s", 1, count, 64, 512, len(disk) // 512, 1, 1, 64, bytes(16), b""
    )
    about += struct.pack("<I", zlib.adler32(about))
    header = zlib.compress(b"1\nmain\nc\tn\ta\te\tt\tav\tov\tm\tu\tp\n1\t1\tdesk\tada\t\t\t\t0\t0\t0\n\n")
    share, files = -(-count // pieces), []
    for number in range(pieces):
        out = b"EVF\t\r\n\xff\0\1" + struct.pack("<HH", number + 1, 0)
        if not number:
            for kind, body in ((b"header", header), (b"volume", about)):
                out += _section(kind, body, len(out))
        places, data, start = [], b"", len(out) + 76
        for at in range(number * share * chunk, min((number + 1) * share * chunk, len(disk)), chunk):
            places.append(start + len(data) | 1 << 31)
            data += zlib.compress(disk[at : at + chunk])
        out += _section(b"sectors", data, len(out))
        told = struct.pack("<I4xQ4x", len(places), 0)
        entries = struct.pack(f"<{len(places)}I", *places)
        body = told + struct.pack("<I", zlib.adler32(told)) + entries + struct.pack("<I", zlib.adler32(entries))
        out += _section(b"table", body, len(out))
        out += _section(b"table2", body, len(out))
        files.append(out + _section(b"done" if number == pieces - 1 else b"next", b"", len(out), last=True))
    return files


def ewf2(disk, pieces=1):
    """The files of an EWF of version 2 (Ex01, Ex02 ...)."""
    chunk, count = 1 << 15, -(-len(disk) // (1 << 15))
    share, files, out, before = -(-count // pieces), [], b"", 0

    def section(kind, data):
        nonlocal out, before
        more = -len(data) % 16
        proof = new("md5", data + bytes(more), usedforsecurity=False).digest()
        told = struct.pack("<IIQQII16s12x", kind, 1, before, len(data) + more, 64, more, proof)
        before = len(out) + len(data) + more
        out += data + bytes(more) + told + struct.pack("<I", zlib.adler32(told))

    def words(**tags):
        told = "1\nmain\n" + "\t".join(tags) + "\n" + "\t".join(map(str, tags.values())) + "\n\n"
        return zlib.compress(b"\xff\xfe" + told.encode("utf-16-le"))

    for number in range(pieces):
        out, before = b"EVF2\r\n\x81\0\2\1" + struct.pack("<HI", 1, number + 1) + bytes(range(16)), 0
        section(1, words(ts=len(disk) // 512, bp=512, dt="f", ph=1))
        section(2, words(nm="disk", tb=count, cp=1, sb=64))
        entries, data = b"", b""
        for at in range(number * share * chunk, min((number + 1) * share * chunk, len(disk)), chunk):
            packed = zlib.compress(disk[at : at + chunk])
            entries += struct.pack("<QII", len(out) + len(data), len(packed), 1)
            data += packed + bytes(-len(packed) % 16)
        section(3, data)
        head = struct.pack("<QI4x", number * share, len(entries) // 16)
        section(
            4, head + struct.pack("<I12x", zlib.adler32(head)) + entries + struct.pack("<I12x", zlib.adler32(entries))
        )
        section(15 if number == pieces - 1 else 13, b"")
        files.append(out)
    return files


def dmg(disk, pack=zlib.compress, kind=0x80000005):
    """An image of macOS (UDIF), packed in pieces of one form."""
    size, out, runs = 1 << 16, b"", []
    for number, block in enumerate(blocks(disk, size)):
        packed = b"" if block is None else pack(block)
        runs.append(struct.pack(">II4Q", 2 if block is None else kind, 0, number * 128, 128, len(out), len(packed)))
        out += packed
    sectors = 128 * len(runs)
    runs.append(struct.pack(">II4Q", 0xFFFFFFFF, 0, sectors, 0, len(out), 0))
    table = struct.pack(">4sI3QII24xII128xI", b"mish", 1, 0, sectors, 0, 520, 0, 0, 0, len(runs)) + b"".join(runs)
    about = {"Attributes": "0x0050", "CFName": "whole disk", "Data": table, "ID": "0", "Name": "whole disk"}
    told = plistlib.dumps({"resource-fork": {"blkx": [about]}})
    end = struct.pack(">4s3I5QII16s", b"koly", 4, 512, 1, 0, 0, len(out), 0, 0, 1, 1, bytes(16))
    end += struct.pack(">136xQQ120x136xIQ12x", len(out), len(told), 1, sectors)
    return out + told + end
