"""The trial to be expected: flagrant denial of justice, and evidence taken by ill-treatment."""

from rogatory.law.conditions import Test, all_of, any_of
from rogatory.law.doctrine.persons import POLITICALLY_EXPOSED
from rogatory.law.sources import ECTHR, Cite
from rogatory.law.vocabulary import proceeding, risk, state

OTHMAN_259 = ECTHR.judgment("Othman (Abu Qatada) v. the United Kingdom", "8139/09, 17 January 2012", "par. 258-267")
HARKINS = ECTHR.judgment("Harkins v. the United Kingdom", "71537/14, 15 June 2017 (GC)", "par. 62-65")
EL_HASKI = ECTHR.judgment("El Haski v. Belgium", "649/08, 25 September 2012")
CWIK = ECTHR.judgment("Ćwik v. Poland", "31454/10, 5 November 2020")

NO_REAL_SCRUTINY = Test(
    id="no-real-scrutiny",
    title="the courts there give no real guarantee of examining torture complaints",
    source=EL_HASKI,
    body=state.no_scrutiny_of_torture_claims.yes,
)
TAINTED_PROCEEDINGS = Test(
    id="tainted-proceedings",
    title="there is a real risk that what the request rests on comes from ill-treatment, and it has not been cleared",
    source=EL_HASKI + CWIK + Cite("UN Convention against Torture", "Art. 15"),
    # First limb: no real scrutiny there. Second limb: real risk for what is relied on. Default is hold, not trust.
    body=all_of(
        any_of(
            proceeding.rests_on_ill_treatment.yes,
            all_of(
                any_of(proceeding.co_accused_ill_treated.yes, proceeding.relative_ill_treated.yes),
                NO_REAL_SCRUTINY,
            ),
        ),
        ~proceeding.ill_treatment_ruled_out.yes,
    ),
)
ABSENCE_WITHOUT_RETRIAL = Test(
    id="absence-without-retrial",
    title="conviction in absence without a new examination and without a defence the person knew of",
    source=OTHMAN_259,
    body=all_of(risk.in_absentia.yes, ~risk.retrial.yes, ~risk.defended.yes),
)
FLAGRANT_DENIAL = Test(
    id="flagrant-denial-of-justice",
    title="there is a real risk of a flagrant denial of justice",
    source=OTHMAN_259 + HARKINS,
    body=any_of(
        risk.flagrant_denial.yes,
        ABSENCE_WITHOUT_RETRIAL,
        risk.summary_trial.yes,
        risk.no_tribunal.yes,
        risk.lawyer_refused.yes,
        all_of(proceeding.rests_on_ill_treatment.yes, proceeding.statement_decisive.yes,
               ~proceeding.ill_treatment_ruled_out.yes),
        all_of(risk.witnesses_in_fear.yes, any_of(risk.executive_interference.yes, state.unfair_trials.yes)),
        # A court that follows orders in such cases, and a person against whom orders are given.
        all_of(POLITICALLY_EXPOSED, any_of(risk.executive_interference.yes, state.unfair_trials.yes)),
    ),
)  # fmt: skip
