"""Whom and what screens look for: written by hand, taken from a case, and kept as plain values."""

from datetime import date

import pytest

from rogatory.casefile.model import CaseFile, Finding, Person, Request
from rogatory.casefile.parties import Identity, Party, Proceeding, Relation, Told
from rogatory.intake.errors import CaseFileError
from rogatory.material.screens import telling
from rogatory.material.screens.format import read_looked_for
from rogatory.material.screens.found import Hit, Screen, Weight, Who
from rogatory.material.screens.of_case import looked_for_in
from rogatory.material.screens.scope import Scope
from rogatory.material.screens.screening import NOTHING, Configuration
from rogatory.registers.model import Known, RegisterEntry, RegisterKind

WRITTEN = """
request:
  persons:
    - names: [Kokzhar Bank]
      source: the request
  terms: [KB-4471]
  first: 2008
  last: 2012-02
lawyers:
  - names: [Saule Dzhumagaliyeva, Сауле Джумагалиева]
    domains: [chambers.example]
    source: register of the bar
ill_treated:
  - names: [Timur Ordabayev]
    source: link L-4
"""
LOOKED_FOR = Configuration(
    lawyers=(Who(("Saule Dzhumagaliyeva", "Сауле Джумагалиева"), (), ("chambers.example",), "register of the bar"),),
    ill_treated=(Who(("Timur Ordabayev",), (), (), "link L-4"),),
    scope=Scope(
        (Who(("Kokzhar Bank",), source="the request"),), ("KB-4471",), date(2008, 1, 1), date(2012, 2, 29)
    ),
)  # fmt: skip


def test_what_was_written_by_hand_is_looked_for():
    assert read_looked_for(WRITTEN.encode(), "request.yaml") == LOOKED_FOR


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("lawyers:\n  - source: the bar", "line 2, lawyers[0]: nothing to look for"),
        ("request:\n  last: 2012-13", "line 2, request.last: '2012-13' does not exist"),
        ("notaries: []", "`notaries` is not a field of a request file"),
        ("lawyers:\n  - names: [A]", "line 2, lawyers[0].source: `source` is missing"),
    ],
)
def test_what_cannot_be_looked_for_is_told_with_its_place(written, says):
    with pytest.raises(CaseFileError) as error:
        read_looked_for(written.encode(), "request.yaml")
    assert says in "\n".join(map(str, error.value.faults))


@pytest.mark.parametrize("looked_for", [NOTHING, LOOKED_FOR])
def test_what_is_looked_for_comes_back_from_plain_values(looked_for):
    assert telling.configuration(telling.told(looked_for)) == looked_for


def test_hits_come_back_from_plain_values_and_strangers_words_are_none():
    hit = Hit(Screen.MEDICAL, "doctor", Weight.IDENTITY, "A doctor writes.", "register", "from", 0, 2, 9)
    assert telling.hits(telling.told_hits([hit])) == (hit,)
    for wrong in (["medical"], [["no screen", "", "identity", "", "", "", 0, 0, 0]], 7):
        with pytest.raises(ValueError, match=r".+"):
            telling.hits(wrong)


def test_whatever_changes_what_may_be_found_changes_the_name_of_it():
    assert telling.digest(NOTHING) != telling.digest(LOOKED_FOR)
    assert telling.digest(LOOKED_FOR) == telling.digest(telling.configuration(telling.told(LOOKED_FOR)))


def test_a_case_says_who_is_a_lawyer_whose_client_somebody_is_and_what_the_request_is_about():
    case = CaseFile(
        "C-1",
        "A case",
        Request("mla", "KZ", "BE"),
        persons=(
            Person("P1", "A. B.", identity=Identity(("Saule Dzhumagaliyeva",))),
            Person("P2", "Nurlan Baimenov"),
        ),
        findings=(Finding("F1", "person.practises_law", "P1", ("yes",), source="register of the bar"),),
        relations=(Relation("P2", "client", "P1", "mandate of 2010"),),
        proceedings=(
            Proceeding("X", references=(Told("KB-4471"),), period=("2008", "2013"), victims=("Kokzhar Bank",),
                       parties=(Party("P1"), Party(name="D. S. Ordabayev"))),
        ),
    )  # fmt: skip
    victims = RegisterEntry("V-1", "victims", RegisterKind.VICTIMS, "Torture", source="UN opinion", persons=(
        Known("a", Identity(("Timur Ordabayev",)), "victim"), Known("b", Identity(("A Relative",)), "relative"),
    ))  # fmt: skip
    found = looked_for_in(case, [victims])
    assert [who.names for who in found.lawyers] == [("Saule Dzhumagaliyeva", "A. B.")]
    assert found.lawyers[0].source == "register of the bar"
    assert [who.names for who in found.clients] == [("Nurlan Baimenov",)]
    assert [who.names for who in found.ill_treated] == [("Timur Ordabayev",)]
    assert found.scope == Scope(
        (Who(("Saule Dzhumagaliyeva", "A. B."), source="X"), Who(("D. S. Ordabayev",), source="X")),
        ("Kokzhar Bank", "KB-4471"),
        date(2008, 1, 1),
        date(2013, 12, 31),
    )


def test_where_a_case_tells_of_no_proceedings_nothing_is_out_of_scope_by_a_screen():
    assert looked_for_in(CaseFile("C-1", "A case", Request("mla", "KZ", "BE"))).scope is None


def test_the_day_of_a_message_and_the_names_of_a_file_are_fields():
    heads = {"from": "a@b.example", "date": "Mon, 2 Mar 2026 10:00:00 +0000", "ident": "1@x"}
    found = telling.fields_of(heads, [("Author", "M. Quill")], [b"mandates/quill.pdf", b"x\xff.pdf"])
    assert found == {
        "from": ("a@b.example",),
        "author": ("M. Quill",),
        "date": ("2026-03-02",),
        "name": ("quill.pdf", "x\ufffd.pdf"),
        "path": ("mandates/quill.pdf",),
    }
    assert "date" not in telling.fields_of({"date": "yesterday"}, [], [])
