"""Questions about the foreign proceedings behind the request, and what others have already said of them."""

from rogatory.law.questions import Kind
from rogatory.law.vocabulary._make import AUTHORITY, FILE, RELEASES, SUBSTANTIAL, one_of, yes_no

Q = Kind.PROCEEDING

same_as_protection = yes_no(
    Q,
    "proceeding.same_as_protection",
    "the request concerns the same proceedings or charges as those behind the person's protection",
    "The asylum decision, or the withdrawn notice, rested on this very prosecution.",
    cost=AUTHORITY,
)
co_accused_ill_treated = yes_no(
    Q,
    "proceeding.co_accused_ill_treated",
    "a co-accused or a witness was ill-treated in these proceedings",
    "Tortured into naming the person, held in a pit to sign a statement.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
relative_ill_treated = yes_no(
    Q,
    "proceeding.relative_ill_treated",
    "a relative of the person was ill-treated or arbitrarily detained in these proceedings",
    "The brother arrested and tortured in the same investigation.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
un_finding = yes_no(
    Q,
    "proceeding.un_body_has_spoken",
    "a UN body or mandate holder has found against, or written to a government about, this case",
    "Working Group on Arbitrary Detention, treaty body, special rapporteur, on the person or on a relative in the same case.",
    cost=AUTHORITY,
)
court_found_political = yes_no(
    Q,
    "proceeding.found_political_by_a_court",
    "a court of another state, or an international court, has found these proceedings to be politically motivated",
    "Binding elsewhere, weighty here.",
    cost=AUTHORITY,
)
refused_elsewhere = one_of(
    Q,
    "proceeding.refused_elsewhere",
    "no on-rights-or-political-grounds on-other-grounds",
    "another state has refused cooperation in this case, or in that of an associate: {value}",
    "on-rights-or-political-grounds: refused, or the person freed, because of politics, asylum, ill-treatment or unfairness."
    " on-other-grounds: form, nationality, limitation. A state that simply did not ask for extradition is"
    " notice.extradition_not_pursued.",
    presumed="no",
    cost=AUTHORITY,
)
acquittal_reopened = yes_no(
    Q,
    "proceeding.acquittal_reopened",
    "the person was acquitted of these facts there and the acquittal was set aside",
    "Supervisory review, relabelled charge.",
    cost=FILE,
)
rests_on_ill_treatment = yes_no(
    Q,
    "proceeding.rests_on_ill_treatment_evidence",
    "there is a real risk that statements relied on in the request or its chain come from ill-treatment",
    "By any person, against anyone, by state agents or private persons. Includes the person's own coerced confession.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
statement_decisive = yes_no(
    Q,
    "proceeding.such_evidence_would_be_used_at_trial",
    "such statements would be admitted, or play a decisive part, at the trial there",
    "Either suffices. Othman: two co-defendants' statements were decisive, and whether they would be admitted was open.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
ill_treatment_ruled_out = yes_no(
    Q,
    "proceeding.evidence_origin_cleared",
    "the authority has itself made sure that no evidence relied on comes from ill-treatment",
    "Positive clearance; silence or an unproved complaint is not clearance.",
    side=RELEASES,
    cost=AUTHORITY,
)
conviction_presumed = yes_no(
    Q,
    "proceeding.guilt_asserted_by_requested_authority",
    "an authority of the requested state has stated as a fact that the person committed the acts",
    "Breaks the presumption of innocence (Ismoilov).",
    cost=FILE,
)
