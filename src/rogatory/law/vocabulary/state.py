"""Questions about the requesting state, on record: dated, sourced, never decisive alone."""

from rogatory.law.questions import Kind
from rogatory.law.vocabulary._make import AUTHORITY, FILE, RELEASES, SUBSTANTIAL, yes_no

S = Kind.STATE

torture_reports = yes_no(
    S,
    "state.torture_reports",
    "recent and independent reports describe torture or ill-treatment in the requesting state",
    "General reports (UN, CPT, NGOs, foreign ministries): widespread, or common for detainees. General reports need a link"
    " to the person (person.individual_risk_factor or another personal fact).",
    standard=SUBSTANTIAL,
    cost=FILE,
    renew_after=730,
)
group_ill_treated = yes_no(
    S,
    "state.group_ill_treated",
    "there are serious reasons to believe that a certain group is systematically ill-treated there",
    "Name the group: terrorism suspects, an ethnic group, a movement. If the person belongs to it no further personal feature"
    " is needed. NO where the practice was looked at and has ended or is not shown.",
    standard=SUBSTANTIAL,
    cost=FILE,
    renew_after=730,
)
detention_ill_treatment_general = yes_no(
    S,
    "state.any_detainee_at_risk",
    "ill-treatment in detention is so common there that anyone detained as accused runs a real risk",
    "The exceptional case of an abusive detention system (Soldatenko, Liu v. Poland).",
    standard=SUBSTANTIAL,
    cost=FILE,
    renew_after=730,
)
extreme_violence = yes_no(
    S,
    "state.extreme_general_violence",
    "violence there is so extreme that anyone returned would be in danger",
    "Most extreme cases only.",
    standard=SUBSTANTIAL,
    cost=FILE,
    renew_after=365,
)
gross_violations = yes_no(
    S,
    "state.pattern_of_gross_violations",
    "a consistent pattern of gross, flagrant or mass violations of human rights exists there",
    "UNCAT Article 3(2).",
    standard=SUBSTANTIAL,
    cost=FILE,
    renew_after=730,
)
transnational_repression = yes_no(
    S,
    "state.transnational_repression",
    "the requesting state has a record of pursuing opponents beyond its borders",
    "Misuse of notices, extradition or assistance, abductions, surveillance abroad: sourced incidents, not only in this case"
    " (PACE Resolution 2509, point 17.7).",
    standard=SUBSTANTIAL,
    cost=FILE,
    renew_after=1095,
)
unfair_trials = yes_no(
    S,
    "state.unfair_trials_reported",
    "independent reports describe unfair trials, or dependent courts, in cases of this kind there",
    "General corruption talk is only an allegation; grade it.",
    standard=SUBSTANTIAL,
    cost=FILE,
    renew_after=730,
)
no_scrutiny_of_torture_claims = yes_no(
    S,
    "state.courts_do_not_examine_torture_claims",
    "courts there give no real guarantee of an independent and serious examination of torture complaints",
    "First limb of the torture-evidence test (El Haski).",
    standard=SUBSTANTIAL,
    cost=FILE,
    renew_after=730,
)
systemic_deficiency = yes_no(
    S,
    "state.systemic_deficiency",
    "reliable, specific and up-to-date material shows a systemic or generalised deficiency there",
    "First step of the test between EU member states: prisons, independence of courts.",
    standard=SUBSTANTIAL,
    cost=FILE,
    renew_after=730,
)
keeps_promises = yes_no(
    S,
    "state.keeps_its_assurances",
    "the requesting state has a record of keeping assurances, and the rule of law to make it keep them",
    "Long relations, no known breach, independent courts.",
    side=RELEASES,
    cost=AUTHORITY,
    renew_after=1095,
)
breaks_promises = yes_no(
    S,
    "state.breaks_its_assurances",
    "the requesting state has broken assurances of this kind, or its conduct shows that its word cannot be relied on",
    "Breach of an earlier assurance; a poor record in such cases; abandonment of its treaty commitments.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
left_rights_system = yes_no(
    S,
    "state.left_human_rights_system",
    "the requesting state has left, or been expelled from, the system that supervised its human-rights duties",
    "For example loss of Council of Europe membership with the end of the Strasbourg Court's jurisdiction.",
    cost=FILE,
)
no_monitoring = yes_no(
    S,
    "state.no_independent_monitoring",
    "independent monitors have no effective access to places of detention there",
    "No CPT, ICRC, UN or NGO access; private visits impossible.",
    standard=SUBSTANTIAL,
    cost=FILE,
    renew_after=730,
)
