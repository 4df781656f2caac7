"""Workbooks that somebody fetched: their sheets as rows of text, and what is refused with its mend."""

import io
import zipfile

import pytest

from rogatory.extraction.workbook import WorkbookError, is_workbook, sheets_of
from rogatory.states.indices.catalogue import catalogue
from rogatory.states.indices.reading import sheet_of

_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def workbook(**sheets):
    """A small XLSX: each sheet a list of rows; numbers as numbers, words as words."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        kinds = "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
            for n in range(1, len(sheets) + 1)
        )
        packed.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType='
            f'"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{kinds}</Types>',
        )
        packed.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" Type="{_REL}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        names = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(sheets, 1))
        packed.writestr("xl/workbook.xml", f'<workbook {_NS} xmlns:r="{_REL}"><sheets>{names}</sheets></workbook>')
        ties = "".join(
            f'<Relationship Id="r{n}" Type="{_REL}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n in range(1, len(sheets) + 1)
        )
        packed.writestr(
            "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{_PACKAGE}/relationships">{ties}</Relationships>'
        )
        for n, rows in enumerate(sheets.values(), 1):
            told = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
            packed.writestr(
                f"xl/worksheets/sheet{n}.xml", f"<worksheet {_NS}><sheetData>{told}</sheetData></worksheet>"
            )
    return out.getvalue()


def cell(value):
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{value}</t></is></c>' if value else "<c/>"
    return f"<c><v>{value}</v></c>"


def test_each_sheet_is_rows_of_text_and_a_whole_number_has_no_point():
    data = workbook(Index=[["About"]], Values=[["Country", "Edition", "Total"], ["Belarus", 2099, 8.5], ["", 7.0, ""]])
    assert is_workbook(data)
    index, values = sheets_of(data)
    assert index == [["About"]]
    assert values[:2] == [["Country", "Edition", "Total"], ["Belarus", "2099", "8.5"]]
    assert values[2][:2] == ["", "7"]


def test_the_table_of_a_data_set_is_found_in_its_workbook():
    head = ["Country/Territory", "Region", "C/T", "Edition", "Status", "Total"]
    data = workbook(Index=[["About"]], FIW=[["", "", ""], head, ["Belarus", "Eurasia", "c", 2099, "NF", 9]])
    rows = sheet_of(catalogue()["fitw"], sheets_of(data))
    assert rows[-1] == ["Belarus", "Eurasia", "c", "2099", "NF", "9"]


REFUSED = {
    "an old one": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "save it as XLSX or CSV"),
    "damaged": (workbook(A=[["x"]])[:200], "cannot be unpacked"),
    "no workbook but a ZIP": (None, "no workbook that can be read"),
}


@pytest.mark.parametrize(("data", "why"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_with_the_mend(data, why):
    if data is None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as packed:
            packed.writestr("note.txt", "no workbook")
        data = out.getvalue()
    with pytest.raises(WorkbookError, match=why):
        sheets_of(data)


def test_a_part_that_grows_beyond_its_limit_is_not_unpacked():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b" " * 8_000_000)
    with pytest.raises(WorkbookError, match="unpacks to more than"):
        sheets_of(out.getvalue())
