"""PDF and DOCX: what is read in them, and what is told of the rest."""

import io

import pytest
from PIL import Image

from rogatory.extraction.found import UnreadableError
from rogatory.extraction.reading import image, part_bytes, read
from rogatory.received.pages import State
from tests.extraction import samples


class TestPdf:
    def test_each_line_has_its_place(self):
        part = read("letter", samples.pdf("To the competent authority", "Page two"))
        assert (part.media, part.state) == ("application/pdf", State.READ)
        assert [page.text for page in part.pages] == ["To the competent authority", "Page two"]
        first = part.pages[0]
        assert (first.width, first.height) == (595, 842)
        box = first.lines[0].box
        assert box
        assert box.left == pytest.approx(72 / 595, abs=0.01)
        assert box.bottom == pytest.approx((842 - 720) / 842, abs=0.01)
        assert box.top < box.bottom

    def test_a_turned_page_is_read_as_it_is_shown(self):
        data = samples.pdf("Turned").replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 595 842] /Rotate 90")
        (page,) = read("letter", data).pages
        assert (page.width, page.height) == (842, 595)
        box = page.lines[0].box
        assert box
        assert box.bottom - box.top > box.right - box.left
        assert box.left == pytest.approx(720 / 842, abs=0.02)

    def test_a_page_can_be_looked_at(self):
        shown = Image.open(io.BytesIO(image(samples.pdf("One", "Two"), (), 2, 300)))
        assert shown.format == "PNG"
        assert shown.width == 300
        assert shown.height == pytest.approx(300 * 842 / 595, abs=1)

    @pytest.mark.parametrize(("path", "page"), [((), 0), ((), 3), ((0,), 1)])
    def test_a_page_that_is_not_there(self, path, page):
        with pytest.raises(UnreadableError):
            image(samples.pdf("One", "Two"), path, page, 300)


class TestDocx:
    def test_paragraphs_tables_and_notes_in_their_order(self):
        table = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
        body = samples.paragraph("Dear colleagues,") + table.format(
            samples.paragraph("Name"), samples.paragraph("Иванов")
        )
        notes = f'<w:footnotes xmlns:w="{samples._W}">{samples.paragraph("See annex")}</w:footnotes>'
        part = read("letter", samples.docx(body, ("word/footnotes.xml", notes.encode())))
        assert part.state is State.READ
        assert part.pages[0].text == "Dear colleagues,\nName\tИванов\n[footnote] See annex"

    def test_what_was_struck_out_or_hidden_is_told_and_not_read(self):
        body = (
            "<w:p><w:r><w:t>within </w:t></w:r><w:del><w:r><w:delText>10</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>30</w:t></w:r></w:ins><w:r><w:t> days</w:t></w:r>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>"
        )
        part = read("letter", samples.docx(body))
        assert part.pages[0].text == "within 30 days"
        assert {("deleted", "10"), ("inserted", "30"), ("hidden", "secret")} <= set(part.facts)

    def test_macros_are_held(self):
        part = read("letter", samples.docx(samples.paragraph("Text"), ("word/vbaProject.bin", b"macro")))
        assert [(inner.name, inner.state) for inner in part.parts] == [("word/vbaProject.bin", State.HELD)]
        assert part.pages[0].text == "Text"

    @pytest.mark.parametrize(
        "declared",
        [
            '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        ],
        ids=["billion laughs", "outside entity"],
    )
    def test_declared_entities_are_refused(self, declared):
        body = "<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body>"
        document = f'{declared}<w:document xmlns:w="{samples._W}">{body}</w:document>'
        data = samples.packed(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.encode()))
        part = read("letter", data)
        assert part.state is State.DAMAGED
        assert "entities" in part.says
        assert not part.pages


def test_a_part_can_be_taken_out():
    inner = samples.packed(("two.txt", b"second"))
    data = samples.packed(("one.txt", b"first"), ("inner.zip", inner))
    assert part_bytes(data, ()) == data
    assert part_bytes(data, (1,)) == inner
    assert part_bytes(data, (1, 0)) == b"second"
    with pytest.raises(UnreadableError):
        part_bytes(data, (7,))
