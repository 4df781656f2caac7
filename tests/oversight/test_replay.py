"""Decided cases: the law leads where the bodies went, on facts; and a machine that refuses everything scores badly."""

from dataclasses import replace
from pathlib import Path

import pytest

from rogatory.decision.bench import Sitting, judge_case, side_by_side
from rogatory.intake.reading import read_case
from rogatory.law.acts import GRANT, REFUSE
from rogatory.law.formulas import Verdict
from rogatory.oversight.replay import NotDecidedError, as_json, balanced, replay_case, summarise

DECIDED = sorted((Path(__file__).parents[2] / "cases/decided").glob("*.yaml"))
TWINS = [
    ("aswat-v-uk-2013", "aswat-v-uk-2015"), ("lm-celmer-cjeu", "celmer-iesc"),
    ("koktysh-v-ukraine", "puzan-v-ukraine"), ("koktysh-v-ukraine", "galeyev-v-russia"),
    ("koktysh-v-ukraine", "kozhayev-v-russia"), ("judge-v-canada", "us-v-burns-canada"),
    ("judge-v-canada", "kindler-v-canada"),
    ("jardemalie-constitutional-court-be", "jardemalie-indictments-chamber-2025"),
    ("trabelsi-v-belgium", "sanchez-sanchez-v-uk"), ("trabelsi-v-belgium", "mccallum-v-italy"),
    ("ismoilov-v-russia", "shakurov-v-russia"), ("baysakov-v-ukraine", "puzan-v-ukraine"),
    ("soering-v-uk", "harkins-edwards-v-uk"), ("moldovan-v-france", "aranyosi-caldararu"),
    ("rwanda-v-nteziryayo", "stapleton-v-ireland"), ("shmatko-v-russia-uk", "dean-v-lord-advocate"),
    ("swiss-tpf-russia-mla-2022", "us-gontmakher-mlat"),
]  # fmt: skip
"""Cases alike but for one thing that changed, which must come out on their own sides."""


def case(name: str):
    path = next(p for p in DECIDED if p.stem == name)
    return read_case(path.read_bytes(), path.name)


@pytest.fixture(scope="module")
def replayed(law):
    return {p.stem: replay_case(law, read_case(p.read_bytes(), p.name)) for p in DECIDED}


def test_every_decided_case_is_there(replayed):
    assert len(replayed) == 87
    assert all(name == r.case.id for name, r in replayed.items())


def test_agreement_reaches_what_was_promised_and_no_error_is_unsafe(replayed):
    summary = summarise(replayed.values())
    assert summary.three >= 0.97
    assert summary.four >= 0.93
    assert summary.unsafe == ()


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_twins_come_out_on_their_own_sides(replayed, one, other):
    assert replayed[one].agrees
    assert replayed[other].agrees
    assert replayed[one].got != replayed[other].got


def test_a_machine_that_refuses_everything_scores_badly(replayed):
    assert balanced([(r.expected, "refuse") for r in replayed.values()]) == 0.25


def test_conclusions_of_the_body_are_marked_and_counted_apart(replayed):
    for r in replayed.values():
        assert set(r.decided.known_only_from) == {f.question for f in r.case.findings if f.conclusion}
    apart = summarise(replayed.values()).apart
    assert 0 < len(apart) < len(replayed) / 4


def test_refusing_without_a_current_individual_basis_is_not_ripe(law):
    romeo = case("romeo-castano-v-belgium")
    rulings = judge_case(law.without_house_rules(), romeo, Sitting(at=romeo.decided.on), [GRANT, REFUSE])
    assert [r.verdict for r in rulings] == [Verdict.NOT_RIPE, Verdict.NOT_RIPE]
    assert side_by_side(*rulings).word == "must-examine"


def test_a_file_without_a_decision_is_not_replayed(law):
    undecided = replace(case("saadi-v-italy"), decided=None)
    with pytest.raises(NotDecidedError, match="add `decided:`"):
        replay_case(law, undecided)


def test_a_replay_of_nothing_is_an_error():
    with pytest.raises(ValueError, match="nothing replayed is not agreement"):
        summarise([])


def test_json_names_what_others_read(replayed):
    body = as_json(replayed.values())
    assert set(body["summary"]["balanced_accuracy"]) == {"three", "four"}
    assert {"id", "decided", "verdict", "agrees", "open_questions"} <= set(body["cases"][0])
