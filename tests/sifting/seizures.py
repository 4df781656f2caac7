"""Seizures made for tests: folders of files, some of them hostile, sealed and read."""

import base64
import bz2
import gzip
import io
import mailbox
import os
import struct
import tarfile
import zipfile
import zlib
from datetime import UTC, datetime
from email.message import EmailMessage

from rogatory.sifting.budget import Budget
from rogatory.sifting.ledger.placing import opened
from rogatory.sifting.run.running import Grown, run
from rogatory.sifting.sealed.custody import Chain
from rogatory.sifting.sealed.sealing import Seizure, seal

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
MIB = 1 << 20
SEVEN = base64.b85decode(
    "H+sCUCma9-KdpcmTmS$7000006aWAK00000nh@QLb7gjAZgglMcW-iJbKn3-07qQ_0D&_Ht`E+!v7renubENOm;p4u4SQCHA`4Mx"
    "swrX4wrpkzPxI2DG^CNgbS-&jI`A6ztc(Q1_sd%}v85cp!rdmY000007X}Rh2~PkA3jqKDAt3=63`qb0"
)
"""A 7z archive of one member, not compressed: a/b.txt."""
SMALL = Budget(seconds=5, seconds_a_mib=2, ocr=False, depth=4, members=200, unpacked=40 * MIB, free=2 * MIB, ratio=20)
"""A budget that hostile files reach at once."""


def sealed(folder, files, ident="S-1"):
    """Write files and seal them."""
    source = folder / "desk"
    for name, data in files.items():
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    seizure = Seizure(folder / "s")
    seal(seizure, ident, [source], Chain(seizure.custody, lambda: NOON).acknowledge)
    return seizure


class Read:
    """A seizure that was read, asked by the paths of what lay in it."""

    def __init__(self, seizure, **how):
        self.seizure, self.grown = seizure, how.get("grown", Grown())
        self.counts = run(seizure, **{"processes": 1, "budget": SMALL, **how})
        self.ledger = opened(seizure, self.grown.ledger)

    def item(self, *path):
        """The item at a path of names, the first below the desk."""
        first, *rest = path
        (found,) = [
            item for entry in self.seizure.entries() if entry.path == b"desk/" + first for item in [entry.item("S-1")]
        ]
        for name in rest:
            (found,) = [item for item in self.ledger.items(parent=found.content) if item.path == name]
        return found

    def names(self, *path):
        return [item.path for item in self.ledger.items(parent=self.item(*path).content)]

    def text(self, *path):
        return self.ledger.text(self.item(*path).content)

    def stages(self, *path):
        return {row[0].value: row[3].value for row in self.ledger.results(self.item(*path).content)}

    def says(self, stage, *path):
        (found,) = [row[4] for row in self.ledger.results(self.item(*path).content) if row[0].value == stage]
        return found

    def state(self, *path):
        state = self.ledger.state(self.item(*path).content)
        return state and state.value


def zipped(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def raw_zip(name, data=b"x"):
    """A ZIP whose one member has this name, byte for byte, in no encoding that is told."""
    head = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 0, 0, 0, zlib.crc32(data), len(data), len(data), len(name), 0)
    size = len(data)
    listed = struct.pack(
        "<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 0, 0, 0, zlib.crc32(data), size, size, len(name), 0, 0, 0, 0, 0, 0
    )
    body = head + name + data
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, len(listed) + len(name), len(body), 0)
    return body + listed + name + end


def tarred(members):
    """A TAR of (TarInfo, data)."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for info, data in members:
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def letter(subject="Re: the appeal", body="Dear counsel, see the annex.", attached=(), **headers):
    message = EmailMessage()
    told = {"From": "Ada Roe <ada@law.example>", "To": "client@example.org", "Message-ID": "<1@law.example>",
            "Date": "Mon, 2 Mar 2026 10:00:00 +0000", "Subject": subject} | headers  # fmt: skip
    for name, value in told.items():
        message[name] = value
    message.set_content(body)
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    message.set_boundary("=_1") if attached else None
    return message.as_bytes()


def mailbox_of(folder, *messages):
    path = folder / "made.mbox"
    box = mailbox.mbox(path)
    for message in messages:
        box.add(message)
    box.flush()
    box.close()
    return path.read_bytes()


def packed(data):
    return gzip.compress(data, mtime=0), bz2.compress(data)


def bomb(size=64 * MIB):
    """A small ZIP of much."""
    return zipped({"zeros": b"\0" * size})


def nested(depth):
    data = b"at the bottom"
    for level in range(depth):
        data = zipped({f"{level}.zip" if level else "bottom.txt": data})
    return data


def noise(size):
    return os.urandom(size)
