"""Questions about one thing asked for: search, seizure, interview, bank data, presence of officials."""

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

M = Kind.MEASURE

type_ = one_of(
    M,
    "measure.type",
    "surrender search seizure freezing bank-data interception interview video-hearing service documents witness-transfer"
    " arrest other",
    "the measure asked is: {value}",
    "Taken from the case file's measure entry.",
)
own_law_allows = yes_no(
    M,
    "measure.not_available_at_home",
    "the measure could not be ordered in a similar domestic case",
    "Domestic law would prohibit or not provide it for such an offence.",
    cost=AUTHORITY,
)
domestic_authorisation = yes_no(
    M,
    "measure.authorised_under_own_law",
    "the measure is authorised as the law of the requested state requires for a like domestic case",
    "Warrant, investigating judge's order, prosecutor's decision.",
    side=RELEASES,
    presumed=None,
    cost=FILE,
)
judge_involved = yes_no(
    M,
    "measure.no_judge_behind_it",
    "no judge ordered the measure and no court reviews it afterwards",
    "Visy: re-seizure with no judge.",
    cost=FILE,
)
suspicion = yes_no(
    M,
    "measure.warrant_unreasoned_or_unlimited",
    "the order gives no reasons, does not limit the search, or does not ask whether this place can hold evidence",
    "Criteria of Smirnov, Buck, Vinks.",
    cost=FILE,
)
excessive = yes_no(
    M,
    "measure.excessive",
    "what is asked or taken is indiscriminate or goes beyond what the named matter needs",
    "Wholesale seizure, contacts and client data, place not covered by the warrant.",
    standard=SUBSTANTIAL,
    cost=FILE,
)
exceeds_reasons = yes_no(
    M,
    "measure.particular_reasons_for_wider_scope",
    "particular reasons are recorded for going beyond the named matter",
    "Robathin par. 52.",
    side=RELEASES,
    cost=FILE,
)
less_intrusive = yes_no(
    M,
    "measure.less_intrusive_means",
    "a less intrusive measure would give the same result",
    "EIO Directive Article 10(3).",
    cost=FILE,
)
earlier_annulled = yes_no(
    M,
    "measure.repeats_an_annulled_one",
    "the measure repeats or uses one that a court has found unlawful",
    "Return and re-seize; copies kept.",
    cost=FILE,
)
third_party = yes_no(
    M,
    "measure.touches_third_party",
    "the measure touches somebody who is not accused in the foreign proceedings",
    "Account holder, relative, client, source.",
    side=NEUTRAL,
    cost=FILE,
)
depends_on_taint = yes_no(
    M,
    "measure.depends_on_ill_treatment_evidence",
    "the measure, or the questions to be put, rest on evidence with a real risk of coming from ill-treatment",
    "Would corroborate or continue it.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)

# --- lawyers ------------------------------------------------------------------------------------------------------------------
lawyers_place = yes_no(
    M,
    "measure.legal_work_place",
    "the place, papers or devices are used for legal work, or hold privileged material, and the authorities know or could"
    " know it",
    "Home, office, phone, cloud of a lawyer or adviser; a company's legal advice.",
    cost=FILE,
)
observer = one_of(
    M,
    "measure.observer",
    "none lay bar judge independent-counsel",
    "an observer able to recognise privileged material attends: {value}",
    "lay: neighbours, officials. Attendance for part only (paper but not data) is none for the rest.",
    presumed=None,
    cost=FILE,
)
sealing = yes_no(
    M,
    "measure.no_list_or_sealing_on_objection",
    "no list of what was taken was made, or objects were not sealed on objection",
    "Wieser par. 60.",
    cost=FILE,
)
bar_head_warned = yes_no(
    M,
    "measure.bar_head_warned",
    "the head of the bar was warned before the search of the lawyer's system",
    "Belgian CIC 39bis par. 9.",
    side=RELEASES,
    presumed=None,
    cost=FILE,
)
lawyer_ground = yes_no(
    M,
    "measure.lawyer_suspected_or_system_used",
    "the lawyer is personally suspected, or precise facts show that suspects use the lawyer's systems",
    "The only two grounds of CIC 39bis par. 9.",
    side=RELEASES,
    presumed=None,
    cost=FILE,
)

# --- foreign officials -----------------------------------------------------------------------------------------------------------
officials_requested = yes_no(
    M,
    "officials.present_or_requested",
    "officials or other representatives of the requesting state attend, or ask to attend",
    "Prosecutors, agents, private complainants of that side.",
    cost=FILE,
)
officials_consent = yes_no(
    M,
    "officials.consent_given",
    "the requested state has consented to their presence, in advance, by a reasoned decision",
    "Case by case; toleration is not consent.",
    side=RELEASES,
    presumed=None,
    cost=FILE,
)
officials_basis = yes_no(
    M,
    "officials.domestic_or_treaty_basis",
    "a treaty clause or the requested state's own law allows such presence",
    "ETS 030/182 Article 4, joint team, EIO Article 9(4). UNTOC, UNCAC, ETS 141, CETS 198 have none.",
    side=RELEASES,
    presumed=None,
    cost=FILE,
)
officials_risk = yes_no(
    M,
    "officials.person_at_risk_from_them",
    "the person is at risk from that state, or the officials belong to its security services, or they were not vetted",
    "A refugee from that state is at risk from it.",
    standard=SUBSTANTIAL,
    cost=FILE,
)
officials_see = yes_no(
    M,
    "officials.could_see_uncleared_material",
    "they could see or hear material that is not cleared, or secret facts, before a decision to transmit",
    "Being in the room during a search.",
    cost=FILE,
)
officials_powers = yes_no(
    M,
    "officials.would_exercise_powers",
    "they would exercise powers, put questions themselves or take material",
    "No treaty here gives a title to act on foreign soil.",
    cost=FILE,
)

# --- interviews, hearings, witnesses ------------------------------------------------------------------------------------------------
interview_role = one_of(
    M,
    "interview.role",
    "suspect witness",
    "the person is heard as: {value}",
    "An 'assisted witness' against whom there is suspicion is a suspect.",
    presumed=None,
)
interview_no_lawyer = yes_no(
    M,
    "interview.no_lawyer",
    "the person is, or would be, questioned without a lawyer",
    "Whatever local law then allowed.",
    cost=FILE,
)
interview_waiver = yes_no(
    M,
    "interview.informed_waiver",
    "the person knowingly waived the lawyer",
    "Recorded, with notice of rights.",
    side=RELEASES,
    cost=FILE,
)
interview_no_rights = yes_no(
    M,
    "interview.rights_not_notified",
    "rights were not notified in a language understood",
    "Silence, lawyer, interpretation, that the questions are foreign.",
    cost=FILE,
)
video_own_authority = yes_no(
    M,
    "hearing.own_authority_absent",
    "no judicial authority of the requested state attends the video hearing",
    "ETS 182 Article 9(5).",
    cost=FILE,
)
video_consent = yes_no(
    M,
    "hearing.suspect_does_not_consent",
    "the person accused does not consent to be heard by video or telephone",
    "ETS 182 Articles 9(8), 10(2).",
    cost=PERSON,
)
witness_no_consent = yes_no(
    M,
    "witness.no_consent",
    "the detained witness does not consent to be transferred, or has no safe conduct",
    "ETS 030 Articles 11-12.",
    cost=PERSON,
)

# --- Belgium, EU, property -----------------------------------------------------------------------------------------------------------
exequatur = yes_no(
    M,
    "measure.declared_enforceable_by_court",
    "the council chamber of the place of search has declared the letter rogatory enforceable",
    "Belgian Extradition Act 1874, Article 11.",
    side=RELEASES,
    presumed=None,
    cost=FILE,
)
minister = yes_no(
    M,
    "measure.minister_has_authorised",
    "the Minister of Justice has authorised execution for a state outside the European Union",
    "Belgian Act of 9 December 2004, Article 5 with Judicial Code Article 873.",
    side=RELEASES,
    presumed=None,
    cost=FILE,
)
minister_stopped = yes_no(
    M,
    "measure.minister_has_stopped",
    "the minister has stopped execution or the sending of results",
    "Belgian Act of 9 December 2004, Article 5.",
    cost=FILE,
)
immunity = yes_no(
    M,
    "measure.immunity_or_privilege",
    "an immunity, a privilege or a press rule of the executing state makes execution impossible",
    "EIO Directive Article 11(1)(a).",
    cost=AUTHORITY,
)
national_security = yes_no(
    M,
    "measure.national_security",
    "execution would harm essential national security, a source or intelligence",
    "EIO Directive Article 11(1)(b).",
    cost=AUTHORITY,
)
reserved_offences = yes_no(
    M,
    "measure.reserved_to_listed_offences",
    "the measure is reserved at home to offences or penalties that are not met here",
    "EIO Directive Article 11(1)(h).",
    cost=AUTHORITY,
)
always_available = yes_no(
    M,
    "measure.one_of_the_five_always_available",
    "the measure is one that must always be available:"
    " data already held, databases, a hearing, a non-coercive measure, subscriber identification",
    "EIO Directive Article 10(2).",
    side=NEUTRAL,
    cost=FILE,
)
freeze_excessive = yes_no(
    M,
    "freeze.excessive_or_unreviewable",
    "the freezing or keeping of property is out of proportion or cannot be reviewed",
    "Protocol 1 Article 1.",
    cost=FILE,
)
device_kept = yes_no(
    M,
    "device.kept_after_copying",
    "a device that is not itself object, tool or product of the offence is kept although it was or could be copied",
    "Kruglov par. 144-146.",
    cost=FILE,
)
own_proceedings = yes_no(
    M,
    "measure.own_proceedings_affected",
    "execution now would interfere with criminal proceedings, or other judicial proceedings, of the requested state",
    "A pending court remedy counts as judicial proceedings.",
    side=NEUTRAL,
    cost=FILE,
)
witness_consents = yes_no(
    M,
    "witness.asked_and_consents",
    "the detained witness was asked and freely agrees to be transferred",
    "Informed, on record, before the transfer. Nobody asked: leave it open.",
    side=RELEASES,
    presumed=None,
    cost=PERSON,
)
