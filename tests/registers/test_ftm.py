"""FollowTheMoney: what others wrote is made into entries; what we wrote comes back as it was."""

import json
from typing import Any

import pytest

from rogatory.casefile.parties import Identity, Party
from rogatory.intake.errors import CaseFileError
from rogatory.registers import json_source
from rogatory.registers.ftm import read_ftm
from rogatory.registers.ftm_writing import write_ftm
from rogatory.registers.imported import MOST_TOLD
from rogatory.registers.reading import read_register
from tests.registers.samples import left_out, only, register, sample, unused


def entity(ident: str, schema: str, **properties: str | list[str]) -> dict[str, Any]:
    told = {name: [held] if isinstance(held, str) else held for name, held in properties.items()}
    return {"id": ident, "schema": schema, "properties": told}


def read(*entities: Any, kind: str = "victims"):
    lines = "\n".join(json.dumps(one, ensure_ascii=False) for one in entities)
    return read_ftm(lines.encode(), "f.jsonl", register(kind))


A, B = entity("a", "Person", name="A. B."), entity("b", "Person", name="C. D.")


class TestTheSample:
    @pytest.fixture
    def imported(self):
        return read_ftm(sample("cases.ftm.jsonl"), "cases.jsonl", register("victims"))

    def test_a_court_case_is_an_entry_with_those_in_it_and_those_beside_them(self, imported):
        entry = only(imported)
        assert (entry.id, entry.title, entry.source) == ("c-bank", "The case of the bank", "cases.jsonl, line 5")
        he, she, lawyer = entry.persons
        assert he.identity == Identity(
            ("Серік Тоқтаров", "Serik Toktarov", "Toqtarov S."), ("1971-04-02",), "m", ("KZ",), (), ("KZ:710402300015",)
        )
        assert she.identity == Identity(("Аида Серікқызы Тоқтарова",), nationalities=("KZ",))
        assert lawyer.identity.numbers == ("ZZ:820101450017",)
        assert [p.role for p in entry.persons] == ["victim", "relative", "associate"]

    def test_the_proceedings_have_their_number_court_and_parties(self, imported):
        (case,) = only(imported).proceedings
        assert (case.state, case.opened, case.bodies) == ("KZ", "2030-05-02", ("Алматы қалалық соты",))
        assert [told.text for told in case.references] == ["№ 137500121000042"]
        assert case.parties == (Party("p-serik", "", "convicted"), Party("", "Банк Алтын", "victim"))

    def test_relations_are_those_the_file_tells_with_their_source(self, imported):
        told = [(r.of, r.kind, r.to, r.source) for r in only(imported).relations]
        assert told == [
            ("p-aida", "child", "p-serik", "https://example.org/family"),
            ("p-dana", "lawyer", "p-serik", "cases.jsonl, line 9"),
        ]

    def test_everything_else_is_told(self, imported):
        assert left_out(imported.report) == ["line 13: Family: 'p-gone' is not in the file. Give the whole file."]
        assert unused(imported.report) == {"Person.eyeColor": 1, "schema Vessel": 1, "state 'eu'": 1}
        assert (imported.report.read, imported.report.taken) == (13, 1)


class TestWhatOthersWrite:
    def test_a_person_in_no_case_is_an_entry(self):
        assert [e.id for e in read(A, B).register.entries] == ["a", "b"]

    def test_whoever_is_only_a_relative_comes_with_the_person(self):
        entry = only(read(A, B, entity("f", "Family", person="a", relative="b", relationship="brother")))
        assert [(p.id, p.role) for p in entry.persons] == [("a", "victim"), ("b", "relative")]

    def test_a_relative_who_is_listed_has_an_entry_too(self):
        family = entity("f", "Family", person="a", relative="b")
        listing = entity("s", "Sanction", entity="b", reason="Fraud")
        assert [e.id for e in read(A, B, family, listing).register.entries] == ["a", "b"]

    def test_a_case_that_is_party_to_another_is_not_in_itself(self):
        cases = [entity(ident, "CourtCase", name=f"The case {ident}") for ident in ("c1", "c2")]
        parties = [
            entity("p1", "CourtCaseParty", party="c2", case="c1"),
            entity("p2", "CourtCaseParty", party="a", case="c2"),
        ]
        first, second = read(A, *cases, *parties).register.entries
        assert [p.name for p in first.proceedings[0].parties] == ["The case c2"]
        assert [p.person for p in second.proceedings[0].parties] == ["a"]

    def test_of_two_states_of_a_case_the_first_is_taken_and_the_other_told(self):
        imported = read(entity("c", "CourtCase", name="The case", country=["kz", "ru"]))
        assert only(imported).proceedings[0].state == "KZ"
        assert unused(imported.report) == {"CourtCase.country beside another": 1}

    def test_notes_longer_than_a_register_holds_are_told(self):
        imported = read(
            entity("a", "Person", name="A. B.", notes=["x" * 4_001]), entity("b", "Person", name="B", notes=["y"])
        )
        assert [e.note for e in imported.register.entries] == ["", "y"]
        assert unused(imported.report) == {"Person with notes of more than 4,000 characters": 1}

    def test_of_very_much_that_is_left_out_the_first_is_told_and_the_rest_counted(self):
        strange = [entity(f"x{i}", f"Schema{i}") for i in range(MOST_TOLD + 5)]
        report = read(A, *([{}] * (MOST_TOLD + 2)), *strange).report
        assert (len(report.left_out), report.more_left_out) == (MOST_TOLD, 2)
        assert (len(report.unused), unused(report)["(others)"]) == (MOST_TOLD + 1, 5)

    def test_what_stands_beside_the_properties_is_told(self):
        report = read(A | {"caption": "A. B.", "datasets": ["x"]}, B | {"caption": "C. D."}).report
        assert (unused(report), report.taken) == ({"entity.caption": 2, "entity.datasets": 1}, 2)

    def test_a_listing_tells_who_alleges_what(self):
        listing = entity(
            "s", "Sanction", entity="a", authority="Prosecutor", country="kz", reason="Fraud", listingDate="2031"
        )
        entry = only(read(A, listing, kind="notices"))
        assert (entry.by, entry.on, entry.against) == ("Prosecutor", "2031", ("KZ",))
        assert [(p.state, p.offences[0].text, p.parties[0].person) for p in entry.proceedings] == [("KZ", "Fraud", "a")]

    @pytest.mark.parametrize(
        ("schema", "ends", "word", "kind"),
        [
            ("Family", ("relative", "person"), "Mother", "parent"),
            ("Family", ("relative", "person"), "cousin", "relative"),
            ("Associate", ("associate", "person"), "co-defendant", "co-accused"),
            ("Associate", ("associate", "person"), "chess partner", "associate"),
            ("UnknownLink", ("subject", "object"), "", "associate"),
            ("Representation", ("agent", "client"), "attorney", "lawyer"),
        ],
    )
    def test_words_of_relations(self, schema, ends, word, kind):
        of, to = ends
        told = "relationship" if "person" in ends else "role"
        imported = read(A, B, entity("r", schema, **{of: "b", to: "a", told: word}))
        (relation,) = only(imported).relations
        assert (relation.of, relation.kind, relation.to) == ("b", kind, "a")
        known = kind in ("parent", "co-accused", "lawyer") or not word
        assert (f"{schema}.{told} {word!r}" in unused(imported.report)) is not known

    def test_a_relation_to_a_company_is_none_between_persons(self):
        report = read(A, entity("c", "Company", name="X"), entity("u", "UnknownLink", subject="a", object="c")).report
        assert unused(report) == {"Company that is party to no case": 1, "UnknownLink with a Company": 1}
        assert report.taken == 1

    def test_a_number_keeps_the_state_that_gave_it_where_one_is_told(self):
        papers = [
            entity("p", "Passport", holder="a", number="N1", country="kz"),
            entity("i", "Identification", holder="a", number="5:5", type="tax no."),
            entity("j", "Identification", holder="a", number="77", type="tax no."),
        ]
        imported = read(entity("a", "Person", name="A. B.", innCode="77"), *papers)
        assert only(imported).persons[0].identity.numbers == ("RU:inn:77", "KZ:passport:N1", "ZZ:tax-no:77")
        assert unused(imported.report) == {"a number in no form of one": 1}

    def test_an_identifier_of_any_kind_is_found_again(self):
        first, second = (only(read(entity("жол/№1", "Person", name="A. B."))).id for _ in range(2))
        assert first == second
        assert {
            e.id for e in read(entity("x/1", "Person", name="A"), entity("x-1", "Person", name="B")).register.entries
        } > {"x-1"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 1: this is not JSON (Expecting property name enclosed in double quotes, column 2). Save the file once more, as the service gives it."),
        ("[]", "line 1: no entity of FollowTheMoney. It needs `id`, `schema` and `properties`."),
        ('{"id": "", "schema": "Person", "properties": {}}', "line 1: no entity of FollowTheMoney. It needs `id`, `schema` and `properties`."),
        ('{"id": "x", "schema": "Person", "properties": {"name": "A"}}', "line 1: name: a list of texts was expected. Write the values as texts."),
        ('{"id": "x", "schema": "Person", "properties": {"name": [1]}}', "line 1: name: a list of texts was expected. Write the values as texts."),
        ('{"id": "x", "schema": "Person", "properties": {}}', "line 1: persons[0]: a person has neither name nor number. Add `names:` or `numbers:`."),
        ('{"id": "x", "schema": "Person", "properties": {"name": ["' + "x" * 10_000 + '"]}}', "line 1: persons[0].names[0]: the text has more than 400 characters. Shorten it."),
        ('{"id": "a", "schema": "Person", "properties": {}}', "line 2: 'a': the identifier stands twice (first on line 1). Merge the parts of an entity first."),
        ('{"id": "x", "schema": "Family", "properties": {"person": ["a"]}}', "line 1: Family: it needs relative and person. Give the whole file."),
        ('{"id": "x", "schema": "Note", "properties": {"keywords": ["rogatory-register-entry"], "description": ["{"]}}', "line 1: description: it holds no entry. Write the register once more."),
        ('{"id": "x", "schema": "Person", "properties": {"name": ["\\ud83d"]}}', "line 1: a character no text can hold (U+D83D). Remove its escape."),
        ("[" * 100_000, "line 1: nesting beyond all need. Leave the inner values out."),
        ('"' + "x" * json_source.LONGEST_LINE + '"', "line 1: a line of more than 1,000,000 characters. Split the record."),
    ],
)  # fmt: skip
def test_a_line_that_is_no_entity_is_left_out_and_the_others_are_taken(line, said):
    good = json.dumps(A)
    lines = (good, line) if said.startswith("line 2") else (line, good)
    imported = read_ftm("\n".join(lines).encode(), "f.jsonl", register("victims"))
    assert left_out(imported.report) == [said]
    assert only(imported).id == "a"


def test_a_file_in_another_encoding_is_refused():
    with pytest.raises(CaseFileError, match="line 2: the byte 0xE9 there is not UTF-8"):
        read_ftm(b"{}\n\xe9", "f.jsonl", register())


class TestWhatWeWrite:
    def test_the_sample_comes_back(self):
        own = read_register(sample("findings.yaml"), "findings.yaml")
        lines = "\n".join(write_ftm(own.entries))
        imported = read_ftm(lines.encode(), "own.jsonl", register("findings"))
        assert [(e.id, e.persons, e.proceedings) for e in imported.register.entries] == [
            (e.id, e.persons, e.proceedings) for e in own.entries
        ]
        assert (imported.report.left_out, imported.report.unused) == ((), ())

    def test_without_the_note_what_followthemoney_can_hold_comes_back(self):
        own = read_register(sample("findings.yaml"), "findings.yaml")
        lines = "\n".join(line for line in write_ftm(own.entries) if '"Note"' not in line)
        entry = only(read_ftm(lines.encode(), "own.jsonl", register("findings")))
        was = own.entries[0]
        assert entry.persons[0].identity == was.persons[0].identity
        assert [told.text for told in entry.proceedings[0].references] == ["№ 137500121000042"]
        assert entry.proceedings[0].parties[0].role == "detained"

    def test_an_entry_of_another_kind_of_register_is_left_out_whole(self):
        own = read_register(sample("findings.yaml"), "findings.yaml")
        imported = read_ftm("\n".join(write_ftm(own.entries)).encode(), "own.jsonl", register("notices"))
        assert imported.register.entries == ()
        assert "'un' does not stand in a register of notices" in left_out(imported.report)[0]

    def test_identifiers_are_those_followthemoney_allows(self):
        own = read_register(sample("findings.yaml"), "findings.yaml")
        idents = [json.loads(line)["id"] for line in write_ftm(own.entries)]
        assert len(set(idents)) == len(idents)
        assert all(c.isascii() and (c.isalnum() or c in ".-") for ident in idents for c in ident)
