"""All faults at once, in the order of the file, and none that is only the shadow of another."""

from random import Random

import pytest

from rogatory.intake.errors import CaseFileError
from rogatory.intake.reading import read_case
from tests.malformed.sound import NAMES, SOUND, changes, faults_of, says

CHANGES = [c for name in NAMES for c in changes(name) if "this is not YAML" not in c.said]

MANY = """\
colour: red
title:
request:
  kind: mlaa
  requesting_state: UK
  requested_state: BE
  received: 2023-02-30
persons:
  - id: P1
  - id: P1
    name: C.D.
measures:
  - id: search
    type: serch
    persons: [P1, P9]
findings:
  - question: person.oposition
    answer: yes
    since: 2019-13
  - question: person.opposition
    about: P1
    answer: yess
    grade: certain
  - {question: assurance.specific, answer: no}
events:
  - on: 2025-04-31
    text: She asks.
    shows:
      - question: remedy.pending
        answer: yes
        graed: alleged
acts:
  - act: exeute
  - act: execute
    on: P1
    at: tomorrow
treaties:
  - {state: KZ, instrument: ETS-0300, status: party, source: Gazette}
"""
SAID = [
    "line 1, id: `id` is missing. Add it there.",
    "line 1, colour: `colour` is not a field of a case file. …",
    "line 2, title: `title` is empty. …",
    "line 4, request.kind: 'mlaa' is not allowed here. Did you mean mla?",
    "line 5, request.requesting_state: 'UK' is no code of a state. Did you mean GB?",
    "line 7, request.received: '2023-02-30' does not exist in the calendar. Correct the day.",
    "line 9, persons[0].name: `name` is missing. Add it there.",
    "line 10, persons[1].id: the identifier 'P1' stands twice. Give each object its own.",
    "line 14, measures[0].type: 'serch' is not a type of measure. Did you mean search?",
    "line 15, measures[0].persons[1]: no person is called 'P9'. This file has: P1.",
    "line 17, findings[0].question: 'person.oposition' is not a question of the vocabulary. Did you mean …",
    "line 19, findings[0].since: '2019-13' does not exist in the calendar. Correct the day.",
    "line 22, findings[1].answer: 'yess' does not answer person.opposition. Did you mean yes?",
    "line 23, findings[1].grade: 'certain' is not allowed here. Write one of: alleged, …",
    "line 24, findings[2].about: assurance.specific must say which assurance it is about. …",
    "line 26, events[0].on: '2025-04-31' does not exist in the calendar. Correct the day.",
    "line 31, events[0].shows[0].graed: `graed` is not a field of a finding. Did you mean grade?",
    "line 33, acts[0].act: 'exeute' is not an act. Did you mean execute?",
    "line 35, acts[1].on: execute has no object 'P1'. This file has: search.",
    "line 36, acts[1].at: 'tomorrow' has the wrong form. …",
    "line 38, treaties[0].instrument: 'ETS-0300' is no instrument of the treaty matrix. Did you mean ETS-030…",
]


def test_every_fault_is_told_at_once_in_the_order_of_the_file() -> None:
    faults = faults_of(MANY.encode())
    assert [fault for fault, said in zip(faults, SAID, strict=True) if not says(fault, said)] == []


def test_the_error_holds_a_line_for_each_fault_with_the_name_of_the_file() -> None:
    with pytest.raises(CaseFileError) as refused:
        read_case(MANY.encode(), "letter.yaml")
    lines = str(refused.value).splitlines()
    assert len(lines) == len(refused.value.faults) == len(SAID)
    assert all(line.startswith("letter.yaml: line ") for line in lines)


def test_what_the_text_repeats_and_what_the_fields_lack_stand_together() -> None:
    faults = faults_of(b"id: a\nid: b\n? [c]\n: d\npersons:\n  - {id: P1, id: P2}\n")
    assert [fault.partition(":")[0] for fault in faults] == [
        "line 1, title", "line 1, request", "line 2, id", "line 3", "line 6, persons[0].name", "line 6, persons[0].id",
    ]  # fmt: skip


def test_two_mistakes_are_never_more_than_two_faults() -> None:
    """Of five hundred pairs of mistakes; where one hides the other, mending the first brings the second to light."""
    chance = Random(20250303)
    both = pairs = 0
    while pairs < 500:
        first, second = chance.sample(CHANGES, 2)
        text = first.made(SOUND)
        if not second.fits(text):
            continue
        pairs += 1
        faults = faults_of(second.made(text).encode())
        assert 1 <= len(faults) <= 2, (first.name, second.name, faults)
        both += len(faults) == 2
    assert both > 475


@pytest.mark.parametrize("faulty", ["- id: P1", "- {id: P1, name: A.B., note: [x]}", "- {id: P1, name: [A.B.]}"])
def test_a_reference_to_an_object_with_a_fault_of_its_own_is_none(faulty: str) -> None:
    text = SOUND.replace("  - id: P1\n    name: A.B.", f"  {faulty}")
    assert len(faults_of(text.encode())) == 1


def test_where_identifiers_are_faulty_references_are_not_judged() -> None:
    assert len(faults_of(SOUND.replace("  - id: P1\n    name: A.B.", "  - {id: the first, name: A.B.}").encode())) == 1
