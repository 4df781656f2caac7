"""Files made for the tests: small, quick, and invented."""

import io
import zipfile

LETTER = "To the competent authority\nRequest for assistance 12/2025\nПросим допросить свидетеля."


def pdf(*pages: str, trailer: str = "", catalog: str = "") -> bytes:
    """A PDF of one line of text (Latin) for each page."""
    return assembled(objects_of(*pages, catalog=catalog), trailer)


def objects_of(*pages: str, catalog: str = "") -> dict[int, str]:
    """The objects of such a PDF, by number."""
    objects: dict[int, str] = {}
    kids = []
    for number, text in enumerate(pages):
        page, content = 10 + 2 * number, 11 + 2 * number
        kids.append(f"{page} 0 R")
        stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET"
        objects[page] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects[content] = f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream"
    objects[1] = f"<< /Type /Catalog /Pages 2 0 R {catalog} >>"
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects[3] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    return objects


def assembled(objects: dict[int, str], trailer: str = "") -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = out.tell()
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    start = out.tell()
    out.write(b"xref\n0 1\n0000000000 65535 f \n")
    for number, place in sorted(places.items()):
        out.write(f"{number} 1\n{place:010} 00000 n \n".encode())
    out.write(f"trailer\n<< /Size {max(places) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def packed(*files: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str, *files: tuple[str, bytes]) -> bytes:
    """A DOCX whose body is WordprocessingML, with `w:` for its namespace."""
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    return packed(("[Content_Types].xml", types.encode()), ("word/document.xml", document.encode()), *files)


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def eml(*attachments: tuple[str, bytes], text: str = LETTER, subject: str = "Request 12/2025") -> bytes:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "clerk@ministry.example", "desk@office.example", subject
    message["Date"] = "Mon, 03 Mar 2025 10:00:00 +0000"
    message.set_content(text)
    for name, data in attachments:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


SCANNED = (
    "Request for legal assistance\nThe prosecutor of the republic asks the court\nto hear the witness in this case"
)


def picture(text: str = SCANNED, size: tuple[int, int] = (1240, 700), form: str = "PNG", turn: int = 0) -> bytes:
    """A picture of a few lines, large enough to be read."""
    from PIL import Image, ImageDraw, ImageFont

    page = Image.new("L", size, 255)
    ImageDraw.Draw(page).multiline_text((80, 80), text, 0, ImageFont.load_default(44), spacing=24)
    out = io.BytesIO()
    page.rotate(turn, expand=True).save(out, form)
    return out.getvalue()


def scan(text: str = SCANNED) -> bytes:
    """A PDF whose one page is a picture."""
    from PIL import Image

    out = io.BytesIO()
    Image.open(io.BytesIO(picture(text))).save(out, "PDF", resolution=150)
    return out.getvalue()


def frames(*texts: str) -> bytes:
    """A TIFF with a frame for each text."""
    from PIL import Image

    out = io.BytesIO()
    first, *others = (Image.open(io.BytesIO(picture(text))) for text in texts)
    first.save(out, "TIFF", save_all=True, append_images=others, compression="group4" if first.mode == "1" else "raw")
    return out.getvalue()


def hollow_png(width: int, height: int) -> bytes:
    """A PNG that tells a size and holds next to nothing."""
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\0\0\0\0"
    pieces = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + pieces
