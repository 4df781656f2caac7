"""Assurances, judged per risk (Othman v. UK par. 187-189).

Weight needed depends on where it comes from: a specific promise by someone who can bind suffices from a state with the
rule of law; where ill-treatment is reported, somebody must be able to check it (Othman factors 7 to 9; Saadi; Chahal).
"""

from functools import cache

from rogatory.law.conditions import Condition, Test, all_of, any_of
from rogatory.law.questions import Question
from rogatory.law.sources import CJEU, ECTHR
from rogatory.law.vocabulary import assurance, risk, state
from rogatory.law.vocabulary.assurance import Risk, against

OTHMAN = ECTHR.judgment("Othman (Abu Qatada) v. the United Kingdom", "8139/09, 17 January 2012", "par. 187-189")
_SAADI = ECTHR.judgment("Saadi v. Italy", "37201/06, 28 February 2008 (GC)", "par. 147-148")


@cache
def sufficient(against_risk: Risk) -> Test:
    """The assurance against this risk is sufficient: it answers the norm it was asked for."""
    return Test(
        id=f"sufficient-assurance-{against_risk.value}",
        title=f"a sufficient assurance against the risk ({against_risk.value}) was given",
        source=OTHMAN + _SAADI,
        body=any_of(
            _asked(assurance.held_sufficient, against_risk),
            all_of(*_quality(against_risk), *_checkable(against_risk)),
        )
        & ~_asked(assurance.held_insufficient, against_risk),
    )


@cache
def sufficient_between_member_states(against_risk: Risk) -> Test:
    """The assurance of an issuing member state is sufficient.

    Mutual trust: what a competent authority of a member state promises is relied on unless something specific speaks
    against it, so nobody need be able to look behind the walls (ML par. 111-112).
    """
    return Test(
        id=f"sufficient-assurance-between-member-states-{against_risk.value}",
        title=f"a sufficient assurance of the issuing member state against the risk ({against_risk.value}) was given",
        source=CJEU.judgment("ML", "C-220/18 PPU, 25 July 2018", "par. 111-112") + OTHMAN,
        body=any_of(_asked(assurance.held_sufficient, against_risk), all_of(*_quality(against_risk)))
        & ~_asked(assurance.held_insufficient, against_risk),
    )


@cache
def failed(against_risk: Risk) -> Test:
    """An assurance was sought and refused, or given and found wanting: it cures nothing and no more is to be expected."""
    return Test(
        id=f"failed-assurance-{against_risk.value}",
        title=f"an assurance against the risk ({against_risk.value}) was refused, or was given and is not sufficient",
        source=OTHMAN,
        body=_asked(assurance.refused, against_risk)
        | (_asked(assurance.given, against_risk) & ~sufficient(against_risk)),
    )


def _asked(question: Question, against_risk: Risk) -> Condition:
    return against(question, against_risk).yes


def _quality(against_risk: Risk) -> tuple[Condition, ...]:
    """Given, specific, binding, complete, and nothing that robs it of value."""
    return (
        _asked(assurance.given, against_risk),
        _asked(assurance.specific, against_risk),
        _asked(assurance.can_bind, against_risk),
        _asked(assurance.answers_each_concern, against_risk),
        ~_asked(assurance.agents_not_controlled, against_risk),
        ~_asked(assurance.disclosed, against_risk),
        ~_asked(assurance.contrary_practice, against_risk),
        ~state.breaks_promises.yes,
    )


def _checkable(against_risk: Risk) -> tuple[Condition, ...]:
    """For treatment behind walls: checked, or from a state whose record and situation make checking dispensable."""
    if against_risk is not Risk.ILL_TREATMENT:
        return ()
    reported = any_of(
        state.torture_reports.yes,
        state.group_ill_treated.yes,
        state.detention_ill_treatment_general.yes,
        risk.conditions_inhuman.yes,
    )
    return (any_of(_asked(assurance.monitored, against_risk), state.keeps_promises.yes, ~reported),)
