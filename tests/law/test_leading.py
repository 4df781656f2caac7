"""Of all the norms a ruling rests on, what matters most to the person is told first, in every decided case alike."""

from functools import cache
from pathlib import Path

import pytest

from rogatory.decision.bench import Sitting, judge_case, with_attested_treaties
from rogatory.deployment.law_in_force import law_in_force
from rogatory.examination.resting import resting_on
from rogatory.intake.reading import read_case
from rogatory.law.acts import ACTS, NOTICE_KINDS
from rogatory.law.conditions import Atom
from rogatory.law.leading import facts, rank
from rogatory.law.ruling import NormState

CASES = Path(__file__).resolve().parents[2] / "cases"

LEADS = {
    # Her refugee status and the same charges lead, and not that the search is too wide.
    "founding": "echr-18-ulterior-purpose",
    "decided/jardemalie-indictments-chamber-2025": "echr-18-ulterior-purpose",
    "decided/bialiatski-lithuania": "echr-18-ulterior-purpose",
    # Recognised refugees: the convention itself.
    "decided/baysakov-v-ukraine": "rc-33-non-refoulement",
    "decided/othman-v-uk": "rc-33-non-refoulement",
    "decided/mg-v-bulgaria": "rc-33-non-refoulement-recognised-elsewhere",
    "decided/israil-v-kazakhstan": "rc-33-non-refoulement-recognised-elsewhere",
    # Persecution, where the treaty between the two states says so itself.
    "decided/ablyazov-conseil-etat": "ece-3-2-discrimination",
    "decided/akhanli-spain": "ece-3-2-discrimination",
    "decided/zakaev-bow-street": "ece-3-2-discrimination",
    "decided/shalabayeva-italy": "echr-18-ulterior-purpose-surrender",
    "decided/iskandarov-v-russia": "echr-18-ulterior-purpose-surrender",
    # Torture and death.
    "decided/saadi-v-italy": "uncat-3-refoulement",
    "decided/chahal-v-uk": "uncat-3-refoulement",
    "decided/koktysh-v-ukraine": "uncat-3-refoulement",
    "decided/abdulkhakov-v-russia": "uncat-3-refoulement",
    "decided/aswat-v-uk-2013": "charter-4-18-19-third-state-extradition",
    "decided/soering-v-uk": "echr-3-death-row",
    # A trial in name only.
    "decided/aliyev-austria": "echr-6-flagrant-denial",
    "decided/rwanda-v-nteziryayo": "echr-6-flagrant-denial",
    # Notices.
    "decided/ablyazov-group-interpol": "interpol-refugee-policy",
    "decided/al-araibi-thailand": "interpol-refugee-policy",
    "decided/ccf-2018-14": "interpol-2-3-neutrality-human-rights",
    # Where nothing concerns the person, the measure does lead.
    "decided/visy-v-slovakia": "echr-8-search-legality-proportionality-scope",
    # Open: the person's arguable claim before the checks of the house.
    "decided/garabayev-v-russia": "echr-3-rigorous-examination",
    "decided/jardemalie-constitutional-court-be": "echr-13-examination-assistance",
}


@cache
def carrying(name: str) -> tuple[NormState, ...]:
    path = CASES / f"{name}.yaml"
    case = read_case(path.read_bytes(), path.name)
    act = ACTS["keep-notice" if case.request.kind in NOTICE_KINDS else "grant"]
    ruling = judge_case(law_in_force(), case, Sitting(at=case.last_day()), (act,))[0]
    return resting_on(with_attested_treaties(law_in_force(), case).program(ruling.act, ruling.context), ruling)


@pytest.mark.parametrize("case", LEADS)
def test_the_norm_told_first_is_what_matters_most(case):
    assert carrying(case)[0].norm.id == LEADS[case]


@pytest.mark.parametrize("case", LEADS)
def test_every_ruling_tells_what_binds_before_what_this_system_adds_and_what_applies_before_what_is_open(case):
    told = carrying(case)
    ranks = [rank(n.norm, n.because, n.situation) for n in told]
    assert ranks == sorted(ranks)
    assert [n.code for n in told] == sorted((n.code for n in told), reverse=True)


FACTS = {
    "founding": ["person.refugee_here", "proceeding.same_as_protection"],
    "decided/baysakov-v-ukraine": ["person.refugee_here"],
    "decided/koktysh-v-ukraine": ["person.past_ill_treatment"],
    "decided/ablyazov-conseil-etat": ["person.opposition", "proceeding.un_body_has_spoken"],
    "decided/visy-v-slovakia": ["measure.excessive"],
}


@pytest.mark.parametrize("case", FACTS)
def test_of_several_ways_to_the_same_bar_the_best_shown_and_shortest_is_told(case):
    first = carrying(case)[0]
    told = [f.condition for f in facts(first.because, first.situation)]
    assert [a.question for a in told if isinstance(a, Atom)] == FACTS[case]


@pytest.mark.parametrize("case", LEADS)
def test_no_presumption_passes_for_a_fact(case):
    for state in carrying(case):
        told = facts(state.because, state.situation)
        slots = {f.condition.slot for f in told if isinstance(f.condition, Atom)}
        presumed = slots & state.situation.presumptions
        assert not presumed or presumed == slots, (state.norm.id, presumed)
