"""Questions about remedies, interim measures, undertakings, and the way the authorities act."""

from rogatory.law.questions import Kind
from rogatory.law.vocabulary._make import (
    AUTHORITY,
    FILE,
    NEUTRAL,
    PERSON,
    RELEASES,
    SUBSTANTIAL,
    one_of,
    yes_no,
)

Y = Kind.REMEDY

interim_measure = yes_no(
    Y,
    "remedy.interim_measure_in_force",
    "an interim measure of an international court or body tells the requested state not to do the act",
    "Rule 39 of the Strasbourg Court, interim measures of UN committees. Decisive for the act of surrender, not for the"
    " question whether cooperation may be granted on the merits.",
    cost=FILE,
)
court_stay = yes_no(
    Y,
    "remedy.stay_ordered",
    "a court of the requested state has stayed the act",
    "Order suspending transmission or surrender.",
    cost=FILE,
)
pending = yes_no(
    Y,
    "remedy.pending",
    "a remedy of a person affected is pending",
    "Lodged and not finally decided: appeal, lifting of seizure, access to the file, annulment, asylum court, constitutional"
    " reference. From lodging, not from registration.",
    presumed=None,
    cost=FILE,
)
period_running = yes_no(
    Y,
    "remedy.period_running",
    "the time to lodge a remedy is still running",
    "Not served, or served with void notice: still running.",
    presumed=None,
    cost=FILE,
)
available = yes_no(
    Y,
    "remedy.none_available",
    "the person affected has no effective remedy against the act in the law of the requested state",
    "No court, no standing, or no real power to stop or undo. Answer yes also where standing was denied because the person is"
    " a third party.",
    cost=AUTHORITY,
)
not_suspensive = yes_no(
    Y,
    "remedy.not_suspensive",
    "a remedy exists but does not stop the act while it runs",
    "Or the act was carried out before the remedy could be used.",
    cost=AUTHORITY,
)
person_not_notified = yes_no(
    Y,
    "remedy.person_not_notified",
    "the person was not told of the decision in time to challenge it",
    "Secret or same-day execution.",
    cost=FILE,
)
file_closed = yes_no(
    Y,
    "remedy.file_access_denied",
    "the person was refused access to the file without a counterweight",
    "Papers, evidence, or the decision itself.",
    cost=FILE,
)
not_translated = yes_no(
    Y,
    "remedy.not_translated",
    "papers needed for the defence were not translated or interpreted",
    "So that the court or the person could not see the point.",
    cost=FILE,
)
lawyer_kept_away = yes_no(
    Y,
    "remedy.lawyer_kept_away",
    "counsel was kept away from the person or the proceedings",
    "At arrest, at the hearing, at handover.",
    cost=PERSON,
)
claim_examined = one_of(
    Y,
    "remedy.claim_examined",
    "not-at-all superficially thoroughly",
    "the authorities of the requested state have examined the person's claims: {value}",
    "thoroughly: independent, on current sources, each point answered. superficially: formulas, old or no sources, points"
    " left out. not-at-all: nobody looked.",
    presumed=None,
    cost=FILE,
)
serious_harm = yes_no(
    Y,
    "remedy.serious_irreversible_harm",
    "doing the act now would cause serious and irreversible damage to the person",
    "EIO Directive Article 13(2), second limb.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
immediate_transfer_justified = yes_no(
    Y,
    "remedy.immediate_transfer_justified",
    "the order itself gives sufficient reasons why transfer cannot wait",
    "EIO Directive Article 13(2), first limb.",
    side=RELEASES,
)
undertaking = yes_no(
    Y,
    "remedy.undertaking_in_force",
    "an authority has undertaken not to do the act, or an act of this kind, for now",
    "For example a minister's promise that nothing leaves while proceedings run. Binding until released by its own rule.",
    cost=FILE,
)
outside_procedure = yes_no(
    Y,
    "handover.outside_legal_procedure",
    "the handover was or would be carried out outside the legal procedure",
    "Abduction, disguised extradition as expulsion, a plane the same morning, a border handover, informal police channel.",
    cost=FILE,
)
assessment_stale = yes_no(
    Y,
    "handover.assessment_stale",
    "the decision rests on an assessment of risk that is no longer current",
    "Months or years old, or overtaken by a new fact.",
    cost=FILE,
)
disguised_expulsion_no_facts = yes_no(
    Y,
    "handover.expelled_without_facts_or_documents",
    "a lawfully resident person is being expelled without learning the facts and documents, and without real counterweights",
    "Protocol 7 Article 1.",
    cost=FILE,
)
notification_void = yes_no(
    Y,
    "remedy.notification_void",
    "the notification is void or lacks the information on remedies",
    "The period to appeal has then not begun.",
    cost=FILE,
)

# --- the refusal as an act --------------------------------------------------------------------------------------------------
refusal_individual_basis = yes_no(
    Y,
    "refusal.individual_current_basis",
    "the refusal considered rests on current, detailed and individual facts",
    "NO where it cites general or old reports only and the other side was not asked (Romeo Castaño).",
    side=RELEASES,
    presumed=None,
    cost=FILE,
)
refusal_reasoned = yes_no(
    Y,
    "refusal.reasons_given",
    "reasons are given for the refusal, postponement or conditions",
    "A short external version suffices.",
    side=RELEASES,
    presumed=None,
    cost=FILE,
)
alternatives_considered = yes_no(
    Y,
    "refusal.alternatives_considered",
    "before refusing, granting in part, under conditions or later was considered",
    "Where a treaty demands it, together with the requesting state.",
    side=RELEASES,
    presumed=None,
    cost=FILE,
)
consulted = yes_no(
    Y,
    "refusal.consulted",
    "the requesting state was consulted before refusing, through the asylum filter",
    "UNTOC Article 18(26); EIO Directive Article 11(4).",
    side=RELEASES,
    presumed=None,
    cost=AUTHORITY,
)

# --- repression, protection, reparation ------------------------------------------------------------------------------------------
repression_alleged = yes_no(
    Y,
    "repression.alleged",
    "an act of transnational repression against the person is alleged, or appears from the file",
    "Surveillance, threats, abduction, pressure on relatives, or this very request as a method.",
    cost=PERSON,
)
repression_investigated = yes_no(
    Y,
    "repression.effectively_investigated",
    "the allegation is being, or has been, effectively investigated",
    "Series of quashed refusals do not count.",
    side=RELEASES,
    presumed=None,
    cost=AUTHORITY,
)
protection_plan = yes_no(
    Y,
    "repression.protection_in_place",
    "measures to protect the person are in place",
    "Risk plan, contact point, notice to the international body concerned.",
    side=RELEASES,
    presumed=None,
    cost=AUTHORITY,
)
harm_done = yes_no(
    Y,
    "reparation.harm_established",
    "a body has found that the person was wronged by cooperation, torture or repression",
    "Victim in the sense of the texts.",
    cost=AUTHORITY,
)
reparation_made = yes_no(
    Y,
    "reparation.made",
    "adequate reparation was made",
    "Restitution, compensation, rehabilitation, satisfaction, non-repetition.",
    side=RELEASES,
    presumed=None,
    cost=AUTHORITY,
)
torture_suspect_present = yes_no(
    Y,
    "repression.torture_suspect_present",
    "somebody suspected of the torture is present in the requested state",
    "UNCAT Articles 6 and 7.",
    cost=AUTHORITY,
)
use_breach = yes_no(
    Y,
    "aftermath.use_beyond_limits",
    "what was handed over was used, or the person pursued, beyond what was granted",
    "Speciality and use limits.",
    cost=AUTHORITY,
)
request_for_extension = yes_no(
    Y,
    "aftermath.extension_unsupported",
    "consent to another use or prosecution is asked without the papers and the person's recorded statement",
    "ETS 024 Article 14(1)(a).",
    cost=FILE,
)
developments_unreported = yes_no(
    Y,
    "aftermath.developments_unreported",
    "the requesting state has not reported a development that makes the measure unjustified",
    "Acquittal, withdrawn notice, finding of arbitrary detention (ETS 141 Article 31(2)(b)).",
    cost=FILE,
)
late_information = yes_no(
    Y,
    "aftermath.person_discharged_and_stayed",
    "the person, free to leave for 45 days after final discharge, stayed or came back",
    "Speciality then ends (30 days under the Fourth Protocol).",
    side=NEUTRAL,
    cost=FILE,
)
