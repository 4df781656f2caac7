"""Questions about seized items, and about what is to be sent."""

from rogatory.law.questions import Kind
from rogatory.law.vocabulary._make import AUTHORITY, NEUTRAL, RELEASES, SUBSTANTIAL, one_of, yes_no

ITEM, T = Kind.ITEM, Kind.PACKAGE

# --- one item -----------------------------------------------------------------------------------------------------------------
privilege = one_of(
    ITEM,
    "item.privilege",
    "none claimed confirmed waived",
    "privilege over the item (lawyer, journalist, medical, asylum file) is: {value}",
    "none only after an independent look; claimed also where the holder is known to practise law and nobody has sifted.",
    presumed=None,
)
sifted_by = one_of(
    ITEM,
    "item.sifted_by",
    "nobody investigators keywords-of-investigators independent-person judge",
    "the item was sifted for privilege by: {value}",
    "independent-person: outside counsel, bar delegate, special master; a method fixed in advance.",
    presumed=None,
)
relevance = one_of(
    ITEM,
    "item.relevance",
    "in-scope out-of-scope unclear",
    "measured by the request the item is: {value}",
    "Directly linked to the charge for which assistance is granted.",
    presumed=None,
)
asylum_data = yes_no(
    ITEM,
    "item.contains_asylum_data",
    "the item shows that somebody asked for protection, or what they said",
    "The person's own file or other refugees.",
    presumed=None,
)
other_opponents = yes_no(
    ITEM,
    "item.exposes_others",
    "the item exposes other persons the requesting state pursues, sources, clients or protected identities",
    "Lists of contacts, donors, members.",
    standard=SUBSTANTIAL,
    presumed=None,
)
ill_treatment_origin = yes_no(
    ITEM,
    "item.from_ill_treatment",
    "there is a real risk that the item comes from ill-treatment of anyone, by anyone",
    "A statement, or an object found through it.",
    standard=SUBSTANTIAL,
    presumed=None,
    cost=AUTHORITY,
)
item_kind = one_of(
    ITEM,
    "item.kind",
    "statement object document",
    "the item is a: {value}",
    "document for papers and data that are not statements.",
    presumed=None,
)
treatment = one_of(
    ITEM,
    "item.treatment",
    "torture inhuman unknown",
    "the ill-treatment behind the item was: {value}",
    "Torture, or inhuman or degrading treatment short of it.",
    presumed=None,
    cost=AUTHORITY,
)
judge_allows_object = yes_no(
    ITEM,
    "item.judge_allows_object",
    "a judge has decided that the object found through inhuman"
    " treatment may be used: it did not bear on the outcome and the chain was broken",
    "Gäfgen.",
    side=RELEASES,
)
against_torturer = yes_no(
    ITEM,
    "item.used_against_torturer",
    "the statement is used only against the alleged torturer, to prove that it was made",
    "UNCAT Article 15.",
    side=RELEASES,
)
proportionate = yes_no(
    ITEM,
    "item.proportionate",
    "sending the item was weighed and is proportionate to its use",
    "Necessity, privacy, third parties.",
    side=RELEASES,
    presumed=None,
)
objection_pending = yes_no(
    ITEM,
    "item.objection_pending",
    "the person's objection to this item is undecided",
    "Objections are decided item by item.",
    presumed=None,
)
capital = yes_no(
    ITEM,
    "item.may_support_capital_charge",
    "the item may support a charge punishable by death",
    "Directly or as a lead.",
    presumed="no",
)
kept_without_reason = yes_no(
    ITEM,
    "item.kept_without_reason_or_review",
    "a copy is kept without a recorded reason and a review date",
    "Holding privileged data is an interference even if unread (Kırdök).",
)
needed_here = yes_no(
    ITEM,
    "item.needed_in_own_criminal_proceedings",
    "the original is needed in pending criminal proceedings here",
    "ETS 030 Article 6(1).",
    side=NEUTRAL,
)
original_asked = yes_no(
    ITEM,
    "item.original_expressly_asked",
    "the original was expressly asked for",
    "Otherwise certified copies go.",
    side=NEUTRAL,
)
foreign_evidence_void = yes_no(
    ITEM,
    "item.void_or_unreliable_where_taken",
    "the foreign evidence is void where it was taken, unreliable, or unfair to use",
    "Belgian Act of 2004, Article 13.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)

# --- what leaves ---------------------------------------------------------------------------------------------------------------
all_cleared = yes_no(
    T,
    "transfer.every_item_cleared",
    "every item in the package was cleared on privilege, scope, origin and proportionality",
    "One uncleared item and the answer is no.",
    side=RELEASES,
    presumed=None,
)
asylum_in_package = yes_no(
    T,
    "transfer.reveals_asylum_information",
    "the package, letter or question would tell the requesting state that protection was asked for, or what was said",
    "Includes status, file, and requests for information that reveal it.",
    presumed=None,
)
data_ground = one_of(
    T,
    "transfer.data_ground",
    "adequacy binding-safeguards documented-self-assessment derogation none",
    "the legal ground for sending personal data is: {value}",
    "One named ground on record before sending. none also where nobody assessed it.",
    presumed=None,
)
strict_necessity = yes_no(
    T,
    "transfer.necessity_and_privacy_weighed",
    "necessity, proportionality and the effect on privacy were weighed and recorded before sending",
    "For personal data to a third state: strict necessity.",
    side=RELEASES,
    presumed=None,
)
rights_override = yes_no(
    T,
    "transfer.rights_outweigh",
    "the fundamental rights of the person outweigh the public interest in the transfer",
    "LED Article 38(2).",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
cruel_use = yes_no(
    T,
    "transfer.may_serve_death_or_cruel_treatment",
    "the data may be used to seek or carry out a death penalty or cruel treatment",
    "LED recital 71.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
recipient_safe = yes_no(
    T,
    "transfer.recipient_secures_and_limits",
    "the recipient stores the material securely and may not pass it on freely",
    "Not equal protection; at least these two (Big Brother Watch par. 362).",
    side=RELEASES,
    presumed=None,
    cost=AUTHORITY,
)
independent_control = yes_no(
    T,
    "transfer.independent_control",
    "the transfer is subject to independent control",
    "A judge, or an authority outside the investigation.",
    side=RELEASES,
    presumed=None,
)
use_condition = yes_no(
    T,
    "transfer.use_limited_in_writing",
    "use is limited in writing to the proceedings for which assistance is granted",
    "Condition in the decision or the sender's declaration on file.",
    side=RELEASES,
    presumed=None,
)
chamber_decision = yes_no(
    T,
    "transfer.court_has_decided_what_leaves",
    "the competent court has decided what is sent and what goes back to its holder",
    "Belgian Extradition Act 1874, Article 11: council chamber.",
    side=RELEASES,
    presumed=None,
)
holders_notified = yes_no(
    T,
    "transfer.holders_and_third_parties_notified",
    "the decision to send was notified to the holder and to third parties with an interest",
    "Belgian Act of 2004, Article 6 par. 5.",
    side=RELEASES,
    presumed=None,
)
not_for_confiscation = yes_no(
    T,
    "transfer.items_outside_confiscation_aim",
    "items do not help to find, secure or value property for confiscation",
    "Scope of ETS 141 Articles 7-8.",
    presumed="no",
)
other_state_consent = yes_no(
    T,
    "transfer.other_state_consent_missing",
    "data came from another member state whose consent is missing",
    "LED Article 35(1)(c).",
)
police_evidence = yes_no(
    T,
    "transfer.police_information_without_judicial_leave",
    "police information would be sent outside"
    " the EU, or as evidence, without judicial leave, or would endanger persons or sources",
    "Belgian Act of 2004, Articles 2/1-2/7.",
)
no_undertaking = yes_no(
    T,
    "transfer.no_data_undertaking",
    "the receiving state is not bound by Convention 108 and gave no undertaking to protect the data",
    "ETS 182 Article 26(3).",
    presumed="no",
)
circumstances_in_law = yes_no(
    T,
    "transfer.circumstances_set_out_in_law",
    "the law of the requested state names the circumstances in which such material may be transferred",
    "Big Brother Watch par. 362.",
    side=RELEASES,
    presumed="yes",
    cost=AUTHORITY,
)
other_basis = yes_no(
    T,
    "transfer.other_legal_basis_named",
    "for the items that do not serve confiscation another legal basis is named",
    "Another treaty between the two states, or a provision of the requested state's own law.",
    side=RELEASES,
    presumed=None,
)
