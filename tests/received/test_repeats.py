"""Requests that come again: the same letter, the same request, after a refusal, by another state's hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.casefile.parties import Identity, Party, Proceeding, Told
from rogatory.received.repeats import Asked, Repeat, repeats

OFFICE = "Prosecutor General's Office of the Republic of Kazakhstan"
WHO = (("P1", Identity(("Daniyar Testbekov",), ("1980-03-05",), "m", ("KZ",), (), ("KZ:800305300127",))),)
CASE = Proceeding(
    "c",
    "KZ",
    references=(Told("ERDR No. 187500121000008"),),
    bodies=(OFFICE,),
    parties=(Party("P1", role="accused"),),
    offences=(Told("embezzlement of KZT 1 200 400 000 from an invented bank"),),
    articles=(Told("Art. 189(4) CC"),),
    amounts=(Told("KZT 1 200 400 000"),),
    period=("2014-02", "2015-03"),
)
FIRST = Asked(
    id="first",
    state="KZ",
    authority=OFFICE,
    digests=frozenset({"a" * 64}),
    letters=("12-34/5678-24",),
    day="2024-03-12",
    proceedings=CASE,
    persons=WHO,
    measures=frozenset({"search", "interview"}),
)
LATER = replace(FIRST, id="later", digests=frozenset({"b" * 64}), letters=("12-34/9999-24",), day="2025-01-20")
ELSEWHERE = replace(CASE, state="RU", references=(Told("уголовное дело № 12102007703000025"),), bodies=())
OF_A_NUMBER = Proceeding("n", "RU", references=(Told("267500121000917"),), parties=(Party("P1", role="accused"),))
UNRELATED = Asked(
    id="unrelated",
    state="KZ",
    authority=OFFICE,
    digests=frozenset({"c" * 64}),
    letters=("1-1/1111-23",),
    proceedings=Proceeding(
        "u", "KZ", references=(Told("ERDR No. 197500121000017"),), parties=(Party("X", role="accused"),)
    ),
    persons=(("X", Identity(("Viktor Nowhereov",), ("1955-01-20",), "m")),),
    measures=frozenset({"search"}),
)

SITUATIONS = {
    "the same bytes": (replace(LATER, digests=FIRST.digests), FIRST, Repeat.SAME_LETTER, "byte for byte"),
    "another scan of the same letter": (
        replace(LATER, letters=FIRST.letters, day=FIRST.day),
        FIRST,
        Repeat.SAME_LETTER,
        "12-34/5678-24",
    ),
    "the same asked again": (LATER, FIRST, Repeat.SAME_REQUEST, "asked both times: interview, search"),
    "again after a refusal": (LATER, replace(FIRST, refused=True), Repeat.AFTER_REFUSAL, "refused"),
    "after a refusal, other measures": (
        replace(LATER, measures=frozenset({"freezing"})),
        replace(FIRST, refused=True),
        Repeat.AFTER_REFUSAL,
        "refused",
    ),
    "something else in the same case": (
        replace(LATER, measures=frozenset({"freezing"})),
        FIRST,
        Repeat.FURTHER,
        "187500121000008",
    ),
    "through another state": (
        replace(LATER, state="RU", authority="", proceedings=ELSEWHERE),
        FIRST,
        Repeat.OTHER_STATE,
        "by KZ before",
    ),
    "through another state, after a refusal": (
        replace(LATER, state="RU", authority="", proceedings=ELSEWHERE),
        replace(FIRST, refused=True),
        Repeat.OTHER_STATE,
        "was refused",
    ),
    "through another state, which names the number and the person and nothing of the facts": (
        replace(LATER, state="RU", authority="", letters=("267500121000917",), proceedings=OF_A_NUMBER),
        replace(FIRST, letters=("267500121000917",), proceedings=replace(OF_A_NUMBER, state="KZ"), refused=True),
        Repeat.OTHER_STATE,
        "both name the number 267500121000917",
    ),
    "the number alone, quoted again": (
        replace(LATER, letters=FIRST.letters, proceedings=None),
        replace(FIRST, proceedings=None),
        Repeat.SAME_REQUEST,
        "12-34/5678-24",
    ),
}


@pytest.mark.parametrize("name", SITUATIONS)
def test_a_request_that_comes_again_is_recognised_with_its_reasons(name):
    request, earlier, repeat, reason = SITUATIONS[name]
    looked = repeats(request, [UNRELATED, earlier])
    assert [(one.earlier, one.repeat) for one in looked.found] == [("first", repeat)]
    assert any(reason in said for said in looked.found[0].reasons)
    assert looked.among == 2


def test_one_digit_of_the_number_makes_another_letter():
    other = replace(LATER, letters=("12-34/5678-25",), day=FIRST.day, proceedings=None)
    assert repeats(other, [replace(FIRST, proceedings=None)]).found == ()


def test_the_same_number_of_two_authorities_is_no_repeat():
    other = replace(LATER, letters=FIRST.letters, day=FIRST.day, authority="Court of Nowhere", proceedings=None)
    assert repeats(other, [replace(FIRST, proceedings=None)]).found == ()


def test_an_authority_that_is_not_known_is_not_the_same():
    other = replace(LATER, letters=FIRST.letters, day=FIRST.day, authority="", proceedings=None)
    assert repeats(other, [replace(FIRST, proceedings=None)]).found == ()


def test_a_name_alone_is_no_repeat():
    namesake = replace(UNRELATED, id="namesake", persons=(("X", Identity(("Daniyar Testbekov",))),))
    assert repeats(LATER, [namesake]).found == ()


def test_nothing_found_says_among_how_many():
    assert repeats(LATER, [UNRELATED]).says == "none found among 1 looked through"
    assert repeats(LATER, []).says == "none found among 0 looked through"


def test_a_request_does_not_repeat_itself():
    assert repeats(FIRST, [FIRST]).among == 0


ASKED = st.builds(
    Asked,
    id=st.text("abc", min_size=1, max_size=3),
    state=st.sampled_from(["", "KZ", "RU"]),
    authority=st.sampled_from(["", OFFICE, "Ministry"]),
    digests=st.frozensets(st.sampled_from(["x", "y"])),
    letters=st.lists(st.text(max_size=6), max_size=2).map(tuple),
    day=st.sampled_from(["", "2024-03-12"]),
    proceedings=st.sampled_from([None, CASE, ELSEWHERE, UNRELATED.proceedings]),
    persons=st.sampled_from([(), WHO]),
    measures=st.frozensets(st.sampled_from(["search", "arrest"])),
    refused=st.booleans(),
)


@given(ASKED, st.lists(ASKED, max_size=4))
def test_every_class_has_its_reasons_and_everything_is_counted(request_, earlier):
    looked = repeats(request_, earlier)
    assert looked.among == sum(one.id != request_.id for one in earlier)
    assert all(one.reasons for one in looked.found)
    assert len(looked.found) <= looked.among
