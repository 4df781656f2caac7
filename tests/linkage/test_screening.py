"""Screening, as situations: the founding pattern is met by person, proceedings and path; what is not sure is asked."""

from dataclasses import replace

import pytest

from rogatory.casefile.model import CaseFile, Person
from rogatory.casefile.parties import Identity, Party, Relation, Told
from rogatory.law.wording import Language
from rogatory.linkage.book import Book
from rogatory.linkage.evidence import Closeness
from rogatory.linkage.links import APART
from rogatory.linkage.model import Band, By, Link, Screening
from rogatory.linkage.screening import screen
from rogatory.linkage.search import MOST_NEAR
from rogatory.linkage.wording import say_link, say_looked, say_nothing_found
from rogatory.people.mandates import Compartment
from rogatory.registers.model import Known, Register, RegisterKind
from tests.linkage.founding import (
    ALL,
    CHARGES,
    DANA,
    GRANT,
    KNOWN,
    MARAT,
    NAMED,
    NOTICE,
    NUMBER,
    P1,
    REQUEST,
    SAME_CHARGES,
    SOMEBODY,
    TODAY,
    TORTURE,
    book,
    link,
    met,
    proposed,
    screened,
)

# --- the founding pattern -------------------------------------------------------------------------------------------


def test_the_refugee_is_met_by_person_in_another_script() -> None:
    one = met(screened(NAMED, *KNOWN), By.PERSON, "P1", "A-1")
    assert one.band is Band.MUST_EXAMINE
    assert one.compartment is Compartment.ASYLUM
    assert proposed(one)["person.refugee_here"] == "yes"
    assert proposed(one)["proceeding.same_as_protection"] == "yes"
    assert (one.path[0].start, one.path[0].relation) == ("P1", "is")
    assert one.path[-1].end == "X", "the way leads back to the proceedings of the request"


def test_the_notice_that_was_withdrawn_on_these_charges_is_met() -> None:
    one = met(screened(NAMED, *KNOWN), By.PERSON, "P1", "N-1")
    assert (one.band, one.compartment) == (Band.MUST_EXAMINE, None)
    assert proposed(one)["notice.deleted_or_refused"] == "yes"


@pytest.mark.parametrize("entry", ["A-1", "N-1", "V-7"])
def test_each_entry_is_met_by_its_founding_proceedings_whoever_is_named(entry: str) -> None:
    nobody = replace(NAMED, persons=(), proceedings=(replace(CHARGES, parties=()),))
    one = met(screened(nobody, *KNOWN), By.PROCEEDING, "X", entry)
    assert (one.band, one.closeness) == (Band.MUST_EXAMINE, Closeness.IDENTICAL)


def test_the_brother_is_met_by_path_though_the_request_does_not_name_him() -> None:
    one = met(screen(NAMED, book(*KNOWN), TODAY, ALL), By.PATH, "P1", "V-7")
    assert one.band is Band.MUST_EXAMINE
    assert [s.relation for s in one.path] == ["is", "sibling", "is", "ill-treated in", "is"]
    assert "interview, p. 3" in one.path[1].source
    assert one.path[-1].end == "X"
    assert proposed(one)["person.relative_ill_treated"] == "yes"
    assert proposed(one)["proceeding.relative_ill_treated"] == "yes"


def test_a_relation_of_the_case_file_leads_to_the_register_too() -> None:
    brother = Person("P2", "M.S.", identity=MARAT)
    case = replace(NAMED, persons=(P1, brother), relations=(Relation("P2", "sibling", "P1", "request, p. 5"),))
    found = screened(case, TORTURE)
    assert proposed(met(found, By.PATH, "P1", "V-7"))["person.relative_ill_treated"] == "yes"
    assert met(found, By.PERSON, "P2", "V-7").band is Band.MUST_EXAMINE


# --- what is not sure -----------------------------------------------------------------------------------------------


def test_an_unsourced_relation_is_no_edge_and_is_asked_about() -> None:
    case = replace(
        NAMED,
        persons=(P1, Person("P2", "M.S.", identity=MARAT)),
        proceedings=(),
        relations=(Relation("P2", "sibling", "P1", ""),),
    )
    found = screened(case, TORTURE)
    assert link(found, By.PATH, "P1", "V-7") is None
    assert any("P2 and P1" in lack.what for lack in met(found, By.PERSON, "P2", "V-7").missing)


def test_a_name_alone_raises_a_question_and_no_edge() -> None:
    case = replace(NAMED, persons=(Person("P1", "Dana Serikova"),), proceedings=())
    found = screened(case, GRANT, TORTURE)
    one = met(found, By.PERSON, "P1", "A-1")
    assert one.path == ()
    assert any(lack.of == "requesting state" for lack in one.missing)
    assert link(found, By.PATH, "P1", "V-7") is None, "what rests on a name leads no further"


def test_siblings_are_not_each_other() -> None:
    sister = replace(P1, identity=Identity(("Айгерім Серікова",), born=("1981-02-03",)))
    case = replace(NAMED, persons=(sister,), proceedings=())
    found = screened(case, GRANT, TORTURE)
    assert all(one.band is not Band.MUST_EXAMINE for one in found.links if one.by is By.PERSON)
    assert [one for one in found.links if one.by is By.PATH] == []


def test_a_notice_that_stands_is_shown_and_bars_nothing() -> None:
    found = screened(replace(NAMED, proceedings=()), replace(NOTICE, status="published"))
    one = met(found, By.PERSON, "P1", "N-1")
    assert one.band is Band.LOOK
    assert proposed(one) == {}


def test_somebody_only_named_in_the_proceedings_is_asked_too() -> None:
    case = replace(NAMED, persons=(), proceedings=(replace(CHARGES, parties=(Party(name="Серіков Марат Ерланұлы"),)),))
    one = met(screened(case, TORTURE), By.PERSON, "X.1", "V-7")
    assert one.band is Band.MUST_EXAMINE, "a name in the same proceedings is more than a name"


# --- what was looked through ----------------------------------------------------------------------------------------


def test_every_kind_of_register_has_a_line_and_the_missing_one_says_so() -> None:
    found = screened(NAMED, GRANT)
    assert {looked.kind for looked in found.coverage} == set(RegisterKind)
    missing = [looked for looked in found.coverage if looked.kind is RegisterKind.DEFENDERS]
    assert [(looked.entries, say_looked(looked)) for looked in missing] == [
        (None, "Nothing was looked through: no register of this kind is kept here.")
    ]


def test_a_register_that_was_not_reached_is_said() -> None:
    away = Register("asylum", RegisterKind.PROTECTION, problem="its custodian did not answer")
    found = screen(NAMED, Book([away]), TODAY)
    told = next(looked for looked in found.coverage if looked.register == "asylum")
    assert told.entries is None
    assert say_looked(told) == "Nothing was looked through: its custodian did not answer."


def test_a_register_that_is_away_is_screened_as_it_was_last_held_and_says_so() -> None:
    held = book(GRANT)
    held.take(Register("asylum", RegisterKind.PROTECTION, as_of="2026-01-31", problem="its custodian did not answer"))
    found = screen(NAMED, held, TODAY)
    assert met(found, By.PERSON, "P1", "A-1").id
    assert "Not wholly: its custodian did not answer." in say_looked(found.coverage[0])


@pytest.mark.parametrize("language", list(Language))
def test_not_found_is_never_told_as_no_protection(language: Language) -> None:
    found = screened(NAMED, SOMEBODY)
    texts = [say_nothing_found(found, language), *(say_looked(looked, language) for looked in found.coverage)]
    assert texts[0]
    for text in texts:
        for word in ("not protected", "no protection", "aucune protection", "pas protég", "geen bescherming"):
            assert word not in text.lower()


def test_what_was_learned_later_is_not_looked_at() -> None:
    later = replace(GRANT, learned="2026-03-01")
    assert screened(NAMED, later).links == ()
    assert screened(NAMED, replace(GRANT, learned="2026-01-15")).links


# --- what may be seen -----------------------------------------------------------------------------------------------


def words_of(one: Link) -> str:
    return repr((one.says, one.evidence, one.path))


def test_a_link_tells_nothing_of_another_compartment() -> None:
    found = screened(NAMED, *KNOWN)
    path = met(found, By.PATH, "P1", "V-7")
    assert path.compartment is Compartment.PROTECTED_IDENTITY
    assert "asylum" not in words_of(path)
    assert "interview" not in words_of(path)
    assert APART in [step.end for step in path.path]
    for one in found.links:
        if one.compartment is None:
            assert "A-1" not in repr(one)
            assert "V-7" not in repr(one)


def test_a_path_through_what_stands_apart_stands_apart() -> None:
    public = replace(TORTURE, register="opinions", kind=RegisterKind.FINDINGS, form="un", status="adopted")
    public = replace(public, persons=(Known("v", MARAT, "applicant"),))
    found = screened(NAMED, GRANT, public)
    assert met(found, By.PATH, "P1", "V-7").compartment is Compartment.ASYLUM


def test_a_protected_person_of_the_case_is_told_by_the_identifier() -> None:
    witness = Person("W1", "Dana Serikova", compartment=Compartment.PROTECTED_IDENTITY, identity=DANA)
    found = screened(replace(NAMED, persons=(witness,), proceedings=()), NOTICE, GRANT)
    assert met(found, By.PERSON, "W1", "N-1").compartment is Compartment.PROTECTED_IDENTITY
    assert "Dana" not in repr(found.coverage)
    grant = met(found, By.PERSON, "W1", "A-1")
    assert grant.compartment is Compartment.ASYLUM
    assert "Dana" not in words_of(grant).replace("Dana Serikova [asylum/A-1]", "")


@pytest.mark.parametrize("language", list(Language))
def test_the_sentence_of_a_link_holds_no_name(language: Language) -> None:
    for one in screen(NAMED, book(*KNOWN), TODAY, ALL).links:
        text = say_link(one, language)
        assert "Serik" not in text
        assert "Серік" not in text
        assert f"{one.register}/{one.entry}" in text


# --- what is hard --------------------------------------------------------------------------------------------------


def test_who_is_known_by_a_number_alone_is_found_by_it() -> None:
    number = ("KZ:750412400123",)
    known = replace(
        GRANT, persons=(Known("p", Identity((), numbers=number), "protected"),), relations=(), proceedings=()
    )
    asked = replace(P1, identity=Identity(("Married Name",), numbers=number))
    found = screened(replace(NAMED, persons=(asked,), proceedings=()), known)
    assert met(found, By.PERSON, "P1", "A-1").evidence[0].family.value == "identity number"


STRANGE = [
    "\u202eanaD\u202c Serikova",
    "D\u200bana Serikova",
    "A" * 10_000,
    "Дana Сеrikova",
    "٣٤٥",
    "𝕯𝖆𝖓𝖆",
    "-",
    "\x00",
]


@pytest.mark.parametrize("name", STRANGE)
def test_strange_names_on_either_side_neither_stall_nor_fail(name: str) -> None:
    strange = replace(SOMEBODY, persons=(Known("p", Identity((name,)), "protected"),))
    case = replace(NAMED, persons=(P1, Person("P2", name)))
    assert met(screened(case, GRANT, strange), By.PERSON, "P1", "A-1").id


def test_entries_that_lead_nowhere_lead_nowhere() -> None:
    broken = replace(
        GRANT,
        relations=(Relation("b", "sibling", "gone", "file"), Relation("gone", "parent", "p", "file")),
        proceedings=(replace(SAME_CHARGES, parties=(Party("gone", role="accused"), Party(name="", role="accused"))),),
    )
    assert met(screened(NAMED, broken), By.PERSON, "P1", "A-1").id


def test_more_persons_near_than_are_asked_are_told() -> None:
    crowd = tuple(Known(f"c{i}", Identity((f"Somebody Number{i}",)), "relative") for i in range(MOST_NEAR + 20))
    ties = tuple(Relation(known.id, "relative", "p", "interview") for known in crowd)
    found = screened(NAMED, replace(GRANT, persons=(*GRANT.persons, *crowd), relations=(*GRANT.relations, *ties)))
    lacks = met(found, By.PERSON, "P1", "A-1").missing
    assert [lack.of for lack in lacks if lack.what.startswith("who else is near")] == ["register"]
    assert "near" not in repr(found.coverage), "what everybody reads may not tell that somebody was met"


def test_what_was_granted_against_another_state_is_asked_and_not_proposed() -> None:
    one = met(screened(NAMED, replace(GRANT, against=("BY",))), By.PERSON, "P1", "A-1")
    assert proposed(one)["person.protection_against_requesting_state"] == ""


def test_an_empty_book_and_an_empty_case() -> None:
    assert screen(NAMED, Book(), TODAY).links == ()
    assert screened(CaseFile("empty", "Empty", REQUEST), *KNOWN).links == ()


# --- a name in the same proceedings ---------------------------------------------------------------------------------


def named_only(number: str = NUMBER, born: tuple[str, ...] = ()) -> Screening:
    """The request gives her name and nothing else of her; the registers know her and her brother."""
    told = replace(CHARGES, references=(Told(number),))
    case = replace(NAMED, persons=(Person("P1", "Dana Serikova", identity=Identity(("Дана Серікова",), born)),))
    return screened(replace(case, proceedings=(told,)), GRANT, TORTURE)


def test_a_whole_name_in_the_same_proceedings_settles_it_and_leads_on_to_the_brother() -> None:
    found = named_only()
    assert "reference" in met(found, By.PERSON, "P1", "A-1").path[0].source
    assert met(found, By.PATH, "P1", "V-7").band is Band.MUST_EXAMINE


def test_the_same_name_in_other_proceedings_stays_a_question() -> None:
    found = named_only("157500121000999")
    assert met(found, By.PERSON, "P1", "A-1").path == ()
    assert link(found, By.PATH, "P1", "V-7") is None


def test_who_was_born_on_another_day_is_not_settled_by_the_proceedings() -> None:
    assert met(named_only(born=("1981-02-03",)), By.PERSON, "P1", "A-1").path == ()


# --- somebody near who is alike too ---------------------------------------------------------------------------------


def siblings(source: str = "request", kind: str = "sibling") -> Screening:
    """Of two siblings the request gives initials only, as the register does."""
    case = replace(
        NAMED,
        persons=(Person("P1", "D.S."), Person("P2", "M.S.")),
        proceedings=(),
        relations=(Relation("P1", kind, "P2", source),),
    )
    known = (Known("p", Identity(("D.S.",)), "protected"), Known("b", Identity(("M.S.",)), "relative"))
    return screened(case, replace(GRANT, persons=known, proceedings=()))


def test_two_alike_in_the_same_relation_must_be_examined_and_settle_nothing() -> None:
    one = met(siblings(), By.PERSON, "P1", "A-1")
    assert (one.band, one.path) == (Band.MUST_EXAMINE, ())
    assert "relation" in {piece.family.value for piece in one.evidence}


@pytest.mark.parametrize(("source", "kind"), [("", "sibling"), ("request", "lawyer")])
def test_a_relation_without_a_source_or_another_one_adds_nothing(source: str, kind: str) -> None:
    assert met(siblings(source, kind), By.PERSON, "P1", "A-1").band is Band.LOOK
