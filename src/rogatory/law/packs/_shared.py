"""What the packs of rights law share: the instruments, and the conditions that a sufficient assurance leaves behind."""

from rogatory.law.conditions import all_of
from rogatory.law.doctrine.assurances import failed, sufficient
from rogatory.law.norms import Cure, Unless
from rogatory.law.sources import CJEU, Instrument
from rogatory.law.vocabulary import request
from rogatory.law.vocabulary.assurance import Risk

ECHR = Instrument("ECHR", "European Convention on Human Rights", "ETS 005")
ECHR_P1 = Instrument("ECHR-P1", "Protocol No. 1 to the European Convention on Human Rights", "ETS 009")
ECHR_P6 = Instrument("ECHR-P6", "Protocol No. 6 to the European Convention on Human Rights", "ETS 114")
ECHR_P7 = Instrument("ECHR-P7", "Protocol No. 7 to the European Convention on Human Rights", "ETS 117")
ECHR_P13 = Instrument("ECHR-P13", "Protocol No. 13 to the European Convention on Human Rights", "ETS 187")

EXTRADITION_OR_REMOVAL = ("extradition", "removal")
"""Handing over outside mutual trust: between EU member states the same rights are examined in two steps."""

TREATMENT_CURE = Cure(
    met=sufficient(Risk.ILL_TREATMENT),
    obtain="a specific and binding assurance for this person (place, regime and care named) that somebody independent"
    " can check from the first day",
    keep="the assurance is monitored from the first day, the reports reach the case file, and a breach opens the"
    " breach procedure",
    failed=failed(Risk.ILL_TREATMENT),
)
"""An assurance that removes a real risk of ill-treatment (Othman par. 187-189)."""

DEATH_PENALTY_CURE = Cure(
    met=sufficient(Risk.DEATH_PENALTY),
    obtain="an assurance by somebody who can bind the requesting state that the death penalty will not be sought, will"
    " not be imposed and, if imposed, will not be carried out",
    keep="the charge and the sentence are followed until final judgment; a death sentence sought or imposed opens the"
    " breach procedure",
    failed=failed(Risk.DEATH_PENALTY),
)
"""An assurance that removes the death penalty from the case."""

ASKED_FIRST = Unless(
    id="information-outstanding",
    when=all_of(request.information_missing.yes, ~request.information_withheld.yes),
    text="Between member states the issuing authority is asked first and surrender postponed meanwhile; only if the risk"
    " cannot be ruled out within a reasonable time is surrender refused. The duty to ask keeps the case from being ripe.",
    source=CJEU.judgment("Aranyosi and Căldăraru", "C-404/15 and C-659/15 PPU, 5 April 2016", "par. 95-104")
    + CJEU.judgment("E. D. L.", "C-699/21, 18 April 2023", "par. 47-50"),
)
"""Information that could still rule the risk out was asked for, or has yet to be."""
