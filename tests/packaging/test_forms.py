"""The form in which an item leaves: what could be seen in it, and nothing of what it hides."""

import io
import zlib
from contextlib import suppress
from hashlib import sha256

import pikepdf
import pypdfium2  # type: ignore[import-untyped] # it ships no types
import pytest
from PIL import Image, PngImagePlugin

from rogatory.packaging.forms import Form, NoFormError, shipped, visible
from tests.packaging.office import picture

HIDDEN = "hidden-words-of-a-withheld-item"


def with_exif():
    told = Image.Exif()
    told[0x010E] = HIDDEN  # description
    return picture("JPEG", exif=told, comment=HIDDEN.encode())


def with_text_chunks():
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", HIDDEN)
    told.add_itxt("XML:com.adobe.xmp", HIDDEN)
    return picture("PNG", pnginfo=told)


def paper(change=lambda document: None, pages=1, **told):
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page(page_size=(200, 100))
    change(document)
    out = io.BytesIO()
    document.save(out, **told)
    return out.getvalue()


def with_information(document):
    document.docinfo["/Author"] = HIDDEN
    with document.open_metadata() as told:
        told["dc:title"] = HIDDEN


def with_attachment(document):
    document.attachments["paper.txt"] = HIDDEN.encode()


def with_words_behind_a_box(document):
    font = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1,
                                                     BaseFont=pikepdf.Name.Helvetica))  # fmt: skip
    page = document.pages[0]
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    drawing = f"BT /F 12 Tf 10 50 Td ({HIDDEN}) Tj ET 0 g 0 40 200 30 re f".encode()
    page.Contents = document.make_stream(drawing)


def deep(data):
    """Everything that stands in a file, unpacked as far as it can be."""
    yield data
    at = data.find(b"stream\n")
    while at >= 0:
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(data[at + 7 :])
        at = data.find(b"stream\n", at + 7)


HIDING = {
    "exif of a photo": (with_exif(), "image/jpeg"),
    "text chunks of a PNG": (with_text_chunks(), "image/png"),
    "bytes after a picture": (picture() + HIDDEN.encode(), "image/jpeg"),
    "author and title of a PDF": (paper(with_information), "application/pdf"),
    "attachment of a PDF": (paper(with_attachment), "application/pdf"),
    "words under a black box": (paper(with_words_behind_a_box), "application/pdf"),
    "an earlier version of a PDF": (HIDDEN.encode() + b"\n" + paper(), "application/pdf"),
    "bytes after a PDF": (paper() + HIDDEN.encode(), "application/pdf"),
}


@pytest.mark.parametrize(("data", "media"), HIDING.values(), ids=HIDING)
def test_what_a_file_hides_does_not_leave(data, media):
    found = shipped(data, media)
    assert found.form is Form.PIXELS
    assert any(HIDDEN.encode() in part for part in deep(data))
    assert not any(HIDDEN.encode() in part or HIDDEN.encode("utf-16-be") in part for part in deep(found.data))
    if found.ending == "pdf":
        document = pypdfium2.PdfDocument(found.data)
        assert [page.get_textpage().get_text_range() for page in document] == [""]
        assert document.get_metadata_dict(skip_empty=True) == {}
        assert document.count_attachments() == 0


def test_what_could_be_seen_is_there():
    found = Image.open(io.BytesIO(shipped(picture("PNG", colour="#aa0000"), "image/png").data))
    assert (found.size, found.getpixel((60, 40)), found.info) == ((120, 80), (170, 0, 0), {})
    document = pypdfium2.PdfDocument(shipped(paper(pages=3), "application/pdf").data)
    assert [tuple(map(round, page.get_size())) for page in document] == [(200, 100)] * 3


def test_a_photo_taken_sideways_leaves_upright_without_saying_so():
    told = Image.Exif()
    told[0x0112] = 6
    assert Image.open(io.BytesIO(shipped(picture("JPEG", exif=told), "image/jpeg").data)).size == (80, 120)


def test_the_same_item_leaves_as_the_same_bytes():
    data = paper(pages=2)
    assert len({sha256(shipped(data, "application/pdf").data).digest() for _ in range(2)}) == 1


def test_frames_of_a_picture_leave_as_pages():
    frames = [Image.new("L", (40, 30), shade) for shade in (0, 255)]
    out = io.BytesIO()
    frames[0].save(out, "TIFF", save_all=True, append_images=frames[1:])
    found = shipped(out.getvalue(), "image/tiff")
    assert (found.media, len(pypdfium2.PdfDocument(found.data))) == ("application/pdf", 2)


@pytest.mark.parametrize(
    ("data", "form", "leaves"),
    [
        (b"one\ntwo\n", Form.AS_IT_IS, "one\ntwo\n"),
        (b"one\r\ntwo", Form.TEXT, "one\ntwo"),
        ("é".encode("latin-1"), Form.TEXT, "é"),
        ("пора".encode("utf-16"), Form.TEXT, "пора"),
        ("seen\U000e0068\U000e0069\u200b\u2060\ufe0f\x00\x1b[8m".encode(), Form.TEXT, "seen[8m"),
        ("می\u200cخواهم".encode(), Form.AS_IT_IS, "می\u200cخواهم"),
    ],
)
def test_plain_text_leaves_without_letters_nobody_sees(data, form, leaves):
    found = shipped(data, "text/plain")
    assert (found.form, found.data.decode()) == (form, leaves)


def test_a_file_of_an_office_leaves_as_the_words_that_were_read():
    container = b"PK\x03\x04 a container with what nobody reviewed"
    found = shipped(
        container, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", lambda: b"Hi\n"
    )
    assert (found.data, found.media, found.form) == (b"Hi\n", "text/plain", Form.TEXT)


@pytest.mark.parametrize(
    ("data", "media", "says"),
    [
        (b"\xd0\xcf\x11\xe0", "application/vnd.ms-excel", "no form of application/vnd.ms-excel is known"),
        (b"PK\x03\x04", "application/zip", "no form of application/zip"),
        (b"", "", "an unknown kind of file"),
        (b"%PDF-1.7 and nothing", "application/pdf", "it cannot be drawn anew"),
        (b"no picture", "image/png", "it cannot be drawn anew"),
        (paper(encryption=pikepdf.Encryption(owner="o", user="u")), "application/pdf", "encrypted"),
    ],
)
def test_what_has_no_form_does_not_leave_and_says_why(data, media, says):
    with pytest.raises(NoFormError, match=says):
        shipped(data, media)


def test_nothing_is_left_of_a_text_of_letters_nobody_sees():
    assert visible("\u202e\u2066\u200b\ufeff\U000e0041") == ""
