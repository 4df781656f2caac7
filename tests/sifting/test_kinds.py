"""Kinds of files: each is opened by what can open it, and what cannot be opened says why."""

import plistlib
import zipfile
import zlib
from hashlib import sha256
from importlib.util import find_spec
from io import FileIO

import pytest

from rogatory.extraction import kinds
from rogatory.material.archives import ARCHIVES
from rogatory.sifting.budget import BUDGET
from rogatory.sifting.run.hanging import ONE_IN_ANOTHER_FORM
from rogatory.sifting.stages import archives
from rogatory.sifting.stages import identify as kind_of
from rogatory.sifting.stages.compound import written
from rogatory.sifting.stages.subject import Subject
from rogatory.sifting.stages.words.dbase import of_table
from tests.sifting import made
from tests.sifting.seizures import Read, letter, raw_zip, sealed, zipped

ALWAYS = (
    kinds.ZIP.media,
    kind_of.TAR,
    kind_of.GZIP,
    kind_of.BZIP2,
    kind_of.XZ,
    kind_of.ZLIB,
    kind_of.SEVEN,
    kind_of.MBOX,
    kind_of.PST,
)
HAS_ARCHIVES = archives.libarchive is not None
HAS_IMAGES = bool(find_spec("pytsk3"))
SIGNED, ENCIPHERED = made.signed_and_enciphered(b"Content-Type: text/plain\r\n\r\nSigned words.\r\n")
INNER = made.outlook("the second letter", "Words of the second letter.", alone=False)
ENTITIES = "".join(f"<!ENTITY a{number} '{f'&a{number - 1};' * 10}'>" for number in range(1, 10))
BOMB = f"<!DOCTYPE a [<!ENTITY a0 'words'>{ENTITIES}]><a>&a9;</a>"


def overstated(data):
    """A compound file whose head says that it has many more pieces than bytes."""
    return data[:64] + (1 << 29).to_bytes(4, "little") + data[68:]


FILES = {
    "nameless.zip": raw_zip(b"", b"words without a name"),
    "claims.odt": zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "in.txt": b"words of no letter"}),
    "packed.rar": made.rar(b"a/caf\xe9.txt", b"words from a rar"),
    "packed.cpio": made.cpio(**{"b.txt": b"words from a cpio"}),
    "disk.img": made.disk(b"LETTER  TXT", b"words from a disk"),
    "locked.luks": b"LUKS\xba\xbe\0\1" + bytes(600),
    "signed.p7m": SIGNED,
    "enciphered.p7m": ENCIPHERED,
    "mail.eml": letter(attached=[("smime.p7m", SIGNED)]),
    "packed.pgp": made.literal(b"note.txt", b"words from a packed message"),
    "enciphered.pgp": made.enciphered_to_somebody(),
    "armoured.asc": b"-----BEGIN PGP MESSAGE-----\n\nwcBMA\n=abcd\n-----END PGP MESSAGE-----\n",
    "attached.pdf": made.pdf([("annex.txt", b"words from an annex")], note="words of a note"),
    "letter.doc": made.word("words of a letter", {"\x01Ole10Native": made.dragged_in(b"in.txt", b"words dragged in")}),
    "chinese.doc": made.word("会见笔录，第一页", data=made.drawn(made.emf("drawn in a letter"))),
    "upper.doc": made.word("words in great letters", fine=False),
    "object.doc": made.word("outer words", {"Workbook": b"", "CONTENTS": b"words of an object"}),
    "packed.doc": made.word("outer words", {"package": b"words of what is packed in it"}),
    "sheets.xls": made.sheets("Accounts", ["words of a table", "плата"], 1234.5),
    "drawing.prt": made.cadkey(b"a bridge", b"Ab", b"LAYER ONE"),
    "torn.html": b"<html><body><p>words of a page that was\0\1\2 damaged</p></body></html>",
    "old.xls": made.old_sheets(0x09, (1, b"words of Excel 2"), (2, b"written by others")),
    "older.xls": made.old_sheets(0x409, (1, b"words kept in the old way"), (2, b"and in another")),
    "twofold.xls": made.sheets("Accounts", ["words for all", "new ones"],
                               old=made.old_sheets(0x409, (1, b"words for all"), (1, b"old ones"))),
    "wide.xls": made.sheets("Accounts", ["words at the far end"], more=made.reaching(65536, 256) + made.cells()),
    "overstated.xls": overstated(made.sheets("Accounts", ["words of a damaged table"])),
    "drawing.emf": made.emf("drawn words"),
    "letter.rtf": rb"{\rtf1\ansi\ansicpg1251{\*\x hidden}\'ef\'eb\'e0\'f2\'e0\par paid \u8364?}",
    "mail.msg": made.outlook("the first letter", "Words of the first letter.", ("annex.txt", b"an annex"), INNER),
    "answer.eml": letter("Re: the first letter", **{"Message-ID": "<9@x>",
                                                    "In-Reply-To": "<thefirstletter@law.example>"}),
    "spoken.mp3": b"ID3\3\0\0\0\0\0\x1aTIT2\0\0\0\x10\0\0\0words of a tag\0" + bytes(400),
    "objects.rtf": made.rich(b"in.txt", b"words in an object"),
    "winmail.dat": made.winmail(rb"{\rtf1 words of a wrapped message}", "annex.txt", b"words of what is attached"),
    "rich.msg": written({"__properties_version1.0": bytes(32), "__substg1.0_10090102":
                         made.packed_rich(rb"{\rtf1 words of a rich message}")}),
    "plan.vsd": made.plan("words on a plan"),
    "old.ppt": written({"Powerpoint Document": made.slide("words on a slide")}),
    "notes.one": bytes.fromhex("e4525c7b8cd8a74daeb15378d02996d3") + bytes(40) + "words of a note".encode("utf-16-le"),
    "page.plist": plistlib.dumps({"Title": "a web page", "Data": [b"<p>words of a page</p>"]}, fmt=plistlib.FMT_BINARY),
    "table.dbf": made.table("PLACE", [b"words of a row", b"another row"], [b"taken out"]),
    "packed.zlib": zlib.compress(b"words packed alone"),
    "cut.zip": zipped({"part.txt": b"words of a part"}, zipfile.ZIP_STORED)[:-30],
    "changed.zip": zipped({"part.txt": b"words of a part"}, zipfile.ZIP_STORED)[:-30].replace(b"words", b"w0rds"),
    "unknown.zip": zipped({"mimetype": b"application/vnd.some.package", "part.txt": b"words of a part"}),
    "slides.odp": zipped({"mimetype": b"application/vnd.oasis.opendocument.presentation", "content.xml":
                          b"<office><text:p>words &amp; slides</text:p></office>"}),
    "letter.hwp": made.hangul("words of a paragraph"),
    "given.hwp": made.hangul("words that were given out", given_out=True),
    "song.m4a": made.film("words of a title"),
    "table.qpw": made.quattro("words of a cell"),
    "old.arj": made.arj(b"part.txt", b"words from an arj"),
    "pages.warc": made.warc(b"https://law.example/", b"<p>words of a web page</p>"),
    "large.txt": ("words of a large machine " * 5).encode("cp500"),
    "kept.xls": made.sheets("Accounts", ["", "words of a table kept", "x" * 3000], word="VelvetSweatshop"),
    "locked.xls": made.sheets("Accounts", ["words of a table locked"], word="another"),
    "torn.pdf": made.torn_pdf(b"words of a torn page", b""),
    "shown.pdf": made.torn_pdf(b"words not \\(quite\\) shown", shown=b"/F1 Tf "),
    "torn.plist": plistlib.dumps({"Title": "words of a torn list"}, fmt=plistlib.FMT_BINARY)
                  .replace(b"Titl", b"Tit\xe9"),
    "sheet.xlsx": zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml":
                          b'<workbook><sheets><sheet name="Accounts" sheetId="1"/></sheets></workbook>',
                          "xl/worksheets/sheet1.xml":
                          b'<sheetData><c r="A1" t="s"><v>7</v></c><c r="B1"><v>12.5</v></c>'
                          b'<c r="C1"><f>B1*2</f><v>25</v></c>'
                          b'<c r="D1" t="str"><f t="shared" si="0"/><v>came to</v></c>'
                          b'<c r="E1" t="inlineStr"><is><t>written there</t></is></c></sheetData>'}),
}  # fmt: skip


def under_locks():
    """Files under a lock, which takes a second to make: nobody needs it who only gathers tests."""
    return {
        "kept.xlsx": made.sheltered(zipped({"a.txt": b"words under a known lock"}), "VelvetSweatshop"),
        "locked.xlsx": made.sheltered(zipped({"a.txt": b"words under a lock"}), "another"),
        "hashed.xlsx": made.sheltered(zipped({"a.txt": b"words"}), times=1_000_001),
        "bomb.xlsx": made.sheltered(zipped({"a.txt": b"words"}), about=BOMB),
    }


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    found = Read(sealed(tmp_path_factory.mktemp("kinds"), FILES | under_locks()))
    yield found
    found.ledger.close()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ((b"signed.p7m", b"signed content"), "Signed words."),
        ((b"mail.eml", b"smime.p7m", b"signed content"), "Signed words."),
        ((b"packed.pgp", b"note.txt"), "words from a packed message"),
        ((b"attached.pdf",), "words of a note"),
        ((b"attached.pdf", b"annex.txt"), "words from an annex"),
        ((b"letter.doc",), "words of a letter"),
        ((b"letter.doc", b"in.txt"), "words dragged in"),
        ((b"object.doc", b"ObjectPool/_1/CONTENTS"), "words of an object"),
        ((b"packed.doc", b"ObjectPool/_1/package"), "words of what is packed in it"),
        ((b"upper.doc",), "words in great letters"),
        ((b"chinese.doc",), "会见笔录，第一页"),
        ((b"chinese.doc", b"drawing 0.emf"), "drawn in a letter"),
        ((b"sheets.xls",), "плата"),
        ((b"sheets.xls",), "1234.5"),
        ((b"old.xls",), "words of Excel 2\nwritten by others"),
        ((b"older.xls",), "words kept in the old way\nand in another"),
        ((b"twofold.xls",), "Accounts\nwords for all\nnew ones\n0\nold ones"),
        ((b"wide.xls",), "words at the far end"),
        ((b"wide.xls",), "2007200236961520\n2007-01-01\n2007-01-02 12:00:00\n12.25\nTRUE\n#DIV/0!\nwords in records"),
        ((b"overstated.xls",), "words of a damaged table"),
        ((b"drawing.emf",), "drawn words"),
        ((b"letter.rtf",), "paid €"),
        ((b"mail.msg", b"annex.txt"), "an annex"),
        ((b"mail.msg", b"forwarded.msg"), "Words of the second letter."),
        ((b"unknown.zip", b"part.txt"), "words of a part"),
        ((b"old.ppt",), "words on a slide"),
        ((b"plan.vsd",), "words on a plan"),
        ((b"rich.msg", b"body.rtf"), "words of a rich message"),
        ((b"winmail.dat", b"body.rtf"), "words of a wrapped message"),
        ((b"winmail.dat", b"annex.txt"), "words of what is attached"),
        ((b"objects.rtf", b"in.txt"), "words in an object"),
        ((b"spoken.mp3",), "words of a tag"),
        ((b"notes.one",), "words of a note"),
        ((b"page.plist",), "words of a page"),
        ((b"table.dbf",), "PLACE\nwords of a row\nanother row\n(deleted)\ttaken out"),
        ((b"packed.zlib", b"unpacked"), "words packed alone"),
        ((b"nameless.zip", b""), "words without a name"),
        ((b"claims.odt", b"in.txt"), "words of no letter"),
        ((b"slides.odp",), "words & slides"),
        ((b"sheet.xlsx",), "Accounts\n12.5\n25\ncame to\nwritten there"),
        ((b"letter.hwp",), "words of a paragraph"),
        ((b"given.hwp",), "words that were given out"),
        ((b"song.m4a",), "words of a title"),
        ((b"table.qpw",), "words of a cell"),
        ((b"old.arj", b"part.txt"), "words from an arj"),
        ((b"pages.warc", b"https://law.example/"), "words of a web page"),
        ((b"large.txt",), "words of a large machine"),
        ((b"kept.xlsx", b"opened", b"a.txt"), "words under a known lock"),
        ((b"kept.xls", b"opened"), "words of a table kept"),
        ((b"kept.xls", b"opened"), "x" * 3000),
        ((b"torn.pdf",), "words of a torn page"),
        ((b"shown.pdf",), "words not (quite) shown"),
        ((b"torn.plist",), "words of a torn list"),
        ((b"torn.html",), "words of a page that was"),
        ((b"drawing.prt",), "a bridge\nAb\nLAYER ONE"),
    ],
)
def test_words_are_found_in_what_a_file_is_and_in_what_it_holds(read, path, words):
    assert words in read.text(*path)


@pytest.mark.parametrize(
    ("name", "state", "says"),
    [
        (b"enciphered.p7m", "encrypted", "needs its key"),
        (b"enciphered.pgp", "encrypted", "needs its key"),
        (b"locked.luks", "encrypted", "encrypted volume"),
        (b"old.arj", "partial", "packed in a way"),
        (b"armoured.asc", "crash", ""),
    ],
)
def test_what_is_enciphered_or_not_opened_says_so(read, name, state, says):
    assert read.state(name) == state
    assert says in read.says("unpack", name)


def test_what_only_says_that_it_is_a_letter_is_opened_as_the_zip_it_is(read):
    assert read.ledger.media(read.item(b"claims.odt").content) == kinds.ZIP.media


@pytest.mark.parametrize("width", [0, 21])
def test_a_table_whose_columns_are_not_those_of_its_rows_is_not_read_as_one(tmp_path, width):
    data = bytearray(made.table("PLACE", [b"words of a row"]))
    data[32 + 16] = width
    path = tmp_path / "table"
    path.write_bytes(data)
    with FileIO(path) as file, pytest.raises(ValueError, match="do not fit"):
        of_table(Subject(file, len(data), BUDGET, lambda *_: None))


@pytest.mark.parametrize("name", [b"plan.vsd", b"notes.one", b"table.qpw", b"torn.pdf", b"shown.pdf", b"torn.plist",
                                  b"drawing.prt", b"torn.html"])  # fmt: skip
def test_a_file_whose_words_were_taken_as_they_stand_is_for_somebody_to_look_at(read, name):
    assert read.state(name) == "partial"


def test_an_archive_of_another_kind_is_opened_where_the_extra_is_there_and_else_told_to_be_unsupported(read):
    if HAS_ARCHIVES:
        assert read.text(b"packed.rar", b"a/caf\xe9.txt") == "words from a rar"
        assert read.text(b"packed.cpio", b"b.txt") == "words from a cpio"
        assert read.text(b"cut.zip", b"part.txt") == "words of a part"
        assert read.state(b"cut.zip") == "partial"
        # What was changed comes out as it stands, not a byte more, and the archive says so.
        assert read.item(b"changed.zip", b"part.txt").content == sha256(b"w0rds of a part").hexdigest()
        assert "not, byte for byte, what was packed" in read.says("unpack", b"changed.zip")
    else:
        assert read.state(b"packed.rar") == read.state(b"packed.cpio") == "unsupported"
        assert "archives" in read.says("unpack", b"packed.rar")


def test_a_disk_is_read_where_the_extra_is_there_and_what_was_deleted_is_listed(read):
    if HAS_IMAGES:
        assert read.text(b"disk.img", b"LETTER.TXT") == "words from a disk"
        says = {
            item.path: read.ledger.says(item.ident) for item in read.ledger.items(parent=read.item(b"disk.img").content)
        }
        assert says[b"_ONE.TXT"] == "It was deleted; its bytes were not sought."
    else:
        assert read.state(b"disk.img") == "unsupported"


def test_a_table_that_says_it_is_vast_is_read_whole_and_one_that_says_more_than_can_be_is_damaged(read):
    assert [read.state(name) for name in (b"wide.xls", b"overstated.xls")] == ["ok", "partial"]
    assert len(read.text(b"wide.xls")) < 1000  # nothing stands for cells that are blank


def test_a_lock_that_is_not_everybodys_is_not_tried(read):
    assert [read.state(name) for name in (b"kept.xlsx", b"kept.xls")] == ["ok", "ok"]
    assert [read.state(name) for name in (b"locked.xlsx", b"locked.xls")] == ["encrypted", "encrypted"]


def test_a_lock_that_would_take_long_to_try_or_says_endless_things_of_itself_stays(read):
    assert [read.state(name) for name in (b"hashed.xlsx", b"bomb.xlsx")] == ["encrypted", "encrypted"]


def test_messages_of_outlook_are_in_threads_as_others_are(read):
    content = read.item(b"mail.msg").content
    assert read.ledger.thread(content) == read.ledger.thread(read.item(b"answer.eml").content) != ""
    assert (read.item(b"answer.eml").content, content) in read.ledger.edges("replies")


def test_what_is_opened_as_an_archive_makes_no_family():
    assert {*kind_of.ARCHIVES, *kind_of.PACKED, *kind_of.OLDEN, *kind_of.IMAGES, *ALWAYS} == ARCHIVES
    assert kind_of.PACKED < ONE_IN_ANOTHER_FORM
