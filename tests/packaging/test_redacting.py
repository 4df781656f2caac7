"""Redacted forms: what is hidden is in no pixel and no word of what leaves, and nothing beside it undoes that."""

import io
import re
from dataclasses import replace

import pikepdf
import pypdfium2  # type: ignore[import-untyped] # it ships no types
import pytest
from PIL import Image

from rogatory.deployment.law_in_force import law_in_force
from rogatory.law.vocabulary import material as m
from rogatory.material.redaction import Area, Passage, RedactionError, Why
from rogatory.packaging.building import lay_out
from rogatory.packaging.pages import hidden, shows, small
from rogatory.packaging.reading import read
from rogatory.packaging.redacting import Wanted, version
from rogatory.packaging.snapshot import Before, Redacted, SnapshotError
from rogatory.packaging.withheld import Ground
from tests.packaging.office import LETTER, snapshot
from tests.packaging.recorded import item, recorded

HIDDEN = "she fled by the northern road"
TEXT = f"We met on Monday. As I told you, {HIDDEN}, and nobody knows. The invoice is attached.\n"
WHY = "protected identity"


def passage(text=TEXT, words=HIDDEN, reason=WHY):
    start = text.index(words)
    return Passage(start, start + len(words), reason)


def paper(lines, turned=0, cut=None):
    """A paper of one page with lines of Helvetica, perhaps turned or cut."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(420, 200))
    font = document.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    told = "".join(f"BT /F 14 Tf 20 {150 - 30 * n} Td ({line}) Tj ET\n" for n, line in enumerate(lines))
    page.Contents = document.make_stream(told.encode())
    page.Rotate = turned
    if cut:
        page.CropBox = cut
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pixels(data):
    return pypdfium2.PdfDocument(data)[0].render(scale=2).to_pil().convert("L")


def words_of(data):
    """The letters a PDF holds as letters; after drawing anew there are none."""
    return pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()


def ink(data):
    """Share of the pixels that are dark."""
    picture = pixels(data)
    return sum(picture.histogram()[:128]) / (picture.width * picture.height)


def test_of_a_text_only_the_reason_stands_in_its_place():
    made = version(TEXT.encode(), "text/plain", TEXT, Wanted((passage(),)))
    assert made.text == TEXT.replace(HIDDEN, f"[{WHY}]")
    assert (made.data.decode(), made.media) == (made.text, "text/plain")


def test_of_a_message_the_redacted_words_leave_and_never_the_message():
    made = version(b"From: a\r\n\r\n" + TEXT.encode(), "message/rfc822", TEXT, Wanted((passage(),)))
    assert (made.media, HIDDEN in made.data.decode()) == ("text/plain", False)


@pytest.mark.parametrize(
    ("turned", "cut"),
    [(0, None), (90, None), (180, None), (270, None), (0, [10, 60, 400, 190])],
    ids=["upright", "90", "180", "270", "cut"],
)
def test_of_a_paper_the_letters_are_black_in_the_pixels_whichever_way_it_is_turned(turned, cut):
    lines = ["We met on Monday. As I told you,", HIDDEN, "and nobody knows."]
    data, text = paper(lines, turned, cut), "\n".join(lines)
    whole = version(data, "application/pdf", text, Wanted((passage(text),)))
    assert (whole.media, words_of(whole.data)) == ("application/pdf", "")
    # Where the line stood, everything is black: the page with that line alone has no letter left.
    alone = version(paper([" ", HIDDEN, " "], turned, cut), "application/pdf", HIDDEN, Wanted((passage(HIDDEN),)))
    dark = pixels(alone.data)
    left, top, right, bottom = dark.point(lambda value: 255 if value < 128 else 0).getbbox()
    inside = dark.crop((left + 2, top + 2, right - 2, bottom - 2))
    assert inside.getextrema()[1] < 128, "a letter can be told apart in the black"
    assert ink(whole.data) > ink(data) + 0.03


def test_a_passage_broken_over_two_lines_is_black_on_both():
    lines = ["As I told you, she fled by", "the northern road, and nobody knows."]
    text = "\n".join(lines)
    made = version(paper(lines), "application/pdf", text, Wanted((passage(text, "she fled by\nthe northern road"),)))
    dark = pixels(made.data)
    for row in (150, 120):  # the lines of letters, in points from below; through their middle goes one black line
        middle = dark.crop((0, 400 - 2 * row - 10, dark.width, 400 - 2 * row - 9)).point(lambda v: 255 * (v < 64))
        assert max(map(len, middle.tobytes().split(b"\0"))) > 100
    assert made.text == f"As I told you, [{WHY}], and nobody knows."


def test_an_area_of_a_picture_is_black_whatever_was_there():
    out = io.BytesIO()
    Image.new("RGB", (200, 100), "white").save(out, "PNG")
    made = version(out.getvalue(), "image/png", "", Wanted((), (Area(1, 0.25, 0.25, 0.75, 0.75, WHY),)))
    picture = Image.open(io.BytesIO(made.data)).convert("L")
    assert picture.crop((55, 30, 145, 70)).getextrema() == (0, 0)
    assert picture.crop((0, 0, 40, 20)).getextrema() == (255, 255)


REFUSED = {
    "nothing marked": (TEXT, "text/plain", [], [], "mark what is to be hidden"),
    "it stands there twice": (f"{TEXT}Again: {HIDDEN}.", "text/plain", [passage()], [], "stands in what is left too"),
    "no such characters": (TEXT, "text/plain", [Passage(5, 900, WHY)], [], "no passage of their own"),
    "an area of a text": (TEXT, "text/plain", [passage()], [Area(1, 0, 0, 1, 1, WHY)], "areas can be marked on papers"),
}


@pytest.mark.parametrize(("text", "media", "passages", "areas", "says"), REFUSED.values(), ids=REFUSED)
def test_what_would_hide_nothing_is_refused_with_its_reason(text, media, passages, areas, says):
    with pytest.raises(RedactionError, match=says):
        version(text.encode(), media, text, Wanted(tuple(passages), tuple(areas)))


def test_words_that_are_only_pixels_must_be_marked_on_the_page():
    with pytest.raises(RedactionError, match="mark its place on the page"):
        version(paper(["a scan"]), "application/pdf", TEXT, Wanted((passage(),)))
    with pytest.raises(RedactionError, match="there is no page 7"):
        version(paper(["a scan"]), "application/pdf", TEXT, Wanted((passage(),), (Area(7, 0, 0, 1, 1, WHY),)))


LINE = (20 / 420, 70 / 200, 400 / 420, 95 / 200)
"""Where the second line of `paper` stands, in shares of the page."""


def test_words_under_an_area_are_hidden_in_the_text_too_and_wherever_else_they_stand():
    lines = ["As I told you,", HIDDEN, f"and again: {HIDDEN}."]
    text = "\n".join(lines)
    made = version(paper(lines), "application/pdf", text, Wanted((), (Area(1, *LINE, WHY),)))
    assert made.text == f"As I told you,\n[{WHY}]\nand again: [{WHY}]."
    assert [text[one.start : one.end] for one in made.hidden] == [HIDDEN, HIDDEN]
    dark = pixels(made.data)
    for row in (120, 90):
        middle = dark.crop((100, 400 - 2 * row - 10, dark.width, 400 - 2 * row - 9)).point(lambda v: 255 * (v < 64))
        assert max(map(len, middle.tobytes().split(b"\0"))) > 100


def test_an_area_that_cuts_through_a_word_hides_it_whole():
    text = "Alexander"
    left, top, _, bottom = LINE
    half = Area(1, left + 0.06, top, left + 0.09, bottom, WHY)
    made = version(paper([" ", text]), "application/pdf", text, Wanted((), (half,)))
    assert made.text == f"[{WHY}]"
    # The middle of its letters, 14 points high above the base line at 120 of 200, is one black line.
    middle = pixels(made.data).crop((0, 150, 840, 151)).point(lambda v: 255 * (v < 64)).tobytes()
    assert 110 < max(map(len, middle.split(b"\0"))) < 180


def test_an_area_of_a_scan_hides_words_that_somebody_must_name():
    scan = paper([" "])
    area = Area(1, *LINE, WHY)
    with pytest.raises(RedactionError, match="mark the words it hides in the text too"):
        version(scan, "application/pdf", TEXT, Wanted((), (area,)))
    assert version(scan, "application/pdf", TEXT, Wanted((), (area,), wordless=True)).text == TEXT
    assert HIDDEN not in version(scan, "application/pdf", TEXT, Wanted((passage(),), (area,))).text
    with pytest.raises(RedactionError, match="which the text has otherwise"):
        version(paper([" ", "an old name"]), "application/pdf", "another name", Wanted((), (area,)))


def test_the_same_content_and_marks_make_the_same_bytes():
    wanted = Wanted((), (Area(1, *LINE, WHY),))
    made = [version(paper(["a", HIDDEN]), "application/pdf", f"a\n{HIDDEN}", wanted).data for _ in range(2)]
    assert made[0] == made[1]


def test_what_stands_in_the_place_of_what_is_hidden_tells_no_more_than_the_log_of_what_is_withheld():
    assert {why.shown for why in Why} <= {ground.value for ground in Ground}


@pytest.mark.parametrize(("page", "right", "reason"), [(0, 1, WHY), (1, 0, WHY), (1, 1.5, WHY), (1, 1, " ")])
def test_an_area_that_is_none_is_refused(page, right, reason):
    with pytest.raises(RedactionError):
        Area(page, 0, 0, right, 1, reason)


VERSION = TEXT.replace(HIDDEN, f"[{WHY}]")
START = TEXT.index(HIDDEN)
SAID = {"version": item("version"), "of": item("whole"),
        "passages": [{"start": START, "end": START + len(HIDDEN), "reason": WHY}]}  # fmt: skip
PRIVILEGED = {"privilege": {m.privilege.id: "confirmed"}}


def package(folder, texts, send, told=None):
    told = {"whole": PRIVILEGED} if told is None else told
    return read(recorded(folder, {"whole": TEXT, "version": VERSION, **texts}, send=send, told=told, redacted=[SAID]),
                law_in_force())  # fmt: skip


def refused(snapshot, says):
    with pytest.raises(SnapshotError, match=re.escape(says)):
        lay_out(snapshot)


def test_a_redacted_form_leaves_and_its_withheld_original_does_not(tmp_path):
    made = lay_out(package(tmp_path, {"letter": LETTER}, ("version", "letter")))
    assert not made.unshipped


def test_a_redacted_form_that_shows_what_is_hidden_does_not_leave(tmp_path):
    found = package(tmp_path, {"version": VERSION + HIDDEN}, ("version",))
    refused(found, "shows passage 1, hidden in the redacted form")


@pytest.mark.parametrize(
    "sibling",
    [f"A draft: {HIDDEN}.", "A draft: SHE FLED\nby the nor-\nthern road.", "She fled in spring by the northern road."],
    ids=["the words", "spaced and broken", "some words changed"],
)
def test_a_sibling_that_undoes_a_redaction_stops_the_package(tmp_path, sibling):
    found = package(tmp_path, {"draft": sibling}, ("version", "draft"))
    refused(found, f"item {item('draft')} shows passage 1, hidden in the redacted form")


def test_an_original_never_leaves_beside_its_redacted_form(tmp_path):
    found = package(tmp_path, {}, ("version", "whole"), told={})
    refused(found, "a redacted form of it leaves, so it does not")


def test_a_tainted_record_is_tainted_with_passages_hidden(tmp_path):
    origins = [{"item": item("whole"), "why": "beaten out of him", "source": "F1"}]
    path = recorded(tmp_path, {"whole": TEXT, "version": VERSION}, send=("version",), told={}, redacted=[SAID],
                    origins=origins)  # fmt: skip
    with pytest.raises(SnapshotError, match="withheld"):
        read(path, law_in_force())


PAGE = ["Receipt of the month of May", "paid by Karin Holt in cash", "with thanks of the house"]
AREA = Area(1, 0.04, 0.35, 0.95, 0.47, Why.THIRD_PARTY.shown)


def photograph(data, width=700, turned=0, box=None):
    """A paper as a picture somebody took of it: of another size, greyer, perhaps turned or with a bar over it."""
    page = pypdfium2.PdfDocument(data)[0]
    picture = (
        page.render(scale=width / page.get_size()[0]).to_pil().convert("L").point(lambda level: 30 + level * 4 // 5)
    )
    if box:
        across, down = picture.size
        picture.paste(0, (int(0.03 * across), int(0.33 * down), int(0.96 * across), int(0.48 * down)))
    out = io.BytesIO()
    picture.rotate(turned, expand=True).save(out, "JPEG", quality=60)
    return out.getvalue()


@pytest.mark.parametrize(
    ("other", "seen"),
    [
        (photograph(paper(PAGE)), True),
        (photograph(paper(PAGE), 420, turned=90), True),
        (photograph(paper(PAGE), box=True), False),
        (
            photograph(paper(["Receipt of the month of June", "nothing was paid to anybody", "the house is closed"])),
            False,
        ),
    ],
    ids=["of another size", "turned", "hidden there too", "another receipt"],
)
def test_a_picture_of_the_page_undoes_what_is_hidden_on_it_and_no_other_does(other, seen):
    whole = paper(PAGE)
    form = version(whole, "application/pdf", "", Wanted((), (AREA,), wordless=True))
    (page,) = hidden(small(whole), small(form.data))
    assert page.page == 1
    assert any(shows(page, one) for one in small(other)) is seen


def test_a_picture_that_shows_a_hidden_page_stops_the_package_in_it_and_after_it():
    whole, photo = paper(PAGE), photograph(paper(PAGE))
    form = version(whole, "application/pdf", "", Wanted((), (AREA,), wordless=True))
    made = snapshot((form.data, "application/pdf"), (photo, "image/jpeg"))
    one, other = (piece.cleared for piece in made.pieces)
    told = (Redacted(one.item, item("whole"), made.store.put(whole), None, ()),)
    refused(replace(made, redacted=told), f"item {other.item} shows page 1, of which something is hidden in")
    left = (Before(other.item, other.content, None, "image/jpeg"),)
    alone = replace(made, redacted=told, pieces=made.pieces[:1])
    assert lay_out(alone).files
    refused(replace(alone, before=left), f"item {other.item}, which has left already, shows page 1")
    gone = (Before(one.item, one.content, None, "application/pdf"),)
    refused(replace(made, redacted=told, pieces=made.pieces[1:], before=gone), f"item {other.item} shows page 1")
