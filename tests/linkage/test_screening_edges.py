"""The edges of a screening: who is met by what, whose question it is, and what a link may not say."""

from dataclasses import replace

import pytest

from rogatory.casefile.model import CaseFile, Person, Request
from rogatory.casefile.parties import Identity, Party, Proceeding, Relation, Told
from rogatory.linkage.evidence import Closeness
from rogatory.linkage.model import Band, By
from rogatory.linkage.screening import screen
from rogatory.people.mandates import Compartment
from rogatory.registers.model import Known
from tests.linkage.founding import (
    CHARGES,
    DANA,
    GRANT,
    KNOWN,
    MARAT,
    NAMED,
    P1,
    SAME_CHARGES,
    TODAY,
    TORTURE,
    book,
    link,
    met,
    proposed,
    screened,
)

MARAT_NAMED = Party(name="Серіков Марат Ерланұлы", role="accused")


def with_parties(*parties: Party, persons: tuple[Person, ...] = (P1,)) -> CaseFile:
    return replace(NAMED, persons=persons, proceedings=(replace(CHARGES, parties=parties),))


def test_what_is_met_by_itself_is_not_told_as_a_path_too() -> None:
    found = screened(NAMED, *KNOWN)
    assert link(found, By.PATH, "P1", "A-1") is None
    assert link(found, By.PATH, "X", "A-1") is None


def test_a_path_leads_to_whom_the_entry_is_about() -> None:
    cousin = Known("a", replace(MARAT, numbers=("KZ:passport:N1",)), "relative")
    entry = replace(
        TORTURE, persons=(cousin, Known("v", Identity(("Somebody Else",)), "victim")), proceedings=(),
        relations=(Relation("a", "relative", "v", "report"),),
    )  # fmt: skip
    one = met(screened(NAMED, GRANT, entry), By.PATH, "P1", "V-7")
    assert one.with_ == "v"
    assert len([step for step in one.path if step.bits is None]) == 2


def test_a_party_that_moves_in_the_file_keeps_its_links() -> None:
    first, second = (
        met(screened(with_parties(*parties), TORTURE), By.PERSON, obj, "V-7")
        for parties, obj in (((MARAT_NAMED,), "X.1"), ((Party(name="Somebody Else"), MARAT_NAMED), "X.2"))
    )
    assert first.id == second.id


def test_a_name_that_stands_twice_in_the_proceedings_is_asked_once() -> None:
    found = screened(with_parties(MARAT_NAMED, MARAT_NAMED), TORTURE)
    assert [one.object for one in found.links if one.by is By.PERSON] == ["X.1"]


def test_what_was_done_to_somebody_only_named_is_not_told_of_the_persons_of_the_case() -> None:
    one = met(screened(with_parties(MARAT_NAMED), TORTURE), By.PERSON, "X.1", "V-7")
    assert proposed(one)["proceeding.co_accused_ill_treated"] == "yes"
    assert "person.past_ill_treatment" not in proposed(one)


def test_protection_of_somebody_only_named_raises_the_question_for_the_case() -> None:
    case = with_parties(Party(name="Dana Serikova", role="accused"), persons=(Person("P9", "Somebody Else"),))
    one = met(screened(case, GRANT), By.PROCEEDING, "X", "A-1")
    assert proposed(one)["proceeding.same_as_protection"] == ""


def test_of_several_proceedings_of_an_entry_the_closest_counts() -> None:
    other = replace(SAME_CHARGES, id="F0", references=(Told("№ 157500121000777"),))
    for told in ((other, SAME_CHARGES), (SAME_CHARGES, other)):
        one = met(screened(NAMED, replace(GRANT, proceedings=told)), By.PROCEEDING, "X", "A-1")
        assert (one.with_, one.closeness) == ("F1", Closeness.IDENTICAL)


FACTS = Proceeding(
    "X", state="KZ", bodies=("National Security Committee",), officials=("Т. Б. Жаксыгулов",),
    offences=(Told("embezzlement of bank money"),), period=("2008", "2011"), victims=("Altyn Dala Bank JSC",),
    amounts=(Told("KZT 4 312 670 000"),), parties=(Party("P1", role="accused"),), source="request",
)  # fmt: skip


def test_the_same_facts_without_a_number_do_not_make_a_name_settle() -> None:
    case = replace(NAMED, persons=(Person("P1", "Dana Serikova"),), proceedings=(FACTS,))
    told = replace(FACTS, id="F1", parties=(Party("p", role="accused"),), source="decision")
    found = screened(case, replace(GRANT, proceedings=(told,)))
    assert met(found, By.PROCEEDING, "X", "A-1").closeness is Closeness.SAME_FACTS
    one = met(found, By.PERSON, "P1", "A-1")
    assert (one.path, one.band) == ((), Band.MUST_EXAMINE)


def test_what_is_missing_of_a_protected_person_does_not_tell_who_it_is() -> None:
    witness = Person("W1", "Dana Serikova", compartment=Compartment.PROTECTED_IDENTITY)
    found = screened(replace(NAMED, persons=(witness,), proceedings=()), GRANT)
    missing = met(found, By.PERSON, "W1", "A-1").missing
    assert missing
    assert "Dana" not in repr(missing)
    assert "W1" in repr(missing)


@pytest.mark.parametrize(("requesting", "requested"), [("ZZ", "BE"), ("KZ", "ZZ")])
def test_where_a_state_is_not_named_nothing_follows_from_it(requesting: str, requested: str) -> None:
    case = replace(NAMED, request=Request("mla", requesting, requested))
    answers = proposed(met(screened(case, GRANT), By.PERSON, "P1", "A-1"))
    if requesting == "ZZ":
        assert "person.protection_against_requesting_state" not in answers
    else:
        assert answers["person.refugee_here"] == ""
        assert "person.refugee_elsewhere" not in answers


def test_what_was_taken_out_is_neither_counted_nor_found_by_a_number() -> None:
    number = ("KZ:750412400123",)
    held = book(GRANT, replace(GRANT, id="A-9", persons=(Known("p", replace(DANA, numbers=number), "protected"),)))
    held.remove("asylum", "A-9")
    case = replace(NAMED, persons=(replace(P1, identity=Identity(("Married Name",), numbers=number)),), proceedings=())
    found = screen(case, held, TODAY)
    assert found.coverage[0].entries == 1
    assert found.links == ()


def test_a_register_that_may_not_be_asked_leads_nowhere_either() -> None:
    found = screen(NAMED, book(*KNOWN), TODAY, without=frozenset({"asylum"}))
    assert {one.register for one in found.links} == {"notices", "tortured"}
    assert link(found, By.PATH, "P1", "V-7") is None, "the way to the brother leads through the asylum file"
    told = next(looked for looked in found.coverage if looked.register == "asylum")
    assert (told.entries, told.problem) == (None, "it may not be asked")
