"""Questions about the person concerned: protection, profile, history, health."""

from rogatory.law.questions import Kind
from rogatory.law.vocabulary._make import (
    ARGUABLE,
    AUTHORITY,
    NEUTRAL,
    PERSON,
    RELEASES,
    REQUESTING_STATE,
    SUBSTANTIAL,
    yes_no,
)  # fmt: skip

P = Kind.PERSON

# --- protection ------------------------------------------------------------------------------------------------------
refugee_here = yes_no(
    P,
    "person.refugee_here",
    "the requested state has recognised the person as a refugee, and the status stands",
    "Yes for Convention refugee status granted by the state now asked to cooperate. If the state granted complementary or"
    " temporary protection, answer person.subsidiary_protection. No once the status is finally withdrawn.",
    cost=AUTHORITY,
)
refugee_elsewhere = yes_no(
    P,
    "person.refugee_elsewhere",
    "another state, or UNHCR under its mandate, has recognised the person as a refugee, and the status stands",
    "Yes for recognition by a third state or a UNHCR mandate decision. Also yes where the person has since become a"
    " citizen of the state that gave protection, if the danger was never said to be over.",
    cost=AUTHORITY,
)
protection_granted_in_eu = yes_no(
    P,
    "person.protection_granted_in_eu",
    "the refugee status was granted by a member state of the European Union bound by the qualification rules",
    "Names the granting state: yes for any EU member state except Denmark (and not for the United Kingdom after it left).",
    cost=AUTHORITY,
)
protection_against_requesting_state = yes_no(
    P,
    "person.protection_against_requesting_state",
    "the protection was granted against the requesting state",
    "Presumed yes wherever protection is on file. Answer no only if the protection was granted against a different state (if that state steers the"
    " request, say so by request.proxy_for_another_state).",
    presumed="yes",
    cost=AUTHORITY,
)
subsidiary_protection = yes_no(
    P,
    "person.subsidiary_protection",
    "the person holds subsidiary, complementary or temporary protection against return to the requesting state",
    "Protection short of refugee status: subsidiary protection, temporary asylum, a non-removal order.",
    cost=AUTHORITY,
)
asylum_pending = yes_no(
    P,
    "person.asylum_pending",
    "an asylum application of the person is pending or not finally decided",
    "Yes also where an asylum claim was made at the moment of handover and not registered.",
    cost=AUTHORITY,
)
asylum_refused = yes_no(
    P,
    "person.asylum_refused",
    "an asylum application of the person was finally refused on the merits",
    "Neither a bar nor a clearance by itself; may stand beside recognition elsewhere. Refusal by exclusion (Article 1F) is person.excluded_1f, not this.",
    side=NEUTRAL,
    cost=AUTHORITY,
)
excluded_1f = yes_no(
    P,
    "person.excluded_1f",
    "the person was excluded from refugee status under Article 1F",
    "Exclusion says nothing about the risk: Article 3 ECHR stays absolute.",
    side=NEUTRAL,
    cost=AUTHORITY,
)
status_withdrawn = yes_no(
    P,
    "person.status_withdrawn",
    "the refugee status was finally withdrawn or ceased, in a proper procedure with a remedy",
    "Yes only for a final decision of the granting authority (fraud, cessation). A cancellation while the request was"
    " pending and in its service is person.status_cancelled_for_request.",
    side=RELEASES,
    cost=AUTHORITY,
)
status_cancelled_for_request = yes_no(
    P,
    "person.status_cancelled_for_request",
    "protection was taken away, or its cancellation sought, while the request was pending and in its service",
    "A warning sign of its own: authorities undo a status in order to be able to hand over.",
    cost=AUTHORITY,
)
danger_33_2 = yes_no(
    P,
    "person.danger_33_2",
    "a final decision of the asylum authority finds Article 33(2) of the Refugee Convention fulfilled",
    "Reasonable grounds of danger to the security of the host country, or a FINAL conviction of a particularly serious"
    " crime together with danger to the community. A pending foreign charge never suffices.",
    side=RELEASES,
    cost=AUTHORITY,
)
status_political_gesture = yes_no(
    P,
    "person.status_political_gesture",
    "the refugee status was granted as a political gesture against the requesting state",
    "Only for the INTERPOL refugee policy, whose third condition excludes such grants.",
    side=RELEASES,
    cost=AUTHORITY,
)
unhcr_warns = yes_no(
    P,
    "person.unhcr_warns",
    "UNHCR has told the requested state that the person must not be returned",
    "A letter or intervention of UNHCR in this person's case; a mandate decision itself is person.refugee_elsewhere.",
    cost=AUTHORITY,
)

# --- who the person is -----------------------------------------------------------------------------------------------
opposition = yes_no(
    P,
    "person.opposition",
    "the person is, or is taken by the requesting state to be, a political opponent or linked to the opposition",
    "Opposition leaders, members, funders, associates; perceived membership of a banned movement; separatists. What the"
    " requesting state believes counts; where another state steers the request, what that state believes.",
    standard=SUBSTANTIAL,
    cost=PERSON,
)
human_rights_defender = yes_no(
    P,
    "person.human_rights_defender",
    "the person is a human-rights defender or activist",
    "Head or member of a rights group, campaigner, whistle-blower.",
    standard=SUBSTANTIAL,
    cost=PERSON,
)
journalist_or_writer = yes_no(
    P,
    "person.journalist_or_writer",
    "the person is a journalist, writer, publisher or academic whose work the requesting state has reason to resent",
    "Critical work about the requesting state, or publication of what it keeps secret.",
    standard=SUBSTANTIAL,
    cost=PERSON,
)
fell_out_with_power = yes_no(
    P,
    "person.fell_out_with_power",
    "the person was part of the ruling circle of the requesting state and has fallen out with it",
    "Former minister, ambassador, banker, relative of the ruler.",
    standard=SUBSTANTIAL,
    cost=PERSON,
)
linked_to_targeted_person = yes_no(
    P,
    "person.linked_to_targeted_person",
    "the person is a relative, employee, lawyer or associate of somebody the requesting state pursues for political reasons",
    "Spouse, child, brother, bodyguard, counsel of an opponent; the true aim may be that other person.",
    standard=SUBSTANTIAL,
    cost=PERSON,
)
minority = yes_no(
    P,
    "person.minority",
    "the person belongs to an ethnic or religious minority, or is a practising believer the requesting state distrusts",
    "A feature of the person. Whether that group is ill-treated is state.group_ill_treated and person.in_ill_treated_group.",
    side=NEUTRAL,
    standard=SUBSTANTIAL,
    cost=PERSON,
)
practises_law = yes_no(
    P,
    "person.practises_law",
    "the person practises law, or gives legal advice, with or without admission to a bar here",
    "The authority's knowledge is enough; the person need not claim it (Močuļskis v. Latvia).",
    cost=PERSON,
)
works_with_international_body = yes_no(
    P,
    "person.works_with_international_body",
    "the person works with an international organisation on human rights",
    "Council of Europe, United Nations, OSCE, European Union (PACE Resolution 2509, point 17.11).",
    cost=PERSON,
)
national_of_requested_state = yes_no(
    P,
    "person.national_barred_from_extradition",
    "the person is a national of the requested state, and its law bars the extradition of nationals",
    "Yes only where the requested state's own law forbids it (not where it merely may refuse).",
    cost=AUTHORITY,
)
eu_citizen = yes_no(
    P,
    "person.citizen_of_another_member_state",
    "the person is a citizen of another EU member state (or EFTA state) who has moved freely, sought by a third state",
    "Opens the duty to inform the home member state (Petruhhin).",
    side=NEUTRAL,
)
home_state_informed = yes_no(
    P,
    "person.home_member_state_informed",
    "the home member state was informed and given time to ask for the person instead",
    "Answer no where nobody has asked it yet.",
    side=RELEASES,
    presumed=None,
    cost=AUTHORITY,
)

# --- what happened to the person and to those near --------------------------------------------------------------------
past_ill_treatment = yes_no(
    P,
    "person.past_ill_treatment",
    "agents of the requesting state have ill-treated this person before",
    "Torture, beating, coerced confession; also by the state that steers the request. Grade it: alleged; arguable (a consistent account); substantial (medical or"
    " official traces); established (a court or body found it).",
    standard=SUBSTANTIAL,
    cost=PERSON,
)
in_ill_treated_group = yes_no(
    P,
    "person.in_ill_treated_group",
    "the person belongs, or is taken to belong, to the group that is ill-treated",
    "Suspects of terrorism or extremism, an ethnic group in one region, members of a movement. Answer together with"
    " state.group_ill_treated.",
    standard=SUBSTANTIAL,
    cost=PERSON,
)
individual_risk_factor = yes_no(
    P,
    "person.individual_risk_factor",
    "something personal sets the person apart and exposes them, more than others, to what the reports describe",
    "The link between general reports of ill-treatment and this person (not illness, penalty or trial, which have questions"
    " of their own). Yes: name it. NO when the authority looked and the person"
    " relies on general reports only, with an ordinary charge and no feature of their own. Leave out (or say unknown) when"
    " nobody looked.",
    standard=SUBSTANTIAL,
    cost=PERSON,
)
official_threat = yes_no(
    P,
    "person.official_threat",
    "a high official or an agency of the requesting state has threatened the person",
    "Public words of a minister, attempted abduction, surveillance or violence abroad.",
    cost=PERSON,
)
relative_ill_treated = yes_no(
    P,
    "person.relative_ill_treated",
    "a relative or close associate of the person was ill-treated or held as leverage by the requesting state",
    "If it happened in the same proceedings answer proceeding.relative_ill_treated as well.",
    standard=SUBSTANTIAL,
    cost=PERSON,
)
surveillance_here = yes_no(
    P,
    "person.surveilled_or_harassed_here",
    "the person was surveilled, hacked, harassed or sued vexatiously in the requested state for the requesting state",
    "Convictions of hired agents, spyware findings, strategic lawsuits, parallel complaints ended as vexatious.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)

# --- health, family ---------------------------------------------------------------------------------------------------
serious_illness = yes_no(
    P,
    "person.serious_illness",
    "the person is seriously ill in body or mind, or at real risk of suicide",
    "On medical evidence.",
    cost=PERSON,
)
illness_aggravated_by_transfer = yes_no(
    P,
    "person.illness_aggravated_by_transfer",
    "transfer, or detention as it is to be expected there, would gravely and rapidly worsen the person's health",
    "Medical evidence about the expected place and care, as things stand without an assurance (Aswat v. UK, Paposhvili v."
    " Belgium).",
    standard=SUBSTANTIAL,
    cost=PERSON,
)
family_hardship = yes_no(
    P,
    "person.family_hardship",
    "cooperation would break up a family or harm a child out of proportion to its aim",
    "Exceptional only; ordinary separation is inherent in surrender. Children in the person's sole care count.",
    standard=SUBSTANTIAL,
    cost=PERSON,
)
exposed_to_deficiency = yes_no(
    P,
    "person.exposed_to_deficiency",
    "there are substantial grounds that the systemic deficiency will affect this person",
    "Second step of the test between EU member states: this prison, this court, this case. NO when the authority inquired"
    " and nothing links the deficiency to the person. Leave out or say unknown while information is missing.",
    standard=SUBSTANTIAL,
    cost=REQUESTING_STATE,
)
claim_arguable = yes_no(
    P,
    "person.arguable_claim",
    "the person makes an arguable claim that cooperation would breach their fundamental rights",
    "Some material supports it; more than a bare statement. Opens the right to an effective remedy (ECHR Article 13).",
    standard=ARGUABLE,
    cost=PERSON,
)
