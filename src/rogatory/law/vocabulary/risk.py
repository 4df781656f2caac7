"""Questions about what awaits the person in the requesting state: treatment, punishment, trial."""

from rogatory.law.questions import Kind
from rogatory.law.vocabulary._make import (
    ARGUABLE,
    AUTHORITY,
    FILE,
    PERSON,
    RELEASES,
    REQUESTING_STATE,
    SUBSTANTIAL,
    yes_no,
)  # fmt: skip

P = Kind.PERSON

# --- treatment: conclusions (prefer the facts under them) ----------------------------------------------------------------
ill_treatment = yes_no(
    P,
    "risk.ill_treatment",
    "there is a real risk that the person will be tortured or treated or punished inhumanly there",
    "A CONCLUSION. Prefer the facts under it (reports, group, past ill-treatment, personal factor, conditions). Use it only"
    " where a body's own finding is all that is known.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
    renew_after=730,
)
dispelled = yes_no(
    P,
    "risk.dispelled",
    "the authorities deciding have dispelled every doubt about the risk, on current material and for each point raised",
    "The requested state's own examination (Paposhvili par. 187). A denial by the requesting state is not enough.",
    side=RELEASES,
    cost=AUTHORITY,
    renew_after=730,
)
situation_improved = yes_no(
    P,
    "risk.situation_improved",
    "the situation that founded the risk has changed durably, as independent sources confirm",
    "For example a practice that has ended, monitors now admitted, later judgments finding no risk for such persons.",
    side=RELEASES,
    cost=AUTHORITY,
    renew_after=730,
)
threat_to_life = yes_no(
    P,
    "risk.threat_to_life",
    "there is a real risk that the person will be killed, by agents of the state or by others it does not restrain",
    "Extrajudicial killing, blood feud, threats the state cannot answer.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
enforced_disappearance = yes_no(
    P,
    "risk.enforced_disappearance",
    "there are substantial grounds that the person would be in danger of enforced disappearance",
    "Secret detention without acknowledgement (Disappearance Convention, Article 16).",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
conditions_inhuman = yes_no(
    P,
    "risk.detention_conditions_inhuman",
    "the conditions in the place or system where the person would be held fall below what Article 3 ECHR allows",
    "As things stand without an assurance: overcrowding (below three square metres), violence of guards or inmates,"
    " isolation, no care, in the prison, region or regime where THIS"
    " person would be held. A general deficiency between EU states is state.systemic_deficiency.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
onward_transfer = yes_no(
    P,
    "risk.onward_transfer",
    "there is a real risk that the person will be passed on to a third state where they are in danger",
    "Indirect refoulement, re-extradition to the state that really pursues them.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
flagrant_denial = yes_no(
    P,
    "risk.flagrant_denial",
    "there is a real risk of a flagrant denial of justice",
    "A CONCLUSION. Prefer the facts: absence trial without retrial, no lawyer, detention no court reviews, witnesses in"
    " fear, torture evidence.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
exceptional_gravity = yes_no(
    P,
    "risk.exceptional_gravity",
    "surrender would have exceptionally grave consequences for the person because of age or health",
    "Belgian reservation to Article 1 of the European Convention on Extradition.",
    standard=SUBSTANTIAL,
    cost=PERSON,
)

# --- punishment ---------------------------------------------------------------------------------------------------------
death_penalty = yes_no(
    P,
    "penalty.death_possible",
    "the offence can be punished by death in the requesting state, or a death sentence has been passed",
    "The law there allows it for the charge, even if prosecutors say they will not ask for it (the promise is an assurance"
    " against death-penalty).",
    cost=FILE,
)
death_row = yes_no(
    P,
    "penalty.death_row",
    "a death sentence would mean years of waiting on death row",
    "The death-row phenomenon of Soering.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
cruel_method = yes_no(
    P,
    "penalty.cruel_method_of_execution",
    "the sentence would be carried out in a way that is itself cruel",
    "Gas asphyxiation and the like (Ng v. Canada).",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
life_possible = yes_no(
    P,
    "penalty.life_without_parole_possible",
    "the person could be sentenced to life without parole",
    "As a legal possibility.",
    cost=FILE,
)
life_real = yes_no(
    P,
    "penalty.life_without_parole_real_risk",
    "the person has shown a real risk of being sentenced to life without parole",
    "First step of Sanchez-Sanchez: yes where the sentence is mandatory on the charge; NO where comparable cases got finite"
    " terms or nothing was shown.",
    standard=SUBSTANTIAL,
    cost=PERSON,
)
sentence_review = yes_no(
    P,
    "penalty.sentence_review_exists",
    "a review of the life sentence exists from sentencing on that looks at progress or at grounds to release",
    "Second step of Sanchez-Sanchez: parole board, compassionate release, clemency with criteria.",
    side=RELEASES,
    cost=REQUESTING_STATE,
)
disproportionate = yes_no(
    P,
    "penalty.grossly_disproportionate",
    "the sentence to be expected would be grossly disproportionate, or is corporal or otherwise cruel",
    "A very high threshold; a long theoretical maximum is not enough.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
help_lowers_death_risk = yes_no(
    P,
    "penalty.assistance_lowers_death_risk",
    "it can reasonably be expected that the assistance lowers the risk of a death sentence",
    "Exculpatory or mitigating evidence (Belgian Act of 2004, Article 4 par. 2 point 4).",
    side=RELEASES,
    cost=AUTHORITY,
)
abolished_here = yes_no(
    P,
    "penalty.abolished_here",
    "the requested state has abolished the death penalty, in law or by treaty",
    "Answer NO for a requested state whose own courts can still pass a death sentence.",
    presumed="yes",
)

# --- trial ----------------------------------------------------------------------------------------------------------------
in_absentia = yes_no(
    P,
    "trial.in_absentia",
    "the person was convicted, or would be, in absence",
    "State it as a fact; whether it was repaired is asked next.",
)
retrial = yes_no(
    P,
    "trial.retrial_available",
    "a full new examination of the merits is open to the person",
    "By law or by sufficient assurance.",
    side=RELEASES,
    presumed=None,
    cost=REQUESTING_STATE,
)
defended = yes_no(
    P,
    "trial.knew_and_was_defended",
    "the person knew of the trial and was defended by a lawyer of their choice, or waived the right without ambiguity",
    "Answers the complaint about an absence trial.",
    side=RELEASES,
    presumed=None,
    cost=AUTHORITY,
)
summary_trial = yes_no(
    P,
    "trial.summary_without_defence",
    "the trial was or would be summary, with total disregard for the defence",
    "Military or emergency court, minutes long.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
no_tribunal = yes_no(
    P,
    "trial.detention_without_tribunal",
    "the person would be detained without any access to an independent court to have the detention reviewed",
    "About DETENTION review, not about a weak trial court.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
lawyer_refused = yes_no(
    P,
    "trial.lawyer_systematically_refused",
    "access to a lawyer would be refused deliberately and systematically",
    "A single absence is not enough.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
witnesses_in_fear = yes_no(
    P,
    "trial.defence_witnesses_in_fear",
    "defence witnesses would not come forward for fear, or are kept away",
    "Intimidation, prosecution of witnesses.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
executive_interference = yes_no(
    P,
    "trial.executive_interference",
    "the executive interferes with the courts in cases of this kind",
    "Courts that follow orders in political or sensitive cases; in EU cases answer state.systemic_deficiency.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
special_court = yes_no(
    P,
    "trial.special_court",
    "the person would be tried by a court set up for the occasion, or would serve a sentence such a court passed",
    "Ad-hoc or exceptional courts.",
    cost=REQUESTING_STATE,
)
right_denied = yes_no(
    P,
    "trial.essential_defence_denied",
    "the person may be denied at trial a defence or freedom essential to the case, for example free expression, because of"
    " nationality or status",
    "For example that foreign nationals may not rely on a constitutional freedom.",
    standard=ARGUABLE,
    cost=REQUESTING_STATE,
)
protecting_state_kept_away = yes_no(
    P,
    "risk.protecting_state_kept_away",
    "the authorities of the state entitled to protect the person could not communicate with them there",
    "The state of nationality, or for a stateless person the state asked to protect them (Hostages Convention, Article 9).",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
transit_route = yes_no(
    P,
    "risk.on_the_transit_route",
    "the journey leads through a territory where the person's life or freedom may be threatened on a protected ground",
    "Race, religion, nationality or political opinion; reason to believe it is enough (ETS 024 Article 21(6)). Look at stops"
    " and overflight.",
    standard=ARGUABLE,
    cost=AUTHORITY,
)
