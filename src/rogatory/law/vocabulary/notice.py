"""Questions about an INTERPOL notice or diffusion, and arrest on it."""

from rogatory.law.questions import Kind
from rogatory.law.vocabulary._make import AUTHORITY, FILE, RELEASES, SUBSTANTIAL, day, one_of, yes_no

R = Kind.REQUEST

deleted = yes_no(
    R,
    "notice.deleted_or_refused",
    "INTERPOL has deleted, blocked or refused a notice or diffusion about the person on these charges",
    "Withdrawn red notice, refused publication, finding of the Commission for the Control of Files.",
    cost=AUTHORITY,
)
new_material = yes_no(
    R,
    "notice.new_material_since_deletion",
    "the requesting state has brought genuinely new material since the deletion",
    "Not the same file again.",
    side=RELEASES,
)
predominantly_political = yes_no(
    R,
    "notice.predominantly_political",
    "the matter behind the notice is predominantly political, military, religious or racial",
    "A CONCLUSION (INTERPOL's predominance test, Constitution, Article 3). Prefer the facts: who the person is, protection,"
    " refusals elsewhere. An allegation alone: grade alleged.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
rights_contrary = yes_no(
    R,
    "notice.contrary_to_human_rights",
    "keeping the notice would help a breach of human rights",
    "A CONCLUSION (Constitution, Article 2): torture, life, unfair trial in this case as found by a body. Prefer the facts:"
    " person.past_ill_treatment, penalty.*, trial.*.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
excluded_class = yes_no(
    R,
    "notice.excluded_class",
    "the offence is of a class for which no red notice may issue",
    "Contested behavioural or cultural norms, family or private disputes (bounced cheques, unless fraud is described), administrative"
    " rules, unless linked to serious or organised crime.",
    cost=FILE,
)
below_penalty = yes_no(
    R,
    "notice.below_penalty_threshold",
    "the penalty does not reach the notice threshold",
    "Two years maximum for trial; six months to serve.",
)
conduct_not_described = yes_no(
    R,
    "notice.conduct_not_described",
    "what this person did, when and where, is not concretely described",
    "RPD Article 83(2)(b)(i).",
)
extradition_not_pursued = yes_no(
    R,
    "notice.extradition_not_pursued",
    "located, the person's extradition was not sought, or not followed up",
    "'Lack of action for extradition': a reason to check whether the notice still has a purpose.",
)
moved_elsewhere = yes_no(
    R,
    "notice.proceedings_moved_elsewhere",
    "the prosecution was transferred to, or ended in, another state",
    "The notice has lost its purpose.",
)
diffusion_unreviewed = yes_no(
    R,
    "notice.diffusion_not_reviewed",
    "the diffusion has not been shown to have passed INTERPOL's compliance review",
    "Presumed so for every diffusion until shown otherwise.",
    presumed="yes",
)
arrest_basis = yes_no(
    R,
    "notice.arrest_basis_in_national_law",
    "the law of the requested state gives a basis for arrest on the notice and a judge has decided, or will at once",
    "A notice asks; it does not order.",
    side=RELEASES,
    presumed=None,
)
ccf = one_of(
    R,
    "notice.ccf_outcome",
    "none pending compliant not-compliant",
    "the Commission for the Control of INTERPOL's Files has: {value}",
    "Outcome of a request to the Commission.",
    presumed="none",
    cost=AUTHORITY,
)
status_confirmed_to_interpol = yes_no(
    R,
    "notice.protection_confirmed_to_interpol",
    "the protection has been confirmed to INTERPOL (General Secretariat or Commission)",
    "INTERPOL does not tell the requesting state where protection was granted.",
    side=RELEASES,
    presumed=None,
)
formal_request_received = yes_no(
    R,
    "arrest.formal_request_received",
    "the formal extradition request with its papers has arrived",
    "ETS 024 Article 16(4).",
    side=RELEASES,
    presumed=None,
)
arrest_since = day(
    R,
    "arrest.since",
    "the person has been held provisionally since {value}",
    "Day of provisional arrest; the 18 and 40 day limits run from it.",
)
detention_not_diligent = yes_no(
    R,
    "arrest.proceedings_not_diligent",
    "the extradition proceedings are not pursued with diligence, or detention is not reviewed speedily by a court",
    "Gaps without activity; ECHR Article 5(1)(f) and 5(4).",
    cost=FILE,
)
held_provisionally = yes_no(
    R,
    "arrest.held_before_the_papers",
    "the person is held provisionally, before the extradition request and its papers have come",
    "Arrest on a notice or an urgent request. Give arrest.since as well.",
)
not_taken_over = yes_no(
    R,
    "arrest.not_taken_over",
    "the requesting state did not take the person over on the day fixed for surrender",
    "ETS 024 Article 18(4). No where something neither state could help prevented it and a new day was agreed.",
)
surrender_day = day(
    R,
    "arrest.surrender_day",
    "surrender was fixed for {value}",
    "Day on which the person was to be taken over; 15 and 30 days run from it.",
)
