"""Questions about an assurance: the Othman factors (par. 189), judged for one risk at a time.

How good a promise is is a judgement on the material, so substantial grounds suffice for its factors.

The same letter can be good against one risk and worthless against another (Othman, Kunshugarov), so every question is
asked of an assurance *against* a named risk.
"""

from enum import Enum

from rogatory.law.questions import Kind, Question
from rogatory.law.vocabulary._make import AUTHORITY, FILE, PROTECTS, RELEASES, SUBSTANTIAL, yes_no

A = Kind.ASSURANCE


class Risk(Enum):
    """What an assurance is given against."""

    ILL_TREATMENT = "ill-treatment"
    """Torture, inhuman treatment, detention conditions, lack of care for an illness."""
    DEATH_PENALTY = "death-penalty"
    """A death sentence or its execution."""
    LIFE_SENTENCE = "life-sentence"
    """Life without parole, or without review."""
    UNFAIR_TRIAL = "unfair-trial"
    """Retrial after an absence judgment, counsel, witnesses, free expression, no torture evidence."""
    ONWARD_TRANSFER = "onward-transfer"
    """Passing the person on to a third state."""
    USE_LIMITS = "use-limits"
    """Use of evidence for other purposes, onward disclosure, data protection."""


given = yes_no(
    A,
    "assurance.given",
    "an assurance against this risk was given",
    "In the case file: one entry under `assurances` for each risk a letter answers. No if none was given or sought.",
    side=RELEASES,
    cost=FILE,
)
refused = yes_no(
    A,
    "assurance.refused",
    "asked for it, the requesting state refused the assurance or gave none",
    "Also where it offered only something else (to pass on a wish, no direct use).",
    cost=FILE,
)
specific = yes_no(
    A,
    "assurance.specific",
    "the assurance is specific: it promises something definite about this person",
    "Named place, regime, no request and no execution of the death penalty, care, visits. NO where it is general or vague,"
    " or restates domestic law or treaty membership. A plain promise that death will not be asked, imposed or carried out is"
    " specific.",
    side=RELEASES,
    standard=SUBSTANTIAL,
    presumed=None,
)
can_bind = yes_no(
    A,
    "assurance.issuer_can_bind",
    "whoever gave it can bind the requesting state",
    "Government, competent minister, attorney general, embassy note on instruction. NO where authority is not shown"
    " (a deputy prosecutor about prisons).",
    side=RELEASES,
    standard=SUBSTANTIAL,
    presumed="yes",
)
agents_not_controlled = yes_no(
    A,
    "assurance.agents_not_controlled",
    "local bodies or security services may not follow what central government promised",
    "Chahal: the Punjab police.",
    standard=SUBSTANTIAL,
)
monitored = yes_no(
    A,
    "assurance.monitored",
    "compliance can be checked objectively, from the first day on",
    "Consular or independent visits in private, a paid monitor, lawyers' access. NO where monitoring is absent, late or"
    " ineffective.",
    side=RELEASES,
    standard=SUBSTANTIAL,
    presumed=None,
)
answers_each_concern = yes_no(
    A,
    "assurance.answers_each_concern",
    "the assurance answers each concern that made it necessary",
    "NO where a concern that matters is left open: place of detention unnamed, another risk unanswered. A proviso about the"
    " person's own later conduct does not by itself make it a no.",
    side=RELEASES,
    standard=SUBSTANTIAL,
    presumed="yes",
)
contrary_practice = yes_no(
    A,
    "assurance.reliance_excluded",
    "the general situation there excludes relying on any assurance",
    "Rare (Othman par. 188). About the general situation; broken promises are state.breaks_its_assurances.",
    standard=SUBSTANTIAL,
    cost=AUTHORITY,
)
disclosed = yes_no(
    A,
    "assurance.not_disclosed_to_court",
    "the terms were not shown to the court or to the person",
    "Othman factor 1.",
    side=PROTECTS,
)
reviewed = yes_no(
    A,
    "assurance.examined_by_own_court",
    "a court of the requested state has examined the reliability of the assurance",
    "Othman factor 11.",
    side=RELEASES,
    presumed=None,
)
held_sufficient = yes_no(
    A,
    "assurance.held_sufficient",
    "the body deciding has held the assurance sufficient against this risk",
    "A CONCLUSION. Prefer the factors (specific, issuer_can_bind, monitored ...).",
    side=RELEASES,
)
held_insufficient = yes_no(
    A,
    "assurance.held_insufficient",
    "the body deciding has held the assurance insufficient against this risk",
    "A CONCLUSION. Prefer the factors (specific, issuer_can_bind, monitored ...).",
)


def against(question: Question, risk: Risk) -> Question:
    """`question` asked of the assurance against `risk`."""
    return question.against(risk.value)
