"""Images of disks: every form gives the files of the file system in it, and a damaged one a state."""

import bz2
import io
import lzma
import struct
import zipfile
from importlib.util import find_spec

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rogatory.material.items import Digest
from rogatory.material.volumes import MOST, sets
from rogatory.sifting.stages import archives, images
from rogatory.sifting.stages.disks.blocks import MOST_DEEP, TOO_DEEP, Source
from rogatory.sifting.stages.disks.qcow import of_qcow, of_vdi, zstd
from rogatory.sifting.stages.disks.vhd import of_vhd, of_vhdx
from rogatory.sifting.stages.disks.vmdk import of_vmdk
from rogatory.sifting.stages.subject import EndedError
from tests.sifting import disks, made
from tests.sifting.seizures import SEVEN, Read, noise, sealed, zipped

HAS_IMAGES = bool(find_spec("pytsk3"))
HAS_EWF, HAS_MAC = bool(HAS_IMAGES and find_spec("pyewf")), bool(HAS_IMAGES and find_spec("pymodi"))
HAS_APFS = bool(HAS_IMAGES and find_spec("pyfsapfs"))
HAS_ZSTANDARD = bool(HAS_IMAGES and zstd)
NEEDS = {".E01": HAS_EWF, ".Ex01": HAS_EWF, ".dmg": HAS_MAC, "zstd.qcow2": HAS_ZSTANDARD}
HAS_ARCHIVES = archives.libarchive is not None
DISK = made.disk(b"LETTER  TXT", b"words from a disk")
FORMS = {
    "grows.vhd": (of_vhd, disks.vhd(DISK)),
    "grows.vhdx": (of_vhdx, disks.vhdx(DISK)),
    "sparse.vmdk": (of_vmdk, disks.vmdk(DISK)),
    "stream.vmdk": (of_vmdk, disks.vmdk(DISK, packed=True)),
    "disk.qcow2": (of_qcow, disks.qcow(DISK)),
    "packed.qcow2": (of_qcow, disks.qcow(DISK, packed=True)),
    "disk.vdi": (of_vdi, disks.vdi(DISK)),
}
OTHERS = {
    "disk.E01": disks.ewf(DISK)[0],
    "disk.Ex01": disks.ewf2(DISK)[0],
    "disk.dmg": disks.dmg(DISK),
    "bzip2.dmg": disks.dmg(DISK, bz2.compress, 0x80000006),
    "xz.dmg": disks.dmg(DISK, lzma.compress, 0x80000008),
    "plain.dmg": disks.dmg(DISK, bytes, 1),
    "zstd.qcow2": disks.qcow(DISK, packed=True, zstandard=True),
    "locked.dmg": b"encrcdsa" + struct.pack(">I", 2) + noise(9000),
    "locked1.dmg": noise(9000) + b"cdsaencr",
    "cut.dmg": disks.dmg(DISK)[-2000:],
    "torn.apfs": bytes(32) + b"NXSB" + noise(9000),
    "snapshots.qcow2": disks.qcow(DISK, snapshots=2),
    "left.vhdx": disks.vhdx(DISK, log=True),
    "over.vhd": disks.vhd(DISK, parent="base.vhd"),
    "over.vmdk": disks.vmdk(DISK, parent="base.vmdk"),
    "over.qcow2": disks.qcow(DISK, parent="/etc/passwd"),
    "over.vdi": disks.vdi(DISK, kind=4),
    "locked.qcow2": disks.qcow(DISK, locked=2),
    "cut.qcow2": disks.qcow(DISK)[:1000],
    "cut.vhd": disks.vhd(DISK)[:600],
}


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    files = {name: data for name, (_, data) in FORMS.items()}
    found = Read(sealed(tmp_path_factory.mktemp("disks"), files | OTHERS))
    yield found
    found.ledger.close()


@pytest.mark.parametrize("name", [*FORMS, "disk.E01", "disk.Ex01", "disk.dmg", "bzip2.dmg", "plain.dmg",
                                  "zstd.qcow2", "snapshots.qcow2", "left.vhdx"])  # fmt: skip
def test_whatever_form_a_disk_is_kept_in_its_files_come_out(read, name):
    if not next((there for end, there in NEEDS.items() if name.endswith(end)), HAS_IMAGES):
        assert read.state(name.encode()) == "unsupported"
        return
    assert read.text(name.encode(), b"LETTER.TXT") == "words from a disk"
    assert b"_ONE.TXT" in read.names(name.encode())


@pytest.mark.parametrize(
    ("name", "state", "says"),
    [
        ("over.vhd", "partial", "base.vhd"),
        ("over.vmdk", "partial", "base.vmdk"),
        ("over.qcow2", "partial", "/etc/passwd"),
        ("over.vdi", "partial", "rests"),
        ("locked.qcow2", "encrypted", "password"),
        ("locked.dmg", "encrypted", "password"),
        ("locked1.dmg", "encrypted", "password"),
        ("xz.dmg", "unsupported", "packed in a way" if HAS_MAC else "extra `images`"),
        ("cut.dmg", "crash" if HAS_MAC else "unsupported", "damaged" if HAS_MAC else "extra `images`"),
        ("torn.apfs", "unsupported" if HAS_APFS else "partial", "no file system" if HAS_APFS else "extra `images`"),
        ("cut.qcow2", "unsupported", "no file system"),
        ("cut.vhd", "crash", "damaged"),
        ("snapshots.qcow2", "partial", "2 earlier states"),
        ("left.vhdx", "partial", "log"),
    ],
)
def test_what_of_an_image_is_not_read_is_said_and_nothing_it_names_is_opened(read, name, state, says):
    if not HAS_IMAGES:
        state, says = "unsupported", "extra `images`"
    assert (read.state(name.encode()), says in read.says("unpack", name.encode())) == (state, True)


@pytest.mark.skipif(not HAS_IMAGES, reason="the extra `images` is not there")
@pytest.mark.parametrize(("below", "opened"), [(MOST_DEEP, True), (MOST_DEEP + 1, False)])
def test_folders_are_opened_so_deep_and_what_lies_deeper_is_said_and_not_passed_over(tmp_path, below, opened):
    found = Read(sealed(tmp_path, {"deep.img": made.disk(b"LETTER  TXT", b"words from below", below)}))
    try:
        names = found.names(b"deep.img")
        assert b"/".join([b"BELOW"] * below) in names
        assert (b"BELOW/" * below + b"LETTER.TXT" in names) == opened
        assert (TOO_DEEP in found.says("unpack", b"deep.img")) == (not opened)
    finally:
        found.ledger.close()


@pytest.mark.parametrize("name", FORMS)
def test_a_disk_reads_as_it_was_from_any_place(name):
    form, data = FORMS[name]
    disk = form(Source(io.BytesIO(data), len(data)))
    assert disk.size == len(DISK)
    assert b"".join(disk.read(at, 100_000) for at in range(0, disk.size, 100_000)) == DISK
    assert disk.read(disk.size - 5, 100) == DISK[-5:]


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=15)
@given(
    changes=st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), max_size=20),
    cut=st.integers(0, 1 << 18),
    at=st.integers(0, 1 << 63),
)
def test_an_image_with_any_bytes_changed_gives_no_more_than_it_was_asked_for_and_ends(name, changes, cut, at):
    form, whole = FORMS[name]
    data = bytearray(whole[: len(whole) - cut])
    for place, value in changes:
        if place < len(data):
            data[place] = value
    try:
        disk = form(Source(io.BytesIO(data), len(data)))
    except EndedError:
        return
    for offset in (0, 1000, disk.size - 1, at):
        assert len(disk.read(offset, 70_000)) <= 70_000


def test_a_table_that_leads_back_into_itself_is_read_as_any_other():
    data = bytearray(disks.qcow(DISK))
    data[2 << 16 : (2 << 16) + 8] = (2 << 16).to_bytes(8, "big")  # the first cluster is the table
    disk = of_qcow(Source(io.BytesIO(data), len(data)))
    assert disk.read(0, 8) == (2 << 16).to_bytes(8, "big")
    assert images.recognised(bytes(data[: 1 << 16]), len(data)) == "application/x-qemu-disk"


def cut(name, data, count, first=1):
    """Pieces of a file, called so."""
    size = -(-len(data) // count)
    return {name % (first + number): data[number * size : (number + 1) * size] for number in range(count)}


def spanned(members, size):
    """A ZIP in pieces, whose directory tells in which piece each member begins, and where there."""
    whole = zipped(members, zipfile.ZIP_STORED)
    start = whole.index(b"PK\1\2")
    body, table, ends = whole[:start], bytearray(whole[start:]), whole.rindex(b"PK\5\6") - start
    at = 0
    while at < ends:
        names = struct.unpack_from("<3H", table, at + 28)
        (place,) = struct.unpack_from("<I", table, at + 42)
        struct.pack_into("<H", table, at + 34, place // size)
        struct.pack_into("<I", table, at + 42, place % size)
        at += 46 + sum(names)
    last = len(body) // size
    struct.pack_into("<HH", table, ends + 4, last, last)
    struct.pack_into("<I", table, ends + 16, len(body) % size)
    data = body + bytes(table)
    return [data[at : at + size] for at in range(0, last * size, size)] + [data[last * size :]]


ZIPPED = spanned({f"{number}.txt": b"words of member %d, " % number * 20 for number in range(6)}, 700)
EWF = disks.ewf(DISK, 4)
VMDK = [disks.vmdk(DISK[: 1 << 20]), disks.vmdk(DISK[1 << 20 :])]
SPLIT = cut("raw/disk.%03d", DISK[:-3], 3)
PIECES = {
    **SPLIT,
    **cut("seven/all.7z.%03d", SEVEN, 3),
    **cut("rar/all.part%d.rar", made.rar(b"in.txt", b"words from a rar"), 2),
    **{f"ewf/disk.E{number:02}": data for number, data in enumerate(EWF, 1)},
    **{f"ewf2/disk.Ex{number:02}": data for number, data in enumerate(disks.ewf2(DISK, 3), 1)},
    **{f"zip/all.z{number:02}": data for number, data in enumerate(ZIPPED[:-1], 1)},
    "zip/all.zip": ZIPPED[-1],
    **{f"vmdk/disk-s{number:03}.vmdk": data for number, data in enumerate(VMDK, 1)},
    **{name.replace("raw", "gap"): b"\1" + data for name, data in SPLIT.items() if "002" not in name},
    "late/disk.003": noise(9000),
    "apart/letter.001": b"The first letter.",
    "apart/letter.002": b"The second letter.",
    "other/one.001": zipped({"a.txt": b"the first"}),
    "other/one.002": zipped({"b.txt": b"the second"}),
}


@pytest.fixture(scope="module")
def together(tmp_path_factory):
    found = Read(sealed(tmp_path_factory.mktemp("pieces"), PIECES))
    yield found
    found.ledger.close()


@pytest.mark.parametrize(
    ("path", "words", "needs"),
    [
        ((b"raw/disk.001", b"LETTER.TXT"), "words from a disk", HAS_IMAGES),
        ((b"ewf/disk.E01", b"LETTER.TXT"), "words from a disk", HAS_EWF),
        ((b"ewf2/disk.Ex01", b"LETTER.TXT"), "words from a disk", HAS_EWF),
        ((b"vmdk/disk-s001.vmdk", b"LETTER.TXT"), "words from a disk", HAS_IMAGES),
        ((b"zip/all.zip", b"0.txt"), "words of member 0", True),
        ((b"zip/all.zip", b"5.txt"), "words of member 5", True),
        ((b"rar/all.part1.rar", b"in.txt"), "words from a rar", HAS_ARCHIVES),
        ((b"seven/all.7z.001", b"a/b.txt"), "seventh words", bool(find_spec("py7zr")) or HAS_ARCHIVES),
        ((b"apart/letter.001",), "The first letter.", True),
        ((b"apart/letter.002",), "The second letter.", True),
        ((b"other/one.001", b"a.txt"), "the first", True),
        ((b"other/one.002", b"b.txt"), "the second", True),
    ],
)
def test_pieces_that_lie_beside_each_other_are_read_as_one_and_other_files_each_for_itself(
    together, path, words, needs
):
    if not needs:
        assert together.state(path[0]) == "unsupported"
        return
    assert words in together.text(*path)


@pytest.mark.parametrize(
    ("name", "state", "says"),
    [
        ("raw/disk.002", "ok", "a piece of disk.001"),
        ("ewf/disk.E03", "ok", "a piece of disk.E01"),
        ("ewf2/disk.Ex03", "ok", "a piece of disk.Ex01"),
        ("zip/all.z01", "ok", "a piece of all.zip"),
        ("rar/all.part2.rar", "ok", "a piece of all.part1.rar"),
        ("gap/disk.001", "partial", "disk.002 is missing"),
        ("gap/disk.003", "partial", "disk.002 is missing"),
        ("late/disk.003", "partial", "disk.001 is missing"),
    ],
)
def test_a_piece_says_what_it_belongs_to_and_which_one_is_missing(together, name, state, says):
    content = together.item(name.encode()).content
    told = " ".join(row[4] for row in together.ledger.results(content))
    assert (together.state(name.encode()), says in told) == (state, True)


def test_no_more_pieces_are_joined_than_there_may_be_and_letters_count_on_from_digits():
    names = [f"d/Disk.E{number:02}" for number in range(1, 100)] + ["d/disk.EAA", "d/disk.EAB", "d/other.eml"]
    (found,) = sets(lambda: [(name.encode(), Digest(name)) for name in names])
    assert found.pieces == tuple(names[:-1])
    assert (found.of, found.missing) == (b"Disk.E01", b"")
    names = [f"d/Disk.Ex{number:02}" for number in range(1, 100)] + ["d/disk.ExAA", "d/disk.ExAC", "d/disk.EAA"]
    (found,) = sets(lambda: [(name.encode(), Digest(name)) for name in names])
    assert (found.pieces, found.missing) == (tuple(names[:-2]), b"Disk.ExAB")
    (found,) = sets(lambda: [(b"x.%03d" % number, Digest(str(number))) for number in range(1, 900)])
    assert (len(found.pieces), len(found.others)) == (MOST, 898)
