"""Texts whose encoding nobody tells."""

from time import process_time

import pytest

from rogatory.extraction.markup import text_of_html
from rogatory.extraction.plain import decoded
from rogatory.extraction.reading import read
from rogatory.received.pages import State

RUSSIAN = "Следственный комитет просит допросить свидетеля по уголовному делу № 12 о хищении."
UKRAINIAN = "Генеральна прокуратура України просить допитати свідка у кримінальному провадженні."
TURKISH = "Cumhuriyet Başsavcılığı, şüphelinin ifadesinin alınmasını ve dosyanın gönderilmesini rica eder. Iğdır."
FRENCH = "Le juge d’instruction prie l’autorité compétente d’entendre le témoin désigné ci-après, à Liège."
GERMAN = "Die Staatsanwaltschaft ersucht um Vernehmung des Beschuldigten gemäß § 73 über die Übergabe in München."
POLISH = "Prokuratura zwraca się z prośbą o przesłuchanie świadka w sprawie karnej, żądając łącznie źródeł."
DUTCH = "Het parket verzoekt de bevoegde autoriteit om de getuige te horen; coördinatie via Eurojust, één zitting."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "windows-1251"),
        (RUSSIAN.replace("№", "N"), "koi8-r"),
        (RUSSIAN.replace("№", "N"), "iso-8859-5"),
        (RUSSIAN, "cp866"),
        (RUSSIAN.upper(), "windows-1251"),
        (UKRAINIAN, "windows-1251"),
        (TURKISH, "windows-1254"),
        (TURKISH, "iso-8859-9"),
        (FRENCH, "windows-1252"),
        (FRENCH.replace("’", "'"), "iso-8859-1"),
        (FRENCH.replace("’", "'"), "iso-8859-15"),
        (GERMAN, "windows-1252"),
        (DUTCH, "windows-1252"),
        (POLISH, "windows-1250"),
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-8-sig"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (FRENCH, "utf-16-le"),
        ("plain letter", "ascii"),
    ],
)
def test_the_encoding_is_the_one_that_makes_words(text, encoding):
    assert decoded(text.encode(encoding)).text == text


def test_what_the_sender_tells_is_believed_where_it_fits():
    assert decoded("дело".encode("koi8-r"), "koi8-r").text == "дело"
    assert decoded(RUSSIAN.encode(), "no-such-thing").text == RUSSIAN
    assert decoded(RUSSIAN.encode("windows-1251"), "us-ascii").text == RUSSIAN


def test_a_text_is_pages_of_lines():
    part = read("letter.pdf", b"First\r\nsecond\fthird")
    assert (part.media, part.state) == ("text/plain", State.READ)
    assert [page.text for page in part.pages] == ["First\nsecond", "third"]
    assert [line.start for line in part.pages[0].lines] == [0, 6]


def test_characters_no_store_keeps_become_spaces():
    assert read("a.txt", b"a\x1bb").pages[0].text == "a b"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("a<script>if (b<c) d</script >e<style/>f", "aef"),
        ("a<script src=x/>b</script>c<template><p>d</template>e", "ac\ne"),
        ('<b title="x>y">z</b><i title=\'a"b\'>c</i><u d"e>f', "zcf"),
        ("<BR>a<br/>b<td>c<td/>d</td>e", "\na\nb\tcde"),
        ("1 < 2 <3</>4</ 5>6<?xml?>7<!DOCTYPE html>8", "1 < 2 <34678"),
        ("<!-->a<!-- b --!>c<!--d<p>e-->f<![if x]>g<![endif]-->h", "acfgh"),
        ("&lt;b&gt; &#233;&eacute &amp;amp;\xa0\n f", "<b> \xe9\xe9 &amp; f"),
        ("<m><![CDATA[ a<b & &amp; ]]>c", "a<b & &amp; c"),
    ],
)
def test_a_tag_and_a_remark_begin_and_end_where_a_browser_says_so(page, words):
    assert text_of_html(page) == words


@pytest.mark.parametrize(
    "opens", ["<!-- ", "<![CDATA[", "<!x ", "<?x ", "</ ", "<a ", '<a href="', '<a b=\'c">"', "a<"]
)
def test_what_stands_in_html_after_something_that_never_ends_is_read(opens):
    assert "murder of the witness" in text_of_html(f"<p>one</p>{opens}murder of the witness")


@pytest.mark.parametrize(
    "piece", ["<a ", '<a ="', "<!--", "<![CDATA[", "<?", "</", "<script>", "<a b=", "&", "<td x=x/"]
)
def test_html_that_never_ends_anything_is_read_in_proportion_to_its_length(piece):
    begun = process_time()
    text_of_html(piece * 200_000 + "\">'")
    assert process_time() - begun < 20


def test_html_is_words_only():
    page = (
        b"<html><head><title>t</title><script>alert(1)</script></head><body><p>One&amp;two<br>three</p><p>four</body>"
    )
    part = read("a.txt", page)
    assert (part.media, part.pages[0].text) == ("text/html", "One&two\nthree\n\nfour")


@pytest.mark.parametrize(
    ("data", "state"),
    [
        (b"", State.EMPTY),
        (b" \n ", State.EMPTY),
        (bytes(range(256)) * 4, State.UNSUPPORTED),
        (b"MZ\x90\0program", State.HELD),
        (b"7z\xbc\xaf\x27\x1cxx", State.UNSUPPORTED),
        (b"{\\rtf1 x}", State.UNSUPPORTED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), State.ENCRYPTED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), State.UNSUPPORTED),
    ],
)
def test_what_cannot_be_read_says_so(data, state):
    part = read("a.pdf", data)
    assert part.state is state
    assert part.says.endswith(".")
    assert not part.parts
