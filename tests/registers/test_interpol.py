"""INTERPOL's public notices: what is taken, and what is told of the rest."""

import json
from typing import Any

import pytest

from rogatory.casefile.parties import Identity, Told
from rogatory.intake.errors import CaseFileError
from rogatory.registers.interpol import read_notices
from tests.registers.samples import left_out, only, register, sample, unused

NOTICE = json.loads(sample("notices.json"))["_embedded"]["notices"][0]


def read(value: Any):
    return read_notices(json.dumps(value).encode(), "n.json", register())


class TestTheSample:
    @pytest.fixture
    def imported(self):
        return read_notices(sample("notices.json"), "notices.json", register())

    def test_who_is_sought_and_in_which_proceedings(self, imported):
        first, second = imported.register.entries
        assert first.id == "2031-10001"
        assert first.references == ("2031/10001",)
        assert (first.form, first.status, first.by, first.against) == ("red", "published", "INTERPOL", ("KZ",))
        assert first.persons[0].identity == Identity(
            ("SERIK TOQTAROV",), ("1971/04/02",), "m", ("KZ",), ("Semey", "Kazakhstan")
        )
        (warrant,) = first.proceedings
        assert warrant.state == "KZ"
        assert warrant.offences[0] == Told("Хищение вверенного чужого имущества")
        assert warrant.parties[0].person == "subject"
        assert first.source.endswith("/red/2031-10001")
        assert (second.persons[0].identity, second.against) == (Identity(("ОРАЗБЕК",), ("1980",)), ())
        assert second.source == "notices.json, notice 2"

    def test_everything_else_is_told(self, imported):
        report = imported.report
        assert (report.read, report.taken) == (3, 2)
        assert left_out(report) == ["notice 3: name: text was expected. Save the answer of the service once more."]
        assert unused(report) == {"eyes_colors_id": 1, "issuing_country_id '914'": 1}


@pytest.mark.parametrize("shape", [NOTICE, [NOTICE], {"_embedded": {"notices": [NOTICE]}}], ids=["one", "list", "page"])
def test_one_notice_a_list_and_a_page_hold_the_same(shape):
    assert only(read(shape)).id == "2031-10001"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"entity_id": None}, "notice 1: entity_id: it is missing. A notice is found again by it."),
        ({"nationalities": "KZ"}, "notice 1: nationalities: a list was expected. Save the answer of the service once more."),
        ({"arrest_warrants": ["theft"]}, "notice 1: arrest_warrants[0]: a mapping was expected. Save the answer of the service once more."),
        ({"name": "", "forename": None}, "notice 1: persons[0]: a person has neither name nor number. Add `names:` or `numbers:`."),
        ({"name": "\u200b", "forename": ""}, "notice 1: persons[0].names[0]: '\\u200b' is no name. Write the name, or leave it out."),
        ({"name": "x" * 10_000}, "notice 1: persons[0].names[0]: the text has more than 400 characters. Shorten it."),
        ({"date_of_birth": 1971}, "notice 1: date_of_birth: text was expected. Save the answer of the service once more."),
    ],
)  # fmt: skip
def test_a_notice_that_is_none_is_left_out_with_place_and_reason(change, said):
    report = read([NOTICE | change, NOTICE]).report
    assert left_out(report) == [said]
    assert report.taken == 1


@pytest.mark.parametrize("name", ["\u202eVORATQOT", "TOQ\u200dTAROV", "Тоқtarov", "王\ufe0f", "ا" * 399])
def test_odd_names_are_kept_as_they_are(name):
    assert only(read(NOTICE | {"forename": None, "name": name})).persons[0].identity.names == (name,)


@pytest.mark.parametrize("links", [None, "x", {"self": "x"}, {"self": {"href": ""}}, {"self": {"href": "x" * 401}}])
def test_without_an_address_the_file_is_the_source(links):
    entry = only(read(NOTICE | {"_links": links}))
    assert (entry.source, entry.form) == ("n.json, notice 1", "red")


def test_a_notice_that_stands_twice_is_taken_once():
    report = read([NOTICE, NOTICE]).report
    assert left_out(report) == ["notice 2: 2031-10001: the identifier stands twice. Give each record its own."]


def test_in_a_register_of_another_kind_no_red_notice_is_taken():
    report = read_notices(json.dumps(NOTICE).encode(), "n.json", register("victims")).report
    assert (report.taken, "register of victims" in left_out(report)[0]) == (0, True)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty. Save the answer of the service once more."),
        (b"{]", "line 1: this is not JSON (Expecting property name enclosed in double quotes, column 2). Save the file once more, as the service gives it."),
        (b"\n\n{", "line 3: this is not JSON (Expecting property name enclosed in double quotes, column 2). Save the file once more, as the service gives it."),
        (b'{"a": 1, "a": 2}', "'a' stands twice in one object. Keep one of the two."),
        (b'{"a": NaN}', "NaN is no number of JSON. Leave it out."),
        (b'{"name": "\\ud800"}', "a character no text can hold (U+D800). Remove its escape."),
        (b'{"name": "\\u0000"}', "a character no text can hold (U+0000). Remove its escape."),
        (b"[" * 100_000, "nesting beyond all need. Leave the inner values out."),
        (b"9" * 5_000, "a number of thousands of digits. Leave it out, or write it as text."),
        (b'{"colour": "red"}', "line 1: no notices were found. Give one notice, a list of them, or a page of a search."),
        (b"\xff\xfe{\0}\0", "line 1: this is UTF-16 text, not plain text. Save the file as plain text in UTF-8."),
        (b"{\n\xe9}", "line 2: the byte 0xE9 there is not UTF-8. Save the file as UTF-8."),
        (b"\x1f\x8b", "line 1: this is a compressed file, not plain text. Save the file as plain text in UTF-8."),
    ],
)  # fmt: skip
def test_what_is_no_file_of_notices_is_refused_for_what_it_is(data, said):
    with pytest.raises(CaseFileError) as found:
        read_notices(data, "n.json", register())
    assert [str(fault) for fault in found.value.faults] == [said]
