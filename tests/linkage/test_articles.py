"""Articles of criminal codes, as they are cited in several languages and editions, and offences in words."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.linkage.articles import articles, shared
from rogatory.linkage.offences import CODES, KINDS, WORDS_AT_MOST, kind_bits, kinds_in, wording, wording_bits

CITED = {
    "English": ("Art. 176(4)(b) CC", "KZ", [("KZ.CC", "", "176", "4")]),
    "English, in full": ("Article 189, part 4, of the Criminal Code", "KZ", [("KZ.CC", "", "189", "4")]),
    "several": (
        "Articles 176, 193 and 235 of the Criminal Code of Kazakhstan (1997)", "",
        [("KZ.CC", "1997", "176", ""), ("KZ.CC", "1997", "193", ""), ("KZ.CC", "1997", "235", "")]),
    "Russian": ("ст. 190 ч. 4 УК РК", "", [("KZ.CC", "", "190", "4")]),
    "Russian, part first": ("п. «б» ч. 4 ст. 176 УК РК 1997 г.", "", [("KZ.CC", "1997", "176", "4")]),
    "Russian, several": ("ст.ст. 159, 174.1 УК РФ", "", [("RU.CC", "", "159", ""), ("RU.CC", "", "174.1", "")]),
    "Russian, each with its part": (
        "ч. 4 ст. 176, ч. 3 ст. 193, ч. 4 ст. 235 УК РК", "",
        [("KZ.CC", "", "176", "4"), ("KZ.CC", "", "193", "3"), ("KZ.CC", "", "235", "4")]),
    "Russian, in full": (
        "статьи 189 часть 4 пункт 2) и 218 часть 3 пункт 3) Уголовного кодекса Республики Казахстан", "",
        [("KZ.CC", "", "189", "4"), ("KZ.CC", "", "218", "3")]),
    "Ukrainian": ("частина 2 статті 191 КК України", "", [("UA.CC", "", "191", "2")]),
    "Turkish, several": (
        "TCK'nin 309, 312 ve 314. maddeleri", "",
        [("TR.CC", "", "309", ""), ("TR.CC", "", "312", ""), ("TR.CC", "", "314", "")]),
    "behind an article of a treaty": ("Art. 5 ECHR and Art. 176 CC", "KZ", [("KZ.CC", "", "176", "")]),
    "Belarus": ("ст. 342 УК Республики Беларусь", "", [("BY.CC", "", "342", "")]),
    "Kazakh": ("189-баптың 4-бөлігі", "KZ", [("KZ.CC", "", "189", "")]),
    "Turkish": ("TCK'nın 309/1 maddesi", "", [("TR.CC", "", "309", "1")]),
    "Turkish, short": ("TCK 314/2", "", [("TR.CC", "", "314", "2")]),
    "Turkish, number first": ("314. madde", "TR", [("TR.CC", "", "314", "")]),
    "Turkish, old code": ("765 sayılı TCK'nın 168. maddesi", "", [("TR.CC", "", "168", "")]),
    "French": ("article 314, § 2", "TR", [("TR.CC", "", "314", "2")]),
    "Chinese": ("刑法第一百零五条第二款", "", [("CN.CC", "", "105", "2")]),
    "Chinese, in figures": ("第293条", "CN", [("CN.CC", "", "293", "")]),
    "procedure": ("ст. 110 УПК РК", "KZ", []),
    "a convention": ("Article 3 of the Convention", "KZ", []),
    "a state whose code is not known": ("Article 12", "XX", []),
    "no article": ("embezzlement of 176 million in 1997", "KZ", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "state", "cited"), CITED.values(), ids=CITED)
def test_an_article_is_read_in_the_language_it_is_cited_in(text, state, cited):
    assert [(a.code, a.edition, a.number, a.part) for a in articles(text, state)] == cited


def test_what_was_taken_as_said_is_told():
    (read,) = articles("Art. 176", "KZ", opened=2013)
    assert read.edition == "1997"
    assert read.steps == (
        "no code named: taken for the Criminal Code of Kazakhstan", "edition of 1997 taken, from the year 2013",
    )  # fmt: skip


def test_a_case_opened_later_may_apply_the_earlier_edition():
    assert articles("Art. 176", "KZ", opened=2018)[0].edition == ""
    found = shared(the("Art. 176", opened=2018), the("ст. 189 УК РК 2014 г."))
    assert found is not None
    assert found.bits == 0.5


def the(text, state="KZ", opened=None):
    (read,) = articles(text, state, opened)
    return read


PAIRS = {
    "the same": ("ст. 176 УК РК", "Art. 176 CC", 1.0),
    "the same, another part": ("ст. 176 ч. 4 УК РК", "Art. 176(3) CC", 1.0),
    "embezzlement then and now": ("ст. 176 УК РК 1997 г.", "ст. 189 УК РК 2014 г.", 1.0),
    "laundering then and now": ("ст. 193 УК РК 1997 г.", "Art. 218 of the Criminal Code of Kazakhstan 2014", 1.5),
    "a criminal group then and now": ("ст. 235 УК РК 1997 г.", "ст. 262 УК РК 2014 г.", 2.0),
    "then and now, editions not said": ("ст. 176 УК РК", "ст. 189 УК РК", 0.5),
    "one number, two editions": ("ст. 176 УК РК 1997 г.", "ст. 176 УК РК 2014 г.", 0.0),
    "another article": ("ст. 176 УК РК", "ст. 177 УК РК", 0.0),
    "one number, two states": ("ст. 210 УК РФ", "ст. 210 УК РК", 0.0),
    "two articles about the same": ("ст. 174 УК РФ", "ст. 174.1 УК РФ", 0.0),
    "rare": ("ст. 170 УК РК 1997 г.", "ст. 179 УК РК 2014 г.", 3.0),
    "not in the table": ("ст. 400 УК РК", "ст. 400 УК РК", 2.0),
    "Türkiye, old and new": ("765 sayılı TCK 168", "TCK 314 (5237)", 1.0),
}  # fmt: skip


@pytest.mark.parametrize(("left", "right", "bits"), PAIRS.values(), ids=PAIRS)
def test_an_article_is_compared_within_its_code_and_from_edition_to_edition(left, right, bits):
    if "765" in left:
        one, other = the(left, "TR", 2003), the(right, "TR")
    else:
        one, other = the(left), the(right)
    found, mirrored = shared(one, other), shared(other, one)
    assert (found.bits if found else 0.0) == bits
    assert (mirrored.bits if mirrored else 0.0) == bits
    if found and one.number != other.number:
        assert found.step.startswith("Art. ")


def test_one_of_several_kinds_is_found_in_words_of_several_languages():
    for text in ("embezzlement of bank money", "растрата вверенного имущества", "détournement de fonds", "贪污"):
        assert kinds_in(text) == {"embezzlement"}, text
    assert kinds_in("Легализация денежных средств, полученных преступным путём") == {"laundering"}
    assert kinds_in("silahlı terör örgütü üyeliği") == {"armed or terrorist organisation"}
    assert kinds_in("theft of a bicycle") == frozenset()


def test_the_wording_of_an_offence_says_little():
    text = "embezzlement of entrusted property of the bank by an organised group on an especially large scale"
    same = kind_bits(kinds_in(text), kinds_in(text)) + wording_bits(wording(text), wording(text))
    assert same == WORDS_AT_MOST
    assert wording_bits(wording(text), wording("a quarrel between neighbours about a fence of wood")) == 0
    assert wording_bits(frozenset(), frozenset()) == 0


def test_the_tables_are_whole():
    codes = {code.id: code for code in CODES}
    for kind in KINDS:
        for code, edition, _, bits in kind.articles:
            assert edition in (codes[code].editions or ("",))
            assert 0 < bits <= 3


@given(
    st.one_of(st.text(max_size=60), st.text("0123456789/.-() ст.artмадебпчку第条百十§,и", max_size=60)),
    st.sampled_from(["", "KZ", "TR", "CN"]),
)
def test_any_text_is_read_without_fault(text, state):
    for one in articles(text, state):
        for other in articles(text, state):
            shared(one, other)
    kinds_in(text)
    wording(text)


HARD = {
    "articles": "ст. " * 25_000,
    "a list": "ст. 1" + ", 23" * 25_000,
    "figures": "1" * 100_000,
    "Han": "第" * 50_000 + "条",
    "strokes": "§" * 50_000,
    "words": "criminal code of the " * 5_000,
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_no_text_makes_it_slow(text):
    began = time.process_time()
    articles(text, "KZ")
    kinds_in(text)
    assert time.process_time() - began < 10, "many times what it takes: only a search without bound reaches it"
