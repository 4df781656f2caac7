"""PDF and DOCX: what is read in them, and what is told of the rest."""

import io
from typing import ClassVar

import pytest
import typst
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

    def test_two_texts_side_by_side_are_read_one_after_the_other(self):
        cell = f"<w:tc>{samples.paragraph('{}')}{samples.paragraph('{}')}</w:tc>"
        row = cell.format("Our ref.", "12/2025") + cell.format("Notre réf.", "13/2025")
        part = read("letter", samples.docx(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>"))
        assert part.pages[0].text == "Our ref.\n12/2025\nNotre réf.\n13/2025"

    def test_what_was_struck_out_or_hidden_is_told_and_not_read(self):
        body = (
            "<w:p><w:r><w:t>within </w:t></w:r><w:del><w:r><w:delText>10</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>30</w:t></w:r></w:ins><w:r><w:t> days</w:t></w:r>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>"
        )
        part = read("letter", samples.docx(body))
        assert part.pages[0].text == "within 30 days"
        assert {("deleted", "10"), ("inserted", "30"), ("hidden", "secret")} <= set(part.facts)

    def test_what_it_would_fetch_is_told(self):
        relation = '<Relationship Type="x/{}" TargetMode="External" Target="http://template.example/{}"/>'
        told = relation.format("attachedTemplate", "a.dotm") + relation.format("hyperlink", "b")
        files = ("word/_rels/settings.xml.rels", f"<Relationships>{told}</Relationships>".encode())
        part = read("letter", samples.docx(samples.paragraph("Text"), files))
        assert [fact for fact in part.facts if fact[0] == "fetches"] == [("fetches", "http://template.example/a.dotm")]

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


class TestForms:
    FORM: ClassVar = {
        1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R 6 0 R 7 0 R] /DA (/Helv 0 Tf) >> >>",
        2: "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        4: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [5 0 R 6 0 R 7 0 R] >>",
        5: "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a1) /TU (Issuing authority) /V (Parket Amsterdam) "
        "/Rect [100 700 300 720] >>",
        6: "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a2) /Rect [100 650 300 670] >>",
        7: "<< /Type /Annot /Subtype /Widget /FT /Btn /T (urgent) /V /Yes /AS /Yes /Rect [100 600 110 610] "
        "/AP << /N << /Yes 8 0 R /Off 8 0 R >> >> >>",
        8: "<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] /Length 0 >>\nstream\n\nendstream",
    }

    def test_what_a_form_was_filled_in_with_becomes_lines(self):
        part = read("eio.pdf", samples.assembled(self.FORM))
        assert part.state is State.READ
        assert part.pages[0].text == "Issuing authority: Parket Amsterdam\nurgent: yes"
        box = part.pages[0].lines[0].box
        assert box
        assert box.left == pytest.approx(100 / 595, abs=0.01)
        assert box.top == pytest.approx((842 - 720) / 842, abs=0.01)

    @pytest.mark.parametrize(
        ("catalog", "facts"),
        [
            ("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", {("action", "JavaScript")}),
            ("/OpenAction << /S /J#61vaScript /JS (x) >>", {("action", "JavaScript")}),
            ("/OpenAction << /S /Launch /F (cmd.exe) >>", {("action", "Launch")}),
            (
                "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\(2\\)) >>] >> >>",
                {("action", "JavaScript"), ("script", "app.alert(2)")},
            ),
            ("/OpenAction [10 0 R /Fit]", set()),
        ],
    )
    def test_what_it_would_start_is_told(self, catalog, facts):
        part = read("letter", samples.pdf("Text", catalog=catalog))
        assert part.state is State.READ
        assert {fact for fact in part.facts if fact[0] in ("action", "script")} == facts

    def test_a_file_in_a_pdf_is_a_part(self):
        objects = samples.objects_of("See the annex")
        objects[1] = "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(a) 900 0 R] >> >> >>"
        objects[900] = "<< /Type /Filespec /F (annex.exe) /UF (annex.exe) /EF << /F 901 0 R >> >>"
        objects[901] = "<< /Type /EmbeddedFile /Length 8 >>\nstream\nMZ\x90\x00exe!\nendstream"
        data = samples.assembled(objects)
        part = read("letter", data)
        assert part.pages[0].text == "See the annex"
        (inner,) = part.parts
        assert (inner.name, inner.state) == ("annex.exe", State.HELD)
        assert part_bytes(data, (0,)) == b"MZ\x90\x00exe!"


class TestOdt:
    SPACES = 'xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:table="b"'

    def odt(self, body: str, *files: tuple[str, bytes], styles: str = "") -> bytes:
        inside = f"{styles}<office:body>{body}</office:body>"
        content = f"<office:document-content {self.SPACES}>{inside}</office:document-content>"
        mimetype = ("mimetype", b"application/vnd.oasis.opendocument.text")
        return samples.packed(mimetype, ("content.xml", content.encode()), *files)

    def test_paragraphs_tables_and_notes_in_their_order(self):
        row = "<table:table-row>{}{}</table:table-row>"
        cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
        told = "<text:note-citation>1</text:note-citation><text:note-body><text:p>see</text:p></text:note-body>"
        note = f"<text:note>{told}</text:note>"
        cells = row.format(cell.format("Name"), cell.format("Иванов"))
        body = f"<text:h>Request</text:h><text:p>of the court{note}</text:p><table:table>{cells}</table:table>"
        styles = f"<a {self.SPACES}><style:header><text:p>Ministry</text:p></style:header></a>"
        part = read("letter", self.odt(body, ("styles.xml", styles.encode())))
        assert (part.media, part.state) == ("application/vnd.oasis.opendocument.text", State.READ)
        assert part.pages[0].text == "Request\nof the court [see]\nName\tИванов\n[header] Ministry"

    def test_what_was_struck_out_or_hidden_is_told_and_not_read(self):
        region = "<text:changed-region><text:deletion><text:p>10 days</text:p></text:deletion></text:changed-region>"
        changes = f"<text:tracked-changes>{region}</text:tracked-changes>"
        styles = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
        body = f'{changes}<text:p>30 days<text:span text:style-name="H">secret</text:span></text:p>'
        part = read("letter", self.odt(body, styles=styles))
        assert part.pages[0].text == "30 days"
        assert {("deleted", "10 days"), ("hidden", "secret")} <= set(part.facts)

    def test_macros_are_held(self):
        part = read("letter", self.odt("<text:p>Text</text:p>", ("Basic/Standard/Module1.xml", b"<x>Sub Main</x>")))
        assert [inner.state for inner in part.parts] == [State.HELD]

    def test_an_encrypted_one(self):
        manifest = ("META-INF/manifest.xml", b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>")
        assert read("letter", self.odt("", manifest)).state is State.ENCRYPTED


class TestData:
    def test_a_notice_of_interpol(self):
        notice = b'{"entity_id": "2031/10001", "nationalities": ["KZ"], "arrest_warrants": [{"charge": "theft"}]}'
        part = read("n.json", notice)
        assert (part.media, part.state) == ("application/json", State.READ)
        assert "arrest warrants charge: theft" in part.pages[0].text
        assert ("notice", "2031/10001") in part.facts

    def test_an_investigation_order_in_xml(self):
        state = '<IssuingState code="NL">Netherlands</IssuingState>'
        order = f'<EuropeanInvestigationOrder xmlns="urn:eio">{state}</EuropeanInvestigationOrder>'
        part = read("eio", order.encode())
        assert part.pages[0].text == "European Investigation Order\nIssuing State: Netherlands\nIssuing State code: NL"
        assert ("form", "EIO") in part.facts

    @pytest.mark.parametrize(
        ("data", "state"),
        [
            (b'{"a": ' * 100_000, State.TOO_LARGE),
            (b'{"not": json', State.READ),
            (b"<a><b></a>", State.DAMAGED),
            (b"<a>" * 200_000, State.DAMAGED),
            (b"<a>" * 50_000 + b"</a>" * 50_000, State.READ),
        ],
    )
    def test_data_that_is_not_well_formed(self, data, state):
        assert read("x", data).state is state


def test_columns_of_a_line_stand_apart_and_words_of_a_line_set_to_a_width_do_not():
    words = "Zusammenarbeit der Justizbehörden in Strafsachen erfordert gegenseitiges Vertrauen " * 3
    source = f"#grid(columns: (5cm, 5cm), [Surname], [Testov])\n#set par(justify: true)\n#block(width: 12cm)[{words}]"
    lines = [line.text for line in read("letter.pdf", typst.compile(source.encode())).pages[0].lines]
    assert "Surname   Testov" in lines
    assert all("  " not in line for line in lines[1:])
