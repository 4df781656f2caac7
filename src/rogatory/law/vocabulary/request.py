"""Questions about the request and the offence behind it."""

from rogatory.law.questions import Kind
from rogatory.law.vocabulary._make import (
    AUTHORITY,
    FILE,
    NEUTRAL,
    RELEASES,
    REQUESTING_STATE,
    SUBSTANTIAL,
    one_of,
    some_of,
    yes_no,
)  # fmt: skip

R, M = Kind.REQUEST, Kind.MEASURE

# --- purpose ---------------------------------------------------------------------------------------------------------------
persecution_purpose = yes_no(
    R,
    "request.persecution_purpose",
    "the request was made in order to prosecute or punish the person on a protected ground",
    "A CONCLUSION. Prefer the facts: who the person is (person.opposition ...), protection, earlier refusals, deleted"
    " notices, record of the state. Use it only where a body's own finding is all that is known.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
    renew_after=730,
)
persecution_dispelled = yes_no(
    R,
    "request.persecution_dispelled",
    "the claim of persecution was examined on current material, point by point, and does not stand",
    "By the authority or court deciding here; for example ordinary crime with evidence independent of the regime. A denial by"
    " the requesting state is not enough.",
    side=RELEASES,
    cost=AUTHORITY,
    renew_after=730,
)
protected_ground = some_of(
    R,
    "request.protected_ground",
    "race religion nationality ethnic-origin political-opinion social-group sex colour social-origin language disability"
    " age sexual-orientation birth wealth national-minority genetic-features",
    "the ground on which the person is pursued, or would be prejudiced, includes {value}",
    "Name all that apply. Treaties protect different lists.",
)
position_prejudiced = yes_no(
    R,
    "request.position_prejudiced",
    "the person's position may be prejudiced on a protected ground if cooperation is given",
    "Weaker than purpose: detention, trial or sentence may be harsher for such a reason.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
political_offence = one_of(
    R,
    "request.political_offence",
    "none relative absolute connected",
    "in the view of the requested state the offence is political: {value}",
    "The requested state's own classification. none for ordinary crime.",
    presumed="none",
)
political_conduct_charged = yes_no(
    R,
    "request.political_conduct_charged",
    "the charge itself punishes opinion, belief, association, peaceful opposition, or work as lawyer or journalist",
    "Insulting the head of state, membership of a party or movement, funding a protest, religious practice.",
    standard=SUBSTANTIAL,
)
proxy = yes_no(
    R,
    "request.proxy_for_another_state",
    "the request is steered by, or made for, another state that pursues the person",
    "Coordination on file, same wording.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
repeated = yes_no(
    R,
    "request.repeated_after_refusal",
    "the request repeats, in this or another form or through another channel, one that was refused",
    "A diffusion after a refused notice, assistance after refused extradition, a new warrant for the same facts.",
)
# --- form, scope, treaty -----------------------------------------------------------------------------------------------------
information_missing = yes_no(
    R,
    "request.information_missing",
    "information without which the risk or the request cannot be judged has not been obtained",
    "Place of detention, court, sentence, facts: it must be asked for before deciding. If it was asked for and withheld answer"
    " request.information_withheld as well.",
    cost=REQUESTING_STATE,
)
information_withheld = yes_no(
    R,
    "request.information_withheld",
    "asked for such information, the requesting state did not give it or evaded the question",
    "The open question then counts against the requesting state.",
    cost=FILE,
)
defective = yes_no(
    R,
    "request.defective",
    "the request lacks an item its instrument requires",
    "Authority, facts, law, identity, papers: see completeness.",
)
conforms = yes_no(
    R,
    "request.does_not_conform",
    "the request was not made in conformity with the treaty's article, and completion was asked in vain",
    "Ground (a) of UNTOC Article 18(21).",
)
outside_scope = yes_no(
    R,
    "request.outside_treaty_scope",
    "the facts lie outside the scope of the treaty invoked",
    "No transnational organised crime (UNTOC), no confiscation aim (ETS 141), military offence (ETS 030).",
)
essential_interests = yes_no(
    R,
    "request.essential_interests_prejudiced",
    "in the view of the requested state execution would likely harm its sovereignty, security, ordre public or other essential"
    " interests",
    "The requested state's own forecast, with reasons.",
    cost=AUTHORITY,
)
contrary_to_system = yes_no(
    R,
    "request.contrary_to_legal_system",
    "execution would be contrary to the fundamental principles of the requested state's law, or to its law on mutual"
    " assistance",
    "Name the principle.",
    cost=AUTHORITY,
)
barred_by_own_law = yes_no(
    R,
    "request.barred_by_own_law",
    "the requested state's own law, named in the finding, forbids this cooperation",
    "Name the provision. Nationality has a question of its own.",
    cost=AUTHORITY,
)
authorised_by = one_of(
    R,
    "request.authorised_by",
    "judge prosecutor police other",
    "behind the request stands: {value}",
    "The authority that ordered or approved it there. Presumed regular until something raises it.",
    presumed="judge",
)
channel_wrong = yes_no(
    R,
    "request.wrong_channel",
    "the request did not come through the channel its instrument requires",
    "Diplomatic by default; direct only where an instrument allows.",
)
reciprocity = yes_no(
    R,
    "request.reciprocity_undertaken",
    "the requesting state has undertaken to give like assistance",
    "Needed where no treaty binds both.",
    side=RELEASES,
    presumed=None,
    cost=REQUESTING_STATE,
)
minor = yes_no(
    R,
    "request.minor_importance",
    "the case is not important enough to justify what is asked",
    "Opinion of the requested state.",
)
alternative_forum = yes_no(
    R,
    "request.alternative_forum",
    "another state, or the requested state itself, can try the case without the risk",
    "A circumstance to weigh (Soering); also where proceedings were moved elsewhere.",
    side=NEUTRAL,
)
loss_of_life = yes_no(
    R,
    "request.concerns_loss_of_life",
    "the offence concerns the loss of life or torture, whose victims are owed cooperation",
    "Victims' families hold a right to an effective investigation (Güzelyurtlu, Romeo Castaño).",
    side=RELEASES,
)
confiscation_aim = yes_no(
    R,
    "request.aims_at_confiscation",
    "the help asked serves to find, secure or value property for confiscation",
    "Scope of the laundering conventions.",
    side=NEUTRAL,
    presumed=None,
)
electronic_preservation = yes_no(
    R,
    "request.preservation_only",
    "only the preservation of data is asked",
    "Budapest Convention, Article 29.",
    side=NEUTRAL,
)
non_criminal = yes_no(
    R,
    "request.not_criminal_proceedings",
    "the order was issued in proceedings that are not criminal",
    "Administrative or civil fines proceedings.",
    side=NEUTRAL,
)
from_member_state = yes_no(
    R,
    "request.from_member_state",
    "the requesting state is a member state of the European Union",
    "On the day of the request. It follows from the treaty matrix; rules for states outside the Union look at it.",
    side=NEUTRAL,
)
exonerating = yes_no(
    R,
    "request.exonerating",
    "the help asked serves to clear the person",
    "Alibi, exculpatory papers, a witness for the defence.",
    side=RELEASES,
)
accused_asked = yes_no(
    R,
    "request.follows_from_the_accused",
    "the request was made because the accused asked for it",
    "The defence there asked its court for this evidence.",
    side=RELEASES,
)
reservations = some_of(
    R,
    "request.treaty_reservations",
    "persecution ne-bis-in-idem search-dual-criminality search-extraditable search-own-law judicial-authority special-court"
    " exceptional-gravity",
    "to the treaty relied on, the requested state has made a reservation or declaration about {value}",
    "Look it up with the depositary. persecution, ne-bis-in-idem: kept as grounds against assistance (Belgium under ETS 030,"
    " 1975). search-...: what a search or seizure may be made to depend on (ETS 030 Article 5). judicial-authority: own law"
    " demands a judge or prosecutor behind the request (ETS 141 Article 18(3)). special-court, exceptional-gravity: kept"
    " against extradition (Belgium under ETS 024). Name all that stand.",
)

# --- the offence (answer per measure where several offences are asked for) ------------------------------------------------------
dual_criminality_missing = yes_no(
    M,
    "offence.no_dual_criminality",
    "the facts would not be an offence in the requested state",
    "Answer per offence: surrender may be granted in part.",
)
below_threshold = yes_no(
    M,
    "offence.below_extradition_threshold",
    "the offence falls below the penalty threshold for extradition in at least one of the two states",
    "One year maximum in both laws, or four months imposed (ETS 024 Article 2).",
)
time_barred = yes_no(
    M,
    "offence.time_barred",
    "prosecution or punishment is time-barred in either state",
    "Limitation under the law of the requesting or the requested state.",
)
ne_bis = one_of(
    M,
    "offence.already_judged",
    "no final-judgment-here proceedings-dropped-here final-judgment-in-third-state pending-here",
    "the same facts were already dealt with: {value}",
    "final-judgment-here: acquitted or convicted for good in the requested state. proceedings-dropped-here: closed for lack of"
    " evidence or otherwise ended without judgment. pending-here: own proceedings run.",
    presumed="no",
)
fiscal = yes_no(M, "offence.fiscal", "the offence is fiscal", "Tax, customs, exchange control.", side=NEUTRAL)
military = yes_no(M, "offence.purely_military", "the offence is purely military", "Desertion, disobedience.")
terrorism_convention = yes_no(
    M,
    "offence.under_terrorism_convention",
    "the offence is one of those of a terrorism convention",
    "CETS 196 Articles 5-7, 9; ETS 090; UN bombings, financing, nuclear conventions.",
    side=NEUTRAL,
)
hostage_taking = yes_no(
    M, "offence.hostage_taking", "the offence is hostage-taking", "Hostages Convention 1979.", side=NEUTRAL
)
drugs = yes_no(
    M, "offence.drug_trafficking", "the offence is drug trafficking", "Vienna Convention 1988.", side=NEUTRAL
)
laundering = yes_no(
    M,
    "offence.laundering_or_proceeds",
    "the case is about proceeds of crime or laundering",
    "Laundering conventions.",
    side=NEUTRAL,
)
extraterritorial = yes_no(
    M,
    "offence.committed_outside_and_not_punishable_here",
    "the offence was committed outside the issuing state, partly in the executing state, and is no offence there",
    "EIO Directive Article 11(1)(e).",
)
international_crime = yes_no(
    M,
    "offence.international_crime",
    "the offence is genocide, a crime against humanity or a war crime",
    "The political label is then excluded where ETS 086 binds both.",
    side=NEUTRAL,
)
listed_offence = yes_no(
    M,
    "offence.on_the_list_of_32",
    "the offence is one of the 32 listed categories and carries a maximum of at least three years in the issuing state",
    "European arrest warrant, Article 2(2); EIO Directive, Annex D: no double criminality is then examined.",
    side=NEUTRAL,
)
judged_in_union = yes_no(
    M,
    "offence.judged_in_a_member_state",
    "the final judgment on the same facts was given in a member state of the European Union, and any sentence was served, is"
    " being served or can no longer be carried out",
    "Answer together with offence.already_judged.",
)
amnestied = yes_no(
    M,
    "offence.amnestied_here",
    "the offence is covered by an amnesty of the requested state, which had jurisdiction over it",
    "Amnesty law; not a pardon.",
)
under_age = yes_no(
    M,
    "offence.under_age_here",
    "because of age the person could not be held criminally responsible for the acts in the requested state",
    "Age at the time of the acts.",
)
fiscal_no_ground = yes_no(
    M,
    "offence.fiscal_label_no_ground",
    "between the two states the fiscal nature of an offence is no ground against cooperation",
    "Both have accepted ETS 099 Chapter I (assistance) or ETS 098 Chapter II (extradition), which a state may exclude by"
    " declaration, or have agreed it otherwise. Asked only for a fiscal offence.",
    side=RELEASES,
    presumed=None,
)
organised_crime = yes_no(
    M,
    "offence.transnational_organised_crime",
    "the offence is serious (four years or more), crosses borders and involves an organised criminal group",
    "Or an offence the convention itself defines, on the same test: laundering, corruption, obstruction of justice (UNTOC"
    " Articles 2, 3). The label in the request is not enough; reasonable grounds to suspect are.",
    side=NEUTRAL,
)
corruption = yes_no(
    M,
    "offence.corruption",
    "the offence is one of those of the Convention against Corruption",
    "Bribery, embezzlement by an official, trading in influence, laundering of their proceeds (UNCAC).",
    side=NEUTRAL,
)
accessory = yes_no(
    M,
    "offence.accessory_to_extraditable_one",
    "the offence is below the threshold and is asked for together with one that reaches it",
    "Accessory extradition: the requested state may, but need not, include it (ETS 024 Article 2(2)).",
    side=RELEASES,
)
own_limitation_no_ground = yes_no(
    M,
    "offence.own_limitation_no_ground",
    "the offence is time-barred only by the law of the requested state, and between the two states that is no ground",
    "Both are parties to the Fourth Protocol (CETS 212 Article 1) and the requested state made no reservation. No where the"
    " law of the requesting state bars it.",
    side=RELEASES,
    presumed=None,
)
third_state_exception = yes_no(
    M,
    "offence.third_state_judgment_not_binding",
    "the judgment of the third state need not be respected",
    "The offence was directed against a person, body or thing of public status in the requesting state, was committed by"
    " somebody of public status there, or was committed on its territory (ETS 086 Article 2).",
    side=RELEASES,
    presumed=None,
)
enforced_disappearance = yes_no(
    M,
    "offence.enforced_disappearance",
    "the offence asked for is enforced disappearance",
    "Secret deprivation of liberty by or for a state (Disappearance Convention, Articles 2 and 13).",
    side=NEUTRAL,
)
no_remedy_in_issuing_state = yes_no(
    R,
    "request.no_remedy_in_issuing_state",
    "the issuing state offers no remedy against the issuing of the order",
    "For European Investigation Orders for a search, a seizure or a video hearing (Gavanozov II). A missing remedy in the"
    " requested state is remedy.none_available.",
    cost=REQUESTING_STATE,
)
