"""Real risk of ill-treatment: the doors through which Strasbourg and Geneva let it in, each with its own facts.

General situation and personal circumstances are recorded apart. A general report needs something personal (Saadi
par. 131), except where a group is systematically ill-treated and the person belongs to it, where a detention system
abuses anyone, or where violence is extreme (Saadi par. 132; Liu v. Poland; N.A. v. UK).
"""

from rogatory.law.conditions import Test, all_of, any_of
from rogatory.law.doctrine.persons import PERSONAL_LINK, RECOGNISED_REFUGEE
from rogatory.law.sources import CAT, ECTHR
from rogatory.law.vocabulary import person, risk, state

SAADI = ECTHR.judgment("Saadi v. Italy", "37201/06, 28 February 2008 (GC)", "par. 124-133")
LIU = ECTHR.judgment("Liu v. Poland", "37610/18, 6 October 2022")
JK = ECTHR.judgment("J.K. and Others v. Sweden", "59166/12, 23 August 2016 (GC)", "par. 99-102")
PAPOSHVILI = ECTHR.judgment("Paposhvili v. Belgium", "41738/10, 13 December 2016 (GC)", "par. 183-193")
ASWAT = ECTHR.judgment("Aswat v. the United Kingdom", "17299/12, 16 April 2013")
BOILY = CAT.judgment("Boily v. Canada", "327/2007, 14 November 2011")

_ANSWERED = any_of(risk.dispelled.yes, risk.situation_improved.yes)

REPORTS_AND_LINK = Test(
    id="reports-and-personal-link",
    title="general reports of ill-treatment are borne out by something about this person",
    source=SAADI,
    body=all_of(state.torture_reports.yes, PERSONAL_LINK),
)
ILL_TREATED_GROUP = Test(
    id="member-of-ill-treated-group",
    title="the person belongs to a group that is systematically ill-treated there",
    source=SAADI,
    body=all_of(state.group_ill_treated.yes, person.in_ill_treated_group.yes),
)
ABUSIVE_DETENTION = Test(
    id="abusive-detention-system",
    title="anyone detained there as accused, or anyone returned at all, is in danger",
    source=LIU,
    body=any_of(state.detention_ill_treatment_general.yes, state.extreme_violence.yes),
)
DETENTION_OR_HEALTH = Test(
    id="place-or-health",
    title="the place of detention is inhuman, or transfer would gravely worsen an illness",
    source=ASWAT + PAPOSHVILI,
    body=any_of(
        risk.conditions_inhuman.yes,
        all_of(person.serious_illness.yes, person.illness_aggravated_by_transfer.yes),
    ),
)
REAL_RISK = Test(
    id="real-risk-of-ill-treatment",
    title="there is a real risk that the person will be tortured or treated inhumanly in the requesting state",
    source=SAADI + LIU + JK + PAPOSHVILI + BOILY,
    body=any_of(
        risk.ill_treatment.yes,
        risk.threat_to_life.yes,
        REPORTS_AND_LINK,
        ILL_TREATED_GROUP,
        ABUSIVE_DETENTION,
        DETENTION_OR_HEALTH,
        person.past_ill_treatment.yes,
        RECOGNISED_REFUGEE,
    )
    & ~_ANSWERED,
)
REAL_RISK_BETWEEN_MEMBER_STATES = Test(
    id="real-risk-between-member-states",
    title="there is a real risk, shown for this person, of ill-treatment in the issuing member state",
    source=ECTHR.judgment("Bivolaru and Moldovan v. France", "40324/16 and 12623/17, 25 March 2021") + SAADI,
    # Mutual trust presumes equivalent protection: recognition elsewhere and general reports open the inquiry there,
    # only a sound factual basis for this person rebuts it.
    body=any_of(
        risk.ill_treatment.yes,
        DETENTION_OR_HEALTH,
        all_of(state.systemic_deficiency.yes, person.exposed_to_deficiency.yes),
        all_of(
            state.torture_reports.yes,
            any_of(person.individual_risk_factor.yes, person.past_ill_treatment.yes),
        ),
    )
    & ~_ANSWERED,
)
