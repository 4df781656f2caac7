"""Registers in our own format: what is read, and how each mistake is named."""

import json

import pytest
from jsonschema import Draft202012Validator

from rogatory.cli.schema import register_schema
from rogatory.intake.errors import CaseFileError
from rogatory.people.mandates import Compartment
from rogatory.registers.format import FORMS
from rogatory.registers.model import RegisterKind
from rogatory.registers.reading import read_register, read_values
from rogatory.registers.writing import register_values
from tests.registers.samples import sample

SOUND = """\
id: grants
kind: protection
custodian: Asylum authority
entries:
  - id: G-1
    title: A grant
    form: refugee
    learned: 2030-05
    against: [KZ]
    persons:
      - id: she
        names: [A. B.]
      - id: he
        role: relative
        names: [C. D.]
    relations:
      - {of: he, kind: sibling, to: she, source: interview}
    proceedings:
      - id: bank
        parties: [{person: he, role: convicted}]
    source: Decision G-1
    compartment: asylum
"""
MISTAKES = [
    ("no register", SOUND, "- a\n", "line 1: a register was expected. Begin with `id:`, `kind:` and `custodian:`."),
    ("empty", SOUND, "", "the file is empty. A register needs at least `id`, `kind` and `custodian`."),
    ("two", SOUND, f"{SOUND}---\na: b\n", "line 23: a second document. One register, one file: remove the line `---`."),
    ("an alias", "A grant", "*grant", "line 6: an alias (`*grant`). Write the value out; quote a text that begins with `*`."),
    ("kind", "kind: protection", "kind: asylum", "line 2, kind: 'asylum' is not allowed here. Write one of: protection, notices, findings, requests, victims, defenders."),
    ("custodian", "custodian: Asylum authority\n", "", "line 1, custodian: `custodian` is missing. Add it there."),
    ("as of", "entries:", "as_of: 2030-02-30\nentries:", "line 4, as_of: '2030-02-30' does not exist in the calendar. Correct the day."),
    ("form", "refugee", "red", "line 7, entries[0].form: 'red' does not stand in a register of protection. Write one of: refugee, subsidiary, temporary; or leave it out."),
    ("status", "form: refugee", "status: given", "line 7, entries[0].status: 'given' is not allowed here. Write one of: granted, ended, published, withdrawn, deleted, refused, adopted, pending, executed."),
    ("learned", "2030-05", "2030-13", "line 8, entries[0].learned: '2030-13' does not exist in the calendar. Correct the day."),
    ("state", "[KZ]", "[KX]", "line 9, entries[0].against[0]: 'KX' is no code of a state. Write a code of ISO 3166-1, as BE or KZ; ZZ if the state is not named."),
    ("role", "role: relative", "role: brother", "line 14, entries[0].persons[1].role: 'brother' is not allowed here. Write one of: protected, subject, applicant, victim, relative, co-accused, associate."),
    ("nameless", "        names: [A. B.]\n", "", "line 11, entries[0].persons[0]: a person has neither name nor number. Add `names:` or `numbers:`."),
    ("zero width", "[A. B.]", '["\\u200b\\u202e"]', "line 12, entries[0].persons[0].names[0]: '\\u200b\\u202e' is no name. Write the name, or leave it out."),
    ("long", "[A. B.]", f"[{'x' * 10_000}]", "line 12, entries[0].persons[0].names[0]: the text has more than 400 characters. Shorten it."),
    ("person twice", "id: he", "id: she", "line 13, entries[0].persons[1].id: the identifier 'she' stands twice. Give each its own within the entry."),
    ("proceeding as person", "id: bank", "id: he", "line 19, entries[0].proceedings[0].id: the identifier 'he' stands twice. Give each its own within the entry."),
    ("relation", "to: she", "to: sh", "line 17, entries[0].relations[0].to: no person is called 'sh'. Did you mean she?"),
    ("party", "person: he", "person: them", "line 20, entries[0].proceedings[0].parties[0].person: no person is called 'them'. This entry has: she, he."),
    ("no source", "    source: Decision G-1\n", "", "line 5, entries[0].source: `source` is missing. Add it there."),
    ("compartment", "compartment: asylum", "compartment: secret", "line 22, entries[0].compartment: 'secret' is not allowed here. Write one of: asylum, privileged, protected-identity, protection."),
    ("entry twice", SOUND, SOUND + "  - {id: G-1, title: x, source: y}\n", "line 23, entries[1].id: the identifier 'G-1' stands twice. Give each entry its own."),
    ("nothing to meet", SOUND, SOUND + "  - {id: G-2, title: x, source: y}\n", "line 23, entries[1]: an entry by which nothing can be met. Add `persons:`, or `proceedings:`."),
    ("a field", "title: A grant", "titel: A grant", "line 5, entries[0].title: `title` is missing. Add it there."),
    ("not UTF-8", "A grant", "A gr\udce9nt", "line 6: the byte 0xE9 there is not UTF-8. Save the file as UTF-8."),
]  # fmt: skip


def faults(text: str) -> list[str]:
    try:
        read_register(text.encode("utf-8", "surrogateescape"), "r.yaml")
    except CaseFileError as error:
        return [str(fault) for fault in error.faults]
    return []


def test_the_sample_is_read():
    register = read_register(sample("findings.yaml"), "findings.yaml")
    (entry,) = register.entries
    assert (register.id, register.kind, register.as_of) == ("findings", RegisterKind.FINDINGS, "2031-02-01")
    assert (entry.register, entry.kind, entry.form) == ("findings", RegisterKind.FINDINGS, "un")
    assert entry.persons[0].identity.names == ("Marat Toqtarov", "Марат Тоқтаров")
    assert entry.proceedings[0].references[0].where == "Opinion, paragraph 7"
    assert entry.references == ("90/2030",)


def test_what_is_not_said_is_not_there():
    (entry,) = read_register(SOUND.encode(), "r.yaml").entries
    assert (entry.status, entry.on, entry.by, entry.state, entry.note) == ("", "", "", "", "")
    assert entry.compartment is Compartment.ASYLUM
    assert entry.persons[0].role == "subject"


@pytest.mark.parametrize(("old", "new", "said"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES])
def test_a_mistake_is_named_with_line_field_and_mend(old, new, said):
    assert SOUND.count(old) == 1
    assert faults(SOUND.replace(old, new))[0] == said


def test_every_fault_is_told_at_once():
    spoilt = SOUND.replace("refugee", "red").replace("to: she", "to: nobody").replace("[KZ]", "[UK]")
    assert [fault.partition(":")[0] for fault in faults(spoilt)] == [
        "line 7, entries[0].form", "line 9, entries[0].against[0]", "line 17, entries[0].relations[0].to",
    ]  # fmt: skip


def test_what_was_written_is_read_again():
    register = read_register(SOUND.encode(), "r.yaml")
    assert read_values(register_values(register), "again") == register
    assert read_register(json.dumps(register_values(register)).encode(), "r.json") == register


def test_every_kind_of_register_says_what_may_stand_in_it():
    assert set(FORMS) == set(RegisterKind)


def test_the_schema_takes_what_the_reader_takes():
    validator = Draft202012Validator(register_schema())
    Draft202012Validator.check_schema(register_schema())
    register = read_register(sample("findings.yaml"), "findings.yaml")
    assert list(validator.iter_errors(register_values(register))) == []
    assert list(validator.iter_errors({"id": "x", "kind": "asylum", "custodian": "y"}))
