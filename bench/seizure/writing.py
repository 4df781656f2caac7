"""An invented seizure as real files: messages, documents, photographs, archives, and the truth beside them."""

import io
import json
import mailbox
import zipfile
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import docx
import typst
from PIL import Image, ImageDraw, ImageFont

from bench.seizure.papers import Paper, Seizure


def write(seizure: Seizure, folder: Path) -> int:
    """Write every paper into `folder`, and `truth.json` beside it; how many files were written.

    Papers of one mailbox stand in it together; the others in one file each.
    """
    seized = folder / "seized"
    seized.mkdir(parents=True, exist_ok=True)
    box = [paper for paper in seizure.papers if paper.form == "mbox"]
    for paper in seizure.papers:
        if paper.form != "mbox":
            (seized / f"{paper.name}.{paper.form}").write_bytes(_bytes(paper))
    if box:
        with_all = mailbox.mbox(seized / "archive.mbox")
        for paper in box:
            with_all.add(_mail(paper))
        with_all.close()
    truth = {
        paper.name: {
            "kind": paper.kind,
            "language": paper.language,
            "file": f"archive.mbox#{box.index(paper)}" if paper in box else f"{paper.name}.{paper.form}",
            "withhold": sorted(screen.value for screen in paper.truth),
            "tied": [[bond.value, other] for bond, other in paper.tied],
            "origin-of-taint": paper.name in seizure.origins,
        }
        for paper in seizure.papers
    }
    (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")
    return len(list(seized.iterdir()))


def _bytes(paper: Paper) -> bytes:
    match paper.form:
        case "eml":
            return _mail(paper).as_bytes()
        case "docx":
            return _docx(paper)
        case "pdf":
            return _pdf(paper)
        case "jpg":
            return _photograph(paper)
        case "zip":
            return _archive(paper)
        case _:
            return paper.reading.text.encode()


def _mail(paper: Paper) -> EmailMessage:
    fields, made = paper.reading.fields, EmailMessage()
    made["From"] = fields.get("from", ("nobody@mail.example",))[0]
    made["To"] = fields.get("to", ("nobody@mail.example",))[0]
    made["Subject"] = fields.get("subject", ("",))[0]
    made["Date"] = format_datetime(datetime.fromisoformat(f"{fields['date'][0]}T09:00:00+00:00"))
    made["Message-ID"] = f"<{paper.name}@mail.example>"
    for _, other in paper.tied[:1]:
        made["In-Reply-To"] = f"<{other}@mail.example>"
    made.set_content(paper.reading.text)
    return made


def _docx(paper: Paper) -> bytes:
    made, out = docx.Document(), io.BytesIO()
    for line in paper.reading.text.splitlines():
        made.add_paragraph(line)
    made.save(out)
    return out.getvalue()


def _pdf(paper: Paper) -> bytes:
    lines = "".join(f"#par({json.dumps(line, ensure_ascii=False)})\n" for line in paper.reading.text.splitlines())
    made = typst.compile(lines.encode(), format="pdf")
    assert isinstance(made, bytes)
    return made


def _photograph(paper: Paper) -> bytes:
    # A page as somebody photographed it: no text inside, only what can be seen.
    page, out = Image.new("L", (1000, 700), 235), io.BytesIO()
    ImageDraw.Draw(page).multiline_text((40, 40), paper.reading.text, fill=20, font=ImageFont.load_default(22))
    page.rotate(1.5, fillcolor=200).save(out, "JPEG", quality=70)
    return out.getvalue()


def _archive(paper: Paper) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(zipfile.ZipInfo("papers/record.pdf"), _pdf(paper))
        made.writestr(zipfile.ZipInfo("papers/photo.jpg"), _photograph(paper))
    return out.getvalue()
