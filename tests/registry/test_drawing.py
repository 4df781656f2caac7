"""The drawing of a case: who is touched by what, and nothing else."""

import json

from rogatory.intake.reading import read_case
from rogatory.registry.desk.rows.drawing import MOST, relations
from tests.office.simulator import simple_file
from tests.registry.office import founding_file


def drawn(file):
    return relations(read_case(json.dumps(file).encode(), "case"))


def test_a_measure_is_drawn_to_the_persons_it_touches():
    made = drawn(founding_file())
    assert {b.name for b in made.boxes if b.kind == "person"} == {"P1", "P2"}
    persons = {b.name: b.middle for b in made.boxes if b.kind == "person"}
    touched = {line.y1 for line in made.lines if line.what == "touches"}
    assert touched == {persons["P1"]}


def test_a_measure_that_names_nobody_touches_everybody():
    file = simple_file()
    file["persons"].append({"id": "P2", "name": "C. D."})
    del file["measures"][0]["persons"]
    assert len([line for line in drawn(file).lines if line.what == "touches"]) == 2


def test_every_box_lies_inside_the_drawing_and_none_on_another():
    made = drawn(founding_file())
    places = [(b.x, b.y) for b in made.boxes]
    assert len(set(places)) == len(places)
    assert all(b.right < made.width and b.middle < made.height for b in made.boxes)


def test_of_very_many_persons_the_first_are_drawn_and_the_rest_counted():
    file = simple_file()
    file["persons"] = [{"id": f"P{n}", "name": "N."} for n in range(1, 31)]
    made = drawn(file)
    assert len([b for b in made.boxes if b.kind == "person"]) == MOST
    assert made.left_out == 30 - MOST


def test_a_case_with_persons_alone_is_not_drawn():
    file = simple_file()
    del file["measures"], file["packages"]
    assert drawn(file) is None
