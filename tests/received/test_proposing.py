"""What letters propose: every field with the words as they stand, at their place, and nothing that is not there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.received.pages import Box, Line, Page, Part, State, page_of
from rogatory.received.proposed import Field, Proposed
from rogatory.received.proposing import propose
from tests.received.letters import LETTERS


def letter(text: str, *, scanned: bool = False) -> Part:
    return Part("letter.txt", "text/plain", "0" * 64, len(text), State.READ, pages=(page_of(1, text, scanned=scanned),))


def told(text: str, field: Field, *, scanned: bool = False) -> list[str]:
    return [p.value for p in propose(letter(text, scanned=scanned)) if p.field is field]


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_proposes_what_it_tells_and_no_more(name):
    text, truth = LETTERS[name]
    found = propose(letter(text))
    for field, values in truth.items():
        assert [p.value for p in found if p.field is field] == values, field


def every(part: Part) -> list[tuple[Proposed, str]]:
    texts = {(one.digest, page.number): page.text for one in part.walk() for page in one.pages}
    return [(p, texts[p.place.part, p.place.page]) for p in propose(part)]


@pytest.mark.parametrize("name", LETTERS)
def test_words_proposed_stand_where_they_are_said_to(name):
    for proposed, text in every(letter(LETTERS[name][0])):
        assert text[proposed.place.start : proposed.place.end] == proposed.raw
        assert proposed.why
        assert proposed.value


PIECES = st.sampled_from(
    [word for text, _ in LETTERS.values() for line in text.splitlines() for word in (line + "\n", *line.split())]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=60).map(" ".join), st.booleans())
def test_no_text_makes_it_fail_and_raw_words_stand_at_their_place(text, scanned):
    for proposed, page in every(letter(text, scanned=scanned)):
        assert page[proposed.place.start : proposed.place.end] == proposed.raw
        assert proposed.raw.strip() == proposed.raw != ""


def test_a_field_is_shown_where_its_line_stands_on_the_page():
    box, other = Box(0.1, 0.1, 0.9, 0.12), Box(0.1, 0.13, 0.9, 0.15)
    page = Page(3, (Line("Date: 12 March 2024", 0, box), Line("Our ref: AB-12/345", 20, other)))
    part = Part("l.pdf", "application/pdf", "1" * 64, 1, State.READ, pages=(page,))
    places = {p.field: p.place for p in propose(part)}
    assert places[Field.DATE].boxes == (box,)
    assert places[Field.REFERENCE].boxes == (other,)
    assert places[Field.REFERENCE].page == 3


def test_each_field_of_a_scanned_page_carries_a_doubt():
    found = propose(letter(LETTERS["English"][0], scanned=True))
    assert found
    assert all(any("scanned" in doubt for doubt in p.doubts) for p in found)


@pytest.mark.parametrize(
    ("head", "text", "name"),
    [
        (
            (
                "Prosecutor General's Office of the      Date of this request: 2022-10-18\n"
                "Republic of Kazakhstan                  File: ILA/2922/2022"
            ),
            "we, the Prosecutor General's Office of the Republic of\nKazakhstan, ask for your assistance.",
            "Prosecutor General's Office of the Republic of Kazakhstan",
        ),
        (
            (
                "Adalet Bakanlığı Dış İlişkiler ve       Ankara, 16 Ocak 2022\n"
                "Avrupa Birliği Genel Müdürlüğü          Evrak No: E-82727616-204.07-3131"
            ),
            "Adalet Bakanlığı Dış İlişkiler ve Avrupa\nBirliği Genel Müdürlüğü tarafından talep edilmektedir.",
            "Adalet Bakanlığı Dış İlişkiler ve Avrupa Birliği Genel Müdürlüğü",
        ),
        (
            (
                "Prosecutor General's Office of the      Date of this request: 2022-10-18\n"
                "Republic of Kazakhstan                  File: ILA/2922/2022"
            ),
            "we ask for your assistance.",
            "Prosecutor General's Office of the Republic of Kazakhstan",
        ),
    ],
    ids=["named whole in the text", "Turkish", "named nowhere else"],
)
def test_an_authority_that_a_column_cuts_off_is_proposed_whole(head, text, name):
    assert told(f"{head}\n\nDear Colleagues,\n\n{text}\n", Field.AUTHORITY) == [name]


def test_a_letter_attached_to_a_message_is_read_too():
    inner = letter(LETTERS["Dutch"][0])
    message = Part(
        "m.eml", "message/rfc822", "2" * 64, 1, State.READ, pages=(page_of(1, "See attached."),), parts=(inner,)
    )
    assert propose(message) == (*propose(letter("See attached.")), *propose(inner))


def test_a_document_without_pages_proposes_nothing():
    assert propose(Part("x.zip", "application/zip", "3" * 64, 1, State.ENCRYPTED)) == ()


def test_a_notice_tells_its_values_by_their_names():
    text = """entity id: 2024/10851
forename: ASKAR
name: TESTOV
date of birth: 1975/08/04
nationalities 1: KZ
nationalities 2: RU
weight: 80
arrest warrants issuing country id: KZ
arrest warrants charge: embezzlement"""
    told = [(one.field, one.value, one.about) for one in propose(letter(text))]
    assert told == [
        (Field.REFERENCE, "2024/10851", ""),
        (Field.STATE, "KZ", ""),
        (Field.KIND, "red-notice", ""),
        (Field.OFFENCE, "embezzlement", ""),
        (Field.PERSON, "ASKAR TESTOV", "1"),
        (Field.BIRTH, "1975-08-04", "1"),
        (Field.NATIONALITY, "KZ", "1"),
        (Field.NATIONALITY, "RU", "1"),
    ]
