"""Paths: sourced edges and matches that settle, two relations at most, the weakest edge first in mind."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rogatory.casefile.parties import Party, Relation
from rogatory.linkage.paths import MOST_EDGES, MOST_STEPS, Graph, Node, Path, Tie, person, proceeding, reach

P1, P2, X = person("P1"), person("P2"), proceeding("X")
A, B = "asylum/A-1", "tortured/V-7"


def graph(*relations: Relation, place: str = "") -> Graph:
    made = Graph()
    made.relate(relations, place)
    return made


def shown(path: Path) -> list[str]:
    return [f"{step.start} {step.relation} {step.end}" for step in path.told({})]


def test_a_brother_who_is_known_to_a_register_is_reached_over_one_relation() -> None:
    g = graph(Relation("P1", "sibling", "P2", "request, p. 3"))
    g.match(P2, person("v", B), "is", "matched by name, day of birth", 21.5)
    path = reach(g, P1)[person("v", B)]
    assert shown(path) == ["P1 sibling P2", "P2 is v"]
    assert (path.steps, path.tie, path.strength) == (1, Tie.RELATIVE, 21.5)


def test_a_relation_without_a_source_is_no_edge_and_is_given_back() -> None:
    g = Graph()
    untold = Relation("P1", "sibling", "P2", " ")
    assert g.relate([untold], "") == (untold,)
    assert reach(g, P1) == {}


def test_two_matches_never_follow_each_other() -> None:
    g = Graph()
    g.match(P1, person("p", A), "is", "matched by name", 20)
    g.match(person("p", A), person("v", B), "is", "matched by name", 20)
    assert set(reach(g, P1)) == {person("p", A)}


def test_siblings_are_not_each_other() -> None:
    g = graph(Relation("b", "sibling", "p", "interview"), place=A)
    g.match(P1, person("p", A), "is", "matched by name, day of birth", 20)
    assert [e.relation for e in reach(g, P1)[person("b", A)].edges] == ["is", "sibling"]


def test_parties_of_the_same_proceedings_are_one_relation_apart() -> None:
    g = Graph()
    g.match(X, proceeding("F", A), "is", "matched by reference", 16)
    g.stand([Party("r", role="accused"), Party("w", role="victim")], "F", A, "file A-1")
    g.match(person("r", A), person("v", B), "is", "matched by name, day of birth", 18)
    path = reach(g, X)[person("v", B)]
    assert shown(path) == ["X is F", "F has as accused r", "r is v"]
    assert (path.steps, path.tie, path.strength) == (0.5, Tie.CO_ACCUSED, 16)
    assert person("w", A) not in reach(g, X), "whom the crime harmed is no co-accused"


@pytest.mark.parametrize(("relations", "reached"), [(1, True), (2, True), (3, False)])
def test_a_path_ends_after_two_relations(relations: int, reached: bool) -> None:
    g = graph(*(Relation(f"P{i}", "parent", f"P{i + 1}", "register of births") for i in range(1, relations + 1)))
    assert (person(f"P{relations + 1}") in reach(g, P1)) is reached


@pytest.mark.parametrize(
    ("kinds", "tie"),
    [
        (("sibling", "spouse"), Tie.RELATIVE),
        (("sibling", "employer"), Tie.ASSOCIATE),
        (("lawyer", "co-accused"), Tie.CO_ACCUSED),
        (("witness",), Tie.CO_ACCUSED),
    ],
)
def test_a_path_is_called_by_the_weakest_word_that_is_true_of_all_of_it(kinds: tuple[str, ...], tie: Tie) -> None:
    g = graph(*(Relation(f"P{i}", kind, f"P{i + 1}", "file") for i, kind in enumerate(kinds, 1)))
    assert reach(g, P1)[person(f"P{len(kinds) + 1}")].tie is tie


def test_the_way_back_reads_the_other_way_round() -> None:
    g = graph(Relation("P1", "lawyer", "P2", "file"))
    assert shown(reach(g, P2)[P1]) == ["P2 client P1"]


def test_of_two_paths_the_one_whose_weakest_match_is_stronger_is_told() -> None:
    g = graph(Relation("P1", "sibling", "P2", "file"), Relation("P1", "sibling", "P3", "file"))
    g.match(P2, person("v", B), "is", "matched by name", 17)
    g.match(person("P3"), person("v", B), "is", "matched by name, number", 30)
    assert reach(g, P1)[person("v", B)].strength == 30
    assert reach(g, P1)[P2].strength == inf


def test_a_hub_costs_no_more_than_its_edges_and_who_is_met_elsewhere_comes_first() -> None:
    crowd = [Relation("hub", "co-accused", f"c{i:05}", "judgment") for i in range(2 * MOST_EDGES)]
    g = graph(*crowd, place=A)
    for i in range(50):
        g.match(person(f"P{i}"), person("hub", A), "is", "matched by name, day of birth", 20)
    last = person(f"c{2 * MOST_EDGES - 1:05}", A)
    g.match(last, person("v", B), "is", "matched by name, day of birth", 20)
    assert g.cut == (person("hub", A),)
    assert all(person("v", B) in reach(g, person(f"P{i}")) for i in range(50))


names = st.sampled_from(["a", "b", "c", "d", "e"])
places = st.sampled_from(["", A, B])
kinds = st.sampled_from(["sibling", "parent", "co-accused", "lawyer"])


@st.composite
def graphs(draw: st.DrawFn) -> list[tuple[str, Node, str, Node, float]]:
    edges = []
    for _ in range(draw(st.integers(0, 14))):
        left, right = Node(draw(places), "person", draw(names)), Node(draw(places), "person", draw(names))
        if left.place != right.place:
            edges.append(("match", left, "is", right, draw(st.floats(16, 40))))
        elif left != right:
            edges.append(("relation", left, draw(kinds), right, 0.0))
    return edges


def built(edges: list[tuple[str, Node, str, Node, float]]) -> Graph:
    g = Graph()
    for form, left, word, right, bits in edges:
        if form == "match":
            g.match(left, right, word, "matched", bits)
        else:
            g.relate([Relation(left.id, word, right.id, "file")], left.place)
    return g


@given(graphs(), st.randoms(use_true_random=False))
def test_paths_keep_their_promises_and_do_not_depend_on_the_order_of_edges(edges, random) -> None:
    start = person("a")
    found = reach(built(edges), start)
    shuffled = list(edges)
    random.shuffle(shuffled)
    assert reach(built(shuffled), start) == found
    for node, path in found.items():
        assert path.end == node
        assert path.steps <= MOST_STEPS
        assert len(set(path.nodes)) == len(path.nodes)
        assert all(a.bits is None or b.bits is None for a, b in zip(path.edges, path.edges[1:], strict=False))


@given(graphs(), graphs())
def test_more_edges_never_lose_a_node_that_was_reached_over_relations_alone(edges, more) -> None:
    start = person("a")
    before, after = reach(built(edges), start), reach(built([*edges, *more]), start)
    assert {n for n, p in before.items() if p.strength == inf} <= set(after)
