"""Images of disks: every form gives the files of the file system in it, and a damaged one a state."""

import io
from importlib.util import find_spec

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rogatory.sifting.stages import images
from rogatory.sifting.stages.disks.blocks import Source
from rogatory.sifting.stages.disks.qcow import of_qcow, of_vdi
from rogatory.sifting.stages.disks.vhd import of_vhd, of_vhdx
from rogatory.sifting.stages.disks.vmdk import of_vmdk
from rogatory.sifting.stages.subject import EndedError
from tests.sifting import disks, made
from tests.sifting.seizures import Read, sealed

HAS_IMAGES, HAS_EWF = bool(find_spec("pytsk3")), bool(find_spec("pytsk3") and find_spec("pyewf"))
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


@pytest.mark.parametrize("name", [*FORMS, "disk.E01", "snapshots.qcow2", "left.vhdx"])
def test_whatever_form_a_disk_is_kept_in_its_files_come_out(read, name):
    if not (HAS_EWF if name.endswith("E01") else HAS_IMAGES):
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
