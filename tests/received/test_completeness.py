"""What a request lacks: asked for with its article, and never called complete where nobody knows the list."""

import pytest

from rogatory.law.acts import KINDS
from rogatory.law.vocabulary import VOCABULARY
from rogatory.received.completeness import Content, Need, is_complete, missing, told_by
from rogatory.received.contents import BY_INSTRUMENT, TABLE
from rogatory.received.proposed import Field
from rogatory.states.tables import listed_instruments

C = Content
EVERYTHING = frozenset(Content)

LACKING = {
    "no facts, letters rogatory": ("mla", ["ETS-030"], EVERYTHING - {C.FACTS}, ["search"], {C.FACTS: "Art. 14(2)"}),
    "no facts, service alone": ("mla", ["ETS-030"], EVERYTHING - {C.FACTS}, ["service"], {}),
    "no address, service": (
        "mla",
        ["ETS-030"],
        EVERYTHING - {C.ADDRESSEE},
        ["service"],
        {C.ADDRESSEE: "Art. 14(1)(d)"},
    ),
    "no address, a search": ("mla", ["ETS-030"], EVERYTHING - {C.ADDRESSEE}, ["search"], {}),
    "no law, coercion": ("mla", ["ETS-141"], EVERYTHING - {C.LAW}, ["seizure"], {C.LAW: "Art. 27(1)(d)(i)"}),
    "no law, an interview": ("mla", ["ETS-141"], EVERYTHING - {C.LAW}, ["interview"], {}),
    "no maximum, later convention": ("mla", ["CETS-198"], EVERYTHING - {C.SUM}, ["freezing"], {C.SUM: "Art. 37(2)"}),
    "no value of the accounts": (
        "mla",
        ["CETS-198"],
        EVERYTHING - {C.ACCOUNTS},
        ["bank-data"],
        {C.ACCOUNTS: "Art. 17(3)"},
    ),
    "no purpose": ("mla", ["UNTOC"], EVERYTHING - {C.PURPOSE}, ["search"], {C.PURPOSE: "Art. 18(15)(f)"}),
    "no purpose, corruption": ("mla", ["UNCAC"], EVERYTHING - {C.PURPOSE}, ["search"], {C.PURPOSE: "Art. 46(15)(f)"}),
    "no purpose, drugs": ("mla", ["VIENNA-1988"], EVERYTHING - {C.PURPOSE}, ["search"], {C.PURPOSE: "Art. 7(10)(f)"}),
    "no facts, UN service": ("mla", ["UNTOC"], EVERYTHING - {C.FACTS}, ["service"], {}),
    "no reason for video": (
        "mla",
        ["ETS-182"],
        EVERYTHING - {C.NOT_IN_PERSON},
        ["video-hearing"],
        {C.NOT_IN_PERSON: "Art. 9(3)"},
    ),
    "no necessity, data": ("mla", ["ETS-185"], EVERYTHING - {C.NECESSITY}, [], {C.NECESSITY: "Art. 29(2)(e)"}),
    "no warrant, extradition": (
        "extradition",
        ["ETS-024"],
        EVERYTHING - {C.ORDER},
        ["surrender"],
        {C.ORDER: "Art. 12(2)(a)"},
    ),
    "no text of the law": ("extradition", ["ETS-024"], EVERYTHING - {C.LAW}, ["surrender"], {C.LAW: "Art. 12(2)(c)"}),
    "no word of a warrant, arrest": (
        "extradition",
        ["ETS-024"],
        EVERYTHING - {C.ORDER_EXISTS},
        ["arrest"],
        {C.ORDER_EXISTS: "Art. 16(2)"},
    ),
    "no papers yet, arrest alone": ("extradition", ["ETS-024"], EVERYTHING - {C.ORDER, C.LAW}, ["arrest"], {}),
    "no word of the place, arrest": (
        "extradition",
        ["ETS-024"],
        EVERYTHING - {C.FACTS},
        ["arrest"],
        {C.FACTS: "Art. 16(2)"},
    ),
    "nobody named who is intercepted": (
        "eio",
        ["EIO-DIRECTIVE"],
        EVERYTHING - {C.TAPPED},
        ["interception"],
        {C.TAPPED: "Art. 30(3) and Annex A, Section H7"},
    ),
    "no lapse of time": (
        "extradition",
        ["CETS-212"],
        EVERYTHING - {C.LIMITATION},
        [],
        {C.LIMITATION: "Art. 2 (12(2)(b) as amended)"},
    ),
    "no measure in the order": (
        "eio",
        ["EIO-DIRECTIVE"],
        EVERYTHING - {C.ASSISTANCE},
        [],
        {C.ASSISTANCE: "Art. 5(1)(e) and Annex A, Section C"},
    ),
    "no penalty in the warrant": ("eaw", [], EVERYTHING - {C.PENALTY}, [], {C.PENALTY: "Art. 8(1)(f)"}),
}


@pytest.mark.parametrize("name", LACKING)
def test_what_is_lacking_is_asked_for_with_its_article(name):
    kind, instruments, confirmed, measures, expected = LACKING[name]
    found = missing(kind, instruments, confirmed, measures)
    assert {one.content for one in found} == set(expected)
    assert all(one.content and one.article.endswith(expected[one.content]) for one in found)


@pytest.mark.parametrize("contents", TABLE, ids=lambda c: c.instrument)
def test_a_request_in_which_everything_was_seen_lacks_nothing_of_a_known_list(contents):
    assert missing(contents.kinds[0], [contents.instrument], EVERYTHING) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_an_instrument_nobody_knows_never_makes_a_request_complete(kind):
    found = missing(kind, ["TREATY-OF-NOWHERE"], EVERYTHING)
    assert [one.content for one in found] == [None]
    assert not is_complete(found)
    assert "not known here" in found[0].what


@pytest.mark.parametrize("kind", ["mla", "extradition", "red-notice", "removal"])
def test_a_request_that_names_no_instrument_is_not_complete(kind):
    assert not is_complete(missing(kind, [], EVERYTHING))


def test_an_instrument_without_a_list_for_the_kind_does_not_make_it_complete():
    assert not is_complete(missing("extradition", ["UNTOC"], EVERYTHING))


def test_a_protocol_asks_for_what_its_convention_asks():
    found = missing("mla", ["ETS-182"], EVERYTHING - {C.OBJECT}, ["search"])
    assert [(one.instrument, one.content) for one in found] == [("ETS-030", C.OBJECT)]


def test_what_is_asked_as_far_as_possible_does_not_hold_a_request_up():
    found = missing("mla", ["ETS-030"], EVERYTHING - {C.NATIONALITY}, ["search"])
    assert [one.need for one in found] == [Need.IF_POSSIBLE]
    assert is_complete(found)


def test_measures_that_are_not_known_need_whatever_any_measure_needs():
    contents = {one.content for one in missing("mla", ["ETS-141"], ())}
    assert {C.LAW, C.LAWFUL_THERE, C.SUM} <= contents


def test_the_consequence_names_the_provision_under_which_may_be_asked():
    asked = {i: missing(BY_INSTRUMENT[i].kinds[0], [i], ())[0].then for i in ("UNTOC", "ETS-024", "ETS-141", "ETS-030")}
    assert "Art. 18(16)" in asked["UNTOC"]
    assert "Art. 13" in asked["ETS-024"]
    assert "Art. 28" in asked["ETS-141"]
    assert "reasons (Art. 19)" in asked["ETS-030"]


def test_a_confirmed_field_shows_only_what_it_tells():
    assert told_by([Field.AUTHORITY, Field.PERSON]) == {C.AUTHORITY, C.PERSON}
    assert told_by([Field.ARTICLE, Field.DATE]) == frozenset()


def test_a_kind_nobody_knows_is_refused_with_the_kinds_there_are():
    with pytest.raises(ValueError, match="extradition"):
        missing("letter", ["ETS-030"], ())


def test_the_table_speaks_of_instruments_and_measures_that_exist():
    listed = {one.id for one in listed_instruments()} | {"2002-584-JHA"}
    assert {c.instrument for c in TABLE} <= listed
    assert all(set(c.on) <= set(BY_INSTRUMENT) for c in TABLE)
    values = set(VOCABULARY["measure.type"].values)
    assert all(item.measures | item.without <= values for c in TABLE for item in c.items)
