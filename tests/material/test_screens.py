"""What screens find, and where; and that they never say that nothing is there."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.material.questions import Asked
from rogatory.material.screens import lists, phrases
from rogatory.material.screens.found import ASKS, TEXT, Reading, Screen, Weight, Who
from rogatory.material.screens.people import People
from rogatory.material.screens.scope import Scope, outside
from rogatory.material.screens.screening import Configuration, screen

LAWYER = Who(("Aigerim Sadykova",), ("a.sadykova@post.example",), ("sadykova-law.example",), "register of the bar")
CLIENT = Who(("Marat Abenov", "Марат Әбенов"), ("m.abenov@post.example",), (), "mandate of 3 May 2024")
BROTHER = Who(("Erzhan Kassymov", "Ержан Қасымов"), (), (), "link-4, register of victims")
SCOPE = Scope((Who(("Altyn Dala Bank",)),), ("loan 417*",), date(2008, 1, 1), date(2013, 12, 31))
SEIZURE = Configuration(
    lawyers=(LAWYER,),
    clients=(CLIENT,),
    ill_treated=(BROTHER,),
    at_risk=(Who(("Leila Turganova",), source="register of defenders"),),
    scope=SCOPE,
)


def hits(text="", **fields):
    told = {name: (value,) if isinstance(value, str) else value for name, value in fields.items()}
    return screen(Reading(text, told), SEIZURE)


def screens(text="", **fields):
    return {hit.screen for hit in hits(text, **fields)}


FOUND = [
    ("her own address", {"to": "A.Sadykova@post.example"}, Screen.PRIVILEGE),
    ("anybody at her chambers", {"cc": "Clerk <office@mail.sadykova-law.example>"}, Screen.PRIVILEGE),
    ("her client's address", {"from": "Marat <m.abenov@post.example>"}, Screen.PRIVILEGE),
    ("her name in the text", {"text": "As Aigerim Sadykova told us on Monday"}, Screen.PRIVILEGE),
    ("her name in Russian", {"text": "Передайте Айгерим Садыковой"}, Screen.PRIVILEGE),
    ("her client by the family name", {"text": "Herr Abenov hat gezahlt"}, Screen.PRIVILEGE),
    ("a file named after her", {"name": "Sadykova.docx"}, Screen.PRIVILEGE),
    ("a mark of privilege", {"text": "PRIVILEGED AND\nCONFIDENTIAL"}, Screen.PRIVILEGE),
    ("a mark without accents", {"text": "SECRET PROFESSIONNEL - CONFIDENTIALITE AVOCAT"}, Screen.PRIVILEGE),
    ("a mark in Russian", {"text": "Это адвокатская тайна"}, Screen.PRIVILEGE),
    ("a mark in Turkish", {"text": "AVUKAT-MÜVEKKİL GİZLİLİĞİ kapsamındadır"}, Screen.PRIVILEGE),
    ("a mark in German", {"text": "unterliegt dem Anwaltsgeheimnis"}, Screen.PRIVILEGE),
    ("a mark in Dutch", {"text": "valt onder het beroepsgeheim"}, Screen.PRIVILEGE),
    ("an asylum interview", {"text": "Your asylum interview is on Monday"}, Screen.ASYLUM),
    ("an application in French", {"text": "votre demande\nd’asile"}, Screen.ASYLUM),
    ("a number of the commissioner", {"text": "Notre réf. CG 24/12345"}, Screen.ASYLUM),
    ("a refugee in Russian", {"text": "ей предоставлен статус беженца"}, Screen.ASYLUM),
    ("an office that decides on protection", {"to": "dossier@mail.cgvs.be"}, Screen.ASYLUM),
    ("a source", {"text": "He spoke off the record."}, Screen.SOURCES),
    ("sources in Dutch", {"text": "dat valt onder het bronnengeheim"}, Screen.SOURCES),
    ("a doctor's letter", {"text": "Arztbrief: Die Patientin wurde entlassen"}, Screen.MEDICAL),
    ("an epicrisis", {"text": "Выписной эпикриз"}, Screen.MEDICAL),
    ("somebody who was tortured", {"text": "statement of Erzhan Kassymov"}, Screen.ILL_TREATMENT),
    ("the same in Russian, declined", {"text": "допрошен Ержаном Касымовым"}, Screen.ILL_TREATMENT),
    ("words on torture", {"text": "he was made to sign it"}, Screen.ILL_TREATMENT),
    ("a person at risk", {"text": "ask Leila Turganova"}, Screen.THIRD_PARTIES),
    ("a list of members", {"text": "ledenlijst 2024"}, Screen.THIRD_PARTIES),
    ("an identity number", {"text": "ИИН: 680305450010"}, Screen.THIRD_PARTIES),
    ("another matter", {"text": "The swimming lesson is on Tuesday."}, Screen.SCOPE),
    ("another time", {"text": "Altyn Dala Bank", "date": "2021-04-03T10:00:00"}, Screen.SCOPE),
]


@pytest.mark.parametrize(("told", "fields", "found"), FOUND, ids=[f[0] for f in FOUND])
def test_what_each_screen_finds_and_where(told, fields, found):
    reading = Reading(fields.get("text", ""), {n: (v,) for n, v in fields.items() if n != "text"})
    hit = next((h for h in screen(reading, SEIZURE) if h.screen is found), None)
    assert hit, told
    assert hit.reason
    assert hit.source
    assert hit.shown(reading).strip()


NOT_FOUND = [
    ("a bank's letter", "Altyn Dala Bank: the loan 4171 was paid out on 3 May 2010.", {Screen.PRIVILEGE}),
    ("a contract", "Altyn Dala Bank and the borrower agree as follows.", set(Screen) - {Screen.SCOPE}),
    ("confidential, and no more", "This paper of Altyn Dala Bank is confidential.", {Screen.PRIVILEGE}),
    ("a witness in another matter", "Altyn Dala Bank. Witness statement of the cashier.", {Screen.ILL_TREATMENT}),
    ("medicine as such", "Altyn Dala Bank lends to a maker of medicines.", {Screen.MEDICAL}),
    ("an address like hers", "x.sadykova@post.example.org", {Screen.PRIVILEGE}),
    ("a domain like an authority's", "Altyn Dala Bank, x@ind.nl.example, y@notind.nl", {Screen.ASYLUM}),
    ("a word inside a word", "The unprivilegedly named Altyn Dala Bank", {Screen.PRIVILEGE}),
    ("in scope by the loan", "loan 4171 was repaid", {Screen.SCOPE}),
]


@pytest.mark.parametrize(("told", "text", "silent"), NOT_FOUND, ids=[f[0] for f in NOT_FOUND])
def test_what_no_screen_stops_at(told, text, silent):
    assert not screens(text) & silent, told


def test_an_address_tells_more_than_a_name_in_passing():
    between = hits(**{"from": "a.sadykova@post.example"})
    named = hits("Aigerim Sadykova")
    assert "lawyer-between" in {h.rule for h in between}
    assert "lawyer" in {h.rule for h in named}
    assert all(h.weight is Weight.IDENTITY for h in between + named if h.screen is Screen.PRIVILEGE)


def test_a_record_of_questioning_counts_where_somebody_ill_treated_is_named():
    alone = [h.rule for h in hits("Протокол допроса свидетеля. Банк.") if h.screen is Screen.ILL_TREATMENT]
    with_him = [h.rule for h in hits("Протокол допроса. Ержан Қасымов.") if h.screen is Screen.ILL_TREATMENT]
    assert alone == []
    assert set(with_him) == {"ill-treated-person", "statement"}


def test_a_list_of_many_addresses_exposes_others():
    many = " ".join(f"n{i}@post.example" for i in range(12))
    assert "many-addresses" in {h.rule for h in hits(many)}
    everybody = tuple(f"n{i}@post.example" for i in range(12))
    assert "many-addresses" not in {h.rule for h in hits(many, to=everybody)}


def test_an_item_without_text_is_not_said_to_be_outside_the_request():
    assert list(outside(Reading(""), SCOPE)) == []
    assert list(outside(Reading("The swimming lesson"), Scope())) == []
    assert list(outside(Reading("x", {"date": ("some day",)}), Scope(first=date(2008, 1, 1)))) == []


@pytest.mark.parametrize(
    ("day", "rule"),
    [("2007-12-31", True), ("2008-01-01", False), ("2013-12-31", False), ("2014-01-01", True)],
)
def test_the_first_and_last_day_belong_to_the_period(day, rule):
    found = outside(Reading("Altyn Dala Bank", {"date": (day,)}), SCOPE)
    assert [h.rule for h in found] == (["other-time"] if rule else [])


NAMES = [
    ("Erzhan Kassymov", "name"),
    ("KASSYMOV Erzhan", "name"),
    ("Kassymov, E. B., Erzhan", "name"),
    ("Ержан Қасымов", "name"),
    ("Касымов Ержан Болатович", "name"),
    ("Ержану Касымову", "name"),
    ("Yerzhan Kasymov", "name"),
    ("Kassymov's statement", "part of a name"),
    ("der Zeuge Kasymow", "part of a name"),
    ("Erzhan alone", ""),
    ("kassymov in small letters", ""),
    ("Kassandra Ermolova", ""),
    ("Erzhan and his friend and also one Mr Nobody Kassymov", "part of a name"),
]


@pytest.mark.parametrize(("text", "by"), NAMES)
def test_a_person_is_found_by_name_in_any_script_and_case(text, by):
    met = list(People([BROTHER]).meet(text))
    assert {m.by for m in met} == ({by} if by else set())


def test_a_name_in_parts_can_be_left_aside():
    assert list(People([BROTHER], parts=False).meet("der Zeuge Kasymow")) == []


@given(
    st.text(max_size=200),
    st.dictionaries(
        st.sampled_from(["from", "to", "date", "subject"]), st.lists(st.text(max_size=40), max_size=2).map(tuple)
    ),
)
def test_no_text_stops_a_screen_and_every_place_is_in_its_text(text, fields):
    reading = Reading(text, fields)
    for hit in screen(reading, SEIZURE):
        value = text if hit.field == TEXT else fields[hit.field][hit.place]
        assert 0 <= hit.start <= hit.end <= max(len(value), 10)
        assert hit.end > hit.start


@given(st.sampled_from(FOUND), st.text(max_size=60))
def test_more_text_never_takes_away_what_was_found(found, more):
    _, fields, wanted = found
    if wanted is Screen.SCOPE:
        return
    reading = Reading(fields.get("text", "") + "\n" + more, {n: (v,) for n, v in fields.items() if n != "text"})
    assert wanted in {h.screen for h in screen(reading, SEIZURE)}


def test_every_list_speaks_six_languages_and_names_its_sources():
    of_states = {"asylum-authority", "asylum-authority-address", "asylum-paper", "asylum-number"}
    for one in Screen:
        for rule in (*lists.rules(one), *(told.rule for told in lists.together(one))):
            assert rule.reason.endswith(".")
            assert rule.source
            assert rule.check in ("verified", "partly", "general")
        for rule in lists.rules(one):
            assert set(rule.words) >= set(lists.LANGUAGES) or rule.patterns or rule.id in of_states
        for kind, by_language in lists.signs(one).items():
            assert set(by_language) >= set(lists.LANGUAGES), kind
    assert [s for s in Screen if not lists.rules(s)] == [Screen.SCOPE]


def test_signs_of_asylum_papers_are_told_in_fourteen_languages():
    for kind, by_language in lists.signs(Screen.ASYLUM).items():
        assert set(by_language) == {*lists.LANGUAGES, *lists.MORE}, kind


@pytest.mark.parametrize("which", [s for s in Screen if s is not Screen.SCOPE], ids=lambda s: s.value)
def test_what_tells_together_names_signs_there_are_and_can_be_met(which):
    there = lists.signs(which)
    for told in lists.together(which):
        assert told.signs <= there.keys()
        assert told.least <= len(told.signs)
        assert all(group and group <= told.signs for group in told.groups)


@pytest.mark.parametrize("which", [s for s in Screen if s is not Screen.SCOPE], ids=lambda s: s.value)
def test_every_phrase_of_every_list_is_found_as_it_stands(which):
    for rule in lists.rules(which):
        for words in rule.words.values():
            for phrase in words:
                text = f"… {phrase.replace('*', '').upper()} …"
                assert rule.id in {h.rule for h in phrases.find(Reading(text)) if h.screen is which}, phrase


TOGETHER = [
    (
        "a judge in English",
        "The panel finds her account plausible. If removed she would be at risk of arrest for her politics.",
    ),
    (
        "a judge in Spanish",
        "La Sala estima creíble el relato: la recurrente huyó tras la detención y teme ser perseguida.",
    ),
    ("a card in Polish", "Zaświadczenie ważne 90 dni, ośrodek recepcyjny, przesłuchanie z tłumaczem."),
    ("a mother in Ukrainian", "Мене заарештували, ми втекли через кордон, я боюся повернутися."),
    ("a father in Arabic", "اعتقلوا أخي، هربنا عبر الحدود، وأخاف أن أعود."),
    ("somebody in Kazakh", "Ағамды ұстады, біз шекарадан қашып өттік, қайтуға қорқамын."),
]


@pytest.mark.parametrize(("told", "text"), TOGETHER, ids=[one[0] for one in TOGETHER])
def test_several_signs_close_together_tell_what_none_tells_alone(told, text):
    apart = (" lorem" * 200).join(text.split())
    assert "asylum" in {hit.screen.value for hit in phrases.find(Reading(text))}, told
    assert not {hit.rule for hit in phrases.find(Reading(apart))} & {
        one.rule.id for one in lists.together(Screen.ASYLUM)
    }


def test_signs_of_two_languages_tell_nothing_together():
    assert not list(phrases.find(Reading("She told of threats. Мы выехали. Hij is bang. Dönmek. Le séjour.")))


@pytest.mark.parametrize("before", range(65_520, 65_545))
def test_a_phrase_is_found_wherever_a_long_text_is_parted(before):
    text = "x" * 10 + " " + "y " * ((before - 11) // 2) + "she fears what awaits them: the asylum claim of Monday"
    assert "asylum claim" in {text[hit.start : hit.end] for hit in phrases.find(Reading(text))}


def test_the_house_of_a_state_is_told_by_its_own_address():
    hit = next(hit for hit in phrases.find(Reading("www.bamf.de")) if hit.rule == "asylum-authority-address")
    assert "Germany" in hit.reason


def test_each_screen_bears_on_one_of_the_four_questions():
    assert set(ASKS) == set(Screen)
    assert set(ASKS.values()) == set(Asked)
