"""The main job: a case file is judged act by act, person by person, as of a day and as known on a day."""

from datetime import date
from pathlib import Path

import pytest

from rogatory.casefile.model import Asked
from rogatory.decision.bench import NoDayError, Sitting, judge_act, judge_case, side_by_side
from rogatory.intake.errors import CaseFileError
from rogatory.intake.reading import read_case
from rogatory.law.acts import EXECUTE, GRANT, HEAR_REQUESTING_STATE, OPEN_FILE, REFUSE, SURRENDER, TRANSMIT
from rogatory.law.formulas import Verdict

FOUNDING = Path(__file__).parents[2] / "cases/founding.yaml"
HEAD = """
id: example
title: An example
request: {kind: extradition, requesting_state: KZ, requested_state: BE, received: 2020-05-04}
persons: [{id: P1, name: A.B.}, {id: P2, name: C.D.}]
"""


def case(text: str, head: str = HEAD):
    return read_case((head + text).encode(), "example.yaml")


def ruling(law, act, text, head=HEAD, **when):
    return judge_case(law.without_house_rules(), case(text, head), Sitting(**when), [act])[0]


class TestTheFoundingCase:
    """What a lawful office would have found on each key date, with what was known then."""

    @pytest.mark.parametrize(
        ("act", "day", "norm"),
        [
            ("execute", date(2019, 9, 30), "echr-8-lawyer-premises"),
            ("admit-officials", date(2019, 9, 30), "echr-8-officials-of-the-pursuing-state"),
            ("open-file", date(2023, 6, 30), "house-undertaking-binds"),
            ("open-file", date(2023, 6, 30), "house-hold-while-remedy-runs"),
            ("hear-requesting-state", date(2024, 2, 6), "be-requesting-state-no-standing"),
            ("grant", date(2025, 12, 16), "be-ki-2025-political-motive"),
            ("transmit", date(2025, 12, 16), "echr-18-ulterior-purpose"),
        ],
    )
    def test_forbidden_on_its_day_by_the_right_norm(self, law, act, day, norm):
        founding = read_case(FOUNDING.read_bytes(), "founding.yaml")
        rulings = [r for r in judge_case(law, founding, Sitting()) if r.act.id == act and r.at == day]
        assert rulings
        for r in rulings:
            assert r.verdict is Verdict.FORBIDDEN
            assert norm in {n.norm.id for n in r.norms if n.code == 3}

    def test_what_the_office_learned_later_is_not_held_against_it_then(self, law):
        founding = read_case(FOUNDING.read_bytes(), "founding.yaml")
        asked = Asked(GRANT, "search")
        then = next(judge_act(law, founding, asked, Sitting(at=date(2022, 1, 13), known_at=date(2022, 1, 13))))
        later = next(judge_act(law, founding, asked, Sitting(at=date(2022, 1, 13), known_at=date(2025, 12, 16))))
        question = "proceeding.same_as_protection"
        assert question not in {s for n in then.norms for s in n.situation.standings}
        assert question in {s for n in later.norms for s in n.situation.standings}

    def test_must_refuse_side_by_side(self, law):
        founding = read_case(FOUNDING.read_bytes(), "founding.yaml")
        sitting = Sitting(at=date(2025, 12, 16))
        grant, refuse = (next(judge_act(law, founding, Asked(a, "search"), sitting)) for a in (GRANT, REFUSE))
        assert side_by_side(grant, refuse).word == "must-refuse"

    @pytest.mark.parametrize("act", [EXECUTE, OPEN_FILE, HEAR_REQUESTING_STATE, TRANSMIT])
    def test_the_law_alone_forbids_it_too(self, law, act):
        founding = read_case(FOUNDING.read_bytes(), "founding.yaml")
        asked = next(a for a in founding.asked if a.act is act)
        assert next(judge_act(law.without_house_rules(), founding, asked, Sitting())).verdict is Verdict.FORBIDDEN


class TestSeverability:
    def test_a_ground_touches_the_person_it_touches(self, law):
        text = "findings: [{question: person.refugee_here, about: P2, answer: yes}]"
        both = judge_case(law.without_house_rules(), case(text), Sitting(), [SURRENDER])
        assert [r.object for r in both] == ["P1", "P2"]
        one, other = both
        assert other.verdict is Verdict.FORBIDDEN
        assert one.verdict is not Verdict.FORBIDDEN
        assert {n.norm.id: n.touches for n in other.norms}["rc-33-non-refoulement"] == ("P2",)

    def test_a_decision_on_all_is_as_barred_as_for_the_one_most_barred(self, law):
        text = "findings: [{question: person.refugee_here, about: P2, answer: yes}]"
        grant = ruling(law, GRANT, text)
        assert grant.verdict is Verdict.FORBIDDEN
        assert {n.norm.id: n.touches for n in grant.norms}["rc-33-non-refoulement"] == ("P2",)

    def test_offences_are_granted_apart(self, law):
        text = """
measures:
  - {id: theft, type: surrender, persons: [P1]}
  - {id: libel, type: surrender, persons: [P1]}
findings: [{question: offence.no_dual_criminality, about: libel, answer: yes}]
"""
        head = HEAD.replace("KZ", "GB")
        verdicts = {
            r.object: r.verdict for r in judge_case(law.without_house_rules(), case(text, head), Sitting(), [GRANT])
        }
        assert verdicts["theft"] < Verdict.FORBIDDEN
        assert verdicts["libel"] is Verdict.FORBIDDEN


class TestTwoTimes:
    TEXT = """
findings:
  - {question: person.refugee_here, about: P1, answer: yes, since: 2013-10-01, until: 2021-02-01, known: 2019-03-01}
"""

    @pytest.mark.parametrize(
        ("at", "known_at", "barred"),
        [
            (date(2013, 9, 30), None, False),
            (date(2013, 10, 1), None, True),
            (date(2021, 1, 31), None, True),
            (date(2021, 2, 1), None, False),
            (date(2018, 1, 1), date(2018, 1, 1), False),
            (date(2018, 1, 1), date(2019, 3, 1), True),
        ],
    )
    def test_true_when_and_known_when(self, law, at, known_at, barred):
        grant = ruling(law, GRANT, self.TEXT, at=at, known_at=known_at)
        assert (grant.verdict is Verdict.FORBIDDEN) is barred

    def test_norms_have_days_of_force(self, law):
        kindler = HEAD.replace("KZ", "US").replace("BE", "CA")
        text = "findings: [{question: penalty.death_possible, answer: yes}]"
        before = ruling(law, GRANT, text, kindler, at=date(2003, 8, 4))
        after = ruling(law, GRANT, text, kindler, at=date(2003, 8, 5))
        assert "iccpr-7-14-death-penalty" not in {n.norm.id for n in before.norms}
        assert "iccpr-7-14-death-penalty" in {n.norm.id for n in after.norms}


class TestTreaties:
    def test_the_regime_comes_first(self, law):
        text = "findings: [{question: offence.military, answer: no}]".replace(
            "offence.military", "offence.purely_military"
        )
        norms = {n.norm.id for n in ruling(law, GRANT, text).norms}
        assert "ece-3-1-political-offence" not in norms, "Kazakhstan is no party to ETS 024"
        with_georgia = {n.norm.id for n in ruling(law, GRANT, text, HEAD.replace("KZ", "GE")).norms}
        assert "ece-3-1-political-offence" in with_georgia

    def test_an_attested_status_wins_over_the_packaged_one(self, law):
        text = """
treaties:
  - {state: KZ, instrument: ETS-024, status: party, since: 2019-01-01, source: depositary notification on file}
"""
        norms = {n.norm.id: n for n in ruling(law, GRANT, text, at=date(2020, 6, 1)).norms}
        assert "ece-3-1-political-offence" in norms

    def test_an_attested_status_that_cannot_stand_is_refused(self, law):
        text = "treaties: [{state: KZ, instrument: ETS-999, status: party, since: 2019-01-01, source: x}]"
        with pytest.raises(CaseFileError, match="no instrument of the treaty matrix"):
            ruling(law, GRANT, text)


def test_conflicting_evidence_counts_for_protection_and_is_shown(law):
    text = """
findings:
  - {question: person.refugee_here, about: P1, answer: yes}
  - {question: person.refugee_here, about: P1, answer: no}
"""
    grant = ruling(law, GRANT, text)
    assert grant.verdict is Verdict.FORBIDDEN
    assert grant.conflicts == ("person.refugee_here",)


def test_a_case_without_any_day_cannot_be_judged(law):
    undated = read_case(b"id: x\ntitle: X\nrequest: {kind: mla, requesting_state: KZ, requested_state: BE}\n", "x")
    with pytest.raises(NoDayError, match="say as of which day"):
        judge_case(law, undated, Sitting())


def test_an_act_on_an_object_the_case_does_not_have_names_those_it_has(law):
    with pytest.raises(KeyError, match="P1, P2"):
        next(judge_act(law, case(""), Asked(SURRENDER, "P9"), Sitting()))


def test_the_ruling_names_the_law_it_applied_and_another_law_gives_another_hash(law):
    with_house = judge_case(law, case(""), Sitting(), [GRANT])[0]
    without = ruling(law, GRANT, "")
    assert with_house.law == law.hash != without.law == law.without_house_rules().hash
    assert with_house.hash != without.hash


def test_house_rules_keep_an_unexamined_request_unripe_where_the_law_alone_would_allow_it(law):
    ordinary = HEAD.replace("KZ", "GB")
    assert ruling(law, GRANT, "", ordinary).verdict is Verdict.ALLOWED
    with_house = judge_case(law, case("", ordinary), Sitting(), [GRANT])[0]
    assert with_house.verdict is Verdict.NOT_RIPE
    assert {"check.registers_searched", "check.protection_status_asked"} <= {q.slot for q in with_house.questions}


def test_a_treaty_duty_forbids_a_refusal_without_a_ground(law):
    georgia = HEAD.replace("KZ", "NO")
    grant, refuse = judge_case(law.without_house_rules(), case("", georgia), Sitting(), [GRANT, REFUSE])
    assert (grant.verdict, refuse.verdict) == (Verdict.ALLOWED, Verdict.FORBIDDEN)
    assert side_by_side(grant, refuse).word == "must-grant"
