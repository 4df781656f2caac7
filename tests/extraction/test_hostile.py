"""Hostile files: each ends as a clear state, in time, and the next file is read as if nothing had been."""

import io
import zipfile
from dataclasses import replace
from email.message import EmailMessage

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rogatory.extraction.limits import LIMITS
from rogatory.extraction.reading import read
from rogatory.received.pages import Part, State
from tests.extraction import samples


@pytest.fixture(autouse=True)
def alive_afterwards():
    yield
    assert read("a.txt", b"still here").state is State.READ


def encrypted_pdf() -> bytes:
    """A PDF whose password nobody has told: the values are those of another one, and so fit no password."""
    encrypt = f"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>"
    return samples.pdf("secret", trailer=f"/Encrypt {encrypt} /ID [<{'43' * 16}> <{'43' * 16}>]")


def endless_pdf(count: int = 10_000) -> bytes:
    """A PDF of so many pages, which are all the same one, so that the file stays small."""
    objects = samples.objects_of("again")
    objects[2] = f"<< /Type /Pages /Kids [{'10 0 R ' * count}] /Count {count} >>"
    return samples.assembled(objects)


def nested_bomb() -> bytes:
    """What `42.zip` is: archives of archives of archives, each of many, at the bottom zeros."""
    data = samples.packed(("0.txt", bytes(20_000_000)))
    for _ in range(5):
        data = samples.packed(*((f"{number}.zip", data) for number in range(16)))
    return data


def itself() -> bytes:
    """An archive of itself, as deep as anybody looks: it never ends, and each level is as large as the one before."""
    data = samples.packed(("r.zip", b"r"))
    for _ in range(LIMITS.depth * 3):
        data = samples.packed(("r.zip", data), packing=zipfile.ZIP_STORED)
    return data


def nested_messages(depth: int = 100) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = "innermost", "a@b.example"
    message.set_content("the innermost")
    for number in range(depth):
        outer = EmailMessage()
        outer["Subject"], outer["From"] = f"Fwd {number}", "a@b.example"
        outer.add_attachment(message)
        message = outer
    return message.as_bytes()


def many_attachments(count: int = 10_000) -> bytes:
    part = "--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename={}.txt\r\n\r\nx\r\n"
    head = "From: a@b.example\r\nSubject: many\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    return (head + "".join(part.format(number) for number in range(count)) + "--b--\r\n").encode()


def encrypted_zip() -> bytes:
    data = bytearray(samples.packed(("letter.txt", b"secret")))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def overlapping_zip() -> bytes:
    """Many names for the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0", bytes(900_000))
        first = archive.filelist[0]
        for number in range(1, 2_000):
            same = zipfile.ZipInfo(str(number))
            for name in ("compress_type", "CRC", "compress_size", "file_size", "header_offset", "flag_bits"):
                setattr(same, name, getattr(first, name))
            archive.filelist.append(same)
    return out.getvalue()


def deep_pages() -> bytes:
    """A tree of pages that is its own child."""
    objects = samples.objects_of("x")
    objects[2] = "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>"
    return samples.assembled(objects)


class TestEachEndsAsAState:
    @pytest.mark.parametrize(
        ("make", "state"),
        [
            (encrypted_pdf, State.ENCRYPTED),
            (lambda: samples.pdf("x" * 50)[:200], State.DAMAGED),
            (lambda: b"%PDF-1.7\n" + bytes(100), State.DAMAGED),
            (lambda: samples.packed(("a", b"x"))[:-30], State.DAMAGED),
            (lambda: samples.docx(samples.paragraph("x"))[:-60], State.DAMAGED),
            (lambda: samples.hollow_png(50_000, 50_000), State.TOO_LARGE),
            (lambda: b"", State.EMPTY),
            (lambda: b"\x93\x01\xfe" * 400, State.UNSUPPORTED),
        ],
        ids=[
            "encrypted PDF", "truncated PDF", "hollow PDF", "truncated ZIP", "truncated DOCX",
            "vast picture", "no bytes", "noise",
        ],
    )  # fmt: skip
    def test_the_file(self, make, state):
        part = read("letter", make())
        assert part.state is state
        assert part.says

    def test_10_000_pages_are_read_up_to_the_limit(self):
        part = read("letter", endless_pdf())
        assert part.state is State.PARTIAL
        assert len(part.pages) == LIMITS.pages
        assert part.says.startswith("Only 1,000 of 10,000 pages were read")

    def test_what_was_read_in_time_is_kept(self):
        hurried = replace(LIMITS, seconds=0.4, seconds_a_mib=0, patience=100, pages=10**6, ratio=10**6)
        data = samples.packed(("a.txt", b"first"), ("b.pdf", endless_pdf(100_000)))
        first, second = read("letter", data, hurried).parts
        assert first.state is State.READ
        assert second.state is State.TIMED_OUT
        assert second.pages
        assert "reading took too long" in second.says

    def test_no_time_at_all(self):
        part = read("letter", samples.pdf("Text"), replace(LIMITS, seconds=0, seconds_a_mib=0))
        assert part.state is State.TIMED_OUT
        assert "reading took too long" in part.says

    def test_a_tree_of_pages_without_an_end(self):
        assert read("letter", deep_pages()).state in (State.PARTIAL, State.DAMAGED, State.EMPTY)


def states(part: Part) -> set[State]:
    return {inner.state for inner in part.walk()}


class TestContainersEnd:
    def test_a_bomb_of_archives(self):
        part = read("42.zip", nested_bomb())
        assert State.TOO_LARGE in states(part)
        assert sum(1 for _ in part.walk()) <= LIMITS.parts + 1

    def test_an_archive_of_itself(self):
        part = read("r.zip", itself())
        parts = list(part.walk())
        assert len(parts) <= LIMITS.depth + 2
        assert parts[-1].state is State.TOO_LARGE
        assert "deeper" in parts[-1].says

    def test_messages_a_hundred_deep(self):
        parts = list(read("mail", nested_messages()).walk())
        assert len(parts) == LIMITS.depth + 2
        assert parts[-1].state is State.TOO_LARGE

    def test_messages_without_a_bottom(self):
        head = b"From: a@b.example\nSubject: x\nContent-Type: message/rfc822\n\n"
        assert read("mail", head * 5_000).state in (State.TOO_LARGE, State.DAMAGED, State.READ)

    def test_ten_thousand_attachments(self):
        part = read("mail", many_attachments())
        assert part.state is State.PARTIAL
        assert len(part.parts) == LIMITS.parts
        assert part.says.startswith("9,500 of its parts were not opened")

    def test_an_encrypted_archive(self):
        (inner,) = read("letters", encrypted_zip()).parts
        assert (inner.name, inner.state, inner.digest) == ("letter.txt", State.ENCRYPTED, "")
        assert "password" in inner.says

    def test_one_file_under_two_thousand_names(self):
        part = read("letters", overlapping_zip())
        assert sum(inner.size for inner in part.walk() if inner.state is State.READ) < LIMITS.unpacked


GOOD = {
    "pdf": samples.pdf("One page", "and another"),
    "docx": samples.docx(samples.paragraph("Text"), ("word/vbaProject.bin", b"macro")),
    "eml": samples.eml(("letter.pdf", samples.pdf("The letter"))),
    "zip": samples.packed(("a.txt", b"text"), ("b.eml", samples.eml())),
    "json": b'{"entity_id": "2031/1", "nationalities": ["KZ"]}',
    "xml": b"<?xml version='1.0'?><EIO><A b='c'>d</A></EIO>",
    "tiff": samples.picture("", (40, 20), "TIFF"),
    "png": samples.picture("", (40, 20), "PNG"),
    "jpeg": samples.picture("", (40, 20), "JPEG"),
}
SETTINGS = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def told_as_it_should_be(part: Part, data: bytes) -> None:
    assert part.size == len(data)
    for one in part.walk():
        assert one.state is State.READ or one.says
        assert len(one.digest) in (0, 64)
        for page in one.pages:
            assert page.text == "\n".join(line.text for line in page.lines)
            for line in page.lines:
                assert page.text[line.start : line.start + len(line.text)] == line.text
            page.text.encode()


@SETTINGS
@given(st.binary(max_size=400))
def test_any_bytes_end_in_a_part(data):
    told_as_it_should_be(read("x", data), data)


@SETTINGS
@given(
    st.sampled_from(sorted(GOOD)),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4), st.integers(0, 3)), min_size=1, max_size=4),
    st.floats(0.3, 1.5),
)
def test_any_change_of_a_good_file_ends_in_a_part(kind, changes, kept):
    data = bytearray(GOOD[kind])
    for place, put, taken in changes:
        at = int(place * len(data))
        data[at : at + taken] = put
    data = data[: int(len(data) * min(1.0, kept))]
    told_as_it_should_be(read("x", bytes(data)), bytes(data))


@SETTINGS
@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-16", "windows-1251", "windows-1252", "koi8-r"]))
def test_any_text_ends_in_a_part(text, encoding):
    data = text.encode(encoding, "replace")
    told_as_it_should_be(read("x", data), data)
