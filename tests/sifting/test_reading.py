"""Reading: every content ends in one state, whatever it is; nothing is lost, nothing gets out, nothing stalls."""

import tarfile
from importlib.util import find_spec

import pytest

from rogatory.material.items import Kind, State
from rogatory.sifting.ledger.ledger import gravest
from rogatory.sifting.run.running import run
from rogatory.sifting.sealed.sealing import SealError, Seizure
from rogatory.sifting.stages import Stage, archives
from rogatory.sifting.stages.words.plainly import strings
from tests.sifting.seizures import (
    SEVEN,
    Read,
    bomb,
    letter,
    mailbox_of,
    nested,
    packed,
    raw_zip,
    sealed,
    tarred,
    zipped,
)


def info(name, kind=tarfile.REGTYPE, leads=""):
    made = tarfile.TarInfo(name)
    made.type, made.linkname = kind, leads
    return made


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """One desk with everything on it, read once."""
    folder = tmp_path_factory.mktemp("seizure")
    first = letter(attached=[("annex.txt", b"Annex one"), ("annex.zip", zipped({"deep.txt": b"deep inside"}))])
    answer = letter("AW: the appeal", "Thank you.", **{"Message-ID": "<2@x>", "In-Reply-To": "<1@law.example>"})
    other = letter("the appeal", "Another matter.", **{"Message-ID": "<3@y>"})
    gz, bz = packed(b"packed words")
    files = {
        "plain.txt": b"Plain words on a page.",
        "copy/of plain.txt": b"Plain words on a page.",
        "nothing": b"",
        "noise": bytes(range(256)) * 40,
        "letter.eml": first,
        "answer.eml": answer,
        "other.eml": other,
        "box.mbox": mailbox_of(folder, first, letter("second", "From the second message.")),
        "files.zip": zipped({"a/b.txt": b"inside", "empty.txt": b""}),
        "slip.zip": zipped({"../../outside.txt": b"slipped", "/etc/passwd": b"root"}),
        "twice.zip": raw_zip(b"caf\x82 \xff.txt", b"named in bytes"),
        "bomb.zip": bomb(),
        "nested.zip": nested(8),
        "damaged.zip": zipped({"a": b"1" * 1000})[:-30],
        "page.html": b"<html><body><p>Marked <b>words</b></p><script>never()</script></body></html>",
        "bomb.xml": b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><l>laughing &b;</l>',
        "text.gz": gz,
        "text.bz2": bz,
        "broken.pdf": b"%PDF-1.7\nnothing of it",
        "files.tar": tarred(
            [
                (info("kept.txt"), b"kept"),
                (info("../up.txt"), b"up"),
                (info("link", tarfile.SYMTYPE, "/etc/passwd"), b""),
                (info("device", tarfile.CHRTYPE), b""),
            ]
        ),
        "program.exe": b"MZ" + bytes(1000),
        "files.7z": SEVEN,
        "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le"),
    }
    found = Read(sealed(folder, files))
    yield found
    found.ledger.close()


def test_everything_that_was_sealed_ends_in_a_state(read):
    assert read.counts.waiting == 0
    assert sum(read.counts.states.values()) == read.counts.contents


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ((b"plain.txt",), "Plain words on a page."),
        ((b"letter.eml",), "see the annex"),
        ((b"letter.eml", b"annex.txt"), "Annex one"),
        ((b"letter.eml", b"annex.zip", b"deep.txt"), "deep inside"),
        ((b"box.mbox", b"1"), "From the second message."),
        ((b"files.zip", b"a/b.txt"), "inside"),
        ((b"text.gz", b"unpacked"), "packed words"),
        ((b"text.bz2", b"unpacked"), "packed words"),
        ((b"files.tar", b"kept.txt"), "kept"),
        ((b"page.html",), "Marked words"),
        ((b"bomb.xml",), "laughing"),
    ],
)
def test_text_is_found_where_it_lies(read, path, words):
    assert words in read.text(*path)


@pytest.mark.parametrize(
    ("path", "state"),
    [
        ((b"plain.txt",), "ok"),
        ((b"nothing",), "empty"),
        ((b"noise",), "unsupported"),
        ((b"program.exe",), "unsupported"),
        ((b"bomb.zip",), "partial"),
        ((b"damaged.zip",), "partial" if archives.libarchive else "crash"),
        ((b"broken.pdf",), "crash"),
        ((b"old.doc",), "crash"),
        ((b"files.zip",), "ok"),
        ((b"files.tar",), "ok"),
    ],
)
def test_what_cannot_be_read_is_told_apart(read, path, state):
    assert read.state(*path) == state


def test_one_content_in_two_places_is_read_once_and_stays_two_items(read):
    one, other = read.item(b"plain.txt"), read.item(b"copy/of plain.txt")
    assert one.content == other.content
    assert one.ident != other.ident
    assert {item.ident for item in read.ledger.items(content=one.content)} == {one.ident, other.ident}


def test_where_a_content_lay_is_told_down_from_what_was_sealed(read):
    deep = read.item(b"letter.eml", b"annex.zip", b"deep.txt")
    ways = read.ledger.occurrences(deep.content, "S-1")
    assert [way.depth for way in ways] == [2, 3] or [way.depth for way in ways] == [3, 2]
    assert all(way.item == deep.ident for way in ways)
    assert {way.root for way in ways} == {read.item(b"letter.eml").ident, read.item(b"box.mbox").ident}


def test_names_that_lead_outside_are_kept_and_marked_and_lead_nowhere(read):
    assert read.names(b"slip.zip") == [b"../../outside.txt", b"/etc/passwd"]
    assert read.text(b"slip.zip", b"../../outside.txt") == "slipped"
    assert not (read.seizure.folder.parent / "outside.txt").exists()
    assert "leads out of the container" in read.ledger.says(read.item(b"slip.zip", b"/etc/passwd").ident)


def test_names_of_members_are_kept_byte_for_byte(read):
    assert read.names(b"twice.zip") == [b"caf\x82 \xff.txt"]


def test_links_and_devices_in_an_archive_are_items_and_are_not_followed(read):
    kinds = {item.path: item.kind for item in read.ledger.items(parent=read.item(b"files.tar").content)}
    assert kinds == {
        b"../up.txt": Kind.FILE, b"kept.txt": Kind.FILE, b"link": Kind.LINK, b"device": Kind.DEVICE,
    }  # fmt: skip


def test_a_bomb_is_stopped_and_what_it_was_to_become_is_listed(read):
    (member,) = read.ledger.items(parent=read.item(b"bomb.zip").content)
    assert (member.kind, member.content) == (Kind.UNREADABLE, None)
    assert "times its size" in read.says("unpack", b"bomb.zip")


def test_containers_in_containers_end_at_the_depth_allowed(read):
    path = [b"nested.zip", *(b"%d.zip" % level for level in range(7, 3, -1))]
    assert [read.state(*path[:depth]) for depth in range(1, 6)] == ["ok", "ok", "ok", "ok", "ok"]
    assert read.state(*path, b"3.zip") == "partial"
    assert "deeper than" in read.says("identify", *path, b"3.zip")


def test_messages_that_answer_each_other_are_one_thread(read):
    first, answer, other = (read.item(name).content for name in (b"letter.eml", b"answer.eml", b"other.eml"))
    assert read.ledger.thread(first) == read.ledger.thread(answer) != read.ledger.thread(other)
    assert (answer, first) in read.ledger.edges("replies")


def test_words_are_found_and_lead_to_the_items(read):
    assert read.item(b"plain.txt").content in read.ledger.search("plain page")
    assert read.item(b"letter.eml", b"annex.txt").content in read.ledger.search("ANNEX one")
    assert read.ledger.search("nowhere") == read.ledger.search("") == read.ledger.search('"') == []


def test_run_again_nothing_is_read_again(read):
    before = list(read.ledger.dump())
    again = Read(read.seizure)
    assert again.counts == read.counts
    assert list(again.ledger.dump()) == before
    again.ledger.close()


def test_what_was_read_is_read_anew_where_that_is_asked(read):
    assert read.ledger.retry(Stage.EXTRACT, state=State.CRASH, kind="pdf") == 1
    before = list(read.ledger.dump())
    assert read.ledger.counts().waiting == 1
    again = Read(read.seizure)
    assert again.counts == read.counts
    assert again.state(b"broken.pdf") == "crash"
    assert len(list(again.ledger.dump())) == len(before)
    again.ledger.close()


def test_what_ended_in_a_state_is_read_anew_whichever_stage_ended_so(read):
    crashed = read.counts.states[State.CRASH]
    assert read.ledger.retry(Stage.IDENTIFY, state=State.CRASH) >= crashed > 0
    again = Read(read.seizure)
    assert again.counts == read.counts
    again.ledger.close()


def test_nothing_is_older_than_the_present_version(read):
    assert read.ledger.retry(Stage.EXTRACT, state=None, older=True) == 0


def test_a_7z_is_unpacked_where_the_extra_is_there_and_else_told_to_be_unsupported(read):
    if find_spec("py7zr") or archives.libarchive:
        assert read.text(b"files.7z", b"a/b.txt").strip() == "seventh words"
    else:
        assert read.state(b"files.7z") == "unsupported"
        assert "archives" in read.says("unpack", b"files.7z")


def test_nothing_is_opened_that_no_journal_has_acknowledged(tmp_path):
    seizure = sealed(tmp_path, {"a": b"1"})
    (seizure.folder / "receipt.json").unlink()
    with pytest.raises(SealError):
        run(seizure)
    assert not seizure.ledger.exists()
    assert Seizure(seizure.folder).manifest.exists()


@pytest.mark.parametrize(
    ("states", "state"),
    [
        ({}, State.OK),
        ({Stage.EXTRACT: State.EMPTY, Stage.OCR: State.OK}, State.OK),
        ({Stage.EXTRACT: State.EMPTY, Stage.OCR: State.UNSUPPORTED}, State.EMPTY),
        ({Stage.EXTRACT: State.EMPTY, Stage.OCR: State.TIMEOUT}, State.TIMEOUT),
        ({Stage.EXTRACT: State.ENCRYPTED, Stage.OCR: State.OK}, State.ENCRYPTED),
        ({Stage.UNPACK: State.PARTIAL, Stage.EXTRACT: State.OK}, State.PARTIAL),
        ({Stage.UNPACK: State.PARTIAL, Stage.EXTRACT: State.CRASH}, State.CRASH),
    ],
)
def test_a_content_is_in_the_gravest_state_of_its_stages(states, state):
    assert gravest(states) is state


NOISE = bytes(range(0x80, 0x100)) * 3
OPEN_WORDS = {
    "words of one byte each": (NOISE + b"\0the northern road\0" + NOISE, "the northern road"),
    "words with accents": ("\0rencontr\xe9 \xe0 Li\xe8ge\0".encode("latin-1"), "rencontr\xe9 \xe0 Li\xe8ge"),
    "words of two bytes each": (b"\1\2" + "northern road".encode("utf-16-le") + b"\xff\xff", "northern road"),
    "Cyrillic of two bytes each": (b"\1" + "\u0441\u0435\u0432\u0435\u0440\u043d\u0430\u044f".encode("utf-16-le"),
                                   "\u0441\u0435\u0432\u0435\u0440\u043d\u0430\u044f"),
    "noise alone": (NOISE, ""),
    "five letters of two bytes each": (b"\1" + "roads".encode("utf-16-le") + b"\1", ""),
}  # fmt: skip


@pytest.mark.parametrize(("data", "found"), OPEN_WORDS.values(), ids=OPEN_WORDS)
def test_words_that_stand_openly_among_bytes_are_found_and_noise_is_not(data, found):
    assert strings(data) == found
