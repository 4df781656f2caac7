"""Bytes that are no case file: not text, not YAML, or YAML beyond what a case file needs."""

import gzip
import io
import json
import zipfile
from random import Random

import yaml

from rogatory.intake.yaml_source import LARGEST_BYTES
from tests.malformed.sound import SOUND, Foreign

BOMB = b"a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + b"".join(
    f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n".encode() for i in range(1, 10)
)
"""Nine times nine times nine ... : a thousand million values in half a thousand bytes."""
AS_JSON = json.dumps(yaml.load(SOUND, yaml.BaseLoader)).encode()  # noqa: S506 - our own text, read as text
FULL = SOUND.encode() + b"#" * (LARGEST_BYTES - len(SOUND.encode()))
"""As large as a file may be."""

EMPTY = "the file is empty. A case file needs at least `id`, `title` and `request`."
EXPECTED = "a case file was expected. Begin with `id:`, `title:` and `request:`."
SECOND = "a second document. One case, one file: remove the line `---`."
ALIAS = "Write the value out; quote a text that begins with `*`."
ANCHOR = "Remove it; quote a text that begins with `&`."
TAG = "Remove it; quote a text that begins with `!`."
TAB = "a tab stands where YAML wants spaces. Indent with spaces."
FILL = "Fill it in, or leave it out; quote the words null and ~ if they are meant."
CONTROL = "Remove it; save the file as plain text in UTF-8."
OTHER = "not plain text. Save the case file as plain text in UTF-8."
DEEP = "line 1: nesting deeper than 12. A case file needs no such depth; flatten it."


def zipped() -> bytes:
    """A case file in an archive."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as inside:
        inside.writestr(zipfile.ZipInfo("case.yaml"), SOUND)
    return archive.getvalue()


FOREIGN = (
    Foreign("nothing at all", b"", EMPTY),
    Foreign("a byte order mark and nothing else", b"\xef\xbb\xbf", EMPTY),
    Foreign("only spaces", b"   \n  \n", EMPTY),
    Foreign("only comments", b"# a case\n# to be written\n", EMPTY),
    Foreign("only the mark of a document", b"---\n", f"line 2: {EXPECTED}"),
    Foreign("a word", b"case\n", f"line 1: {EXPECTED}"),
    Foreign("a list", b"- id: sound\n- title: x\n", f"line 1: {EXPECTED}"),
    Foreign("null", b"null\n", f"line 1: {EXPECTED}"),
    Foreign("a number", b"42\n", f"line 1: {EXPECTED}"),
    Foreign("two documents", SOUND.encode() + b"---\n" + SOUND.encode(), f"line 128: {SECOND}"),
    Foreign("a second document that is empty", SOUND.encode() + b"---\n", f"line 128: {SECOND}"),
    Foreign("an anchor", b"id: &name sound\n", f"line 1: an anchor (`&name`). {ANCHOR}"),
    Foreign("an alias to nothing", b"id: *name\n", f"line 1: an alias (`*name`). {ALIAS}"),
    Foreign("an anchor and its alias", b"id: &name sound\ntitle: *name\n", f"line 1: an anchor (`&name`). {ANCHOR}"),
    Foreign(
        "a merge of an alias",
        b"id: a\nrequest: &r {kind: mla}\ndecided:\n  <<: *r\n",
        f"line 2: an anchor (`&r`). {ANCHOR}",
    ),
    Foreign(
        "a text that begins with a star", b"id: sound\ntitle: *important\n", f"line 2: an alias (`*important`). {ALIAS}"
    ),
    Foreign("a bomb of aliases", BOMB, f"line 1: an anchor (`&a0`). {ANCHOR}"),
    Foreign(
        "a tag that calls Python",
        b"id: !!python/object/apply:os.system [ls]\n",
        f"line 1: a tag ('!!python/object/apply:os.system'). {TAG}",
    ),
    Foreign(
        "a tag of Python's objects",
        b"id: sound\nrequest: !!python/object:builtins.dict {}\n",
        f"line 2: a tag ('!!python/object:builtins.dict'). {TAG}",
    ),
    Foreign("a binary tag", b"id: !!binary aGVsbG8=\n", f"line 1: a tag ('!!binary'). {TAG}"),
    Foreign("a tag of our own", b"id: !case sound\n", f"line 1: a tag ('!case'). {TAG}"),
    Foreign("a tag that says text", b"id: !!str sound\n", f"line 1: a tag ('!!str'). {TAG}"),
    Foreign("a tag without a name", b"id: ! sound\n", f"line 1: a tag ('!'). {TAG}"),
    Foreign(
        "a tag with a handle nobody declared",
        b"id: !x!y sound\n",
        "line 1: this is not YAML (…). Check the indentation and what stands above.",
    ),
    Foreign("a set", b"id: !!set {a, b}\n", f"line 1: a tag ('!!set'). {TAG}"),
    Foreign(
        "an unquoted text that begins with an at sign",
        b"id: sound\ntitle: @home\n",
        "line 2: this is not YAML (…). Quote a text that begins with @, % or `.",
    ),
    Foreign(
        "an unquoted text with a colon",
        b"id: sound\ntitle: Letter: search\n",
        "line 2: this is not YAML (…). Quote a text that holds a colon; check the indentation, and the line before.",
    ),
    Foreign(
        "a quote that is never closed",
        b"id: sound\ntitle: 'A file\nrequest:\n  kind: mla\n",
        "line 2: this is not YAML (…). Close the quote, bracket or brace opened there.",
    ),
    Foreign(
        "a double quote that is never closed",
        b'id: sound\ntitle: "A file\nrequest:\n  kind: mla\n',
        "line 2: this is not YAML (…). Close the quote, bracket or brace opened there.",
    ),
    Foreign(
        "a bracket that is never closed",
        b"id: sound\npackages: [a, b\ntitle: x\n",
        "line 3: this is not YAML (…). Put a comma, or close the bracket or brace.",
    ),
    Foreign(
        "a brace that is never closed",
        b"id: sound\nrequest: {kind: mla\n",
        "line 3: this is not YAML (…). Put a comma, or close the bracket or brace.",
    ),
    Foreign(
        "a bracket too many",
        b"id: sound\npackages: [a]]\n",
        "line 2: this is not YAML (…). Check the indentation and what stands above.",
    ),
    Foreign(
        "a colon that is missing",
        b"id sound\ntitle: x\n",
        "line 2: this is not YAML (…). Quote a text that holds a colon; check the indentation, and the line before.",
    ),
    Foreign(
        "a dash without a space",
        b"id: sound\nsources:\n-The file\n",
        "line 4: this is not YAML (…). Write `name: value`, and `- ` with a space before an entry.",
    ),
    Foreign(
        "an indentation too deep",
        b"id: sound\n  title: x\n",
        "line 2: this is not YAML (…). Quote a text that holds a colon; check the indentation, and the line before.",
    ),
    Foreign(
        "an indentation that falls between two",
        b"id: sound\nrequest:\n    kind: mla\n  received: 2025\n",
        "line 4: this is not YAML (…). Check the indentation and what stands above.",
    ),
    Foreign("tabs as indentation", b"id: sound\nrequest:\n\tkind: mla\n", f"line 3: {TAB}"),
    Foreign("a tab behind spaces", b"id: sound\npersons:\n  - id: P1\n  \tname: x\n", f"line 4: {TAB}"),
    Foreign(
        "an escape that does not exist",
        b'id: "\\q"\n',
        "line 1: this is not YAML (…). Write the character itself, or use single quotes.",
    ),
    Foreign(
        "half a surrogate pair as an escape",
        b'id: sound\ntitle: "\\ud800"\n',
        "line 2: this is not YAML (…). Write the character itself, or use single quotes.",
    ),
    Foreign(
        "a character beyond all planes as an escape",
        b'id: sound\ntitle: "\\U00110000"\n',
        "line 2: this is not YAML (…). Write the character itself, or use single quotes.",
    ),
    Foreign(
        "a NUL as an escape",
        b'id: sound\ntitle: "a\\0b"\n',
        "line 2: a character no text can hold (U+0000). Remove its escape.",
    ),
    Foreign("a NUL byte", b"id: sound\ntitle: a\0b\n", f"line 2: a control character (U+0000). {CONTROL}"),
    Foreign("an escape byte", b"id: sound\ntitle: \x1b[2J\n", f"line 2: a control character (U+001B). {CONTROL}"),
    Foreign("a bell", b"\x07", f"line 1: a control character (U+0007). {CONTROL}"),
    Foreign("a delete character", b"id: sound\ntitle: a\x7f\n", f"line 2: a control character (U+007F). {CONTROL}"),
    Foreign(
        "a control character of the upper half",
        "id: sound\ntitle: a\x9b\n".encode(),
        f"line 2: a control character (U+009B). {CONTROL}",
    ),
    Foreign(
        "a character that is none",
        "id: sound\ntitle: a\uffff\n".encode(),
        f"line 2: a control character (U+FFFF). {CONTROL}",
    ),
    Foreign("UTF-16 with its mark", SOUND.encode("utf-16"), f"line 1: this is UTF-16 text, {OTHER}"),
    Foreign(
        "UTF-16 big-endian without its mark",
        SOUND.encode("utf-16-be"),
        f"line 1: a control character (U+0000). {CONTROL}",
    ),
    Foreign("UTF-32", SOUND.encode("utf-32-le"), f"line 1: a control character (U+0000). {CONTROL}"),
    Foreign(
        "Latin-1",
        "id: sound\ntitle: Entraide p\xe9nale\n".encode("latin-1"),
        "line 2: the byte 0xE9 there is not UTF-8. Save the file as UTF-8.",
    ),
    Foreign(
        "a surrogate in UTF-8",
        b"id: sound\ntitle: \xed\xa0\x80\n",
        "line 2: the byte 0xED there is not UTF-8. Save the file as UTF-8.",
    ),
    Foreign(
        "UTF-8 that breaks off",
        b"id: sound\ntitle: \xc3",
        "line 2: the byte 0xC3 there is not UTF-8. Save the file as UTF-8.",
    ),
    Foreign(
        "UTF-8 that is longer than need be",
        b"id: sound\ntitle: \xc0\xaf\n",
        "line 2: the byte 0xC0 there is not UTF-8. Save the file as UTF-8.",
    ),
    Foreign("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", f"line 1: this is a picture, {OTHER}"),
    Foreign("a photograph", b"\xff\xd8\xff\xe0\0\x10JFIF", f"line 1: this is a picture, {OTHER}"),
    Foreign("a ZIP archive", zipped(), f"line 1: this is a ZIP archive or a word processor's document, {OTHER}"),
    Foreign("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", f"line 1: this is a PDF, {OTHER}"),
    Foreign(
        "an old word processor's document",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        f"line 1: this is a word processor's document, {OTHER}",
    ),
    Foreign("rich text", b"{\\rtf1\\ansi id: sound}", f"line 1: this is a word processor's document, {OTHER}"),
    Foreign("a compressed file", gzip.compress(SOUND.encode(), mtime=0), f"line 1: this is a compressed file, {OTHER}"),
    Foreign(
        "random bytes", Random(1).randbytes(4_000), "line 1: the byte 0xF5 there is not UTF-8. Save the file as UTF-8."
    ),
    Foreign(
        "a web page",
        b"<!DOCTYPE html>\n<html><body>id: sound</body></html>\n",
        "line 2: this is not YAML (…). Quote a text that holds a colon; check the indentation, and the line before.",
    ),
    Foreign("a table with commas", b"id,title,kind\nsound,A file,mla\n", f"line 1: {EXPECTED}"),
    Foreign("a JSON list", b'[{"id": "sound"}]\n', f"line 1: {EXPECTED}"),
    Foreign(
        "JSON with a comma too many in the middle",
        b'{"id": "sound",, "title": "x"}\n',
        "line 1: this is not YAML (…). Check the indentation and what stands above.",
    ),
    Foreign(
        "JSON with a null",
        AS_JSON.replace(b'"2025-03-03"', b"null", 1),
        f"line 1, request.received: `received` is empty. {FILL}",
    ),
    Foreign(
        "JSON with the same key twice",
        AS_JSON.replace(b'"title":', b'"id": "b", "title":', 1),
        "line 1, id: `id` stands twice (first on line 1). Keep one of the two.",
    ),
    Foreign(
        "a YAML of a future version",
        b"%YAML 2.0\n---\nid: sound\n",
        "line 1: this is not YAML (…). Remove the line that begins with %.",
    ),
    Foreign(
        "an instruction nobody knows twice",
        b"%YAML 1.1\n%YAML 1.1\n---\nid: sound\n",
        "line 2: this is not YAML (…). Remove the line that begins with %.",
    ),
    Foreign("thirteen brackets", b"id: " + b"[" * 13 + b"]" * 13 + b"\n", DEEP),
    Foreign("a hundred thousand brackets", b"[" * 100_000, DEEP),
    Foreign("a hundred thousand braces", b"{a: " * 100_000, DEEP),
    Foreign("a hundred thousand dashes", b"- " * 100_000, DEEP),
    Foreign("a hundred thousand questions", b"? " * 100_000, DEEP),
    Foreign(
        "sixty thousand values",
        b"sources:\n" + b"- a\n" * 60_000,
        "line 49999: more than 50,000 values. Split the file, or leave out what no question asks.",
    ),
    Foreign(
        "one byte too many",
        FULL + b"#",
        "the file has more than 1,000,000 bytes. Put documents beside it, not inside it.",
    ),
)
